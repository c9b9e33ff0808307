"""Questions, follow-ups, what is remembered and what is forgotten, commands of everybody."""

import pytest

from tests.system.telegram.running_bot import AN

SIGNER = "Đặng Thị Hải Yến"
HELP = "Tôi trả lời câu hỏi về thi đua, khen thưởng"


def test_a_question_is_answered_with_its_source_under_it_and_buttons_below(running):
    running.an.says("KH 21 ủy ban nhân dân xã báo cáo trước ngày nào")
    told = running.chat.bot.answers_with(
        "Trước ngày 15/11 hằng năm (kỳ tới muộn nhất là 14/11/2026, rơi vào thứ Bảy; còn 12 ngày).",
        buttons=("[1] Xem Mục III.3", "Thẻ văn bản", "Đưa vào lịch", "Đúng", "Sai", "Thiếu"),
    )
    assert "Kế hoạch 21/KH-UBND" in told.shown.split("Nguồn")[1]
    assert "<b>" in told.written
    assert "<blockquote expandable>" in told.written
    assert told.reply_to is None  # there is nobody else in a private chat


def test_a_month_is_listed_by_date_with_units(running):
    running.an.says("tháng 11 ủy ban nhân dân xã phải làm gì")
    told = running.chat.bot.answers_with("Trước ngày 15/11 hằng năm", "Trước ngày 30/11/2026").shown
    assert told.index("15/11") < told.index("30/11/2026")


def test_a_deadline_that_has_passed_is_said_to_be_past(running):
    running.an.says("KH 21 gửi kế hoạch về Sở Nội vụ trước ngày nào")
    running.chat.bot.answers_with("đã qua")


def test_follow_ups_go_on_from_what_was_talked_about_also_after_a_restart(office):
    with office.running():
        office.an.says("KH 21 ủy ban nhân dân xã báo cáo trước ngày nào")
        office.chat.bot.answers_with("15/11 hằng năm")
        office.an.says("ai ký?")
        office.chat.bot.answers_with("Tôi hiểu là: “Kế hoạch 21/KH-UBND ai ký”", SIGNER)
    with office.running():
        office.an.says("hạn đó còn bao lâu?")
        office.chat.bot.answers_with("còn 12 ngày", "21/KH-UBND")


def test_moi_begins_anew(running):
    running.an.says("KH 21 ủy ban nhân dân xã báo cáo trước ngày nào")
    running.chat.bot.answers_with("15/11 hằng năm")
    running.an.says("/moi")
    running.chat.bot.answers_with("Đã bắt đầu chuyện mới")
    running.an.says("ai ký?")
    running.chat.bot.answers_with(without=(SIGNER,))


def test_what_one_person_talked_about_is_nothing_to_another(running):
    running.an.says("KH 21 ai ký")
    running.chat.bot.answers_with(SIGNER)
    running.binh.says("thế hạn báo cáo là khi nào?")
    running.chat.bot.answers_with(without=("21/KH-UBND",))


def test_quen_leaves_no_word_of_the_questions_on_the_disk(office):
    with office.running():
        office.an.says("KH 21 ủy ban nhân dân xã báo cáo trước ngày nào")
        answer = office.chat.bot.answers_with("15/11 hằng năm")
        office.an.says("giá Gạo Nếp hôm nay")
        office.chat.bot.answers_with()
        office.an.says("/quen")
        office.chat.bot.answers_with("Đã xoá 2 câu hỏi")
        office.an.presses("[1]", under=answer)
        office.chat.bot.notices("không còn được lưu")
    kept = b"".join(path.read_bytes() for path in office.settings.records_path.parent.glob("bot.sqlite3*"))
    assert b"kept_update" in kept
    for spelt in ("Gạo Nếp".encode(), b"G\\u1ea1o", "thắp sáng".encode(), b"th\\u1eafp"):
        assert spelt not in kept


def test_an_edited_question_is_answered_anew_in_the_same_place_once(running):
    running.an.says("KH 21 ai ký")
    first = running.chat.bot.answers_with(SIGNER)
    running.an.edits("KH 21 ủy ban nhân dân xã báo cáo trước ngày nào")
    assert running.chat.bot.edits_to("15/11 hằng năm") is first
    edited = running.server.telegram.mailbox
    with running.server.telegram.changed:
        last = max(edited.deliveries)
        edited.tell_again(last, {"edited_message": {}})
    running.server.telegram.on_update()
    running.chat.bot.stays_quiet()
    assert len(running.server.messages_in(AN)) == 1
    running.an.presses("[1]")
    running.chat.bot.answers_with("thắp sáng đường làng")


def test_an_edited_command_that_was_carried_out_is_not_carried_out_again(running):
    running.an.says("/moi")
    running.chat.bot.answers_with("Đã bắt đầu")
    running.an.edits("/quen")
    running.chat.bot.stays_quiet()


def test_a_number_that_two_documents_have_is_settled_by_a_button(running):
    running.an.says("KH 57 gửi báo cáo khi nào")
    running.chat.bot.answers_with("Có 2 văn bản cùng số", buttons=("xã Cồn Sậy", "tỉnh Bình Minh"))
    running.an.presses("tỉnh Bình Minh")
    running.chat.bot.answers_with("Trước ngày 25/11/2026", "Kế hoạch 57/KH-UBND")


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("/trogiup", (HELP, "/hanchot", "/nhac", "/quen")),
        ("/start", (HELP, "/vanban")),
        ("/hoi", ("Xin viết câu hỏi ngay sau lệnh",)),
        ("/hoi KH 21 ai ký", (SIGNER,)),
        ("/vanban", ("Văn bản mới nhất trong kho", "1. Kế hoạch 21/KH-UBND")),
        ("/vanban 21", ("Đường quê sáng đèn", "Hạn chốt gần nhất")),
        ("/vanban nuôi tôm", ("nuôi tôm sạch",)),
        ("/vanban 999/QĐ-TTg", ("không có",)),
        ("/hanchot", ("02/11/2026 đến 02/12/2026", "15/11")),
        ("/hanchot Sở Nội vụ tháng 12", ("Sở Nội vụ trong tháng 12/2026", "31/12/2026")),
        ("/lich", ("Cách dùng: /lich",)),
        ("/nhac", ("/nhac",)),
        ("/nhac 21/KH-UBND", ("Đã bật nhắc hạn cho Kế hoạch 21/KH-UBND", "14/11/2026")),
        ("/gopy", ("gõ /gopy",)),
        ("/xoahet", ("không có lệnh này",)),
        ("xin chào", ("Xin chào",)),
    ],
)
def test_each_command_says_what_it_does_or_how_to_use_it(running, said, parts):
    running.an.says(said)
    running.chat.bot.answers_with(*parts)


@pytest.mark.parametrize(
    "content",
    [
        {"sticker": {"file_id": "a", "file_unique_id": "a", "type": "regular", "width": 1, "height": 1,
                     "is_animated": False, "is_video": False}},
        {"photo": [{"file_id": "a", "file_unique_id": "a", "width": 1, "height": 1}]},
        {"voice": {"file_id": "a", "file_unique_id": "a", "duration": 1}},
        {"location": {"latitude": 21.0, "longitude": 105.8}},
    ],
    ids=lambda content: next(iter(content)),
)  # fmt: skip
def test_what_is_not_text_is_answered_politely(running, content):
    running.chat.begins(running.chat.private(AN))
    running.server.people.says(AN, "", more=content)
    running.chat.bot.answers_with("Tôi chỉ đọc được tin nhắn dạng chữ")


def test_a_picture_with_a_question_under_it_is_a_question(running):
    picture = {"photo": [{"file_id": "a", "file_unique_id": "a", "width": 1, "height": 1}], "caption": "KH 21 ai ký"}
    running.chat.begins(running.chat.private(AN))
    running.server.people.says(AN, "", more=picture)
    running.chat.bot.answers_with(SIGNER)


def test_a_pinned_message_is_no_question(running):
    running.chat.begins(running.chat.private(AN))
    pinned = {"message_id": 3, "date": 0, "chat": {"id": AN, "type": "private"}}
    running.server.people.says(AN, "", more={"pinned_message": pinned})
    running.chat.bot.stays_quiet()


def test_what_is_forwarded_commands_nothing_and_is_read_as_a_question(running):
    origin = {"type": "hidden_user", "sender_user_name": "Ai đó", "date": 1_700_000_000}
    running.lan.says("/start")
    running.chat.bot.answers_with(HELP)
    running.server.people.says(1, "/tamdung", more={"forward_origin": origin})
    running.an.says("KH 21 ai ký")
    running.chat.bot.answers_with(SIGNER)
