"""What the bot says about the conversation in Telegram itself: sending, files, groups, commands."""

from bot import messages as answer_messages

SEND_AGAIN = "Gửi lại câu trả lời"
INLINE_ASK_FOR_ACCESS = "Xin quyền sử dụng bot"

# Shown by Telegram when "/" is typed; who sees which is set in bot.telegram.command_menu.
USER_COMMANDS = {
    "hoi": "Hỏi về văn bản, thời hạn, mức thưởng",
    "vanban": "Tìm và mở một văn bản",
    "hanchot": "Các hạn sắp tới",
    "lich": "Nhận tệp lịch các hạn",
    "nhac": "Nhắc hạn và theo dõi văn bản",
    "moi": "Bắt đầu chuyện mới",
    "quen": "Xoá những gì bot nhớ về cuộc trò chuyện này",
    "gopy": "Góp ý về câu trả lời",
    "trogiup": "Hướng dẫn sử dụng",
}
GROUP_COMMANDS = {name: USER_COMMANDS[name] for name in ("hoi", "vanban", "hanchot", "moi", "trogiup")}
ADMIN_COMMANDS = {
    "duyet": "Duyệt người hoặc nhóm xin sử dụng",
    "thuhoi": "Thu hồi quyền sử dụng",
    "vaitro": "Đổi vai trò của một người",
    "nguoidung": "Danh sách người dùng",
    "nhatky": "Nhật ký hoạt động",
    "tamdung": "Tạm dừng trả lời",
    "tieptuc": "Trả lời trở lại",
}


def help_text(*, is_admin: bool) -> str:
    """What the bot does, how to ask, and what else it can do."""
    commands = USER_COMMANDS | (ADMIN_COMMANDS if is_admin else {})
    listed = "\n".join(f"/{name} – {meaning[0].lower()}{meaning[1:]}" for name, meaning in commands.items())
    return (
        f"{answer_messages.help_text()}\n\n"
        "Hỏi tiếp được ngay: “ai ký?”, “thế còn cấp xã?”, “hạn đó còn bao lâu?”. Sửa câu hỏi thì tôi trả lời lại. "
        "Trong nhóm, xin dùng /hoi hoặc trả lời (reply) tin nhắn của tôi.\n\n"
        f"{listed}"
    )


def delivery_uncertain() -> str:
    """The connection broke while the answer was being sent."""
    return (
        "Kết nối với Telegram bị gián đoạn đúng lúc tôi gửi câu trả lời. Nếu anh/chị chưa thấy đủ câu trả lời ở trên, "
        "xin bấm nút dưới đây."
    )


def answered_anew() -> str:
    """In place of an answer to a question that was edited since."""
    return "Câu hỏi đã được sửa; xem câu trả lời mới ở dưới."


def still_working() -> str:
    """The answer takes longer than people expect."""
    return "Câu hỏi này cần thêm thời gian, tôi vẫn đang tra cứu."


def unknown_command() -> str:
    """A command that the bot does not have."""
    return "Tôi không có lệnh này. Gõ /trogiup để xem các lệnh, hoặc cứ gửi câu hỏi."


def file_not_expected() -> str:
    """Somebody who may not add documents sent a file."""
    return (
        "Tôi chưa nhận tệp từ tài khoản này. Xin gửi tệp cho quản trị viên để bổ sung vào kho, "
        "hoặc gõ câu hỏi bằng chữ."
    )


def upload_moved(file_name: str) -> str:
    """In place of a preview that was corrected: it goes on below the correction."""
    return f"Tệp “{file_name}”: xem bản mới ở dưới."


def file_not_fetched() -> str:
    """Telegram did not give the file."""
    return "Chưa tải được tệp từ Telegram. Xin gửi lại sau ít phút."


def conversation_begins_anew() -> str:
    """/moi."""
    return "Đã bắt đầu chuyện mới. Câu hỏi sau sẽ không dùng lại nội dung trước đó."


def forgotten(answers: int, subscriptions: int) -> str:
    """/quen: what was kept of this chat is gone."""
    if not (answers or subscriptions):
        return "Không còn nội dung nào của cuộc trò chuyện này được lưu."
    followed = f" {subscriptions} mục theo dõi và nhắc hạn cũng đã tắt." if subscriptions else ""
    return (
        f"Đã xoá {answers} câu hỏi cùng câu trả lời đã lưu và những gì tôi nhớ về cuộc trò chuyện này.{followed} "
        "Các nút dưới những câu trả lời cũ sẽ không dùng được nữa."
    )


def button_is_too_old() -> str:
    """A button whose answer is no longer kept, or was never ours."""
    return "Nội dung của nút này không còn được lưu. Xin hỏi lại."


def question_is_missing() -> str:
    """/hoi without a question."""
    return "Xin viết câu hỏi ngay sau lệnh, ví dụ: /hoi hạn nộp hồ sơ khen thưởng năm 2026."


def feedback_thanks(verdict: str) -> str:
    """Shown over the chat when a button of feedback was pressed."""
    return f"Đã ghi nhận: {verdict}. Cảm ơn anh/chị."


def feedback_wants_words() -> str:
    """After "Sai" or "Thiếu", and for /gopy without words."""
    return "Nếu được, xin cho biết sai hoặc thiếu ở đâu: gõ /gopy rồi viết góp ý."


def comment_thanks() -> str:
    """/gopy with words."""
    return "Cảm ơn anh/chị, góp ý đã được ghi lại."


def not_for_you() -> str:
    """A command or a button for administrators."""
    return "Chức năng này dành cho quản trị viên."


def not_let_in() -> str:
    """A button of somebody, or in a group, whose right has been taken away."""
    return "Ở đây hiện không được sử dụng bot. Xin liên hệ quản trị viên."


def group_follows_by_trainers() -> str:
    """In a group what is followed is everybody's."""
    return (
        "Trong nhóm, việc theo dõi và nhắc hạn do giảng viên hoặc quản trị viên đặt. "
        "Anh/chị có thể đặt cho riêng mình ở chat riêng với tôi."
    )


def bot_description() -> str:
    """Shown in an empty chat, before /start."""
    return (
        "Tra cứu văn bản, kế hoạch về thi đua, khen thưởng: văn bản nào áp dụng, hạn chót ngày nào, mức thưởng bao "
        "nhiêu. Mỗi câu trả lời kèm nguồn và trích dẫn nguyên văn. Chỉ dành cho người đã được cơ quan cho phép."
    )


def inline_title(question: str) -> str:
    """Over an inline result."""
    return f"Trả lời: {question}"
