"""What an earlier question is about: the question with one slot changed, without its question words, or its topic."""

import re
from collections.abc import Sequence
from datetime import date

from bot.conversation import follow_up_cues as cues
from bot.conversation.asking import question_words
from bot.conversation.asking_cues import ASPECT, OWN_ASPECT
from bot.conversation.said import own_words
from bot.conversation.slots import Slot, SlotKind, replaced, slots_in, slots_of, taken_out
from bot.question import content_words
from corpus.folding import fold

_TWO = 2
# Where the earlier question has no slot of its kind, what is said in one of these takes its place.
_STANDS_FOR = {
    SlotKind.UNIT: (SlotKind.LEVEL,),
    SlotKind.LEVEL: (SlotKind.UNIT,),
    SlotKind.GROUP: (),
}


def with_slot(question: str, slot: Slot, as_of: date) -> str:
    """The question with this slot changed or, where it has none of the kind, added."""
    if slot.kind is SlotKind.LEVEL and (titled := _with_title_of_level(question, slot.written, as_of)):
        return titled
    for kind in (slot.kind, *_STANDS_FOR.get(slot.kind, ())):
        if found := slots_of(kind, question, as_of):
            return replaced(question, found[0], _as_of_signing(question, _with_year_kept(found[0], slot), slot))
    localities = [match.span() for match in cues.LOCALITY.finditer(question)] if slot.kind is SlotKind.UNIT else []
    if len(localities) == 1 and cues.LOCALITY.fullmatch(slot.written):
        [(start, end)] = localities
        return f"{question[:start]}{slot.written}{question[end:]}"
    bodies = [match.span() for match in cues.ANY_CENTRAL_BODY.finditer(fold(question))]
    if bodies and slot.kind in {SlotKind.UNIT, SlotKind.LEVEL}:
        start, end = bodies[-1]
        return f"{question[:start]}{slot.written}{question[end:]}"
    return _with_added(question, slot, as_of)


def _with_title_of_level(question: str, level: str, as_of: date) -> str:
    """The question with its title of another level; "" where it names no title that has one."""
    for title in slots_of(SlotKind.TITLE, question, as_of):
        if found := cues.LEVEL_OF_A_TITLE.search(fold(title.written)):
            start, end = title.start + found.start(), title.start + found.end()
            return f"{question[:start]}{level}{question[end:]}"
    return ""


def without_asking(question: str) -> str:
    """What remains of the question when its question words are taken out: "KH 141 báo cáo" of "… trước ngày nào"."""
    for start, end in reversed([match.span() for match in question_words(question)]):
        question = f"{question[:start]} {question[end:]}"
    question = " ".join(question.split()).strip(" ,;.?!")
    return re.sub(r"\s+(?:là|có|phải|cần|được|thì|vào|trong|trước|gồm|ký)(?=\Z)", "", question)


def only_asking(question: str, as_of: date) -> str:
    """The units, aspects and question words of the question, in order: "các sở báo cáo trước ngày nào"."""
    spans = [(one.start, one.end) for one in slots_of(SlotKind.UNIT, question, as_of)]
    for match in (*question_words(question), *ASPECT.finditer(fold(question))):
        if not any(match.start() < end and start < match.end() for start, end in spans):
            spans.append(match.span())
    return " ".join(question[start:end] for start, end in sorted(spans))


def document_in(question: str, as_of: date) -> str:
    """The document that the question names, as it names it; "" when it names none."""
    found = slots_of(SlotKind.DOCUMENT, question, as_of)
    return found[0].written if len(found) == 1 else ""


def topic_of(question: str, as_of: date) -> str:
    """The title that the question names, else what remains without document, time, aspect and question words."""
    if titles := slots_of(SlotKind.TITLE, question, as_of):
        return titles[0].written
    dropped = [*slots_of(SlotKind.DOCUMENT, question, as_of), *slots_of(SlotKind.TIME, question, as_of)]
    return " ".join(question[start:end] for start, end in _spans_without(question, dropped, as_of))


def antecedent(noun: str, question: str, as_of: date) -> str:
    """What the question calls by the noun, to the end of its name: "Hội đồng TĐKT Trung ương" for "hội đồng"."""
    times = slots_of(SlotKind.TIME, question, as_of)
    for start, end in _spans_without(question, times, as_of):
        found = re.search(rf"(?<!\w){re.escape(fold(noun))}(?!\w)", fold(question[start:end]))
        if found and noun.lower() in (fold(noun), question[slice(start + found.start(), start + found.end())].lower()):
            return question[start + found.start() : end]
    return ""


def with_topic(question: str, topic: str, as_of: date) -> str:
    """The question about another topic: its longest run of own words replaced; "" where it has none."""
    spans = _own_spans(question, as_of)
    if not spans:
        return ""
    start, end = max(spans, key=lambda span: span[1] - span[0])
    return " ".join(f"{question[:start]} {topic} {question[end:]}".split())


def with_opposite(question: str, text: str) -> str:
    """The question with the opposite of a word of it, or of another branch; "" where the text says neither.

    "nông thôn" of a share of the towns; "ngành giáo dục" of a title that others are given too.
    """
    head = cues.OPPOSITE_HEAD.match(fold(text))
    said = text[head.end() if head else 0 :].strip().lower()
    for opposites in cues.OPPOSITES:
        others = [one for one in opposites - {said} if re.search(rf"(?<!\w){one}(?!\w)", question.lower())]
        if said in opposites and len(others) == 1 and said not in question.lower():
            found = list(re.finditer(rf"(?<!ủy ban )(?<!hội đồng )(?<!\w){others[0]}(?!\w)", question, re.IGNORECASE))
            return f"{question[: found[-1].start()]}{said}{question[found[-1].end() :]}" if found else ""
    return ""


def with_branch(question: str, text: str, as_of: date) -> str:
    """The question about the title of this branch; "" where it names no title or a branch of its own."""
    titles = slots_of(SlotKind.TITLE, question, as_of)
    if len(titles) != 1 or not cues.BRANCH.fullmatch(fold(text)) or cues.BRANCH.search(fold(question)):
        return ""
    return f"{question[: titles[0].end]} {text}{question[titles[0].end :]}"


def with_similar_topic(questions: Sequence[str], topic: str, as_of: date) -> str:
    """The latest question about a topic that shares its words with one spoken of before, which it leaves out itself.

    "có được truy tặng không" after "Công dân ưu tú …", then "công dân danh dự": "công dân danh dự có được truy tặng …".
    """
    words = set(content_words(topic))
    if len(questions) < _TWO or not words:
        return ""
    latest, *before = questions
    if words & set(content_words(latest)):
        return ""
    for question in before:
        if len(words & set(content_words(topic_of(question, as_of)))) * 2 >= len(words):
            documents = tuple(slots_of(SlotKind.DOCUMENT, latest, as_of))
            return joined_words(topic, taken_out(latest, documents))
    return ""


def own_phrases(text: str, as_of: date) -> list[str]:
    """The runs of words that are no slot, no aspect and ask nothing, each with a word that says something."""
    return [text[start:end] for start, end in _own_spans(text, as_of)]


def _own_spans(question: str, as_of: date) -> list[tuple[int, int]]:
    """The same as spans, without the small words at their ends."""
    found = _spans_without(question, slots_in(question, as_of), as_of)
    return [(start, end) for start, end in found if own_words(question[start:end])]


def _spans_without(question: str, slots: Sequence[Slot], as_of: date) -> list[tuple[int, int]]:
    """The runs of words outside these slots that say what the question is about, without small words at their ends."""
    trimmed = [_without_small_words(question, start, end) for start, end in _runs(question, slots, as_of)]
    return [(start, end) for start, end in trimmed if start < end]


def _runs(question: str, slots: Sequence[Slot], as_of: date) -> list[tuple[int, int]]:
    """The runs of words outside these slots that are no aspect and ask nothing."""
    kept = question
    names = [(one.start, one.end) for one in slots_of(SlotKind.UNIT, question, as_of)]  # "sở công thương" asks nothing
    for slot in slots:
        kept = f"{kept[: slot.start]}{'|' * (slot.end - slot.start)}{kept[slot.end :]}"
    for found in (question_words, _own_aspects):
        for match in found(kept):
            if not any(start < match.end() and match.start() < end for start, end in names):
                kept = f"{kept[: match.start()]}{'|' * (match.end() - match.start())}{kept[match.end() :]}"
    return [match.span() for match in re.finditer(r"[^|\s]+(?:\s+[^|\s]+)*", kept)]


def _own_aspects(text: str) -> list[re.Match[str]]:
    return list(OWN_ASPECT.finditer(fold(text)))


def _without_small_words(question: str, start: int, end: int) -> tuple[int, int]:
    words = [match.span() for match in re.finditer(r"\S+", question[start:end])]
    while words and not content_words(question[start + words[0][0] : start + words[0][1]]):
        words.pop(0)
    while words and not content_words(question[start + words[-1][0] : start + words[-1][1]]):
        words.pop()
    return (start + words[0][0], start + words[-1][1]) if words else (start, start)


def _with_year_kept(old: Slot, new: Slot) -> str:
    """A year said of a month keeps the month: “năm 2027” of "tháng 12/2026" is December 2027."""
    if new.kind is not SlotKind.TIME or not cues.YEAR.fullmatch(fold(new.written)):
        return new.written
    month = re.match(r"(?:đầu |giữa |cuối )?(?:tháng|quý)\s+\w+", old.written, re.IGNORECASE)
    year = re.sub(r"\D", "", new.written)
    return f"{month[0]} năm {year}" if month else new.written


def _as_of_signing(question: str, written: str, slot: Slot) -> str:
    """The time as what a sum hangs on: "ký tháng 5/2026" of the decision that gives it."""
    signed = cues.SIGNED.match(fold(written)) if slot.kind is SlotKind.TIME else None
    if signed is None or not cues.OF_A_SUM.search(fold(question)):
        return written
    return f"quyết định ký {written[signed.end() :]}"


def _with_added(question: str, slot: Slot, as_of: date) -> str:
    titles = slots_of(SlotKind.TITLE, question, as_of)
    match slot.kind:
        case SlotKind.DOCUMENT:
            return f"{question.rstrip(' ?.')} theo {slot.written}"
        case SlotKind.TIME:
            return f"{_as_of_signing(question, slot.written, slot)} {question}"
        case SlotKind.LEVEL | SlotKind.RANK if titles:
            end = titles[0].end
            return f"{question[:end]} {slot.written}{question[end:]}"
        case SlotKind.PLACE:
            return f"{question.rstrip(' ?.')} ở {slot.written}"
        case SlotKind.GROUP:
            return f"{question.rstrip(' ?.')} đối với {slot.written}"
        case _:
            return with_unit_first(question, slot.written, as_of)


def with_unit_first(question: str, unit: str, as_of: date) -> str:
    """The question with the unit before it, behind a time that it begins with; a document goes to its end.

    Right behind the number of a document a unit would be read as its issuer.
    """
    documents = slots_of(SlotKind.DOCUMENT, question, as_of)
    rest = taken_out(question, tuple(documents)).strip(" ?.")
    times = [one for one in slots_of(SlotKind.TIME, rest, as_of) if one.start == 0]
    time, rest = (rest[: times[0].end], rest[times[0].end :].strip(" ,")) if times else ("", rest)
    under = f"theo {documents[0].written}" if documents else ""
    return " ".join(filter(None, (time, unit, rest, under)))


def joined_words(*pieces: str) -> str:
    """The pieces one behind the other; a word that ends one and begins the next stands once."""
    words: list[str] = []
    for piece in filter(None, pieces):
        following = piece.split()
        is_repeated = words and following and fold(words[-1]) == fold(following[0])
        words += following[1:] if is_repeated else following
    return " ".join(words)
