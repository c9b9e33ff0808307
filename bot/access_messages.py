"""What is said about their access to strangers, to those let in and to groups."""

from bot.records.people import Role

ROLES = {Role.USER: "người dùng", Role.TRAINER: "giảng viên", Role.ADMIN: "quản trị viên"}


# To people who are not let in.


def stranger_greeting() -> str:
    """The answer to /start, before the code."""
    return (
        "Xin chào anh/chị. Tôi tra cứu văn bản về thi đua, khen thưởng và trả lời kèm trích dẫn nguyên văn. "
        "Tôi chỉ trả lời những người đã được quản trị viên duyệt."
    )


def code_is(code: str) -> str:
    """The code of the person."""
    return f"Mã của anh/chị: {code}."


def hand_code_on(until: str) -> str:
    """What to do with the code; `until` is when it ends, in words."""
    return (
        f"Xin báo mã này cho quản trị viên của cơ quan. Mã có hiệu lực đến {until}. "
        "Khi được duyệt, anh/chị sẽ nhận được tin nhắn tại đây."
    )


def must_wait(until: str) -> str:
    """An administrator has refused, or taken the right away, less than a day ago."""
    return (
        f"Quản trị viên chưa đồng ý cho tài khoản này sử dụng. Anh/chị có thể xin lại từ {until}, "
        "hoặc liên hệ trực tiếp với quản trị viên."
    )


def no_admin_yet() -> str:
    """Nobody can approve anybody: said to whoever writes to a bot just set up."""
    return (
        "Bot này chưa có quản trị viên. Nếu anh/chị là người cài đặt: xin gửi lệnh /start kèm mã in trong cửa sổ "
        "đang chạy bot, hoặc mở đường dẫn in ở đó."
    )


def owner_code_wrong() -> str:
    """There are tries left."""
    return "Mã không đúng. Xin xem lại mã in trong cửa sổ đang chạy bot rồi gửi lại lệnh /start kèm mã."


def owner_code_closed() -> str:
    """Too many wrong tries."""
    return "Mã này không dùng được nữa. Xin khởi động lại bot để có mã mới."


def group_not_approved(code: str, until: str) -> str:
    """In a group where nothing is answered yet."""
    return (
        "Nhóm này chưa được phép sử dụng bot. Quản trị viên của bot có thể gửi lệnh /duyet ngay trong nhóm, "
        f"hoặc duyệt bằng mã {code}. Mã có hiệu lực đến {until}."
    )


def group_must_wait(until: str) -> str:
    """The same within a day after a refusal."""
    return f"Quản trị viên chưa đồng ý cho nhóm này sử dụng bot. Có thể xin lại từ {until}."


# To people whose rights have changed.


def you_are_approved(role: Role) -> str:
    """To the person, when let in."""
    return (
        f"Anh/chị đã được duyệt với vai trò {ROLES[role]}. Xin gửi câu hỏi ngay tại đây, "
        "hoặc gõ /trogiup để xem hướng dẫn."
    )


def you_are_refused() -> str:
    """To the person, when not let in."""
    return "Quản trị viên chưa đồng ý cho anh/chị sử dụng bot. Nếu cần, xin liên hệ trực tiếp với quản trị viên."


def you_are_revoked() -> str:
    """To the person, when the right is taken away."""
    return "Quyền sử dụng bot của anh/chị đã được thu hồi. Nếu cần, xin liên hệ trực tiếp với quản trị viên."


def your_role_is(role: Role) -> str:
    """To the person, when the role has changed."""
    return f"Vai trò của anh/chị trong bot nay là {ROLES[role]}."


def you_are_owner() -> str:
    """To the first administrator, who has just set the bot up."""
    return "Anh/chị là quản trị viên đầu tiên của bot."


def bot_is_closed() -> str:
    """What the first administrator has in hand."""
    return (
        "Bot đang đóng: chỉ người được duyệt mới hỏi được. "
        "Khi có người gửi /start, tôi sẽ chuyển yêu cầu của họ đến đây để anh/chị duyệt."
    )


def owner_commands() -> str:
    """What the first administrator can do next."""
    return (
        "Các lệnh quản trị: /duyet xem yêu cầu đang chờ, /nguoidung xem danh sách, /thuhoi thu hồi quyền, "
        "/tamdung và /tieptuc dừng và mở lại bot, /nhatky xem nhật ký. Gõ /trogiup để xem cách hỏi."
    )


def group_is_approved() -> str:
    """In the group, when an administrator has approved it."""
    return "Nhóm đã được phép sử dụng bot. Xin gõ /hoi kèm câu hỏi, hoặc trả lời tin nhắn của tôi để hỏi tiếp."


def group_is_revoked() -> str:
    """In the group, when the right is taken away."""
    return "Quyền sử dụng bot của nhóm này đã được thu hồi. Tôi sẽ không trả lời ở đây nữa."


# To those let in, when nothing is answered.


def paused_for_now(reason: str) -> str:
    """Instead of an answer while the bot is paused."""
    why = f" Lý do: {_ended(reason)}" if reason else ""
    return f"Quản trị viên đang tạm dừng bot.{why} Xin anh/chị hỏi lại sau."


def quota_met(until: str, wait: str) -> str:
    """The person has asked as much as one may."""
    return f"Anh/chị đã hỏi hết số lượt trong thời gian này. Xin hỏi tiếp từ {until}, khoảng {wait} nữa."


def group_quota_met(until: str, wait: str) -> str:
    """In a group; the person may have asked little."""
    return f"Số lượt hỏi trong thời gian này đã hết. Xin hỏi tiếp từ {until}, khoảng {wait} nữa."


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!", "…")) else f"{sentence}."
