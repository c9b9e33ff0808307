"""Which instruments that are only told of are one: by number, and by date where numbers begin anew every year."""

from datetime import date

import pytest

from corpus.identifier import parse_number
from corpus.register import instrument_of
from corpus.standing import Instrument
from tests.documents import document

DAY, OTHER_DAY = date(2033, 4, 2), date(2034, 4, 2)


def told(number, issued_on):
    return Instrument(parse_number(number) if number else None, "", "", "", issued_on, None)


@pytest.mark.parametrize(
    ("number", "one_day", "other_day", "is_one"),
    [
        ("12/2033/NĐ-CP", DAY, None, True),
        ("12/KH-UBND", DAY, DAY, True),
        ("12/KH-UBND", DAY, OTHER_DAY, False),
        ("", DAY, DAY, True),
        ("", DAY, OTHER_DAY, False),
    ],
)
def test_a_number_with_its_year_is_one_instrument_and_one_without_needs_the_date(number, one_day, other_day, is_one):
    assert (told(number, one_day).identity == told(number, other_day).identity) is is_one


def test_a_held_document_is_itself_whatever_its_number():
    one, other = (instrument_of(document("12/KH-UBND", "2033-04-02", issuer=issuer)) for issuer in ("Xã A", "Xã B"))
    assert one.identity != other.identity
    assert one.identity != told("12/KH-UBND", DAY).identity
