"""From provisions to passages: what is searched, with the headings that give it meaning."""

from collections.abc import Sequence

from corpus.locator import Locator
from corpus.model import Document, Form, Passage, Provision, ProvisionKind
from corpus.passage_text import embedded_text as embedded_text
from corpus.passage_text import passage_digest
from ingest.pieces import Piece, cut

# The default encoder reads 512 tokens, about 1,800 characters of Vietnamese; half of it leaves room for the headings
# and keeps a passage to one subject.
PASSAGE_CHARACTERS = 700
# A shorter rest joins the passage before it: alone it says too little to be found.
SHORTEST_PASSAGE_CHARACTERS = 200
# The end of a long lead-in is what introduces the items: "…, hồ sơ gồm:".
LEAD_IN_CHARACTERS = 200

_NAMED = {ProvisionKind.ARTICLE: "Điều", ProvisionKind.CHAPTER: "Chương", ProvisionKind.APPENDIX: "Phụ lục"}


def make_passages(
    document: Document,
    provisions: Sequence[Provision],
    size: int = PASSAGE_CHARACTERS,
    minimum: int = SHORTEST_PASSAGE_CHARACTERS,
) -> tuple[Passage, ...]:
    """The passages of the document in order; every word of body and annexes is in exactly one of them."""
    children: list[list[int]] = [[] for _ in provisions]
    for provision in provisions:
        if provision.parent is not None:
            children[provision.parent].append(provision.ordinal)
    leads = _Leads(document, provisions)
    passages: list[Passage] = []
    for piece in _pieces(document, provisions, children, size, minimum):
        text = document.text[piece.start : piece.end]
        start = piece.start + len(text) - len(text.lstrip(" \t\n|"))
        text = document.text[start : piece.end].rstrip(" \t\n|")
        if not any(map(str.isalnum, text)):
            continue
        headings = leads.above(piece)
        passages.append(
            Passage(
                document_id=document.id,
                ordinal=len(passages),
                first=piece.first,
                last=piece.last,
                start=start,
                end=start + len(text),
                text=text,
                headings=headings,
                locator=_locator(piece, provisions),
                page=_page(document, start),
                digest=passage_digest(headings, text),
            )
        )
    return tuple(passages)


def _pieces(
    document: Document, provisions: Sequence[Provision], children: Sequence[Sequence[int]], size: int, minimum: int
) -> list[Piece]:
    pieces: list[Piece] = []
    for piece in cut(document.text, provisions, children, size, minimum):
        kind = provisions[piece.first].kind
        if kind is ProvisionKind.LETTERHEAD and not _carries_title(document, piece):
            continue
        # People ask who signed and who receives: the closing is one passage however long.
        if kind is ProvisionKind.CLOSING and pieces and pieces[-1].first == piece.first:
            pieces[-1] = Piece(pieces[-1].start, piece.end, piece.first, piece.last, piece.owner)
        else:
            pieces.append(piece)
    return pieces


def _carries_title(document: Document, piece: Piece) -> bool:
    """Whether the letterhead, or the part of it in the piece, ends with the title of the document."""
    if document.form is not Form.OFFICIAL:
        return True  # without a letterhead the first lines may say anything
    written = " ".join(document.text[piece.start : piece.end].split()).casefold()
    return " ".join(document.title.split()).casefold()[-40:] in written


class _Leads:
    """The headings and lead-ins above each provision."""

    def __init__(self, document: Document, provisions: Sequence[Provision]) -> None:
        self._document = document
        self._provisions = provisions
        self._known: dict[int, tuple[str, ...]] = {}

    def above(self, piece: Piece) -> tuple[str, ...]:
        """The document's title, then what stands above the piece, outermost first."""
        title = (_full_title(self._document),) if self._document.title else ()
        if self._provisions[piece.first].kind is ProvisionKind.LETTERHEAD:
            return title[:0]
        above = title + (self._chain(piece.owner) if piece.owner is not None else ())
        begins_inside = piece.start > self._provisions[piece.first].start
        heading = self._provisions[piece.first].heading if begins_inside else ""
        return above + tuple(filter(None, (heading,)))

    def _chain(self, ordinal: int) -> tuple[str, ...]:
        if ordinal not in self._known:
            provision = self._provisions[ordinal]
            above = () if provision.parent is None else self._chain(provision.parent)
            self._known[ordinal] = above + tuple(filter(None, (self._lead(provision),)))
        return self._known[ordinal]

    def _lead(self, provision: Provision) -> str:
        heading = provision.heading
        if provision.kind in _NAMED:
            heading = f"{_NAMED[provision.kind]} {provision.label}. {heading}".replace(" .", ".").rstrip(" .")
        if provision.kind is ProvisionKind.TABLE:
            return heading
        own = " ".join(self._document.text[provision.start : provision.end].split())
        _, found, below = own.partition(provision.heading) if provision.heading else ("", "", own)
        lead_in = _ending(below.strip(" .:") + ":" if below.endswith(":") and below.strip(" .:") else "")
        return ": ".join(filter(None, (heading, lead_in if found or not provision.heading else "")))


def _full_title(document: Document) -> str:
    """The title with the kind in front, as people name it: "Luật Thủ đô"."""
    is_named = document.title.casefold().startswith(document.kind.casefold())
    return document.title if is_named or document.form is Form.NEWS else f"{document.kind} {document.title}"


def _ending(words: str) -> str:
    """The last words, about LEAD_IN_CHARACTERS of them, if they introduce something."""
    if not words.endswith(":"):
        return ""
    return words if len(words) <= LEAD_IN_CHARACTERS else "… " + words[-LEAD_IN_CHARACTERS:].split(" ", 1)[-1]


def _locator(piece: Piece, provisions: Sequence[Provision]) -> Locator:
    """Of the only provision, else of the one that holds all; of the first where nothing holds them.

    A heading that goes with what follows it does not count.
    """
    first, last = provisions[piece.first], provisions[piece.last]
    while first.ordinal < last.ordinal and provisions[first.ordinal + 1].subtree_end >= piece.end < first.subtree_end:
        first = provisions[first.ordinal + 1]
    if piece.owner is not None and last.start >= provisions[piece.first].subtree_end:
        return provisions[piece.owner].locator
    return first.locator


def _page(document: Document, position: int) -> int | None:
    return next((page.number for page in document.pages if page.start <= position < page.end), None)
