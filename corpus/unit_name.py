"""Whether the name of a unit in a text means the unit that is asked for, or a group that it belongs to."""

from enum import StrEnum

from corpus.unit_reading import Group, Named, Unit, read_units
from corpus.unit_words import COMMUNE_LEVELS, DISTRICT_LEVELS, IN_COMPANY, OF_EVERY_LEVEL, Kind


class Cover(StrEnum):
    """How a name in a text stands to a unit that is asked for."""

    SAME = "same"  # it names the unit
    GROUP = "group"  # it names a group that the unit belongs to: "các sở, ban, ngành"
    NO = "no"


def unit_key(name: str) -> str:
    """The name to compare and to index by: what `covers` finds under a name it also finds under its key.

    Abbreviations, case, diacritics, "các" and punctuation do not count, nor the name of a province.

    >>> unit_key("Sở KH&CN tỉnh Đắk Lắk"), unit_key("Các Sở, ban, ngành, UBND xã, phường")
    ('so khoa hoc cong nghe', 'so, ban, nganh, uy ban nhan dan phuong, xa')
    """
    return ", ".join(map(_key_of, read_units(name)))


def covers(named: str, asked: str) -> Cover:
    """How the name that a text gives stands to the unit asked for.

    >>> covers("các sở, ban, ngành", "Sở Nội vụ").value, covers("SNV", "Sở Nội vụ tỉnh Đắk Lắk").value
    ('group', 'same')
    >>> covers("Sở Tài chính", "Sở Tài chính - Kế hoạch").value
    'no'
    """
    in_text, wanted = read_units(named), read_units(asked)
    if not in_text or not wanted:
        return Cover.NO
    nouns = {one.noun for one in in_text if isinstance(one, Group)}
    if any(isinstance(one, Group) for one in wanted):  # who asks for a group means the whole of it
        is_meant = all(any(_compare(one, other, nouns) is Cover.SAME for one in in_text) for other in wanted)
        return Cover.SAME if is_meant else Cover.NO
    found = {_compare(one, other, nouns) for one in in_text for other in wanted}
    return next(cover for cover in Cover if cover in found)


def _compare(named: Named, asked: Named, nouns: set[str]) -> Cover:
    if isinstance(asked, Group):
        return Cover.SAME if isinstance(named, Group) and named.noun == asked.noun else Cover.NO
    if isinstance(named, Group):
        return Cover.GROUP if asked.kind in _covered(named, nouns) else Cover.NO
    return _compare_units(named, asked)


def _covered(group: Group, nouns: set[str]) -> frozenset[Kind]:
    for company, meant in IN_COMPANY.items():
        if company in nouns and group.noun in meant:
            return meant[group.noun]
    return group.covered


def _compare_units(named: Unit, asked: Unit) -> Cover:
    if named.body != asked.body or (named.levels and asked.levels and not named.levels & asked.levels):
        return Cover.NO
    if named.levels and asked.levels and named.kind is not asked.kind:  # UBND các huyện, thành phố; UBND TP. Hà Nội
        return Cover.NO
    if named.place and asked.place and named.place != asked.place:
        return Cover.NO
    if asked.is_many:
        return Cover.NO if named.place else Cover.SAME
    is_any_of_them = not named.place and asked.place and named.levels & (COMMUNE_LEVELS | DISTRICT_LEVELS)
    return Cover.GROUP if named.is_many or is_any_of_them else Cover.SAME


def _key_of(one: Named) -> str:
    if isinstance(one, Group):
        return one.noun
    is_below = bool(one.levels & (COMMUNE_LEVELS | DISTRICT_LEVELS))
    levels = ", ".join(sorted(one.levels)) if is_below or one.body in OF_EVERY_LEVEL else ""
    is_own_city = one.levels == {"thanh pho"} and one.kind is Kind.DISTRICT
    place = one.place if is_below or is_own_city else ""
    return " ".join(part for part in (one.body, levels, place) if part)
