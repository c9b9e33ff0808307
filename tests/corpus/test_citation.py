from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.citation import Reference, find_references, resolve
from tests.documents import document

SHARED = Path(__file__).resolve().parents[3] / "shared"


def only(text: str) -> Reference:
    references = find_references(text)
    assert len(references) == 1
    return references[0]


@pytest.mark.parametrize(
    ("text", "number", "kind", "issued_on", "issuer", "title", "why"),
    [
        (
            "Kế hoạch số 88/KH-UBND ngày 23/03/2024 của UBND Thành phố về phát động đợt thi đua.",
            *("88/KH-UBND", "Kế hoạch", date(2024, 3, 23), "UBND Thành phố", "phát động đợt thi đua"),
            "the full form",
        ),
        (
            "Chỉ thị số 34-CT/TW ngày 07 tháng 4 năm 2014 của Bộ Chính trị khóa XI về đổi mới công tác thi đua",
            *("34-CT/TW", "Chỉ thị", date(2014, 4, 7), "Bộ Chính trị khóa XI", "đổi mới công tác thi đua"),
            "the date in words; the term belongs to the issuer",
        ),
        (
            "Quyết định số 411/QĐ-TTg của Thủ tướng Chính phủ ngày 31/3/2022 phê duyệt Chiến lược số; và",
            *("411/QĐ-TTg", "Quyết định", date(2022, 3, 31), "Thủ tướng Chính phủ", "phê duyệt Chiến lược số"),
            "the date after the issuer; a verb begins the title",
        ),
        (
            "Chỉ thị số 32/CT-TTg ngày 21/10/2025 của Thủ tướng Chính phủ “về bảo vệ bí mật”, UBND tỉnh ban hành",
            *("32/CT-TTg", "Chỉ thị", date(2025, 10, 21), "Thủ tướng Chính phủ", "về bảo vệ bí mật"),
            "the title in quotation marks",
        ),
        (
            "Quyết định số 5/QĐ-BTC của Bộ Tài chính (nay đã sửa)",
            *("5/QĐ-BTC", "Quyết định", None, "Bộ Tài chính", ""),
            "a name that folds like 'tại'; a bracket ends it",
        ),
        (
            "Kế hoạch 24/KH-UBND của UBND tỉnh Hà Nam và Kế hoạch của Sở",
            *("24/KH-UBND", "Kế hoạch", None, "UBND tỉnh Hà Nam", ""),
            "a place that folds like 'năm'; 'và' before another plan",
        ),
        (
            "Nghị định số 15/2025/NĐ-CP ngày 31/02/2025 của Chính phủ",
            *("15/2025/NĐ-CP", "Nghị định", None, "Chính phủ", ""),
            "a day that the calendar does not have",
        ),
        (
            "Luật Tổ chức Chính phủ số 63/2025/QH15",
            *("63/2025/QH15", "Luật", None, "", "Tổ chức Chính phủ"),
            "the law's name stands before its number",
        ),
        (
            "Nghị quyết số 198/2025/QH15 của Quốc hội",
            *("198/2025/QH15", "Nghị quyết", None, "Quốc hội", ""),
            "the word counts, not the symbol that laws share",
        ),
        (
            "Kế hoạch hành động số 46-KH/TU ngày 16/5/2025 của Tỉnh ủy",
            *("46-KH/TU", "Kế hoạch", date(2025, 5, 16), "Tỉnh ủy", ""),
            "a qualified kind",
        ),
        (
            "ke hoach so 1282/kh-qhkt thuc hien ke hoach nao",
            *("1282/KH-QHKT", "Kế hoạch", None, "", ""),
            "typed without diacritics; a question is no title",
        ),
    ],
)
def test_the_words_around_a_number_are_read(text, number, kind, issued_on, issuer, title, why):
    reference = only(text)
    read = (str(reference.number), reference.kind, reference.issued_on, reference.issuer, reference.title)
    assert read == (number, kind, issued_on, issuer, title)
    assert text[reference.start : reference.end] == reference.written


@pytest.mark.parametrize(
    ("text", "serial", "kind", "year", "why"),
    [
        ("NĐ 152", 152, "Nghị định", None, "the abbreviation"),
        ("NĐ152/2025", 152, "Nghị định", 2025, "no space"),
        ("nd 152/2025", 152, "Nghị định", 2025, "no diacritics"),
        ("nghị định 152 năm 2025 còn hiệu lực không", 152, "Nghị định", 2025, "the year in words"),
        ("KH 0124", 124, "Kế hoạch", None, "zeros"),
        ("ke hoach 88 noi gi", 88, "Kế hoạch", None, "no diacritics"),
        ("kế hoạch 999 quy định gì", 999, "Kế hoạch", None, "'quy định' is no quarter"),
        ("KH 88 ngày 23/03/2024", 88, "Kế hoạch", 2024, "a date after it"),
        ("TT 15/2025", 15, "Thông tư", 2025, "circulars carry their year"),
        ("CT 34", 34, "Chỉ thị", None, "a directive"),
    ],
)
def test_a_short_number_is_understood(text, serial, kind, year, why):
    reference = only(text)
    assert reference.short is not None
    dated = reference.issued_on.year if reference.issued_on else None
    assert (reference.short.serial, reference.short.kind, reference.year or dated) == (serial, kind, year)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("ngày 23/03/2024", "a date"),
        ("Kỷ niệm ngày 10/10", "a day"),
        ("tỷ lệ 5/7, tăng 12,5%", "a ratio"),
        ("điện thoại 024/3825-1234, 0912 345 678", "telephone numbers"),
        ("kế hoạch 5 năm 2021 - 2025", "a period"),
        ("kế hoạch năm 2025 và kế hoạch 2026", "years"),
        ("báo cáo 10/2024", "a month"),
        ("báo cáo 6 tháng đầu năm", "a quantity"),
        ("KẾ HOẠCH\n\n1. Mục đích", "a heading and the number below it"),
        ("đã 5 lần, dự án 2", "ordinary words"),
        ("luật sư, luật pháp, pháp luật 2022", "no law is named"),
        ("được 9 điểm 10; 500 đồng 3; giai đoạn 2021", "levels that mean nothing alone"),
        ("30 triệu đồng/người, 24/7", "units"),
    ],
)
def test_other_figures_are_no_references(text, why):
    assert find_references(text) == ()


@pytest.mark.parametrize(
    ("text", "document", "locators", "why"),
    [
        ("điều 35 nghị định 152", "nghị định 152", ["Điều 35"], "no comma, small letters"),
        ("khoản 1 Điều 35 Nghị định 152/2025/NĐ-CP", "152/2025/NĐ-CP", ["Điều 35 khoản 1"], "before the document"),
        ("Nghị định 152/2025/NĐ-CP, Điều 35", "152/2025/NĐ-CP", ["Điều 35"], "after it"),
        ("Mục V.2.b Kế hoạch 0124/KH-UBND", "0124/KH-UBND", ["Mục V.2.b"], "a plan"),
        ("Phụ lục I kèm theo Quyết định 36/QĐ-BYT", "36/QĐ-BYT", ["Phụ lục I"], "an appendix"),
        (
            *("khoản 1 và khoản 2 Điều 3 Nghị định 15/2025/NĐ-CP", "15/2025/NĐ-CP"),
            *(["Điều 3 khoản 1", "Điều 3 khoản 2"], "the article holds for both clauses"),
        ),
        (
            *("điểm a, b và c khoản 2 Điều 3 Nghị định 15/2025/NĐ-CP", "15/2025/NĐ-CP"),
            *(["Điều 3 khoản 2 điểm a", "Điều 3 khoản 2 điểm b", "Điều 3 khoản 2 điểm c"], "points of one clause"),
        ),
        ("điều 35, 36 nghị định 152", "nghị định 152", ["Điều 35", "Điều 36"], "the level written once"),
        ("Điều 5 NĐ 15/2025, 10 ngày sau", "NĐ 15/2025", ["Điều 5"], "a quantity is no article"),
        ("luat thi dua khen thuong 2022 dieu 21", "thi dua khen thuong", ["Điều 21"], "a law by name"),
        ("Điều 21 khoản 2", "", ["Điều 21 khoản 2"], "no document"),
    ],
)
def test_a_place_belongs_to_the_document_beside_it(text, document, locators, why):
    references = find_references(text)
    assert [str(reference.locator) for reference in references] == locators
    assert all(document in f"{reference.number} {reference.written}" for reference in references)


@pytest.mark.parametrize(
    ("text", "title", "year"),
    [
        ("theo Luật Thi đua, khen thưởng năm 2022 quy định", "Thi đua, khen thưởng", 2022),
        ("Luật TĐKT 2022", "TĐKT", 2022),
        ("Luật Thủ đô được Quốc hội thông qua", "Thủ đô", None),
        ("Luật Tiêu chuẩn và quy chuẩn kỹ thuật; và", "Tiêu chuẩn và quy chuẩn kỹ thuật", None),
        ("Luật Phòng, chống ma túy để thi hành", "Phòng, chống ma túy", None),
    ],
)
def test_a_law_is_named_without_its_number(text, title, year):
    reference = only(text)
    assert (reference.kind, reference.title, reference.year) == ("Luật", title, year)


def test_what_an_enumeration_says_once_holds_for_all_its_numbers():
    text = (
        "Các Công điện: số 007/CĐ-UBND ngày 17/11/2025, số 008/CĐ-UBND và số 009/CĐ-UBND ngày 19/11/2025; "
        "số 010/CĐ-UBND ngày 20/11/2025 của UBND tỉnh về ứng phó mưa lũ"
    )
    references = find_references(text)
    assert [str(reference.number) for reference in references] == [
        "007/CĐ-UBND",
        "008/CĐ-UBND",
        "009/CĐ-UBND",
        "010/CĐ-UBND",
    ]
    assert [reference.issued_on for reference in references if reference.issued_on] == [
        date(2025, 11, 17),
        date(2025, 11, 19),
        date(2025, 11, 19),
        date(2025, 11, 20),
    ]
    assert {(one.kind, one.issuer, one.title) for one in references} == {
        ("Công điện", "UBND tỉnh", "ứng phó mưa lũ"),
    }


def test_a_second_number_takes_the_kind_of_the_first():
    first, second = find_references("Nghị định 152/2025/NĐ-CP, 98/2023/NĐ-CP")
    assert (first.kind, second.kind) == ("Nghị định", "Nghị định")
    assert str(second.number) == "98/2023/NĐ-CP"


@given(st.text(alphabet="Điều khoản 1/-KHNĐCPsố Luật năm 2025.,;()\n|“”", max_size=200))
def test_any_text_is_read_and_each_reference_is_verbatim(text):
    for reference in find_references(text):
        assert text[reference.start : reference.end] == reference.written
        assert reference.written


DISTRICT = document("172/KH-UBND", date(2020, 9, 7), issuer="Ủy ban nhân dân quận Ba Đình")
CITY = document("172/KH-UBND", date(2025, 11, 18), issuer="Ủy ban nhân dân thành phố Hồ Chí Minh")
DECREE = document("152/2025/NĐ-CP", date(2025, 6, 14), issuer="Chính phủ", kind="Nghị định")
LAW = document("06/2022/QH15", date(2022, 6, 15), issuer="Quốc hội", kind="Luật", title="Thi đua, khen thưởng")
AMENDING = document(
    "06/2026/QH16",
    date(2026, 4, 24),
    issuer="Quốc hội",
    kind="Luật",
    title="SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT THI ĐUA, KHEN THƯỞNG",
)
HELD = (DISTRICT, CITY, DECREE, LAW, AMENDING)


@pytest.mark.parametrize(
    ("text", "meant", "why"),
    [
        ("KH 172", {DISTRICT, CITY}, "two documents fit: neither is chosen"),
        ("Kế hoạch số 172/KH-UBND", {DISTRICT, CITY}, "the full number does not help"),
        ("Kế hoạch 172/KH-UBND năm 2020", {DISTRICT}, "the year"),
        ("KH 172 của UBND TP.HCM giao việc gì", {CITY}, "the issuer abbreviated"),
        ("kế hoạch 172 quận Ba Đình", {DISTRICT}, "only the place"),
        ("Kế hoạch số 172/KH-UBND ngày 18/11/2025", {CITY}, "the date"),
        ("Kế hoạch số 172/KH-UBND ngày 19/11/2025", set(), "another date is another document"),
        ("KH 172 của Sở Nội vụ", set(), "another issuer"),
        ("ke hoach 172 cua ubnd quan ba dinh nam 2020", {DISTRICT}, "typed without diacritics"),
        ("nd 152", {DECREE}, "a short number"),
        ("152/NĐ-CP", {DECREE}, "the year left out"),
        ("NĐ 152/2024", set(), "another year"),
        ("QĐ 152", set(), "another kind"),
        ("Kế hoạch 999/KH-UBND", set(), "not held"),
        ("Luật TĐKT 2022", {LAW}, "a law by its abbreviated name"),
        ("Luật Thi đua, khen thưởng", {LAW}, "the name itself, not the law that amends it"),
        ("Điều 5 khoản 2", set(), "no document is named"),
    ],
)
def test_a_reference_is_resolved_to_every_document_it_can_mean(text, meant, why):
    resolution = resolve(only(text), HELD)
    assert set(resolution.documents) == meant
    assert resolution.reason


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not in this checkout")
def test_the_references_of_a_real_plan_are_found():
    text = (SHARED / "texts" / "0129-KH-UBND_DakLak.txt").read_text(encoding="utf-8")
    numbers = {str(reference.number) for reference in find_references(text) if reference.number}
    assert {"200/2023/NĐ-CP", "02600/PA-UBND", "223/CĐ-TTg", "010/CĐ-UBND", "49/QCPH-UBND-UBMT-HCTĐ"} <= numbers


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (
            "Bãi bỏ Điều 37 và điểm đ khoản 1 Điều 38",
            [("None", "Điều 37"), ("None", "Điều 38 khoản 1 điểm đ")],
            "a point and its clause go with the article after them",
        ),
        (
            "Luật số 6/2022/QH15, Điều 7 Luật số 39/2024/QH15",
            [("6/2022/QH15", "None"), ("39/2024/QH15", "Điều 7")],
            "a place between two documents goes with the one right after it",
        ),
    ],
)
def test_a_place_goes_with_what_stands_right_after_it(text, expected, why):
    assert [(str(one.number), str(one.locator)) for one in find_references(text)] == expected, why
