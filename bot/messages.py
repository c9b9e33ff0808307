"""Every sentence that a user can see: Vietnamese, polite, without exclamation marks.

Sentences around an answer are few and fixed; what an instrument says is quoted, never reworded here.
"""

from collections.abc import Sequence
from datetime import date

from corpus.model import Document, Form
from corpus.written_date import written_date

SOURCES_HEADING = "Nguồn"
CHAT_PROMPT = "Câu hỏi: "
ASK_ADMINISTRATOR = "Gửi văn bản cho quản trị viên để bổ sung."

_EXAMPLES = (
    "Hồ sơ đề nghị tặng danh hiệu Chiến sĩ thi đua toàn quốc gửi Bộ Nội vụ trước ngày nào?",
    "Điều 35 Nghị định 152/2025/NĐ-CP quy định gì?",
)


def greeting() -> str:
    """The answer to "xin chào"."""
    return (
        f"Xin chào. Tôi tra cứu văn bản về thi đua, khen thưởng và trả lời kèm trích dẫn nguyên văn.\n\n{_examples()}"
    )


def you_are_welcome() -> str:
    """The answer to thanks."""
    return "Rất vui được hỗ trợ anh/chị. Khi cần tra cứu tiếp, xin cứ gửi câu hỏi."


def help_text() -> str:
    """What the bot does and how to ask."""
    return (
        "Tôi trả lời câu hỏi về thi đua, khen thưởng từ các văn bản có trong kho: luật, nghị định, thông tư, "
        "chỉ thị, kế hoạch. Mỗi câu trả lời kèm nguồn và trích dẫn nguyên văn để đối chiếu.\n\n"
        "Xin gửi câu hỏi bằng tiếng Việt, có dấu hoặc không dấu đều được. Nếu hỏi về một văn bản cụ thể, "
        f"hãy ghi số, ký hiệu của văn bản.\n\n{_examples()}"
    )


def understood_as(reading: str) -> str:
    """Shown when the question was read otherwise than typed."""
    return f"Tôi hiểu là: “{reading}”."


def designation(document: Document) -> str:
    """How a document is called in a sentence: kind and number, or kind and title."""
    kind = document.kind or "Văn bản"
    return f"{kind} {document.number}" if document.number else f"{kind} “{document.title}”"


# What is not held, or not for this bot.


MOST_CITING = 3
NEAREST_BY_NUMBER, NEAREST_BY_NAME, MEANT = "Gần nhất theo số hiệu:", "Gần nhất theo tên:", "Có thể anh/chị muốn hỏi"


def document_not_held(written: str, nearest: Sequence[Document], lead: str = NEAREST_BY_NUMBER) -> str:
    """The document named is not in the library; what is held that is nearest, or that is meant, follows."""
    near = f" {lead} {'; '.join(map(_dated, nearest))}." if nearest else ""
    return f"Trong kho không có {written}.{near} {ASK_ADMINISTRATOR}"


def topic_not_held(nearest: Sequence[Document]) -> str:
    """Within the field, but no document says it."""
    near = f" Văn bản gần nội dung này nhất: {'; '.join(map(_dated, nearest))}." if nearest else ""
    return f"Trong kho không có văn bản trả lời được câu hỏi này.{near} {ASK_ADMINISTRATOR}"


def part_not_found(parts: Sequence[str]) -> str:
    """Of several things asked at once these have no answer."""
    return f"Phần chưa tìm thấy trong kho: {'; '.join(f'“{part}”' for part in parts)}."


def only_ended_rule(what_became: str) -> str:
    """Only a rule that is no longer in force speaks of it; `what_became` tells which and since when."""
    return (
        f"Trong kho không có quy định còn hiệu lực về nội dung này; chỉ có quy định cũ. {what_became} "
        "Nếu cần tra cứu quy định cũ, xin ghi rõ thời điểm hoặc số văn bản."
    )


def rule_has_ended() -> str:
    """The rule asked about stands in a document that has ended; its words follow, then what became of it."""
    return "Quy định này không còn áp dụng; quy định cũ như sau."


def no_earlier_rule() -> str:
    """The question asked what was before; only what is in force is held."""
    return "Kho không có quy định trước đây về nội dung này; nội dung trên là quy định đang có trong kho."


def not_in_document(name: str) -> str:
    """The document is held and does not say what was asked."""
    return f"Tôi không tìm thấy nội dung này trong {name}. Xin hỏi cụ thể hơn hoặc xem trực tiếp văn bản."


def no_such_provision(name: str, locator: str) -> str:
    """The document is held and has no such provision."""
    return f"{name} trong kho không có {locator}. Xin kiểm tra lại số điều, khoản."


def ambiguous_documents(written: str, held: Sequence[Document]) -> str:
    """Several held documents bear the number; the person chooses by issuer or date."""
    lines = [f"– {_dated(document)}: {document.title}" for document in held]
    return "\n".join(
        [
            f"Có {len(held)} văn bản cùng số {written} trong kho:",
            *lines,
            "Xin chọn một văn bản, hoặc hỏi lại, ghi rõ cơ quan ban hành hay ngày ban hành.",
        ]
    )


def out_of_scope() -> str:
    """Not about emulation and commendation."""
    return f"Câu hỏi này nằm ngoài phạm vi thi đua, khen thưởng nên tôi không trả lời được.\n\n{_examples()}"


def empty_question() -> str:
    """There is nothing in the question to look for."""
    return "Tôi chưa thấy câu hỏi. Xin viết rõ nội dung cần tra cứu."


def question_too_vague() -> str:
    """Too few words to tell which document or duty is meant."""
    return (
        "Câu hỏi chưa nêu rõ văn bản hoặc công việc nào. "
        "Xin ghi thêm số, ký hiệu văn bản, cơ quan hoặc nội dung cần hỏi."
    )


def question_too_long(limit: int) -> str:
    """Longer than what is read."""
    return f"Câu hỏi quá dài (tối đa {_thousands(limit)} ký tự). Xin rút gọn hoặc tách thành nhiều câu hỏi."


def not_verified() -> str:
    """An answer was composed, and its quotes or numbers could not be confirmed."""
    return (
        "Tôi tìm thấy văn bản liên quan nhưng chưa đối chiếu được câu trả lời với nguyên văn nên không trả lời. "
        "Xin xem trực tiếp nguồn bên dưới hoặc hỏi cụ thể hơn."
    )


def internal_error(reference: str) -> str:
    """Something broke; the operator finds the reference in the log."""
    return f"Xin lỗi, hệ thống gặp lỗi khi trả lời. Vui lòng thử lại sau hoặc báo quản trị viên mã lỗi {reference}."


# Notes on the sources of an answer.


def only_mentioned(written: str, mentioning: Sequence[Document]) -> str:
    """The document asked for is known only from what others say of it."""
    sources = "; ".join(dict.fromkeys(_dated(document) for document in mentioning))
    return f"{written} chưa có văn bản gốc trong kho; thông tin lấy từ {sources}."


def only_cited(written: str, citing: Sequence[Document], nearest: Sequence[Document]) -> str:
    """The document asked for its deadline is not held, and those that cite it do not tell one."""
    sources = "; ".join(dict.fromkeys(map(_dated, citing[:MOST_CITING])))
    near = f" {NEAREST_BY_NUMBER} {'; '.join(map(_dated, nearest))}." if nearest else ""
    return (
        f"Trong kho không có {written}; văn bản này chỉ được nhắc đến tại {sources}, nơi không nêu thời hạn được hỏi."
        f"{near} {ASK_ADMINISTRATOR}"
    )


def namesake(written: str, day: date, mentioning: Document) -> str:
    """Another document bears the number and is not held: the person must see which one answered."""
    where = _dated(mentioning)
    return f"Còn một văn bản khác cùng số {written}, ngày {written_date(day)}, chỉ được nhắc đến trong {where}."


def form_note(form: Form) -> str:
    """What to bear in mind with a source of this form; "" for the text as issued."""
    match form:
        case Form.OFFICIAL:
            return ""
        case Form.DIGEST:
            return "Nguồn là bản tóm lược, không phải nguyên văn của văn bản gốc."
        case Form.NEWS:
            return "Nguồn là bản tin, chưa có văn bản gốc trong kho."


def form_mark(form: Form) -> str:
    """The same in the parentheses after a source."""
    match form:
        case Form.OFFICIAL:
            return ""
        case Form.DIGEST:
            return "bản tóm lược"
        case Form.NEWS:
            return "bản tin, chưa có văn bản gốc"


def page_mark(page: int) -> str:
    """The page, in the parentheses after a source."""
    return f"trang {page}"


def warning(note: str) -> str:
    """A note, shown as such."""
    return f"Lưu ý: {note}"


# What a document says of itself.


def provision_head(locator: str, name: str) -> str:
    """Above the text of a provision."""
    return f"{locator} {name}:"


def summary_head(name: str, title: str, issuer: str, day: date | None) -> str:
    """Above the main headings of a document."""
    issued = " ".join(filter(None, (issuer, f"ban hành ngày {written_date(day)}" if day else "")))
    titled_name = name if title in name else f"{name}: “{title}”"
    return f"{titled_name}{f' ({issued})' if issued else ''}. Nội dung chính:"


def more_headings(count: int) -> str:
    """Below a list of headings that was cut; without the number, which no source could confirm."""
    return "Còn một mục khác chưa nêu ở đây." if count == 1 else "Còn các mục khác chưa nêu ở đây."


# The conversation itself.


def chat_welcome() -> str:
    """Above the first prompt in the terminal."""
    return f"{greeting()}\n\nGõ “mới” để bắt đầu cuộc trò chuyện mới, “thoát” để kết thúc."


def chat_farewell() -> str:
    """The last line in the terminal."""
    return "Tạm biệt."


def only_text_is_understood() -> str:
    """For stickers, pictures, voice and files."""
    return "Tôi chỉ đọc được tin nhắn dạng chữ. Xin gõ câu hỏi và gửi lại."


def _examples() -> str:
    return "\n".join(["Ví dụ:", *(f"– {example}" for example in _EXAMPLES)])


def _dated(document: Document) -> str:
    day = f", {written_date(document.issued_on)}" if document.issued_on else ""
    issuer = f", {document.issuer}" if document.number and document.issuer else ""
    return f"{designation(document)}{day}{issuer}"


def _thousands(number: int) -> str:
    """As Vietnamese texts write it: 2.000."""
    return f"{number:,}".replace(",", ".")
