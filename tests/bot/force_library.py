"""Instruments written by hand into a real library: sentences, and what ingest would read from each."""

from contextlib import contextmanager
from datetime import date

from bot.asked_time import AskedTime
from bot.open_document import Shelf
from corpus.chain import Chain
from corpus.identifier import Locator, kind_of, parse_locator, parse_number
from corpus.library import Library
from corpus.model import Document, DocumentRecord, Effect, EffectKind, Form, Provision, ProvisionKind, Relation
from corpus.register import Register


def day(text):
    return date(*reversed([int(part) for part in text.split("/")])) if text else None


def effect(kind, on, *, of="", places=(), has_exceptions=False, is_disputed=False):
    """What a sentence says of force; `of` another document."""
    return lambda start, end, ordinal, quote: Effect(
        kind,
        day(on),
        ordinal,
        start,
        end,
        quote,
        subject=parse_number(of) if of else None,
        places=tuple(map(parse_locator, places)),
        has_exceptions=has_exceptions,
        is_disputed=is_disputed,
    )


def begins(on, **more):
    return effect(EffectKind.BEGINS, on, **more)


def ends(on, **more):
    return effect(EffectKind.ENDS, on, **more)


def holds(on, **more):
    return effect(EffectKind.HOLDS, on, **more)


def does(kind, target, *, by="", on="", title="", places=(), since="", until="", **more):
    """What a sentence says that one document does to another."""
    number = parse_number(target)
    return lambda start, end, ordinal, quote: Relation(
        kind,
        number,
        kind_of(number.symbol),
        title,
        "",
        day(on),
        ordinal,
        start,
        end,
        quote,
        subject=parse_number(by) if by else None,
        places=tuple(map(parse_locator, places)),
        since=day(since),
        until=day(until),
        **more,
    )


def instrument(number, issued_on, *sentences, title="", issuer="Chính phủ", form=Form.OFFICIAL):
    """A record of a document; each sentence is a text alone or with what it says."""
    text, provisions, effects, relations = "", [], [], []
    for ordinal, said in enumerate(sentences):
        sentence, *things = (said,) if isinstance(said, str) else said
        start, end = len(text), len(text) + len(sentence)
        text = f"{text}{sentence}\n"
        provisions.append(Provision(ordinal, None, ProvisionKind.PARAGRAPH, "", "", Locator(), start, end + 1, end + 1))
        read = [thing(start, end, ordinal, sentence) for thing in things]
        effects += [one for one in read if isinstance(one, Effect)]
        relations += [one for one in read if isinstance(one, Relation)]
    parsed = parse_number(number) if number else None
    identity = f"{number}-{issued_on}-{title}"
    document = Document(
        id=identity,
        number=parsed,
        kind=kind_of(parsed.symbol) if parsed else "Tin",
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
        path=f"/{identity}",
        digest=identity,
        text=text,
        pages=(),
    )
    return DocumentRecord(document, tuple(provisions), (), tuple(relations), (), tuple(effects))


class Held:
    """What the answerers of force read, over one library."""

    def __init__(self, library):
        self.library = library
        self.register = Register(library)
        self.chain = Chain(library, self.register)
        self.shelf = Shelf(library)

    def instrument(self, number):
        return self.register.instruments(parse_number(number))[0]


@contextmanager
def held(folder, *records):
    with Library.open(folder / "library.sqlite3", create=True) as library:
        for record in records:
            library.add(record)
        yield Held(library)


TODAY = date(2026, 11, 21)


def at(text="", *, last="", is_past=None):
    """The time of a question: today, a day, or the period up to `last`."""
    if not text:
        return AskedTime(TODAY, TODAY, TODAY, is_past=bool(is_past), is_explicit=False)
    first, end = day(text), day(last or text)
    asked_day = TODAY if first <= TODAY <= end else end
    return AskedTime(asked_day, first, end, is_past=end < TODAY if is_past is None else is_past, is_explicit=True)
