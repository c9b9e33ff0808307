"""Who is let in, by whom, and who is put out again."""

import json
import re

import pytest

from tests.system.telegram.running_bot import AN, LAN, STRANGER
from tests.telegram_server.bot_settings import scope_key

QUESTION = "KH 21 ai ký"
SIGNER = "Đặng Thị Hải Yến"


@pytest.fixture
def new_office(office):
    """Nobody is let in by the settings."""
    office.environment |= {"TELEGRAM_ADMINS": "", "TELEGRAM_ALLOWED_USERS": ""}
    return office


def code_in(message):
    return re.search(r"\b\d{6}\b", message.shown).group()


def test_who_opens_the_link_of_the_terminal_is_the_first_administrator(new_office):
    with new_office.running():
        new_office.stranger.says("/start")
        new_office.chat.bot.answers_with("chưa có quản trị viên")
        new_office.lan.says(f"/start {new_office.owner_code}")
        new_office.chat.bot.answers_with("quản trị viên đầu tiên", "/duyet", "/thuhoi", "/tamdung")
        new_office.lan.says(QUESTION)
        new_office.chat.bot.answers_with(SIGNER)
        new_office.stranger.says(f"/start {new_office.owner_code}")
        assert SIGNER not in new_office.chat.bot.answers_with().shown


def test_the_first_administrator_stays_one_after_a_restart_and_no_other_code_is_given(new_office):
    with new_office.running():
        new_office.lan.says(f"/start {new_office.owner_code}")
        new_office.chat.bot.answers_with("quản trị viên đầu tiên")
    with new_office.running():
        assert new_office.owner_code is None
        new_office.lan.says("/nguoidung")
        new_office.chat.bot.answers_with("Quản trị viên", "Lan")


def test_five_wrong_codes_close_the_door_also_to_the_right_one(new_office):
    with new_office.running():
        for guess in ("owner_a", "owner_b", "owner_c", "owner_d"):
            new_office.stranger.says(f"/start {guess}")
            new_office.chat.bot.answers_with("Mã không đúng")
        new_office.stranger.says("/start owner_e")
        new_office.chat.bot.answers_with("không dùng được nữa")
        new_office.lan.says(f"/start {new_office.owner_code}")
        new_office.chat.bot.answers_with("khởi động lại bot")


def test_a_stranger_hands_a_code_on_and_is_let_in_by_a_button(running):
    running.stranger.says("/start")
    code = code_in(running.chat.bot.answers_with("Mã của anh/chị", "báo mã này cho quản trị viên"))
    running.chat.bot.answers_with("Dũng", code, buttons=("Duyệt", "Từ chối"), to=running.lan)
    running.lan.presses("Duyệt")
    running.chat.bot.edits_to("Đã duyệt Dũng làm người dùng")
    running.chat.bot.answers_with("đã được duyệt", to=running.stranger)
    running.stranger.says(QUESTION)
    running.chat.bot.answers_with(SIGNER)


def test_requests_wait_for_an_administrator_who_has_not_begun_the_chat(running):
    running.chat.private(LAN).may_be_written_to = False
    running.stranger.says("/start")
    running.chat.bot.answers_with("Mã")
    running.lan.says("/start")
    running.chat.bot.answers_with("/duyet")
    running.chat.bot.answers_with("1 yêu cầu đang chờ duyệt", "Dũng", buttons=("Duyệt",))


def test_a_stranger_who_asks_again_has_the_same_code_and_the_administrator_is_not_told_twice(running):
    running.stranger.says(QUESTION)
    first = code_in(running.chat.bot.answers_with("Mã của anh/chị", without=(SIGNER,)))
    running.stranger.says("Xin chào")
    assert code_in(running.chat.bot.answers_with("Mã của anh/chị")) == first
    assert len(running.server.messages_in(LAN)) == 1


@pytest.mark.parametrize(
    ("said", "role"), [("", "người dùng"), (" giangvien", "giảng viên"), (" quantri", "quản trị viên")]
)
def test_a_code_is_approved_by_command_with_a_role(running, said, role):
    running.stranger.says("/start")
    code = code_in(running.chat.bot.answers_with("Mã"))
    running.lan.says(f"/duyet {code}{said}")
    running.chat.bot.answers_with(f"Đã duyệt Dũng làm {role}")
    running.chat.bot.answers_with(role, to=running.stranger)


def test_who_is_refused_is_told_and_must_wait_a_day(running, clock):
    running.stranger.says("/start")
    running.lan.presses("Từ chối")
    running.chat.bot.edits_to("Đã từ chối Dũng")
    running.chat.bot.answers_with("chưa đồng ý", to=running.stranger)
    running.stranger.says("/start")
    running.chat.bot.answers_with("xin lại từ", without=("Mã của",))
    clock.set(2026, 11, 3, 10)
    running.stranger.says("/start")
    running.chat.bot.answers_with("Mã của anh/chị")


def test_who_is_revoked_is_out_at_once_with_the_buttons_of_old_answers(running):
    running.stranger.says("/start")
    running.lan.presses("Duyệt")
    running.chat.bot.answers_with("đã được duyệt", to=running.stranger)
    running.stranger.says(QUESTION)
    running.chat.bot.answers_with(SIGNER)
    running.lan.says(f"/thuhoi {STRANGER}")
    running.chat.bot.answers_with("Đã thu hồi quyền sử dụng của Dũng")
    running.chat.bot.answers_with("đã được thu hồi", to=running.stranger)
    running.stranger.presses("[1]")
    running.chat.bot.notices("không được sử dụng bot")
    running.chat.bot.stays_quiet()
    running.stranger.says(QUESTION)
    running.chat.bot.answers_with("xin lại từ", without=(SIGNER,))


def test_a_paused_bot_answers_nobody_also_after_a_restart_until_it_is_resumed(office):
    with office.running():
        office.lan.says("/tamdung Đang cập nhật kho")
        office.chat.bot.answers_with("Đã tạm dừng bot")
        office.an.says(QUESTION)
        office.chat.bot.answers_with("tạm dừng", "Đang cập nhật kho.", without=(SIGNER,))
    with office.running():
        office.an.says(QUESTION)
        office.chat.bot.answers_with("tạm dừng", without=(SIGNER,))
        office.lan.says("/tieptuc")
        office.chat.bot.answers_with("trả lời trở lại")
        office.an.says(QUESTION)
        office.chat.bot.answers_with(SIGNER)


def test_who_has_asked_enough_learns_when_to_ask_again_and_others_may_go_on(office, clock):
    office.environment["QUOTA_USER_HOUR"] = "2"
    with office.running():
        for _ in range(2):
            office.an.says(QUESTION)
            office.chat.bot.answers_with(SIGNER)
        office.an.says(QUESTION)
        office.chat.bot.answers_with("hết số lượt", "10 giờ", without=(SIGNER,))
        office.binh.says(QUESTION)
        office.chat.bot.answers_with(SIGNER)
        clock.set(2026, 11, 2, 10, 1)
        office.an.says(QUESTION)
        office.chat.bot.answers_with(SIGNER)


def test_a_role_given_by_command_counts_at_once_and_the_menu_follows(running):
    running.an.says("/trogiup")
    running.chat.bot.answers_with("/hanchot", without=("/duyet",))
    running.lan.says(f"/vaitro {AN} quản trị viên")
    running.chat.bot.answers_with("nay là quản trị viên")
    told = running.chat.bot.answers_with("nay là quản trị viên", to=running.an)
    assert "Vai trò của anh/chị" in told.shown
    running.an.says("/nguoidung")
    running.chat.bot.answers_with("Quản trị viên", "An")


@pytest.mark.parametrize("command", ["/duyet 123456", "/thuhoi 8", "/nguoidung", "/nhatky", "/tamdung", "/tieptuc"])
def test_what_is_for_administrators_is_refused_to_others(running, command):
    running.an.says(command)
    running.chat.bot.answers_with("dành cho quản trị viên")


def test_the_journal_tells_who_did_what_and_nothing_of_what_was_asked(running):
    running.an.says(QUESTION)
    running.chat.bot.answers_with(SIGNER)
    running.lan.says("/nhatky")
    running.chat.bot.answers_with("An: hỏi", without=("KH 21",))


def test_each_kind_of_chat_is_offered_its_commands(running):
    def offered(*scope):
        return {command["command"] for command in running.server.telegram.commands.get(scope_key(*scope), [])}

    users = {"hoi", "vanban", "hanchot", "lich", "nhac", "moi", "quen", "gopy", "trogiup"}
    admins = {"duyet", "thuhoi", "nguoidung", "nhatky", "tamdung", "tieptuc", "vaitro"}
    assert offered("all_private_chats") == offered("default") == users
    assert offered("all_group_chats") < users
    assert offered("chat", LAN) == users | admins  # set when the bot started, for she had begun the chat
    assert offered("chat", AN) == set()
    assert json.dumps(running.server.telegram.descriptions, ensure_ascii=False).count("thi đua, khen thưởng") == 1
