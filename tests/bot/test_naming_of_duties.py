"""How questions on duties name documents: by number and place, several at once, cited ones, programmes."""

from datetime import date

import pytest

from bot.answer import AnswerStatus
from tests.bot.deadline_plans import opened_plans, plan

TODAY = date(2026, 3, 2)


def of_province(text):
    """An invented plan with the name of a real province, for only such a name is known to be a place."""
    return text.replace("BÌNH MINH", "NGHỆ AN").replace("Bình Minh", "Nghệ An")


WEAVING = plan(
    52,
    "ngày 15 tháng 01 năm 2026",
    "Phát triển nghề dệt lụa năm 2026",
    """
I. CĂN CỨ
Kế hoạch này tiếp nối Kế hoạch số 613/KH-UBND ngày 08/5/2025 của Ủy ban nhân dân quận Tơ Tằm về bảo tồn nghề dệt.
II. TỔ CHỨC THỰC HIỆN
1. Ủy ban nhân dân các xã, phường
- Báo cáo kết quả dệt lụa về Sở Công Thương trước ngày 15/11 hằng năm.
2. Sở Khoa học và Công nghệ
- Báo cáo tiến độ lên phần mềm Đề án 06 trước ngày 20 hằng tháng.
""",
)
WELLS = plan(
    56,
    "ngày 16 tháng 01 năm 2026",
    "Giữ gìn giếng cổ năm 2026",
    """
I. TỔ CHỨC THỰC HIỆN
1. Ủy ban nhân dân các xã, phường
- Báo cáo kết quả giữ giếng về Sở Xây dựng trước ngày 20/12 hằng năm.
""",
)


@pytest.fixture(scope="module")
def answering(tmp_path_factory):
    files = {"weaving.md": of_province(WEAVING), "wells.md": of_province(WELLS)}
    with opened_plans(tmp_path_factory.mktemp("naming"), files) as core:
        yield core


@pytest.fixture
def ask(answering):
    return lambda typed: answering.answer(typed, TODAY)


@pytest.mark.parametrize(
    "typed",
    [
        "KH 52 Nghệ An các xã báo cáo trước ngày nào",
        "Nghệ An KH 52 các xã báo cáo trước ngày nào",
        "KH 52 của UBND tỉnh các xã báo cáo trước ngày nào",
        "KH 52 UBND xã báo cáo trước ngày nào",  # whose plan it is, a commune does not tell
    ],
)
def test_the_plan_of_the_number_is_meant(ask, typed):
    answer = ask(typed)
    assert answer.status is AnswerStatus.ANSWERED
    assert "15/11" in answer.text


@pytest.mark.parametrize(
    ("typed", "called"),
    [
        ("KH 52 Cà Mau báo cáo trước ngày nào", "KH 52 của Cà Mau"),
        ("KH 52 của Cà Mau hạn báo cáo ngày nào", "KH 52 của Cà Mau"),
        ("Cà Mau KH 52 báo cáo trước ngày nào", "KH 52 của Cà Mau"),
    ],
)
def test_the_plan_of_another_province_is_not_held(ask, typed, called):
    answer = ask(typed)
    assert answer.status is AnswerStatus.NOT_IN_CORPUS
    assert answer.text.startswith(f"Trong kho không có {called}. Gần nhất theo số hiệu: Kế hoạch 52/KH-UBND")


@pytest.mark.parametrize(
    "typed",
    [
        "KH 52 với KH 56 Nghệ An các xã báo cáo trước ngày nào",
        "KH 52, 56 Nghệ An hạn báo cáo của các xã lần lượt ngày mấy",
    ],
)
def test_each_of_several_plans_is_asked_the_same(ask, typed):
    lines = ask(typed).text.split("\n")
    first, second = lines.index("Kế hoạch 52/KH-UBND:"), lines.index("Kế hoạch 56/KH-UBND:")
    assert lines[first + 1].startswith("Trước ngày 15/11 hằng năm")
    assert lines[second + 1].startswith("Trước ngày 20/12 hằng năm")


def test_the_one_of_several_plans_that_is_not_held_is_named(ask):
    answer = ask("KH 52 và KH 99 Nghệ An các xã báo cáo trước ngày nào")
    assert answer.status is AnswerStatus.PARTIAL
    assert "“KH 99 Nghệ An các xã báo cáo trước ngày nào”" in answer.text.split("\n")[-1]


def test_a_plan_that_is_only_cited_sets_no_deadline(ask):
    answer = ask("KH 613 của quận Tơ Tằm hạn báo cáo ngày nào")
    assert answer.status is AnswerStatus.NOT_IN_CORPUS
    assert answer.text.startswith(
        "Trong kho không có KH 613 của quận Tơ Tằm; văn bản này chỉ được nhắc đến tại Kế hoạch 52/KH-UBND"
    )


def test_a_plan_of_another_place_is_not_the_one_that_is_cited(ask):
    assert "nhắc đến" not in ask("KH 613 của quận Lụa Vàng hạn báo cáo ngày nào").text


def test_a_fact_of_a_cited_plan_is_still_told(ask):
    assert "08/5/2025" in ask("KH 613/KH-UBND ban hành ngày nào").text


def test_a_programme_inside_a_duty_is_what_the_duty_is_about(ask):
    answer = ask("sở nào báo cáo lên phần mềm Đề án 06, trước ngày mấy hằng tháng")
    assert answer.status is AnswerStatus.ANSWERED
    assert "ngày 20 hằng tháng" in answer.text


@pytest.mark.parametrize("typed", ["Đề án 06 là gì", "Chương trình 04 hạn nộp báo cáo ngày nào"])
def test_a_programme_that_is_asked_for_itself_or_that_no_text_names_is_not_held(ask, typed):
    answer = ask(typed)
    assert answer.status is AnswerStatus.NOT_IN_CORPUS
    assert answer.text.startswith("Trong kho không có ")
