"""From a file to its SourceText: the format is checked against the bytes, then one reader is called."""

from collections.abc import Callable, Mapping
from pathlib import Path

from ingest.errors import EmptySource, MissingSource, SourceTooLarge, UnreadableSource, UnsupportedFormat
from ingest.readers.content import content_of
from ingest.readers.markdown import read_markdown
from ingest.readers.pdf import read_pdf
from ingest.readers.plain_text import read_plain_text
from ingest.readers.web_page import read_web_page
from ingest.readers.word.document import read_word
from ingest.source_text import SourceText

# The longest decrees with all their annexes stay below 20 MB as PDF; what is larger is a scan in colour or no document.
LARGEST_FILE_BYTES = 50 * 1024 * 1024

Reader = Callable[[Path, bytes], SourceText]

_READERS: Mapping[str, Reader] = {
    ".txt": read_plain_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_web_page,
    ".htm": read_web_page,
    ".docx": read_word,
    ".docm": read_word,
    ".pdf": read_pdf,
}

# What the bytes must be for each suffix; "text" also covers text that no signature betrays.
_EXPECTED: Mapping[str, str] = {
    ".txt": "text",
    ".md": "text",
    ".markdown": "text",
    ".html": "a web page",
    ".htm": "a web page",
    ".docx": "a Word document",
    ".docm": "a Word document",
    ".pdf": "a PDF",
}

_SAVE_AS: Mapping[str, str] = {
    ".doc": "Word's old format is not read yet; open it and save it as .docx",
    ".rtf": "open it in Word or LibreOffice and save it as .docx",
    ".odt": "open it in LibreOffice and save it as .docx",
    ".mhtml": "save the page again as .html",
    ".mht": "save the page again as .html",
}


def read(path: Path) -> SourceText:
    """The text of the file, never empty; every refusal is a RefusedSource that names the file and what to do."""
    suffix = path.suffix.lower()
    _check_file(path)
    reader = _READERS.get(suffix)
    if reader is None:
        hint = f"{_SAVE_AS[suffix]}; " if suffix in _SAVE_AS else ""
        named = f"{suffix} files are not read" if suffix else "a name without a suffix does not tell the format"
        raise UnsupportedFormat(path, f"{named}; {hint}the formats are {', '.join(_READERS)}")
    content = _bytes_of(path)
    if not content.strip(b" \t\r\n\f\0"):
        raise EmptySource(path, "the file holds nothing but white space")
    _check_content(path, suffix, content)
    source = reader(path, content)
    if not source.text.strip():
        raise EmptySource(path, "no text was found in the file; open it to see whether it holds only pictures")
    return source


def _check_file(path: Path) -> None:
    try:
        size_bytes = path.stat().st_size
        is_file, is_folder = path.is_file(), path.is_dir()
    except FileNotFoundError as error:
        raise MissingSource(path, "there is no such file") from error
    except (OSError, ValueError) as error:
        raise UnreadableSource(path, f"cannot be opened ({_reason(error)})") from error
    if is_folder:
        raise UnreadableSource(path, "a folder, not a file; give the files in it")
    if not is_file:
        raise UnreadableSource(path, "not a regular file")
    if size_bytes > LARGEST_FILE_BYTES:
        raise SourceTooLarge(
            path,
            f"{size_bytes / 1024**2:.0f} MiB, more than the {LARGEST_FILE_BYTES // 1024**2} MiB that are read; "
            "split it, or save it with smaller pictures",
        )


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except PermissionError as error:
        raise UnreadableSource(path, "permission denied; let this user read the file") from error
    except OSError as error:
        raise UnreadableSource(path, f"cannot be read ({_reason(error)})") from error


def _check_content(path: Path, suffix: str, content: bytes) -> None:
    expected, found = _EXPECTED[suffix], content_of(path, content)
    if found != expected:
        raise UnreadableSource(
            path, f"named {suffix}, but the content is {found}; give it its right suffix, or fetch the file again"
        )


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
