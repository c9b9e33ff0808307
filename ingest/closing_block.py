"""Where the recipients and the signature of an instrument end and its annexes begin."""

import re

from ingest.flattened_tables import find_tables
from ingest.header import Header
from ingest.source_text import SourceText

LONGEST_CLOSING = 6_000  # characters; the longest lists of recipients have some 2,500

_ANNEX = re.compile(
    r"""
    ^[ \t|*_#]*(?:
        (?:PHỤ\ LỤC|Phụ\ lục|MẪU|Mẫu\ (?:số|biểu)|BIỂU|DANH\ MỤC|DANH\ SÁCH|QUY\ (?:ĐỊNH|CHẾ|TRÌNH)|ĐIỀU\ LỆ
           |CHƯƠNG\ TRÌNH|KẾ\ HOẠCH|ĐỀ\ ÁN|HƯỚNG\ DẪN|BẢNG|NỘI\ QUY|TIÊU\ CHÍ)\b[^\n.;]*$
      | \((?:Ban\ hành\s+)?[Kk]èm\ theo
    )
    """,
    re.VERBOSE | re.MULTILINE,
)
_LAST_RECIPIENT = re.compile(r"^[ \t|*_-]*[-–+]?\s*Lưu\s*:?[^\n]*(?:\n|\Z)", re.MULTILINE)


def closing_end(source: SourceText, header: Header) -> int:
    """The end of the closing that starts at `header.body_end`; that position itself where there is no closing."""
    text, start = source.text, header.body_end
    limit = min(len(text), start + LONGEST_CLOSING)
    if start >= len(text):
        return len(text)
    end = _end_of_table(source, start, limit)
    for mark in (header.signer.name if header.signer else "", *header.recipients[-1:]):
        at = text.find(mark, start, limit) if mark else -1
        if at >= 0:
            end = max(end, _line_end(text, at + len(mark)))
    last = _LAST_RECIPIENT.search(text, start, limit)
    annex = _ANNEX.search(text, _line_end(text, start), limit)
    if last is not None and (annex is None or last.end() <= annex.start()):
        end = max(end, last.end())
    if end <= start:
        end = annex.start() if annex else limit
    return _after_marks(text, end)


def _end_of_table(source: SourceText, start: int, limit: int) -> int:
    for table in source.tables or find_tables(source.text, start, limit):
        if table.start <= start + 1 < table.end or start <= table.start <= start + 40:
            return table.end
    return 0


def _line_end(text: str, position: int) -> int:
    found = text.find("\n", position)
    return len(text) if found < 0 else found + 1


def _after_marks(text: str, position: int) -> int:
    """After what is left of a table or a rule."""
    match = re.compile(r"(?:[ \t|_*=.…-]*\n)*").match(text, position)
    return match.end() if match else position
