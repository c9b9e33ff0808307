import pytest

from bot.records.pairing import MOST_PENDING, PairingCodes
from tests.bot.records.moments_of_tests import NOW, later


@pytest.fixture
def codes(records):
    return PairingCodes(records.database)


def test_a_code_has_six_digits_and_lasts_a_day(codes):
    request = codes.ask(40, "An", "an", NOW)
    assert len(request.code) == 6
    assert request.code.isdigit()
    assert request.expires_at == later(hours=24)
    assert codes.find(request.code, later(hours=23, minutes=59)) == request
    assert codes.find(request.code, later(hours=24)) is None


def test_an_applicant_keeps_the_code_while_it_is_valid_and_gets_another_then(codes):
    first = codes.ask(40, "An", "an", NOW)
    again = codes.ask(40, "An Bình", None, later(hours=23))
    assert (again.code, again.asked_at, again.name, again.username) == (first.code, NOW, "An Bình", "")
    assert codes.ask(40, "An", "an", later(hours=24)).asked_at == later(hours=24)
    assert len(codes.pending(later(hours=24))) == 1


def test_all_pending_codes_differ(codes):
    given = [codes.ask(applicant, "An", None, NOW).code for applicant in range(1, MOST_PENDING + 1)]
    assert len(set(given)) == MOST_PENDING


def test_the_oldest_request_gives_way_when_too_many_ask(codes):
    for applicant in range(1, MOST_PENDING + 3):
        codes.ask(applicant, "An", None, later(seconds=applicant))
    pending = [request.applicant_id for request in codes.pending(later(minutes=5))]
    assert pending == list(range(3, MOST_PENDING + 3))


def test_a_request_that_is_taken_is_pending_no_more(codes):
    request = codes.ask(40, "An", None, NOW)
    assert codes.take(request.code, NOW) == request
    assert codes.take(request.code, NOW) is None
    assert codes.pending(NOW) == []


@pytest.mark.parametrize("code", ["", "abc", "12345", "' OR 1=1 --", "%"])
def test_what_is_no_code_finds_nothing(codes, code):
    codes.ask(40, "An", None, NOW)
    assert codes.find(code, NOW) is None
