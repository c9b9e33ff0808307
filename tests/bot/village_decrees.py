"""Invented instruments whose force is asked for, and the answers on it."""

from bot.answerers.in_force import answer_in_force
from bot.force_cues import ForceQuestion
from bot.force_messages import called
from bot.verification import problems
from corpus.identifier import parse_locator
from corpus.model import Form
from tests.bot.held import TODAY, at, held
from tests.instruments import amends, begins, continues, ends, extends, holds, instrument, replaces

OLD, NEW, LAW, CHANGING_LAW = "41/2019/NĐ-CP", "77/2024/NĐ-CP", "10/2018/QH14", "9/2026/QH16"

DECREES = (
    instrument(OLD, "2019-06-20", begins("2019-08-01"), title="Về làng nghề"),
    instrument(
        NEW,
        "2024-05-10",
        ("Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2024.", begins("2024-07-01")),
        replaces(OLD),
        (
            "Nghị định số 41/2019/NĐ-CP vẫn áp dụng đến hết ngày 31/12/2024 cho hồ sơ đã nộp.",
            extends(OLD, until="2024-12-31", is_partial=True),
        ),
        (
            "Nghị định này hết hiệu lực từ ngày 01/3/2027, trừ các trường hợp được kéo dài.",
            ends("2027-03-01", has_exceptions=True),
        ),
        ("Nghị định này thay thế Nghị định số 12/2015/NĐ-CP ngày 02/02/2015.", replaces("12/2015/NĐ-CP")),
    ),
)
LAWS = (
    instrument(
        LAW,
        "2018-06-15",
        ("Luật này có hiệu lực từ ngày 01/01/2019, trừ quy định tại Điều 7.", begins("2019-01-01")),
        ("Điều 7 của Luật này có hiệu lực từ ngày 01/7/2018.", begins("2018-07-01", at="Điều 7")),
    ),
    instrument(CHANGING_LAW, "2026-04-23", begins("2026-10-01"), amends(LAW, at="Điều 3")),
)
DIRECTIVES = (
    instrument("34-CT/TW", "2014-04-07", "Chỉ thị về làng nghề.", title="Về làng nghề", issuer="Bộ Chính trị"),
    instrument(
        "41-CT/TW",
        "2024-12-26",
        ("Chỉ thị số 41-CT/TW tiếp nối Chỉ thị số 34-CT/TW.", continues("34-CT/TW")),
        ("Chỉ thị số 41-CT/TW còn hiệu lực tại ngày 21/11/2026.", holds("2026-11-21")),
        issuer="Bộ Chính trị",
        form=Form.DIGEST,
    ),
)


def answered(folder, number, *records, asked=ForceQuestion.IN_FORCE, time=None, place=""):
    """The answer over a library of these records, verified."""
    with held(folder, *records) as library:
        found = library.instrument(number)
        reply = answer_in_force(
            asked,
            f"{place} {called(found)}".strip(),
            found,
            time or at(),
            library.register,
            library.chain,
            library.shelf,
            TODAY,
            parse_locator(place) if place else None,
            library.library,
        )
    assert problems(reply) == []
    return reply
