"""Documents named by their place in a succession, over a library written by hand; every number is invented."""

from datetime import date

import pytest

from bot.question import analyse
from bot.successors import Successions
from corpus.chain import Chain
from corpus.register import Register
from corpus.understanding import Reading
from tests.instruments import begins, guides, instrument, library_of, replaces

TODAY = date(2026, 11, 21)
BRANCH = "Luật Thi đua, khen thưởng"
OLD_LAW = instrument("11/2001/QH10", "2001-05-05", begins("2002-01-01"), title=BRANCH)
LAW = instrument("12/2020/QH14", "2020-06-06", begins("2021-01-01"), replaces("11/2001/QH10"), title=BRANCH)
VILLAGE_OLD = instrument("13/2012/QH13", "2012-06-06", begins("2013-01-01"), title="Luật Làng nghề")
VILLAGE = instrument(
    "14/2024/QH15", "2024-06-06", begins("2025-01-01"), replaces("13/2012/QH13"), title="Luật Làng nghề"
)
FIRST = instrument("21/2021/NĐ-CP", "2021-01-01", begins("2021-02-01"), guides("12/2020/QH14"), title="Chi tiết Luật")
SECOND = instrument(
    "22/2023/NĐ-CP",
    "2023-06-01",
    begins("2023-08-01"),
    guides("12/2020/QH14"),
    replaces("21/2021/NĐ-CP"),
    title="Quy định chi tiết Luật",
)
RECORDS = (OLD_LAW, LAW, VILLAGE_OLD, VILLAGE, FIRST, SECOND)


@pytest.fixture(scope="module")
def understood(tmp_path_factory):
    with library_of(tmp_path_factory.mktemp("successors"), *RECORDS) as library:
        register = Register(library)
        successions = Successions(library, register, Chain(library, register))

        def read(text):
            question = analyse(Reading(typed=text, text=text, search_text=text, changed=False))
            return successions.named(question, TODAY).reading

        yield read


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nghị định thay thế NĐ 21/2021 có hiệu lực khi nào", "Nghị định 22/2023/NĐ-CP có hiệu lực khi nào"),
        ("nghi dinh moi thay nd 21/2021 do ai ky", "Nghị định 22/2023/NĐ-CP do ai ky"),
        ("văn bản bị NĐ 22/2023 thay thế ban hành ngày nào", "Nghị định 21/2021/NĐ-CP ban hành ngày nào"),
        (
            "NĐ 21/2021 hết hiệu lực khi nào, nghị định thay thế do ai ký",
            "NĐ 21/2021 hết hiệu lực khi nào, Nghị định 22/2023/NĐ-CP do ai ký",
        ),
        ("nghị định thay thế NĐ 22/2023 có hiệu lực khi nào", "nghị định nào thay thế NĐ 22/2023"),
        ("luật làng nghề mới số bao nhiêu", "Luật 14/2024/QH15 số bao nhiêu"),
        ("luật làng nghề mới số mấy; luật cũ hết hiệu lực khi nào",
         "Luật 14/2024/QH15 số mấy; Luật 13/2012/QH13 hết hiệu lực khi nào"),
        ("luat cu het hieu luc khi nao", "Luật 11/2001/QH10 het hieu luc khi nao"),
        ("luật cũ và mới khác nhau tỷ lệ thế nào", "Luật 11/2001/QH10 và Luật 12/2020/QH14 khác nhau tỷ lệ thế nào"),
        ("nghị định cũ về TĐKT ký ngày nào", "Nghị định 21/2021/NĐ-CP ký ngày nào"),
        ("nghi dinh moi huong dan luat tdkt ky ngay nao", "Nghị định 22/2023/NĐ-CP ky ngay nao"),
    ],
)  # fmt: skip
def test_a_document_named_by_its_place_in_a_succession_is_the_one_asked_about(understood, typed, meant):
    assert (understood(typed).text, understood(typed).changed) == (meant, True)


@pytest.mark.parametrize(
    "typed",
    [
        "nghị định nào thay thế NĐ 21/2021",
        "văn bản thay thế NĐ 21/2021 là gì",
        "NĐ 22/2023 khác gì nghị định cũ",  # what was before the one named
        "theo luật cũ tập thể cần bao nhiêu phần trăm",  # a rule of then, not the document
        "nghị định mới về thủy lợi có hiệu lực từ ngày nào",  # on a matter that no title tells
        "luật đất đai mới số mấy",
        "luật 2001 và luật mới khác gì",
    ],
)
def test_other_questions_stay_as_they_are(understood, typed):
    assert understood(typed).text == typed


def test_the_new_one_is_the_one_in_force_on_the_day_asked_for(understood):
    typed = "tại thời điểm 01/6/2022 nghị định mới về TĐKT do ai ký"
    assert understood(typed).text == "tại thời điểm 01/6/2022 Nghị định 21/2021/NĐ-CP do ai ký"
