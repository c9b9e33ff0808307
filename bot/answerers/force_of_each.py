"""Answers on the force of several held instruments, of one number or named together: each with its own status."""

from collections.abc import Sequence

from bot import force_messages as messages
from bot.answer import AnswerStatus
from bot.answerers.force_sources import ForceSources
from bot.asked_time import AskedTime
from bot.naming import Named
from bot.open_document import Shelf
from bot.reply import Reply
from bot.validity_messages import mark
from corpus.register import Register, instrument_of
from corpus.standing import best

# With more of them a list answers nobody: the person is asked which is meant.
MOST_TOLD = 6


def answer_force_of_each(named: Sequence[Named], time: AskedTime, register: Register, shelf: Shelf) -> Reply | None:
    """One line for each held document that the names can mean: status on the day asked for, first day, sources.

    None for one document, for too many, and when no document tells anything of their force.
    """
    documents = {document.id: document for one in named for document in one.held}
    if not 1 < len(documents) <= MOST_TOLD:
        return None
    sources = ForceSources(register, shelf)
    on = sources.day(time.day) if time.is_explicit else None
    is_one_name = len(named) == 1
    head = messages.several_of_one_name(named[0].reference.written, len(documents), on) if is_one_name else ""
    lines = [sources.computed(head or messages.force_of_each(on))]
    for document in documents.values():
        validity = register.validity(document.id, time.day)
        status = mark(validity)
        if not status:
            continue
        begins = best([one for one in register.standing(document.id).begins if not one.effect.places])
        first = begins[0] if begins and len({one.effect.on for one in begins}) == 1 else None
        marks = dict.fromkeys([sources.of(validity.cause), sources.of(validity.end), sources.of(first)])
        line = messages.one_of_them(document, status, first.effect.on if first else None)
        lines.append(f"{sources.computed(line)}{''.join(marks)}")
    if not sources.citations:
        return None
    return sources.reply(AnswerStatus.ANSWERED, instrument_of(next(iter(documents.values()))), lines)
