"""Which documents a question or an answer is about, and the name by which a question can mean each of them alone."""

from collections.abc import Iterable, Sequence
from itertools import islice

from bot.answer import Answer
from bot.applicability import Applicability
from bot.asked_time import asked_time
from bot.choices import telling_name
from bot.conversation.follow_up_cues import ASKS_ANY_KIND, ASKS_KIND
from bot.conversation.memory import Meant
from bot.force_cues import ForceQuestion, force_asked
from bot.naming import Named, named_documents, with_years_settled
from bot.question import Question, analyse
from corpus.citation import Reference, find_references, resolve
from corpus.folding import fold
from corpus.instrument_kinds import kind_named, kind_of_code
from corpus.library import Library
from corpus.model import Document
from corpus.register import Register
from corpus.understanding import read_question

_BULLETS = ("–", "•", "-")
# What later documents did to the one named: the talk goes on about these.
_BY_ANOTHER = frozenset(
    {
        ForceQuestion.REPLACED_BY,
        ForceQuestion.REPEALED_BY,
        ForceQuestion.AMENDED_BY,
        ForceQuestion.GUIDED_BY,
        ForceQuestion.IMPLEMENTED_BY,
    }
)


class DocumentNames:
    """The names of the documents of one library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._register = Register(library)

    def name(self, document: Document) -> str:
        """Kind and number; with issuer and date where others bear the number too."""
        return telling_name(document, self._library.by_number(document.number) if document.number else ())

    def meant(self, document: Document) -> Meant:
        """The document with its name."""
        return Meant(document.id, self.name(document), document.issuer)

    def spoken_of(self, asked: str, answer: Answer) -> tuple[Meant, ...]:
        """The documents that a next question may point back at.

        Where a later document was asked for ("văn bản nào thay thế N") the one told, else those named in the question,
        else those that the answer cites.
        """
        question = self._read(asked)
        applicability = Applicability(self._register, asked_time(question, answer.as_of), answer.as_of)
        named = named_documents(question, self._library, applicability.applies)
        if named and force_asked(question) in _BY_ANOTHER and (told := self._told(answer, named)):
            return told
        if named:
            return _distinct(one for known in named for one in self._of_named(known))
        cited = _distinct(self.meant(citation.document) for citation in answer.citations)
        kinds = _kinds_asked_for(asked)
        return tuple(one for one in cited if any(fold(one.name).startswith(fold(kind)) for kind in kinds)) or cited

    def asked_for(self, asked: str, answer: Answer) -> tuple[Meant, ...]:
        """Those of the kind asked for that the answer tells: for "thực hiện chỉ thị nào", "văn bản nào giao"."""
        asks_any = ASKS_ANY_KIND.search(fold(asked)) is not None
        kinds = _kinds_asked_for(asked)
        known = {one.number for one in find_references(asked)}
        told: list[Reference] = []
        lines = answer.text.split("\n")[: None if known else 1]
        for line in lines if kinds or asks_any else ():
            new = [one for one in find_references(line) if one.number and one.number not in known]
            of_kind = [one for one in new if asks_any or one.kind in kinds]
            told += of_kind[:1] if line.startswith(_BULLETS) else of_kind
        return _distinct(self._told_as(one) for one in told)

    def _told_as(self, reference: Reference) -> Meant:
        held = self._held(reference)
        return self.meant(held[0]) if held else Meant(None, _called(reference))

    def agree(self, question: str, documents: Sequence[Meant]) -> bool:
        """Whether the question names no document beside these."""
        named = named_documents(self._read(question), self._library)
        meant = {one.id or one.name for one in documents}
        return all((one.id or one.name) in meant for known in named for one in self._of_named(known))

    def _read(self, question: str) -> Question:
        return with_years_settled(analyse(read_question(question, self._library.syllables)), self._library)

    def _of_named(self, named: Named) -> list[Meant]:
        return [self.meant(document) for document in named.held] or [Meant(None, _called(named.reference))]

    def _told(self, answer: Answer, named: tuple[Named, ...]) -> tuple[Meant, ...]:
        """The one document that the answer tells beside those of the question; nothing when it lists several."""
        asked_of = {head.id for known in named for head in known.held}
        numbers = {known.reference.number for known in named}
        lines = answer.text.split("\n")
        listed = [line for line in lines if line.startswith(_BULLETS)] or lines[:1]
        told: list[Meant] = []
        for line in listed:
            others = (one for one in find_references(line) if one.number and one.number not in numbers)
            held = (one for other in others for one in self._held(other) if one.id not in asked_of)
            told += [self.meant(one) for one in islice(held, 1)]  # what follows tells about it
        return found if len(found := _distinct(told)) == 1 else ()

    def _held(self, reference: Reference) -> tuple[Document, ...]:
        found = resolve(reference, self._library.by_number(reference.number)).documents if reference.number else ()
        return found if len(found) == 1 else ()


def _kinds_asked_for(asked: str) -> set[str]:
    """The kinds of document that the question asks for by name."""
    written = (match["kind"] for match in ASKS_KIND.finditer(fold(asked)))
    return set(filter(None, (kind_named(kind) or kind_of_code(kind) for kind in written)))


def _called(reference: Reference) -> str:
    kind = reference.kind or "Văn bản"
    if reference.number:
        return f"{kind} {reference.number}"
    if reference.short:
        year = f"/{reference.short.year}" if reference.short.year else ""
        return f"{kind} {reference.short.serial}{year}"
    return reference.written


def _distinct(meant: Iterable[Meant]) -> tuple[Meant, ...]:
    return tuple({one.id or one.name: one for one in meant}.values())
