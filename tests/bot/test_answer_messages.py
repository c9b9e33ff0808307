"""The form of the whole sentences that answers are made of; the fragments that are joined to them are not checked."""

from datetime import date
from decimal import Decimal

import pytest

from bot import (
    base_salary_messages,
    comparison_messages,
    fact_messages,
    force_messages,
    governing_messages,
    link_messages,
    reward_messages,
    validity_messages,
)
from corpus.model import Form, Recipient, RelationKind
from corpus.standing import Act, Dated, Instrument
from corpus.validity import Reason, Validity, ValidityStatus
from tests.bot.factories import document
from tests.bot.message_form import faults_of
from tests.instruments import amends, begins, ends_of, holds, instrument, repeals, replaces

DAY, LATER = date(2025, 7, 1), date(2027, 3, 1)
DECREE, LAW = "Nghị định 15/2025/NĐ-CP", "Luật 6/2022/QH15"
OLDER = document("10/2020/NĐ-CP", kind="Nghị định", title="Quy định chi tiết Luật Nghề xanh")
NEWER = document("15/2025/NĐ-CP", kind="Nghị định", title="Quy định chi tiết Luật Nghề xanh", issued_on=DAY)
DIGEST = document("6/2022/QH15", kind="Luật", title="Luật Nghề xanh", form=Form.DIGEST)
NEWS = document(None, kind="Tin", title="Một buổi họp", form=Form.NEWS)
UNDATED = document("7/KH-UBND", issued_on=None)
ENDED = {OLDER.id: "hết hiệu lực từ ngày 01/7/2025, được thay thế bằng Nghị định 15/2025/NĐ-CP"}


def known(of, *, is_held=True):
    """The instrument of a document, held or only told of."""
    return Instrument(of.number, of.kind, of.title, of.issuer, of.issued_on, of if is_held else None)


def act(statement, acting=NEWER, since=DAY):
    """What one instrument does to another."""
    record = instrument(str(acting.number), "", statement)
    return Act(record.relations[0], acting, known(acting), since)


def dated(statement):
    """A statement of effect of the newer decree."""
    return Dated(instrument("15/2025/NĐ-CP", "", statement).effects[0], NEWER, True)


REPLACED, ENDED_BY_LAW = act(replaces("10/2020/NĐ-CP")), act(ends_of("10/2020/NĐ-CP"), DIGEST)
AMENDED = act(amends("10/2020/NĐ-CP", at=["Điều 3", "Điều 5 khoản 2"]))
PARTLY_REPEALED = act(repeals("10/2020/NĐ-CP", is_partial=True), since=None)
IN_FORCE, PARTLY, EXPIRED, NOT_YET, UNKNOWN = (
    ValidityStatus.IN_FORCE,
    ValidityStatus.PARTLY_REPLACED,
    ValidityStatus.EXPIRED,
    ValidityStatus.NOT_YET,
    ValidityStatus.UNKNOWN,
)
VALIDITIES = [
    Validity(IN_FORCE, Reason.BEGUN, DAY, dated(begins("2025-07-01")), since=DAY),
    Validity(IN_FORCE, Reason.BEGUN, DAY, since=DAY, until=LATER, end=REPLACED, coming=(AMENDED, PARTLY_REPEALED)),
    Validity(IN_FORCE, Reason.HOLDS, DAY, dated(holds("2025-07-01"))),
    Validity(IN_FORCE, Reason.HOLDS, DAY, dated(holds(""))),
    Validity(PARTLY, Reason.CHANGED_IN_PART, DAY, AMENDED, since=DAY, changes=(AMENDED, PARTLY_REPEALED)),
    Validity(EXPIRED, Reason.ENDED_BY_ACT, DAY, REPLACED, since=DAY),
    Validity(EXPIRED, Reason.ENDED_BY_ACT, DAY, ENDED_BY_LAW, since=DAY),
    Validity(EXPIRED, Reason.TIME_IS_OVER, DAY, since=DAY),
    Validity(NOT_YET, Reason.NOT_ISSUED, DAY, until=LATER),
    Validity(NOT_YET, Reason.NOT_ISSUED, DAY),
    Validity(NOT_YET, Reason.NOT_BEGUN, DAY, until=LATER),
    Validity(UNKNOWN, Reason.NO_DAY_GIVEN, DAY, REPLACED),
    Validity(UNKNOWN, Reason.CONTRADICTION, DAY),
    Validity(UNKNOWN, Reason.NO_INSTRUMENT, DAY),
    Validity(UNKNOWN, Reason.NOTHING_SAID, DAY),
]
HELD, ONLY_KNOWN = known(NEWER), known(DIGEST, is_held=False)
WHEN = reward_messages.days(DAY, LATER)
PERSON = reward_messages.titled("Chiến sĩ thi đua cơ sở", Recipient.PERSON)

EVERY_MESSAGE = [
    # Of the base salary.
    *(base_salary_messages.on_a_day(day, 2_340_000, DECREE, when) for day in (DAY, None) for when in ("", WHEN)),
    *(base_salary_messages.of_a_period(2_340_000, DECREE, when) for when in ("", WHEN)),
    base_salary_messages.since(2_340_000, DECREE, base_salary_messages.period(DAY, None)),
    base_salary_messages.since(2_340_000, DECREE, base_salary_messages.period(DAY, LATER)),
    base_salary_messages.several(),
    base_salary_messages.raised(1_800_000, 2_340_000),
    base_salary_messages.raised(2_340_000, 1_800_000),
    base_salary_messages.not_held(DAY),
    base_salary_messages.not_held_before(),
    base_salary_messages.no_such_sum(2_000_000),
    # Of a comparison.
    comparison_messages.MORE_DIFFERENCES,
    comparison_messages.LITTLE_IN_COMMON,
    comparison_messages.head(OLDER, NEWER, ENDED),
    comparison_messages.head(UNDATED, NEWER, {}),
    comparison_messages.nothing_in_common(OLDER, UNDATED),
    comparison_messages.nothing_on_topic(OLDER, NEWER),
    comparison_messages.same_numbers(OLDER, NEWER, ENDED),
    comparison_messages.same_text(OLDER, NEWER, ENDED),
    comparison_messages.incomplete(OLDER, DIGEST),
    comparison_messages.incomplete(DIGEST, DIGEST),
    # Of the facts of a document.
    *(fact_messages.not_stated(DECREE, fact) for fact in ("signer", "issued_on", "issuer", "number", "title")),
    fact_messages.numbered("Luật", "Luật Nghề xanh", "6/2022/QH15"),
    fact_messages.numbered("Nghị định", "Quy định chi tiết", "15/2025/NĐ-CP"),
    # Of force.
    force_messages.no_first_day(DECREE, DAY),
    force_messages.no_first_day(DECREE, None),
    force_messages.no_last_day(DECREE),
    force_messages.news_has_no_force("Tin “Một buổi họp”"),
    force_messages.period_head(DECREE, DAY, LATER),
    force_messages.continued_by([DECREE, LAW], "Chỉ thị 34-CT/TW", "", is_replaced=True),
    force_messages.continued_by([DECREE], "Chỉ thị 34-CT/TW", " [1]", is_replaced=False),
    *(force_messages.done_status(DECREE, status) for status in ValidityStatus),
    force_messages.different_days(
        force_messages.ISSUE_DAY,
        [
            force_messages.tells_day(said_by, DAY, is_disputed=is_disputed)
            for said_by, is_disputed in ((NEWER, False), (DIGEST, False), (NEWS, False), (DIGEST, True))
        ],
    ),
    force_messages.basis_has_ended([force_messages.ended_basis(DECREE, DAY), force_messages.ended_basis(LAW, None)]),
    force_messages.several_of_one_name("NĐ 15", 2, None),
    force_messages.several_of_one_name("Luật Nghề xanh", 2, DAY),
    force_messages.force_of_each(DAY),
    force_messages.force_of_each(None),
    force_messages.one_of_them(NEWER, "còn hiệu lực", DAY),
    force_messages.one_of_them(UNDATED, "hết hiệu lực từ ngày 01/7/2025", DAY),
    # Of what governs a matter, and what did before.
    governing_messages.CHAIN_HEAD,
    governing_messages.governing(HELD, [governing_messages.in_force_since(DAY), governing_messages.ended_on(LATER)]),
    governing_messages.on_day(DAY, governing_messages.governing(ONLY_KNOWN, [governing_messages.NOT_HELD])),
    *(
        governing_messages.chain_line(one, validity, relation, to)
        for one in (HELD, ONLY_KNOWN)
        for validity in (VALIDITIES[0], VALIDITIES[-1])
        for relation, to in ((None, None), (RelationKind.GUIDES, ONLY_KNOWN), (RelationKind.BASED_ON, HELD))
    ),
    governing_messages.continued_line(ONLY_KNOWN, VALIDITIES[-1], HELD),
    *(governing_messages.others(governing_messages.others_head(it_is), [DECREE, LAW]) for it_is in (True, False)),
    governing_messages.in_turn(DAY, LATER),
    *(governing_messages.period(HELD, begun, end) for begun in (DAY, None) for end in (LATER, None)),
    governing_messages.none_applies("Nghị định", DAY, governing_messages.called(HELD)),
    governing_messages.none_applies("", DAY, governing_messages.called(ONLY_KNOWN)),
    governing_messages.history_head("Nghị định"),
    governing_messages.history_head(""),
    governing_messages.before_head(DECREE),
    governing_messages.history_line(
        [HELD], governing_messages.ended(RelationKind.REPLACES, HELD, DAY, is_same_kind=True)
    ),
    governing_messages.history_line([HELD], governing_messages.amended_by([(HELD, DAY), (ONLY_KNOWN, None)])),
    governing_messages.history_line([ONLY_KNOWN, HELD], ""),
    governing_messages.history_line([HELD], governing_messages.continued_by(ONLY_KNOWN)),
    governing_messages.more_left_out(),
    # Of links.
    *(
        message(LAW, kind, is_done_by_it=is_done_by_it)
        for message in (link_messages.list_head, link_messages.no_link)
        for kind in (RelationKind.REPLACES, RelationKind.GUIDES, RelationKind.IMPLEMENTS)
        for is_done_by_it in (True, False)
    ),
    *(
        message([DECREE, LAW])
        for message in (link_messages.besides, link_messages.earlier, link_messages.later, link_messages.now)
    ),
    link_messages.none_applies(DAY),
    link_messages.own_status(DECREE, "còn hiệu lực"),
    link_messages.MORE_NOT_LISTED,
    # Of rewards.
    *(reward_messages.reward(PERSON, WHEN, 4_560_000, is_ceiling=is_ceiling) for is_ceiling in (True, False)),
    reward_messages.rewards_head(reward_messages.days(DAY, DAY)),
    reward_messages.highest(PERSON, 4_560_000),
    reward_messages.together([2_340_000, 4_560_000], 6_900_000),
    reward_messages.reward_line(PERSON, Decimal("4563000"), is_ceiling=True),
    " ".join(
        reward_messages.calculation(Decimal("1.5"), 2_340_000, Decimal(3_510_000), 3_510_000, is_ceiling=True)
    ).strip(),
    " ".join(reward_messages.calculation(Decimal("0.3"), 2_345_000, Decimal(703_500), 710_000, is_ceiling=False)),
    reward_messages.derived(Decimal("3.0"), Decimal("1.5"), Decimal(2)),
    reward_messages.coefficient_only(PERSON, Decimal("0.3"), is_ceiling=True),
    *(
        reward_messages.no_rate(WHEN, [(NEWER, NOT_YET), (OLDER, EXPIRED), (DIGEST, IN_FORCE)], before)
        for before in ([], [DECREE, LAW])
    ),
    reward_messages.not_in_named([LAW], [DECREE]),
    reward_messages.no_base_salary(DAY, []),
    reward_messages.no_base_salary(DAY, [DECREE]),
    reward_messages.no_rounding_rule(NEWER),
    reward_messages.several_salaries(DAY),
    reward_messages.too_many([PERSON, "Giấy khen"]),
    # Of validity.
    *(validity_messages.explained(DECREE, validity) for validity in VALIDITIES),
    *(validity_messages.changed_in_part(DECREE, one) for one in (AMENDED, PARTLY_REPEALED)),
]


@pytest.mark.parametrize("message", EVERY_MESSAGE)
def test_a_sentence_of_an_answer_is_well_formed_vietnamese_text(message):
    assert faults_of(message) == []


@pytest.mark.parametrize("validity", VALIDITIES)
def test_the_mark_of_a_status_begins_small_and_ends_without_a_stop(validity):
    marked = validity_messages.mark(validity)
    assert faults_of(f"Nghị định ({marked or 'bản tin'}).") == []
    assert not marked[:1].isupper()


@pytest.mark.parametrize(
    "fault", ["Có  hai.", "Có hai .", "Có hai", "có hai.", "Có hai..", 'Có "hai".', "Two.", "Có ( hai)."]
)
def test_a_fault_of_form_is_found(fault):
    assert len(faults_of(fault)) == 1


def test_an_instrument_told_of_without_its_kind_is_called_by_the_kind_its_number_names():
    told = Instrument(NEWER.number, "", "", "", None, None)
    assert validity_messages.instrument_name(told) == DECREE
