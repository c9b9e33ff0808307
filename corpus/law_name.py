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
  | (?:ban\ hành|ban\ hanh|thông\ qua|thong\ qua|của|cua)(?=\s+(?:(?:từ|vào|tu|vao)\s+)?(?:(?:năm|nam|ngày|ngay)\s+)?\d)
  # what a question goes on with: "luật … số mấy", "luật … thay luật nào", "luật … khác luật cũ"
  | số(?=\s+(?:mấy|bao|nào|gì|hiệu)) | so(?=\s+(?:may|bao|nao|gi|hieu|với|voi)) | thay | thế\ nào | ký(?!\s+kết) | ai
  | sửa(?!\s+đổi) | hướng\ dẫn | huong\ dan | khác | chưa | chua | cần | dùng | áp\ dụng | ap\ dung | hay | vậy
  | ạ | nhé | hả | với(?=\s+(?:luật|nghị|thông|bộ)) | het(?=\s+(?:hieu|han|ap)) | con(?=\s+(?:hieu|han|ap|dung))
  | hồi | trước | sau | vẫn | đang | lúc | hoi(?=\s+(?:nam\s+)?\d) | truoc(?=\s+(?:nam|ngay)?\s*\d)
  | (?:tháng|thang)(?=\s*\d) | (?:quý|quy)(?=\s*(?:\d|i{1,3}v?(?!\w)))
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
    (?:\s+(?:mới|cũ|gốc|moi|cu|goc)(?=[\s,(]+\D{{0,24}}\d))?                     # "Luật TĐKT mới năm 2022"
    (?:\s+(?:được\s+|duoc\s+|đã\s+)?(?:ban\ hành|ban\ hanh|thông\ qua|thong\ qua|ra\ đời|ra\ doi|của|cua)
        (?:\s+(?:vào|từ|vao|tu))?(?=\s+(?:(?:năm|nam)\s+)?(?:19|20)\d\d))?
    (?:
        (?:\s*,?\s*\(?(?:năm\s+|nam\s+)?(?P<year>(?:19|20)\d\d)(?![\d/]|\s*[-–]\s*\d))
        # its number without the symbol: "Luật Thủ đô 39/2024", "Luật Thủ đô số 39 năm 2024"
      | \s*,?\s*(?:(?:số|so)\s*:?\s*)?(?P<serial>\d{{1,3}})
        (?:\s?/\s?|\s+(?:năm|nam)\s+)(?P<of>(?:19|20)\d\d)(?![\w/])
    )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
# A law by its year alone: "luật 2003", "luật cũ năm 2013", "luật ban hành năm 2005"; no project, no period.
_LAW_OF_A_YEAR = re.compile(
    r"""
    (?<!\w)(?<!pháp\ )(?<!phap\ )(?<!bộ\ )(?<!bo\ )(?<!dự\ )(?<!kỷ\ )(?<!ky\ )(?<!dự\ án\ )(?<!dự\ thảo\ )
    (?:luật|luat)
    (?:\s+(?:cũ|mới|gốc|cu|moi|goc))?
    (?:\s+(?:ban\ hành|ban\ hanh|thông\ qua|ra\ đời|ra\ doi|sửa\ đổi|sua\ doi|của|cua|hồi|hoi))?
    \s+(?:năm\s+|nam\s+)?(?P<year>(?:19|20)\d\d)
    (?![\w/]|[.,-]\d|\s*[-–]\s*\d|\s+(?:về|ve)\s+(?!thi\s|công\ tác\ thi|cong\ tac\ thi|khen))
    """,
    re.VERBOSE | re.IGNORECASE,
)
OWN_BRANCH = "Thi đua, khen thưởng"
_BRANCH = re.compile(r"(?:tdkt|thi\s+dua,?\s+khen\s+thuong)(?!\w)")


@dataclass(frozen=True, slots=True)
class LawName:
    """A law as named; the year is the one written after the name, or that of the number without symbol after it."""

    start: int
    end: int
    kind: str
    name: str
    year: int | None
    serial: int | None = None


def read_laws(text: str) -> list[LawName]:
    """Laws named in `text`: with a capital, a year, a short number, the name of this product's own branch, or by year.

    One called by its year alone bears the name of the law named before it, else of the one after it, else that of
    the branch.

    >>> [(law.name, law.year) for law in read_laws("theo Luật Thi đua, khen thưởng năm 2022 và luật pháp")]
    [('Thi đua, khen thưởng', 2022)]
    >>> [(law.name, law.year, law.serial) for law in read_laws("Luật Thủ đô 39/2024 khác luật 2012 chỗ nào")]
    [('Thủ đô', 2024, 39), ('Thủ đô', 2012, None)]
    """
    laws = []
    for match in _LAW.finditer(text):
        year = int(match["year"] or match["of"]) if match["year"] or match["of"] else None
        if match["name"][0].isupper() or year is not None or _BRANCH.match(fold(match["name"])):
            end = match.end() if year is not None else match.end("name")
            serial = int(match["serial"]) if match["serial"] else None
            name = " ".join(match["name"].split())
            laws.append(LawName(match.start(), end, kind_named(match["kind"]), name, year, serial))
    return sorted([*laws, *_of_a_year(text, laws)], key=lambda law: law.start)


def _of_a_year(text: str, named: list[LawName]) -> list[LawName]:
    laws = []
    for match in _LAW_OF_A_YEAR.finditer(text):
        if any(law.start < match.end() and match.start() < law.end for law in named):
            continue
        before = [law for law in named if law.end <= match.start()]
        name = [*before[-1:], *named[:1]][0].name if named else OWN_BRANCH
        laws.append(LawName(match.start(), match.end(), kind_named("luật"), name, int(match["year"])))
    return laws
