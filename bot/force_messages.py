"""Sentences on what is in force and how instruments hang together: Vietnamese, short, never surer than the sources."""

from collections.abc import Sequence
from datetime import date

from bot.messages import designation
from bot.validity_messages import UNCERTAIN, last_day
from corpus.identifier import kind_of
from corpus.model import Document, Form, RelationKind
from corpus.standing import Instrument
from corpus.validity import ValidityStatus
from corpus.written_date import written_date

_LEADS = {
    ValidityStatus.IN_FORCE: "còn hiệu lực",
    ValidityStatus.PARTLY_REPLACED: "còn hiệu lực, một phần đã thay đổi",
    ValidityStatus.EXPIRED: "đã hết hiệu lực",
    ValidityStatus.NOT_YET: "chưa có hiệu lực",
    ValidityStatus.UNKNOWN: "chưa xác định",
}
# What has happened to an instrument, and what it does to another.
_DONE_TO = {
    RelationKind.REPLACES: "được thay thế bằng",
    RelationKind.REPEALS: "bị bãi bỏ theo",
    RelationKind.ENDS: "hết hiệu lực theo",
    RelationKind.AMENDS: "được sửa đổi, bổ sung bởi",
    RelationKind.GUIDES: "được quy định chi tiết, hướng dẫn bởi",
    RelationKind.IMPLEMENTS: "được triển khai bằng",
    RelationKind.EXTENDS: "được kéo dài thời gian áp dụng theo",
    RelationKind.CONTINUES: "được tiếp nối bằng",
}
NO_WORD_ON_CONSEQUENCE = "kho chưa có văn bản nói về hệ quả đối với văn bản này"


def called(instrument: Instrument) -> str:
    """How an instrument is called: kind and number, the kind as its symbol tells when nothing else does."""
    if instrument.document is not None:
        return designation(instrument.document)
    kind = kind_of_instrument(instrument) or "Văn bản"
    return f"{kind} {instrument.number}" if instrument.number else f"{kind} “{instrument.title}”"


def kind_of_instrument(instrument: Instrument) -> str:
    """Its kind as told, else as its symbol tells; "" when neither does."""
    return instrument.kind or (kind_of(instrument.number.symbol) if instrument.number else "")


def dated(instrument: Instrument) -> str:
    """The same with its date."""
    day = instrument.issued_on
    return f"{called(instrument)} ({written_date(day)})" if day else called(instrument)


def lead(status: ValidityStatus, on: date | None) -> str:
    """The status first of all; with the day when the question named one."""
    words = _LEADS[status]
    return f"Vào ngày {written_date(on)} {words}" if on else words.capitalize()


def today(status: ValidityStatus, on: date) -> str:
    """How it stands now, after an answer for another day."""
    return f"Hiện nay (ngày {written_date(on)}) {_LEADS[status]}"


def since(day: date | None) -> str:
    """From a day on; "" when it is not known."""
    return f" từ ngày {written_date(day)}" if day else ""


def begun(name: str, day: date) -> str:
    """Its first day."""
    return f"{name} có hiệu lực từ ngày {written_date(day)}"


def held_to_be_in_force(name: str, day: date | None) -> str:
    """A source that tells the status, not the first day."""
    return f"{name} được nguồn tra cứu ghi là còn hiệu lực{f' tại ngày {written_date(day)}' if day else ''}"


def done_to(name: str, kind: RelationKind, by: str) -> str:
    """What another instrument does to it."""
    return f"{name} {_DONE_TO[kind]} {by}"


def changed_in_part(kind: RelationKind, by: str, places: str) -> str:
    """What another instrument changes of it."""
    part = "" if kind is RelationKind.AMENDS else " một phần"
    return f"{_DONE_TO[kind].replace(' theo', f'{part} theo').replace(' bằng', f'{part} bằng')} {by}{places}"


def in_places(places: Sequence[object]) -> str:
    """Which places; "" when the source names none."""
    return f" ({', '.join(map(str, places))})" if places else ""


def time_is_over(name: str) -> str:
    """Its own time has passed."""
    return f"{name} đã hết thời hạn áp dụng"


def will_end(until: date, by: str, *, has_exceptions: bool) -> str:
    """Its announced end: the last day, and who ends it."""
    hand = f" ({by})" if by else ""
    exceptions = ", trừ trường hợp nêu trong trích dẫn" if has_exceptions else ""
    return f"Theo quy định hiện có, áp dụng đến hết ngày {written_date(last_day(until))}{hand}{exceptions}"


def will_change(day: date, change: str) -> str:
    """A change that is known for a later day."""
    return f"Từ ngày {written_date(day)}, văn bản này {change}"


def ends_on(name: str, until: date, *, has_exceptions: bool) -> str:
    """The answer to "until when"."""
    exceptions = ", trừ trường hợp nêu trong trích dẫn" if has_exceptions else ""
    return (
        f"{name} hết hiệu lực từ ngày {written_date(until)}, tức áp dụng đến hết ngày "
        f"{written_date(last_day(until))}{exceptions}"
    )


def not_issued(name: str, issued_on: date | None) -> str:
    """The day lies before its issue."""
    return f"{name} khi đó chưa được ban hành{f' (ban hành ngày {written_date(issued_on)})' if issued_on else ''}"


def no_first_day(name: str, issued_on: date | None) -> str:
    """No document tells from when it is in force."""
    issued = f" Văn bản được ban hành ngày {written_date(issued_on)}." if issued_on else ""
    return f"Kho chưa có văn bản nào ghi ngày có hiệu lực của {name}.{issued}"


def no_last_day(name: str) -> str:
    """No document tells until when it is in force."""
    return f"Kho chưa có văn bản nào ghi ngày hết hiệu lực của {name}."


def why_unknown(name: str) -> str:
    """Nothing is said of its force."""
    return f"kho chưa có văn bản nào ghi rõ hiệu lực của {name}"


def end_without_a_day(name: str, kind: RelationKind, by: str) -> str:
    """An act ends it, and nobody tells from when."""
    return f"{done_to(name, kind, by)}, nhưng kho chưa có văn bản ghi từ ngày nào"


def sources_disagree(name: str) -> str:
    """The best sources give different days."""
    return f"các nguồn ghi khác nhau về thời gian có hiệu lực của {name}"


def news_has_no_force(name: str) -> str:
    """A news item."""
    return f"{name} là bản tin, không phải văn bản nên không đặt ra vấn đề hiệu lực."


def period_head(name: str, first: date, last: date) -> str:
    """Above the parts of a period in which the status changes."""
    return f"{name}, từ ngày {written_date(first)} đến ngày {written_date(last)}:"


def until_end_of(day_after: date) -> str:
    """A part of a period, up to the day before."""
    return f"đến hết ngày {written_date(last_day(day_after))}"


def from_day(day: date) -> str:
    """A part of a period, from that day."""
    return f"từ ngày {written_date(day)}"


def status_words(status: ValidityStatus) -> str:
    """The status alone."""
    return _LEADS[status]


def still_applied(quote: str) -> str:
    """A case to which an ended instrument still applies, in the words of the source."""
    return f"Chuyển tiếp: “{quote}”"


def continued_by(names: Sequence[str], name: str, marks: str, *, is_replaced: bool) -> str:
    """Newer instruments that carry it on without ending it."""
    told = f"{', '.join(names)} tiếp nối {name}"
    return f"{told}.{marks}" if is_replaced else f"{told}{marks}; kho chưa có văn bản nào ghi rõ việc thay thế {name}."


def done_status(name: str, status: ValidityStatus) -> str:
    """The status of another instrument as a sentence."""
    return f"{name} {UNCERTAIN if status is ValidityStatus.UNKNOWN else _LEADS[status]}."


def different_days(what: str, told: Sequence[str]) -> str:
    """Sources that contradict one another, each with its day and mark."""
    return f"Các nguồn ghi {what} khác nhau: {'; '.join(told)}."


FIRST_DAY, ISSUE_DAY = "ngày có hiệu lực", "ngày ban hành"


def tells_day(said_by: Document, day: date, *, is_disputed: bool) -> str:
    """One of them."""
    form = {Form.DIGEST: "bản tóm lược ", Form.NEWS: "bản tin ", Form.OFFICIAL: ""}[said_by.form]
    who = "nguồn khác" if is_disputed else f"{form}{designation(said_by)}"
    return f"{who} ghi {written_date(day)}"


def places_begin(places: Sequence[object], day: date) -> str:
    """Places that are in force from another day."""
    return f"Riêng {', '.join(map(str, places))} có hiệu lực từ ngày {written_date(day)}"


def except_as_quoted() -> str:
    """The first day does not hold for all of it."""
    return ", trừ trường hợp nêu trong trích dẫn"


def basis_has_ended(bases: Sequence[str]) -> str:
    """What it was based on is no longer in force; nothing is concluded from that."""
    return f"Lưu ý: căn cứ ban hành là {'; '.join(bases)}; {NO_WORD_ON_CONSEQUENCE}."


def ended_basis(name: str, day: date | None) -> str:
    """One such basis."""
    return f"{name} đã hết hiệu lực{since(day)}"


def several_of_one_name(written: str, count: int, on: date | None) -> str:
    """Above several held instruments that bear the number or name asked about."""
    same = "số" if any(map(str.isdigit, written)) else "tên"
    return f"Có {count} văn bản cùng {same} {written} trong kho{f'; vào ngày {written_date(on)}' if on else ''}:"


def force_of_each(on: date | None) -> str:
    """Above several instruments named in one question."""
    return f"Vào ngày {written_date(on)}:" if on else "Hiệu lực của từng văn bản:"


def one_of_them(document: Document, status: str, first: date | None) -> str:
    """One of them, told apart by its issuer, with its own status and first day."""
    issuer = f" của {document.issuer}" if document.issuer else ""
    begun_on = f"; có hiệu lực từ ngày {written_date(first)}" if first and "từ ngày" not in status else ""
    return f"– {designation(document)}{issuer}: {status}{begun_on}."


def applied_from(day: date) -> str:
    """It is applied from another day than it is in force."""
    return f" và áp dụng từ ngày {written_date(day)}"
