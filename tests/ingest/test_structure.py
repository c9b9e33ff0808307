"""The tree of provisions: partition, nesting, locators; then facts about real files where they are at hand."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.model import Form, ProvisionKind
from ingest.header import read_header
from ingest.reading import read
from ingest.source_text import SourceText
from ingest.structure import read_structure
from tests.ingest.outlines import at, body, header, locators, whole
from tests.ingest.samples import plan

SHARED = Path(__file__).resolve().parents[3] / "shared"
FILES = sorted([*SHARED.glob("texts/*.txt"), *SHARED.glob("seeds/*.txt")])

LINES = st.sampled_from(
    [
        *(
            "I. MỤC ĐÍCH",
            "II. NHIỆM VỤ",
            "A. CHUNG",
            "1. Việc",
            "2. Việc:",
            "1.1. Nhỏ",
            "a) Ý",
            "đ) Ý;",
            "- Gạch",
            "+ Cộng:",
            "(1) Số",
            "i) Ý",
        ),
        *(
            "Chương I",
            "QUY ĐỊNH CHUNG",
            "Điều 1. Phạm vi",
            "Mục 1",
            "Phụ lục I",
            "(Kèm theo Kế hoạch)",
            "[1] Chú thích",
            "Phần thứ nhất",
        ),
        *(
            "|",
            "|",
            "TT",
            "Nội dung",
            "1",
            "a | b | c",
            "| a | b |",
            "|---|---|",
            "",
            "",
            "Một câu.",
            "nửa câu",
            "Nơi nhận:",
            "Trên đây là kế hoạch./.",
        ),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES, max_size=40), st.tuples(st.integers(0, 300), st.integers(0, 300)), st.sampled_from(list(Form)))
def test_own_spans_partition_any_text_and_subtrees_nest(lines, cuts, form):
    text = "\n".join(lines)
    start, end = sorted(min(cut, len(text)) for cut in cuts)
    provisions = read_structure(SourceText(text, "txt"), header(text, form, (start, end)), "")
    assert "".join(text[one.start : one.end] for one in provisions) == text
    for one in provisions:
        assert one.ordinal == provisions.index(one)
        if one.parent is not None:
            parent = provisions[one.parent]
            assert parent.ordinal < one.ordinal
            assert parent.start <= one.start <= one.subtree_end <= parent.subtree_end


@pytest.mark.skipif(not FILES, reason="../shared is not here")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_own_spans_partition_every_real_file(path):
    source = read(path)
    provisions = read_structure(source, read_header(source), "")
    assert "".join(source.text[one.start : one.end] for one in provisions) == source.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a law: chapter headings on the next line, the chapter is no part of an article's locator
        (
            "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\nLuật này quy định:\n1. Một việc.\na) Ý một;\nđ) Ý hai.\n"
            "2. Hai việc.\nĐiều 2. Áp dụng\nCác cơ quan áp dụng.",
            [
                "Chương I",
                "Điều 1",
                "Điều 1 khoản 1",
                "Điều 1 khoản 1 điểm a",
                "Điều 1 khoản 1 điểm đ",
                "Điều 1 khoản 2",
                "Điều 2",
            ],
        ),
        # a plan: numbers start again under each section
        (
            "I. MỤC ĐÍCH\n1. Một.\n2. Hai.\nII. NHIỆM VỤ\n1. Một.",
            ["Mục I", "Mục I.1", "Mục I.2", "Mục II", "Mục II.1"],
        ),
        # a plan that begins with II and skips IV
        ("II. MỘT\nIII. HAI\nV. BA", ["Mục II", "Mục III", "Mục V"]),
        # plus under dash, dash under letter, back to the letter
        (
            "I. VIỆC\n1. Nhóm\na) Ý:\n- Một:\n+ Nhỏ;\n+ Nhỏ nữa.\n- Hai.\nb) Ý khác.",
            [
                "Mục I",
                "Mục I.1",
                "Mục I.1.a",
                "Mục I.1.a gạch đầu dòng 1",
                "Mục I.1.a gạch đầu dòng 1 gạch đầu dòng 1",
                "Mục I.1.a gạch đầu dòng 1 gạch đầu dòng 2",
                "Mục I.1.a gạch đầu dòng 2",
                "Mục I.1.b",
            ],
        ),
        # a number after dashes leaves the dashes
        ("I. VIỆC\n- Một.\n- Hai.\n1. Nhóm.", ["Mục I", "Mục I gạch đầu dòng 1", "Mục I gạch đầu dòng 2", "Mục I.1"]),
        # decimal numbers repeat the number above them
        (
            "I. VIỆC\n1. Nhóm\n1.1. Nhỏ\n1.1.1. Nhỏ nhất.\n1.2. Nhỏ nữa.\n2. Nhóm hai.",
            ["Mục I", "Mục I.1", "Mục I.1.1", "Mục I.1.1.1", "Mục I.1.2", "Mục I.2"],
        ),
        # I. below B. is Roman, I) after h) is a letter
        ("A. CHUNG\nB. RIÊNG\nI. MỘT\nII. HAI", ["Mục A", "Mục B", "Mục B.I", "Mục B.II"]),
        ("1. Nhóm:\ng) Một;\nh) Hai;\ni) Ba;\nk) Bốn.", ["Mục 1", "Mục 1.g", "Mục 1.h", "Mục 1.i", "Mục 1.k"]),
        # initials of a name are no label
        ("I. NGƯỜI DỰ\nT. Anh và các bạn.", ["Mục I"]),
        # the second paragraph of a section is its đoạn 2
        ("I. VIỆC\nCâu một.\nCâu hai.\nCâu ba.", ["Mục I", "Mục I đoạn 2", "Mục I đoạn 3"]),
        # dashes below a paragraph that introduces them
        ("I. VIỆC\nCâu một.\nCác việc sau:\n- Một.", ["Mục I", "Mục I đoạn 2", "Mục I đoạn 2 gạch đầu dòng 1"]),
        # two annexes, each numbered anew
        (
            "Điều 1. Ban hành.\nPhụ lục I\nDANH MỤC\nI. MỘT\nPhụ lục II\nI. MỘT",
            ["Điều 1", "Phụ lục I", "Phụ lục I Mục I", "Phụ lục II", "Phụ lục II Mục I"],
        ),
        # an article in an annex is not the article of the decision
        ("Điều 1. Ban hành.\nPhụ lục I\nQUY CHẾ\nĐiều 1. Phạm vi.", ["Điều 1", "Phụ lục I", "Phụ lục I Điều 1"]),
        # the farewell belongs to no section
        (
            "I. VIỆC\n1. Một.\n- Nhỏ.\n\nTrên đây là kế hoạch của xã./.",
            ["Mục I", "Mục I.1", "Mục I.1 gạch đầu dòng 1", "đoạn 1"],
        ),
        # footnotes
        ("I. VIỆC\n1. Một.\n[1] Theo số liệu năm trước.", ["Mục I", "Mục I.1", "chú thích 1"]),
    ],
)
def test_labels_nest_by_style_and_open_lists(text, expected):
    assert locators(body(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a date broken before its number
        ("I. VIỆC\nHoàn thành trước ngày\n15. Các thôn báo cáo.", ["Mục I"]),
        # a reference broken before its article
        ("I. VIỆC\nThực hiện theo quy định tại\nĐiều 5. Các thôn báo cáo.", ["Mục I"]),
        # a hyphen that came to stand first
        ("I. VIỆC\nPhát triển nghề công nghệ cao\n- đào tạo tay nghề.", ["Mục I"]),
        ("I. PHÁT TRIỂN KINH TẾ\n- XÃ HỘI CỦA XÃ", ["Mục I"]),
        # a heading in capitals over two lines
        ("I. MỤC ĐÍCH, YÊU CẦU\nCỦA PHONG TRÀO", ["Mục I"]),
        # lines of a printed page
        (
            "I. VIỆC\n1. Vận động nhân dân các thôn tham\ngia vệ sinh đường làng.\n2. Tổng kết.",
            ["Mục I", "Mục I.1", "Mục I.2"],
        ),
    ],
)
def test_a_line_that_the_page_broke_is_no_provision(text, expected):
    assert locators(body(text)) == expected


@pytest.mark.parametrize(
    ("text", "locator", "heading"),
    [
        ("Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n", "Chương I", "QUY ĐỊNH CHUNG"),  # on the next line
        ("Điều 3. Nguyên tắc chung\nViệc khen phải đúng.", "Điều 3", "Nguyên tắc chung"),
        ("Điều 3\nNguyên tắc chung\nViệc khen phải đúng.", "Điều 3", "Nguyên tắc chung"),
        ("2. Thời gian thực hiện: Từ tháng 3 đến tháng 9.", "Mục 2", "Thời gian thực hiện"),  # inline
        ("2. Xã giao các thôn đăng ký thi đua.", "Mục 2", ""),  # a sentence is no heading
        ("I. MỤC ĐÍCH, YÊU CẦU\nCỦA PHONG TRÀO", "Mục I", "MỤC ĐÍCH, YÊU CẦU CỦA PHONG TRÀO"),
        ("PHỤ LỤC II\nDANH MỤC\nVIỆC PHẢI LÀM\n(Kèm theo Kế hoạch của xã)", "Phụ lục II", "DANH MỤC VIỆC PHẢI LÀM"),
    ],
)
def test_a_heading_is_read_without_its_label(text, locator, heading):
    assert at(body(text), locator).heading == heading


def test_a_plan_has_letterhead_preamble_sections_and_closing():
    text = plan()
    provisions = whole(text)
    kinds = [one.kind for one in provisions if one.parent is None]
    assert kinds[:2] == [ProvisionKind.LETTERHEAD, ProvisionKind.PREAMBLE]
    assert kinds[-1] is ProvisionKind.CLOSING
    assert text[provisions[1].start :].startswith("Thực hiện Kế hoạch số 88")
    assert at(provisions, "Mục II.1").label == "1"


def test_what_follows_the_signature_under_a_title_is_an_annex():
    text = plan().rstrip() + "\n\nDANH MỤC VIỆC LÀM\n(Kèm theo Kế hoạch của xã Sơn Hạ)\nI. Việc một\nII. Việc hai\n"
    provisions = whole(text)
    annex = at(provisions, "Phụ lục")
    assert annex.heading == "DANH MỤC VIỆC LÀM"
    assert locators(provisions)[-2:] == ["Phụ lục Mục I", "Phụ lục Mục II"]


def test_a_news_item_has_paragraphs_even_where_a_line_begins_with_a_number():
    text = "Sáng nay, xã họp.\n\n1. Ảnh: đại biểu dự họp\n\nHội nghị nhất trí các việc:\n- Một;\n- Hai.\n"
    assert locators(body(text, Form.NEWS)) == [
        "đoạn 1",
        "đoạn 2",
        "đoạn 3",
        "đoạn 3 gạch đầu dòng 1",
        "đoạn 3 gạch đầu dòng 2",
    ]


@pytest.mark.parametrize(
    ("name", "kind", "count"),
    [
        ("02-2026-QH16", ProvisionKind.ARTICLE, 36),
        ("161-2026-ND-CP", ProvisionKind.ARTICLE, 7),
        ("77-2025-NQ-HDND_HaNoi", ProvisionKind.ARTICLE, 6),
        ("3621-QD-BYT", ProvisionKind.ARTICLE, 3),
        ("77-2025-NQ-HDND_HaNoi", ProvisionKind.APPENDIX, 2),
        ("0204-KH-UBND_CaMau", ProvisionKind.APPENDIX, 5),
        ("235-KH-UBND_ThanhHoa", ProvisionKind.TABLE, 3),
    ],
)
def test_a_real_file_has_as_many_provisions_as_counted_by_hand(name, kind, count):
    path = SHARED / "texts" / f"{name}.txt"
    if not path.exists():
        pytest.skip("../shared is not here")
    source = read(path)
    provisions = read_structure(source, read_header(source), "")
    assert sum(one.kind is kind for one in provisions) == count
