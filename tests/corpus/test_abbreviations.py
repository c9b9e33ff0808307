import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.abbreviation_table import AMBIGUOUS, BODIES, FIELD, PEOPLE
from corpus.abbreviations import expand, spell_out
from corpus.diacritics import is_syllable
from corpus.folding import fold


def expansions(text):
    return [found.expansion for found in expand(text)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("công tác TĐKT", ["thi đua, khen thưởng"]),
        ("công tác TĐ-KT", ["thi đua, khen thưởng"]),
        ("cong tac tdkt", ["thi đua, khen thưởng"]),  # small letters, no diacritics
        ("hồ sơ cstđcs", ["chiến sĩ thi đua cơ sở"]),
        ("ho so cstdtq", ["chiến sĩ thi đua toàn quốc"]),
        ("ldtt", ["lao động tiên tiến"]),
        ("TTLĐXS", ["tập thể lao động xuất sắc"]),
        ("Sở QH-KT", ["quy hoạch - kiến trúc"]),
        ("UB MTTQ phường", ["ủy ban", "mặt trận tổ quốc"]),
        ("UBND-HĐND", ["ủy ban nhân dân", "hội đồng nhân dân"]),  # two, joined by a hyphen
        ("Q. Nam", ["quận"]),
        ("p.Bắc", ["phường"]),  # no space, small letter
        ("TP. này", ["thành phố"]),
        ("CBCCVC", ["cán bộ, công chức, viên chức"]),
        ("BKTTg", ["bằng khen của thủ tướng chính phủ"]),
        ("svhttdl nộp bc", ["sở văn hóa, thể thao và du lịch", "báo cáo"]),
        ("skhcn", ["sở khoa học và công nghệ"]),
        ("Sở VHTTDL", ["văn hóa, thể thao và du lịch"]),
        ("chương trình MTQG", ["mục tiêu quốc gia"]),
        ("phong trào bvmt", ["bảo vệ môi trường"]),
        ("ngành GTVT", ["giao thông vận tải"]),
        ("Ban Chỉ huy PTDS", ["phòng thủ dân sự"]),
    ],
)
def test_an_abbreviation_is_expanded_however_it_is_typed(typed, meant):
    assert expansions(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("TT 15/2025", ["thông tư"]),  # a number follows: a kind of document
        ("tt số 15", ["thông tư"]),
        ("TT ký văn bản", ["thông tư", "thủ trưởng", "trung tâm"]),
        ("CT 34", ["chỉ thị"]),
        ("CT xã", ["chỉ thị", "chủ tịch"]),
        ("nd 152", ["nghị định"]),
        ("nđ này", ["nghị định"]),  # the typed đ excludes "nhân dân"
        ("nd này", ["nghị định", "nội dung", "nhân dân"]),
        ("kh 88", ["kế hoạch"]),
        ("KH88", ["kế hoạch"]),  # no space
        ("QĐ 01", ["quyết định"]),
        ("QĐ về khen thưởng", ["quyết định", "quy định"]),
    ],
)
def test_what_follows_decides_between_readings(typed, meant):
    assert expansions(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "88/KH-UBND",  # the symbol of a number
        "34-CT/TW",
        "152/2025/NĐ-CP",
        "thi đua",
        "ca tu vụ",  # syllables in small letters
        "KHEN",  # contains KH
        "",
        "x.",  # no name follows
    ],
)
def test_nothing_else_is_expanded(typed):
    assert expansions(typed) == []


def test_an_occurrence_says_where_it_stands():
    (found,) = expand("gửi SNV nhé")
    assert (found.start, found.end, found.written) == (4, 7, "SNV")


def test_spelling_out_keeps_the_abbreviation_and_leaves_doubtful_ones_alone():
    assert spell_out("TT của UBND xã") == "TT của ủy ban nhân dân UBND xã"


def test_spelling_out_leaves_small_letters_alone():
    assert spell_out("ubnd xã") == "ubnd xã"


def test_every_form_of_the_table_could_be_typed_as_one_word():
    forms = [form.replace("-", "") for table in (FIELD, BODIES, PEOPLE, AMBIGUOUS) for form in table]
    assert all(form.isalpha() for form in forms)


def test_expansions_are_written_in_small_syllables():
    written = [word for table in (FIELD, BODIES, PEOPLE, AMBIGUOUS) for readings in table.values() for word in readings]
    words = " ".join(written).replace(",", "").replace(" - ", " ").split()
    assert [word for word in words if word != word.lower() or not is_syllable(fold(word))] == []


@given(st.text())
def test_any_text_can_be_expanded(text):
    assert all(text[found.start : found.end] == found.written for found in expand(text))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("KH 8 của HN", ["kế hoạch", "hà nội"]),
        ("KH 8 HN", ["kế hoạch", "hà nội"]),
        ("UBND TP HN", ["ủy ban nhân dân", "thành phố", "hà nội"]),
        ("ở hn", ["hà nội"]),
        ("HN tổng kết", ["hội nghị"]),
        ("BCH phòng thủ dân sự", ["ban chỉ huy"]),
        ("bch quan su xa", ["ban chỉ huy"]),
        ("BCH công đoàn", ["ban chấp hành", "ban chỉ huy"]),
        ("tổ chức HN", ["hội nghị"]),
    ],
)
def test_what_stands_beside_tells_a_place_from_a_meeting_and_a_command_from_a_committee(typed, meant):
    assert expansions(typed) == meant
