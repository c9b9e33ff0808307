import hashlib
from datetime import UTC, datetime

import pytest

from bot.records.given_answers import ToldDeadline
from bot.screens.actions import document_key
from bot.screens.answer_screen import given_answer
from bot.screens.files import (
    LARGEST_FILE_MEGABYTES,
    answer_calendar,
    calendar_command,
    document_calendar,
    file_name,
    source_file,
    timeline_picture,
)
from bot.screens.screen import Attachment
from tests.bot.factories import answer
from tests.bot.screens.held import holdings_over
from tests.documents import day, document
from tests.instruments import begins, instrument
from tests.plans import always, before, by, duty, plan

TODAY = day("2026-03-02")
NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
CONTENT = "Kế hoạch, nguyên văn".encode()

DUTIES = (
    duty("Báo cáo kết quả", "trước ngày 31/3/2026", before("2026-03-31"), "Sở Nội vụ"),
    duty("Tổng kết", "chậm nhất ngày 15/12/2026", by("2026-12-15"), "Sở Y tế"),
    duty("Giữ vệ sinh", "thường xuyên", always()),
)
PLAN = plan("12/KH-UBND", "2026-01-05", *DUTIES)
KEY = document_key(PLAN.document.id)


@pytest.fixture
def holdings(tmp_path):
    with holdings_over(tmp_path, PLAN) as found:
        yield found


@pytest.fixture
def source(tmp_path):
    """The file of a plan on disk, and what the screens read over it."""
    path = tmp_path / "nguồn" / "Kế hoạch số 12 (bản ký).PDF"
    path.parent.mkdir()
    path.write_bytes(CONTENT)
    record = plan("12/KH-UBND", "2026-01-05", path=str(path), digest=hashlib.sha256(CONTENT).hexdigest())
    with holdings_over(tmp_path, record) as found:
        yield path, found


def given(*deadlines):
    made = given_answer(
        answer("Có."), "abcdefghijk", update_id=1, chat_id=1, user_id=1, message_id=1, now=NOW, html="…"
    )
    values = {name: getattr(made, name) for name in made.__dataclass_fields__}
    return type(made)(**{**values, "deadlines": deadlines})


def told(record, place):
    deadline = record.deadlines[place]
    return ToldDeadline(record.document.id, deadline.start, deadline.end)


def summaries(attachment):
    assert isinstance(attachment, Attachment), attachment
    lines = attachment.content.decode().replace("\r\n ", "").splitlines()
    return [line.removeprefix("SUMMARY:") for line in lines if line.startswith("SUMMARY")]


def test_the_source_is_sent_byte_for_byte_under_a_plain_name_with_its_page(source):
    _, holdings = source
    assert source_file(KEY, "3", holdings) == Attachment(
        "12-KH-UBND.pdf", CONTENT, "Kế hoạch 12/KH-UBND. Xem trang 3.", cache_key=hashlib.sha256(CONTENT).hexdigest()
    )
    assert source_file(KEY, "0", holdings).caption_html == "Kế hoạch 12/KH-UBND"


def test_a_file_that_is_not_the_one_that_was_read_is_not_sent(source):
    path, holdings = source
    path.write_bytes(CONTENT + b"!")
    assert "đã thay đổi sau khi nạp vào kho" in source_file(KEY, "0", holdings).html


def test_a_file_that_is_missing_is_told_so(source):
    path, holdings = source
    path.unlink()
    assert "không còn ở nơi lưu trữ" in source_file(KEY, "0", holdings).html
    path.mkdir()
    assert "không còn ở nơi lưu trữ" in source_file(KEY, "0", holdings).html


def test_a_file_larger_than_telegram_takes_is_told_so(source):
    path, holdings = source
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE_MEGABYTES * 1_000_000 + 1)
    assert "nặng 51 MB, vượt quá 50 MB" in source_file(KEY, "0", holdings).html


@pytest.mark.parametrize(
    ("number", "title", "name"),
    [
        ("152/2025/NĐ-CP", "", "152-2025-ND-CP"),
        ("", "../../etc/passwd <b>", "etc-passwd-b"),
        ("", "Tin về “Thi đua”: Đợt 1", "tin-ve-thi-dua-dot-1"),
        ("", "…", "van-ban"),
        ("", "chữ " * 60, "-".join(["chu"] * 20)),
    ],
)
def test_a_file_has_a_plain_name_without_a_way_out_of_its_folder(number, title, name):
    assert file_name(document(number, title=title)) == name


@pytest.mark.parametrize(("written", "suffix"), [("a.b.DOCX", ".docx"), ("plan", ""), ("plan.x y", ""), ("a.<b>", "")])
def test_only_a_plain_suffix_is_kept(tmp_path, written, suffix):
    path = tmp_path / written
    path.write_bytes(CONTENT)
    digest = hashlib.sha256(CONTENT).hexdigest()
    record = plan("12/KH-UBND", "2026-01-05", path=str(path), digest=digest)
    with holdings_over(tmp_path, record) as holdings:
        assert source_file(KEY, "0", holdings).name == f"12-KH-UBND{suffix}"


def test_a_document_that_is_gone_has_no_files(holdings):
    gone = "Văn bản này không còn trong kho. Xin hỏi lại hoặc báo quản trị viên."
    assert source_file("AAAAAAAAAAAA", "0", holdings).html == gone
    assert document_calendar("AAAAAAAAAAAA", holdings, NOW).html == gone
    assert timeline_picture("AAAAAAAAAAAA", holdings, TODAY).html == gone


def test_a_calendar_has_all_deadlines_of_the_document(holdings):
    calendar = document_calendar(KEY, holdings, NOW)
    assert calendar.name == "12-KH-UBND.ics"
    assert calendar.caption_html == (
        "Lịch thời hạn: Kế hoạch 12/KH-UBND: 2 hạn có ngày và 1 việc không có ngày cụ thể. "
        "Mở tệp để thêm vào ứng dụng lịch."
    )
    assert len(summaries(calendar)) == 3


def test_a_document_without_deadlines_has_no_calendar(tmp_path):
    record = instrument("1/2026/NĐ-CP", "2026-01-05", begins("2026-02-01"))
    with holdings_over(tmp_path, record) as holdings:
        shown = document_calendar(document_key(record.document.id), holdings, NOW)
    assert shown.html == "Không có thời hạn nào của Nghị định 1/2026/NĐ-CP để đưa vào lịch."


def test_the_calendar_of_an_answer_has_what_the_answer_told(holdings):
    assert summaries(answer_calendar(given(told(PLAN, 1)), holdings, NOW)) == ["Hạn: Tổng kết – Sở Y tế"]


def test_deadlines_that_are_no_longer_held_are_told_so(holdings):
    gone = ToldDeadline(PLAN.document.id, 9_000, 9_001)
    assert "có thể đã đổi" in answer_calendar(given(gone), holdings, NOW).html


def test_lich_sends_the_calendar_of_a_document_or_of_a_unit(holdings):
    assert len(summaries(calendar_command("12/KH-UBND", holdings, TODAY, NOW))) == 3
    unit = calendar_command("Sở Nội vụ", holdings, TODAY, NOW)
    assert summaries(unit) == ["Hạn: Báo cáo kết quả – Sở Nội vụ"]
    assert unit.name == "so-noi-vu.ics"
    assert "Sở Nội vụ, từ 02/3/2026 đến 02/3/2027: 1 hạn có ngày." in unit.caption_html


@pytest.mark.parametrize("text", ["", "blah blah"])
def test_lich_without_a_document_or_unit_says_how_to_ask(holdings, text):
    assert calendar_command(text, holdings, TODAY, NOW).html.startswith("Cách dùng: /lich")


def test_the_timeline_is_a_picture(holdings):
    picture = timeline_picture(KEY, holdings, TODAY)
    assert picture.content.startswith(b"\x89PNG")
    assert (picture.name, picture.is_picture) == ("12-KH-UBND.png", True)
    assert picture.caption_html == "Tiến độ theo Kế hoạch 12/KH-UBND, tính đến ngày 02/3/2026."


def test_a_tall_timeline_is_a_file_so_that_it_can_be_read(tmp_path):
    many = [duty(f"Họp lần {n} để bàn", f"ngày {n:02}/4/2026", by(f"2026-04-{n:02}")) for n in range(1, 30)]
    with holdings_over(tmp_path, plan("12/KH-UBND", "2026-01-05", *many)) as holdings:
        assert timeline_picture(KEY, holdings, TODAY).is_picture is False


def test_one_dated_deadline_is_too_little_for_a_timeline(tmp_path):
    with holdings_over(tmp_path, plan("12/KH-UBND", "2026-01-05", *DUTIES[1:])) as holdings:
        assert "chưa đủ hai mốc" in timeline_picture(KEY, holdings, TODAY).html
