"""Links into the bot: t.me/bot?start=… opens a document or a provision in a private chat [1].

[1] https://core.telegram.org/bots/features#deep-linking
"""

import re
from dataclasses import dataclass

from bot.screens.actions import document_key, version_key
from corpus.model import Document, Provision

# A key may hold "_" and "-" itself, but always has twelve characters.
_PAYLOAD = re.compile(r"doc_(?P<key>[A-Za-z0-9_-]{12})(?:_(?P<ordinal>\d{1,6})_(?P<version>[0-9a-f]{6}))?")


@dataclass(frozen=True, slots=True)
class StartPayload:
    """What a link opens: a document, or its provision with this ordinal as of this version."""

    key: str
    ordinal: int | None = None
    version: str = ""


def start_payload(document: Document, provision: Provision | None = None) -> str:
    """What stands behind "?start=" for the document or its provision: at most 64 of [A-Za-z0-9_-]."""
    place = f"_{provision.ordinal}_{version_key(document.digest)}" if provision else ""
    return f"doc_{document_key(document.id)}{place}"


def read_start_payload(text: str) -> StartPayload | None:
    """What a payload says; None for whatever no link of ours says."""
    found = _PAYLOAD.fullmatch(text.strip())
    if found is None:
        return None
    ordinal = int(found["ordinal"]) if found["ordinal"] else None
    return StartPayload(found["key"], ordinal, found["version"] or "")


def deep_link(bot_username: str, document: Document, provision: Provision | None = None) -> str:
    """The address that opens the document or its provision; "" while the name of the bot is not known."""
    return f"https://t.me/{bot_username}?start={start_payload(document, provision)}" if bot_username else ""
