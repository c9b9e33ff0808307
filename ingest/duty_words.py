"""The words by which plans lay down duties, as data: labels, column heads, verbs, and what is no duty.

Patterns are of whole words; those on folded text (lower case, no diacritics) say so.
"""

import re


def words(*alternatives: str) -> re.Pattern[str]:
    """Any of these whole words; a space stands for any white space up to a broken line."""
    joined = "|".join(alternatives).replace(" ", r"\s{1,3}")
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)")


# Heads of table columns, on folded text. "Thời gian làm việc" is no time limit.
TIME_COLUMN = words(
    r"thoi (?:gian|han|diem)(?! lam viec)", "tien do", "lo trinh", "han hoan thanh", "ngay hoan thanh", "ky bao cao",
    "tan suat",
)  # fmt: skip
HELP_COLUMN = words("phoi hop")
UNIT_COLUMN = words(
    "chu tri", "trach nhiem", "phu trach", "dau moi", "phan cong", "don vi thuc hien", "co quan thuc hien",
    r"(?:don vi|co quan|bo phan|nguoi|cap)(?:,? ?/? ?\w+){0,3} thuc hien", "don vi", "co quan",
)  # fmt: skip
PRODUCT_COLUMN = words("san pham", "ket qua", "hinh thuc van ban")
TASK_COLUMN = words("noi dung", "nhiem vu", "cong viec", "hoat dong", "giai phap", "ten", "chi tieu", "de an")

# Labels within the text, on folded text, before a colon.
TIME_LABEL = words(
    r"thoi (?:gian|han|diem)", "tien do", "lo trinh", "tan suat", r"han (?:cuoi|chot|nop|gui|hoan thanh)", "ky han",
)  # fmt: skip
HELP_LABEL = words("phoi hop")
UNIT_LABEL = words("chu tri", "thuc hien", "trach nhiem", "phu trach", "dau moi", "tham muu", "phan cong", "giao")
TASK_LABEL = words("noi dung", "nhiem vu", "cong viec", "hoat dong")
LONGEST_LABEL = 70  # characters before the colon

# Sections in which years are targets, reasons or the past, on folded headings.
NO_DUTIES = words(
    "muc tieu", "chi tieu", "muc dich", "quan diem", "dinh huong", "tam nhin", "su can thiet", "thuc trang",
    "danh gia (?:tinh hinh|thuc trang)", r"ket qua (?:dat duoc|thuc hien (?:nam|giai doan))", "can cu", "boi canh",
    "tieu chuan", "khai niem", "giai thich tu ngu",
)  # fmt: skip

# "tổ chức hội nghị", not "các tổ chức chính trị - xã hội"
_ORGANISE = (
    r"(?<!các\x20)(?<!cơ\x20quan,\x20)(?<!và\x20)(?<!đơn\x20vị,\x20)(?<!hội,\x20)"
    r"tổ chức(?! (?:chính trị|xã hội|đoàn thể|có|liên quan|đảng|trong)|,)"
)
# What somebody does; lower case, as verbs stand in a text (a name of an organ has capitals).
_ACTS = (
    "chủ trì", "phối hợp", "tham mưu", "xây dựng", "báo cáo", "gửi", "nộp", "trình", "tổng hợp", "thực hiện",
    "triển khai",
    _ORGANISE,
    "hướng dẫn", "rà soát", "theo dõi", "đôn đốc", "kiểm tra", "tăng cường", "đẩy mạnh", "phát huy", "quan tâm",
    "bố trí",
    "ban hành", "lập", "đề xuất", "chỉ đạo", "quán triệt", "tuyên truyền", "vận động", "kiện toàn", "cử", "đăng ký",
    "hoàn thành", "hoàn thiện", "nghiên cứu", "cập nhật", "công bố", "thẩm định", "giúp", "xem xét", "giao",
    "lồng ghép",
    "nâng cao", "bảo đảm", "đảm bảo", "phê duyệt", "tiếp nhận", "nhận", "họp", "thông báo", "cung cấp", "sử dụng",
    "đánh giá",
    "sơ kết", "tổng kết", "công khai", "chuẩn bị", "phân công", "rút kinh nghiệm", "biểu dương", "khen thưởng",
    "phát động",
    "xét", "bình xét", "trao tặng", "gửi về", "lấy ý kiến", "tập huấn", "bồi dưỡng", "kết thúc", "xong", "quyết toán",
    "giải ngân", "thanh toán", "chi trả", "khắc phục", "xử lý", "giải quyết", "bàn giao", "di dời", "trả lời",
    "phản hồi",
    "tiến hành", "duy trì", "vận hành", "quan trắc", "thu mẫu", "giám sát", "thống kê", "khảo sát", "điều tra",
    "đào tạo",
    "diễn ra", "khai mạc", "bế mạc", "khởi công", "khánh thành", "ký", "đề nghị", "niêm yết", "nghiệm thu", "cấp phát",
    "hỗ trợ", "mở", "in ấn", "phát hành", "tiếp thu", "giải trình", "chuyển", "trả", "tổ chức thực hiện",
    "lập kế hoạch",
    "xác định", "thẩm tra", "cho ý kiến", "bổ sung", "điều chỉnh", "sửa đổi", "tham gia", "phục vụ", "lựa chọn", "rà",
    "sao", "sao gửi", "báo",
    "thu thập", "tích hợp", "kết nối", "số hóa", "công nhận", "đưa vào", "thay thế", "mua sắm", "đấu thầu", "thành lập",
    "hưởng ứng", "tọa đàm", "chúc mừng", "thăm", "tri ân", "phát hiện", "nhân rộng", "tiêm", "phun", "trồng",
    "cắt giảm", "lấy mẫu", "lắp đặt", "nạo vét", "sửa chữa", "nâng cấp", "cải tạo", "đăng tải", "phát sóng", "phân bổ",
    "bình chọn", "chấm điểm", "xếp loại", "tuyên dương", "tôn vinh", "vinh danh", "gặp mặt", "ra quân", "ra mắt",
    "trao thưởng", "dâng hương", "quét dọn",
)  # fmt: skip
ACT = words(*_ACTS, "có trách nhiệm")

# Where the words that name who acts end: at the first verb, or at one of these.
SUBJECT_END = words(
    *_ACTS,
    "căn cứ", "có trách nhiệm", "chịu trách nhiệm", "chủ động", "tiếp tục", "là", "trên cơ sở", "tùy", "tuỳ", "định kỳ",
    "chưa",
    "kịp thời", "thường xuyên", "nghiêm túc", "khẩn trương", "phải", "cần", "sẽ", "đã", "nếu", "trực tiếp", "tập trung",
    "bám sát", "tích cực", "ưu tiên", "khuyến khích", "có(?! (?:liên quan|thẩm quyền|trụ sở|chức năng|tổ chức))",
    "cụ thể hóa", "gương mẫu", "phấn đấu", "theo chức năng",
    "theo nhiệm vụ", "tạo điều kiện", "thuộc đối tượng", "nhằm", "để", "thông qua", "dự kiến",
)  # fmt: skip

# Completion: makes even a bare year a limit. On lower-case text, before the time.
COMPLETION = words("hoàn thành", "hoàn thiện", "xong", "kết thúc", "chậm nhất", "hạn cuối", "muộn nhất", "trước")
# What begins on a day and goes on; directly before "từ ngày …".
BEGINNING = words(
    "triển khai", "thực hiện", "bắt đầu", "tổ chức", "phát động", "diễn ra", "khởi động", "vận hành", "kéo dài",
)  # fmt: skip
# The reports and reviews that plans ask for; a bare rhythm or a year beside one is a duty.
REVIEW = words(
    "báo cáo", "sơ kết", "tổng kết", "đánh giá", "giữa kỳ", "giữa kì", "cuối kỳ", "tổng hợp", "rà soát", "kiểm tra",
    "công bố", "tổ chức", "gửi", "tập huấn", "xét", "bình xét", "họp", "trao",
    "kiểm định", "khảo sát", "thống kê", "phát động", "tuyên dương",
)  # fmt: skip
# What only aims, on lower-case text: anywhere in the clause, or just before the time.
TARGET = re.compile(
    r"\d\s{0,2}(?:%|phần trăm)|(?<!\w)(?:phấn đấu|tỷ lệ|tỉ lệ|tầm nhìn|định hướng|đạt (?:ít nhất|tối thiểu|trên)|"
    r"tăng (?:ít nhất|thêm|trên|từ)|giảm (?:ít nhất|tối thiểu|từ)|trở thành)(?!\w)"
)
AIM = words("mục tiêu", "chỉ tiêu")
# What is over, on lower-case text.
PAST = words("đã", "trong thời gian qua", "vừa qua", "trước đây", "đến nay", "tính đến", "lịch sử", "thành lập ngày")
# What no duty follows from: force, counting periods, prices, ages. On lower-case text directly around the time.
NO_TIME_LIMIT = words(
    r"hiệu lực(?: thi hành)?", "số liệu", "tính từ", "được tính", "kỳ báo cáo tính", "so với",
    "thời kỳ", r"(?<!đánh\x20)giá",
    "khóa", "khoá", "nhiệm kỳ", "năm học", "năm ngân sách", "niên độ", "sinh", "kỷ niệm ngày", "theo quyết định",
)  # fmt: skip
# What a time measures that is no duty: privileges and terms of limitation.
PRIVILEGE = words("miễn", "giảm", "ưu đãi", "được hưởng", "thời hiệu", "được áp dụng")
# Nouns that a rhythm or a year only qualifies, on lower-case text directly before it.
QUALIFIED = re.compile(
    r"(?:dự\s+toán|ngân\s+sách|kinh\s+phí|nguồn\s+vốn|vốn|kế\s+hoạch|chương\s+trình|nhiệm\s+vụ|chỉ\s+tiêu|danh\s+mục|định\s+mức|"
    r"biên\s+chế|xếp\s+loại|thường\s+xuyên|công\s+tác|chiến\s+lược|đề\s+án|dự\s+án|quy\s+hoạch|phong\s+trào|mục\s+tiêu|"
    r"nghị\s+quyết|lộ\s+trình|thu\s+chi|thu,\s+chi|đầu\s+tư\s+công|quy\s+trình)"
    r"(?:\s+[^\s,.;:()]+){0,6}\s*\Z"
)
RESULTS = words("kết quả", "tình hình", "tổng kết", "sơ kết")
# What a cell or label under "Thời gian" says when it gives no day, on folded text; "2" or "Buổi" is no time.
WITHOUT_A_DAY = words(
    "thuong xuyen", "lien tuc", "theo", "khi", "sau", "truoc", "dam bao", "bao dam", "kip thoi", "hang nam", "dot xuat",
    "trong qua trinh", "tuy", "xuyen suot", "lau dai", "dung tien do", "dinh ky", "trong suot", "ngay sau", "thoi ky",
)  # fmt: skip
