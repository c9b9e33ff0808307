"""What the readers of duties share over one document: its body, who acts, its years, what could not be read."""

import re

from corpus.model import Document, Provision
from corpus.time_reading import TimeExpression, Times, TimeSetting, Unreadable
from ingest.duty_judgement import candidate, is_duty, is_over
from ingest.duty_pieces import Body, Piece
from ingest.duty_times import times_in
from ingest.responsible import Responsible

_YEARS = re.compile(r"(?<!\d)(20\d\d)\s*[-–]\s*(20\d\d)(?!\d)|(?<!\w)năm\s+(20\d\d)(?!\d)", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:,|và|hoặc)\s*")  # "tháng 4 và tháng 8"


class DutyContext:
    """One document while its deadlines are read."""

    def __init__(self, document: Document, body: Body) -> None:
        self.document = document
        self.body = body
        self.responsible = Responsible(body)
        self.unreadable: list[tuple[int, Unreadable]] = []  # with the place of the words that they are offsets into
        self._years = _years_of(document.title)

    def setting(self, provision: Provision) -> TimeSetting:
        """What a year that a provision does not write is taken from."""
        return TimeSetting(self.document.issued_on, self._years, self.body.told_year(provision))

    def doubt(self, offset: int, times: Times) -> None:
        """What could not be read of the words at `offset` is kept for a warning."""
        self.unreadable += [(offset, one) for one in times.unreadable]

    def duties_in(self, piece: Piece) -> list[TimeExpression]:
        """The times of a sentence that say when something must be done or takes place."""
        times = times_in(piece.text, self.setting(piece.provision))
        self.doubt(piece.start, times)
        is_labelled = self.body.is_under_time_label(piece.provision)
        may_state = is_labelled and not self.body.is_without_duties(piece.provision)
        found: list[TimeExpression] = []
        for time in times.expressions:
            one = candidate(piece, time)
            is_joined = bool(found) and _JOINT.fullmatch(piece.text, found[-1].end, time.start) is not None
            goes_on = is_joined and not is_over(one, self.document)
            if is_duty(one, self.body) or goes_on or (may_state and one.opens_clause):
                found.append(time)
        return found


def _years_of(title: str) -> tuple[int, int] | None:
    """The years that a title says the document is for."""
    spans = [
        (int(match[1]), int(match[2])) if match[1] else (int(match[3]), int(match[3]))
        for match in _YEARS.finditer(title)
    ]
    return spans[-1] if len(set(spans)) == 1 else None
