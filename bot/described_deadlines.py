"""Which deadlines a question without a document's name describes: by topic, title of emulation, place and unit."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.deadline_focus import LEFT_OUT, is_between, topic_focus
from bot.deadline_matching import (
    IN_DOCUMENT,
    IN_DUTY,
    IN_HEADINGS,
    MatchedDeadline,
    of_forms,
    of_products,
    of_units,
    places_of,
    without_repeats,
)
from bot.deadline_question import DeadlineForm, DeadlineQuestion
from bot.deadline_units import provinces_in
from bot.open_document import Shelf
from bot.relevance import Focus, described
from bot.terms import Terms
from bot.titles import titles_as_written, titles_in
from corpus.deadline_rule import Ongoing, Recurring, Relative
from corpus.folding import fold
from corpus.held_deadline import HeldDeadline
from corpus.model import Document, DocumentId, Product

# The share of the topic's weight that a deadline must have with all that gives it meaning, its document's title too …
ENOUGH_SHARE = 0.6
# … and of what the question says beyond title and issuer the share that the duty itself, with its headings, must have:
# a plan on what is asked about has deadlines for many other things.
ENOUGH_BEYOND = 0.5
# What the question adds to the title in less than this share of its weight is mostly chance.
HARDLY_ANYTHING = 0.12
# Of the best one's shares, to be told beside it: the same question may fit plans of several provinces.
COMPARABLE, COMPARABLE_BEYOND = 0.85, 0.75
_HANDS_IN = re.compile(r"(?<!\w)(?:nop|gui|trinh)(?!\w)")


def described_deadlines(
    asked: DeadlineQuestion, focus: Focus, held: Iterable[HeldDeadline], shelf: Shelf
) -> list[MatchedDeadline]:
    """Those of any document that the words describe, all that do so comparably; none when none does well enough.

    A deadline for another title of emulation, of another place or another unit is none, however many words it shares.
    """
    asked = _with_dossiers(asked, focus)
    place = AskedPlace.of(focus, asked)
    meant = [one for one in held if place.has(one, shelf) and not _is_excluded(focus, one)]
    due = [one for each in _by_document(meant) for one in _due_in(asked, focus, each, shelf)]
    matches: dict[int, MatchedDeadline] = {}
    for about, titles in _abouts(asked, focus):
        for narrowed, here in _by_province(about, due):
            named = [match for match in here if titles & _titles_of(match)]
            best = _best_of(asked, narrowed, named) or _best_of(asked, narrowed, here)
            matches |= {id(match.held): match for match in best}
    found = list(matches.values())
    return without_repeats(_of_form(asked, found if focus.titles else of_forms(focus, found)))


def _by_province(about: Focus, due: Sequence[MatchedDeadline]) -> list[tuple[Focus, Sequence[MatchedDeadline]]]:
    """The deadlines of each province that the question names, apart: a plan of one says nothing of the other."""
    provinces = provinces_in(fold(about.question.reading.text))
    if len(provinces) < 2:
        return [(about, due)]
    split: list[tuple[Focus, Sequence[MatchedDeadline]]] = []
    for province in sorted(provinces):
        others = {term for other in provinces - {province} for term in (*_pairs(other), *other.split())}
        others -= {*_pairs(province), *province.split()}
        weights = {term: weight for term, weight in about.weights.items() if fold(term) not in others}
        here = [match for match in due if province in provinces_in(fold(match.held.document.issuer))]
        split.append((Focus(about.question, weights), here))
    return split


def _with_dossiers(asked: DeadlineQuestion, focus: Focus) -> DeadlineQuestion:
    """For a title of emulation dossiers are handed in, though the question only says "nộp", "gửi"."""
    if asked.products or not focus.titles or not _HANDS_IN.search(fold(focus.question.reading.text)):
        return asked
    return replace(asked, products=frozenset({Product.DOSSIER}))


def _by_document(held: Iterable[HeldDeadline]) -> list[list[HeldDeadline]]:
    found: dict[DocumentId, list[HeldDeadline]] = {}
    for one in held:
        found.setdefault(one.document.id, []).append(one)
    return list(found.values())


def _due_in(asked: DeadlineQuestion, focus: Focus, held: Sequence[HeldDeadline], shelf: Shelf) -> list[MatchedDeadline]:
    """Of one document, which has its own words for what is handed in and for who must do it."""
    own = [one for one in of_units(asked, held, shelf, is_receiving=True) if not is_of_another_title(focus, one)]
    return of_products(
        asked, [one for one in own if not one.is_unnamed or focus.titles or _speaks_of_units(asked, one)]
    )


def _is_excluded(focus: Focus, held: HeldDeadline) -> bool:
    """Whether the duty is of those whom the question leaves out: "không phải ngành giáo dục"."""
    left_out = [match["whom"] for match in LEFT_OUT.finditer(fold(focus.question.reading.text))]
    if not left_out:
        return False
    said = fold(f"{held.deadline.task} {held.deadline.quote}")
    return any(whom in said for whom in left_out)


def _speaks_of_units(asked: DeadlineQuestion, match: MatchedDeadline) -> bool:
    """Whether what names no unit stands in a document on one that is asked for: "Quận … đẩy mạnh phong trào"."""
    told = frozenset().union(*(terms.folded for terms, _ in places_of(match)))
    return any(Terms.of(unit.name).folded <= told for unit in asked.units)


def _abouts(asked: DeadlineQuestion, focus: Focus) -> list[tuple[Focus, frozenset[int]]]:
    """What the question is about; of several titles of emulation, of each apart: their deadlines are different ones."""
    about = topic_focus(asked, focus)
    written = titles_as_written(focus.question.reading.text)
    if len(written) < 2:
        return [(about, focus.titles)] if about.total else []
    each = {title: Terms.of(words).folded for title, words in written.items()}
    abouts = []
    for title, own in each.items():
        others = {term for other, terms in each.items() if other != title for term in terms} - own
        weights = {term: weight for term, weight in about.weights.items() if fold(term) not in others}
        abouts.append((Focus(focus.question, weights), frozenset({title})))
    return abouts


def _best_of(asked: DeadlineQuestion, about: Focus, matches: Iterable[MatchedDeadline]) -> list[MatchedDeadline]:
    """Those that have enough of the topic and comparably much of it."""
    rated = [_rated(about, one) for one in matches]
    enough = [
        (match, beyond)
        for match, beyond in rated
        if match.share >= ENOUGH_SHARE and (beyond >= ENOUGH_BEYOND or _is_pinned(asked, match))
    ]
    if not enough:
        return []
    best = max(match.share for match, _ in enough)
    near = [(match, beyond) for match, beyond in enough if match.share >= COMPARABLE * best]
    best_beyond = max(beyond for _, beyond in near)
    return [match for match, beyond in near if beyond >= COMPARABLE_BEYOND * best_beyond]


def _is_pinned(asked: DeadlineQuestion, match: MatchedDeadline) -> bool:
    """Whether unit and kind of duty alone tell which of the document's deadlines is meant: "Sở … báo cáo khi nào"."""
    is_own = bool(asked.units) and not (match.is_for_group or match.is_helping or match.is_unnamed)
    return is_own and match.held.deadline.product in asked.products


def _rated(about: Focus, match: MatchedDeadline) -> tuple[MatchedDeadline, float]:
    """With its share of the topic, and the share of what the topic says beyond title and issuer; 1 when nothing."""
    places = places_of(match)
    named = Terms.of(described(match.held.document)).found
    weights = {term: w for term, w in about.weights.items() if term not in named and not is_between(term, named)}
    beyond = Focus(about.question, weights)
    rest = 1.0 if beyond.total < HARDLY_ANYTHING * about.total else beyond.share(places[:-1])
    return replace(match, share=about.share(places)), rest


def _of_form(asked: DeadlineQuestion, matches: Sequence[MatchedDeadline]) -> list[MatchedDeadline]:
    """Those of the kind that the form asks for: how often, what recurs; how long, what has a day; all where none is."""
    rules = [(match, match.held.deadline.rule) for match in matches]
    if asked.form is DeadlineForm.HOW_OFTEN:
        return [match for match, rule in rules if isinstance(rule, Recurring)] or list(matches)
    if asked.form is DeadlineForm.HOW_LONG:
        return [match for match, rule in rules if not isinstance(rule, Relative | Ongoing)] or list(matches)
    return list(matches)


def is_of_another_title(focus: Focus, match: MatchedDeadline) -> bool:
    """Whether the deadline is for titles of emulation, and for none that the question names.

    The words before the time say what for: "hồ sơ … toàn quốc chậm nhất ngày … của năm được tặng danh hiệu … tỉnh".
    """
    said = _titles_of(match) if focus.titles else frozenset()
    return bool(said) and not focus.titles & said


def _titles_of(match: MatchedDeadline) -> frozenset[int]:
    deadline = match.held.deadline
    before = deadline.quote[: max(0, deadline.start - deadline.quote_start)]
    return titles_in(before) or titles_in(deadline.task) or titles_in(deadline.quote)


@dataclass(frozen=True, slots=True)
class AskedPlace:
    """The place that a question names; names that belong to a unit are left to `of_units`."""

    provinces: frozenset[str]
    names: frozenset[str]  # others, folded

    @classmethod
    def of(cls, focus: Focus, asked: DeadlineQuestion) -> "AskedPlace":
        """The place of this question."""
        provinces = provinces_in(fold(focus.question.reading.text))
        told_of_units = frozenset().union(*(Terms.of(unit.name).folded for unit in asked.units))
        known = {pair for province in provinces for pair in _pairs(province)}
        return cls(provinces, frozenset(map(fold, focus.question.names)) - told_of_units - known)

    def has(self, held: HeldDeadline, shelf: Shelf) -> bool:
        """Whether the document is of that place, or the deadline speaks of it: a duty of all departments names none."""
        issuing = provinces_in(fold(held.document.issuer))
        if self.provinces and issuing and not self.provinces & issuing:
            return False
        elsewhere = self.provinces if not issuing else frozenset()
        if not elsewhere and not self.names:
            return True
        told = frozenset().union(*(terms.folded for terms, _ in places_of(MatchedDeadline(held, shelf))))
        return self.names <= told and (not elsewhere or any(told.issuperset(_pairs(one)) for one in elsewhere))


def _pairs(name: str) -> list[str]:
    words = name.split()
    return [f"{one}_{two}" for one, two in pairwise(words)] or words


def share_of_words(about: Focus, quote: str, leads: Sequence[str], document: Document) -> float:
    """The share of the topic that a quoted statement has, measured like that of a deadline."""
    places = [
        (Terms.of(quote), IN_DUTY),
        (Terms.of(" ".join(leads)), IN_HEADINGS),
        (Terms.of(described(document)), IN_DOCUMENT),
    ]
    return about.share(places)
