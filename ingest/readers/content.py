"""What a file is, by its bytes."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

from ingest.errors import EncryptedSource, UnsupportedFormat

_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"{\\rtf", "an RTF document"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"MZ", "a Windows program"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "an SQLite database"),
)
# [MS-CFB] 2.2: the compound file of Word 97-2003; also what wraps a .docx that has a password ([MS-OFFCRYPTO] 2.3.4).
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")

# ISO 32000-1, annex H, note 13: readers accept the header anywhere in the first 1,024 bytes.
_PDF_HEADER_WITHIN_BYTES = 1024

_WEB_PAGE = re.compile(
    rb"""
    \A(?:\xef\xbb\xbf)?\s*           # a mark and white space may come first
    (?:<\?xml[^>]*\?>\s*)?           # XHTML
    (?:<!--.*?-->\s*)*               # comments, such as those of a browser that saved the page
    <(?:!doctype\s+html|html|head|body)\b
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_ELEMENT = re.compile(rb"<(?:p|div|table|span|article|h[1-6]|br|ul|ol|font|center)\b[^<>]*>", re.IGNORECASE)
_MARKUP_SUFFIXES = {".html", ".htm"}

_ZIP_CONTENTS = (
    ("word/", "a Word document"),
    ("xl/", "an Excel workbook"),
    ("ppt/", "a PowerPoint presentation"),
    ("content.xml", "an OpenDocument file"),
)


def content_of(path: Path, content: bytes) -> str:
    """One of "a PDF", "a Word document", "a web page", "text", or the name of what else it is."""
    if b"%PDF-" in content[:_PDF_HEADER_WITHIN_BYTES] and not _WEB_PAGE.match(content):
        return "a PDF"
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _content_of_zip(content)
    if content.startswith(_COMPOUND_FILE):
        return _content_of_compound_file(path, content)
    for signature, name in _SIGNATURES:
        if content.startswith(signature):
            return name
    # Parts of a page are a page only under a name that says so: plain text may speak of tags.
    if _WEB_PAGE.match(content) or (path.suffix.lower() in _MARKUP_SUFFIXES and _has_element(content)):
        return "a web page"
    return "text"


def _has_element(content: bytes) -> bool:
    return bool(_ELEMENT.search(content.replace(b"\0", b"")))  # UTF-16 writes a NUL after each letter of a tag


def _content_of_zip(content: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return "a damaged zip archive"
    for beginning, name in _ZIP_CONTENTS:
        if any(entry.startswith(beginning) for entry in names):
            return name
    return "a zip archive"


def _content_of_compound_file(path: Path, content: bytes) -> str:
    if _ENCRYPTED_PACKAGE in content:
        raise EncryptedSource(path, "the document has a password; open it, remove the password and save it again")
    if path.suffix.lower() in {".docx", ".docm"}:
        raise UnsupportedFormat(path, "the content is Word's old format (.doc), not read yet; save it as .docx")
    return "a file of Office 97-2003"
