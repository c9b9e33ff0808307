"""What is asked about a named document, as people type it."""

import pytest

from bot.force_cues import ForceQuestion as Q
from bot.force_cues import asks_which_applies, force_asked, kind_wanted
from tests.bot.questions import asked

ROWS = [
    # còn hiệu lực không
    ("Nghị định 98/2023/NĐ-CP còn hiệu lực không?", Q.IN_FORCE),
    ("chi thi 34 con hieu luc khong", Q.IN_FORCE),
    ("nghị định 152 còn áp dụng chứ", Q.IN_FORCE),  # a question that expects a yes
    ("nghi dinh 152 khi nao het hieu luc", Q.ENDS),  # the question word first
    ("thông tư 01/2024 bao giờ thì bị thay thế", Q.ENDS),
    ("QĐ 35/2024/QĐ-UBND bị cái nào thay, từ bao giờ", Q.REPLACED_BY),  # "cái nào" for the document
    ("quyet dinh 35/2024/QD-UBND bi cai nao thay the", Q.REPLACED_BY),
    ("Nghị định 91/2017/NĐ-CP thay mấy nghị định trước đó", Q.REPLACES),  # counted
    ("thong tu 15/2025/TT-BNV thay the bao nhieu thong tu", Q.REPLACES),
    ("nđ 152 còn hl ko", Q.IN_FORCE),
    ("NĐ 91/2017 hết hạn chưa", Q.IN_FORCE),
    ("Nghị định 91/2017/NĐ-CP đã hết hiệu lực chưa", Q.IN_FORCE),
    ("nghị định 98/2023/NĐ-CP còn áp dụng không", Q.IN_FORCE),
    ("tt 01/2024 con dung duoc khong", Q.IN_FORCE),
    ("Thông tư 01/2024/TT-BNV bị thay thế chưa", Q.IN_FORCE),
    ("kế hoạch 57/KH-UBND còn giá trị không", Q.IN_FORCE),
    ("Luật Thi đua, khen thưởng 2003 còn hiệu lực không", Q.IN_FORCE),
    ("hiệu lực của Nghị định 98/2023/NĐ-CP thế nào", Q.IN_FORCE),
    ("tình trạng hiệu lực nghị định 152/2025/NĐ-CP", Q.IN_FORCE),
    ("nghị định 28/2024 còn áp dụng nữa không vậy", Q.IN_FORCE),
    ("có còn áp dụng Nghị định 91/2017/NĐ-CP không", Q.IN_FORCE),
    ("năm 2024 nghị định 98/2023/NĐ-CP còn hiệu lực không", Q.IN_FORCE),
    ("Điều 5 Nghị định 98/2023/NĐ-CP còn hiệu lực không", Q.IN_FORCE),
    ("nghị định 98 bị bãi bỏ chưa", Q.IN_FORCE),
    ("tôi có thể áp dụng nghị định 98/2023/NĐ-CP không", Q.IN_FORCE),
    ("luat thi dua khen thuong con hieu luc khong", Q.IN_FORCE),
    ("nghị quyết 83/2025/NQ-HĐND của HĐND TP Hà Nội về công dân danh dự thủ đô còn hiệu lực không", Q.IN_FORCE),
    ("Nghị quyết 83/2025/NQ-HĐND của HĐND thành phố Hà Nội có hiệu lực chưa", Q.IN_FORCE),
    ("chỉ thị 34-CT/TW hiện nay còn hiệu lực hay không", Q.IN_FORCE),
    # còn dùng để làm gì, là văn bản hiện hành không
    ("Quyết định 14/2021/QĐ-UBND tỉnh Bình Minh còn dùng để xét nghệ nhân làng nghề được không", Q.IN_FORCE),
    ("quyet dinh 14/2021 tinh binh minh con dung de xet nghe nhan lang nghe duoc khong", Q.IN_FORCE),
    ("tt 09/2018 vẫn áp dụng cho hồ sơ đã nộp hả ad", Q.IN_FORCE),
    ("nđ 41/2019 giờ còn căn cứ vào đc ko", Q.IN_FORCE),
    ("thong tu 3/2024 con la can cu phap ly khong", Q.IN_FORCE),
    ("Nghị định 41/2019 là nghị định hiện hành về làng nghề phải không", Q.IN_FORCE),
    ("nghi dinh 41/2019 dang la van ban hien hanh a", Q.IN_FORCE),
    ("NĐ 77 có phải văn bản mới nhất ko", Q.IN_FORCE),
    ("thông tư 3/2024 có phải là thông tư đang áp dụng không", Q.IN_FORCE),
    ("nghị định hiện hành về làng nghề là nghị định 77/2024 đúng không hay vẫn là nghị định 41 hả", Q.IN_FORCE),
    ("nghị định số 41 năm 2019 bỏ chưa ạ", Q.IN_FORCE),
    ("nd 41 het xai chua", Q.IN_FORCE),
    ("luật 2003 còn hiệu lực không", Q.IN_FORCE),
    ("luat 2003 het han chua", Q.IN_FORCE),
    # từ khi nào
    ("Luật Thủ đô 02/2026/QH16 có hiệu lực từ ngày nào?", Q.BEGINS),
    ("NĐ 152 có hiệu lực từ bao giờ", Q.BEGINS),
    ("nghi quyet 77/2025/NQ-HDND ap dung tu ngay nao?", Q.BEGINS),
    ("khi nào nghị định 152/2025/NĐ-CP áp dụng", Q.BEGINS),
    ("bao giờ Luật 06/2026/QH16 có hiệu lực", Q.BEGINS),
    ("ngày có hiệu lực của Thông tư 15/2025/TT-BNV", Q.BEGINS),
    ("nd 161/2026 hieu luc tu khi nao", Q.BEGINS),
    ("Thông tư 15/2025/TT-BNV bắt đầu áp dụng ngày mấy", Q.BEGINS),
    # đến khi nào
    ("nghi dinh 28/2024/ND-CP het hieu luc tu ngay nao?", Q.ENDS),
    ("Nghị định 152/2025 hết hiệu lực ngày nào?", Q.ENDS),
    ("nghị định 152/2025/NĐ-CP áp dụng đến khi nào", Q.ENDS),
    ("bao giờ nghị định 152 hết hiệu lực", Q.ENDS),
    ("Nghị định 152/2025 chấm dứt hiệu lực từ khi nào", Q.ENDS),
    ("nghị định 152/2025 mất hiệu lực ngày nào", Q.ENDS),
    ("nghị định 152/2025 ngừng áp dụng từ bao giờ", Q.ENDS),
    ("nđ 152/2025 không còn hiệu lực kể từ ngày nào", Q.ENDS),
    ("nd 152/2025 het ap dung tu khi nao", Q.ENDS),
    ("nd 152 co hieu luc den bao gio", Q.ENDS),
    ("Nghị định 98/2023/NĐ-CP bị thay thế từ ngày nào", Q.ENDS),
    # thay thế
    ("văn bản nào thay thế Nghị định 98/2023/NĐ-CP", Q.REPLACED_BY),
    ("van ban nao thay the nghi dinh 91/2017/ND-CP", Q.REPLACED_BY),
    ("Nghị định 98/2023/NĐ-CP bị thay bởi văn bản nào", Q.REPLACED_BY),
    ("Nghị định 98/2023/NĐ-CP được thay bằng gì", Q.REPLACED_BY),
    ("nđ 98 thay bằng gì rồi", Q.REPLACED_BY),
    ("Thông tư 01/2024/TT-BNV bị thông tư nào thay thế", Q.REPLACED_BY),
    ("VB nao thay ND 98/2023", Q.REPLACED_BY),
    ("nghị định mới nào thay cho nghị định 98/2023/NĐ-CP", Q.REPLACED_BY),
    ("văn bản nào thay cho cái nghị định 98/2023/NĐ-CP vậy", Q.REPLACED_BY),
    ("van ban nao thay cai nd 98/2023/nd-cp", Q.REPLACED_BY),
    ("văn bản thay thế Nghị định 98/2023/NĐ-CP là gì", Q.REPLACED_BY),
    ("chỉ thị 34-CT/TW đã có văn bản thay thế chưa", Q.REPLACED_BY),
    ("Nghị định nào đang hướng dẫn Luật TDKT thay cho NĐ 98/2023?", Q.REPLACED_BY),
    ("chỉ thị nào tiếp nối chỉ thị 34-CT/TW", Q.REPLACED_BY),
    ("Nghị quyết 83/2025/NQ-HĐND thay thế nghị quyết nào?", Q.REPLACES),
    ("nghị định 152/2025/NĐ-CP thay thế nghị định 98/2023/NĐ-CP từ khi nào", Q.REPLACES),
    ("nd 152/2025 thay the nghi dinh nao", Q.REPLACES),
    ("nghị định nào về lương cơ sở bị nghị định 161/2026/NĐ-CP thay thế", Q.REPLACES),
    ("nghi dinh nao ve luong co so bi nghi dinh 161/2026/ND-CP thay the", Q.REPLACES),
    ("Nghị định 152/2025/NĐ-CP thay cho văn bản nào", Q.REPLACES),
    ("nghị định 152/2025/NĐ-CP có thay thế nghị định 98/2023/NĐ-CP không", Q.REPLACES),
    ("nghị định 77 làm hết hiệu lực những nghị định nào", Q.REPLACES),
    ("nd 77 lam het hieu luc nhung nghi dinh nao", Q.REPLACES),
    ("nđ 77 làm những nghị định nào hết hiệu lực", Q.REPLACES),
    ("NĐ 77 khai tử nghị định nào", Q.REPLACES),
    ("nd 77/2024 xoa so thong tu nao vay", Q.REPLACES),
    ("Nghị định 77/2024/NĐ-CP chấm dứt hiệu lực của văn bản nào", Q.REPLACES),
    ("nghị định nào hết hiệu lực theo NĐ 77", Q.REPLACES),
    ("nđ 77 ra thì nđ nào bỏ", Q.REPLACES),
    ("nghị định 77 thay hẳn nghị định nào vậy", Q.REPLACES),
    ("QĐ 14/2021 của UBND tỉnh Bình Minh thay thế QĐ nào, từ ngày nào ạ", Q.REPLACES),
    ("qd 14/2021 cua ubnd tinh binh minh thay the qd nao, tu ngay nao a", Q.REPLACES),
    ("nghị quyết 12/2023/NQ-HĐND về hỗ trợ nghệ nhân thay nghị quyết nào, hiệu lực từ ngày nào", Q.REPLACES),
    ("văn bản nào khai tử nđ 41", Q.REPLACED_BY),
    ("thong tu nao lam thong tu 3/2024 het hieu luc", Q.REPLACED_BY),
    ("nđ 41 hết hiệu lực theo văn bản nào", Q.REPLACED_BY),
    ("nghị định 41/2019 hết hiệu lực do đâu", Q.REPLACED_BY),
    ("luật nào thay luật 2003", Q.REPLACED_BY),
    ("nđ 41 bị khai tử từ bao giờ", Q.ENDS),
    # sửa đổi
    ("luật 2022 bị sửa chưa", Q.AMENDED_BY),
    ("Luật 06/2022/QH15 được sửa đổi bởi luật nào", Q.AMENDED_BY),
    ("luật nào sửa đổi, bổ sung Luật 06/2022/QH15", Q.AMENDED_BY),
    ("luat 06/2022/QH15 da bi sua doi chua", Q.AMENDED_BY),
    ("Luật 06/2022/QH15 do luật nào sửa đổi", Q.AMENDED_BY),
    ("Luật 06/2026/QH16 sửa đổi luật nào", Q.AMENDS),
    ("ket luan 118-KL/TW sua doi bo sung van ban nao", Q.AMENDS),
    # hướng dẫn, quy định chi tiết
    ("Nghị định nào quy định chi tiết Luật Thi đua, khen thưởng?", Q.GUIDED_BY),
    ("nghi dinh nao huong dan luat 06/2022/QH15", Q.GUIDED_BY),
    ("thông tư nào hướng dẫn thi hành Nghị định 152/2025/NĐ-CP", Q.GUIDED_BY),
    ("Luật 06/2022/QH15 được hướng dẫn bởi văn bản nào", Q.GUIDED_BY),
    ("Luật 06/2022/QH15 do nghị định nào quy định chi tiết", Q.GUIDED_BY),
    ("Nghị định 152/2025/NĐ-CP hướng dẫn luật nào", Q.GUIDES),
    ("nd 98/2023 quy dinh chi tiet luat nao", Q.GUIDES),
    ("Nghị định 98/2023/NĐ-CP quy định chi tiết gì", Q.GUIDES),
    # thực hiện, triển khai
    ("kế hoạch nào triển khai Chỉ thị 34-CT/TW", Q.IMPLEMENTED_BY),
    ("ke hoach nao thuc hien ke hoach 88/KH-UBND", Q.IMPLEMENTED_BY),
    ("có kế hoạch nào triển khai thực hiện Nghị quyết 15-NQ/TW không", Q.IMPLEMENTED_BY),
    ("Chỉ thị 41-CT/TW được triển khai bằng kế hoạch nào", Q.IMPLEMENTED_BY),
    ("KH 1282/KH-QHKT thực hiện kế hoạch nào", Q.IMPLEMENTS),
    ("Kế hoạch 1282/KH-QHKT được ban hành để thực hiện kế hoạch nào của thành phố?", Q.IMPLEMENTS),
    ("kết luận 01-KL/TW tiếp tục thực hiện chỉ thị nào?", Q.IMPLEMENTS),
    # bãi bỏ, kéo dài
    ("văn bản nào bãi bỏ Quyết định 09/2020/QĐ-UBND", Q.REPEALED_BY),
    ("Quyết định 09/2020/QĐ-UBND bị văn bản nào bãi bỏ", Q.REPEALED_BY),
    ("Luật 02/2026/QH16 bãi bỏ những văn bản nào", Q.REPEALS),
    ("Nghị định 152/2025/NĐ-CP có được gia hạn không", Q.EXTENDED),
    ("nd 98/2023 duoc keo dai ap dung den khi nao", Q.EXTENDED),
]

# The words stand there, and something else is asked.
TRAPS = [
    "hiệu lực của phong trào thi đua ra sao",
    "thay thế cán bộ đang nghỉ thai sản thế nào",
    "theo Nghị định 152/2025/NĐ-CP việc thay thế thành viên hội đồng do ai quyết định",
    "Nghị định 152/2025/NĐ-CP hướng dẫn hồ sơ thế nào",
    "Thông tư 01/2024/TT-BNV hướng dẫn mẫu biểu gì?",
    "theo Nghị định 152/2025/NĐ-CP kết quả khen thưởng trước đó còn giá trị không",
    "Sở nào chủ trì thực hiện chỉ thị 27/CT-TTg về dân số?",
    "Kế hoạch 57/KH-UBND giao Sở Nội vụ hướng dẫn việc gì",
    "kế hoạch 57/KH-UBND triển khai những nhiệm vụ gì",
    "kế hoạch 57/KH-UBND thực hiện đến khi nào",
    "ai ký Nghị định 152/2025/NĐ-CP",
    "Kế hoạch triển khai Luật Việc làm của TP.HCM do ai ký?",
    "văn bản hướng dẫn Luật 06/2022/QH15 quy định hồ sơ thế nào",
    "Chủ tịch tỉnh quyết định thay thế ai theo Nghị định 152/2025/NĐ-CP",
    "sửa đổi hồ sơ theo Nghị định 152/2025/NĐ-CP thế nào",
    "Nghị định 152/2025/NĐ-CP bổ sung hình thức khen thưởng gì",
    "Nghị định 152/2025/NĐ-CP bãi bỏ thủ tục nào",
    "Nghị định 152/2025/NĐ-CP ban hành ngày nào",
    "Nghị định 152/2025/NĐ-CP quy định gì",
    "Điều 35 Nghị định 152/2025/NĐ-CP nói gì",
    "hồ sơ đề nghị tặng bằng khen gửi trước ngày nào",
    "bản án có hiệu lực từ khi nào thì thu hồi danh hiệu",
    "quyết định khen thưởng có hiệu lực từ ngày nào",
    "theo Nghị định 152/2025/NĐ-CP bằng khen còn giá trị bao lâu",
    "ở tỉnh Luật Việc làm được thực hiện thống nhất từ ngày nào?",
    "nghị định nào quy định tiền thưởng",
    "theo Nghị định 152/2025/NĐ-CP trưởng thôn là cán bộ hiện nay đúng không",
    "theo Nghị định 152/2025/NĐ-CP hội đồng thay thế văn bản nào khi họp",
    "Nghị định 152/2025/NĐ-CP bỏ phiếu chưa đủ thì sao",
    "so sánh Nghị định 98/2023/NĐ-CP và Nghị định 152/2025/NĐ-CP",
    "Nghị định 152/2025/NĐ-CP căn cứ luật nào",
    "kế hoạch nào giao Sở Tài chính bố trí kinh phí",
    "xin chào",
    "",
]


@pytest.mark.parametrize(("question", "expected"), ROWS)
def test_what_is_asked_of_a_document_is_told_by_words_voice_and_order(question, expected):
    assert force_asked(asked(question)) is expected


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Nghị định nào quy định chi tiết Luật Thi đua, khen thưởng?", "Nghị định"),
        ("tt nao huong dan nghi dinh 152/2025/ND-CP", "Thông tư"),
        ("văn bản nào thay thế Nghị định 98/2023/NĐ-CP", ""),
        ("Nghị định 98/2023/NĐ-CP được thay bằng gì", ""),
    ],
)
def test_the_kind_of_instrument_asked_for_is_told(question, kind):
    assert kind_wanted(asked(question)) == kind


@pytest.mark.parametrize("question", TRAPS)
def test_the_same_words_about_something_else_ask_nothing_of_force(question):
    assert force_asked(asked(question)) is None


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("luật 2003 với luật 2022 luật nào còn hiệu lực", True),
        ("luat 2003 voi luat 2022 thi luat nao dang ap dung", True),
        ("Nghị định 41/2019/NĐ-CP và Nghị định 77/2024/NĐ-CP, cái nào còn hiệu lực?", True),
        ("nđ 41 hay nđ 77 còn hiệu lực", True),
        ("giờ áp dụng nđ 41 hay nđ 77 ạ", True),
        ("nd 41 va nd 77 van ban nao dang dung", True),
        ("nđ 77 còn hiệu lực không", False),
        ("nghị định nào còn hiệu lực", False),
        ("Nghị định 77/2024/NĐ-CP thay thế Nghị định 41/2019/NĐ-CP từ khi nào", False),
        ("so sánh nđ 41 và nđ 77", False),
    ],
)
def test_several_documents_may_be_named_to_ask_which_applies(question, expected):
    assert asks_which_applies(asked(question)) is expected
