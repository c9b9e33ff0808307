"""The lines of a comparison: what changed, verbatim from both documents, each side with its mark."""

from bot.answer import Citation
from bot.clauses import without_label
from bot.comparison_messages import EARLIER, NEW, NO_LONGER, NOW, REWORDED, UNCHANGED
from bot.composing import plain
from bot.open_document import OpenDocument
from corpus.comparison import Compared
from corpus.differences import Difference, DifferenceKind, Span
from corpus.model import Provision, ProvisionKind
from corpus.normalise import sentences

# What is read at a glance around a change.
LONGEST_FRAGMENT_CHARACTERS = 200
# What a document tells of a change is shown from the beginning of the provision up to this.
LONGEST_TOLD_CHARACTERS = 450
# A shorter text does not say what it is about without the lead-in above it.
FEWEST_WORDS = 8
LONGEST_LEAD_CHARACTERS = 140


class Lines:
    """Writes lines and collects the citations that their marks count."""

    def __init__(
        self, older: OpenDocument, newer: OpenDocument, *, with_places: bool = False, with_counterparts: bool = False
    ) -> None:
        self._older, self._newer = older, newer
        self._with_places = with_places
        self._with_counterparts = with_counterparts
        self.citations: list[Citation] = []

    def exchange(self, compared: Compared) -> str:
        """The numbers and dates that took each other's place in a pair, and what the newer text says with them."""
        older, newer = _pair(compared)
        exchanged = [difference for difference in compared.differences if difference.is_exchange]
        first = exchanged[0]
        around = _sentence(self._newer, newer, _of(first.newer))
        together = [one for one in exchanged if around[0] <= _of(one.newer)[0] < around[1]]
        changes = [self._change(older, newer, one) for one in together]
        context = _fragment(self._newer, around, [_of(one.newer) for one in together])
        return f"{'; '.join(changes)}: {_led(self._newer, newer, context)} ({_places(older, newer)})"

    def beside(self, compared: Compared) -> str:
        """Both texts, one above the other; once when they are the same."""
        older, newer = _pair(compared)
        mark, other_mark = self._mark_own(self._older, older), self._mark_own(self._newer, newer)
        now = _led(self._newer, newer, _shown(self._newer, newer))
        if self._with_places:
            now = f"{now} ({_places(older, newer)})"
        if compared.is_unchanged:
            return f"{UNCHANGED}: {now} {mark} {other_mark}"
        before = _led(self._older, older, _shown(self._older, older))
        return f"{EARLIER}: {before} {mark}\n  {NOW}: {now} {other_mark}"

    def rewording(self, compared: Compared) -> str:
        """The first words that changed, and those in their place."""
        older, newer = _pair(compared)
        kinds = {DifferenceKind.WORDING, DifferenceKind.ADDED, DifferenceKind.REMOVED}
        first = next(difference for difference in compared.differences if difference.kind in kinds)
        sides = [
            (self._older, older, first.older or (older.start, older.end)),
            (self._newer, newer, first.newer or (newer.start, newer.end)),
        ]
        written = []
        for opened, provision, span in sides:
            around = _sentence(opened, provision, span)
            written.append(f"“{_fragment(opened, around, [span])}” {self._mark(opened, provision, around)}")
        return f"{REWORDED} ({_places(older, newer)}): {' → '.join(written)}"

    def told(self, compared: Compared) -> str:
        """What one of the documents itself says of the change, with what it speaks of before."""
        statement, opened = compared.told_by_older, self._older
        if statement is None:
            statement, opened = compared.told_by_newer, self._newer
        assert statement is not None, "nothing is told"
        start, text = _after_heading(opened, statement.provision), opened.document.text
        if start > statement.start or statement.end - start > LONGEST_TOLD_CHARACTERS:
            start = statement.start
        start += without_label(text[start : statement.end])
        marks = [self._mark(opened, statement.provision, (start, statement.end))]
        if self._with_counterparts and statement.place is not None:
            there = self._newer if opened is self._older else self._older
            at_place = (one for one in there.provisions if statement.place.contains(one.locator))
            if told_of := next(at_place, None):
                marks.append(self._mark(there, told_of, _sentence(there, told_of, (told_of.start, told_of.start))))
        return f"{plain(text[start : statement.end])} {' '.join(marks)}"

    def one_sided(self, compared: Compared) -> str:
        """A provision that only one of the documents has, by its heading or first words."""
        newer = compared.alignment.newer
        opened, provision = (self._newer, newer) if newer else (self._older, _of_one(compared.alignment.older))
        first = _sentence(opened, provision, (provision.start, provision.end))
        shown = _fragment(opened, first, [(first[0], first[0])])
        place = "" if shown.startswith(str(provision.locator)) else f"{provision.locator} – "
        return f"{NEW if newer else NO_LONGER}: {place}{shown} {self._mark(opened, provision, first)}"

    def whole_of(self, opened: OpenDocument) -> str:
        """The mark of the document's first words, for a line that names it and quotes nothing else of it."""
        first = next(p for p in opened.provisions if opened.own_text(p).strip(" |\n"))
        return self._mark_own(opened, first)

    def cites(self, opened: OpenDocument) -> bool:
        """Whether a line so far quotes the document."""
        return any(citation.document is opened.document for citation in self.citations)

    def _change(self, older: Provision, newer: Provision, difference: Difference) -> str:
        before, after = _of(difference.older), _of(difference.newer)
        mark = self._mark(self._older, older, _sentence(self._older, older, before))
        other_mark = self._mark(self._newer, newer, _sentence(self._newer, newer, after))
        texts = self._older.document.text, self._newer.document.text
        return f"{plain(texts[0][slice(*before)])} {mark} → {plain(texts[1][slice(*after)])} {other_mark}"

    def _mark_own(self, opened: OpenDocument, provision: Provision) -> str:
        return self._mark(opened, provision, (provision.start, provision.end))

    def _mark(self, opened: OpenDocument, provision: Provision, span: Span) -> str:
        citation = opened.cite(provision, *span)
        if citation not in self.citations:
            self.citations.append(citation)
        return f"[{self.citations.index(citation) + 1}]"


def _pair(compared: Compared) -> tuple[Provision, Provision]:
    return _of_one(compared.alignment.older), _of_one(compared.alignment.newer)


def _of_one(provision: Provision | None) -> Provision:
    assert provision is not None, "a pair was expected"
    return provision


def _of(span: Span | None) -> Span:
    assert span is not None, "both sides were expected"
    return span


def _sentence(opened: OpenDocument, provision: Provision, span: Span) -> Span:
    """The sentence of the provision in which the span begins; a table row whole."""
    own = opened.own_text(provision)
    if provision.columns:
        return provision.start, provision.end
    for start, end in sentences(own):
        if span[0] < provision.start + end:
            return provision.start + start, provision.start + end
    return provision.start, provision.end


def _fragment(opened: OpenDocument, around: Span, kept: list[Span]) -> str:
    """The text without its label; of a long one the part with what must be kept, cut between words."""
    text = opened.document.text
    start, end = around[0] + without_label(text[slice(*around)]), around[1]
    first, last = max(start, min(span[0] for span in kept)), min(end, max(span[1] for span in kept))
    room = max(0, LONGEST_FRAGMENT_CHARACTERS - (last - first))
    left, right = start, end
    if end - start > LONGEST_FRAGMENT_CHARACTERS:
        left = start if first - start <= room else text.find(" ", first - room * 2 // 3, first) + 1 or first
        right = min(end, left + LONGEST_FRAGMENT_CHARACTERS)
        if right < end:
            right = max(last, text.rfind(" ", left, right))
    shown = plain(text[left:right]).rstrip(" ;,")
    return f"{'… ' if left > start else ''}{shown}{' …' if right < end else ''}"


def _shown(opened: OpenDocument, provision: Provision) -> str:
    start = _after_heading(opened, provision)
    return _fragment(opened, (start, provision.end), [(start, start)])


def _after_heading(opened: OpenDocument, provision: Provision) -> int:
    """Where the text of an article begins, below the line of its number; of others where they begin."""
    own = opened.own_text(provision)
    _, _, below = own.partition("\n")
    if provision.kind is not ProvisionKind.ARTICLE or not below.strip():
        return provision.start
    return provision.start + len(own) - len(below.lstrip())


def _places(older: Provision, newer: Provision) -> str:
    """Both places; of a digest's paragraph outside its articles the counterpart alone, which people can look up."""
    if older.kind is ProvisionKind.PARAGRAPH and older.parent is None:
        return str(newer.locator)
    return f"{older.locator} → {newer.locator}"


def _led(opened: OpenDocument, provision: Provision, shown: str) -> str:
    """What is shown, after the lead-in above it when it is too short to be understood alone."""
    leads = opened.leads(provision)
    if len(shown.split()) >= FEWEST_WORDS or not leads:
        return shown
    lead = leads[-1][without_label(leads[-1]) :].rstrip(" :.")
    if not lead or len(lead) > LONGEST_LEAD_CHARACTERS or any(character.isdigit() for character in lead):
        return shown  # a number must stand in a quote
    return f"{lead}: {shown}"
