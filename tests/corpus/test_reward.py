"""Amounts of rewards, and which rates a question means; expected sums worked out by hand."""

from decimal import Decimal

import pytest

from corpus.model import Recipient, RewardRate
from corpus.reward import amount, product, written_coefficient, written_dong
from corpus.reward_title import rates_for, title_of

PERSON, COLLECTIVE, HOUSEHOLD = Recipient.PERSON, Recipient.COLLECTIVE, Recipient.HOUSEHOLD


@pytest.mark.parametrize(
    ("coefficient", "salary", "expected"),
    [
        ("0.3", 2_530_000, 760_000),  # 759.000, up
        ("1.0", 2_530_000, 2_530_000),  # nothing to round
        ("4.5", 2_530_000, 11_390_000),
        ("0.45", 2_530_000, 1_140_000),  # 1.138.500
        ("7.5", 2_530_000, 18_980_000),
        ("0.6", 2_530_000, 1_520_000),
        ("0.3", 2_340_000, 710_000),  # 702.000: up, not to the nearest
        ("1.0", 2_340_000, 2_340_000),
        ("0.8", 2_340_000, 1_880_000),
        ("270", 2_530_000, 683_100_000),
        ("0.1", 1, 10_000),  # however little
        ("0", 2_530_000, 0),
    ],
)
def test_the_product_is_rounded_up_to_tens_of_thousands(coefficient, salary, expected):
    assert amount(Decimal(coefficient), salary) == expected


def test_the_product_is_exact():
    assert product(Decimal("0.45"), 2_530_000) == Decimal("1138500")


@pytest.mark.parametrize(
    ("value", "written"),
    [(760_000, "760.000"), (2_530_000, "2.530.000"), (Decimal("1138500.00"), "1.138.500"), (0, "0"),
     (Decimal("1234567.5"), "1.234.567,5")],
)  # fmt: skip
def test_sums_are_written_with_points(value, written):
    assert written_dong(value) == written


@pytest.mark.parametrize(
    ("value", "written"), [("4.5", "4,5"), ("1", "1,0"), ("1.50", "1,5"), ("0.45", "0,45"), ("270.0", "270,0")]
)
def test_coefficients_are_written_with_a_comma(value, written):
    assert written_coefficient(Decimal(value)) == written


def rate(title, recipient=None, coefficient="1.0"):
    return RewardRate(title, recipient, Decimal(coefficient), False, 0, 0, 1, "x")


RATES = [
    rate("Chiến sĩ thi đua toàn quốc", PERSON),
    rate("Chiến sĩ thi đua bộ, ban, ngành, tỉnh", PERSON),
    rate("Chiến sĩ thi đua cơ sở", PERSON),
    rate("Lao động tiên tiến", PERSON),
    rate("Chiến sĩ tiên tiến", PERSON),
    rate("Tập thể lao động xuất sắc", COLLECTIVE),
    rate("Tập thể lao động tiên tiến", COLLECTIVE),
    rate("Cờ thi đua của Chính phủ", COLLECTIVE),
    rate("Cờ thi đua của bộ, ban, ngành, tỉnh", COLLECTIVE),
    rate("Huân chương Lao động hạng Nhất", PERSON),
    rate("Huân chương Lao động hạng Ba", PERSON),
    rate("Huân chương Độc lập hạng Ba", PERSON),
    rate("Anh hùng Lao động", PERSON),
    rate("Bà mẹ Việt Nam anh hùng"),
    rate("Nhà giáo ưu tú"),
    rate("Giải thưởng Hồ Chí Minh"),
    rate("Bằng khen của Thủ tướng Chính phủ", PERSON),
    rate("Bằng khen của Thủ tướng Chính phủ", COLLECTIVE),
    rate("Bằng khen của bộ, ban, ngành, tỉnh", PERSON),
    rate("Bằng khen của bộ, ban, ngành, tỉnh", COLLECTIVE),
    rate("Giấy khen", PERSON),
    rate("Giấy khen", HOUSEHOLD),
    rate("Huy chương nêu ở khoản 2 Điều 54 Luật Thi đua, khen thưởng", PERSON),
]
MINISTRY, PRIME_MINISTER = "Bằng khen của bộ, ban, ngành, tỉnh", "Bằng khen của Thủ tướng Chính phủ"
PROVINCIAL = "Chiến sĩ thi đua bộ, ban, ngành, tỉnh"


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("tiền thưởng Chiến sĩ thi đua cơ sở", [("Chiến sĩ thi đua cơ sở", PERSON)]),
        ("tien thuong chien si thi dua co so", [("Chiến sĩ thi đua cơ sở", PERSON)]),  # without diacritics
        ("CSTĐ cơ sở thưởng bao nhiêu", [("Chiến sĩ thi đua cơ sở", PERSON)]),
        ("cstđcs thưởng bao nhiêu", [("Chiến sĩ thi đua cơ sở", PERSON)]),
        ("chiến sỹ thi đua cấp cơ sở của tỉnh", [("Chiến sĩ thi đua cơ sở", PERSON)]),  # the nearest level
        ("Chiến sĩ thi đua toàn quốc", [("Chiến sĩ thi đua toàn quốc", PERSON)]),
        ("CSTĐ cấp thành phố", [(PROVINCIAL, PERSON)]),  # a city is a province here
        ("CSTĐ bộ", [(PROVINCIAL, PERSON)]),
        # no level: all of them
        ("chiến sĩ thi đua", [("Chiến sĩ thi đua toàn quốc", PERSON), (PROVINCIAL, PERSON),
                              ("Chiến sĩ thi đua cơ sở", PERSON)]),
        ("LĐTT", [("Lao động tiên tiến", PERSON)]),
        ("tập thể lao động tiên tiến", [("Tập thể lao động tiên tiến", COLLECTIVE)]),  # the longest name
        ("TTLĐXS", [("Tập thể lao động xuất sắc", COLLECTIVE)]),
        ("chiến sĩ tiên tiến", [("Chiến sĩ tiên tiến", PERSON)]),
        ("HCLĐ hạng Ba", [("Huân chương Lao động hạng Ba", PERSON)]),
        ("huan chuong lao dong hang nhat", [("Huân chương Lao động hạng Nhất", PERSON)]),
        ("Huân chương Lao động hạng 3", [("Huân chương Lao động hạng Ba", PERSON)]),
        ("Huân chương Lao động",
         [("Huân chương Lao động hạng Nhất", PERSON), ("Huân chương Lao động hạng Ba", PERSON)]),
        ("huân chương hạng ba",
         [("Huân chương Lao động hạng Ba", PERSON), ("Huân chương Độc lập hạng Ba", PERSON)]),
        ("anh hùng lao động", [("Anh hùng Lao động", PERSON)]),
        ("bà mẹ việt nam anh hùng", [("Bà mẹ Việt Nam anh hùng", None)]),
        ("nhà giáo ưu tú", [("Nhà giáo ưu tú", None)]),
        ("giải thưởng Hồ Chí Minh", [("Giải thưởng Hồ Chí Minh", None)]),
        ("bằng khen của bộ", [(MINISTRY, PERSON), (MINISTRY, COLLECTIVE)]),  # person and collective
        ("bằng khen UBND tỉnh cho cá nhân", [(MINISTRY, PERSON)]),
        ("BK Thủ tướng cho tập thể", [(PRIME_MINISTER, COLLECTIVE)]),
        ("bằng khen TTg", [(PRIME_MINISTER, PERSON), (PRIME_MINISTER, COLLECTIVE)]),
        ("bằng khen của Thủ tướng và của bộ cho cá nhân", [(PRIME_MINISTER, PERSON), (MINISTRY, PERSON)]),
        # tính is not tỉnh, cán bộ is no ministry
        ("bằng khen của Thủ tướng tính thế nào cho cá nhân", [(PRIME_MINISTER, PERSON)]),
        ("cán bộ được bằng khen của thủ tướng", [(PRIME_MINISTER, PERSON)]),
        ("giấy khen hộ gia đình", [("Giấy khen", HOUSEHOLD)]),
        ("giấy khen của sở", [("Giấy khen", PERSON), ("Giấy khen", HOUSEHOLD)]),
        ("giấy khen và LĐTT cá nhân", [("Lao động tiên tiến", PERSON), ("Giấy khen", PERSON)]),  # two titles
        ("cờ thi đua chính phủ", [("Cờ thi đua của Chính phủ", COLLECTIVE)]),
        ("huy chương", [("Huy chương nêu ở khoản 2 Điều 54 Luật Thi đua, khen thưởng", PERSON)]),
        # whom no rate is for
        ("chiến sĩ thi đua cơ sở cho tập thể", []),
        ("tiền thưởng Tết", []),
        ("mức lương cơ sở", []),
        ("ủy ban nhân dân tỉnh", []),
        ("", []),
    ],
)  # fmt: skip
def test_a_question_means_all_rates_that_fit_and_no_others(asked, expected):
    assert [(one.title, one.recipient) for one in rates_for(asked, RATES)] == expected


def test_a_person_is_not_paid_the_rate_of_a_collective_that_no_document_sets():
    assert rates_for("tập thể lao động tiên tiến", [rate("Lao động tiên tiến", PERSON)]) == []


def test_what_other_bodies_and_conditions_add_to_a_name_is_no_level():
    assert title_of("Bằng khen của Đại học Quốc gia và tương đương").alternatives == (("đại", "học", "quốc", "gia"),)
    assert title_of("Giấy khen quy định tại điểm a khoản 1 Điều 75").alternatives == ()
