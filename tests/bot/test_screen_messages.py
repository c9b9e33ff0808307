from datetime import date

import pytest

from bot import screen_messages as messages
from corpus.model import RelationKind
from tests.bot.factories import document
from tests.bot.message_form import faults_of

PLAN = document("12/KH-UBND")
DAY = date(2026, 3, 2)

SENTENCES = [
    messages.document_is_gone(),
    messages.button_is_unknown(),
    messages.document_has_changed(),
    messages.place_has_gone("Điều 3"),
    messages.place_has_gone(""),
    messages.NO_RELATIONS,
    messages.NO_DEADLINES,
    messages.lasting(3),
    messages.not_understood("xyz"),
    messages.DEADLINES_USAGE,
    messages.CALENDAR_USAGE,
    messages.nothing_to_put_in_calendar("Sở Nội vụ"),
    messages.nothing_to_put_in_calendar(""),
    messages.calendar_of("Kế hoạch 12/KH-UBND", 3, 0),
    messages.calendar_of("Kế hoạch 12/KH-UBND", 3, 2),
    messages.deadlines_have_changed(),
    messages.file_is_missing(PLAN),
    messages.file_has_changed(PLAN),
    messages.file_is_too_large(PLAN, 51, 50),
    messages.timeline_of(PLAN, DAY),
    messages.TOO_FEW_FOR_TIMELINE,
    messages.DOCUMENTS_USAGE,
    messages.no_document("xyz"),
    messages.EMPTY_LIBRARY,
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_of_a_screen_is_well_formed(sentence):
    assert faults_of(sentence) == []


def test_every_relation_that_a_card_tells_has_words_in_both_directions():
    told_by_the_document_itself = {RelationKind.BASED_ON}
    assert set(messages.DOES) - set(messages.IS_DONE) == told_by_the_document_itself
    assert set(RelationKind) - set(messages.DOES) == {RelationKind.CITES}
