import json
import random
import re
import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.diacritics import with_case_of
from corpus.normalise import fold, nfc, unify_spelling
from corpus.syllable_model import SCHEMA, RestoredTexts, SyllableModel

SHARED = Path(__file__).resolve().parents[3] / "shared"

# Invented texts in the words of the field; the model under test has read nothing else but the question language.
PLAN = """
KẾ HOẠCH tổ chức phong trào thi đua của phường Đồi Thông. Ủy ban nhân dân phường phát động phong trào thi đua.
Phường Đồi Thông tổng kết phong trào thi đua vào tháng 10. Khen thưởng tập thể, cá nhân có thành tích xuất sắc.
Hội đồng thi đua, khen thưởng xét tặng danh hiệu chiến sĩ thi đua cơ sở và lao động tiên tiến.
Trình Chủ tịch tặng bằng khen. Ban hành văn bản hướng dẫn. Kinh phí điện, nước do ngân sách bảo đảm.
"""
DECREE = """
Nghị định quy định tiền thưởng đối với danh hiệu chiến sĩ thi đua toàn quốc. Hồ sơ gửi Bộ Nội vụ trước ngày 31 tháng 12.
Bộ Nội vụ thẩm định hồ sơ trong thời hạn 20 ngày làm việc. Mức tiền thưởng được tính theo lương cơ sở.
"""


@pytest.fixture(name="connection")
def _connection(tmp_path):
    connection = sqlite3.connect(tmp_path / "library.sqlite3", isolation_level=None)
    connection.executescript(SCHEMA)
    yield connection
    connection.close()


@pytest.fixture(name="model")
def _model(connection):
    model = SyllableModel(connection)
    connection.execute("BEGIN")
    model.add(PLAN)
    model.add(DECREE)
    connection.execute("COMMIT")
    return model


def rows(connection):
    return [*connection.execute("SELECT * FROM syllable"), *connection.execute("SELECT * FROM syllable_pair")]


@pytest.mark.parametrize(
    ("typed", "restored"),
    [
        ("phuong doi thong tong ket thi dua khi nao", "phường đồi thông tổng kết thi đua khi nào"),
        ("ho so chien si thi dua toan quoc gui truoc ngay nao", "hồ sơ chiến sĩ thi đua toàn quốc gửi trước ngày nào"),
        ("Bo Noi vu tham dinh trong may ngay?", "Bộ Nội vụ thẩm định trong mấy ngày?"),  # capitals and marks stay
        ("TIEN THUONG LA BAO NHIEU", "TIỀN THƯỞNG LÀ BAO NHIÊU"),
        ("khen thưong tập thể", "khen thưởng tập thể"),  # half-typed: the ư is there, the rest is not
        ("khen thuởng", "khen thưởng"),  # the tone is there, the vowel is not
        ("chiên si thi đua", "chiến sĩ thi đua"),
        ("đien", "điện"),
        ("phong trao nay", "phong trào này"),
        ("ban hanh van ban", "ban hành văn bản"),  # the same plain syllable twice, once with marks
        ("UBND phuong ban hanh KH-UBND nao, 88/KH-UBND", "UBND phường ban hành KH-UBND nào, 88/KH-UBND"),
        ("nghi dinh 152/2025/ND-CP", "nghị định 152/2025/ND-CP"),  # nothing within a number changes
        ("gui ho so ve phong.noi.vu@example.org", "gửi hồ sơ về phong.noi.vu@example.org"),
        ("nop online duoc khong", "nộp online được không"),
    ],
)
def test_omitted_marks_are_restored_from_what_the_library_says(model, typed, restored):
    assert model.restore(typed) == restored


@pytest.mark.parametrize(
    "typed",
    [
        "Phường ban hành văn bản trong tháng nào?",
        "Thuỷ hoà khoẻ",  # the other place of the tone mark is not an omission
        "Đơn vị nào ở phường Đồi Thông?",
        "Hội nghị của tỉnh Ca Mau ở đâu?",  # capitals side by side that the library does not know: a name
        "cstdcs tdkt ubnd",
        "123 456",
        "",
        "?!",
    ],
)
def test_what_is_typed_in_full_stays_as_it_is(model, typed):
    assert model.restore(typed) == typed


def test_one_forgotten_mark_is_mended_when_nothing_else_fits(model):
    assert model.restore("hồ sơ gửi Bộ Nội vu trước ngày nào") == "hồ sơ gửi Bộ Nội vụ trước ngày nào"


def test_decomposed_letters_are_read_as_composed_ones(model):
    assert model.restore("khen thu\u031bo\u031b\u0309ng") == "khen thưởng"


def test_a_text_changes_the_reading_only_while_it_is_held(connection, model):
    typed = "quy mo sang tao"
    assert model.restore(typed) != "quỹ mơ sang tạo"
    model.add("quỹ mơ sang tạo. " * 3)
    assert model.restore(typed) == "quỹ mơ sang tạo"
    model.remove("quỹ mơ sang tạo. " * 3)
    assert model.restore(typed) != "quỹ mơ sang tạo"


def test_removing_what_was_added_leaves_the_tables_as_they_were(connection, model):
    before = rows(connection)
    model.add(PLAN.upper() + "Một câu mới.")
    assert rows(connection) != before
    model.remove(PLAN.upper() + "Một câu mới.")
    assert rows(connection) == before


def test_clearing_leaves_nothing(connection, model):
    model.clear()
    assert rows(connection) == []


def test_changes_belong_to_the_transaction_of_the_caller(connection, model):
    before = rows(connection)
    connection.execute("BEGIN")
    model.add("Văn bản khác.")
    connection.execute("ROLLBACK")
    assert rows(connection) == before


def test_an_empty_library_still_knows_how_questions_are_asked(connection):
    assert SyllableModel(connection).restore("khi nao, o dau, bao nhieu") == "khi nào, ở đâu, bao nhiêu"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=300))
def test_any_text_keeps_its_length_and_its_letters(model, text):
    restored = model.restore(text)
    assert len(restored) == len(nfc(text))
    assert fold(restored) == fold(unify_spelling(text)) or fold(restored) == fold(text)


@pytest.mark.slow
def test_statute_questions_without_marks_are_restored_from_the_statutes(connection):
    statutes = SHARED / "bench" / "statutes"
    if not statutes.exists():
        pytest.skip("../shared/bench/statutes is absent")
    model = SyllableModel(connection)
    connection.execute("BEGIN")
    for document in _lines(statutes / "corpus.jsonl"):
        model.add(f"{document['title']}\n{document['text']}")
    connection.execute("COMMIT")
    chance = random.Random(2026)
    asked = [nfc(query["text"]) for query in _lines(statutes / "queries.jsonl")]
    assert _accuracy(model, asked, lambda _: True) >= 0.98  # measured .987
    assert _accuracy(model, asked, lambda _: chance.random() < 0.5) >= 0.985  # measured .993
    assert _accuracy(model, asked, lambda _: False) >= 0.998  # measured .999: slips of the questions are mended


def _lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _accuracy(model, asked, loses_marks):
    right = []
    for question in asked:
        typed = re.sub(r"[^\W\d_]+", lambda word: _bare(word[0]) if loses_marks(word) else word[0], question)
        restored = _syllables(model.restore(typed))
        right += [got == wanted for got, wanted in zip(restored, _syllables(question), strict=True)]
    return sum(right) / len(right)


def _bare(word):
    return with_case_of(word, fold(word))


def _syllables(text):
    return re.findall(r"[^\W\d_]+", unify_spelling(text.lower()))


def test_what_was_restored_is_kept_while_the_library_does_not_change(connection):
    revision = [1]
    restored = RestoredTexts(lambda: revision[0])
    SyllableModel(connection, restored).add("phường Đồi Thông")
    assert SyllableModel(connection, restored).restore("Doi Thong") == "Đồi Thông"
    SyllableModel(connection).clear()
    SyllableModel(connection).add("đội thông, đội thông, đội thông")
    assert SyllableModel(connection, restored).restore("Doi Thong") == "Đồi Thông"  # no change is told of yet
    revision[0] = 2
    assert SyllableModel(connection, restored).restore("doi thong") == "đội thông"
