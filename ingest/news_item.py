"""A news item: headline, publisher and date as far as the page says; it has no letterhead."""

import re
from dataclasses import dataclass
from datetime import date

from corpus.folding import fold
from ingest.organ_case import organ_case

_SEARCHED_LINES = 14
_FEWEST_HEADLINE_WORDS = 6

_DATELINE = re.compile(
    r"""
    (?: [Nn]gày\ đăng\s*:? | [Đđ]ăng\ (?:ngày|lúc)\s*:? | [Cc]ập\ nhật\s*:?(?:\ ngày)? | Thứ\ \w+,(?:\ ngày)?
        | \(\s*\d{1,2}:\d{2}\s*[-,|]?\ ? )
    [^\n\d]{0,20}(?P<day>\d{1,2})[/-](?P<month>\d{1,2})[/-](?P<year>\d{4})
  | (?P<day_before_time>\d{1,2})[/-](?P<month_before_time>\d{1,2})[/-]
        (?P<year_before_time>\d{4})\s*[-|,]?\s*\d{1,2}:\d{2}
  | (?:[Ss]áng|[Tt]rưa|[Cc]hiều
        |[Tt]ối)(?:\ ngày)?\ (?P<day_of_event>\d{1,2})/(?P<month_of_event>\d{1,2})/(?P<year_of_event>\d{4})
    """,
    re.VERBOSE,
)
_TRAILING_DATE = re.compile(r"\s*\(\s*\d{1,2}:\d{2}[^)]*\)\s*$")
_FRONT_MATTER = re.compile(r"\s*---\n.*?\n---[ \t]*\n", re.DOTALL)
_AGENCY = re.compile(
    r"^[ \t]*(?:\((?P<bracketed>[A-ZĐ][\w. ]{1,30})\)|(?P<bare>[A-ZĐ]{2,12}))\s*[-–]\s+(?=\S)", re.MULTILINE
)
_DOMAIN = re.compile(r"(?<![\w@.])(?:[a-z0-9-]+\.)+(?:vn|com|net|org|gov)(?:\.vn)?(?![\w.])")


@dataclass(frozen=True, slots=True)
class NewsItem:
    """What the page says of itself; "" and None where it does not say. The body starts after headline and date line."""

    headline: str
    publisher: str
    published_on: date | None
    body_start: int
    warnings: tuple[str, ...]


def read_news_item(text: str, known_headline: str = "") -> NewsItem:
    """Headline, publisher and date of the report in `text`; with a known headline, all that is not it is body."""
    front_matter = _FRONT_MATTER.match(text)
    start = front_matter.end() if front_matter else 0
    lines = [match for match in re.compile(r"[^\n]+").finditer(text, start) if match[0].strip(" \t|*#_-")]
    if known_headline and (not lines or fold(lines[0][0]).strip() != fold(known_headline).strip()):
        return NewsItem(known_headline, "", None, start, ())
    head = lines[:_SEARCHED_LINES]
    headline_line = next((line for line in head if _is_headline(line[0])), head[0] if head else None)
    if headline_line is None:
        return NewsItem("", "", None, 0, ())
    headline = _TRAILING_DATE.sub("", headline_line[0]).strip(" \t|*#_")
    published_on, date_end, warnings = _published_on(text, headline_line.start(), head[-1].end())
    first = lines[0][0].strip(" \t|*#_")
    section = first if first.isupper() and lines[0] is not headline_line and not _is_repeated(first) else ""
    body_start = max(headline_line.end(), date_end)
    publisher = _publisher(text, body_start, lines[-1][0]) or (organ_case(section) if section else "")
    return NewsItem(
        " ".join(headline.rstrip(".").split()), publisher, published_on, _next_line(text, body_start), warnings
    )


def _is_headline(line: str) -> bool:
    words = line.strip(" \t|*#_").split()
    starts_with_date = re.match(r"\W*(?:Ngày đăng|Đăng|Cập nhật|Thứ \w+,|\d)", line) is not None
    return len(words) >= _FEWEST_HEADLINE_WORDS and not starts_with_date and not _is_repeated(line)


def _is_repeated(line: str) -> bool:
    """Whether the second half says the first again, as the name of a section in a menu does."""
    words = line.split()
    half = len(words) // 2
    return half > 0 and len(words) % 2 == 0 and words[:half] == words[half:]


def _published_on(text: str, start: int, end: int) -> tuple[date | None, int, tuple[str, ...]]:
    """The first complete date in a date line; the end of its line where the line says nothing else."""
    for match in _DATELINE.finditer(text, start, end):
        named = {name: value for name, value in match.groupdict().items() if value}
        day, month, year = (
            int(next(value for name, value in named.items() if name.startswith(part)))
            for part in ("day", "month", "year")
        )
        try:
            published_on = date(year, month, day)
        except ValueError:
            return None, start, (f'the date is no date of the calendar: "{" ".join(match[0].split())}"',)
        line_end = text.find("\n", match.end())
        line_end = len(text) if line_end < 0 else line_end
        says_nothing_else = "day_of_event" not in named and line_end - match.start() < 120
        return published_on, line_end if says_nothing_else else start, ()
    return None, start, ()


def _publisher(text: str, body_start: int, last_line: str) -> str:
    """The agency at the beginning of the report, else the web address in the last line."""
    agency = _AGENCY.search(text, body_start, body_start + 1500)
    if agency is not None:
        return agency["bracketed"] or agency["bare"]
    domain = _DOMAIN.search(last_line)
    return domain[0] if domain else ""


def _next_line(text: str, position: int) -> int:
    match = re.compile(r"[ \t]*(?:\n\s*)*").match(text, position)
    return match.end() if match else position
