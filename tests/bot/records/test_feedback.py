from bot.records.feedback import LONGEST_COMMENT, Verdict
from tests.bot.records.given import given
from tests.bot.records.moments_of_tests import NOW, later


def test_a_verdict_is_kept_with_the_answer_as_it_was(records):
    records.feedback.note(given(), Verdict.WRONG, 40, NOW, "sai ngày")
    [remark] = records.feedback.listed()
    assert (remark.answer_id, remark.verdict, remark.comment) == ("a1", Verdict.WRONG, "sai ngày")
    assert (remark.question, remark.status, remark.html) == ("hạn nộp báo cáo?", "answered", "<b>30/11/2026</b>")
    assert (remark.user_id, remark.chat_id, remark.at) == (40, 40, NOW)


def test_a_later_verdict_replaces_that_of_the_same_person_only(records):
    records.feedback.note(given(), Verdict.RIGHT, 40, NOW)
    records.feedback.note(given(), Verdict.RIGHT, 41, NOW)
    records.feedback.note(given(), Verdict.MISSING, 40, later(minutes=1))
    assert [(remark.user_id, remark.verdict) for remark in records.feedback.listed()] == [
        (41, Verdict.RIGHT),
        (40, Verdict.MISSING),
    ]
    assert records.feedback.verdict_of("a1", 40) is Verdict.MISSING
    assert records.feedback.verdict_of("a1", 42) is None


def test_words_and_verdict_come_in_either_order(records):
    records.feedback.comment(given(), 40, " thiếu Điều 3 ", NOW)
    assert records.feedback.verdict_of("a1", 40) is None
    records.feedback.note(given(), Verdict.MISSING, 40, later(minutes=1))
    records.feedback.note(given("a2"), Verdict.WRONG, 40, later(minutes=2))
    records.feedback.comment(given("a2"), 40, "sai số", later(minutes=3))
    assert [(remark.verdict, remark.comment) for remark in records.feedback.listed()] == [
        (Verdict.MISSING, "thiếu Điều 3"),
        (Verdict.WRONG, "sai số"),
    ]


def test_words_about_no_answer_are_kept_each_time(records):
    records.feedback.remark(40, 40, "chữ hơi nhỏ", NOW)
    records.feedback.remark(40, 40, "x" * 9000, NOW)
    first, second = records.feedback.listed()
    assert (first.answer_id, first.verdict, first.comment) == (None, None, "chữ hơi nhỏ")
    assert len(second.comment) == LONGEST_COMMENT


def test_words_that_no_file_can_hold_are_kept_as_far_as_they_can_be(records):
    records.feedback.remark(40, 40, "sai \ud800 ngày", NOW)
    assert [remark.comment for remark in records.feedback.listed()] == ["sai ? ngày"]


def test_remarks_are_listed_by_time_and_verdict(records):
    records.feedback.note(given("a1"), Verdict.RIGHT, 40, NOW)
    records.feedback.note(given("a2"), Verdict.WRONG, 40, later(days=1))
    assert [remark.answer_id for remark in records.feedback.listed(later(hours=1))] == ["a2"]
    assert [remark.answer_id for remark in records.feedback.listed(verdict=Verdict.RIGHT)] == ["a1"]


def test_a_person_and_what_is_old_are_forgotten(records):
    records.feedback.note(given("a1"), Verdict.RIGHT, 40, NOW)
    records.feedback.note(given("a1"), Verdict.RIGHT, 41, NOW)
    records.feedback.note(given("a2"), Verdict.RIGHT, 41, later(days=2))
    assert records.feedback.forget_user(40) == 1
    assert records.feedback.forget_before(later(days=1)) == 1
    assert [(remark.answer_id, remark.user_id) for remark in records.feedback.listed()] == [("a2", 41)]
