from dataclasses import replace
from datetime import date

import pytest

from corpus.identifier import parse_number
from corpus.library import Library
from corpus.model import RelationKind
from tests.corpus.records import head_of, record, told_apart


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.sqlite3", create=True) as opened:
        yield opened


def test_who_mentions_a_number_is_found(library):
    library.add(record())
    [(head, relation)] = library.mentions(parse_number("088/KH-UBND").key)
    assert head.id == "12-kh-ubnd"
    assert relation == record().relations[0]


def test_who_mentions_a_number_is_found_by_what_is_said(library):
    library.add(record())
    library.add(told_apart())
    key = parse_number("88/KH-UBND").key
    assert [head.id for head, _ in library.mentions(key)] == ["12-kh-ubnd", "13-kh-ubnd"]
    assert [head.id for head, _ in library.mentions(key, {RelationKind.IMPLEMENTS})] == ["12-kh-ubnd"]
    assert library.mentions(key, {RelationKind.REPEALS}) == []


def test_of_many_mentions_one_of_each_that_tells_the_same_is_read(library):
    for place in "abc":
        library.add(told_apart(place))
    library.add(record())
    different = library.different_mentions(parse_number("88/KH-UBND").key)
    assert [head.id for head, _ in different] == ["12-kh-ubnd", "a"]


def test_of_many_mentions_a_few_more_of_each_kind_are_read_those_with_a_date_first(library):
    dated = replace(told_apart().relations[0], target_issued_on=date(2025, 1, 10))
    for place in "abc":
        library.add(told_apart(place))
        library.add(replace(told_apart(f"{place}-dated"), relations=(dated,)))
    key = parse_number("88/KH-UBND").key
    assert [head.id for head, _ in library.few_mentions(key, 1)] == ["a", "a-dated", "c-dated"]
    assert len(library.few_mentions(key, 6)) == 6
    assert [head.id for head, _ in library.few_mentions_by_serial(88, 1)] == ["c-dated"]
    assert library.few_mentions_by_serial(8, 1) == []


def test_what_others_tell_of_a_number_is_found(library):
    library.add(record())
    library.add(told_apart())
    key = parse_number("7/2024/NĐ-CP").key
    assert library.acts_told(key) == [(head_of(record()), record().relations[0])]
    assert library.effects_told(key) == [(head_of(record()), record().effects[0])]


def test_acts_rates_and_salaries_are_found_in_all_documents(library):
    library.add(record())
    library.add(told_apart())
    assert [relation for _, relation in library.acts({RelationKind.CITES})] == list(told_apart().relations)
    assert library.reward_rates() == [("12-kh-ubnd", record().rewards[0]), ("13-kh-ubnd", told_apart().rewards[0])]
    assert library.base_salaries("13-kh-ubnd") == [("13-kh-ubnd", told_apart().base_salaries[0])]
