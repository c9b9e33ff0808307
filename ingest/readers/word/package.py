"""Opens a Word package within limits: the only file that imports python-docx."""

import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from docx.opc.package import OpcPackage
from docx.opc.part import Part
from docx.oxml.parser import parse_xml

from ingest.errors import EncryptedSource, SourceTooLarge, UnreadableSource
from ingest.readers.word.markup import Element

# A plan with photographs unpacks to little more than its own size, since pictures are packed already; its XML
# shrinks about ten times. What unpacks to more is made to exhaust memory.
LARGEST_UNPACKED_BYTES = 200 * 1024 * 1024
_BIT_ENCRYPTED = 0x1  # APPNOTE.TXT (the zip format) 4.4.4

_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,  # a part that a relationship names is not there
    ValueError,
    TypeError,  # a relationship without a target
    AttributeError,
    IndexError,
    OSError,
    SyntaxError,  # what the XML parser raises
    NotImplementedError,  # a way of packing that zipfile does not know
    RuntimeError,
)


@dataclass(frozen=True, slots=True)
class WordPackage:
    """The parts of a document that carry text or explain it, parsed."""

    body: Element
    numbering: Element | None
    styles: Element | None
    footnotes: Element | None
    endnotes: Element | None
    margins: Mapping[str, Element]  # headers and footers by relationship id


def open_package(path: Path, content: bytes) -> WordPackage:
    """The parsed parts; macros and embedded objects are neither run nor opened."""
    try:
        _check_limits(path, content)
        main = _main_part(OpcPackage.open(BytesIO(content)))
        root: Element = parse_xml(main.blob)
        return WordPackage(
            body=root,
            numbering=_part(main, "numbering"),
            styles=_part(main, "styles"),
            footnotes=_part(main, "footnotes"),
            endnotes=_part(main, "endnotes"),
            margins=dict(_margins(main)),
        )
    except _DAMAGE as error:
        reason = str(error).split("\n")[0] or type(error).__name__
        raise UnreadableSource(
            path, f"a damaged Word document ({reason}); open it in Word, let it repair the file and save it again"
        ) from error


def _check_limits(path: Path, content: bytes) -> None:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        entries = archive.infolist()
    if any(entry.flag_bits & _BIT_ENCRYPTED for entry in entries):
        raise EncryptedSource(path, "the document has a password; open it, remove the password and save it again")
    unpacked_bytes = sum(entry.file_size for entry in entries)
    if unpacked_bytes > LARGEST_UNPACKED_BYTES:
        raise SourceTooLarge(
            path,
            f"unpacks to {unpacked_bytes / 1024**2:.0f} MiB, more than the "
            f"{LARGEST_UNPACKED_BYTES // 1024**2} MiB that a document may have; it is not opened",
        )


def _main_part(package: OpcPackage) -> Part:
    # Strict documents (ISO/IEC 29500) have other addresses for the same relations: only the last word is compared.
    for relationship in package.rels.values():
        if _relation(relationship.reltype) == "officeDocument" and not relationship.is_external:
            part: Part = relationship.target_part
            if "wordprocessingml" in part.content_type or "ms-word" in part.content_type:
                return part
            raise ValueError(f"its main part is {part.content_type}")
    raise KeyError("no main part")


def _relation(reltype: str) -> str:
    return reltype.rpartition("/")[2]


def _part(main: Part, name: str) -> Element | None:
    for relationship in main.rels.values():
        if _relation(relationship.reltype) == name and not relationship.is_external:
            parsed: Element = parse_xml(relationship.target_part.blob)
            return parsed
    return None


def _margins(main: Part) -> Iterator[tuple[str, Element]]:
    for identifier, relationship in main.rels.items():
        if _relation(relationship.reltype) in {"header", "footer"} and not relationship.is_external:
            yield identifier, parse_xml(relationship.target_part.blob)
