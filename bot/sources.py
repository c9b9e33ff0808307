"""The sources of an answer: the documents that it cites, each once, with what is told beside its name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from bot import messages, validity_messages
from bot.answer import Answer, Citation
from corpus.model import Document, Form
from corpus.written_date import written_date

# Usual abbreviations of official style, so that a source fits on a line of a phone.
_SHORT_ISSUERS = (("Ủy ban nhân dân", "UBND"), ("Uỷ ban nhân dân", "UBND"), ("Hội đồng nhân dân", "HĐND"))


@dataclass(frozen=True, slots=True)
class Source:
    """A document and what is cited from it, each with its mark."""

    document: Document
    cited: list[tuple[int, Citation]]

    @property
    def is_alike(self) -> bool:
        """Whether all that is cited has one status."""
        return len({validity_mark(citation) for _, citation in self.cited}) == 1

    @property
    def marks(self) -> list[str]:
        """What holds for all that is cited: the form of the document, and its status when it is one and the same."""
        status = [validity_mark(self.cited[0][1])] if self.is_alike else []
        return [messages.form_mark(self.document.form), *status]


def sources(answer: Answer) -> list[Source]:
    """The documents cited, in the order of their first mark."""
    found: dict[str, Source] = {}
    for mark, citation in enumerate(answer.citations, 1):
        source = found.setdefault(citation.document.id, Source(citation.document, []))
        source.cited.append((mark, citation))
    return list(found.values())


def understood(answer: Answer) -> Iterator[str]:
    """How the question was read, when otherwise than typed."""
    if answer.understood_as:
        yield messages.understood_as(answer.understood_as)


def notes(answer: Answer) -> list[str]:
    """The warnings but for those that each source bears itself."""
    shown_with_sources = {messages.form_note(form) for form in Form} if answer.citations else set()
    return [note for note in answer.warnings if note not in shown_with_sources]


def details(document: Document) -> str:
    """Date and issuer, each behind a comma."""
    day = written_date(document.issued_on) if document.issued_on else ""
    return "".join(f", {detail}" for detail in (day, short_issuer(document.issuer)) if detail)


def short_issuer(issuer: str) -> str:
    """The issuer with the usual abbreviations: "UBND tỉnh Hòa An"."""
    for long, short in _SHORT_ISSUERS:
        issuer = issuer.replace(long, short)
    return issuer


def validity_mark(citation: Citation) -> str:
    """The status of the place that is cited; "" when nothing is known to tell."""
    return validity_messages.mark(citation.validity) if citation.validity else ""


def page_mark(citation: Citation) -> str:
    """The page of the place that is cited; "" when the file has no pages."""
    return messages.page_mark(citation.page) if citation.page is not None else ""


def address(document: Document) -> str:
    """The document's source when a browser can open it, else "" (a file's path is of no use to readers)."""
    source = document.source.strip()
    try:
        split = urlsplit(source)
    except ValueError:
        return ""
    can_open = split.scheme in {"http", "https"} and bool(split.netloc) and not re.search(r"[\s<>\"]", source)
    return source if can_open else ""
