"""The sentences around a comparison of two documents: Vietnamese; what the documents say is quoted, never reworded."""

from bot.messages import designation, written_date
from corpus.model import Document, Form

UNCHANGED = "Giữ nguyên"
EARLIER, NOW = "Trước", "Nay"
NEW, NO_LONGER, REWORDED = "Mới có", "Không còn", "Đổi lời văn"

MORE_DIFFERENCES = "Còn các điểm khác chưa nêu ở đây; xin hỏi rõ nội dung cần so sánh."

LITTLE_IN_COMMON = "Hai văn bản này có rất ít quy định cùng nội dung, có thể không phải hai bản của cùng một quy định."


def head(older: Document, newer: Document) -> str:
    """Above the differences, both documents with their dates."""
    return f"{_dated(newer)} so với {_dated(older)}:"


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


def same_numbers(older: Document, newer: Document) -> str:
    """The common provisions differ in no number and no date."""
    return (
        f"Ở những quy định có trong cả hai văn bản, {_dated(newer)} không khác {_dated(older)} về con số và ngày tháng."
    )


def same_text(older: Document, newer: Document) -> str:
    """Nothing differs."""
    return f"{_dated(newer)} không có điểm khác so với {_dated(older)}."


def incomplete(older: Document, newer: Document) -> str:
    """What a comparison with a digest cannot tell; "" when both are the texts as issued."""
    if Form.DIGEST not in {older.form, newer.form}:
        return ""
    held = "Cả hai văn bản" if older.form is newer.form else designation(older if older.form is Form.DIGEST else newer)
    return (
        f"{held} chỉ có bản tóm lược trong kho nên chỉ so sánh được những quy định nêu ở cả hai bên; "
        "quy định không thấy ở một bên chưa chắc đã bị bỏ hoặc mới được thêm."
    )


def _dated(document: Document) -> str:
    day = f" ({written_date(document.issued_on)})" if document.issued_on else ""
    return f"{designation(document)}{day}"
