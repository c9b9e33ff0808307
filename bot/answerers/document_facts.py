"""Answers what a document says of itself: who issued and signed it, when, about what, on which basis."""

import re
from collections.abc import Callable, Sequence

from bot import messages
from bot.answer import AnswerStatus, Citation
from bot.composing import plain
from bot.expressions import AnswerType, find_expressions
from bot.messages import designation
from bot.open_document import OpenDocument
from bot.question import Question
from bot.reply import Reply
from corpus.library import Library
from corpus.model import Provision, ProvisionKind, Relation, RelationKind
from corpus.normalise import fold

_ISSUED = r"(?:duoc )?(?:ban hanh|ky|ra doi|phat hanh|dang(?: tin| bai)?)"
_WHAT_IS_ASKED: tuple[tuple[str, str], ...] = (
    ("signer", r"(?:ai|nao|nguoi)(?: \w+){0,3} ky|nguoi ky|ky boi|do ai ky|chuc vu nguoi ky|ai ky"),
    (
        "issued_on",
        rf"{_ISSUED} (?:vao )?(?:khi nao|bao gio|luc nao|ngay (?:nao|may|bao nhieu)|nam nao|thang nao)|ngay {_ISSUED}|"
        rf"(?:khi nao|bao gio|ngay nao)(?: thi)? {_ISSUED}|de ngay nao",
    ),
    (
        "issuer",
        rf"(?:co quan|don vi|ai|noi) (?:nao )?{_ISSUED}|{_ISSUED} boi|do (?:ai|co quan nao|don vi nao) {_ISSUED}|"
        r"cua (?:ai|co quan nao|don vi nao)$",
    ),
    ("recipients", r"noi nhan|gui (?:nhung )?(?:noi nao|nhung ai)|nhung (?:noi|don vi) nao nhan"),
    (
        "bases",
        r"can cu (?:vao )?(?:nhung )?(?:van ban|nao|gi|dau|phap ly|\w+ nao)|co so phap ly|"
        r"thuc hien (?:\w+ ){0,3}nao|trien khai (?:\w+ ){0,3}nao|dua (?:tren|vao) (?:\w+ )*nao",
    ),
    (
        "title",
        r"(?:ve|noi ve|la ve|quy dinh ve|ban hanh ve) (?:viec |van de |cai )?gi|trich yeu|"
        r"ten day du|ten (?:cua )?(?:van ban|ke hoach) (?:nay )?la gi",
    ),
)


def answer_document_fact(question: Question, opened: OpenDocument, library: Library) -> Reply | None:
    """The fact asked for of this document; None when the question asks for something else or the text is silent."""
    fact = fact_asked(question)
    return _ANSWERERS[fact](question, opened, library) if fact else None


def fact_asked(question: Question) -> str | None:
    """Which fact a document states of itself the question asks for: its signer, date, issuer, …; None for others."""
    folded = fold(question.reading.text)
    return next((fact for fact, cue in _WHAT_IS_ASKED if re.search(rf"(?<!\w)(?:{cue})", folded)), None)


def _signer(question: Question, opened: OpenDocument, library: Library) -> Reply | None:
    signer = opened.document.signer
    citation = _cite(opened, ProvisionKind.CLOSING, signer.name) if signer else None
    if signer is None or citation is None or not find_expressions(AnswerType.PERSON, f"ông {signer.name}"):
        return None
    title = ", ".join(filter(None, (signer.authority, signer.title)))
    return _reply(messages.signed_by(designation(opened.document), signer.name, title), [citation])


def _issued_on(question: Question, opened: OpenDocument, library: Library) -> Reply | None:
    document = opened.document
    citation = _cite_head(opened)
    if document.issued_on is None or citation is None:
        return None
    return _reply(messages.issued_on(designation(document), document.issued_on), [citation])


def _issuer(question: Question, opened: OpenDocument, library: Library) -> Reply | None:
    citation = _cite_head(opened)
    if not opened.document.issuer or citation is None:
        return None
    return _reply(messages.issued_by(designation(opened.document), opened.document.issuer), [citation])


def _title(question: Question, opened: OpenDocument, library: Library) -> Reply | None:
    citation = _cite_head(opened)
    if not opened.document.title or citation is None:
        return None
    return _reply(messages.titled(designation(opened.document), opened.document.title), [citation])


def _recipients(question: Question, opened: OpenDocument, library: Library) -> Reply | None:
    citation = _cite(opened, ProvisionKind.CLOSING, "")
    if not opened.document.recipients or citation is None:
        return None
    return _reply(messages.recipients(designation(opened.document), opened.document.recipients), [citation])


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


def _reply(text: str, citations: Sequence[Citation]) -> Reply:
    marked = text if "[1]" in text else f"{text} [1]"
    return Reply(AnswerStatus.ANSWERED, marked, tuple(citations))


_ANSWERERS: dict[str, Callable[[Question, OpenDocument, Library], Reply | None]] = {
    "signer": _signer,
    "issued_on": _issued_on,
    "issuer": _issuer,
    "recipients": _recipients,
    "bases": _bases,
    "title": _title,
}
