"""An administrator adds a plan from the chat; the bot itself reads no file."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bot.deadline_plans import LAMPS, TREES
from tests.system.telegram.served_office import ServedOffice, word_file
from tests.telegram_server.faults import server_error

ROOT = Path(__file__).resolve().parents[3]
ASKED = "KH 33 Sở Nội vụ gửi báo cáo khen thưởng trồng cây trước ngày nào"


@pytest.fixture
def served(server, tmp_path, own_library, clock):
    office = ServedOffice(server, tmp_path / "data", own_library, clock)
    with office.running():
        yield office


def previewed(office, name="Kế hoạch trồng cây.docx", content=None):
    office.lan.sends_file(name, word_file(TREES) if content is None else content)
    office.chat.bot.answers_with(name)
    office.serve()
    return office.chat.bot.edits_to("Kế hoạch 33/KH-UBND", "Trồng cây bóng mát", "Thời hạn tìm thấy", to=office.lan)


def test_a_plan_sent_by_an_administrator_is_previewed_published_answered_from_and_taken_back(served):
    served.an.says(ASKED)
    served.chat.bot.answers_with("không có", without=("05/12/2026",))
    preview = previewed(served)
    assert "Văn bản mới, kho chưa có" in preview.shown
    served.decided("Công bố", preview)
    served.chat.bot.edits_to("Lan đã công bố")
    served.an.says(ASKED)
    served.chat.bot.answers_with("Trước ngày 05/12/2026", "33/KH-UBND")
    served.an.presses("Thẻ văn bản")
    served.an.presses("Tệp gốc")
    served.chat.bot.sends_file("33-KH-UBND.docx")
    served.decided("Hoàn tác", preview)
    served.chat.bot.edits_to("Lan đã hoàn tác", "không còn trong kho")
    served.an.says(ASKED)
    served.chat.bot.answers_with("không có", without=("05/12/2026",))


def test_what_was_read_is_corrected_by_a_reply_before_it_is_published(served):
    preview = previewed(served)
    served.lan.presses("Sửa", under=preview)
    served.chat.bot.edits_to("mỗi thông tin cần sửa một dòng")
    served.lan.says("số: 34/KH-UBND\nngày: 11/3/2026")
    served.chat.bot.answers_with("Đang đọc lại tệp", "34/KH-UBND")
    served.chat.bot.edits_to("xem bản mới ở dưới")
    served.serve()
    corrected = served.chat.bot.edits_to("Kế hoạch 34/KH-UBND, ngày 11/3/2026", "Đã sửa")
    served.decided("Công bố", corrected)
    served.chat.bot.edits_to("Lan đã công bố")
    served.an.says("/vanban 34")
    served.chat.bot.answers_with("Trồng cây bóng mát ven sông Lụa")


def test_a_question_asked_while_a_correction_is_awaited_is_a_question(served):
    served.lan.presses("Sửa", under=previewed(served))
    served.chat.bot.edits_to("mỗi thông tin cần sửa một dòng")
    served.lan.says("KH 21 ai ký")
    served.chat.bot.answers_with("Đặng Thị Hải Yến")


def test_what_is_discarded_never_comes_into_the_library(served):
    served.decided("Bỏ", previewed(served))
    served.chat.bot.edits_to("Lan đã bỏ tệp này")
    served.lan.says("/vanban 33")
    served.chat.bot.answers_with("không có")


def test_a_file_that_is_in_the_library_already_need_not_be_published(served):
    served.lan.sends_file("duong-que.md", LAMPS.encode())
    served.chat.bot.answers_with("duong-que.md")
    served.serve()
    shown = served.chat.bot.edits_to("21/KH-UBND", "không cần công bố")
    assert "Công bố" not in shown.labels()


def test_while_nobody_serves_the_inbox_the_administrator_learns_whom_to_tell(served):
    served.lan.sends_file("ke-hoach.md", TREES.encode())
    served.chat.bot.answers_with("ke-hoach.md", "Bộ phận nạp văn bản chưa chạy", "python -m ingest watch")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("ke-hoach.exe", b"MZ", "Tôi chưa đọc được tệp “ke-hoach.exe”"),
        ("ke-hoach.doc", b"x", "lưu lại dạng docx"),
        ("lon.pdf", bytes(21 * 1024 * 1024), "vượt quá 20 MB"),
    ],
)
def test_a_file_that_cannot_be_taken_is_declined_with_what_to_do(served, name, content, said):
    served.lan.sends_file(name, content)
    served.chat.bot.answers_with(said)
    assert not served.settings.corpus.inbox_dir.exists() or list(served.settings.corpus.inbox_dir.iterdir()) == []


def test_a_broken_file_is_told_after_it_was_looked_at(served):
    served.lan.sends_file("hong.pdf", b"%PDF-1.7 nothing more")
    served.chat.bot.answers_with("hong.pdf")
    served.serve()
    served.chat.bot.edits_to("Không nạp được tệp “hong.pdf”")


def test_only_administrators_add_documents_and_only_in_private(served):
    served.an.sends_file("ke-hoach.md", TREES.encode())
    served.chat.bot.answers_with("Tôi chưa nhận tệp từ tài khoản này")
    served.stranger.sends_file("ke-hoach.md", TREES.encode())
    served.chat.bot.answers_with("Mã của anh/chị")
    served.serve()
    assert not any(served.settings.corpus.inbox_dir.glob("*/*.md"))


def test_a_file_that_telegram_does_not_give_is_asked_for_again(served):
    served.server.faults.next("download", server_error(500), times=20)
    served.lan.sends_file("ke-hoach.md", TREES.encode())
    served.chat.bot.answers_with("Chưa tải được tệp từ Telegram")


def test_the_ingest_that_an_operator_runs_makes_the_preview(served):
    served.lan.sends_file("Kế hoạch trồng cây.docx", word_file(TREES))
    served.chat.bot.answers_with("Kế hoạch trồng cây.docx")
    inbox = str(served.settings.corpus.inbox_dir)
    subprocess.run(
        [sys.executable, "-m", "ingest", "watch", inbox, "--once"],
        cwd=ROOT,
        env={**os.environ, **served.environment},
        capture_output=True,
        timeout=60,
        check=True,
    )
    served.chat.bot.edits_to("Kế hoạch 33/KH-UBND", "Văn bản mới, kho chưa có", to=served.lan)
