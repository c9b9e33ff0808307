"""Finds what names a document in a text: full numbers, short numbers, names of laws. Offsets are those of the text."""

import re
from dataclasses import dataclass

from corpus.folding import fold
from corpus.identifier import DocumentNumber, kind_of, parse_number
from corpus.instrument_kinds import KINDS, canonical_code, kind_named, kind_of_code
from corpus.law_name import read_laws
from corpus.quantity_after import counts

# What people write before a number without a symbol; the rest of Phụ lục III would catch "dự án 2", "quy định 10".
_SHORT_KINDS = (
    *("Nghị định", "Thông tư liên tịch", "Thông tư", "Nghị quyết", "Quyết định", "Chỉ thị", "Kế hoạch", "Hướng dẫn"),
    *("Kết luận", "Thông báo", "Công điện", "Chương trình", "Báo cáo", "Phương án", "Đề án", "Tờ trình", "Công văn"),
    *("Bộ luật", "Luật", "Pháp lệnh", "Sắc lệnh", "Văn bản hợp nhất", "Quy chế"),
)
_SHORT_CODES = (
    "NĐ",
    "TTLT",
    "TT",
    "NQ",
    "QĐ",
    "CTr",
    "CT",
    "KH",
    "HD",
    "KL",
    "TB",
    "CĐ",
    "BC",
    "PA",
    "ĐA",
    "TTr",
    "CV",
)
# Only these carry the year in their number; "kế hoạch 10/2024" is a plan for October.
_KINDS_WITH_YEAR = frozenset(
    {"Nghị định", "Thông tư", "Thông tư liên tịch", "Nghị quyết", "Quyết định", "Luật", "Pháp lệnh"}
)
_PLAUSIBLE_YEARS = range(1945, 2100)

_KIND_NAMES = "|".join(fold(kind).replace(" ", r"\s+") for kind in KINDS)
_SHORT_KIND_NAMES = "|".join(fold(kind).replace(" ", r"[ \t]+") for kind in _SHORT_KINDS)
_SHORT_CODE_NAMES = "|".join(fold(code) for code in _SHORT_CODES)

_FULL = re.compile(
    r"""
    (?<![\w/.,-])
    \d{1,6}                                     # 0124
    \s?[-–/]\s?
    (?:(?:19|20)\d\d\s?/\s?)?                   # 2025/
    [a-z][a-z0-9&]{0,12}                        # KH, QH15
    (?:\s?[-–/]\s?[a-z][a-z0-9&]{0,12})?        # -UBND; spaces stand only before the first organ
    (?:[-–/.][a-z][a-z0-9&]{0,12}(?![a-z]))*    # -HCTĐ, .VX
    (?!\w)
    """,
    re.VERBOSE,
)

_KIND_BEFORE = re.compile(
    rf"""
    (?<!\w)
    (?P<kind>{_KIND_NAMES}|{_SHORT_CODE_NAMES})
    (?P<between>
        (?:\s+(?:hanh\s+dong|phoi\s+hop|lien\s+tich|lien\s+nganh|ca\s+biet))?   # "Kế hoạch hành động số"
        \s*:?\s*(?:so\s*)?:?\s*
    )$
    """,
    re.VERBOSE,
)

_SHORT = re.compile(
    rf"""
    (?<!\w)
    (?P<kind>{_SHORT_KIND_NAMES}|{_SHORT_CODE_NAMES})
    [ \t]*(?P<explicit>so\s*:?\s*)?                       # on one line: "KẾ HOẠCH" above "1." is none
    (?P<serial>\d{{1,6}})
    (?:(?:\s?[/-]\s?|\.|\s+nam\s+)(?P<year>(?:19|20)\d\d))?
    (?!\w|[./,-]\d|\s?%|\s*[-–]\s*(?:19|20)\d\d)                             # no date, ratio, share or period
    """,
    re.VERBOSE,
)
# "Thông tư Bộ Nội vụ 15/2025": what it is about or who issued it stands between kind and number. Greater than any
# month, for "nghị định mới 7/2025" speaks of July.
_DISTANT = re.compile(
    rf"""
    (?<!\w)
    (?P<kind>nghi\s+dinh|thong\s+tu|nghi\s+quyet|quyet\s+dinh|phap\s+lenh|nd|tt|nq|qd)
    (?:\s+(?!(?:nao|gi|tu|den|toi|truoc|sau|vao|hoi|ngay|thang|nam|quy|so|va|voi|theo|tai|dieu|khoan|diem|la
        |{_KIND_NAMES}|{_SHORT_CODE_NAMES})(?!\w))[^\W\d_]+){{1,7}}
    \s+(?:so\s*:?\s*)?
    (?P<serial>1[3-9]|[2-9]\d|[1-9]\d\d)\s?/\s?(?P<year>(?:19|20)\d\d)
    (?!\w|[./,-]\d|\s?%)
    """,
    re.VERBOSE,
)

# "KH 15, 16 và 23 của …": the next number of the same kind; one digit alone mostly counts something.
_ANOTHER = re.compile(
    r"""
    [ \t]*(?:[,;+&]|(?<!\w)(?:va|voi|cung)(?!\w))[ \t]*(?:va[ ])?(?:so\s*:?\s*)?
    (?P<serial>\d{2,6})
    (?:\s?/\s?(?P<year>(?:19|20)\d\d))?
    (?!\w|[./,-]\d|[./-]\w|\s?%|\s*[-–]\s*\d)
    """,
    re.VERBOSE,
)
# What a number before it counts that is no unit of time or money.
_COUNTED_NOUN = re.compile(
    r"[ \t]+(?:nguoi|ca nhan|tap the|don vi|co quan|xa|phuong|tinh|huyen|so|bo|nganh|cap|nhiem vu|giai phap|chi tieu"
    r"|diem|truong|ho|du an|cong trinh|ho so|van ban|muc|noi dung|nhom|loai|cai|viec|can bo|hoc sinh|dai bieu|dieu"
    r"|khoan|phan tram|ky|dot|cuoc|buoi|lop|mo hinh|hoi vien|doan vien|ngan|gio|phut|nien|mau|trang|ban|suat|can)(?!\w)"
)
_MOST_LISTED = 12
# Of a listed number that stands before a unit this is asked: behind the first, "10 ngày" is a time whatever its kind.
_KIND_OF_A_TIME = "Kế hoạch"


@dataclass(frozen=True, slots=True)
class ShortNumber:
    """A number without its symbol: "NĐ 152", "TT 15/2025"."""

    serial: int
    kind: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """One name of a document: its span, and where context after it begins (`end`)."""

    start: int
    end: int
    kind: str
    number: DocumentNumber | None = None
    short: ShortNumber | None = None
    title: str = ""
    year: int | None = None
    says_kind: bool = False  # the kind is written, not concluded from the symbol


def read_names(text: str) -> list[Named]:
    """Every document that `text` (NFC) names, in order; spans do not overlap."""
    folded = fold(text)
    names = _full_numbers(text, folded)
    for more in (_short_numbers(text, folded), _laws(text), _distant_numbers(text, folded)):
        names += [one for one in more if not any(one.start < other.end and other.start < one.end for other in names)]
    return sorted(names, key=lambda one: one.start)


def _full_numbers(text: str, folded: str) -> list[Named]:
    names: list[Named] = []
    for match in _FULL.finditer(folded):
        written = text[match.start() : match.end()]
        try:
            number = parse_number(written)
        except ValueError:
            continue
        start, kind, title = _before(text, folded, match.start(), number)
        if _is_symbol(number, written, has_kind=bool(kind)):
            meant = kind or kind_of(number.symbol)
            names.append(Named(start, match.end(), meant, number, None, title, number.year, says_kind=bool(kind)))
    return names


def _is_symbol(number: DocumentNumber, written: str, *, has_kind: bool) -> bool:
    """Whether the letters after the serial are a symbol of an instrument, not "24/7", "5/ha" or "12/huyện"."""
    first, *others = re.split(r"[-/.]", number.symbol)
    if re.fullmatch(r"(?:UBTV)?QH\d{1,2}", first):
        return number.year is not None
    is_code = bool(kind_of(number.symbol)) or first == "L"
    if is_code and (others or has_kind):
        return True
    letters = re.sub(r"[\W\d_]", "", written)
    return letters.isupper() and len(letters) >= 4 and (bool(others) or has_kind)


def _before(text: str, folded: str, start: int, number: DocumentNumber) -> tuple[int, str, str]:
    """Where the name begins, the kind written before the number, and the name of a law that stands between them."""
    window = max(0, start - 40)
    match = _KIND_BEFORE.search(folded[window:start])
    if match is not None:
        kind_start = window + match.start()
        written = text[kind_start : window + match.end("kind")]
        kind = kind_named(match["kind"]) or (kind_of_code(match["kind"]) if _is_spelt(written, match["kind"]) else "")
        if kind:
            return kind_start, kind, ""
    if number.symbol[:2] == "QH" or number.symbol.startswith("UBTVQH"):
        law = _law_before(text, folded, start)
        if law is not None:
            return law
    word_so = re.search(r"(?<!\w)so\s*:?\s*$", folded[window:start])
    return (window + word_so.start() if word_so else start), "", ""


def _law_before(text: str, folded: str, start: int) -> tuple[int, str, str] | None:
    """The law's name between kind and number: "Luật Tổ chức Chính phủ số 63/2025/QH15"."""
    sentence = max(folded.rfind(mark, 0, start) for mark in (";", ".", "\n\n", ":")) + 1
    match = re.search(
        r"(?<!\w)(?P<kind>bo luat|luat|phap lenh|nghi quyet)\s+(?P<name>[^;:.()\d]{2,160}?)\s*(?:so\s*:?\s*)?$",
        folded[sentence:start],
    )
    if match is None or match["name"].startswith("so "):
        return None
    name = text[sentence + match.start("name") : sentence + match.end("name")]
    return sentence + match.start(), kind_named(match["kind"]), _one_line(name)


def _short_numbers(text: str, folded: str) -> list[Named]:
    names = []
    for match in _SHORT.finditer(folded):
        written = text[match.start("kind") : match.end("kind")]
        kind = kind_named(match["kind"]) or (kind_of_code(match["kind"]) if _is_spelt(written, match["kind"]) else "")
        serial, year = int(match["serial"]), int(match["year"]) if match["year"] else None
        is_year = serial in _PLAUSIBLE_YEARS and len(match["serial"]) == 4 and match["explicit"] is None
        is_month = year is not None and kind not in _KINDS_WITH_YEAR and "nam" not in match[0] and serial <= 12
        is_quantity = year is None and match["explicit"] is None and counts(text, folded, match.end(), kind)
        if kind and not is_year and not is_month and not is_quantity:
            names.append(Named(match.start(), match.end(), kind, short=ShortNumber(serial, kind, year), year=year))
            names += _listed_after(text, folded, names[-1])
    return names


def _listed_after(text: str, folded: str, first: Named) -> list[Named]:
    """The numbers that go on where a short one ends: of the same kind, each a document of its own."""
    listed: list[Named] = []
    place = first.end
    while len(listed) < _MOST_LISTED and (match := _ANOTHER.match(folded, place)):
        serial, year = int(match["serial"]), int(match["year"]) if match["year"] else None
        is_year = serial in _PLAUSIBLE_YEARS and len(match["serial"]) == 4
        place = match.end()
        if is_year or counts(text, folded, place, _KIND_OF_A_TIME) or _COUNTED_NOUN.match(folded, place):
            break
        short = ShortNumber(serial, first.kind, year)
        listed.append(Named(match.start("serial"), place, first.kind, short=short, year=year))
    return listed


def _distant_numbers(text: str, folded: str) -> list[Named]:
    """Numbers that stand away from their kind, "Thông tư Bộ Nội vụ 15/2025"; the name is all from kind to number."""
    names = []
    for match in _DISTANT.finditer(folded):
        written = text[match.start("kind") : match.end("kind")]
        kind = kind_named(match["kind"]) or (kind_of_code(match["kind"]) if _is_spelt(written, match["kind"]) else "")
        if kind:
            short = ShortNumber(int(match["serial"]), kind, int(match["year"]))
            names.append(Named(match.start(), match.end(), kind, short=short, year=short.year))
    return names


def _is_spelt(written: str, folded_code: str) -> bool:
    """Whether `written` is the abbreviation: "NĐ", "nđ", "nd", but not "đã" for ĐA or "tt." inside a word."""
    code = canonical_code(folded_code)
    lower = written.lower().replace("ð", "đ")
    if lower == code.lower():
        return lower != "da" or written.isupper()
    return lower == folded_code and folded_code != "da"


def _laws(text: str) -> list[Named]:
    return [
        Named(
            law.start,
            law.end,
            law.kind,
            short=ShortNumber(law.serial, law.kind, law.year) if law.serial else None,
            title=law.name,
            year=law.year,
        )
        for law in read_laws(text)
    ]


def _one_line(text: str) -> str:
    return " ".join(text.split())
