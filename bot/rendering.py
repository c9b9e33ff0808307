"""Shows an answer: plain text for the terminal, HTML for Telegram, a dictionary for JSON."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from bot import messages, validity_messages
from bot.answer import Answer, Citation
from corpus.deadline_json import AskedDays, deadline_as_json
from corpus.model import Document, Form
from corpus.validity import ValidityStatus
from corpus.written_date import written_date

# Longer quotes are for opening the source, not for reading beside an answer; JSON has them whole.
LONGEST_QUOTE_CHARACTERS = 300

_BARS = re.compile(r"\s*\|[\s|]*")

# Usual abbreviations of official style, so that a source fits on a line of a phone.
_SHORT_ISSUERS = (("Ủy ban nhân dân", "UBND"), ("Uỷ ban nhân dân", "UBND"), ("Hội đồng nhân dân", "HĐND"))


def answer_as_text(answer: Answer) -> str:
    """The answer for the terminal: reading, text, notes, then the sources with their quotes."""
    lines = [*_understood(answer), answer.text, *map(messages.warning, _notes(answer))]
    if answer.citations:
        lines.append(messages.SOURCES_HEADING)
    for source in _sources(answer):
        lines += _source_as_text(source)
    return "\n".join(lines)


def answer_as_html(answer: Answer) -> str:
    """The answer in Telegram's HTML [1], paragraphs divided by an empty line; everything from outside is escaped.

    [1] https://core.telegram.org/bots/api#html-style
    """
    paragraphs = [f"<i>{_escaped(line)}</i>" for line in _understood(answer)]
    paragraphs.append(_escaped(answer.text))
    paragraphs += [f"<i>{_escaped(messages.warning(note))}</i>" for note in _notes(answer)]
    sources = [_source_as_html(source) for source in _sources(answer)]
    if sources:
        sources[0] = f"<b>{messages.SOURCES_HEADING}</b>\n{sources[0]}"
    return "\n\n".join([*paragraphs, *sources])


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


@dataclass(frozen=True, slots=True)
class _Source:
    """A document and what is cited from it, each with its mark."""

    document: Document
    cited: list[tuple[int, Citation]]


def _sources(answer: Answer) -> list[_Source]:
    """The documents cited, in the order of their first mark."""
    sources: dict[str, _Source] = {}
    for mark, citation in enumerate(answer.citations, 1):
        source = sources.setdefault(citation.document.id, _Source(citation.document, []))
        source.cited.append((mark, citation))
    return list(sources.values())


def _understood(answer: Answer) -> Iterator[str]:
    if answer.understood_as:
        yield messages.understood_as(answer.understood_as)


def _notes(answer: Answer) -> list[str]:
    """The warnings but for those that each source bears in its parentheses."""
    shown_with_sources = {messages.form_note(form) for form in Form} if answer.citations else set()
    return [note for note in answer.warnings if note not in shown_with_sources]


def _source_as_text(source: _Source) -> list[str]:
    address = [f"    {url}"] if (url := _address(source.document)) else []
    name = f"{messages.designation(source.document)}{_details(source.document)}"
    marks = _marks(source)
    if len(source.cited) == 1:
        [(mark, citation)] = source.cited
        locator = f", {citation.locator}" if str(citation.locator) else ""
        place = f"{name}{locator}{_in_parentheses([_page(citation), *marks])}"
        return [f"[{mark}] {place}: “{shortened(citation.quote)}”", *address]
    lines = [f"{name}{_in_parentheses(marks)}:"]
    for mark, citation in source.cited:
        place = _place(citation, source)
        lines.append(f"  [{mark}] {f'{place}: ' if place else ''}“{shortened(citation.quote)}”")
    return lines + address


def _source_as_html(source: _Source) -> str:
    name = f"<b>{_escaped(messages.designation(source.document))}</b>"
    if url := _address(source.document):
        name = f'<a href="{html.escape(url)}">{name}</a>'
    name += _escaped(_details(source.document))
    marks = _marks(source)
    if len(source.cited) == 1:
        [(mark, citation)] = source.cited
        locator = f", {citation.locator}" if str(citation.locator) else ""
        place = _escaped(f"{locator}{_in_parentheses([_page(citation), *marks])}")
        return f"[{mark}] {name}{place}\n{_quote_as_html(citation)}"
    lines = [f"{name}{_escaped(_in_parentheses(marks))}"]
    for mark, citation in source.cited:
        lines += [f"[{mark}] {_escaped(_place(citation, source))}".rstrip(), _quote_as_html(citation)]
    return "\n".join(lines)


def _quote_as_html(citation: Citation) -> str:
    return f"<blockquote expandable>“{_escaped(shortened(citation.quote))}”</blockquote>"


def _details(document: Document) -> str:
    """Date and issuer, each behind a comma."""
    issuer = document.issuer
    for long, short in _SHORT_ISSUERS:
        issuer = issuer.replace(long, short)
    day = written_date(document.issued_on) if document.issued_on else ""
    return "".join(f", {detail}" for detail in (day, issuer) if detail)


def _place(citation: Citation, source: _Source) -> str:
    """The locator, with the page and what differs from place to place in parentheses."""
    own_mark = [] if _is_alike(source) else [_validity_mark(citation)]
    return f"{citation.locator}{_in_parentheses([_page(citation), *own_mark])}".strip()


def _marks(source: _Source) -> list[str]:
    """What holds for all that is cited from the document: its form, and its status when it is one and the same."""
    status = [_validity_mark(source.cited[0][1])] if _is_alike(source) else []
    return [messages.form_mark(source.document.form), *status]


def _is_alike(source: _Source) -> bool:
    return len({_validity_mark(citation) for _, citation in source.cited}) == 1


def _validity_mark(citation: Citation) -> str:
    return validity_messages.mark(citation.validity) if citation.validity else ""


def _page(citation: Citation) -> str:
    return messages.page_mark(citation.page) if citation.page is not None else ""


def _in_parentheses(marks: list[str]) -> str:
    written = "; ".join(filter(None, marks))
    return f" ({written})" if written else ""


def _address(document: Document) -> str:
    """The document's source when a browser can open it, else "" (a file's path is of no use to readers)."""
    source = document.source.strip()
    try:
        address = urlsplit(source)
    except ValueError:
        return ""
    can_open = address.scheme in {"http", "https"} and bool(address.netloc) and not re.search(r"[\s<>\"]", source)
    return source if can_open else ""


def _escaped(text: str) -> str:
    return html.escape(text, quote=False)


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
