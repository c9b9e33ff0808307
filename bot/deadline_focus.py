"""What a question on a deadline is about, beyond its time, its unit and the name of its document."""

import re

from bot.deadline_question import DeadlineQuestion
from bot.relevance import Focus, described, without
from bot.terms import Terms
from corpus.folding import fold
from corpus.model import Document

# What is asked beside the time, and how: no text of a duty says so.
_ASKING = re.compile(
    r"(?<!\w)(?:may gio|luc may gio|(?:don vi|co quan|ai|so|phong|bo) (?:nao )?chu tri|chu tri|phu trach"
    r"|(?:qua|cho|ve|toi|den|gui|la) ai|ai|giup|luon|lan luot|cai nao|gio|tre|muon|kip|tinh (?:tu|den)"
    r"|khac (?:gi|nhau)|so sanh|moi (?:noi|ben)"
    r"|(?:tinh|xa|phuong|huyen|co quan|don vi|so|truong|ben|nganh) (?:toi|minh|em|ta|chung toi)|cua (?:toi|minh))(?!\w)"
)
# Whom the question leaves out.
LEFT_OUT = re.compile(
    r"(?<!\w)(?:khong|ko|chang) (?:phai|thuoc|tinh) (?:la |cua )?(?:nganh|khoi|he thong|linh vuc|truong hop|doi tuong) "
    r"(?P<whom>\w+ \w+)(?!\w)"
)
# "Nay 30/3 rồi": a day that the question tells is not what it is about.
_DAYS = re.compile(r"(?<![\d/.-])\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?(?![\d/.-])")


def topic_focus(asked: DeadlineQuestion, focus: Focus) -> Focus:
    """The focus on the topic alone: without unit, time, the words of asking and the kind of duty."""
    asking = {word for words in asked.handed_in for word in words.split()}
    text = fold(focus.question.reading.text)
    asking |= {word for words in _ASKING.findall(text) for word in words.split()}
    asking |= {word for match in LEFT_OUT.finditer(text) for word in match[0].split()}
    for day in _DAYS.findall(text):
        asking |= {*re.split(r"\D", day), re.sub(r"\D", "_", day)}
    topic = {word for word in asked.topic if fold(word) not in asking}
    weights = {term: weight for term, weight in focus.weights.items() if set(term.split("_")) <= topic}
    return Focus(focus.question, weights)


def beyond_name(focus: Focus, document: Document) -> Focus:
    """The focus on what the question asks of this document: without its issuer; its title may tell the duty too.

    Two of its syllables that stand side by side in the question alone are the end of one name and the beginning of
    the next.
    """
    issuer, name = Terms.of(document.issuer).found, Terms.of(described(document)).found
    weights = without(focus, document).weights
    beyond = {term: weight for term, weight in weights.items() if term not in issuer and not is_between(term, name)}
    return Focus(focus.question, beyond)


def is_between(term: str, name: frozenset[str]) -> bool:
    """Whether the pair is not in the name, and both its syllables are."""
    return term not in name and "_" in term and name.issuperset(term.split("_"))


def has_topic(asked: DeadlineQuestion, focus: Focus) -> bool:
    """Whether the question says what it is about beyond unit, time and kind of duty."""
    return topic_focus(asked, focus).total > 0
