from datetime import date

import pytest

from bot.answer import AnswerStatus
from bot.governing_question import governing_asked, history_asked, spoken
from bot.verification import problems
from corpus.model import EffectKind, RelationKind
from tests.bot.instruments import asking, asking_shipped, instrument, says
from tests.bot.questions import asked

BEGINS, HOLDS = EffectKind.BEGINS, EffectKind.HOLDS
GUIDES, BASED_ON, AMENDS = RelationKind.GUIDES, RelationKind.BASED_ON, RelationKind.AMENDS
REPLACES, ENDS, CONTINUES = RelationKind.REPLACES, RelationKind.ENDS, RelationKind.CONTINUES


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


OLD_LAW = instrument(
    "11/2001/QH10",
    "Luật Nghề xanh",
    says("Luật này có hiệu lực từ ngày 01/01/2002.", BEGINS, since=date(2002, 1, 1)),
    issued_on=date(2001, 5, 5),
)
LAW = instrument(
    "12/2020/QH14",
    "Luật Nghề xanh",
    says("Luật này có hiệu lực từ ngày 01/01/2021.", BEGINS, since=date(2021, 1, 1)),
    says("Luật này thay thế Luật số 11/2001/QH10.", REPLACES, "11/2001/QH10"),
    issued_on=date(2020, 6, 6),
)
AMENDMENT = instrument(
    "13/2024/QH15",
    "Luật sửa đổi, bổ sung một số điều của Luật Nghề xanh",
    says("Luật này có hiệu lực từ ngày 01/7/2024.", BEGINS, since=date(2024, 7, 1)),
    says("Luật này sửa đổi, bổ sung một số điều của Luật số 12/2020/QH14.", AMENDS, "12/2020/QH14"),
    issued_on=date(2024, 3, 3),
)
OLD_DECREE = instrument(
    "21/2021/NĐ-CP",
    "Quy định chi tiết Luật Nghề xanh",
    says("Nghị định này có hiệu lực từ ngày 01/02/2021.", BEGINS, since=date(2021, 2, 1)),
    says("Nghị định này quy định chi tiết Luật số 12/2020/QH14.", GUIDES, "12/2020/QH14"),
    issued_on=date(2021, 1, 1),
)
DECREE = instrument(
    "22/2023/NĐ-CP",
    "Quy định chi tiết và hướng dẫn thi hành Luật Nghề xanh",
    says("Nghị định này có hiệu lực từ ngày 01/8/2023.", BEGINS, since=date(2023, 8, 1)),
    says("Nghị định này quy định chi tiết Luật số 12/2020/QH14.", GUIDES, "12/2020/QH14"),
    says("Nghị định số 21/2021/NĐ-CP hết hiệu lực từ ngày Nghị định này có hiệu lực.", ENDS, "21/2021/NĐ-CP"),
    issued_on=date(2023, 6, 1),
)
CIRCULAR = instrument(
    "31/2023/TT-BNX",
    "Biện pháp thi hành Luật Nghề xanh và Nghị định số 22/2023/NĐ-CP",
    says("Thông tư này có hiệu lực từ ngày 01/9/2023.", BEGINS, since=date(2023, 9, 1)),
    says("Thông tư này hướng dẫn Luật số 12/2020/QH14.", GUIDES, "12/2020/QH14"),
    says("Thông tư này hướng dẫn Nghị định số 22/2023/NĐ-CP.", GUIDES, "22/2023/NĐ-CP"),
    issued_on=date(2023, 8, 15),
)
BRANCH_CIRCULAR = instrument(
    "44/2025/TT-BTS",
    "Hướng dẫn thi hành Luật Nghề xanh trong ngành Thủy sản",
    says("Thông tư này có hiệu lực từ ngày 01/01/2026.", BEGINS, since=date(2026, 1, 1)),
    says("Thông tư này hướng dẫn Luật số 12/2020/QH14 trong ngành Thủy sản.", GUIDES, "12/2020/QH14"),
    issued_on=date(2025, 12, 1),
)
LOCAL_RULE = instrument(
    "51/2024/QĐ-UBND",
    "Quy chế công nhận nghề xanh của tỉnh",
    says("Quyết định này có hiệu lực từ ngày 10/5/2024.", BEGINS, since=date(2024, 5, 10)),
    says("Căn cứ Nghị định số 22/2023/NĐ-CP;", BASED_ON, "22/2023/NĐ-CP"),
    issued_on=date(2024, 4, 30),
)
UNKNOWN_RULE = instrument(
    "52/2024/QĐ-UBND",
    "Quy chế thi nghề xanh",
    says("Căn cứ Luật số 12/2020/QH14;", BASED_ON, "12/2020/QH14"),
    issued_on=date(2024, 9, 9),
)
GREEN = (OLD_LAW, LAW, AMENDMENT, OLD_DECREE, DECREE, CIRCULAR, BRANCH_CIRCULAR, LOCAL_RULE, UNKNOWN_RULE)
WHICH_DECREE = "Nghị định nào quy định chi tiết Luật Nghề xanh?"


@pytest.fixture(scope="module")
def green(tmp_path_factory):
    with asking(tmp_path_factory.mktemp("green"), *GREEN) as opened:
        yield opened


def lines_of(reply):
    assert problems(reply) == []
    return reply.text.splitlines()


def test_the_decree_in_force_stands_first_and_its_chain_below_it_from_the_law_to_local_rules(green):
    reply = green(WHICH_DECREE)
    assert reply.status is AnswerStatus.ANSWERED
    first, head, *chain = lines_of(reply)
    assert first.startswith("Nghị định 22/2023/NĐ-CP ngày 01/6/2023: “Quy định chi tiết và hướng dẫn thi hành")
    assert "có hiệu lực từ ngày 01/8/2023; tình trạng ngày 21/11/2026: còn hiệu lực" in first
    assert head == "Chuỗi văn bản:"
    assert [line.split(" [")[0] for line in chain] == [
        "– Luật 12/2020/QH14 (“Luật Nghề xanh”): còn hiệu lực, một phần đã thay đổi.",
        "– Luật 13/2024/QH15, sửa đổi, bổ sung Luật 12/2020/QH14: còn hiệu lực.",
        "– Nghị định 22/2023/NĐ-CP, quy định chi tiết, hướng dẫn Luật 12/2020/QH14: còn hiệu lực.",
        "– Thông tư 31/2023/TT-BNX, hướng dẫn Nghị định 22/2023/NĐ-CP: còn hiệu lực.",
        "– Quyết định 51/2024/QĐ-UBND, căn cứ Nghị định 22/2023/NĐ-CP: còn hiệu lực.",
        "– Quyết định 52/2024/QĐ-UBND, căn cứ Luật 12/2020/QH14: chưa xác định hiệu lực.",
    ]
    assert all("[" in line for line in chain)


def test_on_an_earlier_day_the_decree_of_that_day_answers_with_what_replaced_it(green):
    first, *rest = lines_of(green(WHICH_DECREE, date(2022, 5, 5)))
    assert first.startswith("Nghị định 21/2021/NĐ-CP")
    assert "còn hiệu lực đến hết ngày 31/7/2023; từ ngày 01/8/2023 được thay bằng Nghị định 22/2023/NĐ-CP" in first
    assert not any("22/2023" in line or "13/2024" in line for line in rest)


def test_a_day_named_in_the_question_is_said_first(green):
    first, *_ = lines_of(green("Ngày 05/5/2022 nghị định nào quy định chi tiết Luật Nghề xanh?"))
    assert first.startswith("Vào ngày 05/5/2022: Nghị định 21/2021/NĐ-CP")


def test_within_a_year_that_saw_a_change_both_are_listed_with_their_times(green):
    lines = lines_of(green("Năm 2023 nghị định nào quy định chi tiết Luật Nghề xanh?"))
    assert lines[0] == "Từ ngày 01/01/2023 đến ngày 31/12/2023 có thay đổi, lần lượt áp dụng:"
    assert "(có hiệu lực từ ngày 01/02/2021, đến hết ngày 31/7/2023)" in lines[1]
    assert lines[2].startswith("– Nghị định 22/2023/NĐ-CP")
    assert "(có hiệu lực từ ngày 01/8/2023)" in lines[2]


def test_before_anything_applied_the_nearest_held_is_named_with_its_time(green):
    reply = green(WHICH_DECREE, date(2019, 1, 1))
    assert reply.status is AnswerStatus.NOT_IN_CORPUS
    [line] = lines_of(reply)
    assert "có hiệu lực vào ngày 01/01/2019. Gần nhất: Nghị định 21/2021/NĐ-CP" in line
    assert "có hiệu lực từ ngày 01/02/2021, đến hết ngày 31/7/2023" in line


def test_the_general_circular_comes_before_that_of_a_branch(green):
    lines = lines_of(green("Thông tư nào hướng dẫn Luật Nghề xanh?"))
    assert lines[0].startswith("Thông tư 31/2023/TT-BNX")
    assert lines[1].startswith("Văn bản riêng của ngành, lĩnh vực: Thông tư 44/2025/TT-BTS [")


@pytest.mark.parametrize(
    ("typed", "is_told"),
    [
        ("thông tư nào của Bộ Giáo dục và Đào tạo hướng dẫn Luật Nghề xanh", True),
        ("tt nào của bộ gd&đt hướng dẫn Luật Nghề xanh", True),
        ("thong tu nao cua bo giao duc dao tao huong dan Luật Nghề xanh", True),
        ("tt nào của BGDĐT hướng dẫn Luật Nghề xanh", True),
        ("thông tư nào của Bộ Quốc phòng hướng dẫn Luật Nghề xanh", False),
    ],
)
def test_an_issuer_is_known_by_whatever_people_call_it(tmp_path, typed, is_told):
    circular = instrument(
        "34/2024/TT-BGDĐT",
        "Hướng dẫn Luật Nghề xanh",
        says("Thông tư này có hiệu lực từ ngày 01/9/2024.", BEGINS, since=date(2024, 9, 1)),
        says("Thông tư này hướng dẫn Luật số 12/2020/QH14.", GUIDES, "12/2020/QH14"),
        issuer="Bộ Giáo dục và Đào tạo",
    )
    with asking(tmp_path, LAW, circular) as opened:
        reply = opened(typed)
    assert (reply is not None and reply.text.startswith("Thông tư 34/2024/TT-BGDĐT")) is is_told


def test_part_of_the_name_of_a_law_means_the_law(tmp_path):
    law = instrument(
        "14/2020/QH14",
        "Luật Thi thổi, nấu cơm",
        says("Luật này có hiệu lực từ ngày 01/01/2021.", BEGINS, since=date(2021, 1, 1)),
    )
    decree = instrument(
        "23/2021/NĐ-CP",
        "Chi tiết một số điều",
        says("Nghị định này có hiệu lực từ ngày 01/02/2021.", BEGINS, since=date(2021, 2, 1)),
        says("Nghị định này quy định chi tiết Luật số 14/2020/QH14.", GUIDES, "14/2020/QH14"),
    )
    with asking(tmp_path, law, decree) as opened:
        assert lines_of(opened("nấu cơm theo nghị định nào"))[0].startswith("Nghị định 23/2021/NĐ-CP")


def test_of_several_kinds_each_is_answered(green):
    lines = lines_of(green("Nghề xanh theo nghị định nào, thông tư nào?"))
    assert [line.split(" ngày ")[0] for line in lines[:2]] == ["Nghị định 22/2023/NĐ-CP", "Thông tư 31/2023/TT-BNX"]
    assert not any(line.startswith("Chuỗi") for line in lines)


def test_the_issuer_narrows_the_instruments_and_is_no_matter(tmp_path):
    general = instrument(
        "32/2023/TT-BNV",
        "Hướng dẫn Luật Nghề xanh",
        says("Thông tư này có hiệu lực từ ngày 01/9/2023.", BEGINS, since=date(2023, 9, 1)),
        says("Thông tư này hướng dẫn Luật số 12/2020/QH14.", GUIDES, "12/2020/QH14"),
        issued_on=date(2023, 8, 15),
        issuer="Bộ Nội vụ",
    )
    of_another = instrument(
        "33/2024/TT-BTC",
        "Hướng dẫn Luật Nghề xanh",
        says("Thông tư này có hiệu lực từ ngày 01/9/2024.", BEGINS, since=date(2024, 9, 1)),
        says("Thông tư này hướng dẫn Luật số 12/2020/QH14.", GUIDES, "12/2020/QH14"),
        issued_on=date(2024, 8, 15),
        issuer="Bộ Tài chính",
    )
    with asking(tmp_path, LAW, general, of_another) as opened:
        assert lines_of(opened("Thông tư nào hướng dẫn Luật Nghề xanh?"))[0].startswith("Thông tư 33/2024/TT-BTC")
        for typed in (
            "thông tư nào của Bộ Nội vụ hướng dẫn Luật Nghề xanh?",
            "tt nào của bnv hướng dẫn Luật Nghề xanh",
        ):
            first, *_ = lines_of(opened(typed))
            assert first.startswith("Thông tư 32/2023/TT-BNV")
        assert opened("Thông tư nào của Bộ Y tế hướng dẫn Luật Nghề xanh?") is None


def test_the_law_itself_is_asked_for(green):
    lines = lines_of(green("Luật Nghề xanh nào đang có hiệu lực?"))
    assert lines[0].startswith("Luật 12/2020/QH14 ngày 06/6/2020: “Luật Nghề xanh”")
    assert "một phần đã thay đổi từ ngày 01/7/2024 theo Luật 13/2024/QH15" in lines[0]
    assert lines_of(green("Luật Nghề xanh nào đang có hiệu lực?", date(2015, 1, 1)))[0].startswith("Luật 11/2001/QH10")


def test_a_decree_based_on_the_law_guides_it_when_its_title_says_so(tmp_path):
    based = instrument(
        "61/2021/NĐ-CP",
        "Quy định chi tiết thi hành Luật Nghề xanh",
        says("Nghị định này có hiệu lực từ ngày 01/02/2021.", BEGINS, since=date(2021, 2, 1)),
        says("Căn cứ Luật số 12/2020/QH14;", BASED_ON, "12/2020/QH14"),
    )
    other = instrument(
        "62/2021/NĐ-CP",
        "Lệ phí bến bãi",
        says("Nghị định này có hiệu lực từ ngày 01/02/2021.", BEGINS, since=date(2021, 2, 1)),
        says("Căn cứ Luật số 12/2020/QH14;", BASED_ON, "12/2020/QH14"),
    )
    with asking(tmp_path, LAW, based, other) as opened:
        assert lines_of(opened(WHICH_DECREE))[0].startswith("Nghị định 61/2021/NĐ-CP")


def test_what_nobody_knows_to_be_in_force_is_never_served_as_such(tmp_path):
    undated = instrument(
        "63/2021/NĐ-CP",
        "Quy định chi tiết Luật Nghề xanh",
        says("Nghị định này quy định chi tiết Luật số 12/2020/QH14.", GUIDES, "12/2020/QH14"),
        issued_on=date(2021, 1, 1),
    )
    with asking(tmp_path, LAW, undated) as opened:
        reply = opened(WHICH_DECREE)
    assert reply.status is AnswerStatus.PARTIAL
    assert "tình trạng ngày 21/11/2026: chưa xác định hiệu lực" in lines_of(reply)[0]


def test_a_party_directive_is_shown_with_what_it_continues(tmp_path):
    first = instrument("70-CT/TW", "Phát triển nghề xanh", issued_on=date(2014, 1, 1))
    second = instrument(
        "71-CT/TW",
        "Tăng cường lãnh đạo phát triển nghề xanh",
        says("Chỉ thị số 71-CT/TW còn hiệu lực tại ngày 01/01/2025.", HOLDS, since=date(2025, 1, 1)),
        says("Chỉ thị số 71-CT/TW tiếp nối Chỉ thị số 70-CT/TW.", CONTINUES, "70-CT/TW"),
        issued_on=date(2024, 1, 1),
    )
    of_the_state = instrument(
        "72/CT-TTg",
        "Phát triển nghề xanh",
        says("Chỉ thị có hiệu lực từ ngày 02/02/2020.", BEGINS, since=date(2020, 2, 2)),
        issued_on=date(2020, 2, 2),
    )
    with asking(tmp_path, first, second, of_the_state) as opened:
        lines = lines_of(opened("Chỉ thị nào của Đảng về phát triển nghề xanh đang áp dụng?"))
    assert lines[0].startswith("Chỉ thị 71-CT/TW ngày 01/01/2024")
    assert lines[-1].startswith("– Chỉ thị 70-CT/TW, được Chỉ thị 71-CT/TW tiếp nối: chưa xác định hiệu lực. [")


def test_a_matter_that_nothing_covers_has_no_answer(green):
    assert green("Nghị định nào quy định về vận tải biển?") is None


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    with asking_shipped(tmp_path_factory.mktemp("shipped")) as opened:
        yield opened


WHICH = "Nghị định nào quy định chi tiết Luật Thi đua, khen thưởng?"
NOW = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("question", "day", "governs", "chain"),
    [
        (WHICH, NOW, "Nghị định 152/2025/NĐ-CP", ["06/2022/QH15", "06/2026/QH16", "15/2025/TT-BNV"]),
        ("nd nao quy dinh chi tiet luat tdkt", NOW, "Nghị định 152/2025/NĐ-CP", ["06/2022/QH15", "15/2025/TT-BNV"]),
        (WHICH, date(2024, 6, 1), "Nghị định 98/2023/NĐ-CP", ["06/2022/QH15", "01/2024/TT-BNV"]),
        (WHICH, date(2025, 6, 30), "Nghị định 98/2023/NĐ-CP", ["06/2022/QH15", "01/2024/TT-BNV"]),
        (WHICH, date(2025, 7, 1), "Nghị định 152/2025/NĐ-CP", ["06/2022/QH15"]),
        (WHICH, date(2020, 1, 1), "Nghị định 91/2017/NĐ-CP", ["15/2003/QH11", "39/2013/QH13"]),
        ("Thông tư nào hướng dẫn Luật TĐKT?", NOW, "Thông tư 15/2025/TT-BNV", ["152/2025/NĐ-CP", "06/2022/QH15"]),
        ("Chỉ thị nào của Đảng về thi đua khen thưởng hiện hành?", NOW, "Chỉ thị 41-CT/TW", ["34-CT/TW"]),
        ("chi thi nao cua dang ve thi dua khen thuong dang ap dung", NOW, "Chỉ thị 41-CT/TW", ["34-CT/TW"]),
        ("hiện nay áp dụng văn bản nào về tiền thưởng", NOW, "Nghị định 152/2025/NĐ-CP", ["06/2022/QH15"]),
        ("Luật Thủ đô nào đang có hiệu lực?", NOW, "Luật 02/2026/QH16", []),
        ("căn cứ pháp lý nào để xét chiến sĩ thi đua cơ sở", NOW, "Luật 06/2022/QH15", ["Điều 23", "152/2025/NĐ-CP"]),
        ("văn bản nào quy định mức lương cơ sở hiện nay", NOW, "Nghị định 161/2026/NĐ-CP", ["2.530.000"]),
        ("văn bản nào quy định mức lương cơ sở", date(2026, 6, 30), "Nghị định 73/2024/NĐ-CP", ["2.340.000"]),
        (
            "Tặng Công dân danh dự Thủ đô cho người nước ngoài thì làm theo nghị quyết nào ạ",
            NOW,
            "Nghị quyết 83/2025/NQ-HĐND",
            [],
        ),
        ("tt nào của bộ nội vụ đang hướng dẫn luật tđkt", NOW, "Thông tư 15/2025/TT-BNV", ["152/2025/NĐ-CP"]),
        ("tiền thưởng thi đua tính theo nđ nào", date(2025, 6, 30), "Nghị định 98/2023/NĐ-CP", ["73/2024/NĐ-CP"]),
        (
            "tđkt theo nđ nào, tt nào của BNV",
            date(2024, 12, 31),
            "Nghị định 98/2023/NĐ-CP",
            ["Thông tư 01/2024/TT-BNV"],
        ),
        ("tt nào của bộ nội vụ đang hướng dẫn luật tđkt vậy", NOW, "Thông tư 15/2025/TT-BNV", ["152/2025/NĐ-CP"]),
        ("bh làm hồ sơ bằng khen thì theo nđ nào ạ", NOW, "Nghị định 152/2025/NĐ-CP", ["Điều 42"]),
        ("huân chương lao động theo luật nào, nghị định nào", NOW, "Luật 06/2022/QH15", ["Nghị định 152/2025/NĐ-CP"]),
        ("quy định hiện hành về Công dân Thủ đô ưu tú là văn bản nào", NOW, "Quyết định 71/2025/QĐ-UBND", ["152/2025"]),
    ],
)
def test_the_shipped_documents_tell_what_governs_on_the_day(shipped, question, day, governs, chain):
    reply = shipped(question, day)
    assert reply.status is AnswerStatus.ANSWERED
    lines = lines_of(reply)
    assert lines[0].startswith(governs)
    assert [part for part in chain if not any(part in line for line in lines[1:])] == []


def test_a_local_rule_whose_force_is_unknown_is_shown_as_such(shipped):
    reply = shipped("văn bản nào quy định công tác thi đua khen thưởng của Hà Nội")
    assert reply.status is AnswerStatus.PARTIAL
    assert "chưa xác định hiệu lực" in lines_of(reply)[0]


@pytest.mark.parametrize(
    "question",
    [
        "kỷ luật công chức theo nghị định nào",
        "bổ nhiệm viên chức căn cứ nghị định nào",
        "nghi huu theo nghi dinh nao",
        "đấu thầu theo luật nào, nghị định nào",
        "thông tư nào của Bộ Y tế hướng dẫn luật tđkt",
    ],
)
def test_what_is_about_another_matter_or_issuer_is_not_offered(shipped, question):
    assert shipped(question) is None


def test_no_ended_instrument_is_in_the_chain_of_today(shipped):
    text = shipped(WHICH).text
    assert not any(ended in text for ended in ("98/2023", "91/2017", "01/2024", "15/2003", "39/2013", "28/2024"))
