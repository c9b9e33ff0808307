import sqlite3

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.syllable_model import SCHEMA, SyllableModel
from corpus.understanding import CHAT_SHORTHAND, LONGEST_QUESTION_CHARACTERS, read_question

TEXT = """
Ủy ban nhân dân phường Đồi Thông tổng kết phong trào thi đua. Khen thưởng chiến sĩ thi đua cơ sở, lao động tiên tiến.
Mức tiền thưởng theo quy định. Kế hoạch của thành phố. Thuỷ lợi được khen.
"""


@pytest.fixture(name="model", scope="module")
def _model(tmp_path_factory):
    connection = sqlite3.connect(tmp_path_factory.mktemp("model") / "library.sqlite3", isolation_level=None)
    connection.executescript(SCHEMA)
    model = SyllableModel(connection)
    model.add(TEXT)
    yield model
    connection.close()


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("phuong doi thong tong ket thi dua khi nao", "phường đồi thông tổng kết thi đua khi nào"),
        ("cstdcs ldtt dc thuong bao nhieu tien", "cstdcs ldtt được thưởng bao nhiêu tiền"),
        ("thuong bn tien", "thưởng bao nhiêu tiền"),  # chat shorthand
        ("có dc khen ko?", "có được khen không?"),
        ("có được khen k", "có được khen không"),
        ("k 2 điều 5", "k 2 điều 5"),  # a number follows: khoản
        ("bn/kh-ubnd", "bn/kh-ubnd"),  # not within a symbol
        ("DC KO", "DC KO"),  # capitals are an abbreviation, not shorthand
    ],
)
def test_a_question_is_read_with_its_marks(model, typed, text):
    reading = read_question(typed, model)
    assert (reading.typed, reading.text, reading.changed) == (typed, text, typed != text)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("  thi   đua\n khi nào ", "thi đua khi nào"),  # white space
        ("Thuỷ hoà", "Thuỷ hoà"),  # the place of the tone mark
        ("Ðảng uỷ", "Đảng uỷ"),  # the look-alike of Đ
        ("khen th\u01b0\u01a1\u0309ng", "khen thưởng"),  # decomposed
        ("thi\u200bđua 👍🏽 là gì ❤️", "thiđua là gì"),  # zero-width space and emoji
        ("khen\x00 thưởng\ud800", "khen thưởng"),  # a control character, half a character
        ("😀😀", ""),
        ("", ""),
    ],
)
def test_what_is_not_letters_is_cleaned_without_being_called_a_change(model, typed, text):
    reading = read_question(typed, model)
    assert (reading.text, reading.changed) == (text, False)


@pytest.mark.parametrize(
    ("typed", "search_text"),
    [
        ("UBND phường", "UBND phường ủy ban nhân dân"),
        ("kh 88 quy định gì", "kh 88 quy định gì kế hoạch"),
        ("kế hoạch (KH) nào", "kế hoạch (KH) nào"),  # already there
        ("TT nào", "TT nào thông tư thủ trưởng trung tâm"),  # every reading
        ("tdkt, TĐKT", "tdkt, TĐKT thi đua, khen thưởng"),  # once
    ],
)
def test_expansions_are_added_for_search_and_the_typed_form_stays(model, typed, search_text):
    assert read_question(typed, model).search_text == search_text


@pytest.mark.parametrize(
    "typed",
    [
        "a",
        "x" * 5000,
        "khi nao " * 700,
        "'; DROP TABLE syllable; --",
        'NEAR("a" OR *) AND col:',
        "<b>&amp;</b>",
        "\ud800",
    ],
)
def test_any_question_is_read(model, typed):
    reading = read_question(typed, model)
    assert reading.typed == typed
    assert len(reading.text) <= LONGEST_QUESTION_CHARACTERS * 3  # shorthand grows when written out


def test_metacharacters_stay_as_typed(model):
    typed = "<b>thi đua</b> & 'khen' \"thưởng\"; -- OR NEAR(*"
    assert read_question(typed, model).text == typed


def test_no_shorthand_begins_a_longer_word():
    assert all(len(shorthand) <= 6 and shorthand.islower() for shorthand in CHAT_SHORTHAND)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(), max_size=400))
def test_reading_never_fails(model, typed):
    reading = read_question(typed, model)
    assert reading.search_text.startswith(reading.text)
    assert reading.text == " ".join(reading.text.split())
    reading.search_text.encode("utf-8")
