"""Of a web page its article is read, and nothing that surrounds it."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.errors import IngestError, UnreadableSource
from ingest.readers.web_page import read_web_page
from tests.samples.web_pages import PARAGRAPHS, hand_made_page, law_page, news_page

PATH = Path("trang.html")


def read(page, encoding="utf-8"):
    return read_web_page(PATH, page.encode(encoding))


def body(markup):
    return read(f"<html><body><div>{markup}</div></body></html>")


def cells_of(source, table=0):
    return [[source.text[cell.start : cell.end] for cell in row.cells] for row in source.tables[table].rows]


def test_of_a_news_page_headline_and_paragraphs_are_read_and_nothing_else():
    source = read(news_page())
    assert source.text == "\n".join(["Xã Vân Lĩnh phát động thi đua giữ sạch nguồn nước", *PARAGRAPHS]) + "\n"


def test_a_news_page_says_when_and_where_it_was_published():
    assert read(news_page()).metadata == {
        "title": "Xã Vân Lĩnh phát động thi đua giữ sạch nguồn nước",
        "issuer": "Cổng thông tin xã Vân Lĩnh",
        "issued_on": "2025-03-12",
        "source": "https://vanlinh.example/tin/giu-sach-nguon-nuoc",
    }


def test_an_instrument_is_read_from_its_letterhead_to_its_annex():
    text = read(law_page()).text
    assert text.startswith("ỦY BAN NHÂN DÂN\nXÃ VÂN LĨNH\n-------\n|\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n")
    assert text.endswith("2 | Làm bể lọc | | 30/9/2025\n")
    assert "- Văn phòng xã theo dõi, tổng hợp;\n- Các bản báo cáo trước ngày 15/12/2025./.\n" in text


@pytest.mark.parametrize("surrounding", ["Đăng nhập", "Lược đồ", "liên quan", "Bình luận", "bản quyền"])
def test_nothing_of_the_site_around_an_instrument_is_read(surrounding):
    assert surrounding not in read(law_page()).text


def test_the_tables_of_an_instrument_keep_their_cells():
    source = read(law_page())
    assert cells_of(source, 0)[1] == ["Số: 27/KH-UBND", "Vân Lĩnh, ngày 03 tháng 02 năm 2025"]
    assert cells_of(source, 2) == [
        ["STT", "Việc", "Chỉ tiêu"],
        ["1", "Trồng cây đầu nguồn", "500 cây", "30/6/2025"],
        ["2", "Làm bể lọc", "", "30/9/2025"],
    ]
    assert source.tables[2].rows[0].cells[2].span == 2


def test_an_instrument_is_not_named_or_dated_by_the_site_that_shows_it():
    assert read(law_page()).metadata == {"source": "https://luat.example/27-kh-ubnd"}


def test_a_page_of_only_paragraphs_is_read_whole():
    assert read(hand_made_page()).text == "\n".join(["Xã Vân Lĩnh phát động thi đua", *PARAGRAPHS]) + "\n"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>một</p><p>hai<br>ba</p>", "một\nhai\nba"),  # breaks and paragraphs are lines
        ("<ul><li>một</li><li>hai</li></ul>", "- một\n- hai"),
        ("<ul><li>- một</li><li>a) hai</li></ul>", "- một\na) hai"),  # the author typed the label
        ('<ol start="3"><li>một</li><li><p>hai</p></li></ol>', "3. một\n4. hai"),  # as the browser numbers
        ('<ol type="a"><li>một</li></ol>', "a. một"),
        ("<p>kinh&nbsp;tế -\n xã <b>hội</b></p>", "kinh tế - xã hội"),  # white space of the source means nothing
        ('<p>một</p><p style="display: none">ẩn</p>', "một"),
    ],
)
def test_the_text_reads_as_the_browser_shows_it(markup, text):
    page = f"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<div>{markup}</div>"  # an instrument is taken whole
    assert body(page).text == f"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n{text}\n"


def test_tags_that_are_never_closed_lose_no_text():
    assert body("<font>" * 300 + PARAGRAPHS[0]).text == PARAGRAPHS[0] + "\n"  # the parser's own limit is 256 levels


def test_tags_that_nest_without_end_are_refused():
    with pytest.raises(UnreadableSource, match="nest too deeply"):
        body("<div>" * 5000 + PARAGRAPHS[0])


def test_an_article_is_kept_though_its_name_is_that_of_a_box():
    menu = '<a href="/">Trang chủ Giới thiệu</a> ' * 30
    article = f'<div class="search-content"><p>{PARAGRAPHS[0]}</p></div>'
    assert body(f'<div class="menu">{menu}</div>{article}').text == PARAGRAPHS[0] + "\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1258"])
def test_a_page_is_read_in_the_encoding_that_it_declares(encoding):
    paragraph = "Cac ban thi dua \u00eam \u0111\u1eb9p".replace("\u1eb9", "\u00ea") * 12
    assert (
        paragraph
        in read(
            hand_made_page([paragraph])
            .replace("<html>", f'<html><meta charset="{encoding}">')
            .replace("Xã Vân Lĩnh phát động thi đua", "Tin"),
            encoding,
        ).text
    )


@pytest.mark.parametrize(
    ("declared", "content", "found"),
    [
        ("x-viet-tcvn", b"abc", "unknown encoding, x-viet-tcvn"),
        ("utf-8", b"K\xd5", "not valid UTF-8"),
    ],
)
def test_an_encoding_that_does_not_fit_is_refused(declared, content, found):
    with pytest.raises(UnreadableSource, match=found):
        read_web_page(PATH, f'<html><meta charset="{declared}"><p>'.encode() + content)


@pytest.mark.parametrize(
    ("head", "shown", "issued_on"),
    [
        ('<meta itemprop="datePublished" content="2025-03-12">', "", "2025-03-12"),
        ('<script type="application/ld+json">{"datePublished": "2025-03-12T01:00:00Z"}</script>', "", "2025-03-12"),
        ("", '<time datetime="2025-03-12T01:00">hôm nay</time>', "2025-03-12"),
        ("", "<span>Ngày đăng 12/03/2025 | 18:27 | Lượt xem: 70</span>", "2025-03-12"),
        ("", "<span>Hội nghị ngày 12/03/2025</span>", None),  # a date of the story is not that of the story's print
    ],
)
def test_the_date_of_a_page_is_found_where_sites_put_it(head, shown, issued_on):
    page = f"<html><head>{head}</head><body><h1>Tin</h1>{shown}<p>{PARAGRAPHS[0]}</p></body></html>"
    assert read(page).metadata.get("issued_on") == issued_on


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet='<>/="! -&;#1abpdivtrlohm\n', max_size=150))
def test_any_markup_is_read_or_refused_with_our_error(markup):
    try:
        source = body(markup)
    except IngestError:
        return
    assert "\xa0" not in source.text
