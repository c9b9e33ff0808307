"""What the bot says unasked: deadlines that come near, documents that have changed. Each once."""

from dataclasses import replace

import pytest

from bot.records.watched_state import WatchedState
from tests.bot.deadline_plans import CHANGE
from tests.ingest.pipelines import workshop_in
from tests.system.telegram.running_bot import AN, BINH, Office
from tests.telegram_server.faults import dropped_after

ASKED = "KH 21 xã gửi hồ sơ tặng bằng khen trước ngày nào"


class ToldState(WatchedState):
    """Tells the server's side when the state of documents was kept."""

    def __init__(self, database, tell):
        super().__init__(database)
        self._tell = tell

    def keep(self, states, revision):
        super().keep(states, revision)
        self._tell()


class WatchingOffice(Office):
    """One knows when the bot has seen how the documents stand."""

    def parts(self, announce):
        state = ToldState(self.records.database, self.tell)
        self.records = replace(self.records, watched_state=state)
        return super().parts(announce)

    def has_seen(self, number):
        self.server.wait_until(
            lambda _: any(known.startswith(number) for known in self.records.watched_state.ids()),
            f"{number} is watched",
        )


@pytest.fixture
def watching(server, tmp_path, own_library, clock):
    _, library, conversations = own_library
    return WatchingOffice(server, tmp_path / "data", library, conversations, clock)


def added(own_library, text):
    folder = own_library[0]
    (folder / "sources" / "added.md").write_text(text, encoding="utf-8")
    with workshop_in(folder / "data") as workshop:
        [report] = workshop.add(folder / "sources" / "added.md")
        assert str(report.status) == "added"


def reminders(office):
    return [message.shown.split("\n")[0] for message in office.server.messages_in(AN)[1:]]


def test_reminders_come_on_their_days_once_over_restarts_and_missed_hours(office, clock):
    with office.running():
        office.an.says("/nhac 21/KH-UBND")
        office.chat.bot.answers_with("Đã bật nhắc hạn cho Kế hoạch 21/KH-UBND", "14/11/2026")
    clock.set(2026, 11, 6, 7, 31)
    with office.running():
        office.chat.bot.answers_with("Nhắc hạn ngày 06/11/2026", "14/11/2026 (thứ Bảy) – còn 8 ngày")
    clock.set(2026, 11, 13, 15, 0)  # the morning was missed
    for _ in range(2):
        with office.running():
            pass
    with office.running():
        office.chat.bot.answers_with("Nhắc hạn ngày 13/11/2026", "đến hết ngày mai")
    clock.set(2026, 11, 20, 8, 0)
    with office.running():
        office.chat.bot.answers_with("Nhắc hạn ngày 20/11/2026", "29/11/2026")
    assert reminders(office) == [f"Nhắc hạn ngày {day}/11/2026" for day in ("06", "13", "20")]


def test_nothing_is_said_before_the_hour_or_to_who_has_stopped_it(office, clock):
    with office.running():
        for person in (office.an, office.binh):
            person.says("/nhac 21/KH-UBND")
            office.chat.bot.answers_with("Đã bật")
        office.binh.says("/nhac tắt 21/KH-UBND")
        office.chat.bot.answers_with("tắt", to=office.binh)
    clock.set(2026, 11, 6, 7, 29)
    with office.running():
        pass
    assert reminders(office) == []
    clock.set(2026, 11, 6, 7, 30)
    with office.running():
        office.chat.bot.answers_with("Nhắc hạn ngày 06/11/2026", to=office.an)
    assert len(office.server.messages_in(BINH)) == 2


def test_a_reminder_of_which_nobody_knows_whether_it_arrived_is_offered_not_sent_again(office, clock):
    with office.running():
        office.an.says("/nhac 21/KH-UBND")
        office.chat.bot.answers_with("Đã bật")
    clock.set(2026, 11, 6, 8)
    office.server.faults.next("sendMessage", dropped_after())
    with office.running():
        office.chat.bot.answers_with("Nhắc hạn ngày 06/11/2026")
    with office.running():
        hint = office.chat.bot.answers_with(buttons=("Xem",))
        assert "14/11/2026" not in hint.shown
        office.an.presses("Xem", under=hint)
        office.chat.bot.answers_with("Nhắc hạn ngày 06/11/2026", "14/11/2026")


def test_who_asked_and_who_follows_learn_that_a_deadline_was_moved(watching, own_library, clock):
    with watching.running():
        watching.an.says("/nhac 21/KH-UBND")
        watching.chat.bot.answers_with("Đã bật")
        watching.binh.says(ASKED)
        watching.chat.bot.answers_with("Trước ngày 30/11/2026")
        watching.chat.bot.stays_quiet()
    with watching.running():
        watching.has_seen("21-kh-ubnd")
    added(own_library, CHANGE)
    clock.set(2026, 11, 3, 8)
    with watching.running():
        told = watching.chat.bot.answers_with("Văn bản có thay đổi", "đang theo dõi", "47/KH-UBND", to=watching.an)
        assert "từ “trước ngày 30/11/2026” thành “trước ngày 20/12/2026”" in told.shown
        watching.chat.bot.answers_with("Văn bản có thay đổi", "đã hỏi ngày 02/11/2026", to=watching.binh)
        watching.binh.presses("Kế hoạch 47/KH-UBND")
        watching.chat.bot.edits_to("Sửa đổi, bổ sung Kế hoạch số 21/KH-UBND")


def test_a_document_is_followed_from_its_card_and_not_given_up_by_pressing_again(running):
    running.an.says("/vanban 21")
    card = running.chat.bot.answers_with("Đường quê sáng đèn")
    running.an.presses("Theo dõi", under=card)
    running.chat.bot.answers_with("Đã bật nhắc hạn cho Kế hoạch 21/KH-UBND")
    running.an.presses("Theo dõi", under=card)
    running.chat.bot.answers_with("Kế hoạch 21/KH-UBND", buttons=("Tắt",), without=("Đã tắt",))


def test_the_pace_is_chosen_by_buttons(running):
    running.an.says("/nhac Sở Nội vụ")
    running.chat.bot.answers_with("Sở Nội vụ", buttons=("Cài đặt nhắc", "Tắt"))
    running.an.presses("Cài đặt nhắc")
    running.an.presses("ngày", under=running.chat.bot.edits_to("Sở Nội vụ"))
    running.an.says("/nhac")
    running.chat.bot.answers_with("Sở Nội vụ")
    running.an.says("/nhac tắt")
    running.chat.bot.answers_with("Sở Nội vụ", buttons=("Sở Nội vụ",))
    running.an.says("/nhac")
    running.chat.bot.answers_with("Chưa theo dõi mục nào")
