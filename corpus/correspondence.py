"""What one version of a rule itself says of the other: where a matter stands now, or where it stood before."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.citation import find_references
from corpus.identifier import DocumentNumber
from corpus.locator import Locator
from corpus.model import Provision
from corpus.sentences import sentences

# "nay nội dung này ở Điều 33 …", "trước đây là Điều 30 …"; not "hiện nay", "đến nay", and not "này".
_TELLS_OF_CHANGE = re.compile(
    r"""
    (?<!\w)
    (?: (?<!hiện\ )(?<!đến\ )(?<!ngày\ )(?<!lâu\ ) nay       # the older version on the newer
      | trước\ (?:đây|kia) | thay\ cho | tương\ ứng\ với     # the newer on the older
    )
    (?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "Luật số … nâng tỷ lệ đó lên ít nhất 70%", "cao hơn mức của Nghị định số …": a change told without its place.
_TELLS_OF_MEASURE = re.compile(
    r"""
    (?<!\w)
    (?: nâng | tăng | giảm | hạ(?!\ tầng) | rút\ ngắn | nới | siết | (?<!bãi\ )bỏ
      | (?:cao|thấp|nhiều|ít|dài|ngắn|rộng|hẹp|lớn|nhỏ|chặt)\ hơn
    )
    (?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a rule: its number, text and provisions, `provisions[n].ordinal == n`."""

    text: str
    provisions: Sequence[Provision]
    number: DocumentNumber | None = None

    def own_text(self, provision: Provision) -> str:
        """Its text without its children."""
        return self.text[provision.start : provision.end]

    def text_without(self, provision: Provision, other: DocumentNumber | None) -> str:
        """Its own text with blanks for the sentences that speak of document `other`: these say nothing of its own."""
        text = self.own_text(provision)
        for start, end in _sentences_on(text, other):
            text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
        return text


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence by which a provision of one version tells of its counterpart; the span is of the version's text."""

    provision: Provision
    start: int
    end: int
    place: Locator | None  # in the other version; None where the sentence gives none


def statements_on(version: Version, other: DocumentNumber | None) -> tuple[Statement, ...]:
    """Every sentence in which `version` tells what became of a matter in document `other`, or was."""
    return tuple(
        Statement(provision, provision.start + start, provision.start + end, place)
        for provision in version.provisions
        for start, end in _sentences_on(version.own_text(provision), other)
        for sentence in [version.own_text(provision)[start:end]]
        if (place := _place_told(sentence, other)) is not None or _TELLS_OF_MEASURE.search(sentence)
    )


def _sentences_on(text: str, other: DocumentNumber | None) -> Iterator[tuple[int, int]]:
    if other is None or not re.search(rf"(?<!\d)0*{other.serial}\s*[/-]", text):
        return
    for start, end in sentences(text):
        if any(one.number is not None and one.number.key == other.key for one in find_references(text[start:end])):
            yield start, end


def _place_told(sentence: str, other: DocumentNumber | None) -> Locator | None:
    cue = _TELLS_OF_CHANGE.search(sentence)
    places = [
        reference.locator
        for reference in find_references(sentence)
        if reference.locator and reference.number and other and reference.number.key == other.key
    ]
    return places[0] if cue and places else None
