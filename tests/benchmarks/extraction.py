"""How long the reading of deadlines takes for texts that were made to make it slow."""

import time

from ingest.deadlines import read_deadlines
from tests.ingest.outlines import body, document

REPEATED = (
    *("ngày ", "31/12/", "(((", "từ tháng ", "1", "hằng năm, ", "Sở Nội vụ, ", "Thời gian: ", "a) ", "báo cáo ", "và "),
    *("- Thời gian thực hiện: \n", "trong thời hạn 10 ngày kể từ ", "(năm 2030) ", "| ", "Sở Nội vụ chủ trì; "),
    *("phối hợp với ", "không quá ", "quý I, II, III, ", "tháng 1, ", "năm 2025 - ", "trước ngày 1/1/2026 "),
)


def seconds(text: str, characters: int) -> float:
    """Of processor time for `text` over and over."""
    whole = (text * (characters // len(text) + 1))[:characters]
    plan, provisions = document(whole, issued_on="2025-11-10"), body(whole)
    started = time.process_time()
    read_deadlines(plan, provisions)
    return time.process_time() - started
