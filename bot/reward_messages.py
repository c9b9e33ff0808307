"""The sentences of answers about rewards: Vietnamese, the amount first, then how it comes about."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from bot.messages import designation
from corpus.model import Document, Recipient
from corpus.reward import written_coefficient, written_dong
from corpus.validity import ValidityStatus
from corpus.written_date import written_date

_RECIPIENTS = {Recipient.PERSON: "cá nhân", Recipient.COLLECTIVE: "tập thể", Recipient.HOUSEHOLD: "hộ gia đình"}
# Forms of commendation; the other names are titles (danh hiệu).
_FORMS = ("huân chương", "huy chương", "bằng khen", "giấy khen", "kỷ niệm chương", "giải thưởng", "cờ thi đua")
_STANDINGS = {
    ValidityStatus.NOT_YET: "chưa có hiệu lực vào ngày đó",
    ValidityStatus.EXPIRED: "đã hết hiệu lực vào ngày đó",
    ValidityStatus.UNKNOWN: "chưa xác định được hiệu lực vào ngày đó",
}


def titled(title: str, recipient: Recipient | None) -> str:
    """The title or form with its recipient: "danh hiệu Chiến sĩ thi đua cơ sở (cá nhân)"."""
    name = title if title.lower().startswith(_FORMS) else f"danh hiệu {title}"
    return f"{name} ({_RECIPIENTS[recipient]})" if recipient else name


def days(first: date, last: date) -> str:
    """The days of the decisions that are spoken of: one, or all from the first to the last."""
    if first == last:
        return f"ngày {written_date(first)}"
    return f"từ ngày {written_date(first)} đến hết ngày {written_date(last)}"


def reward(named: str, when: str, dong: Decimal | int, *, is_ceiling: bool) -> str:
    """The amount, first of all; `when` as `days` writes it."""
    return f"Tiền thưởng {named} cho quyết định {when}: {_ceiling(is_ceiling)}{written_dong(dong)} đồng."


def rewards_head(when: str) -> str:
    """Above the amounts of several titles or recipients."""
    return f"Tiền thưởng cho quyết định {when}:"


def highest(named: str, dong: Decimal | int) -> str:
    """Of several titles the one with the highest amount."""
    return f"Mức cao nhất trong các danh hiệu nêu trên: {named}, {written_dong(dong)} đồng."


def together(amounts: Sequence[Decimal | int], total: Decimal | int) -> str:
    """Two rewards that are both due."""
    return f"Cả hai khoản: {' + '.join(map(written_dong, amounts))} = {written_dong(total)} đồng."


def of_each(amounts: Sequence[Decimal | int], total: Decimal | int) -> str:
    """Two rewards of one kind, of which the rule above says when each is due."""
    return (
        f"Nếu hưởng tiền thưởng của từng loại: {' + '.join(map(written_dong, amounts))} = {written_dong(total)} đồng."
    )


def reward_line(named: str, dong: Decimal | int, *, is_ceiling: bool) -> str:
    """One of several amounts."""
    return f"– {named[0].upper()}{named[1:]}: {_ceiling(is_ceiling)}{written_dong(dong)} đồng."


def calculation(
    coefficient: Decimal, salary: int, exact: Decimal, dong: Decimal | int, *, is_ceiling: bool
) -> tuple[str, str]:
    """How the amount comes about; the second part, of the rounding, is "" where nothing was rounded."""
    times = written_coefficient(coefficient)
    shown = (
        f"Cách tính: {_ceiling(is_ceiling)}{times} lần mức lương cơ sở = {times} × {written_dong(salary)} đồng"
        f" = {written_dong(exact)} đồng"
    )
    return (f"{shown}.", "") if exact == dong else (
        f"{shown};", f"làm tròn lên hàng chục nghìn đồng: {written_dong(dong)} đồng."
    )  # fmt: skip


def derived(coefficient: Decimal, base: Decimal, factor: Decimal) -> str:
    """How a coefficient follows from that for persons."""
    times = written_factor(factor)
    return f"Hệ số {written_coefficient(coefficient)} bằng {times} lần hệ số {written_coefficient(base)} của cá nhân."


def written_factor(factor: Decimal) -> str:
    """A factor as people say it: 2, 1,5."""
    return f"{factor.normalize():f}".replace(".", ",")


def coefficient_only(named: str, coefficient: Decimal, *, is_ceiling: bool) -> str:
    """What can be said without a base salary."""
    return f"Tiền thưởng {named}: {_ceiling(is_ceiling)}{written_coefficient(coefficient)} lần mức lương cơ sở."


def no_rate(when: str, held: Sequence[tuple[Document, ValidityStatus]], in_force: Sequence[str]) -> str:
    """No held document that applies on the day sets the reward; what is held, and what applied, as far as known."""
    known = "; ".join(f"{designation(document)} {_STANDINGS.get(status, '')}".strip() for document, status in held)
    return f"Kho không có mức tiền thưởng áp dụng cho quyết định {when}. Có mức trong: {known}." + _in_force(in_force)


def not_in_named(silent: Sequence[str], holding: Sequence[str]) -> str:
    """The documents named do not tell the reward; others that are held do."""
    return f"Bản lưu của {'; '.join(silent)} không ghi mức tiền thưởng này. Có mức trong: {'; '.join(holding)}."


def no_base_salary(day: date, in_force: Sequence[str]) -> str:
    """No held document sets a base salary for the day."""
    return f"Kho không có mức lương cơ sở áp dụng ngày {written_date(day)} nên chưa tính được số tiền." + _in_force(
        in_force
    )


def no_rounding_rule(document: Document) -> str:
    """The amounts are shown as multiplied."""
    return f"Bản lưu của {designation(document)} không có quy định làm tròn; số tiền trên chưa làm tròn."


def several_salaries(day: date) -> str:
    """Documents that apply on the day set different base salaries."""
    return f"Kho có nhiều mức lương cơ sở khác nhau áp dụng ngày {written_date(day)}; mỗi mức được tính riêng."


def too_many(titles: Sequence[str]) -> str:
    """The question fits too many titles for a list of amounts."""
    return (
        "Có nhiều mức tiền thưởng khớp với câu hỏi. Xin ghi rõ danh hiệu hoặc hình thức khen thưởng, hạng hoặc cấp, "
        "và tặng cá nhân hay tập thể:\n" + ";\n".join(f"– {title}" for title in titles) + "."
    )


def _ceiling(is_ceiling: bool) -> str:
    return "không quá " if is_ceiling else ""


def _in_force(names: Sequence[str]) -> str:
    return f" Văn bản áp dụng ngày đó: {'; '.join(names)}." if names else ""
