"""How the bot answers pressed buttons and inline queries."""

from tests.telegram_server.html_text import parsed_html
from tests.telegram_server.keyboards import checked_keyboard
from tests.telegram_server.parameters import Parameters
from tests.telegram_server.refusal import bad_request
from tests.telegram_server.telegram import Telegram
from tests.telegram_server.utf16 import utf16_units

LONGEST_NOTICE = 200
MOST_RESULTS = 50
LONGEST_RESULT_ID_BYTES = 64
LONGEST_OFFSET_BYTES = 64
LONGEST_RESULT_TEXT = 4096

_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
_RESULTS_WITHOUT_TITLE = {"photo", "gif", "mpeg4_gif", "sticker", "audio", "voice", "contact", "game"}


class Queries:
    """Each method takes the call's parameters and gives the result, or raises Refused.

    `patience_seconds` is how long a query may wait for its answer: Telegram promises no figure; what is seen lies
    between ten seconds and some minutes, so the default is strict.
    """

    def __init__(self, telegram: Telegram, patience_seconds: float = 15.0) -> None:
        self._telegram = telegram
        self.patience_seconds = patience_seconds

    def answer_callback_query(self, call: Parameters) -> object:
        press = self._telegram.presses.get(call.text("callback_query_id"))
        now = self._telegram.clock()
        if press is None or press.answered_at is not None or now - press.at > self.patience_seconds:
            raise bad_request(_TOO_OLD)
        if utf16_units(call.text("text")) > LONGEST_NOTICE:
            raise bad_request("MESSAGE_TOO_LONG")
        url = call.text("url")
        if url and not url.startswith((f"https://t.me/{self._telegram.bot.username}?", "tg://")):
            raise bad_request("URL_INVALID")
        press.answered_at = now
        press.notice = call.text("text")
        press.is_alert = call.flag("show_alert")
        return True

    def answer_inline_query(self, call: Parameters) -> object:
        query = self._telegram.inline_queries.get(call.text("inline_query_id"))
        if query is None or query.is_answered or self._telegram.clock() - query.at > self.patience_seconds:
            raise bad_request(_TOO_OLD)
        results = call.structure("results")
        if not isinstance(results, list) or not all(isinstance(result, dict) for result in results):
            raise bad_request("can't parse inline query results JSON object")
        if len(results) > MOST_RESULTS:
            raise bad_request("RESULTS_TOO_MUCH")
        ids = [result.get("id") for result in results]
        if len(set(map(str, ids))) < len(ids):
            raise bad_request("RESULT_ID_DUPLICATE")
        for result in results:
            self._check(result)
        if len(call.text("next_offset").encode()) > LONGEST_OFFSET_BYTES:
            raise bad_request("NEXT_OFFSET_INVALID")
        query.is_answered = True
        query.results = results
        query.cache_seconds = call.number("cache_time", 300)
        query.is_personal = call.flag("is_personal")
        query.next_offset = call.text("next_offset")
        query.button = call.structure("button")
        return True

    def _check(self, result: dict[str, object]) -> None:
        result_id = result.get("id")
        if not isinstance(result_id, str) or not 1 <= len(result_id.encode()) <= LONGEST_RESULT_ID_BYTES:
            raise bad_request("RESULT_ID_INVALID")
        if result.get("type") not in _RESULTS_WITHOUT_TITLE and not str(result.get("title", "")).strip():
            raise bad_request("can't parse inline query result: Can't find field \"title\"")
        checked_keyboard(result.get("reply_markup"), self._telegram.warnings)
        content = result.get("input_message_content")
        if not isinstance(content, dict):
            if result.get("type") == "article":
                raise bad_request("can't parse inline query result: Can't find field \"input_message_content\"")
            return
        text = str(content.get("message_text", ""))
        if not text:
            raise bad_request("message text is empty")
        if str(content.get("parse_mode", "")).upper() == "HTML":
            formatted = parsed_html(text)
            self._telegram.warnings.extend(formatted.warnings)
            text = formatted.text
        if utf16_units(text.strip()) > LONGEST_RESULT_TEXT:
            raise bad_request("MESSAGE_TOO_LONG")
        if not text.strip():
            raise bad_request("text must be non-empty")
