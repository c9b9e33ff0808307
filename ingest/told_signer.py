"""Who signed an instrument, as a digest says it in a sentence: it has no signature of its own."""

import re
from collections.abc import Iterator

from corpus.citation import find_references
from corpus.identifier import DocumentNumber
from corpus.model import Signer
from corpus.sentences import sentences

# The document itself and any other, in a sentence as the patterns see it.
_OWN, _OTHER = "§", "¤"
_THIS = re.compile(r"\b(?:[Nn]ghị định|[Tt]hông tư|[Qq]uyết định|[Nn]ghị quyết|[Ll]uật|[Cc]hỉ thị|[Vv]ăn bản) này\b")

_PERSON = rf"(?P<person>[^{_OWN}{_OTHER};:]{{3,160}}?)"
_FOR = r"(?:thay\s+mặt|thừa\s+lệnh|thừa\s+ủy\s+quyền|ký\s+thay)"
_ON_BEHALF = rf"(?:,?\s+{_FOR}\s+[^{_OWN}{_OTHER},;.]+?,?)"
_SENTENCES = tuple(
    re.compile(pattern, re.VERBOSE | re.IGNORECASE)
    for pattern in (
        # "Phó Thủ tướng … là người ký N, ký thay Thủ tướng"
        rf"^{_PERSON}\s+(?:đã\s+|chính\s+)?là\s+người\s+ký(?:\s+ban\s+hành)?\s+(?:bản\s+)?{_OWN}",
        # "Người ký (ban hành) N là ông …, Chủ tịch …"
        rf"^người\s+ký(?:\s+ban\s+hành)?\s+{_OWN}\s*(?:là|:)\s*(?P<person>[^;:]{{3,160}})$",
        # "N do|được (ông) … (thay mặt …) ký (ban hành)"
        rf"^{_OWN}\s+(?:là\s+)?(?:do|được)\s+{_PERSON}{_ON_BEHALF}?\s+ký(?!\s+hiệu)",
        # "Bộ trưởng … (đã) (thay mặt …) ký (ban hành) N"
        rf"^{_PERSON}(?:\s+đã)?{_ON_BEHALF}?\s+ký(?:\s+ban\s+hành|\s+thông\s+qua)?\s+{_OWN}",
        # "Người ký: …", of the document that says it
        rf"^[-–*\s]*người\s+ký(?:\s+văn\s+bản)?\s*:\s*(?P<person>[^{_OWN}{_OTHER};:]{{3,160}})$",
    )
)
_BEHALF = re.compile(
    rf"\b(?P<behalf>{_FOR})\s+(?P<organ>[^{_OWN}{_OTHER},;.]+?)(?=\s*(?:[{_OWN}{_OTHER},;.]|\s(?:đã\s+)?ký\b|$))",
    re.IGNORECASE,
)
_MARKS = {"thay mặt": "TM.", "thừa lệnh": "TL.", "thừa ủy quyền": "TUQ.", "ký thay": "KT."}
_NEGATED = re.compile(r"\b(?:không|chưa|chưa\s+rõ|nguồn\s+khác|có\s+nguồn)\b", re.IGNORECASE)

# Within a sentence "Bà" is part of a name.
_HONORIFIC = re.compile(r"(?:^\s*(?:Ông|Bà)|(?:^|\s)(?:ông|bà|[Đđ]ồng\s+chí|[Đđ]/c))\s+")
_PLACE_LEVELS = frozenset("tỉnh phố quận huyện xã phường trấn khu ủy".split())
_SURNAMES = frozenset(
    """
    Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý An Âu Bạch Bành Bế Biện Cái Cao Cát Cầm Châu
    Chu Chử Chung Cù Cung Danh Diệp Doãn Đàm Đào Đậu Điểu Điêu Đinh Đoàn Đồng Đổng Đới Giang Giáp Hà Hạ Hàn Hầu Hoa
    Hứa Kha Khổng Khúc Kiều Kim La Lã Lại Lâm Liễu Lò Lô Lỗ Lục Lương Lường Lưu Ma Mã Mạc Mai Mạnh Mẫn Nghiêm Ngọ Ninh
    Nông Ông Phó Phí Phùng Phương Quách Quan Quàng Sầm Sơn Sùng Tạ Tăng Thạch Thái Thẩm Thân Thi Thiều Tiêu Tô Tôn
    Tống Triệu Trịnh Trình Trương Từ Ung Uông Văn Vi Viên Vương Vừ Xa Y
    """.split()
)
_LONGEST_NAME = 5


def read_told_signer(text: str, number: DocumentNumber | None) -> Signer | None:
    """The signer that the first such sentence of the text names for the document of this number, if any does."""
    for start, end in sentences(text):
        sentence = text[start:end]
        if "ký" in sentence.lower() and not _NEGATED.search(sentence):
            masked = " ".join(_masked(sentence, number).split()).rstrip(" .;")
            for pattern in _SENTENCES:
                if (match := pattern.search(masked)) and (signer := _signer(match)):
                    return signer
    return None


def _masked(sentence: str, number: DocumentNumber | None) -> str:
    """The sentence with a mark for each document that it names by number."""
    for reference in reversed(find_references(sentence)):
        if reference.number:
            is_own = number is not None and reference.number == number
            sentence = f"{sentence[: reference.start]}{_OWN if is_own else _OTHER}{sentence[reference.end :]}"
    return _THIS.sub(_OWN, sentence)


def _signer(match: re.Match[str]) -> Signer | None:
    pieces = [*_pieces(match["person"])]
    named = next((place for place, (_, piece) in enumerate(pieces) if _name_in(piece)), None)
    if named is None:
        return None
    is_addressed, piece = pieces[named]
    name = _name_in(piece)
    if not is_addressed and name.split()[0] not in _SURNAMES:
        return None
    offices = [part.removesuffix(name).strip() if at == named else part for at, (_, part) in enumerate(pieces)]
    title = ", ".join(office for office in offices if office and not _BEHALF.match(office))
    return Signer(name, title, _authority(match.string))


def _pieces(person: str) -> Iterator[tuple[bool, str]]:
    """The parts between commas, and whether "ông", "bà", "đồng chí" opens them."""
    for part in person.split(","):
        first = 0
        for match in _HONORIFIC.finditer(part):
            if part[first : match.start()].strip():
                yield False, part[first : match.start()].strip()
            first = match.end()
        if part[first:].strip():
            yield first > 0, part[first:].strip()


def _name_in(piece: str) -> str:
    """The person's name at the end of the piece, without the place that an office is called by; "" when none is.

    >>> _name_in("Chủ tịch Hội đồng nhân dân thành phố Sông Hà Phan Thị Mẫu")
    'Phan Thị Mẫu'
    """
    words = piece.split()
    first = len(words)
    while first and _is_syllable(words[first - 1]):
        first -= 1
    name = words[first:]
    is_behind_place = first > 0 and words[first - 1].lower() in _PLACE_LEVELS
    if is_behind_place or len(name) > _LONGEST_NAME - 1:
        # The names of provinces and districts have two syllables, some three, a few one.
        starts = [start for start in (2, 3, 1, 4) if name[start : start + 1] and name[start] in _SURNAMES]
        fitting = [start for start in starts if 2 <= len(name) - start <= _LONGEST_NAME]
        if not fitting and is_behind_place:
            return ""
        name = name[fitting[0] :] if fitting else name
    return " ".join(name) if 2 <= len(name) <= _LONGEST_NAME else ""


def _is_syllable(word: str) -> bool:
    return word.isalpha() and word[0].isupper() and (word[1:].islower() or len(word) == 1)


def _authority(sentence: str) -> str:
    """On whose behalf, as a signature marks it: "KT. Thủ tướng"."""
    found = _BEHALF.search(sentence)
    return f"{_MARKS[' '.join(found['behalf'].lower().split())]} {found['organ'].strip()}" if found else ""
