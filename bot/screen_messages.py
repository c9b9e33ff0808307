"""The words of screens and buttons: what a document says itself is quoted, never reworded here."""

from collections.abc import Sequence
from datetime import date

from bot.messages import designation
from corpus.model import Document, RelationKind
from corpus.written_date import written_date

# Buttons.

CARD = "Thẻ văn bản"
SOURCE_FILE = "Tệp gốc"
CALENDAR = "Đưa vào lịch"
TIMELINE = "Sơ đồ tiến độ"
DEADLINES = "Hạn chốt"
SUBSCRIBE = "Theo dõi"
FROM_THE_START = "Mở từ đầu"
ALL_RELATIONS = "Văn bản liên quan"
RIGHT, WRONG, MISSING = "Đúng", "Sai", "Thiếu"
BACK, ON = "‹", "›"
TABLE = "bảng"
NAMELESS = "…"  # a place that has no name of its own
EARLIER_PAGE, LATER_PAGE = "‹ Trang trước", "Trang sau ›"


def open_citation(marks: Sequence[int], place: str) -> str:
    """Opens what the marks cite."""
    return f"{''.join(f'[{mark}]' for mark in marks)} Xem {place or 'trích dẫn'}"


def go_on(part: int, parts: int) -> str:
    """Opens the next part of a long provision."""
    return f"Đọc tiếp ({part}/{parts})"


def go_back(part: int, parts: int) -> str:
    """Opens the part before."""
    return f"Phần trước ({part}/{parts})"


def whole(place: str) -> str:
    """Opens the provision around."""
    return f"Xem cả {place}"


def see(document: Document) -> str:
    """Opens the card of the document that has taken the place of the one shown."""
    return f"Xem {designation(document)}"


# What cannot be shown.


def document_is_gone() -> str:
    """The document of a button is no longer held."""
    return "Văn bản này không còn trong kho. Xin hỏi lại hoặc báo quản trị viên."


def button_is_unknown() -> str:
    """A callback that no button of ours has."""
    return "Nút này không còn dùng được. Xin hỏi lại."


def document_has_changed() -> str:
    """The file was read anew since the button was made; the same place follows."""
    return "Văn bản đã được cập nhật từ khi trả lời; dưới đây là nội dung hiện tại, xin đối chiếu lại."


def place_has_gone(locator: str) -> str:
    """The file was read anew, and the place is no longer there; the document's card follows."""
    where = f" và không còn {locator}" if locator else ""
    return f"Văn bản đã được cập nhật từ khi trả lời{where}; xin xem lại từ thẻ văn bản."


# A provision.


def before(line: str) -> str:
    """The provision before, in one line."""
    return f"Trước: {line}"


def after(line: str) -> str:
    """The provision behind, in one line."""
    return f"Tiếp: {line}"


def part_of(part: int, parts: int) -> str:
    """Which part of a long provision is shown."""
    return f"phần {part}/{parts}"


# A document's card.


def issued(day: str, issuer: str) -> str:
    """When and by whom it was issued."""
    return f"Ban hành: {', '.join(filter(None, [day, issuer]))}"


def published(day: str, publisher: str) -> str:
    """The same of a news item."""
    return f"Đăng: {', '.join(filter(None, [day, publisher]))}"


def signed(name: str, title: str) -> str:
    """Who signed."""
    return f"Người ký: {name}{f' ({title})' if title else ''}"


THIS_DOCUMENT = "văn bản này"
RELATIONS_HEADING = "Quan hệ với văn bản khác"
NO_RELATIONS = "Kho chưa ghi nhận quan hệ của văn bản này với văn bản khác."
NEAREST_DEADLINES = "Hạn chốt gần nhất"
NO_DEADLINES = "Văn bản không nêu thời hạn nào."

DOES = {
    RelationKind.BASED_ON: "Căn cứ",
    RelationKind.IMPLEMENTS: "Triển khai, thực hiện",
    RelationKind.GUIDES: "Quy định chi tiết, hướng dẫn",
    RelationKind.AMENDS: "Sửa đổi, bổ sung",
    RelationKind.REPLACES: "Thay thế",
    RelationKind.REPEALS: "Bãi bỏ",
    RelationKind.ENDS: "Làm hết hiệu lực",
    RelationKind.EXTENDS: "Kéo dài thời gian áp dụng",
    RelationKind.CORRECTS: "Đính chính",
    RelationKind.CONSOLIDATES: "Hợp nhất",
    RelationKind.CONTINUES: "Tiếp nối",
}
IS_DONE = {
    RelationKind.IMPLEMENTS: "Được triển khai, thực hiện bởi",
    RelationKind.GUIDES: "Được quy định chi tiết, hướng dẫn bởi",
    RelationKind.AMENDS: "Được sửa đổi, bổ sung bởi",
    RelationKind.REPLACES: "Được thay thế bởi",
    RelationKind.REPEALS: "Bị bãi bỏ bởi",
    RelationKind.ENDS: "Hết hiệu lực theo",
    RelationKind.EXTENDS: "Được kéo dài thời gian áp dụng theo",
    RelationKind.CORRECTS: "Được đính chính bởi",
    RelationKind.CONSOLIDATES: "Được hợp nhất tại",
    RelationKind.CONTINUES: "Được tiếp nối bởi",
}


def in_part(places: str) -> str:
    """Only a part is concerned."""
    return f" (một phần{f': {places}' if places else ''})"


NOT_HELD = "chưa có trong kho"


def and_more(count: int) -> str:
    """Below a list that was cut."""
    return f"và {count} văn bản khác"


def related_to(document: Document) -> str:
    """Above all relations of a document."""
    return f"Văn bản liên quan đến {designation(document)}"


# Deadlines.

COMING, WITHOUT_DAY, PAST = "Sắp tới", "Không có ngày cụ thể", "Đã qua"


def deadlines_of(document: Document) -> str:
    """Above the deadlines of a document."""
    return f"Hạn chốt trong {designation(document)}"


def as_of(day: date, page: int, pages: int) -> str:
    """The day that days are counted from, and which page is shown."""
    where = f", trang {page}/{pages}" if pages > 1 else ""
    return f"Tính đến ngày {written_date(day)}{where}"


def lasting(count: int) -> str:
    """Duties that are under way or have no last day in the time asked about."""
    return f"Ngoài ra có {count} việc kéo dài, không đến hạn trong thời gian này."


def not_understood(text: str) -> str:
    """What follows the command names no document, unit or time that is held."""
    return f"Tôi chưa tìm thấy văn bản, đơn vị hoặc thời gian nào theo “{text}”.\n\n{DEADLINES_USAGE}"


DEADLINES_USAGE = (
    "Cách dùng: /hanchot để xem việc đến hạn trong 30 ngày tới; có thể thêm đơn vị, tháng hoặc số văn bản, "
    "ví dụ: /hanchot Sở Nội vụ tháng 12."
)
CALENDAR_USAGE = (
    "Cách dùng: /lich kèm số văn bản hoặc tên đơn vị, ví dụ: /lich 12/KH-UBND hoặc /lich Sở Nội vụ. "
    "Tôi gửi tệp lịch (.ics) để mở bằng ứng dụng lịch trên điện thoại hoặc máy tính."
)


def nothing_to_put_in_calendar(who: str) -> str:
    """No deadline for a calendar."""
    return f"Không có thời hạn nào{f' của {who}' if who else ''} để đưa vào lịch."


def calendar_of(name: str, with_day: int, without_day: int) -> str:
    """The caption of a calendar file; phones show days, and many of them no tasks."""
    tasks = f" và {without_day} việc không có ngày cụ thể" if without_day else ""
    return f"Lịch thời hạn: {name}: {with_day} hạn có ngày{tasks}. Mở tệp để thêm vào ứng dụng lịch."


def of_unit(unit: str, first: date, last: date) -> str:
    """Whose deadlines a calendar has, and of which time."""
    return f"{unit}, từ {written_date(first)} đến {written_date(last)}"


def deadlines_have_changed() -> str:
    """The documents have been read anew since the answer."""
    return "Văn bản đã được cập nhật từ khi trả lời nên các thời hạn này có thể đã đổi. Xin hỏi lại."


ANSWER_DEADLINES = "các thời hạn trong câu trả lời"


# Files.


def see_page(page: int) -> str:
    """Where in the file the words stand."""
    return f"Xem trang {page}."


def file_is_missing(document: Document) -> str:
    """The file that the document was read from is not where it was."""
    return f"Tệp gốc của {designation(document)} không còn ở nơi lưu trữ. Xin báo quản trị viên."


def file_has_changed(document: Document) -> str:
    """The file is no longer the one that was read."""
    return (
        f"Tệp gốc của {designation(document)} đã thay đổi sau khi nạp vào kho nên tôi không gửi. "
        "Xin báo quản trị viên nạp lại văn bản."
    )


def file_is_too_large(document: Document, megabytes: int, limit: int) -> str:
    """Telegram does not take it."""
    return f"Tệp gốc của {designation(document)} nặng {megabytes} MB, vượt quá {limit} MB mà Telegram cho phép gửi."


def timeline_of(document: Document, day: date) -> str:
    """The caption of a picture of deadlines."""
    return f"Tiến độ theo {designation(document)}, tính đến ngày {written_date(day)}."


TOO_FEW_FOR_TIMELINE = "Văn bản nêu chưa đủ hai mốc có ngày cụ thể để vẽ sơ đồ."


# Lists of documents.

NEWEST_HEADING = "Văn bản mới nhất trong kho"
DOCUMENTS_USAGE = "Tìm văn bản: /vanban kèm số hiệu hoặc vài từ trong tên."


def documents_found(text: str) -> str:
    """Above the documents whose number or title fits."""
    return f"Văn bản theo “{text}”"


def no_document(text: str) -> str:
    """Nothing fits."""
    return f"Trong kho không có văn bản theo “{text}”."


NEAREST = "Gần nhất theo số hiệu"
EMPTY_LIBRARY = "Kho chưa có văn bản nào."
