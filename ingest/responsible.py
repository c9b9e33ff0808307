"""Who must do what a sentence lays down: named in it, before it, or by the heading above it."""

import re

from ingest.duty_pieces import Body, Piece
from ingest.duty_units import Subject, is_unit, subject_of

_SHORT_HEADING = 250
_LONGEST_OPENING = 250  # characters of a time or condition at the beginning of a sentence
_OPENING = re.compile(
    r"[\s|]{0,10}(?:(?:[-–+*•]|[\w.]{1,6}[.)])\s{0,3}){0,2}"
    r"(?:trước|chậm\s+nhất|trong|từ|đến|h[ằà]ng|định\s+kỳ|vào|ngay\s+sau|sau|năm|quý|tháng|cuối|đầu|giữa|kể\s+từ|mỗi|"
    r"trường\s+hợp|khi|nếu|theo|căn\s+cứ|trên\s+cơ\s+sở|đối\s+với)(?!\w)",
    re.IGNORECASE,
)
_COMMA = re.compile(r",\s{1,3}|\sthì\s{1,3}")


class Responsible:
    """Finds the units of duties in one document's body."""

    def __init__(self, body: Body) -> None:
        self._body = body
        self._known: dict[int, tuple[str, ...]] = {}

    def of(self, piece: Piece) -> tuple[str, ...]:
        """The units of the piece: its own subject, that of an earlier sentence of its provision, else of one above."""
        own = self.subject(piece)
        if own is not None:
            return own.units
        for earlier in reversed([one for one in self._body.pieces_of(piece.provision) if one.start < piece.start]):
            subject = self.subject(earlier)
            if subject is not None:
                return subject.units
        return self.above(piece)

    def subject(self, piece: Piece) -> Subject | None:
        """The units that the piece itself begins with; none of one that goes on with a broken line."""
        if piece.is_first and self._body.goes_on(piece.provision):
            return None
        return subject_of(piece.text) or _after_opening(piece.text)

    def above(self, piece: Piece) -> tuple[str, ...]:
        """The units that the nearest provision above names as those who act."""
        for one in self._body.ancestors(piece.provision):
            known = self._known.get(one.ordinal)
            if known is None:
                known = self._known[one.ordinal] = self._named_by(one.ordinal, one.heading, self._body.own_text(one))
            if known:
                return known
        return ()

    def _named_by(self, ordinal: int, heading: str, own: str) -> tuple[str, ...]:
        if heading and len(heading) < _SHORT_HEADING and not is_unit(heading):
            subject = subject_of(own)
            announces = own.rstrip().endswith(":") or (
                subject is not None and ":" in own[subject.end : subject.end + 2]
            )
            return subject.units if subject is not None and announces else ()
        subject = subject_of(own)
        return subject.units if subject is not None else ()


def _after_opening(text: str) -> Subject | None:
    """Who acts in a sentence that begins with a time or a condition: "Trước ngày 31/7, Sở Nội vụ thông báo …"."""
    if _OPENING.match(text) is None:
        return None
    commas = (match.end() for match in _COMMA.finditer(text, 0, _LONGEST_OPENING))
    return next((subject for comma in commas if (subject := subject_of(text, comma, goes_on=True))), None)
