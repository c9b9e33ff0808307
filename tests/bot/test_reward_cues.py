"""Which questions ask for the sum of a reward."""

import pytest

from bot.answerers.reward import asks_reward
from tests.bot.questions import asked


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("tiền thưởng giấy khen hộ gia đình", True),
        ("bằng khen thưởng bao nhiêu", True),
        ("theo quy định CSTĐCS được bao nhiêu tiền", True),
        ("chiến sĩ thi đua toàn quốc được thưởng thế nào", True),
        ("thưởng CSTĐCS bao nhiêu", True),
        ("thuong cstdcs quyet dinh ky 30/6/2033 va 1/7/2033 khac nhau the nao", True),
        ("được khen thưởng bao nhiêu", False),
        # something else about it
        ("tiền thưởng bằng khen gấp mấy lần lương cơ sở", False),
        ("hệ số tiền thưởng LĐTT", False),
        ("cấp nào chịu trách nhiệm chi tiền thưởng", False),
        ("tiền thưởng CSTĐCS quy định ở nghị định nào", False),
        ("bị thu hồi bằng khen thì nộp lại tiền thưởng trong mấy ngày", False),
        ("tiền thưởng lấy từ quỹ nào", False),
        ("được khen thưởng bao nhiêu lần", False),
        ("tỉnh tặng thưởng bao nhiêu bằng khen", False),
        ("tiêu chuẩn chiến sĩ thi đua cơ sở", False),
        ("một thành tích có được nhận nhiều hình thức khen thưởng không", False),
        ("Điều 54 quy định tiền thưởng thế nào", False),
        # when, by when, how often
        ("danh hiệu thôn văn hóa bao lâu xét một lần", False),
        ("thưởng LĐTT mấy năm một lần", False),
        ("thưởng giấy khen hạn cuối", False),
        ("tiền thưởng LĐTT hạn chót là bao nhiêu ngày", False),
    ],
)
def test_only_a_question_for_the_sum_or_the_combination_is_one_for_rewards(question, asks):
    assert asks_reward(asked(question)) is asks


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("thưởng cờ thi đua của tỉnh, tháng 5/2033", True),
        ("thuong co thi dua cua tinh thang 5/2033", True),
        ("thưởng LĐTT quyết định ngày 15/6/2033", True),
        ("cho hỏi thưởng giấy khen ạ", True),
        ("da cho em hoi thuong giay khen cho tap the a", True),
        ("thưởng LĐTT bao nhiêu, quyết định ngày 15/6/2033", True),
        ("thuong cstdcs bao nhieu thang 5/2033", True),
        ("lđtt được thưởng mấy đồng", True),
        ("ldtt linh may dong", True),
        ("bằng khen tỉnh được bao nhiêu tiền", True),
        ("giấy khen lĩnh bao nhiêu vậy ad", True),
        ("giay khen duoc bao nhieu a", True),
        ("cstđcs thưởng nhiêu", True),
        ("thưởng lđtt tính sao", True),
        ("tiền thưởng lao động tiên tiến tính như thế nào", True),
        ("khen thưởng tính thế nào", False),
        ("cstđcs và giấy khen nhận tổng cộng bao nhiêu", True),
        # khen thưởng, or another word of that spelling
        ("được khen thưởng hình thức gì", False),
        ("duoc khen thuong hinh thuc gi", False),
        ("thi đua khen thưởng có từ bao giờ", False),
        ("phong trào thi đua, khen thưởng năm 2033", False),
        ("thường trực hội đồng gồm ai", False),
        ("thuong truc hoi dong thi dua", False),
        ("thường xuyên bình xét lao động tiên tiến", False),
        ("thưởng bằng khen cho ai", False),
        ("thưởng giấy khen có cần sáng kiến không", False),
        ("bằng khen được bao nhiêu phiếu", False),
        ("cstđcs được tặng bao nhiêu lần", False),
        ("được bao nhiêu năm thì xét huân chương", False),
    ],
)
def test_the_sum_is_asked_for_without_the_words_for_money_too(question, asks):
    assert asks_reward(asked(question)) is asks
