"""Since when and until when an instrument is in force; every number, place and date is invented."""

from functools import partial

import pytest

from bot.answer import AnswerStatus
from bot.force_cues import ForceQuestion as Q
from tests.bot.village_decrees import DECREES, DIRECTIVES, LAW, LAWS, NEW, OLD, answered


@pytest.fixture
def told(tmp_path):
    """Answers over the records given; every answer is verified."""
    return partial(answered, tmp_path)


def test_the_first_day_is_told_with_the_places_that_have_another(told):
    reply = told(LAW, *LAWS, asked=Q.BEGINS)
    assert reply.text == (
        "Luật 10/2018/QH14 có hiệu lực từ ngày 01/01/2019. [1] Riêng Điều 7 có hiệu lực từ ngày 01/7/2018. [2]"
    )


def test_the_first_day_of_an_ended_instrument_is_followed_by_its_end(told):
    first, second = told(OLD, *DECREES, asked=Q.BEGINS).text.splitlines()
    assert first == "Nghị định 41/2019/NĐ-CP có hiệu lực từ ngày 01/8/2019. [1]"
    assert second.startswith("Hiện nay (ngày 21/11/2026) đã hết hiệu lực: ")


def test_without_a_first_day_the_day_of_issue_is_told_and_nothing_guessed(told):
    reply = told("34-CT/TW", *DIRECTIVES, asked=Q.BEGINS)
    assert reply.status is AnswerStatus.NOT_IN_CORPUS
    assert reply.text == (
        "Kho chưa có văn bản nào ghi ngày có hiệu lực của Chỉ thị 34-CT/TW. Văn bản được ban hành ngày 07/4/2014."
    )


def test_the_last_day_is_told_as_written_and_as_counted(told):
    assert told(NEW, *DECREES, asked=Q.ENDS).text == (
        "Nghị định 77/2024/NĐ-CP hết hiệu lực từ ngày 01/3/2027, tức áp dụng đến hết ngày 28/02/2027, "
        "trừ trường hợp nêu trong trích dẫn. [1]"
    )


def test_an_end_that_has_come_is_told_with_its_hand(told):
    assert told(OLD, *DECREES, asked=Q.ENDS).text.startswith("Đã hết hiệu lực từ ngày 01/7/2024: ")


def test_without_a_last_day_the_status_is_told(told):
    reply = told("41-CT/TW", *DIRECTIVES, asked=Q.ENDS)
    assert reply.status is AnswerStatus.PARTIAL
    assert reply.text.splitlines()[0] == "Kho chưa có văn bản nào ghi ngày hết hiệu lực của Chỉ thị 41-CT/TW."
    assert "Còn hiệu lực: " in reply.text
