import pytest

from bot.by_document import by_document
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
