"""Reads which instrument a question asks for: its kind, the matter it governs, and the law that it belongs to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot import governing_cues as cues
from bot.question import Question, content_words
from corpus.abbreviations import written_out
from corpus.citation import Reference
from corpus.normalise import fold

_WORDS = re.compile(r"[^\w/.-]+|(?<!\d)[./-]|[./-](?!\d)")


@dataclass(frozen=True, slots=True)
class KindAsked:
    """A kind of instrument and who issues it; "" for any."""

    kind: str  # "Nghị định", …
    issuer: str = ""  # "Bộ Nội vụ", as it is written


@dataclass(frozen=True, slots=True)
class GoverningQuestion:
    """Which instrument is asked for; `topic` are the words that say what it governs."""

    kind: str  # "Nghị định", …; "" for any
    topic: str
    law: Reference | None  # the law named by its title, "Luật Thi đua, khen thưởng"
    guides: bool  # what details or guides something is asked for
    of_party: bool
    issuer: str = ""
    further: tuple[KindAsked, ...] = ()  # asked for as well: "nghị định nào, thông tư nào"

    def each(self) -> Iterator["GoverningQuestion"]:
        """One question for each kind that is asked for, in order."""
        yield replace(self, further=())
        for one in self.further:
            yield replace(self, kind=one.kind, issuer=one.issuer, further=())


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
    text, issuers = _without_issuers(spoken(question.reading.text))
    folded = fold(text)
    matched = _matched(folded)
    if matched is None or any(pattern.search(folded) for pattern in cues.NOT_GOVERNING):
        return None
    if cues.BASED_ACTOR.search(folded):
        return None
    first, *further = [KindAsked(kind, issuers.get(kind, "")) for kind in _kinds(matched, folded)]
    return GoverningQuestion(
        kind=first.kind,
        topic=_topic(text),
        law=_law(question),
        guides=bool(cues.GUIDES.search(folded)),
        of_party=bool(cues.OF_THE_PARTY.search(folded)),
        issuer=first.issuer,
        further=tuple(further),
    )


def history_asked(question: Question) -> HistoryQuestion | None:
    """Whose history the question asks for; None for another question."""
    text = spoken(question.reading.text)
    folded = fold(text)
    is_before = bool(question.documents) and cues.BEFORE_NAMED.search(folded) is not None
    is_counted = not question.documents and cues.HISTORY_COUNTED.search(folded) is not None
    is_told = is_counted or cues.HISTORY.search(folded) is not None
    is_history = is_told and cues.HISTORY_OF.search(folded) is not None
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
    return " ".join(_WORDS.sub(" ", written_out(text)).split())


def _matched(folded: str) -> re.Match[str] | None:
    found = next((match for pattern in cues.GOVERNING if (match := pattern.search(folded))), None)
    if found is not None or cues.ANOTHER_QUESTION.search(folded):
        return found
    patterns = cues.GOVERNING_WITHOUT_QUESTION_WORD
    return next((match for pattern in patterns if (match := pattern.search(folded))), None)


def _kinds(match: re.Match[str], folded: str) -> list[str]:
    """The kinds asked for; a kind that binds nothing, "văn bản", only when no other is."""
    kind = match.groupdict().get("kind")
    found = [cues.KINDS[kind] if kind else ""]
    together = [named for pattern in cues.KINDS_TOGETHER for named in pattern.finditer(folded)]
    for named in sorted(together, key=lambda one: one.start()):
        found += [cues.KINDS[one["kind"]] for one in cues.ANY_KIND.finditer(named[0])]
    ordered = sorted(dict.fromkeys(found), key=lambda one: _place_of(one, folded))
    return [one for one in ordered if one] or [""]


def _place_of(kind: str, folded: str) -> int:
    return folded.find(fold(kind).lower()) if kind else len(folded)


def _without_issuers(text: str) -> tuple[str, dict[str, str]]:
    """The text without the issuers of what is asked for, "của Bộ Nội vụ"; and the issuer of each kind."""
    issuers: dict[str, str] = {}
    for match in reversed([*cues.ISSUED_BY.finditer(fold(text))]):
        group = "central" if match["central"] else "place"
        issuers[cues.KINDS[match["kind"]]] = text[slice(*match.span(group))]
        end = match.end("issued") if match["issued"] else match.end("by")
        text = f"{text[: match.start('by')]}{text[end:]}"
    return text, issuers


def _law(question: Question) -> Reference | None:
    return next((named for named in question.titled if named.kind in cues.STATUTES), None)


def _topic(text: str) -> str:
    """The words that say what is governed, in order; a name keeps its words ("Thủ đô", "thi đua")."""
    patterns = (*cues.KINDS_TOGETHER, cues.HISTORY, cues.HISTORY_COUNTED, cues.NOT_TOPIC)
    for match in (match for pattern in patterns for match in pattern.finditer(fold(text))):
        text = f"{text[: match.start()]}{'.' * (match.end() - match.start())}{text[match.end() :]}"
    return " ".join(word for word in content_words(text) if word not in cues.NOT_TOPIC_WORDS)
