"""Makes a message that leans on what went before stand alone, by rule; what stands alone is left as it is."""

from collections.abc import Sequence

from bot import conversation_messages as messages
from bot.answer import Choice
from bot.conversation.beside import NamingBeside
from bot.conversation.by_number import NamingByNumber
from bot.conversation.changing import Changing
from bot.conversation.document_names import DocumentNames
from bot.conversation.leaving_out import LeavingOut
from bot.conversation.memory import Meant, Memory
from bot.conversation.pointing import Pointing
from bot.conversation.resolution import MOST_CHOICES, Resolution, Rewritten, Unclear
from bot.conversation.said import Said
from bot.conversation.stepping import Stepping
from bot.conversation.switching import Switching
from corpus.library import Library


class Following:
    """The rules, in order, over the words and documents of one library."""

    def __init__(self, library: Library, names: DocumentNames) -> None:
        pointing, changing, switching = Pointing(library), Changing(library), Switching(library, names)
        self._beside = NamingBeside(library, names)
        self._by_number = NamingByNumber(library, names)
        leaving_out = LeavingOut(library)
        self._rules = (
            switching.to_what_is_not_known,
            switching.to_a_place_first,
            switching.back_to_a_locality,
            switching.back_to_a_matter,
            switching.to_another_place,
            Stepping(library).on_or_back,
            pointing.at_a_provision,
            changing.opposite,
            changing.slots,
            changing.serial_number,
            pointing.at_its_successor,
            pointing.at_a_document,
            pointing.at_something_else,
            changing.the_other_of_two,
            leaving_out.the_document,
            leaving_out.another_aspect_of_an_event,
            leaving_out.the_matter,
            changing.described_document,
            changing.topic,
            leaving_out.the_document_that_speaks_of_it,
        )

    def named(self, said: Said, memory: Memory) -> Sequence[tuple[Meant, Said]]:
        """Each document that the message can mean by a bare number or beside the one talked about, named in it."""
        return self._by_number.named(said, memory) or self._beside.named(said, memory)

    def resolved(self, said: Said, memory: Memory) -> Resolution | None:
        """The message made to stand alone, or what must be asked back; None when it stands alone already."""
        named = self.named(said, memory)
        if len(named) == 1:
            [(_, again)] = named
            return self._by_rule(again, memory) or Rewritten(again.text)
        if named:
            asked = [(one, self._by_rule(again, memory) or Rewritten(again.text)) for one, again in named]
            told = [(one.name, question.question) for one, question in asked if isinstance(question, Rewritten)]
            return _which_is_meant(told) if told else asked[0][1]
        found = self._by_rule(said, memory)
        unknown = self._beside.unknown(said, memory) if found is None else ""
        return Unclear(messages.no_document_beside(unknown)) if unknown else found

    def _by_rule(self, said: Said, memory: Memory) -> Resolution | None:
        return next((found for rule in self._rules if (found := rule(said, memory))), None)


def _which_is_meant(asked: Sequence[tuple[str, str]]) -> Unclear:
    """Each name with the question about it; what is asked of them waits for one of them to be named."""
    choices = tuple(Choice(name, question) for name, question in asked)[:MOST_CHOICES]
    name, question = asked[0]
    waiting = " ".join(question.replace(name, " ").split())
    return Unclear(messages.which_document([choice.label for choice in choices]), choices, waiting)
