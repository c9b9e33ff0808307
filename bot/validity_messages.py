"""How a status is told: in a mark beside a source, in JSON, and in sentences; never surer than the documents are."""

from datetime import date, timedelta

from bot.messages import designation
from corpus.hierarchy import kind
from corpus.model import RelationKind
from corpus.standing import Act, Dated, Instrument, Statement
from corpus.turning_points import effective_day
from corpus.validity import Reason, Validity, ValidityStatus
from corpus.written_date import written_date

UNCERTAIN = "chưa xác định hiệu lực"

_ENDED_BY = {
    RelationKind.REPLACES: "được thay thế bằng",
    RelationKind.REPEALS: "bị bãi bỏ bởi",
    RelationKind.ENDS: "theo",
}
_CHANGED_BY = {
    RelationKind.AMENDS: "được sửa đổi, bổ sung bởi",
    RelationKind.REPLACES: "được thay thế một phần bởi",
    RelationKind.REPEALS: "bị bãi bỏ một phần bởi",
    RelationKind.ENDS: "hết hiệu lực một phần theo",
}


def instrument_name(instrument: Instrument) -> str:
    """How an instrument is called in a sentence; one that is not held by the kind that is told or its number names."""
    if instrument.document is not None:
        return designation(instrument.document)
    return f"{kind(instrument) or 'Văn bản'} {instrument.number}"


def mark(validity: Validity) -> str:
    """The status in the parentheses after a source and in JSON; "" for what has no force, a news item."""
    match validity.status:
        case ValidityStatus.IN_FORCE:
            return f"còn hiệu lực{_until(validity)}{_coming(validity)}"
        case ValidityStatus.PARTLY_REPLACED:
            act = validity.changes[-1]
            return f"còn hiệu lực, một phần đã thay đổi{_from(act)} theo {instrument_name(act.acting)}"
        case ValidityStatus.EXPIRED:
            return f"hết hiệu lực{_since(validity)}{_hand(validity.cause)}"
        case ValidityStatus.NOT_YET:
            return f"chưa có hiệu lực{_begins(validity)}"
        case ValidityStatus.UNKNOWN:
            return "" if validity.reason is Reason.NO_INSTRUMENT else UNCERTAIN


def reason_in_words(validity: Validity) -> str | None:
    """The reason for JSON; None for what has no force."""
    if validity.reason is Reason.NO_INSTRUMENT:
        return None
    if validity.status is ValidityStatus.UNKNOWN:
        return f"{UNCERTAIN}: {_why_unknown(validity)}"
    return mark(validity)


def explained(name: str, validity: Validity) -> str:
    """One or two sentences that tell the status on the day and why."""
    day = written_date(validity.day)
    match validity.status:
        case ValidityStatus.IN_FORCE:
            return f"{name} còn hiệu lực vào ngày {day}{_begun(validity)}.{_announced(validity)}"
        case ValidityStatus.PARTLY_REPLACED:
            return f"{name} còn hiệu lực vào ngày {day}, nhưng một phần đã thay đổi: {_changes(validity)}."
        case ValidityStatus.EXPIRED:
            return f"{name} đã hết hiệu lực{_since(validity)}{_hand(validity.cause)}."
        case ValidityStatus.NOT_YET if validity.reason is Reason.NOT_ISSUED:
            return f"Vào ngày {day}, {name} chưa được ban hành{_begins(validity)}."
        case ValidityStatus.NOT_YET:
            return f"Vào ngày {day}, {name} chưa có hiệu lực{_begins(validity)}."
        case ValidityStatus.UNKNOWN:
            return f"Chưa xác định được hiệu lực của {name} vào ngày {day}: {_why_unknown(validity)}."


def changed_in_part(name: str, act: Act) -> str:
    """A part of the document has changed, and no held document tells which: what is quoted must be compared."""
    return f"{name} đã thay đổi một phần{_from(act)} theo {instrument_name(act.acting)}; xin đối chiếu nội dung này."


def last_day(first_day_no_longer: date) -> date:
    """The last day in force: the one before."""
    return first_day_no_longer - timedelta(days=1)


def _until(validity: Validity) -> str:
    return f" đến hết ngày {written_date(last_day(validity.until))}" if validity.until else ""


def _coming(validity: Validity) -> str:
    if not validity.coming:
        return ""
    act = validity.coming[0]
    return f"; sẽ {_CHANGED_BY[act.relation.kind]} {instrument_name(act.acting)}{_from(act)}"


def _from(act: Act) -> str:
    day = effective_day(act)
    return f" từ ngày {written_date(day)}" if day else ""


def _since(validity: Validity) -> str:
    return f" từ ngày {written_date(validity.since)}" if validity.since else ""


def _hand(cause: Statement | None) -> str:
    """By whom it ended; nothing when its own time was over."""
    if not isinstance(cause, Act):
        return ""
    return f", {_ENDED_BY.get(cause.relation.kind, 'theo')} {instrument_name(cause.acting)}"


def _begins(validity: Validity) -> str:
    return f"; có hiệu lực từ ngày {written_date(validity.until)}" if validity.until else ""


def _begun(validity: Validity) -> str:
    if validity.reason is Reason.HOLDS and isinstance(validity.cause, Dated):
        on = validity.cause.effect.on
        return f" (theo nguồn ghi tình trạng ngày {written_date(on)})" if on else ""
    return f" (có hiệu lực từ ngày {written_date(validity.since)})" if validity.since else ""


def _announced(validity: Validity) -> str:
    told = []
    if validity.until:
        told.append(f"Văn bản này sẽ hết hiệu lực từ ngày {written_date(validity.until)}{_hand(validity.end)}.")
    told += [
        f"Văn bản này sẽ {_CHANGED_BY[act.relation.kind]} {instrument_name(act.acting)}{_from(act)}."
        for act in validity.coming
    ]
    return f" {' '.join(told)}" if told else ""


def _changes(validity: Validity) -> str:
    return "; ".join(
        f"{_CHANGED_BY[act.relation.kind]} {instrument_name(act.acting)}{_from(act)}{_places(act)}"
        for act in validity.changes
    )


def _places(act: Act) -> str:
    return f" ({', '.join(map(str, act.relation.places))})" if act.relation.places else ""


def _why_unknown(validity: Validity) -> str:
    match validity.reason:
        case Reason.NO_DAY_GIVEN if isinstance(validity.cause, Act):
            return (
                f"văn bản này {_ENDED_BY.get(validity.cause.relation.kind, 'chấm dứt theo')} "
                f"{instrument_name(validity.cause.acting)}, nhưng kho chưa có văn bản ghi từ ngày nào"
            )
        case Reason.CONTRADICTION:
            return "các nguồn ghi ngày khác nhau"
        case Reason.NO_INSTRUMENT:
            return "đây là bản tin, không phải văn bản"
        case _:
            return "kho chưa có văn bản nào ghi ngày có hiệu lực"
