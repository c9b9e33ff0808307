"""Whom a question about deadlines asks for: who must do it, not to whom it goes or who issued the plan."""

import pytest

from bot.deadline_units import MASK, is_elsewhere, units_asked

ROWS = [
    ("tháng 12 Sở Nội vụ phải làm gì", ["Sở Nội vụ"]),
    ("Sở Nội vụ báo cáo UBND tỉnh khi nào", ["Sở Nội vụ"]),  # the province is told
    ("hạn nộp báo cáo của UBND phường trong KH này", ["UBND phường"]),
    ("lịch báo cáo quý II/2026 của Sở Tư pháp", ["Sở Tư pháp"]),
    ("UBND các xã, phường tháng này phải nộp gì", ["UBND các xã, phường"]),
    ("sở văn hóa, thể thao và du lịch phải làm gì", ["sở văn hóa, thể thao và du lịch"]),
    ("hạn của Sở KH&CN là khi nào", ["Sở KH&CN"]),
    ("SNV tuần này có gì", ["SNV"]),
    ("xã em phải báo cáo gì", ["xã"]),
    ("trường mình gửi hồ sơ hạn nào", ["trường"]),
    ("Báo Bình Minh tuyên truyền đến khi nào", ["Báo Bình Minh"]),  # "bình xét" does not end a name
    ("SỞ NỘI VỤ PHẢI LÀM GÌ", ["sở nội vụ"]),
    ("Sở Nội vụ và Sở Tài chính có hạn nào", ["Sở Nội vụ và Sở Tài chính"]),
    ("các sở gửi kế hoạch trước ngày nào", ["các sở"]),
    # issuers and addressees
    ("kế hoạch của UBND tỉnh Bình Minh bao giờ tổng kết", []),
    ("hồ sơ gửi Bộ Nội vụ trước ngày nào", []),
    ("báo cáo về Sở Tài chính hạn nào", []),
    # everybody whom a plan addresses
    ("các cơ quan, đơn vị gửi kế hoạch trong bao lâu", []),
    # no units
    ("phong trào thi đua bầu cử kéo dài bao lâu", []),
    ("phòng chống ma túy báo cáo khi nào", []),
    ("số tiền nộp trước ngày nào", []),
    ("hội nghị sơ kết tổ chức khi nào", []),
    ("trường hợp nộp muộn thì sao", []),
    ("báo cáo gửi bao giờ", []),
    ("hồ sơ chiến sĩ thi đua cơ sở nộp khi nào", []),
    ("còn mấy ngày nữa hết hạn báo cáo môi trường nước hồ", []),
    ("danh hiệu xã, phường, đặc khu tiêu biểu bao lâu xét một lần", []),
    ("Bộ CHQS tỉnh có hạn nào", ["Bộ CHQS tỉnh"]),
    (f"Sở Y tế Nghệ An {MASK * 7} có việc gì phải hoàn thành", ["Sở Y tế Nghệ An"]),  # a time stood there
]


@pytest.mark.parametrize(("asked", "units"), ROWS)
def test_the_units_that_must_do_it_are_found(asked, units):
    assert [unit.name for unit in units_asked(asked)] == units


@pytest.mark.parametrize(
    ("issuer", "question", "unit", "elsewhere"),
    [
        ("Ủy ban nhân dân tỉnh Đắk Lắk", "Sở Nội vụ Đồng Tháp phải làm gì", "Sở Nội vụ", True),
        ("Ủy ban nhân dân tỉnh Đồng Tháp", "Sở Nội vụ Đồng Tháp phải làm gì", "Sở Nội vụ", False),
        ("Chính phủ", "Sở Nội vụ Đồng Tháp phải làm gì", "Sở Nội vụ", False),  # for the whole country
        ("Ủy ban nhân dân xã Cồn Sậy", "xã Mây Trắng phải làm gì", "xã Mây Trắng", True),
        ("Ủy ban nhân dân xã Cồn Sậy", "xã Cồn Sậy phải làm gì", "xã Cồn Sậy", False),
    ],
)
def test_a_document_of_another_place_is_not_meant(issuer, question, unit, elsewhere):
    assert is_elsewhere(issuer, question, unit) is elsewhere
