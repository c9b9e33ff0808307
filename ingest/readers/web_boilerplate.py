"""What stands on every page of a site and says nothing: menus, forms, comments, related links, notices."""

import re

from ingest.readers.web_element import UNSEEN, WebElement, tag_of

_TAGS = UNSEEN | {
    "nav",
    "aside",
    "footer",
    "header",
    "form",
    "button",
    "input",
    "dialog",
    "menu",
    "label",
    "video",
    "audio",
}
_ROLES = {"navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog", "menu", "menubar"}
_NEVER = {"html", "body", "main", "article", "table", "tbody", "tr", "td", "th"}

# Words of class and id names, English and Vietnamese without diacritics, as sites of the administration use them.
_NAMES = re.compile(
    r"""
    (?:^|[\s_-])(?:
      menu|nav|navbar|navigation|sidebar|side-bar|breadcrumbs?|topbar|toolbar|footer|masthead  # around the page
    | comments?|binh-?luan|y-?kien|feedback|gop-?y|danh-?gia|rating                            # readers speak
    | related|relate|tin-?lien-?quan|lien-?quan|tin-?khac|cung-?chuyen-?muc|other-?news|xem-?them|tin-?moi|doc-?nhieu
    | cookies?|consent|gdpr|popup|modal|banner|quang-?cao|ads?|advert\w*|newsletter            # notices
    | share|sharing|social|addthis|tags?|hotline|login|dang-?nhap|search|tim-?kiem
    | pagination|paging|luot-?xem|view-?count|thong-?ke|counter|weblink|lien-?ket
    )(?:$|[\s_-]|list|box|block|wrap)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

# An element that holds more than this share of the page's text outside links is no ornament, whatever its name: pages
# made with ASP.NET stand wholly in a form, and themes call the whole page "has-sidebar".
_MOST_OF_PAGE = 0.5
# Into the child that holds this share of the text; less would leave parts of the article behind.
_DENSE_SHARE = 0.8


def is_boilerplate(element: WebElement, page_length: int) -> bool:
    """The element surrounds the article and is no part of it; `page_length` is the page's length outside links."""
    tag = tag_of(element)
    if tag in UNSEEN:
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    is_marked = (
        tag in _TAGS
        or (element.get("role") or "").lower() in _ROLES
        or (tag not in _NEVER and _NAMES.search(names) is not None)
        or element.get("hidden") is not None
        or _HIDDEN.search(element.get("style") or "") is not None
    )
    return is_marked and unlinked_length(element) <= _MOST_OF_PAGE * page_length


def densest(root: WebElement) -> WebElement:
    """The smallest element that still holds nearly all text outside links."""
    while True:
        length = unlinked_length(root)
        inner = next((found for found in root if unlinked_length(found) >= _DENSE_SHARE * length), None)
        # A single paragraph or a table is not entered: its element gives it its lines.
        if inner is None or not length or tag_of(inner) not in {"div", "main", "section", "article", "form", "center"}:
            return root
        root = inner


def unlinked_length(element: WebElement) -> int:
    """How many characters of text stand outside links: menus have few of them."""
    if tag_of(element) in UNSEEN | {"a", ""}:
        return 0
    own = len((element.text or "").strip())
    return own + sum(unlinked_length(found) + len((found.tail or "").strip()) for found in element)
