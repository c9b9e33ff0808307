"""What the buttons under an answer open: the words quoted, the card, the file, the calendar; also much later."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import vobject

from bot.screens.deep_links import start_payload
from tests.bot.deadline_plans import LAMPS
from tests.ingest.pipelines import workshop_in
from tests.system.telegram.running_bot import AN, Office

ROOT = Path(__file__).resolve().parents[3]
QUESTION = "KH 21 ủy ban nhân dân xã báo cáo trước ngày nào"
QUOTED = "Báo cáo kết quả thắp sáng đường làng"


@pytest.fixture
def answered(running):
    """An has asked, and the answer stands in the chat."""
    running.an.says(QUESTION)
    running.chat.bot.answers_with("15/11 hằng năm")
    return running


@pytest.fixture
def own_office(server, tmp_path, own_library, clock):
    _, library, conversations = own_library
    return Office(server, tmp_path / "data", library, conversations, clock)


def plan_21(office):
    [head] = [one for one in office.library.document_heads() if str(one.number).startswith("21/")]
    return head


def read_again(own_library, text):
    """The file of the plan holds the text now, and has been read."""
    folder = own_library[0]
    file = folder / "sources" / "lamps.md"
    file.write_text(text, encoding="utf-8")
    with workshop_in(folder / "data") as workshop:
        [report] = workshop.add(file)
        assert str(report.status) == "changed"


def test_the_quoted_words_are_marked_where_they_stand_and_one_reads_on_to_both_sides(answered):
    answered.an.presses("[1] Xem Mục III.3")
    opened = answered.chat.bot.answers_with("Kế hoạch 21/KH-UBND", "Mục III.3", QUOTED, buttons=("›",))
    marked = opened.written.split("<u>")[1].split("</u>")[0]
    assert QUOTED in marked
    answered.an.presses("›", under=opened)
    answered.chat.bot.edits_to("Gửi hồ sơ đề nghị tặng Bằng khen")
    answered.an.presses("‹", under=opened)
    answered.chat.bot.edits_to(QUOTED)


def test_the_card_has_facts_relations_deadlines_and_their_pages(answered):
    answered.an.presses("Thẻ văn bản")
    card = answered.chat.bot.answers_with("Đường quê sáng đèn", "Ban hành: 15/01/2026", "Người ký", "Hạn chốt gần nhất")
    answered.an.presses("Hạn chốt", under=card)
    answered.chat.bot.edits_to("Hạn chốt trong Kế hoạch 21/KH-UBND", "trang 1/2")
    answered.an.presses("Trang sau", under=card)
    answered.chat.bot.edits_to("trang 2/2")
    answered.an.presses("Thẻ văn bản", under=card)
    answered.chat.bot.edits_to("Người ký")


def test_relations_lead_from_document_to_document(running):
    running.an.says("/vanban Bình Minh xanh")
    card = running.chat.bot.answers_with("Bình Minh xanh", "Nghị định 41/2019/NĐ-CP", buttons=("Văn bản liên quan",))
    running.an.presses("Văn bản liên quan", under=card)
    running.chat.bot.edits_to("Văn bản liên quan đến Kế hoạch 57/KH-UBND", "Căn cứ")
    running.an.presses("Nghị định 41/2019/NĐ-CP", under=card)
    running.chat.bot.edits_to("Quy định về công nhận làng nghề xanh")


def test_the_source_file_comes_byte_for_byte_and_the_second_time_from_telegram_itself(answered):
    answered.an.presses("Thẻ văn bản")
    answered.chat.bot.answers_with("Đường quê sáng đèn")
    answered.an.presses("Tệp gốc")
    sent = answered.chat.bot.sends_file("21-KH-UBND.md", "Kế hoạch 21/KH-UBND")
    assert sent.file.content == LAMPS.encode()
    answered.an.presses("Tệp gốc")
    again = answered.chat.bot.sends_file("21-KH-UBND.md")
    assert again.file.file_id == sent.file.file_id
    documents = [call.parameters["document"] for call in answered.server.calls if call.method == "sendDocument"]
    assert documents[1] == sent.file.file_id
    assert documents[0] != documents[1]


def test_deadlines_go_into_a_calendar(answered):
    answered.an.presses("Đưa vào lịch")
    sent = answered.chat.bot.sends_file(".ics", "các thời hạn trong câu trả lời", "1 hạn")
    calendar = vobject.readOne(sent.file.content.decode())
    assert [event.dtstart.value.isoformat()[:7] for event in calendar.vevent_list]
    answered.an.says("/lich 21/KH-UBND")
    sent = answered.chat.bot.sends_file("21-KH-UBND.ics")
    assert len(vobject.readOne(sent.file.content.decode()).vevent_list) > 1


def test_deadlines_are_drawn(answered):
    answered.an.presses("Thẻ văn bản")
    answered.an.presses("Sơ đồ tiến độ")
    drawn = answered.chat.bot.sends_file(".png", "Tiến độ theo Kế hoạch 21/KH-UBND")
    assert drawn.file.content.startswith(b"\x89PNG")


def test_buttons_work_after_a_restart(office):
    with office.running():
        office.an.says(QUESTION)
        office.chat.bot.answers_with("15/11 hằng năm")
    with office.running():
        office.an.presses("[1]")
        assert "<u>" in office.chat.bot.answers_with(QUOTED).written
        office.an.presses("Đưa vào lịch")
        office.chat.bot.sends_file(".ics")


def test_buttons_say_so_when_the_document_has_been_read_anew(own_office, own_library):
    with own_office.running():
        own_office.an.says(QUESTION)
        answer = own_office.chat.bot.answers_with("15/11 hằng năm")
        read_again(own_library, LAMPS.replace("trước ngày 15/11 hằng năm", "trước ngày 10/11 hằng năm"))
        own_office.an.presses("[1]", under=answer)
        own_office.chat.bot.answers_with("đã được cập nhật từ khi trả lời", "trước ngày 10/11 hằng năm")
        own_office.an.presses("Đưa vào lịch", under=answer)
        own_office.chat.bot.answers_with("đã được cập nhật", "Xin hỏi lại")
        own_office.an.says(QUESTION)
        own_office.chat.bot.answers_with("10/11 hằng năm")


def test_buttons_say_so_when_the_document_is_gone(own_office, own_library):
    with own_office.running():
        own_office.an.says(QUESTION)
        answer = own_office.chat.bot.answers_with("15/11 hằng năm")
        with workshop_in(own_library[0] / "data") as workshop:
            workshop.pipeline.remove(plan_21(own_office))
        for button in ("[1]", "Thẻ văn bản"):
            own_office.an.presses(button, under=answer)
            own_office.chat.bot.answers_with("không còn trong kho")
        own_office.an.says(QUESTION)
        own_office.chat.bot.answers_with("không có", without=("15/11",))


def test_a_link_opens_the_document_or_the_provision(running):
    head = plan_21(running)
    [provision] = [one for one in running.library.provisions(head.id) if str(one.locator) == "Mục III.2"]
    running.an.says(f"/start {start_payload(head)}")
    running.chat.bot.answers_with("Đường quê sáng đèn", "Người ký")
    running.an.says(f"/start {start_payload(head, provision)}")
    running.chat.bot.answers_with("Mục III.2", "Sở Nội vụ")
    running.stranger.says(f"/start {start_payload(head)}")
    running.chat.bot.answers_with("Mã của anh/chị", without=("sáng đèn",))


def test_what_people_think_of_an_answer_is_read_in_the_terminal(office):
    with office.running():
        office.an.says(QUESTION)
        office.chat.bot.answers_with("15/11 hằng năm")
        office.an.presses("Thiếu")
        office.chat.bot.notices("Đã ghi nhận: Thiếu")
        office.chat.bot.answers_with("/gopy")
        office.an.says("/gopy Chưa nêu mẫu báo cáo")
        office.chat.bot.answers_with("góp ý đã được ghi lại")
    told = subprocess.run(
        [sys.executable, "-m", "bot", "feedback", "--json"],
        cwd=ROOT,
        env={**os.environ, **office.environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    ).stdout
    [remark] = [json.loads(line) for line in told.splitlines()]
    assert (remark["question"], remark["verdict"], remark["comment"]) == (QUESTION, "missing", "Chưa nêu mẫu báo cáo")


def test_a_button_of_another_chat_opens_nothing(answered):
    """Forged: the callback of An's answer, as if it stood under a message to Bình."""
    callback = answered.server.messages_in(AN)[-1].keyboard[0][0]["callback_data"]
    answered.binh.says("KH 21 ai ký")
    own = answered.chat.bot.answers_with("Đặng Thị Hải Yến")
    own.keyboard[0][0]["callback_data"] = callback
    answered.binh.presses("[1]", under=own)
    answered.chat.bot.notices("không còn được lưu")
    answered.chat.bot.stays_quiet()
