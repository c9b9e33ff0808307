"""Measures speed and memory of the product as people run it, and prints one JSON object.

python -m tests.benchmarks ingest FOLDER…       passages a second from nothing, and the second, unchanged run
python -m tests.benchmarks growth                how the time of reading structure and deadlines grows with the text
python -m tests.benchmarks ask [--data DATA_DIR]  start of `ask`, time to an answer when warm, what force adds, memory
python -m tests.benchmarks force                 "is N in force" in a generated library of 100,000 documents
python -m tests.benchmarks deadlines             the deadlines of a month in a generated library of 100,000 of them
python -m tests.benchmarks telegram WHAT          the bot as a process, over HTTP: `burst` of 200 chats, `kill` -9 under
                                                 load, `soak` of a simulated day, `hostile` inputs
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

from ingest.header import read_header
from ingest.source_text import SourceText
from ingest.structure import read_structure

ROOT = Path(__file__).resolve().parents[2]
QUESTION = "Hồ sơ đề nghị khen thưởng gồm những gì?"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    commands = parser.add_subparsers(dest="command", required=True)
    ingest = commands.add_parser("ingest")
    ingest.add_argument("folders", type=Path, nargs="+")
    commands.add_parser("growth")
    ask = commands.add_parser("ask")
    ask.add_argument("--data", type=Path, default=ROOT / "data")
    ask.add_argument("--questions", type=Path, help="JSON lines with text or question; default: the evaluation's own")
    force = commands.add_parser("force")
    force.add_argument("--documents", type=int, default=100_000)
    force.add_argument("--relations", type=int, default=500_000)
    deadlines = commands.add_parser("deadlines")
    deadlines.add_argument("--documents", type=int, default=5_000)
    deadlines.add_argument("--records", type=int, default=100_000)
    telegram = commands.add_parser("telegram")
    telegram.add_argument("what", choices=["burst", "kill", "soak", "hostile"])
    telegram.add_argument("--data", type=Path, default=ROOT / "data", help="DATA_DIR with the library; it is copied")
    telegram.add_argument("--limits", action="store_true", help="burst: the server limits what is sent, as Telegram")
    telegram.add_argument("--seed", type=int, default=5, help="kill: which moments")
    telegram.add_argument("--kills", type=int, default=50)
    options = parser.parse_args()
    if options.command == "ingest":
        measured = _ingest(options.folders)
    elif options.command == "growth":
        measured = _growth()
    elif options.command == "force":
        measured = _force(options.documents, options.relations)
    elif options.command == "deadlines":
        measured = _deadlines(options.documents, options.records)
    elif options.command == "telegram":
        measured = _telegram(options)
    else:
        measured = _ask(options.data, options.questions)
    print(json.dumps(measured))
    return 0


def _ingest(folders: list[Path]) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as data:
        first, reports = _add(data, folders)
        second, _ = _add(data, folders)
        start, _ = _add(data, [])
    passages = sum(report["passages"] for report in reports)
    return {
        "files": len(reports),
        "passages": passages,
        "first_run_s": round(first, 2),
        "passages_per_s": round(passages / first, 1),
        "second_run_s": round(second, 2),
        "start_up_s": round(start, 2),
    }


def _add(data: str, folders: list[Path]) -> tuple[float, list[dict]]:
    started = time.perf_counter()
    command = ["add", "--json", *map(str, folders)] if folders else ["--help"]
    done = subprocess.run(
        [sys.executable, "-m", "ingest", *command],
        cwd=ROOT,
        env={**os.environ, "DATA_DIR": data},
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    seconds = time.perf_counter() - started
    return seconds, [json.loads(line) for line in done.stdout.splitlines()] if folders else []


def _growth() -> dict[str, float]:
    """Seconds for ten times the lines of every kind of label over seconds for one time; near 10 is linear."""

    def seconds(repetitions: int) -> float:
        source = SourceText("I. a\n1. a\n1.1. a\na) a:\n- a\n+ a\n|\n1\n|\n|\n" * repetitions, "txt")
        header = read_header(source)
        started = time.process_time()
        read_structure(source, header, "")
        return time.process_time() - started

    seconds(50)
    return {"structure_tenfold": round(seconds(4_000) / seconds(400), 1), **_growth_of_deadlines()}


def _growth_of_deadlines() -> dict[str, float]:
    """The same of the deadlines of texts that repeat one thing, the worst of them; and its seconds for a megabyte."""
    from tests.benchmarks.extraction import REPEATED, seconds

    seconds(REPEATED[0], 1_000)
    tenfold = {text: seconds(text, 1_000_000) / max(seconds(text, 100_000), 0.001) for text in REPEATED}
    slowest = max(seconds(text, 1_000_000) for text in REPEATED)
    return {"deadlines_tenfold": round(max(tenfold.values()), 1), "deadlines_slowest_megabyte_s": round(slowest, 2)}


def _force(documents: int, relations: int) -> dict[str, float]:
    from tests.benchmarks.force import measure

    return measure(documents, relations)


def _deadlines(documents: int, records: int) -> dict[str, float]:
    from tests.benchmarks.deadlines import measure

    return measure(documents, records)


def _telegram(options: argparse.Namespace) -> dict[str, Any]:
    from tests.benchmarks import telegram_burst, telegram_hostile, telegram_kill, telegram_soak

    match options.what:
        case "burst":
            return telegram_burst.measure(options.data, has_limits=options.limits)
        case "kill":
            return telegram_kill.measure(options.kills, options.seed)
        case "soak":
            return telegram_soak.measure(options.data)
    return telegram_hostile.measure(options.data)


def _ask(data: Path, questions_file: Path | None) -> dict[str, float]:
    environment = {**os.environ, "DATA_DIR": str(data)}
    starts = []
    for _ in range(3):
        started = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "bot", "ask", QUESTION, "--json"],
            cwd=ROOT,
            env=environment,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        starts.append(time.perf_counter() - started)
    return {"ask_start_s": round(min(starts), 2), **_warm(environment, _questions(questions_file))}


def _warm(environment: dict[str, str], questions: list[str]) -> dict[str, float]:
    from bot.__main__ import open_answering
    from bot.settings import Settings
    from tests.benchmarks.added import measure as measure_added

    with open_answering(Settings.from_environment(environment)) as answering:
        for question in questions[:3]:
            answering.answer(question, date(2026, 11, 21))
        seconds = sorted(answering.answer(question, date(2026, 11, 21)).seconds for question in questions)
        added = measure_added(answering, questions)
    return {
        "questions": len(questions),
        "answer_p50_ms": round(1000 * statistics.median(seconds), 1),
        "answer_p95_ms": round(1000 * seconds[int(len(seconds) * 0.95)], 1),
        "force_added": added,
        "resident_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def _questions(path: Path | None) -> list[str]:
    files = [path] if path else sorted((ROOT / "tests" / "evaluation" / "questions").glob("*.jsonl"))
    lines = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines() if line]
    return [line.get("question") or line["text"] for line in lines]


if __name__ == "__main__":
    sys.exit(main())
