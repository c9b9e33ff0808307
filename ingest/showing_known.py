"""A document that is not held, as JSON: what others tell of it, each fact with who tells it."""

from datetime import date

from corpus.chain import Link
from corpus.identifier import DocumentNumber
from corpus.known import KnownDocument, Mention
from corpus.library import Library
from corpus.model import Document
from corpus.register import Register, known_instrument
from corpus.standing import Dated, Instrument
from ingest.instrument_links import InstrumentLinks, document_name
from ingest.showing_statements import Json, effect_as_json, iso, mention_as_json, validity_as_json


def known_as_json(number: DocumentNumber, library: Library, register: Register, day: date) -> list[dict[str, Json]]:
    """One record for each document of this number that others tell of; none when nobody does or all are held."""
    links = InstrumentLinks(library, register)
    known = register.known(number)
    if known:
        return [_record(known_instrument(one), one, links, register, day) for one in known]
    acting = [register.acting(*pair) for pair in library.acts_told(number.key)]
    subjects = [one for one in acting if one.document is None]
    if not subjects and library.effects_told(number.key) and not library.by_number(number):
        subjects = [Instrument(number, "", "", "", None, None)]
    distinct = {one.identity: one for one in subjects}
    return [_record(one, KnownDocument(number, ()), links, register, day) for one in distinct.values()]


def _record(
    instrument: Instrument, known: KnownDocument, links: InstrumentLinks, register: Register, day: date
) -> dict[str, Json]:
    mentions = [_link(mention, instrument, register) for mention in known.mentions]
    return {
        "number": str(instrument.number),
        "held": False,
        "kind": instrument.kind,
        "title": instrument.title,
        "issuer": instrument.issuer,
        "issued_on": iso(instrument.issued_on),
        "dates": [*_issue_dates(known, links), *_effect_dates(instrument, register, links)],
        "mentioned_by": [mention_as_json(link, links) for link in mentions],
        "acts_told": [mention_as_json(link, links) for link in links.acts_told(instrument)],
        "validity": validity_as_json(register.validity_of(instrument, day), links),
    }


def _link(mention: Mention, instrument: Instrument, register: Register) -> Link:
    return Link(mention.relation, mention.document, register.acting(mention.document, mention.relation), instrument)


def _issue_dates(known: KnownDocument, links: InstrumentLinks) -> list[Json]:
    return [
        {
            "kind": "issued",
            "on": iso(on),
            **_told(mention.document, links.locator(mention.document.id, mention.relation.provision)),
            "quote": mention.relation.quote,
            "is_disputed": len(known.dates) > 1,
        }
        for on, mention in known.dates.items()
    ]


def _effect_dates(instrument: Instrument, register: Register, links: InstrumentLinks) -> list[Json]:
    standing = register.standing_of(instrument)
    told: tuple[Dated, ...] = (*standing.begins, *standing.ends, *standing.holds)
    return [
        {**effect_as_json(one.effect, one.said_by.id, links), **_told(one.said_by, links.place(one))} for one in told
    ]


def _told(said_by: Document, locator: str) -> dict[str, Json]:
    return {"said_by": document_name(said_by), "locator": locator}
