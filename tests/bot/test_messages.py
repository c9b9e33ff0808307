from datetime import date

import pytest

from bot import fact_messages, messages
from corpus.model import Form
from tests.bot.factories import document
from tests.bot.message_form import faults_of

PLAN = document("0124/KH-UBND", title="Phát động phong trào")
NEWS = document(None, kind="Tin", title="Một buổi họp", form=Form.NEWS)

EVERY_MESSAGE = [
    messages.greeting(),
    messages.you_are_welcome(),
    messages.help_text(),
    messages.understood_as("phường họp khi nào"),
    messages.document_not_held("Kế hoạch 999/KH-UBND", [PLAN, NEWS]),
    messages.document_not_held("Kế hoạch 999/KH-UBND", []),
    messages.topic_not_held([PLAN]),
    messages.topic_not_held([]),
    messages.not_in_document("Kế hoạch 7/KH-UBND"),
    messages.no_such_provision("Kế hoạch 7/KH-UBND", "Điều 90"),
    messages.question_too_vague(),
    messages.ambiguous_documents("7/KH-UBND", [PLAN, PLAN]),
    messages.out_of_scope(),
    messages.empty_question(),
    messages.question_too_long(2000),
    messages.not_verified(),
    messages.internal_error("1a2b3c4d"),
    messages.only_mentioned("Kế hoạch 88/KH-UBND", [NEWS]),
    messages.only_cited("Kế hoạch 88/KH-UBND", [NEWS], []),
    messages.form_note(Form.DIGEST),
    messages.form_note(Form.NEWS),
    messages.warning(messages.form_note(Form.NEWS)),
    fact_messages.signed_by("Kế hoạch 7/KH-UBND", "Trần An", "KT. CHỦ TỊCH PHÓ CHỦ TỊCH"),
    fact_messages.signed_by("Kế hoạch 7/KH-UBND", "Trần An", ""),
    fact_messages.issued_on("Kế hoạch 7/KH-UBND", date(2025, 9, 5)),
    fact_messages.issued_by("Kế hoạch 7/KH-UBND", "Sở Nội vụ"),
    fact_messages.titled("Kế hoạch 7/KH-UBND", "Phát động phong trào"),
    fact_messages.recipients("Kế hoạch 7/KH-UBND", ("- Sở Nội vụ;", "- Lưu: VT.")),
    messages.provision_head("Điều 3", "Nghị định 152/2025/NĐ-CP"),
    messages.summary_head("Kế hoạch 7/KH-UBND", "Phát động phong trào", "Sở Nội vụ", date(2025, 9, 5)),
    messages.summary_head("Tin “Một buổi họp”", "Một buổi họp", "", None),
    messages.more_headings(1),
    messages.more_headings(9),
    messages.chat_welcome(),
    messages.chat_farewell(),
    messages.only_text_is_understood(),
]


@pytest.mark.parametrize("message", EVERY_MESSAGE)
def test_a_message_is_well_formed_vietnamese_text(message):
    assert faults_of(message) == []


def test_the_refusal_of_a_document_names_it_and_the_nearest_and_what_to_do():
    assert messages.document_not_held("Kế hoạch 999/KH-UBND", [PLAN]) == (
        "Trong kho không có Kế hoạch 999/KH-UBND. Gần nhất theo số hiệu: Kế hoạch 0124/KH-UBND, 18/11/2025, "
        "Ủy ban nhân dân tỉnh Hòa An. Gửi văn bản cho quản trị viên để bổ sung."
    )


def test_documents_of_one_number_are_told_apart_by_date_issuer_and_title():
    saigon = document("172/KH-UBND", title="Thi đua năm 2025", issuer="Ủy ban nhân dân tỉnh Hòa An")
    quarter = document("172/KH-UBND", title="Thi đua năm 2020", issuer="Ủy ban nhân dân quận Tây", issued_on=None)
    assert messages.ambiguous_documents("172/KH-UBND", [saigon, quarter]).splitlines() == [
        "Có 2 văn bản cùng số 172/KH-UBND trong kho:",
        "– Kế hoạch 172/KH-UBND, 18/11/2025, Ủy ban nhân dân tỉnh Hòa An: Thi đua năm 2025",
        "– Kế hoạch 172/KH-UBND, Ủy ban nhân dân quận Tây: Thi đua năm 2020",
        "Xin chọn một văn bản, hoặc hỏi lại, ghi rõ cơ quan ban hành hay ngày ban hành.",
    ]


def test_what_is_out_of_scope_is_answered_with_two_questions_that_are_not():
    assert messages.out_of_scope().count("\n– ") == 2


@pytest.mark.parametrize(
    ("given", "called"),
    [
        (document("0124/KH-UBND"), "Kế hoạch 0124/KH-UBND"),  # as printed, zeros kept
        (document("34-CT/TW", kind=""), "Văn bản 34-CT/TW"),  # no kind known
        (NEWS, "Tin “Một buổi họp”"),  # no number
    ],
)
def test_a_document_is_called_by_its_number_or_title(given, called):
    assert messages.designation(given) == called


def test_a_document_without_official_text_is_said_to_be_known_from_others():
    assert messages.only_mentioned("Kế hoạch 88/KH-UBND", [NEWS, NEWS]) == (
        "Kế hoạch 88/KH-UBND chưa có văn bản gốc trong kho; thông tin lấy từ Tin “Một buổi họp”, 18/11/2025."
    )
