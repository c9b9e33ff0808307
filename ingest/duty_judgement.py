"""Whether an expression of time in running text limits a duty, or only names, tells, aims or counts."""

import re
from dataclasses import dataclass

from corpus.deadline_rule import Event, FixedDate, Limit, Ongoing, Period, Recurring, Relative, TimeUnit, VariableYear
from corpus.model import Document
from corpus.time_reading import TimeExpression
from corpus.time_terms import REGULARLY
from ingest.duty_pieces import Body, Piece
from ingest.duty_words import (
    ACT,
    AIM,
    BEGINNING,
    COMPLETION,
    NO_TIME_LIMIT,
    PAST,
    PRIVILEGE,
    QUALIFIED,
    RESULTS,
    REVIEW,
    TARGET,
    words,
)

_DAY = re.compile(r"ngày\s+(?:\d|[lO]\d)|\d{1,2}\s*[/.-]\s*\d{1,2}(?!\d)")
_MONTH = re.compile(r"tháng|quý|(?<!\w)t\d|\d{1,2}\s*/\s*\d{4}|tuần", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"\A\(?(?:trong|vào|từ|trước|đến|chậm|đầu|giữa|cuối|khoảng|dự|nửa|nhân|tuần|hoàn|xong|muộn|không|kể|hạn)(?!\w)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r";(?!\d)|\.\s")
_OPENING = re.compile(
    r"[\s|]{0,20}(?:(?:[-–+*•(]|\w{1,4}[.)])\s{0,3}){0,3}(?:(?:định kỳ|trong|vào|kể từ)\s{1,3})?", re.IGNORECASE
)
# "số liệu tính từ ngày … đến ngày …": what is reported, not when.
_COUNTING = re.compile(r"(?<!\w)(?:được\s+)?tính\s+(?:từ|đến)(?!\w)")
_TOUCHING = 20  # characters between a word and the time that it speaks of
LONGEST_CLAUSE = 500  # characters on either side of a time
_LONGEST_PLAN_YEARS = 15
# Dates of instruments and events that are told; what was done by then only conditions something else.
_DATED = words(
    "ban hành",
    "thông qua",
    "ký",
    "lập",
    "ghi",
    "tại",
    "tình trạng",
    "là",
    "công bố",
    "phê duyệt",
    "họp",
    "không phải",
    "hoặc",
)
_DONE = words("đã")
_CONDITION = words("có", "ký", "ban hành từ", "được ban hành", "giữ", "đang")
_NEAR = 45  # characters that decide what an expression belongs to
_ENDS_REGULARLY = re.compile(rf"(?<!\w){REGULARLY}\s*\Z")
_KEPT = re.compile(r"(?<!\w)được\s+(?!giao|phân)")  # "báo cáo hằng quý được lưu trữ"
_REVIEWED = re.compile(r"(?<!\w)(?:báo\s+cáo|sơ\s+kết|tổng\s+kết|đánh\s+giá)(?!\w)")
_BUDGET = re.compile(
    r"(?<!\w)(?:dự\s+toán|ngân\s+sách|kinh\s+phí|vốn|định\s+mức|biên\s+chế|xếp\s+loại|danh\s+mục|đồng|triệu|tỷ)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An expression of time within a piece, with the words of its clause on both sides, in lower case."""

    piece: Piece
    time: TimeExpression  # offsets into the piece
    before: str
    after: str
    opens_clause: bool  # nothing but a bullet stands before it

    @property
    def words(self) -> str:
        """The expression itself."""
        return self.piece.text[self.time.start : self.time.end]

    @property
    def clause(self) -> str:
        """The clause without the expression."""
        return f"{self.before} {self.after}"


def candidate(piece: Piece, time: TimeExpression) -> Candidate:
    """The expression with its clause, of which no more is read than decides: the time taken stays linear."""
    text = piece.text
    earliest, latest = max(0, time.start - LONGEST_CLAUSE), time.end + LONGEST_CLAUSE
    cuts = [match.end() for match in _CLAUSE.finditer(text, earliest, time.start)]
    begin = cuts[-1] if cuts else earliest
    following = _CLAUSE.search(text, time.end, latest)
    before = text[begin : time.start]
    opening = _OPENING.match(before)
    return Candidate(
        piece,
        time,
        before.lower(),
        text[time.end : following.start() if following else latest].lower(),
        opens_clause=opening is not None and opening.end() == len(before),
    )


def is_duty(one: Candidate, body: Body) -> bool:
    """Whether the expression says when something must be done or takes place."""
    is_relative = isinstance(one.time.rule, Relative)  # "10 ngày, tính từ ngày nhận" counts, and is a limit
    if not is_relative and (_COUNTING.search(one.before) or _COUNTING.search(one.words)):
        return False
    if is_over(one, body.document) or _is_history(one) or _tells_of_a_document(one):
        return False
    if _ends_near(NO_TIME_LIMIT, one.before) or (not is_relative and NO_TIME_LIMIT.match(one.after.lstrip())):
        return False
    without_duties = body.is_without_duties(one.piece.provision)
    match one.time.rule:
        case Recurring(opens=None, closes=None):
            return not without_duties and _repeats_a_duty(one)
        case Recurring():
            return ACT.search(one.clause) is not None
        case Relative(amount=amount, unit=unit):
            is_procedure = amount > 0 or one.words.lower().startswith("ngay")
            orders = one.words.lower().startswith("thời hạn") or ACT.search(one.clause) is not None
            is_term = unit in (TimeUnit.MONTH, TimeUnit.YEAR) and PRIVILEGE.search(one.clause) is not None
            return is_procedure and not without_duties and orders and not is_term
        case VariableYear() | Event():
            return not without_duties and ACT.search(one.clause) is not None
        case FixedDate() | Limit() | Period():
            return _limits_a_duty(one, body, without_duties=without_duties)
        case Ongoing():
            return False


def _ends_at(pattern: re.Pattern[str], before: str) -> bool:
    """Whether the words end in the pattern."""
    window = before[-_NEAR:].rstrip()
    return any(match.end() == len(window) for match in pattern.finditer(window))


def _ends_near(pattern: re.Pattern[str], before: str) -> bool:
    """Whether the pattern matches just before the end of the words."""
    window = before[-2 * _NEAR :]
    return any(len(window) - match.end() < _TOUCHING for match in pattern.finditer(window))


def is_over(one: Candidate, document: Document) -> bool:
    """Whether the time lies before the day of the document, or is that day: it tells, and limits nothing."""
    issued_on = document.issued_on
    match one.time.rule:
        case FixedDate(day=day) | Limit(day=day):
            last = day
        case Period(last=end) if end is not None:
            last = end
        case _:
            return False
    if issued_on is None:
        return PAST.search(one.before) is not None
    # "Đến 12 giờ ngày 21/11, mưa lũ đã …": the state of things on the day of the document.
    tells_state = one.opens_clause and one.words.lower().startswith("đến")
    is_own_day = last == issued_on and (tells_state or isinstance(one.time.rule, FixedDate))
    return last < issued_on or is_own_day


def _is_history(one: Candidate) -> bool:
    """Whether the time spans an era or an anniversary: "(10/10/1954 - 10/10/2024)"."""
    rule = one.time.rule
    if not isinstance(rule, Period) or rule.first is None or rule.last is None:
        return False
    return rule.last.year - rule.first.year > _LONGEST_PLAN_YEARS


def _tells_of_a_document(one: Candidate) -> bool:
    """Whether the time is that of an instrument or a result: "ban hành ngày …", "quyết định ký đến hết ngày …"."""
    is_bare = isinstance(one.time.rule, FixedDate) and not _PREPOSITION.match(one.words)
    is_done = isinstance(one.time.rule, FixedDate | Limit) and _DONE.search(one.before[-_NEAR:]) is not None
    is_day = isinstance(one.time.rule, FixedDate | Limit | Period)
    return is_done or (is_bare and _ends_near(_DATED, one.before)) or (is_day and _ends_at(_CONDITION, one.before))


def _limits_a_duty(one: Candidate, body: Body, *, without_duties: bool) -> bool:
    written, acts = one.words.lower(), ACT.search(one.clause) is not None
    is_open = isinstance(one.time.rule, Period) and one.time.rule.last is None
    if is_open:
        return not without_duties and BEGINNING.search(one.before[-_TOUCHING:]) is not None
    if _DAY.search(written):
        return acts
    is_stretch = (
        isinstance(one.time.rule, Period) and one.time.rule.first is not None and one.time.rule.last is not None
    )
    if _MONTH.search(written) and not without_duties:
        if _PREPOSITION.match(written) or one.opens_clause or one.before.rstrip().endswith("("):
            return acts
        return not QUALIFIED.search(one.before) and ACT.search(one.before[-20:]) is not None
    if without_duties:
        return False
    if one.opens_clause and not one.after.strip(" .:\n") and is_stretch and one.piece.is_first:
        return bool(one.piece.provision.heading)  # "1. Giai đoạn 2025 - 2030" heads the tasks of these years
    return acts and _limits_by_year(one)


def _limits_by_year(one: Candidate) -> bool:
    """Whether a bare year is a limit: beside a word of completion, or in brackets behind a review."""
    if TARGET.search(one.clause) or AIM.search(one.before[-_NEAR:]):
        return False
    if one.before.rstrip().endswith("(") and one.after.lstrip().startswith(")"):
        return REVIEW.search(one.before[-80:]) is not None
    if one.words.lower().startswith(("vào", "trong")) and _REVIEWED.search(one.before[-60:]):
        return True
    if QUALIFIED.search(one.before):
        return False
    if COMPLETION.search(one.before[-30:]) is not None:
        return True
    is_one_year = one.words.lower().lstrip().startswith(("trong năm", "năm")) and len(one.words) < 14
    return one.opens_clause and is_one_year and ACT.search(one.after[:80]) is not None


def _repeats_a_duty(one: Candidate) -> bool:
    """Whether a bare rhythm is that of a duty, not of a budget or a list that it only qualifies."""
    if TARGET.search(one.clause) or AIM.search(one.before[-_NEAR:]) or _KEPT.search(one.after[:25]):
        return False
    rule = one.time.rule
    if isinstance(rule, Recurring) and rule.times > 1:
        return not _BUDGET.search(one.clause)
    is_set = _ENDS_REGULARLY.search(one.before[-_NEAR:]) is not None or one.words.lower().startswith("định k")
    if one.opens_clause or is_set or one.words.lower().endswith(("một lần", "1 lần")):
        return ACT.search(one.after) is not None or ACT.search(one.before) is not None
    if _BUDGET.search(one.before[-60:]):
        return False
    if RESULTS.search(one.before[-60:]) and REVIEW.search(one.before):
        return True
    if QUALIFIED.search(one.before):
        return False
    return REVIEW.search(one.before[-_NEAR:]) is not None or (
        one.before.rstrip().endswith(",") and ACT.search(one.after[:60]) is not None
    )
