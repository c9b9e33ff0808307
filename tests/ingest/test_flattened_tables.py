"""Tables that lost their grid: rows, heads on one and two levels, groups; and tables whose cells the reader knows."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import ProvisionKind
from ingest.flattened_tables import find_tables, is_row_label
from ingest.header import read_header
from ingest.reading import read
from ingest.source_text import Cell, Row, Table
from ingest.structure import read_structure
from tests.ingest.outlines import body

SHARED = Path(__file__).resolve().parents[3] / "shared"


def flattened(*rows):
    """Rows of cells as scraped pages leave them: a line "|" on both sides of every cell."""
    return "".join("|\n" + "".join(f"{cell}\n|\n" if cell else "|\n" for cell in row) for row in rows)


def cells(text):
    return [
        [[text[cell.start : cell.end] for cell in row.cells] for row in table.rows]
        for table in find_tables(text, 0, len(text))
    ]


def rows(text):
    return [one for one in body(text) if one.kind is ProvisionKind.ROW]


HEAD = ("TT", "Việc", "Chủ trì", "Thời gian")


@pytest.mark.parametrize(
    "written",
    [
        [HEAD, ("1", "Trồng cây", "Xã", "2026"), ("2", "Dọn đường", "Thôn", "2027")],  # the plain case
        [HEAD, ("1", "Trồng cây", "", "2026"), ("2", "Dọn đường", "", "")],  # empty cells within and at the end
        [
            HEAD,
            ("I", "NHÓM MỘT"),
            ("1", "Trồng cây", "Xã", "2026"),
            ("II", "NHÓM HAI"),
            ("1", "Họp", "Xã", "2027"),
        ],  # groups
        [
            HEAD,
            ("A", "PHẦN"),
            ("I", "NHÓM"),
            ("1.1", "Trồng cây", "Xã", "2026"),
            ("1.2", "Họp", "Xã", "2027"),
        ],  # groups in groups
        [HEAD, ("1", "Trồng cây\nven đường", "Xã", "2026"), ("2", "Họp", "Xã", "2027")],  # a cell over two lines
        [
            HEAD,
            ("1", "Trồng cây", "Xã", "2026"),
            ("", "Họp", "Xã", "2027"),
            ("2", "Dọn", "Xã", "2027"),
        ],  # no number in a row
        [("STT", "Nội dung"), ("1", "Trồng cây"), ("2", "Dọn đường")],  # two columns
        [HEAD, ("1", "2", "3", "4"), ("1", "Trồng cây", "Xã", "2026"), ("2", "Họp", "", "")],  # numbers of columns
    ],
)
def test_rows_are_told_from_empty_cells(written):
    assert cells("Danh mục:\n\n" + flattened(*written) + "\nHết.\n") == [[list(row) for row in written]]


def test_text_between_two_tables_is_no_cell():
    text = flattened(HEAD, ("1", "a", "b", "c")) + "\nBảng hai như sau.\n\n" + flattened(HEAD, ("1", "d", "e", "f"))
    assert [len(table) for table in cells(text)] == [2, 2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("| TT | Việc |\n|---|---|\n| 1 | Họp |\n", [["TT", "Việc"], ["1", "Họp"]]),  # Markdown
        ("TT | Việc\n1 | Họp\n", [["TT", "Việc"], ["1", "Họp"]]),  # one row a line
        ("TT | Việc | Nơi\n1 | | Xã\n", [["TT", "Việc", "Nơi"], ["1", "", "Xã"]]),  # an empty cell
    ],
)
def test_rows_on_one_line_are_a_table(text, expected):
    assert cells(text) == [expected]


def test_one_line_with_a_bar_is_no_table():
    assert cells("Ngày đăng: 25/04/2024 | Lượt xem: 12\nSáng nay xã họp.\n") == []


@given(st.lists(st.sampled_from(["|\n", "a\n", "1\n", "\n", "TT\n", "I\n", "a | b\n", "|\n|\n"]), max_size=60))
def test_rows_of_any_table_follow_one_another_without_gap(pieces):
    text = "".join(pieces)
    for table in find_tables(text, 0, len(text)):
        spans = [(row.start, row.end) for row in table.rows]
        assert spans[0][0] == table.start
        assert spans[-1][1] == table.end
        assert all(end == start for (_, end), (start, _) in pairwise(spans))


def test_each_row_keeps_the_column_heads():
    text = "Danh mục:\n\n" + flattened(HEAD, ("1", "Trồng cây\nven đường", "Xã", "2026"))
    assert rows(text)[0].columns == (
        ("TT", "1"),
        ("Việc", "Trồng cây ven đường"),
        ("Chủ trì", "Xã"),
        ("Thời gian", "2026"),
    )


def test_heads_on_two_levels_are_joined():
    text = flattened(
        ("TT", "Nơi", "Toạ độ"), ("Kinh độ", "Vĩ độ"), ("1", "Cửa sông", "105", "19"), ("2", "Cửa lạch", "106", "20")
    )
    assert [head for head, _ in rows(text)[0].columns] == ["TT", "Nơi", "Toạ độ – Kinh độ", "Toạ độ – Vĩ độ"]


def test_a_head_that_cannot_be_placed_is_left_open():
    text = flattened(
        ("TT", "Nơi", "Năm nay", "Năm sau", "Ghi chú"),
        ("Kế hoạch", "Ước"),
        ("1", "Thôn", "10", "11", "12", ""),
        ("2", "Xã", "20", "21", "22", ""),
    )
    assert [head for head, _ in rows(text)[0].columns] == ["TT", "Nơi", "", "", "", ""]


def test_a_group_row_heads_the_rows_below_it():
    text = "Danh mục:\n\n" + flattened(
        HEAD, ("I", "CƠ CHẾ"), ("1", "Rà soát", "Xã", "2026"), ("II", "NGUỒN LỰC"), ("1", "Bố trí", "Thôn", "2027")
    )
    provisions = body(text)
    below = [one for one in rows(text) if one.label == "1"]
    assert [provisions[one.parent].heading for one in below] == ["CƠ CHẾ", "NGUỒN LỰC"]
    assert [str(one.locator) for one in below] == ["bảng 1 dòng 2", "bảng 1 dòng 4"]


def test_a_letterhead_laid_out_as_a_table_is_none():
    text = "Phụ lục I\n\n" + flattened(("XÃ SƠN HẠ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), ("Số: 1", "ngày 2"))
    assert not [one for one in body(text) if one.kind is ProvisionKind.TABLE]


def test_the_cells_of_the_reader_count_with_the_columns_they_span():
    text = "TT | Việc | Năm\n| | Nay | Sau\n1 | Họp | 5 | 6\n"
    starts = [0, 16, 29, len(text)]
    written = [
        [("TT", 0, 1), ("Việc", 1, 1), ("Năm", 2, 2)],
        [("", 0, 1), ("", 1, 1), ("Nay", 2, 1), ("Sau", 3, 1)],
        [("1", 0, 1), ("Họp", 1, 1), ("5", 2, 1), ("6", 3, 1)],
    ]
    table_rows = []
    for index, row in enumerate(written):
        position, placed = starts[index], []
        for word, column, span in row:
            at = text.index(word, position)
            position = at + len(word)
            placed.append(Cell(at, position, column, span))
        table_rows.append(Row(starts[index], starts[index + 1], tuple(placed)))
    provisions = body(text, tables=(Table(0, len(text), tuple(table_rows)),))
    assert provisions[-1].columns == (("TT", "1"), ("Việc", "Họp"), ("Năm – Nay", "5"), ("Năm – Sau", "6"))


@pytest.mark.parametrize(
    ("text", "is_label"),
    [("12", True), ("3.1", True), ("IV", True), ("a)", True), ("-", True), ("Xã", False), ("2026", False), ("", False)],
)
def test_what_numbers_a_row_is_a_label(text, is_label):
    assert is_row_label(text) is is_label


@pytest.mark.parametrize(
    ("name", "locator", "expected"),
    [
        ("552-KH-UBND_DongThap", "Phụ lục dòng 3", ("THỜI GIAN", "2026")),
        ("179-KH-UBND_DongNai", "Phụ lục dòng 3", ("Thời gian thực hiện", "2026 - 2030")),
        ("235-KH-UBND_ThanhHoa", "Phụ lục I dòng 3", ("Địa điểm quan trắc", "Cửa sông lạch Trường")),
        ("3621-QD-BYT", "Phụ lục Mục A dòng 1", ("Mã số", "QT.YDCT.11")),
    ],
)
def test_a_row_of_a_real_annex_says_what_was_read_by_hand(name, locator, expected):
    path = SHARED / "texts" / f"{name}.txt"
    if not path.exists():
        pytest.skip("../shared is not here")
    source = read(path)
    found = [one for one in read_structure(source, read_header(source), "") if str(one.locator) == locator]
    assert expected in found[0].columns
