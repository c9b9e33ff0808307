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

_ANY_KIND = f"(?:{'|'.join(KINDS)})"
_KIND = f"(?P<kind>{'|'.join(KINDS)})"
_LAW = "(?P<kind>bo luat|luat|phap lenh)"
_WHICH = "(?:nao|gi|so may|so nao|so bao nhieu)"
_CURRENT = (
    "(?:hien hanh|hien nay|hien tai|bay gio|moi nhat|dang (?:duoc )?ap dung|dang co hieu luc|dang con hieu luc|"
    "dang hieu luc|con hieu luc|co hieu luc)"
)
_GOVERNS = (
    rf"(?:quy dinh|huong dan|dieu chinh|chi phoi|noi ve|ve|lien quan|ap dung|dieu tiet|chi dao|{_CURRENT}|"
    "(?:lam|la) can cu|de (?:xet|khen|tang|tinh|lam can cu)|cho phep)"
)


def _whole(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?<!\w)(?:{pattern})(?!\w)") for pattern in patterns)


GOVERNING = _whole(
    # nghị định nào (hiện nay, của Đảng, đang) quy định chi tiết …
    rf"{_KIND} {_WHICH}(?: \w+){{0,6}}? {_GOVERNS}",
    # áp dụng, căn cứ, theo, dựa vào văn bản nào
    rf"(?:ap dung|theo|can cu|can cu vao|dua (?:tren|vao)|su dung|tra cuu|xem) {_KIND} {_WHICH}",
    # căn cứ pháp lý nào để xét …; cơ sở pháp lý của …
    r"(?:can cu|co so) phap ly(?: hien hanh| hien nay)? (?:nao|gi|de|cho|cua|xet|khi|ve|la)",
    # quy định hiện hành về … là văn bản nào; luật hiện hành là luật nào
    rf"(?:{_CURRENT}|quy dinh|quy che|ap dung|ve) (?:\w+ ){{0,14}}?la {_KIND} {_WHICH}",
    # nghị định mới nhất về … là gì, là số mấy
    rf"{_KIND}(?: \w+){{0,8}}? {_CURRENT}(?: \w+){{0,14}}? la (?:gi|nao|so may|so nao|so bao nhieu)",
    # luật thi đua khen thưởng nào đang có hiệu lực
    rf"{_LAW}(?: (?!nao\b)\w+){{1,8}}? nao (?:la )?(?:{_CURRENT}|ap dung|duoc ap dung)",
    # … quy định ở đâu, tại văn bản nào, do văn bản nào quy định
    rf"(?:quy dinh|dieu chinh) (?:tai|o|trong|theo|boi) (?:dau|{_KIND} {_WHICH})",
)

# Without a question word: the words themselves ask for the instrument, when nothing else is asked.
GOVERNING_WITHOUT_QUESTION_WORD = _whole(
    # nghị định hướng dẫn (thi hành) luật …
    rf"{_KIND} (?:\w+ ){{0,3}}?(?:quy dinh chi tiet|huong dan)(?: va huong dan)?(?: thi hanh| thuc hien)?"
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
    r"phuong|xa|quan|huyen|uy ban nhan dan|truong|chuong trinh|le phat dong|so)(?: \w+){0,14}? "
    r"(?:can cu|dua tren|dua vao|theo|co so phap ly)(?!\w)"
)

# The instrument is asked for as one that details or guides another.
GUIDES = re.compile(r"(?<!\w)(?:chi tiet|huong dan|thi hanh|cu the hoa)(?!\w)")
OF_THE_PARTY = re.compile(r"(?<!\w)(?:cua dang|bo chinh tri|ban bi thu|trung uong dang|van ban dang)(?!\w)")

HISTORY = re.compile(
    r"(?<!\w)(?:lich su|qua trinh (?:thay doi|phat trien|hinh thanh|sua doi|ban hanh|hoan thien)|dien bien|"
    r"qua (?:tung|cac) (?:thoi ky|giai doan|nam|lan|thoi diem)|thay doi qua|"
    r"(?:tu|ke tu) (?:nam )?(?:19|20)\d\d (?:den|toi) (?:nay|gio|nam|(?:19|20)\d\d)|tu truoc (?:den|toi) (?:nay|gio)|"
    r"(?:nhung|cac) lan (?:sua|thay)|da (?:duoc )?(?:sua doi|thay doi|thay the|thay) (?:may|bao nhieu) lan)(?!\w)"
)
# A history of these is one of rules; "lịch sử truyền thống" and "quá trình công tác" are not.
HISTORY_OF = re.compile(rf"(?<!\w)(?:{_ANY_KIND}|quy che|che do|chinh sach|luong co so)(?!\w)")
ANY_KIND = re.compile(rf"(?<!\w){_KIND}(?!\w)")
# trước NĐ … là nghị định nào; trước Nghị định … thì áp dụng nghị định nào
BEFORE_NAMED = re.compile(rf"(?<!\w)(?:truoc(?: khi)?(?: co)? (?=.{{0,80}}?{_ANY_KIND} {_WHICH})|tien than)")

# What asks, and tells nothing of the matter: on folded text only what can be read in one way …
NOT_TOPIC = re.compile(
    rf"(?<!\w)(?:(?:(?:ngay|thang|nam) )?(?:\d{{1,2}}[/.-]){{0,2}}(?:19|20)\d\d|(?:ngay|thang) \d{{1,2}}|"
    rf"{_ANY_KIND}(?: {_WHICH})? cua (?:dang|nha nuoc|trung uong)|{_ANY_KIND}(?: {_WHICH})?|{_CURRENT}|"
    r"quy dinh chi tiet|huong dan|mot so dieu|"
    r"thi hanh|chi tiet|cu the hoa|cua dang|bo chinh tri|ban bi thu|can cu phap ly|co so phap ly|can cu|phap ly|"
    r"phap luat|lich su|qua trinh|thay doi|phat trien|hinh thanh|sua doi|bo sung|dien bien|thoi ky|giai doan|"
    r"thoi diem|truoc day|den nay|toi nay|dieu chinh|chi phoi|ap dung|hieu luc|thuc hien|lien quan|chi dao|xet tang|"
    r"noi dung|van de|cong tac|vien dan|linh vuc|ban hanh|su dung|vui long|tu truoc|qua cac|qua tung)(?!\w)"
)
# … of the others, with their marks, those that questions are full of beside `question_cues.NOT_CONTENT`.
NOT_TOPIC_WORDS = frozenset(
    "nay xét dựa trên đến dùng nhất mới cũ hiện còn ghi nêu việc giờ qua hồi lúc kể từ trước nao ve cua".split()
)
