import pytest

from corpus.diacritics import can_stand_for, is_finished, is_syllable, typing_probability, with_case_of


@pytest.mark.parametrize(
    "folded",
    ["thi", "thuong", "nghieng", "quyen", "quy", "khuyu", "uy", "oai", "yeu", "dak", "gia", "gi", "huou", "xoay"],
)
def test_the_shapes_of_vietnamese_syllables_are_known(folded):
    assert is_syllable(folded)


@pytest.mark.parametrize(
    "folded", ["ubnd", "kh", "cstd", "tdkt", "online", "deadline", "covid", "0", "", "website", "qd"]
)
def test_abbreviations_and_foreign_words_are_no_syllables(folded):
    assert not is_syllable(folded)


@pytest.mark.parametrize(
    "syllable", ["ban", "thi", "gieo", "thuở", "quốc", "luật", "thưởng", "tiên", "hòa", "quen", "đắk"]
)
def test_a_possible_syllable_is_finished(syllable):
    assert is_finished(syllable)


@pytest.mark.parametrize(
    "syllable", ["tien", "quyen", "thưong", "thuong", "thuơng", "luat", "viêc", "khac", "sach", "tàp"]
)
def test_an_impossible_syllable_lacks_a_mark(syllable):
    assert not is_finished(syllable)


@pytest.mark.parametrize(
    ("typed", "syllable", "possible"),
    [
        ("dien", "điện", True),
        ("dien", "diễn", True),
        ("đien", "điện", True),
        ("đien", "diễn", False),  # the typed đ is kept
        ("thưong", "thưởng", True),
        ("thưong", "thuộng", False),  # the typed ư is kept
        ("thúong", "thường", False),  # the typed tone is kept
        ("thuóng", "thướng", True),  # a tone on the plain vowel
        ("hòa", "hóa", False),
        ("hòa", "hòa", True),
        ("thương", "thuong", False),  # a mark is never taken away
        ("ban", "ban", True),
    ],
)
def test_a_typed_mark_is_never_contradicted(typed, syllable, possible):
    assert can_stand_for(typed, syllable) is possible


def test_who_omits_nothing_types_only_what_is_meant():
    assert typing_probability("thuong", "thưởng", 0.0) == 0.0
    assert typing_probability("thưởng", "thưởng", 0.0) == 1.0


def test_plain_syllables_are_typed_alike_by_everyone():
    assert typing_probability("ban", "ban", 0.9) == typing_probability("ban", "ban", 0.1) == 1.0


@pytest.mark.parametrize(
    ("typed", "syllable", "written"), [("Thuong", "thưởng", "Thưởng"), ("DIEN", "điện", "ĐIỆN"), ("ban", "bản", "bản")]
)
def test_capitals_stay_where_they_were_typed(typed, syllable, written):
    assert with_case_of(typed, syllable) == written
