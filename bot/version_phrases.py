"""How a document is called by its place in a succession, where such words stand in a question."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.citation import Reference
from corpus.folding import fold
from corpus.instrument_kinds import kind_named, kind_of_code

_KIND = (
    r"(?:bo luat|luat|phap lenh|nghi dinh|thong tu|nghi quyet|quyet dinh|chi thi|ket luan|ke hoach|huong dan|quy che"
    r"|nd|tt|nq|qd|ct)"
)
_ANY = rf"(?:{_KIND}|van ban|vb|quy dinh|ban(?! hanh)|cai)"
_OVER = (
    r"(?:thay the|thay|the cho|ke tiep|ke nhiem|tiep noi|noi tiep|bai bo|lam (?:cho )?het hieu luc)"
    r"(?: (?:cho|cua|luon))?"
)
_WILL = r"(?:(?:moi|da|se|duoc ban hanh de|ban hanh de|ra doi de|dung de|vua|nham|de) )*"
# "thông tư (mới) thay thế N"; of "nghị định nào thay thế N" the successor is what is asked for.
_SUCCESSOR = re.compile(rf"(?<!\w)(?P<kind>{_ANY}) {_WILL}{_OVER} $")
# "văn bản bị N thay thế", "nghị định mà N thay thế"
_PREDECESSOR = re.compile(rf"(?<!\w)(?P<kind>{_ANY}) (?:cu )?(?:(?:da|duoc|bi|do|ma|boi) )+$")
_IS_REPLACING = re.compile(rf" (?:(?:da|moi|nay) )*{_OVER}(?!\w)(?! (?:the|{_ANY}|gi|nao)(?!\w))")
_GOES_ON = (
    r"(?= (?:co|do|ai|ky|ban hanh|het|tu|so|ra|con|la|bat dau|ap dung|hieu luc|khi|may|ngay|quy dinh|gom|thi"
    r"|ten|khac)(?!\w))"
)
_THAT = r"do(?! (?:ai|co|bo|cap|don|noi))"
# In a later clause, of the document named before: "…, thông tư thay thế có hiệu lực từ bao giờ".
_LATER = re.compile(
    rf"(?<!\w)(?P<kind>{_ANY}) "
    rf"(?:{_WILL}(?:thay the|thay|ke tiep)(?: cho)? no(?!\w)"
    rf"|(?:(?:moi )?(?:thay the|thay|ke tiep|thay vao)(?: (?:vao do|{_THAT}))?|(?P<age>moi|cu)){_GOES_ON})"
)
_BREAK = re.compile(r"[,;.?](?!\d)|(?<!\w)(?:va|voi|con|roi|the|vay)(?!\w)")

_NAME = r"(?:[^\W\d_]+,? ){0,8}?"
# No word of a name, as spelt: "do" is none, the "đô" of Thủ đô is one.
_NOT_IN_A_NAME = frozenset(
    "và với của theo trong là có thì đến từ khi còn hết được bị do nào gì hay như so thay khác va voi cua la co".split()
)
_NO_VERSION = r"(?! (?:so |nam )?\d)(?! (?:nhat|day|sua|bo sung|tuyen|sang|the|tri|hanh|nao|gi|thay)(?!\w))"
# Each only before what tells it from a word of the matter: "số mấy", but "cơ sở"; "từ khi", but "ưu tú".
_ABOUT_END = (
    r"(?:(?<!thu)(?= do(?!\w))"
    r"|(?= (?:co(?! (?:so|quan))|so(?= (?:may|bao|hieu|nao|gi))|tu(?= (?:khi|ngay|bao|luc|nam|thang|\d))"
    r"|ky(?! (?:luat|niem|thi))|thi(?! dua)|het|con|ai|la|va|voi|khac|ban hanh|thay|bi|duoc|ra|hieu luc|nao|gi|nhu|ngay"
    r"|khi|may|den|toi|bat dau|ap dung|quy dinh|bao|luc|vay|hay|sua)(?!\w))"
    r"|(?=[;.?]|,(?! khen)|\s*$))"
)
_VERSION = re.compile(
    rf"""
    (?<!\w)(?P<kind>{_KIND.replace(" ", chr(92) + " ")})\ (?P<title>{_NAME.replace(" ", chr(92) + " ")})
    (?P<age>moi|cu){_NO_VERSION.replace(" ", chr(92) + " ")}(?!\w)
    (?:\ (?:ban\ hanh|ra|ra\ doi)(?=\ (?:nay|co|do|ai|la|ngay|ky|khi)\b))?
    (?:\ (?:cua|do)\ (?P<issuer>(?!ai\b|co\ quan\b|bo\ nao\b)[^\W\d_][^?;,]{{1,40}}?)
        (?:(?=\ (?:ve|huong\ dan)\ )|{_ABOUT_END.replace(" ", chr(92) + " ")}))?
    (?:\ (?:ve|huong\ dan(?:\ thi\ hanh)?|quy\ dinh(?:\ chi\ tiet)?(?:\ ve)?)\ (?P<about>[^\W\d_][^?;]{{1,60}}?)
        {_ABOUT_END.replace(" ", chr(92) + " ")})?
    """,
    re.VERBOSE,
)
# "luật cũ và mới": the second without its kind.
_TOGETHER = re.compile(
    rf"(?<!\w)(?P<named>{_KIND} {_NAME})(?P<one>moi|cu) (?P<and>va|voi|vs|hay|so voi|sang) (?P<other>moi|cu)(?!\w)"
)
_AGES = {"mới", "moi", "cũ", "cu"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """One description of a document at `text[start:end]`."""

    start: int
    end: int
    kind: str  # "Luật"; "" for any
    is_old: bool
    title: str = ""  # "luật thủ đô mới"
    about: str = ""  # "nghị định mới về tiền lương"
    issuer: str = ""
    bare_end: int = 0  # where its kind and age end, before its matter and issuer
    of: int = 0  # beside which of the documents named
    written_kind: str = ""


def replaced_phrases(text: str, named: Sequence[Reference]) -> list[Phrase]:
    """Where a document is called what replaced one of those named, or what one of them replaced."""
    folded = fold(text)
    found: list[Phrase] = []
    for index, reference in enumerate(named):
        before, end = folded[: reference.start], reference.end
        if match := _SUCCESSOR.search(before):
            found.append(_phrase(match, text, end, of=index))
        elif (match := _PREDECESSOR.search(before)) and (verb := _IS_REPLACING.match(folded, end)):
            found.append(_phrase(match, text, verb.end(), of=index, is_old=True))
    if found or len(named) != 1:
        return found
    for match in _LATER.finditer(folded, named[0].end):
        age = match["age"]
        is_age = age is None or text[slice(*match.span("age"))].lower() in _AGES
        if is_age and _BREAK.search(folded, named[0].end, match.start()):
            found.append(_phrase(match, text, match.end(), is_old=age == "cu"))
    return found


def spoken_versions(text: str) -> list[Phrase]:
    """Where a document is called the new or the old one of its kind, with the matter or issuer told beside it."""
    found = []
    folded, position = fold(text), 0
    while (match := _VERSION.search(folded, position)) is not None:
        is_age = text[slice(*match.span("age"))].lower() in _AGES
        if not is_age or _NOT_IN_A_NAME.intersection(_written(match, text, "title").lower().split()):
            position = match.start() + 1
            continue
        position = match.end()
        title, about, issuer = (_written(match, text, group) for group in ("title", "about", "issuer"))
        kind, is_old = _kind(match["kind"]), match["age"] == "cu"
        found.append(Phrase(match.start(), match.end(), kind, is_old, title, about, issuer, match.end("age")))
    return found


def with_kinds_repeated(text: str) -> str:
    """The text with the kind named for both: "luật cũ và luật mới" for "luật cũ và mới"."""
    for match in reversed([*_TOGETHER.finditer(fold(text))]):
        words = {text[slice(*match.span(group))].lower() for group in ("one", "other")}
        if words <= _AGES and len({match["one"], match["other"]}) == 2:
            at = match.start("other")
            text = f"{text[:at]}{text[slice(*match.span('named'))]}{text[at:]}"
    return text


def _phrase(match: re.Match[str], text: str, end: int, *, of: int = 0, is_old: bool = False) -> Phrase:
    written = text[slice(*match.span("kind"))]
    kind = _kind(match["kind"])
    shown = written if kind else "văn bản"
    return Phrase(match.start(), end, kind, is_old, of=of, written_kind=shown)


def _written(match: re.Match[str], text: str, group: str) -> str:
    return text[slice(*match.span(group))].strip(" ,") if match[group] else ""


def _kind(folded: str) -> str:
    return kind_named(folded) or kind_of_code(folded)
