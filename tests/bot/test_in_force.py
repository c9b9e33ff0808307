"""Whether an instrument is in force, told over libraries written by hand; every number, place and date is invented."""

from functools import partial

import pytest

from bot.answer import AnswerStatus
from bot.verification import problems
from corpus.model import Form
from tests.bot.held import at
from tests.bot.village_decrees import DECREES, DIRECTIVES, LAW, LAWS, NEW, OLD, answered
from tests.instruments import based_on, begins, cites, ends, extends, implements, instrument, replaces


@pytest.fixture
def told(tmp_path):
    """Answers over the records given; every answer is verified."""
    return partial(answered, tmp_path)


def test_an_instrument_in_force_is_told_with_its_first_and_its_announced_last_day(told):
    reply = told(NEW, *DECREES)
    assert reply.status is AnswerStatus.ANSWERED
    assert reply.text.splitlines() == [
        "Còn hiệu lực: Nghị định 77/2024/NĐ-CP có hiệu lực từ ngày 01/7/2024. [1]",
        "Theo quy định hiện có, áp dụng đến hết ngày 28/02/2027, trừ trường hợp nêu trong trích dẫn. [2]",
    ]
    assert "01 tháng 7 năm 2024" in reply.citations[0].quote


def test_a_replaced_instrument_is_told_as_ended_by_whom_and_from_when_with_both_sources(told):
    reply = told(OLD, *DECREES)
    assert reply.text == (
        "Đã hết hiệu lực từ ngày 01/7/2024: Nghị định 41/2019/NĐ-CP được thay thế bằng Nghị định 77/2024/NĐ-CP. [1] [2]"
    )
    assert "thay thế" in reply.citations[0].quote
    assert "có hiệu lực thi hành" in reply.citations[1].quote


def test_on_a_day_before_the_end_it_was_in_force_and_today_is_told_after_it(told):
    first, second = told(OLD, *DECREES, time=at("2024-06-30")).text.splitlines()
    assert first.startswith("Vào ngày 30/6/2024 còn hiệu lực: Nghị định 41/2019/NĐ-CP có hiệu lực từ ngày 01/8/2019.")
    assert second.startswith("Hiện nay (ngày 21/11/2026) đã hết hiệu lực: ")


def test_while_a_transition_lasts_it_is_told_in_the_words_of_the_source(told):
    reply = told(OLD, *DECREES, time=at("2024-08-01"))
    assert "Vào ngày 01/8/2024 đã hết hiệu lực" in reply.text
    assert "Chuyển tiếp: “Nghị định số 41/2019/NĐ-CP vẫn áp dụng đến hết ngày 31/12/2024" in reply.text


def test_after_a_transition_nothing_is_told_of_it(told):
    assert "Chuyển tiếp" not in told(OLD, *DECREES, time=at("2025-01-01")).text


def test_what_another_extended_until_a_day_has_ended_on_the_next(told):
    extended = (
        instrument(OLD, "2019-06-20", begins("2019-08-01"), ends("2021-08-01")),
        instrument(
            "9/2021/QH15",
            "2021-05-10",
            begins("2021-06-01"),
            (
                "Kéo dài thời hạn áp dụng Nghị định số 41/2019/NĐ-CP đến hết ngày 12/6/2023.",
                extends(OLD, until="2023-06-12"),
            ),
        ),
    )
    reply = told(OLD, *extended)
    assert "Đã hết hiệu lực từ ngày 13/6/2023" in reply.text
    assert problems(reply) == []


def test_a_period_in_which_the_status_changes_is_told_in_parts(told):
    lines = told(OLD, *DECREES, time=at("2024-01-01", last="2024-12-31")).text.splitlines()
    assert lines[0] == "Nghị định 41/2019/NĐ-CP, từ ngày 01/01/2024 đến ngày 31/12/2024:"
    assert lines[1].startswith("– đến hết ngày 30/6/2024 còn hiệu lực: ")
    assert lines[2].startswith("– từ ngày 01/7/2024 đã hết hiệu lực: ")


def test_a_day_to_come_is_answered_for_that_day(told):
    first, second = told(NEW, *DECREES, time=at("2027-03-01")).text.splitlines()
    assert first.startswith("Vào ngày 01/3/2027 đã hết hiệu lực: Nghị định 77/2024/NĐ-CP đã hết thời hạn áp dụng")
    assert second.startswith("Hiện nay (ngày 21/11/2026) còn hiệu lực.")


@pytest.mark.parametrize(("time", "words"), [("2024-06-01", "chưa có hiệu lực"), ("2024-05-01", "chưa được ban hành")])
def test_before_its_first_day_and_before_its_issue_it_was_not_in_force(told, time, words):
    assert words in told(NEW, *DECREES, time=at(time)).text


def test_an_amended_instrument_is_in_force_in_part_with_the_place_and_the_day(told):
    reply = told(LAW, *LAWS)
    assert reply.text == (
        "Còn hiệu lực, một phần đã thay đổi: Luật 10/2018/QH14 được sửa đổi, bổ sung bởi Luật 9/2026/QH16 (Điều 3) "
        "từ ngày 01/10/2026. [1] [2]"
    )


def test_an_amendment_to_come_is_announced(told):
    reply = told(LAW, *LAWS, time=at("2026-05-01"))
    assert "Từ ngày 01/10/2026, văn bản này được sửa đổi, bổ sung bởi Luật 9/2026/QH16 (Điều 3)." in reply.text


def test_a_provision_is_told_of_by_its_own_day(told):
    reply = told(LAW, *LAWS, time=at("2018-08-01"), place="Điều 7")
    assert reply.text.startswith("Vào ngày 01/8/2018 còn hiệu lực: Điều 7 Luật 10/2018/QH14 có hiệu lực từ ngày 01/7")
    assert "chưa có hiệu lực" in told(LAW, *LAWS, time=at("2018-08-01"), place="Điều 9").text


def test_a_successor_without_a_text_of_replacement_leaves_the_status_open(told):
    reply = told("34-CT/TW", *DIRECTIVES)
    assert reply.status is AnswerStatus.PARTIAL
    assert reply.text.splitlines() == [
        "Chưa xác định: kho chưa có văn bản nào ghi rõ hiệu lực của Chỉ thị 34-CT/TW.",
        "Chỉ thị 41-CT/TW (26/12/2024) tiếp nối Chỉ thị 34-CT/TW [1]; kho chưa có văn bản nào ghi rõ việc thay thế "
        "Chỉ thị 34-CT/TW. Chỉ thị 41-CT/TW còn hiệu lực. [2]",
    ]


def test_a_source_that_tells_only_the_status_is_named_as_such(told):
    assert "được nguồn tra cứu ghi là còn hiệu lực tại ngày 21/11/2026" in told("41-CT/TW", *DIRECTIVES).text


def test_an_instrument_known_only_from_others_is_told_of_with_a_warning(told):
    reply = told("12/2015/NĐ-CP", *DECREES)
    assert reply.text.startswith("Đã hết hiệu lực từ ngày 01/7/2024: Nghị định 12/2015/NĐ-CP được thay thế bằng ")
    assert reply.warnings[0].startswith("Nghị định 12/2015/NĐ-CP chưa có văn bản gốc trong kho")


def test_an_end_without_a_day_leaves_the_status_open(told):
    records = (
        instrument(OLD, "2019-06-20", begins("2019-08-01")),
        instrument(NEW, "2024-05-10", replaces(OLD)),
    )
    reply = told(OLD, *records)
    assert reply.status is AnswerStatus.PARTIAL
    assert "nhưng kho chưa có văn bản ghi từ ngày nào. [1]" in reply.text


def test_sources_that_give_different_first_days_are_both_told(told):
    record = instrument(
        "1/2024/TT-BNV",
        "2024-02-24",
        ("Thông tư số 1/2024/TT-BNV có hiệu lực từ ngày 15/4/2024.", begins("2024-04-15")),
        (
            "Nguồn khác ghi Thông tư số 1/2024/TT-BNV có hiệu lực từ ngày 24/02/2024.",
            begins("2024-02-24", of="1/2024/TT-BNV", is_disputed=True),
        ),
        form=Form.DIGEST,
    )
    reply = told("1/2024/TT-BNV", record)
    assert reply.text.startswith("Còn hiệu lực: Thông tư 1/2024/TT-BNV có hiệu lực từ ngày 15/4/2024. [1]")
    assert "bản tóm lược Thông tư 1/2024/TT-BNV ghi 15/4/2024 [1]; nguồn khác ghi 24/02/2024 [2]." in reply.text


def test_sources_that_give_different_days_of_issue_are_both_told(told):
    news = instrument(
        "",
        "2024-05-20",
        (
            "Phường thực hiện Nghị định số 77/2024/NĐ-CP ngày 12/5/2024 về làng nghề.",
            implements(NEW, issued_on="2024-05-12"),
        ),
        title="Phường phát động thi đua",
        form=Form.NEWS,
    )
    reply = told(NEW, *DECREES, news)
    assert "Các nguồn ghi ngày ban hành khác nhau: Nghị định 77/2024/NĐ-CP ghi 10/5/2024; bản tin " in reply.text
    assert "ghi 12/5/2024 [3]." in reply.text


def test_a_number_without_year_and_another_title_is_another_document_not_a_contradiction(told):
    news = instrument(
        "",
        "2024-05-20",
        (
            "Xã thực hiện Chỉ thị số 34-CT/TW ngày 05/5/1999 về trồng rừng.",
            implements("34-CT/TW", issued_on="1999-05-05", title="Về trồng rừng"),
        ),
        title="Xã trồng rừng",
        form=Form.NEWS,
    )
    assert "1999" not in told("34-CT/TW", *DIRECTIVES, news).text


def test_a_digest_that_passes_on_another_day_of_issue_tells_both(told):
    record = instrument(
        "1-KL/TW",
        "2021-05-18",
        (
            "Một nguồn khác ghi Kết luận số 1-KL/TW ngày 15/8/2021.",
            cites("1-KL/TW", issued_on="2021-08-15", is_disputed=True),
        ),
        form=Form.DIGEST,
    )
    reply = told("1-KL/TW", record)
    assert "bản tóm lược Kết luận 1-KL/TW ghi 18/5/2021; nguồn khác ghi 15/8/2021 [1]." in reply.text


def test_an_ended_legal_basis_is_told_and_nothing_is_concluded_from_it(told):
    plan = instrument(
        "57/KH-UBND",
        "2025-02-12",
        ("Căn cứ Nghị định số 41/2019/NĐ-CP ngày 20/6/2019;", based_on(OLD, issued_on="2019-06-20")),
        ("Kế hoạch này có hiệu lực từ ngày ký, 12/02/2025.", begins("2025-02-12")),
    )
    reply = told("57/KH-UBND", *DECREES, plan)
    assert reply.text.startswith("Còn hiệu lực: Kế hoạch 57/KH-UBND")
    assert "căn cứ ban hành là Nghị định 41/2019/NĐ-CP đã hết hiệu lực từ ngày 01/7/2024" in reply.text
    assert "kho chưa có văn bản nói về hệ quả" in reply.text
    assert "hệ quả" not in told("57/KH-UBND", *DECREES, plan, time=at("2020-01-01")).text


def test_a_news_item_has_no_force(told):
    news = instrument("5/KH-UBND", "2024-05-20", "Tin.", title="Tin xã", form=Form.NEWS)
    assert "là bản tin, không phải văn bản" in told("5/KH-UBND", news).text
