import pytest

from bot.version_phrases import replaced_phrases, spoken_versions, with_kinds_repeated
from corpus.citation import find_references


@pytest.mark.parametrize(
    ("text", "kind", "is_old", "title", "issuer"),
    [
        ("luật thủ đô mới số bao nhiêu", "Luật", False, "thủ đô", ""),
        ("luật thi đua, khen thưởng cũ hết hiệu lực khi nào", "Luật", True, "thi đua, khen thưởng", ""),
        ("nghị định cũ về TĐKT hết hiệu lực khi nào", "Nghị định", True, "TĐKT", ""),
        ("nghi dinh moi ve thi dua khen thuong do ai ky", "Nghị định", False, "thi dua khen thuong", ""),
        ("thông tư mới của BNV có hiệu lực từ ngày nào", "Thông tư", False, "", "BNV"),
        ("nghị định mới về tiền lương ký ngày nào", "Nghị định", False, "tiền lương", ""),
        ("luat cu het hieu luc luc nao", "Luật", True, "", ""),
    ],
)
def test_a_new_and_an_old_document_are_read_with_their_matter_and_issuer(text, kind, is_old, title, issuer):
    [phrase] = spoken_versions(text)
    assert (phrase.kind, phrase.is_old, phrase.title or phrase.about, phrase.issuer) == (kind, is_old, title, issuer)


@pytest.mark.parametrize(
    "text",
    [
        "nghị định mới nhất về khen thưởng là gì",
        "nghị định mới nào hướng dẫn",
        "nghị định cũ 41 hết hạn khi nào",
        "luật cũ năm 2003 quy định gì",
        "luật này có điểm mới gì",
        "quy định cụ thể của luật cử tri",
        "thông tư mới sửa đổi những gì",
        "luật thi đua khen thưởng có hiệu lực từ ngày nào thì cũ",
    ],
)
def test_other_uses_of_new_and_old_name_no_document(text):
    assert spoken_versions(text) == []


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("luật cũ và mới khác gì", "luật cũ và luật mới khác gì"),
        ("nghị định mới với cũ khác chỗ nào", "nghị định mới với nghị định cũ khác chỗ nào"),
        ("luat thu do moi hay cu ap dung", "luat thu do moi hay luat thu do cu ap dung"),
        ("cán bộ cũ và mới", "cán bộ cũ và mới"),
        ("luật cũ và mọi người", "luật cũ và mọi người"),
    ],
)
def test_of_two_versions_the_second_takes_the_kind_of_the_first(text, written):
    assert with_kinds_repeated(text) == written


@pytest.mark.parametrize(
    ("text", "written", "is_old"),
    [
        ("thông tư thay thế TT 41/2024 có hiệu lực khi nào", "thông tư thay thế TT 41/2024", False),
        ("nghi dinh moi thay nd 41 do ai ky", "nghi dinh moi thay nd 41", False),
        ("văn bản bãi bỏ QĐ 41/2020/QĐ-UBND ban hành ngày nào", "văn bản bãi bỏ QĐ 41/2020/QĐ-UBND", False),
        ("văn bản bị NĐ 41 thay thế do ai ký", "văn bản bị NĐ 41 thay thế", True),
        ("nghị định mà NĐ 41 thay thế ký năm nào", "nghị định mà NĐ 41 thay thế", True),
        ("TT 41/2024 hết hiệu lực khi nào, thông tư thay thế có hiệu lực từ bao giờ", "thông tư thay thế", False),
        ("NĐ 41 và văn bản thay thế nó khác nhau chỗ nào", "văn bản thay thế nó", False),
        ("nd 41 va nghi dinh moi khac nhau gi", "nghi dinh moi", False),
        ("NĐ 41 với nghị định cũ khác gì", "nghị định cũ", True),
        ("NĐ 41 hết hạn khi nào, nghị định mới có hiệu lực từ ngày nào", "nghị định mới", False),
    ],
)
def test_what_replaced_a_document_or_was_replaced_by_it_is_read(text, written, is_old):
    named = [one for one in find_references(text) if one.number or one.short]
    [phrase] = replaced_phrases(text, named)
    assert (text[phrase.start : phrase.end], phrase.is_old) == (written, is_old)


@pytest.mark.parametrize(
    "text",
    [
        "nghị định nào thay NĐ 41",
        "NĐ 41 bị nghị định nào thay thế",
        "NĐ 41 thay thế NĐ 12 khi nào",
        "TT 41/2024 có thông tư thay thế chưa",
        "NĐ 41 có gì mới",
        "NĐ 41 sửa đổi nghị định cũ thế nào",
    ],
)
def test_where_the_successor_is_what_is_asked_for_nothing_is_read(text):
    named = [one for one in find_references(text) if one.number or one.short]
    assert replaced_phrases(text, named) == []
