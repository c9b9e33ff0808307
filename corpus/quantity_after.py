"""Tells a number of a document from one that counts what follows it: "kế hoạch 5 năm", "nghị định 98 năm ngoái"."""

import re

from corpus.folding import fold
from corpus.normalise import unify_spelling
from corpus.unit_words import PROVINCES

# What a number before it counts, as it is spelt: "10 năm" is a quantity, "98 nằm ở điều mấy" is none.
_TIME_UNITS = ("năm", "ngày", "tháng", "tuần", "quý", "giờ")
_OTHER_UNITS = ("lần", "triệu", "tỷ", "tỉ", "nghìn", "ngàn", "đồng", "bước")
_FOLLOWING = re.compile(r"\s+(?P<word>[^\W\d_]+)(?!\w)")
# "kế hoạch 10 năm" is one for ten years; nobody makes a decree for ten years.
_KINDS_OF_A_TIME = frozenset(
    {"Kế hoạch", "Chương trình", "Đề án", "Phương án", "Báo cáo", "Hướng dẫn", "Thông báo", "Quy chế", "Công điện"}
)
# Of the others only what goes on like this counts: "quyết định 3 năm một lần", "quyết định 6 tháng đầu năm".
_COUNTED = re.compile(r"\s*(?:(?:mot|1|hai|2)\s+lan|lien\s+tuc|lien|tro\s+len|lam\s+viec|dau|cuoi|nua|roi)(?!\w)")
# Before these the word is no unit: "kế hoạch 57 năm nào", "57 ngày 05/3", "57 giờ còn dùng không".
_NO_UNIT_BEFORE = {
    "nam": re.compile(r"\s+(?:nao|o)(?!\w)"),
    "ngay": re.compile(r"\s+(?:\d|(?:nao|may|ban\s+hanh|ky)(?!\w))"),
    "gio": re.compile(r"\s+(?:con|co|thi|da|het|bi|duoc|dung|ap\s+dung|ra\s+sao|the\s+nao|lam)(?!\w)"),
    "quy": re.compile(r"(?!\s+[ivx\d])"),
}
_GOES_ON = re.compile(r"\s+(?:thoi|bo|y|chi|luot)(?!\w)")  # "đồng thời", "lần lượt"
# "Kế hoạch 31 Đồng Hới", "KH 8 đồng nai": a name that begins with a syllable of a unit.
_TWO_WORDS = re.compile(r"\s+(?P<one>[^\W\d_]+)\s+(?P<other>[^\W\d_]+)")
_PROVINCE = re.compile(rf"\s+(?:{'|'.join(sorted(one for one in PROVINCES if one.startswith('dong ')))})(?!\w)")


def counts(text: str, folded: str, end: int, kind: str) -> bool:
    """Whether the number that ends there counts what follows it, as the word is spelt."""
    match = _FOLLOWING.match(text, end)
    if match is None:
        return False
    word, more = match["word"].lower(), match.end("word")
    if _is_unit(word, _OTHER_UNITS):
        return not _is_name(text, folded, end) and _GOES_ON.match(folded, more) is None
    if not _is_unit(word, _TIME_UNITS):
        return False
    if kind not in _KINDS_OF_A_TIME:
        return _COUNTED.match(folded, more) is not None
    is_no_unit = _NO_UNIT_BEFORE.get(fold(word))
    return is_no_unit is None or is_no_unit.match(folded, more) is None


def _is_name(text: str, folded: str, end: int) -> bool:
    """Whether a province, or two words with capitals, stand there."""
    if _PROVINCE.match(folded, end):
        return True
    words = _TWO_WORDS.match(text, end)
    return words is not None and words["one"].istitle() and words["other"].istitle()


def _is_unit(word: str, units: tuple[str, ...]) -> bool:
    """Whether the word is one of the units; without its marks it may be any that folds like it."""
    return unify_spelling(word) in units or (word == fold(word) and word in map(fold, units))
