"""Answers about a document that is not held from what held documents say of it, and says so."""

import re

from bot import messages
from bot.answer import AnswerStatus, Citation
from bot.answerers.document_facts import fact_asked
from bot.clauses import answering_span
from bot.composing import plain
from bot.naming import Named
from bot.open_document import OpenDocument, Shelf
from bot.relevance import EXPRESSION_GAIN, IN_STATEMENT, Focus
from bot.reply import Reply
from bot.terms import Terms
from corpus.known import Mention

MOST_MENTIONS = 2
# A second mention is shown when it covers nearly as much of the question as the best and says something else.
NEARLY = 0.9
# Below this share the mention names the document but does not answer the question.
ANSWERING_SHARE = 0.45
# A mention is a sentence of another text and makes sense as a whole only; a longer one is cut.
LONGEST_QUOTE_CHARACTERS = 500

_CLAUSE_END = re.compile(r"[,;]\s")


def answer_from_mentions(focus: Focus, named: Named, shelf: Shelf) -> Reply:
    """The sentences that mention the document and fit the question best; `partial` when they do not answer it."""
    rated = sorted(
        ((_share(focus, mention), place, mention) for place, mention in enumerate(named.mentions)),
        key=lambda row: (-row[0], row[1]),
    )
    best = rated[0][0]
    chosen: dict[str, tuple[Mention, OpenDocument]] = {}
    for share, _, mention in rated:
        opened = shelf.take(mention.document.id)
        text = plain(mention.relation.quote)
        if opened is None or (chosen and share < NEARLY * best) or len(chosen) == MOST_MENTIONS:
            continue
        chosen.setdefault(text, (mention, opened))
    citations = [_cite(focus, mention, opened) for mention, opened in chosen.values()]
    lines = [f"“{plain(citation.quote)}” [{mark}]" for mark, citation in enumerate(citations, 1)]
    note = messages.only_mentioned(named.reference.written, [mention.document for mention, _ in chosen.values()])
    status = AnswerStatus.ANSWERED if best >= ANSWERING_SHARE else AnswerStatus.PARTIAL
    return Reply(status, "\n".join(lines), tuple(citations), (note,))


def _share(focus: Focus, mention: Mention) -> float:
    """How much of the question the sentence covers; more when it holds the expression asked for beside the number."""
    relation = mention.relation
    others = [
        span
        for span in focus.question.wanted.found_in(relation.quote)
        if str(relation.target) not in relation.quote[slice(*span)]
    ]
    dated = fact_asked(focus.question) == "issued_on" and relation.target_issued_on is not None
    return focus.share([(Terms.of(relation.quote), IN_STATEMENT)]) + (EXPRESSION_GAIN if others or dated else 0.0)


def _cite(focus: Focus, mention: Mention, opened: OpenDocument) -> Citation:
    relation = mention.relation
    provision = opened.provisions[relation.provision]
    start = opened.document.text.rfind(relation.quote, 0, relation.end + len(relation.quote))
    if len(relation.quote) <= LONGEST_QUOTE_CHARACTERS:
        return opened.cite(provision, start, start + len(relation.quote))
    first, last = answering_span(focus, relation.quote)
    # The clause that names the document, its date included, stays, whatever else answers.
    named = _CLAUSE_END.search(opened.document.text, relation.end, start + len(relation.quote))
    named_end = named.start() if named else start + len(relation.quote)
    return opened.cite(provision, min(start + first, relation.start), max(start + last, named_end))
