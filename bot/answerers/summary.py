"""Tells in a few lines what a named document is: title, date, issuer and its main headings."""

from bot import messages
from bot.answer import AnswerStatus, Citation
from bot.composing import plain
from bot.messages import designation
from bot.open_document import OpenDocument
from bot.reply import Reply
from corpus.model import Provision, ProvisionKind
from corpus.normalise import sentences

_MAIN = frozenset({ProvisionKind.PART, ProvisionKind.CHAPTER, ProvisionKind.ARTICLE, ProvisionKind.HEADING})
MOST_HEADINGS = 12
# A shorter paragraph is a caption or a name.
FEWEST_WORDS = 12
LONGEST_SUMMARY_CHARACTERS = 800


def answer_summary(opened: OpenDocument) -> Reply | None:
    """Title, date, issuer and headings of the document; None when it has no text."""
    main = _main_headings(opened)
    shown = main[:MOST_HEADINGS] or _first_paragraphs(opened)
    citations = [_cite(opened, provision) for provision in shown]
    if not citations:
        return None
    lines = [f"– {plain(citation.quote)} [{mark}]" for mark, citation in enumerate(citations, 1)]
    more = [messages.more_headings(len(main) - len(shown))] if len(main) > len(shown) else []
    document = opened.document
    head = messages.summary_head(designation(document), document.title, document.issuer, document.issued_on)
    return Reply(AnswerStatus.ANSWERED, "\n".join([head, *lines, *more]), tuple(citations))


def _main_headings(opened: OpenDocument) -> list[Provision]:
    """The outermost headings of the body."""
    outermost = [p for p in opened.provisions if p.kind in _MAIN and p.heading and p.parent is None]
    return outermost if len(outermost) > 1 else [p for p in opened.provisions if p.kind in _MAIN and p.heading]


def _first_paragraphs(opened: OpenDocument) -> list[Provision]:
    """The first paragraphs with something to say, as many as can be read at a glance."""
    chosen: list[Provision] = []
    length = 0
    for provision in opened.provisions:
        first = _first_sentence(opened, provision)
        if provision.kind is not ProvisionKind.PARAGRAPH or len(first.split()) < FEWEST_WORDS:
            continue
        length += len(first)
        if chosen and length > LONGEST_SUMMARY_CHARACTERS:
            break
        chosen.append(provision)
    return chosen


def _first_sentence(opened: OpenDocument, provision: Provision) -> str:
    own = opened.own_text(provision)
    return next((own[start:end] for start, end in sentences(own)), own)


def _cite(opened: OpenDocument, provision: Provision) -> Citation:
    """The label and heading; of an unnumbered paragraph its first sentence."""
    own = opened.own_text(provision)
    shown = provision.heading or _first_sentence(opened, provision)
    return opened.cite(provision, provision.start, provision.start + own.find(shown) + len(shown))
