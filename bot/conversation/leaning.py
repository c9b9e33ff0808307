"""What the rules of follow-ups share: questions about the one document meant, and what a message is about."""

from collections.abc import Callable, Sequence
from datetime import date

from bot.conversation import follow_up_cues as cues
from bot.conversation.memory import Meant
from bot.conversation.resolution import Resolution, Rewritten, which_of
from bot.conversation.said import Said, pointers
from bot.conversation.slots import SlotKind, slots_of
from bot.deadline_question import DeadlineForm, deadline_asked
from bot.expressions import AnswerType
from bot.fact_cues import facts_asked
from bot.force_cues import force_asked
from bot.question import analyse
from corpus.folding import fold
from corpus.syllable_model import SyllableModel
from corpus.understanding import read_question

# Stands for whichever document is meant where only the form of a question matters.
ANY_DOCUMENT = "Kế hoạch 1/KH-UBND"
_ANY_DAY = date(2000, 1, 1)  # documents are found whatever the day


def asks_of_document(text: str, model: SyllableModel) -> bool:
    """Whether of the document that it names this asks what documents state of themselves, or its force."""
    question = analyse(read_question(text, model))
    facts = facts_asked(question)
    if facts == ("bases",) and question.wants is AnswerType.TIME:
        return False  # "thực hiện khi nào"
    return bool(facts) or force_asked(question) is not None


def is_of_itself(question: str, model: SyllableModel) -> bool:
    """Whether the question, with or without the document, asks what the document states of itself.

    "Thẩm quyền tặng bằng khen của ai" asks of a title, where it names no document.
    """
    if slots_of(SlotKind.DOCUMENT, question, _ANY_DAY):
        return asks_of_document(question, model)
    return not slots_of(SlotKind.TITLE, question, _ANY_DAY) and asks_of_document(said_of(ANY_DOCUMENT, question), model)


def of_one(documents: Sequence[Meant], asked_of: Callable[[str], str]) -> Resolution:
    """The question about the one document spoken of; of several the person chooses."""
    questions = [asked_of(one.name) for one in documents]
    return Rewritten(questions[0]) if len(questions) == 1 else which_of(documents, questions)


def said_of(name: str, rest: str) -> str:
    """The rest with the document as its subject or, in “văn bản nào thay thế”, as its object."""
    return f"{rest} {name}" if cues.LINKS_AT_ITS_END.search(fold(rest)) else f"{name} {rest}"


def without_pointers(text: str) -> str:
    """The text without the words that point back."""
    for match in reversed(pointers(text)):
        text = f"{text[: match.start()]} {text[match.end() :]}"
    return " ".join(text.split()).strip(" ,")


def has(kind: SlotKind, question: str, as_of: date) -> bool:
    """Whether the question has a slot of the kind."""
    return bool(slots_of(kind, question, as_of))


def names_its_matter(said: Said) -> bool:
    """Whether it says which document, title or, without leading on, which place it asks about."""
    if said.has(SlotKind.DOCUMENT, SlotKind.TITLE):
        return True
    return not said.leads_on and any(cues.PLACE.search(fold(slot.written)) for slot in said.slots)


def asks_what_is_due(said: Said) -> bool:
    """For “tháng 12 phải làm gì”: a list over all documents is asked for."""
    asked = deadline_asked(said.question, said.as_of)
    return asked is not None and asked.window is not None and asked.form in {DeadlineForm.WHAT, DeadlineForm.ALL}


def leans(said: Said) -> bool:
    """Whether its own words tell that it goes on from what was said: "còn …", "… đó", "cái …"."""
    return said.leads_on or said.corrects or bool(pointers(said.text)) or fold(said.text).startswith("cai ")
