"""How people ask for the base salary (mức lương cơ sở): how much, since when, what it was and how it changed."""

import re
from enum import StrEnum

from bot.question import Question
from corpus.normalise import fold

# All on folded text.
_BASE_SALARY = r"(?:muc )?luong (?:co so|cs)|luong toi thieu khu vuc cong|lcs"
_WHEN = r"(?:khi nao|bao gio|luc nao|hoi nao|(?:ngay|thang|nam|thoi diem) (?:nao|may|bao nhieu)|bao lau)"
_WHEN_SPELT = _WHEN.replace(" ", r"\ ")  # in a verbose pattern
# Something else that has to do with it: a reward, a coefficient, who it is for, how it is used.
_OTHER_THING = re.compile(
    r"""
    (?<!\w)(?:
        thuong(?!\ (?:vu|truc|xuyen)) | danh\ hieu | bang\ khen | giay\ khen
      | he\ so | (?:bao\ nhieu|may|\d+(?:,\d+)?)\ lan | gap
      | doi\ tuong | (?:ap\ dung|danh)\ cho\ (?:ai|nhung\ ai|doi\ tuong) | ai\ (?:duoc|huong)
      | de\ (?:lam\ gi|tinh\ gi) | la\ gi | phu\ cap | nguon | kinh\ phi | vi\ sao | tai\ sao | co\ quan\ nao
      | ai\ (?:quy|dieu|ban|ky)
    )(?!\w)
    """,
    re.VERBOSE,
)
_CHANGE = re.compile(
    rf"""
    (?<!\w)(?:
        thay\ doi | bien\ dong | lich\ su | qua\ (?:cac|tung)(?:\ (?:nam|thoi\ ky|lan|nghi\ dinh|nd))
      | (?:tung|moi)\ (?:nam|giai\ doan|thoi\ ky)
      | (?:tang|dieu\ chinh|nang|chenh)(?:\ \w+){{0,3}}?
        \ (?:bao\ nhieu|may|{_WHEN_SPELT}|the\ nao|ra\ sao|khong|chua|so\ voi|len)
      | tu\ bao\ nhieu | so\ voi | khac\ (?:gi|nhau|the\ nao) | so\ sanh | chenh\ lech | cac\ muc | nhung\ muc
    )(?!\w)
    """,
    re.VERBOSE,
)
_SINCE = re.compile(rf"(?<!\w)(?:{_WHEN})(?!\w)")
_AMOUNT = re.compile(
    r"""
    (?<!\w)(?:bao\ nhieu | may\ (?:trieu|tien|dong) | muc\ (?:nao|may|gi) | (?:the\ nao|ra\ sao|nhu\ the\ nao)
        | hien\ (?:nay|hanh|tai|gio) | bay\ gio | moi(?:\ nhat)? | cu | truoc\ (?:day|kia|do) | dang\ ap\ dung
        | nam\ (?:nay|ngoai) | (?:19|20)\d\d | thang\ \d | ngay\ \d | \d{1,2}/\d{1,2}|nao)(?!\w)
    """,
    re.VERBOSE,
)
# "2.530.000", "2530000", "2,53 triệu", "2tr53", "2 triệu 530"
_SUM = re.compile(
    r"""
    (?<![\d.,/])(?:
        (?P<whole>\d{1,2}(?:[.,]?\d{3}){2})(?!\d)
      | (?P<millions>\d{1,2})(?:[.,](?P<decimals>\d{1,3}))?\s*(?:trieu|tr|cu)(?:\s*(?P<rest>\d{1,3}))?(?!\d)
    )
    """,
    re.VERBOSE,
)


class BaseSalaryQuestion(StrEnum):
    """What is wanted to know of the base salary."""

    AMOUNT = "amount"  # lương cơ sở bao nhiêu
    SINCE = "since"  # lương cơ sở 2.530.000 từ bao giờ
    CHANGE = "change"  # lương cơ sở tăng từ bao nhiêu lên bao nhiêu


def base_salary_asked(question: Question) -> BaseSalaryQuestion | None:
    """What the question asks of the base salary itself; None when of something reckoned from it or bound to it."""
    folded = fold(question.reading.text)
    about = re.search(rf"(?<!\w)(?:{_BASE_SALARY})(?!\w)", folded)
    if about is None or question.provisions or _OTHER_THING.search(folded):
        return None
    if _CHANGE.search(folded):
        return BaseSalaryQuestion.CHANGE
    if _SINCE.search(folded):
        return BaseSalaryQuestion.SINCE
    for reference in sorted(question.documents, key=lambda one: -one.start):
        folded = f"{folded[: reference.start]} {folded[reference.end :]}"
    is_all = not re.sub(rf"(?<!\w)(?:{_BASE_SALARY}|la|cua|theo|o|trong|tai|ay|day|a|nhe)(?!\w)", "", folded).strip(
        " ?.,"
    )
    return BaseSalaryQuestion.AMOUNT if is_all or _AMOUNT.search(folded) or sum_named(question) else None


def asks_former(question: Question) -> bool:
    """Whether it asks for the former one; typed without marks "cũ" cannot be told from "cứ"."""
    return re.search(rf"(?<!\w)(?:{_BASE_SALARY}) cu(?!\w)", fold(question.reading.text)) is not None


def sum_named(question: Question) -> int | None:
    """The sum in đồng that the question gives; None when it gives none."""
    found = _SUM.search(fold(question.reading.text))
    if found is None:
        return None
    if found["whole"]:
        return int(re.sub(r"\D", "", found["whole"]))
    behind = found["decimals"] or found["rest"] or ""
    return int(found["millions"]) * 1_000_000 + int(behind.ljust(3, "0") or 0) * 1_000
