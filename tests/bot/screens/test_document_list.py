import pytest

from bot.screens.actions import document_key
from bot.screens.document_card import document_card
from bot.screens.document_list import documents_command
from tests.bot.screens.held import holdings_over
from tests.bot.screens.telegram_html import callback, faults_of, labels
from tests.documents import day
from tests.instruments import begins, instrument

TODAY = day("2026-03-02")

DECREE = instrument("41/2019/NĐ-CP", "2019-06-20", begins("2019-08-01"), title="Công nhận làng nghề xanh")
PROVINCE = instrument("57/KH-UBND", "2025-02-12", "Lời.", title="Trồng rừng", issuer="Ủy ban nhân dân tỉnh Bình Minh")
TOWNSHIP = instrument("57/KH-UBND", "2025-04-03", "Lời.", title="Nuôi tôm", issuer="Ủy ban nhân dân xã Cồn Sậy")
OTHER = instrument("58/KH-UBND", "2025-05-03", "Lời.", title="Giữ <rừng> xanh", issuer="Ủy ban nhân dân tỉnh Bình Minh")


@pytest.fixture
def holdings(tmp_path):
    with holdings_over(tmp_path, DECREE, PROVINCE, TOWNSHIP, OTHER) as found:
        yield found


def asked(holdings, text):
    return documents_command(text, holdings, TODAY)


def test_a_number_that_one_document_bears_opens_its_card(holdings):
    for text in ("41/2019/NĐ-CP", "nghị định 41", "nghi dinh 41/2019/nd-cp"):
        assert asked(holdings, text) == document_card(DECREE.document, holdings, TODAY)


def test_a_number_that_several_bear_is_a_choice(holdings):
    shown = asked(holdings, "57/KH-UBND")
    assert shown.html.splitlines() == [
        "<b>Văn bản theo “57/KH-UBND”</b>",
        "1. <b>Kế hoạch 57/KH-UBND</b>, 12/02/2025, UBND tỉnh Bình Minh: Trồng rừng",
        "2. <b>Kế hoạch 57/KH-UBND</b>, 03/4/2025, UBND xã Cồn Sậy: Nuôi tôm",
    ]
    assert callback(shown, "2. Kế hoạch 57/KH-UBND") == f"d:{document_key(TOWNSHIP.document.id)}"


def test_words_of_titles_find_those_with_the_words_in_a_row_first(holdings):
    shown = asked(holdings, "xanh")
    assert [line.split("</b>")[0] for line in shown.html.splitlines()[1:]] == [
        "1. <b>Kế hoạch 58/KH-UBND",  # the latest first
        "2. <b>Nghị định 41/2019/NĐ-CP",
    ]
    assert "Giữ &lt;rừng&gt; xanh" in shown.html
    assert faults_of(shown.html) == []


def test_words_are_found_without_diacritics_and_only_whole(holdings):
    assert asked(holdings, "lang nghe") == document_card(DECREE.document, holdings, TODAY)
    assert "Trong kho không có văn bản theo “ngh”." in asked(holdings, "ngh").html


def test_nothing_fits_and_the_nearest_numbers_are_offered(holdings):
    shown = asked(holdings, "nghị định 57")
    assert shown.html.splitlines()[:3] == [
        "Trong kho không có văn bản theo “nghị định 57”. Gửi văn bản cho quản trị viên để bổ sung.",
        "",
        "<b>Gần nhất theo số hiệu</b>",
    ]
    assert len(labels(shown)) == 2


def test_without_words_the_newest_are_listed(holdings):
    shown = asked(holdings, "  ")
    assert [line.split("</b>")[0] for line in shown.html.splitlines()[1:5]] == [
        "1. <b>Kế hoạch 58/KH-UBND",
        "2. <b>Kế hoạch 57/KH-UBND",
        "3. <b>Kế hoạch 57/KH-UBND",
        "4. <b>Nghị định 41/2019/NĐ-CP",
    ]
    assert shown.html.endswith("Tìm văn bản: /vanban kèm số hiệu hoặc vài từ trong tên.")


def test_an_empty_library_says_so(tmp_path):
    with holdings_over(tmp_path) as holdings:
        assert asked(holdings, "").html == "Kho chưa có văn bản nào."


@pytest.mark.parametrize("text", ["<b>", "&", "🎉", "a" * 4_000, "‮đảo"])
def test_whatever_is_typed_gives_a_screen_that_telegram_takes(holdings, text):
    assert faults_of(asked(holdings, text).html) == []


def test_a_document_added_later_is_found_at_once(holdings):
    assert "không có" in asked(holdings, "dệt lụa").html
    late = instrument("60/KH-UBND", "2025-06-03", "Lời.", title="Dệt lụa")
    holdings.library.add(late)
    assert asked(holdings, "dệt lụa") == document_card(late.document, holdings, TODAY)
    assert holdings.keys.document_id(document_key(late.document.id)) == late.document.id
    holdings.library.remove(late.document.id)
    assert holdings.keys.document_id(document_key(late.document.id)) is None
