import pytest

from bot.open_document import OpenDocument
from bot.statements import statements_in
from corpus.locator import Locator
from corpus.model import Form, Passage, Provision, ProvisionKind
from tests.documents import document


def statements(text, form):
    whole = Provision(0, None, ProvisionKind.PARAGRAPH, "", "", Locator(()), 0, len(text), len(text))
    opened = OpenDocument(document("7/2030/NĐ-CP", text=text, form=form), [whole])
    passage = Passage("7", 0, 0, 0, 0, len(text), text, (), Locator(()), None, "")
    return [statement.text for statement in statements_in(opened, passage, 1.0)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bản tóm lược Nghị định số 7/2030/NĐ-CP, do người biên soạn kho viết lại bằng lời riêng.",
        "Bản tóm lược Nghị định số 7/2030/NĐ-CP lập theo tình trạng ngày 21/11/2035.",
        "Nguồn để đối chiếu Nghị định số 7/2030/NĐ-CP là Công báo.",
        "Thông tư số 7/2030/TT-BNV trùng số thứ tự và năm nhưng là văn bản khác.",
    ],
)
def test_what_a_digest_says_of_its_own_making_answers_nothing(sentence):
    assert statements(sentence, Form.DIGEST) == []


@pytest.mark.parametrize(
    ("sentence", "form"),
    [
        (
            "Bản tóm lược không nêu điều nào của Nghị định số 7/2030/NĐ-CP; phải tra văn bản gốc.",
            Form.DIGEST,
        ),  # a limit
        ("Nguồn để đối chiếu là sổ gốc của xã.", Form.OFFICIAL),  # an instrument's own rule
    ],
)
def test_other_sentences_that_begin_so_are_statements(sentence, form):
    assert statements(sentence, form) == [sentence]
