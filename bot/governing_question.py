"""Reads which instrument a question asks for: its kind, the matter it governs, and the law that it belongs to."""

import re
from dataclasses import dataclass

from bot import governing_cues as cues
from bot.question import Question, content_words
from corpus.abbreviations import expand
from corpus.citation import Reference
from corpus.normalise import fold

_WORDS = re.compile(r"[^\w/.-]+|(?<!\d)[./-]|[./-](?!\d)")


@dataclass(frozen=True, slots=True)
class GoverningQuestion:
    """Which instrument is asked for; `topic` are the words that say what it governs."""

    kind: str  # "Nghị định", …; "" for any
    topic: str
    law: Reference | None  # the law named by its title, "Luật Thi đua, khen thưởng"
    guides: bool  # what details or guides something is asked for
    of_party: bool


@dataclass(frozen=True, slots=True)
class HistoryQuestion:
    """Whose history is asked for; `is_before`: only what went before the document named."""

    kind: str
    topic: str
    law: Reference | None
    of_party: bool
    is_before: bool


def governing_asked(question: Question) -> GoverningQuestion | None:
    """What the question asks for; None for another question, or when it names a document by its number."""
    if question.documents or question.provisions or history_asked(question) is not None:
        return None
    text = spoken(question.reading.text)
    folded = fold(text)
    matched = _matched(folded)
    if matched is None or any(pattern.search(folded) for pattern in cues.NOT_GOVERNING):
        return None
    if cues.BASED_ACTOR.search(folded):
        return None
    return GoverningQuestion(
        kind=_kind_of(matched),
        topic=_topic(text),
        law=_law(question),
        guides=bool(cues.GUIDES.search(folded)),
        of_party=bool(cues.OF_THE_PARTY.search(folded)),
    )


def history_asked(question: Question) -> HistoryQuestion | None:
    """Whose history the question asks for; None for another question."""
    text = spoken(question.reading.text)
    folded = fold(text)
    is_before = bool(question.documents) and cues.BEFORE_NAMED.search(folded) is not None
    is_history = cues.HISTORY.search(folded) is not None and cues.HISTORY_OF.search(folded) is not None
    if not (is_before or is_history) or (question.documents and not is_before and len(question.documents) > 1):
        return None
    kinds = [cues.KINDS[match["kind"]] for match in cues.ANY_KIND.finditer(folded)]
    return HistoryQuestion(
        kind=next((kind for kind in kinds if kind), ""),
        topic=_topic(text),
        law=_law(question),
        of_party=bool(cues.OF_THE_PARTY.search(folded)),
        is_before=is_before,
    )


def spoken(text: str) -> str:
    """The text as it is said: abbreviations by their usual reading, no punctuation but within numbers and dates.

    >>> spoken("NĐ nào hd luật TĐKT?")
    'nghị định nào hướng dẫn luật thi đua khen thưởng'
    """
    first: dict[tuple[int, int], str] = {}
    for found in expand(text):
        first.setdefault((found.start, found.end), found.expansion)
    for (start, end), expansion in sorted(first.items(), reverse=True):
        text = f"{text[:start]} {expansion} {text[end:]}"
    return " ".join(_WORDS.sub(" ", text).split())


def _matched(folded: str) -> re.Match[str] | None:
    found = next((match for pattern in cues.GOVERNING if (match := pattern.search(folded))), None)
    if found is not None or cues.ANOTHER_QUESTION.search(folded):
        return found
    patterns = cues.GOVERNING_WITHOUT_QUESTION_WORD
    return next((match for pattern in patterns if (match := pattern.search(folded))), None)


def _kind_of(match: re.Match[str]) -> str:
    kind = match.groupdict().get("kind")
    return cues.KINDS[kind] if kind else ""


def _law(question: Question) -> Reference | None:
    return next((named for named in question.titled if named.kind in cues.STATUTES), None)


def _topic(text: str) -> str:
    """The words that say what is governed, in order; a name keeps its words ("Thủ đô", "thi đua")."""
    kept, last = [], 0
    for match in cues.NOT_TOPIC.finditer(fold(text)):
        kept.append(text[last : match.start()])
        last = match.end()
    words = content_words(" ".join([*kept, text[last:]]))
    return " ".join(word for word in words if word not in cues.NOT_TOPIC_WORDS)
