"""The words by which people ask which instrument governs a matter, and how its rules have changed, as data.

Patterns are matched on folded text whose abbreviations are written out and whose punctuation is gone. What is asked
for is named by its kind ("nghị định nào"); the same words as the object of a verb ("kế hoạch thực hiện chỉ thị nào")
ask for a fact of one document and are none of these.
"""

import re
from collections.abc import Mapping

# The kinds that people ask for, as they say them; "" for any. Longest first.
KINDS: Mapping[str, str] = {
    "van ban quy pham phap luat": "",
    "van ban phap luat": "",
    "van ban phap ly": "",
    "van ban": "",
    "vbqppl": "",
    "vb": "",
    "quy dinh": "",
    "nghi dinh": "Nghị định",
    "thong tu lien tich": "Thông tư liên tịch",
    "thong tu": "Thông tư",
    "chi thi": "Chỉ thị",
    "nghi quyet": "Nghị quyết",
    "quyet dinh": "Quyết định",
    "ket luan": "Kết luận",
    "phap lenh": "Pháp lệnh",
    "bo luat": "Bộ luật",
    "luat": "Luật",
}
STATUTES = frozenset({"Luật", "Bộ luật", "Pháp lệnh"})

_NAMES = "|".join(KINDS).replace("|luat", "|(?<!ky )luat")  # not "kỷ luật"
_ANY_KIND = f"(?:{_NAMES})"
# "Luật quy định gì về …" asks what the law says, "quy định nào về …" where it is said.
_KIND = f"(?P<kind>(?!quy dinh (?!nao))(?:{_NAMES}))"
_LAW = "(?P<kind>bo luat|luat|phap lenh)"
_WHICH = "(?:nao|gi|may|so may|so nao|so bao nhieu|bao nhieu)"
_CURRENT = (
    "(?:hien hanh|hien nay|hien tai|bay gio|moi nhat|dang (?:duoc )?ap dung|dang co hieu luc|dang con hieu luc|"
    "dang hieu luc|con hieu luc|co hieu luc)"
)
_GOVERNS = (
    rf"(?:quy dinh|huong dan|dieu chinh|chi phoi|noi ve|ve|tinh|lien quan|ap dung|dieu tiet|chi dao|{_CURRENT}|"
    "(?:lam|la) can cu|de (?:xet|khen|tang|tinh|lam can cu)|cho phep)"
)


def _whole(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?<!\w)(?:{pattern})(?!\w)") for pattern in patterns)


GOVERNING = _whole(
    # nghị định nào (hiện nay, của Đảng, đang) quy định chi tiết …
    rf"{_KIND} {_WHICH}(?: \w+){{0,6}}? {_GOVERNS}",
    # áp dụng, căn cứ, theo, dựa vào văn bản nào
    r"(?:ap dung|theo|can cu|can cu vao|can cu theo|chieu theo|dua (?:tren|vao|theo)|dung|su dung|tra cuu|xem|tra) "
    rf"(?:cac |nhung |cai |dung |quy dinh (?:cua|tai|trong|o) )?{_KIND} {_WHICH}",
    # căn cứ pháp lý nào để xét …; cơ sở pháp lý của …
    r"(?:can cu|co so) phap ly(?: hien hanh| hien nay)? (?:nao|gi|de|cho|cua|xet|khi|ve|la)",
    # quy định hiện hành về … là văn bản nào; luật hiện hành là luật nào
    rf"(?:{_CURRENT}|quy dinh|quy che|ap dung|ve) (?:\w+ ){{0,14}}?la {_KIND} {_WHICH}",
    # nghị định mới nhất về … là gì, là số mấy
    rf"{_KIND}(?: \w+){{0,8}}? {_CURRENT}(?: \w+){{0,14}}? la (?:gi|nao|so may|so nao|so bao nhieu)",
    # luật thi đua khen thưởng nào đang có hiệu lực
    rf"{_LAW}(?: (?!nao\b)\w+){{1,8}}? nao (?:la )?(?:{_CURRENT}|ap dung|duoc ap dung)",
    # … căn cứ vào đâu
    r"(?:can cu|dua) (?:vao|theo|tren) dau",
    # … quy định ở đâu, tại văn bản nào, do văn bản nào quy định
    rf"(?:quy dinh|dieu chinh) (?:tai|o|trong|theo|boi) (?:dau|{_KIND} {_WHICH})",
)

# Without a question word: the words themselves ask for the instrument, when nothing else is asked.
GOVERNING_WITHOUT_QUESTION_WORD = _whole(
    # nghị định hướng dẫn (thi hành) luật …
    rf"{_KIND} (?:\w+ ){{0,4}}?(?:quy dinh chi tiet|huong dan)(?: va huong dan)?(?: thi hanh| thuc hien)?"
    r"(?: mot so dieu)?(?: cua)? (?:bo luat|luat|phap lenh)",
    # chỉ thị hiện hành của Đảng về …; nghị định mới nhất về …
    rf"(?!quy dinh){_KIND} {_CURRENT} (?:ve|cua|huong dan|quy dinh)",
    # luật thi đua khen thưởng hiện hành
    rf"{_LAW}(?: \w+){{1,8}}? {_CURRENT}\Z",
)
# Then something else is asked, which the instrument named only belongs to.
ANOTHER_QUESTION = re.compile(
    r"(?<!\w)(?:khi nao|bao gio|luc nao|ngay nao|bao nhieu|bao lau|gom|may|the nao|ra sao|nhung gi|ai|tai sao|vi sao|"
    r"dieu kien|ho so|tieu chuan|muc|he so|khong|chua|khac|thay doi|so sanh|tom tat|noi dung|dieu \d+)(?!\w)"
)

# Asked about the instruments themselves, or what one of them does: other questions.
NOT_GOVERNING = _whole(
    # … thực hiện chỉ thị nào, thay thế nghị định nào: its object
    r"(?:thuc hien|trien khai|quan triet|ban hanh|nhac|nhac den|nhac toi|vien dan|dan chieu|hop nhat|sua doi|bo sung|"
    r"thay the|thay cho|bai bo|dinh chinh|huy bo|keo dai|gia han|huong dan|chi tiet|thi hanh|tiep noi|tuyen truyen|"
    rf"pho bien|hoc tap) (?!theo|ve\b)(?:\w+ )?{_ANY_KIND} {_WHICH}",
    # văn bản nào sửa đổi …, bị thay thế: what became of one instrument; … giao nhiệm vụ: what one says
    rf"{_ANY_KIND} {_WHICH} (?:\w+ ){{0,3}}?(?:sua doi|thay the|thay cho|bai bo|dinh chinh|hop nhat|keo dai|"
    r"het hieu luc|giao|yeu cau|phat dong|nhac|duoc nhac)",
    # which provision
    r"(?:dieu|khoan|diem|chuong) nao",
)
# Who bases something on an instrument: a plan, a news item, an organ; then a fact of that document is asked for.
BASED_ACTOR = re.compile(
    r"(?<!\w)(?:ke hoach|bao cao|cong van|de an|to trinh|ban tin|bai bao|hoi nghi|dot thi dua|phong trao|cuoc thi|"
    # "địa phương", "xã hội", "cơ quan", "trường hợp", "hồ sơ" and "cơ sở" are no organs.
    r"(?<!dia )phuong(?! (?:phap|an|tien))|xa(?! hoi)|(?<!co )(?<!lien )quan(?! (?:doi|nhan|ly))|huyen|uy ban nhan dan|"
    r"(?<!thu )(?<!bo )(?<!hieu )truong(?! hop)|chuong trinh|le phat dong|(?<!ho )(?<!co )so)"
    r"(?: (?!tang |xet |khen (?!thuong))\w+){0,14}? "  # "chủ tịch xã tặng giấy khen thì căn cứ …" asks for the rule
    r"(?:can cu|dua tren|dua vao|theo|co so phap ly)(?!\w)"
)

# Several kinds at once: "nghị định nào, thông tư nào", "nghị định và thông tư hướng dẫn".
_AND = "(?:va|hay|hoac|cung|voi|lan|cung nhu|kem|cac|nhung)"
KINDS_TOGETHER = _whole(
    rf"{_ANY_KIND}(?:(?: {_AND}){{0,2}} {_ANY_KIND})* {_WHICH}", rf"{_ANY_KIND}(?:(?: {_AND}){{0,2}} {_ANY_KIND})+"
)

# Who issued what is asked for: "thông tư nào của Bộ Nội vụ", "quyết định do UBND tỉnh ban hành".
# Ministries of the Government, of today and of former terms (Nghị quyết 176/2025/QH15; 08/2021/QH15).
_MINISTRIES = (
    "noi vu|quoc phong|cong an|ngoai giao|tu phap|tai chinh|cong thuong|xay dung|giao duc(?: va)?(?: dao tao)?|"
    "gd dt|gddt|gd|giam doc(?: dt)?|y te|khoa hoc(?: va)?(?: cong nghe)?|van hoa(?: the thao)?(?: va)?(?: du lich)?|"
    "nong nghiep(?: va)?(?: moi truong| phat trien nong thon)?|dan toc(?: va)?(?: ton giao)?|giao thong van tai|"
    "ke hoach(?: va)?(?: dau tu)?|lao dong(?: thuong binh)?(?: va)?(?: xa hoi)?|thong tin(?: va)?(?: truyen thong)?|"
    "tai nguyen(?: va)?(?: moi truong)?"
)
# What ends the name of a place.
_NO_NAME = (
    r"(?:nao|gi|quy|huong|dang|con|co|ve|de|cho|khi|thi|la|ap|dieu|ban|hien|moi|nham|duoc|lien|chi|ma|da|se|va|theo|"
    r"do|voi|o|tai|trong|vay|nhi|the|a)(?!\w)"
)
_LOCAL = "(?:thanh pho|tinh|quan|huyen|thi xa|phuong|xa)"
_CENTRAL = (
    rf"bo (?:{_MINISTRIES})|thu tuong(?: chinh phu)?|chinh phu|quoc hoi|thanh tra chinh phu|"
    "uy ban thuong vu quoc hoi|ban thi dua khen thuong trung uong"
)
_OF_A_PLACE = rf"(?:(?:uy ban|hoi dong) nhan dan(?: {_LOCAL})?|{_LOCAL})(?: (?!{_NO_NAME})\w+){{0,3}}"
ISSUED_BY = re.compile(
    rf"(?<!\w){_KIND}(?: {_WHICH})?(?P<by>(?: cua| do)? (?P<central>{_CENTRAL})|(?: cua| do) (?P<place>{_OF_A_PLACE}))"
    r"(?P<issued> (?:ban hanh|ky)(?: ra)?)?(?!\w)"
)

# The instrument is asked for as one that details or guides another.
GUIDES = re.compile(r"(?<!\w)(?:chi tiet|huong dan|thi hanh|cu the hoa)(?!\w)")
OF_THE_PARTY = re.compile(r"(?<!\w)(?:cua dang|bo chinh tri|ban bi thu|trung uong dang|van ban dang)(?!\w)")

_SINCE = "(?:tu|ke tu|tinh tu)"
# "các đời luật": without marks "đời" reads like the first word of "đối tượng".
_DOI = "(?:cac|nhung|may|bao nhieu|tung) doi(?= (?:nghi dinh|luat|thong tu|van ban|quyet dinh|chi thi|phap lenh))"
HISTORY = re.compile(
    r"(?<!\w)(?:lich su|qua trinh (?:thay doi|thay the|phat trien|hinh thanh|sua doi|ban hanh|hoan thien)|dien bien|"
    # thay thế lẫn nhau ra sao; trình tự thay thế
    r"(?:thay the|thay|noi tiep|tiep noi|ke tiep) (?:lan )?nhau|(?:trinh tu|thu tu|chuoi|cac buoc) thay(?: the| doi)?|"
    r"(?:so|bao nhieu|may) lan (?:thay|sua|doi)|tung (?:co|ap dung) (?:nhung|bao nhieu|may|cac)(?= \w)|"
    rf"qua (?:tung|cac) (?:thoi ky|giai doan|nam|lan|thoi diem)|thay doi qua|{_DOI}|"
    rf"{_SINCE} (?:nam |hoi |thang \d+[/ ])?(?:19|20)\d\d (?:cho )?(?:den|toi|tro lai) "
    r"(?:nay|gio|bay gio|day|hien nay|nam|(?:19|20)\d\d)|"
    r"(?:tu )?(?:truoc|xua) (?:den|toi) (?:nay|gio)|tu truoc gio|xua nay|noi tiep nhau|"
    r"(?:nhung|cac) lan (?:sua doi bo sung|(?:sua|thay)(?: doi| the)?)|(?:cac|nhung) (?:phien ban|ban truoc)|"
    r"(?:da )?(?:duoc |bi )?(?:sua doi bo sung|sua doi|thay doi|thay the|sua|thay) (?:may|bao nhieu|nhung) lan|"
    r"(?:trai qua|qua) (?:may|bao nhieu|nhung|cac)(?= (?:lan|doi|nghi dinh|luat|thong tu|van ban)))(?!\w)"
)
# đã thay bao nhiêu nghị định: of no document that is named, for that one replaced some itself.
HISTORY_COUNTED = re.compile(
    r"(?<!\w)(?:da )?(?:thay the|thay doi|thay|sua doi|doi|sua) (?:qua )?(?:tat ca |tong cong )?(?:may|bao nhieu)"
    r"(?: doi| lan| cai)?(?= (?:nghi dinh|luat|thong tu|van ban|phap lenh))"
)
# A history of these is one of rules; "lịch sử truyền thống" and "quá trình công tác" are not.
HISTORY_OF = re.compile(rf"(?<!\w)(?:{_ANY_KIND}|quy che|che do|chinh sach|luong co so)(?!\w)")
ANY_KIND = re.compile(rf"(?<!\w){_KIND}(?!\w)")
# trước NĐ … là nghị định nào; trước Nghị định … thì áp dụng nghị định nào
BEFORE_NAMED = re.compile(
    rf"(?<!\w)(?:(?:truoc(?: khi)?(?: co)?|chua co|chua ban hanh) (?=.{{0,80}}?{_ANY_KIND} {_WHICH})|tien than)"
)

# What asks, and tells nothing of the matter: on folded text only what can be read in one way …
NOT_TOPIC = re.compile(
    rf"(?<!\w)(?:(?:(?:ngay|thang|nam) )?(?:\d{{1,2}}[/.-]){{0,2}}(?:19|20)\d\d|(?:ngay|thang) \d{{1,2}}|"
    rf"{_ANY_KIND}(?: {_WHICH})? cua (?:dang|nha nuoc|trung uong)|{_ANY_KIND}(?: {_WHICH})?|{_CURRENT}|"
    r"quy dinh chi tiet|huong dan|mot so dieu|"
    r"(?:dau|giua|cuoi) (?:nam(?: (?:nay|ngoai|toi|sau|truoc))?|thang|quy)|"
    r"(?:nua|(?:6|sau) thang) (?:dau|cuoi)(?: cua)?(?: nam)?|quy (?:[1-4]|i{1,3}|iv)|nam (?:nay|ngoai|toi|sau)|"
    r"thi hanh|chi tiet|cu the hoa|cua dang|bo chinh tri|ban bi thu|can cu phap ly|co so phap ly|can cu|phap ly|"
    r"phap luat|lich su|qua trinh|thay doi|phat trien|hinh thanh|sua doi|bo sung|dien bien|thoi ky|giai doan|"
    r"thoi diem|truoc day|den nay|toi nay|dieu chinh|chi phoi|ap dung|hieu luc|thuc hien|lien quan|chi dao|xet tang|"
    r"noi dung|van de|truong hop|cong tac|vien dan|linh vuc|ban hanh|su dung|vui long|tu truoc|qua cac|qua tung|"
    rf"tro lai day|xua nay|lan luot|noi tiep nhau|phien ban|trai qua|{_DOI}|bay gio|toi gio|den gio|"
    r"chieu theo|dua theo|dung theo)(?!\w)|(?<!\w)(?:(?:a|nhi|vay|nhe|roi|day|the|ban|em|da|bi|voi|va)(?:\W+|\Z))+\Z"
)
# … of the others, with their marks, those that questions are full of beside `question_cues.NOT_CONTENT`.
NOT_TOPIC_WORDS = frozenset(
    "nay xét dựa trên đến dùng nhất mới cũ hiện còn ghi nêu việc giờ qua hồi lúc kể từ trước nao ve cua làm đời phải "
    "thì tính thế vậy lại xưa rồi thay đã bị v bh z bgio".split()
)
# A verb at the head of a question is capitalised and is no part of the name behind it: "Tặng Công dân danh dự …".
OPENING_VERBS = frozenset(
    "tang xet khen thuong phong truy trao de trinh xin lam muon theo khi neu viec nop gui cho nhan huy thu hoi".split()
)
