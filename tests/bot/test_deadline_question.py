"""What a question wants to know about deadlines, as people type it."""

import time
from datetime import date

import pytest

from bot.deadline_question import DeadlineForm as F
from bot.deadline_question import deadline_asked
from corpus.model import Product
from tests.bot.questions import asked

TODAY = date(2026, 11, 21)

FORMS = [
    # when a duty is due
    ("KH 0124 bao giờ tổng kết", F.WHEN),
    ("kh 0124 bao gio tong ket", F.WHEN),
    ("hạn nộp báo cáo của UBND phường trong KH này", F.WHEN),
    ("hồ sơ CSTĐ toàn quốc gửi trước ngày nào", F.WHEN),
    ("hạn nộp hs cờ tđ của chính phủ là khi nào", F.WHEN),
    ("bc kết quả quan trắc nộp hôm nào", F.WHEN),
    ("deadline nộp danh sách điển hình tiên tiến", F.WHEN),
    ("khi nào các xã phải ban hành kế hoạch", F.WHEN),
    ("hạn của Sở KH&CN là khi nào", F.WHEN),
    ("KH 57 các xã trồng cây đến khi nào", F.WHEN),  # any task of a plan that is named
    ("KH 153 gửi kế hoạch trong bao lâu", F.WHEN),
    ("các sở báo cáo kết quả thực hiện NQ 214/NQ-CP trước ngày mấy hằng tháng?", F.WHEN),
    ("Sở Nội vụ nộp báo cáo khi nào và nộp cho ai", F.WHEN),  # the date tells the addressee too
    # what is due
    ("tháng 12 Sở Nội vụ phải làm gì", F.WHAT),
    ("thang 12 so noi vu phai lam gi", F.WHAT),
    ("sắp tới có việc gì đến hạn", F.WHAT),
    ("những việc nào đã quá hạn", F.WHAT),
    ("từ nay đến cuối năm UBND xã phải nộp những báo cáo gì", F.WHAT),
    ("Quý IV/2025 Sở Tư pháp phải hoàn thành việc gì", F.WHAT),
    ("lịch báo cáo tháng 12 của Sở Nội vụ", F.WHAT),
    ("danh sách việc đến hạn tuần này", F.WHAT),
    # how long it still is
    ("còn bao nhiêu ngày nữa", F.HOW_LONG),
    ("KH 57/KH-UBND còn bao nhiêu ngày nữa thì hết hạn nộp báo cáo", F.HOW_LONG),
    ("KH 57 đã quá hạn báo cáo chưa", F.HOW_LONG),
    ("còn kịp nộp hồ sơ khen thưởng bầu cử không", F.HOW_LONG),
    ("mấy ngày nữa phải nộp báo cáo KH 57", F.HOW_LONG),
    ("hạn báo cáo còn bao lâu", F.HOW_LONG),
    # how often
    ("mấy tháng báo cáo một lần", F.HOW_OFTEN),
    ("một năm báo cáo mấy lần", F.HOW_OFTEN),
    ("KH 141 chế độ báo cáo thế nào", F.HOW_OFTEN),
    ("bao lâu phải báo cáo một lần", F.HOW_OFTEN),
    ("KH 57 báo cáo hằng tháng hay hằng quý", F.HOW_OFTEN),
    ("KH 57 định kỳ báo cáo khi nào", F.HOW_OFTEN),
    # all of them
    ("kh 0125 có những mốc thời gian nào", F.ALL),
    ("các mốc thời gian của Kế hoạch 57/KH-UBND", F.ALL),
    ("liệt kê các thời hạn trong KH 57", F.ALL),
    ("năm 2026 Sở Nội vụ có những hạn nào", F.ALL),
    ("ngày 15/12 có hạn gì", F.ALL),
    # to whom
    ("KH 57 báo cáo gửi về đâu", F.TO_WHOM),
    ("báo cáo kết quả phong trào gửi cho ai", F.TO_WHOM),
    ("KH 57 hồ sơ nộp cho đơn vị nào", F.TO_WHOM),
]


@pytest.mark.parametrize(("text", "form"), FORMS)
def test_a_question_about_deadlines_is_known_by_its_form(text, form):
    assert deadline_asked(asked(text), TODAY).form is form


@pytest.mark.parametrize(
    "text",
    [
        # force and facts of documents
        "NĐ 152 có hiệu lực từ ngày nào",
        "Luật 06 hết hiệu lực khi nào",
        "Nghị định 41/2019/NĐ-CP còn hạn không",
        "Kế hoạch 57/KH-UBND ban hành ngày nào",
        "ai ký kế hoạch 57/KH-UBND, ký ngày nào",
        "kế hoạch nào thay thế KH 57",
        # rewards, holidays, meanings, anniversaries
        "Huân chương Lao động hạng Nhất thưởng bao nhiêu",
        "tháng 3/2026 lương cơ sở theo NĐ nào",
        "Tết được nghỉ mấy ngày",
        "thời hạn là gì",
        "chiến sĩ thi đua cơ sở là gì",
        "ngày truyền thống thi đua là ngày nào",
        # no time is asked for
        "KH 57 giao Sở Nội vụ việc gì",
        "Sở Nội vụ chủ trì việc gì trong KH 57",
        "giới hạn số lượng bằng khen",
        "quyền hạn của Hội đồng thi đua",
        "tiêu chuẩn chiến sĩ thi đua toàn quốc",
        "hồ sơ khen thưởng gồm những gì",
        "tóm tắt KH 57",
        "xin chào",
        # what was done
        "phường Lụa Vàng đã làm được gì trong năm 2025",
        "năm 2026 có quy định gì mới về khen thưởng",
        # "máy móc" without marks would be "mấy mốc"
        "hỗ trợ doanh nghiệp đổi mới máy móc trong giai đoạn nào",
    ],
)
def test_other_questions_are_none_about_deadlines(text):
    assert deadline_asked(asked(text), TODAY) is None


@pytest.mark.parametrize(
    ("text", "products", "words"),
    [
        ("KH 57 báo cáo khi nào", {Product.REPORT}, {"bao cao"}),
        ("KH 57 bao giờ tổng kết", {Product.REVIEW}, {"tong ket"}),
        ("KH 57 hồ sơ khen thưởng gửi khi nào", {Product.DOSSIER}, {"ho so"}),
        ("các sở gửi kế hoạch trước ngày nào", {Product.PLAN}, {"ke hoach"}),
        ("hạn đăng ký thi đua", {Product.REGISTRATION}, {"dang ky"}),
        ("KH 57 bao giờ phát động", set(), set()),
    ],
)
def test_the_kind_of_duty_is_told_by_its_word(text, products, words):
    found = deadline_asked(asked(text), TODAY)
    assert (found.products, found.handed_in) == (products, words)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("KH 57 báo cáo trồng cây trước ngày nào", {"báo", "cáo", "trồng", "cây"}),
        ("tháng 12 Sở Nội vụ phải làm gì", set()),  # unit and time are none
        ("KH 57 còn bao nhiêu ngày nữa hết hạn nộp hồ sơ", {"hồ", "sơ"}),
        ("các mốc thời gian của KH 57", set()),
    ],
)
def test_the_topic_is_what_remains(text, topic):
    assert deadline_asked(asked(text), TODAY).topic == topic


@pytest.mark.parametrize(
    ("text", "points_back"),
    [
        ("hạn nộp báo cáo trong KH này", True),
        ("hạn đó là khi nào", True),
        ("báo cáo này nộp khi nào", True),
        ("KH 57 này báo cáo khi nào", False),  # it names the plan
        ("báo cáo năm nay nộp khi nào", False),
        ("báo cáo tiến độ nộp khi nào", False),  # "tiến độ" without marks ends like "đó"
    ],
)
def test_a_question_that_points_back_is_known(text, points_back):
    assert deadline_asked(asked(text), TODAY).points_back is points_back


def test_a_time_bounds_only_what_is_listed():
    assert deadline_asked(asked("tổng kết năm 2025 khi nào"), TODAY).window is None
    assert deadline_asked(asked("tháng 12 phải nộp gì"), TODAY).window.last == date(2026, 12, 31)


def test_the_date_of_a_document_is_not_the_time_asked_about():
    found = deadline_asked(asked("các mốc thời gian của Kế hoạch 57/KH-UBND ngày 12/02/2025"), TODAY)
    assert found.window is None


@pytest.mark.parametrize("text", ["từ tháng 1 đến " * 100, "còn " * 370, "báo cáo hằng " * 110, "các sở, " * 180])
def test_the_longest_question_is_read_in_no_time(text):
    question = asked(text)
    started = time.perf_counter()
    deadline_asked(question, TODAY)
    assert time.perf_counter() - started < 1
