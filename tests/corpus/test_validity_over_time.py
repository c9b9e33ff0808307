from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.identifier import parse_locator, parse_number
from corpus.model import Effect
from corpus.register import Register
from tests.documents import day
from tests.instruments import (
    amends,
    begins,
    digest,
    ends,
    ends_of,
    extends,
    holds,
    instrument,
    library_of,
    repeals,
    replaces,
)

DAYS = st.dates(day("2020-01-01"), day("2020-02-10"))
PLACES = st.sampled_from(["", "Điều 1", "Điều 1 khoản 2", "Điều 2"])
ACTS = st.builds(
    lambda kind, at, since, until, by, disputed: kind(
        "1/2019/NĐ-CP", at=at, since=since, until=until, by=by, is_disputed=disputed
    ),
    st.sampled_from([replaces, repeals, ends_of, amends, extends]),
    PLACES,
    st.just("") | DAYS.map(str),
    st.just("") | DAYS.map(str),
    st.sampled_from(["2/2020/NĐ-CP", "3/2020/NĐ-CP", "4/QĐ-UBND"]),
    st.booleans(),
)
EFFECTS = st.builds(
    lambda kind, on, at, without, disputed: kind(
        on, of="1/2019/NĐ-CP", at=at, without=without or (), is_disputed=disputed
    ),
    st.sampled_from([begins, ends, holds]),
    DAYS.map(str),
    PLACES,
    PLACES,
    st.booleans(),
)


@settings(max_examples=100, deadline=None)
@given(told=st.lists(ACTS | EFFECTS, max_size=6), place=PLACES, is_official=st.booleans())
def test_whatever_is_said_the_status_changes_on_stated_days_only_and_never_back(
    tmp_path_factory, told, place, is_official
):
    said = (instrument if is_official else digest)("9/2020/NĐ-CP", "2020-01-01", *told)
    with library_of(tmp_path_factory.mktemp("said"), instrument("1/2019/NĐ-CP", "2019-12-01"), said) as library:
        register = Register(library)
        days = [
            date.fromordinal(ordinal) for ordinal in range(day("2019-11-01").toordinal(), day("2020-03-01").toordinal())
        ]
        [meant] = register.instruments(parse_number("1/2019/NĐ-CP"))
        locator = parse_locator(place) if place else None
        statuses = [register.validity_of(meant, one, locator).status for one in days]
    stated = {one for statement in told for one in days_in(statement.stated)}
    changes = sum(before != after for before, after in pairwise(statuses))
    assert changes <= len(stated) + 3  # its issue, that of what says so, and the year in the numbers
    after_expiry = statuses[statuses.index("expired") :] if "expired" in statuses else ["expired"]
    assert set(after_expiry) == {"expired"}


def days_in(statement):
    """The days that can turn a status."""
    if isinstance(statement, Effect):
        return {statement.on}
    return {one for one in (statement.since, statement.until) if one}
