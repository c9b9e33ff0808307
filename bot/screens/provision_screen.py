"""A provision as a screen: where it stands, its text with the quoted words marked, and what stands beside it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from bot import messages as answer_messages
from bot import screen_messages as messages
from bot import validity_messages
from bot.markup import bold, escaped, italic, link
from bot.open_document import OpenDocument
from bot.records.given_answers import CitedPlace, GivenAnswer
from bot.rendering import shortened
from bot.screens.actions import version_key
from bot.screens.buttons import Row, card_button, cut_label, provision_button, source_button, spoken_locator
from bot.screens.document_card import document_card
from bot.screens.holdings import Holdings
from bot.screens.provision_lines import Line, Span, provision_parts
from bot.screens.reading_order import ReadingOrder
from bot.screens.screen import Button, Screen
from bot.sources import address, details
from corpus.locator import Level, Locator
from corpus.model import Provision, ProvisionKind

LONGEST_HEADING_CHARACTERS = 110
LONGEST_NEIGHBOUR_CHARACTERS = 80
LONGEST_MARKED_WHOLE = 400
LONGEST_STEP_LABEL = 22
LONGEST_WHOLE_LABEL = 32


@dataclass(frozen=True, slots=True)
class _Place:
    """What is opened."""

    opened: OpenDocument
    provision: Provision
    marked: Span | None = None
    part: int | None = None  # from 0; None: that with the marked words
    note: str = ""


def citation_screen(given: GivenAnswer, mark: str, holdings: Holdings, as_of: date) -> Screen:
    """What the mark of a given answer cites, as it is held now."""
    place = int(mark) - 1 if mark.isdecimal() else -1
    if not 0 <= place < len(given.cited):
        return Screen(escaped(messages.button_is_unknown()))
    return cited_place_screen(given.cited[place], holdings, as_of)


def cited_place_screen(cited: CitedPlace, holdings: Holdings, as_of: date) -> Screen:
    """The cited provision, the quoted words marked; of a document read anew the same place without marks, or its card.

    The first line tells when the document has changed.
    """
    opened = holdings.shelf.take(cited.document_id)
    if opened is None:
        return Screen(escaped(messages.document_is_gone()))
    same = [one for one in opened.provisions if cited.locator and str(one.locator) == cited.locator]
    if opened.document.digest != cited.document_digest:
        if same:
            return _shown(_Place(opened, same[0], note=messages.document_has_changed()), holdings, as_of)
        return _card_instead(opened, cited.locator, holdings, as_of)
    holding = [one for one in opened.provisions if one.start <= cited.start and cited.end <= one.subtree_end]
    beginning = [one for one in opened.provisions if one.start <= cited.start < one.end]
    around = [one for one in same if one in holding] or holding or beginning
    if not around:
        return _card_instead(opened, cited.locator, holdings, as_of)
    innermost = min(around, key=lambda one: (one.subtree_end - one.start, -one.ordinal))
    return _shown(_Place(opened, innermost, _marked(opened, innermost, cited)), holdings, as_of)


def provision_screen(key: str, ordinal: str, version: str, holdings: Holdings, as_of: date, part: str = "0") -> Screen:
    """The provision with this ordinal in the document with this key, as of a version; a part of a long one.

    When the document has been read anew since, its card, which says so.
    """
    opened = holdings.opened(key)
    if opened is None:
        return Screen(escaped(messages.document_is_gone()))
    if version_key(opened.document.digest) != version:
        return _card_instead(opened, "", holdings, as_of)
    if not (ordinal.isdecimal() and part.isdecimal()) or int(ordinal) >= len(opened.provisions):
        return Screen(escaped(messages.button_is_unknown()))
    return _shown(_Place(opened, opened.provisions[int(ordinal)], part=int(part)), holdings, as_of)


def _marked(opened: OpenDocument, provision: Provision, cited: CitedPlace) -> Span | None:
    """What to mark; nothing where an answer quotes a long provision or a row whole: all marked is nothing marked."""
    quoted = opened.document.text[cited.start : cited.end].strip()
    is_whole = quoted == opened.subtree_text(provision).strip()
    is_row = provision.kind is ProvisionKind.ROW
    is_needless = is_whole and (is_row or len(quoted) > LONGEST_MARKED_WHOLE)
    return None if is_needless else Span(cited.start, cited.end)


def _card_instead(opened: OpenDocument, locator: str, holdings: Holdings, as_of: date) -> Screen:
    card = document_card(opened.document, holdings, as_of)
    return replace(card, html=f"{italic(messages.place_has_gone(locator))}\n\n{card.html}")


def _shown(place: _Place, holdings: Holdings, as_of: date) -> Screen:
    opened, provision = place.opened, place.provision
    parts = provision_parts(opened, provision, place.marked)
    number = place.part if place.part is not None else _marked_part(parts)
    number = min(number, len(parts) - 1)
    before, behind = ReadingOrder(opened).neighbours(provision)
    neighbours = [
        italic(told(_in_a_line(opened, one, LONGEST_NEIGHBOUR_CHARACTERS)))
        for told, one in ((messages.before, before), (messages.after, behind))
        if one is not None
    ]
    paragraphs = [
        italic(place.note),
        "\n".join(filter(None, _head(place, holdings, as_of, (number, len(parts))))),
        "\n".join(line.html for line in parts[number]).strip(),
        "\n".join(neighbours),
    ]
    rows = _rows(place, (before, behind), (number, len(parts)))
    return Screen("\n\n".join(filter(None, paragraphs)), rows)


def _marked_part(parts: list[list[Line]]) -> int:
    return next((place for place, part in enumerate(parts) if any(line.is_marked for line in part)), 0)


def _head(place: _Place, holdings: Holdings, as_of: date, part: tuple[int, int]) -> Iterator[str]:
    """The document, the headings above, the place with its page, and its status."""
    opened, provision = place.opened, place.provision
    document = opened.document
    yield link(bold(answer_messages.designation(document)), address(document)) + escaped(details(document))
    for above in reversed(opened.ancestors(provision)):
        if above.kind is not ProvisionKind.TABLE and (line := _in_a_line(opened, above, LONGEST_HEADING_CHARACTERS)):
            yield italic(f"{messages.ON} {line}")
    start = place.marked.start if place.marked else provision.start
    page = opened.page_at(start)
    marks = [
        answer_messages.page_mark(page) if page is not None else "",
        messages.part_of(part[0] + 1, part[1]) if part[1] > 1 else "",
    ]
    name = spoken_locator(provision.locator)
    yield ", ".join(filter(None, [bold(name[:1].upper() + name[1:]), *map(escaped, marks)]))
    validity = holdings.register.validity(document.id, as_of, provision.locator)
    status = [answer_messages.form_mark(document.form), validity_messages.mark(validity)]
    told = "; ".join(filter(None, status))
    if told:
        yield italic(told[:1].upper() + told[1:])


def _in_a_line(opened: OpenDocument, provision: Provision, longest: int) -> str:
    """The first words of the provision: its number and heading."""
    if provision.kind is ProvisionKind.ROW and provision.columns:
        return shortened(". ".join(cell for _, cell in provision.columns[:2] if cell.strip()), longest)
    return shortened(opened.own_text(provision), longest)


def _rows(
    place: _Place, neighbours: tuple[Provision | None, Provision | None], part: tuple[int, int]
) -> tuple[Row, ...]:
    document, provision = place.opened.document, place.provision
    number, parts = part
    page = place.opened.page_at(place.marked.start if place.marked else provision.start)
    turning: list[Button] = []
    if number > 0:
        label = messages.go_back(number, parts)
        turning.append(provision_button(label, document, provision.ordinal, number - 1))
    if number + 1 < parts:
        label = messages.go_on(number + 2, parts)
        turning.append(provision_button(label, document, provision.ordinal, number + 1))
    before, behind = neighbours
    beside = []
    if before is not None:
        label = f"{messages.BACK} {_step_label(before, provision)}"
        beside.append(provision_button(label, document, before.ordinal))
    if behind is not None:
        label = f"{_step_label(behind, provision)} {messages.ON}"
        beside.append(provision_button(label, document, behind.ordinal))
    rows = [turning, beside, _whole(place), [card_button(document.id), source_button(document.id, page)]]
    return tuple(tuple(row) for row in rows if row)


def _whole(place: _Place) -> list[Button]:
    """Opens what the provision is a part of; of a row the table."""
    above = (one for one in place.opened.ancestors(place.provision) if one.kind is not ProvisionKind.ROW)
    parent = next(above, None)
    if parent is None:
        return []
    is_table = parent.kind is ProvisionKind.TABLE
    name = (
        messages.TABLE
        if is_table
        else cut_label(spoken_locator(parent.locator), LONGEST_WHOLE_LABEL) or messages.NAMELESS
    )
    return [provision_button(messages.whole(name), place.opened.document, parent.ordinal)]


def _step_label(beside: Provision, shown: Provision) -> str:
    """The place beside, without what it shares with the place shown: "Điểm b"; a plan's number is told whole."""
    steps, around = beside.locator.steps, shown.locator.steps[:-1]
    is_sibling = bool(around) and steps[:-1] == around and steps[-1].level is not Level.SECTION
    name = spoken_locator(Locator(steps[-1:]) if is_sibling else beside.locator)
    return cut_label(name[:1].upper() + name[1:], LONGEST_STEP_LABEL) or messages.NAMELESS
