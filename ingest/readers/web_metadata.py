"""What a web page says about itself in its head, and where sites of news show its date."""

import re
from collections.abc import Iterable, Mapping

from ingest.readers.characters import clean_line
from ingest.readers.front_matter import iso_date
from ingest.readers.web_element import WebElement, all_text, tag_of

# In order of trust: Open Graph, schema.org, Dublin Core, and what content systems invented.
_DATES = (
    "article:published_time", "og:published_time", "datepublished", "article.published", "dc.date.issued", "dc.date",
    "dcterms.created", "pubdate", "publishdate", "date",
)  # fmt: skip
_TITLES = ("og:title", "twitter:title", "dc.title", "title")
_SITES = ("og:site_name", "application-name", "dc.publisher")

_LINKED_DATA_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]+)"')
_SHOWN_DATE = re.compile(
    r"""
    \b(?:Ngày\s+đăng|Đăng\s+ngày|Ngày\s+xuất\s+bản|Thời\s+gian\s+đăng|Đăng\s+lúc)  # how sites introduce it
    \s*:?\s*(?:\d{1,2}:\d{2}(?::\d{2})?\s*[,|-]?\s*)?                               # the time may come first
    (\d{1,2}[/.-]\d{1,2}[/.-]\d{4})
    """,
    re.VERBOSE | re.IGNORECASE,
)


def page_metadata(page: WebElement) -> dict[str, str]:
    """Title, publisher as issuer, date of publication and address, as far as the page gives them."""
    meta = _meta(page)
    address = meta.get("og:url", "") or _canonical(page)
    found = {
        "title": _title(page, meta),
        "issuer": _first(meta, _SITES),
        "issued_on": _issued_on(page, meta),
        "source": address if address.startswith(("http://", "https://")) else _first(meta, _SITES),
    }
    return {key: value for key, value in found.items() if value}


def _meta(page: WebElement) -> dict[str, str]:
    named: dict[str, str] = {}
    for element in page.iter():
        if tag_of(element) == "meta":
            name = element.get("property") or element.get("name") or element.get("itemprop") or ""
            named.setdefault(name.lower(), clean_line(element.get("content") or ""))
    return named


def _first(meta: Mapping[str, str], names: Iterable[str]) -> str:
    return next(filter(None, (meta.get(name, "") for name in names)), "")


def _title(page: WebElement, meta: Mapping[str, str]) -> str:
    headlines = [clean_line(all_text(element)) for element in page.iter() if tag_of(element) == "h1"]
    shared = _first(meta, _TITLES)
    # The headline that the page shows; Open Graph decides between several, of which one is often the site's name.
    shown = [
        headline for headline in headlines if headline and (not shared or headline in shared or shared in headline)
    ]
    if shown or len(headlines) == 1:
        return (shown or headlines)[0]
    titles = (clean_line(element.text or "") for element in page.iter() if tag_of(element) == "title")
    return shared or next(titles, "")


def _issued_on(page: WebElement, meta: Mapping[str, str]) -> str:
    times = [element for element in page.iter() if tag_of(element) == "time"]
    scripts = [element.text or "" for element in page.iter() if tag_of(element) == "script"]
    linked = [match[1] for match in map(_LINKED_DATA_DATE.search, scripts) if match]
    shown = _SHOWN_DATE.search(clean_line(all_text(page)))
    written = [
        *(meta.get(name, "") for name in _DATES),
        *linked,
        *(element.get("datetime") or all_text(element) for element in times[:1]),
        *([shown[1]] if shown else []),
    ]
    return next(filter(None, map(iso_date, map(clean_line, written))), "")


def _canonical(page: WebElement) -> str:
    links = (element for element in page.iter() if tag_of(element) == "link" and element.get("rel") == "canonical")
    return next((element.get("href") or "" for element in links), "")
