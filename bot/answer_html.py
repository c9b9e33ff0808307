"""An answer as a message of a chat on a phone: the lead in bold, then the rest, notes, and the sources folded."""

import re
from collections.abc import Iterator

from bot import messages
from bot.answer import Answer, Citation
from bot.markup import bold, escaped, folded, italic, link
from bot.rendering import shortened
from bot.sources import Source, address, details, notes, page_mark, sources, understood, validity_mark
from corpus.sentences import sentences

LONGEST_LEAD_CHARACTERS = 240  # longer, bold type would no longer tell what counts
LONGEST_HEAD_CHARACTERS = 80  # of a group within a list
# Quotes beside an answer remind of the place; a button opens it. Of many places each has less room.
LONGEST_QUOTE_CHARACTERS = 240
FEW_CITATIONS, SHORT_QUOTE_CHARACTERS = 4, 110

_BULLET = re.compile(r"^[–•-] +")
_LEADING_DATE = re.compile(r"^[^(–]+?(?= [(–])")
_LABEL = re.compile(r"(?:\w{1,4}[.)]|Điều|[+*-]) ?")
_END_MARKS = re.compile(r"(?: *\[\d+\])+ *$")


def answer_as_html(answer: Answer) -> str:
    """The answer in Telegram's HTML, paragraphs divided by an empty line; everything from outside is escaped."""
    paragraphs = [*map(italic, understood(answer)), "\n".join(_text(answer))]
    paragraphs += [italic(messages.warning(note)) for note in notes(answer)]
    longest = LONGEST_QUOTE_CHARACTERS if len(answer.citations) <= FEW_CITATIONS else SHORT_QUOTE_CHARACTERS
    shown = [_source(source, longest) for source in sources(answer)]
    if shown:
        shown[0] = f"{bold(messages.SOURCES_HEADING)}\n{shown[0]}"
    return "\n\n".join([*paragraphs, *shown])


def _text(answer: Answer) -> Iterator[str]:
    """The lines of the text; only what has a source is set off in bold."""
    was_head = True
    for place, line in enumerate(answer.text.split("\n")):
        bullet = _BULLET.match(line)
        is_head = _is_head(line)
        if not answer.citations:
            yield escaped(line)
        elif bullet:
            yield f"• {_list_item(line[bullet.end() :], tells_deadlines=bool(answer.deadlines))}"
        elif place == 0:
            yield _lead(line)
        elif is_head:
            yield bold(line) if was_head else f"\n{bold(line)}"
        else:
            yield escaped(line)
        was_head = is_head


def _is_head(line: str) -> bool:
    """Whether the line stands above a group of a list; the words of an instrument have a label of their own."""
    return line.endswith(":") and len(line) <= LONGEST_HEAD_CHARACTERS and not _LABEL.match(line)


def _list_item(item: str, *, tells_deadlines: bool) -> str:
    """An item of a list; of a list of deadlines the date in bold."""
    date = _LEADING_DATE.match(item) if tells_deadlines else None
    return f"{bold(date.group())}{escaped(item[date.end() :])}" if date else escaped(item)


def _lead(line: str) -> str:
    """The line with its first sentence in bold, the marks behind it as they are."""
    spans = sentences(line)
    end = spans[0][1] if spans else len(line)
    sentence = line[:end]
    if marks := _END_MARKS.search(sentence):
        end = marks.start()
    if end > LONGEST_LEAD_CHARACTERS:
        end = line.find(":", 0, LONGEST_LEAD_CHARACTERS)
    if end <= 0:
        return escaped(line)
    return f"{bold(line[:end])}{escaped(line[end:])}"


def _source(source: Source, longest_quote: int) -> str:
    name = f"{link(bold(messages.designation(source.document)), address(source.document))}"
    name += escaped(details(source.document))
    status = italic(_capitalised("; ".join(filter(None, source.marks))))
    if len(source.cited) == 1:
        [(mark, citation)] = source.cited
        lines = [f"[{mark}] {name}", escaped(_capitalised(_place(citation, source))), status]
        return "\n".join([*filter(None, lines), folded(_quote(citation, longest_quote))])
    cited = [
        f"{_marked_place(mark, citation, source)}{_quote(citation, longest_quote)}" for mark, citation in source.cited
    ]
    return "\n".join([*filter(None, [name, status]), folded("\n".join(cited))])


def _marked_place(mark: int, citation: Citation, source: Source) -> str:
    place = escaped(_place(citation, source))
    return f"[{mark}] {place}: " if place else f"[{mark}] "


def _place(citation: Citation, source: Source) -> str:
    """Locator and page, and the status where it differs from place to place."""
    own_mark = "" if source.is_alike else validity_mark(citation)
    return ", ".join(filter(None, [str(citation.locator), page_mark(citation), own_mark]))


def _quote(citation: Citation, longest: int) -> str:
    return f"“{escaped(shortened(citation.quote, longest))}”"


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
