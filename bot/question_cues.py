"""The words by which Vietnamese civil servants show what they ask for, as data.

Patterns are matched on folded text (lower case, no diacritics), because questions are often typed so;
each is a regular expression of whole words. The order of `KIND_CUES` decides when several match.
"""

from bot.expressions import AnswerType

THANKS = r"(?:xin )?cam on(?: \w+){0,4}|cam on|thanks?(?: you)?|tam biet|bye|ok|oke"
GREETING = (
    r"xin chao|chao (?:ban|bot|em|anh|chi|ad|moi nguoi|buoi \w+)|chao|hello|hi|hey|alo|"
    rf"{THANKS}|"
    r"(?:em|bot|ban|ad) (?:la ai|ten (?:la )?gi)|"
    r"ban (?:co the )?(?:lam|giup)(?: duoc)? (?:gi|nhung gi)|(?:help|huong dan su dung|tro giup)"
)

_INSTRUMENT = (
    r"(?:van ban|nghi dinh|thong tu|chi thi|nghi quyet|ke hoach|quyet dinh|luat|cong van|ket luan|huong dan|"
    r"cong dien|chuong trinh|quy che|de an)"
)

# Asked of a rhythm of years; "mấy tháng một lần" wants the months.
_HOW_LONG = r"bao lau|(?:may|bao nhieu) nam"

ANSWER_CUES: tuple[tuple[AnswerType, str], ...] = (
    # "nằm ở điều mấy" asks for a place in the text.
    (AnswerType.TEXT, r"(?:o|tai|thuoc|nam o) (?:dieu|khoan|diem|muc|chuong|phan) (?:nao|may|bao nhieu)"),
    (
        AnswerType.ENUMERATION,
        r"gom (?:co )?(?:nhung|may|cac)? ?(?:gi|nao|ai|loai)\w*|bao gom|ke ten|liet ke|"
        r"nhung (?:\w+ ){0,3}(?:gi|nao|ai)|"
        r"may (?:loai|hinh thuc|danh hieu|nguyen tac|nhom)|cac \w+(?: \w+){0,4} (?:nao|gi)",
    ),
    (AnswerType.REASON, r"vi sao|tai sao|ly do|nguyen nhan|nham (?:muc dich )?gi|de lam gi"),
    # "bao lâu xét một lần": told by "hằng năm", "mỗi quý"
    (AnswerType.TIME, rf"(?:{_HOW_LONG})(?: \w+){{0,6}} (?:mot|1) lan|(?:mot|1) lan (?:la )?(?:{_HOW_LONG})"),
    (AnswerType.DURATION, r"bao lau|may (?:ngay|thang|nam|tuan)|bao nhieu (?:ngay|thang|nam|tuan)"),
    (
        AnswerType.TIME,
        r"khi nao|bao gio|luc nao|hom nao|buoi nao|may gio|"
        r"(?:ngay|thang|nam|quy|thoi diem|thoi gian|moc) (?:nao|may|gi)|"
        r"(?:ngay|thang|nam) bao nhieu|han (?:chot|cuoi|nop|gui|hoan thanh|bao cao|la)|(?<!gioi )han|deadline|thoi han|"
        r"thoi gian (?:thuc hien|to chuc|hoan thanh|bao cao|nop|gui|dien ra|trien khai|thi dua|ap dung)|"
        r"cham nhat|(?:truoc|tu|den) ngay(?! \d)|hieu luc tu|dinh ky",  # a day that is told is not asked for
    ),
    (
        AnswerType.AMOUNT,
        r"\d+ ?(?:%|phan tram)(?: \w+){0,18} (?:duoc khong|khong|chua|duoc chua)|"  # is the share enough?
        r"bao nhieu|may|ty le|ti le|phan tram|muc (?:thuong|tien|chi|luong)|so luong|he so|so tien|toi da|toi thieu",
    ),
    (
        AnswerType.DOCUMENT,
        rf"{_INSTRUMENT}(?: so)? (?:nao|gi|may|bao nhieu|cua ai)|"
        r"can cu (?:nao|vao dau|gi|phap ly|van ban|theo)|(?:theo|dua tren|dua vao) (?:van ban|quy dinh) nao|"
        r"thuc hien (?:theo )?(?:van ban|chi dao|ke hoach) nao",
    ),
    (
        AnswerType.UNIT,
        r"(?:don vi|co quan|so|phong|ban|bo|cap|to chuc|uy ban|nganh|noi|hoi dong)(?: nao)\b|"
        r"chu tri|dau moi|phoi hop voi ai|"
        r"giao (?:cho )?(?:ai|don vi|co quan)|nop (?:ve|cho|o) (?:dau|ai)|gui (?:ve|cho|den|toi) (?:dau|ai)|"
        r"bao cao (?:ve|cho|len) (?:dau|ai)|tham quyen|cho ai|"
        r"ai (?:chu tri|co (?:tham )?quyen|duoc quyen|quyet dinh|xet|tang|cap|phoi hop)",
    ),
    (AnswerType.PERSON, r"\bai\b|nguoi nao|dong chi nao|ong nao|ba nao|ho ten"),
    (AnswerType.DEFINITION, r"la gi|nghia la (?:gi|sao|the nao)|duoc hieu (?:la|nhu) the nao|hieu the nao la"),
    (AnswerType.PLACE, r"o dau|tai dau|dia diem|cho nao|noi nao"),
)

KIND_CUES: tuple[tuple[str, str], ...] = (
    ("dossier", r"ho so|giay to|thanh phan ho so|can nop gi|nop nhung gi"),
    (
        "directive",
        rf"{_INSTRUMENT}(?: so)? (?:nao|gi|may|bao nhieu)|can cu (?:nao|vao dau|gi|phap ly|van ban)|ap dung van ban",
    ),
    (
        "deadline",
        r"khi nao|bao gio|(?<!gioi )han|thoi han|truoc ngay nao|ngay nao|ngay may|thang may|thang nao|luc nao|bao lau|"
        r"deadline|cham nhat|may ngay|dinh ky|thoi gian (?:thuc hien|hoan thanh|bao cao|nop|gui)|bao nhieu ngay",
    ),
    (
        "responsible",
        r"(?:don vi|co quan|so|phong|ban|cap|to chuc) nao|chu tri|phoi hop voi|trach nhiem|nhiem vu (?:cua|gi)|"
        r"giao (?:cho )?(?:ai|viec)|lam gi|lam nhung gi|tham quyen|nop (?:ve|cho) (?:dau|ai)|gui (?:ve|cho) (?:dau|ai)|"
        r"ai (?:chu tri|quyet dinh|phu trach|phat dong)",
    ),
    ("standard", r"tieu chuan|dieu kien|tieu chi|duoc xet|du dieu kien|du xet|du de xet"),
    (
        "summary",
        r"tom tat|noi dung chinh|khai quat|tong quan|tom luoc|noi ve (?:cai )?gi|ve viec gi|quy dinh (?:nhung )?gi",
    ),
    (
        "list",
        r"liet ke|gom nhung|bao gom|ke ten|danh sach|gom (?:co )?(?:may|cac|gi)|nhung (?:gi|nao|ai)|"
        r"cac \w+(?: \w+){0,4} nao|may loai",
    ),
)

# Question words and fillers: they say what is asked, not what it is about.
NOT_CONTENT = frozenset(
    """
    ai gì nào đâu khi mấy nhiêu sao vậy hả à ạ ơi nhé nha nhỉ dạ vâng với và hay hoặc
    là của cho các những được bị có không chưa thì mà ở tại trong ngoài theo về vào ra lên xuống từ đến tới để do bởi
    này kia đó ấy đây hỏi biết xin giúp hãy cần muốn tôi em mình anh chị bạn bot nêu nói rõ tên
    phải bằng một cái nằm việc gồm như số rồi nữa thêm đã đang sẽ cùng xem giùm dùm nhờ đi ngày tháng năm lần làm
    đặt hôm
    """.split()
)

# The same in several syllables, which alone may carry content ("cụ thể", but "tập thể"); on folded text.
FILLERS = (
    r"cu the|thong tin|tra loi|hien nay|hien hanh|hom nay|quy dinh|van ban|bao gom|nhu the nao|the nao|ra sao|bao gio|"
    r"bao lau|bao nhieu|luc nao|vui long|lam on|cau hoi|nhu sau|co the|doi voi|ke ten|liet ke|ty le|ti le|phan tram|"
    r"nhu vay|tim kiem|tra cuu|quan trong nhat|bat dau|ket thuc|keo dai|dien ra|hom nao"
)

# Duties that every plan lays on somebody: a question of these words alone leaves open under which.
DUTY = r"bao cao|nop|gui|ho so|tong ket|so ket|chu tri|hoan thanh|dang ky|thuc hien"

# Words of this field: a question with one of them is in scope even when nothing is held on it.
FIELD = (
    r"nhiem vu|trach nhiem|thi dua|khen thuong|danh hieu|bang khen|giay khen|huan chuong|huy chuong|ky niem chuong|"
    r"co thi dua|chien si thi dua|"
    r"lao dong tien tien|tap the lao dong|anh hung|nha giao (?:nhan dan|uu tu)|khen|tdkt|cstd\w*|ldtt|ttld\w*|"
    r"phong trao|phat dong|so ket|tong ket|dien hinh tien tien|nguoi tot viec tot|sang kien|hoi dong thi dua|"
    r"ke hoach|nghi dinh|thong tu|chi thi|nghi quyet|quyet dinh|cong van|ket luan|huong dan thi hanh|van ban|"
    r"dieu \d+|khoan \d+|\d+ ?/ ?[a-z]{2,}|kh \d+|nd \d+|tt \d+|qd \d+|nq \d+|ct \d+|"
    r"ubnd|uy ban nhan dan|hdnd|so noi vu|bo noi vu|cong dan (?:danh du|uu tu)|luat thi dua|luong co so|tien thuong|"
    r"truy tang|tang thuong|bieu duong|ton vinh|danh du|trao tang|gia dinh van hoa|(?:xa|phuong) tieu bieu"
)

# How finely a time is asked for: what the expression must hold.
TIME_GRAIN: tuple[tuple[str, str], ...] = (
    (
        rf"(?:{_HOW_LONG})(?: \w+){{0,6}} (?:mot|1) lan|(?:mot|1) lan (?:la )?(?:{_HOW_LONG})",
        r"h[ằà]ng\s|mỗi\s|một\s+lần|định\s+kỳ",
    ),
    (r"tu thang \w+ den|keo dai", r"tháng\s+\d"),
    (r"(?:nam|giai doan|nhiem ky) (?:nao|may|bao nhieu)|tu nam", r"\d{4}"),
    (
        r"han (?:chot|cuoi|nop|gui|bao cao|hoan thanh)|truoc ngay|cham nhat",  # a limit, not a beginning
        r"^(?!(?:từ|kể\s+từ|sau)\b).*(?:\d\s*[/.-]\s*\d|ngày\s+\d|h[ằà]ng\s)",
    ),
    (r"may gio", r"\d\s*(?:giờ|h)"),
    (
        r"ngay (?:nao|may|bao nhieu|gi)|tu ngay|den ngay|truoc ngay|han (?:chot|cuoi|nop)|hom nao|buoi nao",
        r"(?<!\d)\d{1,2}\s*[/.-]\s*\d|ngày\s+\d",
    ),
    (r"thang (?:nao|may|bao nhieu)", r"tháng\s+\d|(?<![\d/.-])\d{1,2}\s*/\s*\d{4}"),
)

# Labels under which plans state what is asked for.
LABELS: dict[AnswerType, str] = {
    AnswerType.TIME: (
        # A label ends its line or stands before a colon, unlike "đẩy nhanh tiến độ, …".
        r"(?:thời\s+gian|thời\s+hạn|tiến\s+độ)(?:\s+[^\s:.,;]+){0,4}\s*(?:[:|\n]|\s–\s|$)|"
        r"có\s+hiệu\s+lực|hoàn\s+thành\s+(?:trước|trong|vào|chậm)"
    ),
    AnswerType.UNIT: r"(?:đơn\s+vị|cơ\s+quan)\s+(?:chủ\s+trì|thực\s+hiện|đầu\s+mối)|chủ\s+trì|thường\s+trực",
}
