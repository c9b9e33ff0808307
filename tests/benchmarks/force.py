"""How long "is N in force" takes in a large library of invented instruments."""

import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from bot.answering import Answering
from corpus.identifier import DocumentNumber, parse_number
from corpus.library import Library
from corpus.model import DocumentRecord
from corpus.register import Register
from corpus.retrieval import Retriever
from corpus.vector_index import VectorIndex
from corpus.working_days import WorkingDays
from tests.fakes import KeywordEmbedder
from tests.instruments import (
    amends,
    based_on,
    begins,
    cites,
    ends,
    extends,
    guides,
    holds,
    implements,
    instrument,
    repeals,
    replaces,
)

AS_OF = date(2026, 11, 21)
SYMBOLS = ("NĐ-CP", "TT-BNV", "QĐ-TTg", "QĐ-UBND", "NQ-HĐND", "KH-UBND", "QĐ-BNV", "CV-BNV")
WITH_YEAR = frozenset(SYMBOLS[:5])
YEARS = range(1990, 2027)
# The legal basis of every second document: one that is held, one that is only told of.
HELD_LAW, KNOWN_LAW = "1/1990/QH8", "9/1990/QH8"
KINDS = (based_on, cites, implements, guides, amends, replaces, repeals, extends)
WEIGHTS = (30, 30, 12, 10, 8, 5, 3, 2)
ASKED = 400


def measure(documents: int, relations: int) -> dict[str, float]:
    """Milliseconds for the state of force alone, with nothing kept from before, and for the whole answer."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.sqlite3"
        started = time.perf_counter()
        with Library.open(path, create=True) as library, library.transaction():
            for record in generated(documents, relations):
                library.add(record)
        built = time.perf_counter() - started
        with Library.open(path) as library:
            numbers = _numbers(library)
            embedder = KeywordEmbedder()
            with closing(VectorIndex.open(Path(folder) / "vectors", embedder.name, embedder.dimension)) as vectors:
                answering = Answering(library, Retriever(library, vectors, embedder), WorkingDays())
                answering.answer("Nghị định 1/1989/NĐ-CP còn hiệu lực không?", AS_OF)
                return {
                    "documents": documents,
                    "relations": relations,
                    "build_s": round(built, 1),
                    "library_mb": round(path.stat().st_size / 2**20),
                    **_timed("register", lambda number: _status(library, number), numbers),
                    **_timed("register_held_law", lambda number: _status(library, number), [HELD_LAW] * 5),
                    **_timed("register_known_law", lambda number: _status(library, number), [KNOWN_LAW] * 5),
                    **_timed("answer", lambda number: _answer(answering, number), numbers),
                    **_timed("answer_held_law", lambda number: _answer(answering, number), [HELD_LAW] * 5),
                    **_timed("answer_known_law", lambda number: _answer(answering, number), [KNOWN_LAW] * 5),
                    "resident_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
                }


def generated(documents: int, relations: int) -> Iterator[DocumentRecord]:
    """Instruments of many years; every second one is based on two laws, the others act on each other."""
    chance = random.Random(152)
    numbers = [_number(place, documents) for place in range(documents)]
    for place, (number, issued_on) in enumerate(numbers):
        count = relations * (place + 1) // documents - relations * place // documents
        targets = [HELD_LAW, KNOWN_LAW][:count] if place % 2 else []
        # What is cited is mostly older, as the law is.
        targets += [numbers[chance.randrange(place + 1)][0] for _ in range(count - len(targets))]
        sayings = [
            _act(chance, target, issued_on, is_basis=target in (HELD_LAW, KNOWN_LAW)) for target in targets
        ] + _effects(chance, issued_on)
        yield instrument(number, str(issued_on), *sayings, title=f"Việc thứ {place}", issuer=_issuer(number, chance))
    yield instrument(HELD_LAW, "1990-01-02", begins("1990-03-01"), issuer="Quốc hội")


def _number(place: int, documents: int) -> tuple[str, date]:
    year = YEARS[place * len(YEARS) // documents]
    symbol = SYMBOLS[place % len(SYMBOLS)]
    serial = place // len(SYMBOLS) % (documents // len(YEARS) + 1) + 1
    issued_on = date(year, 1, 1) + timedelta(days=place % 360)
    return (f"{serial}/{year}/{symbol}" if symbol in WITH_YEAR else f"{serial % 3000 + 1}/{symbol}"), issued_on


def _act(chance: random.Random, target: str, issued_on: date, *, is_basis: bool):
    if is_basis:
        return based_on(target, title="Quy định về một việc mà nhiều văn bản căn cứ", issued_on="1990-01-02")
    [act] = chance.choices(KINDS, WEIGHTS)
    told = {"title": "Quy định về một việc giả định"} if chance.random() < 0.5 else {}
    at = {"at": f"Điều {chance.randrange(1, 40)}"} if act in (amends, repeals) and chance.random() < 0.7 else {}
    since = {"since": str(issued_on + timedelta(days=60))} if act in (replaces, repeals) else {}
    until = {"until": str(issued_on + timedelta(days=400))} if act is extends else {}
    return act(target, **told, **at, **since, **until)


def _effects(chance: random.Random, issued_on: date) -> list:
    found = [begins(str(issued_on + timedelta(days=45)))]
    if chance.random() < 0.05:
        found.append(ends(str(issued_on + timedelta(days=2000))))
    return found if chance.random() < 0.8 else [holds("2026-11-21")]


def _issuer(number: str, chance: random.Random) -> str:
    place = f" tỉnh Giả Định {chance.randrange(34)}"
    return f"Ủy ban nhân dân{place}" if "UBND" in number else f"Cơ quan {number.rsplit('-', 1)[-1]}"


def _numbers(library: Library) -> list[DocumentNumber]:
    held = [head.number for head in library.document_heads() if head.number]
    return random.Random(98).sample(held, min(ASKED, len(held)))


def _status(library: Library, number: DocumentNumber | str) -> None:
    register = Register(library)
    for one in register.instruments(parse_number(str(number))):
        register.validity_of(one, AS_OF)


def _answer(answering: Answering, number: DocumentNumber | str) -> None:
    answering.answer(f"Văn bản {number} còn hiệu lực không?", AS_OF)


def _timed(name: str, act: Callable[[object], None], numbers) -> dict[str, float]:
    seconds = []
    for number in numbers:
        started = time.perf_counter()
        act(number)
        seconds.append(time.perf_counter() - started)
    seconds.sort()
    return {
        f"{name}_p50_ms": round(1000 * statistics.median(seconds), 1),
        f"{name}_p95_ms": round(1000 * seconds[int(len(seconds) * 0.95)], 1),
        f"{name}_most_ms": round(1000 * seconds[-1], 1),
    }
