"""Parts a message that asks several things: "cstđtq gửi hồ sơ khi nào và được thưởng bao nhiêu".

A clause becomes a question of its own only when it asks, says what about, and does not point back at the answer of
the clause before it; everything else stays together as it was typed.
"""

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from bot.by_document import same_of_each
from bot.comparison_cues import asks_comparison
from bot.deadline_question import deadline_asked
from bot.expressions import AnswerType
from bot.fact_cues import facts_asked, force_questions
from bot.force_cues import force_asked
from bot.naming import is_programme
from bot.question import Question, analyse, content_words
from bot.reward_cues import asks_sum
from corpus.citation import find_references
from corpus.normalise import fold
from corpus.understanding import Reading

MOST_PARTS = 3
# Whether a duty is asked for does not depend on the day.
_ANY_DAY = date(2000, 1, 1)
# A clause that names no title or document says what it is about in so many syllables, or not at all.
FEWEST_OWN_SYLLABLES = 5
# With so many a first clause needs no title of the last.
ENOUGH_OWN_SYLLABLES = 6

# All on folded text.
_SEPARATOR = re.compile(r"\s*(?:[;?]+|,(?!\d)|\.(?=\s))\s*(?:va\s+)?|\s+va\s+|\s+voi(?:\s+lai)?\s+")
_POLITE = r"(?:a|vay|the|nhi|ha|nhe|roi|em|anh|chi|ad|bot|cam on)"
_ASKS = re.compile(
    r"(?<!\w)(?:bao nhieu|bn|bao lau|bao gio|nao|gi|ra sao|may(?! (?:moc|bay|tinh))|ai(?! (?:quoc|do|cung))"
    r"|(?:o|tai|ve|tu|cho|den|toi|vao) dau(?! (?:nam|thang|quy|ky|tu))"
    rf"|(?:khong|ko|k|chua|(?<!vi )(?<!tai )sao|nhieu)(?=(?: {_POLITE})*\W*\Z))(?!\w)"
)
_BEGINS_ASKING = re.compile(rf"\W*(?:(?:\w+ ){{0,2}}nao(?!\w)|{_ASKS.pattern})")
_YES_OR_NO = re.compile(rf"(?<!\w)(?:khong|ko|k|chua)(?: {_POLITE})*\W*\Z")
# It continues the clause before: a condition, a place, a reason; or points back at what was said or is to be said.
_CONTINUES = re.compile(
    r"\s*(?:theo|trong|cua|cho|tai|neu|thi|vi sao|tai sao|ma|hay|hoac|doi voi|ke ca|ca|so voi|con lai|tu do|khi|tinh)\b"
)
_POINTS_BACK = re.compile(
    r"(?<!\w)(?:do|ay|kia|no|cai|ban (?:moi|cu)|(?:van ban|nghi dinh|thong tu|luat|quyet dinh) (?:moi|cu|thay)|"
    r"thay the|thay|cai tren|tren day|nhu vay|khac|cung)(?!\w)"
)
_NOW = re.compile(r"(?<!\w)(?:hien (?:nay|hanh|tai)|bay gio|hom nay|gio (?:con|thi|la|thuong)|nay thi)(?!\w)")
# Matters that stand beside titles and are no part of them.
_MATTER = re.compile(r"(?<!\w)(?:luong co so|quy (?:thi dua|khen thuong)|phong trao|cum thi dua|khoi thi dua)(?!\w)")
# Of a title or document these ask enough without another word: "thưởng bao nhiêu", "ai tặng".
_SAY_ENOUGH = frozenset("thuong tien dong trieu tang ky nop gui trinh xet phieu".split())
# What is asked of one thing in both its halves.
_TOGETHER = re.compile(
    r"(?<!\w)(?:vua .* vua|khac (?:nhau|gi|the nao)|so sanh|so voi|cung (?:luc|nam|mot)|dong thoi|ca hai|hay la)(?!\w)"
)

# Titles and forms of commendation with the level, body, rank and recipient behind them (Luật 06/2022/QH15, Điều 9,
# 19, 20), and the short forms in use.
_BODY = (
    r"(?:cua|cap|do|cho|nha nuoc|chinh phu|thu tuong|chu tich(?: nuoc)?|quoc hoi|bo(?: truong)?|ban|nganh|tinh"
    r"|thanh pho|tp|ubnd|uy ban nhan dan|huyen|xa|phuong|so|toan quoc|co so|tq|cs|quan khu|lao dong|doc lap"
    r"|quan cong|chien cong|bao ve to quoc|ho chi minh|sao vang|dung cam|huu nghi|hang|nhat|nhi|ba|i{1,3}|ca nhan"
    r"|tap the|ho gia dinh|gia dinh|nhan dan|uu tu|tieu bieu|tien tien|xuat sac|van hoa|danh du|luc luong vu trang)"
)
TITLE = re.compile(
    r"(?<!\w)(?:(?:danh hieu|hinh thuc) )?"
    r"(?:cstd\w*|ldtt|ttld\w*|btktt|bkttg|hcld\w*"
    r"|(?:chien s[iy] (?:thi dua|tien tien)|lao dong tien tien|tap the lao dong|don vi (?:tien tien|quyet thang)"
    r"|co thi dua|bang khen|giay khen|huan chuong|huy chuong|k[yi] niem chuong|anh hung|nghe nhan|nha giao|thay thuoc"
    r"|(?:thon|xa|phuong|gia dinh|to dan pho) (?:van hoa|tieu bieu)|cong dan(?: \w+){0,2}? (?:uu tu|danh du|tieu bieu)"
    r"|hoi dong (?:tdkt|thi dua(?:,? | ?- ?)khen thuong)(?: trung uong)?"
    rf")(?:,? {_BODY}(?!\w))*)"
)


@dataclass(frozen=True, slots=True)
class _Clause:
    """One asking clause as typed."""

    text: str

    @property
    def folded(self) -> str:
        return fold(self.text)

    @property
    def names(self) -> str:
        """The titles and documents that it names, in order."""
        spans = [match.span() for match in TITLE.finditer(self.folded)]
        references = [one for one in find_references(self.text) if not is_programme(one)]
        spans += [(one.start, one.end) for one in references if one.number or one.short or one.title]
        kept = [one for one in spans if not any(o != one and o[0] <= one[0] and one[1] <= o[1] for o in spans)]
        return " ".join(self.text[start:end].strip() for start, end in sorted(set(kept)))

    @property
    def own_words(self) -> tuple[str, ...]:
        """What it says of what it asks about, without the words that ask."""
        text = self.text
        for match in reversed([*_ASKS.finditer(self.folded)]):
            text = f"{text[: match.start()]} {text[match.end() :]}"
        return content_words(text)


def parts(reading_text: str) -> tuple[str, ...]:
    """The questions in the text, in order, each complete; the text alone when it asks one thing.

    A clause that names no title and no document is given those of the first clause, or of the last where only that
    one names any; what stands before a colon is said of all. A duty of several documents named side by side is asked
    of each.
    """
    whole = (reading_text,)
    if listed := _of_each(reading_text):
        return listed
    clauses = _clauses(reading_text)
    if not 2 <= len(clauses) <= MOST_PARTS:
        return whole
    question = _read(reading_text)
    if _TOGETHER.search(fold(reading_text)) or asks_comparison(question):
        return whole
    if len(facts_asked(question)) + len(force_questions(question)) >= len(clauses):
        return whole
    read = [_read(clause.text) for clause in clauses]
    if any(_is_listed(one, other) for one, other in pairwise(read)):
        return whole
    topic = _topic(clauses[0].text)
    shared = next((clause.names for clause in (clauses[0], clauses[-1]) if clause.names), "")
    if any(not _stands(clause, question, shared or topic) for clause, question in zip(clauses, read, strict=True)):
        return whole
    if any(_refers_to(one, later) for one, later in zip(read, clauses[1:], strict=False)):
        return whole
    first = _completed(clauses[0], "" if topic else shared, ENOUGH_OWN_SYLLABLES)
    return (first, *(_completed(one, topic or shared) for one in clauses[1:]))


def _of_each(text: str) -> tuple[str, ...]:
    """What is asked of the duties in several documents, of each; () when it compares them or asks something else."""
    question = _read(text)
    if len(question.documents) < 2 or _TOGETHER.search(fold(text)) or asks_comparison(question):
        return ()
    if facts_asked(question) or deadline_asked(question, _ANY_DAY) is None:
        return ()
    return same_of_each(text)


def speaks_of_now(part: Question) -> bool:
    """Whether the part asks how things are, whatever time another part names."""
    return _NOW.search(fold(part.reading.text)) is not None


def _clauses(text: str) -> list[_Clause]:
    """The text cut between clauses that ask; what asks nothing stays with what it belongs to."""
    pieces = _pieces(text)
    spans: list[tuple[int, int]] = []
    begin: int | None = None
    for start, end in pieces:
        piece = fold(text[start:end])
        first = start if begin is None else begin
        if spans and begin is None and (_CONTINUES.match(piece) or (not _ASKS.search(piece) and end == pieces[-1][1])):
            spans[-1] = (spans[-1][0], end)
        elif _ASKS.search(piece):
            spans.append((first, end))
            begin = None
        else:
            begin = first
    if begin is not None and spans:
        spans[-1] = (spans[-1][0], pieces[-1][1])
    return [_Clause(text[start:end].strip(" ,;?.")) for start, end in spans]


def _pieces(text: str) -> list[tuple[int, int]]:
    """The spans between separators that stand in no quotation and in no name of a title or document."""
    folded = fold(text)
    closed = [match.span() for match in re.finditer(r"“[^”]*”|\"[^\"]*\"|\([^)]*\)", text)]
    closed += [match.span() for match in TITLE.finditer(folded)]
    closed += [(one.start, one.end) for one in find_references(text)]
    cuts = [
        match.span()
        for match in _SEPARATOR.finditer(folded)
        if not any(start < match.end() and match.start() < end - 1 for start, end in closed if start < match.start())
    ]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(text)]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if text[start:end].strip()]


def _stands(clause: _Clause, question: Question, shared: str) -> bool:
    """Whether the clause is a question of its own, with what it is given of the others."""
    if clause.names:
        return True
    if _YES_OR_NO.search(clause.folded) or not shared:
        return len(clause.own_words) >= FEWEST_OWN_SYLLABLES
    return len(clause.own_words) > 1 or any(fold(word) in _SAY_ENOUGH for word in clause.own_words)


def _completed(clause: _Clause, shared: str, enough: int | None = None) -> str:
    """The clause with what it is about before it, unless it names something or says `enough` itself."""
    says_itself = (
        clause.names or _MATTER.search(clause.folded) or (enough is not None and len(clause.own_words) >= enough)
    )
    return clause.text if says_itself else f"{shared} {clause.text}".strip()


def _is_listed(one: Question, other: Question) -> bool:
    """Whether both ask for the same kind of thing, one without a subject: "bao nhiêu phiếu và bao nhiêu điểm"."""
    if asks_sum(one) is not asks_sum(other):
        return False
    begins = _BEGINS_ASKING.match(fold(other.reading.text))
    name_both = all(_Clause(question.reading.text).names for question in (one, other))
    return one.wants is other.wants and begins is not None and not name_both


def _refers_to(one: Question, later: _Clause) -> bool:
    """Whether the later clause may ask of what the earlier one asks for, an instrument that it does not name."""
    if _POINTS_BACK.search(later.folded):
        return True
    return not later.names and (one.wants is AnswerType.DOCUMENT or force_asked(one) is not None)


def _topic(text: str) -> str:
    """What stands before a colon and asks nothing."""
    before, colon, _ = text.partition(":")
    return f"{before.strip()}:" if colon and not _ASKS.search(fold(before)) else ""


def _read(text: str) -> Question:
    return analyse(Reading(typed=text, text=text, search_text=text, changed=False))
