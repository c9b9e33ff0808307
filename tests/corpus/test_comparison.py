import pytest

from corpus.alignment import align
from corpus.comparison import compare
from corpus.differences import differences
from corpus.quantities import find_quantities
from tests.corpus.rule_versions import NEWER, OLDER, version


def places(older, newer):
    """Which place became which: "" where the other has none."""
    return [
        (str(one.older.locator) if one.older else "", str(one.newer.locator) if one.newer else "")
        for one in align(older, newer)
    ]


def changed(older, newer):
    """The exchanged numbers and dates of two texts."""
    found = [one for one in differences(older, newer) if one.is_exchange]
    return [(str(one.kind), older[slice(*one.older)], newer[slice(*one.newer)]) for one in found]


def exchanges(older, newer):
    """The same of two versions of a rule."""
    return [
        (older.text[slice(*one.older)], newer.text[slice(*one.newer)])
        for compared in compare(older, newer)
        for one in compared.differences
        if one.is_exchange
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("trả trong 05 (năm) ngày làm việc", ["duration 5 ngay lam viec"]),
        ("giữ chức ba năm liền", ["duration 3 nam"]),
        ("Ba tháng họp một lần", ["duration 3 thang", "multiple 1"]),
        ("từ 90% đến 95,5 phần trăm", ["percent 90", "percent 95.5"]),
        ("mức 2.530.000 đồng, thêm 1,5 triệu đồng", ["money 2530000", "money 1500000"]),
        ("bằng 46,0 lần, gấp hai lần", ["multiple 46", "multiple 2"]),
        ("giảm 1/3 thời gian", ["fraction 1/3"]),
        ("trước ngày 5/6", ["date ?-6-5"]),
        ("chậm nhất 31/12 của năm", ["date ?-12-31"]),  # without the word "ngày"
        ("từ ngày 01 tháng 7 năm 2025", ["date 2025-7-1"]),
        ("quý III/2026; Tháng 4/2025; năm 2027", ["date 2026-Q3", "date 2025-4-?", "date 2027-?-?"]),
        ("có 2.000 gốc và 60 luống", ["count 2000", "count 60"]),
        ("2. Có 60 luống", ["count 60"]),  # a label counts nothing
        ("3 | Tập huấn | 12 lớp", ["count 12"]),  # nor does the first cell of a row
        ("theo khoản 1, 2 và 3 Điều 5 trong 7 ngày", ["duration 7 ngay"]),  # nor do articles
        ("Luật số 88/2019/QH14 ngày 15/6/2019 và Nghị định 12", []),  # nor do documents with their dates
        ("", []),
    ],
)
def test_quantities_are_found_with_what_they_stand_for(text, values):
    assert [f"{one.kind} {one.value}" for one in find_quantities(text)] == values


@pytest.mark.parametrize(
    ("older", "newer", "found"),
    [
        ("Trả đơn trong 5 ngày.", "Trả đơn trong 10 ngày.", [("number", "5 ngày", "10 ngày")]),
        ("Trả đơn trong 5 ngày.", "Trả đơn trong 05 (năm) ngày.", []),  # the same, written otherwise
        ("Trả đơn trong năm ngày.", "Trả đơn trong 5 ngày.", []),
        ("Trả đơn trong 5 ngày.", "Trả đơn trong 5 ngày làm việc.", [("number", "5 ngày", "5 ngày làm việc")]),
        ("Cần 80% phiếu.", "Cần 90% phiếu.", [("number", "80%", "90%")]),
        ("Nộp trước ngày 15/9.", "Nộp trước ngày 30/9.", [("date", "15/9", "30/9")]),
        (  # dates before numbers, though they stand later
            "Trong 5 ngày phải nộp, hạn cuối ngày 01/3/2024.",
            "Trong 7 ngày phải nộp, hạn cuối ngày 01/4/2024.",
            [("date", "01/3/2024", "01/4/2024"), ("number", "5 ngày", "7 ngày")],
        ),
        (  # in another order
            "Giấy khen thưởng 300.000 đồng; bằng khen thưởng 900.000 đồng.",
            "Bằng khen thưởng 1.000.000 đồng; giấy khen thưởng 300.000 đồng.",
            [("number", "900.000 đồng", "1.000.000 đồng")],
        ),
        (  # retold: the words around tell
            "Đơn không hợp lệ thì văn phòng gửi trả lại người nộp trong 3 ngày.",
            "Văn phòng gửi trả lại người nộp trong 6 ngày nếu đơn không hợp lệ.",
            [("number", "3 ngày", "6 ngày")],
        ),
        (  # a rate for one title is not the rate for another
            "Tỷ lệ phiếu xét danh hiệu “Thợ giỏi” phải từ 80% trở lên.",
            "Tỷ lệ phiếu xét danh hiệu “Nghệ nhân” phải từ 90% trở lên.",
            [],
        ),
        ("Theo khoản 2 Điều 8.", "Theo khoản 3 Điều 9.", []),  # places moved; nothing counted changed
        ("Theo Nghị định 12/2019/NĐ-CP ngày 1/2/2019.", "Theo Nghị định 15/2022/NĐ-CP ngày 3/4/2022.", []),
        ("Thưởng 2 lần.", "Thưởng 5%.", []),  # of another kind: no exchange of like for like
        ("", "Trả trong 5 ngày.", []),
        ("", "", []),
    ],
)
def test_a_number_that_took_the_place_of_another_is_one_difference(older, newer, found):
    assert changed(older, newer) == found


@pytest.mark.parametrize(
    ("older", "newer", "kinds"),
    [
        ("Chủ vườn ghi sổ.", "Chủ vườn ghi sổ.", []),
        ("Chủ vườn ghi sổ.", "CHỦ VƯỜN, ghi sổ", []),  # case and punctuation
        ("Uỷ ban thuỷ lợi hoà giải.", "Ủy ban thủy lợi hòa giải.", []),  # the place of the tone mark
        ("Chủ vườn ghi sổ.", "Chủ vườn ký sổ.", ["wording"]),
        ("Chủ vườn ghi sổ.", "Chủ vườn ghi sổ và ký tên.", ["added"]),
        ("Chủ vườn ghi sổ và ký tên.", "Chủ vườn ghi sổ.", ["removed"]),
        ("Chủ vườn ghi sổ.", "Chủ vườn ghi sổ 2 lần.", ["number"]),  # a number of one text only
    ],
)
def test_words_added_removed_and_replaced_are_told_apart(older, newer, kinds):
    assert [str(one.kind) for one in differences(older, newer)] == kinds


def test_articles_find_each_other_though_their_numbers_moved():
    found = places(version(OLDER), version(NEWER))
    assert [pair for pair in found if "khoản" not in "".join(pair)] == [
        ("Điều 1", "Điều 1"),
        ("", "Điều 2"),
        ("Điều 2", "Điều 3"),
        ("Điều 3", "Điều 4"),
        ("Điều 4", ""),
    ]
    assert ("Điều 2 khoản 2", "Điều 3 khoản 2") in found
    assert ("", "Điều 3 khoản 3") in found


def test_only_what_changed_differs():
    compared = compare(version(OLDER), version(NEWER))
    unchanged = [str(one.alignment.newer.locator) for one in compared if one.is_unchanged]
    assert unchanged == ["Điều 1", "Điều 3", "Điều 3 khoản 1", "Điều 4"]
    assert exchanges(version(OLDER), version(NEWER)) == [
        ("80%", "85%"),
        ("15/9", "30/9"),
        ("5 ngày làm việc", "10 ngày làm việc"),
    ]


def test_a_provision_is_in_exactly_one_alignment():
    older, newer = version(OLDER), version(NEWER)
    found = align(older, newer)
    assert sorted(one.older.ordinal for one in found if one.older) == [p.ordinal for p in older.provisions]
    assert sorted(one.newer.ordinal for one in found if one.newer) == [p.ordinal for p in newer.provisions]


def test_identical_texts_are_unchanged_throughout():
    assert all(one.is_unchanged for one in compare(version(OLDER), version(OLDER)))


def test_a_clause_that_moved_to_an_article_of_its_own_is_found_there():
    newer = """\
Điều 1. Tiêu chuẩn vườn ươm kiểu mẫu
1. Có từ 40 luống cây giống trở lên.
2. Tỷ lệ cây sống đạt ít nhất 80%.
Điều 2. Nộp đơn
1. Hợp tác xã nộp đơn tại bộ phận một cửa trước ngày 15/9 hằng năm.
Điều 3. Giấy tờ còn thiếu
1. Hồ sơ thiếu giấy tờ được trả lại trong 8 ngày làm việc.
"""
    found = places(version(OLDER), version(newer))
    assert ("Điều 3 khoản 1", "Điều 2 khoản 1") in found
    assert ("Điều 3 khoản 2", "Điều 3 khoản 1") in found
    assert ("5 ngày làm việc", "8 ngày làm việc") in exchanges(version(OLDER), version(newer))


def test_a_heading_rewritten_does_not_hide_the_same_content():
    newer = OLDER.replace("Điều 3. Trả kết quả", "Điều 3. Giao nhận đơn từ")
    assert ("Điều 3", "Điều 3") in places(version(OLDER), version(newer))


def test_articles_on_another_matter_are_not_paired():
    newer = "Điều 1. Bến thuyền\nThuyền thúng đậu phía nam cầu tàu.\nĐiều 2. Chợ cá\nChợ họp lúc rạng đông.\n"
    assert all(one.older is None or one.newer is None for one in align(version(OLDER), version(newer)))


def test_plans_are_compared_by_their_headings():
    older = "I. MỤC TIÊU\n1. Trồng 300 gốc bần ven sông.\nII. KINH PHÍ\n1. Ngân sách xã chi 20 triệu đồng.\n"
    newer = (
        "I. KINH PHÍ\n1. Ngân sách xã chi 25 triệu đồng.\nII. MỤC TIÊU\n1. Trồng 300 gốc bần ven sông.\n"
        "2. Nạo vét mương dẫn nước.\n"
    )
    found = places(version(older), version(newer))
    assert ("Mục I.1", "Mục II.1") in found
    assert ("", "Mục II.2") in found
    assert exchanges(version(older), version(newer)) == [("20 triệu đồng", "25 triệu đồng")]


def test_texts_without_headings_are_compared_paragraph_by_paragraph():
    older = "Nhà văn hóa mở cửa buổi sáng.\n\nThư viện cho mượn 3 cuốn sách một lượt.\n"
    newer = "Thư viện cho mượn 5 cuốn sách một lượt.\n\nNhà văn hóa mở cửa buổi sáng.\n"
    assert exchanges(version(older), version(newer)) == [("3", "5")]


def test_rows_of_a_table_are_compared_with_their_counterparts():
    head = "I. PHÂN CÔNG\n\n| TT | Việc | Chủ trì | Thời gian |\n| --- | --- | --- | --- |\n"
    song, race = "Thi hát ru | Hội Phụ nữ | Tháng 4/2025 |\n", "Đua ghe | Xã đoàn | Tháng {month}/2025 |\n"
    older = f"{head}| 1 | {song}| 2 | {race.format(month=9)}"
    newer = f"{head}| 1 | {race.format(month=10)}| 2 | {song}"
    assert exchanges(version(older), version(newer)) == [("Tháng 9/2025", "Tháng 10/2025")]


def test_an_empty_version_has_nothing_to_align():
    assert align(version(""), version("")) == ()
    assert all(one.older is None for one in align(version(""), version(NEWER)))


def test_what_a_version_tells_of_its_counterpart_holds_before_any_likeness():
    older = "Điều 4. Cờ luân lưu\nĐiều này nói về cờ; nay nội dung này ở Điều 9 Nghị định 8/2021/NĐ-CP.\n"
    newer = "Điều 8. Cờ luân lưu\nCờ trao cuối năm.\nĐiều 9. Phần thưởng tập thể\nTập thể giỏi nhận lụa thêu.\n"
    found = compare(version(older, "7/2015/NĐ-CP"), version(newer, "8/2021/NĐ-CP"))
    told = next(one for one in found if one.alignment.older)
    assert str(told.alignment.newer.locator) == "Điều 9"
    assert str(told.told_by_older.place) == "Điều 9"


@pytest.mark.parametrize(
    "sentence",
    [
        "Quy định này căn cứ Điều 9 Nghị định 8/2021/NĐ-CP.",  # names a place and tells of no change
        "Hiện nay việc này theo Điều 9 Nghị định 8/2021/NĐ-CP.",
        "Nay việc này theo Nghị định 8/2021/NĐ-CP.",  # no place
        "Nay việc này ở Điều 9 Nghị định 3/2011/NĐ-CP.",  # of another document
    ],
)
def test_a_mention_that_tells_of_no_counterpart_pairs_nothing(sentence):
    older = f"Điều 4. Cờ luân lưu\n{sentence}\n"
    newer = "Điều 9. Phần thưởng tập thể\nTập thể giỏi nhận lụa thêu.\n"
    found = compare(version(older, "7/2015/NĐ-CP"), version(newer, "8/2021/NĐ-CP"))
    assert all(one.told_by_older is None and not one.is_pair for one in found)


def test_sentences_about_the_other_version_are_no_difference():
    older = "Điều 5. Hiệu lực\nQuy định này có hiệu lực từ ngày 01/02/2015.\n"
    newer = (
        "Điều 6. Hiệu lực\nQuy định này có hiệu lực từ ngày 01/5/2021. "
        "Nghị định 7/2015/NĐ-CP hết hiệu lực từ ngày 01/5/2021.\n"
    )
    compared = compare(version(older, "7/2015/NĐ-CP"), version(newer, "8/2021/NĐ-CP"))
    assert [[str(d.kind) for d in one.differences] for one in compared] == [["date"]]
