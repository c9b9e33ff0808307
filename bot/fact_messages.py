"""What a document says of itself, and what is said where it does not."""

from collections.abc import Sequence
from datetime import date

from corpus.written_date import written_date

_FACTS = {
    "signer": "người ký",
    "issued_on": "ngày ban hành",
    "issuer": "cơ quan ban hành",
    "number": "số hiệu",
    "title": "trích yếu",
}


def is_stated_of_itself(fact: str) -> bool:
    """Whether every instrument has such a fact, so that it is worth saying that the held text is silent."""
    return fact in _FACTS


def not_stated(name: str, fact: str) -> str:
    """The held text of the document does not tell it."""
    known = _FACTS[fact]
    return f"{known[0].upper()}{known[1:]} {name}: bản lưu trong kho không ghi."


def numbered(kind: str, title: str, number: str) -> str:
    """The number, with the title of a law, which is its name."""
    named = title if kind and title.lower().startswith(kind.lower()) else "Số, ký hiệu văn bản"
    return f"{named}: {number}."


def signed_by(name: str, signer: str, title: str) -> str:
    """Who signed; `title` as printed above the signature, "" when there is none."""
    return f"Người ký {name}: {signer}{f' ({title})' if title else ''}."


def issued_on(name: str, day: date) -> str:
    """When it was issued."""
    return f"{name} ban hành ngày {written_date(day)}."


def issued_by(name: str, issuer: str) -> str:
    """Who issued it."""
    return f"Cơ quan ban hành {name}: {issuer}."


def titled(name: str, title: str) -> str:
    """What it is about, as its title says."""
    return f"{name}: “{title}”."


def recipients(name: str, received_by: Sequence[str]) -> str:
    """Nơi nhận."""
    lines = [f"– {line.strip(' -–;.')}" for line in received_by]
    return f"Nơi nhận {name}:\n" + ";\n".join(lines) + "."
