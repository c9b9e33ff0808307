"""What one sentence says that documents do to one another: a walk over the documents it names, in order.

A document named after another stands beside it ("A; B và C"), in its title ("A sửa đổi B"), does something to it
("B được A thay thế"), is another name of it ("sau đây gọi tắt là A"), or is only named. Which of these holds is read
from the words between the two; what is said of the first of a row holds for the row.
"""

from dataclasses import dataclass, field, replace
from datetime import date

from corpus.model import RelationKind
from ingest import act_verbs as verbs
from ingest import relation_cues as cues
from ingest.act_types import ACTS, Act, Link, Row, Setting
from ingest.act_verbs import last_verb
from ingest.insertions import with_insertion
from ingest.leads import Lead, read_lead, restart
from ingest.mention_links import (
    agent_of,
    ends_what_is_before,
    is_beside,
    is_bracketed,
    is_other_name,
    speaks_of_a_part,
    title_kind,
)
from ingest.mentions import Mention, Sentence
from ingest.statement_dates import since, until

_JOINS_ACTS = verbs.cue(r"(?:[,;]|(?<!\w)(?:và|hoặc|đồng thời))\s*(?:đồng thời\s*)?\Z")
_CONDITION = verbs.cue(r"\W*(?:\w{1,3}[.)]\s*)?(?:trường hợp|(?:cũng |đối )?với|hồ sơ|nếu|trong thời gian|những)(?!\w)")
_NEAR = 400  # characters before a row in which its first day may stand


@dataclass(slots=True)
class Walk:
    """The walk over one sentence; `acts` afterwards holds what it says."""

    lower: str
    sentence: Sentence
    setting: Setting
    acts: list[Act] = field(default_factory=list)
    _rows: list[Row] = field(default_factory=list)
    _links: dict[int, Link] = field(default_factory=dict)
    _same: dict[int, int] = field(default_factory=dict)  # what a mention only names again; itself: it is no target
    _first: dict[str, int] = field(default_factory=dict)  # where each number is named first
    _is_denied: bool = False
    _is_disputed: bool = False

    def __post_init__(self) -> None:
        mentions = self.sentence.mentions
        if not mentions:
            return
        opening = self.lower[self.sentence.start : mentions[0].start]
        self._is_denied = cues.DENIED.search(opening) is not None
        self._is_disputed = cues.DISPUTED.search(opening) is not None
        for index, mention in enumerate(mentions):
            if index == 0:
                self._begin(0, self.sentence.start)
            else:
                self._place(index, mentions[index - 1].end)
            if mention.number is not None and not mention.is_pointed and index not in self._same:
                self._first[mention.number.key] = index
        for row in self._rows:
            self._read_after(row)
        said = {id(act.target) for act in self.acts}
        for row in self._rows:
            self._collect_row(row, said)
        for index, link in self._links.items():
            self._collect_link(index, link)

    def row_of(self, index: int) -> list[int]:
        """The documents of which is spoken where mention `index` was the last one named."""
        if self._same.get(index) == index:
            return [index]
        return next((row.members for row in self._rows if row.members[0] <= index <= row.last), [index])

    def _place(self, index: int, start: int) -> None:
        mentions = self.sentence.mentions
        mention, pointed = mentions[index], mentions[index - 1]
        words = self.lower[start : max(start, mention.start)]
        if self._is_alias(index, words):
            return
        before = self._same.get(index - 1, index - 1)
        if self._is_ended_by(index, words) or self._is_agent(index, before, words):
            return
        restarts = restart(words) if self.setting.speaks else 0
        if mention.is_own and mention.is_pointed:
            self._same[index] = index
        elif pointed.is_own and pointed.is_pointed:
            self._begin(index, start, after=pointed)
        elif self.setting.speaks and cues.BASIS_AGAIN.search(words):
            self._rows.append(Row(RelationKind.BASED_ON, [index], index))
        elif restarts:
            self._begin(index, start + restarts)
        elif cues.SAME_LEVEL.search(words):
            self._join(index, before, words)
        else:
            self._hang(index, before, words)

    def _is_alias(self, index: int, words: str) -> bool:
        """Whether the mention, in brackets, only names an earlier one again."""
        number = self.sentence.mentions[index].number
        if not is_bracketed(words):
            return False
        if number is not None and number.key in self._first:
            self._same[index] = self._first[number.key]
        elif is_other_name(words):
            self._same[index] = self._same.get(index - 1, index - 1)
        self._stretch(index)
        return index in self._same

    def _is_ended_by(self, index: int, words: str) -> bool:
        mention = self.sentence.mentions[index]
        start = ends_what_is_before(self.lower, mention, words)
        if start is None or not self._rows:
            return False
        first_day = since(words[start:], self.setting.issued_on)
        for member in self._rows[-1].members:
            is_same = mention.number == self.sentence.mentions[member].number
            is_partial = speaks_of_a_part(self.lower, self.sentence, self.sentence.mentions[member], words)
            self._act(RelationKind.ENDS, member, None if is_same else index, is_partial=is_partial, since=first_day)
        self._same[index] = index
        self._stretch(index)
        return True

    def _is_agent(self, index: int, before: int, words: str) -> bool:
        mentions = self.sentence.mentions
        if mentions[before].number is None:
            return False  # who has no number cannot be a target: the agent is then what is named
        extended = cues.EXTENDED_BY.search(words)
        last_day = until(words[extended.start() :]) if extended is not None else None
        if last_day is not None:
            self._act(RelationKind.EXTENDS, before, index, until=last_day)
            self._same[index] = index
            return True
        done = agent_of(self.lower, mentions[index], words)
        if done is not None:
            self._links[index] = Link(done[0], before, is_agent=True, is_partial=done[1])
            self._stretch(index)
        return done is not None

    def _begin(self, index: int, start: int, *, after: Mention | None = None) -> None:
        """A new row, of which the words before it tell what is said; `after`: "Nghị định này" stands before them."""
        mention = self.sentence.mentions[index]
        if mention.is_own and mention.is_pointed:
            self._same[index] = index
            return
        if index == 0 and self._is_said_of_the_last_sentence(start):
            return
        before = self.lower[max(self.sentence.start, after.start - 24) : after.start] if after is not None else ""
        can_act = after is not None and cues.NO_SUBJECT.search(before) is None
        lead = Lead(self.lower, start, max(start, mention.start), self.sentence.start, after is not None, can_act)
        said = read_lead(lead, self.setting)
        begins = said.begins if said.begins is not None else mention.start
        self._rows.append(Row(said.kind, [index], index, said.is_partial, begins))

    def _is_said_of_the_last_sentence(self, start: int) -> bool:
        """„(được sửa đổi bởi A“ on a line of its own, after a broken line that names the document."""
        mention, before = self.sentence.mentions[0], self.setting.before
        words = self.lower[start : mention.start]
        if before is None or "(" not in words or cues.PASSIVE_BY.search(words) is None:
            return False
        done = agent_of(self.lower, mention, words)
        if done is not None:
            self.acts.append(Act(done[0], before, None if mention.is_own else mention, done[1]))
            self._same[0] = 0
        return done is not None

    def _join(self, index: int, before: int, words: str) -> None:
        """Beside the one before: its row goes on, or one more stands in the same title."""
        link = self._links.get(before)
        if link is not None and before == index - 1 and is_beside(words, self.sentence.mentions[before]):
            self._links[index] = replace(link)
            self._stretch(index)
        elif self._rows:
            self._rows[-1].members.append(index)
            self._stretch(index)
        else:
            self._begin(index, self.sentence.mentions[index - 1].end)

    def _hang(self, index: int, before: int, words: str) -> None:
        """In the title of the one before, or the object of a further verb of the sentence."""
        mentions = self.sentence.mentions
        verb = last_verb(words)
        row = self._rows[-1] if self._rows else None
        kind, is_partial = RelationKind.CITES, False
        if verb is not None:
            is_further = row is not None and row.kind in ACTS and verb.kind in ACTS
            if is_further and _JOINS_ACTS.search(words[: verb.start]):
                begins = mentions[index].start - len(words) + verb.start
                self._rows.append(Row(verb.kind, [index], index, verb.is_partial, begins))
                return
            kind = title_kind(verb, words, mentions[before], mentions[index], is_denied=self._is_denied)
            is_partial = verb.is_partial
        if kind is RelationKind.EXTENDS and self._lead_of(index).last_day() is None:
            kind = RelationKind.CITES
        self._links[index] = Link(kind, before, is_partial=is_partial)
        self._stretch(index)

    def _lead_of(self, index: int) -> Lead:
        start = self.sentence.mentions[index].start
        return Lead(self.lower, start, start, self.sentence.start)

    def _stretch(self, index: int) -> None:
        if self._rows:
            self._rows[-1].last = index

    def _words_after(self, index: int) -> str:
        mentions = self.sentence.mentions
        start = mentions[index].end
        stop = mentions[index + 1].start if index + 1 < len(mentions) else self.sentence.end
        return self.lower[start : max(start, stop)]

    def _read_after(self, row: Row) -> None:
        """What is said of a row after it: that it ends, is repealed, still applies."""
        first = self.sentence.mentions[row.members[0]].start
        before = self.lower[max(self.sentence.start, first - 24) : first]
        if row.kind is not RelationKind.CITES or cues.NO_SUBJECT.search(before):
            return  # „theo quy định của X“: it is not X of which is spoken
        words = self._words_after(row.last)
        can_end = self.setting.enacts and self.setting.is_official
        ended, still, passive = (
            pattern.search(words) for pattern in (cues.ENDED, cues.STILL_APPLIES, cues.PASSIVE_ALONE)
        )
        for member in row.members:
            if ended is not None and can_end and not cues.DENIED.search(words[: ended.start()]):
                first_day = since(words[ended.end() :], self.setting.issued_on)
                is_partial = speaks_of_a_part(self.lower, self.sentence, self.sentence.mentions[member], ended[0])
                self._act(RelationKind.ENDS, member, None, is_partial=is_partial, since=first_day)
            if still is not None and until(words[still.start() :]) is not None:
                self._act(RelationKind.EXTENDS, member, None, until=until(words[still.start() :]))
            if passive is not None and can_end and not cues.BLOCKED.search(words[: passive.start()]):
                kind = verbs.kind_of_verb(passive["verb"])
                self._act(kind, member, None, since=since(words, self.setting.issued_on))

    def _collect_row(self, row: Row, said: set[int]) -> None:
        mentions = self.sentence.mentions
        first = mentions[row.members[0]]
        first_day, last_day, is_conditional = None, None, False
        if row.kind in ACTS:
            head = self.lower[max(self.sentence.start, first.start - _NEAR) : first.start]
            first_day = since(self._words_after(row.last), None) or since(head, self.setting.issued_on)
        if row.kind is RelationKind.EXTENDS:
            last_day = self._lead_of(row.members[0]).last_day()
            is_conditional = _CONDITION.match(self.lower, self.sentence.start, first.start) is not None
        for member in row.members:
            if row.kind is RelationKind.CITES and (id(mentions[member]) in said or mentions[member].is_own):
                continue
            is_partial = row.is_partial or is_conditional
            begins = row.begins if member == row.members[0] else None
            self._act(row.kind, member, None, is_partial=is_partial, since=first_day, until=last_day, begins=begins)

    def _collect_link(self, index: int, link: Link) -> None:
        if link.kind is RelationKind.CITES:
            self._act(link.kind, index, None)
            return
        target, subject = (link.other, index) if link.is_agent else (index, link.other)
        words = self._words_after(index)
        last_day = self._lead_of(index).last_day() if link.kind is RelationKind.EXTENDS else None
        self._act(link.kind, target, subject, is_partial=link.is_partial, since=since(words, None), until=last_day)

    def _act(
        self,
        kind: RelationKind,
        target: int,
        subject: int | None,
        *,
        is_partial: bool = False,
        since: date | None = None,
        until: date | None = None,
        begins: int | None = None,
    ) -> None:
        mentions = self.sentence.mentions
        one = mentions[target]
        if one.number is None or (one.is_pointed and kind is RelationKind.CITES):
            return
        agent = mentions[subject] if subject is not None and not mentions[subject].is_own else None
        loose = [place for place in self.sentence.loose if begins is not None and begins <= place.start < one.start]
        places = tuple(dict.fromkeys(each for place in (*loose, one) for each in place.places))
        if begins is not None:
            places = with_insertion(self.lower[begins : one.end], places)
        self.acts.append(Act(kind, one, agent, is_partial or bool(places), since, until, self._is_disputed, places))
