from datetime import date

import pytest

from bot.answer import AnswerStatus
from tests.bot.asking import asking_shipped, lines_of


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    with asking_shipped(tmp_path_factory.mktemp("shipped")) as opened:
        yield opened


WHICH = "Nghị định nào quy định chi tiết Luật Thi đua, khen thưởng?"
NOW = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("question", "day", "governs", "chain"),
    [
        (WHICH, NOW, "Nghị định 152/2025/NĐ-CP", ["06/2022/QH15", "06/2026/QH16", "15/2025/TT-BNV"]),
        ("nd nao quy dinh chi tiet luat tdkt", NOW, "Nghị định 152/2025/NĐ-CP", ["06/2022/QH15", "15/2025/TT-BNV"]),
        (WHICH, date(2024, 6, 1), "Nghị định 98/2023/NĐ-CP", ["06/2022/QH15", "01/2024/TT-BNV"]),
        (WHICH, date(2025, 6, 30), "Nghị định 98/2023/NĐ-CP", ["06/2022/QH15", "01/2024/TT-BNV"]),
        (WHICH, date(2025, 7, 1), "Nghị định 152/2025/NĐ-CP", ["06/2022/QH15"]),
        (WHICH, date(2020, 1, 1), "Nghị định 91/2017/NĐ-CP", ["15/2003/QH11", "39/2013/QH13"]),
        ("Thông tư nào hướng dẫn Luật TĐKT?", NOW, "Thông tư 15/2025/TT-BNV", ["152/2025/NĐ-CP", "06/2022/QH15"]),
        ("Chỉ thị nào của Đảng về thi đua khen thưởng hiện hành?", NOW, "Chỉ thị 41-CT/TW", ["34-CT/TW"]),
        ("chi thi nao cua dang ve thi dua khen thuong dang ap dung", NOW, "Chỉ thị 41-CT/TW", ["34-CT/TW"]),
        ("hiện nay áp dụng văn bản nào về tiền thưởng", NOW, "Nghị định 152/2025/NĐ-CP", ["06/2022/QH15"]),
        ("Luật Thủ đô nào đang có hiệu lực?", NOW, "Luật 02/2026/QH16", []),
        ("căn cứ pháp lý nào để xét chiến sĩ thi đua cơ sở", NOW, "Luật 06/2022/QH15", ["Điều 23", "152/2025/NĐ-CP"]),
        ("văn bản nào quy định mức lương cơ sở hiện nay", NOW, "Nghị định 161/2026/NĐ-CP", ["2.530.000"]),
        ("văn bản nào quy định mức lương cơ sở", date(2026, 6, 30), "Nghị định 73/2024/NĐ-CP", ["2.340.000"]),
        (
            "Tặng Công dân danh dự Thủ đô cho người nước ngoài thì làm theo nghị quyết nào ạ",
            NOW,
            "Nghị quyết 83/2025/NQ-HĐND",
            [],
        ),
        ("tt nào của bộ nội vụ đang hướng dẫn luật tđkt", NOW, "Thông tư 15/2025/TT-BNV", ["152/2025/NĐ-CP"]),
        ("tiền thưởng thi đua tính theo nđ nào", date(2025, 6, 30), "Nghị định 98/2023/NĐ-CP", ["73/2024/NĐ-CP"]),
        (
            "tđkt theo nđ nào, tt nào của BNV",
            date(2024, 12, 31),
            "Nghị định 98/2023/NĐ-CP",
            ["Thông tư 01/2024/TT-BNV"],
        ),
        ("tt nào của bộ nội vụ đang hướng dẫn luật tđkt vậy", NOW, "Thông tư 15/2025/TT-BNV", ["152/2025/NĐ-CP"]),
        ("bh làm hồ sơ bằng khen thì theo nđ nào ạ", NOW, "Nghị định 152/2025/NĐ-CP", ["Điều 42"]),
        ("huân chương lao động theo luật nào, nghị định nào", NOW, "Luật 06/2022/QH15", ["Nghị định 152/2025/NĐ-CP"]),
        ("quy định hiện hành về Công dân Thủ đô ưu tú là văn bản nào", NOW, "Quyết định 71/2025/QĐ-UBND", ["152/2025"]),
    ],
)
def test_the_shipped_documents_tell_what_governs_on_the_day(shipped, question, day, governs, chain):
    reply = shipped(question, day)
    assert reply.status is AnswerStatus.ANSWERED
    lines = lines_of(reply)
    assert lines[0].startswith(governs)
    assert [part for part in chain if not any(part in line for line in lines[1:])] == []


def test_a_local_rule_whose_force_is_unknown_is_shown_as_such(shipped):
    reply = shipped("văn bản nào quy định công tác thi đua khen thưởng của Hà Nội")
    assert reply.status is AnswerStatus.PARTIAL
    assert "chưa xác định hiệu lực" in lines_of(reply)[0]


@pytest.mark.parametrize(
    "question",
    [
        "kỷ luật công chức theo nghị định nào",
        "bổ nhiệm viên chức căn cứ nghị định nào",
        "nghi huu theo nghi dinh nao",
        "đấu thầu theo luật nào, nghị định nào",
        "thông tư nào của Bộ Y tế hướng dẫn luật tđkt",
    ],
)
def test_what_is_about_another_matter_or_issuer_is_not_offered(shipped, question):
    assert shipped(question) is None


def test_no_ended_instrument_is_in_the_chain_of_today(shipped):
    text = shipped(WHICH).text
    assert not any(ended in text for ended in ("98/2023", "91/2017", "01/2024", "15/2003", "39/2013", "28/2024"))
