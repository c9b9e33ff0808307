"""Invented instruments in a few words each; every quotation and offset is that of the instrument's own text.

instrument("98/2023/NĐ-CP", "2023-12-31", begins("2024-01-01"), replaces("91/2017/NĐ-CP"))
"""

from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from corpus.identifier import document_id, kind_of, parse_locator, parse_number
from corpus.library import Library
from corpus.locator import Level, Locator, Step
from corpus.model import (
    Document,
    DocumentRecord,
    Effect,
    EffectKind,
    Form,
    Provision,
    ProvisionKind,
    Relation,
    RelationKind,
)

_VERBS = {
    "based_on": "căn cứ",
    "implements": "triển khai thực hiện",
    "guides": "quy định chi tiết",
    "amends": "sửa đổi, bổ sung",
    "replaces": "thay thế",
    "repeals": "bãi bỏ",
    "ends": "làm hết hiệu lực",
    "extends": "kéo dài thời hạn áp dụng",
    "corrects": "đính chính",
    "cites": "viện dẫn",
    "effect begins": "có hiệu lực từ ngày",
    "effect ends": "hết hiệu lực từ ngày",
    "effect holds": "còn hiệu lực tại ngày",
}


@dataclass(frozen=True)
class Saying:
    """A sentence, the words in it that the statement is about, and the statement but for its place in the text."""

    sentence: str
    words: str
    statement: Relation | Effect


def instrument(number, issued, *sayings, title="Về việc giả định", issuer="Chính phủ", kind=None, form=Form.OFFICIAL):
    """The record of an instrument that says this, one article a saying."""
    parsed, issued_on = parse_number(number) if number else None, day(issued)
    kind = kind_of(parsed.symbol) if kind is None and parsed else kind or ""
    text = f"{kind} số {number}\n{f'Ngày {written(issued)}' if issued else ''}\n{title}\n"
    provisions, statements = [], []
    for ordinal, saying in enumerate(sayings):
        start = len(text)
        sentence_start = start + len(f"Điều {ordinal + 1}. ")
        words_start = sentence_start + saying.sentence.index(saying.words)
        text += f"Điều {ordinal + 1}. {saying.sentence}\n"
        label = str(ordinal + 1)
        locator = Locator((Step(Level.ARTICLE, label),))
        article = Provision(ordinal, None, ProvisionKind.ARTICLE, label, "", locator, start, len(text), len(text))
        provisions.append(article)
        end = words_start + len(saying.words)
        statements.append(
            replace(saying.statement, provision=ordinal, start=words_start, end=end, quote=saying.sentence)
        )
    identity = document_id(parsed, kind, title, issuer, issued_on)
    document = Document(
        id=identity,
        number=parsed,
        kind=kind,
        title=title,
        issuer=issuer,
        superior="",
        place="",
        issued_on=issued_on,
        form=form,
        signer=None,
        addressees=(),
        recipients=(),
        source="",
        path=f"/invented/{identity}",
        digest=identity,
        text=text,
        pages=(),
    )
    relations = tuple(one for one in statements if isinstance(one, Relation))
    effects = tuple(one for one in statements if isinstance(one, Effect))
    return DocumentRecord(document, tuple(provisions), (), relations, (), effects)


def news(title, issued, *sayings):
    """A report that tells this of others."""
    return instrument("", issued, *sayings, title=title, issuer="Báo Giả Định", kind="Tin", form=Form.NEWS)


def digest(number, issued, *sayings, **more):
    """A restatement of an instrument."""
    return instrument(number, issued, *sayings, form=Form.DIGEST, **more)


def act(
    verb, target, *, at=(), part=False, since="", until="", by="", by_issued="", disputed=False,
    issued="", issuer="", title="", kind=None,
):  # fmt: skip
    """`by` does this to `target`; nobody named: the instrument that says it does."""
    number = parse_number(target)
    places = f"{', '.join([at] if isinstance(at, str) else at)} " if at else ""
    told = f"{target}{f' ngày {written(issued)}' if issued else ''}{f' của {issuer}' if issuer else ''}"
    days = f"{f' từ ngày {written(since)}' if since else ''}{f' đến hết ngày {written(until)}' if until else ''}"
    sentence = f"{by or 'Văn bản này'} {_VERBS[verb]} {places}{told}{f' {title}' if title else ''}{days}."
    relation = Relation(
        kind=RelationKind(verb),
        target=number,
        target_kind=kind_of(number.symbol) if kind is None else kind,
        target_title=title,
        target_issuer=issuer,
        target_issued_on=day(issued),
        provision=0,
        start=0,
        end=0,
        quote="",
        subject=parse_number(by) if by else None,
        subject_issued_on=day(by_issued),
        places=locators(at),
        is_partial=part,
        since=day(since),
        until=day(until),
        is_disputed=disputed,
    )
    return Saying(sentence, target, relation)


def effect(kind, on, *, of="", of_issued="", at=(), without=(), exceptions=False, disputed=False):
    """`of`, or the instrument that says it, begins, ends or holds on this day."""
    stated = Effect(
        kind=EffectKind(kind),
        on=day(on),
        provision=0,
        start=0,
        end=0,
        quote="",
        subject=parse_number(of) if of else None,
        subject_issued_on=day(of_issued),
        places=locators(at),
        exceptions=locators(without),
        has_exceptions=exceptions or bool(without),
        is_disputed=disputed,
    )
    words = f"{of or 'Văn bản này'} {_VERBS[f'effect {kind}']} {written(on) or 'nào đó'}"
    return Saying(f"{words}.", words, stated)


based_on = partial(act, "based_on")
implements = partial(act, "implements")
guides = partial(act, "guides")
amends = partial(act, "amends")
replaces = partial(act, "replaces")
repeals = partial(act, "repeals")
ends_of = partial(act, "ends")
extends = partial(act, "extends")
corrects = partial(act, "corrects")
cites = partial(act, "cites")
begins = partial(effect, "begins")
ends = partial(effect, "ends")
holds = partial(effect, "holds")


def locators(places):
    """The places that one text or several name."""
    return tuple(parse_locator(place) for place in ([places] if isinstance(places, str) else places) if place)


def written(text):
    """The day of an ISO text as an instrument writes it: 01/7/2025."""
    return f"{day(text):%d/%m/%Y}" if text else ""


def day(text):
    """The day of an ISO text, None for ""."""
    return date.fromisoformat(text) if text else None


@contextmanager
def library_of(folder, *records):
    """A library that holds these instruments."""
    with Library.open(folder / "library.sqlite3", create=True) as library:
        with library.transaction():
            for record in records:
                library.add(record)
        yield library
