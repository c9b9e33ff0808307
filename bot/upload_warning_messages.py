"""What ingest was unsure of, in Vietnamese: it says so in English, for operators and programs."""

import re
from re import Match

# What ingest says, and the same in Vietnamese with the parts of it that vary. The first that fits counts.
_WORDS: tuple[tuple[str, str], ...] = (
    (r"no title was found.*", "Không tìm thấy tên văn bản; tên tệp được dùng tạm. Xin sửa dòng tên."),
    (
        r"held without a document number.*|the text gives no number of its own",
        "Không tìm thấy số, ký hiệu. Nếu văn bản có số, xin sửa dòng số.",
    ),
    (
        r'the letterhead has no number; "(?P<a>.+)" was read where.*',
        "Phần đầu văn bản không có số; số {a} được lấy từ dòng ghi kèm phụ lục.",
    ),
    (
        r"the letterhead says number (?P<a>.+), the file's metadata (?P<b>.+); the letterhead counts",
        "Phần đầu văn bản ghi số {a}, thông tin kèm tệp ghi {b}; lấy số ở phần đầu.",
    ),
    (r"the letterhead's number cannot be read: \"(?P<a>.+)\"", "Số ở phần đầu văn bản không đọc được: “{a}”."),
    (r'the number is left blank: "(?P<a>.+)"', "Số văn bản còn để trống: “{a}”. Có thể đây là bản dự thảo."),
    (r'the date is left blank: "(?P<a>.+)"', "Ngày ban hành còn để trống: “{a}”. Có thể đây là bản dự thảo."),
    (r'the date is no date of the calendar: "(?P<a>.+)"', "Ngày ban hành không có trong lịch: “{a}”."),
    (r'the text says of itself that it is not complete: "(?P<a>.+)"', "Văn bản tự ghi là không đầy đủ: “{a}”."),
    (r"the (?:number|date|form) in the file's metadata .*: \"(?P<a>.*)\"", "Thông tin kèm tệp không đọc được: “{a}”."),
    (r"front matter: (?P<a>.*)", "Phần thông tin đầu tệp không đọc được hết: {a}."),
    (
        r"pages without text, pictures only \(a scan\?\): (?P<a>[^;]*);.*",
        "Các trang chỉ có ảnh, không có chữ: {a}. Nội dung của các trang này không vào kho.",
    ),
    (r"(?P<a>\d+) letters could not be read.*", "Có {a} chữ cái không đọc được do phông chữ của tệp."),
    (r"a time was not read: a date left blank, at “(?P<a>.*)”", "Có chỗ còn để trống ngày: “{a}”."),
    (
        r"a time was not read: no year is given and none can be derived, at “(?P<a>.*)”",
        "Có thời gian không ghi năm nên chưa thành thời hạn: “{a}”.",
    ),
    (r"a time was not read: .*, at “(?P<a>.*)”", "Có thời gian chưa đọc được: “{a}”."),
    (r"and (?P<a>\d+) more times that were not read", "Còn {a} chỗ khác có thời gian chưa đọc được."),
    (r"a passage without a stop.*", "Có đoạn quá dài không có dấu chấm; thời hạn chỉ được đọc ở phần đầu của đoạn."),
    (
        r"refers to (?P<a>.+?)(?: \((?P<b>.+)\))?, which is not held; (?P<c>.+) is: perhaps it is meant; kept as read",
        "Văn bản dẫn {a}, kho không có; kho có {c}. Có thể số dẫn bị gõ nhầm năm.",
    ),
    (r"(?P<a>\S+) (?:replaces|repeals|ends|amends) itself; .*", "Văn bản ghi tự thay thế hoặc sửa đổi chính số {a}."),
    (r"the calendar has no (?P<a>.+?); kept as read: .*", "Có ngày không có trong lịch: {a}."),
    (r"an effect without a readable day or year: “(?P<a>.*)”", "Câu về hiệu lực không có ngày đọc được: “{a}”."),
    (r"in force from (?P<a>\S+), before it was issued on (?P<b>\S+):.*", "Ngày có hiệu lực sớm hơn ngày ban hành."),
    (r"ends on (?P<a>\S+), before it begins on (?P<b>\S+):.*", "Ngày hết hiệu lực sớm hơn ngày có hiệu lực."),
)
_PATTERNS = tuple((re.compile(pattern, re.DOTALL), words) for pattern, words in _WORDS)


def warning_in_words(warning: str) -> str:
    """The warning in Vietnamese; one that has no words yet as the program says it."""
    for pattern, words in _PATTERNS:
        if match := pattern.fullmatch(warning):
            return _filled(words, match)
    return f"Chương trình ghi chú: {warning}"


def _filled(words: str, match: Match[str]) -> str:
    return re.sub(r"\{(\w)\}", lambda place: match[place[1]], words)
