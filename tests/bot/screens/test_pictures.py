import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.errors import PictureError
from bot.screens.pictures import AT_A_TIME, Pictures
from bot.timeline import draw_timeline
from tests.bot.screens.held import holdings_over
from tests.documents import day
from tests.plans import before, by, duty, plan

TODAY = day("2026-03-02")
TITLE = "Kế hoạch 12/KH-UBND"
PLAN = plan(
    "12/KH-UBND",
    "2026-01-05",
    duty("Báo cáo kết quả", "trước ngày 31/3/2026", before("2026-03-31"), "Sở Nội vụ"),
    duty("Tổng kết", "chậm nhất ngày 15/12/2026", by("2026-12-15"), "Sở Y tế"),
)


@pytest.fixture
def held(tmp_path):
    with holdings_over(tmp_path, PLAN) as holdings:
        yield holdings.library.held_deadlines(document_ids=[PLAN.document.id])


def test_a_picture_is_the_same_as_that_of_the_command_line(held, tmp_path):
    file = tmp_path / "timeline.png"
    draw_timeline(TITLE, held, TODAY, file)
    assert Pictures().timeline(TITLE, held, TODAY) == file.read_bytes()


def test_more_pictures_than_are_drawn_at_a_time_are_all_drawn(held):
    pictures, people = Pictures(), AT_A_TIME + 1
    with ThreadPoolExecutor(people) as threads:
        drawn = list(threads.map(lambda _: pictures.timeline(TITLE, held, TODAY), range(people)))
    assert [content[:4] for content in drawn] == [b"\x89PNG"] * people


def test_a_picture_that_takes_too_long_is_given_up_and_the_next_is_drawn(held):
    with pytest.raises(PictureError, match=r"deadlines of Kế hoạch 12/KH-UBND: it was not done after 0\.001 seconds"):
        Pictures(0.001).timeline(TITLE, held, TODAY)
    assert Pictures().timeline(TITLE, held, TODAY).startswith(b"\x89PNG")


def test_what_went_wrong_in_the_process_is_told(held):
    pictures = Pictures()
    for _ in range(AT_A_TIME + 1):  # a failure leaves room for the next
        with pytest.raises(PictureError, match=r"ended with 1 and told: (?s:.*)AttributeError"):
            pictures.timeline(TITLE, ["no deadline"], TODAY)


def test_the_bot_itself_never_loads_the_drawing_library():
    loaded = "import sys, bot.telegram.application, bot.telegram.handlers.registry; print('matplotlib' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert told.stdout == "False\n"
