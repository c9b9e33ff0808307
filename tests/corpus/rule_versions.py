"""Two versions of an invented rule, as texts and as their provisions."""

from corpus.correspondence import Version
from corpus.identifier import parse_number
from tests.ingest.outlines import body

OLDER = """\
Điều 1. Phạm vi điều chỉnh
Quy định này áp dụng cho việc công nhận vườn ươm kiểu mẫu.
Điều 2. Tiêu chuẩn vườn ươm kiểu mẫu
1. Có từ 40 luống cây giống trở lên.
2. Tỷ lệ cây sống đạt ít nhất 80%.
Điều 3. Trả kết quả
1. Hợp tác xã nộp đơn tại bộ phận một cửa trước ngày 15/9 hằng năm.
2. Hồ sơ thiếu giấy tờ được trả lại trong 5 ngày làm việc.
Điều 4. Sổ theo dõi
Chủ vườn ghi sổ tưới nước mỗi tuần và giữ sổ tại nhà kho.
"""

NEWER = """\
Điều 1. Phạm vi điều chỉnh
Quy định này áp dụng cho việc công nhận vườn ươm kiểu mẫu.
Điều 2. Quỹ hỗ trợ giống
Ngân sách cấp phát hạt bí, hạt bầu cho gia đình khó khăn.
Điều 3. Tiêu chuẩn vườn ươm kiểu mẫu
1. Có từ 40 luống cây giống trở lên.
2. Tỷ lệ cây sống đạt ít nhất 85%.
3. Không dùng thuốc trừ cỏ gần nguồn nước.
Điều 4. Trả kết quả
1. Hợp tác xã nộp đơn tại bộ phận một cửa trước ngày 30/9 hằng năm.
2. Hồ sơ thiếu giấy tờ được trả lại trong 10 ngày làm việc.
"""


def version(text, number=None):
    return Version(text, body(text), parse_number(number) if number else None)
