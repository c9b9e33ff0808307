"""The sentences around a comparison of two documents: Vietnamese; what the documents say is quoted, never reworded."""

from collections.abc import Mapping

from bot.messages import designation
from corpus.model import Document, DocumentId, Form
from corpus.written_date import written_date

UNCHANGED = "Giữ nguyên"
EARLIER, NOW = "Trước", "Nay"
NEW, NO_LONGER, REWORDED = "Mới có", "Không còn", "Đổi lời văn"

MORE_DIFFERENCES = "Còn các điểm khác chưa nêu ở đây; xin hỏi rõ nội dung cần so sánh."

LITTLE_IN_COMMON = "Hai văn bản này có rất ít quy định cùng nội dung, có thể không phải hai bản của cùng một quy định."


def head(older: Document, newer: Document, ended: Mapping[DocumentId, str]) -> str:
    """Above the differences, both documents with their dates and what is told of those that have ended."""
    return f"{_dated(newer, ended)} so với {_dated(older, ended)}:"


def nothing_in_common(older: Document, newer: Document) -> str:
    """No provision of the one has a counterpart in the other, as far as the library holds them."""
    return (
        f"Chưa so sánh được {_dated(older)} với {_dated(newer)}: "
        "trong phần có trong kho, không thấy quy định nào của hai văn bản cùng nội dung."
    )


def nothing_on_topic(older: Document, newer: Document) -> str:
    """What is held of both has no common provision on what was asked."""
    return (
        f"Chưa so sánh được {_dated(older)} với {_dated(newer)} về nội dung này: "
        "trong phần có trong kho, không thấy quy định nào về nội dung ấy có ở cả hai văn bản."
    )


def same_numbers(older: Document, newer: Document, ended: Mapping[DocumentId, str]) -> str:
    """What is held of both, one of them retold, differs in no number and no date."""
    return (
        f"{_dated(newer, ended)} so với {_dated(older, ended)}: "
        "phần tóm lược có trong kho không cho thấy điểm khác nào về con số và ngày tháng; "
        "nội dung khác cần đối chiếu văn bản gốc."
    )


def same_text(older: Document, newer: Document, ended: Mapping[DocumentId, str]) -> str:
    """Nothing differs."""
    return f"{_dated(newer, ended)} không có điểm khác so với {_dated(older, ended)}."


def incomplete(older: Document, newer: Document) -> str:
    """What a comparison with a digest cannot tell; "" when both are the texts as issued."""
    if Form.DIGEST not in {older.form, newer.form}:
        return ""
    held = "Cả hai văn bản" if older.form is newer.form else designation(older if older.form is Form.DIGEST else newer)
    return (
        f"{held} chỉ có bản tóm lược trong kho nên chỉ so sánh được những quy định nêu ở cả hai bên; "
        "quy định không thấy ở một bên chưa chắc đã bị bỏ hoặc mới được thêm."
    )


def _dated(document: Document, ended: Mapping[DocumentId, str] | None = None) -> str:
    told = [*([written_date(document.issued_on)] if document.issued_on else []), (ended or {}).get(document.id, "")]
    notes = "; ".join(filter(None, told))
    return f"{designation(document)}{f' ({notes})' if notes else ''}"
