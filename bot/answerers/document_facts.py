"""Answers what a document says of itself: who issued and signed it, when, about what, on which basis."""

from collections.abc import Callable, Sequence

from bot import fact_messages
from bot.answer import AnswerStatus, Citation
from bot.answerers.joined import joined
from bot.answerers.own_sentences import other_issue_days, telling_issue_day, telling_issuer, telling_signer
from bot.composing import plain
from bot.expressions import AnswerType, find_expressions
from bot.fact_cues import facts_asked
from bot.messages import designation
from bot.open_document import OpenDocument
from bot.question import Question
from bot.reply import Reply
from corpus.library import Library
from corpus.model import Provision, ProvisionKind, Relation, RelationKind
from corpus.normalise import fold


def answer_document_fact(question: Question, opened: OpenDocument, library: Library) -> Reply | None:
    """Every fact asked for of this document, one after the other; None when it asks for none that the text tells.

    Of several facts, those that the text does not tell are named as missing.
    """
    reply = tell_facts(question, opened, library)
    return reply if reply and reply.status is not AnswerStatus.NOT_IN_CORPUS else None


def tell_facts(question: Question, opened: OpenDocument, library: Library) -> Reply | None:
    """As `answer_document_fact`, but missing facts are named even when nothing else is told; None: none is asked."""
    told = [
        _ANSWERERS[fact](question, opened, library)
        or (_not_stated(fact, opened) if fact_messages.is_stated_of_itself(fact) else None)
        for fact in facts_asked(question)
    ]
    replies = [reply for reply in told if reply is not None]
    return joined(replies) if replies else None


def fact_asked(question: Question) -> str | None:
    """Which fact a document states of itself the question asks for first; None when it asks for something else."""
    return next(iter(facts_asked(question)), None)


def _not_stated(fact: str, opened: OpenDocument) -> Reply:
    return Reply(AnswerStatus.NOT_IN_CORPUS, fact_messages.not_stated(designation(opened.document), fact))


def _signer(question: Question, opened: OpenDocument, library: Library) -> Reply | None:
    signer = opened.document.signer
    citation = (_cite(opened, ProvisionKind.CLOSING, signer.name) or telling_signer(opened)) if signer else None
    if signer is None or citation is None or not find_expressions(AnswerType.PERSON, f"ông {signer.name}"):
        return None
    title = ", ".join(filter(None, (signer.authority, signer.title)))
    return _reply(fact_messages.signed_by(designation(opened.document), signer.name, title), [citation])


def _issued_on(question: Question, opened: OpenDocument, library: Library) -> Reply | None:
    """The day, and beside it other days that the text passes on as another's word."""
    document = opened.document
    citation = _cite(opened, ProvisionKind.LETTERHEAD, "") or telling_issue_day(opened)
    if document.issued_on is None:
        unknown = telling_issue_day(opened)
        return _reply(plain(unknown.quote), [unknown], AnswerStatus.PARTIAL) if unknown else None
    citation = citation or _cite_first(opened)
    if citation is None:
        return None
    others = other_issue_days(opened)
    lines = [f"{fact_messages.issued_on(designation(document), document.issued_on)} [1]"]
    lines += [f"{plain(other.quote)} [{mark}]" for mark, other in enumerate(others, 2)]
    return _reply("\n".join(lines), [citation, *others])


def _issuer(question: Question, opened: OpenDocument, library: Library) -> Reply | None:
    citation = _cite(opened, ProvisionKind.LETTERHEAD, "") or telling_issuer(opened) or _cite_first(opened)
    if not opened.document.issuer or citation is None:
        return None
    return _reply(fact_messages.issued_by(designation(opened.document), opened.document.issuer), [citation])


def _title(question: Question, opened: OpenDocument, library: Library) -> Reply | None:
    citation = _cite_head(opened)
    if not opened.document.title or citation is None:
        return None
    return _reply(fact_messages.titled(designation(opened.document), opened.document.title), [citation])


def _number(question: Question, opened: OpenDocument, library: Library) -> Reply | None:
    document, citation = opened.document, _cite_head(opened)
    if document.number is None or citation is None:
        return None
    return _reply(fact_messages.numbered(document.kind, document.title, str(document.number)), [citation])


def _recipients(question: Question, opened: OpenDocument, library: Library) -> Reply | None:
    citation = _cite(opened, ProvisionKind.CLOSING, "")
    if not opened.document.recipients or citation is None:
        return None
    return _reply(fact_messages.recipients(designation(opened.document), opened.document.recipients), [citation])


def _bases(question: Question, opened: OpenDocument, library: Library) -> Reply | None:
    """The documents that it is based on or carries out, as its preamble says it."""
    if question.wants is AnswerType.TIME:
        return None
    folded = fold(question.reading.text)
    wanted = RelationKind.BASED_ON if "can cu" in folded else RelationKind.IMPLEMENTS
    relations = library.relations(opened.document.id)
    stated = [r for r in relations if opened.provisions[r.provision].kind is ProvisionKind.PREAMBLE]
    chosen = [r for r in relations if r.kind is wanted] or stated
    asked = [relation for relation in chosen if relation.target_kind and fold(relation.target_kind) in folded]
    quotes = list(dict.fromkeys(_clause_of(opened, relation) for relation in asked or chosen))
    if not quotes:
        return None
    citations = [opened.cite(provision, start, end) for provision, start, end in quotes]
    lines = [f"{plain(citation.quote).rstrip(';.')}. [{mark}]" for mark, citation in enumerate(citations, 1)]
    return _reply("\n".join(lines), citations)


def _clause_of(opened: OpenDocument, relation: Relation) -> tuple[Provision, int, int]:
    """The part of the sentence, between semicolons, that names the document."""
    text = opened.document.text
    provision = opened.provisions[relation.provision]
    first = text.find(relation.quote, provision.start)
    last = first + len(relation.quote)
    start = max(first, text.rfind(";", first, relation.start) + 1)
    end = text.find(";", relation.end, last)
    return provision, start, last if end < 0 else end


def _cite_head(opened: OpenDocument) -> Citation | None:
    return _cite(opened, ProvisionKind.LETTERHEAD, "") or _cite_first(opened)


def _cite(opened: OpenDocument, kind: ProvisionKind, containing: str) -> Citation | None:
    for provision in opened.provisions:
        own = opened.own_text(provision)
        if provision.kind is kind and own.strip(" |\n") and containing in own:
            return opened.cite(provision, provision.start, provision.end)
    return None


def _cite_first(opened: OpenDocument) -> Citation | None:
    """The first words of a text without letterhead, such as a news item."""
    for provision in opened.provisions:
        if opened.own_text(provision).strip():
            return opened.cite(provision, provision.start, provision.end)
    return None


def _reply(text: str, citations: Sequence[Citation], status: AnswerStatus = AnswerStatus.ANSWERED) -> Reply:
    marked = text if "[1]" in text else f"{text} [1]"
    return Reply(status, marked, tuple(citations))


_ANSWERERS: dict[str, Callable[[Question, OpenDocument, Library], Reply | None]] = {
    "signer": _signer,
    "issued_on": _issued_on,
    "issuer": _issuer,
    "number": _number,
    "recipients": _recipients,
    "bases": _bases,
    "title": _title,
}
