"""In groups: approved, spoken to, quiet otherwise."""

import re

import pytest

from tests.system.telegram.running_bot import AN, BINH, LAN, PATIENCE_SECONDS, Office
from tests.telegram_server.chats import BotStatus
from tests.telegram_server.server import BotApiServer

SIGNER = "Đặng Thị Hải Yến"
GROUP_ANONYMOUS_BOT = 1087968824  # https://core.telegram.org/bots/api#message, sender_chat


@pytest.fixture
def group(running):
    """Approved."""
    group = running.chat.group("Phòng Thi đua", running.lan, running.an, running.binh)
    running.lan.says("/duyet", to=group)
    running.chat.bot.answers_with("Nhóm đã được phép")
    return group


@pytest.fixture
def all_read(tmp_path, held, clock):
    """An office whose bot reads everything in its groups."""
    with BotApiServer(privacy_mode=False, patience_seconds=PATIENCE_SECONDS).serving() as server:
        office = Office(server, tmp_path / "data", *held, clock)
        with office.running():
            yield office


def test_a_group_has_a_code_until_an_administrator_approves_it(running):
    group = running.chat.group("Phòng Thi đua", running.an, running.binh)
    running.server.people.adds_bot(group.id, AN)
    told = running.chat.bot.answers_with("Nhóm này chưa được phép", to=group)
    code = re.search(r"\b\d{6}\b", told.shown).group()
    running.an.says("/hoi KH 21 ai ký", to=group)
    running.chat.bot.answers_with("Nhóm này chưa được phép", code, without=(SIGNER,))
    running.lan.says(f"/duyet {code}")
    running.chat.bot.answers_with("Đã duyệt nhóm Phòng Thi đua")
    running.chat.bot.answers_with("Nhóm đã được phép", to=group)
    running.binh.says("/hoi KH 21 ai ký", to=group)
    running.chat.bot.answers_with(SIGNER)


def test_a_group_that_is_not_approved_hears_so_once_an_hour_from_each_person(running, clock):
    group = running.chat.group("Phòng Thi đua", running.an)
    running.an.says("/hoi KH 21 ai ký", to=group)
    running.chat.bot.answers_with("Nhóm này chưa được phép")
    running.an.says("/hoi KH 21 ai ký", to=group)
    running.chat.bot.stays_quiet()
    clock.set(2026, 11, 2, hour=10, minute=30)
    running.an.says("/hoi KH 21 ai ký", to=group)
    running.chat.bot.answers_with("Nhóm này chưa được phép")


def test_a_group_is_approved_by_the_button_that_the_administrator_has(running):
    group = running.chat.group("Phòng Thi đua", running.an)
    running.server.people.adds_bot(group.id, AN)
    running.lan.presses("Duyệt nhóm")
    running.chat.bot.edits_to("Đã duyệt nhóm Phòng Thi đua")
    running.chat.bot.answers_with("Nhóm đã được phép", to=group)


def test_nobody_but_an_administrator_approves_the_group(running):
    group = running.chat.group("Phòng Thi đua", running.an)
    running.an.says("/duyet", to=group)
    running.chat.bot.answers_with("Nhóm này chưa được phép")


@pytest.mark.parametrize("asked", ["/hoi KH 21 ai ký", "/hoi@test_bot KH 21 ai ký", "/HOI KH 21 ai ký"])
def test_who_speaks_to_the_bot_by_command_is_answered_in_reply(running, group, asked):
    question = running.an.says(asked, to=group)
    assert running.chat.bot.answers_with(SIGNER).reply_to is question


def test_a_reply_to_the_bot_is_a_question_and_everything_else_is_not(running, group):
    running.an.says("/hoi KH 21 ai ký", to=group)
    running.chat.bot.answers_with(SIGNER)
    running.an.replies("thế hạn báo cáo của xã là khi nào?", to=group)
    running.chat.bot.answers_with("Trước ngày 15/11 hằng năm")
    running.binh.says("KH 21 ai ký nhỉ", to=group)
    running.chat.bot.stays_quiet()
    running.binh.says("/hoi@other_bot KH 21 ai ký", to=group)
    running.chat.bot.stays_quiet()


def test_with_privacy_off_a_mention_is_answered_and_what_people_say_to_one_another_is_not(all_read):
    group = all_read.chat.group("Phòng Thi đua", all_read.lan, all_read.an)
    all_read.lan.says("/duyet", to=group)
    all_read.chat.bot.answers_with("Nhóm đã được phép")
    all_read.an.says("Theo KH 21 thì ai ký, các anh chị?", to=group)
    all_read.chat.bot.stays_quiet()
    all_read.an.says("@test_bot KH 21 ai ký", to=group)
    all_read.chat.bot.answers_with(SIGNER)
    all_read.an.sends_file("anh.jpg", b"picture", to=group)
    all_read.chat.bot.stays_quiet()


def test_everybody_in_the_group_has_follow_ups_of_their_own(running, group):
    running.an.says("/hoi KH 21 ai ký", to=group)
    running.chat.bot.answers_with(SIGNER)
    running.binh.says("/hoi Điều 3 Nghị định 41/2019/NĐ-CP quy định gì", to=group)
    running.chat.bot.answers_with("làng nghề xanh")
    running.an.says("/hoi xã báo cáo trước ngày nào?", to=group)
    running.chat.bot.answers_with("15/11 hằng năm")
    running.binh.says("/hoi thế còn Điều 4?", to=group)
    running.chat.bot.answers_with("Hồ sơ gồm tờ trình")


def test_who_replies_to_an_answer_given_to_somebody_else_goes_on_from_that(running, group):
    running.an.says("/hoi KH 21 ai ký", to=group)
    to_an = running.chat.bot.answers_with(SIGNER)
    running.binh.says("xã báo cáo trước ngày nào?", to=group, reply_to=to_an)
    running.chat.bot.answers_with("15/11 hằng năm", "21/KH-UBND")


def test_an_answer_stays_in_the_topic_where_it_was_asked(running):
    people = running.server.people
    forum = people.group(-1_000_000_077, "Diễn đàn", LAN, AN, topics={5: "Hạn báo cáo"})
    running.lan.says("/duyet", to=forum)
    running.chat.bot.answers_with("Nhóm đã được phép")
    people.says(AN, "/hoi KH 21 ai ký", chat_id=forum.id, thread_id=5, more={"is_topic_message": True})
    assert running.chat.bot.answers_with(SIGNER, to=forum).thread_id == 5
    running.an.presses("Thẻ văn bản", to=forum)
    assert running.chat.bot.answers_with("Đường quê sáng đèn").thread_id == 5


def test_a_group_that_becomes_a_supergroup_stays_approved(running):
    old = running.chat.group("Phòng Thi đua", running.lan, running.an, kind="group")
    running.lan.says("/duyet", to=old)
    running.chat.bot.answers_with("Nhóm đã được phép")
    new = running.server.people.migrates(old.id, -1_000_000_555)
    running.chat.bot.stays_quiet(to=new)  # people take longer to type than the bot to hear of the move
    running.an.says("/hoi KH 21 ai ký", to=new)
    running.chat.bot.answers_with(SIGNER)


def test_an_anonymous_administrator_of_the_group_may_ask_and_decides_nothing(running, group):
    as_group = {
        "sender_chat": group.as_json(),
        "from": {"id": GROUP_ANONYMOUS_BOT, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"},
    }
    running.chat.begins(group)
    running.server.people.says(AN, "/hoi KH 21 ai ký", chat_id=group.id, more=as_group)
    running.chat.bot.answers_with(SIGNER)
    running.server.people.says(AN, "/tamdung", chat_id=group.id, more=as_group)
    running.chat.bot.answers_with("dành cho quản trị viên")


def test_a_group_has_its_own_quota(office):
    office.environment["QUOTA_GROUP_HOUR"] = "1"
    with office.running():
        group = office.chat.group("Phòng Thi đua", office.lan, office.an, office.binh)
        office.lan.says("/duyet", to=group)
        office.chat.bot.answers_with("Nhóm đã được phép")
        office.an.says("/hoi KH 21 ai ký", to=group)
        office.chat.bot.answers_with(SIGNER)
        office.binh.says("/hoi KH 21 ai ký", to=group)
        office.chat.bot.answers_with("Số lượt hỏi", "đã hết")


def test_a_revoked_group_is_left_alone(running, group):
    running.lan.says(f"/thuhoi {group.id}")
    running.chat.bot.answers_with("Đã thu hồi quyền sử dụng của nhóm Phòng Thi đua")
    running.chat.bot.answers_with("đã được thu hồi", to=group)
    running.an.says("/hoi KH 21 ai ký", to=group)
    assert SIGNER not in running.chat.bot.answers_with().shown


def test_in_a_group_trainers_and_administrators_decide_what_is_followed(running, group):
    running.an.says("/nhac KH 21", to=group)
    running.chat.bot.answers_with("do giảng viên hoặc quản trị viên đặt")
    running.lan.says("/nhac KH 21", to=group)
    running.chat.bot.answers_with("Đã bật nhắc hạn cho Kế hoạch 21/KH-UBND")


def test_put_out_and_in_again_the_bot_still_knows_the_group(running, group):
    running.server.people.removes_bot(group.id, LAN)
    running.server.people.adds_bot(group.id, LAN, BotStatus.MEMBER)
    running.binh.says("/hoi KH 21 ai ký", to=group)
    running.chat.bot.answers_with(SIGNER)
    assert BINH in group.members
