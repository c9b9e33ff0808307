"""The documents that a sentence speaks of, the document itself among them ("Nghị định này"), in order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from corpus.citation import Reference, find_references
from corpus.identifier import DocumentNumber
from corpus.instrument_kinds import kind_named
from corpus.locator import Locator
from corpus.model import Document, Form, Provision
from corpus.normalise import sentences, unify_spelling

LONGEST_CHUNK = 6000  # characters read at once: reading references takes more than linear time

# What a decision issues as its annex speaks of itself and means the decision with it.
_ATTACHED = frozenset(
    {"Quy chế", "Quy định", "Điều lệ", "Kế hoạch", "Chương trình", "Đề án", "Hướng dẫn", "Văn bản", "Quy trình"}
)
_ISSUING = frozenset({"Quyết định", "Thông tư", "Nghị quyết", "Nghị định", "Chỉ thị", "Quy định"})
_ITSELF = re.compile(
    r"(?<!\w)(?P<kind>bộ\s+luật|luật|pháp\s+lệnh|nghị\s+định|nghị\s+quyết|thông\s+tư(?:\s+liên\s+tịch)?|quyết\s+định"
    r"|chỉ\s+thị|kế\s+hoạch|chương\s+trình|đề\s+án|hướng\s+dẫn|kết\s+luận|quy\s+định|quy\s+chế|quy\s+trình|điều\s+lệ"
    r"|văn\s+bản)\s+này(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One document named at `start:end` of the document's text; `number` is None where the text gives none."""

    start: int
    end: int
    number: DocumentNumber | None
    kind: str = ""
    title: str = ""
    issuer: str = ""
    issued_on: date | None = None
    places: tuple[Locator, ...] = ()
    is_own: bool = False  # the document that says it
    is_pointed: bool = False  # "Nghị định này", not a number


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence or list item: the documents it speaks of and the places it names without a document."""

    start: int
    end: int
    mentions: tuple[Mention, ...]
    loose: tuple[Mention, ...] = ()  # places of no named document: "khoản 2 Điều 5"


@dataclass(slots=True)
class MentionReader:
    """Reads the sentences of one document, in the order of the text; `lower` is its text as the cues read it."""

    document: Document
    lower: str = ""
    _last: dict[str, Mention] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.lower = lowered(self.document.text)

    def sentences(self, provision: Provision) -> Iterator[Sentence]:
        """The sentences of the provision's own text."""
        if self.document.form is not Form.NEWS:
            self._last.clear()
        yield from self.sentences_between(provision.start, provision.end)

    def sentences_between(self, start: int, end: int) -> Iterator[Sentence]:
        """The sentences of `text[start:end]`."""
        text = self.document.text[start:end]
        spans = sentences(text)
        for chunk in _chunks(spans):
            first, last = chunk[0][0], chunk[-1][1]
            reach = len(text) if chunk[-1] is spans[-1] else last
            found = [
                replace(one, start=one.start + begin, end=one.end + begin)
                for begin, end in _pieces(text, first, reach)
                for one in find_references(text[begin:end])
            ]
            mentions = self._mentions(found, start, start + first, start + reach)
            loose = [_loose(one, start) for one in found if _is_place(one)]
            yield from _sentences(chunk, start, mentions, loose)

    def _mentions(self, found: Sequence[Reference], base: int, start: int, end: int) -> list[Mention]:
        named = [self._named(group, base) for group in _grouped(found)]
        spans = [(one.start, one.end) for one in named]
        pointed = [
            match
            for match in _ITSELF.finditer(self.lower, start, end)
            if not any(first < match.end() and match.start() < last for first, last in spans)
        ]
        mentions: list[Mention] = []
        for _, one in sorted(
            [(one.start, one) for one in named] + [(p.start(), p) for p in pointed], key=lambda x: x[0]
        ):
            mention = one if isinstance(one, Mention) else self._pointed(one)
            if mention.number is not None and not mention.is_pointed:
                self._last[mention.kind] = mention
            mentions.append(mention)
        return mentions

    def _named(self, group: list[Reference], base: int) -> Mention:
        one = group[0]
        return Mention(
            start=base + one.start,
            end=base + one.end,
            number=one.number,
            kind=one.kind,
            title=one.title,
            issuer=one.issuer,
            issued_on=one.issued_on,
            places=tuple(dict.fromkeys(each.locator for each in group if each.locator is not None)),
            is_own=is_itself(self.document, one.number, one.issued_on),
        )

    def _pointed(self, match: re.Match[str]) -> Mention:
        kind = kind_named(match["kind"]) or match["kind"].capitalize()
        document = self.document
        # A code of laws has the number of a law.
        same = kind == document.kind or {kind, document.kind} == {"Luật", "Bộ luật"} or document.kind == ""
        attached = kind in _ATTACHED and document.kind in _ISSUING
        if document.form is not Form.NEWS and (same or attached):
            return Mention(match.start(), match.end(), document.number, kind, is_own=True, is_pointed=True)
        before = self._last.get(kind)
        number, issued_on = (before.number, before.issued_on) if before else (None, None)
        is_own = before is not None and before.is_own
        return Mention(match.start(), match.end(), number, kind, "", "", issued_on, (), is_own, is_pointed=True)


def is_itself(document: Document, number: DocumentNumber | None, issued_on: date | None) -> bool:
    """Whether `number` is the document's own; two offices may give the same one, the date tells them apart."""
    if document.number is None or number is None or document.number.key != number.key:
        return False
    return issued_on in {None, document.issued_on}


def lowered(text: str) -> str:
    """`text` in lower case with one way to place tones and without Markdown marks, as long as it was."""
    lower = "".join(character.lower()[:1] or character for character in unify_spelling(text))
    return re.sub(r"[*_`#\xa0\u200b]", " ", lower)


def _chunks(spans: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    chunk: list[tuple[int, int]] = []
    for span in spans:
        if chunk and span[1] - chunk[0][0] > LONGEST_CHUNK:
            yield chunk
            chunk = []
        chunk.append(span)
    if chunk:
        yield chunk


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """`start:end` whole, but cut at white space where one sentence goes on for longer than any does."""
    while end - start > 2 * LONGEST_CHUNK:
        space = text.rfind(" ", start + 1, start + LONGEST_CHUNK)
        cut = space if space > start else start + LONGEST_CHUNK
        yield start, cut
        start = cut
    yield start, end


def _grouped(found: Sequence[Reference]) -> list[list[Reference]]:
    """References to documents, those at one place of the text (one for each place they name) together."""
    groups: list[list[Reference]] = []
    for one in found:
        if _is_place(one):
            continue
        if groups and (groups[-1][0].start, groups[-1][0].end) == (one.start, one.end):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _is_place(reference: Reference) -> bool:
    return reference.number is None and reference.short is None and not reference.kind


def _loose(reference: Reference, base: int) -> Mention:
    places = (reference.locator,) if reference.locator is not None else ()
    return Mention(base + reference.start, base + reference.end, None, places=places)


def _sentences(
    spans: list[tuple[int, int]], base: int, mentions: list[Mention], loose: list[Mention]
) -> Iterator[Sentence]:
    """Each sentence with what begins in it; what begins between two sentences belongs to the one before."""
    for index, (first, last) in enumerate(spans):
        start = base + first
        stop = base + spans[index + 1][0] if index + 1 < len(spans) else base + max(last, first) + 1
        own = tuple(one for one in mentions if start <= one.start < stop)
        bare = tuple(one for one in loose if start <= one.start < stop)
        end = max([base + last, *(one.end for one in own)])
        yield Sentence(start, end, own, bare)
