"""Instruments written line by line, with what each line says of others, and the answerers opened over them."""

from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from bot.answerers.evidence import Evidence, gather
from bot.answerers.governing import answer_governing, governing_asked
from bot.answerers.history import answer_history, history_asked
from bot.applicability import Applicability
from bot.asked_time import asked_time
from bot.naming import named_documents
from bot.open_document import Shelf
from bot.question import analyse
from bot.relevance import focus_on
from corpus.chain import Chain
from corpus.identifier import kind_of, parse_number
from corpus.library import Library
from corpus.locator import Locator
from corpus.model import DocumentRecord, Effect, EffectKind, Form, Passage, Provision, ProvisionKind, Relation
from corpus.register import Register
from corpus.retrieval import Retriever
from corpus.understanding import read_question
from tests.bot.factories import document
from tests.ingest.pipelines import open_index, workshop_in

DOCUMENTS = Path(__file__).resolve().parents[2] / "corpus" / "documents"


def says(text, kind, target="", *, since=None):
    """A line of an instrument: what it does to `target`, or with an `EffectKind` from when it is in force."""
    return text, kind, target, since


def instrument(number, title, *lines, issued_on=None, form=Form.OFFICIAL, issuer="Cơ quan Thử Nghiệm"):
    """A record whose every line is a paragraph, with the relations and effects that the lines state."""
    text, provisions, relations, effects = "", [], [], []
    for ordinal, (line, kind, target, since) in enumerate(lines):
        start, text = len(text), f"{text}{line}\n"
        end = len(text)
        provisions.append(Provision(ordinal, None, ProvisionKind.PARAGRAPH, "", "", Locator(()), start, end, end))
        if isinstance(kind, EffectKind):
            effects.append(Effect(kind, since, ordinal, start, end - 1, line))
        elif kind is not None:
            named = parse_number(target)
            relations.append(
                Relation(kind, named, kind_of(named.symbol), "", "", None, ordinal, start, end - 1, line, since=since)
            )
    head = document(
        number,
        id=number,
        kind=kind_of(parse_number(number).symbol),
        title=title,
        issuer=issuer,
        issued_on=issued_on,
        form=form,
        text=text,
        path=f"/{number}",
    )
    last = max(0, len(provisions) - 1)
    passages = (Passage(number, 0, 0, last, 0, len(text), text, (title,), Locator(()), None, number),) if text else ()
    return DocumentRecord(head, tuple(provisions), passages, tuple(relations), (), tuple(effects))


class Asking:
    """Asks the answerers of governing instruments and histories, as `bot.answering` does."""

    def __init__(self, library, retriever=None, as_of=date(2026, 11, 21)):
        self.library, self.retriever, self.as_of = library, retriever, as_of
        self.register, self.shelf = Register(library), Shelf(library)
        self.chain = Chain(library, self.register)

    def __call__(self, typed, as_of=None):
        question = analyse(read_question(typed, self.library.syllables))
        lexical, today = self.library.lexical, as_of or self.as_of
        time = asked_time(question, today)
        focus = focus_on(question, lexical.document_frequencies, lexical.passage_count())
        rest = (time, self.library, self.register, self.chain, self.shelf)
        if asked := history_asked(question):
            named = named_documents(question, self.library) if question.documents else ()
            return answer_history(asked, focus, [head for one in named for head in one.held], *rest)
        asked = governing_asked(question)
        objection = Applicability(self.register, time, today).objection

        def evidence_of(ids):
            if self.retriever is None:
                return Evidence([])
            hits = self.retriever.search(question.reading.search_text, 10, ids, objection).hits
            return gather(focus, hits, self.shelf)

        return answer_governing(asked, focus, evidence_of, *rest) if asked else None


@contextmanager
def asking(folder, *records):
    """The answerers over a library of these records."""
    with Library.open(folder / "library.sqlite3", create=True) as library:
        for record in records:
            library.add(record)
        yield Asking(library)


@contextmanager
def asking_shipped(folder):
    """The answerers over the shipped documents, read by the real pipeline."""
    with workshop_in(folder) as workshop:
        workshop.add(DOCUMENTS)
        workshop.vectors.close()
        with closing(open_index(folder / "vectors", workshop.embedder)) as vectors:
            yield Asking(workshop.library, Retriever(workshop.library, vectors, workshop.embedder))
