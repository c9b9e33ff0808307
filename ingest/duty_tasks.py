"""What must be done: the words of a clause, of the block around a labelled time, or of the heading above."""

from corpus.time_reading import TimeExpression, find_times
from ingest.deadline_making import Clause, task_of
from ingest.duty_context import DutyContext
from ingest.duty_fields import Block, Field, Label
from ingest.duty_pieces import LONGEST_HEADING, Piece, begins_with_time_label
from ingest.duty_units import is_unit
from ingest.duty_words import ACT

WORDS_OF_A_TASK = 4  # fewer tell nothing


def task_in_clause(context: DutyContext, piece: Piece, time: TimeExpression, clause: Clause) -> str:
    """The clause of a time, or more of the sentence, or the heading above, until it says what is done."""
    expression = piece.text[time.start : time.end]
    for told in (clause.words, piece.text[clause.earliest : clause.latest]):
        rest = told.replace(expression, " ")
        if len(rest.split()) >= WORDS_OF_A_TASK or ACT.search(rest.lower()):
            return task_of(told)
    heading = _heading_above(context, piece)
    if not heading and context.body.is_under_time_label(piece.provision):
        return _whole_document(context, piece.provision.heading)
    return task_of(f"{heading}: {piece.text}" if heading else piece.text)


def task_of_block(context: DutyContext, block: Block) -> str:
    """What a labelled block is about: its labelled task, else its first words; "" when it has none."""
    text = context.document.text
    stated = [text[one.start : one.end].strip(" .;:\n") for one in block.of(Label.TASK)]
    if any(stated):
        return task_of(next(one for one in stated if one))
    plain = [one for one in block.before if not any(one.start <= field.name_start < one.end for field in block.fields)]
    told = [one for one in plain if not (one.is_first and one.provision.heading)] or plain
    if not told:
        return ""
    heading = _heading_above(context, told[0])
    is_noun = ACT.search(told[0].text[:LONGEST_HEADING].lower()) is None
    return task_of(f"{heading}: {task_of(told[0].text)}" if heading and is_noun else told[0].text)


def task_of_statement(context: DutyContext, piece: Piece, field: Field) -> str:
    """What a statement of time outside any block is about: its own words, those before it, else the whole document."""
    text = context.document.text
    value = text[field.start : field.end]
    times = find_times(value, context.setting(piece.provision)).expressions
    if len(value[: times[0].start].split() if times else ()) >= WORDS_OF_A_TASK:
        return task_of(value)
    name, before = text[field.name_start : field.start].rstrip(" :"), text[piece.start : field.name_start]
    heading = _heading_above(context, piece)
    if len(before.split()) >= WORDS_OF_A_TASK:
        return task_of(f"{name} {heading.lower()}: {before}" if heading else before)
    return task_of(f"{name}: {heading}") if heading else _whole_document(context, name)


def _whole_document(context: DutyContext, name: str) -> str:
    """The task of a time that is stated for the document as a whole."""
    return f"{task_of(name)} (toàn bộ {context.document.kind.lower() or 'văn bản'})"


def _heading_above(context: DutyContext, piece: Piece) -> str:
    """The nearest heading above that tells a task: no unit, no label of time and no chapter of the plan."""
    for one in context.body.ancestors(piece.provision):
        is_task = one.heading and not is_unit(one.heading) and not begins_with_time_label(one.heading)
        if is_task and one.parent is not None and len(one.heading) <= LONGEST_HEADING:
            return one.heading.strip(" :.")
    return ""
