"""What instruments do to one another, told over libraries written by hand; every number, place and date is invented."""

import pytest

from bot.answer import AnswerStatus
from bot.answerers.related import answer_related
from bot.force_cues import ForceQuestion as Q
from bot.force_messages import called
from bot.verification import problems
from corpus.model import Form
from tests.bot.held import at, held
from tests.bot.village_decrees import DIRECTIVES
from tests.instruments import (
    amends,
    begins,
    ends_of,
    extends,
    guides,
    implements,
    instrument,
    repeals,
    replaces,
)

LAW, OLDEST, OLD, NEW, CIRCULAR = "10/2018/QH14", "12/2015/NĐ-CP", "41/2019/NĐ-CP", "77/2024/NĐ-CP", "3/2024/TT-BNV"

RECORDS = (
    instrument(LAW, "2018-06-15", begins("2019-01-01"), title="Làng nghề"),
    instrument(OLD, "2019-06-20", begins("2019-08-01"), guides(LAW), repeals(OLDEST), title="Về làng nghề"),
    instrument(
        NEW,
        "2024-05-10",
        begins("2024-07-01"),
        replaces(OLD),
        ("Nghị định số 41/2019/NĐ-CP hết hiệu lực từ ngày 01/7/2024.", ends_of(OLD, since="2024-07-01")),
        guides(LAW),
        (
            "Kéo dài thời hạn áp dụng Điều 5 Nghị định số 41/2019/NĐ-CP đến hết ngày 31/12/2024.",
            extends(OLD, until="2024-12-31", at="Điều 5"),
        ),
        title="Quy định chi tiết Luật Làng nghề",
    ),
    instrument(CIRCULAR, "2024-08-01", begins("2024-09-15"), guides(LAW), issuer="Bộ Nội vụ"),
    instrument(
        "9/2026/QH16",
        "2026-04-23",
        begins("2026-10-01"),
        amends(LAW, at="Điều 3"),
        title="Sửa đổi Luật Làng nghề",
    ),
    *DIRECTIVES,
    instrument(
        "57/KH-UBND",
        "2025-02-12",
        ("Thực hiện Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị;", implements("34-CT/TW")),
        title="Phong trào làng nghề 2025",
        issuer="UBND tỉnh",
    ),
    instrument(
        "",
        "2025-06-02",
        ("Phường thực hiện Chỉ thị số 34-CT/TW.", implements("34-CT/TW")),
        title="Phường phát động thi đua",
        form=Form.NEWS,
    ),
)


@pytest.fixture
def told(tmp_path):
    """Answers over the records above; every answer is verified."""

    def answer(asked, number, time=None, kind=""):
        with held(tmp_path, *RECORDS) as library:
            found = library.instrument(number)
            reply = answer_related(
                asked, called(found), found, time or at(), library.register, library.chain, library.shelf, kind
            )
        assert reply is None or problems(reply) == []
        return reply

    return answer


def test_what_replaced_an_instrument_is_told_once_with_date_title_first_day_and_status(told):
    reply = told(Q.REPLACED_BY, OLD)
    assert reply.status is AnswerStatus.ANSWERED
    assert reply.text == (
        "Nghị định 41/2019/NĐ-CP được thay thế bằng Nghị định 77/2024/NĐ-CP (10/5/2024), "
        "“Quy định chi tiết Luật Làng nghề”, từ ngày 01/7/2024; còn hiệu lực. [1] [2]"
    )


def test_a_repeal_answers_the_question_of_replacement_by_its_own_verb(told):
    reply = told(Q.REPLACED_BY, OLDEST)
    assert reply.text.startswith("Nghị định 12/2015/NĐ-CP bị bãi bỏ theo Nghị định 41/2019/NĐ-CP (20/6/2019)")
    assert "hết hiệu lực từ ngày 01/7/2024" in reply.text  # it has ended itself
    assert reply.warnings  # only known from others


def test_what_an_instrument_replaces_is_told_the_other_way_round(told):
    reply = told(Q.REPLACES, NEW)
    assert reply.text == (
        "Nghị định 77/2024/NĐ-CP thay thế Nghị định 41/2019/NĐ-CP (20/6/2019), “Về làng nghề”, "
        "từ ngày 01/7/2024. [1] [2]"
    )


def test_what_an_ended_instrument_did_is_told_with_its_own_end(told):
    reply = told(Q.REPEALS, OLD)
    assert reply.text.splitlines() == [
        "Nghị định 41/2019/NĐ-CP bãi bỏ Nghị định 12/2015/NĐ-CP, từ ngày 01/8/2019. [1] [2]",
        "Nghị định 41/2019/NĐ-CP hết hiệu lực từ ngày 01/7/2024, được thay thế bằng Nghị định 77/2024/NĐ-CP. [3] [4]",
    ]


def test_while_an_instrument_was_in_force_its_links_are_told_without_its_end(told):
    assert "hết hiệu lực từ ngày" not in told(Q.REPEALS, OLD, at("2020-01-01")).text


def test_what_guides_a_law_today_is_listed_by_rank_and_what_did_before_closes(told):
    lines = told(Q.GUIDED_BY, LAW).text.splitlines()
    assert lines[0] == "Văn bản quy định chi tiết, hướng dẫn Luật 10/2018/QH14:"
    assert lines[1].startswith("– Nghị định 77/2024/NĐ-CP (10/5/2024)")
    assert lines[2].startswith("– Thông tư 3/2024/TT-BNV (01/8/2024)")
    assert lines[3].startswith("Không còn áp dụng: Nghị định 41/2019/NĐ-CP (hết hiệu lực từ ngày 01/7/2024")
    assert len(lines) == 4


def test_asked_for_decrees_the_circulars_close(told):
    lines = told(Q.GUIDED_BY, LAW, kind="Nghị định").text.splitlines()
    assert lines[0].startswith("Luật 10/2018/QH14 được quy định chi tiết, hướng dẫn bởi Nghị định 77/2024/NĐ-CP")
    assert lines[1].startswith("Không còn áp dụng: Nghị định 41/2019/NĐ-CP")
    assert lines[2].startswith("Ngoài ra: Thông tư 3/2024/TT-BNV (còn hiệu lực)")


def test_what_guided_a_law_in_a_past_year_is_told_for_that_year_without_what_came_later(told):
    reply = told(Q.GUIDED_BY, LAW, at("2023-01-01", last="2023-12-31"))
    assert reply.text.startswith("Luật 10/2018/QH14 được quy định chi tiết, hướng dẫn bởi Nghị định 41/2019/NĐ-CP")
    assert "77/2024" not in reply.text


def test_what_guided_a_law_formerly_is_told_before_what_does_now(told):
    first, last = told(Q.GUIDED_BY, LAW, at(is_past=True)).text.splitlines()
    assert "Nghị định 41/2019/NĐ-CP" in first
    assert last.startswith("Đang áp dụng: Nghị định 77/2024/NĐ-CP")


def test_before_the_first_guiding_instrument_none_applied(told):
    assert told(Q.GUIDED_BY, LAW, at("2019-02-01")).text.startswith("Vào ngày 01/02/2019, không văn bản nào trong kho")


def test_amendments_are_told_with_the_place_and_the_day_both_ways(told):
    assert "bởi Luật 9/2026/QH16 (23/4/2026), “Sửa đổi Luật Làng nghề” (Điều 3), từ ngày 01/10/2026" in (
        told(Q.AMENDED_BY, LAW).text
    )
    assert told(Q.AMENDS, "9/2026/QH16").text.startswith("Luật 9/2026/QH16 sửa đổi, bổ sung Luật 10/2018/QH14")


def test_plans_that_carry_out_a_directive_are_told_and_reports_of_it_are_not(told):
    reply = told(Q.IMPLEMENTED_BY, "34-CT/TW")
    assert reply.text == (
        "Chỉ thị 34-CT/TW được triển khai bằng Kế hoạch 57/KH-UBND (12/02/2025), “Phong trào làng nghề 2025”. [1]"
    )


def test_what_a_plan_carries_out_is_told(told):
    assert told(Q.IMPLEMENTS, "57/KH-UBND").text.startswith(
        "Kế hoạch 57/KH-UBND triển khai, thực hiện Chỉ thị 34-CT/TW"
    )


def test_an_extension_is_told_with_its_place_and_its_last_day(told):
    assert "một phần (Điều 5), đến hết ngày 31/12/2024" in told(Q.EXTENDED, OLD).text


def test_a_successor_is_no_replacement_and_is_told_as_nearest(told):
    reply = told(Q.REPLACED_BY, "34-CT/TW")
    assert reply.status is AnswerStatus.PARTIAL
    assert reply.text.splitlines() == [
        "Kho chưa có văn bản nào ghi việc thay thế Chỉ thị 34-CT/TW.",
        "Chỉ thị 34-CT/TW được tiếp nối bằng Chỉ thị 41-CT/TW (26/12/2024); còn hiệu lực. [1]",
    ]


def test_without_any_link_the_answer_says_so_and_tells_the_status(told):
    reply = told(Q.REPLACED_BY, NEW)
    assert reply.status is AnswerStatus.NOT_IN_CORPUS
    assert reply.text.splitlines() == [
        "Kho chưa có văn bản nào ghi việc thay thế Nghị định 77/2024/NĐ-CP.",
        "Nghị định 77/2024/NĐ-CP còn hiệu lực. [1]",
    ]


@pytest.mark.parametrize("asked", [Q.GUIDES, Q.IMPLEMENTS, Q.IN_FORCE, Q.BEGINS])
def test_what_the_document_itself_may_tell_is_left_to_other_answerers(told, asked):
    assert told(asked, LAW) is None
