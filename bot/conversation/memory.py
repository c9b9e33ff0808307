"""What one chat remembers: a small value that can be written down and read back."""

import json
from dataclasses import asdict, dataclass

from bot.answer import Choice
from corpus.model import DocumentId

# A higher number is another form: what was written before is forgotten, never misread.
VERSION = 4
MOST_QUESTIONS = 4
MOST_EARLIER = 4
MOST_TOLD = 8


@dataclass(frozen=True, slots=True)
class Meant:
    """A document that the conversation is about, and how a question can name it; one that is not held has no id."""

    id: DocumentId | None
    name: str
    issuer: str = ""


@dataclass(frozen=True, slots=True)
class Memory:
    """What went before, as far as a follow-up may need it."""

    questions: tuple[str, ...] = ()  # on one matter, each standing alone, the latest first, at most MOST_QUESTIONS
    before: tuple[str, ...] = ()  # on earlier matters, the latest first, at most MOST_QUESTIONS
    documents: tuple[Meant, ...] = ()  # those that the latest question named, else those that its answer cited
    earlier: tuple[Meant, ...] = ()  # spoken of before these, the latest first, at most MOST_EARLIER
    told: tuple[Meant, ...] = ()  # those that the latest question asked for: "thực hiện chỉ thị nào"
    place: str = ""  # the provision that it spoke of: "Điều 35 khoản 1"
    waiting: str = ""  # the question that was not answered because its document was not clear or not held
    choices: tuple[Choice, ...] = ()  # offered with the last answer

    def as_json(self) -> str:
        """One line that `memory_from_json` reads back to an equal value."""
        return json.dumps({"version": VERSION, **asdict(self)}, ensure_ascii=False)


EMPTY = Memory()


def memory_from_json(text: str) -> Memory:
    """The memory written down; the empty one for anything that this version did not write."""
    try:
        written = json.loads(text)
        if not isinstance(written, dict) or written.pop("version", None) != VERSION:
            return EMPTY
        return Memory(
            questions=tuple(map(_text, written["questions"])),
            before=tuple(map(_text, written["before"])),
            documents=tuple(_meant(one) for one in written["documents"]),
            earlier=tuple(map(_meant, written["earlier"])),
            told=tuple(map(_meant, written["told"])),
            place=_text(written["place"]),
            waiting=_text(written["waiting"]),
            choices=tuple(Choice(_text(one["label"]), _text(one["question"])) for one in written["choices"]),
        )
    except (ValueError, TypeError, KeyError, RecursionError):
        return EMPTY


def _meant(written: dict[str, object]) -> Meant:
    document_id = written["id"]
    return Meant(
        None if document_id is None else DocumentId(_text(document_id)),
        _text(written["name"]),
        _text(written["issuer"]),
    )


def _text(written: object) -> str:
    if not isinstance(written, str):
        raise TypeError(f"reading a memory: expected text, found {written!r}")
    return written
