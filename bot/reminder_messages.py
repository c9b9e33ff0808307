"""The words of reminders and of what can be set about them; what a document says itself is quoted."""

from collections.abc import Sequence
from datetime import date, time

from bot.messages import ASK_ADMINISTRATOR, designation
from bot.records.subscriptions import MOST_OF_A_CHAT, Digest, Subject
from corpus.model import Document
from corpus.written_date import written_date

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")

# Reminders.

HELPING = "đơn vị đang theo dõi chỉ phối hợp"
CHANGED_IN_PART = "văn bản đã thay đổi một phần"
LATE = "Một số nhắc hạn dưới đây gửi muộn hơn lịch do hệ thống tạm dừng hoặc văn bản mới được bổ sung."


def reminder_heading(day: date) -> str:
    """Above the deadlines that somebody is reminded of."""
    return f"Nhắc hạn ngày {written_date(day)}"


def digest_heading(first: date, last: date) -> str:
    """Above all that is due soon."""
    return f"Hạn sắp tới, từ {written_date(first)} đến {written_date(last)}"


def also_due(last: date) -> str:
    """Above what else is due soon, below what somebody is reminded of."""
    return f"Các hạn khác đến {written_date(last)}"


def nothing_due(first: date, last: date) -> str:
    """The weekly list is empty."""
    return f"Từ {written_date(first)} đến {written_date(last)} không có hạn nào trong các mục đang theo dõi."


def day_heading(day: date, today: date) -> str:
    """The last day in time, above what is due then."""
    left = (day - today).days
    how_far = (
        "hôm nay là ngày cuối" if left == 0 else "còn 1 ngày, đến hết ngày mai" if left == 1 else f"còn {left} ngày"
    )
    return f"{written_date(day)} ({_WEEKDAYS[day.weekday()]}) – {how_far}"


def falls_on(reason: str) -> str:
    """The last day is not worked."""
    return f"ngày này là {reason}" if reason in _WEEKDAYS else f"ngày này là ngày nghỉ: {reason}"


def if_that_year(year: int) -> str:
    """The text leaves open which year is meant."""
    return f"áp dụng nếu năm đó là {year}"


def instead_of(wording: str, document: Document) -> str:
    """A later document has changed the day."""
    return f"thay cho “{wording}” tại {designation(document)}"


def more_deadlines(count: int) -> str:
    """Below a list that was cut."""
    return f"Còn {count} hạn khác. Xin dùng lệnh /hanchot để xem đủ."


# A reminder that may not have arrived.


def uncertain_notice(day: date) -> str:
    """The hint sent in place of a message that may already stand in the chat."""
    return (
        f"Một thông báo ngày {written_date(day)} có thể chưa gửi được do gián đoạn kết nối. "
        "Nếu chưa nhận được, xin bấm nút dưới đây để xem."
    )


SHOW_NOTICE = "Xem thông báo"


def notice_is_gone() -> str:
    """The notice of a button is no longer kept."""
    return "Thông báo này không còn được lưu. Xin dùng lệnh /hanchot để xem các hạn sắp tới."


# What is followed.

STOP, FOLLOW, SETTINGS, ALL = "Tắt", "Bật nhắc", "Cài đặt nhắc", "Mục đang theo dõi"
CHOSEN = "✓ "
DIGEST_LABELS = {Digest.NONE: "Không gửi bản tin", Digest.DAILY: "Hằng ngày", Digest.WEEKLY: "Hằng tuần"}
USAGE = (
    "Để được nhắc hạn, xin gõ /nhac kèm số hiệu văn bản, tên đơn vị hoặc vài từ về công việc, ví dụ:\n"
    "/nhac KH 12/KH-UBND\n/nhac Sở Nội vụ\n/nhac hồ sơ khen thưởng"
)


def days_label(days: Sequence[int]) -> str:
    """Of a button that chooses how many days before."""
    return f"Trước {'/'.join(map(str, days))} ngày" if days else "Không nhắc từng hạn"


def follow(name: str) -> str:
    """Of a button that begins."""
    return f"Bật nhắc: {name}"


def name_of(what: Subject, name: str) -> str:
    """What is followed, in a sentence."""
    return {Subject.DOCUMENT: name, Subject.UNIT: f"đơn vị {name}", Subject.TOPIC: f"nội dung “{name}”"}[what]


def list_heading(count: int) -> str:
    """Above what a chat follows."""
    return f"Đang theo dõi {count} mục"


def nothing_followed() -> str:
    """The chat follows nothing."""
    return f"Chưa theo dõi mục nào.\n\n{USAGE}"


def pace(digest: Digest, days: Sequence[int], hour: time) -> str:
    """When somebody is reminded: "nhắc trước 7 ngày, 1 ngày; bản tin hằng tuần; lúc 07:30"."""
    reminds = f"nhắc trước {', '.join(f'{one} ngày' for one in days)}" if days else "không nhắc từng hạn"
    listed = {
        Digest.NONE: "",
        Digest.DAILY: "bản tin mỗi ngày làm việc",
        Digest.WEEKLY: "bản tin vào ngày làm việc đầu tuần",
    }[digest]
    at = f"lúc {hour:%H:%M}" if days or digest is not Digest.NONE else ""
    return "; ".join(filter(None, [reminds, listed, at]))


def following(name: str) -> str:
    """The chat follows it from now on."""
    return f"Đã bật nhắc hạn cho {name}."


def settings_of(name: str) -> str:
    """Above the buttons that set it."""
    return f"Nhắc hạn cho {name}"


def stopped(names: Sequence[str]) -> str:
    """The chat no longer follows these."""
    if not names:
        return "Không có mục nào đang theo dõi để tắt."
    return f"Đã tắt nhắc hạn cho {'; '.join(names)}."


def not_followed(name: str) -> str:
    """What is to be stopped is not followed."""
    return f"Cuộc trò chuyện này không theo dõi {name}."


def next_deadlines(count: int) -> str:
    """Above the nearest deadlines of what is followed."""
    return "Hạn gần nhất:" if count == 1 else "Các hạn gần nhất:"


def no_coming_deadline() -> str:
    """Nothing is due in the coming months; what is ingested later is told."""
    return "Trong 90 ngày tới không có hạn cụ thể nào; khi có văn bản mới nêu hạn, tôi sẽ nhắc."


def too_many() -> str:
    """The chat follows as much as it may."""
    return f"Mỗi cuộc trò chuyện theo dõi tối đa {MOST_OF_A_CHAT} mục. Xin tắt bớt một mục rồi thử lại."


def subscription_is_gone() -> str:
    """A button of something that is no longer followed."""
    return "Mục này không còn được theo dõi."


def which_is_meant(text: str) -> str:
    """Several things can be meant; each has a button."""
    return f"“{text}” có thể là nhiều mục. Xin chọn mục cần nhắc:"


def nothing_fits(text: str) -> str:
    """No document, unit or duty is known by these words."""
    return f"Trong kho không có văn bản, đơn vị hoặc việc có thời hạn nào theo “{text}”. {ASK_ADMINISTRATOR}"


def no_deadline_of_unit(name: str) -> str:
    """It reads as a unit, and no document gives it a duty with a time; it can be followed all the same."""
    return (
        f"Trong kho chưa có thời hạn nào giao cho {name}. "
        "Có thể bật nhắc để nhận thông báo khi có văn bản mới giao việc cho đơn vị này."
    )
