"""Words of the centre, the south and of chats, each with what it is in common words."""

import pytest

from bot.conversation.dialect import in_common_words


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("văn bản ni hiệu lực khi mô", "văn bản này hiệu lực khi nào"),
        ("tiền thưởng nhận ở mô", "tiền thưởng nhận ở đâu"),
        ("cái mô mới hơn", "cái nào mới hơn"),
        ("răng lại hết rứa", "sao lại hết vậy"),
        ("kế hoạch nớ ai ký", "kế hoạch đó ai ký"),
        ("làm tới chừng nào", "làm tới khi nào"),
        ("tối đa nhiêu", "tối đa bao nhiêu"),
        ("tính kiểu chi", "tính kiểu gì"),
        ("ng ký là ai", "người ký là ai"),
        ("còn khống chế hông", "còn khống chế không"),
        ("bi giờ áp dụng luật nào", "bây giờ áp dụng luật nào"),
        ("nghị định nào bị nó thay", "nó thay thế nghị định nào"),
        ("cờ chính phủ thì sao", "cờ thi đua chính phủ thì sao"),
        ("cái 34 ra năm nào", "cái 34 ban hành năm nào"),
        ("thì mần răng", "thì sao"),
    ],
)
def test_a_regional_word_is_read_as_the_common_one(typed, meant):
    assert in_common_words(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "mô hình điểm nào được khen",
        "quy mô lớp tập huấn",
        "sĩ số bao nhiêu",
        "cờ Tổ quốc",
        "mấy điểm cầu",
        "có nhiều người nhận",
        "hội nghị diễn ra ngày nào",
        "xảy ra khi nào",
        "kinh tế vĩ mô",
        "thủ tục nhiêu khê",
        "người không biết chữ có được khen không",
        "hình ảnh là gì",
        "giấy chứng nhận kết hôn",
        "khám răng",
    ],
)
def test_what_only_looks_like_one_stays(typed):
    assert in_common_words(typed) == typed
