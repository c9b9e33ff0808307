"""Labels at the beginning of a line, and what only looks like one."""

import pytest

from ingest.numbering import Style, read_labels


@pytest.mark.parametrize(
    ("line", "style", "label", "words"),
    [
        ("Điều 7. Quyền lợi", Style.ARTICLE, "7", "Quyền lợi"),  # the usual form
        ("Điều 7: Quyền lợi", Style.ARTICLE, "7", "Quyền lợi"),  # colon
        ("Điều 12a", Style.ARTICLE, "12a", ""),  # inserted article, heading on the next line
        ("**Điều 7.** Quyền lợi", Style.ARTICLE, "7", "Quyền lợi"),  # Markdown bold
        ("### Điều 7. Quyền lợi", Style.ARTICLE, "7", "Quyền lợi"),  # Markdown heading
        ("Điều 7 (đã sửa đổi)", Style.ARTICLE, "7", "(đã sửa đổi)"),  # a remark instead of a full stop
        ("Chương II", Style.CHAPTER, "II", ""),  # heading on the next line
        ("CHƯƠNG IV: XỬ LÝ", Style.CHAPTER, "IV", "XỬ LÝ"),  # heading on the same line
        ("Phần thứ ba", Style.PART, "III", ""),  # ordinal in words
        ("Mục 2. HỒ SƠ", Style.SECTION, "2", "HỒ SƠ"),  # section of a law
        ("Tiểu mục 1. CÁ NHÂN", Style.SUBSECTION, "1", "CÁ NHÂN"),  # not a section
        ("PHỤ LỤC", Style.APPENDIX, "", ""),  # the only annex
        ("Phụ lục số 03", Style.APPENDIX, "3", ""),  # zero in front
        ("Mẫu biểu số 02", Style.APPENDIX, "2", ""),  # a form
        ("II. NHIỆM VỤ", Style.ROMAN, "II", "NHIỆM VỤ"),  # first level of a plan
        ("II/ NHIỆM VỤ", Style.ROMAN, "II", "NHIỆM VỤ"),  # stroke
        ("III - NHIỆM VỤ", Style.ROMAN, "III", "NHIỆM VỤ"),  # dash after the label
        ("C. KẾT LUẬN", Style.CAPITAL, "C", "KẾT LUẬN"),  # not the Roman hundred
        ("1. Nguyễn Văn Bình", Style.DIGIT, "1", "Nguyễn Văn Bình"),  # a list of people is a list
        ("2.Sở Nội vụ", Style.DIGIT, "2", "Sở Nội vụ"),  # no space typed
        ("1.2. Việc làm", Style.DIGIT, "1.2", "Việc làm"),  # second level
        ("1.2 Việc làm", Style.DIGIT, "1.2", "Việc làm"),  # no full stop after it
        ("01. Việc làm", Style.DIGIT, "1", "Việc làm"),  # zero in front
        ("đ) Giấy khen", Style.LETTER, "đ", "Giấy khen"),  # Vietnamese alphabet
        ("b. Giấy khen", Style.LETTER, "b", "Giấy khen"),  # full stop
        ("(3) Giấy khen", Style.DIGIT, "3", "Giấy khen"),  # in parentheses
        ("(ii) Giấy khen", Style.SMALL_ROMAN, "ii", "Giấy khen"),  # small Roman
        ("– Giấy khen", Style.BULLET, "-", "Giấy khen"),  # a long dash is a dash
        ("-Giấy khen", Style.BULLET, "-", "Giấy khen"),  # no space typed
        ("+ Giấy khen", Style.BULLET, "+", "Giấy khen"),  # plus
        ("[2] Theo báo cáo", Style.FOOTNOTE, "2", "Theo báo cáo"),  # footnote
    ],
)
def test_a_label_is_recognised_with_the_words_after_it(line, style, label, words):
    read = read_labels(line)[0]
    assert (read.style, read.text, line[read.words :]) == (style, label, words)


@pytest.mark.parametrize(
    "line",
    [
        "10/10/1954 - 10/10/2024",  # a date
        "2.530.000 đồng một tháng",  # a sum
        "15.000 người tham gia",  # thousands
        "30 tháng 4 năm 2025",  # the rest of a date
        "2025 là năm cuối",  # a year
        "2025. Các xã báo cáo",  # a year at the end of a sentence
        "05.2025 Tổng kết",  # a month
        "1.5 triệu đồng",  # a decimal
        "12:30 khai mạc",  # a time
        "24-48 giờ sau lũ",  # a range
        "Điều 5 của Luật này quy định",  # a reference
        "Chương II của Nghị định",  # a reference
        "Mục 3, Phần I",  # a reference
        "Phụ lục I kèm theo Kế hoạch này",  # a reference
        "Biểu dương các tập thể",  # a verb
        "v.v và các việc khác",  # et cetera
        "đ/c Bí thư chủ trì",  # comrade
        "(sau đây gọi là Sở)",  # a parenthesis
        "-------",  # a rule
        "**Kính gửi** các xã",  # bold
        "",
    ],
)
def test_what_only_looks_like_a_label_is_none(line):
    assert read_labels(line) == ()


@pytest.mark.parametrize(
    ("line", "styles"),
    [
        ("I. MỤC ĐÍCH", [Style.ROMAN, Style.CAPITAL]),  # may follow H.
        ("V. KINH PHÍ", [Style.ROMAN, Style.CAPITAL]),  # may follow U.
        ("i) Giấy khen", [Style.SMALL_ROMAN, Style.LETTER]),  # may follow h)
    ],
)
def test_a_letter_that_is_also_a_numeral_has_both_readings(line, styles):
    assert [label.style for label in read_labels(line)] == styles
