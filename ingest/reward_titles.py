"""The titles and forms of commendation that a statement of reward speaks of, and whom it rewards."""

import re
from collections.abc import Iterator

from corpus.model import Recipient

# Nouns with which names of titles and forms begin (Luật Thi đua, khen thưởng 06/2022/QH15, Chương II and III).
_OWN_NOUN = r"""
    (?:chiến\ s[ĩỹ]|lao\ động\ tiên|tập\ thể\ lao\ động|đơn\ vị\ (?:quyết|tiên)|gia\ đình\ văn|cờ\ thi\ đua|bằng\ khen
      |giấy\ khen|k[ỷỉ]\ niệm\ chương|huân\ chương|huy\ chương|giải\ thưởng|anh\ hùng|bà\ mẹ|nhà\ giáo|thầy\ thuốc
      |nghệ\ sĩ|nghệ\ nhân|công\ dân\ (?:thủ|danh|ưu))
"""
# Places share the word that makes them a title: "xã, phường, đặc khu tiêu biểu".
_PLACE = r"""
    (?:(?:xã|phường|đặc\ khu|thị\ trấn|thôn|tổ\ dân\ phố|làng|ấp|bản|buôn)(?=[^:;]*(?:tiêu\ biểu|văn\ h[óo][áa]?)))
"""
_STARTS = re.compile(rf"{_OWN_NOUN}|{_PLACE}", re.VERBOSE | re.IGNORECASE)
_SPLIT = re.compile(rf"\s*(?:[,;/]|\b(?:và|hoặc)\b)\s*(?={_OWN_NOUN})", re.VERBOSE | re.IGNORECASE)
_LEAD = re.compile(
    r"""
    \A[\s,;–\-+*•]*
    (?:và\s+|hoặc\s+)?
    (?:(?:[a-zđ]|\d{1,2}(?:\.\d+)*)[.)]\s*)?                                  # a)  1.
    (?:mức\s+)?(?:(?:tiền\s+)?thưởng\s+)?                                      # Mức tiền thưởng
    (?:(?:đối\s+với|cho|của)\s+)?
    (?:(?:các\s+)?(?:cá\s+nhân|tập\s+thể(?!\s+lao)|hộ\s+gia\s+đình|đơn\s+vị(?!\s+(?:quyết|tiên)))
       (?:,\s*|\s+và\s+)?)*
    \s*
    (?:(?:được\s+)?(?:phong\s+tặng|truy\s+tặng|tặng\s+thưởng|tặng|công\s+nhận|đạt|được|nhận)(?:\s+hoặc\s+|,\s*|\s+)?)*
    (?:(?:các\s+)?danh\s+hiệu\s*:?\s*)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PREDICATE = re.compile(
    r"""
    :
  | ,?\s+(?:được|nhận|hưởng|kèm\s+theo|là|bằng)\s+(?!khen)
  | ,?\s+(?:mức\s+)?(?:tiền\s+thưởng|thưởng\s+\d)
  | \s+(?:tặng\s+)?(?:cho\s+)?(?:cá\s+nhân|tập\s+thể|hộ\s+gia\s+đình)\b
  | \s+không\s+quá | \s+tối\s+đa | \s*,?\s*\d+(?:,\d+)?\s+lần
  | [.;]\s*\Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "đối với danh hiệu “ưu tú” là": the nearest subject, whatever the sentence began with.
_NEAREST = re.compile(r".*\b(?:thưởng\s+)?(?:đối\s+với|cho)\s+(?=.*\s(?:là|bằng)\s*\Z)", re.DOTALL | re.IGNORECASE)
_QUOTED = re.compile(r"[“\"«]\s*([^“”\"«»]{3,80}?)\s*[”\"»](\s+hạng\s+(?:nhất|nhì|ba))?", re.IGNORECASE)
_CLASS = re.compile(  # danh hiệu có chữ “ưu tú” (nhà giáo, thầy thuốc)
    r"có\s+chữ\s+[“\"]\s*(?P<word>[^”\"]+?)\s*[”\"]\s*\((?P<heads>[^()]+)\)", re.IGNORECASE
)
_RANKED = re.compile(r"\A(?P<stem>huân\s+chương)\s+(?P<names>.+?)\s+(?P<rank>hạng\s+\w+)\Z", re.IGNORECASE | re.DOTALL)
_PLACES = re.compile(r"\A(?P<places>.+?)\s+(?P<word>tiêu\s+biểu|văn\s+h[óo][áa]?)\Z", re.IGNORECASE | re.DOTALL)

_WHO = {
    Recipient.PERSON: re.compile(r"\bcá\s+nhân\b", re.IGNORECASE),
    Recipient.COLLECTIVE: re.compile(r"\btập\s+thể\b", re.IGNORECASE),
    Recipient.HOUSEHOLD: re.compile(r"\bhộ\s+gia\s+đình\b", re.IGNORECASE),
}


def titles_in(statement: str) -> tuple[str, ...]:
    """The names that stand as the subject of the statement, each whole, as the text words them; () when none does.

    >>> titles_in("d) Danh hiệu “Lao động tiên tiến”, “Chiến sĩ tiên tiến” được thưởng")
    ('Lao động tiên tiến', 'Chiến sĩ tiên tiến')
    >>> titles_in("e) Huân chương Lao động, Chiến công hạng Nhất: tiền thưởng")
    ('Huân chương Lao động hạng Nhất', 'Huân chương Chiến công hạng Nhất')
    """
    flat = " ".join(statement.split())
    if named := _CLASS.search(flat):
        heads = [head.strip() for head in named["heads"].split(",")]
        return tuple(_capitalised(f"{head} {named['word']}") for head in heads)
    subject = _LEAD.sub("", _NEAREST.sub("", flat), count=1)
    cut = _PREDICATE.search(subject)
    subject = subject[: cut.start()] if cut else subject
    quoted = [match[1] + (match[2] or "") for match in _QUOTED.finditer(subject)]
    pieces = quoted if quoted and not _STARTS.match(subject) else _SPLIT.split(re.sub(r"[“”\"«»]", "", subject))
    return tuple(
        dict.fromkeys(_capitalised(title) for piece in pieces for title in _expanded(piece) if _is_name(title, quoted))
    )


def recipients_of(text: str) -> set[Recipient]:
    """Whom the words name."""
    return {who for who, word in _WHO.items() if word.search(text)}


def _is_name(title: str, quoted: list[str]) -> bool:
    return title in quoted or bool(_STARTS.match(title))


def _expanded(piece: str) -> Iterator[str]:
    """One name for each of those that share a first or a last word."""
    piece = piece.strip(" ,;:.")
    if ranked := _RANKED.match(piece):
        for name in re.split(r"\s*(?:[,/]|\bvà\b)\s*", ranked["names"]):
            yield f"{ranked['stem']} {name} {ranked['rank']}"
    elif places := _PLACES.match(piece):
        for place in re.split(r"\s*(?:[,/]|\bvà\b)\s*", places["places"]):
            yield f"{place} {places['word']}"
    else:
        yield piece


def _capitalised(title: str) -> str:
    return title[:1].upper() + title[1:]
