"""Names of organs and offices from the capitals of a letterhead to the case of running text.

Rules of capitals: Nghị định 30/2020/NĐ-CP, Phụ lục II, phần III and IV (organs, offices, places).
"""

import re

_ABBREVIATIONS = {
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "ubmttq": "ủy ban mặt trận tổ quốc",
    "tp": "thành phố",
}

# Longest first; whatever stands here is written so, wherever it stands in the name.
_PHRASES = (
    "Ủy ban nhân dân", "Hội đồng nhân dân", "Ủy ban Thường vụ Quốc hội", "Ủy ban Mặt trận Tổ quốc Việt Nam",
    "Ủy ban Mặt trận Tổ quốc", "Văn phòng Chính phủ", "Thủ tướng Chính phủ", "Phó Thủ tướng", "Thủ tướng",
    "Phó Chủ tịch", "Chủ tịch nước", "Chủ tịch", "Quốc hội", "Chính phủ", "Phó Giám đốc", "Giám đốc", "Bộ trưởng",
    "Thứ trưởng", "Thường trực", "Phó Bí thư", "Bí thư", "Tổng Bí thư", "Ban Chấp hành", "Ban Thường vụ", "Ban Bí thư",
    "Bộ Chính trị", "Trung ương", "Việt Nam", "Thi đua - Khen thưởng", "Thành ủy", "Tỉnh ủy", "Quận ủy", "Huyện ủy",
    "Đảng ủy", "Đảng bộ", "Đảng Cộng sản", "Chánh Văn phòng", "Phó Chánh Văn phòng", "Viện kiểm sát nhân dân",
    "Tòa án nhân dân", "Hội đồng", "Ủy ban", "Văn phòng", "Hà Nội", "Hồ Chí Minh", "Thủ đô",
)  # fmt: skip
_BY_WORDS = {tuple(phrase.lower().split()): phrase for phrase in sorted(_PHRASES, key=len, reverse=True)}
_LONGEST = max(map(len, _BY_WORDS))

# After these a proper name of a place follows, each syllable with a capital.
_PLACES = (
    ("thành", "phố"),
    ("thị", "xã"),
    ("thị", "trấn"),
    ("đặc", "khu"),
    ("tỉnh",),
    ("quận",),
    ("huyện",),
    ("phường",),
    ("xã",),
)
_TAKES_PLACE = frozenset({"Thành ủy", "Tỉnh ủy", "Quận ủy", "Huyện ủy"})
# After these the field of the organ follows, its first syllable with a capital.
_HEADS = frozenset(
    [
        "bộ",
        "sở",
        "phòng",
        "ban",
        "cục",
        "vụ",
        "viện",
        "hội",
        "trường",
        "trung-tâm",
        "chi-cục",
        "tổng-cục",
        "thanh-tra",
        "liên-đoàn",
        "đoàn",
    ]
)


def organ_case(capitals: str) -> str:
    """The name as running text writes it.

    >>> organ_case("UỶ BAN NHÂN DÂN TỈNH LAI CHÂU"), organ_case("SỞ QUY HOẠCH - KIẾN TRÚC"), organ_case("BỘ Y TẾ")
    ('Ủy ban nhân dân tỉnh Lai Châu', 'Sở Quy hoạch - Kiến trúc', 'Bộ Y tế')
    """
    words = [word for token in _words(capitals) for word in _ABBREVIATIONS.get(token, token).split()]
    written: list[str] = []
    position, is_place, starts_name = 0, False, True
    while position < len(words):
        phrase = _phrase_at(words, position)
        place = next((level for level in _PLACES if tuple(words[position : position + len(level)]) == level), None)
        word = words[position]
        if phrase is not None:
            written.append(phrase)
            position += len(phrase.split())
            is_place, starts_name = phrase in _TAKES_PLACE, False
            continue
        if place is not None:
            written.append(" ".join(place) if written else " ".join(place).capitalize())
            position += len(place)
            is_place, starts_name = True, False
            continue
        if is_place or starts_name or not written:
            word = word.capitalize()
        written.append(word)
        begins_organ = position == 0 or words[position - 1] in ("-", "–")
        starts_name = (begins_organ and word.lower() in _HEADS) or (
            words[position] in ("và", "-", "–") and _has_field(written)
        )
        starts_name = starts_name or (word.endswith(",") and _has_field(written))
        position += 1
    return " ".join(written)


def _words(capitals: str) -> list[str]:
    lower = capitals.lower().replace("ð", "đ").replace("uỷ", "ủy").replace("tp.", "tp ")
    return re.sub(r"\s*([-–])\s*", r" \1 ", lower).split()


def _phrase_at(words: list[str], position: int) -> str | None:
    for length in range(min(_LONGEST, len(words) - position), 0, -1):
        phrase = _BY_WORDS.get(tuple(words[position : position + length]))
        if phrase is not None:
            return phrase
    return None


def _has_field(written: list[str]) -> bool:
    """Whether the organ is called by its field, so that the field's second half has a capital too."""
    return written[0].lower() in _HEADS
