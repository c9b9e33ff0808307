"""Ranks the documents of a folder laid out like bench/statutes through the product and prints the measures as JSON."""

import csv
import json
import math
import random
import re
import statistics
import time
import unicodedata
from pathlib import Path

from bot.answering import Answering
from corpus.normalise import fold
from tests.evaluation import libraries
from tests.evaluation.answers import AS_OF

PASSAGES = 60  # enough for ten different documents
SEED = 20261121


def run(data: Path, subset: str | None, typed: str) -> int:
    gold = _gold(data)
    queries = [q for q in _lines(data / "queries.jsonl") if q["id"] in gold and subset in {None, q.get("subset")}]
    folder = _as_files(data)
    with libraries.opened(f"retrieval-{data.name}", [folder]) as answering:
        ranks, milliseconds = [], []
        answering.search(queries[0]["text"], PASSAGES, AS_OF)
        chance = random.Random(SEED)
        for query in queries:
            text = _typed(query["text"], typed, chance)
            started = time.perf_counter()
            ranking = _ranking(answering, text)
            milliseconds.append(1000 * (time.perf_counter() - started))
            ranks.append(_rank(ranking, gold[query["id"]]))
    print(json.dumps({"queries": len(queries), "subset": subset, "typed": typed, **_measures(ranks, milliseconds)}))
    return 0


def _ranking(answering: Answering, text: str) -> list[str]:
    """File names of the documents, by their best passage."""
    hits = answering.search(text, PASSAGES, AS_OF).hits
    return list(dict.fromkeys(Path(hit.document.path).stem for hit in hits))


def _rank(ranking: list[str], wanted: set[str]) -> int | None:
    return next((place for place, name in enumerate(ranking, 1) if name in wanted), None)


def _measures(ranks: list[int | None], milliseconds: list[float]) -> dict[str, float]:
    """One gold document a query: nDCG is then 1 / log2(1 + rank)."""
    ordered = sorted(milliseconds)
    within = [rank for rank in ranks if rank is not None and rank <= 10]
    return {
        **{f"R@{k}": round(sum(rank <= k for rank in within) / len(ranks), 4) for k in (1, 3, 10)},
        "MRR@10": round(sum(1 / rank for rank in within) / len(ranks), 4),
        "nDCG@10": round(sum(1 / math.log2(1 + rank) for rank in within) / len(ranks), 4),
        "p50_ms": round(statistics.median(ordered), 1),
        "p95_ms": round(ordered[int(len(ordered) * 0.95)], 1),
    }


def _as_files(data: Path) -> Path:
    """One Markdown file with front matter for each document, as an ingest script would deliver them."""
    folder = libraries.KEPT / f"files-{data.name}"
    folder.mkdir(parents=True, exist_ok=True)
    for document in _lines(data / "corpus.jsonl"):
        path = folder / f"{document['id']}.md"
        if not path.exists():
            title = json.dumps(document["title"], ensure_ascii=False)
            path.write_text(f"---\ntitle: {title}\nform: official\n---\n{document['text']}\n", encoding="utf-8")
    return folder


def _gold(data: Path) -> dict[str, set[str]]:
    gold: dict[str, set[str]] = {}
    with (data / "qrels.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if int(row["score"]) > 0:
                gold.setdefault(row["query-id"], set()).add(row["corpus-id"])
    return gold


def _lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def _typed(text: str, how: str, chance: random.Random) -> str:
    """The question as typed with all, none or about half of its diacritics, syllable by syllable."""
    text = unicodedata.normalize("NFC", text)
    if how == "full":
        return text
    return re.sub(
        r"\w+", lambda word: _bare(word.group()) if how == "none" or chance.random() < 0.5 else word.group(), text
    )


def _bare(word: str) -> str:
    """Without diacritics, capitals kept."""
    return "".join(plain.upper() if letter.isupper() else plain for letter, plain in zip(word, fold(word), strict=True))
