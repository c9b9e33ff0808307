import pytest

from corpus.fusion import fused, stretched


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ({"a": 4.0, "b": 2.0, "c": 3.0}, {"a": 1.0, "b": 0.0, "c": 0.5}),  # the range becomes 0 to 1
        ({"a": 3.0, "b": 2.0}, {"a": 1.0, "b": 0.0, "c": 0.0}),  # not scored is worst
        ({"a": 3.0, "b": 3.0}, {"a": 1.0, "b": 1.0, "c": 0.0}),  # all equal: no division by zero, all good
        ({"a": 3.0}, {"a": 1.0, "b": 0.0, "c": 0.0}),  # a single candidate
        ({}, {"a": 0.0, "b": 0.0, "c": 0.0}),  # a search that found nothing
        ({"a": -1.0, "b": -3.0, "c": -2.0}, {"a": 1.0, "b": 0.0, "c": 0.5}),  # cosines can be negative
    ],
)
def test_scores_are_stretched_from_the_worst_to_the_best(scores, expected):
    assert {key: stretched(scores, "abc")[key] for key in expected} == expected


def test_the_share_weighs_the_two_searches():
    scores = fused({"a": 10.0, "b": 5.0}, {"a": 0.1, "b": 0.9}, lexical_share=0.7)
    assert scores == pytest.approx({"a": 0.7, "b": 0.3})


def test_a_clear_lead_in_one_search_beats_a_narrow_lead_in_the_other():
    lexical = {"clear": 20.0, "narrow": 2.0, "last": 1.0}
    dense = {"clear": 0.895, "narrow": 0.900, "last": 0.800}
    scores = fused(lexical, dense, lexical_share=0.5)
    assert scores["clear"] > scores["narrow"] > scores["last"]


def test_a_candidate_of_only_one_search_is_kept():
    assert set(fused({"words": 3.0}, {"meaning": 0.8}, lexical_share=0.5)) == {"words", "meaning"}


def test_nothing_fused_is_nothing():
    assert fused({}, {}, lexical_share=0.5) == {}
