"""Every file is read by its content, or refused with a sentence that says why."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.errors import (
    EmptySource,
    EncryptedSource,
    IngestError,
    MissingSource,
    SourceTooLarge,
    UnreadableSource,
    UnsupportedFormat,
)
from ingest.reading import LARGEST_FILE_BYTES, read
from tests.samples.pdf_files import paragraphs, write_pdf
from tests.samples.web_pages import hand_made_page
from tests.samples.word_files import saved, word_document, zip_of

TEXT = "Các bản thi đua giữ sạch khe suối."
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def written(folder, name, content):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def pdf_bytes(folder):
    return write_pdf(folder / "mẫu.pdf", paragraphs(TEXT)).read_bytes()


@pytest.mark.parametrize(
    ("name", "make", "source_format"),
    [
        ("a.txt", lambda folder: TEXT, "txt"),
        ("a.TXT", lambda folder: TEXT, "txt"),  # suffixes of Windows
        ("a.md", lambda folder: TEXT, "md"),
        ("a.html", lambda folder: hand_made_page(), "html"),
        ("a.htm", lambda folder: f"<p>{TEXT}</p>", "html"),  # a part of a page
        ("a.docx", lambda folder: saved(word_document(TEXT)), "docx"),
        ("a.docm", lambda folder: saved(word_document(TEXT)), "docx"),
        ("a.pdf", pdf_bytes, "pdf"),
    ],
)
def test_each_format_is_read_into_clean_text(tmp_path, name, make, source_format):
    source = read(written(tmp_path, name, make(tmp_path)))
    assert source.format == source_format
    assert source.text.strip()
    assert unicodedata.is_normalized("NFC", source.text)


@pytest.mark.parametrize(
    ("name", "make", "found"),
    [
        ("a.pdf", lambda folder: hand_made_page(), "named .pdf, but the content is a web page"),  # an error page
        ("a.pdf", lambda folder: TEXT, "content is text"),
        ("a.txt", pdf_bytes, "named .txt, but the content is a PDF"),
        ("a.txt", lambda folder: hand_made_page(), "content is a web page"),
        ("a.txt", lambda folder: saved(word_document(TEXT)), "content is a Word document"),
        ("a.docx", lambda folder: zip_of({"xl/workbook.xml": "<a/>"}), "content is an Excel workbook"),
        ("a.docx", lambda folder: zip_of({"ghi chú.txt": "a"}), "content is a zip archive"),
        ("a.docx", lambda folder: b"PK\x03\x04" + bytes(40), "content is a damaged zip archive"),
        ("a.docx", pdf_bytes, "content is a PDF"),
        ("a.html", lambda folder: TEXT, "content is text"),
        ("a.html", lambda folder: b"\x89PNG\r\n\x1a\n....", "content is a PNG picture"),
        ("a.md", lambda folder: rb"{\rtf1 abc}", "content is an RTF document"),
        ("a.txt", lambda folder: COMPOUND, "content is a file of Office 97-2003"),
        ("a.txt", lambda folder: b"abc\0\1\2", "binary content"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused_naming_both(tmp_path, name, make, found):
    path = written(tmp_path, name, make(tmp_path))
    with pytest.raises(UnreadableSource, match=found) as caught:
        read(path)
    assert caught.value.path == path


def test_a_word_document_with_a_password_asks_for_it_to_be_removed(tmp_path):
    path = written(tmp_path, "a.docx", COMPOUND + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(EncryptedSource, match="remove the password"):
        read(path)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("a.doc", "save it as .docx"),
        ("a.rtf", "save it as .docx"),
        ("a.xlsx", "the formats are .txt, .md"),
        ("không-đuôi", "without a suffix"),
    ],
)
def test_another_format_is_refused_with_what_to_do(tmp_path, name, hint):
    with pytest.raises(UnsupportedFormat, match=hint):
        read(written(tmp_path, name, TEXT))


def test_words_old_format_under_the_new_name_is_refused_as_such(tmp_path):
    with pytest.raises(UnsupportedFormat, match=r"old format \(\.doc\)"):
        read(written(tmp_path, "a.docx", COMPOUND))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", b""),
        ("a.txt", " \n\t\r\n\f"),
        ("a.txt", "\ufeff\u200b\u00a0"),  # white space that cannot be seen
        ("a.pdf", b""),
        ("a.docx", saved(word_document())),
        ("a.html", "<html><body><script>x</script></body></html>"),
        ("a.md", "---\nnumber: 1/KH-UBND\n---\n"),  # a header and nothing below
    ],
)
def test_a_file_without_text_is_refused(tmp_path, name, content):
    with pytest.raises(EmptySource):
        read(written(tmp_path, name, content))


def test_a_file_of_200_megabytes_is_refused_without_reading_it(tmp_path):
    path = tmp_path / "lớn.pdf"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(SourceTooLarge, match="200 MiB"):
        read(path)


def test_the_largest_file_is_still_read(tmp_path):
    path = tmp_path / "vừa.txt"
    path.write_bytes(b"a" + b" " * (LARGEST_FILE_BYTES - 1))
    assert read(path).text == "a\n"


def test_a_missing_file_is_said_to_be_missing(tmp_path):
    with pytest.raises(MissingSource, match="no such file"):
        read(tmp_path / "đâu.txt")


def test_a_folder_is_no_file(tmp_path):
    folder = tmp_path / "thư mục.txt"
    folder.mkdir()
    with pytest.raises(UnreadableSource, match="a folder"):
        read(folder)


def test_a_name_too_long_for_the_system_is_refused(tmp_path):
    with pytest.raises(UnreadableSource, match="cannot be opened"):
        read(tmp_path / ("a" * 300 + ".txt"))


@settings(max_examples=150, deadline=None)
@given(
    suffix=st.sampled_from([".txt", ".md", ".html", ".docx", ".pdf"]),
    start=st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html>", b"---\n", b"\xff\xfe", b"\xd0\xcf\x11\xe0"]),
    content=st.binary(max_size=120),
)
def test_any_bytes_under_any_name_are_read_or_refused_with_our_error(tmp_path_factory, suffix, start, content):
    path = written(tmp_path_factory.getbasetemp(), f"ngẫu nhiên{suffix}", start + content)
    try:
        assert unicodedata.is_normalized("NFC", read(path).text)
    except IngestError as error:
        assert path.name in str(error)  # noqa: PT017
