"""From when and until when a document says that it or another is in force; what it does not say stays unsaid."""

from datetime import date

import pytest

from corpus.identifier import parse_number
from corpus.model import Form
from ingest.doubts import doubts_of
from ingest.effects import read_effects
from ingest.relations import read_relations
from tests.ingest.outlines import body, document

ISSUED = date(2026, 2, 1)
OWN = "10/2026/NĐ-CP"


def made(text, kind="Nghị định", number=OWN, form=Form.OFFICIAL, issued_on=ISSUED):
    return document(text, kind=kind, number=number and parse_number(number), issued_on=issued_on, form=form)


def read(text, **facts):
    return read_effects(made(text, **facts), body(text, facts.get("form", Form.OFFICIAL)))


def effects(text, **facts):
    """(kind, day, subject), one for each."""
    return [
        (str(one.kind), one.on.isoformat() if one.on else None, str(one.subject) if one.subject else "")
        for one in read(text, **facts)
    ]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (
            "1. Nghị định này có hiệu lực thi hành từ ngày 15 tháng 3 năm 2026.",
            [("begins", "2026-03-15", "")],
            "the form of statutes",
        ),
        ("Nghị định này có hiệu lực kể từ ngày 15/3/2026.", [("begins", "2026-03-15", "")], "the day in figures"),
        (
            "Nghị định này có hiệu lực thi hành kể từ ngày ký.",
            [("begins", "2026-02-01", "")],
            "the day of signing is that of issue",
        ),
        ("Nghị định có hiệu lực kể từ ngày ký ban hành.", [("begins", "2026-02-01", "")], "without 'này'"),
        (
            "Nghị định có hiệu lực kể từ ngày ký ban hành và áp dụng từ ngày 01/5/2026.",
            [("begins", "2026-02-01", "")],
            "in force before it is applied",
        ),
        (
            "Nghị định này có hiệu lực sau 45 ngày kể từ ngày ký ban hành.",
            [("begins", "2026-03-18", "")],
            "a term from the day of signing",
        ),
        (
            "Nghị định này có hiệu lực sau 15 ngày, kể từ ngày ký.",
            [("begins", "2026-02-16", "")],
            "a comma before the start of the term",
        ),
        (
            "Nghị định này có hiệu lực từ ngày 15/3/2026 và thay thế Nghị định số 11/2015/NĐ-CP.",
            [("begins", "2026-03-15", "")],
            "what is replaced has no effect of its own here",
        ),
        (
            "Nghị định này có hiệu lực từ ngày 15/3/2026 đến hết ngày 31/12/2027.",
            [("begins", "2026-03-15", ""), ("ends", "2028-01-01", "")],
            "the last day is one in force",
        ),
        (
            "Nghị định này hết hiệu lực kể từ ngày 01 tháng 3 năm 2027.",
            [("ends", "2027-03-01", "")],
            "the first day no longer in force",
        ),
        (
            "Nghị định số 10/2026/NĐ-CP có hiệu lực từ ngày 15/3/2026.",
            [("begins", "2026-03-15", "")],
            "its own number is itself",
        ),
        (
            "Thông tư số 05/2020/TT-BNV có hiệu lực từ ngày 01/3/2020.",
            [("begins", "2020-03-01", "05/2020/TT-BNV")],
            "another document by its number",
        ),
        (
            "Luật số 05/2020/QH14 còn hiệu lực tại ngày 01/01/2026.",
            [("holds", "2026-01-01", "05/2020/QH14")],
            "in force on a day",
        ),
        (
            "Đến ngày 01/01/2026, Luật số 05/2020/QH14 vẫn còn hiệu lực.",
            [("holds", "2026-01-01", "05/2020/QH14")],
            "the day first",
        ),
        (
            "Ngày có hiệu lực của Thông tư số 05/2020/TT-BNV là ngày 01/3/2020.",
            [("begins", "2020-03-01", "05/2020/TT-BNV")],
            "the day as a noun",
        ),
        ("Ngày có hiệu lực: 15/3/2026", [("begins", "2026-03-15", "")], "a label"),
        ("| **Ngày có hiệu lực** | 15/3/2026 |", [("begins", "2026-03-15", "")], "a labelled cell in bold"),
        (
            "(Chính phủ. Ngày có hiệu lực 15/3/2026; ngày hết hiệu lực theo Điều 9: 01/3/2027)",
            [("begins", "2026-03-15", ""), ("ends", "2027-03-01", "")],
            "two labels in brackets",
        ),
        ("Nghị định này có hiệu lực từ ngày 31/6/2026.", [("begins", None, "")], "a day that no calendar has"),
        ("Nghị định này có hiệu lực từ ngày 15/3.", [("begins", None, "")], "a day without a year"),
    ],
)
def test_a_statement_of_effect_gives_kind_day_and_document(text, expected, why):
    assert effects(f"Điều 9. Hiệu lực thi hành\n{text}") == expected, why


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định của Tòa án có hiệu lực pháp luật từ ngày 01/3/2020 được thi hành.",
        "Hồ sơ nộp trước ngày Nghị định này có hiệu lực thi hành thì giải quyết theo quy định cũ.",
        "Kể từ khi Nghị định này có hiệu lực, các sở báo cáo.",
        "Hợp đồng ký theo Nghị định số 11/2015/NĐ-CP có hiệu lực từ ngày 01/3/2016.",
        "Giấy phép có hiệu lực từ ngày 01/3/2020 đến ngày 01/3/2025.",
        "Nâng cao hiệu lực, hiệu quả quản lý nhà nước từ ngày 01/3/2020.",
        "Ngày có hiệu lực của Thông tư số 05/2020/TT-BNV chưa kiểm được.",
        "Tình trạng hiệu lực của Thông tư số 05/2020/TT-BNV tại ngày 21/11/2026 chưa xác định được.",
        "Phần của Nghị định số 11/2015/NĐ-CP trái với luật hết hiệu lực.",
    ],
)
def test_what_is_no_effect_of_a_document_gives_none(text):
    assert effects(f"Điều 9. Hiệu lực thi hành\n{text}") == []


def test_new_wording_in_quotation_marks_says_nothing_of_the_amending_document():
    text = (
        "Điều 1. Sửa đổi Điều 5 của Nghị định số 11/2015/NĐ-CP như sau:\n"
        "“Điều 5. Hiệu lực\nNghị định này có hiệu lực từ ngày 01/3/2015.”.\n"
        "Điều 2. Hiệu lực thi hành\nNghị định này có hiệu lực từ ngày 15/3/2026."
    )
    assert effects(text) == [("begins", "2026-03-15", "")]


def test_places_and_exceptions_are_those_named():
    text = (
        "Điều 9. Hiệu lực thi hành\n"
        "1. Nghị định này có hiệu lực thi hành từ ngày 01/7/2026, trừ trường hợp quy định tại khoản 2 Điều này.\n"
        "2. Quy định tại khoản 4 Điều 3 và khoản 6 Điều 5 của Nghị định này có hiệu lực từ ngày được thông qua.\n"
        "3. Nghị định này hết hiệu lực từ ngày 01/3/2027, trừ các trường hợp sau: Quốc hội quyết định khác."
    )
    whole, part, end = read(text)
    assert [str(place) for place in whole.exceptions] == ["Điều 9 khoản 2"]
    assert whole.has_exceptions
    assert whole.places == ()
    assert [str(place) for place in part.places] == ["Điều 3 khoản 4", "Điều 5 khoản 6"]
    assert part.on == ISSUED
    assert end.has_exceptions
    assert end.exceptions == ()
    assert all(text[one.start : one.end] in one.quote and one.quote in text for one in (whole, part, end))


@pytest.mark.parametrize(
    "text",
    [
        "Có nguồn ghi ngày có hiệu lực của Thông tư số 05/2020/TT-BNV là 01/4/2020.",
        "Nguồn khác ghi Thông tư số 05/2020/TT-BNV có hiệu lực từ ngày 01/4/2020.",
    ],
)
def test_what_is_passed_on_as_anothers_word_is_disputed(text):
    (one,) = read(text, form=Form.DIGEST)
    assert one.is_disputed
    assert str(one.subject) == "05/2020/TT-BNV"


def test_what_a_news_item_calls_this_law_is_the_law_it_named_last():
    text = "Luật số 15/2003/QH11 được Quốc hội thông qua. Luật này có hiệu lực từ ngày 01/7/2004."
    assert effects(text, kind="Tin", number=None, form=Form.NEWS) == [("begins", "2004-07-01", "15/2003/QH11")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nghị định số 10/2026/NĐ-CP thay thế Nghị định số 10/2026/NĐ-CP.", "10/2026/NĐ-CP replaces itself"),
        ("Nghị định này có hiệu lực từ ngày 31/6/2026.", "the calendar has no ngày 31/6/2026"),
        ("Nghị định này có hiệu lực từ ngày 15/3.", "without a readable day or year"),
        ("Nghị định này có hiệu lực từ ngày 15/01/2026.", "before it was issued on 2026-02-01"),
        (
            "Nghị định này có hiệu lực từ ngày 01/7/2026.\nNghị định này hết hiệu lực từ ngày 01/5/2026.",
            "ends on 2026-05-01, before it begins on 2026-07-01",
        ),
    ],
)
def test_a_doubt_names_what_is_wrong_and_quotes_it(text, words):
    text = f"Điều 9. Hiệu lực thi hành\n{text}"
    document, provisions = made(text), body(text)
    (doubt,) = doubts_of(document, read_relations(document, provisions), read_effects(document, provisions))
    assert words in doubt
    assert "“" in doubt


def test_a_sound_text_raises_no_doubt():
    text = (
        "Điều 9. Hiệu lực thi hành\nNghị định này có hiệu lực từ ngày 15/3/2026 và thay thế Nghị định số 1/2015/NĐ-CP."
    )
    document, provisions = made(text), body(text)
    assert doubts_of(document, read_relations(document, provisions), read_effects(document, provisions)) == ()
