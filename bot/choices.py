"""Choices between documents that a question can mean: a short label each, and the question about that one alone."""

from collections.abc import Collection, Sequence

from bot.answer import Choice
from bot.messages import designation
from bot.question import Question
from bot.sources import short_issuer
from corpus.citation import Reference
from corpus.model import Document
from corpus.reference_context import read_context
from corpus.written_date import written_date


def telling_name(document: Document, others: Collection[Document]) -> str:
    """Kind and number; with its day and issuer where one of the others bears the same."""
    name = designation(document)
    if not any(designation(one) == name and one.id != document.id for one in others):
        return name
    day = f" ngày {written_date(document.issued_on)}" if document.issued_on else ""
    issuer = f" của {document.issuer}" if document.issuer else ""
    return f"{name}{day}{issuer}"


def choices_between(documents: Sequence[Document], reference: Reference, question: Question) -> tuple[Choice, ...]:
    """One choice for each document, the question asked with its name in place of the reference."""
    text = question.reading.text
    end = max(reference.end, read_context(text, reference.end).end) if _has_context(reference) else reference.end
    names = [telling_name(document, documents) for document in documents]
    asked = [f"{text[: reference.start]}{name}{text[end:]}" for name in names]
    return tuple(map(Choice, map(_label, documents), asked))


def choices_under(documents: Sequence[Document], question: Question) -> tuple[Choice, ...]:
    """One choice for each document, the question asked of it."""
    text = question.reading.text.rstrip(" ?.!")
    return tuple(Choice(_label(one), f"{text} theo {telling_name(one, documents)}") for one in documents)


def _has_context(reference: Reference) -> bool:
    return bool(reference.issuer or reference.issued_on)


def _label(document: Document) -> str:
    """Number, issuer and day: what fits on a button and tells one from the others."""
    day = written_date(document.issued_on) if document.issued_on else ""
    name = str(document.number) if document.number else document.title
    return ", ".join(filter(None, (name, short_issuer(document.issuer) if document.number else "", day)))
