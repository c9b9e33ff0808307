"""What a document says of others: based on, implements, cites; never itself."""

from datetime import date
from pathlib import Path

import pytest

from corpus.identifier import parse_number
from corpus.model import Form
from ingest.header import read_header
from ingest.reading import read
from ingest.relations import read_relations
from ingest.structure import read_structure
from tests.ingest.outlines import body, document, whole
from tests.ingest.samples import plan

SHARED = Path(__file__).resolve().parents[3] / "shared"
PLAN = "\nI. MỤC ĐÍCH\n1. Một việc.\n"


def relations(text, form=Form.OFFICIAL, **facts):
    return [
        (str(one.kind), str(one.target)) for one in read_relations(document(text, form=form, **facts), body(text, form))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Căn cứ Nghị định số 15/2024/NĐ-CP ngày 02/3/2024 của Chính phủ;" + PLAN, [("based_on", "15/2024/NĐ-CP")]),
        # what stands in the title of the basis is no basis: the basis amends it
        (
            "Căn cứ Nghị định số 16/2024/NĐ-CP ngày 02/3/2024 của Chính phủ sửa đổi Nghị định số 15/2020/NĐ-CP;" + PLAN,
            [("based_on", "16/2024/NĐ-CP"), ("amends", "15/2020/NĐ-CP")],
        ),
        # a basis as amended: who amends it is no basis
        (
            "Căn cứ Luật Việc làm số 38/2013/QH13 được sửa đổi, bổ sung bởi Luật số 41/2024/QH15;" + PLAN,
            [("based_on", "38/2013/QH13"), ("amends", "38/2013/QH13")],
        ),
        # typed twice; a second "Căn cứ" on one line
        (
            "Căn cứ Căn cứ Kế hoạch số 9/KH-UBND ngày 15/9/2025 của tỉnh; Căn cứ Kế hoạch số 7/KH-UBND của xã;" + PLAN,
            [("based_on", "9/KH-UBND"), ("based_on", "7/KH-UBND")],
        ),
        # what holds for the first of a row holds for all
        (
            "Thực hiện Chỉ thị số 4-CT/TW ngày 16/5/2025 của Bộ Chính trị về bầu cử; Chỉ thị số 2/CT-TTg "
            "ngày 18/9/2025 của Thủ tướng Chính phủ, xã ban hành kế hoạch:" + PLAN,
            [("implements", "4-CT/TW"), ("implements", "2/CT-TTg")],
        ),
        # what the plan named in a basis implements
        (
            "Căn cứ Kế hoạch số 1/KH-UBND ngày 11/8/2025 của xã về thực hiện Nghị quyết số 7/NQ-CP ngày 01/4/2025 của "
            "Chính phủ và Kế hoạch số 8-KH/TU ngày 25/7/2025 của Tỉnh ủy;" + PLAN,
            [("based_on", "1/KH-UBND"), ("implements", "7/NQ-CP"), ("implements", "8-KH/TU")],
        ),
        # a look back is no purpose
        ("Sau 8 năm thực hiện Nghị quyết số 21-NQ/TW, xã có nhiều kết quả." + PLAN, [("cites", "21-NQ/TW")]),
        # another name in brackets is no second reference
        (
            "Thực hiện Kế hoạch số 88/KH-UBND (sau đây gọi tắt là Kế hoạch số 88/KH-UBND), xã ban hành kế hoạch:"
            + PLAN,
            [("implements", "88/KH-UBND")],
        ),
        # what carries on another ends nothing
        (
            "Xét Kết luận số 1-KL/TW ngày 18/5/2021 về tiếp tục thực hiện Chỉ thị số 5-CT/TW;" + PLAN,
            [("cites", "1-KL/TW"), ("continues", "5-CT/TW")],
        ),
        # two bases in one sentence
        (
            "Căn cứ Quyết định số 11/QĐ-UBND ngày 01/2/2024; Quyết định số 12/QĐ-UBND ngày 02/2/2024 của tỉnh;" + PLAN,
            [("based_on", "11/QĐ-UBND"), ("based_on", "12/QĐ-UBND")],
        ),
        (
            "Thực hiện Kế hoạch số 88/KH-UBND ngày 10/01/2025 của tỉnh, xã ban hành kế hoạch:" + PLAN,
            [("implements", "88/KH-UBND")],
        ),
        (
            "Triển khai thực hiện Chỉ thị số 34-CT/TW, xã ban hành kế hoạch như sau:" + PLAN,
            [("implements", "34-CT/TW")],
        ),
        # in the body a reference is a citation
        ("Xã ban hành kế hoạch:\nI. VIỆC\n1. Thực hiện Kế hoạch số 88/KH-UBND của tỉnh.", [("cites", "88/KH-UBND")]),
        # the sentence before does not count
        (
            "Xã đang thực hiện nhiệm vụ. Xét Tờ trình số 5/TTr-UBND ngày 01/2/2024 của thôn." + PLAN,
            [("cites", "5/TTr-UBND")],
        ),
        # no number, no relation
        ("Căn cứ Luật Thi đua, khen thưởng;" + PLAN, []),
    ],
)
def test_the_words_before_a_reference_decide_its_kind(text, expected):
    assert relations(text) == expected


def test_a_news_item_tells_what_is_implemented():
    first = "Sáng nay, xã họp triển khai Kế hoạch số 88/KH-UBND ngày 10/01/2025 của tỉnh về trồng cây."
    text = f"{first} Kết thúc, xã khen ba thôn."
    (relation,) = read_relations(document(text, form=Form.NEWS), body(text, Form.NEWS))
    assert str(relation.kind) == "implements"
    assert relation.target_issued_on == date(2025, 1, 10)
    assert relation.quote == first
    assert "88/KH-UBND" in text[relation.start : relation.end]


def test_a_document_is_not_related_to_itself_but_to_the_like_number_of_another_year():
    text = "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/3/2020 của huyện và Kế hoạch số 12/KH-UBND này:" + PLAN
    number = parse_number("12/KH-UBND")
    assert relations(text, number=number, issued_on=date(2025, 3, 5)) == [("implements", "12/KH-UBND")]


def test_a_whole_plan_relates_to_what_its_preamble_names():
    text = plan()
    made = document(text, number=parse_number("12/KH-UBND"), issued_on=date(2025, 3, 5))
    provisions = whole(text)
    (relation,) = read_relations(made, provisions)
    assert (str(relation.kind), str(relation.target), relation.target_kind) == ("implements", "88/KH-UBND", "Kế hoạch")
    assert str(provisions[relation.provision].locator) == "Phần mở đầu"
    assert relation.quote in text


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("texts/0124-KH-UBND_DakLak.txt", ("implements", "2437/QĐ-TTg")),
        ("texts/980-KH-UBND_NgheAn.txt", ("implements", "1899/QĐ-TTg")),
        ("texts/235-KH-UBND_ThanhHoa.txt", ("based_on", "4255/QĐ-BNN-KHCN")),
        ("seeds/000_3814ff057f0b7ff6.txt", ("implements", "88/KH-UBND")),
    ],
)
def test_a_real_file_says_what_was_read_by_hand(path, expected):
    file = SHARED / path
    if not file.exists():
        pytest.skip("../shared is not here")
    source = read(file)
    header = read_header(source)
    made = document(source.text, number=header.number, issued_on=header.issued_on, form=header.form)
    found = read_relations(made, read_structure(source, header, header.title))
    assert expected in [(str(one.kind), str(one.target)) for one in found]
    assert all(one.quote in source.text for one in found)
