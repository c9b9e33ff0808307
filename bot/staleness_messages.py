"""The words of notices that a document has changed since somebody asked about it or began to follow it."""

from datetime import date

from bot.messages import designation
from bot.validity_messages import instrument_name
from corpus.model import Document, RelationKind
from corpus.standing import Act
from corpus.turning_points import effective_day
from corpus.written_date import written_date

HEADING = "Văn bản có thay đổi"
_DONE = {
    RelationKind.REPLACES: "được thay thế bằng",
    RelationKind.REPEALS: "bị bãi bỏ bởi",
    RelationKind.ENDS: "hết hiệu lực theo",
    RelationKind.AMENDS: "được sửa đổi, bổ sung bởi",
    RelationKind.EXTENDS: "được kéo dài thời gian áp dụng theo",
    RelationKind.CORRECTS: "được đính chính bởi",
}


def why_told(asked_on: date | None, *, is_group: bool) -> str:
    """Why this chat is told: it asked, or follows the document."""
    who = "nhóm" if is_group else "anh/chị"
    return f"mà {who} đã hỏi ngày {written_date(asked_on)}" if asked_on else f"mà {who} đang theo dõi"


def changed_by(act: Act) -> str:
    """What another document does to it, and from when: "nay được thay thế bằng Kế hoạch 47/KH-UBND"."""
    done = _DONE[act.relation.kind]
    part = "" if act.is_whole or act.relation.kind is RelationKind.AMENDS else " một phần"
    day = effective_day(act)
    issued = f" ngày {written_date(act.acting.issued_on)}" if act.acting.issued_on else ""
    since = f", từ ngày {written_date(day)}" if day and day != act.acting.issued_on else ""
    return f"nay {done}{part} {instrument_name(act.acting)}{issued}{since}"


def places(act: Act) -> str:
    """What it concerns; "" for the whole."""
    return f"Nội dung thay đổi: {', '.join(map(str, act.relation.places))}." if act.relation.places else ""


def said_by(document: Document, locator: str) -> str:
    """Behind a quote: where it stands."""
    return ", ".join(filter(None, [designation(document), locator]))


def deadline_moved(old: str, new: str) -> str:
    """A duty is due at another time."""
    return f"đổi hạn từ “{old}” thành “{new}”"


def deadline_corrected(old: str, new: str) -> str:
    """An officer has set another time."""
    return f"có hạn được cán bộ chỉnh từ “{old}” thành “{new}”"


def deadline_read_anew(old: str, new: str) -> str:
    """The file is the same, and was read wrongly before."""
    return f"có hạn được đọc lại: trước đây ghi “{old}”, nay ghi “{new}”; xin đối chiếu với văn bản"


def duty(task: str) -> str:
    """Which duty has been moved."""
    return f"Việc: {task}."


def removed() -> str:
    """The document is no longer held."""
    return "nay không còn trong kho, nên không còn được nhắc hạn. Câu trả lời cũ về văn bản này cần kiểm tra lại"


def more_changes(count: int) -> str:
    """Below a list that was cut."""
    return f"Còn {count} thay đổi khác của các văn bản đã hỏi hoặc đang theo dõi. Xin hỏi lại khi cần dùng."
