"""The letterhead and title block of an instrument, as Nghị định 30/2020/NĐ-CP, Phụ lục I, lays them out.

Its two columns arrive flattened: one cell after the other between "|" lines, "cell | cell" rows, both on one line
with a gap, or without a gap at all. What the layout fixes is used instead of where things stand: capitals, the motto,
"Số:", "…, ngày … tháng … năm …".
"""

import re
from dataclasses import dataclass
from datetime import date

from corpus.identifier import DocumentNumber, parse_number
from corpus.instrument_kinds import KINDS, kind_named
from ingest.organ_case import organ_case

_SEARCHED = 9000  # characters from the beginning in which a letterhead is looked for; a saved page puts menus before it

_MOTTO = re.compile(
    r"""
    C[ỘO]NG\s+H[ÒO]A\s+X[ÃA]\s+H[ỘO]I\s+CH[ỦU]\s+NGH[ĨI]A\s+VI[ỆE]T\s+NAM      # of the State
  | Đ[ẢA]NG\s+C[ỘO]NG\s+S[ẢA]N\s+VI[ỆE]T\s+NAM                                 # of the Party (Quy định 66-QĐ/TW)
    """,
    re.VERBOSE,
)
_MOTTO_SECOND = re.compile(r"Độc\s+lập\s*[-–]\s*Tự\s+do\s*[-–]\s*Hạnh\s+phúc", re.IGNORECASE)
_NUMBER_LINE = re.compile(
    r"""
    (?:^|[|.\n]|(?<=\s\s\s))[ \t*#>|]{0,30}  # a line, a cell or a sentence begins
    (?: (?P<after_kind>(?:Bộ\ luật|Luật|Lệnh|Pháp\ lệnh|Nghị\ quyết|Nghị\ định)\s+số) | S[ốÔỐ] )\s*:?\s*
    (?P<number>
        \d{1,6}[ \t]*[-–/][ \t]*(?:\d{4}[ \t]*/[ \t]*)?[A-ZĐÐ][\wĐÐđ&]*
        (?:[ \t]?[-–/][ \t]?[A-ZĐÐ][\wđ&]*)?(?:[-–/.][A-ZĐÐ][\wđ&]*)*
    )
    (?(after_kind)(?=[ \t*|]*$))                                                # "Luật số: …" fills its line
    """,
    re.VERBOSE | re.MULTILINE,
)
_BLANK_NUMBER = re.compile(r"S[ốỐ]\s*:[ \t.…_]*[-/][ \t]*[A-ZĐÐ][\wĐÐ&]*(?:[-/][A-ZĐÐ][\w&]*)*")
_DATE_LINE = re.compile(
    r"""
    (?:(?<!\w)(?P<place>[^\W\d_]+(?:[ \t.-]+[^\W\d_]+|\n[^\W\d_]+){0,5})\s*,\s*)?        # Đắk Lắk,
    ng[àa]y\s*(?P<day>\d{1,2}|[.…_]*)\s*th[áa]ng\s*(?P<month>\d{1,2}|[.…_]*)\s*n[ăa]m\s*(?P<year>\d{4}|[.…_\d]*)
    """,
    re.VERBOSE,
)
_HEADING_KINDS = "|".join(kind.upper().replace(" ", r"\s+") for kind in (*KINDS, "Thông báo kết luận"))
_KIND_LINE = re.compile(rf"^[ \t*#>|]*(?P<kind>{_HEADING_KINDS})(?!\w)[ \t*|:]*(?P<rest>[^\n|]*)$", re.MULTILINE)
_LETTER_SUBJECT = re.compile(r"^[ \t*|]*V/v:?[ \t]*(?P<subject>.+(?:\n(?![|\s]|Kính|.*ngày\s).+)*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What stands before the body; `title_start` is where the title's own lines begin, after the kind."""

    start: int
    title_start: int
    number: DocumentNumber | None
    kind: str
    first_title_line: str
    issuers: tuple[str, ...]  # outermost first, in the case of running text
    place: str
    issued_on: date | None
    warnings: tuple[str, ...]


def read_letterhead(text: str) -> Letterhead | None:
    """The letterhead of the instrument in `text`, None when the text has none of its own."""
    searched = text[:_SEARCHED]
    motto, number_line = _MOTTO.search(searched), _own_number_line(searched)
    if motto is None and number_line is None:
        return None
    anchor = min(match.start() for match in (motto, number_line) if match is not None)
    latest = max(match.end() for match in (motto, number_line) if match is not None and match.start() < anchor + 1500)
    kind_line = _kind_line(text, latest)
    start = _start(text, anchor)
    end = kind_line.start() if kind_line else _end_without_kind(text, latest)
    return _read(text, start, end, kind_line)


def _own_number_line(searched: str) -> re.Match[str] | None:
    """The first "Số: …" before any legal basis: one in a "Căn cứ" is another document's."""
    basis = re.search(r"^[\s*]*(?:Căn cứ|Thực hiện)\s", searched, re.MULTILINE)
    return _NUMBER_LINE.search(searched, 0, basis.start() if basis else len(searched))


def _kind_line(text: str, position: int) -> re.Match[str] | None:
    """The kind in capitals on a line of its own, or followed by the title, within a page's head."""
    match = _KIND_LINE.search(text, position, position + 1500)
    if match is None:
        return None
    before = text[position : match.start()]
    return None if re.search(r"^\s*(?:Căn cứ|Kính gửi|Điều 1\b)", before, re.MULTILINE) else match


def _end_without_kind(text: str, latest: int) -> int:
    """Where the head of an official letter ends: before "Kính gửi", else after number, date and subject."""
    addressed = re.compile(r"^[ \t*|]*Kính gửi", re.MULTILINE).search(text, latest, latest + 2000)
    if addressed is not None:
        return addressed.start()
    dated = _DATE_LINE.search(text, latest, latest + 300)
    end = dated.end() if dated else latest
    subject = _LETTER_SUBJECT.search(text, latest, latest + 600)
    return max(end, subject.end() if subject else end)


def _start(text: str, anchor: int) -> int:
    """Where the issuer's lines begin: capitals, rules and blanks above the motto or the number."""
    start = text.rfind("\n", 0, anchor) + 1
    position, seen_name = start, bool(re.search(r"\w", text[start:anchor]))
    while position > 0:
        line_start = text.rfind("\n", 0, position - 1) + 1
        line = text[line_start : position - 1].strip(" \t|*#_-–—=>")
        if line and not _is_capitals(line):
            break
        if not line and seen_name and "|" in text[line_start:position]:
            break
        seen_name = seen_name or bool(line)
        position = line_start
        if line:
            start = line_start
    return start


def _read(text: str, start: int, end: int, kind_line: re.Match[str] | None) -> Letterhead:
    head = text[start:end]
    warnings: list[str] = []
    head = _MOTTO_SECOND.sub("\n", _MOTTO.sub("\n", head))
    number, head = _number(head, warnings)
    place, issued_on, head = _place_and_date(head, warnings)
    subject = _LETTER_SUBJECT.search(head)
    if subject is not None:
        head = head[: subject.start()] + "\n" + head[subject.end() :]
    if kind_line is not None:
        kind, first_line, title_start = kind_named(kind_line["kind"]), kind_line["rest"].strip(" *|:"), kind_line.end()
    else:
        kind = ""
        first_line, title_start = " ".join(subject["subject"].split()) if subject else "", end
    return Letterhead(start, title_start, number, kind, first_line, _issuers(head), place, issued_on, tuple(warnings))


def _number(head: str, warnings: list[str]) -> tuple[DocumentNumber | None, str]:
    match = _NUMBER_LINE.search("\n" + head)
    if match is not None:
        try:
            return parse_number(match["number"]), ("\n" + head)[: match.start()] + "\n|\n" + ("\n" + head)[
                match.end() :
            ]
        except ValueError:
            warnings.append(f'the letterhead\'s number cannot be read: "{match["number"]}"')
    blank = _BLANK_NUMBER.search(head)
    if blank is not None:
        warnings.append(f'the number is left blank: "{" ".join(blank[0].split())}"')
        return None, head[: blank.start()] + "\n|\n" + head[blank.end() :]
    return None, head


def _place_and_date(head: str, warnings: list[str]) -> tuple[str, date | None, str]:
    match = _DATE_LINE.search(head)
    if match is None:
        return "", None, head
    rest = head[: match.start()] + "\n" + head[match.end() :]
    place, written = " ".join((match["place"] or "").split()), " ".join(match[0].split())
    try:
        return place, date(int(match["year"]), int(match["month"]), int(match["day"])), rest
    except ValueError:
        is_blank = not (match["day"].isdigit() and match["month"].isdigit() and match["year"].isdigit())
        warnings.append(f'the date is {"left blank" if is_blank else "no date of the calendar"}: "{written}"')
        return place, None, rest


_ORGAN_HEAD = re.compile(
    r"""
    (?:UBND|[ỦU][ỶY]?Y?\ BAN|UỶ\ BAN|HĐND|HỘI|BỘ|SỞ|PHÒNG|BAN|CỤC|TỔNG\ CỤC|CHI\ CỤC|VỤ|VĂN\ PHÒNG|THÀNH\ [ỦU]
        |TỈNH\ [ỦU]
      |QUẬN\ [ỦU]|HUYỆN\ [ỦU]|ĐẢNG|TRUNG\ TÂM|TRƯỜNG|VIỆN|CÔNG\ AN|CHÍNH\ PHỦ|QUỐC\ HỘI|THỦ\ TƯỚNG|CHỦ\ TỊCH|TÒA
        |LIÊN\ ĐOÀN
      |ĐOÀN|MẶT\ TRẬN|THANH\ TRA|KIỂM\ TOÁN|NGÂN\ HÀNG|BẢO\ HIỂM|KHO\ BẠC|TẬP\ ĐOÀN|TỔNG\ CÔNG\ TY|CÔNG\ TY
        |THƯỜNG\ TRỰC)
    """,
    re.VERBOSE,
)
# A cell of two paragraphs may arrive as one line: "UBND THÀNH PHỐ A SỞ NỘI VỤ", "BỘ NỘI VỤ CỤC B".
_INNER_ORGAN = re.compile(
    r"""
    (?<=\w)\ (?=(?:SỞ|PHÒNG|CHI\ CỤC|CỤC|TỔNG\ CỤC|TRUNG\ TÂM|TRƯỜNG|THANH\ TRA|BAN\ (?:QUẢN\ LÝ|THI\ ĐUA|DÂN\ TỘC))\ )
    (?<!VĂN\ )
    """,
    re.VERBOSE,
)
# A name broken after one of these goes on in the next line, though that line begins like an organ.
_UNFINISHED = re.compile(
    r"(?:ỦY BAN|UỶ BAN|ỦY BAN THƯỜNG VỤ|VĂN PHÒNG|THỦ TƯỚNG|BAN CHẤP HÀNH|BỘ TRƯỞNG|HỘI|BỘ|SỞ|BAN|VÀ|CỦA|,|-|–)$"
)


def _issuers(head: str) -> tuple[str, ...]:
    """The organs named in capitals, each joined over its lines."""
    names: list[str] = []
    for line in re.split(r"[\n|]|\s{3,}|\.(?=\s|$)(?<!TP\.)", head):
        capitals = line.strip(" \t*#_=~>—")
        capitals = re.sub(r"^[-–\s]+|[-–\s]+$", "", capitals) if not re.search(r"\w\s*[-–]$", capitals) else capitals
        if not re.search(r"[^\W\d_]{2}", capitals) or not _is_capitals(capitals):
            continue
        for organ in _INNER_ORGAN.split(capitals):
            _add(names, organ)
    return tuple(organ_case(name) for name in names if _ORGAN_HEAD.match(name))


def _add(names: list[str], capitals: str) -> None:
    """Adds an organ, or goes on with the name of the last."""
    if names and (_UNFINISHED.search(names[-1]) or not _ORGAN_HEAD.match(capitals)):
        names[-1] = f"{names[-1]} {capitals}"
    else:
        names.append(capitals)


def _is_capitals(line: str) -> bool:
    letters = [character for character in line if character.isalpha()]
    return (bool(letters) and all(character.isupper() for character in letters)) or _MOTTO_SECOND.search(
        line
    ) is not None


def is_kind_heading(line: str) -> str:
    """The kind that the whole of `line` writes in capitals, "" when it writes none.

    >>> is_kind_heading("NGHỊ QUYẾT"), is_kind_heading("Nghị quyết")
    ('Nghị quyết', '')
    """
    match = _KIND_LINE.match(line)
    return kind_named(match["kind"]) if match and not match["rest"].strip(" *|:") else ""
