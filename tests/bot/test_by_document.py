import pytest

from bot.by_document import asks_same_of_each, by_document, same_of_each
from tests.bot.questions import asked


@pytest.mark.parametrize(
    ("question", "each"),
    [
        (
            "TT 41/2024 hết hiệu lực khi nào, NĐ 12/2020 do ai ký",
            ["TT 41/2024 hết hiệu lực khi nào", "NĐ 12/2020 do ai ký"],
        ),
        ("tt 41/2024 ai ky va nd 12/2020 con hieu luc khong", ["tt 41/2024 ai ky", "nd 12/2020 con hieu luc khong"]),
        ("NĐ 41 ký ngày nào; còn NĐ 12 ký ngày nào", ["NĐ 41 ký ngày nào", "NĐ 12 ký ngày nào"]),
        ("sau khi có NĐ 41 thì NĐ 12 còn áp dụng không", ["NĐ 12 còn áp dụng không"]),
        ("khi nd 41 co hieu luc thi nd 12 con hieu luc khong", ["nd 12 con hieu luc khong"]),
    ],
)
def test_what_is_asked_of_each_document_is_asked_apart(question, each):
    assert [one.reading.text for one in by_document(asked(question))] == each


@pytest.mark.parametrize(
    "question",
    [
        "NĐ 41 thay thế NĐ 12 khi nào",
        "NĐ 41 và NĐ 12 ban hành ngày nào",
        "NĐ 41 có gì mới so với NĐ 12",
        "NĐ 41 do ai ký",
    ],
)
def test_documents_that_belong_together_are_asked_about_together(question):
    assert by_document(asked(question)) == []


@pytest.mark.parametrize(
    ("text", "each"),
    [
        (
            "KH 15, 16 và 23 Cà Mau hạn báo cáo lần lượt ngày mấy",
            [
                "KH 15 Cà Mau hạn báo cáo ngày mấy",
                "Kế hoạch 16 Cà Mau hạn báo cáo ngày mấy",
                "Kế hoạch 23 Cà Mau hạn báo cáo ngày mấy",
            ],
        ),
        (
            "KH 15 với KH 16 đều báo cáo trước 15/11 hả, mỗi cái gửi sở nào",
            ["KH 15 báo cáo trước 15/11 hả, gửi sở nào", "KH 16 báo cáo trước 15/11 hả, gửi sở nào"],
        ),
        (
            "hạn nộp báo cáo của KH 15 Cà Mau và KH 16 Nghệ An",
            ["hạn nộp báo cáo của KH 15 Cà Mau", "hạn nộp báo cáo của KH 16 Nghệ An"],
        ),
        (
            "KH 15 Cà Mau, KH 16 Nghệ An nộp khi nào",
            ["KH 15 Cà Mau nộp khi nào", "KH 16 Nghệ An nộp khi nào"],  # each of its own place
        ),
        ("kh 15 va kh 16 nop khi nao", ["kh 15 nop khi nao", "kh 16 nop khi nao"]),
    ],
)
def test_what_is_asked_of_listed_documents_is_asked_of_each(text, each):
    assert list(same_of_each(text)) == each
    assert asks_same_of_each(each)


@pytest.mark.parametrize(
    "text",
    [
        "KH 15 nộp khi nào",
        "KH 15 thay KH 16 khi nào",
        "theo KH 15 thì báo cáo, còn KH 16 gửi kế hoạch khi nào",
        "Điều 5 NĐ 15 và Điều 6 NĐ 16 nộp khi nào",
    ],
)
def test_documents_that_are_not_listed_are_not_asked_alike(text):
    assert same_of_each(text) == ()


@pytest.mark.parametrize(
    "each",
    [["KH 15 nộp khi nào"], ["KH 15 nộp khi nào", "KH 16 ai ký"], ["nộp khi nào", "gửi ai"]],
)
def test_different_questions_are_not_one_asked_of_each(each):
    assert not asks_same_of_each(each)
