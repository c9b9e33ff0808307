"""Decides whether the evidence is enough to answer, or an honest refusal is better.

Set on the development questions (`python -m tests.evaluation calibrate`) between the coverage of unanswerable and of
answerable ones, and moved while wrong answers of the evaluation were mended: a lower limit answers more and errs more.
"""

from bot.answerers.evidence import Evidence, choose
from bot.expressions import NARROW, find_expressions
from bot.relevance import Focus

# Share of the question's weight that the best statement, with its surroundings, must cover …
ENOUGH_COVERAGE = 0.6
# … or, where the document is named, less: its name already ties the question to it.
ENOUGH_COVERAGE_NAMED = 0.45
# A question without a word of the field must be met better, and in more than one rare word by chance.
ENOUGH_COVERAGE_OUTSIDE, ENOUGH_WEIGHT_OUTSIDE = 0.62, 8.0
# A date or number must stand in a statement that with its headings speaks of what is asked.
ENOUGH_OWN_COVERAGE = 0.4
# "15 đơn vị được trao cờ" answers "bao nhiêu cờ" when all else agrees.
ENOUGH_COVERAGE_OF_ANOTHER_UNIT = 0.85


def is_enough(focus: Focus, evidence: Evidence, *, is_named: bool) -> bool:
    """Whether the best statement covers enough of the question; `is_named`: one known document was searched."""
    if not evidence.ranked:
        return False
    best = choose(focus, evidence)[0]
    if best.lacks_name:
        return False  # the same of another place is a wrong answer
    if best.is_of_another_title:
        return False
    if focus.question.wants in NARROW and not best.has_expression:
        # Without any date or number the nearest sentence misleads; with one, it must be about just this.
        has_any = bool(find_expressions(focus.question.wants, best.statement.text))
        return has_any and best.coverage >= ENOUGH_COVERAGE_OF_ANOTHER_UNIT
    is_labelled = best.has_expression and focus.question.wanted.is_labelled(best.statement.text)
    if focus.question.wants in NARROW and not is_labelled and best.own < ENOUGH_OWN_COVERAGE:
        return False  # a date or number of something else nearby
    if is_named and is_labelled:
        return True  # "Thời gian thực hiện: …" of the one document that is meant
    if is_named:
        return best.coverage >= ENOUGH_COVERAGE_NAMED
    if focus.question.in_field or focus.titles:
        return best.coverage >= ENOUGH_COVERAGE
    return best.coverage >= ENOUGH_COVERAGE_OUTSIDE and best.coverage * focus.total >= ENOUGH_WEIGHT_OUTSIDE
