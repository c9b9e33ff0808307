"""Numbers that look like times and name or count something else."""

import re

_NAMED = re.compile(
    r"""
      \b\d{1,6}(?:/(?:19|20)\d\d)?[-/](?:[A-ZĐ]{2}|[A-ZĐ]\w{0,3}-)[\w&]{0,20}(?:[-/.][\w&]{1,20}){0,4}  # 152/2025/NĐ-CP
    | \b(?i:Điều|khoản|điểm|Mẫu(?:\s+số)?|Phụ\ lục|Mục|Biểu(?:\s+số)?|Chương|trang|số)\s{1,3}
      \d{1,6}(?:[./]\d{1,4}){0,2}(?:[.](?=\D)|(?![\d./]))                     # Điều 12/2025, số 15/2024
    | \b(?i:năm\s{1,3}học|niên\s{1,3}khóa|khóa)\s{1,3}\d{4}(?:\s{0,3}[-–]\s{0,3}\d{4})?  # no calendar years
    | (?<![\d/.,])\d{1,3}(?:[.,]\d{1,3})?\s?%                                   # 98%
    | (?<![\d/])\d{1,2}/\d{1,2}\s{1,3}                                         # 3/4 số phiếu
      (?i:số|tổng|tỉnh|xã|thành\ viên|phiếu|đại\ biểu|ủy\ viên|diện\ tích|dân|hộ|trở\ lên)
    | (?<!ng[àÀ]y\ )(?<![\d/])24/(?:24|7)(?![/\d])                               # around the clock
    | (?<![\d/.-])(?:\+?84|0)\d{1,3}[ .-]?\d{3}[ .-]?\d{3,4}(?![\d/])             # telephones
    """,
    re.VERBOSE,
)


def skipped_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of numbers of documents and provisions, shares and telephones, in order."""
    return tuple(match.span() for match in _NAMED.finditer(text))
