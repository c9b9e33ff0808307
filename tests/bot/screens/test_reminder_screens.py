"""/nhac and its buttons, over invented plans that the real pipeline has read."""

from datetime import datetime
from types import SimpleNamespace

import pytest

from bot.records.notices import Notice
from bot.records.records import open_records
from bot.records.subscriptions import MOST_OF_A_CHAT, Digest, Pace, Subject, Wish
from bot.reminders.coming import ComingDeadlines
from bot.screens.actions import Verb, document_key, read_action
from bot.screens.holdings import Holdings
from bot.screens.reminder_screens import Asker, ReminderScreens, uncertain_notice_screen
from corpus.working_days import WorkingDays
from tests.bot.deadline_plans import FILES
from tests.bot.opened import opened
from tests.bot.reminders.desk import CHAT, HANOI, HOURS, OTHER_CHAT, USER, plain

ASKER = Asker(CHAT, USER, datetime(2026, 11, 21, 9, 0, tzinfo=HANOI))
STRANGER = Asker(OTHER_CHAT, OTHER_CHAT, ASKER.now)


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    with opened(tmp_path_factory.mktemp("plans"), FILES) as (library, _):
        yield library


@pytest.fixture
def chat(library, tmp_path):
    with open_records(tmp_path / "bot.sqlite3") as records:
        deadlines = ComingDeadlines(Holdings.of(library, WorkingDays()))
        screens = ReminderScreens(records.subscriptions, deadlines, HOURS)
        yield SimpleNamespace(records=records, screens=screens, library=library)


def say(chat, words, asker=ASKER):
    return chat.screens.command(words, asker)


def press(chat, screen, label, asker=ASKER):
    """The screen behind the button with this label."""
    [button] = [button for row in screen.rows for button in row if button.label == label]
    action = read_action(button.callback)
    assert action.verb is Verb.SUBSCRIBE
    return chat.screens.pressed(action.arguments, asker)


def labels(screen):
    return [button.label for row in screen.rows for button in row]


def followed(chat, chat_id=CHAT):
    return [(one.wish.what, one.wish.about) for one in chat.records.subscriptions.of_chat(chat_id)]


@pytest.mark.parametrize(
    ("words", "what", "about"),
    [
        ("KH 21", Subject.DOCUMENT, "Kế hoạch 21/KH-UBND"),
        ("kế hoạch số 33/KH-UBND", Subject.DOCUMENT, "Kế hoạch 33/KH-UBND"),
        ("Sở Nội vụ", Subject.UNIT, "Sở Nội vụ"),
        ("so noi vu", Subject.UNIT, "sở nội vụ"),  # without diacritics
        ("các sở, ban, ngành", Subject.UNIT, "các sở, ban, ngành"),
        ("UBND xã", Subject.UNIT, "UBND xã"),
        ("trồng cây bóng mát", Subject.TOPIC, "trồng cây bóng mát"),
    ],
)
def test_what_is_followed_is_decided_by_what_the_library_knows(chat, words, what, about):
    screen = say(chat, words)
    assert plain(screen.html).startswith("Đã bật nhắc hạn cho")
    [one] = chat.records.subscriptions.of_chat(CHAT)
    assert one.wish.what is what
    if what is Subject.DOCUMENT:
        assert f"nhắc hạn cho {about}." in plain(screen.html)
    else:
        assert one.wish.about.lower() == about.lower()


def test_who_begins_sees_what_is_due_next(chat):
    told = plain(say(chat, "KH 33").html)
    assert "Nhắc trước 7 ngày, 1 ngày; lúc 07:30." in told
    assert "04/12/2026 (thứ Sáu) – còn 13 ngày" in told
    assert "báo cáo khen thưởng trồng cây" in told


def test_a_document_without_a_coming_deadline_is_followed_honestly(chat):
    assert "không có hạn cụ thể nào" in plain(say(chat, "KH 9").html)
    assert len(followed(chat)) == 1


def test_nothing_that_fits_is_told_and_nothing_followed(chat):
    told = plain(say(chat, "đua thuyền trên mặt trăng").html)
    assert told.startswith("Trong kho không có văn bản, đơn vị hoặc việc có thời hạn nào theo “đua thuyền")
    assert followed(chat) == []


def test_a_document_that_is_not_held_is_named(chat):
    assert plain(say(chat, "KH 999/KH-UBND").html).startswith("Trong kho không có KH 999/KH-UBND.")
    assert followed(chat) == []


def test_a_unit_at_the_end_of_other_words_is_offered_beside_them(chat):
    screen = say(chat, "hồ sơ khen thưởng phong trào của Sở Nội vụ")
    assert "Xin chọn mục cần nhắc" in screen.html
    assert "Đơn vị Sở Nội vụ" in labels(screen)
    assert followed(chat) == []
    press(chat, screen, "Đơn vị Sở Nội vụ")
    assert followed(chat) == [(Subject.UNIT, "Sở Nội vụ")]


def test_what_is_followed_is_listed_with_a_button_each(chat):
    assert "Chưa theo dõi mục nào" in say(chat, "").html
    say(chat, "KH 21")
    say(chat, "Sở Nội vụ")
    screen = say(chat, "")
    assert plain(screen.html).split("\n") == [
        "Đang theo dõi 2 mục",
        "• Kế hoạch 21/KH-UBND: nhắc trước 7 ngày, 1 ngày; lúc 07:30.",
        "• Đơn vị Sở Nội vụ: nhắc trước 7 ngày, 1 ngày; bản tin vào ngày làm việc đầu tuần; lúc 07:30.",
    ]
    assert labels(screen) == ["Kế hoạch 21/KH-UBND", "Sở Nội vụ"]


def test_the_pace_is_set_by_buttons_that_show_what_is_chosen(chat):
    say(chat, "KH 21")
    settings = press(chat, say(chat, ""), "Kế hoạch 21/KH-UBND")
    assert [label for label in labels(settings) if label.startswith("✓")] == ["✓ Trước 7/1 ngày", "✓ Không gửi bản tin"]
    press(chat, settings, "Hằng ngày")
    press(chat, settings, "Trước 7/3/1 ngày")
    [one] = chat.records.subscriptions.of_chat(CHAT)
    assert one.pace == Pace(Digest.DAILY, (7, 3, 1))
    press(chat, settings, "Không nhắc từng hạn")
    assert chat.records.subscriptions.of_chat(CHAT)[0].pace == Pace(Digest.DAILY, ())


def test_what_was_stopped_can_be_begun_again(chat):
    say(chat, "KH 21")
    stopped = press(chat, press(chat, say(chat, ""), "Kế hoạch 21/KH-UBND"), "Tắt")
    assert plain(stopped.html) == "Đã tắt nhắc hạn cho Kế hoạch 21/KH-UBND."
    assert followed(chat) == []
    press(chat, stopped, "Bật nhắc: Kế hoạch 21/KH-UBND")
    assert len(followed(chat)) == 1


@pytest.mark.parametrize("words", ["tắt", "tat", "Tắt hết", "hủy nhắc", "TẮT"])
def test_everything_is_stopped_by_a_word(chat, words):
    say(chat, "KH 21")
    say(chat, "Sở Nội vụ")
    assert "Kế hoạch 21/KH-UBND; đơn vị Sở Nội vụ" in plain(say(chat, words).html)
    assert followed(chat) == []


def test_one_thing_is_stopped_by_its_name(chat):
    say(chat, "KH 21")
    say(chat, "Sở Nội vụ")
    say(chat, "tắt KH 21")
    assert followed(chat) == [(Subject.UNIT, "Sở Nội vụ")]
    assert "không theo dõi" in say(chat, "tắt KH 33").html


@pytest.mark.parametrize("words", ["tất cả báo cáo trồng cây", "Bộ Nội vụ"])
def test_other_words_stop_nothing(chat, words):
    say(chat, "KH 21")
    say(chat, words)
    assert (Subject.DOCUMENT, chat.records.subscriptions.of_chat(CHAT)[0].wish.about) in followed(chat)


def test_the_card_of_a_document_begins_and_never_ends_what_is_followed(chat):
    [head] = [one for one in chat.library.document_heads() if str(one.number) == "21/KH-UBND"]
    arguments = ("d", document_key(head.id))
    assert "Đã bật" in chat.screens.pressed(arguments, ASKER).html
    assert followed(chat) == [(Subject.DOCUMENT, head.id)]
    again = chat.screens.pressed(arguments, ASKER)
    assert "Đã tắt" not in again.html
    assert [button.label for row in again.rows for button in row].count("Tắt") == 1
    assert followed(chat) == [(Subject.DOCUMENT, head.id)]
    assert "không còn trong kho" in chat.screens.pressed(("d", "x" * 12), ASKER).html


def test_a_full_chat_is_told_so(chat):
    for number in range(MOST_OF_A_CHAT):
        wish = Wish(Subject.TOPIC, f"việc {number}", f"viec {number}")
        chat.records.subscriptions.add(CHAT, USER, wish, Pace(Digest.NONE, (1,)), ASKER.now)
    assert "tối đa 20 mục" in say(chat, "KH 21").html


def test_another_chat_can_press_nothing_of_this_one(chat):
    say(chat, "KH 21")
    [one] = chat.records.subscriptions.of_chat(CHAT)
    for arguments in (("x", one.id), ("s", one.id), ("f", one.id, "day"), ("b", one.id, "1"), ("y", one.id)):
        screen = chat.screens.pressed(tuple(map(str, arguments)), STRANGER)
        assert plain(screen.html) == "Mục này không còn được theo dõi."
    assert chat.records.subscriptions.of_chat(CHAT) == [one]
    assert followed(chat, OTHER_CHAT) == []


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("l", "1"),
        ("q", "1"),
        ("s", "x"),
        ("s", "-1"),
        ("s", "9" * 20),
        ("x", "1", "2"),
        ("f", "1", "hour"),
        ("b", "1", "30"),
        ("b", "1", "7-1-1"),
        ("b", "1", "07-1"),
        ("b", "1", ""),
        ("d",),
    ],
)
def test_forged_arguments_do_nothing(chat, arguments):
    say(chat, "KH 21")
    [one] = chat.records.subscriptions.of_chat(CHAT)
    assert one.id == 1
    assert chat.screens.pressed(arguments, ASKER) is None
    assert chat.records.subscriptions.of_chat(CHAT) == [one]


def test_what_is_typed_cannot_become_a_mark(chat):
    screen = say(chat, "<b>đua thuyền</b> & chèo")
    assert "<b>" not in screen.html
    assert "&lt;b&gt;" in screen.html


def test_a_notice_that_may_not_have_arrived_is_shown_in_its_chat_alone(chat):
    notice = Notice("n1", CHAT, "<b>Nhắc hạn</b>", (), ASKER.now, ("a",))
    chat.records.notices.plan([notice])
    assert uncertain_notice_screen(chat.records.notices, notice.key, CHAT).html == "<b>Nhắc hạn</b>"
    assert "không còn được lưu" in uncertain_notice_screen(chat.records.notices, notice.key, OTHER_CHAT).html
