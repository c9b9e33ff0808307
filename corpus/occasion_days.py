"""On which day an occasion is kept, as far as its name tells: "kỷ niệm 70 năm Ngày Giải phóng Thủ đô"."""

import re
from dataclasses import dataclass
from datetime import date

from corpus.deadline_rule import CycleDay
from corpus.folding import fold


@dataclass(frozen=True, slots=True)
class Anniversary:
    """A day of the year and the year that its count starts from."""

    day: int
    month: int
    founded: int


# The great days of Nghị định 111/2018/NĐ-CP Điều 4 with their years, then days that the State or its organisations keep
# by their own instruments. Days of the lunar calendar have no fixed day and stand here with none.
_ANNIVERSARIES: tuple[tuple[str, Anniversary | None], ...] = (
    ("tet nguyen dan|gio to hung vuong|gio to|tet trung thu", None),
    ("thanh lap dang", Anniversary(3, 2, 1930)),
    ("sinh chu tich ho chi minh|sinh cua chu tich ho chi minh|sinh nhat bac", Anniversary(19, 5, 1890)),
    ("dien bien phu", Anniversary(7, 5, 1954)),
    ("giai phong mien nam|thong nhat dat nuoc", Anniversary(30, 4, 1975)),
    ("quoc khanh", Anniversary(2, 9, 1945)),
    ("cach mang thang tam", Anniversary(19, 8, 1945)),
    ("quan doi nhan dan", Anniversary(22, 12, 1944)),
    ("cong an nhan dan", Anniversary(19, 8, 1945)),
    ("quoc te lao dong", Anniversary(1, 5, 1886)),
    ("giai phong thu do", Anniversary(10, 10, 1954)),
    ("thuong binh", Anniversary(27, 7, 1947)),
    ("thi dua ai quoc|thi dua yeu nuoc", Anniversary(11, 6, 1948)),  # Chủ tịch Hồ Chí Minh's appeal of 11/6/1948
    ("nha giao viet nam", Anniversary(20, 11, 1982)),
    ("thay thuoc viet nam", Anniversary(27, 2, 1955)),
    ("bao chi cach mang", Anniversary(21, 6, 1925)),
    ("phu nu viet nam", Anniversary(20, 10, 1930)),
    ("thanh lap doan|doan thanh nien cong san", Anniversary(26, 3, 1931)),
    ("cong doan viet nam", Anniversary(28, 7, 1929)),
    ("nong dan viet nam", Anniversary(14, 10, 1930)),
    ("mat tran to quoc viet nam|mat tran dan toc thong nhat", Anniversary(18, 11, 1930)),
    ("cuu chien binh viet nam", Anniversary(6, 12, 1989)),
    ("toan quoc khang chien", Anniversary(19, 12, 1946)),
    ("gia dinh viet nam", Anniversary(28, 6, 2001)),
)
_NAMED = tuple((re.compile(rf"\b(?:{names})\b"), anniversary) for names, anniversary in _ANNIVERSARIES)
_COUNT = re.compile(r"\bky\s+niem\s+(?:lan\s+thu\s+)?(\d{1,3})(?:\s+nam\b)?")


def anniversary_named(name: str) -> Anniversary | None:
    """The anniversary that an occasion is named by; None for one without a fixed day."""
    folded = fold(name)
    return next((anniversary for pattern, anniversary in _NAMED if pattern.search(folded)), None)


def day_of_occasion(name: str, day: CycleDay | None = None) -> date | None:
    """The day that the name alone tells by the number of years that it counts; `day` is one that it writes.

    >>> day_of_occasion("kỷ niệm 70 năm Ngày Giải phóng Thủ đô")
    datetime.date(2024, 10, 10)
    """
    known, count = anniversary_named(name), _COUNT.search(fold(name))
    if known is None or count is None:
        return None
    day = day or CycleDay(known.month, known.day)
    try:
        return date(known.founded + int(count[1]), day.month, day.day)
    except ValueError:
        return None
