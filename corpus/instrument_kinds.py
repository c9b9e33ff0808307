"""Which kind of instrument a symbol or its abbreviation stands for.

Sources: Nghị định 30/2020/NĐ-CP, Phụ lục III (administrative documents); Quy định 66-QĐ/TW of 2017 (Party documents);
Luật Ban hành văn bản quy phạm pháp luật and Nghị định 34/2016/NĐ-CP (statutes and regulations).
"""

from corpus.folding import fold

_STATUTES = {
    "NĐ": "Nghị định",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
    "NQLT": "Nghị quyết liên tịch",
    "PL": "Pháp lệnh",
    "SL": "Sắc lệnh",
    "VBHN": "Văn bản hợp nhất",
    "QCVN": "Quy chuẩn kỹ thuật quốc gia",
}

_ADMINISTRATIVE = {
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "QC": "Quy chế",
    "QCPH": "Quy chế phối hợp",
    "QyĐ": "Quy định",
    "TC": "Thông cáo",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "HDLT": "Hướng dẫn liên tịch",
    "HDLN": "Hướng dẫn liên ngành",
    "CTr": "Chương trình",
    "CTrPH": "Chương trình phối hợp",
    "CTPH": "Chương trình phối hợp",
    "KH": "Kế hoạch",
    "KHPH": "Kế hoạch phối hợp",
    "KHLT": "Kế hoạch liên tịch",
    "PA": "Phương án",
    "ĐA": "Đề án",
    "DA": "Dự án",
    "BC": "Báo cáo",
    "BB": "Biên bản",
    "TTr": "Tờ trình",
    "HĐ": "Hợp đồng",
    "CĐ": "Công điện",
    "CV": "Công văn",
    "BGN": "Bản ghi nhớ",
    "BTT": "Bản thỏa thuận",
    "GUQ": "Giấy ủy quyền",
    "GM": "Giấy mời",
    "GGT": "Giấy giới thiệu",
    "GNP": "Giấy nghỉ phép",
    "PG": "Phiếu gửi",
    "PC": "Phiếu chuyển",
    "PB": "Phiếu báo",
}

# Kinds that only the Party uses, or that mean something else there (TT is Thông tri, not Thông tư).
_PARTY = {
    "KL": "Kết luận",
    "QĐi": "Quy định",
    "TT": "Thông tri",
    "TBo": "Tuyên bố",
    "LKG": "Lời kêu gọi",
}

# Kinds that are written out but have no abbreviation of their own in a symbol.
_UNABBREVIATED = ("Hiến pháp", "Bộ luật", "Luật", "Lệnh", "Điều lệ", "Thư kêu gọi", "Quy hoạch")

_BY_CODE = {code.upper(): kind for code, kind in (_STATUTES | _ADMINISTRATIVE).items()}
_BY_FOLDED_CODE = {fold(code): kind for code, kind in (_STATUTES | _ADMINISTRATIVE).items()}
_BY_FOLDED_PARTY_CODE = {fold(code): kind for code, kind in _PARTY.items()}
_CODE_BY_CAPITALS = {code.upper(): code for code in (*_PARTY, *_ADMINISTRATIVE, *_STATUTES)}
_CODE_BY_FOLDED = {fold(code): code for code in (*_PARTY, *_ADMINISTRATIVE, *_STATUTES)}

KINDS: tuple[str, ...] = tuple(
    sorted(
        {*_STATUTES.values(), *_ADMINISTRATIVE.values(), *_PARTY.values(), *_UNABBREVIATED},
        key=lambda kind: (-len(kind), kind),
    )
)
"""Every kind as it is written out, longest first, so that "Thông tư liên tịch" is tried before "Thông tư"."""

_KIND_BY_FOLDED_NAME = {fold(kind): kind for kind in KINDS}


def kind_of_code(code: str, *, is_party: bool = False) -> str:
    """The kind that an abbreviation stands for, "" when it stands for none; as written before without its marks.

    >>> kind_of_code("nd"), kind_of_code("KH"), kind_of_code("TT", is_party=True)
    ('Nghị định', 'Kế hoạch', 'Thông tri')
    >>> kind_of_code("HD"), kind_of_code("HĐ"), kind_of_code("ĐA")
    ('Hướng dẫn', 'Hợp đồng', 'Đề án')
    """
    folded = fold(code)
    if is_party and folded in _BY_FOLDED_PARTY_CODE:
        return _BY_FOLDED_PARTY_CODE[folded]
    if code.upper() in _BY_CODE:
        return _BY_CODE[code.upper()]
    return _BY_FOLDED_CODE.get(folded) or _BY_FOLDED_PARTY_CODE.get(folded, "")


def kind_named(name: str) -> str:
    """The kind written out in `name`, in its canonical spelling, "" when `name` is no kind.

    >>> kind_named("KE HOACH"), kind_named("nghị quyết"), kind_named("phong trào")
    ('Kế hoạch', 'Nghị quyết', '')
    """
    return _KIND_BY_FOLDED_NAME.get(fold(" ".join(name.split())), "")


def canonical_code(code: str) -> str:
    """The abbreviation with its diacritics and case, `code` itself when it is not known.

    >>> canonical_code("nd"), canonical_code("CTR"), canonical_code("XYZ")
    ('NĐ', 'CTr', 'XYZ')
    """
    return _CODE_BY_CAPITALS.get(code.upper()) or _CODE_BY_FOLDED.get(fold(code), code)
