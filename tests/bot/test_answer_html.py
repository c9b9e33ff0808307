import pytest

from bot import messages
from bot.answer import AnswerStatus
from bot.answer_html import answer_as_html
from corpus.deadline_rule import Limit
from corpus.model import Form
from tests.bot.factories import answer, citation, document
from tests.bot.held_deadlines import held_deadline
from tests.bot.screens.telegram_html import faults_of
from tests.documents import day

PLAN = document("0124/KH-UBND")
NEWS = document(
    None,
    kind="Tin",
    title="Phường Mỹ An phát động thi đua",
    form=Form.NEWS,
    issuer="Cổng thông tin phường Mỹ An",
    issued_on=day("2024-04-25"),
    source="https://myan.example/tin?id=1&lang=vi",
)


def first_paragraph(text, *, told=()):
    given = answer(text, citation("Có.", of=PLAN))
    return answer_as_html(with_deadlines(given, told)).split("\n\n<b>Nguồn</b>")[0]


def with_deadlines(given, told):
    values = {name: getattr(given, name) for name in given.__dataclass_fields__}
    return type(given)(**{**values, "deadlines": tuple(told)})


def test_an_answer_reads_short_first_then_notes_then_its_folded_source():
    cited = citation("Họp sáng nay.", of=NEWS, locator="đoạn 3", page=2)
    shown = answer_as_html(answer("Sáng mai. [1]", cited, understood_as="họp khi nào", warnings=("Ghi chú.",)))
    assert shown.split("\n\n") == [
        "<i>Tôi hiểu là: “họp khi nào”.</i>",
        "<b>Sáng mai.</b> [1]",
        "<i>Lưu ý: Ghi chú.</i>",
        '<b>Nguồn</b>\n[1] <a href="https://myan.example/tin?id=1&amp;lang=vi">'
        "<b>Tin “Phường Mỹ An phát động thi đua”</b></a>, 25/4/2024, Cổng thông tin phường Mỹ An\n"
        "Đoạn 3, trang 2\n<i>Bản tin, chưa có văn bản gốc</i>\n<blockquote expandable>“Họp sáng nay.”</blockquote>",
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Có. [1]", "<b>Có.</b> [1]"),  # the mark is not bold
        ("Có [1].", "<b>Có [1].</b>"),  # a mark within is
        ("Có. Xem thêm. [1][2]", "<b>Có.</b> Xem thêm. [1][2]"),  # only the first sentence
        ("TP. Hà Nội họp. Hết. [1]", "<b>TP. Hà Nội họp.</b> Hết. [1]"),  # an abbreviation ends nothing
        ("Gồm:\n- một;\n– hai. [1]", "<b>Gồm:</b>\n• một;\n• hai. [1]"),  # one sign for all lists
        ("Gồm:\nKế hoạch 1:\n• a [1]", "<b>Gồm:</b>\n<b>Kế hoạch 1:</b>\n• a [1]"),  # a head below a head
        ("Gồm:\n• a [1]\nKế hoạch 2:\n• b", "<b>Gồm:</b>\n• a [1]\n\n<b>Kế hoạch 2:</b>\n• b"),  # a group apart
        ("Điều 3:\n1. Hồ sơ gồm:\na) Đơn. [1]", "<b>Điều 3:</b>\n1. Hồ sơ gồm:\na) Đơn. [1]"),  # words of a law
        ("• Trước 31/3 (còn 2 ngày) – họp. [1]", "• Trước 31/3 (còn 2 ngày) – họp. [1]"),  # no lead at all
        ("Luật A: " + "rất dài " * 40 + "hết. [1]", "<b>Luật A</b>: " + "rất dài " * 40 + "hết. [1]"),  # too long
    ],
)
def test_the_lead_alone_is_bold(text, shown):
    assert first_paragraph(text) == shown


def test_in_a_list_of_deadlines_the_dates_are_bold():
    told = [held_deadline(Limit(day("2026-03-31"), is_inclusive=False))]
    assert first_paragraph("Các hạn:\n• Trước ngày 31/3/2026 (còn 2 ngày) – báo cáo. [1]", told=told) == (
        "<b>Các hạn:</b>\n• <b>Trước ngày 31/3/2026</b> (còn 2 ngày) – báo cáo. [1]"
    )


@pytest.mark.parametrize("status", [AnswerStatus.NOT_IN_CORPUS, AnswerStatus.ANSWERED])
def test_what_has_no_source_is_not_set_off(status):
    assert answer_as_html(answer("Trong kho không có.", status=status)) == "Trong kho không có."


def test_a_document_cited_at_several_places_is_one_block():
    cited = [citation("Một.", of=PLAN, locator="Mục I", page=1), citation("Hai.", of=PLAN)]
    assert answer_as_html(answer("A [1] [2]", *cited)).split("<b>Nguồn</b>\n")[1].splitlines() == [
        "<b>Kế hoạch 0124/KH-UBND</b>, 18/11/2025, UBND tỉnh Hòa An",
        "<blockquote expandable>[1] Mục I, trang 1: “Một.”",
        "[2] “Hai.”</blockquote>",
    ]


def test_of_many_places_each_quote_is_short():
    cited = [citation(f"{number} " + "từ " * 100, of=PLAN) for number in range(8)]
    assert max(map(len, answer_as_html(answer("A [1]", *cited)).splitlines())) < 150


def test_a_note_on_the_form_stands_beside_its_source_alone():
    shown = answer_as_html(answer("Có. [1]", citation("Có.", of=NEWS), warnings=(messages.form_note(Form.NEWS),)))
    assert messages.form_note(Form.NEWS) not in shown
    assert "Bản tin, chưa có văn bản gốc" in shown


def test_everything_from_outside_is_escaped():
    hostile = "<b> & </blockquote>"
    plan = document(None, title=hostile, kind=hostile, issuer=hostile, source="https://a.example/?<b>")
    given = answer(hostile, citation(hostile, of=plan), understood_as=hostile, warnings=(hostile,))
    shown = answer_as_html(given)
    assert shown.count("&lt;b&gt; &amp; &lt;/blockquote&gt;") == 7
    assert "<a " not in shown
    assert faults_of(shown) == []


@pytest.mark.parametrize(
    "source",
    [
        "/srv/files/plan.pdf",  # a path of the server
        "Nghị định số 152, vbpl.vn",  # a citation
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://",
        "http://[broken",
        'https://a.example/" onclick="x',
    ],
)
def test_only_addresses_that_a_browser_opens_become_links(source):
    shown = answer_as_html(answer("Có. [1]", citation("Có.", of=document(source=source))))
    assert "<a " not in shown
    assert source not in shown
