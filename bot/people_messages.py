"""What is said to administrators about people, groups, the pause and the audit."""

from bot.access_messages import ROLES
from bot.records.audit import AuditKind
from bot.records.people import Change, Role

APPROVE, APPROVE_AS_TRAINER, APPROVE_GROUP, REFUSE = "Duyệt", "Duyệt làm giảng viên", "Duyệt nhóm", "Từ chối"

PEOPLE_HEADINGS = {Role.USER: "Người dùng", Role.TRAINER: "Giảng viên", Role.ADMIN: "Quản trị viên"}
GROUPS_HEADING = "Nhóm"
NAMELESS = "(chưa rõ tên)"
BY_SETTINGS = "theo cấu hình"

AUDITED = {
    AuditKind.PAIRING_ASKED: "xin sử dụng",
    AuditKind.OWNERSHIP_CLAIMED: "nhận quyền quản trị đầu tiên",
    AuditKind.APPROVED: "duyệt",
    AuditKind.REFUSED: "từ chối",
    AuditKind.REVOKED: "thu hồi quyền",
    AuditKind.ROLE_CHANGED: "đổi vai trò",
    AuditKind.GROUP_MOVED: "nhóm đổi mã số",
    AuditKind.ASKED: "hỏi",
    AuditKind.ACCESS_REFUSED: "bị từ chối vì chưa được duyệt",
    AuditKind.QUOTA_MET: "hết lượt hỏi",
    AuditKind.PAUSED: "tạm dừng bot",
    AuditKind.RESUMED: "mở lại bot",
    AuditKind.FORGOT: "xoá dữ liệu của mình",
    AuditKind.UPLOADED: "gửi tệp",
    AuditKind.CORRECTED: "sửa thông tin văn bản",
    AuditKind.PUBLISHED: "đưa văn bản vào kho",
    AuditKind.DISCARDED: "bỏ văn bản đã gửi",
    AuditKind.UNDONE: "hoàn tác",
    AuditKind.EXPORTED: "xuất tệp",
}


def request_heading(*, is_of_group: bool) -> str:
    """Over a request."""
    return "Có nhóm xin sử dụng bot." if is_of_group else "Có người xin sử dụng bot."


def request_code(code: str, until: str) -> str:
    """Under the name."""
    return f"Mã {code}, có hiệu lực đến {until}."


def check_first() -> str:
    """Anybody can take any name."""
    return "Tên do người gửi tự đặt: trước khi duyệt, xin đối chiếu mã với chính người đó."


def pending_heading(count: int) -> str:
    """Over the requests."""
    return f"Có {count} yêu cầu đang chờ duyệt."


def pending_beyond(count: int) -> str:
    """Under a list that was cut."""
    return f"Còn {count} yêu cầu khác; sẽ hiện ra khi các yêu cầu trên được xử lý."


def nothing_pending() -> str:
    """No request waits."""
    return "Không có yêu cầu nào đang chờ duyệt."


def code_unknown(code: str) -> str:
    """No valid request has it."""
    return f"Không có yêu cầu nào đang chờ với mã {code}: mã không đúng, đã hết hạn hoặc đã được xử lý."


def approval_usage() -> str:
    """What stands behind /duyet is no code."""
    return (
        "Mã gồm 6 chữ số. Ví dụ: /duyet 123456 để duyệt làm người dùng, /duyet 123456 giangvien để duyệt làm "
        "giảng viên, /duyet 123456 quantri để duyệt làm quản trị viên."
    )


def person_approved(name: str, role: Role) -> str:
    """To the administrator who did it."""
    return f"Đã duyệt {name} làm {ROLES[role]}."


def group_approved(title: str) -> str:
    """To the administrator who did it."""
    return f"Đã duyệt nhóm {title}."


def request_refused(name: str) -> str:
    """To the administrator who did it."""
    return f"Đã từ chối {name}. Có thể xin lại sau 24 giờ."


def revoke_usage() -> str:
    """/thuhoi of nobody."""
    return (
        "Xin cho biết thu hồi quyền của ai: gõ /thuhoi kèm mã số Telegram hoặc @tên, ví dụ /thuhoi 123456789; "
        "hoặc trả lời một tin nhắn của người đó bằng lệnh /thuhoi. Danh sách có ở /nguoidung."
    )


def role_usage() -> str:
    """/vaitro without a person or a role."""
    return (
        "Xin cho biết ai và vai trò nào: gõ /vaitro kèm mã số Telegram hoặc @tên, rồi “người dùng”, “giảng viên” hoặc "
        "“quản trị viên”, ví dụ /vaitro 123456789 giảng viên. Danh sách có ở /nguoidung."
    )


def revocation(change: Change, name: str) -> str:
    """What came of /thuhoi."""
    match change:
        case Change.DONE:
            return f"Đã thu hồi quyền sử dụng của {name}, có hiệu lực ngay."
        case Change.UNKNOWN:
            return "Không tìm thấy người này trong số những người được sử dụng bot. Xin xem /nguoidung."
        case _:
            return _unchanged(change, name)


def role_change(change: Change, name: str, role: Role) -> str:
    """What came of giving a person another role."""
    match change:
        case Change.DONE:
            return f"Vai trò của {name} nay là {ROLES[role]}."
        case Change.UNKNOWN:
            return "Không tìm thấy người này trong số những người được sử dụng bot. Xin xem /nguoidung."
        case _:
            return _unchanged(change, name)


def group_revoked(title: str) -> str:
    """To the administrator who did it."""
    return f"Đã thu hồi quyền sử dụng của nhóm {title}, có hiệu lực ngay."


def group_unknown() -> str:
    """/thuhoi of a group that is not approved."""
    return "Nhóm này không có trong số những nhóm được sử dụng bot. Xin xem /nguoidung."


def pause_begun() -> str:
    """/tamdung."""
    return (
        "Đã tạm dừng bot. Ai hỏi cũng chỉ nhận được thông báo tạm dừng, kể cả sau khi bot khởi động lại. "
        "Gõ /tieptuc để mở lại."
    )


def pause_stands(name: str, since: str) -> str:
    """/tamdung of a bot that is paused."""
    return f"Bot đang tạm dừng, do {name} dừng lúc {since}. Gõ /tieptuc để mở lại."


def pause_ended(*, was_paused: bool) -> str:
    """/tieptuc."""
    return "Bot đã trả lời trở lại." if was_paused else "Bot không tạm dừng, vẫn đang trả lời."


def people_heading(people: int, groups: int) -> str:
    """Over /nguoidung."""
    return f"Được sử dụng bot: {people} người, {groups} nhóm."


def audit_heading(count: int) -> str:
    """Over /nhatky; questions are not in it."""
    return f"{count} việc gần nhất, mới nhất ở trên. Nhật ký không ghi nội dung câu hỏi."


def audit_empty() -> str:
    """Nothing was noted yet."""
    return "Nhật ký chưa có gì."


def id_of(identity: int) -> str:
    """The number that Telegram knows somebody by, in a list."""
    return f"mã số {identity}"


def since_day(day: str) -> str:
    """In a list."""
    return f"từ {day}"


def _unchanged(change: Change, name: str) -> str:
    match change:
        case Change.FIXED:
            return f"{name} là quản trị viên theo cấu hình (TELEGRAM_ADMINS), chỉ thay đổi được trên máy chủ."
        case Change.LAST_ADMIN:
            return f"{name} là quản trị viên duy nhất. Xin duyệt một quản trị viên khác trước."
        case _:
            return "Chức năng này dành cho quản trị viên."
