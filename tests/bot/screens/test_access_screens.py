from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.records.ownership import Claim
from bot.records.pairing import PairingRequest, RefusedUntil
from bot.records.people import Role
from bot.records.switch import Paused
from bot.screens.access_screens import (
    approved_screen,
    claim_screen,
    group_screen,
    no_admin_screen,
    paused_screen,
    quota_screen,
    stranger_screen,
)
from tests.bot.records.moments_of_tests import NOW, later

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def test_a_stranger_sees_a_code_to_tap_whom_to_give_it_and_how_long_it_lasts():
    screen = stranger_screen(PairingRequest("042317", 40, "An", "", NOW), NOW, ZONE)
    assert screen.html == (
        "Xin chào anh/chị. Tôi tra cứu văn bản về thi đua, khen thưởng và trả lời kèm trích dẫn nguyên văn. "
        "Tôi chỉ trả lời những người đã được quản trị viên duyệt.\n\n"
        "Mã của anh/chị: <code>042317</code>.\n\n"
        "Xin báo mã này cho quản trị viên của cơ quan. Mã có hiệu lực đến 9 giờ ngày mai. "
        "Khi được duyệt, anh/chị sẽ nhận được tin nhắn tại đây."
    )
    assert screen.rows == ()


def test_who_was_refused_is_told_from_when_to_ask_again():
    assert "xin lại từ 9 giờ ngày mai" in stranger_screen(RefusedUntil(later(hours=24)), NOW, ZONE).html
    assert "xin lại từ 9 giờ ngày mai" in group_screen(RefusedUntil(later(hours=24)), NOW, ZONE).html


def test_a_group_is_told_how_an_admin_opens_it():
    html = group_screen(PairingRequest("042317", -5, "Phòng", "", NOW), NOW, ZONE).html
    assert "/duyet ngay trong nhóm" in html
    assert "<code>042317</code>" in html


def test_a_bot_without_admin_says_where_its_code_is_and_shows_none():
    html = no_admin_screen().html
    assert "mã in trong cửa sổ" in html
    assert "<code>" not in html


def test_the_owner_learns_that_the_bot_is_closed_and_what_to_do_next():
    html = claim_screen(Claim.CLAIMED).html
    assert "Bot đang đóng" in html
    assert "/duyet" in html
    assert "khởi động lại" in claim_screen(Claim.CLOSED).html
    assert "Mã không đúng" in claim_screen(Claim.WRONG).html


def test_who_is_let_in_learns_the_role_and_how_to_begin():
    assert approved_screen(Role.TRAINER).html == (
        "Anh/chị đã được duyệt với vai trò giảng viên. Xin gửi câu hỏi ngay tại đây, hoặc gõ /trogiup để xem hướng dẫn."
    )


def test_the_reason_of_a_pause_is_shown_escaped():
    assert paused_screen(Paused(1, NOW, "Nâng cấp <kho>")).html == (
        "Quản trị viên đang tạm dừng bot. Lý do: Nâng cấp &lt;kho&gt;. Xin anh/chị hỏi lại sau."
    )
    assert paused_screen(Paused(1, NOW, "")).html == "Quản trị viên đang tạm dừng bot. Xin anh/chị hỏi lại sau."


def test_who_has_asked_too_much_learns_when_to_go_on():
    again = NOW + timedelta(minutes=12)
    assert quota_screen(again, NOW, ZONE, is_group=False).html == (
        "Anh/chị đã hỏi hết số lượt trong thời gian này. Xin hỏi tiếp từ 9 giờ 12 hôm nay, khoảng 12 phút nữa."
    )
    assert quota_screen(again, NOW, ZONE, is_group=True).html.startswith("Số lượt hỏi trong thời gian này đã hết.")
