"""Which deadlines a question means: by unit, kind of duty and topic; all that fit comparably, none left out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot import deadline_cues as cues
from bot.deadline_focus import topic_focus
from bot.deadline_question import DeadlineQuestion
from bot.deadline_units import provinces_in
from bot.open_document import OpenDocument, Places, Shelf
from bot.relevance import Focus, described
from bot.terms import Terms
from corpus.deadline_rule import Period, Recurring, Rule
from corpus.deadline_search import unit_cover
from corpus.folding import fold
from corpus.held_deadline import HeldDeadline
from corpus.model import Deadline
from corpus.unit_name import Cover, covers
from corpus.unit_reading import Group, read_units

# The share of the topic's weight that a deadline must have …
ENOUGH_SHARE = 0.5
# … and of the best one's, to be listed beside it.
COMPARABLE = 0.8
# What dossiers are for, as far as common words ("bằng", "cờ") tell them apart badly.
_FORMS_OF_REWARD = ("bang khen", "giay khen", "co thi dua", "huan chuong", "huy chuong", "ky niem chuong")
# What gives a deadline its meaning counts by its place.
IN_DUTY, IN_HEADINGS, IN_DOCUMENT, IN_PROVISION = 1.0, 0.85, 0.75, 0.7
LONGEST_PROVISION = 2_000  # characters: of a longer one the other sentences are about other things


@dataclass(frozen=True, slots=True)
class MatchedDeadline:
    """A deadline that is meant, and how the unit asked for stands to it."""

    held: HeldDeadline
    shelf: Shelf
    is_for_group: bool = False  # the unit is meant as one of a group
    is_helping: bool = False  # the unit only helps
    is_unnamed: bool = False  # the text names no unit
    share: float = 1.0  # of the topic

    @property
    def opened(self) -> OpenDocument:
        """Its document, opened; raises LookupError when the library has dropped it since it was found."""
        found = self.shelf.take(self.held.document.id)
        if found is None:
            raise LookupError(f"opening {self.held.document.id} for one of its deadlines: it is no longer held")
        return found


def of_units(
    asked: DeadlineQuestion, held: Iterable[HeldDeadline], shelf: Shelf, *, is_receiving: bool = False
) -> list[MatchedDeadline]:
    """Those of the units asked for; where these have none, those that name nobody; all when no unit is asked for.

    With `is_receiving` also, before those that name nobody, what goes to the unit: "Sở Nội vụ còn nhận hồ sơ không".
    """
    if not asked.units:
        return [MatchedDeadline(one, shelf) for one in held]
    each = list(held)
    named = [match for one in each if (match := _of_unit(asked, one, shelf))]
    if is_receiving:
        named = named or [MatchedDeadline(one, shelf) for one in each if _goes_to(asked, one.deadline)]
    return named or [
        MatchedDeadline(one, shelf, is_unnamed=True)
        for one in each
        if not one.deadline.responsible and not one.deadline.coordinating
    ]


def are_of_others(asked: DeadlineQuestion, held: Sequence[HeldDeadline], shelf: Shelf) -> bool:
    """Whether these are duties that the text lays on other units than those asked for, and none goes to one of them."""
    if not held or all(unit.is_which for unit in asked.units):
        return False
    return all(
        one.deadline.responsible and _of_unit(asked, one, shelf) is None and not _goes_to(asked, one.deadline)
        for one in held
    )


def _of_unit(asked: DeadlineQuestion, held: HeldDeadline, shelf: Shelf) -> MatchedDeadline | None:
    for unit in asked.units:
        own = _best(covers(name, unit.name) for name in held.deadline.responsible)
        if own is not Cover.NO:
            is_group = own is Cover.GROUP and _is_group(held.deadline.responsible)
            return MatchedDeadline(held, shelf, is_for_group=is_group)
        if unit_cover(held.deadline, unit.name) is not Cover.NO:
            return MatchedDeadline(held, shelf, is_for_group=_is_group(held.deadline.coordinating), is_helping=True)
    return None


def _goes_to(asked: DeadlineQuestion, deadline: Deadline) -> bool:
    return any(covers(deadline.addressee, unit.name) is not Cover.NO for unit in asked.units)


def _is_group(names: Sequence[str]) -> bool:
    """Whether units are named by what they are, "các sở, ban, ngành": "UBND các xã" names those that are asked for."""
    return any(isinstance(unit, Group) for name in names for unit in read_units(name))


def _best(found: Iterable[Cover]) -> Cover:
    told = set(found)
    return next((cover for cover in Cover if cover in told), Cover.NO)


def without_helpers(matches: Sequence[MatchedDeadline]) -> list[MatchedDeadline]:
    """Those that the unit must do itself; those that it only helps with where there are no others."""
    own = [one for one in matches if not one.is_helping]
    return own or list(matches)


def of_products(asked: DeadlineQuestion, matches: Sequence[MatchedDeadline]) -> list[MatchedDeadline]:
    """Those that hand in what is asked about, by the word asked for; of another kind only those that name it."""
    if not asked.products:
        return list(matches)
    of_kind = [one for one in matches if one.held.deadline.product in asked.products]
    named = [one for one in of_kind or matches if _names(asked.handed_in, one.held.deadline)]
    return named or of_kind


def _names(words: Iterable[str], deadline: Deadline) -> bool:
    told = fold(f"{deadline.task} {deadline.quote}")
    return any(word in told for word in words)


def of_topic(asked: DeadlineQuestion, focus: Focus, matches: Sequence[MatchedDeadline]) -> list[MatchedDeadline]:
    """Those that cover the topic comparably well; all when the question has none, none when none covers enough.

    A province tells whose plans are meant, not which duty: its own plans need not repeat its name.
    """
    about = topic_focus(asked, focus)
    own, rest = _of_provinces(about, matches)
    if own:
        about, matches = rest, own
    if not about.total:
        return of_forms(focus, matches)
    rated = [replace(one, share=_share(about, one)) for one in matches]
    best = max((one.share for one in rated), default=0.0)
    return of_forms(focus, [one for one in rated if one.share >= max(ENOUGH_SHARE, COMPARABLE * best)])


def _of_provinces(about: Focus, matches: Sequence[MatchedDeadline]) -> tuple[list[MatchedDeadline], Focus]:
    """Those that the provinces named have ordered, and the topic without their names."""
    provinces = provinces_in(fold(about.question.reading.text))
    words = {word for province in provinces for word in f"tinh thanh pho {province}".split()}
    weights = {term: weight for term, weight in about.weights.items() if not set(fold(term).split("_")) <= words}
    own = [one for one in matches if provinces & provinces_in(fold(one.held.document.issuer))]
    return own, Focus(about.question, weights)


def of_forms(focus: Focus, matches: Sequence[MatchedDeadline]) -> list[MatchedDeadline]:
    """Of forms of reward that the question names, those for them where there are any."""
    asked = [name for name in _FORMS_OF_REWARD if name in fold(focus.question.reading.text)]
    told = [(one, fold(f"{one.held.deadline.task} {one.held.deadline.quote}")) for one in matches]
    named = [one for one, text in told if any(name in text for name in asked)]
    return _of_spans(focus, named or [one for one, _ in told])


def _of_spans(focus: Focus, matches: list[MatchedDeadline]) -> list[MatchedDeadline]:
    """Where the first day is asked for with the last, those that have both where there are any."""
    if not cues.SPAN.search(fold(focus.question.reading.text)):
        return matches
    return [one for one in matches if _has_both_ends(one.held.deadline.rule)] or matches


def _has_both_ends(rule: Rule) -> bool:
    match rule:
        case Period(first, last):
            return first is not None and last is not None
        case Recurring(opens=opens, closes=closes):
            return (opens is not None and closes is not None) or (rule.first is not None and rule.last is not None)
        case _:
            return False


def without_repeats(matches: Sequence[MatchedDeadline]) -> list[MatchedDeadline]:
    """Without "hằng quý" where the same words set the day of the quarter too."""
    days = {
        (one.held.document.id, one.held.deadline.quote_start, rule.cycle)
        for one in matches
        if isinstance(rule := one.held.deadline.rule, Recurring) and rule.closes is not None
    }

    def is_repeated(one: MatchedDeadline) -> bool:
        rule = one.held.deadline.rule
        if not isinstance(rule, Recurring) or rule.closes is not None:
            return False
        return (one.held.document.id, one.held.deadline.quote_start, rule.cycle) in days

    return [one for one in matches if not is_repeated(one)]


def _share(focus: Focus, match: MatchedDeadline) -> float:
    return focus.share(places_of(match))


def places_of(match: MatchedDeadline) -> Places:
    """Where the words of a question may stand, each with what it counts: the duty, its headings and provision.

    The last place is its document. Worked out once while the document lies open.
    """
    deadline, opened = match.held.deadline, match.opened
    key = match.held.ordinal, deadline.quote_start, deadline.quote_end
    if key not in opened.duties:
        opened.duties[key] = _places_of(deadline, opened)
    return opened.duties[key]


def _places_of(deadline: Deadline, opened: OpenDocument) -> Places:
    provision = opened.provisions[deadline.provision]
    duty = " ".join([deadline.task, deadline.quote, *deadline.responsible, deadline.addressee])
    row = " ".join(cell for _, cell in provision.columns)
    sentences = opened.document.text[provision.start : min(provision.end, provision.start + LONGEST_PROVISION)]
    return [
        (Terms.of(f"{duty} {row}"), IN_DUTY),
        (Terms.of(" ".join([provision.heading, *opened.leads(provision)])), IN_HEADINGS),
        (Terms.of(sentences), IN_PROVISION),
        (Terms.of(described(opened.document)), IN_DOCUMENT),
    ]
