from zoneinfo import ZoneInfo

from bot.records.audit import AuditEntry, AuditKind
from bot.records.groups import Group
from bot.records.pairing import PairingRequest
from bot.records.people import Change, Person, Role
from bot.records.switch import Paused
from bot.screens.people_screens import (
    audit_screen,
    code_unknown_screen,
    group_revocation_screen,
    pause_screen,
    pending_screen,
    people_screen,
    person_approved_screen,
    request_refused_screen,
    request_screen,
    revocation_screen,
)
from tests.bot.records.moments_of_tests import NOW, later

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
AN = PairingRequest("042317", 40, "Trần <b>An", "tran_an", NOW)
OFFICE = PairingRequest("999999", -5, "Phòng Nội vụ", "", NOW)


def buttons_of(screen):
    return [[(button.label, button.callback) for button in row] for row in screen.rows]


def test_an_admin_sees_who_asks_and_decides_with_one_tap():
    screen = request_screen(AN, NOW, ZONE)
    assert screen.html == (
        "<b>Có người xin sử dụng bot.</b>\n\n"
        "<b>Trần &lt;b&gt;An (@tran_an)</b>, mã số 40\n"
        "Mã <code>042317</code>, có hiệu lực đến 9 giờ ngày mai.\n\n"
        "Tên do người gửi tự đặt: trước khi duyệt, xin đối chiếu mã với chính người đó."
    )
    assert buttons_of(screen) == [
        [("Duyệt", "a:042317:user"), ("Từ chối", "a:042317:refuse")],
        [("Duyệt làm giảng viên", "a:042317:trainer")],
    ]


def test_a_group_is_approved_or_refused_and_has_no_role():
    screen = request_screen(OFFICE, NOW, ZONE)
    assert "Có nhóm xin sử dụng bot." in screen.html
    assert buttons_of(screen) == [[("Duyệt nhóm", "a:999999:user"), ("Từ chối", "a:999999:refuse")]]


def test_the_buttons_of_several_requests_bear_their_codes():
    screen = pending_screen([AN, OFFICE], NOW, ZONE)
    assert screen.html.startswith("<b>Có 2 yêu cầu đang chờ duyệt.</b>")
    assert buttons_of(screen) == [
        [("Duyệt 042317", "a:042317:user"), ("Từ chối 042317", "a:042317:refuse")],
        [("Duyệt làm giảng viên 042317", "a:042317:trainer")],
        [("Duyệt nhóm 999999", "a:999999:user"), ("Từ chối 999999", "a:999999:refuse")],
    ]


def test_of_many_requests_ten_are_shown_and_the_rest_counted():
    requests = [PairingRequest(f"{number:06d}", number, "An", "", NOW) for number in range(1, 14)]
    screen = pending_screen(requests, NOW, ZONE)
    assert "Có 13 yêu cầu" in screen.html
    assert "Còn 3 yêu cầu khác" in screen.html
    assert len(screen.rows) == 20


def test_without_requests_there_is_a_sentence_and_no_button():
    screen = pending_screen([], NOW, ZONE)
    assert screen.html == "Không có yêu cầu nào đang chờ duyệt."
    assert screen.rows == ()


def test_the_request_is_replaced_by_what_was_decided():
    person = Person(40, "Trần An", "tran_an", Role.TRAINER, NOW, 1)
    assert person_approved_screen(person).html == "Đã duyệt Trần An (@tran_an) làm giảng viên."
    assert request_refused_screen(AN).html.startswith("Đã từ chối Trần &lt;b&gt;An (@tran_an).")
    assert "<code>042317</code>" in code_unknown_screen("042317").html


def test_people_are_listed_by_role_and_then_groups():
    people = [
        Person(1, "", "", Role.ADMIN),
        Person(43, "Bùi Dung", "dung", Role.USER, NOW, 1),
        Person(44, "Lê <i>", "", Role.USER, NOW, 1),
    ]
    assert people_screen(people, [Group(-5, "Phòng Nội vụ", NOW, 1)], ZONE).html == (
        "<b>Được sử dụng bot: 3 người, 1 nhóm.</b>\n\n"
        "<b>Quản trị viên</b>\n– (chưa rõ tên), mã số 1, theo cấu hình\n\n"
        "<b>Người dùng</b>\n– Bùi Dung (@dung), mã số 43, từ 21/11/2026\n– Lê &lt;i&gt;, mã số 44, từ 21/11/2026\n\n"
        "<b>Nhóm</b>\n– Phòng Nội vụ, mã số -5, từ 21/11/2026"
    )


def test_an_admin_learns_why_a_right_was_not_taken_away():
    admin = Person(1, "Trần An", "", Role.ADMIN)
    assert "TELEGRAM_ADMINS" in revocation_screen(Change.FIXED, admin).html
    assert "quản trị viên duy nhất" in revocation_screen(Change.LAST_ADMIN, admin).html
    assert "Không tìm thấy" in revocation_screen(Change.UNKNOWN, None).html
    assert revocation_screen(Change.DONE, admin).html == ("Đã thu hồi quyền sử dụng của Trần An, có hiệu lực ngay.")
    assert "không có trong số" in group_revocation_screen(None).html


def test_a_pause_that_begins_tells_what_people_see_and_how_to_end_it():
    html = pause_screen(Paused(7, NOW, ""), None, NOW, ZONE).html
    assert html.startswith("Đã tạm dừng bot.")
    assert "/tieptuc" in html


def test_a_pause_tells_who_began_it_even_if_that_is_nobody_any_more():
    paused = Paused(7, NOW, "")
    assert "do mã số 7 dừng lúc 21/11 09:00" in pause_screen(paused, None, later(hours=1), ZONE).html
    by = Person(7, "Trần An", "", Role.ADMIN)
    assert "do Trần An dừng lúc 21/11 09:00" in pause_screen(paused, by, later(hours=1), ZONE).html


def test_the_audit_tells_who_did_what_in_words():
    names = {1: "Trần An", 40: "Lê <b>", -5: "Phòng Nội vụ"}
    entries = [
        AuditEntry(NOW, 1, 40, AuditKind.APPROVED, "40 trainer"),
        AuditEntry(NOW, 40, 40, AuditKind.ASKED, ""),
        AuditEntry(NOW, 9, 9, AuditKind.UPLOADED, "88/KH-UBND"),
        AuditEntry(NOW, 1, -5, AuditKind.REVOKED, "-5"),
    ]
    assert audit_screen(entries, names, ZONE).html == (
        "<b>4 việc gần nhất, mới nhất ở trên. Nhật ký không ghi nội dung câu hỏi.</b>\n\n"
        "21/11 09:00 Trần An: duyệt (Lê &lt;b&gt;, giảng viên)\n"
        "21/11 09:00 Lê &lt;b&gt;: hỏi\n"
        "21/11 09:00 mã số 9: gửi tệp (88/KH-UBND)\n"
        "21/11 09:00 Trần An: thu hồi quyền (Phòng Nội vụ)"
    )
    assert audit_screen([], {}, ZONE).html == "Nhật ký chưa có gì."
