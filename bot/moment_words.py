"""A moment of today or of the next days in words, at the clock of the office, whose `zone` is given."""

from datetime import datetime, timedelta, tzinfo

from corpus.written_date import written_date

_MINUTE = timedelta(minutes=1)


def since_in_words(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """The first full minute not before the moment: "15 giờ 05 hôm nay", "8 giờ ngày mai", "8 giờ ngày 25/11/2026"."""
    return until_in_words(moment + _MINUTE - timedelta(microseconds=1), now, zone)


def until_in_words(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """The last full minute not after the moment."""
    local = moment.astimezone(zone)
    minute = f" {local.minute:02d}" if local.minute else ""
    return f"{local.hour} giờ{minute} {_day_in_words(local, now.astimezone(zone))}"


def wait_in_words(moment: datetime, now: datetime) -> str:
    """How long it is until then, never told too short: "12 phút", "3 giờ".

    >>> from datetime import UTC
    >>> wait_in_words(datetime(2026, 11, 21, 9, 0, 30, tzinfo=UTC), datetime(2026, 11, 21, 9, 0, tzinfo=UTC))
    '1 phút'
    """
    minutes = max(1, -((now - moment) // _MINUTE))
    return f"{minutes} phút" if minutes < 60 else f"{-(-minutes // 60)} giờ"


def clock_in_digits(moment: datetime, zone: tzinfo) -> str:
    """For a line of a list: "21/11 15:05"."""
    return f"{moment.astimezone(zone):%d/%m %H:%M}"


def _day_in_words(day: datetime, today: datetime) -> str:
    match (day.date() - today.date()).days:
        case 0:
            return "hôm nay"
        case 1:
            return "ngày mai"
        case _:
            return f"ngày {written_date(day.date())}"
