"""The base salary (mức lương cơ sở) that a decree, resolution or law sets."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from corpus.folding import fold
from corpus.model import BaseSalary, Document, Form, Provision, ProvisionKind
from corpus.normalise import sentences
from corpus.reference_context import calendar_date

# The Government sets it, after reporting to the National Assembly: what other documents say of it is a report.
_SETTING_KINDS = frozenset({"nghi dinh", "nghi quyet", "luat"})
_SILENT = frozenset({ProvisionKind.LETTERHEAD, ProvisionKind.PREAMBLE, ProvisionKind.CLOSING, ProvisionKind.FOOTNOTE})

_DAY = r"""
    (?:ngày\s+)?(?P<day{n}>\d{{1,2}})(?:\s*/\s*|\s+tháng\s+)(?P<month{n}>\d{{1,2}})(?:\s*/\s*|\s+năm\s+)(?P<year{n}>\d{{4}})
"""
_SET = re.compile(
    rf"""
    (?:\btừ\s+{_DAY.format(n="_before")}\s*,?\s*(?:thực\s+hiện\s+|áp\s+dụng\s+|thì\s+)?)?
    (?:điều\s+chỉnh\s+|tăng\s+|nâng\s+)?
    \b(?:mức\s+)?lương\s+cơ\s+sở
    (?:\s+(?:được\s+)?(?:điều\s+chỉnh|tăng|nâng)?(?:\s+từ\s+(?:mức\s+)?[\d.]+\s*(?:đồng|đ)(?:/tháng)?)?
       \s*(?:là|bằng|thành|lên(?:\s+(?:mức|thành|bằng))?|:))              # a bare sum only repeats what is set
    \s+(?P<amount>\d{{1,3}}(?:\.\d{{3}}){{2}})\s*(?:đồng|đ)\s*/\s*(?:người\s*/\s*)?tháng
    (?:\s*,?\s*(?:kể\s+|áp\s+dụng\s+)?từ\s+{_DAY.format(n="_after")})?
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What was so until now.
_PAST = re.compile(
    r"\b(?:trước\s+(?:ngày|đây)|đến\s+(?:hết\s+)?ngày|hết\s+ngày|hiện\s+hành|đang\s+áp\s+dụng|so\s+với)\b",
    re.IGNORECASE,
)


def read_base_salaries(document: Document, provisions: Sequence[Provision]) -> tuple[BaseSalary, ...]:
    """Each sum that the document sets as base salary, once, with the day from which the sentence says it holds."""
    if document.form is Form.NEWS or fold(document.kind) not in _SETTING_KINDS:
        return ()
    unique: dict[tuple[int, date | None], BaseSalary] = {}
    in_articles = [one for one in provisions if str(one.locator).find("Điều") >= 0]
    for provision in [*in_articles, *provisions]:
        if provision.kind not in _SILENT:
            for salary in _read(document, provision):
                unique.setdefault((salary.amount, salary.since), salary)
    dated = {salary.amount for salary in unique.values() if salary.since is not None}
    kept = [one for one in unique.values() if one.since is not None or one.amount not in dated]
    return tuple(sorted(kept, key=lambda salary: salary.start))


def _read(document: Document, provision: Provision) -> Iterator[BaseSalary]:
    own = document.text[provision.start : provision.end]
    for start, end in sentences(own):
        sentence = own[start:end]
        for match in _SET.finditer(sentence):
            if _PAST.search(sentence[: match.start("amount")].rpartition(";")[2]):
                continue
            yield BaseSalary(
                amount=int(match["amount"].replace(".", "")),
                since=_day(match, "_before") or _day(match, "_after"),
                provision=provision.ordinal,
                start=provision.start + start,
                end=provision.start + end,
                quote=sentence,
            )


def _day(match: re.Match[str], where: str) -> date | None:
    if match[f"year{where}"] is None:
        return None
    return calendar_date(*(int(match[f"{part}{where}"]) for part in ("year", "month", "day")))
