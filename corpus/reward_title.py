"""Which titles and forms of commendation a text means, compared with those that reward rates are set for.

The names are those of the Law (Luật Thi đua, khen thưởng 06/2022/QH15, Điều 9, 19 and 20). A name has a stem ("bằng
khen") and, where one stem serves several, what tells them apart: the level or body, the proper name, the rank.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from corpus.abbreviations import written_out
from corpus.folding import fold
from corpus.model import Recipient, RewardRate
from corpus.normalise import nfc, unify_spelling

# Names that several titles begin with; what follows tells them apart.
SHARED_STEMS = (
    "chiến sĩ thi đua",
    "cờ thi đua",
    "bằng khen",
    "giấy khen",
    "kỷ niệm chương",
    "huân chương",
    "huy chương",
    "giải thưởng",
    "anh hùng",
)
# How people name a level or body otherwise. "Tỉnh" in these titles includes cities under the central government.
ALIASES = {
    "tỉnh": ("thành phố", "cấp tỉnh"),
    "bộ": ("bộ trưởng",),
    "cơ sở": ("cs",),
    "toàn quốc": ("tq",),
    "thủ tướng chính phủ": ("thủ tướng",),
    "ủy ban thường vụ quốc hội": ("quốc hội",),
    "lực lượng vũ trang nhân dân": ("lực lượng vũ trang",),
    "đại học quốc gia": ("đhqg",),
}
_RANKS = {
    written: rank
    for rank, forms in {"nhất": "nhất nhat i 1", "nhì": "nhì nhi ii 2", "ba": "ba iii 3"}.items()
    for written in forms.split()
}
_RANK = re.compile(r"(?<!\w)h[ạa]ng\s+(?P<rank>nhất|nhat|nhì|nhi|ba|i{1,3}|[123])(?!\w)", re.IGNORECASE)

_RECIPIENTS = {
    Recipient.PERSON: r"cá nhân|ca nhan|công chức|cong chuc|viên chức|vien chuc|cán bộ|can bo|giáo viên|giao vien",
    # "tập thể lao động …" names a title
    Recipient.COLLECTIVE: r"(?:tập thể|tap the)(?!\s+(?:lao động|lao dong))",
    Recipient.HOUSEHOLD: r"(?:hộ )?gia đình(?!\s+văn)|(?:ho )?gia dinh(?!\s+van)",
}
# "của Thủ tướng và của bộ" names two; "cơ sở của tỉnh" one.
_ALSO = re.compile(r"(?:va|hoac|hay)(?:\s(?:cua|cap|do))?")
# Letters that without diacritics are another word as often: "tinh" is tính, "bo" stands in cán bộ.
_NOT_AFTER = {"bo": ("can", "noi", "toan", "dong", "tien", "dang"), "tinh": ("cach", "duoc", "thi", "va")}
# Spellings in use beside those of the law: chiến sỹ, kỉ niệm.
_SPELLINGS = {"sỹ": "sĩ", "sy": "si", "kỉ": "kỷ", "ki": "ky"}


@dataclass(frozen=True, slots=True)
class Title:
    """The name of one title or form, taken apart; everything as syllables."""

    stem: tuple[str, ...]
    alternatives: tuple[tuple[str, ...], ...]  # any of them follows the stem: bộ | ban | ngành | tỉnh
    rank: str


def rates_for(asked: str, rates: Iterable[RewardRate]) -> list[RewardRate]:
    """The rates of the titles that the question names, for the recipients that it names; all that fit, in order.

    The longest name wins where one stands in another; a name without its level or rank means all of them.
    """
    held = list(rates)
    wanted = recipients_in(asked)
    found = rates_named(asked, held)
    return [rate for rate in found if not wanted or rate.recipient is None or rate.recipient in wanted]


def rates_named(text: str, rates: Sequence[RewardRate]) -> list[RewardRate]:
    """The rates of the titles that the text names, whoever they are for."""
    syllables = _syllables(written_out(text))
    titles = [title_of(rate.title) for rate in rates]
    spans = {title.stem: _spans(syllables, title.stem) for title in titles}
    kept = _longest({span for found in spans.values() for span in found})
    chosen: set[int] = set()
    for start, end in kept:
        until = min((other for other, _ in kept if other >= end), default=len(syllables))
        here = [index for index, title in enumerate(titles) if (start, end) in spans[title.stem]]
        chosen.update(_told_apart(syllables[end:until], here, titles))
    return [rate for index, rate in enumerate(rates) if index in chosen]


def recipients_in(text: str) -> set[Recipient]:
    """Whom the text speaks of: persons, collectives, households; empty when it does not say."""
    spelt = unify_spelling(nfc(written_out(text)).lower())
    return {who for who, cue in _RECIPIENTS.items() if re.search(rf"(?<!\w)(?:{cue})(?!\w)", spelt)}


@cache
def title_of(name: str) -> Title:
    """The name taken apart.

    >>> title_of("Bằng khen của bộ, ban, ngành, tỉnh").alternatives
    (('bộ',), ('ban',), ('ngành',), ('tỉnh',))
    """
    plain = re.sub(r"[“”\"«»]", "", unify_spelling(nfc(name)).lower()).strip()
    plain = re.split(r"\s+(?:quy định tại|nêu (?:tại|ở)|thuộc)\s", plain)[0]
    rank = next((_RANKS[match["rank"]] for match in _RANK.finditer(plain)), "")
    plain = _RANK.sub("", plain).strip()
    stem = next((stem for stem in SHARED_STEMS if plain == stem or plain.startswith(f"{stem} ")), None)
    if stem is None:
        return Title(tuple(_syllables(plain)), (), rank)
    pieces = re.split(r"[,;/…]|\s(?:và|hoặc)\s", plain.removeprefix(stem))
    bodies = [re.sub(rf"^\s*(?:{stem}\s+)?(?:(?:của|cấp|do)\s+)?", "", piece).strip() for piece in pieces]
    alternatives = [tuple(_syllables(body)) for body in bodies if body and body != "tương đương"]
    return Title(tuple(_syllables(stem)), tuple(alternatives), rank)


def _told_apart(after: list[str], indexes: list[int], titles: list[Title]) -> set[int]:
    """Of the titles of one stem, those whose level or name stands nearest behind it; all when none does."""
    places: list[tuple[int, int, int]] = []
    for index in indexes:
        for alternative in titles[index].alternatives:
            for form in (alternative, *(tuple(alias.split()) for alias in ALIASES.get(" ".join(alternative), ()))):
                places += [(start, end, index) for start, end in _spans(after, form)]
    inside = {(start, end) for start, end, _ in places}
    places = sorted(place for place in places if (place[0], place[1]) in _longest(inside))
    chosen: set[int] = set()
    reached = None
    for start, end, index in places:
        if reached is None or start <= reached or _ALSO.fullmatch(fold(" ".join(after[reached:start]))):
            chosen.add(index)
            reached = end if reached is None else max(reached, end)
    rank = next((_RANKS[match["rank"].lower()] for match in _RANK.finditer(" ".join(after))), "")
    return {index for index in chosen or indexes if not rank or titles[index].rank == rank}


def _spans(syllables: list[str], phrase: tuple[str, ...]) -> list[tuple[int, int]]:
    size = len(phrase)
    return [
        (start, start + size)
        for start in range(len(syllables) - size + 1)
        if all(_agrees(*pair) for pair in zip(syllables[start : start + size], phrase, strict=True))
        and not _belongs_to_another(syllables, start, phrase)
    ]


def _belongs_to_another(syllables: list[str], start: int, phrase: tuple[str, ...]) -> bool:
    """Whether the words before make it part of another word or name: cán bộ, tập thể lao động tiên tiến."""
    before = [fold(one) for one in syllables[max(0, start - 2) : start]]
    if len(phrase) == 1 and before:
        return before[-1] in _NOT_AFTER.get(fold(phrase[0]), ())
    return before == ["tap", "the"] and phrase[:2] == ("lao", "động")


def _agrees(typed: str, wanted: str) -> bool:
    """Equal, or typed without any diacritic."""
    return typed == wanted or typed == fold(wanted)


def _longest(spans: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans that lie in no other."""
    return sorted(
        one for one in spans if not any(other != one and other[0] <= one[0] and one[1] <= other[1] for other in spans)
    )


def _syllables(text: str) -> list[str]:
    return [_SPELLINGS.get(one, one) for one in re.findall(r"\w+", unify_spelling(nfc(text)).lower())]
