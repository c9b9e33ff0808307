import pytest

from bot.screens.actions import document_key
from bot.screens.deadline_screens import deadlines_command, document_deadlines_screen
from tests.bot.screens.held import holdings_over
from tests.bot.screens.telegram_html import callback, faults_of, labels
from tests.documents import day
from tests.instruments import begins, instrument, replaces
from tests.plans import always, before, by, duty, from_to, plan

TODAY = day("2026-03-02")

PROVINCE = plan(
    "12/KH-UBND",
    "2026-01-05",
    duty("Báo cáo kết quả", "trước ngày 31/3/2026", before("2026-03-31"), "Sở Nội vụ"),
    duty("Lập danh sách", "chậm nhất ngày 20/3/2026", by("2026-03-20"), "Sở Y tế"),
    duty("Tổng kết", "chậm nhất ngày 15/12/2026", by("2026-12-15"), "Sở Nội vụ"),
    duty("Giữ vệ sinh", "thường xuyên", always(), "Các xã"),
    duty("Họp", "trước ngày 01/02/2026", before("2026-02-01"), "Sở Nội vụ"),
    duty("Chấm điểm", "từ 01/02/2026 đến 30/9/2026", from_to("2026-02-01", "2026-09-30"), "Sở Nội vụ"),
    title="Làng nghề xanh",
    source="<b>&",
)
TOWNSHIP = plan(
    "12/KH-UBND", "2026-01-09", duty("Họp xã", "ngày 10/3/2026", by("2026-03-10"), "Các ấp"), issuer="UBND xã Cồn Sậy"
)
KEY = document_key(PROVINCE.document.id)


@pytest.fixture
def holdings(tmp_path):
    with holdings_over(tmp_path, PROVINCE) as found:
        yield found


def asked(holdings, text):
    return deadlines_command(text, holdings, TODAY)


def due(shown):
    """The days of a list, as its lines begin."""
    return [line.split("</b>")[0].removeprefix("• <b>") for line in shown.html.splitlines() if line.startswith("• ")]


def test_the_deadlines_of_a_document_are_those_to_come_then_those_without_a_day_then_those_past(holdings):
    shown = document_deadlines_screen(KEY, "0", holdings, TODAY)
    assert shown.html.splitlines() == [
        "<b>Hạn chốt trong Kế hoạch 12/KH-UBND</b>",
        "<i>Tính đến ngày 02/3/2026</i>",
        "",
        "<b>Sắp tới</b>",
        "• <b>Chậm nhất ngày 20/3/2026</b> (còn 18 ngày) – Sở Y tế: lập danh sách",
        "• <b>Trước ngày 31/3/2026</b> (muộn nhất là 30/3/2026; còn 28 ngày) – Sở Nội vụ: báo cáo kết quả",
        "• <b>Từ tháng 02 đến hết tháng 9/2026</b> (đang thực hiện, còn 212 ngày) – Sở Nội vụ: chấm điểm",
        "• <b>Chậm nhất ngày 15/12/2026</b> (còn 288 ngày) – Sở Nội vụ: tổng kết",
        "",
        "<b>Không có ngày cụ thể</b>",
        "• <b>Thường xuyên</b> – Các xã: giữ vệ sinh",
        "",
        "<b>Đã qua</b>",
        "• <b>Trước ngày 01/02/2026</b> (muộn nhất là 31/01/2026, rơi vào thứ Bảy; đã qua) – Sở Nội vụ: họp",
    ]
    assert labels(shown) == [["Đưa vào lịch", "Thẻ văn bản"]]


def test_many_deadlines_are_told_page_by_page(tmp_path):
    duties = [duty(f"Họp lần {n}", f"ngày {n:02}/4/2026", by(f"2026-04-{n:02}")) for n in range(1, 20)]
    record = plan("7/KH-UBND", "2026-01-05", *duties)
    key = document_key(record.document.id)
    with holdings_over(tmp_path, record) as holdings:
        pages = [document_deadlines_screen(key, page, holdings, TODAY) for page in ("0", "1", "2")]
        beyond = [document_deadlines_screen(key, page, holdings, TODAY) for page in ("99", "x")]
    assert [len(due(page)) for page in pages] == [8, 8, 3]
    assert "trang 2/3" in pages[1].html
    assert callback(pages[1], "Trang sau ›") == f"h:{key}:2"
    assert callback(pages[1], "‹ Trang trước") == f"h:{key}:0"
    assert beyond == [pages[2], pages[0]]


def test_a_document_without_deadlines_says_so(tmp_path):
    record = instrument("1/2026/NĐ-CP", "2026-01-05", begins("2026-02-01"))
    with holdings_over(tmp_path, record) as holdings:
        shown = document_deadlines_screen(document_key(record.document.id), "0", holdings, TODAY)
    assert shown.html == "Văn bản không nêu thời hạn nào."


def test_a_document_that_is_gone_is_told_so(holdings):
    shown = document_deadlines_screen("AAAAAAAAAAAA", "0", holdings, TODAY)
    assert shown.html == "Văn bản này không còn trong kho. Xin hỏi lại hoặc báo quản trị viên."


def test_hanchot_alone_tells_what_is_due_in_thirty_days(holdings):
    shown = asked(holdings, "")
    assert due(shown) == ["Chậm nhất ngày 20/3/2026", "Trước ngày 31/3/2026"]
    assert shown.html.startswith("<b>Việc đến hạn từ 02/3/2026 đến 01/4/2026:</b>")
    assert "<i>Kế hoạch 12/KH-UBND, UBND tỉnh Sơn Hạ</i>" in shown.html
    assert shown.html.endswith("<i>Ngoài ra có 1 việc kéo dài, không đến hạn trong thời gian này.</i>")
    assert labels(shown) == [["Hạn chốt trong Kế hoạch 12/KH-UBND"]]
    assert faults_of(shown.html) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Sở Nội vụ", ["Trước ngày 31/3/2026"]),
        ("sở y tế tháng 3", ["Chậm nhất ngày 20/3/2026"]),
        ("tháng 12", ["Chậm nhất ngày 15/12/2026"]),
        ("Sở Nội vụ quý 4", ["Chậm nhất ngày 15/12/2026"]),  # "quý" is no part of the name
        ("quý 3/2026", ["Từ tháng 02 đến hết tháng 9/2026"]),  # it ends then
        ("tháng 5/2026", []),
    ],
)
def test_hanchot_takes_a_unit_and_a_time(holdings, text, days):
    assert due(asked(holdings, text)) == days


def test_nothing_due_is_said_honestly(holdings):
    shown = asked(holdings, "Sở Y tế tháng 5/2026")
    assert shown.html.startswith("Trong kho văn bản không có thời hạn nào giao cho Sở Y tế trong tháng 5/2026.")


@pytest.mark.parametrize("text", ["12/KH-UBND", "kế hoạch 12"])
def test_hanchot_with_a_document_lists_all_its_deadlines(holdings, text):
    assert asked(holdings, text) == document_deadlines_screen(KEY, "0", holdings, TODAY)


def test_hanchot_with_an_ambiguous_number_asks_which(tmp_path):
    with holdings_over(tmp_path, PROVINCE, TOWNSHIP) as holdings:
        shown = asked(holdings, "12/KH-UBND")
    assert "Làng nghề xanh" in shown.html
    assert "UBND xã Cồn Sậy" in shown.html
    assert labels(shown) == [["1. Kế hoạch 12/KH-UBND"], ["2. Kế hoạch 12/KH-UBND"]]


def test_words_that_name_nothing_are_answered_with_how_to_ask(holdings):
    shown = asked(holdings, "<b>blah")
    assert shown.html.startswith("Tôi chưa tìm thấy văn bản, đơn vị hoặc thời gian nào theo “&lt;b&gt;blah”.")
    assert "/hanchot Sở Nội vụ tháng 12" in shown.html


def test_what_a_replaced_plan_ordered_is_not_due(tmp_path):
    later = instrument(
        "13/KH-UBND", "2026-01-20", begins("2026-01-20"), replaces("12/KH-UBND"), issuer="UBND tỉnh Sơn Hạ"
    )
    with holdings_over(tmp_path, PROVINCE, later) as holdings:
        assert due(asked(holdings, "")) == []


def test_a_long_list_is_cut_and_says_how_many_more(tmp_path):
    duties = [duty(f"Họp lần {n}", f"ngày {n:02}/3/2026", by(f"2026-03-{n:02}")) for n in range(3, 23)]
    with holdings_over(tmp_path, plan("7/KH-UBND", "2026-01-05", *duties)) as holdings:
        shown = asked(holdings, "")
    assert len(due(shown)) == 12
    assert "Còn 8 mốc khác chưa nêu ở đây." in shown.html
