"""Of everything that was compared, what the question asks about: provisions that it names, or a matter."""

import math
from collections.abc import Sequence

from bot.open_document import OpenDocument
from bot.question import Question
from corpus.citation import Reference
from corpus.comparison import Compared
from corpus.lexical_index import single_terms
from corpus.model import Document, ProvisionKind

# A pair is on the matter asked about when it, with what stands above it, says this share of its words, rare ones
# counting more …
LEAST_MATTER_SHARE = 0.6
# … and nearly as much as the pair that says most.
NEARLY = 0.85


def at_places(question: Question, found: Sequence[Compared], newer: OpenDocument) -> list[Compared]:
    """Those at the provisions that the question names of either document; all when it names none."""
    named = [(one, _is_of(one, newer.document)) for one in question.provisions]
    return [one for one in found if not named or any(_lies_at(one, *place) for place in named)]


def _is_of(reference: Reference, document: Document) -> bool:
    """Whether the place is one of this document: it is named with it, or with none."""
    number = reference.number or reference.short
    return number is None or document.number is None or number.serial == document.number.serial


def _lies_at(compared: Compared, reference: Reference, is_of_newer: bool) -> bool:
    provision = compared.alignment.newer if is_of_newer else compared.alignment.older
    return provision is not None and reference.locator is not None and reference.locator.contains(provision.locator)


def on_matter(
    asked: Sequence[str], found: Sequence[Compared], older: OpenDocument, newer: OpenDocument
) -> list[Compared]:
    """Those that speak of what is asked, best first where they say more of it."""
    texts = [_said(one, older, newer) for one in found]
    frequency = {word: sum(word in text for text in texts) for word in asked}
    weights = {word: math.log(1 + len(texts) / max(1, count)) for word, count in frequency.items()}
    whole = sum(weights.values())
    shares = [sum(weights[word] for word in asked if word in text) / whole for text in texts]
    least = max(LEAST_MATTER_SHARE, NEARLY * max(shares, default=0.0))
    chosen = [(share, place) for place, share in enumerate(shares) if share >= least]
    return [found[place] for _, place in sorted(chosen, key=lambda pair: (-pair[0], pair[1]))]


def _said(compared: Compared, older: OpenDocument, newer: OpenDocument) -> frozenset[str]:
    """The words of both sides with the lead-ins above them."""
    words: set[str] = set()
    for opened, provision in ((older, compared.alignment.older), (newer, compared.alignment.newer)):
        if provision is not None and provision.kind is not ProvisionKind.TABLE:
            words.update(single_terms(" ".join([*opened.leads(provision), opened.own_text(provision)])))
    return frozenset(words)
