from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.identifier import (
    DocumentNumber,
    Level,
    Locator,
    Step,
    document_id,
    kind_of,
    parse_locator,
    parse_number,
)
from corpus.issuer_name import is_same_issuer

NUMBERS = [
    ("88/KH-UBND", "88/KH-UBND", "a plan of a people's committee"),
    ("0124/KH-UBND", "0124/KH-UBND", "zeros in front are printed as written"),
    ("1282/KH-QHKT", "1282/KH-QHKT", "a department's plan"),
    ("34-CT/TW", "34-CT/TW", "the Party's separator"),
    ("15-NQ/TW", "15-NQ/TW", "a Party resolution"),
    ("118-KL/TW", "118-KL/TW", "a Party conclusion"),
    ("14-KH/TU", "14-KH/TU", "a provincial Party committee"),
    ("06/2022/QH15", "06/2022/QH15", "a law carries the assembly's term"),
    ("152/2025/NĐ-CP", "152/2025/NĐ-CP", "a decree carries its year"),
    ("01/2024/TT-BNV", "01/2024/TT-BNV", "a circular"),
    ("83/2025/NQ-HĐND", "83/2025/NQ-HĐND", "a normative resolution of a people's council"),
    ("115/VBHN-VPQH", "115/VBHN-VPQH", "a consolidated text"),
    ("49/QCPH-UBND-UBMT-HCTĐ", "49/QCPH-UBND-UBMT-HCTĐ", "three issuers"),
    ("2902/BNV-VP", "2902/BNV-VP", "an official letter has no kind in its symbol"),
    ("53/2006/NQLT/QH-CP", "53/2006/NQLT/QH-CP", "a slash inside the symbol"),
    ("5/KH-SKH&ĐT", "5/KH-SKH&ĐT", "an ampersand"),
    ("152 / 2025 / NĐ - CP", "152/2025/NĐ-CP", "spaces"),
    ("34 - CT/TW", "34-CT/TW", "spaces around the dash"),
    ("223/KH- UBND", "223/KH-UBND", "a space after the dash, as scans have it"),
    ("Số: 88/KH-UBND", "88/KH-UBND", "the word before it"),
    ("so 88/kh-ubnd", "88/KH-UBND", "typed without capitals and diacritics"),
    ("152/2025/nd-cp", "152/2025/NĐ-CP", "the đ is restored"),
    ("152/2025/NÐ-CP", "152/2025/NĐ-CP", "U+00D0 looks like Đ"),
    ("88/KH–UBND", "88/KH-UBND", "an en dash"),
    ("2437/qd-ttg", "2437/QĐ-TTg", "the Prime Minister's mixed case"),
    ("34/ct-tw", "34-CT/TW", "separators exchanged, as people type a Party number"),
]


@pytest.mark.parametrize(("written", "printed", "why"), NUMBERS)
def test_a_number_is_read_however_it_is_written(written, printed, why):
    assert str(parse_number(written)) == printed


@pytest.mark.parametrize("text", ["", "88", "23/03/2024", "10/10", "Kế hoạch", "/KH-UBND", "88/", "abc/KH-UBND"])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(ValueError, match="not a document number"):
        parse_number(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [("0124/KH-UBND", "124/KH-UBND"), ("152/2025/ND-CP", "152/2025/NĐ-CP"), ("88/kh-ubnd", "88/KH-UBND")],
)
def test_zeros_case_and_diacritics_do_not_make_another_number(one, other):
    assert parse_number(one) == parse_number(other)
    assert hash(parse_number(one)) == hash(parse_number(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("88/KH-UBND", "88/QĐ-UBND"), ("152/2025/NĐ-CP", "152/2024/NĐ-CP"), ("12/KH-UBND", "120/KH-UBND")],
)
def test_serial_year_and_symbol_make_another_number(one, other):
    assert parse_number(one) != parse_number(other)


symbols = st.one_of(
    st.sampled_from(
        ["KH-UBND", "NĐ-CP", "QĐ-TTg", "TT-BNV", "NQ-HĐND", "QCPH-UBND-UBMT-HCTĐ", "CTr-UBND", "BNV-VP", "QH15"]
    ),
    st.from_regex(r"[A-Z]{2,4}-[A-Z]{2,6}", fullmatch=True),
)
party_symbols = st.sampled_from(["CT/TW", "NQ/TW", "KL/TW", "KH/TU", "CTr/TU", "QĐ/TW"])
numbers = st.one_of(
    st.builds(
        DocumentNumber,
        serial=st.integers(0, 99999),
        year=st.none() | st.integers(1945, 2099),
        symbol=symbols,
        separator=st.just("/"),
        width=st.integers(0, 5),
    ).filter(lambda number: number.symbol.rsplit("-", 1)[-1] not in ("TW", "TU", "QU", "HU", "DU")),
    st.builds(DocumentNumber, serial=st.integers(1, 999), year=st.none(), symbol=party_symbols, separator=st.just("-")),
)


@given(numbers)
def test_a_printed_number_reads_back_as_itself(number):
    read = parse_number(str(number))
    assert read == number
    assert str(parse_number(str(read))) == str(read)  # "TTG" is printed "TTg", and stays so


@pytest.mark.parametrize(
    ("symbol", "kind"),
    [
        ("KH-UBND", "Kế hoạch"),
        ("NĐ-CP", "Nghị định"),
        ("TT-BNV", "Thông tư"),
        ("CT/TW", "Chỉ thị"),
        ("KL/TW", "Kết luận"),
        ("QH15", "Luật"),
        ("VBHN-VPQH", "Văn bản hợp nhất"),
        ("BNV-VP", "Công văn"),
        ("UBTVQH15", ""),
    ],
)
def test_a_symbol_names_its_kind(symbol, kind):
    assert kind_of(symbol) == kind


def test_documents_of_one_number_and_different_issuers_have_different_ids():
    number = parse_number("172/KH-UBND")
    district = document_id(number, "Kế hoạch", "", "Ủy ban nhân dân quận Ba Đình", date(2020, 9, 7))
    city = document_id(number, "Kế hoạch", "", "Ủy ban nhân dân thành phố Hồ Chí Minh", date(2025, 11, 18))
    assert district != city


def test_the_way_an_issuer_is_abbreviated_does_not_change_the_id():
    number = parse_number("0172/KH-UBND")
    written = document_id(number, "Kế hoạch", "", "UBND TP. Hà Nội", None)
    assert written == document_id(parse_number("172/KH-UBND"), "", "", "Uỷ ban Nhân dân Thành phố Hà Nội", None)


def test_long_titles_that_begin_alike_have_different_ids():
    title = "Phát động phong trào thi đua chào mừng ngày lễ lớn của đất nước tại "
    assert document_id(None, "Tin", title + "phường A", "", None) != document_id(None, "Tin", title + "xã B", "", None)


@pytest.mark.parametrize(
    ("written", "issuer", "same", "why"),
    [
        ("UBND Thành phố", "Ủy ban nhân dân thành phố Hà Nội", True, "the beginning of the name"),
        ("tỉnh Đắk Lắk", "Ủy ban nhân dân tỉnh Đắk Lắk", True, "only the place"),
        ("TP.HCM", "Ủy ban nhân dân thành phố Hồ Chí Minh", True, "the place abbreviated"),
        ("Bộ trưởng Bộ Nội vụ", "Bộ Nội vụ", True, "its head"),
        ("Bộ Chính trị khóa XI", "Bộ Chính trị", True, "the term says no more of the body"),
        ("HĐND Hà Nội", "Hội đồng nhân dân thành phố Hà Nội", True, "the level left out"),
        ("UBND quận Ba Đình", "Ủy ban nhân dân thành phố Hà Nội", False, "another level"),
        ("Chính phủ", "Thủ tướng Chính phủ", False, "another body though the words are inside"),
        ("", "Chính phủ", False, "nothing names nobody"),
    ],
)
def test_an_issuer_is_recognised_by_what_people_write(written, issuer, same, why):
    assert is_same_issuer(written, issuer) is same


LOCATORS = [
    ("Điều 35 khoản 1 điểm a", "Điều 35 khoản 1 điểm a", "the canonical form"),
    ("điểm a khoản 1 Điều 35", "Điều 35 khoản 1 điểm a", "innermost first, as laws write it"),
    ("khoản 1, Điều 35", "Điều 35 khoản 1", "a comma"),
    ("Đ35 k1", "Điều 35 khoản 1", "abbreviated"),
    ("dieu 35", "Điều 35", "without diacritics"),
    ("điều 35.1", "Điều 35 khoản 1", "dotted"),
    ("điểm đ khoản 2 điều 5a", "Điều 5a khoản 2 điểm đ", "đ is not d; an inserted article"),
    ("Chương II Mục 1", "Chương II Mục 1", "a section of a law"),
    ("Phần thứ nhất Chương 2", "Phần I Chương 2", "an ordinal"),
    ("Mục I", "Mục I", "a plan"),
    ("mục ii.1", "Mục II.1", "typed small"),
    ("Mục V.2.b gạch đầu dòng 3", "Mục V.2.b gạch đầu dòng 3", "a dash item"),
    ("mục 2 phần III", "Phần III Mục 2", "the top level of a plan called a part"),
    ("Phụ lục I Mục 2", "Phụ lục I Mục 2", "an appendix with headings"),
    ("Phụ lục bảng 1 dòng 3", "Phụ lục bảng 1 dòng 3", "a row of a table"),
    ("phụ lục số 02", "Phụ lục 2", "zeros"),
    ("đoạn 3", "đoạn 3", "a news item"),
    ("Phần mở đầu", "Phần mở đầu", "no part"),
    ("Nơi nhận", "Nơi nhận", "the closing"),
]


@pytest.mark.parametrize(("written", "printed", "why"), LOCATORS)
def test_a_place_is_read_in_any_order_and_printed_in_one(written, printed, why):
    locator = parse_locator(written)
    assert str(locator) == printed
    assert parse_locator(printed) == locator


@pytest.mark.parametrize("text", ["", "500 đồng 3", "mục tiêu", "khoản 1 và khoản 2 Điều 3", "Điều kiện", "xin chào"])
def test_what_is_no_single_place_is_refused(text):
    with pytest.raises(ValueError, match=r"not a locator|several places"):
        parse_locator(text)


digits = st.integers(1, 199).map(str)
letters = st.sampled_from("abcdđeghiklmnopqrstuvxy")
romans = st.sampled_from(["I", "II", "III", "IV", "V", "VI", "IX", "XII"])


def steps(level, labels, *, most=1):
    return st.lists(labels.map(lambda label: Step(level, label)), max_size=most)


law_places = st.tuples(
    steps(Level.PART, romans),
    steps(Level.CHAPTER, romans),
    steps(Level.SECTION, digits),
    steps(Level.ARTICLE, digits),
    steps(Level.CLAUSE, digits),
    steps(Level.POINT, letters),
)
plan_places = st.tuples(
    steps(Level.APPENDIX, romans | digits | st.just("")),
    steps(Level.SECTION, romans),
    steps(Level.TABLE, digits),
    steps(Level.ROW, digits),
    steps(Level.PARAGRAPH, digits),
    steps(Level.ITEM, digits, most=2),
)
places = st.one_of(law_places, plan_places).map(lambda parts: Locator(tuple(step for part in parts for step in part)))


@given(places.filter(lambda place: place.steps))
def test_a_printed_place_reads_back_as_itself(place):
    assert parse_locator(str(place)) == place


@given(romans, st.lists(digits | letters, max_size=3))
def test_the_numbering_of_a_plan_reads_back_as_itself(first, labels):
    place = Locator().child(Level.SECTION, first)
    for label in labels:
        place = place.child(Level.SECTION, label)
    assert parse_locator(str(place)) == place


@pytest.mark.parametrize(
    ("above", "label", "printed", "why"),
    [
        ("Mục II", "1.", "Mục II.1", "the mark after the number is dropped"),
        ("Mục II.1", "1.2", "Mục II.1.2", "the label repeats its parent"),
        ("Mục II.2.1", "2.1.3", "Mục II.2.1.3", "it repeats two"),
        ("Mục II", "1.1", "Mục II.1.1", "the level between has no heading"),
        ("Mục II.1", "(1)", "Mục II.1.1", "brackets"),
        ("Mục II.1", "a)", "Mục II.1.a", "a letter"),
    ],
)
def test_a_plans_label_is_added_without_repeating_what_is_above(above, label, printed, why):
    assert str(parse_locator(above).child(Level.SECTION, label)) == printed


@pytest.mark.parametrize(
    ("outer", "inner", "contains", "why"),
    [
        ("Điều 35", "Điều 35 khoản 1 điểm a", True, "deeper"),
        ("Điều 35", "Chương V Điều 35 khoản 1", True, "the chapter need not be named"),
        ("Chương V Điều 35", "Điều 35", True, "nor does it matter when it is"),
        ("Chương V", "Chương V Mục 1 Điều 35", True, "a chapter holds its articles"),
        ("Điều 3", "Điều 35", False, "another article"),
        ("Điều 35 khoản 1", "Điều 35", False, "the other way round"),
        ("khoản 1 Điều 35", "Điều 35 khoản 10", False, "another clause"),
        ("Điều 5 khoản 1 điểm d", "Điều 5 khoản 1 điểm đ", False, "d and đ are two points"),
        ("mục 2 phần III", "Mục III.2.b", True, "a plan's levels have several names"),
        ("điểm b khoản 2 mục III", "Mục III.2.b", True, "clause and point of a plan"),
        ("mục 3", "Mục III.2", True, "digits for Roman numerals"),
        ("Mục I", "Mục II.1", False, "another heading"),
        ("Phụ lục I", "Phụ lục I Mục 2", True, "an appendix"),
        ("Mục II", "Phụ lục I Mục II", False, "the body is not the appendix"),
    ],
)
def test_a_place_contains_what_lies_in_it(outer, inner, contains, why):
    assert parse_locator(outer).contains(parse_locator(inner)) is contains
