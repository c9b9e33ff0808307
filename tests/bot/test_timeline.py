import struct
from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import PictureFileError
from bot.timeline import TALLEST, WIDTH, draw_timeline
from bot.timeline_type import SMALL, TASK, TITLE, width, wrapped
from corpus.deadline_rule import Cycle, FixedDate, Limit, Ongoing, Period, Recurring
from tests.bot.held_deadlines import held_deadline

TODAY = date(2026, 3, 2)
ENTRIES = [
    held_deadline(FixedDate(date(2025, 12, 15))),
    held_deadline(Limit(date(2026, 3, 31), is_inclusive=False)),
    held_deadline(Period(date(2026, 1, 1), None)),
    held_deadline(Recurring(Cycle.QUARTER)),
    held_deadline(Ongoing("thường xuyên"), responsible=()),
]


def size(file):
    """Width and height as the header of a PNG file gives them."""
    content = file.read_bytes()
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", content[16:24])


def test_a_picture_is_as_wide_as_a_phone_reads_and_grows_with_its_rows(tmp_path):
    draw_timeline("Kế hoạch 12/KH-UBND", ENTRIES[:1], TODAY, tmp_path / "one.png")
    draw_timeline("Kế hoạch 12/KH-UBND", ENTRIES, TODAY, tmp_path / "five.PNG")
    assert size(tmp_path / "one.png")[0] == size(tmp_path / "five.PNG")[0] == WIDTH
    assert size(tmp_path / "one.png")[1] < size(tmp_path / "five.PNG")[1]


def test_a_plan_of_hundreds_of_deadlines_stays_within_what_telegram_takes(tmp_path):
    many = [
        held_deadline(FixedDate(date.fromordinal(TODAY.toordinal() + number)), task="Tổ chức hội nghị sơ kết " * 20)
        for number in range(200)
    ]
    draw_timeline("Kế hoạch tổ chức phong trào thi đua " * 9, many, TODAY, tmp_path / "many.png")
    assert TALLEST * 0.9 < size(tmp_path / "many.png")[1] <= TALLEST


def test_a_plan_without_deadlines_still_gives_a_picture(tmp_path):
    draw_timeline("Kế hoạch 12/KH-UBND", [], TODAY, tmp_path / "none.png")
    assert size(tmp_path / "none.png")[0] == WIDTH


def test_a_vector_picture_is_valid_and_the_same_each_time(tmp_path):
    for name in ("a.svg", "b.svg"):
        draw_timeline("Kế hoạch 12/KH-UBND", ENTRIES, TODAY, tmp_path / name)
    assert ElementTree.parse(tmp_path / "a.svg").getroot().tag.endswith("svg")
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()


def test_odd_letters_and_formulas_are_drawn_as_plain_words(tmp_path):
    odd = held_deadline(Limit(date(2026, 3, 31), is_inclusive=True), task="chi $5^ triệu_{x}$ 😀 \x00\x07 漢字")
    draw_timeline("$\\frac{", [odd], TODAY, tmp_path / "odd.png")
    assert size(tmp_path / "odd.png")[0] == WIDTH


@pytest.mark.parametrize("name", ["plan.gif", "plan", "plan.png.txt"])
def test_another_suffix_is_refused_by_name(tmp_path, name):
    with pytest.raises(PictureFileError, match=r"give \.png or \.svg"):
        draw_timeline("Kế hoạch", ENTRIES, TODAY, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_to_is_named(tmp_path):
    with pytest.raises(PictureFileError, match=r"missing/plan\.png: No such file or directory"):
        draw_timeline("Kế hoạch", ENTRIES, TODAY, tmp_path / "missing" / "plan.png")


def test_words_are_wrapped_and_a_long_text_is_cut_behind_a_word():
    text = "Tổng hợp, thẩm định hồ sơ đề nghị khen thưởng thành tích thực hiện phong trào thi đua yêu nước năm 2026"
    lines = wrapped(text, TASK, 600)
    assert len(lines) == 3
    assert " ".join(lines) == f"{text[: len(' '.join(lines)) - 1].rstrip()}…"
    assert all(width(line, TASK) <= 600 for line in lines)
    assert wrapped("ngắn", TASK, 600) == ["ngắn"]
    assert wrapped("", TASK, 600) == []


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200), st.sampled_from([SMALL, TASK, TITLE]))
def test_any_text_fits_in_its_lines(text, kind):
    lines = wrapped(text, kind, 300)
    assert len(lines) <= kind.most_lines
    assert all(width(line, kind) <= 300 for line in lines)
