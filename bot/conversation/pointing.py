"""Follow-ups that point back: at a provision, at the document, at what replaced it, at what a question named."""

import re

from bot import conversation_messages as messages
from bot.conversation import follow_up_cues as cues
from bot.conversation import matter
from bot.conversation.asking import asks_the_same
from bot.conversation.leaning import ANY_DOCUMENT, asks_of_document, of_one, without_pointers
from bot.conversation.memory import Meant, Memory
from bot.conversation.resolution import Resolution, Rewritten, Unclear
from bot.conversation.said import Said, is_spelt_so, pointers
from bot.conversation.slots import SlotKind, replaced, slots_of, taken_out
from corpus.folding import fold
from corpus.instrument_kinds import kind_named, kind_of_code
from corpus.library import Library
from corpus.locator import Level, Locator, Step, parse_locator

_ANY_KIND = frozenset({"van ban", "vb"})
_BELOW_ARTICLE = frozenset({Level.CLAUSE, Level.POINT})


class Pointing:
    """The rules for what points back."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def at_a_provision(self, said: Said, memory: Memory) -> Resolution | None:
        """For “khoản 2 thì sao”, "Điều 36 quy định gì": a provision belongs to a document."""
        named = next((one for one in said.slots if one.kind is SlotKind.DOCUMENT), None)
        if named and memory.place and any(match.re is cues.PROVISION_POINTER for match in pointers(said.text)):
            return Rewritten(f"{memory.place} {named.written} quy định gì")
        provision = next((one for one in said.slots if one.kind is SlotKind.PROVISION), None)
        if provision is None or said.has(SlotKind.DOCUMENT):
            return None
        wanted = _locator(provision.written)
        if wanted is None:
            return None
        if not memory.documents:
            return Unclear(messages.nothing_before()) if said.leads_on else None
        if wanted.steps and wanted.steps[0].level in _BELOW_ARTICLE:
            above = _above(memory.place, wanted)
            if above is None:
                return Unclear(messages.which_article())
            wanted = Locator((*above, *wanted.steps))
        rest = "" if pointers(said.text) else taken_out(said.text, (provision,))
        if rest and not (said.own_words or said.aspects) and (again := _asked_of_provision(wanted, rest, said, memory)):
            return Rewritten(again)
        return of_one(memory.documents, lambda name: f"{wanted} {name} {rest or 'quy định gì'}")

    def at_its_successor(self, said: Said, memory: Memory) -> Resolution | None:
        """For “văn bản thay thế ai ký”: what replaced the document talked about, which the core looks up."""
        found = cues.SUCCESSOR.search(fold(said.text))
        if found is None or said.has(SlotKind.DOCUMENT) or len(memory.documents) != 1:
            return None
        kind, rest = said.text[slice(*found.span("kind"))], said.text[found.end() :]
        if not rest.strip():
            return None
        return Rewritten(f"{said.text[: found.start()]}{kind} thay thế {memory.documents[0].name}{rest}")

    def at_a_document(self, said: Said, memory: Memory) -> Resolution | None:
        """For “kế hoạch đó thay thế văn bản nào”, "nó có hiệu lực khi nào": the name in place of the pronoun."""
        pointing = [match for match in pointers(said.text) if match.re in (cues.DOCUMENT_POINTER, cues.BARE_POINTER)]
        if not pointing or any(one.kind is SlotKind.DOCUMENT and one.start < pointing[0].start() for one in said.slots):
            return None
        first = pointing[0]
        is_bare = first.re is cues.BARE_POINTER

        def asked_of(name: str) -> str:
            return f"{said.text[: first.start()]}{name}{said.text[first.end() :]}"

        is_of_itself = asks_of_document(asked_of(ANY_DOCUMENT), self._library.syllables)
        asks_kind = cues.ASKS_KIND.search(fold(said.text)) is not None
        if is_bare and not (said.own_words or is_of_itself or asks_kind):
            return None  # it may as well be the matter
        told = () if is_bare or first["that"] in {"nay", "tren"} else _of_kind(first["kind"], memory.told)
        documents = told or (memory.documents if is_bare else _of_kind(first["kind"], memory.documents))
        if not documents:
            if named := self.at_something_else(said, memory):
                return named
            if not memory.documents and not is_of_itself:
                return None  # a library of one such plan knows which is meant
            kind = said.text[slice(*first.span("kind"))].lower() if not is_bare else ""
            unknown = messages.no_document_of_kind(kind) if kind and memory.documents else messages.nothing_before()
            return Unclear(unknown, waiting=without_pointers(said.text))
        return of_one(documents, asked_of)

    def at_something_else(self, said: Said, memory: Memory) -> Resolution | None:
        """For “danh hiệu đó thưởng bao nhiêu”, “ai là chủ tịch hội đồng này”: what the questions before call so."""
        slots = {cues.TITLE_POINTER: SlotKind.TITLE, cues.UNIT_POINTER: SlotKind.UNIT, cues.TIME_POINTER: SlotKind.TIME}
        for match in pointers(said.text):
            if kind := slots.get(match.re):
                having = ((found, one) for one in memory.questions for found in slots_of(kind, one, said.as_of))
                slot, question = next(having, (None, ""))
                if slot:
                    under = matter.document_in(question, said.as_of) if kind is SlotKind.UNIT else ""
                    asked = _put(slot.written, match, said.text)
                    return Rewritten(f"{asked} theo {under}" if under and not said.has(SlotKind.DOCUMENT) else asked)
        person = cues.PERSON_POINTER.search(fold(said.text))
        if person and is_spelt_so(said.text, person) and len(memory.documents) == 1 and "chuc" in fold(said.text):
            return Rewritten(f"{memory.documents[0].name} ai ký")  # the title is told beside the name
        for match in cues.NOUN_POINTER.finditer(fold(said.text)):
            if not is_spelt_so(said.text, match) or cues.ENDS_WITH_KIND.search(match["noun"]):
                continue
            whole = said.text[slice(*match.span("noun"))]
            for noun in (whole, whole.split()[-1]):
                named = (matter.antecedent(noun, one, said.as_of) for one in memory.questions)
                if meant := next(filter(None, named), None):
                    start = match.end("noun") - len(noun)
                    return Rewritten(f"{said.text[:start]}{meant}{said.text[match.end() :]}")
        return None


def _asked_of_provision(wanted: Locator, rest: str, said: Said, memory: Memory) -> str:
    """The question before, of its provision, where the same is asked: "khoản 4 điều 8 thì từ hôm nào"."""
    base = next(iter(memory.questions), "")
    named = slots_of(SlotKind.DOCUMENT, base, said.as_of)
    if len(named) != 1 or slots_of(SlotKind.PROVISION, base, said.as_of) or not asks_the_same(rest, base):
        return ""
    return replaced(base, named[0], f"{wanted} {named[0].written}")


def _put(written: str, match: re.Match[str], text: str) -> str:
    return f"{text[: match.start()]}{written}{text[match.end() :]}"


def _of_kind(written: str, documents: tuple[Meant, ...]) -> tuple[Meant, ...]:
    """Those of the documents that are of the kind which the pronoun names."""
    if written in _ANY_KIND:
        return documents
    kind = kind_named(written) or kind_of_code(written)
    return tuple(one for one in documents if fold(one.name).startswith(fold(kind)))


def _locator(written: str) -> Locator | None:
    """The place written; None for places of which each belongs to another article."""
    try:
        return parse_locator(written)
    except ValueError:
        return None


def _above(place: str, wanted: Locator) -> tuple[Step, ...] | None:
    """The steps above the place wanted, as last spoken of; None when no article was."""
    order = list(Level)
    top = order.index(wanted.steps[0].level)
    spoken_of = _locator(place) if place else None
    above = tuple(step for step in spoken_of.steps if order.index(step.level) < top) if spoken_of else ()
    return above if any(step.level is Level.ARTICLE for step in above) else None
