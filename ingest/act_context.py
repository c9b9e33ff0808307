"""What the place of a sentence in its document adds: who speaks, what the lead of a list says, what is amended."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.locator import Level, Locator, locator_of
from corpus.locator_reading import read_steps
from corpus.model import Document, Form, Provision, ProvisionKind, RelationKind
from ingest import act_verbs as verbs
from ingest import relation_cues as cues
from ingest.act_types import Act, Setting
from ingest.insertions import with_insertion
from ingest.leads import bare
from ingest.mentions import Mention, MentionReader, Sentence

_SILENT = frozenset({ProvisionKind.LETTERHEAD, ProvisionKind.CLOSING})
_LISTED = frozenset({ProvisionKind.ITEM, ProvisionKind.POINT, ProvisionKind.ROW, ProvisionKind.CLAUSE})
_OUTER = frozenset({ProvisionKind.PARAGRAPH, ProvisionKind.ITEM})
_ENACTING = frozenset(
    {"Luật", "Bộ luật", "Pháp lệnh", "Nghị quyết", "Nghị định", "Quyết định", "Thông tư", "Thông tư liên tịch"}
)
_BASIS_HEADING = verbs.cue(r"\W*căn cứ(?: pháp lý| ban hành)?(?: \([^()]*\))?\s*[:|]?\s*\Z")
_BASIS_CELL = verbs.cue(r"\W*căn cứ(?: pháp lý)?\s*\|")
_REPEALED_LIST = verbs.cue(r"danh mục[^.;:]{0,160}?(?<!\w)(?:bãi bỏ|hủy bỏ|huỷ bỏ)(?!\w)")
_LISTED_END = verbs.cue(r"(?:các|những) [^.;:]{0,80}?sau(?: đây)?[^.;:]*?hết hiệu lực|hết hiệu lực[^.;]*:\s*\Z")
_LED = frozenset(
    {RelationKind.AMENDS, RelationKind.REPLACES, RelationKind.REPEALS, RelationKind.CORRECTS, RelationKind.CONSOLIDATES}
)
_AS_FOLLOWS = verbs.cue(r"(?:như sau|:)\W*\Z")
_EXCEPTION = verbs.cue(r"(?<!\w)trừ(?!\w)")
_NEW_WORDING = verbs.cue(r"[:\n]\s*“")
_PLACE_CHANGED = verbs.cue(
    r"(?:điều|khoản|điểm|chương|mục|phụ lục|tiết) [^.;:“]{0,120}?(?:được|bị) (?P<verb>sửa đổi|bổ sung|bãi bỏ|thay thế)"
)

_NEAR = 100  # characters between a document and what a broken line says of it


class Context:
    """Follows a document's sentences in order; `sentences` tells each with its setting, `learn` what it said."""

    def __init__(self, document: Document, provisions: Sequence[Provision], reader: MentionReader) -> None:
        self._document = document
        self._provisions = provisions
        self._reader = reader
        self._flags: dict[int, tuple[bool, bool]] = {}  # in an article, in an annex
        self._leads: dict[int, tuple[RelationKind, bool]] = {}
        self._inherited: dict[int, tuple[RelationKind, bool]] = {}
        self._amended: dict[int, Mention] = {}
        self._amended_place: dict[int, Locator] = {}
        self._title_target: Mention | None = None

    def sentences(self, provision: Provision) -> Iterator[tuple[Sentence, Setting]]:
        """The sentences that may say something of other documents, each with what its place adds."""
        self._enter(provision)
        document = self._document
        if provision.kind is ProvisionKind.LETTERHEAD and document.form is not Form.NEWS:
            title = self._title(provision)
            if title is not None and title.mentions:
                yield title, replace(self._setting(provision), is_title=True, speaks=True)
        if provision.kind in _SILENT:
            return
        setting = self._setting(provision)
        lead, before = None, None
        for sentence in self._reader.sentences(provision):
            near = before is not None and sentence.start - before.end <= _NEAR
            setting = replace(setting, before=before if near else None)
            before = sentence.mentions[-1] if sentence.mentions and sentence.mentions[-1].number else None
            words = self._reader.lower[sentence.start : sentence.end]
            if lead is not None:
                setting = replace(setting, lead=lead[0], lead_is_partial=lead[1])
            if (
                provision.kind is ProvisionKind.ROW
                and not self._flags[provision.ordinal][1]
                and _BASIS_CELL.match(words)
            ):
                yield sentence, replace(setting, lead=RelationKind.BASED_ON, speaks=True)
            else:
                yield sentence, setting
            lead = self._lead(provision, sentence, words) or lead
        if lead is not None:
            self._leads[provision.ordinal] = lead

    def learn(self, provision: Provision, sentence: Sentence, acts: Sequence[Act]) -> None:
        """Keep which document the clauses below `provision` amend."""
        mine = [act for act in acts if act.kind is RelationKind.AMENDS and act.subject is None]
        targets = {act.target.number for act in mine}
        if len(targets) != 1:
            return
        target = mine[0].target
        if provision.kind is ProvisionKind.LETTERHEAD:
            self._title_target = target
        elif (
            _AS_FOLLOWS.search(self._reader.lower[sentence.start : sentence.end])
            or provision.kind is ProvisionKind.ARTICLE
        ):
            self._amended.setdefault(provision.ordinal, target)
            if len(target.places) == 1:
                self._amended_place[provision.ordinal] = target.places[0]

    def inner_acts(self, provision: Provision, sentence: Sentence, setting: Setting) -> list[Act]:
        """What a clause without a number of its own does to the document that its article amends."""
        if not setting.enacts or any(one.number is not None and not one.is_own for one in sentence.mentions):
            return []
        target, above = self._enclosing(provision)
        if target is None:
            return []
        lower = self._reader.lower
        wording = _NEW_WORDING.search(lower, sentence.start, sentence.end)
        stop = wording.start() + 1 if wording else sentence.end
        first = sentence.start + bare(lower[sentence.start : stop])
        words = lower[first:stop]
        kind = _kind_of_change(words)
        if kind is None:
            return []
        loose = [one for one in sentence.loose if one.start < stop]
        places = tuple(dict.fromkeys(place for one in loose for place in one.places)) or self._lower_places(
            first, stop, above
        )
        if len(places) == 1 and places[0].steps:
            self._amended_place[provision.ordinal] = places[0]
        if not places and above is not None:
            places = (above,)
        start, end = (loose[0].start, loose[-1].end) if loose else (first, min(stop, first + len(words.rstrip())))
        said = replace(target, start=start, end=end, places=places)
        return [Act(kind, said, is_partial=True, places=with_insertion(words, places))]

    def _enclosing(self, provision: Provision) -> tuple[Mention | None, Locator | None]:
        place = None
        parent = provision.parent
        while parent is not None:
            place = place or self._amended_place.get(parent)
            if parent in self._amended:
                return self._amended[parent], place
            parent = self._provisions[parent].parent
        return (self._title_target if self._flags[provision.ordinal][0] else None), place

    def _lower_places(self, start: int, stop: int, above: Locator | None) -> tuple[Locator, ...]:
        """„Sửa đổi khoản 2 như sau“ below „Sửa đổi Điều 5“: the clause of that article."""
        found = [one for one in read_steps(self._document.text[start:stop])]
        if above is None or not found:
            return ()
        try:
            below = locator_of(found)
        except ValueError:
            return (above,)
        levels = [step.level for step in above.steps]
        kept = [step for step in above.steps if step.level not in {one.level for one in below.steps}]
        return (Locator((*kept, *below.steps)),) if Level.ARTICLE in levels else (below,)

    def _enter(self, provision: Provision) -> None:
        """Keep whether the provision is in an article, in an annex; provisions come in order."""
        above = self._flags[provision.parent] if provision.parent is not None else (False, False)
        is_article, is_appendix = provision.kind is ProvisionKind.ARTICLE, provision.kind is ProvisionKind.APPENDIX
        self._flags[provision.ordinal] = (above[0] or is_article, above[1] or is_appendix)

    def _setting(self, provision: Provision) -> Setting:
        document = self._document
        lead = self._lead_above(provision)
        in_article, in_appendix = self._flags[provision.ordinal]
        is_outer = provision.parent is None and provision.kind in _OUTER
        is_news = document.form is Form.NEWS
        symbol = document.number.symbol if document.number is not None else ""
        return Setting(
            speaks=provision.kind is ProvisionKind.PREAMBLE or is_outer,
            enacts=not is_news and not in_appendix and (in_article or (is_outer and document.kind in _ENACTING)),
            is_news=is_news and is_outer,
            is_official=document.form is Form.OFFICIAL,
            is_party=symbol.endswith(("/TW", "/TU")) or document.kind == "Kết luận",
            issued_on=document.issued_on,
            lead=lead[0] if lead else None,
            lead_is_partial=lead[1] if lead else False,
        )

    def _title(self, provision: Provision) -> Sentence | None:
        """The document's title as it stands in the letterhead, read as one sentence."""
        words = self._document.title.split()
        if not words:
            return None
        pattern = r"[\s*_#|]+".join(map(re.escape, words))
        match = re.compile(pattern, re.IGNORECASE).search(self._document.text, provision.start, provision.end)
        if match is None:
            return None
        parts = list(self._reader.sentences_between(*match.span()))
        return Sentence(match.start(), match.end(), tuple(one for part in parts for one in part.mentions))

    def _lead(self, provision: Provision, sentence: Sentence, words: str) -> tuple[RelationKind, bool] | None:
        """What the sentence announces of the documents that the list after it names."""
        if any(one.number is not None and not one.is_own for one in sentence.mentions):
            return None
        if _BASIS_HEADING.match(words):
            return RelationKind.BASED_ON, False
        in_article, in_appendix = self._flags[provision.ordinal]
        if in_appendix:
            return (RelationKind.REPEALS, "một phần" in words) if _REPEALED_LIST.search(words) else None
        if not (in_article or self._document.kind in _ENACTING) or not cues.LIST_LEAD.search(words):
            return None
        partial = verbs.PARTIAL.search(words) is not None
        if _LISTED_END.search(words) and not _EXCEPTION.search(words):
            return RelationKind.ENDS, partial
        verb = verbs.last_verb(words)
        if verb is None or verb.kind not in _LED or cues.PROPOSES.search(words[: verb.start]):
            return None
        return verb.kind, partial

    def _lead_above(self, provision: Provision) -> tuple[RelationKind, bool] | None:
        """The lead of the list that the provision is in: of a parent, or of what stands before its first item."""
        lead = self._leads.get(provision.parent) if provision.parent is not None else None
        lead = lead or (self._inherited.get(provision.parent) if provision.parent is not None else None)
        if lead is None and provision.kind in _LISTED and provision.ordinal > 0:
            before = self._provisions[provision.ordinal - 1]
            while before.parent != provision.parent and before.parent is not None:
                before = self._provisions[before.parent]
            if before.parent == provision.parent:
                is_item = before.kind is provision.kind
                lead = self._inherited.get(before.ordinal) if is_item else self._leads.get(before.ordinal)
        if lead is not None:
            self._inherited[provision.ordinal] = lead
        return lead


def _kind_of_change(words: str) -> RelationKind | None:
    """What a clause that begins with a verb of change, or with the place changed, does; None when it does nothing."""
    verb = verbs.VERB.match(words)
    if verb is not None:
        return verbs.change_of(verb[0], words[verb.end() :]) if verb["change"] else None
    changed = _PLACE_CHANGED.match(words)
    return verbs.kind_of_verb(changed["verb"]) if changed is not None else None
