import pytest

from bot.answer import AnswerStatus, Citation
from bot.reply import Reply
from bot.verification import problems
from corpus.identifier import Locator
from corpus.model import Document
from tests import documents

TEXT = "Các xã gửi báo cáo trước ngày 15/11 hằng năm về Sở Nội vụ."


@pytest.fixture
def document() -> Document:
    return documents.document("7/KH-UBND", "2026-01-05", title="Tổ chức phong trào", text=TEXT)


def reply(document: Document, text: str, start: int = 0, end: int = len(TEXT), quote: str = TEXT) -> Reply:
    return Reply(AnswerStatus.ANSWERED, text, (Citation(document, Locator(()), None, quote, start, end),))


def test_a_verbatim_quote_with_its_numbers_passes(document):
    assert problems(reply(document, "Trước ngày 15/11 hằng năm. [1]")) == []


def test_a_changed_quote_is_reported(document):
    assert problems(reply(document, "Trước ngày 15/11. [1]", quote=TEXT.replace("15/11", "16/11"))) != []


def test_a_number_that_no_quote_holds_is_reported(document):
    assert problems(reply(document, "Trước ngày 20/11 hằng năm. [1]")) == ["number 20/11 is in no quote"]


def test_the_number_and_date_of_the_cited_document_may_be_said(document):
    assert problems(reply(document, "Kế hoạch 7/KH-UBND ngày 05/01/2026 đặt hạn 15/11. [1]")) == []


def test_a_mark_without_citation_is_reported(document):
    assert problems(reply(document, "Trước ngày 15/11. [2]")) == ["mark [2] has no citation"]


def test_a_refusal_needs_no_citation():
    assert problems(Reply(AnswerStatus.NOT_IN_CORPUS, "Trong kho không có Kế hoạch 999/KH-UBND.")) == []


def test_a_number_that_code_computed_passes_and_no_other(document):
    computed = Reply(
        AnswerStatus.ANSWERED,
        "Còn 14/11 và 16/11. [1]",
        (Citation(document, Locator(()), None, TEXT, 0, len(TEXT)),),
        computed=("14/11",),
    )
    assert problems(computed) == ["number 16/11 is in no quote"]
