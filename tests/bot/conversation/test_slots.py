from datetime import date

import pytest

from bot.conversation.matter import document_in, topic_of, with_slot, with_topic, without_asking
from bot.conversation.slots import SlotKind, slots_in

DAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("Sở Nội vụ", [("unit", "Sở Nội vụ")]),
        ("tháng 12 Sở Nội vụ phải làm gì", [("time", "tháng 12"), ("unit", "Sở Nội vụ")]),
        ("KH 21 báo cáo khi nào", [("document", "KH 21"), ("product", "báo cáo")]),
        # the place right behind a number belongs to the document
        ("KH 21 Hà Nội ai ký", [("document", "KH 21 Hà Nội")]),
        ("còn Đồng Tháp", [("place", "Đồng Tháp")]),
        ("cấp tỉnh", [("level", "cấp tỉnh")]),
        ("khoản 2 Điều 7", [("provision", "khoản 2 Điều 7")]),
        ("bằng khen cấp tỉnh cho tập thể", [("title", "bằng khen cấp tỉnh cho tập thể")]),
        ("Kỷ niệm chương ngành Nội vụ", [("title", "Kỷ niệm chương ngành Nội vụ")]),
        ("hạng nhì", [("rank", "hạng nhì")]),
        # "tới hạn" asks how a duty stands and bounds no list
        ("còn mấy ngày nữa là tới hạn", []),
        ("Bộ Tài chính", [("unit", "Bộ Tài chính")]),
        # whom it goes to owes nothing
        ("gửi Bộ Tài chính", []),
    ],
)
def test_words_fill_slots(text, slots):
    assert [(str(slot.kind), slot.written) for slot in slots_in(text, DAY)] == slots


@pytest.mark.parametrize(
    ("question", "said", "asked"),
    [
        ("tháng 12 Sở Nội vụ phải làm gì", "Sở Tài chính", "tháng 12 Sở Tài chính phải làm gì"),
        ("tháng 12 Sở Nội vụ phải làm gì", "quý I/2027", "quý I/2027 Sở Nội vụ phải làm gì"),
        # a year alone leaves the month
        ("tháng 12/2026 Sở Nội vụ phải làm gì", "năm 2027", "tháng 12 năm 2027 Sở Nội vụ phải làm gì"),
        ("KH 21 báo cáo trước ngày nào", "KH 33", "KH 33 báo cáo trước ngày nào"),
        ("báo cáo trước ngày nào", "KH 33", "báo cáo trước ngày nào theo KH 33"),
        # right behind the number the unit would be read as its issuer
        ("KH 21 báo cáo trước ngày nào?", "cấp xã", "cấp xã báo cáo trước ngày nào theo KH 21"),
        ("bằng khen cấp tỉnh thưởng bao nhiêu", "cấp bộ", "bằng khen cấp bộ thưởng bao nhiêu"),
        ("Cờ thi đua của Chính phủ thưởng bao nhiêu", "tỉnh", "Cờ thi đua tỉnh thưởng bao nhiêu"),
        ("chiến sĩ thi đua cơ sở cần gì", "toàn quốc", "chiến sĩ thi đua toàn quốc cần gì"),
        ("huân chương lao động hạng nhất thưởng bao nhiêu", "hạng ba", "huân chương lao động hạng ba thưởng bao nhiêu"),
        ("giấy khen thưởng bao nhiêu", "tập thể", "giấy khen thưởng bao nhiêu đối với tập thể"),
        ("kế hoạch của Đồng Nai do ai ký", "Bắc Ninh", "kế hoạch của Bắc Ninh do ai ký"),
        ("hồ sơ gửi Bộ Nội vụ khi nào", "Sở Nội vụ", "hồ sơ gửi Sở Nội vụ khi nào"),
    ],
)
def test_a_slot_is_changed_or_added(question, said, asked):
    [slot] = slots_in(said, DAY)
    assert with_slot(question, slot, DAY) == asked


@pytest.mark.parametrize(
    ("question", "remains"),
    [
        ("KH 21 báo cáo trước ngày nào?", "KH 21 báo cáo"),
        ("KH 21 báo cáo còn bao nhiêu ngày nữa", "KH 21 báo cáo"),
        ("báo cáo theo KH 21 gửi cho ai", "báo cáo theo KH 21 gửi"),
        ("hồ sơ gửi Bộ Nội vụ chậm nhất là ngày nào", "hồ sơ gửi Bộ Nội vụ"),
        ("KH 21 báo cáo mấy lần một năm", "KH 21 báo cáo"),
    ],
)
def test_without_its_question_words_a_question_says_what_it_is_about(question, remains):
    assert without_asking(question) == remains


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("hồ sơ chiến sĩ thi đua toàn quốc gửi khi nào", "chiến sĩ thi đua toàn quốc"),
        ("điều kiện thành lập cụm thi đua là gì", "thành lập cụm thi đua"),
        ("tháng 12 KH 21 báo cáo khi nào", ""),
    ],
)
def test_the_topic_is_what_remains_without_aspects(question, topic):
    assert topic_of(question, DAY) == topic


def test_another_topic_takes_the_place_of_the_longest_run_of_own_words():
    assert with_topic("điều kiện thành lập câu lạc bộ là gì", "đội văn nghệ", DAY) == "điều kiện đội văn nghệ là gì"
    assert with_topic("báo cáo khi nào", "đội văn nghệ", DAY) == ""


def test_only_a_question_on_one_document_names_it():
    assert document_in("KH 21 ai ký", DAY) == "KH 21"
    assert document_in("KH 21 và KH 33 khác gì nhau", DAY) == ""
    assert SlotKind.DOCUMENT not in {slot.kind for slot in slots_in("ai ký", DAY)}
