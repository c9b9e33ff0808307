"""Updates are kept and handled once, in the order of their lane; what a killed process left, at the next start."""

import asyncio
import json
from datetime import UTC, datetime

import pytest

from bot.records.records import open_records
from bot.telegram.intake import ATTEMPTS_AMONG_OTHERS, MOST_ATTEMPTS, Intake, lane_of

PATIENCE_SECONDS = 10


def now():
    return datetime(2026, 11, 21, 1, 0, tzinfo=UTC)


@pytest.fixture
def updates(tmp_path):
    with open_records(tmp_path / "bot.sqlite3") as records:
        yield records.updates


def message(update_id, chat_id=7, user_id=7, kind="message"):
    said = {"message_id": update_id, "chat": {"id": chat_id, "type": "private"}, "from": {"id": user_id}}
    return {"update_id": update_id, kind: said}


def typed(update_id):
    return {"update_id": update_id, "inline_query": {"from": {"id": 7}}}


class Handling:
    """Notes what is handled; updates named in `held` wait until they are released."""

    def __init__(self, *held):
        self.begun, self.ended = [], []
        self.released = {update_id: asyncio.Event() for update_id in held}
        self.changed = asyncio.Condition()

    async def __call__(self, raw):
        self.begun.append(raw["update_id"])
        await self._tell()
        if raw["update_id"] in self.released:
            await self.released[raw["update_id"]].wait()
        self.ended.append(raw["update_id"])
        await self._tell()

    async def _tell(self):
        async with self.changed:
            self.changed.notify_all()

    async def until(self, is_so):
        async with self.changed:
            await asyncio.wait_for(self.changed.wait_for(is_so), PATIENCE_SECONDS)


def test_each_update_is_handled_once_however_often_it_comes(updates):
    async def run():
        handling = Handling()
        intake = Intake(updates, handling, now)
        await intake.take([message(5), message(6)])
        await intake.take([message(6), message(5), message(7)])
        await handling.until(lambda: len(handling.ended) == 3)
        await intake.drain(PATIENCE_SECONDS)
        return handling.ended

    assert sorted(asyncio.run(run())) == [5, 6, 7]
    assert updates.pending() == []


def test_what_one_person_says_in_a_chat_is_handled_in_order_and_holds_up_nobody_else(updates):
    async def run():
        handling = Handling(5)
        intake = Intake(updates, handling, now)
        await intake.take([message(5), message(6), message(7, user_id=8), message(8, chat_id=9)])
        await handling.until(lambda: {7, 8} <= set(handling.ended))
        meanwhile = list(handling.begun)
        handling.released[5].set()
        await handling.until(lambda: len(handling.ended) == 4)
        await intake.drain(PATIENCE_SECONDS)
        return meanwhile, handling.ended

    meanwhile, ended = asyncio.run(run())
    assert 6 not in meanwhile
    assert ended.index(5) < ended.index(6)


def test_what_was_not_finished_is_handled_at_the_next_start(updates):
    async def killed():
        handling = Handling(5)
        intake = Intake(updates, handling, now)
        await intake.take([message(5), message(6)])
        await handling.until(lambda: handling.begun == [5])
        await intake.drain(0)

    async def restarted():
        handling = Handling()
        intake = Intake(updates, handling, now)
        assert await intake.resume() == 2
        await handling.until(lambda: len(handling.ended) == 2)
        await intake.drain(PATIENCE_SECONDS)
        return handling.ended

    asyncio.run(killed())
    assert asyncio.run(restarted()) == [5, 6]


def test_what_may_have_ended_the_process_is_handled_alone_before_anything_else(updates):
    for update_id in (5, 6, 7):
        updates.keep(update_id, json.dumps(message(update_id, chat_id=update_id)), now())
    for update_id, attempts in ((5, ATTEMPTS_AMONG_OTHERS), (6, 1), (7, ATTEMPTS_AMONG_OTHERS + 1)):
        for _ in range(attempts):
            updates.begin(update_id)

    async def run():
        handling = Handling(5, 7)
        intake = Intake(updates, handling, now)
        await intake.resume()
        await intake.take([message(8, chat_id=8)])
        begun = []
        for update_id in (5, 7):
            await handling.until(lambda update_id=update_id: update_id in handling.begun)
            begun.append(list(handling.begun))
            handling.released[update_id].set()
        await handling.until(lambda: len(handling.ended) == 4)
        await intake.drain(PATIENCE_SECONDS)
        return begun, sorted(handling.ended)

    assert asyncio.run(run()) == ([[5], [5, 7]], [5, 6, 7, 8])
    assert updates.pending() == []


def test_an_update_that_ends_the_process_again_and_again_is_given_up(updates):
    updates.keep(5, '{"update_id": 5}', now())
    for _ in range(MOST_ATTEMPTS):
        updates.begin(5)  # and then the process was killed

    async def run():
        handling = Handling()
        intake = Intake(updates, handling, now)
        await intake.resume()
        await intake.take([message(6)])
        await handling.until(lambda: handling.ended == [6])
        await intake.drain(PATIENCE_SECONDS)
        return handling.begun

    assert asyncio.run(run()) == [6]
    assert updates.pending() == []


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        (message(1), message(2, kind="edited_message"), True),  # an edit never overtakes its question
        (message(1, chat_id=-100, user_id=7), message(2, chat_id=-100, user_id=8), False),
        (message(1), {"update_id": 2, "callback_query": {"from": {"id": 7}}}, False),
        (
            {"update_id": 1, "inline_query": {"from": {"id": 7}}},
            {"update_id": 2, "inline_query": {"from": {"id": 7}}},
            False,
        ),
        ({"update_id": 1, "message": 7}, {"update_id": 2, "message": {"chat": "x"}}, False),
    ],
)
def test_lanes(one, other, is_same):
    assert (lane_of(one) == lane_of(other)) is is_same


@pytest.mark.parametrize("update", [7, None, "x", [], {}, {"update_id": "5"}, {"update_id": True}])
def test_an_update_without_an_id_is_left_out(updates, update):
    async def run():
        intake = Intake(updates, Handling(), now)
        await intake.take([update])

    asyncio.run(run())
    assert updates.pending() == []


def test_an_update_with_an_id_that_is_too_large_to_be_kept_leaves_the_others_of_its_batch(updates):
    async def run():
        handling = Handling()
        intake = Intake(updates, handling, now)
        await intake.take([message(2**63), message(5)])
        await handling.until(lambda: handling.ended == [5])
        await intake.drain(PATIENCE_SECONDS)
        return handling.begun

    assert asyncio.run(run()) == [5]
