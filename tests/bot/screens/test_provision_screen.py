from dataclasses import replace

import pytest

from bot.records.given_answers import CitedPlace
from bot.screens.actions import Verb, document_key, read_action, version_key
from bot.screens.provision_screen import cited_place_screen, provision_screen
from corpus.model import ProvisionKind
from tests.bot.libraries import FILES, NEWS
from tests.bot.screens.held import holdings_over
from tests.bot.screens.opened import TODAY, holdings_of, read_anew, titled
from tests.bot.screens.telegram_html import callback, faults_of, labels
from tests.instruments import instrument

LONG_PLAN = """\
ỦY BAN NHÂN DÂN
TỈNH BÌNH MINH
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 99/KH-UBND
Bình Minh, ngày 12 tháng 02 năm 2025

KẾ HOẠCH
Giữ nguồn nước

I. MỤC ĐÍCH
{long}
II. THỰC HIỆN
1. Các xã <tự> lo & báo cáo.
"""


@pytest.fixture(scope="module")
def holdings(tmp_path_factory):
    long = "\n".join(
        f"{number}. Xã số {number} giữ nguồn nước của mình. {'Nước sạch. ' * 12}" for number in range(1, 61)
    )
    files = {**FILES, "long.txt": LONG_PLAN.format(long=long)}
    with holdings_of(tmp_path_factory.mktemp("library"), files) as (found, _):
        yield found


def cited(holdings, word, quote, locator=""):
    """The place of the words in the document with this word in its number or title."""
    document = holdings.library.document(titled(holdings, word).id)
    start = document.text.index(quote)
    return CitedPlace(document.id, document.digest, start, start + len(quote), None, locator)


def shown_at(holdings, word, printed, part="0"):
    """The screen of the provision whose locator is printed so."""
    opened = holdings.shelf.take(titled(holdings, word).id)
    [ordinal] = [
        one.ordinal for one in opened.provisions if str(one.locator) == printed and opened.own_text(one).strip()
    ]
    key, version = document_key(opened.document.id), version_key(opened.document.digest)
    return provision_screen(key, str(ordinal), version, holdings, TODAY, part)


def pressed(screen, label, holdings):
    """What a button of a provision opens."""
    found = read_action(callback(screen, label))
    assert found.verb is Verb.PROVISION
    key, ordinal, version, *part = found.arguments
    return provision_screen(key, ordinal, version, holdings, TODAY, *part)


def test_a_citation_opens_where_it_stands_with_the_quoted_words_marked(holdings):
    shown = cited_place_screen(cited(holdings, "41/2019", "Có bể lọc nước thải dùng chung"), holdings, TODAY)
    assert shown.html.split("\n\n") == [
        "<b>Nghị định 41/2019/NĐ-CP</b>, 20/6/2019, Chính phủ\n"
        "<i>› Chương II TIÊU CHUẨN VÀ HỒ SƠ</i>\n"
        "<i>› Điều 3. Tiêu chuẩn danh hiệu làng nghề xanh</i>\n"
        "<i>› 1. Danh hiệu làng nghề xanh được xét tặng cho làng đạt các tiêu chuẩn sau:</i>\n"
        "<b>Điều 3 khoản 1 điểm b</b>\n"
        "<i>Chưa xác định hiệu lực</i>",
        "b) <u><b>Có bể lọc nước thải dùng chung</b></u>;",
        "<i>Trước: a) Có từ 40 hộ cùng làm một nghề;</i>\n<i>Tiếp: c) Không có vụ cháy nào trong ba năm liền.</i>",
    ]
    assert labels(shown) == [
        ["‹ Điểm a", "Điểm c ›"],
        ["Xem cả Điều 3 khoản 1"],
        ["Thẻ văn bản", "Tệp gốc"],
    ]


@pytest.mark.parametrize(
    ("word", "place", "before", "behind"),
    [
        ("41/2019", "Điều 2", "‹ Điều 1", "Điều 3 ›"),  # articles go on over the chapter
        ("41/2019", "Chương I", "‹ Phần mở đầu", "Chương II ›"),
        ("41/2019", "Điều 2 khoản 2", "‹ Khoản 1", "Điều 3 khoản 1 ›"),  # the next article that has clauses
        ("41/2019", "Điều 2 khoản 1", "‹ Điều 1", "Khoản 2 ›"),  # an article without clauses is a leaf itself
        ("41/2019", "Điều 3 khoản 1 điểm c", "‹ Điểm b", "Điều 3 khoản 2 ›"),
        ("làng nghề xanh", "Điều 4", "‹ Điều 3", None),  # the signature is not read on
        ("Bình Minh xanh", "Mục I.2", "‹ Mục I.1", "Mục II.1 ›"),  # a plan
        ("Bình Minh xanh", "Mục II", "‹ Mục I", "Mục III ›"),
        ("Bình Minh xanh", "Mục III.2 gạch đầu dòng 1", "‹ Mục III.1 ý 2", "Ý 2 ›"),
        ("Bình Minh xanh", "Phụ lục dòng 1", "‹ Mục III.3 ý 2", "Dòng 2 ›"),
        ("dệt lụa", "đoạn 2", "‹ Đoạn 1", "Đoạn 3 ›"),  # a news item
    ],
)
def test_turning_the_leaves_stays_on_the_level(holdings, word, place, before, behind):
    shown = labels(shown_at(holdings, word, place))
    steps = next((row for row in shown if any("‹" in label or "›" in label for label in row)), [])
    assert steps == [label for label in (before, behind) if label]


def test_going_on_and_back_leads_to_where_one_was(holdings):
    first = shown_at(holdings, "41/2019", "Điều 2 khoản 2")
    behind = pressed(first, "Điều 3 khoản 1 ›", holdings)
    assert "Có từ 40 hộ" in behind.html
    assert pressed(behind, "‹ Điều 2 khoản 2", holdings) == first


def test_the_whole_of_an_article_has_its_heading_and_its_parts(holdings):
    shown = shown_at(holdings, "41/2019", "Điều 3")
    assert shown.html.split("\n\n")[1].splitlines() == [
        "<b>Điều 3. Tiêu chuẩn danh hiệu làng nghề xanh</b>",
        "1. Danh hiệu làng nghề xanh được xét tặng cho làng đạt các tiêu chuẩn sau:",
        "a) Có từ 40 hộ cùng làm một nghề;",
        "b) Có bể lọc nước thải dùng chung;",
        "c) Không có vụ cháy nào trong ba năm liền.",
        "2. Làng nghề vi phạm bảo vệ môi trường không được xét tặng.",
    ]


def test_a_row_of_a_table_tells_the_head_of_each_column(holdings):
    shown = cited_place_screen(cited(holdings, "Bình Minh xanh", "Trung tâm Văn hóa tỉnh"), holdings, TODAY)
    assert shown.html.split("\n\n")[1].splitlines() == [
        "<i>TT:</i> 2",
        "<i>Nhiệm vụ:</i> Thi tuyên truyền viên giỏi",
        "<i>Chủ trì:</i> <u><b>Trung tâm Văn hóa tỉnh</b></u>",
        "<i>Phối hợp:</i> Báo Bình Minh",
        "<i>Thời gian:</i> Quý III/2025",
    ]
    assert "Xem cả bảng" in labels(shown)[1]


def test_cells_without_a_head_stand_side_by_side_and_a_list_in_a_cell_is_one(tmp_path):
    cells = [("TT", "1"), ("", "Hồ sơ"), ("", ""), ("", "X"), ("", "- Đơn; - Tờ trình."), ("Hạn", "Tháng 4")]
    record = instrument("7/KH-UBND", "2025-01-05", "| ".join(cell for _, cell in cells))
    [row] = record.provisions
    row = replace(row, kind=ProvisionKind.ROW, columns=tuple(cells))
    with holdings_over(tmp_path, replace(record, provisions=(row,))) as holdings:
        key, version = document_key(record.document.id), version_key(record.document.digest)
        shown = provision_screen(key, "0", version, holdings, TODAY)
    assert shown.html.split("\n\n")[1].splitlines() == [
        "<i>TT:</i> 1",
        "Hồ sơ | X",
        "- Đơn;",
        "- Tờ trình.",
        "<i>Hạn:</i> Tháng 4",
    ]


def test_a_quote_over_several_provisions_opens_what_holds_them_all(holdings):
    quote = "Có từ 40 hộ cùng làm một nghề;\nb) Có bể lọc nước thải"
    shown = cited_place_screen(cited(holdings, "41/2019", quote), holdings, TODAY)
    assert (
        "a) <u><b>Có từ 40 hộ cùng làm một nghề;</b></u>\n<u><b>b) Có bể lọc nước thải</b></u> dùng chung;"
        in shown.html
    )
    assert "<b>Điều 3 khoản 1</b>" in shown.html


def test_a_long_provision_is_shown_part_by_part_and_no_word_is_lost(holdings):
    shown = shown_at(holdings, "99/KH-UBND", "Mục I")
    parts = [shown]
    while follow := [label for row in labels(parts[-1]) for label in row if label.startswith("Đọc tiếp")]:
        parts.append(pressed(parts[-1], follow[0], holdings))
    told = "\n".join(part.html for part in parts)
    assert len(parts) > 2
    assert all(told.count(f"Xã số {number} giữ") >= 1 for number in range(1, 61))
    assert pressed(parts[1], f"Phần trước (1/{len(parts)})", holdings) == shown
    assert [faults_of(part.html) for part in parts] == [[]] * len(parts)
    assert max(len(part.html) for part in parts) < 4_096


def test_a_citation_in_a_long_provision_opens_the_part_with_its_words(holdings):
    place = cited(holdings, "99/KH-UBND", "Xã số 58 giữ nguồn nước của mình", "Mục I.58")
    whole = replace(place, start=place.start - 3_000)
    assert "<u><b>" in cited_place_screen(place, holdings, TODAY).html
    assert "<u><b>" in cited_place_screen(whole, holdings, TODAY).html


def test_the_text_of_a_document_cannot_be_taken_for_markup(holdings):
    shown = shown_at(holdings, "99/KH-UBND", "Mục II.1")
    assert "1. Các xã &lt;tự&gt; lo &amp; báo cáo." in shown.html
    assert faults_of(shown.html) == []


def test_every_provision_of_every_document_is_one_message(holdings):
    for head in holdings.library.document_heads():
        key, version = document_key(head.id), version_key(head.digest)
        for provision in holdings.library.provisions(head.id):
            shown = provision_screen(key, str(provision.ordinal), version, holdings, TODAY)
            assert faults_of(shown.html) == [], (head.id, provision.locator)
            assert len(shown.html) < 4_096


@pytest.mark.parametrize(
    ("ordinal", "part"), [("9999", "0"), ("x", "0"), ("-1", "0"), ("1", "x")], ids=["beyond", "word", "less", "part"]
)
def test_a_forged_button_opens_nothing(holdings, ordinal, part):
    head = titled(holdings, "41/2019")
    shown = provision_screen(document_key(head.id), ordinal, version_key(head.digest), holdings, TODAY, part)
    assert shown.html == "Nút này không còn dùng được. Xin hỏi lại."


class TestOfADocumentReadAnew:
    @pytest.fixture
    def holdings(self, tmp_path):
        with holdings_of(tmp_path, {"news.md": NEWS}) as (found, _):
            yield found

    def test_the_same_place_is_opened_without_a_mark_and_the_change_is_told_first(self, holdings):
        place = cited(holdings, "dệt lụa", "sự tham gia của 70 hộ dân", "đoạn 1")
        read_anew(holdings, place.document_id)
        shown = cited_place_screen(place, holdings, TODAY).html
        assert shown.startswith("<i>Văn bản đã được cập nhật từ khi trả lời;")
        assert "70 hộ dân" in shown
        assert "<u>" not in shown

    def test_a_place_that_has_gone_leads_to_the_card(self, holdings):
        place = cited(holdings, "dệt lụa", "sự tham gia của 70 hộ dân", "đoạn 7")
        read_anew(holdings, place.document_id)
        shown = cited_place_screen(place, holdings, TODAY).html
        assert shown.startswith("<i>Văn bản đã được cập nhật từ khi trả lời và không còn đoạn 7;")
        assert "Đăng: 02/6/2025" in shown

    def test_a_button_of_the_earlier_version_leads_to_the_card(self, holdings):
        head = titled(holdings, "dệt lụa")
        read_anew(holdings, head.id)
        shown = provision_screen(document_key(head.id), "1", version_key(head.digest), holdings, TODAY).html
        assert shown.startswith("<i>Văn bản đã được cập nhật từ khi trả lời;")

    def test_a_document_that_is_gone_is_told_so(self, holdings):
        place = cited(holdings, "dệt lụa", "70 hộ dân")
        holdings.library.remove(place.document_id)
        gone = "Văn bản này không còn trong kho. Xin hỏi lại hoặc báo quản trị viên."
        assert cited_place_screen(place, holdings, TODAY).html == gone
        assert provision_screen(document_key(place.document_id), "1", "abcdef", holdings, TODAY).html == gone
