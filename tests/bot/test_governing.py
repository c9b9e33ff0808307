from datetime import date

import pytest

from bot.answer import AnswerStatus
from tests.bot.asking import asking, lines_of
from tests.instruments import amends, based_on, begins, continues, ends_of, guides, holds, instrument, replaces

LAW_NUMBER = "12/2020/QH14"


def guiding(number, issued_on, begins_on, *sayings, title="Hướng dẫn Luật Nghề xanh", **more):
    """An instrument that guides the law."""
    return instrument(number, issued_on, begins(begins_on), guides(LAW_NUMBER), *sayings, title=title, **more)


OLD_LAW = instrument("11/2001/QH10", "2001-05-05", begins("2002-01-01"), title="Luật Nghề xanh")
LAW = instrument(LAW_NUMBER, "2020-06-06", begins("2021-01-01"), replaces("11/2001/QH10"), title="Luật Nghề xanh")
GREEN = (
    OLD_LAW,
    LAW,
    instrument(
        "13/2024/QH15",
        "2024-03-03",
        begins("2024-07-01"),
        amends(LAW_NUMBER),
        title="Luật sửa đổi, bổ sung một số điều của Luật Nghề xanh",
    ),
    guiding("21/2021/NĐ-CP", "2021-01-01", "2021-02-01", title="Quy định chi tiết Luật Nghề xanh"),
    guiding(
        "22/2023/NĐ-CP",
        "2023-06-01",
        "2023-08-01",
        ends_of("21/2021/NĐ-CP"),
        title="Quy định chi tiết và hướng dẫn thi hành Luật Nghề xanh",
    ),
    guiding(
        "31/2023/TT-BNX",
        "2023-08-15",
        "2023-09-01",
        guides("22/2023/NĐ-CP"),
        title="Biện pháp thi hành Luật Nghề xanh và Nghị định số 22/2023/NĐ-CP",
    ),
    guiding(
        "44/2025/TT-BTS",
        "2025-12-01",
        "2026-01-01",
        title="Hướng dẫn thi hành Luật Nghề xanh trong ngành Thủy sản",
    ),
    instrument(
        "51/2024/QĐ-UBND",
        "2024-04-30",
        begins("2024-05-10"),
        based_on("22/2023/NĐ-CP"),
        title="Quy chế công nhận nghề xanh của tỉnh",
    ),
    instrument("52/2024/QĐ-UBND", "2024-09-09", based_on(LAW_NUMBER), title="Quy chế thi nghề xanh"),
)
WHICH_DECREE = "Nghị định nào quy định chi tiết Luật Nghề xanh?"


@pytest.fixture(scope="module")
def green(tmp_path_factory):
    with asking(tmp_path_factory.mktemp("green"), *GREEN) as opened:
        yield opened


def test_the_decree_in_force_stands_first_and_its_chain_below_it_from_the_law_to_local_rules(green):
    reply = green(WHICH_DECREE)
    assert reply.status is AnswerStatus.ANSWERED
    first, head, *chain = lines_of(reply)
    assert first.startswith("Nghị định 22/2023/NĐ-CP ngày 01/6/2023: “Quy định chi tiết và hướng dẫn thi hành")
    assert "có hiệu lực từ ngày 01/8/2023; tình trạng ngày 21/11/2026: còn hiệu lực" in first
    assert head == "Chuỗi văn bản:"
    assert [line.split(" [")[0] for line in chain] == [
        "– Luật 12/2020/QH14 (“Luật Nghề xanh”): còn hiệu lực, một phần đã thay đổi.",
        "– Luật 13/2024/QH15, sửa đổi, bổ sung Luật 12/2020/QH14: còn hiệu lực.",
        "– Nghị định 22/2023/NĐ-CP, quy định chi tiết, hướng dẫn Luật 12/2020/QH14: còn hiệu lực.",
        "– Thông tư 31/2023/TT-BNX, hướng dẫn Nghị định 22/2023/NĐ-CP: còn hiệu lực.",
        "– Quyết định 51/2024/QĐ-UBND, căn cứ Nghị định 22/2023/NĐ-CP: còn hiệu lực.",
        "– Quyết định 52/2024/QĐ-UBND, căn cứ Luật 12/2020/QH14: chưa xác định hiệu lực.",
    ]
    assert all("[" in line for line in chain)


def test_on_an_earlier_day_the_decree_of_that_day_answers_with_what_replaced_it(green):
    first, *rest = lines_of(green(WHICH_DECREE, date(2022, 5, 5)))
    assert first.startswith("Nghị định 21/2021/NĐ-CP")
    assert "còn hiệu lực đến hết ngày 31/7/2023; từ ngày 01/8/2023 được thay bằng Nghị định 22/2023/NĐ-CP" in first
    assert not any("22/2023" in line or "13/2024" in line for line in rest)


def test_a_day_named_in_the_question_is_said_first(green):
    first, *_ = lines_of(green("Ngày 05/5/2022 nghị định nào quy định chi tiết Luật Nghề xanh?"))
    assert first.startswith("Vào ngày 05/5/2022: Nghị định 21/2021/NĐ-CP")


def test_within_a_year_that_saw_a_change_both_are_listed_with_their_times(green):
    lines = lines_of(green("Năm 2023 nghị định nào quy định chi tiết Luật Nghề xanh?"))
    assert lines[0] == "Từ ngày 01/01/2023 đến ngày 31/12/2023 có thay đổi, lần lượt áp dụng:"
    assert "(có hiệu lực từ ngày 01/02/2021, đến hết ngày 31/7/2023)" in lines[1]
    assert lines[2].startswith("– Nghị định 22/2023/NĐ-CP")
    assert "(có hiệu lực từ ngày 01/8/2023)" in lines[2]


def test_before_anything_applied_the_nearest_held_is_named_with_its_time(green):
    reply = green(WHICH_DECREE, date(2019, 1, 1))
    assert reply.status is AnswerStatus.NOT_IN_CORPUS
    [line] = lines_of(reply)
    assert "có hiệu lực vào ngày 01/01/2019. Gần nhất: Nghị định 21/2021/NĐ-CP" in line
    assert "có hiệu lực từ ngày 01/02/2021, đến hết ngày 31/7/2023" in line


def test_the_general_circular_comes_before_that_of_a_branch(green):
    lines = lines_of(green("Thông tư nào hướng dẫn Luật Nghề xanh?"))
    assert lines[0].startswith("Thông tư 31/2023/TT-BNX")
    assert lines[1].startswith("Văn bản riêng của ngành, lĩnh vực: Thông tư 44/2025/TT-BTS [")


@pytest.mark.parametrize(
    ("typed", "is_told"),
    [
        ("thông tư nào của Bộ Giáo dục và Đào tạo hướng dẫn Luật Nghề xanh", True),
        ("tt nào của bộ gd&đt hướng dẫn Luật Nghề xanh", True),
        ("thong tu nao cua bo giao duc dao tao huong dan Luật Nghề xanh", True),
        ("tt nào của BGDĐT hướng dẫn Luật Nghề xanh", True),
        ("thông tư nào của Bộ Quốc phòng hướng dẫn Luật Nghề xanh", False),
    ],
)
def test_an_issuer_is_known_by_whatever_people_call_it(tmp_path, typed, is_told):
    circular = guiding("34/2024/TT-BGDĐT", "", "2024-09-01", issuer="Bộ Giáo dục và Đào tạo")
    with asking(tmp_path, LAW, circular) as opened:
        reply = opened(typed)
    assert (reply is not None and reply.text.startswith("Thông tư 34/2024/TT-BGDĐT")) is is_told


def test_part_of_the_name_of_a_law_means_the_law(tmp_path):
    law = instrument("14/2020/QH14", "", begins("2021-01-01"), title="Luật Thi thổi, nấu cơm")
    decree = instrument("23/2021/NĐ-CP", "", begins("2021-02-01"), guides("14/2020/QH14"), title="Chi tiết một số điều")
    with asking(tmp_path, law, decree) as opened:
        assert lines_of(opened("nấu cơm theo nghị định nào"))[0].startswith("Nghị định 23/2021/NĐ-CP")


def test_of_several_kinds_each_is_answered(green):
    lines = lines_of(green("Nghề xanh theo nghị định nào, thông tư nào?"))
    assert [line.split(" ngày ")[0] for line in lines[:2]] == ["Nghị định 22/2023/NĐ-CP", "Thông tư 31/2023/TT-BNX"]
    assert not any(line.startswith("Chuỗi") for line in lines)


def test_the_issuer_narrows_the_instruments_and_is_no_matter(tmp_path):
    general = guiding("32/2023/TT-BNV", "2023-08-15", "2023-09-01", issuer="Bộ Nội vụ")
    of_another = guiding("33/2024/TT-BTC", "2024-08-15", "2024-09-01", issuer="Bộ Tài chính")
    with asking(tmp_path, LAW, general, of_another) as opened:
        assert lines_of(opened("Thông tư nào hướng dẫn Luật Nghề xanh?"))[0].startswith("Thông tư 33/2024/TT-BTC")
        for typed in (
            "thông tư nào của Bộ Nội vụ hướng dẫn Luật Nghề xanh?",
            "tt nào của bnv hướng dẫn Luật Nghề xanh",
        ):
            first, *_ = lines_of(opened(typed))
            assert first.startswith("Thông tư 32/2023/TT-BNV")
        assert opened("Thông tư nào của Bộ Y tế hướng dẫn Luật Nghề xanh?") is None


def test_the_law_itself_is_asked_for(green):
    lines = lines_of(green("Luật Nghề xanh nào đang có hiệu lực?"))
    assert lines[0].startswith("Luật 12/2020/QH14 ngày 06/6/2020: “Luật Nghề xanh”")
    assert "một phần đã thay đổi từ ngày 01/7/2024 theo Luật 13/2024/QH15" in lines[0]
    assert lines_of(green("Luật Nghề xanh nào đang có hiệu lực?", date(2015, 1, 1)))[0].startswith("Luật 11/2001/QH10")


def test_a_decree_based_on_the_law_guides_it_when_its_title_says_so(tmp_path):
    based = instrument(
        "61/2021/NĐ-CP",
        "",
        begins("2021-02-01"),
        based_on(LAW_NUMBER),
        title="Quy định chi tiết thi hành Luật Nghề xanh",
    )
    other = instrument("62/2021/NĐ-CP", "", begins("2021-02-01"), based_on(LAW_NUMBER), title="Lệ phí bến bãi")
    with asking(tmp_path, LAW, based, other) as opened:
        assert lines_of(opened(WHICH_DECREE))[0].startswith("Nghị định 61/2021/NĐ-CP")


def test_what_nobody_knows_to_be_in_force_is_never_served_as_such(tmp_path):
    undated = instrument("63/2021/NĐ-CP", "2021-01-01", guides(LAW_NUMBER), title="Quy định chi tiết Luật Nghề xanh")
    with asking(tmp_path, LAW, undated) as opened:
        reply = opened(WHICH_DECREE)
    assert reply.status is AnswerStatus.PARTIAL
    assert "tình trạng ngày 21/11/2026: chưa xác định hiệu lực" in lines_of(reply)[0]


def test_a_party_directive_is_shown_with_what_it_continues(tmp_path):
    first = instrument("70-CT/TW", "2014-01-01", title="Phát triển nghề xanh")
    second = instrument(
        "71-CT/TW",
        "2024-01-01",
        holds("2025-01-01"),
        continues("70-CT/TW"),
        title="Tăng cường lãnh đạo phát triển nghề xanh",
    )
    of_the_state = instrument("72/CT-TTg", "2020-02-02", begins("2020-02-02"), title="Phát triển nghề xanh")
    with asking(tmp_path, first, second, of_the_state) as opened:
        lines = lines_of(opened("Chỉ thị nào của Đảng về phát triển nghề xanh đang áp dụng?"))
    assert lines[0].startswith("Chỉ thị 71-CT/TW ngày 01/01/2024")
    assert lines[-1].startswith("– Chỉ thị 70-CT/TW, được Chỉ thị 71-CT/TW tiếp nối: chưa xác định hiệu lực. [")


def test_a_matter_that_nothing_covers_has_no_answer(green):
    assert green("Nghị định nào quy định về vận tải biển?") is None
