"""Whole conversations: what is remembered, replaced, kept and offered."""

import pytest

from bot.answer import AnswerStatus
from bot.conversation.memory import EMPTY, MOST_QUESTIONS
from tests.bot.conversation.talking import TODAY, Talk


def test_the_question_of_an_answer_is_what_was_typed(talk):
    talk("KH 21 các xã báo cáo trước ngày nào")
    told = talk("ai ký?")
    assert (told.question, told.status, told.as_of) == ("ai ký?", AnswerStatus.ANSWERED, TODAY)
    assert "Đặng Thị Hải Yến" in told.text


@pytest.mark.parametrize("between", ["cảm ơn bạn nhé", "xin chào", "giá vàng hôm nay bao nhiêu"])
def test_courtesies_and_strange_questions_change_no_memory(talk, between):
    talk("KH 21 các xã báo cáo trước ngày nào")
    before = talk.memory
    talk(between)
    assert talk.memory == before
    assert talk.understood("ai ký") == "Kế hoạch 21/KH-UBND ai ký"


def test_a_question_that_stands_alone_replaces_what_was_remembered(talk):
    talk("KH 21 các xã báo cáo trước ngày nào")
    talk("KH 33 ai ký")
    assert talk.memory.questions == ("KH 33 ai ký",)
    assert [meant.name for meant in talk.memory.documents] == ["Kế hoạch 33/KH-UBND"]


def test_the_duty_is_remembered_while_something_else_is_asked_of_its_document(talk):
    understood = talk.understood(
        "KH 21 các xã báo cáo trước ngày nào", "ai ký", "ban hành ngày nào", "hạn đó còn bao lâu"
    )
    assert understood == "KH 21 các xã báo cáo hạn còn bao lâu"


def test_the_duty_of_another_document_is_forgotten(talk):
    understood = talk.understood("KH 21 các xã báo cáo trước ngày nào", "ai ký", "còn KH 33 thì sao", "còn bao lâu")
    assert understood == "Kế hoạch 33/KH-UBND còn bao lâu"


def test_few_questions_are_remembered(talk):
    for typed in (
        "KH 21 ai ký",
        "ban hành ngày nào",
        "còn hiệu lực không",
        "căn cứ vào đâu",
        "nói về việc gì",
        "số mấy",
    ):
        talk(typed)
    assert len(talk.memory.questions) == MOST_QUESTIONS


def test_a_document_that_is_not_held_is_still_the_one_talked_about(talk):
    assert talk.understood("KH 21 ai ký", "KH 999 báo cáo khi nào", "ai ký") == "Kế hoạch 999 ai ký"
    assert talk.last.status is AnswerStatus.NOT_IN_CORPUS


@pytest.mark.parametrize(
    ("first", "understood"),
    [
        ("KH 999 báo cáo trước ngày nào", "KH 21 báo cáo trước ngày nào"),
        ("báo cáo trước ngày nào", "báo cáo trước ngày nào theo KH 21"),
    ],
)
def test_a_question_that_found_no_document_waits_for_one(talk, first, understood):
    assert talk(first).status in {AnswerStatus.NOT_IN_CORPUS, AnswerStatus.NEEDS_CLARIFICATION}
    assert talk.understood("KH 21") == understood


def test_a_question_asked_back_waits_for_its_document(talk):
    assert talk.understood("ai ký?", "KH 33") == "KH 33 ai ký"


def test_of_several_documents_the_person_chooses(talk):
    talk("tháng 12 có những việc gì đến hạn")
    told = talk("ai ký")
    assert told.status is AnswerStatus.NEEDS_CLARIFICATION
    assert told.choices[0].question == f"{talk.memory.documents[0].name} ai ký"
    assert talk.understood("cái thứ hai") == f"{told.choices[1].label} ai ký"


@pytest.mark.parametrize(
    ("typed", "place"), [("1", "Bình Minh"), ("cái thứ hai", "Hòa An"), ("của Hòa An", "Hòa An"), ("số 2", "Hòa An")]
)
def test_an_ambiguous_number_offers_choices_that_can_be_picked(conversing_over_namesakes, typed, place):
    talk = Talk(conversing_over_namesakes)
    told = talk("KH 21 ai ký")
    assert [choice.label for choice in told.choices] == [
        "21/KH-UBND, UBND tỉnh Bình Minh, 15/01/2026",
        "21/KH-UBND, UBND tỉnh Hòa An, 15/01/2026",
    ]
    expected = f"Kế hoạch 21/KH-UBND ngày 15/01/2026 của Ủy ban nhân dân tỉnh {place} ai ký"
    assert talk.understood(typed) == expected
    assert talk.last.status is AnswerStatus.ANSWERED


def test_a_choice_asks_the_same_when_it_is_pressed_instead_of_typed(conversing_over_namesakes):
    talk = Talk(conversing_over_namesakes)
    second = talk("KH 21 ai ký").choices[1]
    told = conversing_over_namesakes.reply(second.question, EMPTY, TODAY).answer
    assert (told.status, "Trần Văn Lộc" in told.text) == (AnswerStatus.ANSWERED, True)


def test_a_number_beyond_the_choices_is_asked_back_with_the_choices(conversing_over_namesakes):
    talk = Talk(conversing_over_namesakes)
    offered = talk("KH 21 ai ký").choices
    told = talk("cái thứ ba")
    assert (told.status, told.choices) == (AnswerStatus.NEEDS_CLARIFICATION, offered)
    assert "từ 1 đến 2" in told.text


def test_the_document_picked_is_the_one_talked_about(conversing_over_namesakes):
    talk = Talk(conversing_over_namesakes)
    understood = talk.understood("KH 21 ai ký", "2", "ban hành ngày nào")
    assert understood == "Kế hoạch 21/KH-UBND ngày 15/01/2026 của Ủy ban nhân dân tỉnh Hòa An ban hành ngày nào"


def test_a_message_of_any_length_is_answered_and_not_remembered(talk):
    talk("KH 21 ai ký")
    before = talk.memory
    assert talk("nó " * 2_000).status is AnswerStatus.NEEDS_CLARIFICATION
    assert talk.memory == before
