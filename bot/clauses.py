"""Shortens a long sentence to the clauses that answer, verbatim."""

import re

from bot.expressions import NARROW
from bot.relevance import IN_STATEMENT, Focus
from bot.terms import Terms

Span = tuple[int, int]

# A sentence up to this length is read at a glance on a phone; a longer one is cut at its commas.
READABLE_CHARACTERS = 260
# A clause between semicolons is cut at its commas beyond this.
TOO_LONG_CHARACTERS = 600
# Less than this is a torn-off piece that nobody understands.
SHORTEST_SPAN_CHARACTERS = 120
# A further clause must bring at least this share of the question's weight.
WORTHWHILE_SHARE = 0.04

# A shorter piece is a member of an enumeration, not a clause.
SHORTEST_CLAUSE_WORDS = 5

_LABEL = re.compile(
    r"""
    \s* (?: \|\s* )*
    (?: [-–+*•] \s+                              # dash or bullet
      | \(?(?:\d{1,2}|[a-zđ]|[ivx]{1,4})\) \s*   # a)  (1)  (ii)
      | (?:\d{1,2}\.)+\d{0,2} \s+                # 1.  1.2.  1.2
      | (?:[IVXLC]+|[A-ZĐa-zđ]) \. \s+           # IV.  a.
    )
    """,
    re.VERBOSE,
)


def without_label(text: str) -> int:
    """The offset at which the words begin after a list label; 0 when there is none."""
    match = _LABEL.match(text)
    return match.end() if match else 0


def answering_span(focus: Focus, text: str) -> Span:
    """The span of `text` to show: the whole, or of a long sentence the neighbouring clauses that answer.

    A date or a number is found between commas; an explanation or a list only between semicolons, unless it is
    too long to read even so.
    """
    start, end = without_label(text), len(text)
    if end - start > READABLE_CHARACTERS:
        start, end = _window(focus, text, _clauses(text, start, end, ";"))
    is_narrow = focus.question.wants in NARROW and focus.question.wanted.found_in(text)
    limit = READABLE_CHARACTERS if is_narrow else TOO_LONG_CHARACTERS
    if end - start > limit:
        start, end = _window(focus, text, _clauses(text, start, end, ",;"))
    return start, end


def _window(focus: Focus, text: str, clauses: list[Span]) -> Span:
    """The neighbouring clauses that answer best, as one span."""
    first = last = max(range(len(clauses)), key=lambda place: _worth(focus, text, clauses[place : place + 1]))
    worth = _worth(focus, text, clauses[first : last + 1])
    while True:
        options = [
            (_worth(focus, text, clauses[left : right + 1]), left, right)
            for left, right in ((first - 1, last), (first, last + 1))
            if left >= 0 and right < len(clauses)
        ]
        best = max(options, default=None)
        is_short = clauses[last][1] - clauses[first][0] < SHORTEST_SPAN_CHARACTERS
        if best is None or (best[0] < worth + WORTHWHILE_SHARE and not is_short):
            return clauses[first][0], clauses[last][1]
        worth, first, last = best


def _worth(focus: Focus, text: str, clauses: list[Span]) -> float:
    part = text[clauses[0][0] : clauses[-1][1]]
    expression = 0.3 if focus.question.wanted.found_in(part) else 0.0
    return focus.share([(Terms.of(part), IN_STATEMENT)]) + expression


def _clauses(text: str, start: int, end: int, signs: str) -> list[Span]:
    """Spans between `signs` that stand outside brackets and quotation marks and between words."""
    spans, depth, begin = [], 0, start
    for place in range(start, end):
        character = text[place]
        if character in "(“":
            depth += 1
        elif character in ")”":
            depth = max(0, depth - 1)
        elif (
            character in signs
            and not depth
            and text[place + 1 : place + 2].isspace()
            and len(text[begin:place].split()) >= SHORTEST_CLAUSE_WORDS
        ):
            spans.append((begin, place))
            begin = place + 1
    spans.append((begin, end))
    return [(first + len(text[first:last]) - len(text[first:last].lstrip()), last) for first, last in spans]
