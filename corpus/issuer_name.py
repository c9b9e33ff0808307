"""Names of issuing bodies: one key for "UBND TP. Hà Nội" and "Ủy ban nhân dân thành phố Hà Nội"."""

import re

from corpus.folding import fold

_WRITTEN_OUT = {
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "tp": "thanh pho",
    "tx": "thi xa",
    "tt": "thi tran",
    "ub": "uy ban",
    "mttq": "mat tran to quoc",
    "ubmttq": "uy ban mat tran to quoc",
    "ubtvqh": "uy ban thuong vu quoc hoi",
    "bch": "ban chap hanh",
    "btv": "ban thuong vu",
    "tw": "trung uong",
    "hcm": "ho chi minh",
    "tphcm": "thanh pho ho chi minh",
    "ttg": "thu tuong chinh phu",
    "ttcp": "thu tuong chinh phu",
    "hn": "ha noi",
    "tphn": "thanh pho ha noi",
    "qh": "quoc hoi",
    "bbt": "ban bi thu",
    "cp": "chinh phu",
    "bnv": "bo noi vu",
    "btc": "bo tai chinh",
    "vpcp": "van phong chinh phu",
    "tdkt": "thi dua khen thuong",
    "hdtdkt": "hoi dong thi dua khen thuong",
    # ministries as the symbols of their circulars name them: 15/2025/TT-BXD
    "bqp": "bo quoc phong",
    "bca": "bo cong an",
    "bng": "bo ngoai giao",
    "btp": "bo tu phap",
    "bxd": "bo xay dung",
    "byt": "bo y te",
    "bgddt": "bo giao duc va dao tao",
    "bkhcn": "bo khoa hoc va cong nghe",
    "bvhttdl": "bo van hoa the thao va du lich",
    "bnnmt": "bo nong nghiep va moi truong",
    "bdttg": "bo dan toc va ton giao",
    "bldtbxh": "bo lao dong thuong binh va xa hoi",
    "btttt": "bo thong tin va truyen thong",
    "bgtvt": "bo giao thong van tai",
    "bkhdt": "bo ke hoach va dau tu",
}
# Letters that name one body or another; what they stand beside tells which.
_OTHER_READINGS = {
    "bct": ("bo chinh tri", "bo cong thuong"),
    "ttcp": ("thanh tra chinh phu",),
}

_PLACES = ("tinh", "thanh pho", "quan", "huyen", "thi xa", "phuong", "xa", "thi tran", "dac khu")


def issuer_key(issuer: str) -> str:
    """The name folded, abbreviations written out, punctuation dropped; equal keys name the same body.

    >>> issuer_key("UBND TP. Hà Nội") == issuer_key("Uỷ ban Nhân dân Thành phố Hà Nội")
    True
    """
    words = re.findall(r"\w+", fold(issuer))
    return " ".join(_WRITTEN_OUT.get(word, word) for word in words)


def is_same_issuer(written: str, issuer: str) -> bool:
    """Whether `written` can mean `issuer`: one begins the other, or `written` is the place that ends `issuer`.

    >>> is_same_issuer("UBND Thành phố", "Ủy ban nhân dân thành phố Hà Nội")
    True
    >>> is_same_issuer("tỉnh Đắk Lắk", "Ủy ban nhân dân tỉnh Đắk Lắk")
    True
    >>> is_same_issuer("Chính phủ", "Thủ tướng Chính phủ"), is_same_issuer("UBND quận A", "UBND thành phố B")
    (False, False)
    >>> is_same_issuer("BCT", "Bộ Chính trị"), is_same_issuer("thành phố", "UBND thành phố Hà Nội")
    (True, True)
    """
    others = _OTHER_READINGS.get(fold(written).strip(), ())
    return any(_is_same(_body(one), _body(issuer)) for one in (written, *others))


def _is_same(one: list[str], other: list[str]) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if not shorter:
        return False
    if " ".join(one) in _PLACES:  # "của thành phố", and no place is named
        return f" {' '.join(one)} " in f" {' '.join(other)} "
    if longer[: len(shorter)] == shorter:
        return True
    before = " ".join(other[: -len(one)])
    is_place = " ".join(one[:2]).startswith(_PLACES) or before.endswith(_PLACES)
    ends_issuer = len(one) < len(other) and other[-len(one) :] == one
    return (ends_issuer and is_place) or one == _without_levels(other)


def _without_levels(words: list[str]) -> list[str]:
    """The name without the levels of its places: "HĐND Hà Nội" for "HĐND thành phố Hà Nội"."""
    return re.sub(rf"(?<!\w)(?:{'|'.join(_PLACES)}) ", "", " ".join(words)).split()


def _body(issuer: str) -> list[str]:
    """The words of the body itself: its head signs and issues in its name."""
    return re.sub(r"^(?:bo truong|chu tich|giam doc)(?= (?:bo|uy ban|so) )", "", issuer_key(issuer)).split()
