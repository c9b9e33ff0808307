"""The base salary over a library of invented decrees."""

from datetime import date

import pytest

from bot.answer import AnswerStatus
from bot.answerers.base_salary import answer_base_salary
from bot.asked_time import asked_time
from bot.base_salary_cues import BaseSalaryQuestion, base_salary_asked, sum_named
from bot.open_document import Shelf
from bot.verification import problems
from corpus.library import Library
from corpus.register import Register
from tests.bot.questions import asked
from tests.bot.test_reward import FIRST, SECOND

TODAY = date(2034, 1, 10)
FORMER = "từ ngày 01/7/2030 đến hết ngày 30/6/2033"
OLD, NEW = "theo Nghị định 20/2030/NĐ-CP", "theo Nghị định 52/2033/NĐ-CP"
BOTH = [f"– Từ ngày 01/7/2030 đến hết ngày 30/6/2033: 3.010.000 đồng/tháng, {OLD}.", f"– Từ ngày 01/7/2033: 3.120.000 đồng/tháng, {NEW}."]  # fmt: skip  # noqa: E501


@pytest.fixture
def ask(tmp_path):
    library = Library.open(tmp_path / "library.sqlite3", create=True)
    library.add(FIRST)
    library.add(SECOND)
    register, shelf = Register(library), Shelf(library)

    def answered(question, day=TODAY):
        understood = asked(question)
        return answer_base_salary(understood, asked_time(understood, day), day, library, register, shelf)

    yield answered
    library.close()


NOW = f"Mức lương cơ sở hiện nay: 3.120.000 đồng/tháng, {NEW}, áp dụng từ ngày 01/7/2033."
SINCE_OLD = f"Mức lương cơ sở 3.010.000 đồng/tháng áp dụng {FORMER}, {OLD}."
SINCE_NEW = f"Mức lương cơ sở 3.120.000 đồng/tháng áp dụng từ ngày 01/7/2033, {NEW}."
HEAD = "Mức lương cơ sở:"
RAISED = "Tăng 110.000 đồng/tháng."


@pytest.mark.parametrize(
    ("question", "lines"),
    [
        ("mức lương cơ sở hiện nay", [NOW]),
        ("luong co so bay gio bao nhieu", [NOW]),
        ("lương cơ sở", [NOW]),
        (
            "lương cơ sở trước 01/7/2033 là bao nhiêu vậy",
            [f"Mức lương cơ sở ngày 30/6/2033: 3.010.000 đồng/tháng, {OLD}, áp dụng {FORMER}."],
        ),
        (
            "quyet dinh ky ngay 15/6/2033 thi tinh theo luong co so nao",
            [f"Mức lương cơ sở ngày 15/6/2033: 3.010.000 đồng/tháng, {OLD}, áp dụng {FORMER}."],
        ),
        ("lương cơ sở năm 2032", [SINCE_OLD]),
        ("luong co so nam 2032 la may", [SINCE_OLD]),
        ("lương cơ sở cũ bao nhiêu", [SINCE_OLD]),
        ("luong co so cu la bao nhieu", [SINCE_OLD]),
        ("lương cơ sở theo NĐ 20/2030", [SINCE_OLD]),
        ("lương cơ sở năm 2033", [HEAD, *BOTH]),
        ("luong co so tu 2030 den nay", [HEAD, *BOTH]),
        ("từ bao giờ lương cơ sở là 3.120.000", [SINCE_NEW]),
        ("luong co so 3tr12 ap dung tu khi nao", [SINCE_NEW]),
        ("lương cơ sở 3,01 triệu áp dụng đến bao giờ", [SINCE_OLD]),
        ("lương cơ sở có phải 3.010.000 không", [HEAD, *BOTH]),
        ("lương cơ sở tăng từ bao nhiêu lên bao nhiêu", [HEAD, *BOTH, RAISED]),
        ("luong co so nd 52/2033 so voi nd 20/2030 tang bao nhieu", [HEAD, *BOTH, RAISED]),
        ("so sánh lương cơ sở năm 2032 và năm 2034", [HEAD, *BOTH, RAISED]),
    ],
)
def test_the_sum_comes_with_its_document_and_its_days(ask, question, lines):
    reply = ask(question)
    assert [line.split(" [")[0] for line in reply.text.split("\n")] == lines
    assert reply.status is AnswerStatus.ANSWERED
    assert problems(reply) == []


def test_a_later_sum_that_is_known_already_is_told_beside_todays(ask):
    reply = ask("lương cơ sở hiện nay bao nhiêu", date(2033, 6, 1))
    assert [line.split(" [")[0] for line in reply.text.split("\n")][1:] == [BOTH[1]]


@pytest.mark.parametrize(
    ("question", "head"),
    [
        ("lương cơ sở ngày 01/01/2029", "Kho không có mức lương cơ sở áp dụng ngày 01/01/2029. Các mức có trong kho:"),
        (
            "lương cơ sở 1.234.000 từ khi nào",
            "Kho không có văn bản nào quy định mức lương cơ sở 1.234.000 đồng/tháng. Các mức có trong kho:",
        ),
    ],
)
def test_what_is_not_held_is_said_above_what_is(ask, question, head):
    reply = ask(question)
    assert (reply.status, reply.text.split("\n")[0]) == (AnswerStatus.PARTIAL, head)
    assert problems(reply) == []


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("lương cơ sở hiện nay", BaseSalaryQuestion.AMOUNT),
        ("lcs bao nhieu", BaseSalaryQuestion.AMOUNT),
        ("lương cơ sở mới từ ngày nào", BaseSalaryQuestion.SINCE),
        ("luong co so thay doi the nao tu 2030 toi gio", BaseSalaryQuestion.CHANGE),
        # something else that has to do with it
        ("tiền thưởng tính theo mức lương cơ sở nào", None),
        ("CSTĐCS được thưởng mấy lần lương cơ sở", None),
        ("tien thuong bang may lan luong co so", None),
        ("đối tượng áp dụng lương cơ sở", None),
        ("lương cơ sở là gì", None),
        ("ai ký nghị định lương cơ sở", None),
        ("Điều 3 quy định lương cơ sở thế nào", None),
    ],
)
def test_only_a_question_for_the_base_salary_itself_is_one(question, wanted):
    assert base_salary_asked(asked(question)) is wanted


@pytest.mark.parametrize(
    ("written", "dong"),
    [
        ("2.530.000", 2_530_000), ("2530000", 2_530_000), ("2,53 triệu", 2_530_000), ("2tr53", 2_530_000),
        ("2 triệu 530", 2_530_000), ("3 trieu", 3_000_000), ("năm 2026", None),
    ],
)  # fmt: skip
def test_a_sum_is_read_however_it_is_typed(written, dong):
    assert sum_named(asked(f"lương cơ sở {written} từ khi nào")) == dong
