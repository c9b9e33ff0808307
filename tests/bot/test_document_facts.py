"""Facts of digests: no letterhead and no signature, only sentences. Every document is invented."""

from dataclasses import replace
from datetime import date

import pytest

from bot.answer import AnswerStatus
from bot.answerers.document_facts import answer_document_fact, tell_facts
from bot.answerers.joined import joined
from bot.open_document import Shelf
from bot.reply import Reply
from bot.verification import problems
from corpus.library import Library
from corpus.model import Form, Signer
from tests.bot.factories import citation
from tests.bot.questions import asked
from tests.instruments import instrument

N = "Thông tư số 9/2031/TT-BKT"
SENTENCES = (
    f"Bản tóm lược {N} của Bộ Khí tượng, chưa có văn bản gốc.",
    f"Một nguồn khác ghi {N} ban hành ngày 01/8/2031; đối chiếu cho thấy ngày đó không đúng.",
    f"{N} được Bộ Khí tượng ban hành ngày 04/8/2031.",
    f"Nguồn khác ghi {N} có hiệu lực từ ngày 09/8/2031.",
    f"Bộ trưởng Bộ Khí tượng Lò Thị Mẫu là người ký {N}.",
)


def held(tmp_path, sentences=SENTENCES, **changes):
    record = instrument(
        "9/2031/TT-BKT", "2031-08-04", *sentences, issuer="Bộ Khí tượng", form=Form.DIGEST, title="Về gió"
    )
    facts = {"signer": Signer("Lò Thị Mẫu", "Bộ trưởng Bộ Khí tượng", ""), **changes}
    record = replace(record, document=replace(record.document, **facts))
    library = Library.open(tmp_path / "library.sqlite3", create=True)
    library.add(record)
    return library, Shelf(library).take(record.document.id)


@pytest.mark.parametrize(
    ("question", "lines"),
    [
        ("9/2031/TT-BKT ai ký", ["Người ký Thông tư 9/2031/TT-BKT: Lò Thị Mẫu (Bộ trưởng Bộ Khí tượng). [1]"]),
        (
            "9/2031/tt-bkt ban hanh ngay nao, ai ky",
            [
                "Thông tư 9/2031/TT-BKT ban hành ngày 04/8/2031. [1]",
                f"{SENTENCES[1]} [2]",
                "Người ký Thông tư 9/2031/TT-BKT: Lò Thị Mẫu (Bộ trưởng Bộ Khí tượng). [3]",
            ],
        ),
        (
            "cơ quan nào ban hành 9/2031/TT-BKT, về việc gì",
            ["Cơ quan ban hành Thông tư 9/2031/TT-BKT: Bộ Khí tượng. [1]", "Thông tư 9/2031/TT-BKT: “Về gió”. [2]"],
        ),
    ],
)
def test_each_fact_is_told_from_the_sentence_that_says_it(tmp_path, question, lines):
    library, opened = held(tmp_path)
    reply = answer_document_fact(asked(question), opened, library)
    assert reply.text.split("\n") == lines
    assert problems(reply) == []
    library.close()


def test_the_day_of_issue_never_rests_on_a_sentence_that_passes_on_another_day(tmp_path):
    library, opened = held(tmp_path)
    reply = answer_document_fact(asked("9/2031/TT-BKT ký ngày nào"), opened, library)
    assert [one.quote for one in reply.citations] == [SENTENCES[2], SENTENCES[1]]
    library.close()


def test_a_day_of_issue_that_is_not_known_is_said_in_the_words_of_the_text(tmp_path):
    told = f"Ngày ban hành {N} chưa xác định được."
    library, opened = held(tmp_path, (SENTENCES[0], told), issued_on=None)
    reply = answer_document_fact(asked("9/2031/TT-BKT ban hành khi nào"), opened, library)
    assert (reply.status, reply.text) == (AnswerStatus.PARTIAL, f"{told} [1]")
    library.close()


def test_of_several_facts_the_missing_one_is_named(tmp_path):
    library, opened = held(tmp_path, SENTENCES[:4], signer=None)
    reply = answer_document_fact(asked("9/2031/TT-BKT do ai ký, cơ quan nào ban hành"), opened, library)
    assert reply.status is AnswerStatus.PARTIAL
    assert reply.text.split("\n")[0] == "Người ký Thông tư 9/2031/TT-BKT: bản lưu trong kho không ghi."
    assert answer_document_fact(asked("9/2031/TT-BKT ai ký"), opened, library) is None
    assert tell_facts(asked("9/2031/TT-BKT ai ký"), opened, library).status is AnswerStatus.NOT_IN_CORPUS
    library.close()


def test_joined_replies_count_their_marks_through_and_say_nothing_twice():
    one, other = citation("A ký ngày 04/8/2031."), replace(citation("B thay C."), start=50, end=58)
    first = Reply(AnswerStatus.ANSWERED, "A ký. [1]\nC bị thay. [2]", (one, other), ("chú ý",), ("1",))
    second = Reply(AnswerStatus.ANSWERED, "B thay C. [1]\nA ký. [2]", (other, one), ("chú ý",), ("1", "2"))
    reply = joined([first, second])
    assert reply.text == "A ký. [1]\nC bị thay. [2]\nB thay C. [2]"
    assert (reply.status, len(reply.citations), reply.warnings, reply.computed) == (
        AnswerStatus.ANSWERED, 2, ("chú ý",), ("1", "2")
    )  # fmt: skip


def test_joined_replies_of_which_one_is_missing_are_partial():
    told = Reply(AnswerStatus.ANSWERED, "A.", computed=(date(2031, 8, 4).isoformat(),))
    assert joined([told, Reply(AnswerStatus.NOT_IN_CORPUS, "B.")]).status is AnswerStatus.PARTIAL
