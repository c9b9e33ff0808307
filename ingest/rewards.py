"""The rewards and base salaries that an instrument sets, read from its words with their places."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from corpus.folding import fold
from corpus.model import Document, Form, Provision, ProvisionKind, Recipient, RewardRate
from corpus.reward_title import rates_named
from ingest.base_salaries import read_base_salaries
from ingest.reward_titles import recipients_of, titles_in

__all__ = ["read_base_salaries", "read_rewards"]

_SILENT = frozenset({ProvisionKind.LETTERHEAD, ProvisionKind.PREAMBLE, ProvisionKind.CLOSING, ProvisionKind.FOOTNOTE})
_NUMBER = r"\d{1,3}(?:[.,]\d{1,2})?"
_TIMES = re.compile(
    rf"""
    (?P<ceiling>(?:không\s+(?:vượt\s+)?quá|tối\s+đa)\s+(?:là\s+|bằng\s+)?)?
    (?<![\d.,/])(?P<number>{_NUMBER})\s*(?:\([^()]*\)\s*)?lần
    (?:\s+(?P<base>(?:so\s+với\s+)?mức\s+lương\s+(?:cơ\s+sở|tối\s+thiểu\s+chung)|lương\s+cơ\s+sở)
      |(?=\s*(?:[.;,:)]|\Z|\n|và\b)))                       # the base is named elsewhere in the article
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BASE_NAMED = re.compile(r"lần\s+(?:so\s+với\s+)?(?:mức\s+)?lương\s+(?:cơ\s+sở|tối\s+thiểu)", re.IGNORECASE)
_REWARDS = re.compile(r"(?<!\w)(?:tiền\s+thưởng|(?:được|mức)\s+thưởng|thưởng\s+\d)", re.IGNORECASE)
_DERIVED = re.compile(
    rf"""
    (?P<before>[^.;\n]*?)
    \b(?:gấp|bằng)\s+(?P<factor>hai|ba|{_NUMBER})\s*(?:\([^()]*\)\s*)?lần
    (?P<of>\s+(?:so\s+với\s+)?(?:mức|tiền|cá\s+nhân)[^.;\n]*?cá\s+nhân|\s+cá\s+nhân|(?=\s*(?:[.;,]|\Z|\n)))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FACTORS = {"hai": Decimal(2), "ba": Decimal(3)}
# Points written in one paragraph: "…: a) …; b) …"; further sentences.
_CUT = re.compile(r"(?<=[;:.])\s+(?=(?:[a-zđ]|\d{1,2})[.)]\s)|(?<=[;.])\s+(?=\S)|\n+")
_LABEL = re.compile(r"\s*(?:(?:[a-zđ]|\d{1,2}(?:\.\d{1,2})*)[.)]|Điều\s+\d+[a-zđ]?\.)\s*")


@dataclass(frozen=True, slots=True)
class _Statement:
    """One point or sentence with what stands above it."""

    provision: Provision
    article: int | None  # ordinal of the article, or of the provision itself outside articles
    start: int
    end: int
    text: str
    leads: tuple[str, ...]  # innermost first


def read_rewards(document: Document, provisions: Sequence[Provision]) -> tuple[RewardRate, ...]:
    """The rates of the document, one for each title and recipient, in the order of the text; none of a news item.

    A rate that is a multiple of the one for persons ("tập thể gấp hai lần") has the deriving sentence as its quote.
    """
    if document.form is Form.NEWS or not _BASE_NAMED.search(document.text):
        return ()
    found: list[tuple[int | None, RewardRate]] = []
    statements = [one for one in _statements(document, provisions) if _is_about_rewards(document, one)]
    articles = {one.article for one in statements if _BASE_NAMED.search(one.text)}
    for one in statements:
        if one.article in articles:
            found += [(one.article, rate) for rate in _stated(document, one)]
    for one in statements:
        persons = [rate for article, rate in found if article == one.article and rate.recipient is Recipient.PERSON]
        found += [(one.article, rate) for rate in _derived(document, one, persons)]
    unique: dict[tuple[str, Recipient | None, Decimal], RewardRate] = {}
    for _, rate in found:
        unique.setdefault((rate.title, rate.recipient, rate.coefficient), rate)
    return tuple(sorted(unique.values(), key=lambda rate: (rate.start, rate.end)))


def _stated(document: Document, one: _Statement) -> Iterator[RewardRate]:
    """A rate for each multiple in the statement and each title that it is set for."""
    last = 0
    titles: tuple[str, ...] = ()
    matches = list(_TIMES.finditer(one.text))
    for match, following in pairwise([*matches, None]):
        assert match is not None
        before = one.text[last : match.start()]
        after = one.text[match.end() : following.start() if following else len(one.text)]
        titles = titles_in(before) or titles or titles_in(after)
        last = match.end()
        # A lead that ends in a colon names the title of points that only tell recipients apart.
        for title in titles or next((named for lead in one.leads if (named := titles_in(lead))), ()):
            yield RewardRate(
                title=title,
                recipient=_recipient(before, after, title, one.leads),
                coefficient=_decimal(match["number"]),
                is_ceiling=match["ceiling"] is not None,
                provision=one.provision.ordinal,
                start=one.start,
                end=one.end,
                quote=document.text[one.start : one.end],
            )


def _derived(document: Document, one: _Statement, persons: Sequence[RewardRate]) -> Iterator[RewardRate]:
    """The person's rates of the same statement, else of the same article, times the factor; of no ceiling."""
    within = [rate for rate in persons if rate.start == one.start]
    for match in _DERIVED.finditer(one.text):
        said = recipients_of(match["before"]) - {Recipient.PERSON} or recipients_of(" ".join(one.leads[:1]))
        named = rates_named(match["before"], persons)
        bases = within or named or (persons if match["of"].strip() or said else [])
        for who in said - {Recipient.PERSON}:
            for rate in bases:
                if rate.is_ceiling:
                    continue
                yield RewardRate(
                    title=rate.title,
                    recipient=who,
                    coefficient=rate.coefficient * (_FACTORS.get(fold(match["factor"])) or _decimal(match["factor"])),
                    is_ceiling=False,
                    provision=one.provision.ordinal,
                    start=one.start,
                    end=one.end,
                    quote=document.text[one.start : one.end],
                )


def _recipient(before: str, after: str, title: str, leads: Sequence[str]) -> Recipient | None:
    """The one whom the statement names, else its title, else the nearest lead that names just one."""
    own = [_own_words(before), after.split(";")[0] if after.lstrip().startswith(("đối với", "cho")) else ""]
    for text in (*own, title, *map(_own_words, leads)):
        who = recipients_of(text)
        if len(who) == 1:
            return next(iter(who))
        if len(who) > 1:
            return None
    return None


def _own_words(text: str) -> str:
    """Without the clauses that derive one rate from another."""
    return _DERIVED.sub("", text)


def _is_about_rewards(document: Document, one: _Statement) -> bool:
    own = document.text[one.provision.start : one.provision.end]
    return any(_REWARDS.search(text) for text in (own, *one.leads))


def _statements(document: Document, provisions: Sequence[Provision]) -> Iterator[_Statement]:
    for provision in provisions:
        if provision.kind in _SILENT:
            continue
        above = _above(provision, provisions)
        article = next((one.ordinal for one in (provision, *above) if one.kind is ProvisionKind.ARTICLE), None)
        outer = tuple(document.text[one.start : one.end] for one in above)
        inner: tuple[str, ...] = ()
        for start, end in _pieces(document.text, provision):
            text = document.text[start:end]
            yield _Statement(provision, article if article is not None else provision.ordinal, start, end, text,
                             (*inner, *outer))  # fmt: skip
            inner = (text, *inner) if text.endswith(":") else inner


def _above(provision: Provision, provisions: Sequence[Provision]) -> list[Provision]:
    found = []
    while provision.parent is not None:
        provision = provisions[provision.parent]
        found.append(provision)
    return found


def _pieces(text: str, provision: Provision) -> Iterator[tuple[int, int]]:
    own = text[provision.start : provision.end]
    cuts = [0]
    for match in _CUT.finditer(own):
        if not _LABEL.fullmatch(own, cuts[-1], match.end()):
            cuts.append(match.end())
    for start, end in pairwise([*cuts, len(own)]):
        piece = own[start:end]
        if piece.strip():
            first = provision.start + start + len(piece) - len(piece.lstrip())
            yield first, first + len(piece.strip())


def _decimal(written: str) -> Decimal:
    return Decimal(written.replace(",", "."))
