"""From what a reader made of a file to everything that the library keeps about it."""

import dataclasses
from collections.abc import Mapping
from pathlib import Path

from corpus import identifier
from corpus.model import Document, DocumentRecord, Form
from ingest.base_salaries import read_base_salaries
from ingest.corrections import corrected
from ingest.deadlines import read_deadlines
from ingest.doubts import doubts_of
from ingest.effects import read_effects
from ingest.header import Header, read_header
from ingest.named_laws import guided_by_name
from ingest.passages import make_passages
from ingest.relations import read_relations
from ingest.rewards import read_rewards
from ingest.source_text import SourceText
from ingest.structure import read_structure

# Grows with each change of what is read from a text; a document that an older reading made is read anew by `add`.
DERIVATION = 18


def derive(source: SourceText, path: Path, digest: str, corrections: Mapping[str, str]) -> DocumentRecord:
    """The whole record of the document in `source`, with `corrections` in place of what was read."""
    told = dataclasses.replace(source, metadata={**source.metadata, **corrections})
    header = corrected(read_header(told), corrections)
    warnings = [*source.warnings, *header.warnings]
    if not header.title:
        header = dataclasses.replace(header, title=path.stem)
        warnings.append("no title was found; the file's name stands in for it; correct it with --set title=…")
    if header.number is None and header.form is not Form.NEWS:
        warnings.append("held without a document number; if it has one, correct it with --set number=…")
    return _complete(_document(source, header, path, digest), source, header, tuple(dict.fromkeys(warnings)))


def derive_again(record: DocumentRecord) -> DocumentRecord:
    """The record with everything below the document read anew from its stored text: for a file that is gone."""
    document = record.document
    source = SourceText(document.text, format="txt", pages=document.pages)
    read = read_header(source)
    header = dataclasses.replace(
        read,
        number=document.number,
        kind=document.kind,
        title=document.title,
        issuer=document.issuer,
        issued_on=document.issued_on,
        form=document.form,
    )
    return _complete(document, source, header, record.warnings)


def _complete(document: Document, source: SourceText, header: Header, warnings: tuple[str, ...]) -> DocumentRecord:
    provisions = read_structure(source, header, document.title)
    read, effects = read_relations(document, provisions), read_effects(document, provisions)
    relations = (*guided_by_name(document, provisions, read), *read)
    deadlines, unread_times = read_deadlines(document, provisions)
    return DocumentRecord(
        document=document,
        provisions=provisions,
        passages=make_passages(document, provisions),
        relations=relations,
        warnings=tuple(dict.fromkeys((*warnings, *doubts_of(document, relations, effects), *unread_times))),
        effects=effects,
        rewards=read_rewards(document, provisions),
        base_salaries=read_base_salaries(document, provisions),
        deadlines=deadlines,
        derived_by=DERIVATION,
    )


def _document(source: SourceText, header: Header, path: Path, digest: str) -> Document:
    return Document(
        id=identifier.document_id(header.number, header.kind, header.title, header.issuer, header.issued_on),
        number=header.number,
        kind=header.kind,
        title=header.title,
        issuer=header.issuer,
        superior=header.superior,
        place=header.place,
        issued_on=header.issued_on,
        form=header.form,
        signer=header.signer,
        addressees=header.addressees,
        recipients=header.recipients,
        source=header.source or str(path),
        path=str(path),
        digest=digest,
        text=source.text,
        pages=source.pages,
    )
