"""Records of documents made by hand: an instrument, and what it says sentence by sentence, each in an article."""

from dataclasses import replace
from datetime import date

from corpus.identifier import document_id, kind_of, parse_locator, parse_number
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


def day(text):
    return None if text is None else date.fromisoformat(text)


def act(kind, target, quote="Một câu.", *, by=None, places=(), since=None, until=None, **facts):
    """What the document, or the one called `by`, does to `target`."""
    return Relation(
        kind=RelationKind(kind),
        target=parse_number(target),
        target_kind=facts.get("target_kind", ""),
        target_title=facts.get("target_title", ""),
        target_issuer=facts.get("target_issuer", ""),
        target_issued_on=day(facts.get("target_issued_on")),
        provision=0,
        start=0,
        end=0,
        quote=quote,
        subject=parse_number(by) if by else None,
        places=tuple(parse_locator(place) for place in places),
        is_partial=bool(places) or facts.get("is_partial", False),
        since=day(since),
        until=day(until),
        is_disputed=facts.get("is_disputed", False),
    )


def effect(kind, on, quote="Một câu.", *, of=None, places=(), is_disputed=False):
    """A day of the document, or of the one called `of`."""
    return Effect(
        kind=EffectKind(kind),
        on=day(on),
        provision=0,
        start=0,
        end=0,
        quote=quote,
        subject=parse_number(of) if of else None,
        places=tuple(parse_locator(place) for place in places),
        is_disputed=is_disputed,
    )


def record(number, *said, issued_on=None, title="", issuer="", form=Form.OFFICIAL, path="", **stated):
    """The n-th thing said stands in Điều n; rewards and base salaries as they are given."""
    parsed = parse_number(number) if number else None
    kind = kind_of(parsed.symbol) if parsed else "Tin"
    text = "".join(f"Điều {place}. {one.quote}\n" for place, one in enumerate(said, start=1)) or "Trống.\n"
    identity = document_id(parsed, kind, title, issuer, day(issued_on))
    placed = [replace(one, provision=ordinal) for ordinal, one in enumerate(said)]
    document = Document(
        id=identity,
        number=parsed,
        kind=kind,
        title=title,
        issuer=issuer,
        superior="",
        place="",
        issued_on=day(issued_on),
        form=form,
        signer=None,
        addressees=(),
        recipients=(),
        source="",
        path=path or f"/nowhere/{identity}",
        digest=identity,
        text=text,
        pages=(),
    )
    return DocumentRecord(
        document=document,
        provisions=tuple(_provisions(text)),
        passages=(),
        relations=tuple(one for one in placed if isinstance(one, Relation)),
        effects=tuple(one for one in placed if isinstance(one, Effect)),
        warnings=(),
        **stated,
    )


def _provisions(text):
    start = 0
    for ordinal, line in enumerate(text.splitlines(keepends=True)):
        end = start + len(line)
        place = parse_locator(f"Điều {ordinal + 1}")
        yield Provision(ordinal, None, ProvisionKind.ARTICLE, str(ordinal + 1), "", place, start, end, end)
        start = end
