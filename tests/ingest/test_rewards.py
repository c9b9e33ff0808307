"""Reward rates and base salaries as instruments word them, each row a wording."""

from datetime import date
from decimal import Decimal

import pytest

from corpus.model import Form, Recipient
from ingest.reward_titles import titles_in
from ingest.rewards import read_base_salaries, read_rewards
from tests.ingest.outlines import body, document

PERSON, COLLECTIVE, HOUSEHOLD = Recipient.PERSON, Recipient.COLLECTIVE, Recipient.HOUSEHOLD
SALARY = "mức lương cơ sở"


def rates(text, form=Form.OFFICIAL):
    read = read_rewards(document(text, kind="Nghị định", form=form), body(text))
    return [(one.title, one.recipient, str(one.coefficient)) for one in read]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a colon, the thing given, the multiple
        (
            f"Điều 8. Mức thưởng\n1. Đối với cá nhân:\na) “Chiến sĩ thi đua cơ sở”: tiền thưởng 1,0 lần {SALARY}.",
            [("Chiến sĩ thi đua cơ sở", PERSON, "1.0")],
        ),
        # a verb, with other gifts before
        (
            "Điều 8. Mức tiền thưởng\n1. Đối với cá nhân:\n"
            "a) Danh hiệu Chiến sĩ thi đua bộ, ban, ngành, tỉnh được tặng Bằng, khung "
            f"và được thưởng 3,0 lần {SALARY};",
            [("Chiến sĩ thi đua bộ, ban, ngành, tỉnh", PERSON, "3.0")],
        ),
        # two names of one rate
        (
            "Điều 8. Mức thưởng\n"
            f"1. Cá nhân đạt “Lao động tiên tiến” hoặc “Chiến sĩ tiên tiến” được thưởng 0,3 lần {SALARY}.",
            [("Lao động tiên tiến", PERSON, "0.3"), ("Chiến sĩ tiên tiến", PERSON, "0.3")],
        ),
        # points in one paragraph; only the last names the base
        (
            "Điều 8. Mức tiền thưởng\n1. Đối với tập thể: a) “Đơn vị quyết thắng”: 1,5 lần; "
            f"b) “Đơn vị tiên tiến”: 0,8 lần {SALARY}.",
            [("Đơn vị quyết thắng", COLLECTIVE, "1.5"), ("Đơn vị tiên tiến", COLLECTIVE, "0.8")],
        ),
        # only the lead names the base
        (
            f"Điều 8. Mức tiền thưởng\nTính theo số lần {SALARY}: cá nhân được thưởng theo lần {SALARY} như sau:\n"
            "a) Huân chương Sao vàng: 46,0 lần;\nb) Huân chương Hồ Chí Minh: 30,5 lần.",
            [("Huân chương Sao vàng", PERSON, "46.0"), ("Huân chương Hồ Chí Minh", PERSON, "30.5")],
        ),
        # names that share a noun and a rank
        (
            "Điều 8. Tiền thưởng\n"
            f"a) Huân chương Lao động, Chiến công hạng Nhì và Huân chương Dũng cảm: 7,5 lần {SALARY}.",
            [
                ("Huân chương Lao động hạng Nhì", None, "7.5"),
                ("Huân chương Chiến công hạng Nhì", None, "7.5"),
                ("Huân chương Dũng cảm", None, "7.5"),
            ],
        ),
        # quoted names with ranks behind the quotes
        (
            "Điều 8. Tiền thưởng\n"
            f"a) “Huân chương Độc lập” hạng nhất, “Huân chương Quân công” hạng nhất: 15,0 lần {SALARY};",
            [("Huân chương Độc lập hạng nhất", None, "15.0"), ("Huân chương Quân công hạng nhất", None, "15.0")],
        ),
        # places that share a word
        (
            f"Điều 8. Tiền thưởng\n2. Đối với tập thể:\na) Thôn, tổ dân phố văn hóa được thưởng 1,5 lần {SALARY};",
            [("Thôn văn hóa", COLLECTIVE, "1.5"), ("Tổ dân phố văn hóa", COLLECTIVE, "1.5")],
        ),
        # two classes of titles in one sentence
        (
            "Điều 8. Tiền thưởng\n1. Cá nhân được tặng Huy hiệu kèm theo mức tiền thưởng đối với danh hiệu "
            f"“Nghệ nhân nhân dân” là 12,5 lần {SALARY} và danh hiệu “Nghệ nhân ưu tú” là 9,0 lần {SALARY}.",
            [("Nghệ nhân nhân dân", PERSON, "12.5"), ("Nghệ nhân ưu tú", None, "9.0")],
        ),
        # titles told by a word they hold
        (
            f"Điều 8. Tiền thưởng\n- Danh hiệu có chữ “ưu tú” (nhà giáo, nghệ sĩ): tiền thưởng 9,0 lần {SALARY}.",
            [("Nhà giáo ưu tú", None, "9.0"), ("Nghệ sĩ ưu tú", None, "9.0")],
        ),
        # the title after the multiple
        (
            f"Điều 8. Tiền thưởng\n1. Thưởng 2,0 lần {SALARY} cho danh hiệu “Công dân ưu tú vùng cao”.",
            [("Công dân ưu tú vùng cao", None, "2.0")],
        ),
        # a point of a thousand is no decimal; two places after the comma
        (f"Điều 8. Tiền thưởng\n1. Giấy khen tặng cá nhân: 0,15 lần {SALARY}.", [("Giấy khen", PERSON, "0.15")]),
    ],
)
def test_a_rate_is_read_with_its_titles_and_recipient(text, expected):
    assert rates(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a clause of its own, for what it names
        (
            f"Điều 9. Tiền thưởng\n1. Cá nhân:\na) Bằng khen của bộ: 1,5 lần {SALARY};\n"
            f"b) Giấy khen: 0,3 lần {SALARY};\nc) Kỷ niệm chương của bộ: không quá 0,6 lần {SALARY}.\n"
            "2. Tập thể được Bằng khen nhận tiền thưởng gấp hai lần mức của cá nhân.\n"
            "3. Hộ gia đình được khen có mức tiền thưởng bằng 1,5 lần mức tiền thưởng tương ứng tặng cho cá nhân.",
            [
                ("Bằng khen của bộ", PERSON, "1.5"),
                ("Giấy khen", PERSON, "0.3"),
                ("Kỷ niệm chương của bộ", PERSON, "0.6"),
                ("Bằng khen của bộ", COLLECTIVE, "3.0"),
                # "được khen" names no form: all of the article, but no ceiling
                ("Bằng khen của bộ", HOUSEHOLD, "2.25"),
                ("Giấy khen", HOUSEHOLD, "0.45"),
            ],
        ),
        # the recipient stands in the lead, the factor in the point
        (
            f"Điều 9. Tiền thưởng\n1. Đối với cá nhân:\na) Giấy khen: 0,3 lần {SALARY}.\n2. Đối với tập thể:\n"
            "a) Giấy khen được thưởng gấp hai lần mức tiền thưởng đối với cá nhân quy định tại khoản 1 Điều này.",
            [("Giấy khen", PERSON, "0.3"), ("Giấy khen", COLLECTIVE, "0.6")],
        ),
        # in one sentence
        (
            "Điều 9. Tiền thưởng\n"
            f"- Anh hùng Lao động: cá nhân được thưởng 15,5 lần {SALARY}, tập thể được gấp hai lần.",
            [("Anh hùng Lao động", PERSON, "15.5"), ("Anh hùng Lao động", COLLECTIVE, "31.0")],
        ),
        # before the rates it multiplies
        (
            "Điều 9. Tiền thưởng\nMức đối với cá nhân như sau; tập thể nhận gấp hai lần mức của cá nhân.\n"
            f"a) Huân chương Sao vàng: tiền thưởng 46,0 lần {SALARY}.",
            [("Huân chương Sao vàng", COLLECTIVE, "92.0"), ("Huân chương Sao vàng", PERSON, "46.0")],
        ),
        # nothing to multiply in this article
        (
            f"Điều 9. Tiền thưởng\n1. Đối với cá nhân:\na) Giấy khen: 0,3 lần {SALARY}.\n"
            "Điều 10. Tiền thưởng khác\nTập thể nhận gấp hai lần mức của cá nhân.",
            [("Giấy khen", PERSON, "0.3")],
        ),
    ],
)
def test_a_rate_may_be_a_multiple_of_that_for_persons(text, expected):
    assert rates(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"Điều 8. Hỗ trợ\n1. Hộ nghèo được hỗ trợ 2,0 lần {SALARY}.",  # no reward
        f"Điều 8. Tiền thưởng\n1. Tiền thưởng tính theo {SALARY} đang áp dụng.",  # no multiple
        "Điều 8. Tiền thưởng\n1. Chiến sĩ thi đua cơ sở được thưởng 2.530.000 đồng.",  # a sum
        "Điều 8. Tiền thưởng\n1. “Lao động tiên tiến” được xét 02 lần.",  # times, not multiples of the salary
        f"Điều 8. Tiền thưởng\n1. Tổng tiền thưởng của một người không quá 50 lần {SALARY} một năm.",  # no title
        f"Điều 8. Phụ cấp\n1. Anh hùng Lao động hưởng phụ cấp 0,8 lần {SALARY}.",  # an allowance
        f"Điều 8. Tiền thưởng\n1. Đạt 02 lần liên tục “Chiến sĩ thi đua cơ sở” thì hưởng {SALARY}.",
    ],
)
def test_other_multiples_and_other_money_are_no_reward_rates(text):
    assert rates(text) == []


def test_a_ceiling_is_marked_and_the_statement_is_quoted():
    text = f"Điều 8. Tiền thưởng\n1. Kỷ niệm chương của bộ: tiền thưởng không quá 0,6 lần {SALARY}."
    (one,) = read_rewards(document(text, kind="Nghị định"), body(text))
    assert (one.is_ceiling, one.coefficient) == (True, Decimal("0.6"))
    assert one.quote == text[one.start : one.end] == text.split("\n")[1]


def test_news_set_no_reward():
    assert rates(f"Điều 8. Tiền thưởng\n1. Giấy khen: tiền thưởng 0,3 lần {SALARY}.", Form.NEWS) == []


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("a) “Cờ thi đua của Chính phủ” được tặng cờ, khung và được thưởng", ("Cờ thi đua của Chính phủ",)),
        ("Danh hiệu Anh hùng Lực lượng vũ trang nhân dân, Anh hùng Lao động: cá nhân được",
         ("Anh hùng Lực lượng vũ trang nhân dân", "Anh hùng Lao động")),
        ("e) Giấy khen quy định tại điểm a khoản 1 Điều 75 được tặng",
         ("Giấy khen quy định tại điểm a khoản 1 Điều 75",)),
        ("Tập thể Lao động tiên tiến:", ("Tập thể Lao động tiên tiến",)),
        ("Tiền thưởng của một người", ()),
        ("", ()),
    ],
)  # fmt: skip
def test_the_subject_of_a_statement_is_the_title(statement, expected):
    assert titles_in(statement) == expected


def salaries(text, kind="Nghị định", form=Form.OFFICIAL):
    read = read_base_salaries(document(text, kind=kind, form=form), body(text))
    return [(one.amount, one.since) for one in read]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Mức lương cơ sở là 2.530.000 đồng/tháng.", [(2_530_000, None)]),
        ("Từ ngày 01/7/2024, mức lương cơ sở là 2.340.000 đồng/tháng.", [(2_340_000, date(2024, 7, 1))]),
        ("Kể từ ngày 01 tháng 7 năm 2026, mức lương cơ sở là 2.530.000 đồng/tháng.", [(2_530_000, date(2026, 7, 1))]),
        ("Mức lương cơ sở là 2.340.000 đồng/tháng từ ngày 01/7/2024.", [(2_340_000, date(2024, 7, 1))]),
        ("Mức lương cơ sở được điều chỉnh từ 1.490.000 đồng/tháng lên 1.800.000 đồng/tháng.", [(1_800_000, None)]),
        ("Từ ngày 31/6/2026, mức lương cơ sở là 2.530.000 đồng/tháng.", [(2_530_000, None)]),  # no such day
        # must not match: repeated, past, computed, other salaries
        ("Thu nhập tính theo mức lương cơ sở 2.530.000 đồng/tháng không vượt quá mức cũ.", []),
        ("Trước ngày 01/7/2026, mức lương cơ sở là 2.340.000 đồng/tháng.", []),
        ("Mức này tăng so với mức lương cơ sở là 2.340.000 đồng/tháng.", []),
        ("Mức lương tối thiểu vùng là 4.960.000 đồng/tháng.", []),
        ("Mức lương cơ sở do Chính phủ quy định.", []),
    ],
)
def test_a_base_salary_is_what_the_sentence_sets(sentence, expected):
    assert salaries(f"Điều 3. Mức lương\n1. {sentence}\n") == expected


def test_a_sum_said_twice_is_one_base_salary():
    text = (
        "Từ ngày 01/7/2026, mức lương cơ sở là 2.530.000 đồng/tháng.\n"
        "Điều 3. Mức lương\n"
        "1. Từ ngày 01 tháng 7 năm 2026, mức lương cơ sở là 2.530.000 đồng/tháng.\n"
        "2. Mức lương cơ sở là 2.530.000 đồng/tháng."
    )
    assert salaries(text) == [(2_530_000, date(2026, 7, 1))]


@pytest.mark.parametrize(
    ("kind", "form"), [("Kế hoạch", Form.OFFICIAL), ("Công văn", Form.OFFICIAL), ("Tin", Form.NEWS)]
)
def test_only_who_may_set_a_base_salary_sets_one(kind, form):
    assert salaries("Điều 3. Mức lương\n1. Mức lương cơ sở là 2.530.000 đồng/tháng.", kind, form) == []
