"""The sentences and list items of a document's body, each with what the headings above it say of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from corpus.folding import fold
from corpus.model import Document, Provision, ProvisionKind
from corpus.sentences import sentences
from ingest.duty_words import NO_DUTIES, TIME_LABEL

_SILENT = frozenset(
    {
        ProvisionKind.LETTERHEAD,
        ProvisionKind.PREAMBLE,
        ProvisionKind.CLOSING,
        ProvisionKind.FOOTNOTE,
        ProvisionKind.TABLE,
    }
)
_NUMBERED = frozenset({ProvisionKind.HEADING, ProvisionKind.ARTICLE, ProvisionKind.SECTION, ProvisionKind.CHAPTER})
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_OPEN_END = re.compile(r"[^\W_]\s*\Z")
LONGEST_PIECE = 20_000  # characters: no sentence is longer, and reading one takes no longer than this
LONGEST_HEADING = 200  # characters: a longer one is a sentence


@dataclass(frozen=True, slots=True)
class Piece:
    """One sentence or list item: `text` stands at `start` in the document's text."""

    provision: Provision
    start: int
    text: str
    is_first: bool  # of its provision

    @property
    def end(self) -> int:
        """Exclusive."""
        return self.start + len(self.text)


class Body:
    """The provisions that can lay down duties, with their pieces and the headings above them."""

    def __init__(self, document: Document, provisions: Sequence[Provision]) -> None:
        self.document = document
        self._provisions = {one.ordinal: one for one in provisions}
        self._without_duties: dict[int, bool] = {}
        self._pieces: dict[int, tuple[Piece, ...]] = {}

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """All pieces outside tables, in the order of the text."""
        return tuple(
            piece for one in self.provisions if one.kind is not ProvisionKind.ROW for piece in self.pieces_of(one)
        )

    @cached_property
    def provisions(self) -> tuple[Provision, ...]:
        """All provisions but the letterhead, the preamble, the closing, footnotes and heads of tables."""
        return tuple(one for one in self._provisions.values() if one.kind not in _SILENT)

    def pieces_of(self, provision: Provision) -> tuple[Piece, ...]:
        """The sentences of its own text; of one too long to be one, the beginning."""
        known = self._pieces.get(provision.ordinal)
        if known is None:
            own = self.document.text[provision.start : provision.end]
            known = self._pieces[provision.ordinal] = tuple(
                Piece(provision, provision.start + start, own[start : min(end, start + LONGEST_PIECE)], index == 0)
                for index, (start, end) in enumerate(sentences(own))
            )
        return known

    @property
    def cut(self) -> tuple[Piece, ...]:
        """The pieces of which only the beginning is read."""
        return tuple(piece for pieces in self._pieces.values() for piece in pieces if len(piece.text) == LONGEST_PIECE)

    def parent(self, provision: Provision) -> Provision | None:
        """The provision it stands in."""
        return None if provision.parent is None else self._provisions[provision.parent]

    def ancestors(self, provision: Provision) -> Iterator[Provision]:
        """The provisions it stands in, innermost first."""
        above = self.parent(provision)
        while above is not None:
            yield above
            above = self.parent(above)

    def own_text(self, provision: Provision) -> str:
        """Its words without its children."""
        return self.document.text[provision.start : provision.end]

    def is_without_duties(self, provision: Provision) -> bool:
        """Whether it stands under a heading of targets, reasons or the past."""
        known = self._without_duties.get(provision.ordinal)
        if known is None:
            above = self.parent(provision)
            known = _is_heading_of(NO_DUTIES, provision) or (above is not None and self.is_without_duties(above))
            self._without_duties[provision.ordinal] = known
        return known

    def is_under_time_label(self, provision: Provision) -> bool:
        """Whether its heading, or one above it, announces a time: "2. Thời gian thực hiện"."""
        return any(begins_with_time_label(one.heading) for one in (provision, *self.ancestors(provision)))

    def told_year(self, provision: Provision) -> int | None:
        """The single year that the nearest heading above with a year names."""
        for one in (provision, *self.ancestors(provision)):
            if one.kind in _NUMBERED and one.heading and one.kind is not ProvisionKind.APPENDIX:
                years = set(_YEAR.findall(one.heading))
                if years:
                    return int(years.pop()) if len(years) == 1 and len(one.heading) < LONGEST_HEADING else None
        return None

    def goes_on(self, provision: Provision) -> bool:
        """Whether its words go on with a sentence that the provision above breaks off: a line wrongly cut."""
        above = self.parent(provision)
        is_item = provision.kind in (ProvisionKind.ITEM, ProvisionKind.PARAGRAPH)
        if above is None or not is_item or above.kind is ProvisionKind.ROW:
            return False
        own = self.own_text(above)
        is_sentence = len(own) > LONGEST_HEADING and not above.heading
        return is_sentence and _OPEN_END.search(own) is not None and provision.start == above.end


def begins_with_time_label(heading: str) -> bool:
    """Whether a heading begins as a label of time does."""
    return TIME_LABEL.match(re.sub(r"^(?:ve|dia diem (?:va|,) )\s*", "", fold(heading))) is not None


def _is_heading_of(pattern: re.Pattern[str], provision: Provision) -> bool:
    return (
        bool(provision.heading)
        and len(provision.heading) < LONGEST_HEADING
        and bool(pattern.search(fold(provision.heading)))
    )
