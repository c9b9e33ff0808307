"""Rows of tables without heads: which cell is the task, which the unit, and which only the time."""

from corpus.deadline_rule import Bearing, Relative, TimeUnit
from tests.ingest.plans import deadlines

ROWS = """\
|
1
|
Cá nhân gửi hồ sơ về đơn vị chậm nhất là ngày 15/12/2025.
|
Cá nhân đăng ký
|
15 ngày
|
|
2
|
Đơn vị xét hồ sơ
|
Hội đồng cơ sở
|
20 ngày
|
"""


def test_neither_the_time_nor_the_unit_is_the_task_and_no_unit_is_told_by_a_limit():
    stated = {one.rule: one for one in deadlines("II. TRÌNH TỰ\n\n" + ROWS)}
    first, second = (stated[Relative(days, TimeUnit.DAY, Bearing.WITHIN, "")] for days in (15, 20))
    assert (first.task, first.responsible, first.coordinating) == (
        "Cá nhân gửi hồ sơ về đơn vị chậm nhất là ngày 15/12/2025",
        ("Cá nhân đăng ký",),
        (),
    )
    assert (second.task, second.coordinating) == ("Đơn vị xét hồ sơ", ())
