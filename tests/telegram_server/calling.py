"""Calls the server as a bot does, with a plain HTTP client."""

import httpx

from tests.telegram_server.server import BotApiServer


class Caller:
    """Calls methods with JSON bodies, or with multipart bodies when there are files."""

    def __init__(self, server: BotApiServer, token: str = "") -> None:
        self._server = server
        self._token = token or server.token
        self._http = httpx.Client(trust_env=False, timeout=20)

    def __enter__(self) -> "Caller":
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def url(self, method: str) -> str:
        return f"{self._server.url}/bot{self._token}/{method}"

    def answer(self, method: str, files: dict | None = None, **parameters: object) -> httpx.Response:
        if files is not None:
            return self._http.post(self.url(method), data=parameters, files=files)
        return self._http.post(self.url(method), json=parameters)

    def result(self, method: str, files: dict | None = None, **parameters: object) -> object:
        """What the method gave; AssertionError when it was refused."""
        body = self.answer(method, files, **parameters).json()
        assert body["ok"], body
        return body["result"]

    def refusal(self, method: str, files: dict | None = None, **parameters: object) -> str:
        """Why the method was refused; AssertionError when it was not."""
        answer = self.answer(method, files, **parameters)
        body = answer.json()
        assert not body["ok"], body
        assert answer.status_code == body["error_code"]
        return body["description"]

    def downloaded(self, path: str) -> bytes:
        answer = self._http.get(f"{self._server.url}/file/bot{self._token}/{path}")
        assert answer.status_code == 200
        return answer.content
