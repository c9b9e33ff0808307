"""The answerers of governing instruments and histories, opened over a library."""

from contextlib import closing, contextmanager
from dataclasses import replace
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
from bot.verification import problems
from corpus.chain import Chain
from corpus.locator import Locator
from corpus.model import Passage
from corpus.register import Register
from corpus.retrieval import Retriever
from corpus.understanding import read_question
from tests.ingest.pipelines import open_index, workshop_in
from tests.instruments import library_of

DOCUMENTS = Path(__file__).resolve().parents[2] / "corpus" / "documents"


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


def searchable(record):
    """The record with a passage that holds all its text, under its title."""
    head, last = record.document, len(record.provisions) - 1
    whole = Passage(head.id, 0, 0, last, 0, len(head.text), head.text, (head.title,), Locator(()), None, head.digest)
    return replace(record, passages=(whole,) if head.text else ())


@contextmanager
def asking(folder, *records):
    """The answerers over a library of these records."""
    with library_of(folder, *map(searchable, records)) as library:
        yield Asking(library)


@contextmanager
def asking_shipped(folder):
    """The answerers over the shipped documents, read by the real pipeline."""
    with workshop_in(folder) as workshop:
        workshop.add(DOCUMENTS)
        workshop.vectors.close()
        with closing(open_index(folder / "vectors", workshop.embedder)) as vectors:
            yield Asking(workshop.library, Retriever(workshop.library, vectors, workshop.embedder))


def lines_of(reply):
    """The lines of a reply that is verified."""
    assert problems(reply) == []
    return reply.text.splitlines()
