"""What is said where a document does not state a fact of itself."""

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
