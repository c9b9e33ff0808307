"""Messages that mean a document beside the one talked about: it is named first, then the message is read on."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.conversation import beside_cues as cues
from bot.conversation.beside_cues import Beside
from bot.conversation.document_names import DocumentNames
from bot.conversation.follow_up_cues import CHOSEN_NUMBERS
from bot.conversation.memory import Meant, Memory
from bot.conversation.related import Related
from bot.conversation.said import Said, said
from bot.conversation.slots import SlotKind
from corpus.folding import fold
from corpus.instrument_kinds import kind_named, kind_of_code
from corpus.library import Library

_OF_A_RELATION = frozenset({Beside.REPLACED, Beside.REPLACING, Beside.AMENDED, Beside.AMENDING, Beside.GUIDING})


class NamingBeside:
    """The first step of “cái thay nó ai ký”: which document that is."""

    def __init__(self, library: Library, names: DocumentNames) -> None:
        self._library = library
        self._related = Related(library, names)

    def named(self, message: Said, memory: Memory) -> list[tuple[Meant, Said]]:
        """Each document that can be meant, with the message in which its name stands; none when none is meant."""
        for which, found in self._pointing(message, memory):
            if which in _OF_A_RELATION and cues.ASKS_WHICH.fullmatch(fold(message.text[found.end() :])):
                return []  # the core tells which
            written = found["kind"] or ""
            kind = "" if written in cues.ANY_KIND else kind_named(written) or kind_of_code(written) or written
            if which is Beside.NTH:
                number = CHOSEN_NUMBERS.get(found["nth"]) or int(found["nth"])
                meant = memory.documents[number - 1 : number] if len(memory.documents) > 1 else ()
            else:
                meant = self._related.meant(which, memory, kind, message.as_of)
            return [(one, self._with(one, message, found.start(), found.end())) for one in meant]
        return []

    def unknown(self, message: Said, memory: Memory) -> str:
        """What the message calls a document beside the one talked about, where none such is known; "" otherwise."""
        for _, found in self._pointing(message, memory):
            return message.text[found.start() : found.end()].strip()
        return ""

    def _pointing(self, message: Said, memory: Memory) -> Iterator[tuple[Beside, re.Match[str]]]:
        if not memory.documents or message.has(SlotKind.DOCUMENT) or cues.NO_DOCUMENT.search(fold(message.text)):
            return
        for which, pattern in cues.POINTING_BESIDE:
            found = pattern.search(fold(message.text))
            if found and not cues.NOW.search(message.text[found.start() : found.end()]):
                yield which, found

    def _with(self, meant: Meant, message: Said, start: int, end: int) -> Said:
        rest = re.sub(r"^\s*,\s*(?:(?:thì\s+)?nó\s+)?", " ", message.text[end:])
        text = f"{message.text[:start]} {meant.name} {rest}".strip()
        again = said(" ".join(text.split()), self._library.syllables, message.as_of)
        return replace(again, leads_on=True)
