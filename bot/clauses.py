"""Shortens a long sentence to the clauses that answer, verbatim."""

import re

from bot.expressions import find_expressions
from bot.relevance import IN_STATEMENT, Focus, Terms

Span = tuple[int, int]

# A sentence up to this length is read at a glance on a phone; a longer one is cut at its commas.
READABLE_CHARACTERS = 260
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
    """The span of `text` to show: the whole, or of a long sentence the neighbouring clauses that answer."""
    start = without_label(text)
    clauses = _clauses(text, start)
    if len(text) - start <= READABLE_CHARACTERS or len(clauses) == 1:
        return start, len(text)
    first = last = max(range(len(clauses)), key=lambda place: _worth(focus, text, clauses[place : place + 1]))
    worth = _worth(focus, text, clauses[first : last + 1])
    while True:
        options = [
            (_worth(focus, text, clauses[left : right + 1]), left, right)
            for left, right in ((first - 1, last), (first, last + 1))
            if left >= 0 and right < len(clauses)
        ]
        best = max(options, default=None)
        if best is None or best[0] < worth + WORTHWHILE_SHARE:
            break
        worth, first, last = best
    return clauses[first][0], clauses[last][1]


def _worth(focus: Focus, text: str, clauses: list[Span]) -> float:
    part = text[clauses[0][0] : clauses[-1][1]]
    expression = 0.3 if find_expressions(focus.question.wants, part) else 0.0
    return focus.share([(Terms.of(part), IN_STATEMENT)]) + expression


def _clauses(text: str, start: int) -> list[Span]:
    """Spans between semicolons and commas that stand outside brackets and quotation marks and between words."""
    spans, depth, begin = [], 0, start
    for place in range(start, len(text)):
        character = text[place]
        if character in "(“":
            depth += 1
        elif character in ")”":
            depth = max(0, depth - 1)
        elif (
            character in ",;"
            and not depth
            and text[place + 1 : place + 2].isspace()
            and len(text[begin:place].split()) >= SHORTEST_CLAUSE_WORDS
        ):
            spans.append((begin, place))
            begin = place + 1
    spans.append((begin, len(text)))
    return [(first + len(text[first:last]) - len(text[first:last].lstrip()), last) for first, last in spans]
