"""Nothing leaves unverified: quotes stand verbatim in the stored text, and every number of the answer has a source."""

import re
from collections.abc import Iterable

from bot.answer import Citation
from bot.reply import Reply

# Dates, amounts, document numbers: runs of digits with the signs that join them.
_NUMBER = re.compile(r"\d+(?:[./,-]\d+)*")
_MARK = re.compile(r"\[\d+\]")


def problems(reply: Reply) -> list[str]:
    """Why the reply must not be given, in English for the log; empty when all of it is verified."""
    return [
        *(
            f"quote {place} is not verbatim"
            for place, citation in enumerate(reply.citations, 1)
            if not _stands(citation)
        ),
        *(f"mark [{mark}] has no citation" for mark in _marks(reply.text) if not 1 <= mark <= len(reply.citations)),
        *(f"number {number} is in no quote" for number in _unsourced_numbers(reply)),
    ]


def _stands(citation: Citation) -> bool:
    return bool(citation.quote) and citation.document.text[citation.start : citation.end] == citation.quote


def _marks(text: str) -> list[int]:
    return [int(mark.group()[1:-1]) for mark in _MARK.finditer(text)]


def _unsourced_numbers(reply: Reply) -> list[str]:
    if not reply.citations:
        return []
    sourced = _numbers(text for citation in reply.citations for text in _texts(citation))
    return sorted(_numbers([_MARK.sub(" ", reply.text)]) - sourced)


def _texts(citation: Citation) -> Iterable[str]:
    """The quote, and what names the document and place it comes from."""
    document = citation.document
    yield citation.quote
    yield str(citation.locator)
    yield document.title
    yield document.issuer
    yield str(document.number or "")
    if document.issued_on:
        yield f"{document.issued_on:%d/%m/%Y}"


def _numbers(texts: Iterable[str]) -> set[str]:
    return {number for text in texts for number in _NUMBER.findall(text)}
