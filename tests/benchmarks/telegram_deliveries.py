"""Compares what stands in the chats with what the records of the bot say was asked and told."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from sqlite3 import Row
from typing import Any, Self

from bot.markup import escaped
from bot.telegram.message_parts import message_parts
from bot.telegram_messages import delivery_uncertain

HINT = escaped(delivery_uncertain())


@dataclass(frozen=True)
class Sent:
    """A message of the bot."""

    chat_id: int
    written: str
    buttons: tuple[str, ...]

    @classmethod
    def of(cls, told: dict[str, Any]) -> Self:
        """As the server tells it."""
        return cls(told["chat_id"], told["written"], tuple(told["buttons"]))


@dataclass
class Comparison:
    """How many were told once and twice, and everything that should not be."""

    once: int = 0
    twice: int = 0
    uncertain: int = 0  # told once, twice or not, with a hint whose button shows it
    only_hinted: int = 0  # of these, not told
    faults: list[str] = field(default_factory=list)

    def counts(self) -> dict[str, int]:
        return {
            "once": self.once,
            "twice": self.twice,
            "uncertain": self.uncertain,
            "only_hinted": self.only_hinted,
            "faults": len(self.faults),
        }


def faults_in_answers(asked: Sequence[tuple[int, int]], answers: Sequence[Row], sent: Sequence[Sent]) -> Comparison:
    """Each question (chat, update) must have one answer, in its chat once, or twice with the same text.

    Equal answers in one chat are counted together. One whose delivery is uncertain must be hinted at, once or twice.
    """
    found = Comparison()
    answer_of = {row["update_id"]: row for row in answers}
    standing = Counter((message.chat_id, message.written) for message in sent)
    due: dict[tuple[int, str], list[int]] = defaultdict(list)
    for chat, update in asked:
        row = answer_of.get(update)
        if row is None or row["chat_id"] != chat:
            found.faults.append(f"chat {chat}, update {update}: no answer")
            continue
        if row["delivery"] == "uncertain":
            found.uncertain += 1
            due[chat, HINT].append(update)
            found.only_hinted += not standing[chat, message_parts(row["html"])[-1]]
            continue
        for part in message_parts(row["html"]):
            due[chat, part].append(update)
    for (chat, part), updates in due.items():
        extra = standing[chat, part] - len(updates)
        if extra < 0:
            found.faults.append(f"chat {chat}, updates {updates}: {-extra} of {len(updates)} not in the chat")
        elif extra > len(updates):
            found.faults.append(f"chat {chat}, updates {updates}: {extra} times too often")
        if part != HINT:
            found.twice += min(max(extra, 0), len(updates))
            found.once += len(updates) - min(max(extra, 0), len(updates))
    return found


def faults_in_notices(pairs: Sequence[tuple[int, str]], notices: Sequence[Row], sent: Sequence[Sent]) -> Comparison:
    """Each plan that a chat follows (chat, number) must be told there once; or a hint, and the notice once at most."""
    found = Comparison()
    standing = Counter((message.chat_id, message.written) for message in sent)
    told: Counter[tuple[int, str]] = Counter()
    hints = {row["id"].removeprefix("hint:"): row for row in notices if row["is_hint"]}
    for row in notices:
        if row["is_hint"]:
            continue
        times = standing[row["chat_id"], row["html"]]
        for chat, number in pairs:
            if chat == row["chat_id"] and number in row["html"]:
                told[chat, number] += 1
        if row["state"] == "sent" and times == 1:
            found.once += 1
        elif row["state"] == "uncertain" and times <= 1 and (hint := hints.get(row["id"])):
            found.uncertain += 1
            if not standing[row["chat_id"], hint["html"]]:
                found.faults.append(f"notice {row['id']}: uncertain, and its hint is not in the chat")
        else:
            found.faults.append(
                f"notice {row['id']} of chat {row['chat_id']}: {row['state']}, {times} times in the chat"
            )
    for pair in pairs:
        if told[pair] != 1:
            found.faults.append(f"chat {pair[0]}, plan {pair[1]}: in {told[pair]} notices")
    return found
