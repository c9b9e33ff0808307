"""What Telegram answers instead of doing what was asked, in its own words."""

from math import ceil


class Refused(Exception):
    """A call that Telegram refuses: the HTTP status, the description, and what else the answer holds."""

    def __init__(self, code: int, description: str, parameters: dict[str, object] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters or {}

    def body(self) -> dict[str, object]:
        return failure(self.code, self.description, self.parameters)


def failure(code: int, description: str, parameters: dict[str, object] | None = None) -> dict[str, object]:
    """The body of an answer that tells of a failure."""
    body: dict[str, object] = {"ok": False, "error_code": code, "description": description}
    return {**body, "parameters": parameters} if parameters else body


def bad_request(what: str) -> Refused:
    return Refused(400, f"Bad Request: {what}")


def forbidden(what: str) -> Refused:
    return Refused(403, f"Forbidden: {what}")


def conflict(what: str) -> Refused:
    return Refused(409, f"Conflict: {what}")


def too_many(seconds: float) -> Refused:
    whole = max(1, ceil(seconds))
    return Refused(429, f"Too Many Requests: retry after {whole}", {"retry_after": whole})


def too_many_requests(seconds: int) -> dict[str, object]:
    """The body of a refusal for flooding."""
    return too_many(seconds).body()
