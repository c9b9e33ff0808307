"""Digital PDF files are read in the order in which a person reads them."""

from pathlib import Path

import pytest

from ingest.errors import EncryptedSource, ScannedSource, UnreadableSource
from ingest.readers.pdf import read_pdf
from tests.samples.pdf_files import (
    grid,
    letterhead,
    page_break,
    paragraphs,
    side_by_side,
    signature,
    title,
    write_pdf,
    write_scan,
)

LONG = (
    "Phát huy sức mạnh của nhân dân các bản trong việc giữ gìn nguồn nước, bảo vệ rừng đầu nguồn, gắn với phát triển "
    "kinh tế - xã hội của địa phương; bảo đảm mọi gia đình đều được bàn bạc, tham gia và giám sát việc thực hiện."
)
ROWS = [["TT", "Việc", "Chủ trì", "Hạn"]]
ROWS += [
    [str(number), f"Việc thứ {number}: dọn khe suối và đường vào bản", "Các bản", "30/6"] for number in range(1, 51)
]


def read_story(tmp_path, *story, **options):
    path = write_pdf(tmp_path / "kế-hoạch.pdf", [block for part in story for block in part], **options)
    return read_pdf(path, path.read_bytes())


def cells_of(source, table=0):
    return [[source.text[cell.start : cell.end] for cell in row.cells] for row in source.tables[table].rows]


def test_of_a_letterhead_the_left_block_comes_before_the_right_one(tmp_path):
    source = read_story(tmp_path, letterhead(), title("KẾ HOẠCH", "Giữ sạch nguồn nước"), paragraphs(LONG))
    assert source.text.splitlines()[:8] == [
        "ỦY BAN NHÂN DÂN",
        "XÃ VÂN LĨNH",
        "Số: 27/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Vân Lĩnh, ngày 03 tháng 02 năm 2025",
        "KẾ HOẠCH",
        "Giữ sạch nguồn nước",
    ]


STATE = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Tân Mộc, ngày 3 tháng 2 năm 2025"]
PARTY = ["ĐẢNG CỘNG SẢN VIỆT NAM", "Tân Mộc, ngày 3 tháng 2 năm 2025"]


@pytest.mark.parametrize(
    ("left", "right", "leading", "below"),
    [
        (["UBND HUYỆN", "TÂN MỘC", "–––––", "Số: 7/KH-UBND"], STATE, (15, 21), ["KẾ HOẠCH"]),  # lines drift apart
        (["UBND HUYỆN TÂN MỘC", "PHÒNG NỘI VỤ", "Số: 7/KH-PNV"], STATE, (17, 17), ["BÁO CÁO"]),  # a narrow space
        (["HUYỆN ỦY TÂN MỘC", "*", "Số 7-CT/HU"], PARTY, (17, 17), ["CHỈ THỊ", "về thi đua"]),  # of the Party
        (["UBND HUYỆN", "Số: 7/UBND-VP", "", "V/v họp"], STATE, (17, 17), ["Kính gửi: Các bản."]),  # a letter
    ],
)
def test_blocks_side_by_side_are_told_from_the_title_below(tmp_path, left, right, leading, below):
    blocks = side_by_side(left, right, leading=leading)
    lines = read_story(tmp_path, blocks, title(*below), paragraphs(LONG)).text.splitlines()
    assert lines == [*filter(None, left), *right, *below, LONG]


def test_an_annex_below_the_signature_on_its_page_comes_after_it(tmp_path):
    left = ["Nơi nhận:", "- Các bản;", "- Lưu: VT."]
    right = ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "Lò Văn Mẫu"]
    blocks = side_by_side(left, right, leading=(13, 17), widths=(235, 235))
    source = read_story(tmp_path, paragraphs(LONG), blocks, title("PHỤ LỤC"), paragraphs(LONG))
    assert source.text.splitlines() == [LONG, *left, *filter(None, right), "PHỤ LỤC", LONG]


def test_recipients_come_before_the_signature_beside_them(tmp_path):
    lines = read_story(tmp_path, paragraphs(LONG), signature()).text.splitlines()
    assert lines[-6:] == [
        "- Thường trực Đảng ủy xã;",
        "- Các thôn, bản và tổ tự quản trên địa bàn;",
        "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Lò Thị Mẫu",
    ]


@pytest.mark.parametrize("label", ["", "1. ", "a) ", "- ", "Điều 5. ", "II. ", "1.1. ", "(1) ", "đ) ", "+ "])
def test_the_lines_of_a_paragraph_join_and_a_label_begins_a_new_one(tmp_path, label):
    source = read_story(tmp_path, paragraphs(LONG, label + LONG, label + LONG))
    assert source.text.splitlines() == [LONG, label + LONG, label + LONG]


@pytest.mark.parametrize("filling", range(0, 60, 4))
def test_a_dash_or_a_number_at_the_start_of_a_line_by_chance_does_not_cut_the_sentence(tmp_path, filling):
    # The filling moves the words, so that some row breaks before the dash, some after it, some before "Điều".
    text = (
        "x" * filling
        + " thực hiện theo quy định tại khoản 2 Điều 5 của quy ước về kinh tế - xã hội của các bản vùng cao"
    )
    text += " trong năm 2025 và những năm sau, bảo đảm công khai và có sự tham gia của mọi nhà."
    assert read_story(tmp_path, paragraphs(text.strip(), LONG)).text.splitlines() == [text.strip(), LONG]


def test_short_headings_stay_on_their_lines(tmp_path):
    headings = ("I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích")
    assert read_story(tmp_path, paragraphs(*headings, LONG)).text.splitlines() == [*headings, LONG]


def test_page_numbers_and_running_heads_are_left_out(tmp_path):
    source = read_story(tmp_path, paragraphs(*[LONG] * 22), head="Kế hoạch giữ sạch nguồn nước")
    assert len(source.pages) > 1
    assert set(source.text.splitlines()) == {LONG}


def test_a_paragraph_over_two_pages_is_one_and_the_page_begins_inside_it(tmp_path):
    source = read_story(tmp_path, paragraphs(*[LONG] * 22))
    assert [page.number for page in source.pages] == list(range(1, len(source.pages) + 1))
    assert [page.start for page in source.pages[1:]] == [page.end for page in source.pages[:-1]]
    assert (source.pages[0].start, source.pages[-1].end) == (0, len(source.text))
    assert source.text[source.pages[1].start - 1] in " \n"


def test_a_page_begins_where_its_first_words_stand(tmp_path):
    source = read_story(tmp_path, paragraphs("Trang đầu."), [page_break()], paragraphs("Trang sau."))
    assert [source.text[page.start : page.end] for page in source.pages] == ["Trang đầu.\n", "Trang sau.\n"]


def test_a_table_stands_in_its_place_and_only_there(tmp_path):
    source = read_story(
        tmp_path, paragraphs("Trước bảng:"), [grid(ROWS[:3], [30, 230, 110, 80])], paragraphs("Sau bảng.")
    )
    assert source.text == (
        "Trước bảng:\n\nTT | Việc | Chủ trì | Hạn\n"
        "1 | Việc thứ 1: dọn khe suối và đường vào bản | Các bản | 30/6\n"
        "2 | Việc thứ 2: dọn khe suối và đường vào bản | Các bản | 30/6\n\nSau bảng.\n"
    )
    assert cells_of(source) == ROWS[:3]


def test_a_table_over_several_pages_is_one_with_its_head_once(tmp_path):
    source = read_story(tmp_path, [grid(ROWS, [30, 230, 110, 80], repeat=1)])
    assert len(source.pages) > 1
    assert [cells_of(source, table) for table in range(len(source.tables))] == [ROWS]


def test_tables_with_other_columns_on_the_next_page_stay_apart(tmp_path):
    other = [["Nội dung", "Ghi chú"], ["Trồng cây", "500 cây"]]
    tables = [[grid(ROWS[:2], [30, 230, 110, 80])], [page_break()], [grid(other, [200, 200])]]
    source = read_story(tmp_path, *tables)
    assert (cells_of(source, 0), cells_of(source, 1)) == (ROWS[:2], other)


def test_a_frame_around_text_is_no_table(tmp_path):
    source = read_story(tmp_path, [grid([["HỎA TỐC"]], [100])], paragraphs(LONG))
    assert (source.text.splitlines(), source.tables) == (["HỎA TỐC", LONG], ())


def test_a_pdf_with_a_password_is_refused_with_what_to_do(tmp_path):
    with pytest.raises(EncryptedSource, match="remove the password"):
        read_story(tmp_path, paragraphs(LONG), password="bí mật")


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9, 0.99])
def test_a_truncated_pdf_is_refused_wherever_it_was_cut(tmp_path, share):
    path = write_pdf(tmp_path / "a.pdf", paragraphs(*[LONG] * 30))
    content = path.read_bytes()
    with pytest.raises(UnreadableSource, match="fetch it again"):
        read_pdf(path, content[: int(len(content) * share)])


def test_a_scan_is_refused_with_what_to_do(tmp_path):
    path = write_scan(tmp_path / "a.pdf", pages=3)
    with pytest.raises(ScannedSource, match=r"3 of 3 pages.*OCR"):
        read_pdf(path, path.read_bytes())


def test_a_partly_scanned_pdf_is_read_with_a_warning_that_names_the_pages(tmp_path):
    path = write_scan(tmp_path / "a.pdf", pages=3, text_on_first="\n".join([LONG[:60]] * 5))
    source = read_pdf(path, path.read_bytes())
    assert "2, 3" in source.warnings[0]
    assert [page.number for page in source.pages] == [1, 2, 3]


@pytest.mark.parametrize("position", range(0, 100, 9))
def test_a_damaged_pdf_is_read_or_refused_with_our_error(tmp_path, position):
    path = write_pdf(tmp_path / "a.pdf", paragraphs(LONG))
    content = bytearray(path.read_bytes())
    start = len(content) * position // 100
    content[start : start + 40] = b"\xff" * len(content[start : start + 40])
    try:
        assert read_pdf(path, bytes(content)).format == "pdf"
    except UnreadableSource as error:
        assert error.path == path  # noqa: PT017


def test_any_file_path_may_be_named_in_the_error():
    with pytest.raises(UnreadableSource, match=r"cut short|damaged"):
        read_pdf(Path("đâu đó.pdf"), b"%PDF-1.7\n")
