"""Reads the name of a unit, or a list of names, into the units and groups that it names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeAlias

from corpus.abbreviations import written_out
from corpus.diacritics import is_syllable
from corpus.folding import fold
from corpus.unit_words import (
    BODIES,
    CENTRAL_CITIES,
    COMMUNE_LEVELS,
    DISTRICT_LEVELS,
    GROUPS,
    LETTERS,
    PARTS,
    PROVINCES,
    WHOLE_LEVELS,
    Kind,
)

COUNCILS = ("uy ban nhan dan", "hoi dong nhan dan")
NAMES_KEPT = 50_000  # a library of 100,000 deadlines names some thousand different units
LONGEST_NAME = 600  # characters; a longer one is a paragraph, and what stands after is not read


@dataclass(frozen=True, slots=True)
class Unit:
    """One body, or the bodies of this name on one or more levels: "Sở Nội vụ", "UBND các xã, phường"."""

    body: str  # folded, written out: "so noi vu"
    kind: Kind
    levels: frozenset[str] = frozenset()  # "tinh", "phuong"; empty when the name does not say
    place: str = ""  # "mai dich"
    is_many: bool = False  # "các", "cấp xã", or several levels


@dataclass(frozen=True, slots=True)
class Group:
    """Units that are named by what they are: "các sở", "cơ quan"."""

    noun: str
    covered: frozenset[Kind]


Named: TypeAlias = Unit | Group

_WITH_AMPERSAND = re.compile(
    r"""
    (?<!\w)
    [^\W\d_]{1,6}                          # KH, VH
    (?:[,.–-][ ]?[^\W\d_]{1,6}){0,3}       # VH,TT in VH,TT&DL; LĐ-TB in LĐ-TB&XH
    [ ]?&[ ]?[^\W\d_]{1,8}                 # &CN
    (?!\w)
    """,
    re.VERBOSE,
)
_LETTERS = re.compile(r"[^\W\d_]+(?:-[A-ZĐ]{1,6})?(?![\w])")
_IN_BRACKETS = re.compile(r"\([^()]{0,300}\)?|\[[^\[\]]{0,300}\]?")
_SEPARATOR = re.compile(r"[,;/+&\n]|(?<!\w)(?:va|cung|hoac|cung voi)(?!\w)")
_COMPOUND = re.compile(r"(?<!\w)(so|bo|phong|hoi)[ ](ban|nganh|doan the)(?!\w)")  # sở ban ngành
_COMPOUNDS = (
    (re.compile(r"(?<!\w)(ban)[ ](nganh)(?!\w)"), r"\1, \2"),
    (_COMPOUND, r"\1, \2"),
    (re.compile(r"(?<!\w)(nganh|co quan|don vi)[ ](doan the|don vi|dia phuong|to chuc)(?!\w)"), r"\1, \2"),
    (re.compile(r"(?<!\w)(co quan|don vi)[ ](don vi|dia phuong|to chuc)(?!\w)"), r"\1, \2"),
    (re.compile(r"(?<!\w)cum khoi(?!\w)"), "cum, khoi"),
)
_LEAD = re.compile(
    r"""
    (?:(?:giao|de[ ]nghi|yeu[ ]cau|rieng|doi[ ]voi                               # what the plan says to the unit
        |(?:co[ ]quan|don[ ]vi)[ ](?:chu[ ]tri|phoi[ ]hop)(?:[ ]thuc[ ]hien)?)[ ]?:?[ ]?)*
    (?P<many>(?:(?:cac|tat[ ]ca|toan[ ]bo|moi(?![ ]truong)|nhung|mot[ ]so|tung|\d{1,4})[ ])*)  # each, all, 04
    """,
    re.VERBOSE,
)
_HEAD = re.compile(
    r"""
    (?:pho[ ])?
    (?: giam[ ]doc | chu[ ]tich | thu[ ]truong | nguoi[ ]dung[ ]dau | (?:tap[ ]the[ ])?lanh[ ]dao | hieu[ ]truong
      | bo[ ]truong(?=[ ]bo[ ]) | truong(?=[ ](?:phong|ban|cong[ ]an)[ ]) | chanh(?=[ ](?:van[ ]phong|thanh[ ]tra)) )
    [ ](?=\w)
    """,
    re.VERBOSE,
)
_TAIL = re.compile(
    r"""
    [ ](?: (?:co[ ])?lien[ ]quan
         | (?:(?:dong[ ])?tren[ ]dia[ ]ban|theo|chu[ ]tri|phoi[ ]hop|trong[ ]pham[ ]vi|chiu[ ]trach[ ]nhiem
            |duoc[ ](?:giao|phan[ ]cong)|co[ ]trach[ ]nhiem)(?!\w).* )
    $
    """,
    re.VERBOSE,
)
_WITHIN = re.compile(r"[ ](?:truc[ ]thuoc|thuoc|cua|trong)(?!\w)(?P<whole>.*)")
_A_PLACE = re.compile(
    r"[ ]*(?:uy ban nhan dan |cap )?(?:tinh|thanh pho|trung uong|huyen|quan|thi xa|xa|phuong|chinh phu)?(?![\w])"
)
_LEVEL = re.compile(
    r"""
    (?P<many>(?:^|(?<=[ ]))(?:cac|cap|nhung|tung|\d{1,4})[ ])?
    (?:^|(?<=[ ]))
    (?P<level> thanh[ ]pho | thi[ ]xa | thi[ ]tran | dac[ ]khu | tinh(?![ ](?:uy|doan)) | huyen(?![ ]uy) | co[ ]so(?=$)
      | (?<!co[ ])(?<!hai[ ])(?<!khach[ ])quan(?![ ](?:ly|su|doi|he|chung|tri|trac|nhan|uy))
      | (?<!dia[ ])(?<!doi[ ])phuong(?![ ](?:tien|phap|an))
      | (?<!hop[ ]tac[ ])xa(?![ ](?:hoi|vien)) | cap(?=$) )
    (?!\w)
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=NAMES_KEPT)
def read_units(name: str) -> tuple[Named, ...]:
    """The units and groups that `name` names, in order; empty when it names none.

    >>> [unit.body for unit in read_units("SNV và Sở KH&CN")]
    ['so noi vu', 'so khoa hoc cong nghe']
    """
    found: list[Named] = []
    for text, is_many in _pieces(_spelt(name[:LONGEST_NAME])):
        before = found[-1] if found else None
        one = _read(text, is_many, before)
        if isinstance(one, Unit) and isinstance(before, Unit) and _is_one_more_level(one, before):
            found[-1] = _of_levels(before, before.levels | one.levels)
        elif one is not None:
            found.append(one)
    return tuple(dict.fromkeys(found))


def _spelt(name: str) -> str:
    """Folded, abbreviations written out, with commas between what is listed and no other punctuation."""
    text = _IN_BRACKETS.sub(" ", name).split(":")
    joined = _WITH_AMPERSAND.sub(_of_ampersand, text[0] if len(text[0].split()) > 3 else " ".join(text))
    plain = fold(joined)
    if joined != plain or not all(map(is_syllable, re.findall(r"[^\W\d_]+", plain))):  # else it is written out
        plain = fold(written_out(_LETTERS.sub(_of_letters, joined)))
    listed = re.sub(r"[^\w,]+", " ", _SEPARATOR.sub(",", plain))
    for compound, parts in _COMPOUNDS:
        listed = compound.sub(parts, listed)
    return listed


def _of_ampersand(match: re.Match[str]) -> str:
    return LETTERS.get("".join(re.findall(r"\w+", fold(match[0]))), match[0])


def _of_letters(match: re.Match[str]) -> str:
    letters = fold(match[0]).replace("-", "")
    is_meant = letters in LETTERS and (match[0].isupper() or not is_syllable(letters))
    return LETTERS[letters] if is_meant else match[0]


def _pieces(listed: str) -> list[tuple[str, bool]]:
    """Each name of the list and whether it stands for many; "thể thao" goes on with the name before it."""
    pieces: list[tuple[str, bool]] = []
    for part in listed.split(","):
        words = " ".join(part.split())
        lead = _LEAD.match(words + " ")
        assert lead is not None  # all of it is optional
        text = _without_tail(_HEAD.sub("", words[lead.end() :], count=1))
        inner = re.match(r"(?:cac|cap)[ ]", text)  # "thủ trưởng các sở"
        is_many = bool(lead["many"] or (inner and inner[0] == "cac "))
        text = text[4:] if inner and inner[0] == "cac " else text
        if text and pieces and not is_many and not _is_group(pieces[-1][0]) and not _begins(text, pieces[-1][0]):
            pieces[-1] = (f"{pieces[-1][0]} {text}", pieces[-1][1])
        elif text:
            pieces.append((text, is_many))
    return pieces


def _without_tail(text: str) -> str:
    shorter = _TAIL.sub("", text)
    return shorter if shorter == text else _without_tail(shorter)


def _begins(text: str, before: str) -> bool:
    """Whether a new name begins here, and not the next word of the one before."""
    if before.startswith("van phong") and text.startswith(COUNCILS) and ("hoi dong" in before or "quoc hoi" in before):
        return False  # Văn phòng HĐND và UBND
    return _is_group(text) or _LEVEL.match(text) is not None or _body_of(text) is not None


def _read(text: str, is_many: bool, before: Named | None) -> Named | None:
    noun, within = _group_noun(text)
    if noun in GROUPS and (text not in BODIES or before is not None or is_many or text == noun):
        return Group(noun, GROUPS[noun] & PARTS if within else GROUPS[noun])
    level = _LEVEL.match(text)
    if level is not None:
        body = before.body if isinstance(before, Unit) and before.levels else COUNCILS[0]
        text = f"{body} {text}"
    return _unit(text, is_many)


def _unit(text: str, is_many: bool) -> Unit | None:
    start = len(_body_of(text) or "")
    level = next((match for match in _LEVEL.finditer(text) if match.start() >= start), None)
    if level is None:
        body, place = _without_province(text)
        return Unit(body, _kind(body, frozenset(), place), frozenset(), place, is_many) if body else None
    body, place = text[: level.start()].strip(), text[level.end() :].strip()
    after = _LEVEL.search(place)
    place = place[: after.start()].strip() if after else place
    levels = _levels(level)
    many = is_many or level["many"] is not None or len(levels) > 1
    return Unit(body, _kind(body, levels, place), levels, place, many)


def _levels(match: re.Match[str]) -> frozenset[str]:
    if match["level"] == "cap":  # "các cấp"
        return frozenset().union(*WHOLE_LEVELS.values())
    is_whole = match["level"] == "co so" or (match["many"] or "").strip() == "cap"
    return WHOLE_LEVELS.get(match["level"], frozenset({match["level"]})) if is_whole else frozenset({match["level"]})


def _is_one_more_level(one: Unit, before: Unit) -> bool:
    return one.body == before.body and bool(before.levels) and not one.place and not before.place


def _of_levels(unit: Unit, levels: frozenset[str]) -> Unit:
    return replace(unit, levels=levels, is_many=True, kind=_kind(unit.body, levels, ""))


def _kind(body: str, levels: frozenset[str], place: str) -> Kind:
    if body not in COUNCILS:
        return BODIES.get(_body_of(body) or "", Kind.UNKNOWN)
    if levels & COMMUNE_LEVELS:
        return Kind.COMMUNE
    is_city = levels == {"thanh pho"} and place not in {"", *CENTRAL_CITIES}
    return Kind.DISTRICT if levels & DISTRICT_LEVELS or is_city else Kind.PROVINCE


def _group_noun(text: str) -> tuple[str, bool]:
    """The noun without "thuộc tỉnh", "cấp huyện" and the like, and whether it is of the parts of one body."""
    if text in GROUPS:
        return text, False
    within = _WITHIN.search(text)
    if within is not None and text[: within.start()] in GROUPS:
        place = _A_PLACE.match(within["whole"])
        return text[: within.start()], not (place and place[0].strip())
    level = _LEVEL.search(text)
    return (text[: level.start()].strip(), False) if level and level.start() else (text, False)


def _is_group(text: str) -> bool:
    return _group_noun(text)[0] in GROUPS


def _body_of(text: str) -> str | None:
    """The longest beginning of the text that is a body."""
    return max((start for start in _starts(text) if start in BODIES), key=len, default=None)


def _starts(text: str) -> Iterator[str]:
    words = text.split(" ", 7)
    return (" ".join(words[:count]) for count in range(1, min(len(words), 6) + 1))


def _without_province(text: str) -> tuple[str, str]:
    """The name of a body without that of its province, and the latter: "cong an", "ha noi"."""
    words = text.split()
    for count in (2, 3, 4):
        name = " ".join(words[-count:])
        if len(words) > count and name in PROVINCES:
            return " ".join(words[:-count]), name
    return text, ""
