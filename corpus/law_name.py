"""Finds laws that a text names without their number: "Luật Thi đua, khen thưởng năm 2022"."""

import re
from dataclasses import dataclass

from corpus.folding import fold
from corpus.instrument_kinds import kind_named

_LONGEST_NAME = 20  # words; "sửa đổi, bổ sung một số điều của Luật …" is among the longest

# What ends a name, exactly as spelt: "do" ends it, the "đô" of Thủ đô does not; "số" only before a number.
_ENDS_NAME = r"""
    năm | ngày | quy\ định | được | do | này | có | đã | thì | là | nói | hiện | hiệu | theo | tại | trên
        | trong | cho | khi
  | như | còn | hết | bị | vào | mới | cũ | gì | nào | bao | mấy | hoặc | ra | phải | gồm | để | thuộc
        | bảo\ đảm | đảm\ bảo
  | ước | sẽ | chỉ | không | căn\ cứ | thực\ hiện | về\ việc | sát | nhằm | từ | sở | ubnd | ủy
  | số(?=\s*:?\s*\d) | điều(?=\s*\d) | khoản(?=\s*\d) | điểm(?=\s*\w\b) | của(?=\s+(?:quốc\ hội|chính\ phủ))
  | và\ (?:các|luật|nghị|bộ|văn\ bản|pháp\ luật|chịu)
  | nam(?=\s+\d) | ngay | quy\ dinh | duoc | nay | co\ hieu | gi | nao | so(?=\s*\d) | dieu(?=\s*\d) | khoan(?=\s*\d)
  | diem(?=\s*\w\b) | va\ (?:cac|luat|nghi|bo)
"""
_LAW = re.compile(
    rf"""
    (?<!\w)(?<!pháp\ )(?<!phap\ )
    (?P<kind>bộ\ luật|bo\ luat|luật|luat|pháp\ lệnh|phap\ lenh)\s+
    (?P<name>
        (?!(?:sư|pháp|lệ|định|khác|bất|su|phap|và|về|của|{_ENDS_NAME})(?!\w))            # "luật sư", "luật này"
        [^\W\d_]+
        (?:
            # A comma stands inside a name only between the halves of a compound.
            (?:\s+|,\s(?=khen\s|chống|chữa|cứu|bổ\ sung|nhập|quá\ cảnh|cư\ trú|trật\ tự|chong|chua\ chay|bo\ sung))
            (?!(?:{_ENDS_NAME})(?!\w))
            [^\W\d_]+
        ){{0,{_LONGEST_NAME}}}
    )
    (?:\s*,?\s*(?:năm\s+|nam\s+)?(?P<year>(?:19|20)\d\d)(?![\d/]))?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BRANCH = re.compile(r"(?:tdkt|thi\s+dua,?\s+khen\s+thuong)(?!\w)")


@dataclass(frozen=True, slots=True)
class LawName:
    """A law as named; the year is the one written after the name."""

    start: int
    end: int
    kind: str
    name: str
    year: int | None


def read_laws(text: str) -> list[LawName]:
    """Laws named in `text`: with a capital, a year, or the name of this product's own branch.

    >>> [(law.name, law.year) for law in read_laws("theo Luật Thi đua, khen thưởng năm 2022 và luật pháp")]
    [('Thi đua, khen thưởng', 2022)]
    """
    laws = []
    for match in _LAW.finditer(text):
        year = int(match["year"]) if match["year"] else None
        if match["name"][0].isupper() or year is not None or _BRANCH.match(fold(match["name"])):
            end = match.end() if year is not None else match.end("name")
            name = " ".join(match["name"].split())
            laws.append(LawName(match.start(), end, kind_named(match["kind"]), name, year))
    return laws
