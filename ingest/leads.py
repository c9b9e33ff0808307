"""How a row of documents begins: from the words before it, what the document says of all of them."""

import re
from dataclasses import dataclass
from datetime import date

from corpus.model import RelationKind
from ingest import act_verbs as verbs
from ingest import relation_cues as cues
from ingest.act_types import ACTS, Setting
from ingest.act_verbs import Verb, last_verb
from ingest.statement_dates import until

_LABEL = verbs.cue(
    r"\W*(?:(?:điều|khoản|mục) \d+[a-z]?[.:]?\s*|\d{1,3}(?:\.\d{1,3})*[.)]?(?:\[\d+\])?\s+|[a-zđ][.)]\s*|[ivx]+\.\s*"
    r"|\[\d+\]\s*)*\W*"
)
_ORDER = verbs.cue(
    r"(?:(?:đồng thời|nay|toàn bộ|cho|và|tại|về(?: việc)?|v/v|ban hành) ?,?)*"
    r"|(?:kể )?từ (?:ngày|thời điểm) [^;:]{0,120}?,\s*"
    r"|[^;:]{0,40}có hiệu lực[^;:]*?(?:,|và|đồng thời)+\s*"
)
"""What may stand between the label and the verb of an order: "Nay bãi bỏ …", "Kể từ ngày …, bãi bỏ …"."""
_NEWS_FULFILS = verbs.cue(r"(?<!\w)(?:thực hiện|triển khai|thi hành|hưởng ứng|cụ thể hóa)(?!\w)[^.;]{0,120}\Z")
_NOT = verbs.cue(r"(?<!\w)(?:không|chưa)(?: được)? \Z")
_PURPOSE = verbs.cue(r"(?:nhằm|để)\s*\Z")
_REACH = 800  # characters around a document in which the last day of an extension is looked for


@dataclass(frozen=True, slots=True)
class Lead:
    """The words before a row and what surrounds them."""

    lower: str
    start: int
    end: int  # where the first document of the row begins
    sentence: int
    is_own_act: bool = False  # "Nghị định này" stands right before the words
    can_act: bool = False  # … and stands where it can do something

    @property
    def words(self) -> str:
        """The words themselves."""
        return self.lower[self.start : self.end]

    def last_day(self) -> date | None:
        """The day up to which the sentence extends something."""
        before = self.lower[max(self.sentence, self.end - _REACH) : self.end]
        return until(self.lower[self.end : self.end + _REACH]) or until(before)


@dataclass(frozen=True, slots=True)
class Said:
    """What a lead says: a kind, whether of a part only, and where its verb begins (None: no verb)."""

    kind: RelationKind
    is_partial: bool = False
    begins: int | None = None


def bare(words: str) -> int:
    """Where `words` begin after their label, bullet or dash."""
    match = _LABEL.match(words)
    return match.end() if match else 0


def read_lead(lead: Lead, setting: Setting) -> Said:
    """What the words before a row say of its documents; `CITES` when they say nothing."""
    words = lead.words
    if lead.is_own_act and words.rstrip().endswith(":"):
        above = lead.lower[lead.sentence : lead.end]
        if cues.ENDED.search(words) or cues.ENDED.search(above):
            return Said(RelationKind.ENDS)
    if setting.speaks and not lead.is_own_act and cues.BASIS.match(words):
        return Said(RelationKind.BASED_ON)
    verb, before = _verb_of(lead)
    unlabelled = before[bare(before) :]
    if verb is not None and verb.kind in ACTS and _enacts(lead, setting, verb, before, unlabelled):
        return Said(verb.kind, verb.is_partial, lead.start + verb.start)
    if _fulfils(lead, setting, verb, before):
        return Said(RelationKind.IMPLEMENTS)
    if setting.lead is not None and verbs.joins_object(words[bare(words) :]):
        return Said(setting.lead, setting.lead_is_partial or verbs.PARTIAL.search(words) is not None)
    return Said(RelationKind.CITES)


def _verb_of(lead: Lead) -> tuple[Verb | None, str]:
    """The verb that governs the row and what stands before it; of two orders in a row the first begins both."""
    words = lead.words
    verb = last_verb(words)
    if verb is None:
        return None, words
    before = words[: verb.start]
    begins = bare(before)
    first = verbs.VERB.match(before, begins) if not lead.is_own_act else None
    if first is None or not first["change"] or not before.rstrip().endswith(("và", ",")):
        return verb, before
    kind = verbs.change_of(first[0])
    same = kind if kind is verb.kind else RelationKind.AMENDS
    return Verb(same, begins, verb.end, is_partial=True), before[:begins]


def _enacts(lead: Lead, setting: Setting, verb: Verb, before: str, unlabelled: str) -> bool:
    if verb.kind is RelationKind.EXTENDS:
        return lead.last_day() is not None and not _NOT.search(before)
    if verb.kind is RelationKind.CONTINUES and not lead.is_own_act:
        return setting.is_party and (setting.is_title or setting.speaks)
    if lead.is_own_act:
        return lead.can_act and not cues.BLOCKED.search(before)
    if setting.is_title:
        return not cues.PROPOSES.search(before)
    return setting.enacts and _ORDER.fullmatch(unlabelled) is not None


def _fulfils(lead: Lead, setting: Setting, verb: Verb | None, before: str) -> bool:
    """Whether the document implements what follows: said at the start, of the plan issued, or as its purpose."""
    words = lead.words
    if setting.speaks and not cues.LOOKS_BACK.search(words):
        if cues.FULFILS.match(words) and not lead.is_own_act:
            return True
        implements = verb is not None and verb.kind in {RelationKind.IMPLEMENTS, RelationKind.CONTINUES}
        if implements and (setting.is_title or cues.ISSUES.search(before) or _PURPOSE.search(before)):
            return True
    return setting.is_news and _NEWS_FULFILS.search(words) is not None


def restart(words: str) -> int:
    """Where the issuer, after its reasons, says what it issues; 0 when it does not."""
    match: re.Match[str] | None = cues.MAIN_CLAUSE.search(words)
    return match.start() + 1 if match else 0
