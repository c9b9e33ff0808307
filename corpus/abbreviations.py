"""Abbreviations of the trade as people type them, and what they stand for. For questions; documents keep theirs.

Sources: kinds of documents from Nghị định 30/2020/NĐ-CP, Phụ lục III (through `instrument_kinds`); the rest is the
usage of plans, reports and forms of offices.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from corpus.diacritics import is_syllable
from corpus.folding import fold
from corpus.instrument_kinds import kind_of_code

# Written form: readings, the most frequent first. Several readings are all searched for.
FIELD: Mapping[str, tuple[str, ...]] = {
    "TĐKT": ("thi đua, khen thưởng",),
    "TĐ-KT": ("thi đua, khen thưởng",),
    "TĐ": ("thi đua",),
    "HĐTĐKT": ("hội đồng thi đua, khen thưởng",),
    "HĐTĐ": ("hội đồng thi đua",),
    "HĐSK": ("hội đồng sáng kiến",),
    "CSTĐ": ("chiến sĩ thi đua",),
    "CSTĐCS": ("chiến sĩ thi đua cơ sở",),
    "CSTĐTQ": ("chiến sĩ thi đua toàn quốc",),
    "CSTT": ("chiến sĩ tiên tiến",),
    "LĐTT": ("lao động tiên tiến",),
    "TTLĐTT": ("tập thể lao động tiên tiến",),
    "TTLĐXS": ("tập thể lao động xuất sắc",),
    "TTTT": ("tập thể tiên tiến",),
    "ĐVQT": ("đơn vị quyết thắng",),
    "ĐVTT": ("đơn vị tiên tiến",),
    "CTĐ": ("cờ thi đua",),
    "BK": ("bằng khen",),
    "BKTTg": ("bằng khen của thủ tướng chính phủ",),
    "GK": ("giấy khen",),
    "KNC": ("kỷ niệm chương",),
    "HC": ("huân chương",),
    "HCLĐ": ("huân chương lao động",),
    "HCĐL": ("huân chương độc lập",),
    "AHLĐ": ("anh hùng lao động",),
    "AHLLVT": ("anh hùng lực lượng vũ trang nhân dân",),
    "AHLLVTND": ("anh hùng lực lượng vũ trang nhân dân",),
    "BMVNAH": ("bà mẹ việt nam anh hùng",),
    "NGND": ("nhà giáo nhân dân",),
    "NGƯT": ("nhà giáo ưu tú",),
    "TTND": ("thầy thuốc nhân dân",),
    "TTƯT": ("thầy thuốc ưu tú",),
    "NSND": ("nghệ sĩ nhân dân",),
    "NSƯT": ("nghệ sĩ ưu tú",),
    "GĐVH": ("gia đình văn hóa",),
    "TDP": ("tổ dân phố",),
    "SKKN": ("sáng kiến kinh nghiệm",),
    "SK": ("sáng kiến",),
    "NCKH": ("nghiên cứu khoa học",),
    "ĐHTT": ("điển hình tiên tiến",),
    "NTVT": ("người tốt, việc tốt",),
    "HTXSNV": ("hoàn thành xuất sắc nhiệm vụ",),
    "HTTNV": ("hoàn thành tốt nhiệm vụ",),
    "HTNV": ("hoàn thành nhiệm vụ",),
    "GPTĐ": ("giải phóng thủ đô",),
    "PTTĐ": ("phong trào thi đua",),
    "HS": ("hồ sơ",),
    "TTHC": ("thủ tục hành chính",),
    "LCS": ("lương cơ sở",),
    "KTXH": ("kinh tế - xã hội",),
    "KT-XH": ("kinh tế - xã hội",),
    "BCTT": ("báo cáo thành tích",),
    "TTLĐ": ("tập thể lao động",),
}

BODIES: Mapping[str, tuple[str, ...]] = {
    "UBND": ("ủy ban nhân dân",),
    "UB": ("ủy ban",),
    "HĐND": ("hội đồng nhân dân",),
    "MTTQ": ("mặt trận tổ quốc",),
    "UBMTTQ": ("ủy ban mặt trận tổ quốc",),
    "UBTVQH": ("ủy ban thường vụ quốc hội",),
    "TTg": ("thủ tướng chính phủ",),
    "TTCP": ("thủ tướng chính phủ",),
    "VPCP": ("văn phòng chính phủ",),
    "BNV": ("bộ nội vụ",),
    "BTC": ("bộ tài chính", "ban tổ chức"),
    "BGDĐT": ("bộ giáo dục và đào tạo",),
    "GDĐT": ("giáo dục và đào tạo",),
    "GD-ĐT": ("giáo dục và đào tạo",),
    "BYT": ("bộ y tế",),
    "BCA": ("bộ công an",),
    "SNV": ("sở nội vụ",),
    "QH-KT": ("quy hoạch - kiến trúc",),
    "QHKT": ("quy hoạch - kiến trúc",),
    "KHCN": ("khoa học và công nghệ",),
    "VHTT": ("văn hóa và thể thao",),
    "LĐLĐ": ("liên đoàn lao động",),
    "LHPN": ("liên hiệp phụ nữ",),
    "CCB": ("cựu chiến binh",),
    "TNCS": ("thanh niên cộng sản",),
    "BCH": ("ban chấp hành",),
    "BTV": ("ban thường vụ",),
    "BCĐ": ("ban chỉ đạo",),
    "BCT": ("bộ chính trị", "bộ công thương"),
    "TW": ("trung ương",),
    "TƯ": ("trung ương",),
    "CP": ("chính phủ",),
    "QH": ("quốc hội",),
    "VP": ("văn phòng",),
    "TP": ("thành phố",),
    "TX": ("thị xã",),
    "HCM": ("hồ chí minh",),
    "TPHCM": ("thành phố hồ chí minh",),
    "ĐVHC": ("đơn vị hành chính",),
    "CQĐP": ("chính quyền địa phương",),
    "TTHCC": ("trung tâm hành chính công",),
}

PEOPLE: Mapping[str, tuple[str, ...]] = {
    "CBCCVC": ("cán bộ, công chức, viên chức",),
    "CBCC": ("cán bộ, công chức",),
    "CCVC": ("công chức, viên chức",),
    "CCVCNLĐ": ("công chức, viên chức, người lao động",),
    "CBCCVCNLĐ": ("cán bộ, công chức, viên chức, người lao động",),
    "CBVC": ("cán bộ, viên chức",),
    "CNVC": ("công nhân, viên chức",),
    "NLĐ": ("người lao động",),
    "CB": ("cán bộ",),
    "VC": ("viên chức",),
    "PCT": ("phó chủ tịch",),
    "GĐ": ("giám đốc", "gia đình"),
    "PGĐ": ("phó giám đốc",),
    "ĐC": ("đồng chí",),
    "LLVT": ("lực lượng vũ trang",),
}

# A code of a kind of document that means other things too when no number follows.
AMBIGUOUS: Mapping[str, tuple[str, ...]] = {
    "KH": ("kế hoạch",),
    "NĐ": ("nghị định",),
    "ND": ("nội dung", "nhân dân"),
    "TT": ("thông tư", "thủ trưởng", "trung tâm"),
    "CT": ("chỉ thị", "chủ tịch"),
    "CTr": ("chương trình",),
    "QĐ": ("quyết định", "quy định"),
    "NQ": ("nghị quyết",),
    "KL": ("kết luận", "kỷ luật"),
    "HD": ("hướng dẫn",),
    "BC": ("báo cáo",),
    "TB": ("thông báo",),
    "TTr": ("tờ trình",),
    "CV": ("công văn",),
    "CĐ": ("công điện", "công đoàn"),
    "HĐ": ("hội đồng",),
    "HN": ("hội nghị",),
    "VBHN": ("văn bản hợp nhất",),
    "VBQPPL": ("văn bản quy phạm pháp luật",),
    "TTLT": ("thông tư liên tịch",),
    "NV": ("nhiệm vụ", "nội vụ"),
    "DN": ("doanh nghiệp",),
    "CQ": ("cơ quan",),
    "ĐV": ("đơn vị",),
}

# One letter and a dot before a name.
DOTTED: Mapping[str, tuple[str, ...]] = {"Q": ("quận",), "P": ("phường",), "H": ("huyện",), "X": ("xã",)}

_WRITTEN = re.compile(
    r"""
      (?P<number>\d+(?:/\d{4})?[/-][^\W\d_]\w*(?:[/-]\w+)*)     # a document number keeps its symbol: 88/KH-UBND
    | (?<![\w.])(?P<dotted>[QPHXqphx])\.(?=\s?[^\W_])           # Q. P. before a name
    | (?<![\w])(?P<hyphened>[^\W\d_]+-[^\W\d_]+)(?!\w)          # TĐ-KT
    | (?<![^\W_])(?P<plain>[^\W\d_]+)(?![^\W\d_])               # UBND; KH in KH88
    """,
    re.VERBOSE,
)
_NUMBER_FOLLOWS = re.compile(r"\.?\s*(?:(?:số|so)\b\s*:?\s*)?\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """One reading of an abbreviation at `text[start:end]`; an ambiguous one gives several."""

    start: int
    end: int
    written: str
    expansion: str


def expand(text: str) -> tuple[Abbreviation, ...]:
    """Every reading of every abbreviation in a question, typed with or without capitals and diacritics.

    >>> [found.expansion for found in expand("kh 88 cua ubnd")]
    ['kế hoạch', 'ủy ban nhân dân']
    """
    found = []
    for match in _WRITTEN.finditer(text):
        if match["number"]:
            continue
        for start, end in _pieces(match):
            readings = _readings(text, start, end, is_dotted=bool(match["dotted"]))
            found += [Abbreviation(start, end, text[start:end], expansion) for expansion in readings]
            if readings and match["hyphened"] and (start, end) == match.span():
                break
    return tuple(found)


def spell_out(text: str) -> str:
    """`text` with what each capitalised, unambiguous abbreviation stands for before it; the abbreviation stays.

    >>> spell_out("UBND phường trình HĐND")
    'ủy ban nhân dân UBND phường trình hội đồng nhân dân HĐND'
    """
    pieces, last = [], 0
    readings: dict[tuple[int, int], list[str]] = {}
    for found in expand(text):
        if found.written[:1].isupper():
            readings.setdefault((found.start, found.end), []).append(found.expansion)
    for (start, _), expansions in readings.items():
        if len(expansions) == 1:
            pieces += [text[last:start], expansions[0], " "]
            last = start
    return "".join([*pieces, text[last:]])


def _pieces(match: re.Match[str]) -> list[tuple[int, int]]:
    """The whole, then the parts of a hyphenated form: TĐ-KT is one abbreviation, UBND-HĐND two."""
    start, end = match.span("dotted") if match["dotted"] else match.span()
    if not match["hyphened"]:
        return [(start, end)]
    hyphen = start + match[0].index("-")
    return [(start, end), (start, hyphen), (hyphen + 1, end)]


def _readings(text: str, start: int, end: int, *, is_dotted: bool) -> tuple[str, ...]:
    written = text[start:end]
    if is_dotted:
        return DOTTED[written.upper()]
    entries = _table().get(fold(written), ())
    if not entries or not _is_meant(written, text):
        return ()
    if _NUMBER_FOLLOWS.match(text, end) and (kind := kind_of_code(written)):
        return (kind.lower(),)
    fitting = [readings for form, readings in entries if _agrees(written, form)]
    return tuple(dict.fromkeys(reading for readings in fitting for reading in readings))


def _is_meant(written: str, text: str) -> bool:
    """Letters that also make a syllable are an abbreviation in capitals only, and not where all is in capitals."""
    return not is_syllable(fold(written)) or (written.isupper() and not text.isupper())


def _agrees(written: str, form: str) -> bool:
    """Whether each diacritic of what was written is one of `form`: "nd" may be NĐ, "nđ" is not ND."""
    return all(letter in (wanted, fold(wanted)) for letter, wanted in zip(written.lower(), form.lower(), strict=True))


@cache
def _table() -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    table: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {}
    for part in (FIELD, BODIES, PEOPLE, AMBIGUOUS):
        for form, readings in part.items():
            table[fold(form)] = (*table.get(fold(form), ()), (form, readings))
    return table


def written_out(text: str) -> str:
    """`text` with each abbreviation replaced by its most frequent reading.

    >>> written_out("CSTĐ cơ sở").split()
    ['chiến', 'sĩ', 'thi', 'đua', 'cơ', 'sở']
    """
    first: dict[tuple[int, int], str] = {}
    for found in expand(text):
        first.setdefault((found.start, found.end), found.expansion)
    for (start, end), expansion in sorted(first.items(), reverse=True):
        text = f"{text[:start]} {expansion} {text[end:]}"
    return text
