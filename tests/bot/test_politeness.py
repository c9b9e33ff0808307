import pytest

from bot.politeness import without_courtesies
from corpus.understanding import Reading


def spoken(text):
    return without_courtesies(Reading(typed=text, text=text, search_text=f"{text} thêm", changed=False))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("dạ cho em hỏi luật này còn hiệu lực không ạ, em cảm ơn", "luật này còn hiệu lực không"),
        ("da cho em hoi nd 41 con hieu luc khong, em cam on", "nd 41 con hieu luc khong"),
        ("anh chị ơi cho em xin hỏi NĐ 41 hết hạn chưa ạ", "NĐ 41 hết hạn chưa"),
        ("ban oi cho minh hoi chut nd 41 ai ky, thanks ad", "nd 41 ai ky"),
        ("NĐ 41 còn dùng được không giúp em với ạ", "NĐ 41 còn dùng được không"),
        ("xin chào, nhờ ad tra giúp em NĐ 41 do ai ký với ạ. Em cảm ơn nhiều!", "NĐ 41 do ai ký với ạ"),
        ("bot ơi tư vấn giúp em: giấy khen được thưởng bao nhiêu vậy ạ", "giấy khen được thưởng bao nhiêu"),
        ("em muốn hỏi tiền thưởng là bao nhiêu, mong ad giải đáp giúp em ạ", "tiền thưởng là bao nhiêu"),
        ("Làm ơn cho tôi biết luật 2003 còn dùng không nhé", "luật 2003 còn dùng không"),
        ("vui lòng cho biết TT 15/2025 của bộ nào", "TT 15/2025 của bộ nào"),
        ("giúp mình với, NĐ 73 áp dụng từ khi nào", "NĐ 73 áp dụng từ khi nào"),
    ],
)
def test_courtesies_around_a_question_are_not_part_of_it(text, asked):
    assert spoken(text).text in (asked, asked.removesuffix(" với ạ"))
    assert spoken(text).search_text.startswith(spoken(text).text)


@pytest.mark.parametrize(
    "text",
    [
        "Cảm ơn bạn nhiều nhé!",
        "cam on ban",
        "xin chào",
        "đã có nghị định nào thay chưa",  # no "dạ"
        "hướng dẫn xét khen thưởng",
        "chào mừng kỷ niệm ngày truyền thống thì phát động gì",
        "giúp đỡ đồng nghiệp có phải tiêu chuẩn không",
        "luật thi đua khen thưởng cảm ơn ai",
    ],
)
def test_what_only_begins_or_ends_like_a_courtesy_stays(text):
    assert spoken(text).text == text
