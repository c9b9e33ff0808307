"""What has ended is not served as current: two invented decrees, one ending the other, asked through the whole core."""

from contextlib import contextmanager
from datetime import date

import pytest

from bot.answer import AnswerStatus
from corpus.validity import ValidityStatus
from tests.bot.letterhead import DECREE_HEAD
from tests.bot.opened import opened

TITLE = "Quy định về công nhận làng nghề xanh"
OLDER = (
    DECREE_HEAD.format(title=TITLE, number="41/2019/NĐ-CP", day="20 tháng 6 năm 2019")
    + """\
Điều 1. Thời hạn trả hồ sơ
Cơ quan tiếp nhận trả hồ sơ làng nghề xanh đề nghị danh hiệu trong thời hạn 15 ngày làm việc.
Điều 2. Lệ phí đăng ký làng nghề xanh
Mỗi làng nghề xanh nộp lệ phí đăng ký 300.000 đồng.
Điều 3. Hiệu lực thi hành
Nghị định này có hiệu lực thi hành từ ngày 01 tháng 8 năm 2019.
"""
)
NEWER = (
    DECREE_HEAD.format(title=TITLE, number="77/2024/NĐ-CP", day="05 tháng 9 năm 2024")
    + """\
Điều 1. Thời hạn trả hồ sơ
Cơ quan tiếp nhận trả hồ sơ làng nghề xanh đề nghị danh hiệu trong thời hạn 07 ngày làm việc.
Điều 2. Hiệu lực thi hành
1. Nghị định này có hiệu lực thi hành từ ngày 01 tháng 11 năm 2024.
2. Nghị định số 41/2019/NĐ-CP ngày 20 tháng 6 năm 2019 hết hiệu lực kể từ ngày Nghị định này có hiệu lực thi hành.
"""
)
TODAY = date(2026, 3, 2)


AMENDING = (
    DECREE_HEAD.format(title=TITLE, number="5/2025/NĐ-CP", day="10 tháng 11 năm 2025")
    + """\
Điều 1. Sửa đổi, bổ sung
Sửa đổi, bổ sung một số điều của Nghị định số 77/2024/NĐ-CP.
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2026.
"""
)


@contextmanager
def asking(folder, *texts):
    with opened(folder, {f"{place}.txt": text for place, text in enumerate(texts)}) as (_, answering):
        yield lambda question, as_of=TODAY: answering.answer(question, as_of)


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    with asking(tmp_path_factory.mktemp("ended"), OLDER, NEWER) as answered:
        yield answered


@pytest.mark.parametrize(
    ("question", "as_of", "expected"),
    [
        ("danh hiệu làng nghề xanh: cơ quan tiếp nhận trả hồ sơ trong mấy ngày?", TODAY, "07 ngày làm việc"),
        ("danh hieu lang nghe xanh: co quan tiep nhan tra ho so trong may ngay?", TODAY, "07 ngày làm việc"),
        (
            "danh hiệu làng nghề xanh: cơ quan tiếp nhận trả hồ sơ trong mấy ngày?",
            date(2024, 10, 31),
            "15 ngày làm việc",
        ),
        (
            "danh hiệu làng nghề xanh: cơ quan tiếp nhận trả hồ sơ trong mấy ngày?",
            date(2024, 11, 1),
            "07 ngày làm việc",
        ),
        ("trước đây cơ quan tiếp nhận trả hồ sơ trong mấy ngày?", TODAY, "15 ngày làm việc"),
        ("hồi 2023 danh hiệu làng nghề xanh: cơ quan tiếp nhận trả hồ sơ trong mấy ngày?", TODAY, "15 ngày làm việc"),
        ("năm 2020 danh hiệu làng nghề xanh: cơ quan tiếp nhận trả hồ sơ trong mấy ngày?", TODAY, "15 ngày làm việc"),
    ],
)
def test_the_rule_of_the_time_asked_for_answers(ask, question, as_of, expected):
    answer = ask(question, as_of)
    others = {"07 ngày làm việc", "15 ngày làm việc"} - {expected}
    assert answer.status is AnswerStatus.ANSWERED
    assert expected in answer.text
    assert not any(other in answer.text for other in others)


@pytest.mark.parametrize(
    "question", ["trước đây cơ quan tiếp nhận trả hồ sơ trong mấy ngày?", "Điều 1 Nghị định 41/2019/NĐ-CP quy định gì?"]
)
def test_an_ended_rule_is_told_with_what_ended_it(ask, question):
    answer = ask(question)
    assert "đã hết hiệu lực từ ngày 01/11/2024" in answer.text
    assert "77/2024/NĐ-CP" in answer.text
    assert {citation.validity.status for citation in answer.citations} == {ValidityStatus.EXPIRED}


def test_a_rule_that_only_an_ended_document_has_is_not_given_as_current(ask):
    answer = ask("làng nghề xanh nộp lệ phí đăng ký bao nhiêu?")
    assert answer.status is AnswerStatus.NOT_IN_CORPUS
    assert "300.000" not in answer.text
    assert "41/2019/NĐ-CP đã hết hiệu lực" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "lệ phí đăng ký làng nghề xanh 300.000 đồng còn áp dụng không?",
        "le phi dang ky lang nghe xanh con ap dung khong",
    ],
)
def test_whether_a_rule_still_applies_is_told_with_its_words(ask, question):
    answer = ask(question)
    assert answer.text.startswith("Quy định này không còn áp dụng")
    assert "300.000 đồng" in answer.text
    assert "đã hết hiệu lực từ ngày 01/11/2024" in answer.text


def test_what_was_before_is_today_s_rule_with_a_note_when_no_earlier_one_is_held(ask):
    answer = ask("trước đây làng nghề xanh có hiệu lực thi hành từ ngày nào?")
    assert answer.status is AnswerStatus.ANSWERED


def test_each_citation_bears_its_status_on_the_day_asked_for(ask):
    [today] = ask("danh hiệu làng nghề xanh: cơ quan tiếp nhận trả hồ sơ trong mấy ngày?").citations
    [then] = ask("danh hiệu làng nghề xanh: cơ quan tiếp nhận trả hồ sơ trong mấy ngày?", date(2024, 10, 31)).citations
    assert (today.validity.status, today.document.number.year) == (ValidityStatus.IN_FORCE, 2024)
    assert (then.validity.status, then.document.number.year) == (ValidityStatus.IN_FORCE, 2019)
    assert then.validity.until == date(2024, 11, 1)


def test_a_rule_that_may_have_changed_is_given_with_a_note_to_compare(tmp_path):
    question = "danh hiệu làng nghề xanh: cơ quan tiếp nhận trả hồ sơ trong mấy ngày?"
    with asking(tmp_path, NEWER, AMENDING) as ask:
        note = "Nghị định 77/2024/NĐ-CP đã thay đổi một phần từ ngày 01/01/2026 theo Nghị định 5/2025/NĐ-CP"
        assert any(warning.startswith(note) for warning in ask(question).warnings)
        assert not any("đã thay đổi" in warning for warning in ask(question, date(2025, 12, 31)).warnings)
