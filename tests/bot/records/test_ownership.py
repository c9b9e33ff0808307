import re

import pytest

from bot.records.ownership import MOST_WRONG_TRIES, Claim, Ownership, claim_link
from bot.records.people import People, Role
from tests.bot.records.moments_of_tests import NOW

OWNER, OTHER = 40, 41


@pytest.fixture
def people(records):
    return People(records.database, set(), set())


def test_whoever_sends_the_code_is_the_first_admin(people):
    ownership = Ownership(people)
    assert ownership.claim(f"owner_{ownership.owner_code()}", OWNER, "An", "an", NOW) is Claim.CLAIMED
    assert people.role_of(OWNER) is Role.ADMIN
    assert people.get(OWNER).name == "An"


def test_the_code_may_be_typed_in_small_letters_and_without_the_prefix(people):
    ownership = Ownership(people)
    assert ownership.claim(f" {ownership.owner_code().lower()} ", OWNER, "An", None, NOW) is Claim.CLAIMED


def test_the_code_works_once(people):
    ownership = Ownership(people)
    code = ownership.owner_code()
    ownership.claim(code, OWNER, "An", None, NOW)
    assert ownership.owner_code() is None
    assert ownership.claim(code, OTHER, "Bình", None, NOW) is Claim.CLOSED
    assert people.role_of(OTHER) is None


def test_five_wrong_tries_end_the_code_and_a_restart_makes_another(people):
    ownership = Ownership(people)
    code = ownership.owner_code()
    tries = [ownership.claim("owner_WRONG", OTHER, "Bình", None, NOW) for _ in range(MOST_WRONG_TRIES)]
    assert tries == [Claim.WRONG] * 4 + [Claim.CLOSED]
    assert ownership.claim(code, OWNER, "An", None, NOW) is Claim.CLOSED
    assert people.admins() == []
    assert Ownership(people).owner_code() not in {None, code}


def test_there_is_no_code_where_the_settings_name_an_admin(records):
    ownership = Ownership(People(records.database, {1}, set()))
    assert ownership.owner_code() is None
    assert ownership.claim("owner_", OTHER, "Bình", None, NOW) is Claim.CLOSED


@pytest.mark.parametrize("payload", ["", "owner_", "owner_é", "\x00", "owner_" + "A" * 5000])
def test_what_is_no_code_claims_nothing(people, payload):
    assert Ownership(people).claim(payload, OTHER, "Bình", None, NOW) is Claim.WRONG
    assert people.admins() == []


def test_the_link_holds_the_code_in_the_letters_that_telegram_allows(people):
    link = claim_link("van_phong_bot", Ownership(people).owner_code())
    assert re.fullmatch(r"https://t\.me/van_phong_bot\?start=owner_[A-Z2-9]{10}", link)
