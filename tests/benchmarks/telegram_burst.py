"""200 chats that ask at the same moment, and one person who asks alone: how long each waits for the last part."""

import json
import statistics
import tempfile
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

from tests.benchmarks.telegram_office import ROOT, Office, seconds_of_processor

CHATS = 200
ALONE = 40
ADMIN = 1_000
GROUP = -100_200
CHATS_BESIDE = 20
GROUP_MESSAGES_A_MINUTE = 20
SEED = 5
SIGN_WITHIN_SECONDS = 1.0
QUESTION_FILES = ("blind", "deadlines", "texts")  # all on one library


def measure(library: Path, *, has_limits: bool, chats: int = CHATS) -> dict[str, Any]:
    """Seconds from the push of an update to the last part in its chat, and what was lost or sent twice."""
    questions = drawn_questions(chats + ALONE)
    with (
        tempfile.TemporaryDirectory() as folder,
        Office(
            Path(folder), library=library, users=range(1, chats + 2), admins=[ADMIN], has_limits=has_limits
        ) as office,
    ):
        start_seconds = office.start_bot()
        alone = _one_by_one(office, chats + 1, questions[chats:])
        office.control("forget")
        processes = {"bot": [office.bot_pid], "workers": office.worker_pids(), "server": [office.server_pid]}
        before = {name: _processor(pids) for name, pids in processes.items()}
        updates = office.say(*zip(range(1, chats + 1), questions, strict=False))
        office.wait_until_idle()
        burst = _burst(office, updates)
        used = {name: round(_processor(pids) - before[name], 2) for name, pids in processes.items()}
        return {
            "limits": has_limits,
            "start_s": round(start_seconds, 1),
            "alone": alone,
            **burst,
            "processor_s": used,
            "beside_full_group": _beside_full_group(office, questions[:CHATS_BESIDE]),
            "errors_in_log": office.errors_in_log(),
        }


def drawn_questions(count: int) -> list[str]:
    """So many different questions of the evaluation, always the same."""
    found: dict[str, None] = {}
    for name in QUESTION_FILES:
        path = ROOT / "tests" / "evaluation" / "questions" / f"{name}.jsonl"
        for line in path.read_text(encoding="utf-8").splitlines():
            found[json.loads(line)["question"]] = None
    return Random(SEED).sample(list(found), count)


def _one_by_one(office: Office, user_id: int, questions: Sequence[str]) -> dict[str, Any]:
    updates = []
    for question in questions:
        updates += office.say((user_id, question))
        office.wait_until_idle()
    waits = _waits(office, updates)
    return spread([whole for whole, _ in waits.values()])


def _beside_full_group(office: Office, questions: Sequence[str]) -> dict[str, float]:
    """What private chats wait while a group has more answers to get than it may be sent in a minute."""
    office.control("forget")
    chats = range(1, len(questions) + 1)
    office.control("group", chat_id=GROUP, title="Phòng", user_ids=[ADMIN, *chats])
    office.control("says", acts=[{"user_id": ADMIN, "chat_id": GROUP, "text": "/duyet@test_bot"}])
    office.wait_until_idle()
    asked = [{"user_id": chat, "chat_id": GROUP, "text": f"/hoi@test_bot {questions[chat - 1]}"} for chat in chats]
    office.control("says", acts=asked * 2)
    office.wait_until(lambda: sum(one["chat_id"] == GROUP for one in office.messages()) >= GROUP_MESSAGES_A_MINUTE)
    updates = office.say(*zip(chats, questions, strict=True))
    office.wait_until(lambda: len(_waits(office, updates)) == len(updates))
    return spread([whole for whole, _ in _waits(office, updates).values()])


def _burst(office: Office, updates: list[int]) -> dict[str, Any]:
    waits = _waits(office, updates)
    sent = Counter(message["chat_id"] for message in office.messages() if not message["is_deleted"])
    noted = {row["chat_id"]: len(json.loads(row["sent_messages"])) for row in _answers(office, updates)}
    state = office.state()
    return {
        "asked": len(updates),
        "lost": len(updates) - len(waits),
        "sent_twice": sum(sent[chat_id] > parts for chat_id, parts in noted.items()),
        "from_asked": spread([whole for whole, _ in waits.values()]),
        "from_told": spread([handled for _, handled in waits.values()]),
        "without_sign_in_time": _without_sign(office, updates),
        "messages": sum(sent.values()),
        "refused_by_limits": state["times_limited"],
        "calls": state["calls"],
        "warnings": state["warnings"],
    }


def _waits(office: Office, updates: list[int]) -> dict[int, tuple[float, float]]:
    """For each answered update the seconds to its last part: since it was asked, and since the bot was told."""
    rows, waits = _answers(office, updates), {}  # before the messages: what is noted as sent by now is among them
    deliveries = office.deliveries()
    sent = {(message["chat_id"], message["message_id"]): message["sent_at"] for message in office.messages()}
    for row in rows:
        parts = json.loads(row["sent_messages"])
        if row["delivery"] == "sent":
            last, told = sent[row["chat_id"], parts[-1]], deliveries[row["update_id"]]
            waits[row["update_id"]] = (last - told["pushed_at"], last - told["first_told_at"])
    return waits


def _answers(office: Office, updates: list[int]) -> list[Any]:
    return office.rows(
        "SELECT * FROM given_answer WHERE update_id IN (SELECT value FROM json_each(?))", json.dumps(updates)
    )


def _without_sign(office: Office, updates: list[int]) -> int:
    """How many chats saw for a second after asking neither a message nor the typing sign."""
    seen: dict[int, list[float]] = defaultdict(list)
    for message in office.messages():
        seen[message["chat_id"]].append(message["sent_at"])
    for call in office.ask("calls", method="sendChatAction")["calls"]:
        seen[int(call["parameters"]["chat_id"])].append(call["at"])
    deliveries = office.deliveries()
    late = 0
    for row in _answers(office, updates):
        asked_at = deliveries[row["update_id"]]["pushed_at"]
        late += min(seen[row["chat_id"]], default=asked_at + 3600) - asked_at > SIGN_WITHIN_SECONDS
    return late


def _processor(pids: list[int]) -> float:
    return sum(map(seconds_of_processor, pids))


def spread(seconds: Sequence[float]) -> dict[str, float]:
    """The median, the 95th hundredth and the most, in seconds."""
    ordered = sorted(seconds)
    if not ordered:
        return {}
    return {
        "p50_s": round(statistics.median(ordered), 3),
        "p95_s": round(ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))], 3),
        "max_s": round(ordered[-1], 3),
    }
