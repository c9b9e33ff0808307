"""Markdown loses its marks and keeps its words, its lines and its tables."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import IngestError
from ingest.readers.markdown import plain, read_markdown
from ingest.readers.plain_text import read_plain_text

PATH = Path("kế-hoạch.md")


def read(text):
    return read_markdown(PATH, text.encode())


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("**1. Mục đích**", "1. Mục đích"),
        ("*nghiêng* và ***cả hai***", "nghiêng và cả hai"),
        ("**đậm có *nghiêng* bên trong**", "đậm có nghiêng bên trong"),
        ("_gạch dưới_ nhưng ten_tep_du_lieu", "gạch dưới nhưng ten_tep_du_lieu"),  # not inside a word
        ("[Quy ước](https://ban.example/quy-uoc_(moi).html)", "Quy ước"),
        ("![ảnh](anh.png) xong", "ảnh xong"),
        (r"1\. Không phải danh sách", "1. Không phải danh sách"),
        ("`mã` và ~~bỏ~~", "mã và bỏ"),
        ("trước<sup>1</sup>", "trước1"),
        ("5 * 3 = 15", "5 * 3 = 15"),  # a star between spaces is no mark
        ("a < b và c > d", "a < b và c > d"),
    ],
)
def test_marks_inside_a_line_are_taken_away(written, words):
    assert plain(written) == words


def test_lines_stay_lines_without_their_marks():
    text = "# Kế hoạch #\n\n> **I.** Mục đích\n- một\n* hai\n+ ba\n1. bốn\n\n---\n\nhết"
    assert read(text).text == "Kế hoạch\n\nI. Mục đích\n- một\n- hai\n+ ba\n1. bốn\n\nhết\n"


def test_a_table_keeps_its_cells():
    source = read("| TT | Việc | Hạn |\n|:--|---|--:|\n| 1 | **Trồng** cây | 30/6 |\n| 2 | | 30/9 |\n\nsau")
    assert source.text == "TT | Việc | Hạn\n1 | Trồng cây | 30/6\n2 | | 30/9\n\nsau\n"
    assert [[source.text[cell.start : cell.end] for cell in row.cells] for row in source.tables[0].rows] == [
        ["TT", "Việc", "Hạn"],
        ["1", "Trồng cây", "30/6"],
        ["2", "", "30/9"],
    ]


def test_a_bar_in_a_sentence_makes_no_table():
    assert read("chọn a | b\nrồi thôi").tables == ()


FRONT = """---
layout: page
title: "Tin của trang: bản đầy đủ"
so_hieu: 27/KH-UBND
ngay_ban_hanh: "03/02/2025"
co_quan_ban_hanh: Ủy ban nhân dân xã Vân Lĩnh
nguoi_ky: Lò Thị Mẫu
loai_van_ban: Kế hoạch
trich_yeu: Giữ sạch nguồn nước
source: https://vanlinh.example/27
---
# Kế hoạch
"""


@pytest.mark.parametrize("reader", [read_markdown, read_plain_text])
def test_vietnamese_front_matter_becomes_metadata_whatever_the_suffix(reader):
    source = reader(PATH, FRONT.encode())
    assert source.text == "Kế hoạch\n"
    assert source.metadata == {
        "title": "Giữ sạch nguồn nước",
        "number": "27/KH-UBND",
        "issued_on": "2025-02-03",
        "issuer": "Ủy ban nhân dân xã Vân Lĩnh",
        "signer": "Lò Thị Mẫu",
        "kind": "Kế hoạch",
        "source": "https://vanlinh.example/27",
    }


@pytest.mark.parametrize(
    ("header", "metadata"),
    [
        ("issued_on: 2025-02-03", {"issued_on": "2025-02-03"}),  # YAML makes a date of it
        ("issued_on: 2025-02-03 08:00:00", {"issued_on": "2025-02-03"}),
        ("form: digest", {"form": "digest"}),
        ("number: 15", {"number": "15"}),  # YAML makes a number of it
        ("title:", {}),  # nothing said
        ("tags: [a, b]", {}),  # not one of ours
    ],
)
def test_english_keys_are_ours(header, metadata):
    source = read(f"---\n{header}\n---\nnội dung")
    assert (source.metadata, source.warnings) == (metadata, ())


@pytest.mark.parametrize(
    ("header", "metadata", "warning"),
    [
        ("title: Kế hoạch 27: giữ nước\nnumber: 27/KH-UBND", {"title": "Kế hoạch 27: giữ nước", "number": "27/KH-UBND"},
         "not valid YAML"),
        ("issued_on: 31/02/2025", {}, "is not a date"),
        ("issued_on: 2025-02-31", {}, "not valid YAML"),  # YAML itself refuses the day
        ("form: gốc", {}, "is none of official, digest, news"),
    ],
)  # fmt: skip
def test_a_wrong_header_is_a_warning(header, metadata, warning):
    source = read(f"---\n{header}\n---\nnội dung")
    assert source.text == "nội dung\n"
    assert {key: source.metadata.get(key) for key in metadata} == metadata
    assert warning in source.warnings[0]


def test_a_header_that_never_ends_is_text():
    source = read("---\nnumber: 27/KH-UBND\nnội dung")
    assert "nội dung" in source.text
    assert "closing line" in source.warnings[0]


def test_a_rule_at_the_start_of_a_text_is_no_header():
    assert read_plain_text(PATH, "---\nmột dòng\n---\nhai".encode()).text == "---\nmột dòng\n---\nhai\n"


@given(st.text(alphabet="-|*_#>[]()!`~\\<br/>: \n\fab1.", max_size=120))
def test_any_marks_are_read(text):
    source = read(text)
    for table in source.tables:
        for row in table.rows:
            assert source.text[row.end - 1] == "\n"
            assert all("|" not in source.text[cell.start : cell.end] or "\\|" in text for cell in row.cells)


@given(st.text(max_size=80))
def test_any_header_is_read(header):
    try:
        assert read(f"---\nkey: {header}\n---\nnội dung").text.strip()
    except IngestError as error:
        assert "\0" in header, error  # noqa: PT017
