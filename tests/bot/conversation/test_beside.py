"""Follow-ups about another document than the one talked about, over three decrees of an invented field."""

import pytest

_HEAD = """\
CHÍNH PHỦ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: {number}/NĐ-CP
Hà Nội, {day}

NGHỊ ĐỊNH
{title}

Chính phủ ban hành Nghị định {title}.

"""
_FOOT = """

Nơi nhận:
- Lưu: VT.
TM. CHÍNH PHỦ
THỦ TƯỚNG
{signer}
"""


def decree(number, day, title, body, signer):
    return _HEAD.format(number=number, day=day, title=title) + body.strip() + _FOOT.format(signer=signer)


DOCUMENTS = {
    "41.txt": decree(
        "41/2019",
        "ngày 20 tháng 6 năm 2019",
        "quy định về làng nghề dệt chiếu",
        """
Điều 1. Phạm vi điều chỉnh
Nghị định này quy định về làng nghề dệt chiếu.
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực thi hành từ ngày 01 tháng 8 năm 2019.
""",
        "Trần Văn Cói",
    ),
    "77.txt": decree(
        "77/2024",
        "ngày 10 tháng 5 năm 2024",
        "quy định chi tiết về làng nghề dệt chiếu",
        """
Điều 1. Phạm vi điều chỉnh
Nghị định này quy định chi tiết về làng nghề dệt chiếu.
Điều 2. Công nhận làng nghề
1. Làng có ít nhất 30 hộ dệt chiếu được công nhận là làng nghề.
2. Hồ sơ công nhận gồm đơn và danh sách hộ.
3. Kết quả được niêm yết tại đình làng.
Điều 3. Hiệu lực thi hành
Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2024.
Nghị định này thay thế Nghị định số 41/2019/NĐ-CP ngày 20 tháng 6 năm 2019 của Chính phủ.
""",
        "Lê Thị Đay",
    ),
    "90.txt": decree(
        "90/2025",
        "ngày 15 tháng 9 năm 2025",
        "sửa đổi, bổ sung một số điều của Nghị định số 77/2024/NĐ-CP",
        """
Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 77/2024/NĐ-CP
Sửa đổi khoản 1 Điều 2 Nghị định số 77/2024/NĐ-CP như sau: Làng có ít nhất 20 hộ dệt chiếu được công nhận.
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực thi hành từ ngày 01 tháng 11 năm 2025.
""",
        "Phạm Văn Lác",
    ),
}
NEW = "Nghị định 77/2024/NĐ-CP ai ký"


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("cái bị thay thế ai ký nhỉ", "Nghị định 41/2019/NĐ-CP ai ký"),
        ("nghị định cũ có hiệu lực khi nào", "Nghị định 41/2019/NĐ-CP có hiệu lực khi nào"),
        ("nghi dinh sua doi no ai ky", "Nghị định 90/2025/NĐ-CP ai ký"),
        ("nghị định sửa đổi đó ban hành ngày nào", "Nghị định 90/2025/NĐ-CP ban hành ngày nào"),
        ("còn nghị định cũ", "Nghị định 41/2019/NĐ-CP ai ký"),
        ("Nghị định 41/2019/NĐ-CP thì ai?", "Nghị định 41/2019/NĐ-CP ai ký"),
    ],
)
def test_a_document_beside_the_one_talked_about_is_found_by_its_relation(talk, typed, understood):
    assert talk.understood(NEW, typed) == understood


def test_from_the_old_one_the_new_one_is_found(talk):
    assert talk.understood("Nghị định 41/2019/NĐ-CP ai ký", "cái thay nó ai ký v") == "Nghị định 77/2024/NĐ-CP ai ký"


@pytest.mark.parametrize("typed", ["nghị định kia thì sao", "nghị định trước thì ai", "cái trước ai ký"])
def test_the_other_of_two_spoken_of_is_the_one_before(talk, typed):
    talk(NEW)
    talk("còn Nghị định 41/2019/NĐ-CP")
    assert talk.understood(typed) == "Nghị định 77/2024/NĐ-CP ai ký"


def test_of_several_that_were_spoken_of_the_person_chooses(talk):
    talk(NEW)
    talk("còn Nghị định 41/2019/NĐ-CP")
    talk("còn Nghị định 90/2025/NĐ-CP")
    told = talk("nghị định trước đó ban hành ngày nào")
    assert str(told.status) == "needs_clarification"
    assert {choice.question for choice in told.choices} == {
        "Nghị định 41/2019/NĐ-CP ban hành ngày nào",
        "Nghị định 77/2024/NĐ-CP ban hành ngày nào",
    }
    assert talk.understood("1") == told.choices[0].question


def test_what_is_not_known_is_asked_back(talk):
    talk("Nghị định 90/2025/NĐ-CP ai ký")
    told = talk("cái trước thì ai")
    assert str(told.status) == "needs_clarification"
    assert "“cái trước”" in told.text


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("khoản tiếp theo", "Điều 2 khoản 3 Nghị định 77/2024/NĐ-CP quy định gì"),
        ("khoản trước đó", "Điều 2 khoản 1 Nghị định 77/2024/NĐ-CP quy định gì"),
        ("điều kế", "Điều 3 Nghị định 77/2024/NĐ-CP quy định gì"),
        ("còn điều trước", "Điều 1 Nghị định 77/2024/NĐ-CP quy định gì"),
        ("điều cuối cùng", "Điều 3 Nghị định 77/2024/NĐ-CP quy định gì"),
        ("tiếp theo là gì", "Điều 2 khoản 3 Nghị định 77/2024/NĐ-CP quy định gì"),
    ],
)
def test_a_step_goes_on_from_the_place_last_read(talk, typed, understood):
    assert talk.understood("khoản 2 Điều 2 Nghị định 77/2024/NĐ-CP", typed) == understood


def test_a_step_beyond_the_last_provision_is_asked_back(talk):
    talk("Điều 3 Nghị định 77/2024/NĐ-CP")
    assert talk("điều tiếp theo").text.startswith("Nghị định 77/2024/NĐ-CP không còn điều")


def test_a_place_in_a_list_that_was_not_offered_is_asked_back(talk):
    talk(NEW)
    assert "danh sách" in talk("cái thứ 5").text


def test_a_limit_of_nothing_waits_for_its_document(talk):
    told = talk("hạn mấy v")
    assert str(told.status) == "needs_clarification"
    assert talk.memory.waiting.endswith("hạn mấy")
