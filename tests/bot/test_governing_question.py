import pytest

from bot.governing_question import governing_asked, history_asked, spoken
from tests.bot.questions import asked


@pytest.mark.parametrize(
    ("question", "kind", "topic"),
    [
        ("Nghị định nào quy định chi tiết Luật Thi đua, khen thưởng?", "Nghị định", "thi đua khen thưởng"),
        ("nghị định nào quy định chi tiết luật thi đua khen thưởng", "Nghị định", "thi đua khen thưởng"),
        ("nd nao quy dinh chi tiet luat tdkt", "Nghị định", "thi đua khen thưởng"),
        ("NĐ nào hd luật TĐKT", "Nghị định", "thi đua khen thưởng"),
        ("Nghị định nào hiện nay đang hướng dẫn Luật TĐKT?", "Nghị định", "thi đua khen thưởng"),
        ("Nghị định nào đang áp dụng về thi đua, khen thưởng?", "Nghị định", "thi đua khen thưởng"),
        ("nghị định mới nhất về thi đua khen thưởng", "Nghị định", "thi đua khen thưởng"),
        ("Nghị định hiện hành về thi đua khen thưởng là số mấy?", "Nghị định", "thi đua khen thưởng"),
        ("Năm 2025 nghị định nào quy định chi tiết Luật Thi đua, khen thưởng?", "Nghị định", "thi đua khen thưởng"),
        ("Ngày 1/6/2024 nghị định nào hướng dẫn Luật Thi đua, khen thưởng?", "Nghị định", "thi đua khen thưởng"),
        ("Nghị định nào về tiền thưởng đang có hiệu lực?", "Nghị định", "tiền thưởng"),
        ("Nghị định nào quy định mức lương cơ sở?", "Nghị định", "mức lương cơ sở"),
        ("cho hỏi nghị định hướng dẫn luật thi đua khen thưởng", "Nghị định", "thi đua khen thưởng"),
        ("Thông tư nào hướng dẫn Luật Thi đua, khen thưởng?", "Thông tư", "thi đua khen thưởng"),
        ("tt nào hướng dẫn luật tđkt", "Thông tư", "thi đua khen thưởng"),
        ("Thông tư nào của Bộ Nội vụ quy định việc công nhận sáng kiến?", "Thông tư", "công nhận sáng kiến"),
        ("Thông tư nào quy định về thi đua ngành Giáo dục?", "Thông tư", "thi đua ngành giáo dục"),
        ("Chỉ thị nào của Đảng về thi đua khen thưởng đang áp dụng?", "Chỉ thị", "thi đua khen thưởng"),
        ("chỉ thị nào của Đảng về thi đua khen thưởng hiện hành", "Chỉ thị", "thi đua khen thưởng"),
        ("Chỉ thị hiện hành của Đảng về thi đua khen thưởng", "Chỉ thị", "thi đua khen thưởng"),
        ("Chỉ thị nào của Bộ Chính trị về thi đua, khen thưởng?", "Chỉ thị", "thi đua khen thưởng"),
        ("luật thi đua khen thưởng nào đang có hiệu lực", "Luật", "thi đua khen thưởng"),
        ("Luật Thi đua, khen thưởng nào hiện hành?", "Luật", "thi đua khen thưởng"),
        ("Luật Thủ đô nào đang có hiệu lực?", "Luật", "thủ đô"),
        ("Luật Thủ đô hiện hành", "Luật", "thủ đô"),
        ("Luật nào quy định danh hiệu Chiến sĩ thi đua cơ sở?", "Luật", "danh hiệu chiến sĩ thi đua cơ sở"),
        (
            "Nghị quyết nào quy định việc tặng danh hiệu Công dân danh dự?",
            "Nghị quyết",
            "tặng danh hiệu công dân danh dự",
        ),
        ("Quyết định nào quy định về Công dân Thủ đô ưu tú?", "Quyết định", "công dân thủ đô ưu tú"),
        ("văn bản nào quy định mức lương cơ sở hiện nay", "", "mức lương cơ sở"),
        ("vb nào quy định mức lương cơ sở", "", "mức lương cơ sở"),
        ("Văn bản pháp luật nào điều chỉnh việc xét tặng Kỷ niệm chương?", "", "kỷ niệm chương"),
        ("hiện nay áp dụng văn bản nào về tiền thưởng", "", "tiền thưởng"),
        ("Xét khen thưởng đột xuất theo văn bản nào?", "", "khen thưởng đột xuất"),
        ("Khen thưởng cho nông dân căn cứ vào văn bản nào?", "", "khen thưởng nông dân"),
        ("căn cứ pháp lý nào để xét chiến sĩ thi đua cơ sở", "", "chiến sĩ thi đua cơ sở"),
        ("cơ sở pháp lý của việc tặng Cờ thi đua của Chính phủ", "", "tặng cờ thi đua chính phủ"),
        ("quy định hiện hành về Công dân Thủ đô ưu tú của Hà Nội là văn bản nào", "", "công dân thủ đô ưu tú hà nội"),
        ("Tiêu chuẩn Cờ thi đua của Chính phủ được quy định ở đâu?", "", "tiêu chuẩn cờ thi đua chính phủ"),
        ("Việc công nhận sáng kiến quy định tại văn bản nào?", "", "công nhận sáng kiến"),
        ("Hồ sơ khen thưởng do văn bản nào quy định?", "", "hồ sơ khen thưởng"),
        ("quy định nào về thẩm quyền tặng Giấy khen", "", "thẩm quyền tặng giấy khen"),
        ("văn bản hướng dẫn luật tđkt", "", "thi đua khen thưởng"),
        ("làm sáng kiến giờ theo nghị định nào", "Nghị định", "sáng kiến"),
        ("khen thuong dot xuat theo thong tu nao a", "Thông tư", "khen thuong dot xuat"),
        ("Xét Kỷ niệm chương thì căn cứ theo quyết định nào", "Quyết định", "kỷ niệm chương"),
        ("trích quỹ khen thưởng chiếu theo quy định tại thông tư nào", "Thông tư", "trích quỹ khen thưởng"),
        ("tđkt giờ theo nghị định mấy", "Nghị định", "thi đua khen thưởng"),
        ("bh làm hồ sơ bằng khen thì theo nđ nào ạ", "Nghị định", "hồ sơ khen"),  # "hồ sơ" is no "sở"
        ("trường hợp có thành tích đột xuất thì khen theo nghị định nào", "Nghị định", "thành tích đột xuất khen"),
        ("kỷ luật công chức theo nghị định nào", "Nghị định", "kỷ luật công chức"),
        ("Chủ tịch xã tặng giấy khen thì căn cứ nghị định nào", "Nghị định", "chủ tịch xã tặng giấy khen"),
        ("khen cho người ở cơ quan địa phương căn cứ vào đâu", "", "khen người cơ quan địa phương"),
    ],
)
def test_a_question_for_an_instrument_is_read_with_its_kind_and_matter(question, kind, topic):
    found = governing_asked(asked(question))
    assert found is not None
    assert (found.kind, found.topic) == (kind, topic)


@pytest.mark.parametrize(
    ("question", "kinds", "topic"),
    [
        (
            "Năm 2024 xét sáng kiến theo nghị định nào, thông tư nào của Bộ Nội vụ?",
            [("Nghị định", ""), ("Thông tư", "Bộ Nội vụ")],
            "sáng kiến",
        ),
        ("nđ, tt nào đang áp dụng về sáng kiến", [("Nghị định", ""), ("Thông tư", "")], "sáng kiến"),
        (
            "luật, nghị định hay thông tư nào quy định về sáng kiến",
            [("Luật", ""), ("Nghị định", ""), ("Thông tư", "")],
            "sáng kiến",
        ),
        ("nghi dinh va thong tu nao huong dan luat tdkt", [("Nghị định", ""), ("Thông tư", "")], "thi đua khen thưởng"),
        ("nghị định, thông tư hướng dẫn luật tđkt", [("Nghị định", ""), ("Thông tư", "")], "thi đua khen thưởng"),
        (
            "Xét sáng kiến giờ căn cứ văn bản nào, nghị định nào ạ",
            [("Nghị định", "")],  # a kind says more than "văn bản"
            "sáng kiến",
        ),
        ("tt nào của bộ nội vụ đang hướng dẫn luật tđkt", [("Thông tư", "bộ nội vụ")], "thi đua khen thưởng"),
        ("tt nao cua bnv huong dan luat tdkt", [("Thông tư", "bộ nội vụ")], "thi đua khen thưởng"),
        ("thông tư bộ nội vụ nào hướng dẫn xét sáng kiến", [("Thông tư", "bộ nội vụ")], "sáng kiến"),
        ("thông tư nào do Bộ Tài chính ban hành quy định chi thưởng", [("Thông tư", "Bộ Tài chính")], "chi thưởng"),
        (
            "quyết định nào của UBND TP Rạng Đông quy định về sáng kiến",
            [("Quyết định", "ủy ban nhân dân thành phố Rạng Đông")],
            "sáng kiến",
        ),
        ("Nghị quyết nào của HĐND tỉnh về mức chi thưởng", [("Nghị quyết", "hội đồng nhân dân tỉnh")], "chi thưởng"),
        ("nghị định nào tính tiền thưởng", [("Nghị định", "")], "tiền thưởng"),  # "tính" is no "tỉnh"
    ],
)
def test_several_kinds_and_their_issuers_are_read_apart_from_the_matter(question, kinds, topic):
    found = governing_asked(asked(question))
    assert found is not None
    assert [(one.kind, one.issuer) for one in found.each()] == kinds
    assert found.topic.removeprefix("mức ") == topic


@pytest.mark.parametrize(
    "question",
    [
        "Thông tư nào hướng dẫn nghị định 152?",  # a number is named: what guides one document
        "Kế hoạch 0125 căn cứ văn bản nào?",
        "Kế hoạch 0125/KH-UBND thực hiện chỉ thị nào?",
        "Kế hoạch thi đua của phường Mai Dịch thực hiện chỉ thị nào?",  # a fact of the plan
        "Kế hoạch trồng rừng của tỉnh căn cứ quyết định nào của Bộ Xây dựng?",
        "Quận Thanh Xuân tiếp tục quán triệt chỉ thị nào?",
        "Phường căn cứ văn bản nào để phát động thi đua?",
        "Văn bản nào sửa đổi Luật Thi đua, khen thưởng?",  # what became of one instrument
        "Luật nào thay thế Luật Thi đua, khen thưởng năm 2003?",
        "Nghị định này thay thế nghị định nào?",
        "Văn bản nào giao Sở Nội vụ hướng dẫn các xã?",
        "Luật Thi đua, khen thưởng còn hiệu lực không?",
        "Theo quy định hiện hành, hồ sơ xét tặng gồm những gì?",  # its content
        "Nghị định mới nhất về thi đua khen thưởng quy định hồ sơ gồm những gì?",
        "Điều nào của Luật Thi đua, khen thưởng quy định về sáng kiến?",  # a provision
        "Tiền thưởng chiến sĩ thi đua cơ sở bao nhiêu?",
        "Ai ký nghị định về thi đua khen thưởng?",
        "Hạn nộp hồ sơ là ngày nào?",
        "Kế hoạch nào phát động thi đua trồng cây?",
        "lịch sử các nghị định về thi đua khen thưởng",
        "Luật quy định gì về sáng kiến?",  # what it says, not which it is
        "luat tdkt quy dinh may danh hieu ve tap the",
    ],
)
def test_other_questions_ask_for_no_governing_instrument(question):
    assert governing_asked(asked(question)) is None


def test_abbreviations_are_read_as_they_are_said():
    assert spoken("NĐ nào hd luật TĐKT?") == "nghị định nào hướng dẫn luật thi đua khen thưởng"
    assert history_asked(asked("NĐ nào hd luật TĐKT?")) is None
