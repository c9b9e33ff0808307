"""Plain text in the encodings and with the oddities that it arrives in."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import IngestError, UnreadableSource
from ingest.readers.plain_text import read_plain_text

PATH = Path("kế-hoạch.txt")
SENTENCE = "Các bản thi đua giữ sạch khe suối."


@pytest.mark.parametrize(
    "content",
    [
        SENTENCE.encode(),  # UTF-8
        SENTENCE.encode("utf-8-sig"),  # with a mark, as Notepad saves it
        SENTENCE.encode("utf-16"),  # "Unicode" in Notepad
        "\ufeff".encode("utf-16-be") + SENTENCE.encode("utf-16-be"),
        unicodedata.normalize("NFD", SENTENCE).encode(),  # as macOS composes
    ],
)
def test_unicode_is_read_in_each_of_its_encodings(content):
    assert read_plain_text(PATH, content).text == SENTENCE + "\n"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("một\r\nhai\rba", "một\nhai\nba\n"),  # line ends of three systems
        ("thi\u00a0đua", "thi đua\n"),  # no-break space
        ("khen\u00adthưởng", "khenthưởng\n"),  # soft hyphen
        ("thi\u200bđua\ufeff", "thiđua\n"),  # zero-width space, a mark inside the text
        ("thi\x07đua", "thiđua\n"),  # a control character
        ("một   hai\thai", "một hai hai\n"),
        ("một\n\n\n\nhai", "một\n\nhai\n"),  # one empty line says as much as four
        ("o\u200b\u0302", "ô\n"),  # a letter meets its mark only when what parted them is gone
    ],
)
def test_characters_that_cannot_be_seen_are_made_plain(written, read):
    assert read_plain_text(PATH, written.encode()).text == read


def test_a_form_feed_begins_a_page():
    source = read_plain_text(PATH, "một\n\fhai\n\fba".encode())
    assert source.text == "một\nhai\nba\n"
    assert [(page.number, source.text[page.start : page.end]) for page in source.pages] == [
        (1, "một\n"),
        (2, "hai\n"),
        (3, "ba\n"),
    ]


def test_text_without_form_feeds_has_no_pages():
    assert read_plain_text(PATH, SENTENCE.encode()).pages == ()


def test_invalid_utf8_names_the_byte_the_line_and_the_way_out():
    with pytest.raises(UnreadableSource, match=r"byte 0xd5 at offset 7 \(line 2\).*UniKey"):
        read_plain_text(PATH, "dòng\n".encode() + b"K\xd5 ho\xb9ch")


def test_the_offset_counts_from_the_start_of_the_file_with_its_mark():
    with pytest.raises(UnreadableSource, match="offset 3 "):
        read_plain_text(PATH, b"\xef\xbb\xbf\xff")


def test_a_nul_character_means_binary_content():
    with pytest.raises(UnreadableSource, match="binary content"):
        read_plain_text(PATH, b"abc\0def")


def test_half_a_character_of_utf16_is_refused():
    with pytest.raises(UnreadableSource, match="not valid UTF-16"):
        read_plain_text(PATH, SENTENCE.encode("utf-16") + b"\x01")


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_with_our_error(content):
    try:
        source = read_plain_text(PATH, content)
    except IngestError:
        return
    assert is_clean(source.text)


@given(st.text(max_size=200))
def test_any_text_is_read_and_clean(text):
    try:
        source = read_plain_text(PATH, text.encode("utf-8", "surrogatepass"))
    except IngestError as error:
        assert "\0" in text or "UTF-8" in str(error)  # noqa: PT017
        return
    assert is_clean(source.text)
    assert all(page.start <= page.end <= len(source.text) for page in source.pages)


def is_clean(text):
    return unicodedata.is_normalized("NFC", text) and not any(mark in text for mark in "\r\f\0\t\xa0\xad\u200b\ufeff")
