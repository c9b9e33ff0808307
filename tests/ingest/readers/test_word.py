"""Word documents are read as they print."""

from pathlib import Path

import pytest

from ingest.errors import EncryptedSource, SourceTooLarge, UnreadableSource
from ingest.readers.word.document import read_word
from ingest.readers.word.package import LARGEST_UNPACKED_BYTES
from tests.samples.word_files import (
    as_macro_document,
    element,
    level,
    listed,
    number_lists,
    paragraph,
    run,
    saved,
    with_parts,
    word_document,
    zip_of,
)

PATH = Path("kế-hoạch.docx")
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
LETTERHEAD = [
    ["ỦY BAN NHÂN DÂN\nXÃ VÂN LĨNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"],
    ["Số: 27/KH-UBND", "Vân Lĩnh, ngày 03 tháng 02 năm 2025"],
]


def text_of(*blocks):
    return read_word(PATH, saved(word_document(*blocks))).text


def numbered_text(blocks, *families, uses=((1, 1, ""),)):
    return read_word(PATH, saved(number_lists(word_document(*blocks), *families, uses=uses))).text.splitlines()


def cells_of(source):
    return [[source.text[cell.start : cell.end] for cell in row.cells] for table in source.tables for row in table.rows]


def test_paragraphs_and_tables_stand_in_document_order():
    assert text_of("Trước", [["a", "b"], ["c", "d"]], "Sau") == "Trước\n\na | b\nc | d\n\nSau\n"


def test_a_letterhead_keeps_its_lines_and_its_cells():
    source = read_word(PATH, saved(word_document(LETTERHEAD, "KẾ HOẠCH")))
    assert source.text.startswith("ỦY BAN NHÂN DÂN\nXÃ VÂN LĨNH\n|\nCỘNG HÒA")
    assert cells_of(source)[1] == ["Số: 27/KH-UBND", "Vân Lĩnh, ngày 03 tháng 02 năm 2025"]


def test_merged_cells_span_columns_and_leave_the_rows_below_empty():
    cell = "<w:tc><w:tcPr>{}</w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    rows = (
        (cell.format('<w:gridSpan w:val="2"/>', "Chỉ tiêu"), cell.format("", "Hạn")),
        (cell.format('<w:vMerge w:val="restart"/>', "Cây"), cell.format("", "500"), cell.format("", "30/6")),
        (cell.format("<w:vMerge/>", ""), cell.format("", "700"), cell.format("", "30/9")),
    )
    table = "<w:tbl>" + "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows) + "</w:tbl>"
    source = read_word(PATH, saved(word_document(table)))
    assert cells_of(source) == [["Chỉ tiêu", "Hạn"], ["Cây", "500", "30/6"], ["", "700", "30/9"]]
    assert [(cell.column, cell.span) for cell in source.tables[0].rows[0].cells] == [(0, 2), (2, 1)]


def test_a_table_inside_a_cell_is_read_in_its_place():
    document = word_document("Đầu")
    outer = document.add_table(rows=1, cols=2)
    outer.cell(0, 0).text = "ngoài"
    inner = outer.cell(0, 1).add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "trong một", "trong hai"
    assert "ngoài | trong một | trong hai" in read_word(PATH, saved(document)).text


def test_a_frame_around_the_whole_text_is_no_table():
    document = word_document()
    frame = document.add_table(rows=1, cols=1).cell(0, 0)
    frame.text = "KẾ HOẠCH\nI. MỤC ĐÍCH"
    source = read_word(PATH, saved(document))
    assert (source.text.strip(), source.tables) == ("KẾ HOẠCH\nI. MỤC ĐÍCH", ())


@pytest.mark.parametrize(
    ("number_format", "text", "start", "labels"),
    [
        ("decimal", "%1.", 1, ["1.", "2."]),  # khoản
        ("lowerLetter", "%1)", 1, ["a)", "b)"]),  # điểm
        ("upperRoman", "%1.", 3, ["III.", "IV."]),  # a part that goes on from another document
        ("decimal", "Điều %1.", 21, ["Điều 21.", "Điều 22."]),  # the word belongs to the label
        ("decimalZero", "%1.", 1, ["01.", "02."]),
        ("bullet", "\uf0b7", 1, ["-", "-"]),  # Symbol's bullet is a dash in print
        ("bullet", "+", 1, ["+", "+"]),  # the level below the dash
        ("none", "", 1, ["", ""]),  # numbered, but shown without a number
    ],
)
def test_automatic_numbers_are_written_into_the_text(number_format, text, start, labels):
    lines = numbered_text([listed("Một"), listed("Hai")], [level(0, number_format, text, start)])
    assert lines == [f"{labels[0]} Một".strip(), f"{labels[1]} Hai".strip()]


def test_levels_count_together_and_restart_below_the_one_that_went_on():
    levels = [level(0, "upperRoman", "%1."), level(1, "decimal", "%2."), level(2, "decimal", "%2.%3.")]
    blocks = [listed("A", 1, 0), listed("B", 1, 1), listed("C", 1, 2), listed("D", 1, 1), listed("E", 1, 2)]
    blocks += [listed("F", 1, 0), listed("G", 1, 1)]
    assert numbered_text(blocks, levels) == ["I. A", "1. B", "1.1. C", "2. D", "2.1. E", "II. F", "1. G"]


def test_a_level_that_never_restarts_goes_on_counting():
    levels = [level(0, "decimal", "Chương %1"), level(1, "decimal", "Điều %2.", more='<w:lvlRestart w:val="0"/>')]
    blocks = [listed("A", 1, 0), listed("B", 1, 1), listed("C", 1, 0), listed("D", 1, 1)]
    assert numbered_text(blocks, levels) == ["Chương 1 A", "Điều 1. B", "Chương 2 C", "Điều 2. D"]


def test_a_legal_level_shows_roman_parents_as_digits():
    levels = [level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2.", more="<w:isLgl/>")]
    assert numbered_text([listed("A", 1, 0), listed("B", 1, 1)], levels) == ["I. A", "1.1. B"]


def test_two_lists_of_one_family_share_their_counter_unless_one_restarts_it():
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    uses = ((1, 1, ""), (2, 1, ""), (3, 1, restart))
    blocks = [listed("A", 1), listed("B", 2), listed("C", 3), listed("D", 3)]
    assert numbered_text(blocks, [level(0, "decimal", "%1.")], uses=uses) == ["1. A", "2. B", "1. C", "2. D"]


def test_an_empty_numbered_paragraph_is_counted_but_not_written():
    blocks = [listed("A"), listed(""), listed("C")]
    assert numbered_text(blocks, [level(0, "decimal", "%1.")]) == ["1. A", "", "3. C"]


def test_a_number_comes_from_the_style_and_can_be_taken_away():
    document = number_lists(word_document(), [level(0, "decimal", "%1.")])
    style = document.styles["Heading 1"].element
    style.get_or_add_pPr().append(element('<w:numPr><w:numId w:val="1"/></w:numPr>'))
    document.add_paragraph("Có số", style="Heading 1")
    plain = document.add_paragraph("Không số", style="Heading 1")
    plain._p.get_or_add_pPr().append(element('<w:numPr><w:numId w:val="0"/></w:numPr>'))
    assert read_word(PATH, saved(document)).text == "1. Có số\nKhông số\n"


def test_a_hand_written_label_stays_as_written():
    assert text_of("đ) Các bản tự chọn việc.") == "đ) Các bản tự chọn việc.\n"


@pytest.mark.parametrize(
    ("runs", "shown"),
    [
        (f"<w:ins>{run('thêm ')}</w:ins><w:del><w:r><w:delText>bớt</w:delText></w:r></w:del>{run('giữ')}", "thêm giữ"),
        (f"<w:moveFrom>{run('đi')}</w:moveFrom><w:moveTo>{run('đến')}</w:moveTo>", "đến"),  # moved text stands once
        (f"<w:hyperlink>{run('liên kết')}</w:hyperlink>", "liên kết"),
        (f"<w:sdt><w:sdtContent>{run('ô nhập')}</w:sdtContent></w:sdt>", "ô nhập"),  # a content control
        ("<w:r><w:t>trái</w:t><w:tab/><w:t>phải</w:t></w:r>", "trái phải"),
        ("<w:r><w:t>trên</w:t><w:br/><w:t>dưới</w:t></w:r>", "trên\ndưới"),  # a soft break ends the line
        ("<w:r><w:t>kinh tế</w:t><w:noBreakHyphen/><w:t>xã hội</w:t></w:r>", "kinh tế-xã hội"),
        ("<w:r><w:t>nguồn</w:t><w:softHyphen/><w:t>nước</w:t></w:r>", "nguồnnước"),
        ("<w:r><w:rPr><w:caps/></w:rPr><w:t>kế hoạch</w:t></w:r>", "KẾ HOẠCH"),  # shown in capitals
        (f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>{run('hiện')}", "hiện"),  # hidden text does not print
        ('<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:t> việc</w:t></w:r>', "- việc"),
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
         f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("3/2")}', "3/2"),  # the result, not the instruction
        (run("e\u0302\u0301"), "ế"),  # decomposed letters
    ],
)  # fmt: skip
def test_a_paragraph_reads_as_it_prints(runs, shown):
    assert text_of(paragraph(runs)).strip() == shown


def test_a_deleted_paragraph_end_joins_two_paragraphs():
    first = paragraph(run("nửa đầu "), "<w:rPr><w:del/></w:rPr>")
    assert text_of(first, "nửa sau") == "nửa đầu nửa sau\n"


def test_a_deleted_row_is_not_read():
    row = "<w:tr><w:trPr>{}</w:trPr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    kept, dropped = row.format("", paragraph(run("a")), paragraph(run("b"))), row.format("<w:del/>", "<w:p/>", "<w:p/>")
    source = read_word(PATH, saved(word_document(f"<w:tbl>{kept}{dropped}</w:tbl>")))
    assert cells_of(source) == [["a", "b"]]


def test_paragraphs_and_tables_in_content_controls_are_read():
    block = f"<w:sdt><w:sdtContent>{paragraph(run('trong khung'))}</w:sdtContent></w:sdt>"
    assert text_of(block, "ngoài khung") == "trong khung\nngoài khung\n"


def test_a_text_box_is_read_once():
    box = f"<w:txbxContent>{paragraph(run('HỎA TỐC'))}</w:txbxContent>"
    assert text_of(paragraph(f"<w:r><w:pict>{box}</w:pict></w:r>")).strip() == "HỎA TỐC"


def test_footnotes_follow_the_text_and_their_marks_stand_in_place():
    body = paragraph(run("Theo quy ước") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(" của bản."))
    notes = (
        '<w:footnotes><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        f'<w:footnote w:id="2">{paragraph("<w:r><w:footnoteRef/></w:r>" + run(" Sửa năm 2024."))}</w:footnote>'
        "</w:footnotes>"
    )
    content = with_parts(saved(word_document(body)), footnotes=notes)
    assert read_word(PATH, content).text == "Theo quy ước[1] của bản.\n\n[1] Sửa năm 2024.\n"


def test_a_header_comes_first_and_a_page_number_is_left_out():
    document = word_document("Thân văn bản")
    document.sections[0].header.paragraphs[0].text = "UBND XÃ VÂN LĨNH"
    document.sections[0].footer.paragraphs[0].text = "Trang 1/3"
    assert read_word(PATH, saved(document)).text == "UBND XÃ VÂN LĨNH\n\nThân văn bản\n"


def test_a_document_with_macros_is_read_and_its_macros_are_not():
    assert read_word(PATH, as_macro_document(saved(word_document("Nội dung")))).text == "Nội dung\n"


def test_pages_are_unknown():
    assert read_word(PATH, saved(word_document("Nội dung"))).pages == ()


def test_a_damaged_package_is_refused():
    content = saved(word_document("Nội dung"))
    with pytest.raises(UnreadableSource, match="damaged Word document"):
        read_word(PATH, content[: len(content) // 2])
    with pytest.raises(UnreadableSource, match="damaged Word document"):
        read_word(PATH, zip_of({"word/document.xml": "<w:document/>"}))


def test_a_relationship_that_leads_nowhere_is_damage():
    content = zip_of({"_rels/.rels": f"<Relationships xmlns='{RELATIONSHIPS}'><Relationship Id='r'/></Relationships>"})
    with pytest.raises(UnreadableSource, match="damaged Word document"):
        read_word(PATH, content)


def test_a_package_that_unpacks_to_too_much_is_not_opened():
    bomb = zip_of({"word/document.xml": b"\0" * (LARGEST_UNPACKED_BYTES + 1)})
    assert len(bomb) < 1024 * 1024
    with pytest.raises(SourceTooLarge, match="unpacks to"):
        read_word(PATH, bomb)


def test_an_encrypted_entry_asks_for_the_password_to_be_removed():
    content = bytearray(zip_of({"word/document.xml": "<a/>"}))
    content[6] |= 1  # the flag in the entry's own head
    content[content.index(b"PK\x01\x02") + 8] |= 1  # and in the directory
    with pytest.raises(EncryptedSource, match="remove the password"):
        read_word(PATH, bytes(content))
