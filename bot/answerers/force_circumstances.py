"""What a reader must know beside a status: transitional cases, successors, contradictions, ended legal bases."""

from datetime import date

from bot import force_messages as messages
from bot.answerers.force_sources import ForceSources
from bot.answerers.own_doubts import told_doubts
from bot.composing import plain
from bot.force_cues import ForceQuestion
from corpus.chain import Chain, Link
from corpus.folding import fold
from corpus.library import Library
from corpus.model import RelationKind
from corpus.namesakes import Telling, can_mean
from corpus.register import Register
from corpus.standing import ENDING, Dated, Instrument, Standing
from corpus.validity import Validity, ValidityStatus

MOST_TRANSITIONS = 2
MOST_SUCCESSORS = 2
MOST_BASES = 2
MOST_DOUBTS = 2
# A preamble names few; more are read in no useful time.
MOST_BASES_READ = 12
LONGEST_QUOTE_CHARACTERS = 240


def circumstances(
    asked: ForceQuestion,
    name: str,
    standing: Standing,
    validity: Validity,
    register: Register,
    chain: Chain,
    sources: ForceSources,
    library: Library | None,
) -> list[str]:
    """Sentences with their marks, the weightiest first, as far as they bear on what is asked."""
    instrument = standing.instrument
    if asked is ForceQuestion.BEGINS:
        return [*filter(None, [_first_days(validity, sources)])]
    issue_days = _issue_days(instrument, register, library, sources) if library else ""
    lines = [
        *_own_doubts(validity, instrument, sources),
        *_transitions(validity, sources),
        _successors(name, standing, validity, register, chain, sources),
        _first_days(validity, sources),
        issue_days,
    ]
    if asked is not ForceQuestion.ENDS and validity.applies:
        lines.append(_ended_bases(instrument, validity.day, register, chain, sources))
    return [line for line in lines if line]


def told_first_days(standing: Standing) -> list[Dated]:
    """The first days of single places, each day once."""
    found: dict[date | None, Dated] = {}
    for one in sorted((one for one in standing.begins if one.effect.places), key=lambda one: one.rank):
        found.setdefault(one.effect.on, one)
    return list(found.values())


def _transitions(validity: Validity, sources: ForceSources) -> list[str]:
    lines = []
    for act in validity.transitions[:MOST_TRANSITIONS]:
        citation = sources.quote_of(act)
        if citation is not None:
            lines.append(f"{messages.still_applied(_shortened(plain(citation.quote)))}{sources.of(act)}")
    return lines


def _own_doubts(validity: Validity, instrument: Instrument, sources: ForceSources) -> list[str]:
    """What its own digest leaves open about its force, in its own words."""
    opened = sources.opened(instrument)
    if opened is None or validity.is_expired:
        return []
    found = told_doubts(opened, is_known=validity.status is not ValidityStatus.UNKNOWN)
    return [sources.quoted(citation) for citation in found[:MOST_DOUBTS]]


def _successors(
    name: str, standing: Standing, validity: Validity, register: Register, chain: Chain, sources: ForceSources
) -> str:
    """Who carries it on; where nothing ends it, that no held text says that it is replaced."""
    links = chain.to_instrument(standing.instrument, {RelationKind.CONTINUES})[:MOST_SUCCESSORS]
    if not links:
        return ""
    named = [sources.computed(messages.dated(link.source)) for link in links]
    marks = "".join(sources.of_link(link) for link in links)
    is_ended = any(act.relation.kind in ENDING and act.is_whole for act in standing.acts)
    line = messages.continued_by(named, name, marks, is_replaced=is_ended)
    current = [
        f" {sources.computed(messages.done_status(messages.called(link.source), status))}{sources.of(now.cause)}"
        for link in links
        if (now := register.validity_of(link.source, validity.day)).applies and (status := now.status)
    ]
    return f"{line}{''.join(current)}"


def _first_days(validity: Validity, sources: ForceSources) -> str:
    told = [
        f"{messages.tells_day(one.said_by, one.effect.on, is_disputed=one.effect.is_disputed)}{sources.of(one)}"
        for one in validity.conflicting
        if isinstance(one, Dated) and one.effect.on
    ]
    return messages.different_days(messages.FIRST_DAY, told) if told else ""


def _issue_days(instrument: Instrument, register: Register, library: Library, sources: ForceSources) -> str:
    """The days of issue that sources give, when they contradict one another."""
    told = _told_days(instrument, register, library)
    told.pop(instrument.issued_on or date.min, None)
    document, day = instrument.document, instrument.issued_on
    days = [sources.computed(messages.tells_day(document, day, is_disputed=False))] if document and day else []
    if not told or len(told) + len(days) < 2:
        return ""
    for day, link in told.items():
        by = messages.tells_day(link.said_by, day, is_disputed=link.relation.is_disputed)
        days.append(f"{by}{sources.of_link(link)}")
    return messages.different_days(messages.ISSUE_DAY, days)


def _told_days(instrument: Instrument, register: Register, library: Library) -> dict[date, Link]:
    """Each day of issue that a mention of the instrument gives, with the first that does."""
    number = instrument.number
    told: dict[date, Link] = {}
    if number is None or (instrument.document is None and len(register.instruments(number)) > 1):
        return {}
    held = library.by_number(number)
    for document, relation in library.different_mentions(number.key):
        day = relation.target_issued_on
        telling = Telling(day, relation.target_issuer, document, relation.is_disputed)
        # Under a number without year another day is another document, unless both bear one title.
        has_its_title = bool(relation.target_title) and fold(relation.target_title) == fold(instrument.title)
        if day is not None and (has_its_title or can_mean(telling, instrument, held)):
            told.setdefault(day, Link(relation, document, instrument, instrument))
    return told


def _ended_bases(instrument: Instrument, day: date, register: Register, chain: Chain, sources: ForceSources) -> str:
    ended = []
    for link in chain.from_instrument(instrument, {RelationKind.BASED_ON})[:MOST_BASES_READ]:
        validity = register.validity_of(link.target, day)
        if validity.is_expired:
            marks = f"{sources.of_link(link)}{sources.of(validity.cause)}"
            ended.append(f"{messages.ended_basis(sources.know(link.target), validity.since)}{marks}")
        if len(ended) == MOST_BASES:
            break
    return messages.basis_has_ended(ended) if ended else ""


def _shortened(text: str) -> str:
    if len(text) <= LONGEST_QUOTE_CHARACTERS:
        return text
    return f"{text[:LONGEST_QUOTE_CHARACTERS].rsplit(' ', 1)[0].rstrip(' ,;')}…"
