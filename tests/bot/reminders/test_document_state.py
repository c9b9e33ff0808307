"""Which duty of a document is which, when it is looked at again."""

from dataclasses import replace

import pytest

from bot.reminders.document_state import look_at, moved_deadlines, new_acts
from corpus.register import Register
from tests.instruments import amends, continues, instrument, library_of, replaces
from tests.plans import before, by, duty, plan

NUMBER, DAY = "12/KH-UBND", "2026-01-05"


def looks(folder, *plans):
    """The same document, read again and again."""
    with library_of(folder) as library:
        found = []
        for one in plans:
            library.add(replace(one, document=replace(one.document, digest=f"digest {len(found)}")))
            found.append(look_at(library, Register(library), one.document.id))
        return found


def moved(folder, old, new):
    """What has moved, as the old and the new wording."""
    first, second = looks(folder, plan(NUMBER, DAY, *old), plan(NUMBER, DAY, *new))
    return [
        (one.before.wording, second.state.deadlines[second.deadlines.index(one.now)].wording)
        for one in moved_deadlines(first.state, second)
    ]


ROADS = ("Gửi báo cáo làm đường", "trước ngày 10/12/2026", before("2026-12-10"))
ROADS_LATER = ("Gửi báo cáo làm đường", "trước ngày 20/12/2026", before("2026-12-20"))
BRIDGES = ("Nộp hồ sơ xây cầu", "chậm nhất ngày 11/12/2026", by("2026-12-11"))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([ROADS], [ROADS], []),
        ([ROADS], [ROADS_LATER], [("trước ngày 10/12/2026", "trước ngày 20/12/2026")]),
        ([ROADS, BRIDGES], [BRIDGES, ROADS], []),  # only their places have changed
        ([ROADS], [BRIDGES, ROADS_LATER], [("trước ngày 10/12/2026", "trước ngày 20/12/2026")]),
        ([ROADS], [BRIDGES], []),  # another duty: nothing has moved
        ([ROADS], [ROADS, BRIDGES], []),  # a new duty
        ([ROADS, ROADS], [ROADS, ROADS], []),  # stated twice
        ([ROADS, ROADS], [ROADS, ROADS_LATER], [("trước ngày 10/12/2026", "trước ngày 20/12/2026")]),
    ],
)
def test_a_duty_is_known_again_by_its_words(tmp_path, old, new, expected):
    assert moved(tmp_path, [duty(*one) for one in old], [duty(*one) for one in new]) == expected


def test_words_of_time_in_a_task_do_not_hide_the_duty(tmp_path):
    old = duty("Gửi báo cáo làm đường trước ngày 10/12/2026", "trước ngày 10/12/2026", before("2026-12-10"))
    new = duty("Gửi báo cáo làm đường trước ngày 20/12/2026", "trước ngày 20/12/2026", before("2026-12-20"))
    assert moved(tmp_path, [old], [new]) == [("trước ngày 10/12/2026", "trước ngày 20/12/2026")]


def test_what_others_do_to_it_is_new_once(tmp_path):
    issuer = "UBND tỉnh Sơn Hạ"
    with library_of(tmp_path, plan(NUMBER, DAY, duty(*ROADS))) as library:
        [head] = library.document_heads()
        first = look_at(library, Register(library), head.id)
        library.add(instrument("30/KH-UBND", "2026-11-01", amends(NUMBER), issuer=issuer))
        library.add(instrument("31/KH-UBND", "2026-11-02", continues(NUMBER), issuer=issuer))
        second = look_at(library, Register(library), head.id)
        assert [str(act.acting.number) for _, act in new_acts(first.state, second)] == ["30/KH-UBND"]
        library.add(instrument("32/KH-UBND", "2026-11-03", replaces(NUMBER), issuer=issuer))
        third = look_at(library, Register(library), head.id)
        assert [str(act.acting.number) for _, act in new_acts(second.state, third)] == ["32/KH-UBND"]
        assert new_acts(third.state, third) == []


def test_what_is_not_held_cannot_be_looked_at(tmp_path):
    with library_of(tmp_path) as library:
        assert look_at(library, Register(library), "nothing") is None
