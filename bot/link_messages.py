"""Sentences on how instruments hang together: what replaced, amended, guides or carries out what, in Vietnamese."""

from collections.abc import Sequence
from datetime import date

from bot.force_messages import in_places
from corpus.model import RelationKind
from corpus.written_date import written_date

_DOES = {
    RelationKind.REPLACES: "thay thế",
    RelationKind.REPEALS: "bãi bỏ",
    RelationKind.ENDS: "làm hết hiệu lực",
    RelationKind.AMENDS: "sửa đổi, bổ sung",
    RelationKind.GUIDES: "quy định chi tiết, hướng dẫn",
    RelationKind.IMPLEMENTS: "triển khai, thực hiện",
    RelationKind.EXTENDS: "kéo dài thời gian áp dụng",
    RelationKind.CONTINUES: "tiếp nối",
}
MORE_NOT_LISTED = "Còn các văn bản khác chưa nêu ở đây."


def does(name: str, kind: RelationKind, to: str) -> str:
    """What it does to another instrument."""
    return f"{name} {_DOES[kind]} {to}"


def doing(kind: RelationKind) -> str:
    """The verb alone."""
    return _DOES[kind]


def list_head(name: str, kind: RelationKind, *, is_done_by_it: bool) -> str:
    """Above several instruments that are linked so."""
    return f"{name} {_DOES[kind]}:" if is_done_by_it else f"Văn bản {_DOES[kind]} {name}:"


def no_link(name: str, kind: RelationKind, *, is_done_by_it: bool) -> str:
    """No held document says it."""
    if is_done_by_it:
        return f"Kho chưa có văn bản nào ghi {name} {_DOES[kind]} văn bản khác."
    return f"Kho chưa có văn bản nào ghi việc {_DOES[kind]} {name}."


def besides(names: Sequence[str]) -> str:
    """Instruments linked so of other kinds than the one asked for, in one line."""
    return f"Ngoài ra: {'; '.join(names)}."


def earlier(names: Sequence[str]) -> str:
    """Instruments linked so that no longer apply, in one line."""
    return f"Không còn áp dụng: {'; '.join(names)}."


def later(names: Sequence[str]) -> str:
    """Instruments linked so that do not apply yet on the day."""
    return f"Chưa áp dụng vào thời điểm này: {'; '.join(names)}."


def now(names: Sequence[str]) -> str:
    """Instruments linked so that apply, below those that applied before."""
    return f"Đang áp dụng: {'; '.join(names)}."


def none_applies(day: date) -> str:
    """Of those linked so none applies on the day."""
    return f"Vào ngày {written_date(day)}, không văn bản nào trong kho thuộc loại này đang có hiệu lực."


def own_status(name: str, mark: str) -> str:
    """The status of the instrument asked about, as the mark beside a source tells it."""
    return f"{name} {mark}."


def extended_until(day: date | None) -> str:
    """To which day an extension reaches."""
    return f" đến hết ngày {written_date(day)}" if day else ""


def in_part(kind: RelationKind, places: Sequence[object]) -> str:
    """Only a part is concerned; an amendment always is."""
    return in_places(places) if kind is RelationKind.AMENDS else f", một phần{in_places(places)}"


DISPUTED = ", theo nguồn chưa đối chiếu được"
