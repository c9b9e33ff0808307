"""Lengths and offsets as Telegram counts them: in UTF-16 code units."""


def utf16_units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def part_of(text: str, offset: int, length: int) -> str:
    """What an entity with this offset and length covers."""
    return text.encode("utf-16-le")[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")
