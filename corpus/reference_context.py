"""Reads what follows the name of a document: its date, issuer and title, as far as the sentence gives them."""

import re
from dataclasses import dataclass, replace
from datetime import date

from corpus.folding import fold
from corpus.instrument_kinds import KINDS

_LONGEST_TITLE = 400
_LONGEST_ISSUER_WORDS = 14

_KIND_NAMES = "|".join(re.escape(fold(kind)) for kind in KINDS)
_KINDS_AS_SPELT = "|".join(re.escape(kind) for kind in (*KINDS, *map(str.lower, KINDS)))

_DATE = re.compile(
    r"""
    \s*[,(]?\s*
    (?:
        (?:de\s+)?ngay\s+(?P<day>\d{1,2})\s*(?:[/.-]\s*|\s+thang\s+)(?P<month>\d{1,2})
            \s*(?:[/.-]\s*|\s*,?\s+nam\s+)(?P<year>\d{4})(?!\d)             # ngày 18 tháng 11 năm 2025, ngày 18/11/2025
      | (?<=\()(?P<bare_day>\d{1,2})/(?P<bare_month>\d{1,2})/(?P<bare_year>\d{4})(?=\))          # (18/11/2025)
    )
    """,
    re.VERBOSE,
)
_YEAR = re.compile(r"\s*,?\s*\(?nam\s+(?P<year>(?:19|20)\d\d)(?!\d)")
# Both are read in the text as spelt: "tại" ends a name, "Tài" of Bộ Tài chính does not.
_ISSUER_START = re.compile(
    r"""
    \s*,?\s*
    (?: (?:của|cua)\s+
      | (?=(?:UBND|ủy\ ban|uỷ\ ban|uy\ ban|HĐND|hdnd|hội\ đồng|bộ\ (?!luật)|sở\ |thành\ ủy|tỉnh\ ủy|chính\ phủ|quốc\ hội
            |thủ\ tướng|ban\ (?:bí\ thư|chấp\ hành|thường\ vụ)|văn\ phòng
            |(?:quận|huyện|phường|xã|tỉnh|tp|thành\ phố|quan|huyen|phuong|xa|tinh|thanh\ pho)[\ .])) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ISSUER_END = re.compile(
    rf"""
    [,;()\[\]"“”«»:|?!] | (?<!TP)(?<!tp)\.(?=\s|$) | \n(?=\s*(?:\n|\||[-+•*]|$))  # punctuation, the end of a paragraph
  | \s(?i:ban\shành|phê\sduyệt|quy\sđịnh|hướng\sdẫn|sửa\sđổi|bổ\ssung|thực\shiện|triển\skhai|phát\sđộng|điều\schỉnh
        |công\sbố|tiếp\stục|đẩy\smạnh|tăng\scường|thành\slập|công\snhận|kêu\sgọi|phân\scông|đề\snghị|yêu\scầu|v/v)(?!\w)
  | \s(?:về|VỀ|ngày|NGÀY|giao(?!\ thông)|đã|được|nhằm|để|thì|là|có|nói|gì|nào|khi|năm|này|trên|tại|chỉ\ đạo\ |do
        |theo|hiện
        |còn|hết|gồm|cho|bao|trong|hỏi|làm|mấy|ai|khoảng|sẽ|ước|với\ các\ nội
        # what a question goes on with: "của UBND tỉnh thay thế …", "của Thủ tướng ký hôm nào"
        |thay|ký(?!\ kết)|kí|bị|sửa|bãi|huỷ|hủy|chưa|phải|đúng|đang|vẫn|dùng|áp\ dụng|vậy|ạ|à|nhé|hả|hay
        |số(?=\ (?:mấy|bao))|(?<!hàng\ )(?<!phòng\ )không)(?!\w)
  | \s(?:ve\ viec|ban\ hanh|phe\ duyet|quy\ dinh|huong\ dan|sua\ doi|ngay\ \d{{1,2}}|nam\ (?:\d{{4}}|nao)|nao
        |gi|giao\ viec
        |giao\ cho
        |co\ (?:gi|hieu|bao|noi|muc)|noi\ gi|khi\ nao|thuc\ hien|yeu\ cau|con\ hieu
        |thay|ky(?!\ ket)|bi(?!\ thu)|sua|bai\ bo|huy\ bo|chua|da|het|con|ap\ dung|phai|so\ (?:may|bao)|ai|luc\ nao
        |bao\ gio|(?<!hang\ )(?<!phong\ )khong)(?!\w)
  # … of a duty: "của quận A hạn báo cáo", "UBND xã 1 ngày báo cáo mấy lần"; and the particles at its end
  | \s(?:hạn(?=\ (?:nộp|gửi|báo|trình|chót|cuối|hoàn|xong|là|đến|ngày|nào))|nộp|gửi|báo\ cáo(?!\ viên)|trước|sau
        |deadline|mốc|thời\ hạn|chậm\ nhất|muộn\ nhất|đến|từ(?!\ thiện)|vào|lúc|cần|lên|xong)(?!\w)
  | \s(?:han(?=\ (?:nop|gui|bao|chot|cuoi|hoan|la|den|ngay|nao))|nop|gui|bao\ cao|truoc\ ngay|cham\ nhat
        |thoi\ han)(?!\w)
  | (?<!UBND)(?<!ubnd)(?<!HĐND)(?<!dân)(?<!đồng)(?<!dan)(?<!và)
        \s(?=(?:các|cac)\s(?:xã|phường|sở|đơn\ vị|cơ\ quan|xa|phuong)(?!\w))
  | \s(?=(?i:ubnd)\s(?:các|cac|xã|xa|phường|phuong)(?!\w))                    # who must do it
  | \s\d{{1,3}}\s(?:giờ|ngày|tuần|tháng|quý|năm|lần|gio|ngay|tuan|thang|quy|nam|lan)(?!\w)
  | \s(?:với|đi|nha|nhá|nhỉ|hen|luôn|giúp|giùm|dùm|voi|di|nhe)(?=(?:\s(?:ạ|nhé|nha|với|em|mình|tôi|a))*\W*\Z)
  | \s(?:và|cùng|với|va)\s(?=(?:các\ )?(?:{_KINDS_AS_SPELT}|số\ \d|so\ \d)(?!\w))       # "và Kế hoạch số …"
  | \s(?:điều|khoản|điểm|mục|dieu|khoan|diem|muc)\s\d
    """,
    re.VERBOSE,
)
# Behind a comma, "…, Ủy ban nhân dân thành phố ban hành Quyết định" is who acts in the sentence.
_GOES_ON_TO_ACT = re.compile(
    r"\s(?:ban\s+hành|xây\s+dựng|quyết\s+định|phát\s+động|tổ\s+chức|đề\s+nghị|yêu\s+cầu)(?!\w)", re.IGNORECASE
)
_TITLE_START = re.compile(
    r"""
    \s*,?\s*
    (?:
        (?:ve\ viec|ve|v/v)\s+(?=[“"«]?\w)
      | (?=[“"«](?:ve\ )?\w)
      | (?P<verb>)(?=(?:ban\ hanh|phe\ duyet|quy\ dinh|huong\ dan|sua\ doi|bo\ sung|thuc\ hien|trien\ khai
        |phat\ dong|dieu\ chinh|cong\ bo
            |to\ chuc|tiep\ tuc|day\ manh|tang\ cuong|thanh\ lap)\ )
    )
    """,
    re.VERBOSE,
)
_TITLE_END = re.compile(
    rf"""
    ; | \n\s*\n | \n(?=\s*(?:\||[-+*•]|can\ cu|[ivx]+\.|\d+\.|[a-z]\))) | [.?!](?=\s|$) | \(sau\ day | :(?=\s)
  | ,?\s(?:cu\ the\ nhu\ sau|nhu\ sau|voi\ (?:nhung|cac)\ noi\ dung)
  | ,\s(?=(?:ubnd|uy\ ban\ nhan\ dan|hdnd|hoi\ dong\ nhan\ dan|so|bo)\s[^,;.]*\sban\ hanh)     # the main clause begins
  | (?:,|,?\sva)\s(?=(?:{_KIND_NAMES})\s(?:so\s)?\d)                                # the next instrument
    """,
    re.VERBOSE,
)


_ASKS = re.compile(
    r"(?<!\w)(?:nào|nao|gì|gi|mấy|bao nhiêu|bao nhieu|thế nào|the nao|hay không|hay khong|bao giờ|bao gio)(?!\w)"
    r"|(?<!\w)(?:chưa|không|chua|khong|ko|à|ạ|hả|ra sao|là ai|ai ký)\W*\Z"
)


@dataclass(frozen=True, slots=True)
class Context:
    """What the words after a document's name say of it, and where they end."""

    end: int
    issued_on: date | None = None
    issuer: str = ""
    title: str = ""
    year: int | None = None


def read_context(text: str, start: int) -> Context:
    """Date, issuer and title that follow position `start`, each at most once, in whichever order."""
    folded = fold(text[start : start + 1200])
    window = text[start : start + 1200]
    context = Context(0)
    for _ in range(4):
        following = _date(folded, context) or _issuer(window, context) or _year(folded, context)
        if following is None:
            break
        context = following
    context = _title(folded, window, context) or context
    return replace(context, end=start + context.end)


def calendar_date(year: int, month: int, day: int) -> date | None:
    """The date, or None when the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _date(folded: str, context: Context) -> Context | None:
    match = _DATE.match(folded, context.end)
    if match is None or context.issued_on is not None:
        return None
    prefix = "" if match["day"] else "bare_"
    day, month, year = (int(match[prefix + name]) for name in ("day", "month", "year"))
    return replace(context, end=match.end(), issued_on=calendar_date(year, month, day))


def _year(folded: str, context: Context) -> Context | None:
    match = _YEAR.match(folded, context.end)
    return replace(context, end=match.end(), year=int(match["year"])) if match and context.year is None else None


def _issuer(window: str, context: Context) -> Context | None:
    match = _ISSUER_START.match(window, context.end)
    if match is None or context.issuer or not window[match.end() : match.end() + 1].isalpha():
        return None
    stop = _ISSUER_END.search(window, match.end())
    end = stop.start() if stop else len(window)
    issuer = " ".join(window[match.end() : end].split()).rstrip(" .")
    is_main_clause = match[0].strip() == "," and _GOES_ON_TO_ACT.match(window, end) is not None
    if not issuer or is_main_clause or len(issuer.split()) > _LONGEST_ISSUER_WORDS:
        return None
    return replace(context, end=end, issuer=issuer)


def _title(folded: str, window: str, context: Context) -> Context | None:
    match = _TITLE_START.match(folded, context.end)
    # "Kế hoạch 88/KH-UBND quy định …" is a statement; after a date or an issuer the verb begins the title.
    if match is None or (match["verb"] is not None and context.end == 0):
        return None
    stop = _TITLE_END.search(folded, match.end())
    end = stop.start() if stop else len(folded)
    title = _closed(" ".join(window[match.end() : end].split())).strip(" ,\"“”«»'")
    is_question = folded[end : end + 1] == "?" or _ASKS.search(title.lower()) is not None
    if not title or is_question or len(title) > _LONGEST_TITLE:
        return None
    return replace(context, end=end, title=title)


def _closed(title: str) -> str:
    """The title cut at the first bracket or quotation mark that closes what the sentence opened before it."""
    depth = 0
    for index, character in enumerate(title):
        depth += character == "("
        depth -= character == ")"
        if depth < 0 or (index > 0 and title[0] in "“«" and character in "”»"):
            return title[:index]
    return title
