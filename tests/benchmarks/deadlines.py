"""How long a list of deadlines takes in a large library of invented plans."""

import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from corpus.deadline_rule import (
    Bearing,
    Cycle,
    CycleDay,
    FixedDate,
    Limit,
    Ongoing,
    Period,
    Recurring,
    Relative,
    TimeUnit,
    YearOrigin,
)
from corpus.library import Library
from corpus.model import Deadline, DocumentRecord, Product
from tests.instruments import instrument

YEARS = range(2000, 2030)
# Of a hundred deadlines: most have a day, few recur, since a month is to find hundreds and not all that ever recurred.
KINDS = ("date", "limit", "period", "year", "month", "relative", "ongoing")
WEIGHTS = (30, 40, 9, 0.9, 0.1, 10, 10)
BODIES = ("Nội vụ", "Tài chính", "Tư pháp", "Y tế", "Xây dựng", "Công Thương", "Khoa học và Công nghệ")
GROUPS = ("Các sở, ban, ngành", "UBND các xã, phường", "Các cơ quan, đơn vị, địa phương", "Các Sở, ngành liên quan")
ASKED = 60
QUOTE = "Các đơn vị gửi báo cáo kết quả thực hiện về Sở Nội vụ để tổng hợp, trình cấp có thẩm quyền. " * 3


def measure(documents: int, records: int) -> dict[str, float]:
    """Milliseconds for the deadlines of a month, alone and of one unit, each time from a library just opened."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.sqlite3"
        started = time.perf_counter()
        with Library.open(path, create=True) as library, library.transaction():
            for record in generated(documents, records):
                library.add(record)
        built = time.perf_counter() - started
        with Library.open(path) as library:
            months = [_month(place) for place in range(ASKED)]
            started = time.perf_counter()
            keys = library.unit_keys_meaning("Sở Nội vụ")
            cold = time.perf_counter() - started
            return {
                "documents": documents,
                "deadlines": records,
                "units": len(library.unit_keys()),
                "build_s": round(built, 1),
                "library_mb": round(path.stat().st_size / 2**20),
                "first_unit_keys_ms": round(1000 * cold, 1),
                **_timed("month", lambda days: library.deadlines_between(*days), months),
                **_timed("month_and_unit", lambda days: _of_unit(library, days, "Sở Nội vụ"), months),
                **_timed("month_and_commune", lambda days: _of_unit(library, days, "UBND phường Số 7"), months),
                "unit_keys": len(keys),
            }


def generated(documents: int, records: int) -> Iterator[DocumentRecord]:
    """Plans of many years, each with some deadlines."""
    chance = random.Random(31)
    for place in range(documents):
        issued_on = date(YEARS[place * len(YEARS) // documents], 1, 1) + timedelta(days=place % 360)
        count = records * (place + 1) // documents - records * place // documents
        sayings = [f"Việc thứ {number}." for number in range(count)]
        made = instrument(
            f"{place + 1}/KH-UBND", str(issued_on), *sayings, title=f"Kế hoạch thứ {place}", issuer="UBND tỉnh"
        )
        deadlines = tuple(_deadline(chance, issued_on, provision) for provision in range(count))
        yield DocumentRecord(made.document, made.provisions, (), (), (), deadlines=deadlines)


def _deadline(chance: random.Random, issued_on: date, provision: int) -> Deadline:
    return Deadline(
        rule=_rule(chance, issued_on + timedelta(days=chance.randrange(400))),
        year_origin=YearOrigin.WRITTEN,
        provision=provision,
        start=0,
        end=4,
        quote=QUOTE,
        quote_start=0,
        quote_end=len(QUOTE),
        task="gửi báo cáo kết quả thực hiện",
        product=Product.REPORT,
        responsible=tuple(_unit(chance) for _ in range(chance.choice((1, 1, 2)))),
        coordinating=(_unit(chance),) if chance.random() < 0.3 else (),
        addressee="Sở Nội vụ",
    )


def _rule(chance: random.Random, day: date):
    [kind] = chance.choices(KINDS, WEIGHTS)
    match kind:
        case "date":
            return FixedDate(day)
        case "limit":
            return Limit(day, is_inclusive=False)
        case "period":
            return Period(day, day + timedelta(days=chance.randrange(90)))
        case "year":
            return Recurring(Cycle.YEAR, closes=CycleDay(day.month, day.day))
        case "month":
            return Recurring(Cycle.MONTH, closes=CycleDay(1, min(day.day, 28)))
        case "relative":
            return Relative(10, TimeUnit.DAY, Bearing.WITHIN, "ngày nhận đủ hồ sơ")
        case _:
            return Ongoing("thường xuyên")


def _unit(chance: random.Random) -> str:
    if chance.random() < 0.3:
        return chance.choice(GROUPS)
    if chance.random() < 0.5:
        return f"Sở {chance.choice(BODIES)}"
    return f"UBND phường Số {chance.randrange(1500)}"


def _month(place: int) -> tuple[date, date]:
    first = date(YEARS[place % len(YEARS)], place % 12 + 1, 1)
    return first, (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def _of_unit(library: Library, days: tuple[date, date], unit: str) -> list:
    return library.deadlines_between(*days, unit_keys=library.unit_keys_meaning(unit))


def _timed(name: str, act: Callable[[tuple[date, date]], list], months) -> dict[str, float]:
    seconds, found = [], []
    for month in months:
        started = time.perf_counter()
        found.append(len(act(month)))
        seconds.append(time.perf_counter() - started)
    seconds.sort()
    return {
        f"{name}_found": round(statistics.median(found)),
        f"{name}_p50_ms": round(1000 * statistics.median(seconds), 1),
        f"{name}_p95_ms": round(1000 * seconds[int(len(seconds) * 0.95)], 1),
    }
