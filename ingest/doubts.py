"""What a person should look at in the relations and effects read: said of itself, impossible, or out of order."""

from collections.abc import Iterator, Sequence

from corpus.model import Document, Effect, EffectKind, Relation, RelationKind
from ingest.act_verbs import cue
from ingest.mentions import is_itself, lowered
from ingest.statement_dates import DAY, day_of

_DAY = cue(rf"(?<![\d/]){DAY}")
_ON_ITSELF = {
    RelationKind.REPLACES: "replaces",
    RelationKind.REPEALS: "repeals",
    RelationKind.ENDS: "ends",
    RelationKind.AMENDS: "amends",
}
_LONGEST_QUOTE = 160  # characters


def doubts_of(document: Document, relations: Sequence[Relation], effects: Sequence[Effect]) -> tuple[str, ...]:
    """Warnings, each once and with the words that gave rise to it; nothing is changed, all is kept as read."""
    doubts = [
        *_self_references(document, relations),
        *_impossible_days([*(one.quote for one in relations), *(one.quote for one in effects)]),
        *_unreadable_days(effects),
        *_disorder(document, effects),
    ]
    return tuple(dict.fromkeys(doubts))


def _self_references(document: Document, relations: Sequence[Relation]) -> Iterator[str]:
    for one in relations:
        if one.kind not in _ON_ITSELF:
            continue
        is_own = one.subject is None and is_itself(document, one.target, one.target_issued_on)
        is_same = one.subject == one.target and one.subject_issued_on in {None, one.target_issued_on}
        if is_own or is_same:
            yield f"{one.target} {_ON_ITSELF[one.kind]} itself; kept as read: {_shown(one.quote)}"


def _impossible_days(quotes: Sequence[str]) -> Iterator[str]:
    for quote in dict.fromkeys(quotes):
        for match in _DAY.finditer(lowered(quote)):
            if day_of(match) is None:
                written = " ".join(quote[match.start() : match.end()].split())
                yield f"the calendar has no {written}; kept as read: {_shown(quote)}"


def _unreadable_days(effects: Sequence[Effect]) -> Iterator[str]:
    for one in effects:
        is_dated = any(day_of(match) is None for match in _DAY.finditer(lowered(one.quote)))
        if one.on is None and not is_dated:
            yield f"an effect without a readable day or year: {_shown(one.quote)}"


def _disorder(document: Document, effects: Sequence[Effect]) -> Iterator[str]:
    own = [one for one in effects if one.subject is None and not one.places and not one.is_disputed and one.on]
    begins = [one for one in own if one.kind is EffectKind.BEGINS]
    for one in begins:
        if one.on is not None and document.issued_on is not None and one.on < document.issued_on:
            yield f"in force from {one.on}, before it was issued on {document.issued_on}: {_shown(one.quote)}"
    first = min((one.on for one in begins if one.on is not None), default=None)
    for one in own:
        if one.kind is EffectKind.ENDS and first is not None and one.on is not None and one.on < first:
            yield f"ends on {one.on}, before it begins on {first}: {_shown(one.quote)}"


def _shown(quote: str) -> str:
    line = " ".join(quote.split())
    return f"“{line if len(line) <= _LONGEST_QUOTE else line[: _LONGEST_QUOTE - 1] + '…'}”"
