"""Numbers without their symbols and laws called by a year, as people type them; and what only looks like one."""

import pytest

from corpus.citation import find_references, resolve
from tests.corpus.test_citation import document


def read(text):
    """Serial, kind, title and year of each document named."""
    found = [one for one in find_references(text) if one.kind]
    return [(one.short.serial if one.short else None, one.kind, one.title, one.year) for one in found]


@pytest.mark.parametrize(
    ("text", "serial", "kind", "year"),
    [
        ("nghị định 41 năm 2019 giờ còn dùng được ko", 41, "Nghị định", 2019),
        ("nghi dinh 41 nam 2019 gio con dung duoc ko", 41, "Nghị định", 2019),
        ("hồi nđ 41 nằm ở điều mấy", 41, "Nghị định", None),
        ("nd 77 gio con hl khong", 77, "Nghị định", None),
        ("chỉ thị 34 năm ngoái còn áp dụng không", 34, "Chỉ thị", None),
        ("thông tư 3 ngày ban hành là ngày nào", 3, "Thông tư", None),
        ("quyết định 14 tháng mấy có hiệu lực", 14, "Quyết định", None),
        ("nghị quyết 12 năm nay còn dùng không", 12, "Nghị quyết", None),
        ("nghị định 41 đồng thời bãi bỏ gì", 41, "Nghị định", None),
        ("nghị định 41 lần lượt quy định gì", 41, "Nghị định", None),
        ("kế hoạch 57 giờ còn áp dụng không", 57, "Kế hoạch", None),
        ("kế hoạch 57 nằm ở đâu", 57, "Kế hoạch", None),
        ("kế hoạch 57 năm 2025 giờ ra sao", 57, "Kế hoạch", 2025),
        ("nđ 41-2019 còn hl k", 41, "Nghị định", 2019),
        ("tt 3.2024 con dung khong", 3, "Thông tư", 2024),
        ("thông tư bộ nội vụ 15/2024 hướng dẫn gì", 15, "Thông tư", 2024),
        ("nghi dinh tien luong 77/2024 con dung ko", 77, "Nghị định", 2024),
    ],
)
def test_the_word_behind_a_number_does_not_hide_it(text, serial, kind, year):
    assert read(text) == [(serial, kind, "", year)]


@pytest.mark.parametrize(
    "text",
    [
        "kế hoạch 5 năm",
        "ke hoach 5 nam",
        "chương trình 10 năm",
        "kế hoạch 5 năm 2021-2025",
        "đề án 3 năm còn mấy năm",
        "báo cáo 6 tháng",
        "hướng dẫn 2 ngày",
        "chủ tịch quyết định 3 năm một lần",
        "quyết định 6 tháng đầu năm",
        "quyết định 5 triệu đồng",
        "quyết định 2 lần",
        "nghị định nào áp dụng từ 7/2025",
        "nghị định mới 7/2025",
        "quyết định khen thưởng tháng 12/2025",
        "thông tư nào của bộ nội vụ 15/2024",
        "pháp luật 2022",
        "luật 2019 về lao động",
        "dự án luật 2024",
        "luật giai đoạn 2021-2025 là gì",
    ],
)
def test_what_counts_a_time_or_a_sum_is_no_number_of_a_document(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Luật Thủ đô 39/2024 còn hiệu lực ko", [(39, "Luật", "Thủ đô", 2024)]),
        ("Luật Thủ đô số 39 năm 2024", [(39, "Luật", "Thủ đô", 2024)]),
        ("Luật Thủ đô cũ 39/2024 bị luật nào thay", [(39, "Luật", "Thủ đô", 2024)]),
        ("luat tdkt 06/2022 con hieu luc ko", [(6, "Luật", "tdkt", 2022)]),
        ("luat thi dua khen thuong so 15/2003 het han chua", [(15, "Luật", "thi dua khen thuong", 2003)]),
        ("Luật Thủ đô tháng 7/2026 có gì", [(None, "Luật", "Thủ đô", None)]),
        ("Luật Thủ đô từ 7/2026 có gì", [(None, "Luật", "Thủ đô", None)]),
        ("luật tđkt mới 2022 áp dụng từ ngày nào", [(None, "Luật", "tđkt", 2022)]),
        ("luật thi đua khen thưởng ban hành năm 2003", [(None, "Luật", "thi đua khen thưởng", 2003)]),
        ("Luật TĐKT (2022) nói gì", [(None, "Luật", "TĐKT", 2022)]),
        ("luật thi đua khen thưởng hồi 2015", [(None, "Luật", "thi đua khen thưởng", None)]),
    ],
)
def test_a_law_is_named_by_title_and_number_or_year(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("luật 2003 quy định gì", [("Thi đua, khen thưởng", 2003)]),
        ("luat nam 2013 sua gi", [("Thi đua, khen thưởng", 2013)]),
        ("theo luật cũ năm 2003", [("Thi đua, khen thưởng", 2003)]),
        ("luat ban hanh nam 2005", [("Thi đua, khen thưởng", 2005)]),
        ("Luật 2003 và Luật 2022 khác nhau thế nào", [("Thi đua, khen thưởng", 2003), ("Thi đua, khen thưởng", 2022)]),
        ("Luật Làng nghề 2012 khác luật 2024 sao", [("Làng nghề", 2012), ("Làng nghề", 2024)]),
        ("luật 2024 khác Luật Làng nghề 2012 sao", [("Làng nghề", 2024), ("Làng nghề", 2012)]),
    ],
)
def test_a_law_called_by_its_year_is_of_the_branch_or_of_the_title_named_beside_it(text, expected):
    assert [(one.title, one.year) for one in find_references(text)] == expected


LAW = document("10/2018/QH14", kind="Luật", title="Luật Làng nghề")
FIRST_CHANGE = document("4/2020/QH14", kind="Luật", title="Luật sửa đổi, bổ sung một số điều của Luật Làng nghề")
LATER = document("9/2026/QH16", kind="Luật", title="Luật Làng nghề")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Luật Làng nghề 2018", [LAW]),
        ("Luật Làng nghề", [LAW, LATER]),
        ("Luật Làng nghề 2020", [FIRST_CHANGE]),
        ("luật làng nghề sửa đổi năm 2020", [FIRST_CHANGE]),
        ("Luật sửa đổi Luật Làng nghề năm 2020", [FIRST_CHANGE]),
        ("Luật Làng nghề 10/2018", [LAW]),
        ("Luật Làng nghề 11/2018", []),
        ("Luật Làng nghề 2019", []),
    ],
)
def test_title_year_and_number_together_tell_which_law_is_meant(text, meant):
    [reference] = find_references(text)
    assert list(resolve(reference, [LAW, FIRST_CHANGE, LATER]).documents) == meant


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("luật tđkt số mấy", "tđkt"),
        ("luat tdkt so may", "tdkt"),
        ("Luật Thủ đô thay luật nào", "Thủ đô"),
        ("Luật Thủ đô ai ký", "Thủ đô"),
        ("luật thi đua khen thưởng sửa mấy lần", "thi đua khen thưởng"),
        ("luật thi đua khen thưởng khác luật cũ chỗ nào", "thi đua khen thưởng"),
        ("luật thi đua khen thưởng chưa hết hạn à", "thi đua khen thưởng"),
        ("Luật Thi đua, khen thưởng sửa đổi", "Thi đua, khen thưởng sửa đổi"),
    ],
)
def test_what_is_asked_of_a_law_is_not_part_of_its_name(text, title):
    assert read(text)[0][2] == title


@pytest.mark.parametrize(
    "text",
    [
        "huân chương năm 2024 xét thế nào",
        "huan chuong nam 2024",
        "huy chương năm 2023",
        "kỷ niệm chương năm 2025",
        "một phần năm 2024",
        "Huân chương Lao động năm 2026",
    ],
)
def test_a_year_behind_an_award_is_no_chapter(text):
    assert [one.locator for one in find_references(text) if one.locator] == []


@pytest.mark.parametrize(
    ("text", "serials"),
    [
        ("KH 15, 16 và 23 của tỉnh báo cáo ngày nào", [15, 16, 23]),
        ("kh 15 voi 16 bao cao ngay nao", [15, 16]),
        ("TT 15 + 16 còn dùng không", [15, 16]),
        ("nghị quyết số 18, 19 của trung ương", [18, 19]),
        ("NĐ 12/2020, 41/2024 ai ký", [12, 41]),
        ("KH 15 với KH 16", [15, 16]),
        ("KH 15, 10 ngày phải nộp", [15]),  # a time
        ("NĐ 15, 10 ngày sau", [15]),
        ("KH 15 và 20 người tham gia", [15]),  # what is counted
        ("KH 15, 2025 làm gì", [15]),  # a year
        ("KH 15, 20/11 nộp", [15]),  # a day
        ("KH 15, 20% số xã", [15]),
        ("KH 15 với 3 cái", [15]),
    ],
)
def test_the_numbers_that_follow_are_documents_of_the_same_kind(text, serials):
    assert [one.short.serial for one in find_references(text) if one.short] == serials


@pytest.mark.parametrize(
    "text",
    [
        "kế hoạch 52 Đồng Tháp có gì",
        "ke hoach 52 dong nai co gi",
        "KẾ HOẠCH 52 ĐỒNG THÁP",
        "KH 52 Đồng Hới báo cáo",  # a town
        "kh 52 Triệu Phong nộp khi nào",
    ],
)
def test_a_place_whose_name_begins_like_a_unit_is_counted_by_no_number(text):
    assert [one.short.serial for one in find_references(text)] == [52]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("KH 8 của HN với", "HN"),
        ("KH 8 của HN với ạ", "HN"),
        ("xin KH 9 của phường Trần Hưng Đạo đi", "phường Trần Hưng Đạo"),
        ("KH 17 của quận Lụa Vàng hạn báo cáo ngày nào", "quận Lụa Vàng"),
        ("kh 12 cua son khe han nop ho so khi nao", "son khe"),
        ("KH 29 UBND xã 1 ngày báo cáo mấy lần", "UBND xã"),
        ("KH 21 của UBND tỉnh gửi trước ngày nào", "UBND tỉnh"),
        ("KH 21 của UBND tỉnh các xã nộp khi nào", "UBND tỉnh"),
        ("KH 21 của UBND tỉnh UBND xã nộp khi nào", "UBND tỉnh"),
        ("QĐ 21 của UBND các xã nộp khi nào", "UBND các xã"),
        ("KH 8 của Hội Từ thiện tỉnh đến năm nào", "Hội Từ thiện tỉnh"),
        ("KH 8 của Ban Chỉ huy phòng chống hạn mặn nộp khi nào", "Ban Chỉ huy phòng chống hạn mặn"),
    ],
)
def test_what_is_asked_of_a_duty_ends_the_issuer(text, issuer):
    [reference] = find_references(text)
    assert reference.issuer == issuer
