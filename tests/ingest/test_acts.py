"""What documents do to one another, in the wordings of real instruments; and what looks like an act and is none."""

from datetime import date

import pytest

from corpus.identifier import parse_number
from corpus.model import Form
from ingest.relations import read_relations
from tests.ingest.outlines import body, document, whole

A, B, C = "Nghị định số 11/2015/NĐ-CP", "Nghị định số 12/2016/NĐ-CP", "Nghị định số 13/2017/NĐ-CP"


def read(text, *, kind="Nghị định", number="10/2026/NĐ-CP", form=Form.OFFICIAL):
    made = document(text, kind=kind, number=parse_number(number), issued_on=date(2026, 2, 1), form=form)
    return read_relations(made, body(text, form))


def acts(text, **facts):
    """Each as "subject kind target", the subject left out where it is the document."""
    return [
        " ".join(filter(None, (str(one.subject.serial) if one.subject else "", one.kind, str(one.target.serial))))
        for one in read(text, **facts)
    ]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (f"Nghị định này thay thế {A}.", ["replaces 11"], "R3, the own document is the subject"),
        (f"Nghị định này có hiệu lực từ ngày ký và thay thế {A}, {B}.", ["replaces 11", "replaces 12"], "two of them"),
        (f"Nghị định này bãi bỏ {A} và thay thế {B}.", ["repeals 11", "replaces 12"], "two acts of one subject"),
        (f"Bãi bỏ {A}; thay thế {B}; sửa đổi {C}.", ["repeals 11", "replaces 12", "amends 13"], "orders in a row"),
        (f"Bãi bỏ toàn bộ {A}.", ["repeals 11"], "R4, an order without a subject"),
        (f"Kể từ ngày 01/7/2026, hủy bỏ {A}.", ["repeals 11"], "an order after its day"),
        (f"Bãi bỏ Quy chế ban hành kèm theo {A}.", ["repeals 11"], "what the decree issued"),
        (f"Bãi bỏ các văn bản sau:\na) {A};\nb) {B}.", ["repeals 11", "repeals 12"], "a list below its lead"),
        (
            f"Kể từ ngày Nghị định này có hiệu lực, các Nghị định sau đây hết hiệu lực:\na) {A};\nb) {B}.",
            ["ends 11", "ends 12"],
            "a list of what ends",
        ),
        (f"{A} và {B} hết hiệu lực kể từ ngày Nghị định này có hiệu lực thi hành.", ["ends 11", "ends 12"], "R5"),
        (f"{A} hết hiệu lực từ ngày 01/7/2026.", ["ends 11"], "with a day of its own"),
        (f"{A} hết hiệu lực từ ngày 01/7/2026 theo Điều 5 của {B}.", ["12 ends 11"], "R5, the other one ends it"),
        (
            f"{A} được sửa đổi, bổ sung một số điều theo {B}, {C} hết hiệu lực kể từ ngày Nghị định này có hiệu lực.",
            ["ends 11", "12 amends 11", "13 amends 11"],
            "what amended it ends nothing and is not itself ended",
        ),
        (
            f"{A} được sửa đổi theo {B} (sau đây gọi là {A}) hết hiệu lực kể từ ngày Nghị định này có hiệu lực.",
            ["ends 11", "12 amends 11"],
            "another name in brackets",
        ),
        (f"Nghị định số 10/2026/NĐ-CP thay thế {A}.", ["replaces 11"], "the own number is itself"),
        (f"{B} sửa đổi, bổ sung một số điều của {A}.", ["cites 12", "12 amends 11"], "R2 of a third document"),
        (
            f"{B} sửa đổi Chương trình hành động của tỉnh thực hiện {A}.",
            ["cites 12", "cites 11"],
            "the programme without a number carries it out, not what amends the programme",
        ),
        (f"{A} bị {B} thay thế từ ngày 01/7/2020.", ["cites 11", "12 replaces 11"], "R3, passive, the agent first"),
        (f"{A} được thay thế bằng {B}.", ["cites 11", "12 replaces 11"], "R3, passive"),
        (f"{A} do {B} sửa đổi, bổ sung.", ["cites 11", "12 amends 11"], "'do'"),
        (f"{A} bị bãi bỏ kể từ ngày Nghị định này có hiệu lực.", ["repeals 11"], "passive without an agent"),
        (f"{B} hướng dẫn thi hành {A}.", ["cites 12", "12 guides 11"], "R1"),
        (f"{B} quy định chi tiết và hướng dẫn thi hành một số điều của {A}.", ["cites 12", "12 guides 11"], "R1"),
        (f"{C} hướng dẫn thi hành Luật Việc làm và {A}.", ["13 guides 11", "cites 13"], "beside a law without number"),
        (f"Kéo dài thời hạn áp dụng {A} đến hết ngày 31/12/2027.", ["extends 11"], "R6"),
        (f"Trường hợp chưa có quy định thì vẫn áp dụng {A} đến hết ngày 31/12/2027.", ["extends 11"], "R6"),
        (f"{A} tiếp tục có hiệu lực đến hết ngày 31/12/2027.", ["extends 11"], "R6, said after it"),
        (f"{A} được gia hạn đến hết ngày 31/12/2027 theo {B}.", ["12 extends 11"], "R6 by another"),
        (f"Đính chính lỗi kỹ thuật trình bày tại {A} như sau:", ["corrects 11"], "R7"),
        (
            f"Văn bản hợp nhất số 5/VBHN-BNV hợp nhất {A} và {B}.",
            ["cites 5", "5 consolidates 11", "5 consolidates 12"],
            "R7",
        ),
        (f"Sửa đổi tên Điều 5 và bãi bỏ khoản 2 Điều 6 {A}.", ["amends 11"], "two orders on one document amend it"),
        (f"Thay thế cụm từ “cũ” bằng cụm từ “mới” tại Điều 5 {A}.", ["amends 11"], "a phrase replaced is an amendment"),
        ("Nghị định số 10/2026/NĐ-CP thay thế Nghị định số 10/2026/NĐ-CP.", ["replaces 10"], "on itself: kept as read"),
    ],
)
def test_an_act_has_a_kind_a_target_and_a_subject(text, expected, why):
    assert sorted(acts(f"Điều 9. Hiệu lực thi hành\n{text}")) == sorted(expected), why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (f"Bộ Nội vụ rà soát, trình Chính phủ bãi bỏ {A}.", "a task"),
        (f"Bộ Nội vụ tham mưu sửa đổi, bổ sung hoặc thay thế {A}.", "a task"),
        (f"Bộ Nội vụ ban hành Quyết định thay thế {A}.", "an act still to come"),
        (f"Việc xử lý theo {A} và các văn bản sửa đổi, bổ sung, thay thế (nếu có).", "whatever comes"),
        (f"Trường hợp {A} được sửa đổi, bổ sung, thay thế thì áp dụng văn bản mới.", "a condition"),
        (f"Chưa có văn bản nào thay thế {A}.", "denied"),
        (
            f"Hồ sơ nộp trước ngày Nghị định này có hiệu lực thì tiếp tục thực hiện theo {A}.",
            "transition without a last day",
        ),
        (f"Nghị định này quy định việc thay thế giấy phép cấp theo {A}.", "what is replaced is a licence"),
        (f"Phạm vi điều chỉnh của {A}.", "a noun"),
        (f"Sử dụng thuốc thay thế theo {A}.", "a medicine"),
    ],
)
def test_what_is_no_act_only_cites(text, why):
    assert acts(f"Điều 9. Trách nhiệm\n{text}") == ["cites 11"], why


def test_a_proposal_of_another_document_is_no_act_of_it():
    text = f"Xét Tờ trình số 38/TTr-UBND ngày 01/2/2026 đề nghị ban hành Nghị định thay thế {A};\nI. VIỆC\n1. Một."
    assert acts(text) == ["cites 38", "cites 11"]


def test_a_denied_act_of_another_document_is_none():
    assert acts(f"Kho chưa có văn bản nào nêu việc {B} thay thế {A}.", form=Form.DIGEST) == ["cites 12", "cites 11"]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (f"Bãi bỏ khoản 3 Điều 4 và Điều 7 {A}.", ["Điều 4 khoản 3", "Điều 7"], "two places of one document"),
        (
            f"Bãi bỏ Điều 37 và điểm đ khoản 1 Điều 38 {A}.",
            ["Điều 37", "Điều 38 khoản 1 điểm đ"],
            "article, then point",
        ),
        (f"Sửa đổi điểm a khoản 2 Điều 5 của {A}.", ["Điều 5 khoản 2 điểm a"], "down to the point"),
        (
            f"Bổ sung khoản 5a vào sau khoản 5 Điều 51 của {A}.",
            ["Điều 51 khoản 5a"],
            "what is added, not its neighbour",
        ),
        (f"Thay thế Phụ lục I ban hành kèm theo {A}.", ["Phụ lục I"], "an annex"),
    ],
)
def test_an_act_on_a_part_names_its_places(text, expected, why):
    (one,) = read(f"Điều 9. Điều khoản thi hành\n{text}")
    assert [str(place) for place in one.places] == expected, why
    assert one.is_partial


def test_the_clauses_of_an_amending_article_act_on_the_document_it_names():
    text = (
        f"Điều 1. Sửa đổi, bổ sung một số điều của {A} như sau:\n"
        "1. Sửa đổi, bổ sung khoản 2 Điều 5 như sau:\n“2. Theo Nghị định số 99/2020/NĐ-CP.”.\n"
        "2. Bãi bỏ Điều 7.\n"
        "3. Sửa đổi, bổ sung một số khoản của Điều 40 như sau:\na) Sửa đổi, bổ sung khoản 3 như sau:\n“3. Việc.”;\n"
        "b) Bãi bỏ khoản 4."
    )
    found = [(str(one.kind), one.target.serial, [str(place) for place in one.places]) for one in read(text)]
    assert found == [
        ("amends", 11, []),
        ("amends", 11, ["Điều 5 khoản 2"]),
        ("cites", 99, []),  # named in the new wording
        ("repeals", 11, ["Điều 7"]),
        ("amends", 11, ["Điều 40"]),
        ("amends", 11, ["Điều 40 khoản 3"]),
        ("repeals", 11, ["Điều 40 khoản 4"]),
    ]
    assert all(one.is_partial for one in read(text) if str(one.kind) != "cites")


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        (f"{A} bị {B} thay thế từ ngày 01/7/2020.", date(2020, 7, 1), None),
        (f"Nghị định này có hiệu lực từ ngày 15/3/2026 và thay thế {A}.", date(2026, 3, 15), None),
        (f"Nghị định này có hiệu lực từ ngày ký và thay thế {A}.", date(2026, 2, 1), None),
        (f"{A} hết hiệu lực kể từ ngày Nghị định này có hiệu lực thi hành.", None, None),
        (f"Kéo dài thời hạn áp dụng {A} đến hết năm 2027.", None, date(2027, 12, 31)),
    ],
)
def test_an_act_has_the_days_that_its_sentence_gives(text, since, until):
    one = next(one for one in read(f"Điều 9. Hiệu lực\n{text}") if str(one.kind) != "cites")
    assert (one.since, one.until) == (since, until)


def test_what_is_passed_on_as_anothers_word_is_disputed():
    found = read(f"Theo hai bản tin, {B} thay thế {A}.", form=Form.DIGEST)
    assert [(str(one.kind), one.is_disputed) for one in found] == [("cites", True), ("replaces", True)]


def test_the_title_says_what_the_document_does():
    text = (
        "CHÍNH PHỦ\nSố: 10/2026/NĐ-CP\nHà Nội, ngày 01 tháng 2 năm 2026\nNGHỊ ĐỊNH\n"
        "SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA NGHỊ ĐỊNH SỐ 11/2015/NĐ-CP\n"
        "Điều 1. Sửa đổi, bổ sung khoản 2 Điều 5\nMột việc.\n"
    )
    title = "SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA NGHỊ ĐỊNH SỐ 11/2015/NĐ-CP"
    made = document(text, kind="Nghị định", title=title, number=parse_number("10/2026/NĐ-CP"))
    found = read_relations(made, whole(text))
    assert ("amends", "11/2015/NĐ-CP") in [(str(one.kind), str(one.target)) for one in found]
    assert all(one.quote in text and text[one.start : one.end] in one.quote for one in found)
