"""Files sent for the library, from the administrators' side; the tests play the ingest."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot import upload_messages as messages
from bot import upload_warning_messages
from bot.records.records import open_records
from bot.screens.actions import read_action
from bot.screens.screen import Screen
from bot.screens.upload_corrections import looks_like_corrections, read_corrections
from bot.screens.upload_flow import (
    Sender,
    correct_upload,
    make_room,
    press_upload,
    upload_changes,
    upload_received,
    upload_to_correct,
)
from bot.screens.upload_preview import LONGEST_PREVIEW, preview_html
from bot.screens.upload_screens import upload_screen
from corpus.inbox import Heartbeat, Inbox, Serving
from corpus.model import Form, RelationKind
from corpus.upload import (
    DecisionKind,
    HeldVersion,
    Novelty,
    Outcome,
    Preview,
    PreviewDeadline,
    PreviewRelation,
    Refusal,
    RefusalCode,
    UploadState,
)
from tests.bot.message_form import faults_of

NOW = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
GROUP, LAN, MINH = -100, 7, 8
PREVIEW = Preview(
    0,
    NOW,
    document_id="12-kh-ubnd",
    document_number="12/KH-UBND",
    kind="Kế hoạch",
    title="Phát động phong trào <trồng cây> & vệ sinh",
    issuer="Ủy ban nhân dân xã Sơn Hạ",
    issued_on=date(2026, 3, 5),
    signer="Trần Văn Mẫu",
    pages=3,
    relations=(
        PreviewRelation(RelationKind.BASED_ON, "06/2022/QH15", "Luật", "", True),
        PreviewRelation(RelationKind.REPLACES, "9/KH-UBND", "Kế hoạch", "", False),
        PreviewRelation(RelationKind.ENDS, "9/KH-UBND", "Kế hoạch", "", False),
    ),
    deadlines=(PreviewDeadline("trước ngày 15/12/2026", "báo cáo kết quả", ("Văn phòng xã",), "…"),),
    deadline_count=1,
    warnings=("held without a document number; if it has one, correct it with --set number=…",),
)


class Chat:
    """A group of administrators, the bot's records, and an inbox that somebody serves."""

    def __init__(self, records, inbox):
        self.records = records
        self.inbox = inbox
        self.now = NOW

    def by(self, user_id=LAN, name="Lan", chat_id=GROUP):
        return Sender(chat_id, user_id, name, self.now)

    def send(self, name="Kế hoạch.txt", content="KẾ HOẠCH"):
        room = make_room(self.inbox, name, len(content))
        room.path.write_text(content, encoding="utf-8")
        upload, screen = upload_received(self.records, self.inbox, room, self.by())
        self.records.uploads.place_message(upload.ticket, 500)
        return upload, screen

    def changes(self):
        """What the bot's loop shows."""
        found = upload_changes(self.records, self.inbox, self.now)
        for upload, _ in found:
            self.records.uploads.note_shown(upload)
        return [screen for _, screen in found]

    def press(self, button, by=None):
        return press_upload(self.records, self.inbox, read_action(button.callback), by or self.by())

    def served(self, serving=Serving.IDLE):
        self.inbox.beat(Heartbeat(self.now, 1, serving))

    def outcome(self, ticket, decision, refusal=None, **more):
        number = self.inbox.look(ticket).decision.number
        self.inbox.write_outcome(ticket, Outcome(number, decision, self.now, "Lan", refusal, **more))

    def previewed(self, preview=PREVIEW):
        upload, _ = self.send()
        self.inbox.write_preview(upload.ticket, preview)
        [screen] = self.changes()
        return upload, screen

    def published(self):
        upload, screen = self.previewed()
        self.press(button(screen, messages.PUBLISH))
        self.outcome(upload.ticket, DecisionKind.PUBLISH, document_id="12-kh-ubnd", published_at=self.now)
        [screen] = self.changes()
        return upload, screen


@pytest.fixture
def chat(tmp_path):
    with open_records(tmp_path / "bot.sqlite3") as records:
        inbox = Inbox(tmp_path / "inbox")
        inbox.folder.mkdir()
        made = Chat(records, inbox)
        made.served()
        yield made


def button(screen, label):
    [found] = [one for row in screen.rows for one in row if one.label == label]
    return found


def labels(screen):
    return [[one.label for one in row] for row in screen.rows]


def plain(screen):
    return re.sub(r"<[^>]+>", "", screen.html)


def test_a_file_is_saved_and_waits_to_be_read(chat):
    upload, screen = chat.send("Kế hoạch <12>.txt")
    assert screen.html == "Đã nhận tệp “Kế hoạch &lt;12&gt;.txt”, đang đọc. Bản xem trước sẽ hiện ở đây."
    assert chat.inbox.look(upload.ticket).state is UploadState.RECEIVED
    assert chat.changes() == []


@pytest.mark.parametrize(
    ("name", "size_bytes", "told"),
    [
        ("bảng.xlsx", 10, "Các loại tệp nhận được: PDF, Word (docx)"),
        ("cũ.doc", 10, "lưu lại dạng docx"),
        ("../../x", 10, "Tôi chưa đọc được tệp “x”"),
        ("lớn.pdf", 21 * 1024 * 1024, "nặng 21 MB, vượt quá 20 MB"),
    ],
)
def test_a_file_that_is_not_taken_is_told_before_it_is_fetched(chat, name, size_bytes, told):
    screen = make_room(chat.inbox, name, size_bytes)
    assert isinstance(screen, Screen)
    assert told in plain(screen)
    assert chat.inbox.tickets() == []


def test_a_file_that_cannot_be_saved_is_told_and_leaves_nothing(chat):
    room = make_room(chat.inbox, "a.txt", 1)  # its bytes never come
    upload, screen = upload_received(chat.records, chat.inbox, room, chat.by())
    assert upload is None
    assert "Chưa lưu được tệp" in plain(screen)
    assert chat.inbox.tickets() == []


def test_when_nobody_serves_the_inbox_that_is_said_once_and_taken_back(chat):
    chat.send()
    chat.now = NOW + timedelta(minutes=5)
    [screen] = chat.changes()
    assert "Bộ phận nạp văn bản chưa chạy" in plain(screen)
    assert chat.changes() == []
    chat.served()
    [screen] = chat.changes()
    assert "chưa chạy" not in plain(screen)


def test_when_another_ingest_is_running_that_is_said(chat):
    chat.served(Serving.WAITING)
    _, screen = chat.send()
    assert "một lần nạp khác" in plain(screen)


def test_the_preview_is_shown_once_with_what_an_administrator_needs(chat):
    _, screen = chat.previewed()
    assert plain(screen).split("\n") == [
        "Kế hoạch 12/KH-UBND, ngày 05/3/2026",
        "Phát động phong trào &lt;trồng cây&gt; &amp; vệ sinh",
        "UBND xã Sơn Hạ",
        "Người ký: Trần Văn Mẫu",
        "Bản chính thức, 3 trang",
        "",
        "Văn bản mới, kho chưa có.",
        "",
        "Quan hệ",
        "• Thay thế: Kế hoạch 9/KH-UBND (chưa có trong kho)",
        "• Căn cứ: Luật 06/2022/QH15",
        "",
        "Thời hạn tìm thấy: 1",
        "• Trước ngày 15/12/2026: báo cáo kết quả (Văn phòng xã)",
        "",
        "Cần xem lại",
        "• Không tìm thấy số, ký hiệu. Nếu văn bản có số, xin sửa dòng số.",
    ]
    assert labels(screen) == [["Công bố", "Sửa", "Bỏ"]]
    assert chat.changes() == []


def test_what_was_not_noted_as_shown_comes_again_after_a_restart(chat):
    upload, _ = chat.send()
    chat.inbox.write_preview(upload.ticket, PREVIEW)
    first = upload_changes(chat.records, chat.inbox, NOW)
    assert upload_changes(chat.records, chat.inbox, NOW) == first
    chat.records.uploads.note_shown(first[0][0])
    assert upload_changes(chat.records, chat.inbox, NOW) == []


def test_a_document_that_is_held_is_opened_by_a_button(chat):
    held = HeldVersion("12-kh-ubnd", "00", "12/KH-UBND", "Kế hoạch", "Tên", date(2026, 3, 5), Form.OFFICIAL)
    _, screen = chat.previewed(replace(PREVIEW, novelty=Novelty.IDENTICAL, held=held))
    assert labels(screen) == [["Bỏ"], ["Xem bản đang có"]]
    assert "giống hệt" in plain(screen)
    assert "Thời hạn" not in plain(screen)


@pytest.mark.parametrize("count", [0, 6, 60, 103])
def test_a_preview_fits_into_one_message_however_much_was_found(count):
    deadline = PreviewDeadline("chậm nhất 150 ngày kể từ ngày nhận đủ hồ sơ", "rà soát " * 20, ("Sở Nội vụ",) * 9, "…")
    many = tuple(replace(deadline, task=f"{place} {deadline.task}") for place in range(min(count, 60)))
    relation = PreviewRelation(RelationKind.BASED_ON, "06/2022/QH15", "Luật", "", False)
    preview = replace(
        PREVIEW,
        deadlines=many,
        deadline_count=count,
        title="Phát động " * 100,
        relations=tuple(replace(relation, kind=kind) for kind in RelationKind for _ in range(30)),
        warnings=tuple(f"a time was not read: a date left blank, at “{place} {'ngày ' * 50}”" for place in range(40)),
    )
    html = preview_html(preview)
    assert len(re.sub(r"<[^>]+>", "", html)) <= LONGEST_PREVIEW + 400
    shown = html.count("Chậm nhất")
    assert (f"và {count - shown} thời hạn khác" in html) == (count > shown)


def test_publishing_tells_who_published_and_offers_to_undo(chat):
    upload, screen = chat.previewed()
    pressed = chat.press(button(screen, messages.PUBLISH))
    assert pressed.notice == "Đã ghi nhận: chọn công bố."
    assert "Lan đã chọn công bố" in plain(pressed.screen)
    assert chat.inbox.look(upload.ticket).decision.kind is DecisionKind.PUBLISH
    assert chat.changes() == []  # until the ingest has done it
    chat.outcome(upload.ticket, DecisionKind.PUBLISH, document_id="12-kh-ubnd", published_at=NOW)
    [screen] = chat.changes()
    assert "Lan đã công bố" in plain(screen)
    assert labels(screen) == [["Thẻ văn bản"], ["Hoàn tác"]]
    assert chat.changes() == []


@pytest.mark.parametrize(
    ("name", "shown"),
    [("<b>Lan</b>", "&lt;b&gt;Lan&lt;/b&gt;"), ("\ud800", "Một quản trị viên"), ("\u202eLan\n", "Lan")],
)
def test_a_hostile_name_of_an_administrator_harms_nothing(chat, name, shown):
    _, screen = chat.previewed()
    pressed = chat.press(button(screen, messages.PUBLISH), chat.by(name=name))
    assert f"{shown} đã chọn công bố" in pressed.screen.html


def test_publishing_keeps_the_corrections_that_were_previewed(chat):
    upload, screen = chat.previewed(replace(PREVIEW, corrections={"title": "Tên"}))
    chat.press(button(screen, messages.PUBLISH))
    assert chat.inbox.look(upload.ticket).decision.corrections == {"title": "Tên"}


def test_of_two_administrators_the_second_learns_what_the_first_decided(chat):
    upload, screen = chat.previewed()
    chat.press(button(screen, messages.PUBLISH))
    late = chat.press(button(screen, messages.DISCARD), chat.by(MINH, "Minh"))
    assert late.notice == "Lan đã chọn công bố trước đó; xin xem trạng thái mới nhất."
    assert chat.inbox.look(upload.ticket).decision.kind is DecisionKind.PUBLISH


def test_a_button_under_an_earlier_preview_decides_nothing(chat):
    upload, screen = chat.previewed()
    correct_upload(chat.records, chat.inbox, upload, "số: 13/KH-UBND", chat.by(MINH, "Minh"))
    chat.inbox.write_preview(upload.ticket, replace(PREVIEW, number=1, document_number="13/KH-UBND"))
    pressed = chat.press(button(screen, messages.PUBLISH))
    assert pressed.notice == "Nút này thuộc bản xem trước cũ; xin xem bản mới nhất."
    assert "13/KH-UBND" in plain(pressed.screen)
    assert chat.inbox.look(upload.ticket).state is UploadState.PREVIEWED


def test_a_button_of_another_chat_decides_nothing(chat):
    upload, screen = chat.previewed()
    pressed = chat.press(button(screen, messages.PUBLISH), chat.by(chat_id=999))
    assert pressed.screen is None
    assert chat.inbox.look(upload.ticket).decision is None


@pytest.mark.parametrize("forged", ["u", "u:x", "u:../../etc:publish:0", "u:{ticket}:delete:0", "u:{ticket}:publish"])
def test_a_forged_button_decides_nothing(chat, forged):
    upload, _ = chat.previewed()
    action = read_action(forged.format(ticket=upload.ticket))
    if action is not None:
        press_upload(chat.records, chat.inbox, action, chat.by())
    assert chat.inbox.look(upload.ticket).decision is None


def test_a_correction_is_asked_for_understood_and_read_again(chat):
    upload, screen = chat.previewed()
    asked = chat.press(button(screen, messages.CORRECT)).screen
    assert "số: 12/KH-UBND" in asked.html
    assert labels(asked) == [["Quay lại"]]
    text = "Số: 13/KH-UBND\nngay ban hanh: 6/3/2026"
    found = upload_to_correct(chat.records, GROUP, LAN, None, text)
    is_taken, reply = correct_upload(chat.records, chat.inbox, found, text, chat.by())
    assert is_taken
    assert "số: 13/KH-UBND; ngày: 06/3/2026" in plain(reply)
    decided = chat.inbox.look(upload.ticket).decision
    assert (decided.kind, decided.corrections) == (
        DecisionKind.CORRECT,
        {"number": "13/KH-UBND", "issued_on": "2026-03-06"},
    )
    assert upload_to_correct(chat.records, GROUP, LAN, None, text) is None  # it was asked for once


def test_going_back_from_correcting_shows_the_preview_again(chat):
    _, screen = chat.previewed()
    asked = chat.press(button(screen, messages.CORRECT)).screen
    assert chat.press(button(asked, messages.BACK)).screen == screen
    assert upload_to_correct(chat.records, GROUP, LAN, None, "số: 13/KH-UBND") is None


def test_later_corrections_are_added_to_earlier_ones(chat):
    upload, _ = chat.previewed(replace(PREVIEW, corrections={"title": "Tên", "number": "1/KH-UBND"}))
    correct_upload(chat.records, chat.inbox, upload, "số: 13/KH-UBND", chat.by())
    assert chat.inbox.look(upload.ticket).decision.corrections == {"title": "Tên", "number": "13/KH-UBND"}


def test_a_reply_to_the_preview_corrects_it_without_a_button(chat):
    upload, _ = chat.previewed()
    assert upload_to_correct(chat.records, GROUP, MINH, 500, "số: 13/KH-UBND").ticket == upload.ticket


def test_a_question_is_no_correction_though_one_was_asked_for(chat):
    _, screen = chat.previewed()
    chat.press(button(screen, messages.CORRECT))
    assert upload_to_correct(chat.records, GROUP, LAN, None, "Ai ký kế hoạch 12?") is None
    assert upload_to_correct(chat.records, GROUP, MINH, None, "số: 13/KH-UBND") is None  # somebody else


def test_a_correction_that_is_not_understood_is_told_and_changes_nothing(chat):
    upload, _ = chat.previewed()
    is_taken, reply = correct_upload(chat.records, chat.inbox, upload, "số: mười hai\nmàu: đỏ", chat.by())
    assert not is_taken
    assert "“mười hai” chưa phải số, ký hiệu văn bản" in plain(reply)
    assert "Chưa hiểu dòng “màu: đỏ”" in plain(reply)
    assert chat.inbox.look(upload.ticket).decision is None


def test_discarding_and_undoing_tell_who_and_what(chat):
    upload, screen = chat.previewed()
    chat.press(button(screen, messages.DISCARD))
    chat.outcome(upload.ticket, DecisionKind.DISCARD)
    [screen] = chat.changes()
    assert "Lan đã bỏ tệp này. Kho không thay đổi." in plain(screen)
    assert screen.rows == ()


@pytest.mark.parametrize(
    ("back", "told", "rows"),
    [
        ("", "Văn bản này không còn trong kho.", []),
        ("12-kh-ubnd", "Bản trước đó của văn bản đã có lại trong kho.", [["Thẻ văn bản"]]),
    ],
)
def test_an_undo_tells_what_is_held_now(chat, back, told, rows):
    upload, screen = chat.published()
    chat.press(button(screen, messages.UNDO), chat.by(MINH, "Minh"))
    chat.outcome(upload.ticket, DecisionKind.UNDO, document_id=back, replaced=bool(back))
    [screen] = chat.changes()
    assert told in plain(screen)
    assert labels(screen) == rows


def test_what_could_not_be_undone_stays_published_and_says_why(chat):
    upload, screen = chat.published()
    chat.press(button(screen, messages.UNDO))
    refusal = Refusal(RefusalCode.CHANGED_SINCE, "replaced <since>")
    chat.outcome(upload.ticket, DecisionKind.UNDO, refusal, document_id="12-kh-ubnd", published_at=NOW)
    [screen] = chat.changes()
    assert "Chưa hoàn tác được." in plain(screen)
    assert "replaced &lt;since&gt;" in screen.html
    assert labels(screen) == [["Thẻ văn bản"], ["Hoàn tác"]]


def test_what_could_not_be_published_shows_why_above_the_preview(chat):
    upload, screen = chat.previewed()
    chat.press(button(screen, messages.PUBLISH))
    chat.outcome(upload.ticket, DecisionKind.PUBLISH, Refusal(RefusalCode.CHANGED_SINCE, ""))
    [screen] = chat.changes()
    assert plain(screen).startswith("Chưa công bố được. Kho đã thay đổi")
    assert labels(screen) == [["Công bố", "Sửa", "Bỏ"]]


@pytest.mark.parametrize("code", RefusalCode)
def test_every_reason_has_words(chat, code):
    _, screen = chat.previewed(Preview(0, NOW, Refusal(code, "a <detail>")))
    assert messages.REFUSALS[code] in plain(screen)
    assert "Chi tiết cho người vận hành: a &lt;detail&gt;" in screen.html
    assert labels(screen) == [["Bỏ"]]


def test_an_upload_that_was_swept_away_says_so(chat):
    upload, screen = chat.published()
    chat.inbox.withdraw(upload.ticket)
    pressed = chat.press(button(screen, messages.UNDO))
    assert "không còn trong hộp nhận" in plain(pressed.screen)


def test_a_damaged_upload_says_so(chat):
    upload, _ = chat.send()
    (chat.inbox.home(upload.ticket) / "request.json").write_text("{", encoding="utf-8")
    [screen] = chat.changes()
    assert "không còn nguyên vẹn" in plain(screen)
    assert chat.changes() == []


def test_who_did_what_is_audited(chat):
    upload, screen = chat.published()
    chat.press(button(screen, messages.UNDO), chat.by(MINH, "Minh"))
    noted = [(entry.actor_id, entry.kind.value, entry.about) for entry in reversed(chat.records.audit.latest(9))]
    assert noted == [
        (LAN, "uploaded", upload.file_name),
        (LAN, "published", upload.file_name),
        (MINH, "undone", upload.file_name),
    ]


def test_uploads_are_known_after_a_restart(tmp_path):
    with open_records(tmp_path / "bot.sqlite3") as records:
        inbox = Inbox(tmp_path / "inbox")
        upload, _ = Chat(records, inbox).send()
    with open_records(tmp_path / "bot.sqlite3") as records:
        assert records.uploads.of_message(GROUP, 500).ticket == upload.ticket
        assert [one.ticket for one in records.uploads.open()] == [upload.ticket]
        assert records.uploads.forget_before(NOW + timedelta(days=1)) == 1
        assert records.uploads.get(upload.ticket, GROUP) is None


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("số: 12/KH-UBND", {"number": "12/KH-UBND"}),
        ("so : 12/kh-ubnd", {"number": "12/KH-UBND"}),  # without marks, in small letters
        ("SỐ, KÝ HIỆU: 152/2025/NĐ-CP", {"number": "152/2025/NĐ-CP"}),
        ("Số hiệu = 7/QĐ-UBND", {"number": "7/QĐ-UBND"}),
        ("số: không có", {"number": ""}),
        ("ngày: 12/3/2026", {"issued_on": "2026-03-12"}),
        ("ngay ban hanh: 05-03-2026", {"issued_on": "2026-03-05"}),
        ("Ngày: ngày 5 tháng 3 năm 2026", {"issued_on": "2026-03-05"}),
        ("ngày: 5 thang 3/2026", {"issued_on": "2026-03-05"}),
        ("ngày: 2026-03-05", {"issued_on": "2026-03-05"}),
        ("tên: Phát động: trồng cây = vui", {"title": "Phát động: trồng cây = vui"}),  # its own colon
        ("– trích yếu: Về việc A", {"title": "Về việc A"}),
        ("loại: ke hoach", {"kind": "Kế hoạch"}),
        ("loai van ban: Thể lệ", {"kind": "Thể lệ"}),  # a kind that we do not know
        ("cơ quan: UBND xã Sơn Hạ", {"issuer": "UBND xã Sơn Hạ"}),
        ("hình thức: bản tóm lược", {"form": "digest"}),
        ("hinh thuc: chinh thuc", {"form": "official"}),
        ("nguồn: https://example.vn/a", {"source": "https://example.vn/a"}),
        ("số: 1/KH-UBND\n\nsố: 2/KH-UBND", {"number": "2/KH-UBND"}),  # the later line
    ],
)
def test_corrections_are_understood(text, values):
    read = read_corrections(text)
    assert (read.values, read.problems) == (values, ())
    assert looks_like_corrections(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("số: abc", "chưa phải số, ký hiệu"),
        ("ngày: 31/2/2026", "chưa phải ngày"),
        ("ngày: hôm qua", "chưa phải ngày"),
        ("hình thức: đẹp", "chưa phải hình thức"),
        ("tên:", "chưa có nội dung"),
        ("tên: " + "x" * 600, "dài quá 500 ký tự"),
        ("màu: đỏ", "Chưa hiểu dòng"),
        ("sửa lại số giúp tôi", "Chưa hiểu dòng"),
        ("path: /etc/passwd", "Chưa hiểu dòng"),
    ],
)
def test_corrections_that_are_not_understood_are_told_kindly(text, told):
    read = read_corrections(text)
    assert read.values == {}
    [problem] = read.problems
    assert told in problem


@pytest.mark.parametrize(
    "text", ["Hạn báo cáo là khi nào?", "Số 12 quy định gì", "Điều 5: quy định gì?", "http://a.vn", "", ":", "="]
)
def test_questions_do_not_look_like_corrections(text):
    assert not looks_like_corrections(text)


@pytest.mark.parametrize(
    ("warning", "words"),
    [
        ("no title was found; the file's name stands in for it; correct it with --set title=…", "Không tìm thấy tên"),
        ("the text gives no number of its own", "Không tìm thấy số, ký hiệu"),
        ('the number is left blank: "Số: /KH-UBND"', "Số văn bản còn để trống: “Số: /KH-UBND”"),
        ('the letterhead\'s number cannot be read: "Số: x"', "“Số: x”"),
        ('the date is no date of the calendar: "ngày 31 tháng 02"', "không có trong lịch: “ngày 31 tháng 02”"),
        ('the date is left blank: "ngày tháng năm"', "còn để trống"),
        ("pages without text, pictures only (a scan?): 2, 3; what they say is not in the library", "chỉ có ảnh"),
        ("7 letters could not be read, because their font does not name them", "Có 7 chữ cái"),
        ("a time was not read: no year is given and none can be derived, at “…tháng 5…”", "không ghi năm"),
        ("a time was not read: 31/02/2026 is no day of the calendar, at “…31/02…”", "chưa đọc được"),
        ("and 12 more times that were not read", "Còn 12 chỗ"),
        (
            "refers to 88/2024/NĐ-CP (Điều 1), which is not held; 88/2025/NĐ-CP is: perhaps it is meant; kept as read",
            "Văn bản dẫn 88/2024/NĐ-CP, kho không có; kho có 88/2025/NĐ-CP.",
        ),
        ("12/KH-UBND replaces itself; kept as read: “…”", "chính số 12/KH-UBND"),
        ("in force from 2026-01-01, before it was issued on 2026-03-05: “…”", "sớm hơn ngày ban hành"),
        ("front matter: no keys were found in it", "Phần thông tin đầu tệp"),
        ("something that ingest has never said", "Chương trình ghi chú: something that ingest has never said"),
    ],
)
def test_what_ingest_was_unsure_of_is_told_in_vietnamese(warning, words):
    assert words in upload_warning_messages.warning_in_words(warning)


EVERY_MESSAGE = [
    messages.format_not_read("a.doc"),
    messages.file_too_large("a.pdf", 30_000_000),
    messages.could_not_be_saved(),
    messages.received("a.pdf"),
    messages.not_running(),
    messages.waiting(),
    *(messages.under_way(kind, "Lan") for kind in DecisionKind),
    messages.published("Lan", is_replacing=True),
    messages.published("Lan", is_replacing=False),
    messages.discarded("Lan"),
    messages.undone("Lan", is_back=True),
    messages.undone("Lan", is_back=False),
    messages.no_longer_kept(),
    messages.damaged(),
    *(messages.decided_before(kind, "Lan") for kind in DecisionKind),
    *(messages.taken_down(kind) for kind in DecisionKind),
    messages.is_outdated(),
    *messages.NOVELTY.values(),
    *messages.REFUSALS.values(),
    *(messages.not_done(kind, RefusalCode.TOO_LATE) for kind in DecisionKind),
    messages.HOW_TO_CORRECT,
    messages.unknown_field("màu đỏ"),
    messages.no_value("tên"),
    messages.no_number("x"),
    messages.no_day("x"),
    messages.no_form("x"),
    messages.too_long("tên", 500),
    messages.reading_again([("number", "12/KH-UBND"), ("issued_on", "không có")]),
]


@pytest.mark.parametrize("message", EVERY_MESSAGE)
def test_every_message_is_well_formed(message):
    faults = faults_of(message)
    starts_with_a_quoted_value = message.startswith("“")
    assert [fault for fault in faults if not (starts_with_a_quoted_value and "beginning" in fault)] == []


@pytest.mark.parametrize("state", UploadState)
def test_every_state_has_a_screen(chat, state):
    upload, _ = chat.published()
    look = replace(chat.inbox.look(upload.ticket), state=state)
    if state is UploadState.REFUSED:
        look = replace(look, preview=Preview(0, NOW, Refusal(RefusalCode.EMPTY, "")))
    assert plain(upload_screen(upload, look, Serving.IDLE))
