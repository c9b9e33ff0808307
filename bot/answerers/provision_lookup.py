"""Answers with the text of a named provision of a named document: "Điều 35 khoản 1 NĐ 152 nói gì"."""

from bot import messages
from bot.answer import AnswerStatus
from bot.answerers.section import subtree_lines
from bot.messages import designation
from bot.open_document import OpenDocument
from bot.question import QuestionKind
from bot.relevance import Focus
from bot.reply import Reply
from corpus.citation import Reference
from corpus.identifier import Locator
from corpus.model import Provision

# Up to this length the provision is the answer; in a longer one what is asked is searched for.
WHOLE_PROVISION_CHARACTERS = 900


def answer_provision(focus: Focus, opened: OpenDocument, reference: Reference) -> Reply | None:
    """The provision's text with its items; `not_in_corpus` with what is there when the document has no such one.

    None when the provision is long and the question asks about something in it.
    """
    assert reference.locator is not None
    provision = find_provision(opened, reference.locator)
    if provision is None:
        name = designation(opened.document)
        return Reply(AnswerStatus.NOT_IN_CORPUS, messages.no_such_provision(name, str(reference.locator)))
    is_long = provision.subtree_end - provision.start > WHOLE_PROVISION_CHARACTERS
    if is_long and focus.question.kind is not QuestionKind.PROVISION:
        return None
    citation = opened.cite(provision, provision.start, provision.subtree_end)
    head = messages.provision_head(str(provision.locator), designation(opened.document))
    return Reply(AnswerStatus.ANSWERED, f"{head}\n{subtree_lines(opened, provision)} [1]", (citation,))


def find_provision(opened: OpenDocument, locator: Locator) -> Provision | None:
    """The provision at this place, however people call its levels, or the only one that ends so; else None."""
    exact = [provision for provision in opened.provisions if provision.locator == locator]
    if exact:
        return exact[0]
    within = [provision for provision in opened.provisions if locator.steps and locator.contains(provision.locator)]
    if within and all(provision.start < within[0].subtree_end for provision in within):
        return within[0]
    ending = [p for p in opened.provisions if p.locator.steps[-len(locator.steps) :] == locator.steps]
    return ending[0] if len(ending) == 1 else None
