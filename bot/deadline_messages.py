"""The words around a list of deadlines; what a plan says itself is quoted."""

from datetime import date

from corpus.written_date import written_date

PAST = "Đã qua"
WITHOUT_DAY = "Không có ngày cụ thể"
NO_UNIT = "Không nêu đơn vị"
FOR_GROUP = "giao chung"
CORRECTED = "cán bộ đã chỉnh"
APPROXIMATE = "mốc ước lượng"

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def day_heading(day: date) -> str:
    """The last day that is still in time, above what is due then."""
    return f"{written_date(day)} ({_WEEKDAYS[day.weekday()]})"


def helped_by(units: str) -> str:
    """Who helps, behind who must do it."""
    return f"phối hợp: {units}"


def goes_to(addressee: str) -> str:
    """To whom it goes, behind the task."""
    return f"gửi {addressee}"
