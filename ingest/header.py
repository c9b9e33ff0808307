"""What a document says about itself around its body (Nghị định 30/2020/NĐ-CP, Phụ lục I); else as a news item."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from corpus.citation import find_references
from corpus.identifier import DocumentNumber, kind_of, parse_number
from corpus.instrument_kinds import kind_named
from corpus.model import Form, Signer
from ingest.letterhead import Letterhead, is_kind_heading, read_letterhead
from ingest.news_item import read_news_item
from ingest.organ_case import organ_case
from ingest.signature import read_closing
from ingest.source_text import SourceText
from ingest.title_block import read_title_block
from ingest.told_signer import read_told_signer

# A text that says so of itself before its own head is not "the text as issued".
_NOT_IN_FULL = re.compile(
    r"(?:không|chưa)\s+phải\s+(?:là\s+)?toàn\s+văn|lược\s+trích|trích\s+nguyên\s+văn", re.IGNORECASE
)
_NATIONAL_ISSUERS = {
    "NĐ-CP": "Chính phủ",
    "NQ-CP": "Chính phủ",
    "QĐ-TTg": "Thủ tướng Chính phủ",
    "CT-TTg": "Thủ tướng Chính phủ",
}


@dataclass(frozen=True, slots=True)
class Header:
    """The body is `text[body_start:body_end]`: after the title block, before the recipients and the signature."""

    number: DocumentNumber | None
    kind: str
    title: str
    issuer: str
    superior: str
    place: str
    issued_on: date | None
    form: Form
    signer: Signer | None
    addressees: tuple[str, ...]
    recipients: tuple[str, ...]
    body_start: int
    body_end: int
    source: str
    warnings: tuple[str, ...]


def read_header(source: SourceText) -> Header:
    """The header of the document in `source`; what the text does not say is taken from the file's metadata."""
    text = source.text
    letterhead = read_letterhead(text) or _head_without_number(text)
    header = _of_instrument(text, letterhead) if letterhead else _of_report(text, source.metadata)
    header = _completed(header, source.metadata, has_letterhead=letterhead is not None)
    return replace(header, signer=_signer(header, text))


def _signer(header: Header, text: str) -> Signer | None:
    """Who signed; of a digest, which has no signature, whom a sentence names, with title and authority."""
    if header.form is not Form.DIGEST or (header.signer and header.signer.title):
        return header.signer
    told = read_told_signer(text, header.number)
    return told if told and (header.signer is None or header.signer.name == told.name) else header.signer


def _of_instrument(text: str, letterhead: Letterhead) -> Header:
    block = read_title_block(text, letterhead.title_start, letterhead.first_title_line)
    closing = read_closing(text, block.end)
    number, warnings = letterhead.number, list(letterhead.warnings)
    is_blank = any("left blank" in warning and "number" in warning for warning in warnings)
    kind = letterhead.kind or (kind_of(number.symbol) if number else "")
    issued_on = letterhead.issued_on
    if number is None and not is_blank:
        number, appended_on = _number_in_appendix(text, closing.start, kind)
        issued_on = issued_on or appended_on
        warnings.append(
            f'the letterhead has no number; "{number}" was read where the appendix says what it belongs to'
            if number
            else "the text gives no number of its own"
        )
    notice = _NOT_IN_FULL.search(text, 0, letterhead.start)
    if notice is not None:
        warnings.append(f'the text says of itself that it is not complete: "{" ".join(notice[0].split())}"')
    issuers = (*letterhead.issuers, organ_case(block.issuer)) if block.issuer else letterhead.issuers
    issuers = issuers or ((_NATIONAL_ISSUERS[number.symbol],) if number and number.symbol in _NATIONAL_ISSUERS else ())
    return Header(
        number=number,
        kind=kind,
        title=block.title,
        issuer=issuers[-1] if issuers else "",
        superior=issuers[-2] if len(issuers) > 1 else "",
        place=letterhead.place,
        issued_on=issued_on,
        form=Form.OFFICIAL if notice is None else Form.DIGEST,
        signer=closing.signer,
        addressees=block.addressees,
        recipients=closing.recipients,
        body_start=block.end,
        body_end=max(block.end, closing.start),
        source="",
        warnings=tuple(warnings),
    )


def _head_without_number(text: str) -> Letterhead | None:
    """An instrument whose letterhead is missing: it begins with its kind, then title, authority and legal bases."""
    first = re.search(r"\S.*", text)
    if first is None or not is_kind_heading(first[0]):
        return None
    basis = re.compile(r"^[ \t|*_]*Căn cứ\s", re.MULTILINE).search(text, first.end(), first.end() + 1500)
    if basis is None:
        return None
    above = [line.strip(" \t|*_") for line in text[first.end() : basis.start()].split("\n") if line.strip(" \t|*_")]
    authority = above[-1] if len(above) > 1 and above[-1].isupper() else ""
    issuers = (organ_case(authority),) if authority else ()
    return Letterhead(first.start(), first.end(), None, is_kind_heading(first[0]), "", issuers, "", None, ())


def _number_in_appendix(text: str, closing: int, kind: str) -> tuple[DocumentNumber | None, date | None]:
    """The number in "(Kèm theo <kind> số …)", by which an appendix names its own document (Phụ lục I, III.1)."""
    note = re.compile(r"\((?:Ban hành\s+)?[Kk]èm theo\s+(?P<named>[^()]{5,200})\)").search(text, closing)
    references = find_references(note["named"]) if note else ()
    if len(references) == 1 and references[0].number and references[0].kind == kind:
        return references[0].number, references[0].issued_on
    return None, None


def _of_report(text: str, metadata: Mapping[str, str]) -> Header:
    item = read_news_item(text, metadata.get("title", ""))
    is_digest = bool(metadata.get("number"))
    is_news = not is_digest and metadata.get("form", Form.NEWS) == Form.NEWS
    return Header(
        number=None,
        kind="Tin" if is_news else "",
        title=item.headline,
        issuer="" if is_digest else item.publisher,
        superior="",
        place="",
        issued_on=item.published_on,
        form=Form.DIGEST if is_digest else Form.NEWS,
        signer=None,
        addressees=(),
        recipients=(),
        body_start=item.body_start,
        body_end=len(text),
        source=item.publisher,
        warnings=item.warnings,
    )


def _completed(header: Header, metadata: Mapping[str, str], *, has_letterhead: bool) -> Header:
    """The header with the metadata where the letterhead is silent; without a letterhead the metadata counts first."""
    warnings = list(header.warnings)
    number, issued_on, form = _number(metadata, warnings), _date(metadata, warnings), _form(metadata, warnings)
    if has_letterhead and header.number and number and header.number != number:
        warnings.append(
            f"the letterhead says number {header.number}, the file's metadata {number}; the letterhead counts"
        )
    signer = Signer(metadata["signer"], "", "") if metadata.get("signer") else None
    kind = metadata.get("kind", "")

    def either(read: str, told: str) -> str:
        return read or told if has_letterhead else told or read

    return replace(
        header,
        number=(header.number or number) if has_letterhead else number,
        kind=either(header.kind, kind_named(kind) or kind) or (kind_of(number.symbol) if number else ""),
        title=either(header.title, metadata.get("title", "")),
        issuer=either(header.issuer, metadata.get("issuer", "")),
        issued_on=(header.issued_on or issued_on) if has_letterhead else issued_on or header.issued_on,
        form=form or header.form,
        signer=header.signer or signer,
        source=metadata.get("source", "") or header.source,
        warnings=tuple(warnings),
    )


def _number(metadata: Mapping[str, str], warnings: list[str]) -> DocumentNumber | None:
    written = metadata.get("number", "")
    try:
        return parse_number(written) if written else None
    except ValueError:
        warnings.append(f'the number in the file\'s metadata cannot be read: "{written}"')
        return None


def _date(metadata: Mapping[str, str], warnings: list[str]) -> date | None:
    written = metadata.get("issued_on", "")
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        warnings.append(f'the date in the file\'s metadata is no ISO date: "{written}"')
        return None


def _form(metadata: Mapping[str, str], warnings: list[str]) -> Form | None:
    written = metadata.get("form", "")
    try:
        return Form(written) if written else None
    except ValueError:
        warnings.append(f'the form in the file\'s metadata is none of {", ".join(Form)}: "{written}"')
        return None
