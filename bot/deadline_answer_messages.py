"""The words of answers on deadlines: the date first, then what it means today; what a plan says itself is quoted."""

from collections.abc import Sequence
from datetime import date

from bot.deadline_state import DeadlineState
from bot.messages import ASK_ADMINISTRATOR, designation
from corpus.deadline_rule import Limit, Ongoing, Period, Recurring, Relative, VariableYear, YearOrigin
from corpus.deadline_wording import wording
from corpus.model import Document
from corpus.written_date import written_date

PAST = "đã qua"
FOR_GROUP = "giao chung"
HELPING = "phối hợp"
UNNAMED = "văn bản không nêu đơn vị"
_ORIGINS = {
    YearOrigin.ISSUE: "năm lấy từ ngày ban hành văn bản",
    YearOrigin.PERIOD: "năm lấy từ thời gian thực hiện văn bản",
}


def when(state: DeadlineState, origin: YearOrigin, as_written: str = "") -> str:
    """The date as the text sets it, in its own words where these say more, and in parentheses what it means today.

    "Trước ngày 31/3/2026 (muộn nhất là 30/3/2026; còn 25 ngày)"
    """
    rule = state.rule
    words = as_written or wording(rule)
    if isinstance(rule, Period | Recurring) and rule.is_approximate:
        words = f"khoảng {words}"
    notes = [_last_day(state), _ORIGINS.get(origin, ""), time_left(state), _without_day(state)]
    return f"{_capitalised(words)}{_in_parentheses(notes)}"


def time_left(state: DeadlineState) -> str:
    """How far off it is: "còn 25 ngày", "đã qua"; "" where no day is set."""
    if state.is_past:
        return PAST
    if state.days_to_start is not None:
        return f"bắt đầu sau {state.days_to_start} ngày"
    if state.days_left is None:
        return "đang thực hiện" if state.is_under_way else ""
    if state.days_left == 0:
        return "hôm nay là ngày cuối"
    left = f"còn {state.days_left} ngày"
    return f"đang thực hiện, {left}" if state.is_under_way else left


def note(state: DeadlineState, *, is_alone: bool) -> str:
    """What a date that was just quoted means today: "Muộn nhất là 30/3/2026 (còn 25 ngày)"; "" when nothing.

    Beside others only what names its day: "còn 131 ngày" would not tell which is meant.
    """
    last, left = _last_day(state), time_left(state)
    if not last and not is_alone:
        return ""
    if not last:
        return _capitalised(f"thời hạn này {left}" if state.is_past else left)
    return _capitalised(f"{last}{_in_parentheses([left])}")


def now_due(new: str, document: Document) -> str:
    """A later document set another day than the one just quoted."""
    return f"Thời hạn này đã được điều chỉnh thành: {_lowered(new)}, theo {designation(document)}"


def _last_day(state: DeadlineState) -> str:
    """The last day in time, where the words of the text do not tell it, and that it is not worked."""
    day = state.last_allowed
    if day is None:
        return ""
    if isinstance(state.rule, VariableYear):
        return f"nếu năm đó là {day.year} thì muộn nhất là {written_date(day)}"
    off = f"rơi vào {state.day_off}" if state.day_off else ""
    if isinstance(state.rule, Recurring) and state.is_under_way:
        return f"đợt này đến hết {written_date(day)}"
    if isinstance(state.rule, Recurring) and state.days_to_start is not None and state.opens is not None:
        return f"đợt tới từ {written_date(state.opens)} đến hết {written_date(day)}"
    if isinstance(state.rule, Recurring):
        if len(state.last_days) > 1:
            return f"các kỳ muộn nhất là {', '.join(map(written_date, state.last_days))}"
        which = "kỳ này" if state.last_days else "kỳ gần nhất" if state.is_past else "kỳ tới"
        passed = f"kỳ {written_date(state.just_passed)} đã qua; " if state.just_passed and not state.is_past else ""
        return f"{passed}{which} muộn nhất là {written_date(day)}{f', {off}' if off else ''}"
    if isinstance(state.rule, Limit) and not state.rule.is_inclusive:
        return f"muộn nhất là {written_date(day)}{f', {off}' if off else ''}"
    return off


def _without_day(state: DeadlineState) -> str:
    match state.rule:
        case Ongoing():
            return "văn bản không nêu ngày cụ thể"
        case Relative():
            return "văn bản không nêu ngày cụ thể"
        case Recurring(opens=None, closes=None):
            return "văn bản không nêu ngày cụ thể"
        case _:
            return ""


def changed(old: str, new: str, document: Document) -> str:
    """A later document set another day: "Trước ngày 31/3/2026 → trước ngày 30/6/2026 theo Kế hoạch 12/KH-UBND"."""
    return f"{_capitalised(old)} → {_lowered(new)}, theo {designation(document)}"


def duty(task: str, units: Sequence[str], marks: Sequence[str], *, is_short: bool = False) -> str:
    """Who must do what, on a line of a list."""
    if not units:
        return f"{_lowered_first(task)}{'' if is_short else _in_parentheses([UNNAMED])}"
    return f"{'; '.join(units)}{_in_parentheses(marks)}: {_lowered_first(task)}"


def responsible(units: Sequence[str]) -> str:
    """Who must do it, behind the task."""
    return f"Đơn vị thực hiện: {'; '.join(units)}."


def goes_to(addressee: str) -> str:
    """To whom it goes, behind the task."""
    return f"Nơi nhận: {addressee}."


def sent_to(addressee: str, when: str) -> str:
    """To whom it goes, as the answer, and by when."""
    return f"Gửi {addressee}, {_lowered(when)}"


def no_day_set() -> str:
    """The document orders what is asked about and sets no time; its words follow."""
    return "Văn bản không nêu ngày cụ thể cho việc này."


def not_periodic(name: str) -> str:
    """The document is asked how often, and sets single days only."""
    return f"{name} không nêu chế độ định kỳ cho việc này; văn bản nêu:"


def nearest(name: str) -> str:
    """Above what a document sets, where none of it fits the words of the question."""
    return f"{name} không nêu riêng thời hạn theo các từ trong câu hỏi; thời hạn mà văn bản nêu:"


def only_in(name: str) -> str:
    """Above the deadlines of the one document that a question without a name can mean."""
    return f"Theo {name}:"


def days_of_document(name: str, who: str, span: str) -> str:
    """Above the deadlines of a document."""
    return f"Thời hạn trong {name}{f' của {who}' if who else ''}{f', {span}' if span else ''}:"


def due_between(who: str, span: str) -> str:
    """Above the deadlines of several documents."""
    return f"Việc đến hạn{f' của {who}' if who else ''}{f' {span}' if span else ''}:"


def nothing_due(who: str, span: str) -> str:
    """No deadline of any document fits."""
    return f"Trong kho văn bản không có thời hạn nào{f' giao cho {who}' if who else ''} {span}. {ASK_ADMINISTRATOR}"


def nothing_due_in(name: str, who: str, span: str) -> str:
    """The document sets no deadline for the unit or within the time asked about."""
    return f"{name} không nêu thời hạn nào{f' giao cho {who}' if who else ''}{f' {span}' if span else ''}."


def no_deadline(name: str) -> str:
    """The document sets no deadline at all."""
    return f"{name} không nêu ngày hoặc thời hạn cụ thể nào."


def span(first: date, last: date) -> str:
    """The time asked about: "trong tháng 12/2026", "từ 01/12/2026 đến 15/12/2026", "ngày 15/12/2026"."""
    if first == last:
        return f"ngày {written_date(first)}"
    if first.day == 1 and (last.year, last.month) == (first.year, first.month) and last.day >= 28:
        return f"trong tháng {first.month}/{first.year}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return f"trong năm {first.year}"
    return f"từ {written_date(first)} đến {written_date(last)}"


def more_deadlines(count: int) -> str:
    """Below a list that was cut: how many more, and how to see them."""
    return f"Còn {count} mốc khác chưa nêu ở đây. Xin hỏi theo đơn vị, tháng hoặc số văn bản để xem đủ."


def under_way(count: int, names: Sequence[str], others: int) -> str:
    """Below a list of what is due: duties that last on, or that the unit only helps with, too many to be listed."""
    where = f"{'; '.join(names)}{_and_others(others)}"
    return (
        f"Ngoài ra có {count} việc kéo dài, không đến hạn trong thời gian này hoặc chỉ phối hợp ({where}). "
        "Xin hỏi kèm số văn bản để xem đủ."
    )


def of_a_document(name: str, count: int) -> str:
    """A document and how many duties of it are meant."""
    return f"{name}: {count}"


UNDER_WAY = "Đang trong thời gian thực hiện:"


def nothing_due_by_day(who: str, span: str) -> str:
    """Nothing has its last day in the time asked about; what lasts through it follows."""
    return f"Không có việc nào{f' của {who}' if who else ''} đến hạn {span}."


def expired_left_out(documents: Sequence[Document], others: int) -> str:
    """Documents that would have fitted and are no longer in force."""
    names = "; ".join(map(designation, documents))
    return f"Không tính các mốc trong văn bản đã hết hiệu lực: {names}{_and_others(others)}."


def which_document(documents: Sequence[Document]) -> str:
    """The question points at a document or duty that it does not name."""
    asks = "Xin cho biết số, ký hiệu hoặc tên văn bản, hoặc công việc cần hỏi thời hạn."
    if not documents:
        return f"Câu hỏi chưa nêu rõ văn bản hoặc công việc nào. {asks}"
    near = [f"– {designation(one)}: {one.title}" for one in documents]
    return "\n".join(["Trong kho có văn bản nêu thời hạn như vậy:", *near, asks])


def _and_others(count: int) -> str:
    return f" và {count} văn bản khác" if count > 0 else ""


def _in_parentheses(marks: Sequence[str]) -> str:
    written = "; ".join(filter(None, marks))
    return f" ({written})" if written else ""


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def _lowered_first(text: str) -> str:
    """The task behind a colon, its first letter small unless it begins with a name or capitals."""
    first, *_ = text.split() or [""]
    return _lowered(text) if first[1:].islower() and not first.startswith(("UBND", "HĐND")) else text
