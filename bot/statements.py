"""The smallest texts that can answer: a sentence, a list item, a table row, each with what gives it meaning."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.open_document import OUTSIDE_BODY, OpenDocument, Stated
from corpus.model import Form, Passage, Provision, ProvisionKind
from corpus.normalise import sentences

# Beyond this, neighbours are another subject; a plan's task with its units and dates is shorter.
LARGEST_NEIGHBOURHOOD_CHARACTERS = 2_500

# How digests begin (corpus/documents/README.md), and how they tell namesakes apart.
_HOUSEKEEPING = re.compile(
    r"^(?:Bản tóm lược\b.*(?:do người biên soạn|lập theo tình trạng|lập ngày)|Nguồn để đối chiếu|Ghi chú của người)"
    r"|trùng số(?: thứ tự)? .*văn bản khác"
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A verbatim span of one provision, with its surroundings as plain text."""

    opened: OpenDocument
    provision: Provision
    start: int
    end: int
    text: str  # the span, verbatim
    lead: str  # headings and lead-ins above
    nearby: str  # the provisions around it under the same heading
    passage_score: float

    @property
    def heading(self) -> str:
        """The nearest heading: of its own provision, else the innermost above."""
        return self.provision.heading or self.lead.rsplit(" – ", 1)[-1]


def statements_in(opened: OpenDocument, passage: Passage, passage_score: float) -> Iterator[Statement]:
    """Every statement of the passage; headings alone and lead-ins that end with a colon are none."""
    for provision in opened.provisions[passage.first : passage.last + 1]:
        if provision.kind is ProvisionKind.LETTERHEAD or provision.end <= passage.start:
            continue
        if provision.start >= passage.end:
            break
        stated = stated_in(opened, provision)
        for start, end, text in stated.spans:
            if start < passage.end and end > passage.start:
                yield Statement(opened, provision, start, end, text, stated.lead, stated.nearby, passage_score)


def stated_in(opened: OpenDocument, provision: Provision) -> Stated:
    """What the provision states, worked out once while its document lies open."""
    found = opened.stated.get(provision.ordinal)
    if found is None:
        text, spans = opened.document.text, _spans(opened, provision)
        found = opened.stated[provision.ordinal] = Stated(
            lead=" – ".join(opened.leads(provision)),
            nearby=_nearby(opened, provision) if spans else "",
            spans=[(start, end, text[start:end]) for start, end in spans],
        )
    return found


def _spans(opened: OpenDocument, provision: Provision) -> list[tuple[int, int]]:
    own = opened.own_text(provision)
    if not own.strip(" |\n\t-–"):
        return []
    if provision.kind is ProvisionKind.ROW or provision.kind in OUTSIDE_BODY:
        return [(provision.start, provision.end)]
    if opened.children(provision) and _only_introduces(own, provision):
        return []
    return [
        (provision.start + start, provision.start + end)
        for start, end in sentences(own)
        if not _is_heading(own[start:end], provision) and not _is_about_the_digest(opened, own[start:end])
    ]


def _is_about_the_digest(opened: OpenDocument, sentence: str) -> bool:
    """Whether a sentence of a digest tells how the digest was made, or of a namesake, and nothing of the instrument."""
    return opened.document.form is Form.DIGEST and _HOUSEKEEPING.search(sentence.strip()) is not None


def _is_heading(sentence: str, provision: Provision) -> bool:
    return bool(provision.heading) and " ".join(sentence.split()).rstrip(" .:").endswith(
        provision.heading.rstrip(" .:")
    )


def _only_introduces(own: str, provision: Provision) -> bool:
    return own.rstrip().endswith(":") or len(own.strip()) <= len(provision.label) + len(provision.heading) + 10


def _nearby(opened: OpenDocument, provision: Provision) -> str:
    """The text around the provision: all under its nearest small heading, else its two neighbours."""
    around = ""
    for above in opened.ancestors(provision):
        if above.kind is ProvisionKind.TABLE or above.subtree_end - above.start > LARGEST_NEIGHBOURHOOD_CHARACTERS:
            break
        around = opened.subtree_text(above)
    if around:
        return around
    siblings = opened.siblings(provision)
    place = siblings.index(provision)
    return "\n".join(
        opened.subtree_text(sibling)[:LARGEST_NEIGHBOURHOOD_CHARACTERS]
        for sibling in siblings[max(0, place - 1) : place + 2]
        if sibling.kind is not ProvisionKind.ROW or sibling is provision
    )
