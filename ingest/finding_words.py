"""How a finding about the chain names an act or a statement: documents, place, and the words that were read."""

from corpus.chain import Link
from corpus.model import Form
from corpus.standing import Statement
from ingest.instrument_links import ACTIVE, InstrumentLinks, document_name, name, printed, told

CORRECT = (
    "read the places named, correct the file that is wrong and add it again; a misread number or date is corrected "
    "with `python -m ingest add FILE --set number=… issued_on=…`"
)

LONGEST_QUOTE = 160  # characters; enough to find the sentence


def act_told(link: Link, links: InstrumentLinks) -> str:
    """Who does what to whom, and who says so where."""
    relation = link.relation
    places = f", {', '.join(printed(relation.places))}" if relation.places else ""
    where = _where(document_name(link.said_by), links.locator(link.said_by.id, relation.provision), relation.quote)
    return f"{name(link.source)} {ACTIVE[relation.kind]} {name(link.target)}{places} ({where})"


def said_by(statement: Statement, links: InstrumentLinks) -> str:
    """Who makes a statement and where."""
    return _where(document_name(statement.said_by), links.place(statement), told(statement).quote)


def is_doubtful(link: Link) -> bool:
    """Another's word, a news item's, or a number that begins anew each year, without date and issuer."""
    relation = link.relation
    is_vague = relation.target.year is None and not (relation.target_issued_on or relation.target_issuer)
    return is_vague or relation.is_disputed or link.said_by.form is Form.NEWS


def _where(document: str, locator: str, quote: str) -> str:
    words = " ".join(quote.split())
    shown = words if len(words) <= LONGEST_QUOTE else f"{words[:LONGEST_QUOTE]}…"
    return f"{document}{f', {locator}' if locator else ''}: “{shown}”"
