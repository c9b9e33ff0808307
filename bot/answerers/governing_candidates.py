"""Who could govern the matter asked about: by the law that it belongs to, or by what instruments say of it."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

from bot.answerers.asked_issuer import is_issued_by
from bot.answerers.evidence import Evidence
from bot.expressions import AnswerType
from bot.governing_cues import OPENING_VERBS, STATUTES
from bot.governing_question import GoverningQuestion, HistoryQuestion
from bot.judgement import ENOUGH_COVERAGE, ENOUGH_COVERAGE_OUTSIDE, ENOUGH_WEIGHT_OUTSIDE
from bot.question import Question
from bot.question_cues import FIELD
from bot.relevance import Focus, Relevance, described, rate
from bot.terms import Terms
from bot.wanted import Wanted
from corpus.chain import Link, legal_rank
from corpus.citation import resolve
from corpus.folding import fold
from corpus.hierarchy import Hierarchy, is_for_a_branch, kind, law_name, names
from corpus.issuer_name import issuer_key
from corpus.law_name import OWN_BRANCH
from corpus.lexical_index import terms_of
from corpus.library import Library
from corpus.model import Document, DocumentId, Form
from corpus.register import instrument_of
from corpus.standing import NEWS_KIND, Instrument

EvidenceOf: TypeAlias = Callable[[Collection[DocumentId] | None], Evidence]

# A title that covers this share of the matter is about it.
NAMED_SHARE = 0.7
# Outside the field, what names the matter must cover this share of it, however few its words are.
ALL_BUT_WHOLLY = 0.9
# What a provision gains whose heading, or whose document's title, names the matter; and an instrument of this field.
NAMED_GAIN, FIELD_GAIN = 0.3, 0.2
# Another document covers clearly more of what is asked: the question is about that one.
CLEARLY_MORE = 0.1
_FIELD = frozenset({"thi_đua", "khen_thưởng"})

# Kinds that bind others beside the legal norms; plans, letters, reports and news govern nothing.
_GOVERNING_KINDS = frozenset(
    {"Chỉ thị", "Nghị quyết", "Quyết định", "Kết luận", "Quy định", "Quy chế", "Hướng dẫn", "Điều lệ"}
)
_LEGAL_NORM = 8  # ranks below are legal norms
# Whose titles are looked through for a history.
_KINDS_WITH_A_HISTORY = ("Nghị định", "Thông tư", "Chỉ thị", "Quyết định", "Nghị quyết")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An instrument that could govern, and why."""

    instrument: Instrument
    link: Link | None = None  # that it guides the law
    relevance: Relevance | None = None  # its best statement on the matter
    is_named: bool = True  # its title, or a heading in it, names the matter


def laws_meant(asked: GoverningQuestion | HistoryQuestion, library: Library) -> list[Instrument]:
    """The laws whose title, or words side by side in it, are all that the question speaks of, in every version held."""
    # "giờ áp dụng nghị định nào" means the field of this product.
    spoken_of = asked.topic or ("" if asked.law else OWN_BRANCH)
    topic = set(issuer_key(spoken_of).split())
    if named := laws_named(asked, library):
        return [law for law in named if topic <= set(law_name(law).split())]
    laws = [instrument_of(head) for statute in sorted(STATUTES) for head in library.by_kind(statute)]
    named = [law for law in laws if topic and f" {issuer_key(spoken_of)} " in f" {law_name(law)} "]
    shortest = min((law_name(law) for law in named), key=len, default="")  # not one that amends it
    is_told_by_two_words = len(issuer_key(spoken_of).split()) > 1
    return [law for law in named if law_name(law) == shortest and is_told_by_two_words]


def laws_named(asked: GoverningQuestion | HistoryQuestion, library: Library) -> list[Instrument]:
    """The held versions of the law that the question names by its title."""
    if asked.law is None:
        return []
    return [instrument_of(head) for head in resolve(asked.law, library.by_kind(asked.law.kind)).documents]


def by_law(
    asked: GoverningQuestion | HistoryQuestion, laws: Sequence[Instrument], hierarchy: Hierarchy
) -> list[Candidate]:
    """The laws themselves, or who of the kind asked for guides them; the general before those of a branch."""
    guides = isinstance(asked, GoverningQuestion) and asked.guides
    if asked.kind in STATUTES or not (asked.kind or guides):
        return [Candidate(law) for law in laws if asked.kind in ("", kind(law))]
    found: dict[str, list[tuple[Instrument, Link]]] = {}
    for law in laws:
        for link in hierarchy.guiding(law):
            if asked.kind in ("", kind(link.source)) and is_issued_by(_issuer_asked(asked), link.source):
                found.setdefault(link.source.identity, []).append((law, link))
    candidates = [(Candidate(pairs[0][1].source, pairs[0][1]), pairs[0][0]) for pairs in found.values()]
    return [candidate for candidate, _ in sorted(candidates, key=lambda pair: _generality(*pair))]


def by_matter(
    asked: GoverningQuestion, focus: Focus, evidence_of: EvidenceOf, library: Library, hierarchy: Hierarchy
) -> tuple[list[Candidate], bool]:
    """Who covers the matter, best first; and whether another document, no such instrument, covers clearly more.

    Of the kind asked for, who guides the law of the branch that is spoken of comes before who only touches the matter.
    """
    about = on_matter(focus, asked.topic)
    if not about.weights:
        return [], False
    rated = _rated(about, evidence_of(None))
    best_of_all = max((one.coverage for one in rated if not one.lacks_name), default=0.0)
    fitting = [one for one in rated if _fits(asked, one.statement.opened.document)]
    titled = _titled(asked, about, library)
    missing = {head.id for head in titled} - {one.statement.opened.document.id for one in fitting}
    if missing:
        fitting += _rated(about, evidence_of(missing))
    best = _best_of_each(about, fitting)
    candidates = [
        Candidate(instrument_of(one.statement.opened.document), None, one, _is_named(about, one))
        for one in sorted(best, key=lambda one: -_value(about, one))
        if _is_covered(about, one)
    ]
    if asked.kind:
        guiding = _guiding_branch(asked, library, hierarchy)
        candidates.sort(key=lambda one: one.instrument.identity not in guiding)
    found = {one.instrument.identity for one in candidates}
    candidates += [Candidate(instrument_of(head)) for head in titled if head.id not in found]
    most = max((one.coverage for one in best), default=0.0)
    return candidates, not titled and best_of_all > most + CLEARLY_MORE


def _issuer_asked(asked: GoverningQuestion | HistoryQuestion) -> str:
    return asked.issuer if isinstance(asked, GoverningQuestion) else ""


def by_title(asked: HistoryQuestion, focus: Focus, library: Library) -> list[Candidate]:
    """The instruments whose title names the matter; no text is searched."""
    about = on_matter(focus, asked.topic)
    if not about.weights:
        return []
    kinds = (asked.kind,) if asked.kind else _KINDS_WITH_A_HISTORY
    heads = [head for one in kinds for head in library.by_kind(one) if _share(about, head) >= NAMED_SHARE]
    return [Candidate(instrument_of(head)) for head in heads if _is_of_party(head) or not asked.of_party]


def on_matter(focus: Focus, topic: str) -> Focus:
    """The focus on the matter alone, without the words that ask for an instrument."""
    terms = set(terms_of(topic))
    question = focus.question
    names = frozenset(name for name in question.names if set(name.split("_")) <= terms and not _opens(name, question))
    in_field = re.search(rf"(?<!\w)(?:{FIELD})(?!\w)", fold(topic)) is not None  # "nghị định nào" alone makes none
    narrowed = replace(question, names=names, wants=AnswerType.TEXT, wanted=Wanted(AnswerType.TEXT), in_field=in_field)
    return Focus(narrowed, {term: weight for term, weight in focus.weights.items() if term in terms})


def _opens(name: str, question: Question) -> bool:
    """Whether it is the verb at the head of the question with the word behind it: "Tặng Công …" names nobody."""
    verb, _, _ = name.partition("_")
    return fold(verb) in OPENING_VERBS and fold(question.reading.text.lstrip(" \"“'(")).lower().startswith(fold(verb))


def _guiding_branch(asked: GoverningQuestion, library: Library, hierarchy: Hierarchy) -> set[str]:
    """Who guides a law whose name shares words, side by side, with what is asked about."""
    pairs = set(pairwise(issuer_key(asked.topic).split()))
    laws = [instrument_of(head) for statute in sorted(STATUTES) for head in library.by_kind(statute)]
    spoken_of = [law for law in laws if pairs & set(pairwise(law_name(law).split()))]
    return {link.source.identity for law in spoken_of for link in hierarchy.guiding(law)}


def _generality(candidate: Candidate, law: Instrument) -> tuple[bool, int, bool, int]:
    instrument = candidate.instrument
    day = instrument.issued_on.toordinal() if instrument.issued_on else 0
    return is_for_a_branch(instrument), legal_rank(instrument), not names(instrument, law), -day


def _rated(about: Focus, evidence: Evidence) -> list[Relevance]:
    return [rate(about, one.statement) for one in evidence.ranked]


def _titled(asked: GoverningQuestion, about: Focus, library: Library) -> list[Document]:
    """The instruments of the kind asked for whose title names the matter."""
    heads = library.by_kind(asked.kind) if asked.kind else []
    return [head for head in heads if _fits(asked, head) and _share(about, head) >= NAMED_SHARE]


def _fits(asked: GoverningQuestion, document: Document) -> bool:
    if document.form is Form.NEWS or document.kind == NEWS_KIND or (asked.of_party and not _is_of_party(document)):
        return False
    if not is_issued_by(_issuer_asked(asked), instrument_of(document)):
        return False
    if asked.kind:
        return document.kind == asked.kind
    return legal_rank(instrument_of(document)) < _LEGAL_NORM or document.kind in _GOVERNING_KINDS


def _is_of_party(document: Document) -> bool:
    """The Party numbers with a dash: 41-CT/TW (Quy định 66-QĐ/TW)."""
    return document.number is not None and document.number.separator == "-"


def _best_of_each(about: Focus, rated: Sequence[Relevance]) -> list[Relevance]:
    best: dict[DocumentId, Relevance] = {}
    for one in sorted(rated, key=lambda one: -_value(about, one)):
        best.setdefault(one.statement.opened.document.id, one)
    return list(best.values())


def _value(about: Focus, relevance: Relevance) -> float:
    document = relevance.statement.opened.document
    named = max(_share(about, document), about.share([(Terms.of(relevance.statement.heading), 1.0)]))
    in_field = bool(_FIELD & Terms.of(document.title).found)
    return relevance.score + NAMED_GAIN * named + FIELD_GAIN * in_field


def _is_named(about: Focus, relevance: Relevance) -> bool:
    heading = about.share([(Terms.of(relevance.statement.heading), 1.0)])
    return max(_share(about, relevance.statement.opened.document), heading) >= NAMED_SHARE


def _is_covered(about: Focus, relevance: Relevance) -> bool:
    if relevance.lacks_name:
        return False
    if about.question.in_field:
        return relevance.coverage >= ENOUGH_COVERAGE
    if relevance.coverage >= ALL_BUT_WHOLLY and _is_named(about, relevance):
        return True
    return relevance.coverage >= ENOUGH_COVERAGE_OUTSIDE and relevance.coverage * about.total >= ENOUGH_WEIGHT_OUTSIDE


def _share(about: Focus, document: Document) -> float:
    return about.share([(Terms.of(described(document)), 1.0)])
