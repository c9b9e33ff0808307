"""The sentences of answers about which instrument governs a matter and how its rules have changed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.messages import ASK_ADMINISTRATOR
from bot.validity_messages import UNCERTAIN, instrument_name, last_day
from corpus.chain import legal_rank
from corpus.hierarchy import STATUTE_RANK
from corpus.model import RelationKind
from corpus.standing import Instrument
from corpus.validity import Validity, ValidityStatus
from corpus.written_date import written_date

CHAIN_HEAD = "Chuỗi văn bản:"
NOT_HELD = "chưa có văn bản trong kho"
# Of a title in a list.
LONGEST_TITLE_CHARACTERS = 60

_HANGS = {
    RelationKind.GUIDES: "hướng dẫn",
    RelationKind.IMPLEMENTS: "thực hiện",
    RelationKind.BASED_ON: "căn cứ",
    RelationKind.AMENDS: "sửa đổi, bổ sung",
    RelationKind.CONTINUES: "tiếp nối",
}
_ENDED = {
    RelationKind.REPLACES: "được thay bằng",
    RelationKind.REPEALS: "bị bãi bỏ bởi",
    RelationKind.ENDS: "hết hiệu lực theo",
}
_STATUS = {
    ValidityStatus.IN_FORCE: "còn hiệu lực",
    ValidityStatus.PARTLY_REPLACED: "còn hiệu lực, một phần đã thay đổi",
    ValidityStatus.UNKNOWN: UNCERTAIN,
    ValidityStatus.EXPIRED: "hết hiệu lực",
    ValidityStatus.NOT_YET: "chưa có hiệu lực",
}


def governing(instrument: Instrument, told: Sequence[str]) -> str:
    """The instrument asked for: its name and date, its title, and what is told of its force."""
    return f"{called(instrument)} ({'; '.join(told)})."


def called(instrument: Instrument) -> str:
    """Designation, date and title; one that is not held as far as it is known."""
    name = instrument_name(instrument)
    day = f" ngày {written_date(instrument.issued_on)}" if instrument.issued_on else ""
    title = f": “{instrument.title}”" if instrument.title and instrument.title not in name else ""
    return f"{name}{day}{title}"


def _briefly_called(instrument: Instrument) -> str:
    """As `called`; of a long title the beginning."""
    title = instrument.title
    if len(title) > LONGEST_TITLE_CHARACTERS:
        title = f"{title[: title.rfind(' ', 0, LONGEST_TITLE_CHARACTERS)].rstrip(' ,;')} …"
    return called(replace(instrument, title=title))


def on_day(day: date, text: str) -> str:
    """The first line of an answer for a day that the question names or that has passed."""
    return f"Vào ngày {written_date(day)}: {text}"


def in_force_since(day: date) -> str:
    """From when it is in force."""
    return f"có hiệu lực từ ngày {written_date(day)}"


def status_on(day: date, status: str) -> str:
    """The status, with its day."""
    return f"tình trạng ngày {written_date(day)}: {status}"


def ended(act: RelationKind, by: Instrument, since: date | None, *, is_same_kind: bool) -> str:
    """By what it ended, or will end; "hết hiệu lực kể từ ngày … này có hiệu lực" of the same kind is a replacement."""
    how = RelationKind.REPLACES if act is RelationKind.ENDS and is_same_kind else act
    return f"{f'từ ngày {written_date(since)} ' if since else ''}{_ENDED[how]} {instrument_name(by)}"


def ended_on(since: date) -> str:
    """That its own time is over."""
    return f"hết hiệu lực từ ngày {written_date(since)}"


def provision(locator: str, name: str, quote: str) -> str:
    """The provision that governs, as it is worded."""
    place = f"{locator[:1].upper()}{locator[1:]} " if locator else ""
    return f"{place}{name}: “{quote}”"


def chain_line(instrument: Instrument, validity: Validity, relation: RelationKind | None, to: Instrument | None) -> str:
    """One instrument of the chain, how it hangs to the next and its status."""
    title = f" (“{instrument.title}”)" if relation is None and instrument.title else ""
    hangs = f", {_hangs(relation, to)} {instrument_name(to)}" if relation is not None and to is not None else ""
    held = "" if instrument.document else f" ({NOT_HELD})"
    return f"– {instrument_name(instrument)}{title}{held}{hangs}: {short_status(validity)}."


def continued_line(instrument: Instrument, validity: Validity, by: Instrument) -> str:
    """What the instrument asked for continues."""
    held = "" if instrument.document else f" ({NOT_HELD})"
    return f"– {instrument_name(instrument)}{held}, được {instrument_name(by)} tiếp nối: {short_status(validity)}."


def short_status(validity: Validity) -> str:
    """The status in a few words."""
    return _STATUS[validity.status]


def others_head(is_for_branches: bool) -> str:
    """Before further instruments of the kind that apply as well."""
    return "Văn bản riêng của ngành, lĩnh vực" if is_for_branches else "Văn bản khác cùng áp dụng"


def others(head: str, named: Sequence[str]) -> str:
    """Further instruments, each with its mark."""
    return f"{head}: {'; '.join(named)}."


def in_turn(first: date, last: date) -> str:
    """Above instruments that applied one after the other."""
    return f"Từ ngày {written_date(first)} đến ngày {written_date(last)} có thay đổi, lần lượt áp dụng:"


def period(instrument: Instrument, begins: date | None, ends: date | None) -> str:
    """One of them with its time; `ends` is the first day on which it no longer applies."""
    return f"– {called(instrument)} ({', '.join(force(begins, ends)) or UNCERTAIN})."


def force(begins: date | None, ends: date | None) -> list[str]:
    """The time in force as far as it is known."""
    told = [in_force_since(begins)] if begins else []
    return told + ([f"đến hết ngày {written_date(last_day(ends))}"] if ends else [])


def none_applies(wanted_kind: str, day: date, nearest: str) -> str:
    """Nothing held of this kind applies on the day; the nearest that is held with its time."""
    wanted = wanted_kind.lower() or "văn bản"
    return (
        f"Trong kho không có {wanted} nào về nội dung này được xác định là có hiệu lực vào ngày {written_date(day)}. "
        f"Gần nhất: {nearest}. {ASK_ADMINISTRATOR}"
    )


def history_head(of_kind: str) -> str:
    """Above a history."""
    return f"Các {of_kind.lower() or 'văn bản'} theo thứ tự thời gian:"


def before_head(name: str) -> str:
    """Above what went before an instrument."""
    return f"Trước {name}:"


def history_line(instruments: Sequence[Instrument], told: str) -> str:
    """An instrument of a history, or several of which nothing but the same is known, with what is known of force."""
    held = all(instrument.document for instrument in instruments)
    notes = [*([] if held else [NOT_HELD]), *([told] if told else [])]
    named = ", ".join(_briefly_called(instrument) for instrument in instruments)
    return f"– {named} ({'; '.join(notes) or UNCERTAIN})."


def amended_by(amendments: Sequence[tuple[Instrument, date | None]]) -> str:
    """Who amended an instrument, each from which day."""
    held = [
        f"{instrument_name(instrument)}{f' từ ngày {written_date(begins)}' if begins else ''}"
        for instrument, begins in amendments
        if instrument.document
    ]
    others = [instrument_name(instrument) for instrument, _ in amendments if not instrument.document]
    note = f"{', '.join(others)} ({NOT_HELD})" if others else ""
    return f"được sửa đổi, bổ sung bởi {', '.join([*held, *([note] if note else [])])}"


def continued_by(other: Instrument) -> str:
    """That another continues it."""
    return f"được {instrument_name(other)} tiếp nối"


def more_left_out() -> str:
    """Below a list that was cut."""
    return "Còn văn bản khác chưa nêu ở đây."


def _hangs(relation: RelationKind, to: Instrument) -> str:
    """Laws are detailed (Luật Ban hành văn bản quy phạm pháp luật), what stands below them is guided."""
    is_of_a_law = relation is RelationKind.GUIDES and legal_rank(to) <= STATUTE_RANK
    return f"quy định chi tiết, {_HANGS[relation]}" if is_of_a_law else _HANGS[relation]
