import pytest

from bot.naming import named_documents, nearest_held
from tests.bot.libraries import opened_library
from tests.bot.questions import asked

PROVINCE, TOWNSHIP = "Ủy ban nhân dân tỉnh Bình Minh", "Ủy ban nhân dân xã Cồn Sậy"


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    with opened_library(tmp_path_factory.mktemp("naming")) as (opened, _):
        yield opened


@pytest.mark.parametrize(
    ("question", "issuers"),
    [
        ("Nghị định 41/2019/NĐ-CP quy định gì?", [["Chính phủ"]]),
        ("nd 41/2019/nd-cp quy định gì?", [["Chính phủ"]]),  # small letters, no diacritics
        ("NĐ 41 nói gì?", [["Chính phủ"]]),  # short
        ("NĐ 41 năm 2020 nói gì?", [[]]),  # of another year
        ("Kế hoạch 57/KH-UBND nói gì?", [[PROVINCE, TOWNSHIP]]),  # two issuers
        ("KH 057/KH-UBND nói gì?", [[PROVINCE, TOWNSHIP]]),  # zeros say nothing
        ("Kế hoạch 57/KH-UBND của xã Cồn Sậy nói gì?", [[TOWNSHIP]]),  # by place
        ("Kế hoạch 57/KH-UBND ngày 12/02/2025 nói gì?", [[PROVINCE]]),  # by date
        ("Kế hoạch 57/KH-UBND của tỉnh ký ngày nào?", [[PROVINCE]]),  # by its level
        ("KH 57/KH-UBND của UBND xã Cồn Sậy thay thế kế hoạch nào", [[TOWNSHIP]]),  # what is asked ends the name
        ("kh 57/kh-ubnd cua ubnd tinh bi sua chua", [[PROVINCE]]),
        ("KH 57/KH-UBND của xã hết hạn chưa ạ", [[TOWNSHIP]]),
        ("NĐ 41 của cp thay nghị định nào", [["Chính phủ"]]),
        ("NĐ 41 của Chính phủ không còn dùng à", [["Chính phủ"]]),
        ("xã Cồn Sậy hỏi Kế hoạch 57/KH-UBND nói gì?", [[TOWNSHIP]]),  # the place stands elsewhere
        ("Kế hoạch 57/KH-UBND của tỉnh Sơn Khê nói gì?", [[]]),  # of a third issuer
        ("Kế hoạch 613/KH-UBND nói gì?", [[]]),  # only mentioned
        ("Nghị định 41/2019/NĐ-CP và Kế hoạch 613/KH-UBND", [["Chính phủ"], []]),  # two, in order
        ("phong trào trồng cây", []),  # names none
    ],
)
def test_the_documents_that_a_question_names_are_found(library, question, issuers):
    named = named_documents(asked(question), library)
    assert [sorted(document.issuer for document in known.held) for known in named] == issuers


@pytest.mark.parametrize(
    ("question", "mentioning"),
    [
        ("Kế hoạch 613/KH-UBND nói gì?", ["Phường Lụa Vàng phát động thi đua dệt lụa"]),
        ("KH 613 năm 2025 nói gì?", ["Phường Lụa Vàng phát động thi đua dệt lụa"]),  # short
        ("KH 613 năm 2021 nói gì?", []),  # of another year
        ("QĐ 613 nói gì?", []),  # of another kind
        ("Kế hoạch 999/KH-UBND nói gì?", []),
    ],
)
def test_whoever_mentions_a_document_that_is_not_held_is_found(library, question, mentioning):
    [named] = named_documents(asked(question), library)
    assert named.held == ()
    assert [mention.document.title for mention in named.mentions] == mentioning


def test_a_document_that_a_held_one_carries_out_is_known_as_such(library):
    [carried_out] = named_documents(asked("Kế hoạch 613/KH-UBND nói gì?"), library)
    [unknown] = named_documents(asked("Kế hoạch 999/KH-UBND nói gì?"), library)
    assert (carried_out.is_carried_out, unknown.is_carried_out) == (True, False)


@pytest.mark.parametrize(
    ("question", "nearest"),
    [
        ("Kế hoạch 41/KH-TTg nói gì?", ["41/2019/NĐ-CP"]),  # another kind of the serial
        ("Quyết định 57/QĐ-TTg nói gì?", ["57/KH-UBND", "57/KH-UBND"]),
        ("Kế hoạch 999/KH-UBND nói gì?", []),
    ],
)
def test_the_nearest_documents_bear_the_same_serial(library, question, nearest):
    [named] = named_documents(asked(question), library)
    assert [str(document.number) for document in nearest_held(named, library)] == nearest
