import pytest

from bot.records.outside_names import clean_name, clean_username


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("Trần Văn An", "Trần Văn An"),
        ("Tra\u0302\u0300n An", "Trần An"),  # letters in parts are composed
        ("An\u202egnuD", "AngnuD"),  # turned right to left
        ("\u2066An\u2069\u200f\u200b\ufeff", "An"),  # isolates, marks, zero width
        ("An\n\tBình\x00\x1b[31m", "An Bình[31m"),  # a line of its own, a colour of a terminal
        ("\u3164\u2800 ", ""),  # letters that print as nothing
        ("A\u0336\u0336\u0336\u0336\u0336n", "A\u0336\u0336n"),  # marks heaped up
        ("🌸 Mai 🌸", "🌸 Mai 🌸"),
        ("x" * 99, "x" * 64),
        ("\ud800", ""),  # half a character
    ],
)
def test_a_name_is_one_line_without_what_cannot_be_seen(written, clean):
    assert clean_name(written) == clean


@pytest.mark.parametrize(
    ("written", "clean"), [("@Tran_An", "tran_an"), ("Tran_An", "tran_an"), (None, ""), ("@", ""), ("@a b<c>é", "abc")]
)
def test_a_username_is_compared_in_small_letters(written, clean):
    assert clean_username(written) == clean
