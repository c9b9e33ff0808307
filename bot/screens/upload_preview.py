"""The preview of an upload on a phone: what it is, what it does to others, its deadlines, what to look at."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from bot import screen_messages
from bot import upload_messages as messages
from bot.markup import bold, escaped, folded, italic
from bot.rendering import shortened
from bot.sources import short_issuer
from bot.upload_warning_messages import warning_in_words
from corpus.model import Form, RelationKind
from corpus.upload import Novelty, Preview, PreviewDeadline, PreviewRelation
from corpus.written_date import written_date

FEW_DEADLINES = 5  # the others are behind a tap, as far as they fit; all are in the library after publishing
LONGEST_PREVIEW = 3600  # characters: one message, which is edited as the upload goes on, with room for a refusal above
LONGEST_RELATIONS, LONGEST_WARNINGS = 1200, 1000  # of these characters
MOST_TARGETS = 4  # of a kind of relation
MOST_WARNINGS = 4
_LONGEST_TITLE, _LONGEST_TASK, _LONGEST_UNITS, _LONGEST_WARNING = 300, 110, 70, 220
_LONGEST_CORRECTION = 120

# What changes others first, what the document rests on last.
_ORDER = (
    *(RelationKind.REPLACES, RelationKind.REPEALS, RelationKind.ENDS, RelationKind.AMENDS, RelationKind.EXTENDS),
    *(RelationKind.CORRECTS, RelationKind.CONSOLIDATES, RelationKind.CONTINUES, RelationKind.IMPLEMENTS),
    *(RelationKind.GUIDES, RelationKind.BASED_ON),
)


def preview_html(preview: Preview) -> str:
    """The whole preview, each part a paragraph; it fits into one message. Of a file that is held, only which it is."""
    if preview.novelty is Novelty.IDENTICAL:
        return "\n\n".join(["\n".join(_facts(preview)), bold(messages.NOVELTY[preview.novelty])])
    above = [
        "\n".join(_facts(preview)),
        bold(messages.NOVELTY[preview.novelty]),
        "\n".join(_corrected(preview)),
        "\n".join(_within(_relations(preview.relations), LONGEST_RELATIONS)),
    ]
    below = "\n".join(_within(_warnings(preview.warnings), LONGEST_WARNINGS))
    room = LONGEST_PREVIEW - sum(map(len, above)) - len(below)
    return "\n\n".join(filter(None, [*above, _deadlines(preview, room), below]))


def name_of(preview: Preview) -> str:
    """Kind and number, or kind and title."""
    kind = preview.kind or "Văn bản"
    return f"{kind} {preview.document_number}" if preview.document_number else f"{kind} (không có số)"


def _facts(preview: Preview) -> Iterator[str]:
    day = f"ngày {written_date(preview.issued_on)}" if preview.issued_on else f"ngày {messages.NOT_TOLD}"
    yield f"{bold(name_of(preview))}, {day}"
    yield escaped(shortened(preview.title, _LONGEST_TITLE) or f"Tên {messages.NOT_TOLD}")
    yield escaped(short_issuer(preview.issuer) or f"Cơ quan ban hành {messages.NOT_TOLD}")
    if preview.signer:
        yield escaped(messages.signed_by(preview.signer))
    yield escaped(", ".join(filter(None, [_capitalised(messages.FORMS[preview.form]), messages.pages(preview.pages)])))


def _corrected(preview: Preview) -> Iterator[str]:
    if preview.corrections:
        yield bold(messages.CORRECTED_HEADING)
    for key, value in preview.corrections.items():
        shown = shortened(shown_value(key, value), _LONGEST_CORRECTION)
        yield f"• {messages.FIELDS.get(key, escaped(key))}: {escaped(shown)}"


def shown_value(key: str, value: str) -> str:
    """What a correction sets, as people write it."""
    if not value:
        return "không có"
    if key == "issued_on":
        return written_date(date.fromisoformat(value))
    return messages.FORMS[Form(value)] if key == "form" else value


def _relations(relations: Sequence[PreviewRelation]) -> Iterator[str]:
    yield bold(messages.RELATIONS_HEADING) if relations else messages.NO_RELATIONS
    replaced = {one.target for one in relations if one.kind is RelationKind.REPLACES}
    for kind in _ORDER:
        of_kind = [one for one in relations if one.kind is kind]
        if kind in {RelationKind.REPEALS, RelationKind.ENDS}:  # what is replaced also ends: told once
            of_kind = [one for one in of_kind if one.target not in replaced]
        if of_kind:
            yield f"• {screen_messages.DOES[kind]}: {escaped(_targets(of_kind))}"


def _targets(relations: Sequence[PreviewRelation]) -> str:
    shown, rest = relations[:MOST_TARGETS], len(relations) - MOST_TARGETS
    more = [messages.more_documents(rest)] if rest > 0 else []
    if len(relations) > 1 and not any(one.is_held for one in relations):
        return f"{'; '.join([*map(_target, shown), *more])} ({messages.NONE_HELD})"
    return "; ".join([*(_target(one) + ("" if one.is_held else f" ({messages.NOT_HELD})") for one in shown), *more])


def _target(relation: PreviewRelation) -> str:
    return f"{relation.target_kind} {relation.target}".strip()


def _deadlines(preview: Preview, room: int) -> str:
    """The first few, then others behind a tap, in `room` characters."""
    if not preview.deadline_count:
        return messages.NO_DEADLINES
    shown: list[str] = []
    for line in dict.fromkeys(_deadline(one) for one in preview.deadlines):
        room -= len(line)
        if shown and room < 0:
            break
        shown.append(line)
    few, others = shown[:FEW_DEADLINES], shown[FEW_DEADLINES:]
    rest = (
        preview.deadline_count - len(preview.deadlines) + len({_deadline(one) for one in preview.deadlines} - {*shown})
    )
    if rest > 0:
        others.append(italic(messages.more_deadlines(rest)))
    heading = bold(messages.deadlines_heading(preview.deadline_count))
    return "\n".join([heading, *few, *([folded("\n".join(others))] if others else [])])


def _deadline(one: PreviewDeadline) -> str:
    units = shortened("; ".join(one.units), _LONGEST_UNITS) or messages.nobody_named()
    what = shortened(one.task or one.quote, _LONGEST_TASK)
    return f"• {bold(_capitalised(one.when))}: {escaped(what)} ({escaped(units)})"


def _warnings(warnings: Sequence[str]) -> Iterator[str]:
    told = list(dict.fromkeys(warning_in_words(warning) for warning in warnings))
    if told:
        yield bold(messages.WARNINGS_HEADING)
    if len(told) > MOST_WARNINGS:
        yield italic(messages.warnings_shown(MOST_WARNINGS, len(told)))
    for line in told[:MOST_WARNINGS]:
        yield f"• {escaped(shortened(line, _LONGEST_WARNING))}"


def _within(lines: Iterable[str], room: int) -> Iterator[str]:
    """The first lines, as far as they fit."""
    for line in lines:
        room -= len(line)
        if room < 0:
            return
        yield line


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
