"""How often something comes back, as written: "hằng năm", "định kỳ 06 tháng", "2 năm một lần", "02 lần/năm"."""

import re
from dataclasses import dataclass

from corpus.deadline_rule import Cycle
from corpus.time_terms import O, W


@dataclass(frozen=True, slots=True)
class Rhythm:
    """A cycle, once every `every` of them, `times` times in each."""

    start: int
    end: int
    cycle: Cycle
    every: int = 1
    times: int = 1

    @property
    def is_plain(self) -> bool:
        """Once in every cycle."""
        return self.every == self.times == 1


_NUMBERS = {
    **{"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10},
}
_CYCLES = {
    **{"ngày": Cycle.DAY, "tuần": Cycle.WEEK, "tháng": Cycle.MONTH, "quý": Cycle.QUARTER, "năm": Cycle.YEAR},
}
_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(_NUMBERS)})(?:{O}\([^()\d]{{1,12}}\))?"
_UNIT = r"(?:ngày|tuần|tháng|quý|qúy|quí|năm)\b"
_SIX_MONTHS = rf"(?:0?6|sáu){W}tháng\b(?!{W}(?:đầu|cuối))"
_ONCE = r"(?:lần|đợt|kỳ|lượt)\b"
_REGULARLY = rf"định{W}k[ỳì]"
_EACH = r"(?:hằng|hàng|mỗi|từng)"
_NOT_COUNTED = rf"(?!{W}(?:\d|(?-i:I{{1,3}}|IV)\b|đầu|cuối))"

_WRITTEN = (
    # 02 lần/năm, 01 lần/tháng, hai đợt mỗi năm, 02 lần mỗi 2 năm
    rf"(?P<times>{_NUMBER}){W}{_ONCE}(?:{O}/{O}|{W}(?:mỗi|một|trong|hằng|hàng|trên){W}(?:một{W}|mỗi{W})?)"
    rf"(?:(?P<every>\d{{1,2}}){W})?(?P<unit>{_UNIT}|tháng)",
    # mỗi năm 02 lần, mỗi quý (ít nhất) một lần, hằng năm 02 đợt
    rf"{_EACH}{W}(?:(?P<every>\d{{1,2}}){W})?(?P<unit>{_UNIT}){W}(?:(?:ít{W}nhất|tối{W}thiểu){W})?"
    rf"(?P<times>{_NUMBER}){W}{_ONCE}",
    # 2 năm một lần, 05 năm/lần, 6 tháng một lần, định kỳ 6 tháng/lần, mỗi 6 tháng một lần
    rf"(?:{_REGULARLY}{W})?(?:{_EACH}{W}|cứ{W})?(?P<every>{_NUMBER}){W}(?P<unit>{_UNIT})"
    rf"(?:{W}(?:một|1|01){W}{_ONCE}|{O}/{O}(?:(?:một|1|01){W})?{_ONCE})",
    # định kỳ hằng năm, hằng tháng, mỗi quý, định kỳ (hằng năm)
    rf"(?:{_REGULARLY}{O}(?P<opened>\()?{O})?{_EACH}{W}(?P<unit>{_UNIT}){_NOT_COUNTED}",
    # mỗi 6 tháng, mỗi 2 năm, định kỳ 06 tháng, định kỳ 2 năm
    rf"(?:{_REGULARLY}{O}(?P<opened>\()?{O}|{_EACH}{W})(?P<every>{_NUMBER}){W}(?P<unit>(?:tháng|quý|năm|tuần)\b){_NOT_COUNTED}",
    # định kỳ quý, định kỳ (tháng
    rf"{_REGULARLY}{O}(?P<opened>\()?{O}(?P<unit>(?:tuần|tháng|quý|năm)\b){_NOT_COUNTED}",
    # 06 tháng, hằng năm; 6 tháng (trước ngày 16/6); 6 tháng và năm
    rf"(?P<half>{_SIX_MONTHS})"
    rf"(?={O}(?:,|/|và\b|hoặc\b){O}(?:(?:hằng|hàng|định{W}k[ỳì]){W}|(?:cả{W}|một{W}|tổng{W}kết{W})?năm\b(?!{W}\d))"
    rf"|{O}\({O}(?:trước|chậm|muộn|xong|đến)\b)",
    # tổng kết năm (trước ngày 20/11): the rhythm alone before its limit
    rf"(?P<unit>(?:tuần|tháng|quý|năm)\b)(?={O}\({O}(?:trước|chậm|muộn|xong)\b)",
)
# What they all begin with: one look spares eight.
_LEAD = re.compile(
    rf"{_NUMBER}{W}[^\W\d_]|{_EACH}{W}|cứ{W}|định{W}|(?:tuần|tháng|quý|năm){O}\(", re.VERBOSE | re.IGNORECASE
)
_RHYTHMS = tuple(re.compile(pattern, re.VERBOSE | re.IGNORECASE) for pattern in _WRITTEN)

# ", quý, 6 tháng và năm" after "hằng tháng"
_GOES_ON = re.compile(
    rf"{O}(?:,|/|;|và\b|hoặc\b){O}(?:(?:và|báo{W}cáo|sơ{W}kết|tổng{W}kết|kết{W}thúc){W}){{0,2}}"
    rf"(?P<rhythm>(?:{_EACH}{W})?(?:(?P<half>{_SIX_MONTHS})|(?P<nine>0?9{W}tháng\b)|(?P<unit>(?:tháng|quý|năm)\b)))"
    rf"{_NOT_COUNTED}(?!{W}(?:học|tiếp|sau|trước|nay|qua|tới|tài|ngân|đó|này|kế|liền|xét|báo))",
    re.VERBOSE | re.IGNORECASE,
)


def read_rhythm(text: str, place: int) -> Rhythm | None:
    """The rhythm that begins at `place`."""
    if _LEAD.match(text, place) is None:
        return None
    for pattern in _RHYTHMS:
        if match := pattern.match(text, place):
            return _rhythm(match, *_span(text, match))
    return None


_CLOSED = re.compile(rf"{O}\)")


def _span(text: str, match: re.Match[str]) -> tuple[int, int]:
    """With both its parentheses, "định kỳ (hằng năm)", or from inside the first, "(tháng, quý, năm)"."""
    if match.groupdict().get("opened") is None:
        return match.span()
    if closed := _CLOSED.match(text, match.end()):
        return match.start(), closed.end()
    inner = match.end("opened")
    return inner + len(match[0][inner - match.start() :]) - len(match[0][inner - match.start() :].lstrip()), match.end()


def read_next_rhythm(text: str, place: int) -> Rhythm | None:
    """One more rhythm of a list that stands before `place`: ", 6 tháng" after "hằng quý"."""
    match = _GOES_ON.match(text, place)
    return _rhythm(match, match.start("rhythm"), match.end("rhythm")) if match and match["nine"] is None else None


def _rhythm(match: re.Match[str], start: int, end: int) -> Rhythm | None:
    named = match.groupdict()
    if named.get("half"):
        return Rhythm(start, end, Cycle.HALF_YEAR)
    unit = named["unit"].lower().replace("qúy", "quý").replace("quí", "quý")
    every, times = _number(named.get("every")), _number(named.get("times"))
    if not (every and times):
        return None
    cycle = _CYCLES[unit]
    if cycle is Cycle.MONTH and every in (3, 6, 12):
        cycle, every = {3: Cycle.QUARTER, 6: Cycle.HALF_YEAR, 12: Cycle.YEAR}[every], 1
    return Rhythm(start, end, cycle, every, times)


def _number(written: str | None) -> int:
    if written is None:
        return 1
    first = written.split("(")[0].strip().lower()
    return int(first) if first.isdigit() else _NUMBERS[first]
