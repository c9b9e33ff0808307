"""The place of what an amendment adds: "bổ sung khoản 5a vào sau khoản 5 Điều 51" adds Điều 51 khoản 5a."""

from corpus.locator import Level, Locator, Step
from corpus.locator_reading import canonical_label
from ingest.act_verbs import cue

_INSERTS = cue(
    r"(?<!\w)bổ sung (?:thêm )?(?P<level>điều|khoản|điểm) (?P<label>\d{1,3}[a-zđ]?|[a-zđ]\d?)(?!\w)[^;:]{0,40}?"
    r" (?:vào|vào (?:sau|trước)|sau|trước) (?=điều|khoản|điểm)"
)
_LEVELS = {"điều": Level.ARTICLE, "khoản": Level.CLAUSE, "điểm": Level.POINT}
_ORDER = list(Level)


def with_insertion(words: str, places: tuple[Locator, ...]) -> tuple[Locator, ...]:
    """`places`, with the new one in place of that beside which `words` put it; both when that one is amended too.

    >>> from corpus.locator import parse_locator
    >>> [str(one) for one in with_insertion("bổ sung khoản 5a vào sau khoản 5 điều 51", (parse_locator("Đ51.5"),))]
    ['Điều 51 khoản 5a']
    """
    match = _INSERTS.search(words)
    if match is None or len(places) != 1:
        return places
    level = _LEVELS[match["level"]]
    above = [step for step in places[0].steps if _ORDER.index(step.level) < _ORDER.index(level)]
    added = Locator((*above, Step(level, canonical_label(level.name, match["label"]))))
    return (places[0], added) if "sửa đổi" in words[: match.start()] else (added,)
