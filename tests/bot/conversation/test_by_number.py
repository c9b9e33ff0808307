"""Follow-ups that call a document by a bare number, switch to another place or go back, over invented plans."""

import pytest

from tests.bot.conversation.talking import Talk

SIGNER = "KH 21 ai ký"
LIMIT = "KH 21 các xã báo cáo trước ngày nào"


@pytest.mark.parametrize(
    ("before", "typed", "understood"),
    [
        (SIGNER, "còn cái 33 thì ai", "Kế hoạch 33/KH-UBND ai ký"),
        (SIGNER, "con cai 33 ban hanh ngay nao", "Kế hoạch 33/KH-UBND ban hành ngày nào"),
        (SIGNER, "cái 33 nữa ạ", "Kế hoạch 33/KH-UBND ai ký"),
        (SIGNER, "số 33 thì ban hành ngày nào", "Kế hoạch 33/KH-UBND ban hành ngày nào"),
        (LIMIT, "ý em là 33 cơ, nộp ngày nào", "Kế hoạch 33/KH-UBND các xã báo cáo trước ngày nào"),
        (SIGNER, "chuyển sang 33 nhé", "Kế hoạch 33/KH-UBND ai ký"),
        (SIGNER, "bác nào ký cái 33", "Kế hoạch 33/KH-UBND ai ký"),
        (SIGNER, "còn cái 999 thì ai", "Kế hoạch 999 ai ký"),
    ],
)
def test_a_bare_number_names_the_document_that_bears_it(talk, before, typed, understood):
    assert talk.understood(before, typed) == understood


@pytest.mark.parametrize("typed", ["khoản 33 thì sao", "33 ngày nữa thì sao", "tháng 12 thì sao", "còn 33 xã thì sao"])
def test_a_number_that_counts_or_dates_names_no_document(talk, typed):
    talk(SIGNER)
    assert "33/KH-UBND" not in str(talk.understood(typed))


def test_a_document_brought_back_by_its_number_leaves_the_matter_between_out(talk):
    understood = talk.understood(LIMIT, "KH 33 ai ký", "trở lại 21 đi, ban hành ngày nào")
    assert understood == "Kế hoạch 21/KH-UBND ban hành ngày nào"


def test_of_two_documents_of_a_number_the_one_spoken_of_is_meant(conversing_over_namesakes):
    talk = Talk(conversing_over_namesakes)
    talk("Kế hoạch 21/KH-UBND tỉnh Hòa An ai ký")
    talk("KH 33 ai ký")
    assert "Trần Văn Lộc" in talk("còn 21 thì ai").text


@pytest.mark.parametrize("typed", ["cái chị Lan gửi sáng nay thì sao", "thế cái mình bàn tuần trước thì sao nhỉ"])
def test_what_only_the_people_know_is_asked_back(talk, typed):
    talk(LIMIT)
    told = talk(typed)
    assert str(told.status) == "needs_clarification"
    assert "chưa nhắc đến" in told.text


def test_what_leans_and_says_too_little_is_never_out_of_scope(talk):
    talk(SIGNER)
    assert str(talk("còn giá vàng thì sao").status) == "needs_clarification"


def test_a_sum_as_it_was_before_is_asked_for_its_day(talk):
    talk("giấy khen thưởng bao nhiêu")
    assert "ngày ký quyết định" in talk("trước đây thì bao nhiêu").text
