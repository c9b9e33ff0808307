"""The title (trích yếu) of an instrument, joined over its lines, and its addressees."""

import re
from dataclasses import dataclass

# What ends a title: legal bases, the issuing authority, the first heading (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.5-6).
_AFTER_TITLE = re.compile(
    r"""
    [\s*_>|]*
    (?: Căn\ cứ\b | Xét\b | Kính\ gửi | Chương\ [IVX\d] | CHƯƠNG\ [IVX\d] | Phần\ (?:thứ|I) | PHẦN\ (?:THỨ|I)
      | Điều\ \d | I\s*[./] | 1\s*[.)] | A\s*[./] | \(\s*[Kk]èm\ theo | \((?:Ban|ban)\ hành | [-_–—*]{4,} )
    """,
    re.VERBOSE,
)
_BODY_SENTENCE = re.compile(r"[\s*_]*(?:Thực hiện|Triển khai|Để|Nhằm|Theo|Trên cơ sở|Do|Sau|Ngày|Được sự)\s")
_AUTHORITY = re.compile(
    r"""
    (?: BỘ\ TRƯỞNG | CHỦ\ TỊCH | GIÁM\ ĐỐC | TỔNG\ | THỦ\ TƯỚNG | CHÁNH\ | CỤC\ TRƯỞNG | HIỆU\ TRƯỞNG | KHÓA\ 
        | KHOÁ\ | QUYẾT\ ĐỊNH\s*:
      | (?:CHÍNH\ PHỦ | QUỐC\ HỘI | (?:ỦY\ BAN|UỶ\ BAN|HỘI\ ĐỒNG)\ NHÂN\ DÂN (?:\ (?:TỈNH|THÀNH|QUẬN|HUYỆN|XÃ
        |PHƯỜNG)\ .*)? )\s*$ )
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class TitleBlock:
    """The title as written, the addressees, and where the body starts."""

    title: str
    issuer: str  # "CỦA BỘ CHÍNH TRỊ" between kind and title, as the Party writes it; "" otherwise
    addressees: tuple[str, ...]
    end: int


def read_title_block(text: str, start: int, first_line: str) -> TitleBlock:
    """The title whose lines begin at `start` (its first words may stand on the kind's line) and what follows it."""
    lines, end, issuer = [first_line] if first_line else [], start, ""
    position, has_gap = start, False
    while position < len(text):
        line_end = text.find("\n", position)
        line_end = len(text) if line_end < 0 else line_end
        line = text[position:line_end].strip(" \t|*#_>")
        if not line:
            has_gap = bool(lines)
        elif not lines and not issuer and line.startswith("CỦA ") and line.isupper():
            issuer, end = line.removeprefix("CỦA "), line_end
        elif _ends_title(line, lines, has_gap=has_gap):
            break
        else:
            lines.append(line)
            end = line_end
        position = line_end + 1
    addressees, end = _addressees(text, end)
    return TitleBlock(_trimmed(" ".join(lines)), issuer, addressees, _next_text(text, end))


def _ends_title(line: str, lines: list[str], *, has_gap: bool) -> bool:
    if _AFTER_TITLE.match(line) or _AUTHORITY.match(line):
        return True
    if not lines:
        return False
    if has_gap or len(" ".join(lines)) > 600:
        return True
    was_capitals, is_capitals = _is_capitals(" ".join(lines)), _is_capitals(line)
    if was_capitals != is_capitals and not (len(lines) == 1 and len(lines[0].split()) < 2):
        return True
    return not is_capitals and _BODY_SENTENCE.match(line) is not None


def _is_capitals(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return bool(letters) and sum(map(str.isupper, letters)) >= 0.9 * len(letters)


def _trimmed(title: str) -> str:
    title = re.sub(r"^(?:V/v|V/V|v/v)\s*:?\s*", "", " ".join(title.split())).strip(" -–_*|")
    quoted = re.fullmatch(r"[“\"«](?P<inside>[^“”\"«»]*)[”\"»]", title)
    return quoted["inside"].strip() if quoted else title


def _addressees(text: str, position: int) -> tuple[tuple[str, ...], int]:
    """Those after "Kính gửi:": the rest of its line and the list items below it."""
    match = re.compile(r"[\s|*_-]*Kính gửi\s*:?[ \t*]*(?P<first>[^\n|]*)").match(text, position)
    if match is None:
        return (), position
    named, end = [match["first"]], match.end()
    item = re.compile(r"[\s|]*[-–+•]\s*(?P<name>[^\n|]+)")
    while (following := item.match(text, end)) is not None:
        named.append(following["name"])
        end = following.end()
    parts = [part.strip(" .;*") for name in named for part in name.split(";")]
    return tuple(part for part in parts if part), end


def _next_text(text: str, position: int) -> int:
    """The start of the next line that has text; rules and table marks belong to the title block."""
    match = re.compile(r"(?:[ \t]*[|_*=–—-]*[ \t]*\n)*").match(text, position)
    return match.end() if match else position
