"""Where entities may stand, and which links Telegram keeps.

https://core.telegram.org/bots/api#formatting-options
"""

import re
from urllib.parse import urlsplit

_TAKEN_SCHEMES = {"http", "https", "tg", "ton", "mailto"}


def misplaced(kind: str, outer: list[str]) -> str:
    """What is wrong with an entity of this kind inside the others, outermost first; empty when it may stand there."""
    quotes = {"blockquote", "expandable_blockquote"}
    if kind in outer:
        return f"{kind} is nested in itself"
    if kind in quotes and quotes & set(outer):
        return "a blockquote is nested in a blockquote"
    if {"pre", "code"} & set(outer):
        return f"{kind} stands in code"
    if kind in {"pre", "code"} and set(outer) - quotes:
        return f"code stands in {outer[-1]}"
    return ""


def checked_link(url: str) -> str | None:
    """The address as Telegram would keep it; None for one that it does not take."""
    url = url.strip()
    try:
        parts = urlsplit(url if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:", url) else f"http://{url}")
        host = parts.hostname or ""
        parts.port  # noqa: B018 - raises for a port that is no number
    except ValueError:
        return None
    if parts.scheme not in _TAKEN_SCHEMES or any(letter.isspace() for letter in url):
        return None
    if parts.scheme in {"http", "https"} and not re.fullmatch(r"[^\s.]+(\.[^\s.]+)+\.?", host):
        return None
    return parts.geturl()
