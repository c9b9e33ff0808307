from concurrent.futures import ThreadPoolExecutor

from bot.records.quotas import Quotas
from bot.records.records import open_records
from tests.bot.records.moments_of_tests import NOW, later

USER, OTHER, GROUP = 40, 41, -5


def quotas_of(records, hour=2, day=3, group=3):
    return Quotas(records.database, per_user_hour=hour, per_user_day=day, per_group_hour=group)


def private(quotas, moment, user=USER):
    return quotas.admit(user, user, False, moment)


def in_group(quotas, moment, user):
    return quotas.admit(user, GROUP, True, moment)


def test_a_person_is_admitted_up_to_the_limit_and_told_when_again(records):
    quotas = quotas_of(records)
    assert private(quotas, NOW) is None
    assert private(quotas, later(minutes=10)) is None
    assert private(quotas, later(minutes=20)) == later(hours=1)
    assert private(quotas, later(minutes=59)) == later(hours=1)
    assert private(quotas, later(hours=1)) is None


def test_the_day_has_a_limit_of_its_own(records):
    quotas = quotas_of(records)
    for hours in (0, 2, 4):
        assert private(quotas, later(hours=hours)) is None
    assert private(quotas, later(hours=6)) == later(hours=24)
    assert private(quotas, later(hours=24)) is None


def test_when_both_limits_are_met_the_later_end_is_told(records):
    quotas = quotas_of(records, hour=1, day=1)
    private(quotas, NOW)
    assert private(quotas, later(minutes=1)) == later(hours=24)


def test_the_members_of_a_group_share_its_limit(records):
    quotas = quotas_of(records, hour=9, day=9)
    assert [in_group(quotas, later(minutes=n), 40 + n) for n in range(3)] == [None, None, None]
    assert in_group(quotas, later(minutes=5), 49) == later(hours=1)
    assert private(quotas, later(minutes=5), 49) is None


def test_what_a_person_asks_in_groups_counts_for_the_person(records):
    quotas = quotas_of(records)
    in_group(quotas, NOW, USER)
    in_group(quotas, NOW, USER)
    assert private(quotas, later(minutes=1)) == later(hours=1)
    assert private(quotas, later(minutes=1), OTHER) is None


def test_a_restart_does_not_shorten_the_wait(tmp_path):
    with open_records(tmp_path / "bot.sqlite3") as records:
        private(quotas_of(records, hour=1), NOW)
    with open_records(tmp_path / "bot.sqlite3") as records:
        assert private(quotas_of(records, hour=1), later(minutes=1)) == later(hours=1)


def test_a_flood_leaves_no_more_rows_than_were_admitted(records):
    quotas = quotas_of(records)
    for second in range(200):
        private(quotas, later(seconds=second))
    assert records.database.row("SELECT count(*) AS rows FROM admitted")["rows"] == 2


def test_what_is_older_than_a_day_leaves_the_table(records):
    quotas = quotas_of(records)
    private(quotas, NOW)
    private(quotas, later(hours=25), OTHER)
    assert records.database.row("SELECT count(*) AS rows FROM admitted")["rows"] == 1


def test_questions_that_come_at_once_are_not_admitted_beyond_the_limit(records):
    quotas = quotas_of(records, hour=5, day=9)
    with ThreadPoolExecutor(16) as threads:
        replies = list(threads.map(lambda _: private(quotas, NOW), range(64)))
    assert replies.count(None) == 5
