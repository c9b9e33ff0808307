"""From a file in the inbox to its preview: the whole reading, with nothing stored."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from corpus.deadline_wording import wording
from corpus.library import Library
from corpus.model import Deadline, Document, DocumentRecord, Relation, RelationKind
from corpus.register import Register
from corpus.upload import HeldVersion, Novelty, Preview, PreviewDeadline, PreviewRelation
from ingest.corrections import check
from ingest.errors import IngestError
from ingest.identity import rank
from ingest.instrument_links import InstrumentLinks
from ingest.pipeline import Pipeline, digest_of
from ingest.refusals import refusal_of

MOST_DEADLINES = 60  # a screen shows fewer; a decree may state hundreds
MOST_RELATIONS = 200
# What a reading says of a field that a person has told since.
_SETTLED_BY = {
    "number": (
        "held without a document number",
        "the letterhead has no number",
        "the letterhead says number",
        "the letterhead's number",
        "the number is left blank",
        "the text gives no number",
    ),
    "issued_on": ("the date is left blank", "the date is no date"),
    "title": ("no title was found",),
}
_LONGEST_TASK, _LONGEST_QUOTE = 160, 240  # characters


class Previewer:
    """Makes previews over one library."""

    def __init__(self, library: Library, pipeline: Pipeline) -> None:
        self._library = library
        self._pipeline = pipeline

    def preview(self, path: Path, place: Path, corrections: Mapping[str, str], number: int, at: datetime) -> Preview:
        """What publishing the file at `path` would bring, as the answer to decision `number`."""
        try:
            check(corrections)
            digest = digest_of(path)
            record, held = self._pipeline.plan(path, place, corrections, digest)
        except IngestError as error:
            return Preview(number, at, refusal=refusal_of(error), corrections=corrections)
        held = self._held_elsewhere(digest, place) or held
        return self._of(record, held, corrections, number, at)

    def _held_elsewhere(self, digest: str, place: Path) -> Document | None:
        """The document of this very file, from another place where the file still is."""
        found = self._library.by_digest(digest)
        return found if found is not None and found.path != str(place) and Path(found.path).exists() else None

    def _of(
        self, record: DocumentRecord, held: Document | None, corrections: Mapping[str, str], number: int, at: datetime
    ) -> Preview:
        document, signer = record.document, record.document.signer
        return Preview(
            number=number,
            at=at,
            novelty=_novelty(document, held),
            held=None if held is None else _held_version(held),
            document_id=document.id,
            document_number=None if document.number is None else str(document.number),
            kind=document.kind,
            title=document.title,
            issuer=document.issuer,
            issued_on=document.issued_on,
            signer="" if signer is None else signer.name,
            form=document.form,
            pages=len(document.pages),
            provisions=len(record.provisions),
            relations=self._relations(record),
            deadlines=tuple(_deadline(one) for one in record.deadlines[:MOST_DEADLINES]),
            deadline_count=len(record.deadlines),
            warnings=tuple(one for one in record.warnings if not _is_settled(one, corrections)),
            corrections=corrections,
        )

    def _relations(self, record: DocumentRecord) -> tuple[PreviewRelation, ...]:
        """What the document itself does to others, each target once a kind; mere mentions are left out."""
        links = InstrumentLinks(self._library, Register(self._library))
        first: dict[tuple[RelationKind, str], PreviewRelation] = {}
        for one in record.relations:
            if one.kind is not RelationKind.CITES and one.subject is None:
                target = links.link(record.document, one).target.document
                first.setdefault((one.kind, one.target.key), _relation(one, target))
        return tuple(first.values())[:MOST_RELATIONS]


def _relation(relation: Relation, held: Document | None) -> PreviewRelation:
    return PreviewRelation(
        kind=relation.kind,
        target=str(relation.target),
        target_kind=relation.target_kind or ("" if held is None else held.kind),
        target_title=relation.target_title or ("" if held is None else held.title),
        is_held=held is not None,
    )


def _is_settled(warning: str, corrections: Mapping[str, str]) -> bool:
    return any(warning.startswith(_SETTLED_BY.get(key, ())) for key in corrections)


def _novelty(new: Document, held: Document | None) -> Novelty:
    if held is None:
        return Novelty.NEW
    if held.digest == new.digest and Path(held.path).exists():
        return Novelty.IDENTICAL
    if rank(new) < rank(held):
        return Novelty.WEAKER
    return Novelty.FULLER if rank(new) > rank(held) else Novelty.CHANGED


def _held_version(held: Document) -> HeldVersion:
    return HeldVersion(
        document_id=held.id,
        digest=held.digest,
        number=None if held.number is None else str(held.number),
        kind=held.kind,
        title=held.title,
        issued_on=held.issued_on,
        form=held.form,
    )


def _deadline(deadline: Deadline) -> PreviewDeadline:
    return PreviewDeadline(
        when=wording(deadline.rule),
        task=_shortened(deadline.task, _LONGEST_TASK),
        units=deadline.responsible,
        quote=_shortened(deadline.quote, _LONGEST_QUOTE),
    )


def _shortened(text: str, longest: int) -> str:
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    cut = line.rfind(" ", 0, longest)
    return line[: cut if cut > 0 else longest - 1].rstrip(" ,;:.") + "…"
