"""The end of an instrument: recipients and signature (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.7 to II.9)."""

import re
from dataclasses import dataclass

from corpus.model import Signer
from ingest.organ_case import organ_case

_LONGEST_BLOCK = 5000  # characters from "Nơi nhận" to the name; the longest lists of recipients have some 2,500
_MARKS = " \t|*#_>"

_RECIPIENTS = re.compile(r"^[ \t|*_>#-]*Nơi\s+nhận\s*[*_]*\s*:", re.MULTILINE)
_AUTHORITY = re.compile(r"(?P<mark>T/M|K/T|T/L|TM|KT|TL|TUQ|Q)(?:(?<=/\w)\s+|\s*\.\s*)(?=\w)")
_OFFICE = re.compile(
    r"""
    (?:QUYỀN\ |Q\.\ ?)?
    (?: (?:PHÓ\ )?(?:TỔNG\ )?
        (?:CHỦ\ TỊCH|CHỦ\ NHIỆM|GIÁM\ ĐỐC|\w+\ TRƯỞNG|TRƯỞNG|THỦ\ TƯỚNG|BÍ\ THƯ)
      | BỘ\ TRƯỞNG | THỨ\ TRƯỞNG | (?:PHÓ\ )?CHÁNH\ \w+ | TỔNG\ \w+ | CHỦ$ | PHÓ$ | THƯỜNG\ TRỰC | ỦY\ VIÊN )
    """,
    re.VERBOSE,
)
# A degree or rank before the name, and what stands in place of the handwriting, are no part of the name.
# Both columns on one line without a gap: "- Bộ Nội vụ; KT. CHỦ TỊCH".
_MERGED = re.compile(
    r"""
    (?P<left>(?:[-–+]\s.*?|Nơi\s+nhận\s*)[;:.,)])\s+
    (?P<right>(?:(?:TM|KT|TL|TUQ|Q)\.\s*|(?:PHÓ\ )?(?:CHỦ\ TỊCH|GIÁM\ ĐỐC|BỘ\ TRƯỞNG)|THỨ\ TRƯỞNG)[^;]*)
    """,
    re.VERBOSE,
)
_RANK = re.compile(r"^(?:(?:PGS|GS|TS|ThS|BS|KTS|Đại tá|Thượng tá|Trung tá|Thiếu tướng|Trung tướng|Đại tướng)\.?\s*)+")
_SIGNED = re.compile(r"[\[(]?\s*(?:đã ký|đã kí|ký tên|ký, ghi rõ|ký điện tử).*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Closing:
    """Where the closing starts (the text's end when it has none), who signed, who receives."""

    start: int
    signer: Signer | None
    recipients: tuple[str, ...]


def read_closing(text: str, body_start: int) -> Closing:
    """The first closing after the body starts; forms in the appendices have closings of their own further down."""
    recipients = _RECIPIENTS.search(text, body_start)
    if recipients is None:
        return _signature_alone(text, body_start)
    start = _signature_before(text, body_start, recipients.start())
    columns = _columns(text[start : recipients.start() + _LONGEST_BLOCK])
    return Closing(_with_table_mark(text, body_start, start), _signer(columns), _recipients(columns))


def _signature_alone(text: str, body_start: int) -> Closing:
    """A law names no recipients: the last office in capitals that is followed by a name, near the end of the text."""
    offices = [
        match
        for match in re.finditer(r"^[ \t|*]*(?P<office>[^\n|]+?)[ \t|*]*$", text[body_start:], re.MULTILINE)
        if match["office"].isupper() and (_OFFICE.match(match["office"]) or _AUTHORITY.match(match["office"]))
    ]
    for match in offices:
        start = body_start + match.start()
        signer = _signer(_columns(text[start : start + 400]))
        if signer is not None:
            return Closing(start, signer, ())
    return Closing(len(text), None, ())


def _signature_before(text: str, body_start: int, recipients: int) -> int:
    """Where the signature begins when the right column was read first, else the start of "Nơi nhận"."""
    window = max(body_start, recipients - 500)
    for match in re.finditer(r"^[ \t|*]*(?P<line>[^\n|]+)", text[window:recipients], re.MULTILINE):
        line = match["line"].strip(_MARKS)
        if line.isupper() and (_AUTHORITY.match(line) or _OFFICE.match(line)):
            start = window + match.start()
            if _signer(_columns(text[start:recipients])) is not None:
                return start
    return recipients


def _with_table_mark(text: str, body_start: int, start: int) -> int:
    """The start of the "|" line directly above, if there is one: it opens the table of the closing."""
    mark = re.search(r"(?:^|\n)(?P<mark>[ \t]*\|[ \t]*\n\s*)$", text[body_start:start])
    return body_start + mark.start("mark") if mark else start


def _columns(block: str) -> list[str]:
    """The lines of the left column, then those of the right, wherever a line holds both."""
    left: list[str] = []
    right: list[str] = []
    for line in block.split("\n"):
        cells = [cell.strip(_MARKS) for cell in re.split(r"\s\|\s|\s{3,}", line.strip(_MARKS)) if cell.strip(_MARKS)]
        merged = _MERGED.fullmatch(line.strip(_MARKS))
        is_right = re.match(r"\s*\|\s*\S|\s{20,}\S", line) is not None
        is_late_name = bool(right and left and cells) and "Lưu" in left[-1] and _is_name(cells[0])
        if len(cells) > 1:
            left.append(cells[0])
            right += _signature_lines(cells[-1])
        elif merged is not None:
            left.append(merged["left"])
            right += _signature_lines(merged["right"])
        elif cells and (is_right or is_late_name):
            right += _signature_lines(cells[0])
        else:
            left.append(line.strip(_MARKS))
    return [*left, "", *right] if right else left


def _signature_lines(cell: str) -> list[str]:
    """The lines of a cell whose paragraphs arrived as one line.

    >>> _signature_lines("KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Trần Văn An")
    ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'Trần Văn An']
    """
    lines: list[list[str]] = [[]]
    for token in cell.split():
        line = lines[-1]
        begins_authority = re.fullmatch(r"(?:TM|KT|TL|TUQ|Q)\..*", token) is not None
        begins_deputy = token in ("PHÓ", "THỨ") and bool(line)
        begins_head = token == "CHỦ" and line[:1] == ["TM."]
        begins_name = bool(line) and line[-1].isupper() and token[:1].isupper() and not token.isupper()
        if line and (
            begins_authority or begins_deputy or begins_head or begins_name or token[0] in "([" or line[-1][-1] in ")]"
        ):
            lines.append([])
        lines[-1].append(token)
    return [" ".join(line) for line in lines if line]


def _is_name(line: str) -> bool:
    """Whether the line is the name of a person: two to six syllables, each with a capital."""
    words = [word.replace("-", "") for word in line.split()]
    return 2 <= len(words) <= 6 and all(
        word.isalpha() and word[0].isupper() and (word[1:].islower() or len(word) == 1) for word in words
    )


def _signer(lines: list[str]) -> Signer | None:
    """Name, office and authority: the first run of capitals with an office, then the name."""
    authorities: list[str] = []
    offices: list[str] = []
    for line in lines:
        if not line or _SIGNED.fullmatch(line):
            continue
        bare = _RANK.sub("", line)
        is_capitals = line.isupper() and not re.match(r"[-–+]", line) and not re.search(r"\d", line)
        if is_capitals and _AUTHORITY.match(line):
            authorities.append(line)
        elif (
            is_capitals
            and (_OFFICE.match(line) or offices)
            and not (offices and _is_name(line.title()) and _is_full(offices))
        ):
            offices.append(line)
        elif is_capitals and authorities:
            authorities[-1] += f" {line}"  # "TM. ỦY BAN NHÂN" goes on as "DÂN"
        elif (offices or authorities) and (_is_name(bare) or (is_capitals and offices)):
            return Signer(bare.title() if is_capitals else bare, *_office(offices, authorities))
        elif offices and not line.startswith(("-", "–", "Nơi nhận")):
            return None
    return None


def _is_full(offices: list[str]) -> bool:
    """Whether the office is complete: "CHỦ" and "PHÓ" go on in the next line."""
    return not re.search(r"(?:^|\s)(?:CHỦ|PHÓ|BỘ|THỨ|GIÁM|TỔNG|THỦ)$", offices[-1])


def _office(offices: list[str], authorities: list[str]) -> tuple[str, str]:
    marks = [
        (match["mark"].replace("/", ""), line[match.end() :])
        for line in authorities
        if (match := _AUTHORITY.match(line))
    ]
    authority = ", ".join(f"{mark}. {organ_case(organ)}" for mark, organ in marks)
    return organ_case(" ".join(offices)), authority


def _recipients(lines: list[str]) -> tuple[str, ...]:
    """The items below "Nơi nhận:", each joined over its lines."""
    start = next((index for index, line in enumerate(lines) if re.match(r"Nơi\s+nhận", line)), None)
    named: list[str] = []
    if start is None:
        return ()
    for line in lines[start + 1 :]:
        if re.match(r"[-–+•]\s*\S", line):
            named.append(line.lstrip("-–+• "))
        elif (not line and named) or (line.isupper() and (_AUTHORITY.match(line) or _OFFICE.match(line))):
            break
        elif line and named and not _SIGNED.fullmatch(line):
            named[-1] += f" {line}"
    return tuple(" ".join(one.split()).rstrip(" ;.,") for one in named)
