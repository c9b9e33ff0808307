"""`check` of the chain: whether what the documents say of one another and of force can be true together.

What cannot be true fails the check; what is doubtful, because the text itself passes it on as another's word, a news
item says it, or it may mean another document of the same number, is a warning.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from corpus.chain import Link
from corpus.library import Library
from corpus.model import RelationKind
from corpus.register import Register, instrument_of, known_instrument
from corpus.standing import ENDING, Instrument, Standing, best
from ingest.consistency import Finding
from ingest.date_consistency import act_findings, instrument_findings
from ingest.finding_words import CORRECT, act_told, is_doubtful, said_by
from ingest.instrument_links import InstrumentLinks, name

# What no instrument can do to itself, nor to one that was made after it.
_FORWARD = ENDING | {RelationKind.AMENDS}


def chain_findings(library: Library, register: Register, day: date) -> Iterator[Finding]:
    """Everything in the chain that cannot be true or is doubtful; `day` is the one on which force is looked at."""
    links = InstrumentLinks(library, register)
    acts = [links.link(*pair) for pair in library.acts(_FORWARD | {RelationKind.GUIDES, RelationKind.EXTENDS})]
    yield from _on_itself(acts, links)
    between = [link for link in acts if link.source.identity != link.target.identity]
    yield from _cycles([link for link in between if link.relation.kind in _FORWARD], links)
    yield from _in_force_together(between, links, register, day)
    for link in between:
        yield from act_findings(link, links)
    for instrument in _instruments(library, register):
        yield from instrument_findings(instrument, links, register, day)


def _on_itself(acts: Sequence[Link], links: InstrumentLinks) -> Iterator[Finding]:
    """A part that an instrument ends of itself is no contradiction; the whole is, and so is amending itself."""
    for link in acts:
        is_part = link.relation.is_partial or bool(link.relation.places)
        if link.source.identity != link.target.identity or link.relation.kind not in _FORWARD:
            continue
        if link.relation.kind is RelationKind.AMENDS or not is_part:
            yield Finding(f"it acts on itself: {act_told(link, links)}", CORRECT, is_warning=is_doubtful(link))


def _cycles(acts: Sequence[Link], links: InstrumentLinks) -> Iterator[Finding]:
    """One finding for each circle; of circles that share an instrument one, the next when that is mended."""
    edges: dict[str, dict[str, Link]] = {}
    for link in acts:
        others = edges.setdefault(link.source.identity, {})
        known = others.get(link.target.identity)
        if known is None or (is_doubtful(known) and not is_doubtful(link)):
            others[link.target.identity] = link
    while cycle := _cycle(edges):
        circle = [edges[one][other] for one, other in pairwise(cycle)]
        what = "; ".join(act_told(link, links) for link in circle)
        yield Finding(f"a circle: {what}", CORRECT, is_warning=any(is_doubtful(link) for link in circle))
        for one in cycle:
            edges[one] = {}


def _cycle(edges: Mapping[str, Mapping[str, Link]]) -> list[str]:
    """The instruments of one circle, each acting on the next, the last the same as the first; empty without any."""
    try:
        TopologicalSorter(edges).prepare()
    except CycleError as error:
        found: list[str] = error.args[1]
        return found[::-1]  # it lists predecessors first, and here those are what is acted on
    return []


def _in_force_together(
    acts: Sequence[Link], links: InstrumentLinks, register: Register, day: date
) -> Iterator[Finding]:
    """Two instruments of which one ends the other whole by `day`, and both are in force then, or are said to be."""
    seen: set[tuple[str, str]] = set()
    for link in acts:
        pair, ended_on = (link.source.identity, link.target.identity), links.effective_day(link)
        is_whole = not (link.relation.is_partial or link.relation.places)
        if link.relation.kind not in ENDING or not is_whole or ended_on is None or ended_on > day or pair in seen:
            continue
        seen.add(pair)
        if not register.validity_of(link.source, day).applies:
            continue
        if register.validity_of(link.target, day).applies:
            yield Finding(
                f"both {name(link.source)} and {name(link.target)} are in force on {day}, "
                f"though from {ended_on} {act_told(link, links)}",
                CORRECT,
                is_warning=is_doubtful(link),
            )
        yield from _said_to_hold(link, ended_on, links.standing(link.target), links)


def _said_to_hold(link: Link, ended_on: date, standing: Standing, links: InstrumentLinks) -> Iterator[Finding]:
    """The ended instrument is said to be in force on a later day; not when its application is extended."""
    if standing.of_kinds({RelationKind.EXTENDS}):
        return
    for one in best(standing.holds):
        if one.effect.on is not None and one.effect.on >= ended_on:
            is_same_form = one.said_by.form is link.said_by.form
            yield Finding(
                f"{name(link.target)} is said to be in force on {one.effect.on} ({said_by(one, links)}), "
                f"though from {ended_on} {act_told(link, links)}",
                CORRECT,
                is_warning=is_doubtful(link) or one.effect.is_disputed or not is_same_form,
            )


def _instruments(library: Library, register: Register) -> Iterator[Instrument]:
    """Every held instrument, and every other of whose force a held document tells."""
    seen: set[str] = set()
    for head in library.document_heads():
        yield instrument_of(head)
        for effect in library.effects(head.id):
            if effect.subject is None:
                continue
            told = register.resolved(effect.subject, effect.subject_issued_on, "")
            if told.document is None and told.identity not in seen:
                seen.add(told.identity)
                known = register.known(effect.subject)
                yield known_instrument(known[0]) if len(known) == 1 else told
