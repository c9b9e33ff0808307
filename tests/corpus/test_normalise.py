import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.normalise import fold, nfc, syllables, unify_spelling

STATUTES = Path(__file__).resolve().parents[3] / "shared" / "bench" / "statutes" / "corpus.jsonl"

ALPHABET = "aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ"


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Nghị định", "nghi dinh"),
        ("ĐƯỜNG", "duong"),
        ("Ðảng ð", "dang d"),  # Icelandic letters that look like Đ and đ
        ("152/2025/NĐ-CP", "152/2025/nd-cp"),
        ("", ""),
    ],
)
def test_folding_leaves_plain_small_letters(written, folded):
    assert fold(written) == folded


@given(st.text(ALPHABET + ALPHABET.upper() + "ÐðwfjzWFJZ 0123456789.,;:/()“”-–\n"))
def test_folding_vietnamese_keeps_every_offset(text):
    assert len(fold(nfc(text))) == len(nfc(text))


@given(st.text())
def test_folding_any_nfc_text_keeps_every_offset(text):
    assert len(fold(nfc(text))) == len(nfc(text))


@given(st.text())
def test_unifying_the_spelling_keeps_every_offset(text):
    assert len(unify_spelling(nfc(text))) == len(nfc(text))


@pytest.mark.parametrize(
    ("written", "unified"),
    [
        ("hoà", "hòa"),
        ("Xoá HOÁ", "Xóa HÓA"),
        ("khoẻ loè", "khỏe lòe"),
        ("thuỷ Uỷ UỶ luỹ", "thủy Ủy ỦY lũy"),
        ("hòa thủy", "hòa thủy"),  # already so
        ("hoàn toán khoét", "hoàn toán khoét"),  # a consonant follows: one form only
        ("huỵch khuỷu", "huỵch khuỷu"),
        ("quý quỹ quỳ", "quý quỹ quỳ"),  # the u belongs to the consonant
        ("qúy", "quý"),  # a frequent slip
        ("hòan tóan", "hoàn toán"),  # what some keyboards make
        ("qui định", "qui định"),  # i for y is another spelling, not tone placement
        ("Ðảng", "Đảng"),
    ],
)
def test_both_places_of_the_tone_mark_become_one(written, unified):
    assert unify_spelling(written) == unified


@pytest.mark.parametrize(
    ("written", "tokens"),
    [
        ("Thi đua, KHEN THƯỞNG", ["thi", "đua", "khen", "thưởng"]),
        ("Uỷ ban", ["ủy", "ban"]),
        ("tập_thể", ["tập", "thể"]),  # an underscore joins nothing
        ("152/2025/NĐ-CP", ["152", "2025", "nđ", "cp", "152/2025/nd-cp"]),
        ("152/2025/ND-CP", ["152", "2025", "nd", "cp", "152/2025/nd-cp"]),  # the whole is equal without diacritics
        ("1282/KH-QHKT", ["1282", "kh", "qhkt", "1282/kh-qhkt"]),
        ("34-CT/TW", ["34", "ct", "tw", "34-ct/tw"]),
        ("06/2022/QH15", ["6", "2022", "qh15", "6/2022/qh15"]),
        ("0124/KH-UBND", ["124", "kh", "ubnd", "124/kh-ubnd"]),  # leading zeros are a matter of taste
        ("01/4/2024", ["1", "4", "2024", "1/4/2024"]),
        ("1/04/2024", ["1", "4", "2024", "1/4/2024"]),
        ("(10/10/1954-10/10/2024)", ["10", "10", "1954", "10/10/1954", "10", "10", "2024", "10/10/2024"]),
        ("tháng 10/2024", ["tháng", "10", "2024", "10/2024"]),
        ("ngày 16/9,", ["ngày", "16", "9", "16/9"]),
        ("2.530.000 đồng", ["2530000", "đồng"]),
        ("2530000đ", ["2530000đ"]),
        ("hệ số 4,5", ["hệ", "số", "4,5"]),
        ("mục 1.1.", ["mục", "1.1"]),
        ("07 ngày", ["7", "ngày"]),
        ("00", ["0"]),
        ("giai đoạn 2021-2025", ["giai", "đoạn", "2021", "2025"]),
        ("Đ/c", ["đ", "c"]),
        ("<b>'; -- OR *", ["b", "or"]),
        ("", []),
    ],
)
def test_tokens_match_however_the_same_thing_is_typed(written, tokens):
    assert syllables(written) == tokens


def test_decomposed_text_gives_the_same_tokens():
    assert syllables(unicodedata.normalize("NFD", "Thưởng Đắk Lắk")) == ["thưởng", "đắk", "lắk"]


@given(st.text())
def test_no_token_of_any_text_is_empty_or_has_white_space(text):
    assert all(token and not any(map(str.isspace, token)) for token in syllables(text))
