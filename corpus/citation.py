"""Finds the references that a text makes; never decides which document is meant (see `resolving`)."""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from corpus.folding import fold
from corpus.identifier import DocumentNumber
from corpus.locator import Level, Locator, locator_of
from corpus.locator_reading import Found, read_steps
from corpus.number_reading import Named, ShortNumber, read_names
from corpus.reference_context import Context, read_context
from corpus.resolving import Resolution, resolve

__all__ = ["Reference", "Resolution", "ShortNumber", "find_references", "resolve"]

# Between the steps of one place: "điểm a, khoản 1 và khoản 2 Điều 35 của".
_JOINS_STEPS = re.compile(r"\s*(?:[,;]?\s*(?:va|hoac|va\s+tai)\s+|,\s*|-\s*)?(?:cua\s+|tai\s+)?")
_JOINS_DOCUMENT = re.compile(r"\s*[,(]?\s*(?:(?:cua|tai|trong|theo|(?:ban\s+hanh\s+)?kem\s+theo)\s+)?(?:cac\s+)?")
_JOINS_ENUMERATION = re.compile(r"\s*[,;+&]?\s*(?P<together>(?:va|voi|cung)\s+)?(?:cac\s+)?(?:so\s*:?\s*)?")
_PLACE_AFTER = re.compile(r"\s*[,(]?\s*(?:tai\s+|o\s+)?")
# Alone, the lower levels say nothing: "điểm 10" is a mark, "dòng 3" a line, "khoản 5" a sum.
_STANDS_ALONE = frozenset({Level.PART, Level.CHAPTER, Level.SECTION, Level.SUBSECTION, Level.ARTICLE, Level.APPENDIX})

LONGEST_KEPT_CHARACTERS = 500  # a question, a sentence; not a page


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference as written; `text[start:end] == written`, from the kind (or the place) to the number or name."""

    start: int
    end: int
    written: str
    number: DocumentNumber | None = None
    short: ShortNumber | None = None
    kind: str = ""
    title: str = ""
    issuer: str = ""
    issued_on: date | None = None
    locator: Locator | None = None
    year: int | None = None  # of the number, the law's name or the words after it


def find_references(text: str) -> tuple[Reference, ...]:
    """Every reference that `text` (NFC) makes to a document or to a provision, in order.

    >>> [(str(one.number), str(one.locator)) for one in find_references("khoản 1 Điều 35 Nghị định 152/2025/NĐ-CP")]
    [('152/2025/NĐ-CP', 'Điều 35 khoản 1')]
    """
    return _kept(text) if len(text) <= LONGEST_KEPT_CHARACTERS else _found(text)


@lru_cache(maxsize=2_000)  # a question and the sentences that it meets are read some ten times; 3 MB
def _kept(text: str) -> tuple[Reference, ...]:
    return _found(text)


def _found(text: str) -> tuple[Reference, ...]:
    names = read_names(text)
    contexts = [read_context(text, name.end) for name in names]
    documents = _enumerated(text, names, contexts)
    places = _places(text)
    return tuple(sorted(_joined(text, documents, places), key=lambda one: (one.start, one.end)))


def _enumerated(text: str, names: list[Named], contexts: list[Context]) -> list[Reference]:
    """The documents named; in "số 1 và số 2 ngày … của …" what is said once of the last holds for all."""
    references = [_reference(text, name, context) for name, context in zip(names, contexts, strict=True)]
    folded = fold(text)
    joints = [
        _JOINS_ENUMERATION.fullmatch(folded, min(context.end, following.start), following.end)
        or _JOINS_ENUMERATION.fullmatch(folded, min(context.end, following.start), following.start)
        for context, following in zip(contexts, names[1:], strict=False)
    ]
    for index, joint in enumerate(joints):  # forwards: the kind
        before, after = references[index], references[index + 1]
        same_symbol = before.number and after.number and after.number.symbol == before.number.symbol
        if joint and same_symbol and not names[index + 1].says_kind:
            references[index + 1] = replace(after, kind=before.kind)
    for index in range(len(joints) - 1, -1, -1):  # backwards: issuer, title and, after "và", the date
        joint, before, after = joints[index], references[index], references[index + 1]
        if joint and before.kind == after.kind and not before.title:
            shares_date = joint["together"] and before.issued_on is None and before.year is None
            references[index] = replace(
                before,
                issuer=before.issuer or after.issuer,
                title=after.title if not before.issuer else "",
                issued_on=after.issued_on if shares_date else before.issued_on,
            )
    return references


def _reference(text: str, name: Named, context: Context) -> Reference:
    return Reference(
        start=name.start,
        end=name.end,
        written=text[name.start : name.end],
        number=name.number,
        short=name.short,
        kind=name.kind,
        title=name.title or context.title,
        issuer=context.issuer,
        issued_on=context.issued_on,
        year=name.year or context.year,
    )


@dataclass(frozen=True, slots=True)
class _Places:
    """One run of steps in the text: the places it names ("khoản 1 và khoản 2 Điều 35" names two)."""

    start: int
    end: int
    locators: tuple[Locator, ...]


def _places(text: str) -> list[_Places]:
    folded = fold(text)
    runs: list[list[Found]] = []
    for found in read_steps(text):
        if runs and _JOINS_STEPS.fullmatch(folded, runs[-1][-1].end, found.start):
            runs[-1].append(found)
        else:
            runs.append([found])
    return [_Places(run[0].start, run[-1].end, _locators(text, run)) for run in runs]


def _locators(text: str, run: list[Found]) -> tuple[Locator, ...]:
    groups: list[list[Found]] = [[]]
    for found in run:
        levels = {level for one in groups[-1] for level, _ in one.steps}
        if any(level in levels for level, _ in found.steps):
            groups.append(_leading_to(text, groups[-1], found))
        groups[-1].append(found)
    locators = [locator_of(group) for group in groups]
    for index in range(len(locators) - 2, -1, -1):
        # "khoản 1 và khoản 2 Điều 35": the first takes the article of the second.
        if not any(step.level in _STANDS_ALONE for step in locators[index].steps):
            inner = locators[index].steps[0].level
            order = list(Level)
            above = [step for step in locators[index + 1].steps if order.index(step.level) < order.index(inner)]
            locators[index] = Locator((*above, *locators[index].steps))
    return tuple(locators)


def _leading_to(text: str, group: list[Found], found: Found) -> list[Found]:
    """What of the end of `group` belongs to `found`: in "Điều 37 và điểm đ khoản 1 Điều 38" the point and the clause.

    Taken out of `group`, of which at least the first step remains.
    """
    taken: list[Found] = []
    following = found
    levels = {level for level, _ in found.steps}
    while len(group) > 1 and not text[group[-1].end : following.start].strip():
        if any(level in levels for level, _ in group[-1].steps):
            break
        following = group.pop()
        levels.update(level for level, _ in following.steps)
        taken.append(following)
    return taken[::-1]


def _joined(text: str, documents: list[Reference], places: list[_Places]) -> list[Reference]:
    """Documents with the places that stand directly before or after them; the other places alone."""
    folded = fold(text)
    references: list[Reference] = []
    used: set[int] = set()
    leading = {_leading(folded, document, places) for document in documents}
    for document in documents:
        index = _adjacent(folded, document, places, leading)
        if index is None or index in used:
            references.append(document)
            continue
        used.add(index)
        start, end = min(document.start, places[index].start), max(document.end, places[index].end)
        references += [
            replace(document, start=start, end=end, written=text[start:end], locator=locator)
            for locator in places[index].locators
        ]
    for index, place in enumerate(places):
        is_named = any(document.start < place.end and place.start < document.end for document in documents)
        if index in used or is_named:
            continue
        references += [
            Reference(place.start, place.end, text[place.start : place.end], locator=locator)
            for locator in place.locators
            if any(step.level in _STANDS_ALONE for step in locator.steps)
        ]
    return references


def _leading(folded: str, document: Reference, places: list[_Places]) -> int | None:
    """The places directly before the document: "Điều 7 của Luật …"."""
    for index, place in enumerate(places):
        if place.end <= document.start and _JOINS_DOCUMENT.fullmatch(folded, place.end, document.start):
            return index
    return None


def _adjacent(folded: str, document: Reference, places: list[_Places], leading: set[int | None]) -> int | None:
    """The places before the document, else those after it that do not lead to the next one."""
    before = _leading(folded, document, places)
    if before is not None:
        return before
    for index, place in enumerate(places):
        if place.start >= document.end and _PLACE_AFTER.fullmatch(folded, document.end, place.start):
            return index if index not in leading else None
    return None
