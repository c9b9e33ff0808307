"""Buttons under a message, checked as Telegram checks them.

https://core.telegram.org/bots/api#inlinekeyboardbutton
"""

from tests.telegram_server.placing import checked_link
from tests.telegram_server.refusal import bad_request

LONGEST_CALLBACK_BYTES = 64
MOST_BUTTONS = 100
MOST_BUTTONS_IN_A_ROW = 8

_ACTIONS = {
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
}  # fmt: skip
_OTHER_MARKUPS = {"keyboard", "remove_keyboard", "force_reply"}

Keyboard = list[list[dict[str, object]]]


def checked_keyboard(markup: object, warnings: list[str]) -> Keyboard:
    """The rows of buttons of a `reply_markup`; [] without one or for a keyboard of another sort."""
    if markup is None:
        return []
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" not in markup:
        if not markup or _OTHER_MARKUPS & set(markup):
            return []
        raise bad_request("can't parse reply keyboard markup JSON object")
    rows = markup["inline_keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('Field "inline_keyboard" must be of type Array')
    for row in rows:
        if len(row) > MOST_BUTTONS_IN_A_ROW:
            warnings.append(f"{len(row)} buttons in a row: Telegram shows {MOST_BUTTONS_IN_A_ROW}")
        for button in row:
            _check(button)
    if sum(len(row) for row in rows) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return [row for row in rows if row]


def _check(button: object) -> None:
    if not isinstance(button, dict):
        raise bad_request("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    label = button.get("text")
    if not isinstance(label, str):
        raise bad_request('can\'t parse inline keyboard button: Field "text" must be of type String')
    if not label.strip():
        raise bad_request("can't parse inline keyboard button: Text must be non-empty")
    actions = _ACTIONS & set(button)
    if not actions:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if "url" in actions:
        url = str(button["url"])
        if not url.strip():
            raise bad_request("can't parse inline keyboard button: URL must be non-empty")
        if not _is_button_address(url):
            raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    elif "callback_data" in actions:
        data = button["callback_data"]
        if not isinstance(data, str) or not 1 <= len(data.encode()) <= LONGEST_CALLBACK_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")


def _is_button_address(url: str) -> bool:
    return checked_link(url) is not None and not url.startswith("mailto:")
