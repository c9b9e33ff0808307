"""Rewards that come together: the rule, the amounts, the sum; over the invented decrees of `reward_library`."""

from contextlib import ExitStack
from datetime import date

import pytest

from bot.verification import problems
from tests.bot.reward_library import DECREE, FIRST, RATES, SECOND, TODAY, asking_rewards, record


@pytest.fixture
def answering(tmp_path):
    """Asks a library that holds the given records."""
    with ExitStack() as opened:
        yield lambda *records: opened.enter_context(asking_rewards(tmp_path / "library.sqlite3", *records))


@pytest.fixture
def ask(answering):
    return answering(DECREE, FIRST, SECOND)


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("đạt 2 danh hiệu cùng lúc thì nhận tiền thưởng thế nào", "Điều 1 khoản 2"),
        ("vừa CSTĐCS vừa LĐTT thì lĩnh khoản tiền thưởng nào", "Điều 1 khoản 2"),
        ("cùng năm đạt cả LĐTT và CSTĐCS thì lĩnh tiền thưởng của danh hiệu nào", "Điều 1 khoản 2"),
        ("cung nam dat ca ldtt va cstdcs thi linh tien thuong nao", "Điều 1 khoản 2"),
        ("trong 1 năm có hai danh hiệu thì được thưởng theo mức nào", "Điều 1 khoản 2"),
        ("được cả bằng khen bộ và LĐTT thì tiền thưởng có cộng dồn không", "Điều 1 khoản 3"),
        ("dat ca bang khen bo va chien si thi dua co so thi nhan may khoan", "Điều 1 khoản 3"),
        ("vừa được chiến sĩ thi đua vừa được bằng khen thì tiền thưởng ra sao", "Điều 1 khoản 3"),
        ("vua duoc chien si thi dua vua duoc bang khen thi lanh 1 hay 2 khoan tien", "Điều 1 khoản 3"),
    ],
)
def test_the_rule_of_combination_is_quoted(ask, question, place):
    reply = ask(question, TODAY)
    assert str(reply.citations[0].locator) == place
    assert reply.text.startswith("Người")
    assert problems(reply) == []


def test_below_the_rule_of_several_titles_stands_which_is_the_highest(ask):
    reply = ask("vừa CSTĐCS vừa LĐTT thì lĩnh khoản tiền thưởng nào", TODAY)
    assert reply.text.split("\n")[-1] == (
        "Mức cao nhất trong các danh hiệu nêu trên: danh hiệu Chiến sĩ thi đua cơ sở (cá nhân), 3.120.000 đồng."
    )


def test_below_the_rule_that_both_are_due_stands_their_sum_for_the_one_who_can_get_both(ask):
    reply = ask("vừa CSTĐCS vừa được bằng khen bộ thì tiền thưởng thế nào", TODAY)
    assert reply.text.split("\n")[-1] == "Cả hai khoản: 3.120.000 + 4.680.000 = 7.800.000 đồng."
    assert "tập thể" not in reply.text
    assert problems(reply) == []


@pytest.mark.parametrize(
    "question",
    [
        "vừa được CSTĐCS vừa được bằng khen bộ cùng lúc thì lĩnh tổng bao nhiêu",
        "vua duoc cstdcs vua duoc bang khen bo cung luc thi linh tong bao nhieu",
        "cstđcs kèm bằng khen bộ được thưởng tổng bao nhiêu",
        "đạt cstđcs thêm bằng khen bộ nữa thì nhận bao nhiêu",
        "cstđcs và bằng khen bộ cộng lại được bao nhiêu tiền",
        "cùng năm được cả cstđcs với bằng khen bộ thì hưởng bao nhiêu",
        "dat ca cstdcs va bang khen bo thi duoc bao nhieu",
    ],
)
def test_the_total_of_rewards_that_come_together_is_the_rule_both_amounts_and_the_sum(ask, question):
    reply = ask(question, TODAY)
    assert str(reply.citations[0].locator) == "Điều 1 khoản 3"
    assert reply.text.split("\n")[-1] == "Cả hai khoản: 3.120.000 + 4.680.000 = 7.800.000 đồng."
    assert problems(reply) == []


def test_where_the_rule_gives_each_reward_the_sum_is_told_on_that_condition(answering):
    text = RATES.replace(
        "2. Người đạt nhiều danh hiệu trong cùng thời gian hưởng tiền thưởng của danh hiệu cao nhất.",
        "2. Người đạt nhiều danh hiệu có thời gian khác nhau hưởng tiền thưởng của từng danh hiệu.",
    )
    decree = record("41/2031/NĐ-CP", "02 tháng 6 năm 2031", "quy định về khen thưởng", text, date(2031, 7, 1))
    reply = answering(decree, SECOND)("vừa CSTĐCS vừa LĐTT thì lĩnh bao nhiêu tiền", TODAY)
    assert reply.text.split("\n")[-1] == ("Nếu hưởng tiền thưởng của từng loại: 3.120.000 + 940.000 = 4.060.000 đồng.")
    assert problems(reply) == []
