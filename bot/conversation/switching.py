"""Messages that switch to another place, back to one spoken of, or to what no one but the people talking knows."""

import re
from collections.abc import Sequence

from bot import conversation_messages as messages
from bot.conversation import follow_up_cues as cues
from bot.conversation import matter
from bot.conversation.asking import asks_the_same
from bot.conversation.document_names import DocumentNames
from bot.conversation.leaning import is_of_itself, of_one, without_pointers
from bot.conversation.memory import Memory
from bot.conversation.resolution import MOST_CHOICES, Resolution, Rewritten, Unclear, which_of
from bot.conversation.said import Said
from bot.conversation.slots import Slot, SlotKind, replaced, slots_of, taken_out
from bot.question import content_words
from corpus.citation import find_references
from corpus.folding import fold
from corpus.lexical_index import rarity
from corpus.library import Library
from corpus.model import Document

_ONLY_THEY_KNOW = re.compile(
    r"(?<!\w)(?:cai|vu|viec|chuyen|file|ban|tai lieu|van ban|noi dung)\s+(?:ma\s+)?"
    r"(?:(?:minh|em|toi|anh|chi|co|chu|bac|sep|ben\s+\w+|phong\s+\w+|so\s+minh|co quan minh|ho|chung ta)(?:\s+\w+)?\s+)"
    r"(?:da\s+|vua\s+|moi\s+|co\s+|hay\s+)?(?:ban|noi|gui|lam|trao doi|dua|bao|nhac|hop|nho|giao|de|chuyen|soan|in)"
    r"(?!\w)(?!.*(?:luc nay|vua roi|ban nay|hoi nay|o tren|khi nay|\bky\b|\bai\b))"
)
_BACK_TO = re.compile(
    r"\W*(?:(?:the|roi|gio|thoi|a)\s+)?(?:quay|tro|ve)\s+(?:tro\s+)?(?:lai|ve)(?:\s+(?:voi|ve|cai))?\s+"
)
_CALLED = re.compile(
    r"^(?:(?:cái|vụ|chuyện|phần|câu|chỗ|việc|vấn đề|cai|vu|chuyen|phan|cau|viec)\s+)+|\s+(?:đi|ạ|nhé|nha)\Z",
    re.IGNORECASE,
)
_THEN = re.compile(r"\W*(?:(?:di|a|nhe|nha|co|thi)(?!\w)\W*)+|\W+")


# Plans of two provinces on one matter share so much of their titles (measured over 38 plans: .68 to .87, all but one of
# the others below .5).
ALIKE = 0.6


class Switching:
    """The rules, over the documents of one library."""

    def __init__(self, library: Library, names: DocumentNames) -> None:
        self._library = library
        self._names = names

    def to_what_is_not_known(self, said: Said, memory: Memory) -> Unclear | None:
        """For “cái anh Nam gửi sáng nay thì sao”: nothing in this conversation tells what that is."""
        found = _ONLY_THEY_KNOW.search(fold(said.plain))
        if found is None or said.has(SlotKind.DOCUMENT, SlotKind.TITLE, SlotKind.PROVISION):
            return None
        return Unclear(messages.not_spoken_of_here())

    def to_a_place_first(self, said: Said, memory: Memory) -> Rewritten | None:
        """For “bên Hòa An KH 21 thì ai ký”: the document of that place."""
        first = said.slots[:2]
        if [one.kind for one in first] != [SlotKind.PLACE, SlotKind.DOCUMENT] or first[0].start or not said.asks:
            return None
        place, document = first
        if said.text[place.end : document.start].strip(" ,"):
            return None
        rest = re.sub(r"^\s*,?\s*thì\s+", "", said.text[document.end :])
        return Rewritten(f"{document.written} của {place.written} {rest.strip()}")

    def back_to_a_locality(self, said: Said, memory: Memory) -> Rewritten | None:
        """For “quay lại Thanh Bình, có mấy hộ đăng ký”: the commune that a question before named."""
        lead = _BACK_TO.match(fold(said.plain))
        if lead is None or said.has(SlotKind.DOCUMENT):
            return None
        head, comma, rest = said.plain[lead.end() :].partition(",")
        wanted = fold(re.sub(r"\s+(?:đi|ạ|nhé|nha)\Z", "", head.strip()))
        named = {match[0] for one in memory.questions for match in cues.LOCALITY.finditer(cues.HEADLINE.sub("", one))}
        meant = [one for one in named if wanted and (fold(one) == wanted or fold(one).endswith(f" {wanted}"))]
        if not comma or not rest.strip() or len(meant) != 1:
            return None
        return Rewritten(f"{meant[0]} {rest.strip()}", is_sure=False)

    def back_to_a_matter(self, said: Said, memory: Memory) -> Rewritten | None:
        """For “quay lại cái ưu tú, công khai mấy ngày”: what a question before was about."""
        lead = _BACK_TO.match(fold(said.plain))
        if lead is None or said.has(SlotKind.DOCUMENT):
            return None
        head, _, rest = (part.strip() for part in said.plain[lead.end() :].partition(","))
        wanted = set(fold(_CALLED.sub("", head)).split())
        for question in (*memory.questions, *memory.before):
            if wanted and wanted <= set(fold(question).split()):
                subjects = (matter.topic_of(question, said.as_of), matter.without_asking(question))
                subject = next((one for one in subjects if wanted <= set(fold(one).split())), subjects[-1])
                return Rewritten(matter.joined_words(subject, rest) if rest else question)
        return None

    def to_another_place(self, said: Said, memory: Memory) -> Resolution | None:
        """For “còn của Hòa An”, "bên Hòa An thì ai ký" after a question about a plan of another province: its plan."""
        base = next(iter(memory.questions), "")
        if len(said.slots) != 1 or said.slots[0].kind is not SlotKind.PLACE or len(memory.documents) > 1:
            return None
        if not (said.leads_on or said.corrects) or said.own_words:
            return None
        named = slots_of(SlotKind.DOCUMENT, base, said.as_of)
        references = [one for one in find_references(base) if one.number or one.short]
        if len(named) != 1 or len(references) != 1:
            return None
        [place], [reference] = said.slots, references
        rest = without_pointers(re.sub(r"^\s*thì\s+", "", taken_out(said.text, (place,))))

        def asked_of(name: str) -> str:
            asks_so = said.says_nothing_else or asks_the_same(rest, base)
            return replaced(base, named[0], name) if asks_so else f"{name} {rest}"

        spoken_of = [one for one in (*memory.documents, *memory.earlier) if one.issuer and _is_of(one.issuer, place)]
        if spoken_of:
            return of_one(spoken_of, asked_of)
        serial = reference.number.serial if reference.number else reference.short.serial if reference.short else 0
        if any(_is_of(one.issuer, place) and one.kind == reference.kind for one in self._library.by_serial(serial)):
            return None  # the same number there
        there = [one for one in self._library.by_kind(reference.kind or "") if _is_of(one.issuer, place)]
        if alike := self._on_the_same(there, memory):
            return of_one([self._names.meant(one) for one in alike], asked_of)
        if not there or len(there) > MOST_CHOICES:
            without_number = taken_out(base, (named[0],))
            is_general = bool(there) and not is_of_itself(base, self._library.syllables)
            return (
                Rewritten(f"{without_number} theo {reference.kind} của {place.written}", False) if is_general else None
            )
        meant = [self._names.meant(one) for one in there]  # on other matters: even a single one is not taken for it
        return which_of(meant, [asked_of(one.name) for one in meant])

    def _on_the_same(self, documents: Sequence[Document], memory: Memory) -> list[Document]:
        """The document whose title is most like that of the one talked about, where it is like it."""
        held = self._library.document(memory.documents[0].id) if memory.documents and memory.documents[0].id else None
        alike = {one.id: self._likeness(held.title, one.title) for one in documents} if held else {}
        most = max(alike.values(), default=0.0)
        return [one for one in documents if alike.get(one.id) == most >= ALIKE]

    def _likeness(self, one: str, other: str) -> float:
        """The share of the words of the one title, by rarity, that stand in the other, whichever has less of its own.

        0 where both carry out instruments, and not the same.
        """
        instruments, others = (
            {found.number for found in find_references(title) if found.number} for title in (one, other)
        )
        if instruments and others and not instruments & others:
            return 0.0
        first, second = set(content_words(one.lower())), set(content_words(other.lower()))
        passages = self._library.lexical.passage_count()
        counts = self._library.lexical.document_frequencies(first | second)
        weights = {word: rarity(count, passages) for word, count in counts.items()}
        total = min(sum(map(weights.__getitem__, words)) for words in (first, second))
        return sum(weights[word] for word in first & second) / total if total else 0.0


def _is_of(issuer: str, place: Slot) -> bool:
    return re.sub(r"^(?:tinh|thanh pho|tp\.?)\s+", "", fold(place.written)) in fold(issuer)
