"""Messages that mean a document beside the one talked about: it is named first, then the message is read on."""

from dataclasses import replace

from bot.conversation import beside_cues as cues
from bot.conversation.document_names import DocumentNames
from bot.conversation.memory import Meant, Memory
from bot.conversation.related import Related
from bot.conversation.said import Said, said
from bot.conversation.slots import SlotKind
from corpus.folding import fold
from corpus.instrument_kinds import kind_named, kind_of_code
from corpus.library import Library


class NamingBeside:
    """The first step of “cái thay nó ai ký”: which document that is."""

    def __init__(self, library: Library, names: DocumentNames) -> None:
        self._library = library
        self._related = Related(library, names)

    def named(self, message: Said, memory: Memory) -> list[tuple[Meant, Said]]:
        """Each document that can be meant, with the message in which its name stands; none when none is meant."""
        if not memory.documents or message.has(SlotKind.DOCUMENT) or cues.NO_DOCUMENT.search(fold(message.text)):
            return []
        for which, pattern in cues.POINTING_BESIDE:
            found = pattern.search(fold(message.text))
            if found is None or cues.NOW.search(message.text[found.start() : found.end()]):
                continue
            written = found["kind"] or ""
            kind = "" if written in cues.ANY_KIND else kind_named(written) or kind_of_code(written) or written
            meant = self._related.meant(which, memory, kind, message.as_of)
            return [(one, self._with(one, message, found.start(), found.end())) for one in meant]
        return []

    def _with(self, meant: Meant, message: Said, start: int, end: int) -> Said:
        text = f"{message.text[:start]} {meant.name} {message.text[end:]}".strip()
        again = said(" ".join(text.split()), self._library.syllables, message.as_of)
        return replace(again, leads_on=True)
