"""What a method was called with, whatever way it was written: address, form, JSON or multipart."""

import json
from dataclasses import dataclass, field

from tests.telegram_server.refusal import bad_request


@dataclass(frozen=True, slots=True)
class Upload:
    """A file in a multipart body."""

    name: str
    content: bytes
    mime_type: str


@dataclass(frozen=True, slots=True)
class Parameters:
    """Typed reading of a call; Refused for a value of another type than the method takes."""

    values: dict[str, object] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        return name in self.values or name in self.uploads

    def text(self, name: str) -> str:
        value = self.values.get(name, "")
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

    def number(self, name: str, default: int = 0) -> int:
        if name not in self.values:
            return default
        try:
            return int(str(self.values[name]))
        except ValueError:
            return default

    def flag(self, name: str) -> bool:
        return str(self.values.get(name, "")).lower() in {"true", "1", "yes"}

    def structure(self, name: str) -> object:
        """The JSON value; None where there is none."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None

    def as_text(self) -> dict[str, str]:
        """Everything as text, for what tests read; a file is told by its name."""
        written = {name: self.text(name) for name in self.values}
        return written | {name: f"<{upload.name}>" for name, upload in self.uploads.items()}
