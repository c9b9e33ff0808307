"""Whether an instrument is of the issuer that a question names: "thông tư nào của Bộ Nội vụ"."""

import re

from corpus.abbreviations import expand
from corpus.issuer_name import is_same_issuer, issuer_key
from corpus.standing import Instrument

_LEVELS = frozenset({"thanh pho", "tinh", "quan", "huyen", "thi xa", "phuong", "xa", "uy ban nhan dan"})


def is_issued_by(issuer: str, instrument: Instrument) -> bool:
    """Whether it is of the issuer that is asked for, "" for any; where none is told the number tells it."""
    wanted = _key(issuer)
    if not wanted:
        return True
    organ = instrument.number.symbol.rpartition("-")[2] if instrument.number else ""
    issuers = [instrument.issuer] if instrument.issuer else [found.expansion for found in expand(organ)]
    keys = [_key(one) for one in issuers]
    if wanted in _LEVELS:  # "của tỉnh", and the question names none
        return any(f" {wanted} " in f" {key} " for key in keys)
    return any(is_same_issuer(wanted, key) for key in keys)


def _key(written: str) -> str:
    """The key without the "và" that people leave out; "Bộ GD&ĐT", whose "GĐ" else means a director, written out."""
    words = issuer_key(written).replace(" va ", " ")
    return re.sub(r"^bo (?:gd|giam doc)(?: dt)?$", "bo giao duc dao tao", words)
