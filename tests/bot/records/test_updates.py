from bot.records.records import open_records
from bot.records.updates import KeptUpdate
from tests.bot.records.moments_of_tests import NOW, later


def test_an_update_is_kept_once_handled_or_not(records):
    assert records.updates.keep(7, "{}", NOW)
    assert not records.updates.keep(7, "{}", NOW)
    records.updates.handled(7, NOW)
    assert not records.updates.keep(7, "{}", later(days=1))
    assert records.updates.pending() == []


def test_what_was_not_handled_is_pending_after_a_restart_in_telegrams_order(tmp_path):
    with open_records(tmp_path / "bot.sqlite3") as records:
        for update_id in (9, 7, 8):
            records.updates.keep(update_id, f'{{"update_id": {update_id}}}', NOW)
        records.updates.handled(8, NOW)
    with open_records(tmp_path / "bot.sqlite3") as records:
        assert records.updates.pending() == [
            KeptUpdate(7, '{"update_id": 7}'),
            KeptUpdate(9, '{"update_id": 9}'),
        ]


def test_what_a_handled_update_said_is_not_in_the_records(records):
    records.updates.keep(7, "Câu hỏi mật", NOW)
    records.updates.handled(7, NOW)
    assert records.database.row("SELECT payload FROM kept_update WHERE update_id = 7")["payload"] == ""


def test_attempts_are_counted_over_restarts(tmp_path):
    with open_records(tmp_path / "bot.sqlite3") as records:
        records.updates.keep(7, "{}", NOW)
        assert [records.updates.begin(7), records.updates.begin(7)] == [1, 2]
    with open_records(tmp_path / "bot.sqlite3") as records:
        assert records.updates.begin(7) == 3
        assert records.updates.begin(8) == 0  # never kept


def test_the_last_id_is_the_one_kept_last_not_the_highest(records):
    assert records.updates.last_id() is None
    records.updates.keep(900, "{}", NOW)
    records.updates.keep(7, "{}", later(days=8))
    assert records.updates.last_id() == 7


def test_old_ids_are_forgotten_but_not_the_highest_the_last_or_what_is_pending(records):
    for update_id, day in ((1, 0), (2, 0), (900, 0), (3, 1), (4, 20)):
        records.updates.keep(update_id, "{}", later(days=day))
        if update_id != 2:
            records.updates.handled(update_id, later(days=day))
    assert records.updates.forget_before(later(days=14)) == 2
    assert [update_id for update_id in (1, 2, 900, 3, 4) if records.updates.keep(update_id, "{}", NOW)] == [1, 3]


def test_of_a_batch_those_are_told_that_were_not_known(records):
    records.updates.keep(6, "{}", NOW)
    batch = [KeptUpdate(5, "{}"), KeptUpdate(6, "{}"), KeptUpdate(5, "{}")]
    assert records.updates.keep_all(batch, NOW) == batch[:1]
    assert [kept.update_id for kept in records.updates.pending()] == [5, 6]
