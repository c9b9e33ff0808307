from bot.screens.actions import document_key
from bot.screens.document_card import card_screen, relations_screen
from corpus.model import Form, Signer
from tests.bot.screens.held import holdings_over
from tests.bot.screens.telegram_html import callback, faults_of, labels
from tests.documents import day
from tests.instruments import amends, based_on, begins, cites, ends, implements, instrument, news, replaces
from tests.plans import always, before, duty, plan, yearly

TODAY = day("2026-03-02")
SIGNER = Signer("Lê Văn Mẫu", "Phó Chủ tịch", "KT. Chủ tịch")


def card(folder, *records, of=0, bot_username=""):
    with holdings_over(folder, *records, bot_username=bot_username) as holdings:
        return card_screen(document_key(records[of].document.id), holdings, TODAY)


def test_a_card_tells_what_a_document_is_and_what_has_become_of_it(tmp_path):
    old = instrument("1/2020/NĐ-CP", "2020-01-05", begins("2020-02-01"), title="Về làng nghề", signer=SIGNER)
    new = instrument("2/2025/NĐ-CP", "2025-01-05", begins("2025-02-01"), replaces("1/2020/NĐ-CP"))
    shown = card(tmp_path, old, new)
    assert shown.html == (
        "<b>Nghị định 1/2020/NĐ-CP</b>\n"
        "Về làng nghề\n"
        "Ban hành: 05/01/2020, Chính phủ\n"
        "Người ký: Lê Văn Mẫu (KT. Chủ tịch, Phó Chủ tịch)\n"
        "Văn bản này đã hết hiệu lực từ ngày 01/02/2025, được thay thế bằng Nghị định 2/2025/NĐ-CP.\n"
        "\n"
        "<b>Quan hệ với văn bản khác</b>\n"
        "<i>Được thay thế bởi:</i>\n"
        "• <b>Nghị định 2/2025/NĐ-CP</b>, 05/01/2025"
    )
    assert labels(shown) == [
        ["Xem Nghị định 2/2025/NĐ-CP"],
        ["Mở từ đầu", "Tệp gốc"],
        ["Văn bản liên quan", "Theo dõi"],
    ]
    assert callback(shown, "Xem Nghị định 2/2025/NĐ-CP") == f"d:{document_key(new.document.id)}"


def test_the_validity_is_that_of_the_day_asked_for(tmp_path):
    decree = instrument("1/2026/NĐ-CP", "2026-01-05", begins("2026-07-01"))
    assert (
        "Vào ngày 02/3/2026, văn bản này chưa có hiệu lực; có hiệu lực từ ngày 01/7/2026."
        in card(tmp_path, decree).html
    )


def test_a_news_item_has_no_force_and_says_that_it_is_one(tmp_path):
    shown = card(tmp_path, news("Phường Mẫu thi đua", "2025-06-02", "Phường phát động thi đua."))
    assert shown.html == (
        "<b>Tin “Phường Mẫu thi đua”</b>\nĐăng: 02/6/2025, Báo Giả Định\n"
        "<i>Nguồn là bản tin, chưa có văn bản gốc trong kho.</i>"
    )


def test_a_digest_says_that_it_is_one(tmp_path):
    decree = instrument("1/2026/NĐ-CP", "2026-01-05", begins("2026-02-01"), form=Form.DIGEST)
    assert "<i>Nguồn là bản tóm lược, không phải nguyên văn của văn bản gốc.</i>" in card(tmp_path, decree).html


def test_held_related_documents_are_links_when_the_bot_has_a_name(tmp_path):
    law = instrument("5/2024/QH15", "2024-01-05", begins("2024-02-01"))
    decree = instrument("1/2026/NĐ-CP", "2026-01-05", based_on("5/2024/QH15"), based_on("6/2024/QH15"))
    shown = card(tmp_path, decree, law, bot_username="mau_bot").html
    key = document_key(law.document.id)
    assert f'• <a href="https://t.me/mau_bot?start=doc_{key}"><b>Luật 5/2024/QH15</b></a>, 05/01/2024' in shown
    assert "• Luật 6/2024/QH15, chưa có trong kho" in shown


def test_a_number_told_with_and_without_its_date_is_one_document(tmp_path):
    mentions = implements("9/QĐ-TTg", issued_on="2025-09-04"), implements("9/QĐ-TTg")
    shown = card(tmp_path, instrument("1/KH-UBND", "2026-01-05", *mentions)).html
    assert shown.count("9/QĐ-TTg") == 1


def test_what_is_only_cited_is_no_relation(tmp_path):
    assert "Quan hệ" not in card(tmp_path, instrument("1/KH-UBND", "2026-01-05", cites("9/QĐ-TTg"))).html


def test_of_many_relations_the_card_shows_a_few_and_the_pages_all(tmp_path):
    law = instrument("5/2024/QH15", "2024-01-05", begins("2024-02-01"))
    acts = [instrument(f"{n}/2025/QH15", f"2025-01-{n:02d}", amends("5/2024/QH15")) for n in range(10, 30)]
    with holdings_over(tmp_path, law, *acts) as holdings:
        key = document_key(law.document.id)
        shown = card_screen(key, holdings, TODAY)
        pages = [relations_screen(key, page, holdings) for page in ("0", "1", "2")]
        beyond = relations_screen(key, "77", holdings), relations_screen(key, "x", holdings)
    assert "<i>và 18 văn bản khác</i>" in shown.html
    assert [page.html.count("• ") for page in pages] == [8, 8, 4]
    assert "Luật 29/2025/QH15" in pages[0].html  # the latest first
    assert labels(pages[1])[-2:] == [["‹ Trang trước", "Trang sau ›"], ["Thẻ văn bản"]]
    assert labels(pages[1])[0] == ["Luật 21/2025/QH15", "Luật 20/2025/QH15"]
    assert beyond == (pages[2], pages[0])


def test_the_nearest_deadlines_stand_on_the_card_and_those_that_passed_do_not(tmp_path):
    record = plan(
        "12/KH-UBND",
        "2026-01-05",
        duty("Báo cáo kết quả", "trước ngày 31/3/2026", before("2026-03-31"), "Sở Nội vụ"),
        duty("Sở Y tế lập danh sách", "trước ngày 01/02/2026", before("2026-02-01"), "Sở Y tế"),
        duty("Các xã giữ vệ sinh", "thường xuyên", always()),
    )
    shown = card(tmp_path, record)
    assert shown.html.split("<b>Hạn chốt gần nhất</b>\n")[1].splitlines() == [
        "• <b>Trước ngày 31/3/2026</b> (muộn nhất là 30/3/2026; còn 28 ngày) – Sở Nội vụ: báo cáo kết quả",
        "• <b>Thường xuyên</b> – các xã giữ vệ sinh",
    ]
    assert labels(shown) == [["Mở từ đầu", "Tệp gốc"], ["Hạn chốt", "Đưa vào lịch"], ["Sơ đồ tiến độ", "Theo dõi"]]


def test_when_all_have_passed_the_last_are_shown_as_passed(tmp_path):
    record = plan("12/KH-UBND", "2026-01-05", duty("Sở Y tế họp", "trước ngày 01/02/2026", before("2026-02-01")))
    shown = card(tmp_path, record)
    assert "<b>Trước ngày 01/02/2026</b> (muộn nhất là 31/01/2026, rơi vào thứ Bảy; đã qua)" in shown.html
    assert "Sơ đồ tiến độ" not in str(labels(shown))


def test_following_a_document_names_it_by_its_key(tmp_path):
    decree = instrument("1/2026/NĐ-CP", "2026-01-05", begins("2026-02-01"))
    assert callback(card(tmp_path, decree), "Theo dõi") == f"n:d:{document_key(decree.document.id)}"


def test_the_words_of_a_document_cannot_be_taken_for_markup(tmp_path):
    record = instrument(
        "1/2026/NĐ-CP",
        "2026-01-05",
        ends("2026-02-01"),
        title="<b>&</i>",
        issuer="<u>",
        source="https://a.example/?a&b",
    )
    shown = card(tmp_path, record).html
    assert faults_of(shown) == []
    assert "&lt;b&gt;&amp;&lt;/i&gt;" in shown
    assert '<a href="https://a.example/?a&amp;b">' in shown


def test_a_document_that_is_gone_is_told_so(tmp_path):
    with holdings_over(tmp_path) as holdings:
        gone = card_screen("AAAAAAAAAAAA", holdings, TODAY), relations_screen("AAAAAAAAAAAA", "0", holdings)
    assert {one.html for one in gone} == {"Văn bản này không còn trong kho. Xin hỏi lại hoặc báo quản trị viên."}


def test_one_dated_deadline_alone_makes_no_timeline(tmp_path):
    record = plan("12/KH-UBND", "2026-01-05", duty("Sở Nội vụ báo cáo", "trước ngày 15/11 hằng năm", yearly(11, 15)))
    assert labels(card(tmp_path, record)) == [["Mở từ đầu", "Tệp gốc"], ["Hạn chốt", "Đưa vào lịch"], ["Theo dõi"]]
