"""Refuses well: says what is not held, what is nearest, and what the bot is for."""

from bot import messages
from bot.answer import AnswerStatus
from bot.answerers.evidence import Evidence
from bot.applicability import Applicability
from bot.choices import choices_between
from bot.messages import designation
from bot.naming import Named, nearest_held, of_another_year
from bot.open_document import OpenDocument
from bot.question import Question
from bot.reply import Reply
from bot.titles import titles_in
from corpus.citation import Reference
from corpus.library import Library
from corpus.model import Document

# "báo cáo trước ngày nào": whose report, under which plan?
FEWEST_WORDS = 4


def answer_not_held(named: Named, library: Library) -> Reply:
    """The document named is neither held nor mentioned; one of another year, else the nearest by number, is told."""
    name, meant = called(named.reference), of_another_year(named.reference, library)
    if len(meant) == 1:
        return Reply(AnswerStatus.NOT_IN_CORPUS, messages.document_not_held(name, meant, messages.MEANT))
    is_numbered = named.reference.number is not None or named.reference.short is not None
    lead = messages.NEAREST_BY_NUMBER if is_numbered else messages.NEAREST_BY_NAME
    return Reply(AnswerStatus.NOT_IN_CORPUS, messages.document_not_held(name, nearest_held(named, library), lead))


def called(reference: Reference) -> str:
    """The document as the question names it, with its kind and the issuer when it gives one."""
    is_listed = reference.short is not None and reference.written[:1].isdigit()  # "KH 15, 16": the second
    written = f"{reference.kind} {reference.written}" if is_listed else reference.written
    return f"{written} của {reference.issuer}" if reference.issuer else written


def answer_ambiguous(named: Named, question: Question) -> Reply:
    """Several held documents bear the number; the person chooses."""
    numbers = {str(document.number) for document in named.held if document.number is not None}
    # As they are typed, numbers are short and in any case: "kh 57".
    written = numbers.pop() if len(numbers) == 1 else named.reference.written
    text = messages.ambiguous_documents(written, named.held)
    return Reply(AnswerStatus.AMBIGUOUS, text, choices=choices_between(named.held, named.reference, question))


def answer_nothing_found(question: Question, evidence: Evidence, opened: list[OpenDocument]) -> Reply:
    """The evidence is weak: outside the field it is out of scope, within it not in the corpus."""
    in_field = question.in_field or bool(titles_in(question.reading.text))
    if opened:
        return Reply(AnswerStatus.NOT_IN_CORPUS, messages.not_in_document(designation(opened[0].document)))
    if len(set(question.content)) < 2 and not in_field:
        return Reply(AnswerStatus.NEEDS_CLARIFICATION, messages.question_too_vague())
    if question.names_a_duty and len(set(question.content)) < FEWEST_WORDS:
        return Reply(AnswerStatus.NEEDS_CLARIFICATION, messages.question_too_vague())
    if not in_field:
        return Reply(AnswerStatus.OUT_OF_SCOPE, messages.out_of_scope())
    nearest = [evidence.ranked[0].statement.opened.document] if evidence.ranked else []
    return Reply(AnswerStatus.NOT_IN_CORPUS, messages.topic_not_held(nearest))


def answer_only_ended(document: Document, applicability: Applicability) -> Reply:
    """What answers has ended: that is said, and how to ask for it all the same."""
    return Reply(AnswerStatus.NOT_IN_CORPUS, messages.only_ended_rule(applicability.explained(document)))
