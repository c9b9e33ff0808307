"""Shows where the limits of `bot.judgement` must stand: coverage of answerable and of unanswerable questions."""

from bot.answering import Answering
from tests.evaluation import answers, libraries
from tests.evaluation.answers import AS_OF


def run() -> int:
    rows = []
    for name, folders in {"shipped": ("shipped",), "shared": ("seeds", "texts")}.items():
        wanted = [q for q in answers.load("development") if q["library"] in folders]
        if wanted and libraries.is_available(folders[0]):
            with libraries.opened(name, libraries.FOLDERS[folders[0]]) as answering:
                rows += [_row(question, answering) for question in wanted]
    for is_named in (False, True):
        _print_limits([row for row in rows if row[2] is is_named], "named" if is_named else "not named")
    return 0


def _row(question: dict, answering: Answering) -> tuple[float, bool, bool, str]:
    """Coverage, whether it is answerable, whether it names a document that is held, and the question."""
    _, evidence, is_named = answering.evidence_for(question["question"], AS_OF)
    answerable = "answered" in answers.expected_statuses(question)
    return evidence.coverage, answerable, is_named, question["question"]


def _print_limits(rows: list[tuple[float, bool, bool, str]], what: str) -> None:
    """For each limit: answerable questions refused and unanswerable ones let through."""
    print(f"\nquestions with a document {what}: {len(rows)}")
    for percent in range(30, 100, 4):
        limit = percent / 100
        refused = sum(coverage < limit for coverage, answerable, _, _ in rows if answerable)
        let_through = sum(coverage >= limit for coverage, answerable, _, _ in rows if not answerable)
        print(f"limit {limit:.2f}: refuses {refused} answerable, lets {let_through} unanswerable through")
    for coverage, answerable, _, text in sorted(rows):
        print(f"  {coverage:.2f} {'answerable  ' if answerable else 'unanswerable'} {text}")
