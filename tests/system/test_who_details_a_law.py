"""Who details a law, read by the real pipeline from invented instruments as they are laid out when issued."""

import pytest

from corpus.chain import Chain
from corpus.hierarchy import Hierarchy
from corpus.identifier import parse_number
from corpus.register import Register
from tests.ingest.pipelines import workshop_in

HEAD = """\
{issuer}
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
{number}
Hà Nội, ngày {day}

{kind}
{title}

{body}
"""


def law(number, day):
    body = "Điều 1. Phạm vi điều chỉnh\nLuật này quy định về làng nghề."
    return HEAD.format(
        issuer="QUỐC HỘI", number=f"Luật số: {number}", day=day, kind="LUẬT", title="LÀNG NGHỀ, ĐÔ THỊ", body=body
    )


def decree(number, day, basis, title="Quy định chi tiết thi hành một số điều của Luật Làng nghề, đô thị"):
    body = f"{basis}\nChính phủ ban hành Nghị định.\n\nĐiều 1. Phạm vi điều chỉnh\nNghị định này quy định hồ sơ."
    return HEAD.format(issuer="CHÍNH PHỦ", number=f"Số: {number}", day=day, kind="NGHỊ ĐỊNH", title=title, body=body)


OLD_LAW = law("15/2003/QH11", "26 tháng 11 năm 2003")
NEW_LAW = law("06/2022/QH15", "15 tháng 6 năm 2022")


@pytest.fixture
def guiding(tmp_path):
    """The numbers of those who detail the law of this number, over a library of these texts."""

    def ask(number, *texts):
        sources = tmp_path / "sources"
        sources.mkdir()
        for place, text in enumerate(texts):
            (sources / f"{place}.txt").write_text(text, encoding="utf-8")
        with workshop_in(tmp_path / "data") as workshop:
            workshop.add(sources)
            register = Register(workshop.library)
            hierarchy = Hierarchy(register, Chain(workshop.library, register))
            [instrument] = register.instruments(parse_number(number))
            return sorted(str(link.source.number) for link in hierarchy.guiding(instrument))

    return ask


def test_the_number_of_the_law_is_that_of_the_legal_basis(guiding):
    text = decree("98/2023/NĐ-CP", "31 tháng 12 năm 2023", "Căn cứ Luật Làng nghề, đô thị số 06/2022/QH15;")
    assert guiding("06/2022/QH15", text) == ["98/2023/NĐ-CP"]


def test_a_basis_without_number_means_the_latest_law_of_that_name(guiding):
    text = decree("98/2023/NĐ-CP", "31 tháng 12 năm 2023", "Căn cứ Luật Làng nghề, đô thị ngày 15 tháng 6 năm 2022;")
    assert guiding("06/2022/QH15", OLD_LAW, NEW_LAW, text) == ["98/2023/NĐ-CP"]


def test_a_decree_older_than_the_new_law_details_the_old_one(guiding):
    text = decree("91/2017/NĐ-CP", "31 tháng 7 năm 2017", "Căn cứ Luật Làng nghề, đô thị ngày 26 tháng 11 năm 2003;")
    assert guiding("15/2003/QH11", OLD_LAW, NEW_LAW, text) == ["91/2017/NĐ-CP"]


def test_a_decree_that_only_rests_on_the_law_does_not_detail_it(guiding):
    text = decree(
        "98/2023/NĐ-CP",
        "31 tháng 12 năm 2023",
        "Căn cứ Luật Làng nghề, đô thị số 06/2022/QH15;",
        title="Quy định về lễ hội làng nghề",
    )
    assert guiding("06/2022/QH15", NEW_LAW, text) == []
