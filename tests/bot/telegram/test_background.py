import asyncio
import logging

from bot.telegram.background import Background, Chore


def test_what_was_being_done_when_the_bot_stops_is_finished_and_not_begun_again():
    done = []

    async def lived():
        begun, may_end = asyncio.Event(), asyncio.Event()

        async def work():
            begun.set()
            await may_end.wait()
            done.append("once")

        background = Background([Chore("Working", 0.0, work)])
        background.start()
        await begun.wait()
        stopping = asyncio.create_task(background.stop(seconds=30))
        await asyncio.sleep(0)  # it is told to stop
        may_end.set()
        await stopping

    asyncio.run(lived())
    assert done == ["once"]


def test_what_takes_too_long_is_broken_off():
    ended = []

    async def work():
        try:
            await asyncio.Event().wait()
        finally:
            ended.append("broken off")

    async def lived():
        background = Background([Chore("Working", 60.0, work)])
        background.start()
        await asyncio.sleep(0)  # it begins
        await background.stop(seconds=0)

    asyncio.run(lived())
    assert ended == ["broken off"]


def test_a_chore_that_fails_has_another_turn_and_the_log_tells_of_it(caplog):
    turns = []

    async def lived():
        is_done = asyncio.Event()

        async def work():
            turns.append(len(turns))
            if len(turns) == 1:
                raise RuntimeError("no luck")
            is_done.set()

        background = Background([Chore("Trying", 0.0, work)])
        background.start()
        await is_done.wait()
        await background.stop(seconds=1)

    with caplog.at_level(logging.ERROR):
        asyncio.run(lived())
    assert turns[:2] == [0, 1]
    assert "Trying failed" in caplog.text


def test_a_pause_ends_when_the_bot_stops():
    async def lived():
        async def work():
            worked.set()

        worked = asyncio.Event()
        background = Background([Chore("Pausing", 3600.0, work)])
        background.start()
        await worked.wait()
        await background.stop(seconds=30)

    asyncio.run(asyncio.wait_for(lived(), 20))
