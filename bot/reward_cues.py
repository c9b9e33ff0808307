"""The words that ask how much money a reward is, as data; matched on folded text."""

import re

from bot.question import Question
from corpus.normalise import fold

# "Thưởng" that means money: not khen thưởng, tặng thưởng, nor another word that is typed so without its marks.
_REWARD = (
    r"(?<!khen\ )(?<!tang\ )(?<!giai\ )(?<!phan\ )(?<!quy\ )thuong(?!\w)"
    r"(?!\ (?:truc|xuyen|vu|nien|binh|mai|tin|nong|quyen|ngay|dan|thi|hay|luong|thuc|nghiem)(?!\w))"
)
_SUM = r"(?:(?:bao\ )?nhieu|bn|bnhieu|may)"
# Where a question ends: with particles of politeness, at a comma, or before the time and the case that it is about.
_END = (
    r"(?=(?:\ (?:a|vay|the|nhi|ha|ta|em|anh|chi|ad|nhe|roi|do|day|hien\ (?:nay|tai)|bay\ gio|thi|nay|luon|dong|co))*"
    r"(?:\W*\Z|\ ?[,;?.]|\ (?:(?:vao|trong|hoi|tu)\ )?(?:thang|quy|quyet\ dinh|qd|ky|neu|khi|theo|ngay|nam)\ ))"
)
_MONEY = re.compile(
    rf"""
    (?<!\w)(?:
        tien\ thuong | muc\ (?:tien\ )?thuong
      | (?:bao\ nhieu|may|bn)\ (?:chuc\ |tram\ )?(?:tien|dong|trieu|nghin|ngan|cu)(?!\w)
      | nhieu\ tien{_END}                                                   # "được thưởng nhiêu tiền"
      | (?:(?<!khen\ )(?<!tang\ )|(?<=bang\ khen\ )|(?<=giay\ khen\ ))thuong
        \ (?:la\ )?(?:bao\ nhieu|bn|the\ nao|ra\ sao|sao)
        (?!\ (?:lan|nguoi|danh|bang|giay|huan|co)(?!\w))
      | {_REWARD}(?:\ [\w/.,-]+){{0,9}}?\ (?:la\ |duoc\ )?{_SUM}{_END}
      | {_REWARD}(?:\ [\w/.,-]+){{0,9}}?\ tinh\ (?:nhu\ )?(?:the\ nao|ra\ sao|sao){_END}
      | (?<!khen\ )(?<!tang\ )thuong(?:\ [\w/.,-]+){{1,16}}?\ khac\ (?:nhau|gi|the\ nao)
      | (?:nhan|linh|lanh|huong|duoc|lay|lam)(?:\ (?:duoc|ve|tong|tong\ cong|tat\ ca|ca\ thay|het|thuong))*
        \ {_SUM}{_END}
      | tong(?:\ (?:cong|so))?(?:\ tien)?(?:\ (?:la|duoc|linh|nhan|huong|thuong|duoc\ thuong))*\ {_SUM}{_END}
    )
    """,
    re.VERBOSE,
)
# … and nothing else about it: a coefficient, a time, who pays, from what, under which document, whether it is due.
_OTHER_THING = re.compile(
    r"""
    (?<!\w)(?:
        he\ so | gap | (?:bao\ nhieu|may)\ (?:(?:ngay|nam|thang)(?!\ \d)|lan|nguoi|phan\ tram|khoan)
      | phan\ tram | ty\ le | ti\ le
      | khi\ nao | bao\ gio | luc\ nao | ngay\ nao | bao\ lau | thoi\ (?:han|diem|gian)\ nao
      | han\ (?:chot|cuoi|nop|gui|xet|trinh|la) | (?:mot|1)\ lan
      | ai | (?:don\ vi|co\ quan|cap|noi)\ nao | o\ dau | nguon | lay\ tu | chi\ tu | trach\ nhiem
      | quy\ (?:thi|khen|tien|nao|luong|cua) | nguyen\ tac
      | (?:van\ ban|nghi\ dinh|thong\ tu|luat|dieu|khoan|quyet\ dinh)\ nao | can\ cu\ (?:nao|vao|gi|phap)
      | thu\ hoi | nop\ lai | hoan\ tra | lam\ tron | thay\ doi | ho\ so | thu\ tuc | tieu\ chuan | dieu\ kien
      | phieu | so\ luong | chi\ tieu | hinh\ thuc\ (?:gi|nao)
    )(?!\w)
    """,
    re.VERBOSE,
)
# "Thưởng LĐTT tháng 6/2026", as one says "giá vàng hôm nay": the reward named first and nothing asked of it.
_POLITE = (
    r"(?:(?:da|cho|xin|vui|long|em|anh|chi|minh|toi|ad|bot|oi|a|hoi|biet|giup|tra|xem|ve|la|thi|muon|duoc|theo"
    r"|hien\ nay|bay\ gio|nay)[\ ,:]*)*"
)
_NAMED_FIRST = re.compile(rf"\A\W*{_POLITE}{_REWARD}\ \w", re.VERBOSE)
_ASKS_ELSE = re.compile(
    r"(?<!\w)(?:nao|gi|j|khong|ko|k|chua|dau|ai|sao|may|lam gi|hay|phai|duoc xet|vi|do|boi|den tu|bang)(?!\w)(?! khen)"
)


def asks_sum(question: Question) -> bool:
    """Whether the question asks for the sum of a reward; whether what it names has one, the documents must tell."""
    folded = " ".join(fold(question.reading.text).split())
    if question.provisions or _OTHER_THING.search(folded):
        return False
    return bool(_MONEY.search(folded) or (_NAMED_FIRST.search(folded) and not _ASKS_ELSE.search(folded)))
