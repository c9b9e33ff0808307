"""The units that a question about deadlines asks for: who must do it, not to whom it goes or who issued the plan."""

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.folding import fold
from corpus.unit_name import Cover, covers
from corpus.unit_reading import Group, Unit, read_units
from corpus.unit_words import PROVINCES, Kind

MOST_WORDS = 12  # of one name


@dataclass(frozen=True, slots=True)
class AskedUnit:
    """A unit as named at `start`–`end` of the question."""

    start: int
    end: int
    name: str
    is_which: bool = False  # "sở nào": the question asks which one it is


# What a name begins with, with its marks: folded, "số" and "sở", "phong trào" and "phòng" are alike.
_HEAD = re.compile(
    r"""
    (?<!\w)(?:(?:tất\ cả\ )?(?:các|những|từng|mọi)\ )?
    (?:
        (?<!cơ\ )sở(?!\ (?:thích|hữu|dĩ))
      | (?:ubnd|ủy\ ban|uỷ\ ban|hđnd|hội\ đồng\ nhân\ dân|mttq|mặt\ trận)
      | công\ an | bộ\ (?:chỉ\ huy|chqs|chbp) | ban\ chỉ\ huy | ban\ chỉ\ đạo | ban\ tổ\ chức | ban\ quản\ lý
      | ban\ dân\ tộc
      | bộ\ (?=nội|tài|tư|y|công|quốc|ngoại|giáo|khoa|xây|nông|văn) | văn\ phòng | thanh\ tra(?!\ viên)
      | phòng(?!\ (?:chống|ngừa|cháy|thủ|trào|họp|học)) | chi\ cục | cục | kho\ bạc | bảo\ hiểm\ xã\ hội | bhxh
      | trung\ tâm | (?:nhà\ )?(?<!môi\ )(?<!mội\ )(?<!thị\ )(?<!hiện\ )(?<!quảng\ )trường(?!\ (?:hợp|ca|kỳ))
      | bệnh\ viện | trạm\ y\ tế
      | (?-i:[Bb]áo(?=\ [A-ZĐ]) | [Đđ]ài(?=\ [A-ZĐ]))
      | hội\ (?=nông|cựu|liên|phụ|chữ|khuyến|người|luật|nhà|doanh) | liên\ đoàn | liên\ hiệp | liên\ minh
      | đoàn\ thanh\ niên | tỉnh\ đoàn | thành\ đoàn | công\ đoàn | đảng\ ủy | đảng\ uỷ | tỉnh\ ủy | thành\ ủy
      | cụm\ thi\ đua | khối\ thi\ đua | thôn(?!\ (?:văn\ hóa|tiêu)) | tổ\ dân\ phố | ấp | hợp\ tác\ xã | doanh\ nghiệp
      | (?:cấp\ )?(?:xã(?!\ hội)|phường|thị\ trấn|đặc\ khu|huyện|quận)
        (?!(?:[ ,]{1,2}(?:phường|thị\ trấn|đặc\ khu)){0,3}\ (?:tiêu\ biểu|văn\ hóa|đạt))
      | (?<=các\ )(?:đơn\ vị|cơ\ quan|địa\ phương|ban|ngành|đoàn\ thể|hội|phòng|bộ)
      | snv | stc | stp | sct | sxd | syt | skhcn | sgd | sgdđt | sgddt | snnmt | svhttdl | bqlda | chqs
    )(?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WHICH = re.compile(r"\s*nào(?!\w)", re.IGNORECASE)
_ANYBODY = frozenset({"co quan", "don vi", "dia phuong", "to chuc"})
# Where a name ends: at a verb, a time, or a question word.
_END = re.compile(
    r"""
    (?<!\w)(?:
        phải|cần|còn|có|nộp|gửi|báo\ cáo|trình|làm|hoàn\ thành|trong|theo|khi|bao|trước|chậm|muộn|về|vào|từ|đến|lên
      | cho|để|được|sẽ|đã|đang|thì|là|mấy|tháng|năm|quý|tuần|ngày|ở|tại|thực|triển|xây\ dựng|tổng\ kết|tổng\ hợp
      | sơ\ kết|đăng|hạn|nào|gì|này|mình|em|tôi|ạ|lúc|hôm|thời|tổ\ chức|phối|chủ\ trì|tham\ mưu|ban\ hành|rà
      | kế\ hoạch|kh(?!&)|hồ\ sơ|sắp|như|sao|không|chưa|giao|định|vừa|tới|nhé|vậy|thế|ai|bị|sau|nên|xét
      | bình\ (?:xét|chọn)|đánh|phát|tuyên|lập|xong|cuối|đầu|hằng|hàng|với|cùng|qua|của|do|bởi|mở|cập|kiểm|ra|lấy
      | hướng|quyết|nhiệm|việc|những|phong|dịp|thẩm|nhận|hiện|trở
    )(?!\w) | [?:.;()“”"] | \d
    """,
    re.VERBOSE,  # a name bears capitals, these words none
)
# Behind these a unit is whom it goes to, or who issued it.
_GOES_TO = re.compile(
    r"(?:gửi|nộp|trình|báo cáo|về|cho|lên|qua|tới|đến|đề nghị|xin|tại|ở|với|cùng|do|bởi|thông qua|hỏi|gửi cho)\s*$",
    re.IGNORECASE,
)
MASK = "@"  # stands for each character of what is no unit: the number of a document, a time
_OF = re.compile(r"(?P<what>(?:[\w@]+[ ,/]+){0,5})của\s*$", re.IGNORECASE)
_OWED = re.compile(
    r"(?<!\w)(?:báo cáo|hồ sơ|nhiệm vụ|việc|hạn|deadline|đăng ký|trách nhiệm|lịch|mốc|thời gian|kết quả|tổng kết|nộp"
    r"|gửi)(?!\w)",
    re.IGNORECASE,
)


def units_asked(text: str) -> tuple[AskedUnit, ...]:
    """The units of the question that must do something, in order; `text` has its marks.

    >>> [one.name for one in units_asked("tháng 12 Sở Nội vụ phải làm gì, báo cáo UBND tỉnh khi nào")]
    ['Sở Nội vụ']
    """
    text = text.lower() if text.isupper() else text
    found: list[AskedUnit] = []
    place = 0
    for head in _HEAD.finditer(text):
        if head.start() < place:
            continue
        end = _name_end(text, head.end())
        name = text[head.start() : end]
        if _is_owing(text[: head.start()]) and _names_someone(name):
            found.append(AskedUnit(head.start(), end, name, _WHICH.match(text, end) is not None))
        place = end
    return tuple(found)


@lru_cache(maxsize=1_000)  # issuers and the question, asked for with each deadline
def provinces_in(folded: str) -> frozenset[str]:
    """The provinces that the folded text names."""
    return frozenset(one for one in PROVINCES if one in folded and re.search(rf"(?<!\w){one}(?!\w)", folded))


def is_elsewhere(issuer: str, question: str, unit: str) -> bool:
    """Whether a document of `issuer` is of another province or commune than the question and its unit name."""
    asked, own = provinces_in(fold(question)), provinces_in(fold(issuer))
    if asked and own and not asked & own:
        return True
    wanted = [one for one in read_units(unit) if isinstance(one, Unit) and one.kind is Kind.COMMUNE and one.place]
    issuing = [one for one in read_units(issuer) if isinstance(one, Unit) and one.kind is Kind.COMMUNE]
    return bool(wanted and issuing) and covers(issuer, unit) is Cover.NO


def _names_someone(name: str) -> bool:
    """Whether it tells some units from others: "các cơ quan, đơn vị" are all whom a plan addresses."""
    read = read_units(name)
    return any(not isinstance(one, Group) or one.noun not in _ANYBODY for one in read)


def _is_owing(before: str) -> bool:
    if of := _OF.search(before):
        return _OWED.search(of["what"]) is not None
    return _GOES_TO.search(before) is None


def _name_end(text: str, start: int) -> int:
    ending = _END.search(text, start)
    end = ending.start() if ending else len(text)
    end = start + len(text[start:end].partition(MASK)[0])
    words = [match.end() for match in re.finditer(r"\S+", text[start:end])]
    if len(words) > MOST_WORDS:
        end = start + words[MOST_WORDS - 1]
    return start + len(text[start:end].rstrip(" ,&"))
