"""Several instruments of one number, wrong years, and days of application; every number and date is invented."""

from datetime import date

import pytest

from bot.answer import AnswerStatus
from bot.answerers.force_of_each import answer_force_of_each
from bot.answerers.in_force import answer_in_force
from bot.answerers.missing import answer_not_held
from bot.asked_time import asked_time
from bot.force_cues import ForceQuestion as Q
from bot.force_messages import called
from bot.naming import named_documents, with_years_settled
from bot.verification import problems
from tests.bot.held import TODAY, at, held
from tests.bot.questions import asked
from tests.instruments import begins, ends, instrument, replaces

LAW, BRANCH_LAW, LATER_LAW = "10/2018/QH14", "5/2004/QH11", "8/2021/QH15"
RECORDS = (
    instrument("15/2024/TT-BNV", "2024-08-01", begins("2024-09-15"), ends("2027-03-01"), issuer="Bộ Nội vụ"),
    instrument(
        "15/2024/TT-BXD",
        "2024-08-05",
        begins("2024-09-20"),
        ends("2026-01-01"),
        issuer="Bộ Xây dựng",
    ),
    instrument("41/2019/NĐ-CP", "2019-06-20", begins("2019-08-01")),
    instrument("41/2017/QĐ-TTg", "2017-06-20", begins("2017-08-01")),
    instrument("7/2018/NĐ-CP", "2018-06-20", begins("2018-08-01")),
    instrument("7/2020/NĐ-CP", "2020-06-20", begins("2020-08-01")),
    instrument(
        BRANCH_LAW,
        "2004-11-26",
        begins("2005-07-01"),
        title="Luật Thi đua, khen thưởng",
        issuer="Quốc hội",
    ),
    instrument(
        LATER_LAW,
        "2021-06-15",
        begins("2023-01-01"),
        replaces(BRANCH_LAW),
        title="Luật Thi đua, khen thưởng",
        issuer="Quốc hội",
    ),
    instrument(
        "12/2025/NQ-HĐND",
        "2025-11-27",
        (
            "Nghị quyết có hiệu lực kể từ ngày ký ban hành và áp dụng từ ngày 01 tháng 02 năm 2026.",
            begins("2025-11-27"),
        ),
        issuer="HĐND tỉnh",
    ),
    instrument(
        "13/2025/NQ-HĐND",
        "2025-11-27",
        (
            "Nghị quyết có hiệu lực từ ngày 27/11/2025, riêng khoản 2 Điều 5 áp dụng từ ngày 01/02/2026.",
            begins("2025-11-27"),
        ),
        issuer="HĐND tỉnh",
    ),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    with held(tmp_path_factory.mktemp("each"), *RECORDS) as opened:
        yield opened


def settled(text, library):
    """The question with its years settled, and the documents it names."""
    question = with_years_settled(asked(text), library.library)
    return question, named_documents(question, library.library)


def test_each_of_several_instruments_of_one_number_is_told_with_its_own_status(library):
    _, [named] = settled("TT 15/2024 còn hiệu lực không", library)
    reply = answer_force_of_each([named], at(), library.register, library.shelf)
    assert problems(reply) == []
    assert reply.status is AnswerStatus.ANSWERED
    assert reply.text.splitlines() == [
        "Có 2 văn bản cùng số TT 15/2024 trong kho:",
        "– Thông tư 15/2024/TT-BNV của Bộ Nội vụ: còn hiệu lực đến hết ngày 28/02/2027; "
        "có hiệu lực từ ngày 15/9/2024. [1] [2]",
        "– Thông tư 15/2024/TT-BXD của Bộ Xây dựng: hết hiệu lực từ ngày 01/01/2026. [3] [4]",
    ]


def test_on_a_day_in_the_past_each_is_told_for_that_day(library):
    _, [named] = settled("TT 15/2024 còn hiệu lực không", library)
    reply = answer_force_of_each([named], at("2025-06-01"), library.register, library.shelf)
    assert problems(reply) == []
    assert "vào ngày 01/6/2025" in reply.text
    assert "hết hiệu lực từ ngày" not in reply.text


def test_several_instruments_named_together_are_told_one_by_one(library):
    _, named = settled("luật 2004 với luật 2021 luật nào còn hiệu lực", library)
    reply = answer_force_of_each(named, at(), library.register, library.shelf)
    assert problems(reply) == []
    assert reply.text.splitlines() == [
        "Hiệu lực của từng văn bản:",
        "– Luật 5/2004/QH11 của Quốc hội: hết hiệu lực từ ngày 01/01/2023, được thay thế bằng Luật 8/2021/QH15. "
        "[1] [2] [3]",
        "– Luật 8/2021/QH15 của Quốc hội: còn hiệu lực; có hiệu lực từ ngày 01/01/2023. [2]",
    ]


def test_one_instrument_alone_is_left_to_the_answer_on_its_force(library):
    _, [named] = settled("TT 15/2024 của Bộ Xây dựng còn hiệu lực không", library)
    assert answer_force_of_each([named], at(), library.register, library.shelf) is None


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("Nghị định 41/2018/NĐ-CP còn hiệu lực không", "Nghị định 41/2019/NĐ-CP"),
        ("nd 41/2020 con dung ko", "Nghị định 41/2019/NĐ-CP"),
        ("quyết định 41/2019/QĐ-TTg nói gì", "Quyết định 41/2017/QĐ-TTg"),
        ("Nghị định 7/2019/NĐ-CP còn hiệu lực không", None),  # two fit
        ("Nghị định 99/2019/NĐ-CP còn hiệu lực không", None),  # none fits
        ("Thông tư 41/2019/TT-BNV còn hiệu lực không", None),  # another symbol
    ],
)
def test_a_wrong_year_is_told_when_exactly_one_document_is_meant(library, question, meant):
    _, [named] = settled(question, library)
    reply = answer_not_held(named, library.library)
    assert reply.status is AnswerStatus.NOT_IN_CORPUS
    assert ("Có thể anh/chị muốn hỏi" in reply.text) == (meant is not None)
    assert meant is None or f"Có thể anh/chị muốn hỏi {meant}" in reply.text


@pytest.mark.parametrize(
    ("question", "number", "day"),
    [
        ("luật 2004 còn hiệu lực không", BRANCH_LAW, TODAY),
        ("luat nam 2021 con hieu luc khong", LATER_LAW, TODAY),
        ("Luật TĐKT 5/2004 còn hiệu lực không", BRANCH_LAW, TODAY),
        ("luật tđkt mới 2021 áp dụng từ ngày nào", LATER_LAW, TODAY),
        # no law of the title is of that year: it is the time asked about
        ("Luật thi đua khen thưởng năm 2019 còn hiệu lực không", BRANCH_LAW, date(2019, 12, 31)),
        ("luat thi dua khen thuong 2019 con hieu luc khong", BRANCH_LAW, date(2019, 12, 31)),
        ("luật tđkt hồi 2015 còn hiệu lực k", BRANCH_LAW, date(2015, 12, 31)),
        ("nghị định 7 2020 còn dùng không", "7/2020/NĐ-CP", TODAY),
        ("nghị định số 7 ban hành năm 2018 còn dùng không", "7/2018/NĐ-CP", TODAY),
        ("nghị định 41 ra năm 2019 bỏ chưa", "41/2019/NĐ-CP", TODAY),
        ("nghị định 41 năm 2019 còn dùng không", "41/2019/NĐ-CP", TODAY),
    ],
)
def test_a_year_belongs_to_the_document_of_that_year_else_it_is_the_time(library, question, number, day):
    found = with_years_settled(asked(question), library.library)
    time = asked_time(found, TODAY)

    def applies(document):
        return library.register.validity(document.id, time.day).applies

    [named] = named_documents(found, library.library, applies)
    assert [str(document.number) for document in named.held] == [number]
    assert time.day == day


def test_a_law_of_a_year_before_any_held_one_of_its_title_is_not_held(library):
    _, [named] = settled("Luật Thi đua, khen thưởng 1999 còn hiệu lực không", library)
    reply = answer_not_held(named, library.library)
    assert reply.text.startswith(
        "Trong kho không có Luật Thi đua, khen thưởng 1999. Gần nhất theo tên: Luật 5/2004/QH11"
    )


def test_two_laws_called_by_their_years_are_both_found(library):
    _, named = settled("Luật 2004 và Luật 2021 khác nhau thế nào", library)
    assert [str(one.held[0].number) for one in named] == [BRANCH_LAW, LATER_LAW]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("12/2025/NQ-HĐND", "có hiệu lực từ ngày 27/11/2025 và áp dụng từ ngày 01/02/2026. [1]"),
        ("13/2025/NQ-HĐND", "có hiệu lực từ ngày 27/11/2025. [1]"),  # only a place has the other day
        ("41/2019/NĐ-CP", "có hiệu lực từ ngày 01/8/2019. [1]"),
    ],
)
@pytest.mark.parametrize("wanted", [Q.BEGINS, Q.IN_FORCE])
def test_a_day_of_application_beside_the_first_day_is_told_too(library, number, text, wanted):
    found = library.instrument(number)
    reply = answer_in_force(wanted, called(found), found, at(), library.register, library.chain, library.shelf, TODAY)
    assert problems(reply) == []
    assert reply.text.splitlines()[0].endswith(text)
