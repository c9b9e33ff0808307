"""What a document says of other documents: on which it is based, what it replaces, and what others do to others.

Signs: a reference has the full number of its target. What stands in the letterhead (but for the title), among the
recipients and in the signature says nothing; new wording that an amendment quotes only cites.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.model import Document, Provision, Relation, RelationKind
from ingest.act_context import Context
from ingest.act_types import ACTS, Act, Setting
from ingest.acts import Walk
from ingest.mentions import MentionReader, Sentence
from ingest.quotations import is_within, quoted_blocks

_PLAIN = frozenset({RelationKind.CITES, RelationKind.BASED_ON, RelationKind.IMPLEMENTS})


def read_relations(document: Document, provisions: Sequence[Provision]) -> tuple[Relation, ...]:
    """What each sentence says of documents named by number, in the order of the text.

    One relation for each reference; of an act (see `ACTS`) one for each subject and target, with all places.
    A plain reference of the document to itself is none; what it says that it does to itself is kept.
    """
    reader = MentionReader(document)
    blocks = quoted_blocks(document.text)
    context = Context(document, provisions, reader)
    return tuple(
        relation
        for provision in provisions
        for sentence, setting in context.sentences(provision)
        for relation in _merged(
            document,
            provision,
            sentence,
            _quoted(reader, sentence)
            if is_within(sentence.start, blocks)
            else _said(reader, context, provision, sentence, setting),
        )
    )


def _quoted(reader: MentionReader, sentence: Sentence) -> list[Act]:
    """What stands in quoted wording is only cited: its acts are those of the amended document."""
    acts = Walk(reader.lower, sentence, Setting()).acts
    return [replace(act, kind=RelationKind.CITES, subject=None, since=None, until=None) for act in acts]


def _said(
    reader: MentionReader, context: Context, provision: Provision, sentence: Sentence, setting: Setting
) -> list[Act]:
    acts = [*Walk(reader.lower, sentence, setting).acts, *context.inner_acts(provision, sentence, setting)]
    context.learn(provision, sentence, acts)
    return acts


def _merged(document: Document, provision: Provision, sentence: Sentence, acts: list[Act]) -> Iterator[Relation]:
    groups: dict[tuple[object, ...], list[Act]] = {}
    for act in sorted(acts, key=lambda one: one.target.start):
        if act.target.is_own and act.kind in _PLAIN:
            continue
        subject = act.subject.number if act.subject is not None else None
        mention = None if act.kind in ACTS else act.target.start
        groups.setdefault((act.kind, subject, act.target.number, mention), []).append(act)
    for group in groups.values():
        yield _relation(document, provision, sentence, group)


def _relation(document: Document, provision: Provision, sentence: Sentence, group: list[Act]) -> Relation:
    act = group[0]
    target, subject = act.target, act.subject
    assert target.number is not None
    start, end = min(one.target.start for one in group), max(one.target.end for one in group)
    quote_end = max(sentence.end, end)
    said = [one.target for one in group]
    return Relation(
        kind=act.kind,
        target=target.number,
        target_kind=next((one.kind for one in said if one.kind), ""),
        target_title=next((one.title for one in said if one.title), ""),
        target_issuer=next((one.issuer for one in said if one.issuer), ""),
        target_issued_on=next((one.issued_on for one in said if one.issued_on), None),
        provision=provision.ordinal,
        start=start,
        end=end,
        quote=document.text[sentence.start : quote_end],
        subject=subject.number if subject is not None else None,
        subject_issued_on=subject.issued_on if subject is not None else None,
        places=tuple(dict.fromkeys(place for one in group for place in one.places)),
        is_partial=all(one.is_partial for one in group),
        since=next((one.since for one in group if one.since), None),
        until=next((one.until for one in group if one.until), None),
        is_disputed=act.is_disputed,
    )
