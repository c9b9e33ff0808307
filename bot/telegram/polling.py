"""The request that fetches updates: what cannot be read is set aside, so that it is not fetched for ever."""

import json
import logging
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from telegram import Update
from telegram.error import NetworkError
from telegram.request import HTTPXRequest

logger = logging.getLogger(__name__)


class PollingRequest(HTTPXRequest):
    """Gives the library only updates that it can read.

    The library drops a whole batch with one unreadable update without confirming it, so that the server sends the
    same batch again at once; and it logs the batch, texts included. Here such an update becomes an empty one.
    """

    def __init__(self, on_token_rejected: Callable[[], None]) -> None:
        super().__init__()
        self._on_token_rejected = on_token_rejected

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:  # noqa: ANN401  # passed on as given
        """Status and body of the response, the body with readable updates only."""
        code, payload = await super().do_request(*args, **kwargs)
        if code in {HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND}:
            # The library stops polling then and leaves the rest of the application running deaf.
            self._on_token_rejected()
        return code, readable(payload) if code == HTTPStatus.OK else payload


def readable(payload: bytes) -> bytes:
    """The response with each unreadable update replaced by an empty one of the same id."""
    try:
        response = json.loads(payload)
    except ValueError as error:
        raise NetworkError("the answer to getUpdates is not JSON") from error
    updates = response.get("result") if isinstance(response, dict) else None
    if not isinstance(updates, list):
        raise NetworkError("the answer to getUpdates has no list of updates")
    kept = [readable_update for update in updates if (readable_update := _readable(update)) is not None]
    return json.dumps({**response, "result": kept}).encode()


def _readable(update: object) -> dict[str, Any] | None:
    """The update, an empty one with its id, or None without an id to confirm."""
    if not isinstance(update, dict) or not isinstance(update.get("update_id"), int):
        logger.warning("Left out an update without an id")
        return None
    try:
        read = Update.de_json(update, None)
        if read.effective_message is not None and read.effective_message.chat is None:
            raise ValueError("a message without a chat")
    except (TypeError, KeyError, ValueError, AttributeError, OverflowError, OSError) as error:
        logger.warning("Left out update %s, which cannot be read (%s)", update["update_id"], type(error).__name__)
        return {"update_id": update["update_id"]}
    return update
