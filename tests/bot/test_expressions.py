import pytest

from bot.expressions import AnswerType, find_expressions


def found(kind: AnswerType, text: str) -> list[str]:
    return [text[start:end] for start, end in find_expressions(kind, text)]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("gửi báo cáo trước ngày 31/3/2026.", ["trước ngày 31/3/2026"]),  # exclusive day
        ("chậm nhất ngày 10 tháng 12 năm 2025", ["chậm nhất ngày 10 tháng 12 năm 2025"]),  # written out
        ("tổng kết vào đầu tháng 10/2024", ["vào đầu tháng 10/2024"]),  # vague part of a month
        ("từ tháng 5 đến hết tháng 9/2024", ["từ tháng 5 đến hết tháng 9/2024"]),  # a range is one expression
        ("báo cáo trước ngày 20 hằng tháng", ["trước ngày 20 hằng tháng"]),  # recurring
        ("trước ngày 15/11 hằng năm", ["trước ngày 15/11 hằng năm"]),  # recurring, with month
        ("gửi Đề án 7 trước ngày 20 hằng tháng", ["trước ngày 20 hằng tháng"]),  # a limit is no document's date
        ("theo Quyết định số 7 ngày 05/5/2022", []),  # the document's own
        ("hoàn thành trong quý III/2026", ["trong quý III/2026"]),
        ("giai đoạn 2026 - 2030", ["giai đoạn 2026 - 2030"]),
        ("thực hiện thường xuyên", ["thường xuyên"]),  # ongoing
        ("thường xuyên chỉ đạo, đôn đốc các xã", []),  # how, not when
        ("tặng 15 Cờ thi đua cho các đơn vị", []),  # an amount is no time
    ],
)
def test_times_are_found_as_written(text, times):
    assert found(AnswerType.TIME, text) == times


@pytest.mark.parametrize(
    ("text", "durations"),
    [
        ("trong thời hạn 10 ngày làm việc kể từ ngày nhận", ["trong thời hạn 10 ngày làm việc"]),
        ("không quá 06 tháng", ["không quá 06 tháng"]),
        ("họp 03 tháng/lần", ["03 tháng/lần"]),
        ("năm 2025", []),  # a year is no duration
    ],
)
def test_durations_are_found_as_written(text, durations):
    assert found(AnswerType.DURATION, text) == durations


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("tổng hợp 60 hoạt động", ["60"]),
        ("mức 2.530.000 đồng", ["2.530.000"]),
        ("hệ số 0,3 lần", ["0,3"]),
        ("Kế hoạch số 88/KH-UBND", []),  # the serial of a number is no amount
        ("ngày 18/11/2025", []),  # nor is a date
    ],
)
def test_amounts_are_found_but_not_dates_or_document_numbers(text, amounts):
    assert found(AnswerType.AMOUNT, text) == amounts


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("đồng chí Lê Văn Tám, Giám đốc Sở", ["Lê Văn Tám"]),  # after a form of address
        ("Chủ tịch UBND xã Nguyễn Thị Bưởi ký", ["Nguyễn Thị Bưởi"]),  # after a post and its unit
        ("Sở Nội vụ chủ trì", []),  # a unit is nobody
    ],
)
def test_persons_are_found_by_their_titles(text, people):
    assert found(AnswerType.PERSON, text) == people
