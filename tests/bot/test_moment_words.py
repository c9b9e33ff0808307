from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.moment_words import clock_in_digits, since_in_words, until_in_words, wait_in_words

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime.fromisoformat("2026-11-21T02:00:00+00:00")


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-11-21T08:05:00+00:00", "15 giờ 05 hôm nay"),
        ("2026-11-21T08:04:00.5+00:00", "15 giờ 05 hôm nay"),  # a moment earlier would be too early
        ("2026-11-21T11:00:00+00:00", "18 giờ hôm nay"),
        ("2026-11-21T17:30:00+00:00", "0 giờ 30 ngày mai"),  # still today in UTC
        ("2026-11-21T16:59:30+00:00", "0 giờ ngày mai"),
        ("2026-11-23T01:00:00+00:00", "8 giờ ngày 23/11/2026"),
        ("2026-11-20T01:00:00+00:00", "8 giờ ngày 20/11/2026"),
    ],
)
def test_a_moment_is_told_at_the_clock_of_the_office(moment, words):
    assert since_in_words(datetime.fromisoformat(moment), NOW, ZONE) == words


def test_what_ends_then_is_not_told_to_end_later():
    assert until_in_words(datetime.fromisoformat("2026-11-22T02:17:33+00:00"), NOW, ZONE) == "9 giờ 17 ngày mai"
    assert until_in_words(datetime.fromisoformat("2026-11-22T02:00:59+00:00"), NOW, ZONE) == "9 giờ ngày mai"


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-11-21T09:00:00+07:00", "1 phút"),
        ("2026-11-21T09:12:01+07:00", "13 phút"),
        ("2026-11-21T09:59:00+07:00", "59 phút"),
        ("2026-11-21T10:00:00+07:00", "1 giờ"),
        ("2026-11-21T10:00:01+07:00", "2 giờ"),
        ("2026-11-22T09:00:00+07:00", "24 giờ"),
    ],
)
def test_a_wait_is_never_told_too_short(moment, words):
    assert wait_in_words(datetime.fromisoformat(moment), NOW) == words


def test_a_list_tells_moments_in_digits():
    assert clock_in_digits(datetime.fromisoformat("2026-11-20T18:05:00+00:00"), ZONE) == "21/11 01:05"
