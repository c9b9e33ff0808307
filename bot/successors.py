"""Documents that a question names by their place in a succession: "thông tư thay thế N", "luật mới", "nghị định cũ"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.asked_time import asked_time
from bot.comparison_cues import asks_comparison
from bot.fact_cues import facts_asked, force_questions
from bot.force_cues import ForceQuestion, asks_which_applies, force_asked
from bot.naming import named_documents
from bot.question import Question, analyse
from bot.validity_messages import instrument_name
from bot.version_phrases import Phrase, replaced_phrases, spoken_versions, with_kinds_repeated
from corpus.chain import Chain, Link
from corpus.citation import Reference, resolve
from corpus.hierarchy import Hierarchy, is_for_a_branch, kind
from corpus.issuer_name import is_same_issuer, issuer_key
from corpus.law_name import OWN_BRANCH
from corpus.library import Library
from corpus.model import RelationKind
from corpus.register import Register, instrument_of
from corpus.standing import Instrument

_STATUTES = frozenset({"Luật", "Bộ luật", "Pháp lệnh"})
# Of these kinds one guides the law for all; of the others none is meant without its matter.
_GUIDING = frozenset({"Nghị định", "Thông tư"})


@dataclass(frozen=True, slots=True)
class Successions:
    """Over one library."""

    library: Library
    register: Register
    chain: Chain

    def named(self, question: Question, as_of: date) -> Question:
        """The question with every document that it names by its place in a succession named by its number.

        "N" of "văn bản thay thế N" is not asked about: where nothing is known to replace it, that is asked for.
        """
        day = asked_time(question, as_of).day
        again = self._replaced(question, day)
        return again or self._versions(question, day) or question

    def _replaced(self, question: Question, day: date) -> Question | None:
        """The successor, or the predecessor, of the one document that is named by its number."""
        numbered = question.documents
        phrases = replaced_phrases(question.reading.text, numbered)
        if not phrases:
            return None
        if force_asked(question) is ForceQuestion.REPLACED_BY and not facts_asked(question):
            return None  # "văn bản thay thế N là gì"
        text = question.reading.text
        for phrase in reversed(phrases):
            name = self._beside(question, phrase, day)
            reference = numbered[phrase.of]
            told = instrument_name(name) if name else f"{phrase.written_kind} nào thay thế {reference.written}"
            text = f"{text[: phrase.start]}{told}{text[phrase.end :]}"
            if name is None:
                return _asked_again(question, told)
        return _asked_again(question, text)

    def _beside(self, question: Question, phrase: Phrase, day: date) -> Instrument | None:
        one = replace(question, references=(question.documents[phrase.of],))
        named = named_documents(one, self.library)
        if len(named) != 1 or len(named[0].held) != 1:
            return None
        instrument = instrument_of(named[0].held[0])
        return self._before(instrument) if phrase.is_old else self._after(instrument)

    def _versions(self, question: Question, day: date) -> Question | None:
        """With "luật mới" and "nghị định cũ về …" by their numbers, when the document itself is asked about."""
        if question.documents or any(one.year for one in question.titled):
            return None
        text = with_kinds_repeated(question.reading.text)
        phrases = spoken_versions(text)
        named_title = next((phrase.title for phrase in phrases if phrase.title), "")
        title = named_title or next((one.title for one in question.titled), "")
        told = 0
        for phrase in reversed(phrases):
            found, end = self._version(phrase, title, day), phrase.end
            if found is None and phrase.about and asks_comparison(question):
                # "luật cũ và luật mới về hồ sơ": the matter of the question, not of the law
                found, end = self._version(replace(phrase, about=""), title, day), phrase.bare_end
            if found is not None:
                told += 1
                text = f"{text[: phrase.start]}{instrument_name(found)}{text[end:]}"
        if not told:
            return None
        again = _asked_again(question, text)
        is_asked = facts_asked(again) or force_questions(again) or asks_comparison(again) or asks_which_applies(again)
        return again if is_asked else None

    def _version(self, phrase: Phrase, title: str, day: date) -> Instrument | None:
        found = self._candidates(phrase, title, day)
        current = _latest([one for one in found if self.register.validity_of(one, day).applies])
        current = current or _latest([one for one in found if (one.issued_on or date.max) <= day])
        return self._before(current, found) if current and phrase.is_old else current

    def _candidates(self, phrase: Phrase, title: str, day: date) -> list[Instrument]:
        if phrase.kind in _STATUTES:
            return self._titled(phrase.kind, phrase.title or phrase.about or title or OWN_BRANCH)
        about = phrase.title or phrase.about
        if about and not _is_own_branch(about):
            found = self._titled(phrase.kind, about)
        elif about and phrase.kind not in _GUIDING:
            found = self._titled(phrase.kind, OWN_BRANCH)
        elif phrase.kind in _GUIDING:
            laws = [law for law in self._titled("Luật", OWN_BRANCH) if self.register.validity_of(law, day).applies]
            found = self._guiding(laws, phrase.kind)
        else:
            return []
        return [one for one in found if not phrase.issuer or is_same_issuer(phrase.issuer, one.issuer)]

    def _guiding(self, above: Sequence[Instrument], wanted: str) -> list[Instrument]:
        """Who of the kind guides these, or one that guides them."""
        hierarchy = Hierarchy(self.register, self.chain)
        links = [link for one in above for link in hierarchy.guiding(one)]
        links += [more for link in links if kind(link.source) != wanted for more in hierarchy.guiding(link.source)]
        found = {one.source.identity: one.source for one in links if kind(one.source) == wanted}
        return [one for one in found.values() if not is_for_a_branch(one)]

    def _titled(self, wanted: str, title: str) -> list[Instrument]:
        reference = Reference(0, 0, "", kind=wanted, title=title)
        return [instrument_of(one) for one in resolve(reference, self.library.by_kind(wanted)).documents]

    def _before(self, instrument: Instrument, meant: Sequence[Instrument] = ()) -> Instrument | None:
        """What it replaced: of several, one of those that can be meant, and not what only amended another."""
        found = Hierarchy(self.register, self.chain).predecessors(instrument)
        known = {one.identity for one in found}
        changing = [one for one in found if known & {link.target.identity for link in self._amended(one)}]
        whole = [one for one in found if one not in changing]
        guided = {law.identity for law in self._guided(instrument)}
        beside = [one for one in whole if guided & {law.identity for law in self._guided(one)}]
        can_be_meant = {one.identity for one in meant or beside}
        return _latest([one for one in whole if one.identity in can_be_meant] or whole)

    def _guided(self, instrument: Instrument) -> list[Instrument]:
        return [link.target for link in self.chain.from_instrument(instrument, {RelationKind.GUIDES})]

    def _amended(self, instrument: Instrument) -> list[Link]:
        return self.chain.from_instrument(instrument, {RelationKind.AMENDS})

    def _after(self, instrument: Instrument) -> Instrument | None:
        acts = Hierarchy(self.register, self.chain).ended_by(instrument)
        same = [act.acting for act in acts if kind(act.acting) == kind(instrument)]
        return next(iter([*same, *(act.acting for act in acts)]), None)


def _latest(found: Iterable[Instrument]) -> Instrument | None:
    return max(found, key=_issued, default=None)


def _issued(instrument: Instrument) -> date:
    return instrument.issued_on or instrument.earliest_issue or date.min


def _is_own_branch(title: str) -> bool:
    own = issuer_key(OWN_BRANCH)
    words = issuer_key(title).removeprefix("luat ")
    return words in (own, "khen thuong", "thi dua")


def _asked_again(question: Question, text: str) -> Question:
    return analyse(replace(question.reading, text=text, search_text=text, changed=True))
