"""Identity of documents: numbers, their parser and printer, and the id of a document. Locators are in `locator`."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date

from corpus.folding import fold
from corpus.instrument_kinds import canonical_code, kind_of_code
from corpus.issuer_name import issuer_key
from corpus.locator import Level, Locator, Step, parse_locator

__all__ = [
    "DocumentNumber",
    "Level",
    "Locator",
    "Step",
    "document_id",
    "kind_of",
    "parse_locator",
    "parse_number",
]

# Organs whose abbreviation loses a đ when diacritics are left out, and the Prime Minister's, alone in mixed case.
_ORGAN_SPELLINGS = {
    "HDND": "HĐND",
    "TTG": "TTg",
    "HCTD": "HCTĐ",
    "LDLD": "LĐLĐ",
    "LDTBXH": "LĐTBXH",
    "SLDTBXH": "SLĐTBXH",
    "BLDTBXH": "BLĐTBXH",
    "HDTDKT": "HĐTĐKT",
    "HDTD": "HĐTĐ",
    "BTDKT": "BTĐKT",
    "TDKT": "TĐKT",
    "BGDDT": "BGDĐT",
    "SGDDT": "SGDĐT",
    "DCT": "ĐCT",
    "MTTQ": "MTTQ",
}

# Only organs of the Party close a symbol with these (Quy định 66-QĐ/TW): central, provincial, district committees.
_PARTY_ORGANS = frozenset({"TW", "TU", "QU", "HU", "ĐU", "DU", "BTGTW", "BTCTW", "UBKTTW", "VPTW", "BCĐTW", "HĐTW"})

_NUMBER = re.compile(
    r"""
    (?:\#?\s*s[ốoô]\s*[:.]?\s*)?                 # "Số:", "số", "so"
    (?P<serial>\d{1,6})                          # 0124
    \s*(?P<separator>[-/])\s*                    # "/" of the State, "-" of the Party
    (?:(?P<year>(?:19|20)\d\d)\s*/\s*)?          # 2025 in numbers of statutes and regulations
    (?P<symbol>
        [^\W\d_][\w&]*                           # NĐ, KH, QH15, TTg
        (?:\s*[-/.]\s*[\w&]+)*                   # -CP, /TW, -UBND-HCTĐ
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, eq=False)
class DocumentNumber:
    """A number as Nghị định 30/2020/NĐ-CP prints it; zeros, case and diacritics do not count in comparison."""

    serial: int
    year: int | None
    symbol: str
    separator: str = "/"
    width: int = field(default=0, compare=False)

    def __post_init__(self) -> None:
        if self.serial < 0 or self.separator not in ("/", "-") or not self.symbol:
            raise ValueError(f"not a document number: {self.serial!r} {self.separator!r} {self.symbol!r}")

    @property
    def key(self) -> str:
        """The form to compare and to index by.

        >>> parse_number("0124/KH-UBND").key, parse_number("152/2025/NĐ-CP").key, parse_number("34-CT/TW").key
        ('124/kh-ubnd', '152/2025/nd-cp', '34-ct/tw')
        """
        year = f"{self.year}/" if self.year is not None else ""
        return f"{self.serial}{self.separator}{year}{fold(self.symbol)}"

    def __eq__(self, other: object) -> bool:
        return self.key == other.key if isinstance(other, DocumentNumber) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.key)

    def __str__(self) -> str:
        year = f"{self.year}/" if self.year is not None else ""
        return f"{self.serial:0{max(self.width, 1)}d}{self.separator}{year}{self.symbol}"


def parse_number(text: str) -> DocumentNumber:
    """The number that the whole of `text` writes, in canonical spelling; raises ValueError when it writes none.

    >>> str(parse_number("Số: 152 / 2025 / ND - CP")), str(parse_number("34/CT-TW"))
    ('152/2025/NĐ-CP', '34-CT/TW')
    """
    plain = re.sub(r"[‐-―−]", "-", unicodedata.normalize("NFC", text)).replace("Ð", "Đ").strip(" \t\n.,;:")
    match = _NUMBER.fullmatch(plain)
    if match is None:
        raise ValueError(f"not a document number: {text!r}")
    symbol, separator = _canonical_symbol(re.sub(r"\s+", "", match["symbol"]), match["separator"])
    year = match["year"]
    return DocumentNumber(
        serial=int(match["serial"]),
        year=int(year) if year else None,
        symbol=symbol,
        separator=separator,
        width=len(match["serial"]),
    )


def _canonical_symbol(symbol: str, separator: str) -> tuple[str, str]:
    """Symbol and separator as they are printed: "ct-tw" after "/" becomes "CT/TW" after "-"."""
    head, *rest = re.split(r"([-/.])", symbol)
    parts = [canonical_code(head.upper()) if rest else _organ(head), *map(_organ, rest)]
    is_party = len(parts) == 3 and parts[2] in _PARTY_ORGANS
    if is_party:
        return f"{parts[0]}/{parts[2]}", "-"
    return "".join(parts), separator


def _organ(part: str) -> str:
    """One part of a symbol after the first, in capitals and with its đ."""
    return _ORGAN_SPELLINGS.get(part.upper(), part.upper())


def kind_of(symbol: str) -> str:
    """The kind of instrument that a symbol names, "" when it does not say.

    >>> kind_of("KH-UBND"), kind_of("QH15"), kind_of("KL/TW"), kind_of("BNV-VP"), kind_of("UBTVQH15")
    ('Kế hoạch', 'Luật', 'Kết luận', 'Công văn', '')
    """
    parts = re.split(r"[-/.]", symbol)
    if re.fullmatch(r"QH\d+", parts[0], re.IGNORECASE):
        return "Luật"
    kind = kind_of_code(parts[0], is_party=parts[-1].upper() in _PARTY_ORGANS)
    if kind or len(parts) < 2:
        return kind
    # An official letter has no kind in its symbol: issuer, then unit (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3).
    organ = re.compile(r"(?:UBND|HĐND|VPCP|VP|TTG|[BS]\w{1,8})", re.IGNORECASE)
    return "Công văn" if organ.fullmatch(parts[0]) else ""


def document_id(number: DocumentNumber | None, kind: str, title: str, issuer: str, issued_on: date | None) -> str:
    """A readable id: number, issuer and date when numbered, else kind, title and date.

    >>> document_id(parse_number("172/KH-UBND"), "Kế hoạch", "", "UBND TP. Hồ Chí Minh", date(2025, 11, 18))
    '172-kh-ubnd_uy-ban-nhan-dan-thanh-pho-ho-chi-minh_2025-11-18'
    """
    day = issued_on.isoformat() if issued_on else ""
    named = [_slug(number.key), _slug(issuer_key(issuer))] if number else [_slug(kind), _title_slug(title)]
    return "_".join(part for part in (*named, day) if part) or "document"


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def _title_slug(title: str, longest: int = 60) -> str:
    """The title as a slug; a cut one ends in a digest, so that titles that begin alike stay apart."""
    slug = _slug(title)
    if len(slug) <= longest:
        return slug
    return f"{slug[:longest].rstrip('-')}-{hashlib.sha256(slug.encode()).hexdigest()[:8]}"
