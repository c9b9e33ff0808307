import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Form, Signer
from ingest.header import Header, read_header
from ingest.organ_case import organ_case
from ingest.source_text import SourceText

SHARED = Path(__file__).resolve().parents[3] / "shared"


def header(text: str, **metadata: str) -> Header:
    return read_header(SourceText(text, "txt", metadata=metadata))


BODY = """
Căn cứ Kế hoạch số 77/KH-UBND ngày 01/02/2025 của Ủy ban nhân dân;
I. MỤC ĐÍCH
1. Nêu gương người tốt.
"""

ROWS = (
    """UBND THÀNH PHỐ VÍ DỤ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ NỘI VỤ | Độc lập - Tự do - Hạnh phúc
Số: 15/KH-SNV | Ví Dụ, ngày 05 tháng 3 năm 2025

KẾ HOẠCH
Về việc phát động phong trào thi đua năm 2025
"""
    + BODY
    + """
Nơi nhận: | KT. GIÁM ĐỐC
- Như trên; | PHÓ GIÁM ĐỐC
- Lưu: VT. | (Đã ký)
 | Trần Văn An
"""
)

CELLS = """|
ỦY BAN NHÂN
DÂN
TỈNH VÍ DỤ
--------
|
CỘNG
HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
|
|
Số:
15/KH-UBND
|
Ví
Dụ, ngày 05 tháng 3 năm 2025
|

KẾ HOẠCH

PHÁT ĐỘNG PHONG TRÀO
THI ĐUA NĂM 2025

Thực hiện Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị, Ủy ban nhân dân tỉnh ban hành kế hoạch.

|
Nơi nhận:
- Bộ Nội vụ
(để báo cáo);
- Lưu: VT.
|
TM. ỦY BAN NHÂN
DÂN
KT. CHỦ
TỊCH
PHÓ CHỦ TỊCH
Trần Văn An
|
"""

COLUMNS = (
    """ỦY BAN NHÂN DÂN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH VÍ DỤ                 Độc lập - Tự do - Hạnh phúc
Số: 15/KH-UBND             Ví Dụ, ngày 05 tháng 3 năm 2025
KẾ HOẠCH
Phát động phong trào thi đua
trên địa bàn tỉnh năm 2025"""
    + BODY
    + """Nơi nhận:                  TM. ỦY BAN NHÂN DÂN
- Bộ Nội vụ (b/c);         KT. CHỦ TỊCH
- Lưu: VT.                 PHÓ CHỦ TỊCH
                           Trần Văn An
"""
)

WITHOUT_GAP = (
    """ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH VÍ DỤ Độc lập - Tự do - Hạnh phúc
Số: 15/KH-UBND Ví Dụ, ngày 05 tháng 3 năm 2025
KẾ HOẠCH
PHÁT ĐỘNG PHONG TRÀO THI ĐUA"""
    + BODY
    + """Nơi nhận: TM. ỦY BAN NHÂN DÂN
- Bộ Nội vụ; KT. CHỦ TỊCH
- Lưu: VT. PHÓ CHỦ TỊCH
Trần Văn An
"""
)

LAW = """QUỐC HỘI
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Luật số: 05/2026/QH16
Ví Dụ, ngày 05 tháng 3 năm 2025

LUẬT
VÍ DỤ VÀ THỬ NGHIỆM
Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Điều 1. Phạm vi
CHỦ TỊCH QUỐC HỘI


Trần Văn An
"""

ONE_LINE = """CHÍNH PHỦ. Số: 99/2025/NĐ-CP. Ví Dụ, ngày 05 tháng 3 năm 2025
NGHỊ ĐỊNH Quy định chi tiết một số điều của Luật Ví dụ
Căn cứ Luật Tổ chức Chính phủ số 63/2025/QH15;
Điều 1. Phạm vi
"""

PARTY = """THÀNH ỦY VÍ DỤ
*
Số 34-CT/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Ví Dụ, ngày 05 tháng 3 năm 2025

CHỈ THỊ
về tăng cường lãnh đạo công tác thi đua

Trong những năm qua, phong trào đã có kết quả.

Nơi nhận:
- Các ban Đảng;
- Lưu Văn phòng.
T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Trần Văn An
"""

DECISION = """BỘ NỘI VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/QĐ-BNV
Ví Dụ, ngày 05 tháng 3 năm 2025
QUYẾT ĐỊNH
Về việc công nhận cụm, khối thi đua
năm 2025
BỘ TRƯỞNG BỘ NỘI VỤ
Căn cứ Nghị định số 25/2025/NĐ-CP;
QUYẾT ĐỊNH:
Điều 1. Công nhận các cụm.
Nơi nhận:
- Như Điều 3;
- Lưu: VT.
BỘ TRƯỞNG
Trần Văn An
"""

LETTER = """UBND THÀNH PHỐ VÍ DỤ
SỞ NỘI VỤ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 15/SNV-VP
V/v báo cáo kết quả thi đua | Ví Dụ, ngày 05 tháng 3 năm 2025

Kính gửi:
- Các sở, ban, ngành;
- Ủy ban nhân dân các xã, phường.

Thực hiện Kế hoạch số 88/KH-UBND, Sở Nội vụ đề nghị báo cáo.

Nơi nhận:
- Như trên;
- Lưu: VT.
GIÁM ĐỐC
Trần Văn An
"""

PROVINCE = "Ủy ban nhân dân tỉnh Ví Dụ"
DEPUTY = ("Phó Chủ tịch", "TM. Ủy ban nhân dân, KT. Chủ tịch")


@pytest.mark.parametrize(
    ("text", "number", "kind", "issuer", "title", "office", "why"),
    [
        (
            *(ROWS, "15/KH-SNV", "Kế hoạch", "Sở Nội vụ", "Về việc phát động phong trào thi đua năm 2025"),
            *(("Phó Giám đốc", "KT. Giám đốc"), "rows of a table, as from DOCX"),
        ),
        (
            *(CELLS, "15/KH-UBND", "Kế hoạch", PROVINCE, "PHÁT ĐỘNG PHONG TRÀO THI ĐUA NĂM 2025"),
            *(DEPUTY, "cells between bars, each heading broken over lines"),
        ),
        (
            *(COLUMNS, "15/KH-UBND", "Kế hoạch", PROVINCE),
            *("Phát động phong trào thi đua trên địa bàn tỉnh năm 2025", DEPUTY, "two columns of a PDF on one line"),
        ),
        (
            *(WITHOUT_GAP, "15/KH-UBND", "Kế hoạch", PROVINCE, "PHÁT ĐỘNG PHONG TRÀO THI ĐUA"),
            *(DEPUTY, "the gap between the columns lost"),
        ),
        (
            *(LAW, "05/2026/QH16", "Luật", "Quốc hội", "VÍ DỤ VÀ THỬ NGHIỆM"),
            *(("Chủ tịch Quốc hội", ""), "a law: 'Luật số', no recipients"),
        ),
        (
            *(ONE_LINE, "99/2025/NĐ-CP", "Nghị định", "Chính phủ"),
            *("Quy định chi tiết một số điều của Luật Ví dụ", None, "all in one line, the title beside the kind"),
        ),
        (
            *(PARTY, "34-CT/TU", "Chỉ thị", "Thành ủy Ví Dụ", "về tăng cường lãnh đạo công tác thi đua"),
            *(("Phó Bí thư", "TM. Ban Thường vụ"), "the Party's letterhead"),
        ),
        (
            *(DECISION, "12/QĐ-BNV", "Quyết định", "Bộ Nội vụ", "Về việc công nhận cụm, khối thi đua năm 2025"),
            *(("Bộ trưởng", ""), "the office that decides stands under the title and is no signature"),
        ),
        (
            *(LETTER, "15/SNV-VP", "Công văn", "Sở Nội vụ", "báo cáo kết quả thi đua"),
            *(("Giám đốc", ""), "a letter has no kind; its subject follows V/v"),
        ),
    ],
)
def test_a_letterhead_is_read_in_every_layout(text, number, kind, issuer, title, office, why):
    read = header(text)
    assert (str(read.number), read.kind, read.issuer, read.title) == (number, kind, issuer, title)
    assert (read.place, read.issued_on) == ("Ví Dụ", date(2025, 3, 5))
    assert read.form is Form.OFFICIAL
    assert read.signer == (Signer("Trần Văn An", *office) if office else None)
    assert read.warnings == ()


def test_the_body_lies_between_the_title_and_the_recipients():
    read = header(CELLS)
    body = CELLS[read.body_start : read.body_end]
    assert body.startswith("Thực hiện Chỉ thị số 34-CT/TW")
    assert body.rstrip().endswith("ban hành kế hoạch.")
    assert CELLS[read.body_end :].lstrip("|\n").startswith("Nơi nhận:")


def test_the_body_of_a_law_ends_at_its_signature():
    read = header(LAW)
    assert LAW[read.body_end :].startswith("CHỦ TỊCH QUỐC HỘI")


def test_the_body_above_the_issuer_is_named():
    assert header(ROWS).superior == "Ủy ban nhân dân thành phố Ví Dụ"
    assert header(CELLS).superior == ""


def test_recipients_are_joined_over_their_lines():
    assert header(CELLS).recipients == ("Bộ Nội vụ (để báo cáo)", "Lưu: VT")
    assert header(ROWS).recipients == ("Như trên", "Lưu: VT")


def test_addressees_of_a_letter_are_listed_before_its_body():
    read = header(LETTER)
    assert read.addressees == ("Các sở, ban, ngành", "Ủy ban nhân dân các xã, phường")
    assert LETTER[read.body_start :].startswith("Thực hiện Kế hoạch")


def test_the_issuer_between_kind_and_title_counts():
    text = PARTY.replace("CHỈ THỊ\n", "CHỈ THỊ\nCỦA BAN THƯỜNG VỤ\n")
    read = header(text)
    assert (read.issuer, read.superior) == ("Ban Thường vụ", "Thành ủy Ví Dụ")
    assert read.title == "về tăng cường lãnh đạo công tác thi đua"


def test_what_a_saved_page_puts_before_the_letterhead_is_passed_over():
    menu = "|\n|\nĐăng nhập\nTải về\n|\nSố hiệu:\n|\n999/KH-UBND\n|\nNgày ban hành:\n|\n01/01/2020\n|\n|\n"
    read = header(menu + CELLS)
    assert (str(read.number), read.issued_on, read.issuer) == ("15/KH-UBND", date(2025, 3, 5), PROVINCE)


@pytest.mark.parametrize("gap", ["     ", "......", "…"])
def test_a_blank_number_is_none_with_a_warning(gap):
    read = header(ROWS.replace("15/KH-SNV", f"{gap}/KH-SNV"))
    assert read.number is None
    assert read.issuer == "Sở Nội vụ"
    assert any("left blank" in warning and "/KH-SNV" in warning for warning in read.warnings)


def test_an_impossible_date_is_none_with_a_warning_that_quotes_it():
    read = header(ROWS.replace("05 tháng 3", "31 tháng 2"))
    assert read.issued_on is None
    assert any("31 tháng 2 năm 2025" in warning for warning in read.warnings)


def test_a_blank_date_is_none_with_a_warning():
    read = header(ROWS.replace("ngày 05 tháng 3", "ngày     tháng    "))
    assert read.issued_on is None
    assert any("date is left blank" in warning for warning in read.warnings)


WITHOUT_LETTERHEAD = """NGHỊ QUYẾT

VỀ PHÁT ĐỘNG PHONG TRÀO GIỮ SẠCH MÔI TRƯỜNG

CHÍNH PHỦ

Căn cứ Luật Tổ chức Chính phủ số 63/2025/QH15;

1. Phát động phong trào.
"""


def test_an_instrument_without_a_letterhead_is_official_and_has_no_number():
    read = header(WITHOUT_LETTERHEAD)
    assert (read.number, read.form, read.kind, read.issuer) == (None, Form.OFFICIAL, "Nghị quyết", "Chính phủ")
    assert read.title == "VỀ PHÁT ĐỘNG PHONG TRÀO GIỮ SẠCH MÔI TRƯỜNG"
    assert read.warnings == ("the text gives no number of its own",)


def test_a_missing_number_is_read_where_an_appendix_says_what_it_belongs_to():
    note = (
        "\nNơi nhận:\n- Lưu: VT.\nPHỤ LỤC\n(Kèm theo Nghị quyết số 39/NQ-CP ngày 03 tháng 12 năm 2025 của Chính phủ)\n"
    )
    read = header(WITHOUT_LETTERHEAD + note)
    assert (str(read.number), read.issued_on) == ("39/NQ-CP", date(2025, 12, 3))
    assert any("appendix" in warning for warning in read.warnings)


def test_an_appendix_of_another_kind_gives_no_number():
    note = "\nNơi nhận:\n- Lưu: VT.\nPHỤ LỤC\n(Kèm theo Tờ trình số 39/TTr-BNV ngày 03 tháng 12 năm 2025)\n"
    assert header(WITHOUT_LETTERHEAD + note).number is None


NEWS = """Thông tin nội bộ Thông tin nội bộ

Phường Ví Dụ phát động thi đua chào mừng ngày lễ lớn.
Ngày đăng 01/04/2024 | 09:32  | Lượt xem: 696

Thực hiện Kế hoạch số 88/KH-UBND ngày 23/03/2024, sáng 1/4 phường đã phát động thi đua.
Nghị quyết số 15-NQ/TW là cơ sở.
"""


def test_a_news_item_has_headline_and_date_and_no_number():
    read = header(NEWS)
    assert (read.form, read.kind, read.number) == (Form.NEWS, "Tin", None)
    assert read.title == "Phường Ví Dụ phát động thi đua chào mừng ngày lễ lớn"
    assert read.issued_on == date(2024, 4, 1)
    assert NEWS[read.body_start :].startswith("Thực hiện Kế hoạch")


@pytest.mark.parametrize(
    ("dateline", "expected", "why"),
    [
        ("Ngày đăng 01/04/2024 | 09:32", date(2024, 4, 1), "a portal"),
        ("(16:20 16/09/2020)", date(2020, 9, 16), "time before date"),
        ("Cập nhật: 5-6-2023", date(2023, 6, 5), "dashes"),
        ("25/04/2024 - 18:27", date(2024, 4, 25), "date before time"),
        ("Sáng ngày 25/4/2024, phường tổ chức lễ.", date(2024, 4, 25), "in the lead"),
        ("Chiều 27/4, thành phố tổ chức lễ.", None, "no year"),
        ("Kỷ niệm ngày giải phóng (10/10/1954 - 10/10/2024)", None, "an anniversary is no date of publication"),
        ("Ngày đăng 31/02/2024", None, "no such day"),
    ],
)
def test_only_a_complete_date_line_dates_a_news_item(dateline, expected, why):
    assert header(f"Phường Ví Dụ phát động thi đua chào mừng lễ\n{dateline}\nNội dung.\n").issued_on == expected


@pytest.mark.parametrize(
    ("text", "publisher", "why"),
    [
        ("Quận phát động đợt thi đua cao điểm năm nay\n\nHNP - Chiều 16/9, quận tổ chức lễ.\n", "HNP", "an agency"),
        ("Quận phát động đợt thi đua cao điểm năm nay\n\n(BKTO) - Chiều 27/4, quận tổ chức.\n", "BKTO", "in brackets"),
        ("Quận phát động đợt thi đua cao điểm năm nay\nTin.\nNguồn tin (baovidu.vn)\n", "baovidu.vn", "an address"),
        ("XÃ VÍ DỤ\nXã phát động đợt thi đua cao điểm năm nay\nTin.\n", "Xã Ví Dụ", "the section above the headline"),
        ("Quận phát động đợt thi đua cao điểm năm nay\nTin.\n", "", "nothing says it"),
    ],
)
def test_the_publisher_of_a_news_item_is_read_as_far_as_the_page_says(text, publisher, why):
    assert header(text).issuer == publisher


def test_a_retelling_with_a_number_in_its_metadata_is_a_digest():
    read = header(
        "# Nghị quyết về kỳ họp thứ nhất của Quốc hội\n\n## Nội dung\nCác luật được thông qua.\n",
        **{
            "number": "31/2026/QH16",
            "kind": "nghị quyết",
            "issued_on": "2026-04-24",
            "source": "https://example.org/31",
        },
    )
    assert (read.form, str(read.number), read.kind) == (Form.DIGEST, "31/2026/QH16", "Nghị quyết")
    assert (read.issued_on, read.source) == (date(2026, 4, 24), "https://example.org/31")


def test_a_retelling_that_names_numbers_is_not_taken_for_the_instrument():
    text = "# Trích các điều của Luật Ví dụ 06/2022/QH15 do trang hỏi đáp trích lại\n\n## Điều 3\nThi đua là gì.\n"
    read = header(text)
    assert (read.form, read.number) == (Form.NEWS, None)


def test_a_text_that_says_it_is_not_complete_is_no_official_text():
    read = header("[Bản chép tay, không phải toàn văn]\n\n" + ONE_LINE)
    assert (read.form, str(read.number)) == (Form.DIGEST, "99/2025/NĐ-CP")
    assert any("not complete" in warning for warning in read.warnings)


def test_the_form_in_the_metadata_counts():
    assert header(NEWS, form="digest").form is Form.DIGEST


def test_a_letterhead_counts_before_metadata_and_the_difference_is_reported():
    read = header(ROWS, number="16/KH-SNV", source="https://example.org")
    assert (str(read.number), read.source) == ("15/KH-SNV", "https://example.org")
    assert any("16/KH-SNV" in warning for warning in read.warnings)


@pytest.mark.parametrize(("key", "value"), [("number", "không số"), ("issued_on", "hôm qua"), ("form", "bản sao")])
def test_metadata_that_cannot_be_read_is_reported(key, value):
    read = header(NEWS, **{key: value})
    assert any(value in warning for warning in read.warnings)


@given(
    st.lists(
        st.sampled_from([*CELLS.split("\n"), *COLUMNS.split("\n"), *NEWS.split("\n"), "", "|", "Số:"]), max_size=40
    )
)
def test_any_order_of_lines_gives_a_header_with_its_body_inside_the_text(lines):
    text = "\n".join(lines)
    read = header(text)
    assert 0 <= read.body_start <= read.body_end <= len(text)


@pytest.mark.parametrize(
    ("capitals", "written"),
    [
        ("UBND QUẬN BA ĐÌNH", "Ủy ban nhân dân quận Ba Đình"),
        ("BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "Bộ Nông nghiệp và Môi trường"),
        ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Sở Văn hóa, Thể thao và Du lịch"),
        ("BAN THI ĐUA - KHEN THƯỞNG TRUNG ƯƠNG", "Ban Thi đua - Khen thưởng Trung ương"),
        ("ỦY BAN THƯỜNG VỤ QUỐC HỘI", "Ủy ban Thường vụ Quốc hội"),
        ("ỦY BAN NHÂN DÂN TP. HỒ CHÍ MINH", "Ủy ban nhân dân thành phố Hồ Chí Minh"),
        ("CÔNG AN TỈNH NGHỆ AN", "Công an tỉnh Nghệ An"),
        ("PHƯỜNG MAI DỊCH", "Phường Mai Dịch"),
    ],
)
def test_organs_are_written_as_running_text_writes_them(capitals, written):
    assert organ_case(capitals) == written


REAL = [
    ("0124-KH-UBND_DakLak", "0124/KH-UBND", "tỉnh Đắk Lắk", date(2025, 11, 18), "Đào Mỹ", "PHÁT ĐỘNG ĐỢT THI ĐUA"),
    ("0129-KH-UBND_DakLak", "0129/KH-UBND", "tỉnh Đắk Lắk", date(2025, 11, 21), "Hồ Thị Nguyên Thảo", "HỖ TRỢ NHU"),
    ("0134-KH-UBND_DakLak", "0134/KH-UBND", "tỉnh Đắk Lắk", date(2025, 11, 25), "Trương Công Thái", "QUAN TRẮC"),
    ("02-2026-QH16", "02/2026/QH16", "Quốc hội", date(2026, 4, 23), "Trần Thanh Mẫn", "THỦ ĐÔ"),
    ("0204-KH-UBND_CaMau", "0204/KH-UBND", "tỉnh Cà Mau", date(2025, 11, 24), "Lâm Văn Bi", "TÀI CHÍNH"),
    ("1026-KH-UBND_NgheAn", "1026/KH-UBND", "tỉnh Nghệ An", date(2025, 11, 26), "Bùi Thanh An", "TRIỂN KHAI"),
    ("141-KH-UBND_BacNinh", "141/KH-UBND", "tỉnh Bắc Ninh", date(2025, 11, 20), "Phạm Văn Thịnh", "NÂNG CAO"),
    ("144-KH-UBND_BacNinh", "144/KH-UBND", "tỉnh Bắc Ninh", date(2025, 11, 24), "Mai Sơn", "PHÁT TRIỂN KINH TẾ SỐ"),
    ("153-KH-UBND_CanTho", "153/KH-UBND", "thành phố Cần Thơ", date(2025, 11, 17), "Trương Cảnh Tuyên", "TRIỂN KHAI"),
    ("161-2026-ND-CP", "161/2026/NĐ-CP", "Chính phủ", date(2026, 5, 15), "Phạm Thị Thanh Trà", "Quy định mức lương"),
    ("172-KH-UBND_HCM", "172/KH-UBND", "Hồ Chí Minh", date(2025, 11, 18), "Trần Thị Diệu Thúy", "TRIỂN KHAI THI HÀNH"),
    ("179-KH-UBND_DongNai", "179/KH-UBND", "tỉnh Đồng Nai", date(2025, 11, 18), "Võ Tấn Đức", "PHÁT TRIỂN"),
    ("235-KH-UBND_ThanhHoa", "235/KH-UBND", "tỉnh Thanh Hóa", date(2025, 11, 18), "Mai Xuân Liêm", "QUAN TRẮC"),
    ("308-KH-UBND_HaNoi", "308/KH-UBND", "thành phố Hà Nội", date(2025, 11, 17), "Trương Việt Dũng", "TRIỂN KHAI"),
    ("3621-QD-BYT", "3621/QĐ-BYT", "Bộ Y tế", date(2025, 11, 24), "Vũ Mạnh Hà", "VỀ VIỆC BAN HÀNH QUY TRÌNH"),
    ("552-KH-UBND_DongThap", "552/KH-UBND", "tỉnh Đồng Tháp", date(2025, 11, 19), "Huỳnh Minh Tuấn", "THỰC HIỆN LỘ"),
    ("7360-KH-UBND_LaiChau", "7360/KH-UBND", "tỉnh Lai Châu", date(2025, 11, 19), "Tống Thanh Hải", "TRIỂN KHAI"),
    ("77-2025-NQ-HDND_HaNoi", "77/2025/NQ-HĐND", "Hà Nội", date(2025, 11, 27), "Phùng Thị Hồng Hà", "QUY ĐỊNH NỘI"),
    ("83-2025-NQ-HDND_HaNoi", "83/2025/NQ-HĐND", "Hà Nội", date(2025, 11, 27), "Phùng Thị Hồng Hà", "VỀ XÉT TẶNG"),
    ("980-KH-UBND_NgheAn", "980/KH-UBND", "tỉnh Nghệ An", date(2025, 11, 18), "Nguyễn Văn Đệ", "THỰC HIỆN QUYẾT"),
]


def shared_text(path: str) -> str:
    file = SHARED / path
    if not file.is_file():
        pytest.skip("../shared is not in this checkout")
    return unicodedata.normalize("NFC", file.read_text(encoding="utf-8", errors="replace"))


@pytest.mark.parametrize(("name", "number", "issuer", "issued_on", "signer", "title"), REAL)
def test_the_header_of_a_real_instrument_is_read(name, number, issuer, issued_on, signer, title):
    read = header(shared_text(f"texts/{name}.txt"))
    assert (str(read.number), read.issued_on, read.form) == (number, issued_on, Form.OFFICIAL)
    assert read.issuer.endswith(issuer)
    assert read.signer is not None
    assert read.signer.name == signer
    assert read.title.startswith(title)


@pytest.mark.parametrize(
    ("name", "published_on", "publisher", "headline"),
    [
        ("000_3814ff057f0b7ff6", date(2024, 4, 1), "", "Sở Quy hoạch"),
        ("001_09a3c9b3ca028265", date(2020, 9, 16), "HNP", "Ba Đình phát động"),
        ("002_34d07fe05185235c", date(2024, 4, 25), "Phường Mai Dịch", "Phát động phong trào"),
        ("003_7051535da1bd1bce", None, "nguoihanoi.vn", "Quận Thanh Xuân"),
        ("004_878fe4b25fd9edde", None, "BKTO", "Hà Nội phát động"),
    ],
)
def test_the_header_of_a_real_news_item_is_read(name, published_on, publisher, headline):
    read = header(shared_text(f"seeds/{name}.txt"))
    assert (read.form, read.issued_on, read.issuer) == (Form.NEWS, published_on, publisher)
    assert read.title.startswith(headline)
