"""A document as JSON: what `show` and `list` print. The names of the fields are a contract (see README)."""

from typing import TypeAlias

from corpus.library import Library
from corpus.model import Document, DocumentRecord, Provision, Relation

Json: TypeAlias = "str | int | list[Json] | dict[str, Json] | None"


def head_as_json(document: Document, library: Library) -> dict[str, Json]:
    """One line of `list`."""
    return {
        "id": document.id,
        "number": None if document.number is None else str(document.number),
        "kind": document.kind,
        "title": document.title,
        "issuer": document.issuer,
        "issued_on": None if document.issued_on is None else document.issued_on.isoformat(),
        "form": document.form.value,
        "pages": library.count("page", document.id),
        "provisions": library.count("provision", document.id),
        "passages": library.count("passage", document.id),
        "source": document.source,
        "path": document.path,
    }


def record_as_json(record: DocumentRecord, library: Library) -> dict[str, Json]:
    """The whole record, with where each thing was read and who mentions the document."""
    document, signer = record.document, record.document.signer
    shown_signer: Json = (
        None if signer is None else {"name": signer.name, "title": signer.title, "authority": signer.authority}
    )
    return {
        **head_as_json(document, library),
        "superior": document.superior,
        "place": document.place,
        "signer": shown_signer,
        "addressees": list(document.addressees),
        "recipients": list(document.recipients),
        "digest": document.digest,
        "pages": [{"number": page.number, "start": page.start, "end": page.end} for page in document.pages],
        "provisions": [_provision(provision, document) for provision in record.provisions],
        "passages": len(record.passages),
        "relations": [_relation(relation, record) for relation in record.relations],
        "deadlines": [],
        "mentioned_by": _mentions(document, library),
        "warnings": list(record.warnings),
    }


def _provision(provision: Provision, document: Document) -> Json:
    return {
        "ordinal": provision.ordinal,
        "parent": provision.parent,
        "kind": provision.kind.value,
        "label": provision.label,
        "heading": provision.heading,
        "locator": str(provision.locator),
        "start": provision.start,
        "end": provision.end,
        "subtree_end": provision.subtree_end,
        "page": _page(document, provision.start),
        "text": document.text[provision.start : provision.end],
        "columns": [{"head": head, "cell": cell} for head, cell in provision.columns],
    }


def _relation(relation: Relation, record: DocumentRecord) -> Json:
    return {
        "kind": relation.kind.value,
        "target": str(relation.target),
        "target_kind": relation.target_kind,
        "target_title": relation.target_title,
        "target_issuer": relation.target_issuer,
        "target_issued_on": None if relation.target_issued_on is None else relation.target_issued_on.isoformat(),
        "locator": str(record.provisions[relation.provision].locator),
        "page": _page(record.document, relation.start),
        "start": relation.start,
        "end": relation.end,
        "quote": relation.quote,
        "since": None,
    }


def _mentions(document: Document, library: Library) -> Json:
    if document.number is None:
        return []
    return [
        {
            "id": source.id,
            "number": None if source.number is None else str(source.number),
            "title": source.title,
            "kind": relation.kind.value,
            "locator": str(library.provisions(source.id)[relation.provision].locator),
            "quote": relation.quote,
        }
        for source, relation in library.mentions(document.number.key)
        if source.id != document.id
    ]


def _page(document: Document, offset: int) -> int | None:
    return next((page.number for page in document.pages if page.start <= offset < page.end), None)
