"""The words by which questions ask when a duty is due, as data.

All on the sentence of `deadline_sentence`: folded, N for each document named, small words written out, one space apart.
"""

import re
from collections.abc import Mapping

from bot.question import Question
from corpus.model import Product
from corpus.normalise import fold

NAMED = "N"
_MACHINES = re.compile(r"máy móc", re.IGNORECASE)  # folded it reads like "mấy mốc"

# What people type short, beyond what every question has written out (`corpus.understanding`).
_SHORTHAND = (
    (r"b/?c", "bao cao"),
    (r"hs", "ho so"),
    (r"tk(?= (?:phong trao|thi dua|nam|dot|cuoi|khi|bao gio|luc|ngay|thang|vao|truoc))", "tong ket"),
    (r"dky|dki", "dang ky"),
    (r"dl|dline|dealine|dead line", "deadline"),
    (r"ko|k|kg|khg|hok|hong|hem", "khong"),
    (r"dc", "duoc"),
    (r"j", "gi"),
    (r"bn", "bao nhieu"),
    (r"tg", "thoi gian"),
)


def deadline_sentence(question: Question) -> str:
    """The question as the cues see it."""
    folded = fold(_MACHINES.sub("xxxx xxx", question.reading.text))
    for reference in sorted(question.references, key=lambda one: -one.start):
        if reference.number or reference.short or reference.title:
            folded = f"{folded[: reference.start]} {NAMED} {folded[reference.end :]}"
    words = " ".join(re.findall(r"\d[\d/.-]*\d|[\w/]+|[,;?]", folded))
    for written, meant in _SHORTHAND:
        words = re.sub(rf"(?<!\w)(?:{written})(?!\w)", meant, words)
    return f" {words} "


_WHEN = (
    r"(?:khi\ nao|bao\ gio|luc\ nao|hom\ nao|may\ gio|"
    r"(?:ngay\ thang|ngay|thang|tuan|quy|nam|giai\ doan|thoi\ diem|thoi\ gian|moc\ thoi\ gian|moc)"
    r"\ (?:nao|may|gi|bao\ nhieu)"
    r"|trong\ (?:thoi\ han\ |thoi\ gian\ |vong\ )?(?:bao\ lau|(?:may|bao\ nhieu)\ (?:ngay|thang|tuan)))"
)
# "hạn" as the last day, not "giới hạn", "hạn chế", "hạn mức", "vô thời hạn", "quyền hạn".
_LIMIT = (
    r"(?:(?<!gioi\ )(?<!quyen\ )(?<!vo\ )(?<!thoi\ )(?<!ngan\ )(?<!dai\ )(?<!ky\ )(?<!trung\ )"
    r"han(?!\ (?:che|muc|han|hep|ngach|dien|dinh))|thoi\ han|deadline|cham\ nhat|muon\ nhat"
    r"|truoc\ ngay(?!\ (?:\d|nay)))"
)
# How long one may take: "xem xét mấy ngày", "giải quyết tổng cộng bao nhiêu ngày", "bao lâu để gửi kế hoạch".
_SO_LONG = r"(?:may|bao nhieu) (?:ngay|thang|tuan)"
_HANDLED = (
    rf"(?:(?:bao lau|{_SO_LONG}) (?:de|phai)"
    rf"|(?:giai quyet|xem xet|tham dinh|xu ly|tra ket qua|tra loi)(?: \w+){{0,4}} {_SO_LONG})"
)
_MARKS_TIME = rf"(?:{_WHEN}|{_HANDLED}|{_LIMIT}(?: (?:chot|cuoi|cuoi cung))?)"
# What plans and rules order to be done; without one of these a time is asked of something else.
_DUTY = (
    r"(?:bao cao|nop|gui|trinh|ho so|so ket|tong ket|dang ky|hoan thanh|xong|trien khai|thuc hien|to chuc|phat dong"
    r"|xay dung|ban hanh|danh gia|binh xet|binh chon|xet|cham diem|tham dinh|tham muu|de nghi|de xuat|ket thuc|bat dau"
    r"|khai mac|be mac|lay y kien|cong khai|cong bo|ra soat|tong hop|thong ke|khao sat|kiem tra|giam sat|tap huan"
    r"|so tuyen|mo|lap|phe duyet|tuyen truyen|dien ra|thong bao|gop y|tra loi|chuan bi|khen thuong|trao|tang|ra mat"
    r"|giai quyet|xem xet|xu ly|tiep nhan"
    r"|giai ngan|du toan|quyet toan|nghiem thu|ky ket|phan cong|cap nhat|bo sung|thi dua|ke hoach|viec|nhiem vu|lam)"
)

# Nothing that is due: force, issue, rewards, holidays, anniversaries, meanings, persons.
NOT_A_DUTY = re.compile(
    r"""
    (?<!\w)(?:
        hieu\ luc | het\ hieu | con\ (?:duoc\ )?(?:ap\ dung|dung|su\ dung) | ap\ dung\ (?:tu|den)
      | (?:duoc\ |ngay\ |may\ ngay\ |bao\ nhieu\ ngay\ )nghi(?!\ (?:dinh|quyet)) | nghi\ (?:le|tet|phep|om|huu)
      | ngay\ sinh | sinh\ (?:ngay|nam) | thanh\ lap\ (?:vao\ )?(?:ngay|nam|khi|tu)
      | ngay\ (?:truyen\ thong|thanh\ lap|giai\ phong)\ (?:\w+\ ){0,6}?(?:la\ )?(?:ngay|khi)
      | (?:la\ gi|nghia\ la|duoc\ hieu)(?=[ ?]*$)
      | luong\ co\ so | thuong\ (?:bao\ nhieu|may|the\ nao) | (?:tien|muc)\ thuong | ai\ (?:da\ )?ky | nguoi\ ky
    )(?!\w)
    """,
    re.VERBOSE,
)

# Two things held against each other; of their limits each is told.
COMPARED = re.compile(r"(?<!\w)(?:khac (?:gi|nhau|the nao)|so sanh)(?!\w)")

_UNIT_OF_TIME = r"(?:ngay|hom|tuan|thang|quy|nam|gio)"
_HOW_MANY = r"(?:bao\ nhieu|may|nhieu)"
_NOT = r"(?:chua|khong|roi|khong\ nhi|a|ha|chu)"
HOW_LONG = re.compile(
    rf"""
    (?<!\w)(?:
        con\ (?:lai\ |duoc\ |co\ |khoang\ )*(?:{_HOW_MANY}\ (?:{_UNIT_OF_TIME}|thoi\ gian)|bao\ lau)
      | (?:{_HOW_MANY}\ {_UNIT_OF_TIME}|bao\ lau)\ nua
      | (?:da\ |sap\ |gan\ |bi\ |co\ )*(?:qua|den|toi|het|tre)\ (?:thoi\ )?(?:han|ngay)
        (?:\ (?!hieu)\w+){{0,6}}?\ {_NOT}(?=[ ,?])
      | con\ (?:kip|han|trong\ han|thoi\ han|thoi\ gian)(?!\ hieu)(?:\ \w+){{0,8}}?\ (?:khong|chua|a|ha)(?=[ ,?])
      | co\ (?:bi\ )?(?:tre|kip)(?:\ han)?(?:\ \w+){{0,4}}?\ khong(?=[ ,?])
      | (?:da\ |bi\ |co\ )?(?:muon|tre|kip|qua\ han|xong|ket\ thuc)\ (?:han\ |moc\ )?(?:roi\ )?(?:chua|khong)(?=[ ,?])
      | con\ (?:\w+\ ){{0,8}}?(?:duoc|kip|nhan|nop|gui|dang\ ky)(?:\ \w+){{0,8}}?\ (?:khong|chua|nua\ khong)(?=[ ,?])
      | (?:ngay|han|muon|tre|cham|hom)(?:\ \S+){{0,5}}?\ (?:co\ )?(?:duoc|kip)\ (?:nua\ )?(?:khong|chua)(?=[ ,?])
    )
    """,
    re.VERBOSE,
)
_EACH = r"(?:mot|1|moi|hang|trong\ mot|trong|tren)"
HOW_OFTEN = re.compile(
    rf"""
    (?<!\w)(?:
        (?:{_HOW_MANY}\ {_UNIT_OF_TIME}|bao\ lau)(?:\ \w+){{0,8}}?\ (?:mot|1)\ lan
      | {_EACH}\ {_UNIT_OF_TIME}(?:\ \w+){{0,8}}?\ {_HOW_MANY}\ (?:lan|ky|dot|bao\ cao)
      | {_HOW_MANY}\ (?:lan|ky|dot)(?:\ bao\ cao)?\ (?:{_EACH}\ )?{_UNIT_OF_TIME}
      | dinh\ ky(?:\ \w+){{0,6}}?\ (?:bao\ lau|the\ nao|nhu\ the\ nao|ra\ sao|may|khi\ nao|bao\ gio|{_WHEN})
      | (?:bao\ cao|hop|so\ ket)(?:\ \w+){{0,6}}?\ dinh\ ky\ (?:bao\ lau|the\ nao|khi\ nao|ra\ sao|{_WHEN}|\?)
      | che\ do\ (?:thong\ tin,?\ ?)?bao\ cao\ (?:\w+\ ){{0,6}}?(?:the\ nao|ra\ sao|nhu\ the\ nao|khi\ nao|gi)
      | tan\ suat | bao\ cao(?:\ \w+){{0,3}}?\ (?:hang|theo|moi)\ (?:tuan|thang|quy|nam)\ (?:hay|hoac)
    )(?!\w)
    """,
    re.VERBOSE,
)
_HANDED_IN = r"(?:gui|nop|trinh|bao\ cao|chuyen|dang\ ky)"
_WHOM = r"(?:ai|dau|(?:don\ vi|co\ quan|bo|so|phong|ban|noi|cap|cho)\ nao)"
TO_WHOM = re.compile(
    rf"""
    (?<!\w)(?:
        {_HANDED_IN}(?:\ \w+){{0,8}}?\ (?:cho|ve|den|toi|len|o|qua|tai)\ {_WHOM}
      | {_HANDED_IN}\ {_WHOM}
      | (?:ai|(?:don\ vi|co\ quan|so|phong|ban|noi)\ nao)\ (?:la\ noi\ |se\ )?(?:nhan|tiep\ nhan)(?:\ \w+){{0,4}}?
        \ (?:bao\ cao|ho\ so|ket\ qua|dang\ ky)
    )(?!\w)
    """,
    re.VERBOSE,
)
WHO = re.compile(
    r"(?<!\w)(?:ai|(?:don vi|co quan|bo|so|phong|ban|nganh) nao) (?:phai|se|chiu trach nhiem|co trach nhiem|chu tri"
    r"|bao cao|nop|gui|trinh|thuc hien|lam|tham muu|to chuc|lap|xay dung)(?!\w)"
)
_WORK = (
    r"(?:viec|cong\ viec|nhiem\ vu|bao\ cao|ho\ so|ke\ hoach|han|thoi\ han|deadline|moc|moc\ thoi\ gian|thoi\ diem"
    r"|hoat\ dong)"
)
_WHAT_KIND = r"(?:nao|gi)"
WHAT = re.compile(
    rf"""
    (?<!\w)(?:
        (?:phai|can|se|co)\ (?:(?!da\ )\w+\ ){{0,6}}?(?:nhung\ )?(?:gi|viec\ gi|viec\ nao|nhung\ gi)
      | (?:lam|nop|gui|bao\ cao|thuc\ hien|hoan\ thanh|trinh|chuan\ bi)\ (?:\w+\ ){{0,3}}?(?:nhung\ )?{_WHAT_KIND}
      | (?:nhung|cac|co|may)?\ ?{_WORK}\ (?:\w+\ ){{0,6}}?{_WHAT_KIND}
      | (?:nhung|cac|danh\ sach|liet\ ke|lich)\ (?:\w+\ ){{0,3}}?{_WORK}
      | lich\ (?:nop|gui|bao\ cao|cong\ tac|lam\ viec)
    )(?!\w)
    """,
    re.VERBOSE,
)
# "những việc sắp đến hạn": a list is asked for, and soon is meant.
FALLING_DUE = re.compile(
    r"(?<!\w)(?:(?:sap|gan|chuan bi) (?:den|toi|het)(?: han)?|(?<!da )(?<!chua )(?:den|toi) (?:han|ky)|sap toi|toi day"
    r"|thoi gian toi)(?!\w)"
)
OVERDUE = re.compile(r"(?<!\w)(?:(?:da |bi )?(?:qua|tre|het) han|da qua)(?!\w)")
# A list of several is asked for, whatever its state: "những việc nào đã quá hạn".
LISTED = re.compile(
    rf"(?<!\w)(?:(?:nhung|cac|danh sach|liet ke) (?:\w+ ){{0,3}}?{_WORK}|{_WORK} (?:nao|gi)|co gi)(?!\w)"
)
ALL = re.compile(
    rf"""
    (?<!\w)(?:
        (?:cac|nhung|tat\ ca|toan\ bo|liet\ ke|ke|bao\ nhieu|may|co)\ (?:cac\ |nhung\ |cai\ |tat\ ca\ )*
          (?:moc|thoi\ han|han(?:\ chot)?(?=[ ,?])|deadline|thoi\ diem)(?!\ (?:che|hieu|muc|han)\b)
      | (?:moc|cac\ moc)\ (?:thoi\ gian|thoi\ han|quan\ trong)
      | (?:lich\ trinh|lo\ trinh|tien\ do)\ (?:thuc\ hien|trien\ khai|cua)?\ ?(?:\w+\ ){{0,3}}?
        (?:the\ nao|ra\ sao|nhu\ the\ nao|gi)
      | timeline | {NAMED}\ (?:\w+\ ){{0,3}}?(?:co\ )?(?:nhung\ |cac\ )?(?:thoi\ han|han|moc|deadline)\ (?:nao|gi)
    )(?!\w)
    """,
    re.VERBOSE,
)
# "trước 15/12/2025 đúng không": the limit is told, and asked whether it is so.
CHECKED = re.compile(
    r"(?<!\w)(?:truoc|cham nhat|muon nhat|den het|vao|han|la)(?: la)?(?: ngay)? \d\S*(?: \w+){0,6}? "
    r"(?:dung khong|phai khong|dung ha|phai ha|ha|dung chua|khong)(?=[ ,?])"
)
WHEN = re.compile(rf"(?<!\w){_WHEN}(?!\w)")
WHEN_DUE = re.compile(rf"(?<!\w){_MARKS_TIME}(?!\w)")
DUTY = re.compile(rf"(?<!\w){_DUTY}(?!\w)")
LIMIT = re.compile(rf"(?<!\w){_LIMIT}(?!\w)")
# "Từ tháng mấy đến tháng mấy".
SPAN = re.compile(r"(?<!\w)(?:ngay|thang|quy|nam) (?:may|nao) (?:den|toi) (?:ngay|thang|quy|nam) (?:may|nao)")
# What comes back is a duty, whatever is done: "quan trắc từ tháng mấy đến tháng mấy hằng năm".
RHYTHM = re.compile(rf"(?<!\w)(?:hang|moi|dinh ky) {_UNIT_OF_TIME}(?!\w)")

# What points back, as it is written: folded, "đô" of "đô thị" is "đó".
POINTING = re.compile(r"(?<!\w)(?:này|đó|ấy|trên|kia|vừa rồi|vừa hồi|nó)(?!\w)", re.IGNORECASE)

# What happened is told by news items: "đã làm được gì", "vừa tổng kết hôm nào".
DONE = re.compile(
    r"(?<!\w)(?:da (?:lam|to chuc|dat|trien khai|thuc hien|co|trao|tang|ban hanh|khen)|dat duoc|lam duoc)(?!\w)"
)

# "KH này", "hạn đó": which one the question alone does not tell.
POINTS_BACK = re.compile(
    r"(?<!\w)(?:(?:ke hoach|kh|van ban|vb|quyet dinh|qd|cong van|cv|chi thi|huong dan|phong trao|dot(?: thi dua)?"
    r"|bao cao|ho so|han|deadline|viec|nhiem vu|cai|thoi han|moc|noi dung)"
    r"(?: (?!nam |thang |quy |tuan |hom |ngay |tien |muc |che |trinh |toc )\w+)? (?:nay|do|ay|tren|kia|vua roi|vua hoi)"
    r"|han (?:no|cua no)|no)(?!\w)(?! (?:nay|di|dau))"
)

# The kinds of thing handed in, by the words that questions use.
PRODUCTS: tuple[tuple[Product, str], ...] = (
    (Product.REGISTRATION, r"dang ky|giao uoc"),
    (Product.REVIEW, r"so ket|tong ket"),
    (Product.DOSSIER, r"ho so|giay to|to trinh|de nghi (?:xet |khen |tang )+"),
    (Product.REPORT, r"bao cao"),
    (
        Product.PLAN,
        r"(?:xay dung|ban hanh|lap|gui|nop|co|trinh) (?:\w+ ){0,2}?(?:ke hoach|van ban)"
        r"|(?:lam|hoan thanh)(?: xong)? (?:ban |cac |mot )?(?:ke hoach|van ban)"
        r"|ke hoach (?:cu the|chi tiet|trien khai|thuc hien)(?: \w+){0,6}? (?:gui|nop|trinh|xong|ban hanh)",
    ),
)

# How questions and the texts of duties name them, folded.
PRODUCT_WORDS: Mapping[Product, tuple[str, ...]] = {
    Product.REGISTRATION: ("dang ky", "giao uoc"),
    Product.REVIEW: ("so ket", "tong ket"),
    Product.DOSSIER: ("ho so", "de nghi", "to trinh"),
    Product.REPORT: ("bao cao",),
    Product.PLAN: ("ke hoach", "van ban"),
    Product.OTHER: (),
}

# What is asked, and not what it is about; the other words are the topic. `NOT_CONTENT` leaves out the rest.
ASKING_WORDS = re.compile(
    r"(?<!\w)(?:han chot|han cuoi cung|han cuoi|thoi han|(?<!gioi )han(?! che)|deadline|cham nhat|muon nhat"
    r"|moc thoi gian|thoi gian|thoi diem|moc|qua han|den han|het han|trong vong|sap toi|thoi gian toi"
    r"|toi day|sap|con lai|con|nua|dinh ky|tan suat|che do|may|bao nhieu|bao lau|bao gio|mot lan|1 lan|lan|het|nop"
    r"|(?:mot|1)(?= (?:ngay|tuan|thang|quy|nam)\b)"
    r"|gui|trinh|viec|cong viec|nhiem vu|phai|can|lam|co|cu the|quan trong|lich|danh sach|tat ca|toan bo"
    r"|liet ke|ket qua|thuc hien|kip|tre|no|giao|cho|minh|phan cong|yeu cau|ke hoach|kh|van ban|qd"
    r"|quyet dinh|cong van|khi|hoan thanh|xong|nho|luu y|chu y|quen|theo doi|giup|voi|gio|bay gio|muon"
    r"|truoc|vao|thang|tuan|quy|ngay|hom|chua|roi|nay|hoac|hay|dung|deu|sau|duoc|cac|don vi|co quan"
    r"|dia phuong)(?!\w)"
)
