"""A small library of invented documents, read by the real pipeline, and the core opened over it."""

from tests.bot.opened import opened

# Every place, person, number and task is invented; the layout is that of Nghị định 30/2020/NĐ-CP.
PROVINCE_PLAN = """\
ỦY BAN NHÂN DÂN
TỈNH BÌNH MINH
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 57/KH-UBND
Bình Minh, ngày 12 tháng 02 năm 2025

KẾ HOẠCH
Tổ chức phong trào thi đua “Bình Minh xanh” giai đoạn 2025 - 2027

Căn cứ Nghị định số 41/2019/NĐ-CP ngày 20/6/2019 của Chính phủ quy định về công nhận làng nghề xanh;
Ủy ban nhân dân tỉnh ban hành Kế hoạch tổ chức phong trào thi đua như sau:

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Phong trào khơi dậy tinh thần trồng rừng, giữ nguồn nước và sửa đường quê trong mọi tầng lớp nhân dân.
2. Yêu cầu
Các xã chọn việc vừa sức dân, tránh phô trương và không huy động đóng góp bắt buộc.
II. NỘI DUNG
1. Chỉ tiêu: mỗi xã trồng mới 1.200 cây bóng mát trong một năm.
2. Tỉnh tặng 25 Cờ thi đua cho các xã dẫn đầu phong trào.
III. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ
- Chủ trì hướng dẫn các xã đăng ký danh hiệu thi đua;
- Tham mưu khen thưởng các tập thể có thành tích xuất sắc.
2. Sở Tài chính
- Cân đối kinh phí cho phong trào thi đua từ ngân sách tỉnh;
- Kiểm tra việc chi tiền thưởng tại các xã.
3. Ủy ban nhân dân các xã
- Gửi báo cáo kết quả phong trào về Sở Nội vụ trước ngày 25/11/2026;
- Tổ chức lễ phát động tại nhà văn hóa thôn.

Nơi nhận:
- Các xã;
- Lưu: VT, NV.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Đặng Thị Hải Yến

PHỤ LỤC
PHÂN CÔNG NHIỆM VỤ

| TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian |
| --- | --- | --- | --- | --- |
| 1 | Mở lớp tập huấn kỹ thuật ươm cây giống | Sở Khoa học và Công nghệ | Hội Nông dân tỉnh | Tháng 4/2025 |
| 2 | Thi tuyên truyền viên giỏi | Trung tâm Văn hóa tỉnh | Báo Bình Minh | Quý III/2025 |
"""

TOWNSHIP_PLAN = """\
ỦY BAN NHÂN DÂN
XÃ CỒN SẬY
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 57/KH-UBND
Cồn Sậy, ngày 03 tháng 4 năm 2025

KẾ HOẠCH
Phát động phong trào thi đua nuôi tôm sạch

I. MỤC TIÊU
1. Có ít nhất 30 hộ nuôi tôm không dùng kháng sinh.
2. Biểu dương những ấp làm tốt.
II. TỔ CHỨC THỰC HIỆN
1. Các ấp đăng ký thi đua nuôi tôm sạch chậm nhất ngày 20/5/2025.
2. Văn phòng xã theo dõi, tổng hợp kết quả.

Nơi nhận:
- Các ấp;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Võ Văn Lúa
"""

DECREE = """\
CHÍNH PHỦ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 41/2019/NĐ-CP
Hà Nội, ngày 20 tháng 6 năm 2019

NGHỊ ĐỊNH
Quy định về công nhận làng nghề xanh

Chính phủ ban hành Nghị định quy định về công nhận làng nghề xanh.

Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Nghị định này quy định tiêu chuẩn, hồ sơ và thẩm quyền công nhận danh hiệu làng nghề xanh.
Điều 2. Giải thích từ ngữ
1. Làng nghề xanh là làng nghề xử lý hết nước thải của mình.
2. Nghệ nhân là người truyền nghề từ mười năm trở lên.
Chương II
TIÊU CHUẨN VÀ HỒ SƠ
Điều 3. Tiêu chuẩn danh hiệu làng nghề xanh
1. Danh hiệu làng nghề xanh được xét tặng cho làng đạt các tiêu chuẩn sau:
a) Có từ 40 hộ cùng làm một nghề;
b) Có bể lọc nước thải dùng chung;
c) Không có vụ cháy nào trong ba năm liền.
2. Làng nghề vi phạm bảo vệ môi trường không được xét tặng.
Điều 4. Hồ sơ đề nghị
1. Hồ sơ gồm tờ trình, báo cáo thành tích và biên bản họp dân.
2. Cơ quan tiếp nhận trả lời trong thời hạn 15 ngày làm việc kể từ ngày nhận đủ hồ sơ.

Nơi nhận:
- Các bộ;
- Lưu: VT.
TM. CHÍNH PHỦ
THỦ TƯỚNG
Nguyễn Văn Giả Định
"""

NEWS = """\
---
form: news
title: Phường Lụa Vàng phát động thi đua dệt lụa
source: https://luavang.example/tin/12
date: 2025-06-02
---
# Phường Lụa Vàng phát động thi đua dệt lụa

Sáng 02/6/2025, phường Lụa Vàng phát động đợt thi đua dệt lụa với sự tham gia của 70 hộ dân.

Đợt thi đua thực hiện Kế hoạch số 613/KH-UBND ngày 08/5/2025 của Ủy ban nhân dân quận Tơ Tằm về bảo tồn nghề dệt.

Phường sẽ tổng kết và trao thưởng vào giữa tháng 12/2025.
"""

FILES = {"province.md": PROVINCE_PLAN, "township.txt": TOWNSHIP_PLAN, "decree.txt": DECREE, "news.md": NEWS}


def opened_library(folder):
    """The library of the documents above, and the core over it."""
    return opened(folder, FILES)
