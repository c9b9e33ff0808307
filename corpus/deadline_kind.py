"""The kinds of date rule that programs are told: fewer than there are types of rule."""

from enum import StrEnum
from typing import assert_never

from corpus.deadline_rule import Event, FixedDate, Limit, Ongoing, Period, Recurring, Relative, Rule, VariableYear


class RuleKind(StrEnum):
    """What kind of rule says when something is due."""

    DATE = "date"
    BEFORE = "before"  # "trước ngày …" and "chậm nhất ngày …" alike
    PERIOD = "period"
    RECURRING = "recurring"
    RELATIVE = "relative"  # to an event, or to a year that differs from case to case
    EVENT = "event"
    ONGOING = "ongoing"


def rule_kind(rule: Rule) -> RuleKind:
    """The kind of `rule`.

    >>> rule_kind(VariableYear(8, 15, "năm xét tặng")).value
    'relative'
    """
    match rule:
        case FixedDate():
            return RuleKind.DATE
        case Limit():
            return RuleKind.BEFORE
        case Period():
            return RuleKind.PERIOD
        case Recurring():
            return RuleKind.RECURRING
        case Relative() | VariableYear():
            return RuleKind.RELATIVE
        case Event():
            return RuleKind.EVENT
        case Ongoing():
            return RuleKind.ONGOING
        case _:
            assert_never(rule)
