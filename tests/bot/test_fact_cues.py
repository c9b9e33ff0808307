"""Which facts of a document a question asks for, as people type it."""

import pytest

from bot.fact_cues import facts_asked, force_questions, names_side_by_side
from bot.force_cues import ForceQuestion
from tests.bot.questions import asked


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        ("NĐ 12/2031/NĐ-CP do ai ký ban hành", ["signer"]),
        ("nd 12/2031/nd-cp do ai ky ban hanh", ["signer"]),
        ("ai kí nđ 12/2031/NĐ-CP vậy ạ", ["signer"]),
        ("người ký Nghị định 12/2031/NĐ-CP là ai", ["signer"]),
        ("ông nào ký NĐ 12/2031/NĐ-CP thế", ["signer"]),
        ("NĐ 12/2031/NĐ-CP ban hành ngày nào, ai ký", ["issued_on", "signer"]),
        ("nd 12/2031/nd-cp ban hanh ngay nao ai ky", ["issued_on", "signer"]),
        ("NĐ 12/2031/NĐ-CP ngày mấy", ["issued_on"]),
        ("tỉnh kiểm tra việc thi hành NĐ 12/2031/NĐ-CP vào năm nào", []),  # the year of something else
        ("Luật Làng nghề số mấy", ["number"]),
        ("văn bản hợp nhất Luật Làng nghề số mấy", []),  # another text's number
        ("nd 12/2031/nd-cp la cua ngay nao vay", ["issued_on"]),
        ("NĐ 12/2031/NĐ-CP ngày nào hả", ["issued_on"]),
        ("NĐ 12/2031/NĐ-CP ra khi nào, về việc gì", ["issued_on", "title"]),
        ("ngày ký và trích yếu của NĐ 12/2031/NĐ-CP", ["issued_on", "title"]),
        ("NĐ 12/2031/NĐ-CP ban hành ngày 01/8/2031 phải không", ["issued_on"]),
        ("cơ quan nào ban hành NĐ 12/2031/NĐ-CP, hôm nào ký", ["issuer", "issued_on"]),
        (
            "cho em xin số, ngày, cơ quan, người ký của Luật Thi đua, khen thưởng",
            ["number", "issued_on", "issuer", "signer"],
        ),
        ("cho biet so hieu, ngay ban hanh va nguoi ky nd 12/2031/nd-cp", ["number", "issued_on", "signer"]),
        ("NĐ 12/2031/NĐ-CP: ngày ký, người ký, hiệu lực", ["issued_on", "signer"]),
        ("NĐ 12/2031/NĐ-CP do ai ký, ngày nào", ["signer", "issued_on"]),
        ("Chủ tịch tỉnh nào ký Kế hoạch 7/KH-UBND", ["signer"]),
        # other things
        ("ai được tặng kỷ niệm chương theo NĐ 12/2031/NĐ-CP", []),
        ("ai duoc tang ky niem chuong theo nd 12/2031/nd-cp", []),
        ("NĐ 12/2031/NĐ-CP quy định ai ký bằng khen", []),
        ("NĐ 12/2031/NĐ-CP có hiệu lực từ ngày ký phải không", []),
        ("theo NĐ 12/2031/NĐ-CP lương cơ sở bao nhiêu", []),
        ("NĐ 12/2031/NĐ-CP có hiệu lực từ ngày nào", []),
    ],
)  # fmt: skip
def test_every_fact_that_is_asked_is_found_in_the_order_of_the_question(question, facts):
    assert list(facts_asked(asked(question))) == facts


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("NĐ 12/2031/NĐ-CP do ai ký, có hiệu lực từ ngày nào", [ForceQuestion.BEGINS]),
        ("nd 12/2031/nd-cp do ai ky, co hieu luc tu ngay nao", [ForceQuestion.BEGINS]),
        ("NĐ 12/2031/NĐ-CP ai ký và có hiệu lực khi nào", [ForceQuestion.BEGINS]),
        ("NĐ 12/2031/NĐ-CP ngày ký, người ký, hiệu lực", [ForceQuestion.BEGINS]),
        ("NĐ 12/2031/NĐ-CP ai ký và khi nào hết hiệu lực", [ForceQuestion.ENDS]),
        ("NĐ 12/2031/NĐ-CP ai ký? bao giờ áp dụng?", [ForceQuestion.BEGINS]),
        ("NĐ 12/2031/NĐ-CP do ai ký, thay thế nghị định nào", [ForceQuestion.REPLACES]),
        ("NĐ 12/2031/NĐ-CP ra ngày nào, còn hiệu lực không", [ForceQuestion.IN_FORCE]),
        ("NĐ 12/2031/NĐ-CP thay bằng văn bản nào, văn bản đó còn hiệu lực không", [ForceQuestion.REPLACED_BY]),
        ("NĐ 12/2031/NĐ-CP ban hành ngày nào, ai ký", []),
        ("NĐ 12/2031/NĐ-CP ký ngày 15/5/2031 đúng không", []),
    ],
)
def test_what_is_asked_of_its_force_in_any_clause_is_found_too(question, wanted):
    assert list(force_questions(asked(question))) == wanted


def test_documents_named_side_by_side_are_told_from_those_that_do_something_to_each_other():
    assert names_side_by_side(asked("TT 9/2031/TT-BKT và NĐ 12/2031/NĐ-CP ban hành ngày nào"))
    assert not names_side_by_side(asked("TT 9/2031/TT-BKT hướng dẫn NĐ 12/2031/NĐ-CP ban hành ngày nào"))
