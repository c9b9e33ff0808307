"""The words that mean a document beside the one talked about: the other one, the old, the new, what amends it.

All on folded text. What is meant is looked up in the relations of the library and in what was spoken of.
"""

import re
from enum import StrEnum

from bot.conversation.follow_up_cues import KIND


class Beside(StrEnum):
    """How the document meant stands to the one talked about."""

    NTH = "nth"  # of those that the answer told
    OTHER = "other"  # spoken of before it
    OLD = "old"
    NEW = "new"
    REPLACED = "replaced"  # by it
    REPLACING = "replacing"  # it
    AMENDED = "amended"  # by it
    AMENDING = "amending"  # it
    GUIDING = "guiding"  # it


_THAT = r"(?:\s+(?:do|nay|ay|kia|noi tren|o tren|vua roi|vua neu))?(?!\w)"
_HEAD = rf"(?<!\w)(?:cua\s+|theo\s+)?(?:(?:cai\s+)?(?P<kind>{KIND})|cai|ban|thang)"
_IT = rf"(?:\s+(?:cho\s+)?(?:no|(?:{KIND})\s+(?:do|nay|ay|tren)))?"
# Not what is done to something named or asked for: "thay thế Nghị định 1", "thay thế văn bản nào", "sửa đổi những gì".
_NOTHING_NAMED = rf"(?!\s+(?:cho\s+)?(?:{KIND}|nao|gi|nhung|cac|cai|dieu|khoan|diem|noi dung|mot so|may|boi)(?!\w))"
_NO_MATTER = r"(?!\s+(?:ve|cua|quy dinh ve)(?!\w))"  # "nghị định cũ về …" is read by the core

POINTING_BESIDE: tuple[tuple[Beside, re.Pattern[str]], ...] = tuple(
    (which, re.compile(_HEAD + pattern))
    for which, pattern in (
        (Beside.NTH, r"\s+thu\s+(?P<nth>\d|nhat|nhi|hai|ba|tu|nam)(?!\w)"),
        (Beside.REPLACED, rf"\s+(?:da\s+)?(?:bi|duoc)\s+(?:no\s+)?thay(?:\s+the)?{_THAT}{_NOTHING_NAMED}"),
        (Beside.REPLACED, rf"\s+(?:ma\s+)?no\s+thay(?:\s+the)?{_THAT}{_NOTHING_NAMED}"),
        (Beside.AMENDED, rf"\s+(?:da\s+)?(?:bi|duoc)\s+(?:no\s+)?sua(?:\s+doi)?{_THAT}{_NOTHING_NAMED}"),
        (Beside.REPLACING, rf"\s+(?:moi\s+)?(?:da\s+)?thay(?:\s+the)?{_IT}{_THAT}{_NOTHING_NAMED}"),
        (Beside.AMENDING, rf"\s+(?:da\s+)?sua(?:\s+doi)?(?:\s*,?\s*bo sung)?{_IT}{_THAT}{_NOTHING_NAMED}"),
        (Beside.GUIDING, rf"\s+(?:huong dan|quy dinh chi tiet)(?:\s+thi hanh)?{_IT}{_THAT}{_NOTHING_NAMED}"),
        (Beside.AMENDED, rf"\s+goc{_THAT}{_NO_MATTER}"),
        (Beside.OLD, rf"\s+cu{_THAT}{_NO_MATTER}"),
        (Beside.NEW, rf"\s+moi(?:\s+nhat)?{_THAT}(?!\s+(?:ban hanh|ra|co|duoc|thay)(?!\w)){_NO_MATTER}"),
        (
            Beside.OTHER,
            r"\s+(?:kia|con lai|dau tien|ban dau|luc dau|(?:luc|ban|hoi|vua|khi)\s+nay"
            r"|(?:luc|hoi|o\s+)?truoc(?:\s+(?:do|ay))?)"
            r"(?!\w)(?!\s*(?:ngay|khi|thang|nam|han|moc|mung|\d|het|luc|thoi|dip|hoi|cuoi))",
        ),
    )
)
# Folded, "lúc này" is now, "lúc nãy" before.
NOW = re.compile(r"(?:lúc|khi|hồi|ban|vừa)\s+(?:này|nay)(?!\w)", re.IGNORECASE)
# The kind as a document that a news item or plan is called by says nothing: "cái", "bản", "văn bản".
ANY_KIND = frozenset({"", "van ban", "vb"})
# "quyết định mới", "bằng chứng cũ": what reads so and is no document of a succession.
NO_DOCUMENT = re.compile(r"(?<!\w)(?:muc luong|tieu chuan|quy dinh)\s+(?:moi|cu)(?!\w)")
# Behind it: which document that is, is asked, and nothing about it.
ASKS_WHICH = re.compile(
    r"\W*(?:(?:la|co|ten|so|ky hieu|kh|so hieu)\s+)*(?:gi|nao|may|bao nhieu|cai nao|cai gi|van ban nao|van ban gi"
    rf"|(?:{KIND})\s+(?:nao|gi|may|so may))\W*"
)
