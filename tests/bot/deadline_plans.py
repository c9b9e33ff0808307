"""Invented plans with deadlines of every form, read by the real pipeline, and the core opened over them."""

from contextlib import contextmanager

from tests.bot.opened import opened

# Every place, person, number and task is invented; the layout is that of Nghị định 30/2020/NĐ-CP.
_HEAD = """\
ỦY BAN NHÂN DÂN
TỈNH BÌNH MINH
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: {number}/KH-UBND
Bình Minh, {day}

KẾ HOẠCH
{title}

Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

"""
_FOOT = """

Nơi nhận:
- Các sở, ban, ngành;
- Lưu: VT, NV.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Đặng Thị Hải Yến
"""


def plan(number, day, title, body):
    return _HEAD.format(number=number, day=day, title=title) + body.strip() + _FOOT


LAMPS = plan(
    21,
    "ngày 15 tháng 01 năm 2026",
    "Phát động phong trào thi đua “Đường quê sáng đèn” năm 2026",
    """
I. MỤC ĐÍCH
Phong trào khơi dậy sức dân trong việc thắp sáng đường làng, ngõ xóm.
II. THỜI GIAN
Phát động trong tháng 02 năm 2026. Sơ kết vào tháng 7 năm 2026. Tổng kết vào tháng 12 năm 2026.
III. TỔ CHỨC THỰC HIỆN
1. Các sở, ban, ngành
- Xây dựng kế hoạch thực hiện phong trào, gửi Sở Nội vụ trước ngày 16/3/2026.
- Đăng ký thi đua gửi về Sở Nội vụ chậm nhất ngày 20/3/2026.
2. Sở Nội vụ
- Tổng hợp hồ sơ khen thưởng phong trào, trình Ủy ban nhân dân tỉnh trước ngày 31/12/2026.
- Tổ chức đoàn kiểm tra việc lắp đèn ở cơ sở trong quý III năm 2026.
3. Ủy ban nhân dân các xã, phường
- Báo cáo kết quả thắp sáng đường làng về Ủy ban nhân dân tỉnh (qua Sở Nội vụ) trước ngày 15/11 hằng năm.
- Gửi hồ sơ đề nghị tặng Bằng khen về Sở Nội vụ trước ngày 30/11/2026.
4. Báo Bình Minh
- Tuyên truyền về phong trào. Thời gian thực hiện: Thường xuyên.
""",
)
TREES = plan(
    33,
    "ngày 10 tháng 3 năm 2026",
    "Trồng cây bóng mát ven sông Lụa",
    """
I. NHIỆM VỤ
1. Sở Nội vụ
- Gửi báo cáo khen thưởng trồng cây về Ủy ban nhân dân tỉnh trước ngày 05/12/2026.
2. Sở Tài chính
- Thẩm định kinh phí trồng cây trong thời hạn 10 ngày kể từ ngày nhận đủ hồ sơ.
3. Các sở, ban, ngành
- Định kỳ hằng quý báo cáo tiến độ trồng cây về Sở Nông nghiệp và Môi trường trước ngày 20 của tháng cuối quý.
""",
)
CHANGE = plan(
    47,
    "ngày 02 tháng 11 năm 2026",
    "Sửa đổi, bổ sung Kế hoạch số 21/KH-UBND ngày 15/01/2026 về phong trào thi đua “Đường quê sáng đèn”",
    """
I. NỘI DUNG SỬA ĐỔI
1. Sửa đổi thời gian gửi hồ sơ tại Kế hoạch số 21/KH-UBND ngày 15/01/2026 của Ủy ban nhân dân tỉnh như sau:
- Ủy ban nhân dân các xã, phường gửi hồ sơ đề nghị tặng Bằng khen về Sở Nội vụ trước ngày 20/12/2026.
""",
)
WELLS = plan(
    9,
    "ngày 12 tháng 5 năm 2026",
    "Giữ gìn giếng cổ làng Mây",
    """
I. NỘI DUNG
1. Các thôn nạo vét giếng cổ, dựng rào tre quanh giếng.
2. Sở Văn hóa, Thể thao và Du lịch hướng dẫn các thôn ghi chép chuyện kể về giếng.
""",
)
FILES = {"lamps.md": LAMPS, "trees.md": TREES, "change.md": CHANGE, "wells.md": WELLS}


@contextmanager
def opened_plans(folder, files=FILES):
    """The core over the plans."""
    with opened(folder, files) as (_, answering):
        yield answering
