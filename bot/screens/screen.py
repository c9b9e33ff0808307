"""A screen: a text with rows of buttons; and a file that goes with one."""

from dataclasses import dataclass
from pathlib import Path

LONGEST_CALLBACK_BYTES = 64  # https://core.telegram.org/bots/api#inlinekeyboardbutton


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message: it acts in the bot (`callback`, see `bot.screens.actions`) or opens `url`."""

    label: str
    callback: str = ""
    url: str = ""

    def __post_init__(self) -> None:
        if bool(self.callback) == bool(self.url):
            raise ValueError(f"a button has a callback or a url, found {self.callback!r} and {self.url!r}")
        if len(self.callback.encode()) > LONGEST_CALLBACK_BYTES:
            raise ValueError(f"the callback {self.callback!r} has more than {LONGEST_CALLBACK_BYTES} bytes")


@dataclass(frozen=True, slots=True)
class Screen:
    """`html` may be longer than a message; it is sent in parts, the buttons under the last."""

    html: str
    rows: tuple[tuple[Button, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to send: its bytes or the place it lies at.

    `cache_key` names content that never changes under this name, so that Telegram's own copy can be sent again.
    """

    name: str
    content: bytes | Path
    caption_html: str = ""
    is_picture: bool = False
    cache_key: str = ""
