"""For which day questions ask, as people type them."""

from datetime import date

import pytest

from bot.asked_time import AskedTime, asked_time
from tests.bot.questions import asked

AS_OF = date(2026, 11, 21)


def day(text):
    return date(*reversed([int(part) for part in text.split("/")]))


# (question, day, first, last) – first and last only where they differ from the day
EXPLICIT = [
    # parts of a year
    ("nửa đầu năm 2025 nghị định nào hướng dẫn", "30/06/2025", "01/01/2025", "30/06/2025"),
    ("nua cuoi nam 2024 thong tu nao ap dung", "31/12/2024", "01/07/2024", "31/12/2024"),
    ("6 tháng cuối năm 2025 áp dụng thông tư nào", "31/12/2025", "01/07/2025", "31/12/2025"),
    ("quý II/2025 nghị định nào có hiệu lực", "30/06/2025", "01/04/2025", "30/06/2025"),
    ("quy 3 nam ngoai luong co so bao nhieu", "30/09/2025", "01/07/2025", "30/09/2025"),
    ("đầu năm nay tiền thưởng tính theo lương nào", "31/03/2026", "01/01/2026", "31/03/2026"),
    ("quyết định ký tháng 5 năm ngoái thì được thưởng bao nhiêu", "31/05/2025", "01/05/2025", "31/05/2025"),
    ("t8 nam ngoai luong co so bao nhieu", "31/08/2025", "01/08/2025", "31/08/2025"),
    ("quyết định ký 15/3 năm ngoái thì được thưởng bao nhiêu", "15/03/2025"),
    ("ngày 15 tháng 3 năm ngoái lương cơ sở bao nhiêu", "15/03/2025"),
    ("tháng 2 năm sau lương cơ sở bao nhiêu", "28/02/2027", "01/02/2027", "28/02/2027"),
    ("nếu ký năm sau thì được thưởng bao nhiêu", "31/12/2027", "01/01/2027", "31/12/2027"),
    ("nửa cuối năm ngoái lương cơ sở bao nhiêu", "31/12/2025", "01/07/2025", "31/12/2025"),
    # a year, and what is counted behind it
    ("năm 2025 tập thể lao động tiên tiến cần tỷ lệ bao nhiêu", "31/12/2025", "01/01/2025", "31/12/2025"),
    ("nam 2025 ca nhan duoc thuong bao nhieu", "31/12/2025", "01/01/2025", "31/12/2025"),
    # days
    ("ngày 01/12/2025 chiến sĩ thi đua cơ sở được thưởng bao nhiêu", "01/12/2025"),
    ("ngay 1/12/2025 cstdcs duoc thuong bao nhieu", "01/12/2025"),
    ("quyết định ký ngày 1/12/2025 thì tiền thưởng lao động tiên tiến bao nhiêu", "01/12/2025"),
    ("quyết định khen thưởng ban hành ngày 30/6/2026 tính theo lương cơ sở nào", "30/06/2026"),
    ("qđ khen ký 15-3-2026 hưởng mức thưởng nào", "15/03/2026"),
    ("Nghị định 98/2023/NĐ-CP còn hiệu lực tại thời điểm 30/6/2025 không?", "30/06/2025"),
    ("nd 98 con hieu luc vao ngay 1.7.2025 khong", "01/07/2025"),
    ("tính đến ngày 31 tháng 12 năm 2025 nghị định nào đang áp dụng", "31/12/2025"),
    ("thời điểm 01/01/2024 luật nào có hiệu lực", "01/01/2024"),
    ("hồi 5/9/23 còn áp dụng nghị định nào", "05/09/2023"),
    ("Nghị định 98/2023/NĐ-CP ngày 1/8/2025 còn áp dụng không", "01/08/2025"),
    ("31/12 năm 2023 thông tư nào hướng dẫn", "31/12/2023"),
    ("nghị định nào có hiệu lực từ 01/7/2025", "01/07/2025"),
    ("Chỉ thị 34-CT/TW ngày 07/4/2014 còn hiệu lực ngày 1/1/2020 không", "01/01/2020"),
    # days to come
    ("từ 01/10/2026 tiêu chuẩn chiến sĩ thi đua cơ sở thế nào", "01/10/2026"),
    ("nghị định 152 còn áp dụng đến ngày 01/03/2027 không", "01/03/2027"),
    ("tu 1/3/2027 ap dung nghi dinh nao", "01/03/2027"),
    # before and after
    ("trước ngày 01/7/2025 áp dụng nghị định nào", "30/06/2025"),
    ("hồ sơ gửi trước 01/7/2025 thì theo nghị định nào", "30/06/2025"),
    ("trước năm 2024 theo luật nào", "31/12/2023"),
    ("truoc thang 7/2025 ai tang giay khen", "30/06/2025"),
    ("sau 01/3/2027 áp dụng văn bản nào", "02/03/2027"),
    ("sau năm 2023 nghị định 91 còn dùng không", "01/01/2024"),
    # months, quarters, parts of a year
    ("tháng 6/2024 mức lương cơ sở là bao nhiêu", "30/06/2024", "01/06/2024", "30/06/2024"),
    ("thang 6 nam 2024 luong co so bao nhieu", "30/06/2024", "01/06/2024", "30/06/2024"),
    ("T6/2024 mức thưởng giấy khen", "30/06/2024", "01/06/2024", "30/06/2024"),
    ("hồi 6/2024 tiền thưởng cstđcs bao nhiêu", "30/06/2024", "01/06/2024", "30/06/2024"),
    ("đầu tháng 7/2025 hồ sơ theo nghị định nào", "10/07/2025", "01/07/2025", "10/07/2025"),
    ("cuối tháng 2 năm 2024 thông tư nào còn hiệu lực", "29/02/2024", "21/02/2024", "29/02/2024"),
    ("từ tháng 7/2025 xã có quyền tặng giấy khen không", "01/07/2025"),
    ("quý III/2025 áp dụng nghị định nào", "30/09/2025", "01/07/2025", "30/09/2025"),
    ("6 tháng đầu năm 2025 nghị định nào hướng dẫn luật", "30/06/2025", "01/01/2025", "30/06/2025"),
    ("đầu năm 2023 luật nào áp dụng", "31/03/2023", "01/01/2023", "31/03/2023"),
    ("cuoi 2023 nghi dinh nao con hieu luc", "31/12/2023", "01/10/2023", "31/12/2023"),
    # years
    ("năm 2024 nghị định nào hướng dẫn luật", "31/12/2024", "01/01/2024", "31/12/2024"),
    ("nam 2020 nghi dinh nao quy dinh chi tiet luat thi dua khen thuong", "31/12/2020", "01/01/2020", "31/12/2020"),
    ("hồi 2023 tiền thưởng bao nhiêu", "31/12/2023", "01/01/2023", "31/12/2023"),
    ("hồi năm 2019 xét lao động tiên tiến cần bao nhiêu tháng", "31/12/2019", "01/01/2019", "31/12/2019"),
    ("vào 2020 luật nào còn hiệu lực", "31/12/2020", "01/01/2020", "31/12/2020"),
    ("cstđcs 2024 được thưởng bao nhiêu", "31/12/2024", "01/01/2024", "31/12/2024"),
    ("mức lương cơ sở 2025 là bao nhiêu", "31/12/2025", "01/01/2025", "31/12/2025"),
    ("Nghị định 98/2023/NĐ-CP năm 2024 còn hiệu lực không", "31/12/2024", "01/01/2024", "31/12/2024"),
    ("tiêu chuẩn chiến sĩ thi đua cơ sở năm 2023", "31/12/2023", "01/01/2023", "31/12/2023"),
    ("năm 2024 kế hoạch nào còn hiệu lực", "31/12/2024", "01/01/2024", "31/12/2024"),
    ("năm ngoái tiền thưởng chiến sĩ thi đua cơ sở bao nhiêu", "31/12/2025", "01/01/2025", "31/12/2025"),
    ("từ năm 2024 áp dụng luật nào", "01/01/2024"),
    # the present year: not after today
    ("năm 2026 tiền thưởng lao động tiên tiến bao nhiêu", "21/11/2026", "01/01/2026", "31/12/2026"),
    # years to come
    ("năm 2027 nghị định 152 còn hiệu lực không", "31/12/2027", "01/01/2027", "31/12/2027"),
    ("sang năm nghị định 152 còn hiệu lực không", "31/12/2027", "01/01/2027", "31/12/2027"),
    # from one time to another
    ("từ năm 2017 đến năm 2023 áp dụng nghị định nào", "31/12/2023", "01/01/2017", "31/12/2023"),
    ("từ 2020 đến nay quy định tiền thưởng thay đổi ra sao", "21/11/2026", "01/01/2020", "21/11/2026"),
]

# Times that tell which document, plan, campaign or deadline is meant, and times without a year.
NOT_THE_TIME = [
    "Nghị định 152/2025/NĐ-CP ngày 14/6/2025 còn hiệu lực không",
    "Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định gì",
    "Chỉ thị số 34-CT/TW của Bộ Chính trị ngày 07/4/2014 nói gì",
    "NĐ 98/2023 còn áp dụng không",
    "nghị định 98 năm 2023 còn hiệu lực không",
    "thông tư 01/2024 hướng dẫn gì",
    "Luật Thi đua, khen thưởng năm 2022 có hiệu lực khi nào",
    "luật tđkt 2022 có mấy chương",
    "Có những loại hình khen thưởng nào theo luật 2022?",
    "nghị định ban hành năm 2017 quy định gì",
    "Điều 5 Luật Thi đua, khen thưởng 2022",
    "kế hoạch năm 2024 của quận còn hiệu lực không",
    "Kế hoạch phát động thi đua năm 2026 của phường Lụa Vàng tổng kết khi nào?",
    "kh thi dua 2024 cua quan To Tam nham muc dich gi",
    "phong trào thi đua năm 2025 do ai phát động",
    "tiền thưởng phong trào thi đua năm 2025 lấy từ đâu",
    "hội nghị 27/4/2023 trao bao nhiêu cờ thi đua",
    "Ai phát động thi đua ở quận Tơ Tằm năm 2020?",
    "giai đoạn 2026-2030 có bao nhiêu phong trào",
    "giai đoạn 2021 - 2025 ai được tặng cờ",
    "năm học 2024-2025 nộp hồ sơ khi nào",
    "nhiệm kỳ 2025-2030 có chỉ tiêu gì",
    "đến năm 2030 phấn đấu bao nhiêu phần trăm",
    "tỉnh đến 2030 kinh tế số chiếm bao nhiêu % GRDP",
    "kỷ niệm 70 năm Ngày Giải phóng (10/10/1954 - 10/10/2024) có hoạt động gì",
    "kỷ niệm 1010 năm Thăng Long",
    "cờ thi đua của Chính phủ cho phong trào từ 5 năm trở lên",
    "hồ sơ gửi trước ngày 31/12 hằng năm đúng không",
    "nộp trước 31/3 hàng năm à",
    "báo cáo trước ngày 25/11/2026 gửi về đâu",
    "bao cao cham nhat truoc 25/11/2026 gom gi",
    "hạn gửi hồ sơ Cờ thi đua là 30/6 phải không",
    "trong năm 12 tháng xét mấy lần",
    "trồng 2000 cây có được khen không",
    "thưởng 2.025.000 đồng có đúng không",
    "05 năm liên tục hoàn thành tốt nhiệm vụ được tặng gì",
    "chi thi 34 con hieu luc khong",
    "",
    "tháng 13/2024",
    "ngày 31/6/2025",
]

PAST_WITHOUT_A_DAY = [
    "trước đây tiền thưởng chiến sĩ thi đua cơ sở là bao nhiêu",
    "truoc day xet lao dong tien tien can may thang",
    "trước kia ai tặng giấy khen cấp huyện",
    "quy định cũ về tiền thưởng thế nào",
    "luat cu quy dinh may hinh thuc khen thuong",
    "theo nghị định cũ thì hồ sơ gồm gì",
    "mức thưởng cũ là bao nhiêu",
    "hồi đó áp dụng nghị định nào",
    "ngày xưa bằng khen được thưởng bao nhiêu",
    "lúc đó nghị định nào hướng dẫn",
    "thời điểm đó còn áp dụng luật nào",
    "trước khi có nghị định 152 thì theo văn bản nào",
    "trước khi Nghị định 152/2025/NĐ-CP có hiệu lực thì áp dụng gì",
    "hồi trước có giới hạn tỷ lệ không",
    "khi chưa có luật mới thì thưởng thế nào",
]

NOT_PAST = [
    "quy định cụ thể về hồ sơ",
    "quy dinh cu the ve ho so",
    "luật cử tri là gì",
    "trước ngày 31/12 phải làm gì",
    "căn cứ nghị định nào",
    "nộp hồ sơ trước khi họp hội đồng",
    "từ 01/10/2027 có gì mới",
    "Chủ tịch xã lúc đó là ai?",
    "nghỉ thai sản thì khi đó có được khen không",
    "năm 2026 áp dụng nghị định nào",
    "hiện nay áp dụng nghị định nào",
]


@pytest.mark.parametrize(("question", "expected"), [(row[0], row[1:]) for row in EXPLICIT])
def test_a_time_that_is_asked_about_is_read(question, expected):
    asked_day, *period = [day(text) for text in expected]
    first, last = period or [asked_day, asked_day]
    found = asked_time(asked(question), AS_OF)
    assert found == AskedTime(asked_day, first, last, is_past=last < AS_OF, is_explicit=True)


@pytest.mark.parametrize("question", NOT_THE_TIME)
def test_a_time_that_belongs_to_something_else_is_not_asked_about(question):
    assert asked_time(asked(question), AS_OF) == AskedTime(AS_OF, AS_OF, AS_OF, is_past=False, is_explicit=False)


@pytest.mark.parametrize("question", PAST_WITHOUT_A_DAY)
def test_words_of_the_past_name_no_day(question):
    assert asked_time(asked(question), AS_OF) == AskedTime(AS_OF, AS_OF, AS_OF, is_past=True, is_explicit=False)


@pytest.mark.parametrize("question", NOT_PAST)
def test_the_present_and_the_future_are_not_the_past(question):
    assert not asked_time(asked(question), AS_OF).is_past


def test_the_past_may_be_both_named_and_called_so():
    found = asked_time(asked("trước đây, năm 2023, mức thưởng thế nào"), AS_OF)
    assert (found.day, found.is_past, found.is_explicit) == (date(2023, 12, 31), True, True)
