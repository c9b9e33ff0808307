"""Where sentences begin and end in official Vietnamese: list items, labels, abbreviations and numbers stay whole."""

import re
from collections.abc import Iterator

LONGEST_ASIDE = 300  # characters: a longer parenthesis or quotation is itself several sentences
LONGEST_ABBREVIATION = 12  # characters to look back at

_LINE_END = re.compile(r"(?<![ \t])[ \t]*\n\s*")

_STOP = re.compile(
    r"""
    (?<![\s.!?…])(?:\./\.|[.!?…]+)     # a stop after a word; ./. ends official texts (NĐ 30/2020, Phụ lục I)
    [”’"»)\]]*                   # with what it closes
    (?=\s+                       # before a new beginning:
       ["“‘«(\[]*
       (?:[-–+*•]\s*)?
       (?P<first>[^\W_])         # its first letter or digit
    )
    """,
    re.VERBOSE,
)

_ASIDE = re.compile(
    rf"""
      \([^()\n]{{0,{LONGEST_ASIDE}}}\)
    | “[^“”\n]{{0,{LONGEST_ASIDE}}}”
    """,
    re.VERBOSE,
)

_LABEL = re.compile(
    r"""
    (?:\#{1,6}\s*)?              # of a Markdown heading
    ["“(]?(?:[-–+*•]\s*)?
    (?:
        (?:Điều|Khoản|Mục|Tiểu\ mục|Chương|Phần|Phụ\ lục|Bảng|Bước|Câu)\ (?:thứ\ )?[\w.]+   # Điều 5.  Phần thứ nhất.
      | [IVXLC]+(?:\.\d+)*       # IV.  IV.2.
      | \d{1,3}(?:\.\d{1,3})*    # 1.  1.1.
      | [^\W\d_]                 # a.  A.
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)

_ABBREVIATION = re.compile(
    r"""
    (?:\A|[\s("“/.–-])
    (?:
        TP|Tp|tp|TX|TT             # places
      | KT|TM|TL|TUQ               # on whose behalf one signs (Nghị định 30/2020/NĐ-CP, Phụ lục I)
      | [ĐđÐ]/?[cC]                # đồng chí
      | [vV]\.?v|[Vv]d|VD          # vân vân, ví dụ
      | T[hH][sS]|Ths|TS|PGS|GS|BS|KS|CN|Ông|Bà   # before names
      | [Ss]ố|[Tt]r|NXB
      | [^\W\d_]                   # an initial, Q. and P. included
    )
    \Z
    """,
    re.VERBOSE,
)

_LIST_LABEL = re.compile(r"(?:[^\W\d_]{1,2}|\d{1,3})[.)/]\s")


def sentences(text: str) -> list[tuple[int, int]]:
    """The spans of the sentences and list items of NFC `text`, in order, without outer white space.

    Every letter and digit is in exactly one span; a piece without any has no span.

    >>> text = "UBND TP. Hà Nội họp. Kết luận như sau:"
    >>> [text[start:end] for start, end in sentences(text)]
    ['UBND TP. Hà Nội họp.', 'Kết luận như sau:']
    """
    return [span for paragraph in _paragraphs(text) for span in _cut(text, *paragraph)]


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _LINE_END.finditer(text):
        if _ends_paragraph(text, match):
            yield start, match.start()
            start = match.end()
    yield start, len(text)


def _ends_paragraph(text: str, match: re.Match[str]) -> bool:
    """All but a line that goes on in lower case on the next: a paragraph broken by the width of its page."""
    if match[0].count("\n") > 1 or text[max(match.start() - 1, 0)] in ".;:!?…|":
        return True
    return not text[match.end() : match.end() + 1].islower() or bool(_LIST_LABEL.match(text, match.end()))


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    asides = [match.span() for match in _ASIDE.finditer(text, start, end)]
    for match in _STOP.finditer(text, start, end):
        if _ends_sentence(text, start, match) and not _is_within(match.end(), asides):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, end)


def _ends_sentence(text: str, start: int, match: re.Match[str]) -> bool:
    if not (match["first"].isupper() or match["first"].isdigit()):
        return False
    if not match[0].startswith(".") or len(match[0].rstrip('”’"»)]')) > 1:
        return True
    before = text[start : match.start()].lstrip()
    if before[-1:].isdigit() and match["first"].isdigit() and not _LIST_LABEL.match(text, match.start("first")):
        return False  # within a number or date written with spaces
    return not (_LABEL.fullmatch(before) or _ABBREVIATION.search(before[-LONGEST_ABBREVIATION:]))


def _is_within(place: int, spans: list[tuple[int, int]]) -> bool:
    return any(opened < place < closed for opened, closed in spans)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if any(map(str.isalnum, piece)):
        yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
