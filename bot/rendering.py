"""Shows an answer: plain text for the terminal, a dictionary for JSON. As a message of a chat: `bot.answer_html`."""

import re

from bot import messages, validity_messages
from bot.answer import Answer, Citation
from bot.sources import Source, address, details, notes, page_mark, sources, understood, validity_mark
from corpus.deadline_json import AskedDays, deadline_as_json
from corpus.validity import ValidityStatus

# Longer quotes are for opening the source, not for reading beside an answer; JSON has them whole.
LONGEST_QUOTE_CHARACTERS = 300

_BARS = re.compile(r"\s*\|[\s|]*")


def answer_as_text(answer: Answer) -> str:
    """The answer for the terminal: reading, text, notes, then the sources with their quotes."""
    lines = [*understood(answer), answer.text, *map(messages.warning, notes(answer))]
    if answer.citations:
        lines.append(messages.SOURCES_HEADING)
    for source in sources(answer):
        lines += _source_as_text(source)
    return "\n".join(lines)


def answer_as_json(answer: Answer, identity: object = None) -> dict[str, object]:
    """The answer as README fixes it; `identity` is the `id` of the question line, null for a single question."""
    days = AskedDays(answer.as_of)
    return {
        "id": identity,
        "question": answer.question,
        "understood_as": answer.understood_as,
        "kind": str(answer.kind),
        "status": str(answer.status),
        "as_of": answer.as_of.isoformat(),
        "text": answer.text,
        "citations": [_citation_as_json(citation) for citation in answer.citations],
        "deadlines": [deadline_as_json(held, days) for held in answer.deadlines],
        "warnings": list(answer.warnings),
        "seconds": answer.seconds,
    }


def shortened(quote: str, limit: int = LONGEST_QUOTE_CHARACTERS) -> str:
    """The quote on one line, cut behind a word and marked "…" when longer than `limit` characters."""
    line = " ".join(_BARS.sub(" | ", quote).strip(" |\n").split())
    if len(line) <= limit:
        return line
    room = limit - len("…")
    cut = line.rfind(" ", 0, room + 1)
    return line[: cut if cut > 0 else room].rstrip(" ,;:.|–-") + "…"


def _source_as_text(source: Source) -> list[str]:
    addresses = [f"    {url}"] if (url := address(source.document)) else []
    name = f"{messages.designation(source.document)}{details(source.document)}"
    if len(source.cited) == 1:
        [(mark, citation)] = source.cited
        locator = f", {citation.locator}" if str(citation.locator) else ""
        place = f"{name}{locator}{_in_parentheses([page_mark(citation), *source.marks])}"
        return [f"[{mark}] {place}: “{shortened(citation.quote)}”", *addresses]
    lines = [f"{name}{_in_parentheses(source.marks)}:"]
    for mark, citation in source.cited:
        place = _place(citation, source)
        lines.append(f"  [{mark}] {f'{place}: ' if place else ''}“{shortened(citation.quote)}”")
    return lines + addresses


def _place(citation: Citation, source: Source) -> str:
    """The locator, with the page and what differs from place to place in parentheses."""
    own_mark = [] if source.is_alike else [validity_mark(citation)]
    return f"{citation.locator}{_in_parentheses([page_mark(citation), *own_mark])}".strip()


def _in_parentheses(marks: list[str]) -> str:
    written = "; ".join(filter(None, marks))
    return f" ({written})" if written else ""


def _citation_as_json(citation: Citation) -> dict[str, object]:
    document = citation.document
    return {
        "document": str(document.number or document.title),
        "title": document.title,
        "kind": document.kind,
        "form": str(document.form),
        "locator": str(citation.locator),
        "page": citation.page,
        "quote": citation.quote,
        "validity": str(citation.validity.status) if citation.validity else str(ValidityStatus.UNKNOWN),
        "validity_reason": validity_messages.reason_in_words(citation.validity) if citation.validity else None,
        "source": document.source,
    }
