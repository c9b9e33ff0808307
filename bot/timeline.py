"""Deadlines as a picture for a chat message on a phone; the only import of `matplotlib`, which is slow to load.

All is laid out in pixels from the top left, downwards: axes and legends of matplotlib would not wrap the words of a
plan, nor make the picture as tall as its rows.
"""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from bot.errors import PictureFileError
from bot.timeline_rows import Row, Timeline, fitting, timeline
from bot.timeline_type import DOTS_PER_INCH, HEADING, POINTS, SMALL, TASK, TITLE, WHEN, Type, font, width, wrapped
from corpus.held_deadline import HeldDeadline
from corpus.written_date import written_date

WIDTH = 1080  # pixels
# Telegram takes no photo whose width and height add up to more than 10000 [1].
# [1] https://core.telegram.org/bots/api#sendphoto
TALLEST = 10_000 - WIDTH

_FORMATS = {".png": "png", ".svg": "svg"}
_MARGIN = 44
_LEFT_WIDTH = 292
_RIGHT = _MARGIN + _LEFT_WIDTH + 36  # where tasks and the axis begin
_RIGHT_WIDTH = WIDTH - _MARGIN - _RIGHT
_ROW_GAP = 26  # above and below the words of a row
_DUTY_GAP = 14
_STRIP = 52  # height of the strip with the marks
_BAR = 14
_MOST_TICKS = 6
_ROOM_FOR_THE_REST = 900  # title, axis, headings and foot, at their largest

_INK, _GREY, _PALE, _LINE, _TRACK = "#1b1f24", "#5f6b76", "#8d969f", "#dde2e7", "#eef1f4"
_BLUE, _ORANGE, _RED = "#1f5fa8", "#c8500a", "#c62828"
_TODAY_BEHIND_WORDS = "#f8dcdc"
_BEHIND, _ON_TRACK, _MARKS, _WORDS = 0.5, 1, 2, 3  # what covers what


def draw_timeline(title: str, entries: Iterable[HeldDeadline], today: date, file: Path) -> None:
    """Write the deadlines in order of time to `file`, a PNG or SVG picture 1080 pixels wide.

    Deadlines of equal time share a row. What would make it taller than Telegram takes is left out, the past first, and
    the picture says how many. Raises PictureFileError for another suffix or a place that cannot be written to.
    """
    file_format = _FORMATS.get(file.suffix.lower())
    if file_format is None:
        raise PictureFileError(f"Drawing deadlines to {file}: found the suffix {file.suffix!r}; give .png or .svg")
    figure = _figure(title, timeline(entries, today), today)
    try:
        # The same deadlines give the same bytes: no random ids, no time of writing.
        with mpl.rc_context({"svg.hashsalt": "timeline"}):
            figure.savefig(file, format=file_format, metadata={"Date": None} if file_format == "svg" else None)
    except OSError as error:
        raise PictureFileError(
            f"Drawing deadlines to {file}: {error.strerror or error}; name a file in a folder that can be written to"
        ) from error


def _figure(title: str, whole: Timeline, today: date) -> Figure:
    shown, left_out = fitting(whole, _height, TALLEST - _ROOM_FOR_THE_REST)
    page = _Page(shown, today)
    page.write(title, TITLE, _INK)
    page.y += 8
    duties = sum(len(row.duties) for row in (*whole.dated, *whole.undated))
    page.write(f"Tính đến ngày {written_date(today)}: {duties} việc", SMALL, _GREY)
    if shown.dated:
        page.dated_rows()
    if shown.undated:
        page.y += _ROW_GAP
        page.write("Không có ngày cụ thể", HEADING, _INK)
        page.y += 14
        for row in shown.undated:
            page.row(row)
    page.line(_MARGIN, page.y, WIDTH - _MARGIN, page.y, _LINE, 2)
    page.y += 20
    if shown.dated:
        page.legend()
    if left_out:
        page.write(f"Ảnh không đủ chỗ cho {left_out} việc khác; xin xem danh sách đầy đủ.", SMALL, _GREY)
    return page.figure()


class _Page:
    """What is drawn so far; `y` is where the next thing begins."""

    def __init__(self, shown: Timeline, today: date) -> None:
        self.y = float(_MARGIN)
        self._shown = shown
        self._ticks = _ticks(shown.first, shown.last)
        self._today = self._x(today, 0.5) if shown.first <= today <= shown.last else None
        self._artists: list[Artist] = []

    def figure(self) -> Figure:
        """The picture, as tall as what is drawn."""
        height = round(self.y + _MARGIN)
        figure = Figure((WIDTH / DOTS_PER_INCH, height / DOTS_PER_INCH), dpi=DOTS_PER_INCH, facecolor="white")
        axes = figure.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(height, 0))
        axes.set_axis_off()
        for artist in self._artists:
            axes.add_artist(artist)
        return figure

    def write(self, text: str, kind: Type, colour: str, left: int = _MARGIN, room: int = WIDTH - 2 * _MARGIN) -> None:
        """Write the text, wrapped, and go on below it."""
        for line in wrapped(text, kind, room):
            self._text(left, self.y, line, kind, colour)
            self.y += kind.line_height

    def line(
        self, x: float, y: float, to_x: float, to_y: float, colour: str, thickness: float, layer: float = _BEHIND
    ) -> None:
        """Draw a straight line, behind all else unless told."""
        self._artists.append(Line2D([x, to_x], [y, to_y], color=colour, linewidth=thickness * POINTS, zorder=layer))

    def dated_rows(self) -> None:
        """Draw the axis, the rows with their marks, and the line of today through them."""
        self.y += 24
        above = self.y
        self.y += SMALL.line_height
        for day, label in self._ticks:
            self._label(self._x(day), self.y, label, _GREY)
        self.y += SMALL.line_height + 8
        for row in self._shown.dated:
            self.row(row)
        if self._today is not None:
            self.line(self._today, above + SMALL.line_height, self._today, self.y, _TODAY_BEHIND_WORDS, 3)
            self._label(self._today, above, "hôm nay", _RED)

    def row(self, row: Row) -> None:
        """Draw one row: the time at the left, the duties and the marks at the right."""
        self.line(_MARGIN, self.y, WIDTH - _MARGIN, self.y, _LINE, 2)
        bottom = self.y + _height(row)
        top = self.y = self.y + _ROW_GAP
        self.write(row.when, WHEN, _PALE if row.is_past else _INK, room=_LEFT_WIDTH)
        self.write(row.state, SMALL, _colour(row) if row.is_near or row.is_past else _GREY, room=_LEFT_WIDTH)
        self.y = top
        for duty in row.duties:
            self.write(duty.task, TASK, _PALE if row.is_past else _INK, _RIGHT, _RIGHT_WIDTH)
            self.write(duty.units, SMALL, _PALE if row.is_past else _GREY, _RIGHT, _RIGHT_WIDTH)
            self.y += _DUTY_GAP
        if row.marks:
            self._strip(row, self.y + _STRIP / 2)
        self.y = bottom

    def legend(self) -> None:
        """Say what the marks mean."""
        x, y = float(_MARGIN), self.y + SMALL.line_height / 2
        for label, sort in (("một ngày, hạn cuối", "D"), ("khoảng thời gian", ""), ("định kỳ", "o")):
            if sort:
                self._symbol(x + 14, y, sort, _BLUE, 18)
            else:
                self._bar(x, x + 44, y, _BLUE)
            text_left = x + (36 if sort else 56)
            self._text(text_left, self.y, label, SMALL, _GREY)
            x = text_left + width(label, SMALL) + 44
        self.y += SMALL.line_height + 8

    def _strip(self, row: Row, y: float) -> None:
        """The marks of a row on a track that is the axis."""
        colour = _colour(row)
        self._bar(_RIGHT, WIDTH - _MARGIN, y, _TRACK, _ON_TRACK - 0.1)
        for day, _ in self._ticks:
            self.line(self._x(day), y - _BAR, self._x(day), y + _BAR, _LINE, 2, _ON_TRACK)
        for mark in row.marks:
            if mark.first == mark.last:
                kind, size = ("o", 18) if row.is_recurring else ("D", 22)
                self._symbol(self._x(mark.first, 0.5), y, kind, colour, size)
            else:
                # A bar of a few days in a picture of years must still be seen.
                left = self._x(mark.first)
                self._bar(left, max(self._x(mark.last, 1), left + 8), y, colour)
        if row.goes_on:
            self._symbol(WIDTH - _MARGIN + 16, y, ">", colour, 24)
        if self._today is not None:
            self.line(self._today, y - 20, self._today, y + 20, _RED, 3, _MARKS)

    def _x(self, day: date, part_of_day: float = 0) -> float:
        days = self._shown.last.toordinal() - self._shown.first.toordinal() + 1
        return _RIGHT + _RIGHT_WIDTH * (day.toordinal() - self._shown.first.toordinal() + part_of_day) / days

    def _label(self, x: float, y: float, text: str, colour: str) -> None:
        """A word on the axis: centred, but not beyond its ends."""
        room = width(text, SMALL)
        self._text(min(max(x - room / 2, _RIGHT), WIDTH - _MARGIN - room), y, text, SMALL, colour)

    def _text(self, x: float, y: float, text: str, kind: Type, colour: str) -> None:
        self._artists.append(
            Text(
                x,
                y + kind.line_height / 2,
                text,
                color=colour,
                fontproperties=font(kind),
                verticalalignment="center_baseline",
                parse_math=False,
                zorder=_WORDS,
            )
        )

    def _bar(self, left: float, right: float, y: float, colour: str, layer: float = _MARKS) -> None:
        self._artists.append(
            Rectangle((left, y - _BAR / 2), right - left, _BAR, color=colour, linewidth=0, zorder=layer)
        )

    def _symbol(self, x: float, y: float, marker: str, colour: str, size: float) -> None:
        self._artists.append(
            Line2D([x], [y], marker=marker, color=colour, markersize=size * POINTS, markeredgewidth=0, zorder=_MARKS)
        )


def _height(row: Row) -> float:
    """How tall the row is, in pixels."""
    left = len(wrapped(row.when, WHEN, _LEFT_WIDTH)) * WHEN.line_height
    left += len(wrapped(row.state, SMALL, _LEFT_WIDTH)) * SMALL.line_height
    right = 0
    for duty in row.duties:
        right += len(wrapped(duty.task, TASK, _RIGHT_WIDTH)) * TASK.line_height
        right += len(wrapped(duty.units, SMALL, _RIGHT_WIDTH)) * SMALL.line_height + _DUTY_GAP
    return max(left, right + (_STRIP if row.marks else 0)) + 2 * _ROW_GAP


def _colour(row: Row) -> str:
    if row.is_past:
        return _PALE
    return _ORANGE if row.is_near else _BLUE


def _ticks(first: date, last: date) -> list[tuple[date, str]]:
    """The beginnings of months or years to name on the axis, as many as have room."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    step = next((step for step in (1, 2, 3, 6, 12, 24, 60) if months / step <= _MOST_TICKS), 120)
    begin = first.year * 12 + first.month - 1
    beginnings = (divmod(month, 12) for month in range(begin, begin + months) if month % step == 0)
    days = [date(year, month + 1, 1) for year, month in beginnings]
    return [(day, str(day.year) if step >= 12 else f"{day.month}/{day.year}") for day in days]
