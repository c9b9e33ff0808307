"""manifest.toml beside documents: what a folder says about its own files."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Self

from ingest import corrections
from ingest.errors import IncorrectCorrection, IncorrectManifest

NAME = "manifest.toml"
UNLISTED = frozenset({NAME, "README.md"})  # they describe the folder and are no documents
KEYS = frozenset({"file", "sha256", *corrections.CORRECTABLE})


@dataclass(frozen=True, slots=True)
class Manifest:
    """The entries of one manifest by the absolute path of their file, as written: checked one by one when asked for."""

    path: Path
    entries: Mapping[Path, Mapping[str, object]]

    @classmethod
    def read(cls, path: Path) -> Self:
        """The manifest at `path`; what is wrong with single entries does not show yet."""
        try:
            content = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise IncorrectManifest(path, f"the manifest cannot be read: {error}") from error
        listed = content.get("document", [])
        if not isinstance(listed, list) or set(content) - {"document"}:
            raise IncorrectManifest(path, "expected only [[document]] tables")
        entries: dict[Path, Mapping[str, object]] = {}
        for position, entry in enumerate(listed, start=1):
            file = entry.get("file") if isinstance(entry, dict) else None
            if not isinstance(file, str) or not file:
                raise IncorrectManifest(path, f"[[document]] table {position} has no `file`")
            if path.parent / file in entries:
                raise IncorrectManifest(path, f"{file} is listed twice")
            entries[path.parent / file] = entry
        return cls(path, entries)

    def corrections_of(self, file: Path) -> dict[str, str]:
        """What the manifest says about `file`, every value understood."""
        entry = self.entries.get(file)
        if entry is None:
            raise IncorrectManifest(file, f"not listed in {NAME}; list it there or move it away")
        if unknown := sorted(set(entry) - KEYS):
            raise IncorrectManifest(
                file, f"{NAME} has unknown keys for it: {', '.join(unknown)}; known are {', '.join(sorted(KEYS))}"
            )
        said = {key: _text(value) for key, value in entry.items() if key in corrections.CORRECTABLE}
        try:
            corrections.check(said)
        except IncorrectCorrection as error:
            raise IncorrectManifest(file, f"{NAME} is wrong about it: {error}") from error
        return said

    def check_digest(self, file: Path, digest: str) -> None:
        """The bytes of `file` are those that the manifest was written for."""
        expected = self.entries[file].get("sha256")
        if expected is not None and expected != digest:
            raise IncorrectManifest(
                file, f"its SHA-256 is {digest}, {NAME} expects {expected}; restore the file or correct the manifest"
            )


def _text(value: object) -> str:
    """A TOML value as a correction is written; TOML has dates of its own."""
    return value.isoformat() if isinstance(value, date) else str(value)
