"""For which day a question is to be answered, and whether it asks about the past."""

import re
from dataclasses import dataclass
from datetime import date

from bot import time_cues as cues
from bot.question import Question
from bot.time_expressions import Spoken, day_after, day_before, times_in
from corpus.citation import Reference
from corpus.normalise import fold

# How far behind the name of a document its own date may stand: "của Ủy ban nhân dân …" between them.
_NEAR_CHARACTERS = 120
_PROVINCE = re.compile(r"\btỉnh\b", re.IGNORECASE)  # folded it would read like the first word of "tính đến"
_DIRECTLY_BEHIND = re.compile(
    r"\s*[,(]?\s*(?:de\s+)?(?:ban\s+hanh\s+|ky\s+|thong\s+qua\s+)?(?:ngay\s+|nam\s+|thang\s+)?"
)


@dataclass(frozen=True, slots=True)
class AskedTime:
    """The day to answer for and the period spoken of; both are the same day unless a longer time is named."""

    day: date
    first: date
    last: date
    is_past: bool  # it asks how things were, on a day before today or simply "trước đây"
    is_explicit: bool  # it names the time


def asked_time(question: Question, as_of: date) -> AskedTime:
    """The time that the question asks about; `as_of` when it names none.

    Of a longer time the last day counts, but not one after `as_of` when that lies within. A date that only tells
    which document, plan, campaign or deadline is meant is not the time of the question.
    """
    text = question.reading.text
    folded = _masked(fold(_PROVINCE.sub("xxxx", text)), question.references, as_of)
    is_past = _speaks_of_the_past(folded, text)
    spoken = _spoken_of(folded, as_of)
    if spoken is None:
        return AskedTime(as_of, as_of, as_of, is_past, is_explicit=False)
    day = as_of if spoken.first <= as_of <= spoken.last else spoken.last
    return AskedTime(day, spoken.first, spoken.last, is_past or spoken.last < as_of, is_explicit=True)


def _spoken_of(folded: str, as_of: date) -> Spoken | None:
    """The first time that the question is about, those that nothing but the past can mean before all others."""
    times = _joined(folded, times_in(folded, as_of), as_of)
    meant = [limited for one in times if (limited := _limited(folded, one)) is not None]
    certain = [one for one in meant if cues.SPOKEN_OF.search(folded[: one.start])]
    return next(iter(certain or meant), None)


def _limited(folded: str, spoken: Spoken) -> Spoken | None:
    """The time with the word before it ("trước", "sau", "từ"); None when it belongs to something else."""
    before = folded[: spoken.start]
    if cues.EVERY_YEAR.match(folded, spoken.end):
        return None
    if limit := cues.BEFORE.search(before):
        if cues.DUE.search(before[: limit.start()]) and not cues.WHICH_RULE.search(folded):
            return None
        return None if _names_a_campaign(folded, spoken) else _on(spoken, day_before(spoken.first))
    if cues.SPOKEN_OF.search(before):
        return _on(spoken, spoken.first) if cues.FROM.search(before) else spoken
    if limit := cues.UNTIL.search(before):
        is_due = cues.DUE.search(before[: limit.start()]) is not None
        return None if not spoken.is_day or is_due or _names_a_campaign(folded, spoken) else spoken
    if cues.PART_OF_A_NAME.search(before) or _names_a_campaign(folded, spoken):
        return None
    if cues.AFTER.search(before):
        return _on(spoken, day_after(spoken.last))
    is_since = cues.FROM.search(before) is not None and not _is_range(folded, spoken)
    return _on(spoken, spoken.first) if is_since else spoken


def _names_a_campaign(folded: str, spoken: Spoken) -> bool:
    """Whether a plan, a campaign or an event is told by this time."""
    named = [*cues.CAMPAIGN.finditer(folded)]
    if not named:
        return False
    if not cues.RULE.search(folded):
        return True
    above = [match for match in named if match.end() <= spoken.start]
    return bool(above) and not cues.RULE.search(folded, above[-1].end(), spoken.start)


def _joined(folded: str, times: list[Spoken], as_of: date) -> list[Spoken]:
    """Two times with "đến" between them as one; "từ năm 2024 đến nay" up to `as_of`."""
    joined: list[Spoken] = []
    for one in times:
        previous = joined[-1] if joined else None
        if previous and cues.JOINS.fullmatch(folded, previous.end, one.start) and previous.first <= one.last:
            joined[-1] = Spoken(previous.start, one.end, previous.first, one.last)
        elif (now := cues.TO_THIS_DAY.match(folded, one.end)) and one.first <= as_of:
            joined.append(Spoken(one.start, now.end(), one.first, as_of))
        else:
            joined.append(one)
    return joined


def _is_range(folded: str, spoken: Spoken) -> bool:
    return re.search(r"\b(?:den|toi)\b", folded[spoken.start : spoken.end]) is not None


def _on(spoken: Spoken, day: date) -> Spoken:
    return Spoken(spoken.start, spoken.end, day, day)


def _masked(folded: str, references: tuple[Reference, ...], as_of: date) -> str:
    """The text, of unchanged length, without the documents named and their own dates, and without periods."""
    spans = [match.span() for match in cues.PERIOD.finditer(folded)]
    times = times_in(folded, as_of)
    for reference in references:
        if not (reference.number or reference.short or reference.title):
            continue
        spans.append((reference.start, reference.end))
        spans += [(one.start, one.end) for one in times if _is_own_date(folded, reference, one)]
    for start, end in spans:
        folded = f"{folded[:start]}{'@' * (end - start)}{folded[end:]}"
    return folded


def _is_own_date(folded: str, reference: Reference, spoken: Spoken) -> bool:
    """Whether the time behind the document's name is that of its issue."""
    if not 0 <= spoken.start - reference.end <= _NEAR_CHARACTERS:
        return False
    if spoken.is_day and reference.issued_on is not None:
        # A number with its year tells the year of issue too: another day behind it is the one asked about.
        is_of_number = reference.number is None or reference.number.year in (None, spoken.first.year)
        return spoken.first == reference.issued_on and is_of_number
    if cues.SPOKEN_OF.search(folded[: spoken.start]):
        return False
    year = spoken.first.year
    numbered = reference.number.year if reference.number else reference.short.year if reference.short else None
    if numbered is not None:
        # "Nghị định 98/2023/NĐ-CP năm 2024": of its number or not, a second year is the one asked about.
        return numbered == year and _DIRECTLY_BEHIND.fullmatch(folded, reference.end, spoken.start) is not None
    return not spoken.is_day and reference.year == year


def _speaks_of_the_past(folded: str, text: str) -> bool:
    """Whether words without a date mean the past; "cũ" typed without its mark may be nothing else either."""
    if cues.PAST.search(folded) or (cues.THEN.search(folded) and cues.RULE.search(folded)):
        return True
    return any(text[slice(*match.span("old"))].lower() in {"cũ", "cu"} for match in cues.OLD_RULE.finditer(folded))
