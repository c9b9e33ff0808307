"""What is written in chats around what is said: particles of courtesy and mood, clippings, and their full forms."""

import re
from datetime import date

from bot.conversation.dialect import in_common_words
from bot.conversation.slots import SlotKind, slots_in
from corpus.folding import fold

_YOU = r"(?:đồng chí|đ/c|đc|anh|chị|anh chị|bạn|ad|admin|bot|em|cô|chú|thầy|sếp|chi|ban|co|chu|thay)"
_ME = r"(?:em|mình|tôi|anh|chị|cháu|con|cô|bác|chú|thầy|tớ|tui|toi|minh|chi|chau|to)"
_SMALL = r"(?:ạ|à|á|với|nhé|nha|tí|chút|xíu|thêm|tiếp|luôn|nữa|cái|là|rằng|voi|nhe|ti|chut|them|tiep|luon|nua|la)"
_HELP = r"(?:giúp|giùm|dùm|hộ|giup|gium|dum|ho)"
# Before what is said.
_HEAD = re.compile(
    rf"""
    \W*(?:
        (?:dạ|vâng|ừ|ừm|uh|uhm|um|hmm|ơ|ê|alo|thưa|ok|oke|okay|okie|vang)(?:\s+{_YOU})?(?=[\s,.!…])
      | (?:à|a)(?=\s*,|\s+(?:dạ|ừ|thế|còn|mà)\b)
      | da(?=\s+(?:vang|cho|thua|em|con|the|vay|a)\b)
      | {_YOU}\s+(?:ơi|oi)(?=[\s,.!…])
      | (?:{_ME}\s+)?(?:cho|xin|nhờ|nho)\s+(?:{_ME}\s+)?(?:xin\s+)?(?:hỏi|biết|hoi|biet)(?:\s+{_SMALL})*(?=[\s,.:])
      | {_ME}\s+(?:muốn\s+|muon\s+)?(?:hỏi|hoi)(?:\s+(?:thêm|tiếp|them|tiep|tí|chút))+(?=[\s,.:])
      | (?:cho|xin)\s+{_ME}\s+xin(?=\s)
      | (?:hỏi|hoi)\s+(?:thêm|tiếp|them|tiep)(?=[\s,.:])
      | {_HELP}\s+{_ME}(?:\s+{_SMALL})*(?=[\s,.:])
    )[\s,.:;!…-]*
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Who asks and why, up to the leave to ask; what stands before the first question mark only.
_LEAVE_TO_ASK = re.compile(
    rf"""
    [^?]{{0,240}}?(?<!\w)(?:
        (?:cho|xin|nhờ|nho)\s+(?:{_ME}\s+)?(?:xin\s+)?(?:phép\s+)?(?:được\s+)?(?:hỏi|hoi|biết|biet)
      | (?:xin\s+phép|làm\s+phiền|muốn|muon|{_ME})\s+(?:\w+\s+){{0,2}}(?:hỏi|hoi)
    )(?:\s+(?:một\s+chút|mot\s+chut|1\s+chút|là|về|ve|việc|rằng|{_SMALL}))*(?=[\s,.:])[\s,.:]*
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TELLS_WHO_ASKS = re.compile(
    rf"\W*(?:(?:dạ|vâng|kính|kinh|thưa|thua|chào|chao|xin|da)\s+|{_YOU}\s+)*(?:{_ME}\s|(?:cho|xin|làm phiền|muốn)\s)",
    re.IGNORECASE,
)
# "bệnh viện em là tập thể thì …": on folded text, as long as the text.
_OF_THE_ASKER = re.compile(
    r"\W*(?:(?:con|the|vay)\s+)?(?:ben|co quan|don vi|truong|benh vien|phong|nha|cho|cong ty|tram|tinh|xa|phuong|so)\s+"
    r"(?:em|minh|toi|tui|bon em|chung em|chung toi|tui em|con|chau)\s+"
    r"(?:thi\s+)?(?:la|thuoc(?: dien| loai)?)\s+(?=\w+ \w+)"
)
_LEAST_WORDS = 2  # of a question behind an introduction
_ANY_DAY = date(2000, 1, 1)  # a time is found whatever the day
# Behind what is said; "nhi" and "ha" as people type them without marks.
_PARTICLE = (
    r"(?:ạ|á|à|ah|ak|z|zậy|zạ|zay|dzậy|dậy|v|vậy|vay|vại|vs|với|voi|nhỉ|nhể|hả|hở|hử|hỉ|hen|nhen|nghen|nhé|nhe|nhá|nha|ha"
    r"|thôi|thoi|cơ|cơ mà|cơ chứ|chứ|đấy|ấy nhỉ|thế nhỉ|luôn|luon|a)"
)
_AT_THE_END = re.compile(
    rf"""
    (?:
        [\s,.?!…~:)]+(?:{_PARTICLE}|(?:v|z|vậy|vay|thế|ạ|á|nhỉ|hả|nhé)\s+{_YOU}|{_YOU}\s+(?:ơi|oi|nhỉ|ạ)|{_HELP}\s+{_ME}|đi\s+(?:ạ|{_YOU}))
      | (?<=\w)[\s,]+(?:em|cháu)?\s*(?:cảm\ ơn|cám\ ơn|cam\ on|thanks|tks)(?:\s+(?:{_YOU}|ạ|nhiều|nhieu))*
      | (?:(?<=nào)|(?<=\ ai)|(?<=\ gì)|(?<=mấy)|(?<=nhiêu)|(?<=nhieu)|(?<=\ nao)|(?<=\ may)|(?<=đâu)|(?<=sao)|(?<=ngày)
          |(?<=không)|(?<=chưa)|(?<=\ dau)|(?<=\ gi)|(?<=\ ký)|(?<=\ ky))\s+(?:thế|the|nhi|ta|đó|rứa)
    )+[\s.?!,;…~:)]*\Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
# How words are clipped, where nothing else is meant by the letters.
_CLIPPED = (
    (re.compile(r"(?<!\w)(thì|thi)\s+s(?:ao)?(?=\W*\Z)", re.IGNORECASE), r"\1 sao"),
    (
        re.compile(r"(?<!\w)((?:ký|ky|ban hành|ban hanh|họp|hop|gửi|nộp)\s+(?:ngày|ngay))(?=\W*\Z)", re.IGNORECASE),
        r"\1 nào",
    ),
    (re.compile(r"(?<!\w)(hộ|ho)\s+(?:gđ|gd)(?!\w)", re.IGNORECASE), "hộ gia đình"),
    (re.compile(r"(?<!\w)(?:tnào|tnao|ntn|nthe nào)(?!\w)", re.IGNORECASE), "thế nào"),
    (re.compile(r"(?<!\w)(?:bnh|bnhiu)(?!\w)", re.IGNORECASE), "bao nhiêu"),
    (re.compile(r"(?<!\w)(?:kí)(?!\s+(?:hiệu|hieu))(?!\w)", re.IGNORECASE), "ký"),
    (
        re.compile(r"(?<!\w)(bị|được|bi|duoc)\s+(?:sửa|sua)(?!\s+(?:đổi|doi))(?:\s+(?:bởi|boi))?", re.I),
        r"\1 sửa đổi bởi",
    ),
    (re.compile(r"(?<!\w)(?:hlực|hluc)(?!\w)", re.IGNORECASE), "hiệu lực"),
    (
        re.compile(
            r"(?<!\w)(?:bác|bac|anh|chị|chi|cô|ông|ong|bà|chú|chu|sếp|sep|vị|vi|đồng chí|dong chi|lãnh đạo|lanh dao)"
            r"\s+(?:nào|nao)\s+(?:là\s+người\s+)?(?:ký|ky)(?!\w)",
            re.IGNORECASE,
        ),
        "ai ký",
    ),
    (re.compile(r"(?<!\w)(?:được|đc|dc|duoc)\s+(?:mấy|may)(?=\W*\Z)", re.IGNORECASE), "được bao nhiêu"),
    (
        re.compile(
            r"(?<!\w)(?:dùng|dung|xài|áp dụng)\s+(?:được|đc|dc|duoc)?\s*(?:đến|tới|den|toi)"
            r"\s+(?=(?:bao giờ|khi nào|ngày nào|bao gio|khi nao|ngay nao)(?!\w))",
            re.IGNORECASE,
        ),
        "hết hiệu lực ",
    ),
)


def without_particles(typed: str) -> str:
    """What was typed without particles around it and with clipped words in full; what says nothing else stays.

    >>> without_particles("Dạ cho em hỏi thêm, ai ký v ạ")
    'ai ký'
    """
    text = in_common_words(typed.strip())
    if own := _OF_THE_ASKER.match(fold(text)):
        text = text[own.end() :]
    for clipped, meant in _CLIPPED:
        text = clipped.sub(meant, text)
    while (
        not ends_with_label(text) and (ending := _AT_THE_END.search(text)) and _says_something(text[: ending.start()])
    ):
        text = text[: ending.start()] + ("?" if "?" in ending[0] else "")
    while (head := _HEAD.match(text)) and _says_something(text[head.end() :]):
        text = text[head.end() :]
    return text


def without_introduction(text: str) -> str:
    """The text behind the leave to ask, where what stands before only tells who asks; else the text itself.

    What names a document, a title, a place or a day there is what the question is about, and stays.

    >>> without_introduction("Em mới vào Sở Nội vụ, cho em hỏi ai ký Chỉ thị 41-CT/TW ạ?")
    'ai ký Chỉ thị 41-CT/TW ạ?'
    >>> without_introduction("theo Kế hoạch 9/KH-UBND, cho em hỏi ai ký")
    'theo Kế hoạch 9/KH-UBND, cho em hỏi ai ký'
    """
    leave = _LEAVE_TO_ASK.match(text)
    if leave is None or not _TELLS_WHO_ASKS.match(text) or len(text[leave.end() :].split()) < _LEAST_WORDS:
        return text
    named = {slot.kind for slot in slots_in(leave[0], _ANY_DAY)}
    return text if named - {SlotKind.UNIT} else text[leave.end() :]


def ends_with_label(text: str) -> bool:
    """Whether it ends with the letter of a provision, which is no particle: "điểm a".

    >>> ends_with_label("điểm a?"), ends_with_label("ai ký a")
    (True, False)
    """
    return re.search(r"(?<!\w)(?:diem|muc|phu luc|bang|phan)\s+[a-z]\W*\Z", fold(text)) is not None


def _says_something(text: str) -> bool:
    return any(word not in {"thi", "con", "the", "vay"} for word in fold(text).split())
