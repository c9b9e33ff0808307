import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.message_parts import message_parts, shown_length
from tests.telegram_server.html_text import parsed_html
from tests.telegram_server.utf16 import utf16_units


@pytest.mark.parametrize(
    ("text", "limit", "parts"),
    [
        ("ngắn", 10, ["ngắn"]),  # fits
        ("mười ký tự", 10, ["mười ký tự"]),  # fits exactly
        ("một\n\nhai\n\nba", 9, ["một\n\nhai", "ba"]),  # at a paragraph
        ("một\n\nhai\nba bốn", 13, ["một\n\nhai", "ba bốn"]),  # at a line, when the paragraph is too early
        ("một hai\nba", 8, ["một hai", "ba"]),  # a break just behind what fits
        ("một hai ba", 8, ["một hai", "ba"]),  # at a word
        ("mộthaiba", 3, ["một", "hai", "ba"]),  # nowhere better
        ("<b>một hai</b> ba", 5, ["<b>một</b>", "<b>hai</b>", "ba"]),  # tags closed and opened again
        ("<b><i>một hai</i></b>", 5, ["<b><i>một</i></b>", "<b><i>hai</i></b>"]),  # in their order
        (
            '<a href="https://a.example/">một hai</a>',
            4,
            ['<a href="https://a.example/">một</a>', '<a href="https://a.example/">hai</a>'],
        ),
        (
            "<blockquote expandable>một hai</blockquote>",
            4,
            ["<blockquote expandable>một</blockquote>", "<blockquote expandable>hai</blockquote>"],
        ),
        ("<b>một</b><b>hai</b>", 10, ["<b>một</b><b>hai</b>"]),  # two tags stay two
        ("&lt;b&gt; &amp; x", 5, ["&lt;b&gt; &amp;", "x"]),  # an entity is one character and is never cut
        ("😀😀😀", 4, ["😀😀", "😀"]),  # two units each
        ("😀😀", 3, ["😀", "😀"]),  # never half of one
        ("ab👩\u200d💻c", 6, ["ab", "👩\u200d💻c"]),  # a picture joined of two stays whole
        ("ab👍\ufe0f", 4, ["ab", "👍\ufe0f"]),  # a variation selector stays with its picture
        ("aba\u0309", 3, ["ab", "a\u0309"]),  # a mark stays with its letter
        ("", 10, []),
        (" \n ", 10, []),
        ("<b> </b>", 10, []),
        ("một" + " " * 20 + "hai", 5, ["một", "hai"]),  # no blank parts
    ],
)
def test_a_text_is_cut_where_it_reads_best(text, limit, parts):
    assert message_parts(text, limit) == parts


words = st.text(st.sampled_from('ab đế😀&<>"\u0309'), min_size=1, max_size=12).map(lambda text: html.escape(text))
pieces = st.recursive(
    st.lists(st.one_of(words, st.sampled_from([" ", "\n", "\n\n"])), max_size=8).map("".join),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map("".join),
        inner.map(lambda text: f"<b>{text}</b>"),
        inner.map(lambda text: f'<a href="https://a.example/?x=1&amp;y">{text}</a>'),
        inner.map(lambda text: f"<blockquote expandable>{text}</blockquote>"),
    ),
    max_leaves=6,
)


@given(pieces, st.integers(2, 40))
def test_every_part_is_html_that_fits_and_nothing_but_white_space_is_lost(text, limit):
    parts = [parsed_html(part).text for part in message_parts(text, limit)]
    assert all(part.strip() and utf16_units(part) <= limit for part in parts)
    assert re.sub(r"\s", "", "".join(parts)) == re.sub(r"\s", "", parsed_html(text).text)


@given(pieces)
def test_lengths_are_counted_as_telegram_counts_them(text):
    assert shown_length(text) == utf16_units(parsed_html(text).text)


def test_a_part_holds_no_more_than_telegram_takes():
    parts = message_parts("<b>" + "Các đơn vị báo cáo. " * 1000 + "</b>")
    assert [utf16_units(parsed_html(part).text) <= 4096 for part in parts] == [True] * 5
    assert all(part.startswith("<b>") and part.endswith("</b>") for part in parts)
