import pytest

from tests.instruments import instrument, library_of

OLD = instrument("1/2020/NĐ-CP", "2020-01-05", "Lời.", title="Làng nghề", issuer="Chính phủ")
NEW = instrument("2/KH-UBND", "2025-01-05", "Lời.", title="Trồng rừng", issuer="UBND tỉnh Mẫu")
UNDATED = instrument("", "", "Lời.", title="Không rõ ngày", issuer="")


@pytest.fixture
def library(tmp_path):
    with library_of(tmp_path, OLD, NEW, UNDATED) as opened:
        yield opened


def test_every_document_has_its_id_in_the_list(library):
    assert set(library.document_ids()) == {one.document.id for one in (OLD, NEW, UNDATED)}


def test_the_newest_come_first_and_those_without_a_date_not_at_all(library):
    assert [str(head.number) for head in library.newest_heads(5)] == ["2/KH-UBND", "1/2020/NĐ-CP"]
    assert [str(head.number) for head in library.newest_heads(1)] == ["2/KH-UBND"]


def test_a_title_is_told_with_kind_number_and_issuer_the_latest_first(library):
    assert library.titles() == [
        (NEW.document.id, "Kế hoạch 2/KH-UBND Trồng rừng UBND tỉnh Mẫu"),
        (OLD.document.id, "Nghị định 1/2020/NĐ-CP Làng nghề Chính phủ"),
        (UNDATED.document.id, "Tin  Không rõ ngày "),
    ]
