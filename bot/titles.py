"""The titles and forms of commendation that a text names: what holds for one of them holds for no other.

Names: Luật Thi đua, khen thưởng 06/2022/QH15, Điều 9, 19, 20, 33 and 59; and the honorary titles that Hà Nội grants.
"""

import re
from functools import lru_cache

from corpus.abbreviations import written_out
from corpus.folding import fold

_LEVEL = r"(?:cua |cap )?(?:bo|ban|nganh|tinh|thanh pho|chu tich|ubnd|uy ban|so)"

# Patterns on folded text with abbreviations spelt out; one line a title, equal titles on one line.
_TITLES: tuple[str, ...] = (
    r"chien s[iy] thi dua (?:toan quoc|tq)",
    r"chien s[iy] thi dua (?:co so|cs)",
    rf"chien s[iy] thi dua {_LEVEL}",
    r"(?<!tap the )lao dong tien tien|chien s[iy] tien tien",
    r"tap the lao dong xuat sac|don vi quyet thang",
    r"tap the lao dong tien tien|don vi tien tien",
    r"co thi dua (?:cua )?(?:thu tuong )?(?:chinh phu|cp)",
    rf"co thi dua {_LEVEL}",
    r"bang khen (?:cua )?thu tuong",
    rf"bang khen {_LEVEL}",
    r"giay khen",
    r"k[yi] niem chuong",
    r"huan chuong sao vang",
    r"huan chuong ho chi minh",
    r"huan chuong doc lap",
    r"huan chuong quan cong",
    r"huan chuong lao dong",
    r"huan chuong bao ve to quoc",
    r"huan chuong chien cong",
    r"huan chuong dai doan ket(?: dan toc)?",
    r"huan chuong dung cam",
    r"huan chuong huu nghi",
    r"anh hung lao dong",
    r"anh hung luc luong vu trang",
    r"ba me viet nam anh hung",
    r"(?:nha giao|thay thuoc|nghe si|nghe nhan) nhan dan",
    r"(?:nha giao|thay thuoc|nghe si|nghe nhan) uu tu",
    r"(?:xa|phuong)(?:,? (?:phuong|dac khu|thi tran))* tieu bieu",
    r"gia dinh van hoa",
    r"(?:thon|to dan pho)(?:,? to dan pho)? van hoa",
    r"cong dan (?:thu do )?uu tu",
    r"cong dan danh du",
)
_PATTERNS = tuple(re.compile(rf"(?<!\w)(?:{title})(?!\w)") for title in _TITLES)
_ANY = re.compile(rf"(?<!\w)(?:{'|'.join(_TITLES)})(?!\w)")  # most texts name none, and one search tells


@lru_cache(maxsize=20_000)
def titles_in(text: str) -> frozenset[int]:
    """Which titles the text names, as places in the list; quotation marks and case do not count."""
    return frozenset(titles_as_written(text))


def titles_as_written(text: str) -> dict[int, str]:
    """Each title that the text names, with the words that name it first, folded and with abbreviations spelt out."""
    folded = " ".join(re.sub(r"[“”\"'«»]", "", fold(written_out(text))).split())
    if not _ANY.search(folded):
        return {}
    return {place: found[0] for place, pattern in enumerate(_PATTERNS) if (found := pattern.search(folded))}
