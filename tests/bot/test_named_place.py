"""The place beside a document's number: what stands for one, and which documents it leaves."""

import pytest

from bot.named_place import of_the_place, place_beside
from tests.bot.questions import asked
from tests.corpus.test_citation import document


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("KH 15 Nghệ An báo cáo khi nào", ["Nghệ An"]),
        ("kh 15 nghe an bao cao khi nao", ["nghe an"]),
        ("KH 15/KH-UBND tỉnh Nghệ An báo cáo", ["tỉnh Nghệ An"]),
        ("KH 15 HN hạn nào", ["HN"]),
        ("KH 15 TPHCM hạn nào", ["TPHCM"]),
        ("Cà Mau KH 15 hạn nào", ["Cà Mau"]),  # before the number
        ("Sở Nội vụ Cà Mau: KH 15 Nghệ An hạn nào", ["Nghệ An"]),
        ("KH 15, 16 Nghệ An hạn nào", ["Nghệ An", "Nghệ An"]),  # of each that is listed
        ("KH 15 Cà Mau và KH 16 Nghệ An", ["Cà Mau", "Nghệ An"]),
        ("KH 15 báo cáo về Nghệ An khi nào", [""]),  # not beside it
        ("KH 15 Anh Sơn hạn nào", [""]),  # no province
    ],
)
def test_the_province_beside_a_number_is_found(typed, places):
    documents = asked(typed).documents
    assert [place_beside(one, documents, typed) for one in documents] == places


NGHE_AN = document("15/KH-UBND", issuer="Ủy ban nhân dân tỉnh Nghệ An")
HANOI = document("15/KH-UBND", issuer="Ủy ban nhân dân thành phố Hà Nội")
CENTRAL = document("15/2025/NĐ-CP", issuer="Chính phủ")


@pytest.mark.parametrize(
    ("place", "left"),
    [
        ("Nghệ An", [NGHE_AN, CENTRAL]),
        ("nghe an", [NGHE_AN, CENTRAL]),
        ("HN", [HANOI, CENTRAL]),
        ("TP HN", [HANOI, CENTRAL]),
        ("tphcm", [CENTRAL]),
        ("Cà Mau", [CENTRAL]),  # a decree applies everywhere
    ],
)
def test_documents_of_other_provinces_are_not_meant(place, left):
    assert list(of_the_place([NGHE_AN, HANOI, CENTRAL], place)) == left
