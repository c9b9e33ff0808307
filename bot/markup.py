"""Telegram's HTML [1] made from plain text: everything from outside passes through `escaped`.

[1] https://core.telegram.org/bots/api#html-style
"""

import html


def escaped(text: str) -> str:
    """The text as Telegram shows it verbatim."""
    return html.escape(text, quote=False)


def bold(text: str) -> str:
    """The plain text in bold; "" for no text."""
    return f"<b>{escaped(text)}</b>" if text else ""


def italic(text: str) -> str:
    """The plain text in italics; "" for no text."""
    return f"<i>{escaped(text)}</i>" if text else ""


def link(shown: str, address: str) -> str:
    """HTML that opens the address; the same HTML without an address."""
    return f'<a href="{html.escape(address)}">{shown}</a>' if address else shown


def folded(shown: str) -> str:
    """HTML in a block of which a phone shows three lines until it is tapped."""
    return f"<blockquote expandable>{shown}</blockquote>"
