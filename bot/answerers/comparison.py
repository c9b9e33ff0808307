"""Answers what changed between two versions of a rule: numbers and dates first, each side quoted."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot import comparison_messages as messages
from bot.answer import AnswerStatus
from bot.comparison_cues import asks_comparison as asks_comparison
from bot.comparison_cues import asks_for_places, matter
from bot.comparison_lines import Lines
from bot.comparison_matter import at_places, on_matter
from bot.open_document import OpenDocument
from bot.question import Question
from bot.reply import Reply
from bot.validity_messages import mark
from bot.verification import numbers_in
from corpus.comparison import Compared, compare
from corpus.correspondence import Version
from corpus.differences import Difference, DifferenceKind
from corpus.model import Document, DocumentId, Form, Provision, ProvisionKind
from corpus.quantities import find_quantities
from corpus.register import Register

MOST_LINES = 8
# With the head, what is read on a telephone without losing the thread.
MOST_CHARACTERS = 850
# What is new and what is gone must not be crowded out by many numbers.
LINES_KEPT_FOR_ONE_SIDED = 3
# Of pairs on the matter that differ in no number, as many are shown as are read without scrolling.
MOST_BESIDE = 3

# Of two documents with fewer common provisions, by the one that has fewer, neither is a version of the other.
LEAST_COMMON_SHARE = 0.3

_WORDING = frozenset({DifferenceKind.WORDING, DifferenceKind.ADDED, DifferenceKind.REMOVED})


def answer_comparison(
    question: Question, older: OpenDocument, newer: OpenDocument, register: Register, day: date
) -> Reply | None:
    """What differs between the two, on the matter that the question names or on all; None for one and the same.

    What has ended on the day is said to have.
    """
    if older.document.id == newer.document.id:
        return None
    found = [_without_own_dates(one, older, newer) for one in compare(_version(older), _version(newer))]
    found = at_places(question, found, newer)
    told_or_paired = [one for one in found if one.is_pair or _is_told(one)]
    if not told_or_paired or Form.NEWS in {older.document.form, newer.document.form}:
        text = messages.nothing_in_common(older.document, newer.document)
        return Reply(AnswerStatus.NOT_IN_CORPUS, text, warnings=_warnings(older.document, newer.document))
    asked = matter(question)
    chosen = on_matter(asked, found, older, newer) if asked else found
    if not chosen:
        text = messages.nothing_on_topic(older.document, newer.document)
        return Reply(AnswerStatus.NOT_IN_CORPUS, text, warnings=_warnings(older.document, newer.document))
    ended = _ended((older.document, newer.document), register, day)
    is_on_matter = bool(asked) or bool(question.provisions)
    reply = _reply(chosen, older, newer, ended, is_on_matter=is_on_matter, with_places=asks_for_places(question))
    return replace(reply, warnings=_warnings(older.document, newer.document, found))


def _ended(documents: Iterable[Document], register: Register, day: date) -> dict[DocumentId, str]:
    """What is told of each that is no longer in force on the day."""
    found = {document.id: register.validity(document.id, day) for document in documents}
    return {identity: mark(validity) for identity, validity in found.items() if validity.is_expired}


def _version(opened: OpenDocument) -> Version:
    return Version(opened.document.text, opened.provisions, opened.document.number)


def _reply(
    found: Sequence[Compared],
    older: OpenDocument,
    newer: OpenDocument,
    ended: Mapping[DocumentId, str],
    *,
    is_on_matter: bool,
    with_places: bool,
) -> Reply:
    is_verbatim = Form.DIGEST not in {older.document.form, newer.document.form}
    sorted_out = _sorted_out(found, older, newer, is_verbatim=is_verbatim)
    lines = Lines(older, newer, with_places=with_places, with_counterparts=is_on_matter)
    written, possible = _written(lines, sorted_out, is_on_matter=is_on_matter)
    if not written and is_on_matter and not is_verbatim:
        text = messages.nothing_on_topic(older.document, newer.document)
        return Reply(AnswerStatus.NOT_IN_CORPUS, text)
    uncited = [opened for opened in (newer, older) if not lines.cites(opened)]
    marks = []
    if uncited:  # their marks stand in the head, so they are counted first
        lines = Lines(older, newer, with_places=with_places, with_counterparts=is_on_matter)
        marks = [lines.whole_of(opened) for opened in uncited]
        written, possible = _written(lines, sorted_out, is_on_matter=is_on_matter)
    head = messages.head(older.document, newer.document, ended)
    if not written:
        same = messages.same_text if is_verbatim else messages.same_numbers
        head = same(older.document, newer.document, ended)
    more = [messages.MORE_DIFFERENCES] if possible > len(written) else []
    text = "\n".join([" ".join([head, *marks]), *(f"– {line}" for line in written), *more])
    status = AnswerStatus.ANSWERED if written or is_verbatim else AnswerStatus.PARTIAL
    return Reply(status, text, tuple(lines.citations), computed=tuple(sorted(numbers_in(ended.values()))))


@dataclass(frozen=True, slots=True)
class _SortedOut:
    """The findings by what is written of them."""

    exchanges: Sequence[Compared]
    told: Sequence[Compared]
    of_one_side: Sequence[Compared]
    beside: Sequence[Compared]
    reworded: Sequence[Compared]


def _sorted_out(
    found: Sequence[Compared], older: OpenDocument, newer: OpenDocument, *, is_verbatim: bool
) -> _SortedOut:
    one_sided = [one for one in found if not one.is_pair and _can_tell(one, older.document, newer.document)]
    exchanges = [one for one in found if any(d.is_exchange for d in one.differences)]
    told = [one for one in found if _is_told(one) and one not in exchanges]
    changed = [one for one in found if one.is_pair and one.differences and one not in exchanges]
    reworded = [one for one in changed if is_verbatim and any(d.kind in _WORDING for d in one.differences)]
    shown = [*exchanges, *told]
    beside = [one for one in found if one.is_pair and one not in shown and _says_something(one, older, newer)]
    return _SortedOut(exchanges, told, _outermost(one_sided, older, newer), beside, reworded)


def _written(lines: Lines, found: _SortedOut, *, is_on_matter: bool) -> tuple[list[str], int]:
    """The lines that have room, and how many there could be."""
    kept = min(LINES_KEPT_FOR_ONE_SIDED, len(found.of_one_side))
    written: list[str] = []
    _write(written, lines, lines.exchange, found.exchanges, MOST_LINES - kept)
    _write(written, lines, lines.told, found.told, MOST_LINES - kept)
    _write(written, lines, lines.one_sided, _both_sides(found.of_one_side, MOST_LINES - len(written)), MOST_LINES)
    possible = len(found.exchanges) + len(found.told) + len(found.of_one_side)
    if is_on_matter:
        _write(written, lines, lines.beside, found.beside[:MOST_BESIDE], MOST_LINES)
    else:
        _write(written, lines, lines.rewording, found.reworded, MOST_LINES)
        possible += len(found.reworded)
    return written, possible


def _write(
    written: list[str], lines: Lines, write: Callable[[Compared], str], found: Iterable[Compared], most: int
) -> None:
    """Adds lines until there are `most`, or what is read at one sitting is full; one there always may be."""
    for one in found:
        cited = len(lines.citations)
        line = write(one)
        if len(written) >= most or (written and sum(map(len, [*written, line])) > MOST_CHARACTERS):
            del lines.citations[cited:]  # a shorter one may still have room
        else:
            written.append(line)


def _warnings(older: Document, newer: Document, found: Sequence[Compared] = ()) -> tuple[str, ...]:
    if note := messages.incomplete(older, newer):
        return (note,)
    pairs = sum(one.is_pair for one in found)
    fewest = pairs + min(
        sum(one.alignment.newer is None for one in found), sum(one.alignment.older is None for one in found)
    )
    return (messages.LITTLE_IN_COMMON,) if pairs < LEAST_COMMON_SHARE * fewest else ()


def _is_told(compared: Compared) -> bool:
    return compared.told_by_older is not None or compared.told_by_newer is not None


def _can_tell(compared: Compared, older: Document, newer: Document) -> bool:
    """Whether the absence of a counterpart says anything: of a digest it does not."""
    lacking = older if compared.alignment.newer else newer
    return lacking.form is Form.OFFICIAL


def _outermost(one_sided: Sequence[Compared], older: OpenDocument, newer: OpenDocument) -> list[Compared]:
    """What only one document has, without what lies in another of them: articles first, of these the new ones."""
    found: list[tuple[bool, bool, Compared]] = []
    for opened in (newer, older):
        sides = [(one, one.alignment.newer if opened is newer else one.alignment.older) for one in one_sided]
        mine = [(one, provision) for one, provision in sides if provision is not None]
        ordinals = {provision.ordinal for _, provision in mine}
        for one, provision in mine:
            if not any(above.ordinal in ordinals for above in opened.ancestors(provision)):
                found.append((provision.kind is not ProvisionKind.ARTICLE, opened is older, one))
    return [one for _, _, one in sorted(found, key=lambda entry: entry[:2])]


def _both_sides(one_sided: Sequence[Compared], most: int) -> list[Compared]:
    """As many as fit, in order; the last of them tells of the other side when that would be left out."""
    shown = list(one_sided[:most])
    gone = [one for one in one_sided if one.alignment.newer is None]
    if gone and len(shown) > 1 and gone[0] not in shown:
        shown[-1] = gone[0]
    return shown


def _says_something(compared: Compared, older: OpenDocument, newer: OpenDocument) -> bool:
    """Not a heading or lead-in alone, on either side."""
    sides = [(older, compared.alignment.older), (newer, compared.alignment.newer)]
    return not any(provision is None or _only_introduces(opened, provision) for opened, provision in sides)


def _only_introduces(opened: OpenDocument, provision: Provision) -> bool:
    own = opened.own_text(provision).strip(" |\n")
    is_heading = len(own) <= len(provision.label) + len(provision.heading) + 10
    return own.endswith(":") or (is_heading and bool(opened.children(provision))) or not own


def _without_own_dates(compared: Compared, older: OpenDocument, newer: OpenDocument) -> Compared:
    """Without the exchange of the two dates of issue, which the head of the answer gives."""
    kept = tuple(one for one in compared.differences if not _is_own_date(one, older, newer))
    return replace(compared, differences=kept)


def _is_own_date(difference: Difference, older: OpenDocument, newer: OpenDocument) -> bool:
    if difference.kind is not DifferenceKind.DATE or difference.older is None or difference.newer is None:
        return False
    sides = [(older.document, difference.older), (newer.document, difference.newer)]
    return all(
        [one.value for one in find_quantities(document.text[slice(*span)])] == [_date_of_issue(document)]
        for document, span in sides
    )


def _date_of_issue(document: Document) -> str | None:
    """As `find_quantities` values it; where the day is not known, the year of the number."""
    if day := document.issued_on:
        return f"{day.year}-{day.month}-{day.day}"
    return f"{document.number.year}-?-?" if document.number and document.number.year else None
