"""Times counted from an event: "trong thời hạn 10 ngày kể từ ngày nhận …", "trước khi họp Hội đồng 05 ngày"."""

import re

from corpus.deadline_rule import Bearing, Relative, TimeUnit
from corpus.time_expression import TimeExpression
from corpus.time_terms import O, W

MOST_WORDS = 12  # of an event: what is longer runs on into another clause
_NUMBERS = {
    **{"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10},
    **{"mười lăm": 15, "hai mươi": 20, "ba mươi": 30},
}
_NUMBER_WORDS = "|".join(sorted((word.replace(" ", W) for word in _NUMBERS), key=len, reverse=True))
_AMOUNT = rf"""
    (?P<amount>\d{{1,4}}|{_NUMBER_WORDS})
    (?:{O}\([^()\d]{{1,30}}\))?                        # 10 (mười) ngày
    {W}(?P<unit>ngày{W}làm{W}việc|ngày|giờ|tuần|tháng|năm)\b
    (?P<working_hours>{W}làm{W}việc)?
    (?!{W}(?:đầu|cuối|\d|liên|liền|công))
"""
_UNITS = {
    **{"giờ": TimeUnit.HOUR, "ngày": TimeUnit.DAY, "ngày làm việc": TimeUnit.WORKING_DAY, "tuần": TimeUnit.WEEK},
    **{"tháng": TimeUnit.MONTH, "năm": TimeUnit.YEAR},
}
_MOST = rf"(?:không{W}quá|chậm{W}nhất|muộn{W}nhất|tối{W}đa)(?:{W}(?:là|trong|sau))?"
_LEAST = rf"(?:ít{W}nhất|tối{W}thiểu|chậm{W}nhất|muộn{W}nhất)(?:{W}(?:là|trong))?"
_SINCE = rf"(?:(?:kể|tính){W}từ|từ)(?:{W}(?:khi|lúc))?|sau(?:{W}khi)?"
_FROM_NOW_ON = rf"(?:kể|tính){W}từ(?:{W}(?:khi|lúc))?"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE | re.IGNORECASE)


# trong thời hạn không quá 10 ngày
_WITHIN = rf"""
    (?: (?:ngay{W})?trong{W}
        (?:(?:khoảng{W})?(?P<span>thời{W}hạn|vòng|thời{W}gian|phạm{W}vi){W})?
        (?:(?P<most>{_MOST}){W})?
      | (?:thời{W}hạn{W}(?:là{W})?)?(?P<alone>{_MOST}){W} | thời{W}hạn{W}(?:(?:đó|này|trên){W})?(?:là{W})?
    )
"""
_WITHIN_OF_EVENT = _compiled(rf"(?:{_WITHIN})?{_AMOUNT}{O},?{O}(?:{_SINCE}){W}(?=[^\W_])")
_WITHIN_ALONE = _compiled(rf"{_WITHIN}{_AMOUNT}")
_TO_DO = _compiled(rf"(?<=có\s){_AMOUNT}(?={W}để{W})")  # "có 10 ngày làm việc để trình"
_AFTER_EVENT = _compiled(rf"sau{W}(?:thời{W}hạn{W})?{_AMOUNT}{O},?{O}(?:{_SINCE}){W}(?=[^\W_])")
_AFTER_ALONE = _compiled(rf"sau{W}{_AMOUNT}")
_BEFORE_EVENT = _compiled(rf"(?:(?:{_LEAST}|trước){W})?{_AMOUNT}{W}trước{W}(?:khi{W})?(?=[^\W\d_])(?!khi\b)")
# trước ngày trao thưởng ít nhất 07 ngày, trước khi họp Hội đồng 05 ngày
_BEFORE_BY = _compiled(
    rf"trước{W}(?:khi{W})?(?!khi\b)(?P<event>(?:(?:-{W})?[^\W\d_]+{W}){{1,9}}?)(?:{_LEAST}{W})?{_AMOUNT}(?!{W}(?:kể|tính|từ)\b)"
)
_BEFORE_ALONE = _compiled(rf"trước{W}{_AMOUNT}")
_AT_ONCE = _compiled(rf"ngay{W}(?:sau{W}(?:khi{W})?|khi{W})(?=[^\W\d_])(?!đó\b|này\b|khi\b)")
_SINCE_EVENT = _compiled(rf"{_FROM_NOW_ON}{W}(?=(?:ngày|thời{W}điểm){W}[^\W\d_])")
_BEFORE_OR_AFTER = _compiled(rf"(?P<side>sau|trước){W}khi{W}(?=[^\W\d_])(?!đó\b|này\b)")

# What they all begin with: one look spares eight.
_LEAD = _compiled(
    rf"\d{{1,4}}[\s(]|(?:{_NUMBER_WORDS}|trong|ngay|không|chậm|muộn|tối|ít|thời|trước|sau|kể|tính){W}[^\W_]"
)

# Where an event ends: at punctuation or where a new clause begins; "bộ, ban, ngành, tỉnh" is one name.
_EVENT_WORD = re.compile(
    r"""
    \s{0,9}(?P<word>[^\s,.;:()|…–"“”\[\]]+(?:[.,/](?=\w)[^\s,.;:()|…]+){0,3})
    (?P<listed>,\s(?=(?:ban|ngành|tỉnh|thành\ phố|đoàn\ thể|đơn\ vị|địa\ phương|phường|đặc\ khu|chống)\b))?
    (?P<broken>\n\s{0,9}\n|\n\s{0,9}[-–+*|•])?
    """,
    re.VERBOSE,
)
_NEW_CLAUSE = re.compile(
    r"\s{0,9}(?:thì|phải|đến|và|hoặc|để|nếu|nhưng|trừ|đối\s+với|có\s+trách\s+nhiệm)(?!\w)|\s{0,9}-(?!\ [^\W\d_])",
    re.IGNORECASE,
)


def read_relative(text: str, place: int) -> TimeExpression | None:
    """The relative time that begins at `place`."""
    if _LEAD.match(text, place) is None:
        return None
    return (
        _counted(text, _AFTER_EVENT.match(text, place), Bearing.AFTER)
        or _counted(text, _WITHIN_OF_EVENT.match(text, place), Bearing.WITHIN)
        or _counted(text, _BEFORE_EVENT.match(text, place), Bearing.BEFORE)
        or _counted_behind(_BEFORE_BY.match(text, place))
        or _alone(text, place)
        or _uncounted(text, _AT_ONCE.match(text, place), Bearing.AFTER)
        or _uncounted(text, _SINCE_EVENT.match(text, place), Bearing.AFTER)
    )


def read_stated_relative(text: str, place: int) -> TimeExpression | None:
    """What only a stated time can be: "Sau khi Nghị định được ban hành", "150 ngày"."""
    whole = _STATED_AMOUNT.fullmatch(text.rstrip(" .;\n\t"), place)
    if whole is not None:
        return _expression(whole, whole.end(), Bearing.WITHIN, "")
    match = _BEFORE_OR_AFTER.match(text, place)
    if match is None:
        return None
    side = Bearing.AFTER if match["side"].lower() == "sau" else Bearing.BEFORE
    stated = _STATED_EVENT.match(text, match.end())  # a cell is no clause: nothing else follows its event
    end = match.end() + len(stated[0].rstrip()) if stated else match.end()
    event = " ".join(text[match.end() : end].split())
    return TimeExpression(place, end, Relative(0, TimeUnit.DAY, side, event)) if event else None


_STATED_AMOUNT = _compiled(_AMOUNT)
_STATED_EVENT = re.compile(r"[^.;|]{1,300}")


def read_event(text: str, place: int, most_words: int = MOST_WORDS) -> tuple[int, str]:
    """Where the event or phrase that begins at `place` ends, and its words with single spaces."""
    start = end = place
    for _ in range(most_words):
        match = _EVENT_WORD.match(text, end)
        if match is None or (end > start and _NEW_CLAUSE.match(text, end)):
            break
        end = match.end("listed") if match["listed"] else match.end("word")
        if match["broken"]:
            break
    written = text[start:end].rstrip(" ,-/\n")
    return start + len(written), " ".join(written.split())


def _counted(text: str, match: re.Match[str] | None, bearing: Bearing) -> TimeExpression | None:
    if match is None:
        return None
    end, event = read_event(text, match.end())
    return _expression(match, end, bearing, event) if event else None


def _counted_behind(match: re.Match[str] | None) -> TimeExpression | None:
    return _expression(match, match.end(), Bearing.BEFORE, " ".join(match["event"].split())) if match else None


def _alone(text: str, place: int) -> TimeExpression | None:
    """Without an event: a limit of days, not "trong 5 năm", which is no limit."""
    if match := _WITHIN_ALONE.match(text, place):
        unit, is_limit = _unit(match), bool(match["span"] or match["most"] or match["alone"] or match[0][0] in "tT")
        is_short = unit not in (TimeUnit.YEAR, TimeUnit.MONTH)
        is_bare = match["span"] is None and match["most"] is None and match["alone"] is None
        if is_bare and unit is not TimeUnit.WORKING_DAY and not match[0].lower().startswith("thời"):
            return None
        return _expression(match, match.end(), Bearing.WITHIN, "") if is_limit and (is_short or match["span"]) else None
    if (match := _TO_DO.match(text, place)) and _unit(match) in (TimeUnit.DAY, TimeUnit.WORKING_DAY, TimeUnit.HOUR):
        return _expression(match, match.end(), Bearing.WITHIN, "")
    if match := _BEFORE_ALONE.match(text, place):
        return _expression(match, match.end(), Bearing.BEFORE, "")
    match = _AFTER_ALONE.match(text, place)
    if match is not None and _unit(match) in (TimeUnit.DAY, TimeUnit.WORKING_DAY, TimeUnit.HOUR):
        return _expression(match, match.end(), Bearing.AFTER, "")
    return None


def _uncounted(text: str, match: re.Match[str] | None, bearing: Bearing) -> TimeExpression | None:
    if match is None:
        return None
    end, event = read_event(text, match.end())
    return TimeExpression(match.start(), end, Relative(0, TimeUnit.DAY, bearing, event)) if event else None


def _expression(match: re.Match[str], end: int, bearing: Bearing, event: str) -> TimeExpression:
    written = " ".join(match["amount"].lower().split())
    amount = int(written) if written.isdigit() else _NUMBERS[written]
    return TimeExpression(match.start(), end, Relative(amount, _unit(match), bearing, event))


def _unit(match: re.Match[str]) -> TimeUnit:
    return _UNITS[" ".join(match["unit"].lower().split())]
