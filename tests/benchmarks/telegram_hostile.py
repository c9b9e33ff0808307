"""Every hostile input of `tests.system.hostile_inputs` against a running bot: what it sent, logged and wrote."""

import json
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks.telegram_office import Office, is_running
from tests.system.hostile_input import GROUP_ID, OTHER_USER_ID, USER_ID, HostileInput
from tests.system.hostile_inputs import hostile_inputs
from tests.telegram_server.server import TOKEN

ADMIN = 1
NORMAL_USER = 10
STRANGER = 31337
USERS = (USER_ID, OTHER_USER_ID, NORMAL_USER)
# What only the other user wrote, and what only an answer to it can tell.
SECRET_WORDS = "bimatcuanguoikhac"
SECRET_NUMBER = "98765/KH-UBND"
NORMAL_QUESTION = "Kế hoạch 4321/KH-UBND ai ký?"
NORMAL_ANSWER = "4321/KH-UBND"
SHORTEST_TRACE = 25  # letters of an input in the log that cannot be there by chance
MOST_AT_ONCE = 20


def measure(library: Path) -> dict[str, Any]:
    """What came of all families; every list of faults should be empty."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Office(Path(folder), library=library, users=USERS, admins=[ADMIN]) as office,
    ):
        office.start_bot()
        watch = Watch(office, began=time.time())
        families = {name: watch.send(inputs) for name, inputs in watch.families()}
        workers_lost = watch.workers_lost()
        code = office.stop_bot()
        return {
            "inputs": sum(told["inputs"] for told in families.values()),
            "families": families,
            "exit_code": code,
            "workers_lost": workers_lost,
            **watch.found(),
        }


class Watch:
    """Sends families one after another and looks at all that the bot did."""

    def __init__(self, office: Office, began: float) -> None:
        self._office = office
        self._began = began
        self._workers = office.worker_pids()
        self._inputs: list[HostileInput] = []
        for chat in (-100555, -55, GROUP_ID):
            office.control("group", chat_id=chat, title="Phòng", user_ids=[ADMIN, *USERS])
        office.say(*((chat, "/start") for chat in (ADMIN, *USERS, STRANGER)))
        office.control("says", acts=[{"user_id": ADMIN, "chat_id": GROUP_ID, "text": "/duyet@test_bot"}])
        office.say((OTHER_USER_ID, f"Kế hoạch {SECRET_NUMBER} ai ký, {SECRET_WORDS}?"))
        office.say((OTHER_USER_ID, f"/gopy {SECRET_WORDS}"))
        office.wait_until_idle()
        [self._answer_id] = [row["id"] for row in office.rows("SELECT id FROM given_answer")]
        # A file that Telegram has, so that the bot can fetch what is sent under any name.
        self._file_id = office.control("file", user_id=ADMIN, name="x.pdf", content="JVBERg==")["file_id"]
        office.wait_until_idle()

    def families(self) -> Iterator[tuple[str, list[HostileInput]]]:
        """The inputs by family; files a second time, as if an administrator sent them."""
        families: dict[str, list[HostileInput]] = defaultdict(list)
        for one in hostile_inputs():
            families[one.family].append(one)
        for name, found in families.items():
            yield name, found
            if "file" in name:
                yield f"{name} of an administrator", [self._by_admin(one) for one in found]

    def send(self, inputs: list[HostileInput]) -> dict[str, Any]:
        """The family has been handled; what it led to."""
        office = self._office
        self._inputs += inputs
        before = len(office.messages())
        for first in range(0, len(inputs), MOST_AT_ONCE):
            updates = [self._filled(one.update) for one in inputs[first : first + MOST_AT_ONCE]]
            office.control("push", updates=updates)
            office.wait_until_idle()
        sent = office.messages(before)
        office.say((NORMAL_USER, NORMAL_QUESTION))
        office.wait_until_idle()
        answered = [one for one in office.messages(before + len(sent)) if one["chat_id"] == NORMAL_USER]
        acted = {ADMIN, *(chat for one in inputs for chat in chats_of(one.update))}
        return {
            "inputs": len(inputs),
            "messages": len(sent),
            "normal_question_answered": len(answered) == 1 and NORMAL_ANSWER in answered[0]["shown"],
            "to_chats_that_did_not_act": sorted({one["chat_id"] for one in sent} - acted),
        }

    def workers_lost(self) -> int:
        """How many of the processes that answer have ended."""
        return sum(not is_running(pid) for pid in self._workers)

    def found(self) -> dict[str, Any]:
        """What must not be, over all families."""
        office, log, state = self._office, self._office.log(), self._office.state()
        let_in = {ADMIN, *USERS, GROUP_ID}
        foreign = [one for one in office.messages() if one["chat_id"] != OTHER_USER_ID]
        return {
            "secrets_told": [one["shown"] for one in foreign if self._tells_secret(one)],
            "answers_to_strangers": [
                row["chat_id"]
                for row in office.rows("SELECT chat_id FROM given_answer")
                if row["chat_id"] not in let_in
            ],
            "shown_to_strangers": sorted({one["shown"][:70] for one in foreign if one["chat_id"] not in let_in}),
            "tracebacks": log.count("Traceback"),
            "errors_in_log": office.errors_in_log(),
            "token_in_log": TOKEN in log or TOKEN.split(":")[1] in log,
            "inputs_in_log": sorted(set(self._traces(log))),
            "written_outside": self._written_outside(),
            "warnings": Counter(state["warnings"]),
            "refusals": state["refusals"],
        }

    def _filled(self, update: dict[str, Any]) -> dict[str, Any]:
        text = json.dumps(update).replace("{answer_id}", self._answer_id).replace('"file-1"', f'"{self._file_id}"')
        filled: dict[str, Any] = json.loads(text)
        return filled

    def _by_admin(self, one: HostileInput) -> HostileInput:
        admin = {"id": ADMIN, "is_bot": False, "first_name": "An"}
        message = {**one.update["message"], "from": admin, "chat": {**admin, "type": "private"}}
        return HostileInput(one.family, one.description, {"message": message})

    def _tells_secret(self, message: dict[str, Any]) -> bool:
        text = json.dumps(message, ensure_ascii=False)
        return any(secret in text for secret in (SECRET_WORDS, SECRET_NUMBER, SECRET_NUMBER.split("/")[0]))

    def _traces(self, log: str) -> Iterator[str]:
        for one in self._inputs:
            text = (one.question or "").strip()
            for line in text.splitlines():
                if len(line) >= SHORTEST_TRACE and line[:SHORTEST_TRACE] in log:
                    yield f"{one.family}: {line[:60]}"

    def _written_outside(self) -> list[str]:
        """New files beside DATA_DIR, and where the names of sent files point to from within it."""
        office = self._office
        beside = {path for path in office.folder.iterdir() if path not in {office.data_dir, office.log_path}}
        inbox = office.data_dir / "inbox" / "ticket"
        for one in self._inputs:
            name = one.update.get("message", {}).get("document", {}).get("file_name") or ""
            if "\0" not in name and "\ud800" not in name and len(name) < 200:
                aimed = (inbox / name).resolve()
                if not aimed.is_relative_to(office.data_dir) and aimed.is_file():
                    beside |= {aimed} if aimed.stat().st_mtime > self._began else set()
        return sorted(map(str, beside))


def chats_of(update: dict[str, Any]) -> Iterable[int]:
    """The chats that an update comes from, and the private chat of its sender."""
    for value in update.values():
        if isinstance(value, dict):
            for place in (value.get("chat"), value.get("from"), (value.get("message") or {}).get("chat")):
                if isinstance(place, dict) and isinstance(place.get("id"), int):
                    yield place["id"]
