"""Passages: complete, whole sentences, with the headings that give them meaning."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.model import Form, Page
from corpus.passage_text import embedded_text, passage_digest
from ingest.passages import PASSAGE_CHARACTERS, make_passages
from tests.ingest.outlines import body, document, whole
from tests.ingest.samples import plan
from tests.ingest.test_flattened_tables import flattened

SENTENCE = "Các thôn tổ chức cho nhân dân đăng ký và tham gia dọn vệ sinh đường làng vào sáng thứ bảy hằng tuần."


def passages(text, title="Trồng cây", size=PASSAGE_CHARACTERS, **facts):
    return make_passages(document(text, title=title, **facts), body(text, facts.get("form", Form.OFFICIAL)), size)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["I. MỤC", "1. Việc.", "a) Ý:", "- Gạch;", SENTENCE, "", "|", "TT", "Điều 1. Tên"]), max_size=40
    ),
    st.sampled_from([60, 300, 1000]),
)
def test_every_word_is_in_exactly_one_passage(lines, size):
    text = "\n".join(lines)
    counts = [0] * len(text)
    for passage in passages(text, size=size):
        assert text[passage.start : passage.end] == passage.text
        for position in range(passage.start, passage.end):
            counts[position] += 1
    assert all(count == 1 for count, letter in zip(counts, text, strict=True) if letter.isalnum())


def test_a_long_paragraph_is_cut_between_sentences():
    text = "I. VIỆC\n" + " ".join([SENTENCE] * 30)
    made = passages(text)
    assert len(made) > 2
    assert all(len(passage.text) <= PASSAGE_CHARACTERS for passage in made)
    assert all(passage.text.endswith("hằng tuần.") for passage in made)


def test_small_siblings_share_a_passage_and_articles_do_not():
    plan_passages = passages("1. Một việc nhỏ.\na) Ý một.\nb) Ý hai.\nc) Ý ba.")
    law_passages = passages("Điều 1. Phạm vi\nMột câu.\nĐiều 2. Áp dụng\nMột câu.")
    assert [str(passage.locator) for passage in plan_passages] == ["Mục 1"]
    assert [str(passage.locator) for passage in law_passages] == ["Điều 1", "Điều 2"]


def test_headings_stand_outermost_first_below_the_title():
    text = "II. TỔ CHỨC\n1. Các thôn\n" + "".join(f"- {SENTENCE}\n" for _ in range(20))
    assert passages(text)[-1].headings == ("Kế hoạch Trồng cây", "TỔ CHỨC", "Các thôn")


def test_an_item_keeps_the_lead_in_that_it_completes():
    text = "1. Hồ sơ đề nghị tặng giấy khen của xã gồm các giấy tờ sau:\n" + "".join(
        f"{letter}) {SENTENCE}\n" for letter in "abcdđeghikl"
    )
    assert passages(text)[-1].headings[-1] == "Hồ sơ đề nghị tặng giấy khen của xã gồm các giấy tờ sau"


def test_a_long_lead_in_is_shortened_to_its_end():
    lead = " ".join([SENTENCE] * 4) + " Hồ sơ gồm:"
    text = f"1. {lead}\n" + "".join(f"{letter}) {SENTENCE}\n" for letter in "abcdđeghikl")
    heading = passages(text)[-1].headings[-1]
    assert heading.startswith("… ")
    assert heading.endswith("Hồ sơ gồm:")
    assert len(heading) <= 210


def test_rows_stay_whole_and_carry_the_column_heads():
    table = flattened(("TT", "Việc", "Chủ trì"), *[(str(number), SENTENCE, "Thôn") for number in range(1, 21)])
    made = passages("Phụ lục I\nDANH MỤC\n\n" + table)
    assert len(made) > 2
    assert all("TT | Việc | Chủ trì" in embedded_text(passage) for passage in made)
    assert all(passage.text.endswith("Thôn") for passage in made)


def test_the_closing_is_one_passage_and_the_letterhead_is_kept_for_its_title():
    text = plan()
    made = make_passages(document(text, title="Phát động phong trào thi đua trồng cây đầu năm"), whole(text))
    assert str(made[0].locator) == "Phần đầu văn bản"
    assert [str(passage.locator) for passage in made].count("Nơi nhận") == 1


def test_a_passage_knows_its_page():
    text = "I. MỘT\nCâu đầu.\nII. HAI\nCâu sau.\n"
    made = passages(text, pages=(Page(1, 0, 16), Page(2, 16, len(text))))
    assert [passage.page for passage in made] == [1, 2]


def test_the_digest_changes_with_the_headings_and_not_with_the_grid():
    assert passage_digest(["Một"], "a\n|\nb") == passage_digest(["Một"], "a | b")
    assert passage_digest(["Một"], "a") != passage_digest(["Hai"], "a")


def test_a_text_without_sentences_is_still_cut():
    made = passages("từ " * 20_000)
    assert max(len(passage.text) for passage in made) <= 5_000


def test_the_size_is_the_callers_choice():
    text = "I. VIỆC\n" + "".join(f"{number}. {SENTENCE}\n" for number in range(1, 31))
    assert len(passages(text, size=300)) > len(passages(text, size=1000)) > len(passages(text, size=3000))


@pytest.mark.parametrize("text", ["", "\n\n", "|\n|\n", "------\n"])
def test_nothing_makes_no_passage(text):
    assert passages(text) == ()
