"""Answers with a whole section when the question names what its heading says: purposes, tasks of a unit, dossiers."""

from collections.abc import Iterable, Sequence

from bot import messages
from bot.answer import AnswerStatus
from bot.composing import plain
from bot.expressions import NARROW, AnswerType
from bot.open_document import OUTSIDE_BODY, OpenDocument
from bot.question import Question, QuestionKind, content_words
from bot.relevance import IN_DOCUMENT, IN_LEAD, IN_STATEMENT, NEARBY, Focus, Relevance, described
from bot.reply import Reply
from bot.terms import Terms
from corpus.model import Provision, ProvisionKind

# A section answers when the question uses this share of its heading's words …
HEADING_SHARE, HEADING_SHARE_OF_A_LIST = 0.6, 0.5
# Of two headings that say as much of the question, the one with fewer other words.
EXACTNESS_VALUE = 0.25
# … and the heading, with what stands above it, says this share of what the question is about.
QUESTION_SHARE = 0.72
# … less when a list is asked for, whose members the question may name.
QUESTION_SHARE_OF_A_LIST = 0.7

# A phone shows about this much without scrolling twice; more is named by its headings.
LONGEST_SECTION_CHARACTERS = 1_150
LONGEST_LINE_CHARACTERS = 240

# What a whole section or list may answer.
_WHOLE = frozenset({AnswerType.TEXT, AnswerType.ENUMERATION})
# A list counts when its item is among the best statements and nearly as good as the first.
BEST_STATEMENTS, NEARLY = 4, 0.85
_DOSSIER = "hồ_sơ"
_LIST_LIKE = frozenset(
    {QuestionKind.LIST, QuestionKind.SUMMARY, QuestionKind.DOSSIER, QuestionKind.STANDARD, QuestionKind.RESPONSIBLE}
)


def answer_section(focus: Focus, documents: Sequence[OpenDocument]) -> Reply | None:
    """The section whose heading the question names; None when none fits well or an expression is asked for."""
    question = focus.question
    if question.wants not in _WHOLE and question.kind not in _LIST_LIKE:
        return None
    if question.wants in NARROW:
        return None
    found = max(_fitting(focus, documents), key=lambda fit: fit[0], default=None)
    if found is None:
        return None
    _, opened, section = found
    return _whole(opened, section)


def answer_whole_list(focus: Focus, ranked: Sequence[Relevance]) -> Reply | None:
    """The list with its lead-in, when one of the best statements is an item that answers through its lead-in alone."""
    if focus.question.wants not in _WHOLE:
        return None
    for relevance in ranked[:BEST_STATEMENTS]:
        opened, item = relevance.statement.opened, relevance.statement.provision
        if item.parent is None or relevance.score < NEARLY * ranked[0].score:
            continue
        lead = opened.provisions[item.parent]
        own = focus.share([(Terms.of(relevance.statement.text), IN_STATEMENT)])
        above = focus.share([(Terms.of(relevance.statement.lead), IN_STATEMENT)])
        is_short = lead.subtree_end - lead.start <= LONGEST_SECTION_CHARACTERS
        if plain(opened.own_text(lead)).endswith(":") and is_short and above > own:
            return _whole(opened, lead)
    return None


def _whole(opened: OpenDocument, section: Provision) -> Reply:
    citation = opened.cite(section, section.start, section.subtree_end)
    return Reply(AnswerStatus.ANSWERED, f"{subtree_lines(opened, section)} [1]", (citation,))


def _fitting(focus: Focus, documents: Iterable[OpenDocument]) -> Iterable[tuple[float, OpenDocument, Provision]]:
    for opened in documents:
        document = Terms.of(described(opened.document))
        least_used = HEADING_SHARE if focus.question.wants is not AnswerType.ENUMERATION else HEADING_SHARE_OF_A_LIST
        for section in opened.provisions:
            if section.kind in OUTSIDE_BODY or not opened.children(section):
                continue
            heading = _heading_of(opened, section)
            terms = Terms.of(heading)
            used = _used(focus.question, heading)
            if not terms.found or used < least_used:
                continue
            lead = Terms.of(" – ".join(opened.leads(section)))
            below = Terms.of(opened.subtree_text(section)[:LONGEST_SECTION_CHARACTERS])
            if focus.question.kind is QuestionKind.DOSSIER and _DOSSIER not in terms.found | below.found:
                continue  # the standards of a title stand under its name, its dossier elsewhere
            share = focus.share([(terms, IN_STATEMENT), (lead, IN_LEAD), (document, IN_DOCUMENT), (below, NEARBY)])
            enough = QUESTION_SHARE if focus.question.wants is not AnswerType.ENUMERATION else QUESTION_SHARE_OF_A_LIST
            if share >= enough:
                # Of two that fit alike, the one deeper in the structure is the more exact.
                yield share + EXACTNESS_VALUE * used + 0.001 * len(opened.leads(section)), opened, section


def _heading_of(opened: OpenDocument, section: Provision) -> str:
    own = plain(opened.own_text(section))
    return own if len(own) <= LONGEST_LINE_CHARACTERS else section.heading


def _used(question: Question, heading: str) -> float:
    """The share of the heading's content words that the question uses."""
    words = content_words(heading)
    asked = set(question.content)
    return sum(word in asked for word in words) / len(words) if words else 0.0


def subtree_lines(opened: OpenDocument, section: Provision) -> str:
    """The section as lines: whole when short, else as many parts by their first words as can be read at a glance."""
    below = [p for p in opened.provisions[section.ordinal :] if p.start < section.subtree_end]
    lines = [line for provision in below if (line := _line(opened, provision))]
    if sum(map(len, lines)) <= LONGEST_SECTION_CHARACTERS:
        return "\n".join(lines)
    shown: list[str] = []
    for line in map(_shortened, lines):
        if shown and sum(map(len, shown)) + len(line) > LONGEST_SECTION_CHARACTERS:
            return "\n".join([*shown, messages.more_headings(len(lines) - len(shown))])
        shown.append(line)
    return "\n".join(shown)


def _line(opened: OpenDocument, provision: Provision) -> str:
    if provision.kind is ProvisionKind.ROW and provision.columns:
        return "– " + "; ".join(plain(cell) for _, cell in provision.columns if cell.strip())
    return plain(opened.own_text(provision))


def _shortened(line: str) -> str:
    if len(line) <= LONGEST_LINE_CHARACTERS:
        return line
    return line[:LONGEST_LINE_CHARACTERS].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
