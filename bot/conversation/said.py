"""What was typed, taken apart: what leads on from before, what it points back at, its slots and what it asks."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bot.conversation import follow_up_cues as cues
from bot.conversation import unmarked_cues
from bot.conversation.asking import question_words
from bot.conversation.asking_cues import ASPECT, OWN_ASPECT
from bot.conversation.chat_words import ends_with_label, without_particles
from bot.conversation.slots import Slot, SlotKind, slots_in, taken_out
from bot.question import Question, QuestionKind, analyse, content_words
from corpus.folding import fold
from corpus.syllable_model import SyllableModel
from corpus.understanding import read_question

_SPACE = " "
_POINTERS = (
    cues.DOCUMENT_POINTER,
    cues.TITLE_POINTER,
    cues.PROVISION_POINTER,
    cues.OTHER_POINTER,
    cues.UNIT_POINTER,
    cues.TIME_POINTER,
    cues.BARE_POINTER,
)


@dataclass(frozen=True)
class Said:
    """One message; `text` is what it says without the words that only lead on ("thế còn", "thì sao")."""

    question: Question  # the whole message, as the core reads it
    plain: str  # what was typed, without particles
    meant: str  # the same as it is read, without what leads on
    text: str
    leads_on: bool
    corrects: bool
    thanks: bool  # whatever else it says
    as_of: date

    @property
    def is_courtesy(self) -> bool:
        """A greeting or thanks, whatever polite words stand around it."""
        goes_on = self.asks or self.slots or self.leads_on or cues.LIMIT.search(fold(self.text)) is not None
        return self.question.kind is QuestionKind.GREETING or (self.thanks and not goes_on)

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """The slots of `text`; what points back fills none."""
        pointing = [match.span() for match in pointers(self.text)]
        found = slots_in(self.text, self.as_of)
        return tuple(one for one in found if not any(start < one.end and one.start < end for start, end in pointing))

    def has(self, *kinds: SlotKind) -> bool:
        """Whether it fills a slot of one of the kinds."""
        return any(slot.kind in kinds for slot in self.slots)

    @cached_property
    def beyond_slots(self) -> str:
        """The text with each slot and pointer blanked, of the same length."""
        text = self.text
        spans = [(one.start, one.end) for one in self.slots if one.kind is not SlotKind.PRODUCT]
        spans += [match.span() for match in pointers(text)]
        for start, end in spans:
            text = f"{text[:start]}{_SPACE * (end - start)}{text[end:]}"
        return text

    @cached_property
    def asks(self) -> bool:
        """Whether a question word stands in it."""
        return bool(question_words(self.beyond_slots))

    @cached_property
    def own_words(self) -> tuple[str, ...]:
        """What it says of its matter beyond slots, question words and aspects: with any it is about something."""
        return own_words(self.beyond_slots)

    @cached_property
    def names_aspect(self) -> bool:
        """Whether it says what about the matter is asked: "hồ sơ", "mức thưởng"."""
        return OWN_ASPECT.search(fold(self.beyond_slots)) is not None

    @cached_property
    def aspects(self) -> tuple[str, ...]:
        """The words, folded, that name aspects beside the question words."""
        folded = _blanked(fold(self.beyond_slots), question_words(self.beyond_slots))
        return tuple(word for match in ASPECT.finditer(folded) for word in match[0].split())

    @cached_property
    def says_nothing_else(self) -> bool:
        """Whether it only fills slots."""
        beyond = "".join(
            _SPACE if any(one.start <= place < one.end for one in self.slots) else letter
            for place, letter in enumerate(self.beyond_slots)
        )
        folded = fold(beyond)
        return not (question_words(beyond) or ASPECT.search(folded) or content_words(beyond))


def said(typed: str, model: SyllableModel, as_of: date) -> Said:
    """The message as it is understood; never fails."""
    plain = without_particles(typed)
    question = analyse(read_question(_with_pointers_marked(plain), model))
    text = question.reading.text
    correction = cues.CORRECTION.match(fold(text))
    corrects = correction is not None and bool(text[correction.end() :].strip())
    text = text[correction.end() :] if correction and corrects else text
    lead = _lead_end(text)
    text = meant = text[lead:]
    tail = cues.TAIL.search(fold(text))
    text = text[: tail.start()] if tail else text
    ending = None if ends_with_label(text) else cues.BARE_END.search(text.lower())
    text = text[: ending.start()] if ending else text
    text = text[start.end() :] if (start := cues.BARE_START.match(fold(text))) else text
    text = f"{text} đó" if cues.KIND_AT_ITS_END.search(fold(text)) else text
    text = cues.BARE_ASPECTS.get(fold(text.strip()), text)
    if before := cues.VALUE_BEFORE.match(fold(text)):
        text = f"trước đây{text[before.end() :]}"
    leads_on = lead > 0 or tail is not None or before is not None or _sets_a_slot_first(text, as_of)
    thanks = cues.THANKS.search(fold(typed)) is not None
    return Said(question, plain, meant, text.strip(), leads_on, corrects, thanks, as_of)


def _sets_a_slot_first(text: str, as_of: date) -> bool:
    """Whether a place or a unit stands before "thì": "ở Đồng Nai thì ai ký"."""
    head = re.match(r"(.{2,40}?)\s+thì\s+\S", text)
    return head is not None and not taken_out(head[1], slots_in(head[1], as_of))


def own_words(text: str) -> tuple[str, ...]:
    """The content words of the text without question words and aspects."""
    folded = _blanked(fold(text), question_words(text))
    folded = _blanked(folded, ASPECT.finditer(folded))
    kept = "".join(letter if folded[place] != _SPACE else _SPACE for place, letter in enumerate(text))
    return content_words(kept)


def _blanked(folded: str, found: Iterable[re.Match[str]]) -> str:
    for match in found:
        folded = f"{folded[: match.start()]}{_SPACE * (match.end() - match.start())}{folded[match.end() :]}"
    return folded


def pointers(text: str) -> list[re.Match[str]]:
    """What points back in the text, on its folded form: "kế hoạch đó", "nó", "hạn ấy", "đơn vị này"."""
    folded = fold(text)
    found: list[re.Match[str]] = []
    for cue in _POINTERS:
        for match in cue.finditer(folded):
            if is_spelt_so(text, match) and not any(match.start() < o.end() and o.start() < match.end() for o in found):
                found.append(match)
    return sorted(found, key=lambda match: match.start())


def is_spelt_so(text: str, match: re.Match[str]) -> bool:
    """Whether the pointing word is that word as written: not "đô", "nợ" or "do"."""
    group = next(name for name in ("that", "there", "it") if match.groupdict().get(name))
    return all(part in cues.POINTER_SPELLINGS for part in text[slice(*match.span(group))].lower().split())


def _with_pointers_marked(typed: str) -> str:
    """What was typed; where it bears no marks, its pointing words bear theirs, for no context would restore them."""
    if fold(typed) != typed.lower():
        return typed
    marked = typed
    for cue, meant in unmarked_cues.UNMARKED_POINTERS:
        marked = re.sub(cue, meant, marked, flags=re.IGNORECASE)
    for cue, meant in unmarked_cues.UNMARKED_PHRASES:
        marked = re.sub(cue, meant, marked, flags=re.IGNORECASE)
    return unmarked_cues.UNMARKED_DEPARTMENT.sub("sở", marked)


def _lead_end(text: str) -> int:
    lead = cues.LEAD.match(fold(text))
    if lead is None or not text[lead.end() :].strip(" ?.!") or cues.TAIL.fullmatch(fold(text[lead.end() :])):
        return 0
    words = re.findall(r"\w+", text[: lead.end()].lower())
    bears_marks = fold(text) != text.lower()
    if not all(word in cues.LEAD_SPELLINGS for word in words):
        return 0
    if bears_marks and any(word in {"the", "vay", "con", "va", "thi", "roi", "ma"} for word in words):
        return 0
    return lead.end()
