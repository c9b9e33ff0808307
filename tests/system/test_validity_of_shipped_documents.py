"""The state of force of the shipped documents, day by day: expected by hand from the instruments' own clauses."""

from datetime import date
from pathlib import Path

import pytest

from corpus.identifier import parse_locator, parse_number
from corpus.register import Register
from corpus.standing import Act
from tests.ingest.pipelines import workshop_in

HO_CHI_MINH_PLAN = """\
ỦY BAN NHÂN DÂN
THÀNH PHỐ HỒ CHÍ MINH
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 172/KH-UBND
Thành phố Hồ Chí Minh, ngày 18 tháng 11 năm 2025

KẾ HOẠCH
Phát động phong trào trồng cây

I. NỘI DUNG
1. Mỗi phường trồng một vườn cây.

Nơi nhận:
- Các phường;
- Lưu: VT.
"""

DOCUMENTS = Path(__file__).resolve().parents[2] / "corpus" / "documents"

# number, issue date that tells namesakes apart, place, day, status, reason, by whom (number of the acting one)
ROWS = (
    # Luật 15/2003 began on 01/7/2004, was amended in 2005 and 2013, and replaced from 01/01/2024.
    ("15/2003/QH11", "", "", "2003-11-25", "not_yet", "not_issued", ""),
    ("15/2003/QH11", "", "", "2004-06-30", "not_yet", "not_begun", ""),
    ("15/2003/QH11", "", "", "2004-07-01", "in_force", "begun", ""),
    ("15/2003/QH11", "", "", "2014-05-31", "partly_replaced", "changed_in_part", "32/2009/QH12"),
    ("15/2003/QH11", "", "", "2014-06-01", "partly_replaced", "changed_in_part", "39/2013/QH13"),
    ("15/2003/QH11", "", "", "2023-12-31", "partly_replaced", "changed_in_part", "39/2013/QH13"),
    ("15/2003/QH11", "", "", "2024-01-01", "expired", "ended_by_act", "06/2022/QH15"),
    ("15/2003/QH11", "", "", "2026-11-21", "expired", "ended_by_act", "06/2022/QH15"),
    ("39/2013/QH13", "", "", "2023-12-31", "in_force", "begun", ""),
    ("39/2013/QH13", "", "", "2024-01-01", "expired", "ended_by_act", "06/2022/QH15"),
    # Luật 06/2022 began on 01/01/2024 and is amended from 01/10/2026, which articles is not known.
    ("06/2022/QH15", "", "", "2022-06-14", "not_yet", "not_issued", ""),
    ("06/2022/QH15", "", "", "2023-12-31", "not_yet", "not_begun", ""),
    ("06/2022/QH15", "", "", "2024-01-01", "in_force", "begun", ""),
    ("06/2022/QH15", "", "", "2025-06-30", "in_force", "begun", ""),
    ("06/2022/QH15", "", "", "2026-09-30", "in_force", "begun", ""),
    ("06/2022/QH15", "", "", "2026-10-01", "partly_replaced", "changed_in_part", "06/2026/QH16"),
    ("06/2022/QH15", "", "", "2026-11-21", "partly_replaced", "changed_in_part", "06/2026/QH16"),
    ("06/2022/QH15", "", "Điều 23", "2026-09-30", "in_force", "begun", ""),
    ("06/2022/QH15", "", "Điều 23", "2026-10-01", "partly_replaced", "changed_in_part", "06/2026/QH16"),
    ("06/2026/QH16", "", "", "2026-04-22", "not_yet", "not_issued", ""),
    ("06/2026/QH16", "", "", "2026-09-30", "not_yet", "not_begun", ""),
    ("06/2026/QH16", "", "", "2026-10-01", "in_force", "begun", ""),
    # Luật Thủ đô: two clauses of the new one are in force from its passing, the rest from 01/7/2026.
    ("39/2024/QH15", "", "", "2024-06-27", "not_yet", "not_issued", ""),
    ("39/2024/QH15", "", "", "2026-06-30", "unknown", "nothing_said", ""),
    ("39/2024/QH15", "", "", "2026-07-01", "expired", "ended_by_act", "02/2026/QH16"),
    ("02/2026/QH16", "", "", "2026-04-22", "not_yet", "not_issued", ""),
    ("02/2026/QH16", "", "", "2026-06-30", "not_yet", "not_begun", ""),
    ("02/2026/QH16", "", "", "2026-07-01", "in_force", "begun", ""),
    ("02/2026/QH16", "", "Điều 8 khoản 4", "2026-04-23", "in_force", "begun", ""),
    ("02/2026/QH16", "", "Điều 8 khoản 3", "2026-04-23", "not_yet", "not_begun", ""),
    # The decrees, one after the other.
    ("91/2017/NĐ-CP", "", "", "2017-07-30", "not_yet", "not_issued", ""),
    ("91/2017/NĐ-CP", "", "", "2017-09-30", "not_yet", "not_begun", ""),
    ("91/2017/NĐ-CP", "", "", "2017-10-01", "in_force", "begun", ""),
    ("91/2017/NĐ-CP", "", "", "2020-01-01", "in_force", "begun", ""),
    ("91/2017/NĐ-CP", "", "", "2023-12-31", "in_force", "begun", ""),
    ("91/2017/NĐ-CP", "", "", "2024-01-01", "expired", "ended_by_act", "98/2023/NĐ-CP"),
    ("98/2023/NĐ-CP", "", "", "2023-12-30", "not_yet", "not_issued", ""),
    ("98/2023/NĐ-CP", "", "", "2023-12-31", "not_yet", "not_begun", ""),
    ("98/2023/NĐ-CP", "", "", "2024-01-01", "in_force", "begun", ""),
    ("98/2023/NĐ-CP", "", "", "2025-06-30", "in_force", "begun", ""),
    ("98/2023/NĐ-CP", "", "", "2025-07-01", "expired", "ended_by_act", "152/2025/NĐ-CP"),
    ("98/2023/NĐ-CP", "", "Điều 30", "2025-07-01", "expired", "ended_by_act", "152/2025/NĐ-CP"),
    ("28/2024/NĐ-CP", "", "", "2024-03-05", "not_yet", "not_issued", ""),
    ("28/2024/NĐ-CP", "", "", "2025-06-30", "unknown", "nothing_said", ""),
    ("28/2024/NĐ-CP", "", "", "2025-07-01", "expired", "ended_by_act", "152/2025/NĐ-CP"),
    ("152/2025/NĐ-CP", "", "", "2025-06-13", "not_yet", "not_issued", ""),
    ("152/2025/NĐ-CP", "", "", "2025-06-30", "not_yet", "not_begun", ""),
    ("152/2025/NĐ-CP", "", "", "2025-07-01", "in_force", "begun", ""),
    ("152/2025/NĐ-CP", "", "", "2026-09-30", "in_force", "begun", ""),
    ("152/2025/NĐ-CP", "", "", "2026-10-01", "partly_replaced", "changed_in_part", "06/2026/QH16"),
    ("152/2025/NĐ-CP", "", "Điều 35 khoản 1", "2026-11-21", "partly_replaced", "changed_in_part", "06/2026/QH16"),
    ("152/2025/NĐ-CP", "", "", "2027-02-28", "partly_replaced", "changed_in_part", "06/2026/QH16"),
    ("152/2025/NĐ-CP", "", "", "2027-03-01", "expired", "time_is_over", ""),
    ("129/2025/NĐ-CP", "", "", "2025-06-30", "not_yet", "not_begun", ""),
    ("129/2025/NĐ-CP", "", "", "2025-07-01", "in_force", "begun", ""),
    # The base salary.
    ("73/2024/NĐ-CP", "", "", "2024-06-30", "not_yet", "not_begun", ""),
    ("73/2024/NĐ-CP", "", "", "2024-07-01", "in_force", "begun", ""),
    ("73/2024/NĐ-CP", "", "", "2026-06-30", "in_force", "begun", ""),
    ("73/2024/NĐ-CP", "", "", "2026-07-01", "expired", "ended_by_act", "161/2026/NĐ-CP"),
    ("161/2026/NĐ-CP", "", "", "2026-06-30", "not_yet", "not_begun", ""),
    ("161/2026/NĐ-CP", "", "", "2026-07-01", "in_force", "begun", ""),
    # Circulars; two bear the number 15/2025.
    ("01/2024/TT-BNV", "", "", "2024-02-23", "not_yet", "not_issued", ""),
    ("01/2024/TT-BNV", "", "", "2024-04-14", "not_yet", "not_begun", ""),
    ("01/2024/TT-BNV", "", "", "2024-04-15", "in_force", "begun", ""),
    ("01/2024/TT-BNV", "", "", "2025-07-15", "in_force", "begun", ""),
    ("01/2024/TT-BNV", "", "", "2025-08-05", "expired", "ended_by_act", "15/2025/TT-BNV"),
    ("15/2025/TT-BNV", "", "", "2025-08-04", "not_yet", "not_begun", ""),
    ("15/2025/TT-BNV", "", "", "2025-08-05", "in_force", "begun", ""),
    ("15/2025/TT-BNV", "", "", "2027-02-28", "in_force", "begun", ""),
    ("15/2025/TT-BNV", "", "", "2027-03-01", "expired", "ended_by_act", "152/2025/NĐ-CP"),
    ("15/2025/TT-BXD", "", "", "2025-08-05", "unknown", "nothing_said", ""),
    ("15/2025/TT-BXD", "", "", "2026-11-21", "in_force", "holds", ""),
    ("07/2026/TT-BGDĐT", "", "", "2026-04-01", "not_yet", "not_begun", ""),
    ("07/2026/TT-BGDĐT", "", "", "2026-04-02", "in_force", "begun", ""),
    # Party documents: nothing says from when, of one a source says that it is in force.
    ("34-CT/TW", "", "", "2014-04-06", "not_yet", "not_issued", ""),
    ("34-CT/TW", "", "", "2026-11-21", "unknown", "nothing_said", ""),
    ("41-CT/TW", "", "", "2024-12-25", "not_yet", "not_issued", ""),
    ("41-CT/TW", "", "", "2025-06-01", "unknown", "nothing_said", ""),
    ("41-CT/TW", "", "", "2026-11-21", "in_force", "holds", ""),
    ("01-KL/TW", "", "", "2026-11-21", "unknown", "nothing_said", ""),
    # Two directives bear the number 35: that of 2024 is held, that of 1998 only told of.
    ("35-CT/TW", "2024-06-14", "", "2024-06-13", "not_yet", "not_issued", ""),
    ("35-CT/TW", "2024-06-14", "", "2024-12-31", "unknown", "nothing_said", ""),
    # Hà Nội.
    ("83/2025/NQ-HĐND", "", "", "2025-12-09", "not_yet", "not_begun", ""),
    ("83/2025/NQ-HĐND", "", "", "2025-12-10", "in_force", "begun", ""),
    ("32/2024/NQ-HĐND", "", "", "2025-12-09", "unknown", "nothing_said", ""),
    ("32/2024/NQ-HĐND", "", "", "2025-12-10", "expired", "ended_by_act", "83/2025/NQ-HĐND"),
    ("71/2025/QĐ-UBND", "", "", "2025-12-05", "not_yet", "not_begun", ""),
    ("71/2025/QĐ-UBND", "", "", "2025-12-06", "in_force", "begun", ""),
    ("35/2024/QĐ-UBND", "", "", "2025-12-06", "expired", "ended_by_act", "71/2025/QĐ-UBND"),
    ("09/2020/QĐ-UBND", "", "", "2026-11-21", "unknown", "nothing_said", ""),
    # Two plans bear the number 172: Hồ Chí Minh's is held, Ba Đình's only told of in a news item.
    ("172/KH-UBND", "2025-11-18", "", "2025-11-17", "not_yet", "not_issued", ""),
    ("172/KH-UBND", "2025-11-18", "", "2026-11-21", "unknown", "nothing_said", ""),
    ("172/KH-UBND", "2020-09-07", "", "2020-09-06", "not_yet", "not_issued", ""),
    ("172/KH-UBND", "2020-09-07", "", "2021-01-01", "unknown", "nothing_said", ""),
)


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    folder = tmp_path_factory.mktemp("shipped")
    plan = folder / "172.txt"
    plan.write_text(HO_CHI_MINH_PLAN, encoding="utf-8")
    with workshop_in(folder / "data") as workshop:
        reports = workshop.add(DOCUMENTS, plan)
        assert [report.path for report in reports if report.error] == []
        yield Register(workshop.library)


@pytest.mark.parametrize(("number", "issued_on", "place", "day", "status", "reason", "by"), ROWS)
def test_the_status_on_a_day_is_what_the_instruments_say(register, number, issued_on, place, day, status, reason, by):
    instruments = register.instruments(parse_number(number))
    [instrument] = [one for one in instruments if issued_on in ("", str(one.issued_on))]
    validity = register.validity_of(instrument, date.fromisoformat(day), parse_locator(place) if place else None)
    acting = validity.cause.acting if isinstance(validity.cause, Act) else None
    found = (str(validity.status), str(validity.reason), str(acting.number) if acting and by else "")
    assert found == (status, reason, by)
