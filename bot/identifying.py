"""Which document a question means without giving its number: the one whose title and issuer it repeats."""

from collections.abc import Sequence

from bot.deadline_units import provinces_in
from bot.open_document import OpenDocument
from bot.relevance import Focus, described
from bot.terms import Terms
from corpus.folding import fold

# The title, kind, issuer and year must say this share of what the question is about …
IDENTIFYING_SHARE = 0.4
# … the title alone this share: an issuer is no document …
TITLE_SHARE = 0.25
# … and no other document found nearly as much: plans of two provinces on one subject differ in the place alone.
LEAD_OVER_OTHERS = 0.06
# Words of this share of what the question is about stand in no answer by chance and in another document's title.
TELLING_SHARE = 0.15


def identified(focus: Focus, found: Sequence[OpenDocument]) -> OpenDocument | None:
    """The one document that the question describes; None when none fits or several do."""
    shares = sorted(
        ((focus.share([(Terms.of(described(opened.document)), 1.0)]), place) for place, opened in enumerate(found)),
        key=lambda row: (-row[0], row[1]),
    )
    if not shares or shares[0][0] < IDENTIFYING_SHARE:
        return None
    if focus.share([(Terms.of(found[shares[0][1]].document.title), 1.0)]) < TITLE_SHARE:
        return None
    if len(shares) > 1 and shares[0][0] - shares[1][0] < LEAD_OVER_OTHERS:
        return None
    return found[shares[0][1]]


def meant_instead(focus: Focus, told: Sequence[str], found: Sequence[OpenDocument]) -> list[OpenDocument]:
    """The documents whose titles have what the question is about and `told` does not say: one of them is meant.

    They are of the places that the question names; one of elsewhere is not meant, whatever its title.
    "Kế hoạch biển của tỉnh" is not answered from the province's plan on roads, however alike their duties are.
    """
    said = frozenset(term for text in told for term in Terms.of(text).found)
    unsaid = {term: weight for term, weight in focus.weights.items() if "_" not in term and term not in said}
    enough = TELLING_SHARE * sum(weight for term, weight in focus.weights.items() if "_" not in term)
    asked_of = provinces_in(fold(focus.question.reading.text))
    names = {fold(name) for name in focus.question.names} & {fold(term) for term in said}
    meant = []
    for opened in found if enough else ():
        title, own = Terms.of(opened.document.title).found, Terms.of(described(opened.document)).folded
        is_there = asked_of <= provinces_in(fold(opened.document.issuer)) and names <= own
        if is_there and sum(weight for term, weight in unsaid.items() if term in title) >= enough:
            meant.append(opened)
    return meant


def nearest_described(focus: Focus, found: Sequence[OpenDocument]) -> OpenDocument | None:
    """The document on what the question asks about, though others may be as well; None when none is near enough.

    One of another province is not: what it says holds there.
    """
    asked = provinces_in(fold(focus.question.reading.text))
    here = [
        opened
        for opened in found
        if not asked or not (issuing := provinces_in(fold(opened.document.issuer))) or asked & issuing
    ]
    rated = [(focus.share([(Terms.of(described(opened.document)), 1.0)]), opened) for opened in here]
    share, nearest = max(rated, key=lambda pair: pair[0], default=(0.0, None))
    return nearest if share >= IDENTIFYING_SHARE else None
