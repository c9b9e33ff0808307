"""Invented instruments in a few words each; every quotation and offset is that of the instrument's own text.

instrument("98/2023/NĐ-CP", "2023-12-31", begins("2024-01-01"), replaces("91/2017/NĐ-CP"))

Each saying is
  a text                     a paragraph without a number, which states nothing
  a statement                an article, in the words of the statement
  (text, statement, …)       an article, in these words
"""

from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial

from corpus.identifier import kind_of, parse_locator, parse_number
from corpus.library import Library
from corpus.locator import Level, Locator, Step
from corpus.model import DocumentRecord, Effect, EffectKind, Form, Provision, ProvisionKind, Relation, RelationKind
from tests.documents import day, document

_VERBS = {
    RelationKind.BASED_ON: "căn cứ",
    RelationKind.IMPLEMENTS: "triển khai thực hiện",
    RelationKind.GUIDES: "quy định chi tiết",
    RelationKind.AMENDS: "sửa đổi, bổ sung",
    RelationKind.REPLACES: "thay thế",
    RelationKind.REPEALS: "bãi bỏ",
    RelationKind.ENDS: "làm hết hiệu lực",
    RelationKind.EXTENDS: "kéo dài thời hạn áp dụng",
    RelationKind.CORRECTS: "đính chính",
    RelationKind.CONSOLIDATES: "hợp nhất",
    RelationKind.CONTINUES: "tiếp nối",
    RelationKind.CITES: "viện dẫn",
    EffectKind.BEGINS: "có hiệu lực từ ngày",
    EffectKind.ENDS: "hết hiệu lực từ ngày",
    EffectKind.HOLDS: "còn hiệu lực tại ngày",
}
# Where a statement stands before it is placed in a text.
_NOWHERE = {"provision": 0, "start": 0, "end": 0, "quote": ""}


@dataclass(frozen=True)
class Statement:
    """A statement but for its place in a text, and the words for it; `words` follow who it is about."""

    words: str
    stated: Relation | Effect

    def sentence(self, kind):
        """It as a sentence of an instrument of this kind."""
        who = str(self.stated.subject) if self.stated.subject else f"{kind or 'Văn bản'} này"
        return f"{who} {self.words}."

    def placed(self, ordinal, start, sentence):
        """It as the sentence that starts there states it: the words are the number that is named, else all of them."""
        end = start + len(sentence.removesuffix("."))
        named = str(self.stated.target) if isinstance(self.stated, Relation) else sentence
        if named != sentence and named in sentence:
            start += sentence.index(named)
            end = start + len(named)
        return replace(self.stated, provision=ordinal, start=start, end=end, quote=sentence)


def instrument(number, issued_on, *sayings, title="", issuer="Chính phủ", form=Form.OFFICIAL, **more):
    """The record of an instrument that says this."""
    head = document(number, issued_on, title=title, issuer=issuer, form=form, **more)
    text, provisions, placed, articles = "", [], [], 0
    for ordinal, saying in enumerate(sayings):
        sentence, statements = _told(saying, head.kind)
        articles += bool(statements)
        label = str(articles) if statements else ""
        lead, start = f"Điều {label}. " if label else "", len(text)
        text += f"{lead}{sentence}\n"
        kind = ProvisionKind.ARTICLE if label else ProvisionKind.PARAGRAPH
        locator = Locator((Step(Level.ARTICLE, label),) if label else ())
        provisions.append(Provision(ordinal, None, kind, label, "", locator, start, len(text), len(text)))
        placed += [one.placed(ordinal, start + len(lead), sentence) for one in statements]
    relations = tuple(one for one in placed if isinstance(one, Relation))
    effects = tuple(one for one in placed if isinstance(one, Effect))
    return DocumentRecord(replace(head, text=text), tuple(provisions), (), relations, (), effects)


def _told(saying, kind):
    """The sentence of a saying, and what it states."""
    if isinstance(saying, str):
        return saying, ()
    return (saying.sentence(kind), (saying,)) if isinstance(saying, Statement) else (saying[0], saying[1:])


def news(title, issued_on, *sayings):
    """A report that tells this of others."""
    return instrument("", issued_on, *sayings, title=title, issuer="Báo Giả Định", form=Form.NEWS)


digest = partial(instrument, form=Form.DIGEST)


def does(
    kind, target, *, by="", by_issued_on="", at=(), is_partial=False, since="", until="", is_disputed=False,
    issued_on="", issuer="", title="", target_kind=None,
):  # fmt: skip
    """`by`, or the instrument that says it, does this to `target`; the day, issuer and title are the target's."""
    number, places = parse_number(target), locators(at)
    relation = Relation(
        kind=RelationKind(kind),
        target=number,
        target_kind=kind_of(number.symbol) if target_kind is None else target_kind,
        target_title=title,
        target_issuer=issuer,
        target_issued_on=day(issued_on),
        **_NOWHERE,
        subject=parse_number(by) if by else None,
        subject_issued_on=day(by_issued_on),
        places=places,
        is_partial=is_partial or bool(places),
        since=day(since),
        until=day(until),
        is_disputed=is_disputed,
    )
    words = (
        _VERBS[relation.kind],
        ", ".join(map(str, places)),
        f"{relation.target_kind} số {number}".strip(),
        issued_on and f"ngày {written(issued_on)}",
        issuer and f"của {issuer}",
        title,
        since and f"từ ngày {written(since)}",
        until and f"đến hết ngày {written(until)}",
    )
    return Statement(" ".join(filter(None, words)), relation)


def effect(kind, on, *, of="", of_issued_on="", at=(), without=(), has_exceptions=False, is_disputed=False):
    """`of`, or the instrument that says it, or these places of it, begin, end or hold on this day."""
    stated = Effect(
        kind=EffectKind(kind),
        on=day(on),
        **_NOWHERE,
        subject=parse_number(of) if of else None,
        subject_issued_on=day(of_issued_on),
        places=locators(at),
        exceptions=locators(without),
        has_exceptions=has_exceptions or bool(without),
        is_disputed=is_disputed,
    )
    return Statement(f"{_VERBS[stated.kind]} {written(on) or 'nào đó'}", stated)


based_on = partial(does, RelationKind.BASED_ON)
implements = partial(does, RelationKind.IMPLEMENTS)
guides = partial(does, RelationKind.GUIDES)
amends = partial(does, RelationKind.AMENDS)
replaces = partial(does, RelationKind.REPLACES)
repeals = partial(does, RelationKind.REPEALS)
ends_of = partial(does, RelationKind.ENDS)
extends = partial(does, RelationKind.EXTENDS)
continues = partial(does, RelationKind.CONTINUES)
cites = partial(does, RelationKind.CITES)
begins = partial(effect, EffectKind.BEGINS)
ends = partial(effect, EffectKind.ENDS)
holds = partial(effect, EffectKind.HOLDS)


def locators(places):
    """The places that one text or several name."""
    return tuple(parse_locator(place) for place in ([places] if isinstance(places, str) else places) if place)


def written(text):
    """The day of an ISO text as an instrument writes it: 01/7/2025."""
    on = day(text)
    return f"{on.day:02}/{on.month:0{2 if on.month < 3 else 1}}/{on.year}" if on else ""


@contextmanager
def library_of(folder, *records):
    """A library that holds these instruments."""
    with Library.open(folder / "library.sqlite3", create=True) as library:
        with library.transaction():
            for record in records:
                library.add(record)
        yield library
