import pytest

from bot.composing import _same, compose, plain
from bot.open_document import OpenDocument
from bot.relevance import rate
from bot.statements import Statement
from corpus.identifier import Locator
from corpus.model import Provision, ProvisionKind
from tests.bot.factories import document
from tests.bot.questions import focus


def opened(*parts, number="12/KH-UBND"):
    """A document of these parts: (kind, parent, text), with a heading or columns behind them."""
    provisions, text = [], ""
    for ordinal, (kind, parent, own, *more) in enumerate(parts):
        heading = next((given for given in more if isinstance(given, str)), "")
        columns = next((given for given in more if isinstance(given, tuple)), ())
        start, text = len(text), text + own + "\n"
        provisions.append(
            Provision(ordinal, parent, kind, "", heading, Locator(()), start, len(text), len(text), columns)
        )
    return OpenDocument(document(number, text=text), provisions)


def rated(question, found, ordinal):
    provision = found.provisions[ordinal]
    end = provision.start + len(found.own_text(provision).rstrip())
    lead = " – ".join(found.leads(provision))
    text = found.document.text[provision.start : end]
    return rate(focus(question), Statement(found, provision, provision.start, end, text, lead, "", 1.0))


def composed(question, *chosen):
    return compose(focus(question), [rated(question, found, ordinal) for found, ordinal in chosen])


HEADING, ITEM, ROW, PARAGRAPH = (
    ProvisionKind.HEADING,
    ProvisionKind.ITEM,
    ProvisionKind.ROW,
    ProvisionKind.PARAGRAPH,
)
TASKS = opened(
    (HEADING, None, "1. Phòng Văn hóa", "Phòng Văn hóa"),
    (ITEM, 0, "- Treo băng rôn ở ngã ba chợ;"),
    (ITEM, 0, "- Phòng Kinh tế cùng dựng rạp chiếu phim;"),
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Sở Nội vụ\nchủ trì", "Sở Nội vụ chủ trì"),  # a line break of the file
        ("1 | Sở Nội vụ | Quý II", "1 Sở Nội vụ Quý II"),  # cells
        ("  hai   khoảng trắng\t", "hai khoảng trắng"),
    ],
)
def test_a_text_for_reading_has_no_bars_and_no_line_breaks(text, shown):
    assert plain(text) == shown


@pytest.mark.parametrize(
    ("question", "ordinal", "line"),
    [
        ("Đơn vị nào treo băng rôn?", 1, "Phòng Văn hóa: Treo băng rôn ở ngã ba chợ. [1]"),
        ("Ai treo băng rôn?", 1, "Phòng Văn hóa: Treo băng rôn ở ngã ba chợ. [1]"),
        ("Phòng Văn hóa làm gì ở ngã ba chợ?", 1, "Phòng Văn hóa: Treo băng rôn ở ngã ba chợ. [1]"),  # asked by unit
        ("Treo băng rôn như thế nào?", 1, "Treo băng rôn ở ngã ba chợ. [1]"),  # nobody asks who
        ("Đơn vị nào dựng rạp chiếu phim?", 2, "Phòng Kinh tế cùng dựng rạp chiếu phim. [1]"),  # it names one itself
    ],
)
def test_the_heading_is_shown_when_it_is_a_part_of_the_answer(question, ordinal, line):
    assert composed(question, (TASKS, ordinal)).text == line


def test_a_heading_with_a_number_is_left_out_since_no_quote_holds_it():
    tasks = opened((HEADING, None, "1. Phòng Văn hóa 2", "Phòng Văn hóa 2"), (ITEM, 0, "- Treo băng rôn ở chợ;"))
    assert composed("Đơn vị nào treo băng rôn?", (tasks, 1)).text == "Treo băng rôn ở chợ. [1]"


def test_the_quote_is_the_item_without_its_label():
    [citation] = composed("Đơn vị nào treo băng rôn?", (TASKS, 1)).citations
    assert citation.quote == "Treo băng rôn ở ngã ba chợ;"
    assert TASKS.document.text[citation.start : citation.end] == citation.quote


def test_a_row_is_read_by_its_column_heads_without_its_count_and_empty_cells():
    columns = (("TT", "3"), ("Nhiệm vụ", "Thi nấu cơm"), ("Phối hợp", " "), ("", "Sân đình"), ("Thời gian", "Tháng 2"))
    table = opened((ROW, None, "3 | Thi nấu cơm | | Sân đình | Tháng 2", columns))
    assert (
        composed("Thi nấu cơm khi nào?", (table, 0)).text == "Nhiệm vụ: Thi nấu cơm; Sân đình; Thời gian: Tháng 2. [1]"
    )


def test_the_same_fact_from_two_sources_is_one_line_with_two_marks():
    first = opened((PARAGRAPH, None, "Phường tổng kết vào giữa tháng 12/2025."))
    second = opened((PARAGRAPH, None, "Phường tổng kết vào giữa tháng 12/2025;"), number="13/KH-UBND")
    answer = composed("Khi nào tổng kết?", (first, 0), (second, 0))
    assert answer.text == "Phường tổng kết vào giữa tháng 12/2025. [1] [2]"
    assert [str(citation.document.number) for citation in answer.citations] == ["12/KH-UBND", "13/KH-UBND"]


def test_different_facts_stand_on_lines_of_their_own():
    found = opened((PARAGRAPH, None, "Phường tổng kết vào tháng 12."), (PARAGRAPH, None, "Các ấp đăng ký tháng 3."))
    assert composed("Khi nào?", (found, 0), (found, 1)).text == (
        "Phường tổng kết vào tháng 12. [1]\nCác ấp đăng ký tháng 3. [2]"
    )


LONG_DEADLINE = (
    "Ủy ban nhân dân các xã rà soát danh sách hộ nuôi tôm, lập bảng kê diện tích ao, ảnh chụp bể lọc và biên bản họp, "
    "gửi về phòng trước ngày 20/5/2025 để tổng hợp."
)


@pytest.mark.parametrize(
    ("text", "first_line"),
    [
        (LONG_DEADLINE, "Trước ngày 20/5/2025. [1]"),
        (LONG_DEADLINE.replace("các xã", "các xã từ ngày 02/5/2025"), "Trước ngày 20/5/2025. [1]"),  # a beginning
        (LONG_DEADLINE.replace("các xã", "các xã trước ngày 02/5/2025"), None),  # two dates: which of them?
        (LONG_DEADLINE.replace("để tổng hợp", "của năm sau đó"), None),  # means nothing without its rest
        ("Gửi về phòng trước ngày 20/5/2025.", None),  # short: seen at a glance
    ],
)
def test_the_date_asked_for_leads_when_it_would_be_hard_to_find(text, first_line):
    lines = composed("Gửi danh sách trước ngày nào?", (opened((PARAGRAPH, None, text)), 0)).text.splitlines()
    assert lines == [*([first_line] if first_line else []), f"{text} [1]"]


def test_lines_alike_but_for_a_number_are_different_facts():
    assert not _same("Cá nhân được thưởng 1,0 lần mức lương.", "Cá nhân được thưởng 4,5 lần mức lương.")


def test_the_same_fact_in_nearly_the_same_words_is_one_line():
    assert _same("Cá nhân được thưởng 1,0 lần mức lương.", "Cá nhân được thưởng 1,0 lần mức lương đó.")
