"""What a request to the Bot API carries: fields, or fields and files."""

import asyncio
import re
import secrets
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass

from telegram.request import RequestData

PIECE_BYTES = 64 * 1024

# As browsers write names [1]; letters of any language stay as they are.
# [1] https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f"]')


@dataclass(frozen=True, slots=True)
class Body:
    """The bytes, and how the server must read them."""

    content: bytes
    content_type: str

    @property
    def headers(self) -> dict[str, str]:
        """What goes before it."""
        return {"Content-Type": self.content_type, "Content-Length": str(len(self.content))}

    def sent(self, writing: asyncio.Timeout, seconds: float | None) -> bytes | AsyncIterator[memoryview]:
        """What the client sends; when a piece of it does not leave within the seconds, the timeout runs out.

        The system takes a small body at once, and the time for the answer begins.
        """
        return self.content if len(self.content) <= PIECE_BYTES else self._pieces(writing, seconds)

    async def _pieces(self, writing: asyncio.Timeout, seconds: float | None) -> AsyncIterator[memoryview]:
        content, loop = memoryview(self.content), asyncio.get_running_loop()
        for start in range(0, len(content), PIECE_BYTES):
            writing.reschedule(None if seconds is None else loop.time() + seconds)
            yield content[start : start + PIECE_BYTES]
        writing.reschedule(None)


def body_of(data: RequestData | None) -> Body | None:
    """The body that carries the parameters and files of the request; None when there are none."""
    if data is None or not (data.json_parameters or data.contains_files):
        return None
    if not data.contains_files:
        return Body(data.url_encoded_parameters().encode(), "application/x-www-form-urlencoded")
    boundary = secrets.token_hex(16)
    parts = [part for each in _parts(data) for part in (f"--{boundary}\r\n".encode(), *each, b"\r\n")]
    content = b"".join([*parts, f"--{boundary}--\r\n".encode()])
    return Body(content, f"multipart/form-data; boundary={boundary}")


def _parts(data: RequestData) -> Iterator[tuple[bytes, bytes]]:
    """Head and content of each."""
    for name, value in data.json_parameters.items():
        yield f'Content-Disposition: form-data; name="{_quoted(name)}"\r\n\r\n'.encode(), value.encode()
    for name, (filename, content, mime_type) in data.multipart_data.items():
        head = f'Content-Disposition: form-data; name="{_quoted(name)}"; filename="{_quoted(filename)}"\r\n'
        whole = content if isinstance(content, bytes) else content.read()
        yield f"{head}Content-Type: {mime_type}\r\n\r\n".encode(), whole


def _quoted(name: str) -> str:
    return _NOT_IN_NAMES.sub(lambda found: f"%{ord(found.group()):02X}", name.replace("\\", "\\\\"))
