"""From when and until when a document says that it, a part of it or another document is in force."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.instrument_kinds import kind_named
from corpus.locator import Level, Locator, locator_of
from corpus.locator_reading import read_steps
from corpus.model import Document, Effect, EffectKind, Form, Provision, ProvisionKind, RelationKind
from ingest import act_verbs as verbs
from ingest import relation_cues as cues
from ingest.act_context import Context
from ingest.act_types import Setting
from ingest.acts import Walk
from ingest.effect_cues import EXCEPTS, NOT_BEGUN, OTHERS_EFFECT, Found, find_effects
from ingest.leads import bare
from ingest.mention_links import speaks_of_a_part
from ingest.mentions import Mention, MentionReader, Sentence
from ingest.quotations import is_within, quoted_blocks

_BARE_SUBJECT = verbs.cue(
    r"(?P<kind>bộ luật|luật|pháp lệnh|nghị định|nghị quyết|thông tư(?: liên tịch)?|quyết định|chỉ thị|kế hoạch|quy định"
    r"|quy chế|hướng dẫn|chương trình|văn bản)(?: này)? (?:có |sẽ có |chính thức có |bắt đầu có |hết |còn |đang có )?\Z"
)
_LABELLED = verbs.cue(r"\W*ngày (?:có |hết )?hiệu lực")
_LABEL_OF_DAY = verbs.cue(r"\W*ngày (?:có |hết )?(?:hiệu lực)?(?: thi hành)?\W*\Z")


@dataclass(frozen=True, slots=True)
class _Subject:
    """Whose effect a statement is: documents, or the own one with the places it is about."""

    mention: Mention | None
    places: tuple[Locator, ...] = ()


def read_effects(document: Document, provisions: Sequence[Provision]) -> tuple[Effect, ...]:
    """Every statement of effect, in the order of the text; what an amendment quotes is another document's."""
    reader = MentionReader(document)
    blocks = quoted_blocks(document.text)
    context = Context(document, provisions, reader)
    return tuple(
        effect
        for provision in provisions
        for sentence, setting in _sentences(context, reader, provision)
        if "hiệu" in reader.lower[sentence.start : sentence.end] and not is_within(sentence.start, blocks)
        for effect in _effects(document, provision, reader.lower, sentence, setting)
    )


def _sentences(context: Context, reader: MentionReader, provision: Provision) -> Iterator[tuple[Sentence, Setting]]:
    """The sentences of the body, and in the letterhead the lines that begin with the label of an effect."""
    yield from context.sentences(provision)
    if provision.kind is ProvisionKind.LETTERHEAD:
        for sentence in reader.sentences_between(provision.start, provision.end):
            words = reader.lower[sentence.start : sentence.end]
            if _LABELLED.match(words) and not sentence.mentions:
                yield sentence, Setting()


def _effects(
    document: Document, provision: Provision, lower: str, sentence: Sentence, setting: Setting
) -> Iterator[Effect]:
    found = find_effects(lower, sentence.start, sentence.end, document.issued_on)
    if not found:
        return
    walk = Walk(lower, sentence, setting)
    ended = {act.target.start for act in walk.acts if act.kind in {RelationKind.ENDS, RelationKind.EXTENDS}}
    disputed = cues.DISPUTED.search(lower[sentence.start : sentence.end]) is not None
    for one in found:
        for subject in _subjects(document, lower, sentence, walk, one):
            mention = subject.mention
            is_own = mention is None or mention.is_own
            if mention is not None and not is_own and mention.start in ended and one.kind is EffectKind.ENDS:
                continue  # said as what the other document does
            if (
                one.kind is EffectKind.ENDS
                and mention
                and speaks_of_a_part(lower, sentence, mention, lower[one.start : one.end])
            ):
                continue  # the whole goes on
            if is_own and document.form is Form.NEWS and document.number is None and mention is None:
                continue
            rest = lower[one.end : sentence.end]
            excepts = EXCEPTS.search(rest)
            after = one.end + excepts.end() if excepts else sentence.end
            yield Effect(
                kind=one.kind,
                on=one.on,
                provision=provision.ordinal,
                start=one.start,
                end=one.end,
                quote=document.text[sentence.start : sentence.end],
                subject=None if is_own or mention is None else mention.number,
                subject_issued_on=None if is_own or mention is None else mention.issued_on,
                places=subject.places,
                exceptions=_exceptions(document, provision, after, sentence) if excepts else (),
                has_exceptions=excepts is not None,
                is_disputed=disputed,
            )


def _subjects(document: Document, lower: str, sentence: Sentence, walk: Walk, one: Found) -> list[_Subject]:
    mentions = sentence.mentions
    if one.named is not None:
        named = [mention for mention in mentions if one.named[0] <= mention.start < one.named[1]]
        return [_Subject(mention, mention.places) for mention in named[:1]]
    index = bisect_left([mention.end for mention in mentions], one.start + 1) - 1
    if index < 0:
        return _own(document, lower, sentence, one)
    between = lower[mentions[index].end : one.start]
    if OTHERS_EFFECT.search(between) or (";" in between and "có nguồn" not in between):
        return []
    members = walk.row_of(index)
    first = mentions[members[0]]
    before = lower[max(sentence.start, first.start - 30) : first.start]
    loose = tuple(
        place for place in sentence.loose if place.end <= first.start and (first.is_pointed or first.number is not None)
    )
    if cues.NO_SUBJECT.search(before):
        near = [place for place in loose if first.start - place.end <= 12]
        if not near or NOT_BEGUN.search(before):
            return []
        return [_Subject(first, tuple(dict.fromkeys(each for place in loose for each in place.places)))]
    return [_Subject(mentions[member], mentions[member].places) for member in members if _is_named(mentions[member])]


def _is_named(mention: Mention) -> bool:
    return mention.number is not None or mention.is_own


def _own(document: Document, lower: str, sentence: Sentence, one: Found) -> list[_Subject]:
    """The document itself: named by its kind alone, by a labelled line, or by places of its own."""
    begins = max(sentence.start, *(lower.rfind(mark, sentence.start, one.start) + 1 for mark in (";", ". ")))
    first = begins + bare(lower[begins : one.start])
    before = lower[first : one.start]
    subject = _BARE_SUBJECT.fullmatch(before)
    if subject is not None and kind_named(subject["kind"]) in {document.kind, "", "Quy định", "Quy chế"}:
        return [_Subject(None)]
    if _LABEL_OF_DAY.fullmatch(before) and "ngày" in lower[sentence.start : one.end]:
        return [_Subject(None)]
    places = tuple(dict.fromkeys(each for place in sentence.loose if place.end <= one.start for each in place.places))
    if places and sentence.loose[0].start - first <= 20 and not OTHERS_EFFECT.search(before):
        return [_Subject(None, places)]
    return []


def _exceptions(document: Document, provision: Provision, start: int, sentence: Sentence) -> tuple[Locator, ...]:
    """The places named after "trừ"; "Điều này" is the article of the provision."""
    places = [each for place in sentence.loose if place.start >= start for each in place.places]
    named = [each for one in sentence.mentions if one.start >= start for each in one.places]
    if places or named:
        return tuple(dict.fromkeys((*places, *named)))
    words = document.text[start : sentence.end]
    article = tuple(step for step in provision.locator.steps if step.level is Level.ARTICLE)
    if "Điều này" not in words or not article:
        return ()
    try:
        return (Locator((*article, *locator_of(read_steps(words)).steps)),)
    except ValueError:
        return tuple(Locator((*article, *locator_of([one]).steps)) for one in read_steps(words))
