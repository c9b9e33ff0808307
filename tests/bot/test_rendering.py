import json
from datetime import date

import pytest

from bot import messages
from bot.answer import AnswerStatus
from bot.rendering import answer_as_json, answer_as_text, shortened
from corpus.model import Form
from tests.bot.factories import answer, citation, document

PLAN = document("0124/KH-UBND")
NEWS = document(
    None,
    kind="Tin",
    title="Phường Mỹ An phát động thi đua",
    form=Form.NEWS,
    issuer="Cổng thông tin phường Mỹ An",
    issued_on=date(2024, 4, 25),
    source="https://myan.example/tin?id=1&lang=vi",
)
DECREE = document("152/2025/NĐ-CP", kind="Nghị định", issuer="Chính phủ", issued_on=date(2025, 6, 14), form=Form.DIGEST)


def test_the_terminal_shows_reading_text_and_the_source_with_its_place():
    shown = answer_as_text(
        answer(
            "Đầu tháng 10. [1]",
            citation("Tổng kết vào đầu tháng 10.", of=PLAN, locator="Mục II.2", page=2),
            understood_as="tổng kết khi nào",
        )
    )
    assert shown.splitlines() == [
        "Tôi hiểu là: “tổng kết khi nào”.",
        "Đầu tháng 10. [1]",
        "Nguồn",
        "[1] Kế hoạch 0124/KH-UBND, 18/11/2025, UBND tỉnh Hòa An, Mục II.2 (trang 2): “Tổng kết vào đầu tháng 10.”",
    ]


def test_an_answer_without_sources_is_its_text_alone():
    assert answer_as_text(answer("Trong kho không có.")) == "Trong kho không có."


@pytest.mark.parametrize(
    ("cited", "line"),
    [
        (  # a news item: title for number, what it is, and where to open it
            citation("Họp sáng nay.", of=NEWS, locator="đoạn 3"),
            "[1] Tin “Phường Mỹ An phát động thi đua”, 25/4/2024, Cổng thông tin phường Mỹ An, đoạn 3 "
            "(bản tin, chưa có văn bản gốc): “Họp sáng nay.”\n    https://myan.example/tin?id=1&lang=vi",
        ),
        (  # a digest
            citation("Chậm nhất 31/12.", of=DECREE, locator="Điều 35 khoản 1"),
            "[1] Nghị định 152/2025/NĐ-CP, 14/6/2025, Chính phủ, Điều 35 khoản 1 (bản tóm lược): “Chậm nhất 31/12.”",
        ),
        (  # page and form together
            citation("Chậm nhất 31/12.", of=DECREE, page=4),
            "[1] Nghị định 152/2025/NĐ-CP, 14/6/2025, Chính phủ (trang 4; bản tóm lược): “Chậm nhất 31/12.”",
        ),
        (  # nothing known but the number
            citation("Xong.", of=document("7/KH-UBND", issuer="", issued_on=None)),
            "[1] Kế hoạch 7/KH-UBND: “Xong.”",
        ),
    ],
)
def test_a_source_says_what_is_known_of_it(cited, line):
    assert answer_as_text(answer("Có. [1]", cited)).split("Nguồn\n")[1] == line


def test_a_document_cited_twice_is_named_once_with_all_its_marks():
    cited = [
        citation("Một.", of=PLAN, locator="Mục I", page=1),
        citation("Hai.", of=DECREE, locator="Điều 3"),
        citation("Ba.", of=PLAN),
    ]
    assert answer_as_text(answer("A [1] B [2] C [3]", *cited)).split("Nguồn\n")[1].splitlines() == [
        "Kế hoạch 0124/KH-UBND, 18/11/2025, UBND tỉnh Hòa An:",
        "  [1] Mục I (trang 1): “Một.”",
        "  [3] “Ba.”",
        "[2] Nghị định 152/2025/NĐ-CP, 14/6/2025, Chính phủ, Điều 3 (bản tóm lược): “Hai.”",
    ]


def test_a_note_on_the_form_stands_beside_its_source_and_not_again_below_the_text():
    notes = (messages.form_note(Form.NEWS), "Văn bản này chưa có bản gốc.")
    shown = answer_as_text(answer("Có. [1]", citation("Có.", of=NEWS), warnings=notes))
    assert "Lưu ý: Văn bản này chưa có bản gốc.\nNguồn" in shown
    assert messages.form_note(Form.NEWS) not in shown


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        ("một hai ba", "một hai ba"),  # fits exactly
        ("một hai bốn", "một hai…"),  # cut behind a word
        ("một hai, ba", "một hai…"),  # no comma before the dots
        ("một\n hai", "một hai"),  # lines joined
        ("a | b|c", "a | b | c"),  # cells stay apart
        ("| a |\n", "a"),  # bars at the ends go
        ("| | a | | b", "a | b"),  # empty cells
        ("mộthaibabốnnăm", "mộthaibab…"),  # one long word
    ],
)
def test_a_quote_is_shown_on_one_line_of_limited_length(quote, shown):
    assert shortened(quote, limit=10) == shown


def test_a_long_quote_is_shortened_for_people_and_whole_in_json():
    quote = "Các đơn vị báo cáo. " * 30
    given = answer("Có. [1]", citation(quote, of=PLAN))
    assert len(answer_as_text(given)) < 420
    assert "…”" in answer_as_text(given)
    assert answer_as_json(given)["citations"][0]["quote"] == quote


def test_the_json_has_the_agreed_fields_in_order():
    given = answer(
        "Có. [1]",
        citation("Họp sáng nay.", of=PLAN, locator="Mục II.2", page=2),
        question="Họp khi nào?",
        understood_as="họp khi nào",
        status=AnswerStatus.PARTIAL,
        warnings=("Ghi chú.",),
    )
    shown = answer_as_json(given, "q1")
    assert list(shown.items()) == [
        ("id", "q1"),
        ("question", "Họp khi nào?"),
        ("understood_as", "họp khi nào"),
        ("kind", "fact"),
        ("status", "partial"),
        ("as_of", "2026-03-02"),
        ("text", "Có. [1]"),
        ("citations", shown["citations"]),
        ("deadlines", []),
        ("warnings", ["Ghi chú."]),
        ("seconds", 0.25),
    ]
    assert [list(shown_citation.items()) for shown_citation in shown["citations"]] == [
        [
            ("document", "0124/KH-UBND"),
            ("title", "Tổ chức phong trào"),
            ("kind", "Kế hoạch"),
            ("form", "official"),
            ("locator", "Mục II.2"),
            ("page", 2),
            ("quote", "Họp sáng nay."),
            ("validity", "unknown"),
            ("validity_reason", None),
            ("source", "/srv/files/plan.pdf"),
        ]
    ]
    assert json.loads(json.dumps(shown, ensure_ascii=False)) == shown


def test_a_document_without_number_is_its_title_in_json():
    shown = answer_as_json(answer("Có. [1]", citation("Có.", of=NEWS)))
    assert shown["id"] is None
    assert shown["citations"][0]["document"] == "Phường Mỹ An phát động thi đua"
