"""Decides whether the evidence is enough to answer, or an honest refusal is better.

Measured on the development questions (`python -m tests.evaluation calibrate`), which are not part of the evaluation:
the limits stand where refusing one more unanswerable question begins to cost an answerable one.
"""

from bot.answerers.evidence import Evidence

# Share of the question's weight that the best statement, with its surroundings, must cover …
ENOUGH_COVERAGE = 0.62
# … or, where the document is named, less: its name already ties the question to it.
ENOUGH_COVERAGE_NAMED = 0.45


def is_enough(evidence: Evidence, *, is_named: bool) -> bool:
    """Whether the best statement covers enough of what is asked; `is_named`: the question names a held document."""
    return bool(evidence.ranked) and evidence.coverage >= (ENOUGH_COVERAGE_NAMED if is_named else ENOUGH_COVERAGE)
