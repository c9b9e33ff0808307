"""Which document a new one is the same as, and whether it may take its place."""

from pathlib import Path

from corpus.issuer_name import issuer_key
from corpus.library import Library
from corpus.model import Document, Form
from ingest.errors import AlreadyHeld


def replaced_by(new: Document, library: Library, *, takes_over: bool = False) -> Document | None:
    """The document from another file that `new` replaces; None when there is none.

    The official text replaces a digest or a news item, never the reverse; a document whose file is gone was
    moved or renamed, and gives way to one of at least its own rank, as does any when a person wants that.
    """
    held = held_as(new, library)
    if held is None:
        return None
    gives_way = takes_over or not Path(held.path).exists()
    if rank(new) > rank(held) or (rank(new) == rank(held) and gives_way):
        return held
    raise AlreadyHeld(
        Path(new.path),
        f"{held.path} already holds this document ({held.form.value}, {held.id}); to replace it, run "
        f"`python -m ingest remove {held.id}` first, or give the new file that path",
    )


def held_as(new: Document, library: Library) -> Document | None:
    """The same document read from another path: by identity, or by number with a date or issuer that agrees."""
    equal = library.head(new.id)
    if equal is not None:
        return None if equal.path == new.path else equal
    candidates = [] if new.number is None else library.by_number(new.number)
    others = [head for head in candidates if head.path != new.path and _is_same(new, head)]
    return others[0] if len(others) == 1 else None


def _is_same(new: Document, held: Document) -> bool:
    """Neither date nor issuer contradicts, and at least one is known to be equal: a digest may omit the other."""
    known = [
        ours == theirs
        for ours, theirs in (
            (new.issued_on, held.issued_on),
            (issuer_key(new.issuer), issuer_key(held.issuer)),
        )
        if ours and theirs
    ]
    return bool(known) and all(known)


def rank(document: Document) -> int:
    """The text as issued is above a digest or a news item of it."""
    return int(document.form is Form.OFFICIAL)
