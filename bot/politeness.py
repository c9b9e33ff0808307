"""What is said around a question out of courtesy: "dạ cho em hỏi …", "… giúp em với ạ, em cảm ơn"."""

import re
from dataclasses import replace

from corpus.understanding import Reading

_ME = r"(?:em|tôi|toi|mình|minh|chị|chi|anh|cháu|chau|con|tớ|tui|bọn\ em|chúng\ tôi|chúng\ em)"
_YOU = (
    r"(?:bạn|ban|bot|ad|admin|anh\ chị|anh\ chi|các\ anh\ chị|cac\ anh\ chi|các\ bạn|cac\ ban|mọi\ người|moi\ nguoi"
    r"|cả\ nhà|ca\ nha|trợ\ lý|tro\ ly|anh|chị|chi|em|thầy|cô|sếp|các\ bác|bác)"
)
_SMALL = r"(?:ạ|à|nhé|nhe|nha|nhá|với|voi|đi|cái|chút|tí|xíu|nào|ơi|oi|nhiều|nhieu|trước|truoc|lắm|luôn)"
_KNOW = r"(?:hỏi|hoi|biết|biet)"
_ASK = rf"(?:{_KNOW})(?:\ (?:thêm|lại|chút|chut|tí|ti|xíu|một\ chút|1\ chút|mot\ chut|nhanh|là|rằng|về\ việc))*"
_THANKS = r"(?:cảm\ ơn|cám\ ơn|cam\ on|thanks|thank\ you|thank|tks|thks|đa\ tạ)"
_HELP = r"(?:giúp|giup|giùm|dùm|hộ)"
_EXPLAIN = (
    r"(?:tư\ vấn|tu\ van|giải\ đáp|giai\ dap|trả\ lời|tra\ loi|chỉ|hướng\ dẫn|tra\ cứu|tra\ cuu|tra"
    r"|kiểm\ tra|kiem\ tra|xem|cho\ biết)"
)

# One courtesy at the head; "đã" typed without its mark is no "dạ" unless one follows.
_HEAD = re.compile(
    rf"""
    \W*(?:
        (?:dạ|vâng|thưa|alo|hello|xin\ chào|xin\ chao|(?:chào|chao)(?!\ m[ừu]ng)|hi)(?:\ {_YOU})*(?:\ {_SMALL})*(?=\W)
      | da(?=\ (?:cho|xin|em|toi|thua|chao|vang)\ )
      | {_YOU}\ (?:ơi|oi)(?:\ {_SMALL})*(?=\W)
      | (?:làm\ ơn|lam\ on|vui\ lòng|vui\ long)(?:\ (?:cho|giúp|giup))?(?:\ {_ME})?(?:\ {_ASK})?(?=\W)
      | (?:{_ME}\ )?(?:xin\ |xin\ phép\ |làm\ ơn\ |lam\ on\ )?cho\ (?:{_ME}\ )?(?:xin\ )?(?:phép\ )?{_ASK}
            (?:\ {_SMALL})*(?=\W)
      | (?:{_ME}\ )?(?:xin|xin\ phép|muốn|muon|cần|can|định)\ {_ASK}(?=\W)
      | (?:{_ME}\ )?(?:nhờ|nho)\ {_YOU}\ (?:{_HELP}\ |{_EXPLAIN}\ )+(?:cho\ )?(?:{_ME}\ )?(?:{_SMALL}\ )*
      | {_YOU}\ (?:{_EXPLAIN}\ )?{_HELP}\ (?:cho\ )?{_ME}(?:\ (?:{_SMALL}|{_KNOW}))*(?=\W)
      | (?:{_EXPLAIN}\ )?{_HELP}\ {_ME}(?:\ (?:{_SMALL}|{_KNOW}))*(?=\W)
    )\s*[,:.;!…-]*\s*
    """,
    re.VERBOSE | re.IGNORECASE,
)
# All that stands between the question and the courtesy, read from its beginning only.
_GAP = r"(?<![\s,.;?!…])[\s,.;?!…]+"
# One courtesy at the end.
_TAIL = re.compile(
    rf"""
    (?:
        {_GAP}(?:(?:{_ME}|ad|bot)\ )?(?:xin\ |rất\ |chân\ thành\ |xin\ chân\ thành\ )*{_THANKS}
            (?:\ (?:{_YOU}|{_SMALL}|rất\ nhiều))*
      | {_GAP}(?:(?:mong|nhờ|nho|xin|rất\ mong)\ )?(?:được\ )?(?:{_YOU}\ )?{_EXPLAIN}\ (?:{_HELP}|cho|dùm)
            (?:\ (?:{_ME}|{_SMALL}))*
      | {_GAP}(?:mong|rất\ mong|nhờ|nho)\ (?:được\ )?(?:{_YOU}\ )?(?:{_EXPLAIN})(?:\ (?:{_ME}|{_SMALL}))*
      | {_GAP}{_HELP}\ {_ME}(?:\ {_SMALL})*
      | {_GAP}{_YOU}\ (?:ơi|oi)(?:\ {_SMALL})*
      # the particle alone only behind what already asks
      | (?:(?<=nào)|(?<=\ gì)|(?<=\ ai)|(?<=mấy)|(?<=nhiêu)|(?<=đâu)|(?<=không)|(?<=chưa)|(?<=\ sao)|(?<=ký))
            (?:\ (?:vậy|thế|hả|hở))*\ (?:ạ|nhỉ|nhé|nha|với\ ạ)
    )[\s.!?,;…~)]*+\Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LEAST_WORDS = 2  # of what is left, else the courtesy is what was said


def without_courtesies(reading: Reading) -> Reading:
    """The reading without what is said only out of courtesy; one that says nothing else stays.

    >>> text = "dạ cho em hỏi luật này còn hiệu lực không ạ, em cảm ơn"
    >>> without_courtesies(Reading(text, text, text, changed=False)).text
    'luật này còn hiệu lực không'
    """
    text = _without(_without(reading.text, _TAIL), _HEAD)
    if text == reading.text or len(text.split()) < _LEAST_WORDS:
        return reading
    return replace(reading, text=text, search_text=reading.search_text.replace(reading.text, text, 1))


def _without(text: str, courtesy: re.Pattern[str]) -> str:
    while True:
        found = courtesy.match(text) if courtesy is _HEAD else courtesy.search(text)
        rest = "" if found is None else text[found.end() :] if courtesy is _HEAD else text[: found.start()]
        if len(rest.split()) < _LEAST_WORDS:
            return text
        text = rest
