import pytest

from bot.governing_question import history_asked
from bot.verification import problems
from tests.bot.asking import asking, asking_shipped
from tests.bot.questions import asked
from tests.instruments import amends, begins, instrument, replaces


@pytest.mark.parametrize(
    ("question", "kind", "topic"),
    [
        ("lịch sử các nghị định về thi đua khen thưởng", "Nghị định", "thi đua khen thưởng"),
        ("lịch sử các NĐ về TĐKT", "Nghị định", "thi đua khen thưởng"),
        ("quá trình thay đổi quy định về lương cơ sở", "", "lương cơ sở"),
        ("từ 2003 đến nay có những luật thi đua khen thưởng nào", "Luật", "thi đua khen thưởng"),
        ("Từ năm 2010 đến năm 2026 có những nghị định nào về thi đua khen thưởng?", "Nghị định", "thi đua khen thưởng"),
        ("Luật Thi đua, khen thưởng đã được sửa đổi bao nhiêu lần?", "Luật", "thi đua khen thưởng"),
        ("Các luật thi đua khen thưởng qua các thời kỳ", "Luật", "thi đua khen thưởng"),
        ("Diễn biến các quy định về Công dân Thủ đô ưu tú", "", "công dân thủ đô ưu tú"),
        ("Các đời luật thi đua, khen thưởng từ 2003 đến nay?", "Luật", "thi đua khen thưởng"),
        ("may doi nghi dinh ve luong co so roi", "Nghị định", "luong co so"),
        ("tính từ năm 2004 tới bây giờ có những luật tđkt nào", "Luật", "thi đua khen thưởng"),
        ("thông tư về sáng kiến từ xưa đến nay", "Thông tư", "sáng kiến"),
        ("Nghị định về tiền thưởng đã bị thay mấy lần", "Nghị định", "tiền thưởng"),
        ("tu thang 7/2004 den nay luat tdkt sua may lan", "Luật", "thi đua khen thưởng"),
        ("Luật Thủ đô trải qua mấy đời rồi", "Luật", "thủ đô"),
        ("quá trình thay thế các nghị định về sáng kiến", "Nghị định", "sáng kiến"),
        ("các nghị định về sáng kiến thay thế nhau thế nào", "Nghị định", "sáng kiến"),
        ("da thay bao nhieu nghi dinh ve sang kien", "Nghị định", "sang kien"),
        ("các lần thay đổi thông tư về sáng kiến", "Thông tư", "sáng kiến"),
        ("trình tự thay thế các thông tư về sáng kiến", "Thông tư", "sáng kiến"),
    ],
)
def test_a_question_for_a_history_is_read_with_its_kind_and_matter(question, kind, topic):
    found = history_asked(asked(question))
    assert found is not None
    assert (found.kind, found.topic) == (kind, topic)
    assert not found.is_before


@pytest.mark.parametrize(
    "question",
    [
        "trước NĐ 152 là nghị định nào",
        "Trước Nghị định 152/2025/NĐ-CP áp dụng nghị định nào?",
        "khi chưa có nđ 152 thì theo nghị định nào",
    ],
)
def test_what_went_before_a_named_document_is_a_history(question):
    found = history_asked(asked(question))
    assert found is not None
    assert found.is_before


@pytest.mark.parametrize(
    "question",
    [
        "Kỷ niệm ngày lịch sử nào?",
        "Quá trình công tác của người được khen tính thế nào?",
        "Tuyên truyền truyền thống lịch sử của quận Ba Đình từ ngày nào?",
        "Nghị định nào quy định chi tiết Luật Thi đua, khen thưởng?",
        "Hồ sơ gửi trước ngày nào theo Nghị định 152/2025/NĐ-CP?",
        "Kế hoạch 88 giai đoạn 2024 đến 2026 có nội dung gì?",
        "Các đối tượng được khen theo nghị định nào?",  # without marks "đối" reads like "đời"
    ],
)
def test_other_questions_ask_for_no_history(question):
    assert history_asked(asked(question)) is None


OF_DIKES = "Phụ cấp trông đê"
DIKE = (
    instrument("2/2010/NĐ-CP", "2010-02-02", begins("2010-04-01"), replaces("1/2001/NĐ-CP"), title=OF_DIKES),
    instrument(
        "3/2015/NĐ-CP",
        "2015-03-03",
        begins("2015-05-01"),
        ("Nghị định này sửa đổi khoản đóng góp của Nghị định số 2/2010/NĐ-CP.", amends("2/2010/NĐ-CP")),
        title="Sửa đổi, bổ sung Nghị định số 2/2010/NĐ-CP",
    ),
    instrument("1/2001/NĐ-CP", "2001-01-01", begins("2001-03-01"), replaces("9/1999/NĐ-CP"), title=OF_DIKES),
)


def test_the_list_follows_the_links_from_the_oldest_known_to_the_latest_amendment(tmp_path):
    with asking(tmp_path, *DIKE) as opened:
        reply = opened("lịch sử các nghị định về phụ cấp trông đê")
    assert problems(reply) == []
    head, *lines = reply.text.splitlines()
    assert head == "Các nghị định theo thứ tự thời gian:"
    assert [line.split(" [")[0] for line in lines] == [
        "– Nghị định 9/1999/NĐ-CP (chưa có văn bản trong kho; "
        "từ ngày 01/3/2001 được thay bằng Nghị định 1/2001/NĐ-CP).",
        "– Nghị định 1/2001/NĐ-CP ngày 01/01/2001: “Phụ cấp trông đê” (có hiệu lực từ ngày 01/3/2001; "
        "từ ngày 01/4/2010 được thay bằng Nghị định 2/2010/NĐ-CP).",
        "– Nghị định 2/2010/NĐ-CP ngày 02/02/2010: “Phụ cấp trông đê” (có hiệu lực từ ngày 01/4/2010; "
        "được sửa đổi, bổ sung bởi Nghị định 3/2015/NĐ-CP từ ngày 01/5/2015; "
        "tình trạng ngày 21/11/2026: còn hiệu lực, một phần đã thay đổi).",
    ]
    assert all("[" in line for line in lines)


def test_before_a_named_decree_stands_what_it_ended(tmp_path):
    with asking(tmp_path, *DIKE) as opened:
        head, *lines = opened("Trước Nghị định 2/2010/NĐ-CP là nghị định nào?").text.splitlines()
    assert head == "Trước Nghị định 2/2010/NĐ-CP:"
    assert [line.split(" ngày ")[0] for line in lines] == ["– Nghị định 1/2001/NĐ-CP"]


def test_instruments_that_replace_one_another_end_the_search(tmp_path):
    one = instrument("5/2020/NĐ-CP", "", replaces("6/2020/NĐ-CP"), title="Lệ phí ao làng")
    other = instrument("6/2020/NĐ-CP", "", replaces("5/2020/NĐ-CP"), title="Lệ phí ao làng")
    with asking(tmp_path, one, other) as opened:
        assert len(opened("lịch sử các nghị định về lệ phí ao làng").text.splitlines()) == 3


def test_a_matter_without_instruments_has_no_history(tmp_path):
    with asking(tmp_path, *DIKE) as opened:
        assert opened("lịch sử các nghị định về vận tải biển") is None


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    with asking_shipped(tmp_path_factory.mktemp("shipped")) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "in_order"),
    [
        (
            "lịch sử các nghị định về thi đua khen thưởng",
            ["42/2010", "65/2014", "91/2017", "98/2023", "28/2024", "152/2025"],
        ),
        (
            "từ 2003 đến nay có những luật thi đua khen thưởng nào",
            ["15/2003", "47/2005", "32/2009", "39/2013", "06/2022", "06/2026"],
        ),
        ("Các đời luật thi đua, khen thưởng từ 2003 đến nay?", ["15/2003", "47/2005", "06/2022", "06/2026"]),
        ("cac doi luat thi dua khen thuong tu nam 2003 toi gio", ["15/2003", "47/2005", "06/2022", "06/2026"]),
        ("luật tđkt xưa nay thay mấy lần rồi", ["15/2003", "06/2022"]),
        ("trước đây nghị định nào hướng dẫn luật thi đua khen thưởng", ["91/2017", "98/2023", "152/2025"]),
        ("trước NĐ 152 là nghị định nào", ["98/2023", "28/2024"]),
        ("quá trình thay đổi quy định về lương cơ sở", ["73/2024", "161/2026"]),
        ("lịch sử các chỉ thị của Đảng về thi đua khen thưởng", ["34-CT/TW", "41-CT/TW"]),
    ],
)
def test_the_shipped_documents_tell_their_history_in_order(shipped, question, in_order):
    reply = shipped(question)
    assert problems(reply) == []
    lines = reply.text.splitlines()[1:]
    assert len(lines) <= 10
    first_words = [line.split("; từ ngày ")[0] for line in lines]
    places = [next((place for place, words in enumerate(first_words) if one in words), None) for one in in_order]
    assert None not in places
    assert places == sorted(places)
