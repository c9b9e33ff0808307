"""Messages that call a document by a bare number, or by one that several held documents bear: it is named in full."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from bot.conversation import follow_up_cues as cues
from bot.conversation.asking_cues import ASKING, ASPECT
from bot.conversation.document_names import DocumentNames
from bot.conversation.memory import Meant, Memory
from bot.conversation.said import Said, said
from bot.conversation.slots import SlotKind, slots_of
from corpus.citation import Reference, find_references, resolve
from corpus.folding import fold
from corpus.library import Library
from corpus.model import Document

_HEAD = (
    r"(?:(?:cua|theo|o|trong|ve|voi|den)\s+)?"
    rf"(?P<head>(?:(?:cai|ban|thang|so|kh|ke hoach|van ban)\s+)*(?:{cues.KIND}\s+)?(?:so\s+)?)"
)
_NUMBER = r"(?P<serial>\d{1,5})(?![\w%]|[/.,:-]\d|\s*[%/])"
_AT_THE_START = re.compile(rf"\W*{_HEAD}{_NUMBER}")
# Elsewhere only where a word says that it is a document, or at the very end: "ai ký cái 21", "hạn của 33".
_BEHIND = re.compile(
    rf"(?<!\w)(?:(?P<head>cai(?:\s+(?:so|kh|ke hoach))?\s+)|so\s+(?=\d{{2}})|(?:cua|theo)\s+(?=\d{{3,5}}(?!\d))"
    rf"|(?:cua|theo|ky|ban hanh|xem|hoi|la|con)\s+(?=\d+\W*\Z)){_NUMBER}"
)
_COUNTED = re.compile(
    r"\s*(?:ngay|thang|nam|tuan|quy|gio|phut|xa|phuong|huyen|tinh|so|bo|don vi|co quan|nguoi|ca nhan|tap the|ho|trieu"
    r"|dong|ty|nghin|ngan|phan|lan|diem|dieu|khoan|muc|chuong|ban(?! hanh)|trang|van ban|nghi dinh|thong tu|bang"
    r"|danh hieu|tieu|nhiem vu|viec|hoat dong|hoi nghi|lop|mo hinh|cong trinh|phieu|tuoi|m2|km|k|tr)(?!\w)"
    r"(?!\s+(?:nao|may|gi|bao nhieu)(?!\w))"
)
_ENDS = re.compile(r"\W*(?:\Z|[,;?!.])|\s+(?:thi|co|cung|nua|di|day|ay|do|nay|kia|cua|ben|o|a|nhe|nha|lay)(?!\w)")
# "552 cơ, nộp ngày nào", "quay lại TT 15 đi, …": what only ends the naming.
_SWITCHED = re.compile(r"(?:\s+(?:co|di|a|ay|nhe|nha|do|nay|kia|day|nua))*\s*,\s*(?=\w)|\s+thi\s+(?=\w)")
_SMALLEST_ALONE = 32  # what is smaller may be a day, a provision or a place in a list


class NamingByNumber:
    """Over the numbers of one library."""

    def __init__(self, library: Library, names: DocumentNames) -> None:
        self._library = library
        self._names = names

    def named(self, message: Said, memory: Memory) -> list[tuple[Meant, Said]]:
        """Each document that the number can mean, with the message in which its name stands; none when it is none."""
        if not (memory.questions or memory.documents or memory.waiting):
            return []
        if message.has(SlotKind.DOCUMENT):
            return self._of_those_spoken_of(message, memory)
        found = self._number_in(message, memory)
        if found is None:
            return []
        serial = int(found["serial"])
        meant = self._meant(serial, message, memory)
        if not meant and (message.leads_on or message.corrects or found["head"]) and len(found["serial"]) > 2:
            meant = self._not_held(found["serial"], memory)
        return [(one, self._with(one, message, found.start(), found.end())) for one in meant]

    def _number_in(self, message: Said, memory: Memory) -> re.Match[str] | None:
        folded = fold(message.text)
        for pattern in (_AT_THE_START, _BEHIND):
            found = pattern.search(folded) if pattern is _BEHIND else pattern.match(folded)
            if found is None or self._is_a_count(folded, found, message.as_of, memory):
                continue
            return found
        return None

    def _is_a_count(self, folded: str, found: re.Match[str], as_of: date, memory: Memory) -> bool:
        """Whether the number counts something, or may be a day, a year, a provision or a place in a list."""
        serial, end = int(found["serial"]), found.end()
        if _COUNTED.match(folded, end):
            return True
        if not (_ENDS.match(folded, end) or _asks_at(folded, end)):
            return True
        if memory.choices and serial <= len(memory.choices):
            return True
        if found["head"]:
            return False
        spoken_of = (*memory.documents, *memory.earlier)
        is_small = serial < _SMALLEST_ALONE or serial in range(1990, 2100)
        base = next(iter(memory.questions), "")
        of_a_place = found.re is _AT_THE_START and serial < 200 and bool(slots_of(SlotKind.PROVISION, base, as_of))
        return (is_small or of_a_place) and not any(_serial_of(one) == serial for one in spoken_of)

    def _meant(self, serial: int, message: Said, memory: Memory) -> list[Meant]:
        """Of the held documents of the number those spoken of, else those of the place named, else of the issuer."""
        held = self._library.by_serial(serial)
        if not held:
            return [one for one in (*memory.documents, *memory.earlier) if _serial_of(one) == serial][:1]
        if len(held) == 1:
            return [self._names.meant(one) for one in held]
        ids = {one.id for one in held}
        for spoken_of in (memory.documents, memory.earlier):
            if told := [one for one in spoken_of if one.id in ids]:
                return told
        places = [fold(slot.written) for slot in message.slots if slot.kind is SlotKind.PLACE]
        latest = memory.documents[0] if len(memory.documents) == 1 else None
        narrowed: Sequence[Document] = held
        if places:
            narrowed = [one for one in held if any(place in fold(one.issuer) for place in places)] or held
        elif latest:
            narrowed = [one for one in held if one.issuer == latest.issuer] or held
        if latest and len(narrowed) > 1:
            narrowed = [one for one in narrowed if latest.name.startswith(one.kind)] or narrowed
        return [self._names.meant(one) for one in narrowed]

    def _not_held(self, serial: str, memory: Memory) -> list[Meant]:
        """The number of a document that is not held, of the kind that was spoken of."""
        kinds = {one.kind for question in memory.questions[:1] for one in find_references(question) if one.kind}
        return [Meant(None, f"{kind} {serial}") for kind in kinds] if len(kinds) == 1 else []

    def _of_those_spoken_of(self, message: Said, memory: Memory) -> list[tuple[Meant, Said]]:
        """Where a short number fits several held documents, and one of them was spoken of, that one is meant."""
        short = [one for one in find_references(message.text) if one.short]
        if len(short) != 1 or short[0].issuer or short[0].issued_on or short[0].short is None:
            return []
        [reference] = short
        if any(slot.kind is SlotKind.PLACE for slot in message.slots) or _names_a_place(message, reference):
            return []
        held = resolve(reference, self._library.by_serial(short[0].short.serial)).documents
        ids = {one.id for one in held}
        told = [one for one in _distinct((*memory.documents, *memory.earlier)) if one.id in ids]
        if len(held) <= 1 or len(told) != 1:
            return []
        return [(told[0], self._with(told[0], message, reference.start, reference.end))]

    def _with(self, meant: Meant, message: Said, start: int, end: int) -> Said:
        rest = message.text[end:]
        ending = _SWITCHED.match(fold(rest))
        rest = rest[ending.end() :] if ending else rest
        text = f"{message.text[:start]} {meant.name} {rest}".strip()
        again = said(" ".join(text.split()), self._library.syllables, message.as_of)
        return replace(again, leads_on=True, corrects=message.corrects)


def _asks_at(folded: str, end: int) -> bool:
    rest = re.compile(r"\W+").match(folded, end)
    start = rest.end() if rest else end
    return any(cue.match(folded, start) for cue in (ASKING, ASPECT))


def _names_a_place(message: Said, reference: Reference) -> bool:
    slot = next((one for one in message.slots if one.start <= reference.start < one.end), None)
    return slot is not None and cues.PLACE.search(fold(slot.written)) is not None


def _serial_of(meant: Meant) -> int | None:
    found = next(iter(find_references(meant.name)), None)
    if found is None:
        return None
    return found.number.serial if found.number else found.short.serial if found.short else None


def _distinct(meant: Iterable[Meant]) -> list[Meant]:
    return list({one.id or one.name: one for one in meant}.values())
