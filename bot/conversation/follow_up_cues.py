"""The words by which a message leans on what was said before, as data; on folded text unless a line says otherwise."""

import re

from corpus.unit_words import PROVINCES

_POLITE = r"(?:\s*(?:a|vay|the|nhi|ha|nhe|em|anh|chi|ad|bot|day|co|chu|kia|ma|roi|luon|di|\W))*"

# "còn hiệu lực không", "còn bao lâu": there the word asks, elsewhere it leads on to something else.
_STILL = r"(?!\s+(?:hieu|hl|bao|may|lai|nhieu|han|kip|dung|ap|gia tri|duoc|nua|thoi|khong|ngay|xai|bn)(?!\w))"
# What leads on from the question before: "thế còn", "vậy thì", "rồi".
LEAD = re.compile(
    rf"""
    \W*(?:
        (?: the(?!\ (?:le|thuc|thao|che|hien|loai|chat|luc)(?!\w))
          | the(?:\ thi|\ con) | vay(?:\ thi)? | nhu\ vay(?:\ thi)? | neu\ vay(?:\ thi)? | con{_STILL} | va | thi
          | ok\w* | u | roi | gio(?!\ (?:hoc|lam)) | tiep\ theo | tiep | ua | ngoai\ ra | tien\ the | them\ nua
          | con\ nua | (?:khoan|quen)(?=,) | xong(?=\s)
          | (?:(?:quay|tro)\ (?:lai|ve)|ve\ lai|quay\ tro\ lai
            |(?:chuyen\ )?sang(?=\ (?:cai|kh|ke\ hoach|so\ \d|\d|nghi\ dinh|thong\ tu|luat)))(?:\ (?:voi|ve))?
          | neu\ la | hoi\ them | cho\ hoi(?:\ them)? | the\ a | vay\ a
          | thoi | a | o(?=,) | nhung | ma(?!\ tuy)
        )(?!\w)[\s,:]*
    )+
    """,
    re.VERBOSE,
)
# These letters begin other words too; where marks are typed at all, the word must bear its own.
LEAD_SPELLINGS = frozenset(
    "thế vậy còn như nếu và thì ok oke okie ừ rồi giờ bây tiếp theo à ờ ồ nhưng mà the vay con nhu neu va thi u roi gio"
    " bay tiep a ủa ngoài ra tiện thể thêm nữa quay trở lại về với hỏi cho thôi ua ngoai"
    " khoan quên xong tien them quay tro lai ve voi hoi cho thoi sang sáng chuyển chuyen".split()
)
# "… thì sao", "… thì thế nào", "… cũng vậy hả"
TAIL = re.compile(
    r"[\s,]*(?:(?<!\w)(?:thi\s+sao\W+)?(?:chac\s+)?cung(?:\s+(?:nhu\s+)?(?:vay|the|khong|ko|k|co|duoc)"
    r"(?:\s+(?:duoc|phai|dung))?(?:\s+(?:khong|ko|k|chu))?)?|(?<!\w)thi\s+(?:sao|the\s+nao|nhu\s+the\s+nao|ra\s+sao|gi)"
    r"|(?<!vi )(?<!tai )(?<!lam )(?<!ra )(?<!\w)sao"
    r"|(?<!ngay )(?<!lau )(?<!thang )(?<!hom )(?<!nam )(?<!tuan )(?<!theo )(?<!sau )(?<!tiep )(?<!do )(?<!\w)nua)"
    rf"{_POLITE}\Z"
)
# On the text as written in small letters: folded, "nhỉ" and "nhì" are alike.
BARE_END = re.compile(r"(?:\s+(?:ạ|vậy|nhỉ|hả|nhé|nha|cơ|cơ mà|chứ|đấy|rồi|đi|a|vay|nhe|ha|nha)|[\s?.!,;…~)]+)*\Z")
# Behind which a message may begin: "với Sở Tài chính", "ở cấp tỉnh".
BARE_START = re.compile(
    r"\W*(?:doi voi|voi|rieng|ben|phia|hoi(?= (?:luat|nghi dinh|thong tu)(?!\w))"
    r"|tai(?! sao)|o|cua|cho|ve(?! (?:viec|cai|gi|van de)))\s+"
    r"(?!(?:dau|ai|gi)\b|\w+ (?:\w+ )?nao\b)"
)

# "không, ý tôi là …", "không phải kế hoạch 141, …", "nhầm, …"
_NO = (
    r"(?:khong(?: phai| dung)?|ko(?: phai)?|k(?: phai)?|(?:(?:a|u) )?nham(?: roi)?|(?:a )?lon(?: roi)?|(?:a )?quen"
    r"|sai(?: roi)?|xin loi|chua dung)"
)
_I_MEAN = (
    r"(?:(?:y|cau hoi|cai)\s+(?:cua\s+)?(?:toi|em|minh|anh|chi)\s+(?:hoi\s+)?(?:la|muon hoi|hoi|noi(?: ve)?)"
    r"|(?:toi|em|minh|anh|chi)\s+(?:dang\s+|muon\s+)?(?:hoi|noi|can)(?:\s+(?:ve|la|den|toi))?|(?:phai )?la)"
)
CORRECTION = re.compile(
    rf"\W*(?:(?:a|o|u|ua|oi|ay)[\s,]+)?(?:(?:em|toi|minh|tui)\s+)?(?:{_NO}(?:\s+(?:roi|a|the|vay|y|dau))*\s*(?:[,.;:–-]+\s*|\Z)(?:{_I_MEAN}\s+)?"
    rf"|{_NO}\s+{_I_MEAN}\s+"
    rf"|{_NO}\s+(?:la\s+)?(?P<denied>[^,.;]{{2,60}})[,.;]\s*(?:ma\s+)?(?:{_I_MEAN}\s+)?"
    r"|(?:sorry|so ri)[\s,]+(?:(?:y\s+)?(?:toi|em|minh)\s+(?:hoi|noi)\s+)?"
    rf"|(?:toi|em|minh)\s+(?:dang\s+)?(?:hoi|noi)\s+(?:la|ve)\s+|y\s+la\s+"
    rf"|y\s+(?:cua\s+)?(?:toi|em|minh|anh|chi)\s+(?:la|hoi|muon hoi)\s+)"
)

# "vâng em ghi lại rồi, cảm ơn nhiều ạ": with nothing asked beside.
THANKS = re.compile(r"(?<!\w)(?:cam on|thanks?|tks|thanks you|hieu roi|ro roi|ok(?:e|ie|ay)? roi)(?!\w)")

KIND = (
    r"(?:van ban|vb|ke hoach|kh|nghi dinh|nd|thong tu|tt|bo luat|luat|quyet dinh|qd|nghi quyet|nq|chi thi|ct|cong van"
    r"|cv|huong dan|hd|quy che|phap lenh|ket luan|kl|chuong trinh|de an|thong bao|to trinh)"
)
# "chỉ thị nào", "những thông tư gì"
ASKS_KIND = re.compile(rf"(?<!\w)(?P<kind>{KIND})\s+(?:nao|gi|so may|may)(?!\w)")
STARTS_WITH_KIND = re.compile(rf"(?:cai\s+)?{KIND}\s+(?!(?:{KIND}|nao|gi|so|do|nay|ay|kia|tren)\b)\w")
ENDS_WITH_KIND = re.compile(rf"(?<!\w){KIND}\Z")
ASKS_ANY_KIND = re.compile(r"(?<!\w)(?:van ban|vb)\s+(?:nao|gi)(?!\w)")
_THAT = r"(?P<that>do|nay|ay|kia|tren(?!\s+(?:dia ban|co so|toan|ca nuoc|mang))|vua (?:roi|neu|noi)|noi tren|o tren)"
# With the words that may lead to it: "của kế hoạch đó", "theo nghị định này".
DOCUMENT_POINTER = re.compile(rf"(?<!phap )(?<!\w)(?P<kind>{KIND})\s+{_THAT}(?!\w)")
BARE_POINTER = re.compile(
    rf"(?<!\w)(?:(?:(?:trong|o|theo|tai)\s+)?(?:cai|ban|thang|ben|cho)\s+{_THAT}|(?:trong|o|theo|tai)\s+(?P<there>do|day)(?!\s+la)"
    r"|(?:cua\s+|cho\s+|voi\s+)?(?P<it>no))(?!\w)"
)
PROVISION_POINTER = re.compile(rf"(?<!\w)(?:cua\s+|trong\s+)?(?:dieu|khoan|diem|muc|chuong|phan)\s+{_THAT}(?!\w)")
OTHER_POINTER = re.compile(
    r"(?<!\w)(?:(?:cua|cho|voi|theo|o|trong|ve)\s+)?(?:cac\s+|nhung\s+)?"
    r"(?:han(?:\s+(?:chot|cuoi|nop|gui|bao cao))?|thoi han|deadline|moc(?:\s+thoi gian)?|viec|nhiem vu|bao cao|ho so"
    r"|ngay|muc thuong|khoan tien|noi dung|quy dinh|van de|chuyen)"
    rf"\s+{_THAT}(?!\w)"
)
TITLE_POINTER = re.compile(
    rf"(?<!\w)(?:danh hieu|hinh thuc(?: khen thuong)?|giai thuong|phan thuong|huan chuong|bang khen|loai)"
    rf"\s+{_THAT}(?!\w)"
)
# "ông ấy giữ chức gì": the one who signed.
PERSON_POINTER = re.compile(rf"(?<!\w)(?:ong|ba|nguoi|dong chi|vi|bac)\s+{_THAT}(?!\w)")
# Any other noun: "hội đồng này", "phong trào đó"; whether it was spoken of, the questions before tell.
NOUN_POINTER = re.compile(
    r"(?<!\w)(?P<noun>(?!(?:hien|luc|khi|hom|nam|thang|ngay|quy|tuan|dot|bay|truoc|sau|tu|nhu|o|noi|cai)\b)[^\W\d]+"
    rf"(?:\s+[^\W\d]+)?)\s+{_THAT}(?!\w)"
)
UNIT_POINTER = re.compile(rf"(?<!\w)(?:don vi|co quan|so|cap|xa|phuong|bo|ban|noi)\s+{_THAT}(?!\w)")
TIME_POINTER = re.compile(rf"(?<!\w)(?:luc|khi|thoi diem|thang|nam|quy|thoi gian)\s+{_THAT}(?!\w)")
# "Điều 4 của nghị quyết": the one talked about.
KIND_AT_ITS_END = re.compile(rf"(?<!\w)(?:cua|trong|theo|ky|ban hanh)\s+(?:{KIND})\Z")
# How the pointing words are spelt: folded, "đô" and "nợ" are alike.
POINTER_SPELLINGS = frozenset("đó này ấy kia trên nó vừa rồi nêu nói ở đây".split())

# What every document of the field may be asked: of none in particular.
OF_THE_FIELD = re.compile(
    r"(?<!\w)(?:thi dua|khen thuong|tdkt|danh hieu|bang khen|giay khen|huan chuong|huy chuong|ky niem chuong"
    r"|chien s[iy]|luong co so|giai thuong|nghi (?:le|tet|phep))(?!\w)"
)
GROUP = re.compile(
    r"(?<!\w)(?:tap the|ca nhan|ho gia dinh|doanh nghiep|cong chuc|vien chuc|nong dan|hoc sinh|giao vien"
    r"|nguoi nuoc ngoai|luc luong vu trang|nguoi lao dong)(?!\w)"
)
LEVEL = re.compile(
    r"(?<!\w)(?:\A(?:thu tuong(?: chinh phu)?|chinh phu|tinh|bo|trung uong|thanh pho|co so)(?=\s+thi\s|\Z)|toan quoc"
    r"|cap\s+(?:tinh|thanh pho|huyen|quan|xa|phuong|bo|trung uong|co so|nha nuoc|so|nganh|khu vuc)"
    r"|(?<=thi dua )co so)(?!\w)"
)
_PROVINCES = "|".join(sorted(PROVINCES, key=len, reverse=True))
PLACE = re.compile(rf"(?<!\w)(?:(?:tinh|thanh pho|tp\.?)\s+)?(?:{_PROVINCES})(?!\w)")
# What the name of a district or commune does not go on with.
BEYOND_A_PLACE = re.compile(r"\A(?:quan|huyen|phuong|xa|thi tran)\s.*?(?=\s(?:thi dua|khen thuong|phat dong)(?!\w))")
# Departments whose names go on with what elsewhere is a verb.
NAMED_LIKE_A_VERB = re.compile(r"so (?:xay dung|giao thong(?: van tai)?|ke hoach(?: va)? dau tu)(?!\w)")
# A commune, ward or district by its name, on the text as typed.
_CAPITALISED = r"[A-ZÀ-ỸĐ][^\W\d_]*"
_COMMUNE = r"(?:[Pp]hường|[Qq]uận|[Xx]ã|[Hh]uyện|[Tt]hị xã|[Tt]hị trấn|[Đđ]ặc khu)"
LOCALITY = re.compile(rf"(?<!\w){_COMMUNE}\s+{_CAPITALISED}(?:\s+{_CAPITALISED}){{0,3}}")
RANK = re.compile(r"(?<!\w)hang\s+(?:nhat|nhi|ba|i{1,3}|1|2|3)(?!\w)")
PRODUCT = re.compile(r"(?<!\w)(?:bao cao|ho so|dang ky|so ket|tong ket|ke hoach(?! so| \d))(?!\w)")
# Bodies of the centre, which read like no unit of a plan, unless something goes to them or comes from them.
_CENTRAL = (
    r"(?:bo (?:noi vu|tai chinh|y te|giao duc(?: va dao tao)?|xay dung|cong an|quoc phong|cong thuong|tu phap"
    r"|khoa hoc(?: va cong nghe)?|nong nghiep(?: va moi truong)?|ngoai giao|van hoa(?:,? the thao va du lich)?"
    r"|dan toc va ton giao)|ngan hang nha nuoc|van phong chinh phu|thanh tra chinh phu|bnv|byt|btc|bxd)(?!\w)"
)
ANY_CENTRAL_BODY = re.compile(rf"(?<!\w){_CENTRAL}")
CENTRAL_BODY = re.compile(
    rf"(?<!gui )(?<!nop )(?<!trinh )(?<!ve )(?<!cho )(?<!len )(?<!toi )(?<!den )(?<!cua )(?<!tai )(?<!do )(?<!voi )"
    rf"(?<! o )(?<!\w){_CENTRAL}"
)
# The body, level or rank that a title is given by or for.
LEVEL_OF_A_TITLE = re.compile(
    r"(?<!\w)(?:cua )?(?:thu tuong(?: chinh phu)?|chinh phu|toan quoc|cap \w+|bo,? ban,? nganh,? tinh|bo|tinh"
    r"|thanh pho|(?<=thi dua )co so)(?!\w)"
)
# What a message does with another document that it asks for: "văn bản nào thay thế" wants the document behind it.
LINKS_AT_ITS_END = re.compile(
    r"(?:\bnao|\bgi)\s+(?:\w+\s+)?(?:thay the|thay|sua doi|sua|bo sung|bai bo|huong dan|quy dinh chi tiet|trien khai"
    r"|thuc hien)(?:\s+(?:roi|chua|a|vay))?\Z"
)
# "văn bản thay thế (đó) ai ký": the one that replaced the document talked about.
SUCCESSOR = re.compile(
    rf"(?<!\w)(?P<kind>{KIND})\s+(?:moi\s+)?thay the(?:\s+(?:do|no|nay))?(?!\s+(?:{KIND}|cho|nao|N)(?!\w))(?!\w)"
)
RELATIVE_TIME = re.compile(
    r"(?<!\w)(?:nam (?:ngoai|nay|kia|roi|sau|toi|truoc)|sang nam|hien (?:nay|tai|hanh)|bay gio|truoc (?:day|kia)"
    r"|hoi truoc|thang (?:nay|sau|toi|truoc)|quy (?:nay|sau|truoc)|tuan (?:nay|sau|toi)|hom nay"
    r"|(?:ngay )?mai(?! dich)|ngay kia)(?!\w)"
)
# "tới hạn", "quá hạn" bound a list, and of one duty ask how it stands.
STATE_OF_A_LIMIT = re.compile(r"(?<!\w)han\Z")
# Of a value asked for before: the one that it had then.
VALUE_BEFORE = re.compile(
    r"\W*(?:(?:hoi|luc|con)\s+)?truoc (?:do|day|kia|nua)(?=\s+(?:(?:thi|la)\s+)*(?:bao nhieu|may)(?!\w))"
)
SOME_TIME_BEFORE = re.compile(r"truoc (?:day|kia)|hoi truoc")
OF_A_PRIZE = re.compile(r"(?<!\w)(?:tien )?thuong(?!\w)(?! (?:xuyen|vu|truc|binh))")
# Of a value: what holds now, whatever time was asked for before.
OF_TODAY = re.compile(r"(?<!\w)(?:moi|hien nay|hien tai|hien hanh|bay gio)(?!\w)")
# Whose decision a plan carries out: said beside "thực hiện quyết định nào" it names no other matter.
OF_THE_CENTRE = frozenset("thu tuong chinh phu trung uong bo nganh quoc hoi".split())
# Of each set one stands in for another: "nông thôn thì sao" of a share of the towns.
OPPOSITES = (
    frozenset({"đô thị", "thành thị", "nông thôn"}),
    frozenset({"nhân dân", "ưu tú"}),
    frozenset({"danh dự", "ưu tú"}),
    frozenset({"xuất sắc", "tiên tiến"}),
    frozenset({"trong nước", "nước ngoài"}),
    frozenset({"công lập", "ngoài công lập"}),
    frozenset({"đột xuất", "thường xuyên"}),
)
OPPOSITE_HEAD = re.compile(r"(?:(?:cai|danh hieu|loai|khu vuc|vung|dien|o|ben|cua)\s+)*")
BRANCH = re.compile(r"(?:cua\s+|doi voi\s+)?(?:nganh|linh vuc|he thong|khoi)\s+\w+(?:\s+\w+){0,4}")
# What is asked of an event beside the aspects.
OF_AN_EVENT = frozenset("hop hop_bao dien dien_ra khai mac khai_mac be_mac du tham tham_du".split())
# An aspect alone, and what it asks of a document.
BARE_ASPECTS = {
    "ky": "ai ký",
    "tien thuong": "được thưởng bao nhiêu tiền",
    "hieu luc": "còn hiệu lực không",
    "hieu luc thi hanh": "còn hiệu lực không",
    "hl": "còn hiệu lực không",
    "can cu": "căn cứ những văn bản nào",
    "han": "hạn là khi nào",
    "thoi han": "hạn là khi nào",
    "deadline": "hạn là khi nào",
}
# How an item of news is called: it is named so, and nothing in its headline is said.
HEADLINE = re.compile(r"(?:theo\s+)?Tin “[^”]*”\s*", re.IGNORECASE)
# "hạn" of a question that then asks where to.
LIMIT = re.compile(r"\s*(?<!\w)(?:thoi )?han(?: (?:chot|cuoi))?(?!\w)")
# What a time stands behind that says what happened then: "nếu quyết định ký tháng 5/2026".
SIGNED = re.compile(
    r"(?:(?:neu|khi|ma|truong hop)\s+)*(?:(?:co\s+)?(?:quyet dinh|qd)\s+)?(?:khen thuong\s+)?(?:(?:duoc|da|thi)\s+)*"
    r"(?:ky|trao|cong nhan)\s+(?:(?:vao|hoi|tu|trong|ngay|luc)\s+)*"
)
OF_A_SUM = re.compile(r"(?<!\w)(?:thuong|tien|bao nhieu|muc|luong)(?!\w)")
YEAR = re.compile(r"(?<!\w)(?:nam\s+)?(?:19|20)\d\d(?!\w|[/.,-]\d)")
# What joins a slot to its sentence and goes with it.
JOINER = re.compile(
    r"(?:^|(?<=\s))(?:(?:doi voi|theo|trong|cua|tai|o|voi|cho|ve|vao|ben|phia|den|nhu|thuoc|rieng|cua)\s+)+\Z"
)

# "144" said of "Kế hoạch 141": the serial number alone.
SERIAL = re.compile(r"(?:so\s+)?(?P<serial>\d{1,5}(?:/(?:19|20)\d\d)?)")

# "2", "cái thứ hai", "văn bản thứ nhất", "cái đầu", "cái cuối"
CHOSEN = re.compile(
    r"\W*(?:(?:chon|lay|la|y toi la|xem|toi chon|em chon)\s+)?(?:(?:cai|van ban|ke hoach|so|phuong an|cau|dong|muc|ban"
    r"|nghi dinh|quyet dinh)\s+)?(?:(?:thu|so)\s+)?"
    r"(?P<which>\d{1,2}|nhat|mot|hai|nhi|ba|tu|bon|nam|dau(?: tien)?|cuoi(?: cung)?)"
    r"(?:\s+(?:a|nhe|do|ay|di|day))*\W*"
)
ORDINAL = re.compile(r"(?<!\w)(?:cai|thu|phuong an|lua chon|chon)\s")
CHOSEN_NUMBERS = {
    "nhat": 1, "mot": 1, "dau": 1, "dau tien": 1, "hai": 2, "nhi": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5,
    "cuoi": -1, "cuoi cung": -1,
}  # fmt: skip
