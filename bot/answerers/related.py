"""Answers what replaced, amended, guides or carries out an instrument, and what it does so to others."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot import force_messages as messages
from bot import link_messages as links
from bot.answer import AnswerStatus
from bot.answerers.force_sources import ForceSources, standing_of
from bot.asked_time import AskedTime
from bot.force_cues import ForceQuestion
from bot.open_document import Shelf
from bot.reply import Reply
from bot.validity_messages import mark
from corpus.chain import Chain, Link, legal_rank
from corpus.folding import fold
from corpus.model import Relation, RelationKind
from corpus.register import Register
from corpus.standing import CHANGING, ENDING, Act, Instrument, first_day
from corpus.validity import Reason, Validity, ValidityStatus

MOST_LISTED = 8
MOST_IN_A_LINE = 4
LONGEST_TITLE_CHARACTERS = 80


@dataclass(frozen=True, slots=True)
class _Way:
    """Which links answer a question, by whom the act is done, and which are nearest when there are none."""

    kind: RelationKind  # as the question calls it
    kinds: Collection[RelationKind]
    is_done_by_it: bool
    nearest: tuple[RelationKind, ...] = ()
    only_applying: bool = False  # the older ones in one closing line
    must_answer: bool = True  # else another answerer may know more


_K = RelationKind
_WAYS = {
    ForceQuestion.REPLACED_BY: _Way(_K.REPLACES, ENDING, False, (_K.CONTINUES, _K.AMENDS)),
    ForceQuestion.REPLACES: _Way(_K.REPLACES, ENDING, True, (_K.CONTINUES, _K.AMENDS)),
    ForceQuestion.REPEALED_BY: _Way(_K.REPEALS, ENDING, False, (_K.CONTINUES, _K.AMENDS)),
    ForceQuestion.REPEALS: _Way(_K.REPEALS, ENDING, True, (_K.AMENDS,)),
    ForceQuestion.AMENDED_BY: _Way(_K.AMENDS, {_K.AMENDS}, False, (_K.REPLACES, _K.ENDS, _K.REPEALS)),
    ForceQuestion.AMENDS: _Way(_K.AMENDS, {_K.AMENDS}, True, (_K.REPLACES,)),
    ForceQuestion.GUIDED_BY: _Way(_K.GUIDES, {_K.GUIDES}, False, only_applying=True),
    ForceQuestion.GUIDES: _Way(_K.GUIDES, {_K.GUIDES}, True, must_answer=False),
    ForceQuestion.IMPLEMENTED_BY: _Way(_K.IMPLEMENTS, {_K.IMPLEMENTS}, False, (_K.CONTINUES,)),
    ForceQuestion.IMPLEMENTS: _Way(_K.IMPLEMENTS, {_K.IMPLEMENTS, _K.CONTINUES}, True, must_answer=False),
    ForceQuestion.EXTENDED: _Way(_K.EXTENDS, {_K.EXTENDS}, False),
}
# Of several things said of one pair the first tells most.
_TELLING_ORDER = (_K.REPLACES, _K.REPEALS, _K.ENDS)


@dataclass(frozen=True, slots=True)
class _Linked:
    """One link, the instrument at its other end and the status of that one on the day."""

    act: Act
    other: Instrument
    validity: Validity


def answer_related(
    asked: ForceQuestion,
    name: str,
    instrument: Instrument,
    time: AskedTime,
    register: Register,
    chain: Chain,
    shelf: Shelf,
    kind: str = "",
) -> Reply | None:
    """The instruments linked so to this one, those in force first, each with its date, status and source.

    With `kind`, "Nghị định", those of other kinds are named in one closing line, when there are any of that kind.
    Without any, a sentence that no held document says so and what is nearest; None when the question is none of
    these, or when the document itself may say more (what it guides or carries out).
    """
    way = _WAYS.get(asked)
    if way is None:
        return None
    sources = ForceSources(register, shelf)
    sources.know(instrument)
    found = _found(way.kinds, instrument, time, register, chain, is_done_by_it=way.is_done_by_it)
    if found:
        asked_for = [one for one in found if fold(messages.kind_of_instrument(one.other)) == fold(kind)] or found
        lines = _lines(way, name, asked_for, time, sources)
        besides = [one for one in found if one not in asked_for and (one.validity.applies or not way.only_applying)]
        if besides:
            lines.append(links.besides(_named(besides, sources)))
        lines.append(_own_end(way, name, instrument, time, register, sources))
        return sources.reply(AnswerStatus.ANSWERED, instrument, lines)
    if not way.must_answer:
        return None
    nearest = _found(way.nearest, instrument, time, register, chain, is_done_by_it=way.is_done_by_it)
    lines = [links.no_link(name, way.kind, is_done_by_it=way.is_done_by_it)]
    lines += [_sentence(way, name, one, sources) for one in nearest[:MOST_LISTED]]
    own = register.validity_of(instrument, time.day)
    if not way.is_done_by_it and own.status is not ValidityStatus.UNKNOWN:
        lines.append(f"{sources.computed(links.own_status(name, mark(own)))}{sources.of(own.cause)}")
    return sources.reply(AnswerStatus.PARTIAL if nearest else AnswerStatus.NOT_IN_CORPUS, instrument, lines)


def _own_end(
    way: _Way, name: str, instrument: Instrument, time: AskedTime, register: Register, sources: ForceSources
) -> str:
    """That the instrument asked about has itself ended, and by what; "" when it has not or the links tell it."""
    own = register.validity_of(instrument, time.day)
    if not own.is_expired or (not way.is_done_by_it and way.kinds is ENDING):
        return ""
    return f"{sources.computed(links.own_status(name, mark(own)))}{sources.of(own.cause)}"


def _found(
    kinds: Collection[RelationKind],
    instrument: Instrument,
    time: AskedTime,
    register: Register,
    chain: Chain,
    *,
    is_done_by_it: bool,
) -> list[_Linked]:
    """Each other instrument once, those that apply on the day first, of these the highest in rank and the newest."""
    if not kinds:
        return []
    stated = chain.from_instrument(instrument, kinds) if is_done_by_it else chain.to_instrument(instrument, kinds)
    best: dict[object, _Linked] = {}
    for link in sorted(stated, key=lambda link: (link.relation.is_disputed, _order(link.relation))):
        other = link.target if is_done_by_it else link.source
        validity = register.validity_of(other, time.day)
        if validity.reason is not Reason.NO_INSTRUMENT:  # a report that tells of a campaign carries out nothing
            key = other.document.id if other.document else other.number
            best.setdefault(key, _Linked(_act(link, register), other, validity))
    return sorted(best.values(), key=_place)


def _act(link: Link, register: Register) -> Act:
    """The link with the day from which it works: the one stated, else the first day of the instrument that acts."""
    works_from_a_day = link.relation.kind in ENDING | {RelationKind.AMENDS}
    own = first_day(standing_of(link.source, register)) if works_from_a_day and not link.relation.since else None
    return Act(link.relation, link.said_by, link.source, link.relation.since or own)


def _order(relation: Relation) -> int:
    return _TELLING_ORDER.index(relation.kind) if relation.kind in _TELLING_ORDER else len(_TELLING_ORDER)


def _place(linked: _Linked) -> tuple[int, int, int]:
    issued_on = linked.other.issued_on
    weight = {ValidityStatus.UNKNOWN: 1, ValidityStatus.NOT_YET: 2, ValidityStatus.EXPIRED: 3}
    return (
        weight.get(linked.validity.status, 0),
        legal_rank(linked.other),
        -issued_on.toordinal() if issued_on else 0,
    )


def _lines(way: _Way, name: str, found: Sequence[_Linked], time: AskedTime, sources: ForceSources) -> list[str]:
    shown, closing = _divided(found, time) if way.only_applying else (list(found), [])
    lines = [_sentence(way, name, shown[0], sources)] if len(shown) == 1 else _list(way, name, shown, sources)
    asks_what_applies = way.only_applying and (time.is_explicit or not time.is_past)
    if asks_what_applies and not any(one.validity.applies for one in found):
        lines.insert(0, links.none_applies(sources.day(time.day)))
    return [*lines, *(_closing(heading, ones, sources) for heading, ones in closing)]


def _divided(
    found: Sequence[_Linked], time: AskedTime
) -> tuple[list[_Linked], list[tuple[ValidityStatus, list[_Linked]]]]:
    """What answers at the time asked for, and what is named in a closing line."""
    applying = [one for one in found if one.validity.status not in {ValidityStatus.EXPIRED, ValidityStatus.NOT_YET}]
    ended = [one for one in found if one.validity.status is ValidityStatus.EXPIRED]
    coming = [one for one in found if one.validity.status is ValidityStatus.NOT_YET]
    if time.is_past and not time.is_explicit and ended:
        return ended, [(ValidityStatus.IN_FORCE, applying)] if applying else []
    if not applying:
        return list(found), []
    # Looking back, what came later is no part of the answer.
    coming = [] if time.is_past else coming
    rest = [(ValidityStatus.EXPIRED, ended), (ValidityStatus.NOT_YET, coming)]
    return applying, [(status, ones) for status, ones in rest if ones]


def _closing(status: ValidityStatus, ones: Sequence[_Linked], sources: ForceSources) -> str:
    named = _named(ones, sources)
    match status:
        case ValidityStatus.EXPIRED:
            return links.earlier(named)
        case ValidityStatus.NOT_YET:
            return links.later(named)
        case _:
            return links.now(named)


def _named(ones: Sequence[_Linked], sources: ForceSources) -> list[str]:
    return [
        f"{sources.know(one.other)}{sources.computed(f' ({mark(one.validity)})')}{sources.of(one.act)}"
        for one in ones[:MOST_IN_A_LINE]
    ]


def _list(way: _Way, name: str, shown: Sequence[_Linked], sources: ForceSources) -> list[str]:
    lines = [links.list_head(name, way.kind, is_done_by_it=way.is_done_by_it)]
    for one in shown[:MOST_LISTED]:
        kind = one.act.relation.kind
        verb = f" – {links.doing(kind)}" if kind is not way.kind else ""
        details = f"{_titled(one.other, sources)}{verb}{_from_when(one)}"
        lines.append(f"– {details}{_status(one, sources)}.{sources.of(one.act)}")
    return [*lines, links.MORE_NOT_LISTED if len(shown) > MOST_LISTED else ""]


def _sentence(way: _Way, name: str, one: _Linked, sources: ForceSources) -> str:
    kind, other = one.act.relation.kind, _titled(one.other, sources)
    told = links.does(name, kind, other) if way.is_done_by_it else messages.done_to(name, kind, other)
    return f"{told}{_from_when(one)}{_status(one, sources)}.{sources.of(one.act)}"


def _titled(other: Instrument, sources: ForceSources) -> str:
    """The instrument with its date and its title, a long one shortened."""
    title = other.title.strip(" .").replace("“", "‘").replace("”", "’")
    if len(title) > LONGEST_TITLE_CHARACTERS:
        title = f"{title[:LONGEST_TITLE_CHARACTERS].rsplit(' ', 1)[0].rstrip(' ,;')}…"
    named = messages.dated(other)
    return sources.computed(f"{named}, “{title}”" if title and title not in named else named)


def _from_when(one: _Linked) -> str:
    """From when the act works, what it concerns, and how sure the source is of it."""
    relation = one.act.relation
    is_extension = relation.kind is RelationKind.EXTENDS
    is_partial = bool(relation.places or relation.is_partial) and relation.kind in CHANGING
    places = links.in_part(relation.kind, relation.places) if is_partial else ""
    days = links.extended_until(relation.until) if is_extension else messages.since(one.act.since)
    return f"{places}{',' if days else ''}{days}{links.DISPUTED if relation.is_disputed else ''}"


def _status(one: _Linked, sources: ForceSources) -> str:
    """Its own status on the day; that nothing is known of a plan's goes without saying."""
    if one.validity.status is ValidityStatus.UNKNOWN and not one.other.is_regulation:
        return ""
    if one.validity.is_expired and one.act.relation.kind in ENDING and one.act.since == one.validity.since:
        return ""  # it is this act that has ended it
    return sources.computed(f"; {mark(one.validity)}")
