"""What a text says about itself between two lines "---": the only home of YAML."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import yaml

# Ours, and those that Vietnamese sites of statutes write.
_KEYS: Mapping[str, str] = {
    "number": "number",
    "kind": "kind",
    "title": "title",
    "issuer": "issuer",
    "issued_on": "issued_on",
    "signer": "signer",
    "source": "source",
    "form": "form",
    "so_hieu": "number",
    "loai_van_ban": "kind",
    "trich_yeu": "title",  # stands for the title where both are given: see _read
    "co_quan_ban_hanh": "issuer",
    "ngay_ban_hanh": "issued_on",
    "nguoi_ky": "signer",
    "nguon": "source",
}
_FORMS = ("official", "digest", "news")
# A header is a few dozen lines; a text whose first line is a rule need not be searched to its end.
_MOST_LINES = 200

_KEY_LINE = re.compile(
    r"""
    ^(\w[\w.-]*)     # the key
    [ ]*:(?:[ ]+|$)  # a colon, then a space or nothing
    (.*)$            # the value
    """,
    re.VERBOSE,
)
_VIETNAMESE_DATE = re.compile(
    r"""
    ^(\d{1,2})[/.-]   # day
    (\d{1,2})[/.-]    # month
    (\d{4})$          # year
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the header said, under our own keys, and the text below it."""

    metadata: Mapping[str, str]
    body: str
    warnings: tuple[str, ...] = ()


def split_front_matter(text: str) -> FrontMatter | None:
    """The header and the text below it; None when the text does not begin with one."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return None
    key_lines = [line for line in lines[1:_MOST_LINES] if line.strip() and not line.lstrip().startswith("#")]
    if not key_lines or not _KEY_LINE.match(key_lines[0]):
        return None
    for index, line in enumerate(lines[1:_MOST_LINES], 1):
        if line.rstrip() in {"---", "..."}:
            metadata, warnings = _read("\n".join(lines[1:index]))
            return FrontMatter(metadata, "\n".join(lines[index + 1 :]), warnings)
    return FrontMatter({}, text, ('front matter: the closing line "---" is missing, so it was read as text',))


def _read(header: str) -> tuple[dict[str, str], tuple[str, ...]]:
    warnings: list[str] = []
    found: dict[str, str] = {}
    for key, value in _entries(header, warnings).items():
        meaning = _KEYS.get(key)
        understood = _understand(meaning, value, warnings) if meaning else ""
        if meaning and understood and (meaning not in found or key == "trich_yeu"):
            found[meaning] = understood
    return found, tuple(warnings)


def _entries(header: str, warnings: list[str]) -> dict[str, str]:
    """The keys and their plain values; a header that YAML refuses is read line by line, with a warning."""
    try:
        loaded = yaml.safe_load(header)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        problem = getattr(error, "problem", None) or str(error).split("\n")[0]
        warnings.append(f"front matter: not valid YAML ({problem}); it was read line by line")
        matches = filter(None, map(_KEY_LINE.match, header.split("\n")))
        return {match[1]: match[2].strip().strip("\"'") for match in matches}
    if not isinstance(loaded, dict):
        warnings.append("front matter: no keys were found in it")
        return {}
    return {str(key): str(value) for key, value in loaded.items() if isinstance(value, str | int | float | date)}


def _understand(meaning: str, value: str, warnings: list[str]) -> str:
    value = " ".join(value.split())
    if meaning == "form" and value not in _FORMS:
        warnings.append(f"front matter: form {value!r} is none of {', '.join(_FORMS)}; it was left out")
        return ""
    if meaning == "issued_on" and value:
        understood = iso_date(value)
        if not understood:
            warnings.append(f"front matter: {value!r} is not a date (write 2025-03-05 or 05/03/2025); it was left out")
        return understood
    return value


def iso_date(written: str) -> str:
    """The date in ISO 8601, from ISO with or without a time or from day/month/year; "" when it is none.

    >>> iso_date("5/3/2025"), iso_date("2025-03-05T08:00:00+07:00"), iso_date("31/2/2025")
    ('2025-03-05', '2025-03-05', '')
    """
    match = _VIETNAMESE_DATE.match(written)
    try:
        if match:
            return date(int(match[3]), int(match[2]), int(match[1])).isoformat()
        return date.fromisoformat(written[:10]).isoformat()
    except ValueError:
        return ""
