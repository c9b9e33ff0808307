"""No text stops the reading of deadlines, and whatever is read stands in the text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.deadlines import read_deadlines
from tests.ingest.outlines import body, document

# What times and duties are made of, so that chance puts together what people would not.
_PIECES = st.sampled_from(
    [
        *("trước ngày", "chậm nhất", "từ", "đến hết", "ngày", "tháng", "quý", "năm", "hằng", "trong", "sau", "kể từ"),
        *(
            "31/02",
            "30/13/2025",
            "l5/ll/2025",
            "15/12/2025",
            "1",
            "02 lần",
            "IV",
            "2025 - 2030",
            "- ",
            "…",
            "ngày…tháng…",
        ),
        *(
            "Sở Nội vụ",
            "các xã, phường",
            "phối hợp với",
            "(qua Sở Y tế)",
            "báo cáo",
            "tổng kết",
            "hồ sơ",
            "gửi",
            "trình",
        ),
        *(
            "Thời gian thực hiện:",
            "Đơn vị chủ trì:",
            "1.",
            "a)",
            "II. TỔ CHỨC THỰC HIỆN",
            "|",
            "\n",
            "\n\n",
            ";",
            ".",
            ",",
        ),
    ]
)
_MADE_UP = st.lists(_PIECES, max_size=60).map(" ".join)


@given(st.one_of(_MADE_UP, st.text(max_size=300)))
@settings(max_examples=300, deadline=None)
def test_what_is_read_stands_where_it_is_said_to_stand(text):
    plan, provisions = document(text, issued_on="2025-11-10"), body(text)
    deadlines, _ = read_deadlines(plan, provisions)
    for one in deadlines:
        assert text[one.quote_start : one.quote_end] == one.quote
        assert one.quote_start <= one.start < one.end <= one.quote_end
        provision = provisions[one.provision]
        assert provision.start <= one.start <= provision.subtree_end
