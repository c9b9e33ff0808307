"""How people ask what changed between two documents, and about which matter.

Patterns are regular expressions of whole words on folded text, as in `question_cues`.
"""

import re
from collections.abc import Sequence

from bot.question import Question, content_words
from corpus.abbreviations import written_out
from corpus.citation import Reference
from corpus.normalise import fold

_INSTRUMENT = (
    r"(?:van ban|nghi dinh|thong tu|chi thi|nghi quyet|ke hoach|quyet dinh|luat|huong dan|quy che|quy dinh|"
    r"nd|tt|nq|qd|ct|kh)"
)
_HOW = r"(?:nhung gi|gi|nhu the nao|the nao|ra sao|sao|o (?:diem|cho) nao|nhung diem nao|diem nao|cho nao)"

# One version beside another: asked so, even the one document named is compared with what was before it.
_OF_VERSIONS = (
    rf"(?:co )?(?:thay doi|khac|moi|sua doi)?(?: {_HOW})? ?so voi(?: truoc(?: day| kia)?)?|"  # thay đổi gì so với
    # điểm mới của, có gì mới; not "chưa có quy định mới"
    r"(?<!chua )(?<!chua co )(?:nhung |cac |co )*(?:gi|diem(?: gi)?|noi dung|quy dinh)(?: nao)? moi(?! nhat)|"
    rf"(?:co |da |bi |duoc )*thay doi {_HOW}|(?:nhung |cac |su )+thay doi(?= (?:cua|giua|trong) )|"
    rf"(?:co |da |bi |duoc )*(?:sua doi bo sung|sua doi|bo sung|sua) {_HOW}"
)
# Two things side by side, which need not be documents.
_OF_ANYTHING = (
    r"so sanh|doi chieu|"
    rf"(?:co |su |diem |cho )*khac (?:nhau|biet)(?: {_HOW})?|(?:co )?khac {_HOW}|"
    r"(?<!con )(?:co |diem )(?:gi|nao) khac|"  # có gì khác; not "còn có gì khác"
    rf"khac(?= (?:voi |so )?(?:truoc|{_INSTRUMENT})(?!\w))"  # khác Nghị định 98 thế nào
)
# Asked of two documents that are both named, these can only compare them.
_PLACE_ASKED = r"(?:dieu|khoan|diem|muc) (?:nao|may)"
_OF_TWO = (
    rf"(?:(?:chuyen|doi|dua|nam|la|thanh|o|tuong ung|tuong duong|quy dinh)(?: \w+){{0,3}}? |tu ){_PLACE_ASKED}"
    rf"(?:(?: cu)? (?:sang|thanh|qua|den) {_PLACE_ASKED})?|"
    rf"{_PLACE_ASKED}(?: cu)? (?:sang|thanh|qua|den) {_PLACE_ASKED}|"
    rf"(?:cao|thap|nhieu|it|nhanh|cham|dai|ngan|lon|nho|chat|rong) hon(?: {_HOW}| bao nhieu)?|"
    rf"(?:co )?giong(?: nhau)?(?: {_HOW}| khong)?|phan biet|"
    rf"(?<!bai )(?:tang|giam|nang|ha|rut ngan|keo dai|bo|them|cat|bot)(?: len| di| bot| them| xuong)? "
    rf"(?:{_HOW}|bao nhieu|(?:nhung |cac )?(?:quy dinh|noi dung|thu tuc|dieu|muc|danh hieu|diem) (?:nao|gi))|"
    r"tu bao nhieu (?:len|xuong|thanh|sang) bao nhieu|(?:chenh )?lech(?: nhau)?|con giu"
)
_FROM_ONE_TO_THE_OTHER = re.compile(r"\W*(?:chuyen )?(?:sang|vs|so voi|qua)\W*")
# "Theo Nghị định 152, A khác gì B" compares A and B.
_WHERE_TO_LOOK = re.compile(r"\b(?:theo|trong|tai|o|can cu|dua vao)(?: quy dinh)?(?: cua| tai)?\s*$")
# An earlier or later version that is not named.
_UNNAMED_VERSION = rf"{_INSTRUMENT} (?:cu|moi|truoc(?: day)?|hien hanh)"

# What stands beside the matter in such a question, in several syllables and in one.
_FILLERS = (
    rf"{_UNNAMED_VERSION}|{_INSTRUMENT}|truoc (?:day|kia)|noi bat|chu yeu|noi dung chinh|noi dung|tom tat|"
    rf"{_PLACE_ASKED}|(?:len |xuong |tu )?bao nhieu|{_HOW}"
)
_NOT_MATTER = frozenset(
    "khác mới cũ sang giữa hai trước nêu điểm tăng giảm chuyển lên xuống giúp đổi thay nằm thành quy nay giờ hơn bên "
    "tương ứng lại đi vs".split()
)


def asks_comparison(question: Question) -> bool:
    """Whether it asks in what documents or versions of a rule differ, typed with diacritics or without."""
    folded = fold(question.reading.text)
    documents = _documents(question)
    if len(documents) > 1 and (_whole(_OF_TWO).search(folded) or _from_one_to_the_other(folded, documents)):
        return True
    if _whole(_OF_VERSIONS).search(folded):
        return bool(documents or _whole(_UNNAMED_VERSION).search(folded))
    if not _whole(_OF_ANYTHING).search(folded):
        return False
    if len(documents) == 1:
        return not _WHERE_TO_LOOK.search(folded[: documents[0].start])
    return bool(documents or _whole(_UNNAMED_VERSION).search(folded))


def matter(question: Question) -> tuple[str, ...]:
    """The words that say on which matter documents are compared; none: on all."""
    text, documents = question.reading.text, sorted(_documents(question), key=lambda one: one.start)
    spans = [(one.start, one.end) for one in documents]
    if len(documents) > 1 and _from_one_to_the_other(fold(text), documents):
        spans[:2] = [(spans[0][0], spans[1][1])]  # without its mark "sang" may be read as "sáng"
    for start, end in reversed(spans):
        text = f"{text[:start]} . {text[end:]}"
    text = written_out(text)
    for cue in (_OF_VERSIONS, _OF_ANYTHING, _OF_TWO, _FILLERS):
        for match in reversed([*_whole(cue).finditer(fold(text))]):
            text = f"{text[: match.start()]} . {text[match.end() :]}"
    words = dict.fromkeys(content_words(text))
    return tuple(word for word in words if word not in _NOT_MATTER and not re.fullmatch(r"(?:19|20)\d\d", word))


def asks_for_places(question: Question) -> bool:
    """Whether it asks at which provision a matter stands."""
    return _whole(_PLACE_ASKED).search(fold(question.reading.text)) is not None


def _from_one_to_the_other(folded: str, documents: Sequence[Reference]) -> bool:
    """Whether nothing but "sang" stands between the first two documents."""
    first, second, *_ = sorted(documents, key=lambda one: one.start)
    return _FROM_ONE_TO_THE_OTHER.fullmatch(folded, first.end, second.start) is not None


def _documents(question: Question) -> tuple[Reference, ...]:
    return tuple(dict.fromkeys((*question.documents, *question.titled)))


def _whole(cue: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{cue})(?!\w)")
