import re

import pytest

from bot.screens.deep_links import StartPayload, deep_link, read_start_payload, start_payload
from tests.documents import document
from tests.instruments import instrument

PLAN = document("12/KH-UBND", "2026-01-05", digest="0123456789abcdef")
PROVISION = instrument("12/KH-UBND", "2026-01-05", "Một.", "Hai.").provisions[1]


def test_a_payload_is_read_back():
    assert read_start_payload(start_payload(PLAN)) == StartPayload(start_payload(PLAN)[4:])
    assert read_start_payload(start_payload(PLAN, PROVISION)) == StartPayload(start_payload(PLAN)[4:], 1, "012345")


def test_a_payload_is_what_telegram_takes():
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", start_payload(PLAN, PROVISION))


@pytest.mark.parametrize("key", ["____________", "-_1_2345_abc"])
def test_a_key_may_hold_the_sign_that_divides(key):
    assert read_start_payload(f"doc_{key}_7_abcdef") == StartPayload(key, 7, "abcdef")
    assert read_start_payload(f"doc_{key}") == StartPayload(key)


@pytest.mark.parametrize(
    "text",
    ["", "doc_", "doc_short", "doc_AAAAAAAAAAAAA", "doc_AAAAAAAAAAAA_x_abcdef", "ref_AAAAAAAAAAAA", "doc_AAAAAAAAAAA/"],
)
def test_what_no_link_of_ours_says_is_nothing(text):
    assert read_start_payload(text) is None


def test_a_link_needs_the_name_of_the_bot():
    assert deep_link("mau_bot", PLAN) == f"https://t.me/mau_bot?start={start_payload(PLAN)}"
    assert deep_link("", PLAN) == ""
