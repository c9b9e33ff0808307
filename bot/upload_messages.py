"""What administrators read about files that they send for the library."""

from collections.abc import Sequence

from corpus.model import Form
from corpus.upload import LARGEST_FILE_BYTES, UNDO_WITHIN, DecisionKind, Novelty, RefusalCode

# Buttons.

PUBLISH, CORRECT, DISCARD, UNDO, BACK = "Công bố", "Sửa", "Bỏ", "Hoàn tác", "Quay lại"
HELD_CARD = "Xem bản đang có"

# Telegram gives a bot no larger file than this (https://core.telegram.org/bots/api#getfile).
LARGEST_FROM_TELEGRAM_BYTES = 20 * 1024 * 1024
_MEGABYTE = 1024 * 1024


FORMATS = "Các loại tệp nhận được: PDF, Word (docx), trang web (html), tệp chữ (txt, md)."


def format_not_read(name: str) -> str:
    """No reader takes a file of this name."""
    hint = " Xin mở tệp bằng Word rồi lưu lại dạng docx." if name.lower().endswith((".doc", ".rtf", ".odt")) else ""
    return f"Tôi chưa đọc được tệp “{name}”.{hint} {FORMATS}"


def file_too_large(name: str, size_bytes: int) -> str:
    """Telegram does not give the bot so large a file."""
    limit = min(LARGEST_FILE_BYTES, LARGEST_FROM_TELEGRAM_BYTES) // _MEGABYTE
    return (
        f"Tệp “{name}” nặng {-(-size_bytes // _MEGABYTE)} MB, vượt quá {limit} MB mà bot nhận được qua Telegram. "
        "Xin chia nhỏ tệp, hoặc nhờ người vận hành đặt tệp vào thư mục nạp trên máy chủ."
    )


def could_not_be_saved() -> str:
    """The inbox folder cannot be written to."""
    return "Chưa lưu được tệp vào hộp nhận trên máy chủ. Xin báo người vận hành kiểm tra thư mục nạp, sau đó gửi lại."


# How far it has come.

SOME_ADMINISTRATOR = "Một quản trị viên"  # one whose name shows nothing


def received(name: str) -> str:
    """It waits to be read."""
    return f"Đã nhận tệp “{name}”, đang đọc. Bản xem trước sẽ hiện ở đây."


def not_running() -> str:
    """Nobody serves the inbox."""
    return (
        "Bộ phận nạp văn bản chưa chạy. Tệp đã được giữ lại và sẽ được xử lý khi bộ phận này chạy; "
        "xin báo người vận hành chạy lệnh python -m ingest watch trên máy chủ."
    )


def waiting() -> str:
    """Another ingest holds the library."""
    return "Kho đang được cập nhật bởi một lần nạp khác hoặc máy chủ đang có trở ngại; tệp sẽ được xử lý ngay sau đó."


_UNDER_WAY = {
    DecisionKind.PUBLISH: "đã chọn công bố. Đang đưa văn bản vào kho",
    DecisionKind.CORRECT: "đã sửa thông tin. Đang đọc lại tệp",
    DecisionKind.DISCARD: "đã chọn bỏ tệp này. Đang xóa tệp",
    DecisionKind.UNDO: "đã chọn hoàn tác. Đang trả kho về như trước",
}


def under_way(kind: DecisionKind, by: str) -> str:
    """The decision is being carried out."""
    return f"{by} {_UNDER_WAY[kind]}."


def published(by: str, *, is_replacing: bool) -> str:
    """It is in the library."""
    days = UNDO_WITHIN.days
    instead = "thay cho bản trước đó của cùng văn bản" if is_replacing else "là văn bản mới"
    return (
        f"{by} đã công bố; tệp đã vào kho, {instead}. Có thể hoàn tác trong {days} ngày, khi văn bản chưa bị thay đổi."
    )


def discarded(by: str) -> str:
    """It never came into the library."""
    return f"{by} đã bỏ tệp này. Kho không thay đổi."


def undone(by: str, *, is_back: bool) -> str:
    """The library is as it was."""
    instead = "Bản trước đó của văn bản đã có lại trong kho." if is_back else "Văn bản này không còn trong kho."
    return f"{by} đã hoàn tác. {instead}"


def no_longer_kept() -> str:
    """The inbox has been swept."""
    return "Tệp này đã được xử lý từ lâu và không còn trong hộp nhận. Nếu cần, xin gửi lại tệp."


def damaged() -> str:
    """The inbox holds something that is no upload of ours."""
    return "Hộp nhận trên máy chủ không còn nguyên vẹn cho tệp này. Xin gửi lại tệp và báo người vận hành."


_DONE_BEFORE = {
    DecisionKind.PUBLISH: "chọn công bố",
    DecisionKind.CORRECT: "sửa thông tin",
    DecisionKind.DISCARD: "chọn bỏ tệp",
    DecisionKind.UNDO: "chọn hoàn tác",
}


def decided_before(kind: DecisionKind, by: str) -> str:
    """Another administrator was faster, or a button was pressed twice."""
    return f"{by} đã {_DONE_BEFORE[kind]} trước đó; xin xem trạng thái mới nhất."


def is_outdated() -> str:
    """The button belongs to an earlier preview."""
    return "Nút này thuộc bản xem trước cũ; xin xem bản mới nhất."


def taken_down(kind: DecisionKind) -> str:
    """The short notice after a button."""
    return f"Đã ghi nhận: {_DONE_BEFORE[kind]}."


# The preview.

NOVELTY = {
    Novelty.NEW: "Văn bản mới, kho chưa có.",
    Novelty.CHANGED: "Kho đã có văn bản này với nội dung khác; nếu công bố, tệp này sẽ thay bản đang có.",
    Novelty.FULLER: "Kho mới có bản tóm lược hoặc bản tin; nếu công bố, bản đầy đủ này sẽ thay bản đang có.",
    Novelty.IDENTICAL: "Tệp này giống hệt tệp của văn bản đã có trong kho nên không cần công bố.",
    Novelty.WEAKER: (
        "Kho đã có bản đầy đủ của văn bản này; bản tóm lược hoặc bản tin không thay được bản đầy đủ. "
        "Nếu tệp này là bản chính thức, xin sửa dòng hình thức."
    ),
}
FORMS = {Form.OFFICIAL: "bản chính thức", Form.DIGEST: "bản tóm lược", Form.NEWS: "bản tin"}
NOT_TOLD = "chưa đọc được"
RELATIONS_HEADING, WARNINGS_HEADING, CORRECTED_HEADING = "Quan hệ", "Cần xem lại", "Đã sửa"
NO_RELATIONS = "Không thấy văn bản nào được thực hiện hoặc thay thế."
NO_DEADLINES = "Không tìm thấy thời hạn nào."
NOT_HELD, NONE_HELD = "chưa có trong kho", "đều chưa có trong kho"
FIELDS = {
    "number": "số",
    "kind": "loại",
    "title": "tên",
    "issuer": "cơ quan ban hành",
    "issued_on": "ngày",
    "form": "hình thức",
    "source": "nguồn",
}


def signed_by(name: str) -> str:
    """Who signed."""
    return f"Người ký: {name}"


def pages(count: int) -> str:
    """How long it is; "" for files without pages."""
    return f"{count} trang" if count else ""


def deadlines_heading(count: int) -> str:
    """Above the deadlines found."""
    return f"Thời hạn tìm thấy: {count}"


def more_deadlines(count: int) -> str:
    """Below those shown."""
    return f"và {count} thời hạn khác"


def more_documents(count: int) -> str:
    """Behind the documents named."""
    return f"và {count} văn bản khác"


def warnings_shown(shown: int, count: int) -> str:
    """Above the warnings, when not all are shown."""
    return f"{shown} trong {count} điểm"


def nobody_named() -> str:
    """A deadline without a unit."""
    return "chưa nêu đơn vị"


def cannot_be_taken(name: str) -> str:
    """Above the reason why."""
    return f"Không nạp được tệp “{name}”"


REFUSALS = {
    RefusalCode.MISSING: "Tệp không còn trong hộp nhận. Xin gửi lại tệp.",
    RefusalCode.UNREADABLE: (
        "Tệp bị hỏng, bị cắt ngắn, hoặc nội dung không đúng với đuôi tên tệp. Xin mở thử tệp, lưu lại và gửi lại."
    ),
    RefusalCode.ENCRYPTED: "Tệp có đặt mật khẩu. Xin bỏ mật khẩu rồi gửi lại.",
    RefusalCode.SCANNED: (
        "Tệp là bản quét (ảnh chụp các trang), chưa có chữ để đọc. Xin gửi bản Word hoặc PDF điện tử, "
        "hoặc nhận dạng chữ (OCR) tiếng Việt trước."
    ),
    RefusalCode.UNSUPPORTED: "Loại tệp này chưa đọc được. Xin lưu lại dạng docx hoặc PDF rồi gửi lại.",
    RefusalCode.EMPTY: "Tệp không có chữ nào. Xin kiểm tra lại tệp.",
    RefusalCode.TOO_LARGE: "Tệp quá lớn. Xin chia nhỏ hoặc giảm dung lượng ảnh trong tệp rồi gửi lại.",
    RefusalCode.ALREADY_HELD: "Kho đã có văn bản này từ một tệp khác.",
    RefusalCode.INCORRECT_CORRECTION: "Thông tin sửa chưa đúng cách viết. Xin sửa lại.",
    RefusalCode.PROGRAM_FAULT: "Chương trình gặp lỗi khi đọc tệp này. Xin gửi tệp cho người vận hành để báo lỗi.",
    RefusalCode.KEEPS_CRASHING: (
        "Đọc tệp này làm chương trình dừng nhiều lần nên tệp bị bỏ qua. Xin gửi tệp cho người vận hành để báo lỗi."
    ),
    RefusalCode.CHANGED_SINCE: (
        "Kho đã thay đổi từ khi thông tin này hiện ra nên chưa thực hiện việc vừa chọn. Xin xem lại."
    ),
    RefusalCode.TOO_LATE: f"Đã quá {UNDO_WITHIN.days} ngày kể từ khi công bố nên không hoàn tác được nữa.",
}
_NOT_DONE = {
    DecisionKind.PUBLISH: "Chưa công bố được.",
    DecisionKind.CORRECT: "Chưa sửa được.",
    DecisionKind.DISCARD: "Chưa bỏ được tệp.",
    DecisionKind.UNDO: "Chưa hoàn tác được.",
}


def not_done(kind: DecisionKind, code: RefusalCode) -> str:
    """The decision could not be carried out, and why."""
    return f"{_NOT_DONE[kind]} {REFUSALS[code]}"


def detail_for_operator(detail: str) -> str:
    """What the program says itself, in English."""
    return f"Chi tiết cho người vận hành: {detail}"


# Correcting.

HOW_TO_CORRECT = (
    "Xin trả lời tin nhắn này, mỗi thông tin cần sửa một dòng, ví dụ:\n"
    "số: 12/KH-UBND\n"
    "ngày: 05/3/2026\n"
    "tên: Phát động phong trào thi đua năm 2026\n"
    "Có thể sửa: số, ngày, tên, loại, cơ quan, hình thức (bản chính thức, bản tóm lược, bản tin), nguồn. "
    "Nếu văn bản không có số hoặc ngày, ghi “không có”."
)


def unknown_field(line: str) -> str:
    """A line that names nothing that can be corrected."""
    return f"Chưa hiểu dòng “{line}”. Mỗi dòng cần có tên thông tin, dấu hai chấm và nội dung."


def no_value(field: str) -> str:
    """A line without content."""
    return f"Dòng “{field}” chưa có nội dung."


def no_number(value: str) -> str:
    """What was given is no document number."""
    return f"“{value}” chưa phải số, ký hiệu văn bản; cách viết đúng như 12/KH-UBND hoặc 152/2025/NĐ-CP."


def no_day(value: str) -> str:
    """What was given is no date."""
    return f"“{value}” chưa phải ngày; cách viết đúng như 05/3/2026."


def no_form(value: str) -> str:
    """What was given is no form."""
    return f"“{value}” chưa phải hình thức; xin ghi bản chính thức, bản tóm lược hoặc bản tin."


def too_long(field: str, longest: int) -> str:
    """A value that no document has."""
    return f"Nội dung của “{field}” dài quá {longest} ký tự; xin rút gọn."


def reading_again(changes: Sequence[tuple[str, str]]) -> str:
    """The corrections are understood; each with its value as people write it."""
    listed = "; ".join(f"{FIELDS[key]}: {value}" for key, value in changes)
    return f"Đang đọc lại tệp với thông tin đã sửa ({listed})."
