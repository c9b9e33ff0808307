"""Every rule that can be made comes back from the library as it went in."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.deadline_kind import rule_kind
from corpus.deadline_rows import rule_of, rule_text
from corpus.deadline_rule import (
    LAST_DAY,
    Bearing,
    Cycle,
    CycleDay,
    Event,
    FixedDate,
    Limit,
    Ongoing,
    Period,
    Recurring,
    Relative,
    TimeUnit,
    VariableYear,
)

DAYS = st.dates()
WORDS = st.text(alphabet=st.characters(exclude_categories=["Cs"]))
CYCLE_DAYS = st.builds(CycleDay, st.integers(1, 12), st.one_of(st.just(LAST_DAY), st.integers(1, 31)))
PERIODS = st.one_of(
    st.builds(lambda days, is_vague: Period(min(days), max(days), is_vague), st.tuples(DAYS, DAYS), st.booleans()),
    st.builds(Period, DAYS, st.none(), st.booleans()),
    st.builds(Period, st.none(), DAYS, st.booleans()),
)
RULES = st.one_of(
    st.builds(FixedDate, DAYS),
    st.builds(Limit, DAYS, st.booleans()),
    PERIODS,
    st.builds(
        Recurring,
        cycle=st.sampled_from(Cycle),
        opens=st.none() | CYCLE_DAYS,
        closes=st.none() | CYCLE_DAYS,
        is_inclusive=st.booleans(),
        every=st.integers(1, 10),
        times=st.integers(1, 12),
        first=st.none() | DAYS,
        last=st.none() | DAYS,
        is_approximate=st.booleans(),
    ),
    st.builds(Relative, st.integers(0, 400), st.sampled_from(TimeUnit), st.sampled_from(Bearing), WORDS),
    st.builds(VariableYear, st.integers(1, 12), st.integers(1, 31), WORDS, st.booleans(), st.booleans()),
    st.builds(Event, WORDS, st.none() | DAYS),
    st.builds(Ongoing, WORDS),
)


@given(RULES)
def test_a_rule_comes_back_as_it_went_in(rule):
    assert rule_of(rule_text(rule)) == rule


def test_a_rule_is_stored_in_unescaped_vietnamese():
    assert rule_text(Ongoing("thường xuyên")) == '{"type": "Ongoing", "words": "thường xuyên"}'


def test_a_day_of_a_cycle_is_a_pair():
    rule = Recurring(Cycle.QUARTER, closes=CycleDay(3, LAST_DAY), first=date(2026, 1, 1))
    assert '"opens": null, "closes": [3, -1], "is_inclusive": true' in rule_text(rule)


def test_a_rule_of_another_program_is_refused_by_name():
    with pytest.raises(ValueError, match="'Tide'"):
        rule_of('{"type": "Tide"}')


@pytest.mark.parametrize(
    ("rule", "kind"),
    [
        (FixedDate(date(2026, 3, 15)), "date"),
        (Limit(date(2026, 3, 31), is_inclusive=False), "before"),  # trước ngày
        (Limit(date(2026, 3, 31), is_inclusive=True), "before"),  # chậm nhất ngày
        (Period(None, date(2025, 12, 31)), "period"),
        (Recurring(Cycle.YEAR), "recurring"),
        (Relative(10, TimeUnit.DAY, Bearing.WITHIN, "ngày ký"), "relative"),
        (VariableYear(8, 15, "năm xét tặng"), "relative"),
        (Event("10/10"), "event"),
        (Ongoing("thường xuyên"), "ongoing"),
    ],
)
def test_a_rule_has_one_of_the_agreed_kinds(rule, kind):
    assert rule_kind(rule).value == kind
