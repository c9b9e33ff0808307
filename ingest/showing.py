"""A document as JSON: what `show` and `list` print. The names of the fields are a contract (see README)."""

from datetime import date

from corpus.library import Library
from corpus.model import Document, DocumentRecord, Provision, Relation
from corpus.register import Register, instrument_of
from corpus.standing import first_day
from ingest.instrument_links import InstrumentLinks
from ingest.showing_deadlines import corrections_as_json, deadlines_as_json
from ingest.showing_statements import (
    Json,
    act_as_json,
    base_salary_as_json,
    effect_as_json,
    iso,
    mention_as_json,
    reward_as_json,
    told_effect_as_json,
    validity_as_json,
)


def head_as_json(document: Document, library: Library) -> dict[str, Json]:
    """One line of `list`."""
    return {
        "id": document.id,
        "number": None if document.number is None else str(document.number),
        "kind": document.kind,
        "title": document.title,
        "issuer": document.issuer,
        "issued_on": iso(document.issued_on),
        "form": document.form.value,
        "pages": library.count("page", document.id),
        "provisions": library.count("provision", document.id),
        "passages": library.count("passage", document.id),
        "source": document.source,
        "path": document.path,
    }


def record_as_json(record: DocumentRecord, library: Library, register: Register, day: date) -> dict[str, Json]:
    """The whole record, with where each thing was read, what others say of the document, and its status on `day`."""
    document, signer = record.document, record.document.signer
    corrections = library.ingest_log.deadline_corrections(document.path)
    shown_signer: Json = (
        None if signer is None else {"name": signer.name, "title": signer.title, "authority": signer.authority}
    )
    return {
        **head_as_json(document, library),
        "held": True,
        "superior": document.superior,
        "place": document.place,
        "signer": shown_signer,
        "addressees": list(document.addressees),
        "recipients": list(document.recipients),
        "digest": document.digest,
        "pages": [{"number": page.number, "start": page.start, "end": page.end} for page in document.pages],
        "provisions": [_provision(provision, document) for provision in record.provisions],
        "passages": len(record.passages),
        **_statements(record, library, register),
        "validity": validity_as_json(register.validity(document.id, day), InstrumentLinks(library, register)),
        "deadlines": deadlines_as_json(record, day),
        "corrections": corrections_as_json(record, corrections),
        "warnings": list(record.warnings),
    }


def _statements(record: DocumentRecord, library: Library, register: Register) -> dict[str, Json]:
    """What the document says of others, of force and of rewards, and what others say of it."""
    document, links = record.document, InstrumentLinks(library, register)
    instrument, standing = instrument_of(document), register.standing(document.id)
    told = [one for one in (*standing.begins, *standing.ends, *standing.holds) if not one.is_own]
    return {
        "relations": [_relation(relation, document, links) for relation in record.relations],
        "mentioned_by": _mentions(document, library, links),
        "acts_told": [mention_as_json(link, links) for link in links.acts_told(instrument)],
        "effects": [effect_as_json(effect, document.id, links) for effect in record.effects],
        "effects_told": [told_effect_as_json(one.effect, one.said_by, links) for one in told],
        "rewards": [reward_as_json(rate, document.id, links) for rate in record.rewards],
        "base_salaries": [
            base_salary_as_json(salary, first_day(standing), document.id, links) for salary in record.base_salaries
        ],
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


def _relation(relation: Relation, document: Document, links: InstrumentLinks) -> Json:
    return {
        "kind": relation.kind.value,
        "target": str(relation.target),
        "target_kind": relation.target_kind,
        "target_title": relation.target_title,
        "target_issuer": relation.target_issuer,
        "target_issued_on": iso(relation.target_issued_on),
        "locator": links.locator(document.id, relation.provision),
        "page": _page(document, relation.start),
        "start": relation.start,
        "end": relation.end,
        "quote": relation.quote,
        **act_as_json(links.link(document, relation), links),
    }


def _mentions(document: Document, library: Library, links: InstrumentLinks) -> Json:
    """What other documents say about this one; not about another held one of the same number."""
    if document.number is None:
        return []
    found = (links.link(*pair) for pair in library.mentions(document.number.key) if pair[0].id != document.id)
    return [
        mention_as_json(link, links)
        for link in found
        if link.target.document is None or link.target.document.id == document.id
    ]


def _page(document: Document, offset: int) -> int | None:
    return next((page.number for page in document.pages if page.start <= offset < page.end), None)
