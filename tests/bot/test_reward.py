"""Amounts of rewards over a library of invented decrees; sums and days worked out by hand."""

from contextlib import ExitStack
from datetime import date

import pytest

from bot.answer import AnswerStatus
from bot.verification import problems
from tests.bot.reward_library import DECREE, EARLIER, FIRST, RATES, SECOND, TODAY, asking_rewards, record, replacing

BASIC = "Tiền thưởng danh hiệu Chiến sĩ thi đua cơ sở (cá nhân)"


@pytest.fixture
def answering(tmp_path):
    """Asks a library that holds the given records."""
    with ExitStack() as opened:
        yield lambda *records: opened.enter_context(asking_rewards(tmp_path / "library.sqlite3", *records))


@pytest.fixture
def ask(answering):
    return answering(DECREE, FIRST, SECOND)


@pytest.mark.parametrize(
    ("question", "day", "first_line"),
    [
        (
            "tiền thưởng chiến sĩ thi đua cơ sở bao nhiêu",
            TODAY,
            f"{BASIC} cho quyết định ngày 10/01/2034: 3.120.000 đồng. [1][2]",
        ),
        # the last day of the former salary, the first of the latter
        (
            "CSTĐCS được thưởng bao nhiêu tiền",
            date(2033, 6, 30),
            f"{BASIC} cho quyết định ngày 30/6/2033: 3.010.000 đồng. [1][2]",
        ),
        (
            "CSTĐCS được thưởng bao nhiêu tiền",
            date(2033, 7, 1),
            f"{BASIC} cho quyết định ngày 01/7/2033: 3.120.000 đồng. [1][2]",
        ),
        (
            "kỷ niệm chương của bộ tiền thưởng bao nhiêu",
            TODAY,
            "Tiền thưởng Kỷ niệm chương của bộ, ban, ngành, tỉnh (cá nhân) cho quyết định ngày 10/01/2034: "
            "không quá 1.880.000 đồng. [1][2]",
        ),
    ],
)
def test_the_amount_comes_first_and_cites_both_sources(ask, question, day, first_line):
    reply = ask(question, day)
    assert (reply.status, reply.text.split("\n")[0]) == (AnswerStatus.ANSWERED, first_line)
    assert [str(one.document.number) for one in reply.citations[:2]] == [
        "41/2031/NĐ-CP",
        "20/2030/NĐ-CP" if day < date(2033, 7, 1) else "52/2033/NĐ-CP",
    ]
    assert problems(reply) == []


def test_the_rounding_is_shown_with_the_rule_that_demands_it(ask):
    reply = ask("mức thưởng LĐTT", TODAY)
    assert reply.text.split("\n")[1] == (
        "Cách tính: 0,3 lần mức lương cơ sở = 0,3 × 3.120.000 đồng = 936.000 đồng; "
        "làm tròn lên hàng chục nghìn đồng: 940.000 đồng. [3]"
    )
    assert "làm tròn" in reply.citations[2].quote


def test_all_that_fits_is_listed_and_a_multiple_shows_where_it_comes_from(ask):
    reply = ask("bằng khen của bộ tiền thưởng bao nhiêu", TODAY)
    assert reply.text.split("\n") == [
        "Tiền thưởng cho quyết định ngày 10/01/2034:",
        "– Bằng khen của bộ, ban, ngành, tỉnh (cá nhân): 4.680.000 đồng. [1][2]",
        "Cách tính: 1,5 lần mức lương cơ sở = 1,5 × 3.120.000 đồng = 4.680.000 đồng.",
        "– Bằng khen của bộ, ban, ngành, tỉnh (tập thể): 9.360.000 đồng. [3][1][2]",
        "Hệ số 3,0 bằng 2 lần hệ số 1,5 của cá nhân. "
        "Cách tính: 3,0 lần mức lương cơ sở = 3,0 × 3.120.000 đồng = 9.360.000 đồng.",
    ]
    assert problems(reply) == []


def test_without_a_rule_of_rounding_the_product_is_given_with_a_warning(answering):
    text = RATES.split("\n", 2)[2]
    bare = record("41/2031/NĐ-CP", "02 tháng 6 năm 2031", "quy định về khen thưởng", text, date(2031, 7, 1))
    reply = answering(bare, SECOND)("mức thưởng LĐTT", TODAY)
    assert "936.000 đồng" in reply.text
    assert "940.000" not in reply.text
    assert "không có quy định làm tròn" in reply.warnings[0]


def test_no_rate_of_the_day_is_said_with_the_instrument_that_applied(answering):
    reply = answering(replacing(DECREE, EARLIER), EARLIER, FIRST)("tiền thưởng CSTĐCS bao nhiêu", date(2030, 8, 1))
    assert reply.status is AnswerStatus.NOT_IN_CORPUS
    assert reply.text == (
        "Kho không có mức tiền thưởng áp dụng cho quyết định ngày 01/8/2030. "
        "Có mức trong: Nghị định 41/2031/NĐ-CP chưa có hiệu lực vào ngày đó. "
        "Văn bản áp dụng ngày đó: Nghị định 17/2027/NĐ-CP."
    )


def test_no_base_salary_of_the_day_leaves_the_coefficient_and_names_what_applied(answering):
    silent = record(
        "20/2030/NĐ-CP", "01 tháng 6 năm 2030", "quy định mức lương",
        "Điều 1. Phạm vi\nNghị định này quy định mức lương.\n", date(2030, 7, 1), date(2033, 7, 1),
    )  # fmt: skip
    reply = answering(DECREE, silent, replacing(SECOND, silent))("mức thưởng LĐTT", date(2032, 1, 1))
    assert reply.status is AnswerStatus.PARTIAL
    assert "0,3 lần mức lương cơ sở. [1]" in reply.text
    assert "Kho không có mức lương cơ sở áp dụng ngày 01/01/2032" in reply.text
    assert "Nghị định 20/2030/NĐ-CP [2]" in reply.text


def test_an_instrument_whose_force_nobody_states_does_not_count(answering):
    unstated = record("41/2031/NĐ-CP", "02 tháng 6 năm 2031", "quy định về khen thưởng", RATES, None)
    reply = answering(unstated, SECOND)("tiền thưởng CSTĐCS bao nhiêu", TODAY)
    assert reply.status is AnswerStatus.NOT_IN_CORPUS
    assert "chưa xác định được hiệu lực" in reply.text


@pytest.mark.parametrize(
    ("question", "days"),
    [
        (
            "tiền thưởng CSTĐCS năm 2033",
            ["từ ngày 01/01/2033 đến hết ngày 30/6/2033: 3.010", "từ ngày 01/7/2033 đến hết ngày 31/12/2033: 3.120"],
        ),
        (
            "cstdcs nam 2033 duoc thuong bao nhieu tien",
            ["từ ngày 01/01/2033 đến hết ngày 30/6/2033: 3.010", "từ ngày 01/7/2033 đến hết ngày 31/12/2033: 3.120"],
        ),
        (
            "thưởng CSTĐCS, quý III/2033",
            ["từ ngày 01/7/2033 đến hết ngày 30/9/2033: 3.120"],
        ),
        ("thuong cstdcs thang 6/2033", ["từ ngày 01/6/2033 đến hết ngày 30/6/2033: 3.010"]),
        ("mức thưởng CSTĐCS tháng 6/2033", ["từ ngày 01/6/2033 đến hết ngày 30/6/2033: 3.010"]),
        (
            "thưởng CSTĐCS ký 30/6/2033 và 01/7/2033 khác nhau thế nào",
            ["ngày 30/6/2033: 3.010", "ngày 01/7/2033: 3.120"],
        ),
        ("tiền thưởng CSTĐCS trước và sau 01/7/2033", ["ngày 30/6/2033: 3.010", "ngày 01/7/2033: 3.120"]),
        ("thưởng CSTĐCS theo NĐ 20/2030 bao nhiêu", ["ngày 30/6/2033: 3.010"]),
    ],
)
def test_a_longer_time_is_parted_where_the_base_salary_changes(ask, question, days):
    reply = ask(question, TODAY)
    amounts = [line for line in reply.text.split("\n") if line.startswith(BASIC)]
    assert len(amounts) == len(days)
    assert all(f"cho quyết định {told}" in line for told, line in zip(days, amounts, strict=True))
    assert problems(reply) == []


def test_a_part_of_the_time_without_a_rate_is_said(answering):
    reply = answering(replacing(DECREE, EARLIER), EARLIER, FIRST)("tiền thưởng CSTĐCS năm 2031 bao nhiêu", TODAY)
    assert reply.status is AnswerStatus.PARTIAL
    assert reply.text.split("\n")[0] == (
        "Kho không có mức tiền thưởng áp dụng cho quyết định từ ngày 01/01/2031 đến hết ngày 30/6/2031. "
        "Có mức trong: Nghị định 41/2031/NĐ-CP chưa có hiệu lực vào ngày đó. "
        "Văn bản áp dụng ngày đó: Nghị định 17/2027/NĐ-CP."
    )
    assert problems(reply) == []


def test_a_short_number_restricts_the_rates_to_that_document(answering):
    ask = answering(DECREE, EARLIER, FIRST, SECOND)
    assert ask("theo NĐ 41 CSTĐCS được thưởng bao nhiêu", TODAY).status is AnswerStatus.ANSWERED
    silent = ask("theo NĐ 17/2027 CSTĐCS được thưởng bao nhiêu", TODAY)
    assert silent.status is AnswerStatus.NOT_IN_CORPUS
    assert silent.text == (
        "Bản lưu của Nghị định 17/2027/NĐ-CP không ghi mức tiền thưởng này. Có mức trong: Nghị định 41/2031/NĐ-CP."
    )


@pytest.mark.parametrize("question", ["tiền thưởng Tết bao nhiêu", "tiền thưởng nhà giáo nhân dân bao nhiêu"])
def test_a_title_without_a_held_rate_is_left_to_others(ask, question):
    assert ask(question, TODAY) is None
