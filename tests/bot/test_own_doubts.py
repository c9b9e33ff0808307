"""What a digest leaves open about the force of its own instrument; every number is invented."""

import pytest

from bot.answer import AnswerStatus
from corpus.model import Form
from tests.bot.village_decrees import answered
from tests.instruments import begins, digest, instrument

NUMBER = "41/2020/QĐ-UBND"


def told(folder, *sayings, form=Form.DIGEST):
    """The answer on the force of an instrument whose text says this."""
    make = digest if form is Form.DIGEST else instrument
    return answered(folder, NUMBER, make(NUMBER, "2020-04-28", *sayings, title="Quy định về làng nghề"))


@pytest.mark.parametrize(
    "saying",
    [
        "Tình trạng hiệu lực của Quyết định số 41/2020/QĐ-UBND tại ngày 21/11/2026 chưa xác định được.",
        "Văn bản thay thế quyết định này chưa tìm thấy, nên chưa rõ quy định nào đang áp dụng.",
        "Hiệu lực của quyết định này cần kiểm tra lại.",
        "Ngày bắt đầu áp dụng Quyết định số 41/2020/QĐ-UBND chưa kiểm được.",
        "Không tìm thấy bản thay thế của quyết định này.",
    ],
)
def test_where_the_force_is_unknown_the_digest_s_own_word_on_it_is_told_and_cited(tmp_path, saying):
    reply = told(tmp_path, "Quyết định về làng nghề.", saying)
    assert reply.status is AnswerStatus.PARTIAL
    assert f"{saying} [1]" in reply.text.splitlines()
    assert [citation.quote for citation in reply.citations] == [saying]


def test_of_an_instrument_in_force_it_is_told_that_its_status_must_be_checked_again(tmp_path):
    saying = "Từ ngày 01/7/2026 cần kiểm tra lại tình trạng của quyết định này."
    reply = told(tmp_path, begins("2020-05-10"), saying, "Ngày có hiệu lực của bản sửa đổi chưa xác định được.")
    opening, doubt, *more = reply.text.splitlines()
    assert opening.startswith("Còn hiệu lực: ")
    assert (doubt, more) == (f"{saying} [2]", [])


@pytest.mark.parametrize(
    "saying",
    [
        "Tình trạng hiệu lực của Nghị định số 77/2024/NĐ-CP chưa xác định được.",  # of another
        "Số người được khen chưa xác định được.",  # no force
        "Quyết định này được giữ để tra cứu.",
    ],
)
def test_other_doubts_are_not_told(tmp_path, saying):
    assert told(tmp_path, saying).citations == ()


def test_the_text_of_the_instrument_itself_is_no_word_on_its_force(tmp_path):
    saying = "Hiệu lực của quyết định này cần kiểm tra lại."
    assert told(tmp_path, saying, form=Form.OFFICIAL).citations == ()
