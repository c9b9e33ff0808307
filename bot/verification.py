"""Nothing leaves unverified: quotes stand verbatim in the stored text, and every number of the answer has a source.

A number that code computed is declared as such by the answerer; whatever else stands in no quote is a fault.
"""

import re
from collections.abc import Iterable

from bot.answer import Citation
from bot.reply import Reply

# Dates, amounts, document numbers: runs of digits with the signs that join them.
_NUMBER = re.compile(r"\d+(?:[./,-]\d+)*")
# "ngày 01 tháng 7 năm 2025" is the date that the answer writes 01/07/2025.
_WRITTEN_DATE = re.compile(r"(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
_DATE = re.compile(r"0?(\d{1,2})[/.-]0?(\d{1,2})[/.-](\d{4})")
SHORTEST_DATE = len("1/1/2025")
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
    sourced = numbers_in(text for citation in reply.citations for text in _texts(citation))
    return sorted(numbers_in([_MARK.sub(" ", reply.text)]) - sourced - numbers_in(reply.computed))


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


def numbers_in(texts: Iterable[str]) -> set[str]:
    """The numbers in the texts; a date is one number, however it is written.

    >>> sorted(numbers_in(["từ ngày 01 tháng 7 năm 2025"])), sorted(numbers_in(["01/07/2025: 2.530.000 đồng"]))
    (['01', '1/7/2025', '2025', '7'], ['1/7/2025', '2.530.000'])
    """
    found: set[str] = set()
    for text in texts:
        found |= {
            _DATE.sub(r"\1/\2/\3", number) if len(number) >= SHORTEST_DATE else number
            for number in _NUMBER.findall(text)
        }
        found |= {f"{int(day)}/{int(month)}/{year}" for day, month, year in _WRITTEN_DATE.findall(text)}
    return found
