import pytest

from bot.expressions import AnswerType
from bot.wanted import wanted
from corpus.folding import fold


def found(kind, question, text):
    return [text[start:end] for start, end in wanted(kind, fold(question)).found_in(text)]


@pytest.mark.parametrize(
    ("question", "text", "times"),
    [
        ("Báo cáo trước ngày nào?", "gửi trước ngày 20/5/2025", ["trước ngày 20/5/2025"]),
        ("Báo cáo trước ngày nào?", "hoàn thành trong quý III/2025", []),  # a quarter is no day
        ("Ngày mấy họp?", "họp ngày 7 tháng 8 năm 2025", ["ngày 7 tháng 8 năm 2025"]),  # written out
        ("Tháng mấy tổng kết?", "tổng kết vào tháng 12/2025", ["vào tháng 12/2025"]),
        ("Tháng mấy tổng kết?", "tổng kết ngày 05/12/2025", []),  # a day; its month is not written as one
        ("Phong trào kéo dài đến bao giờ?", "từ tháng 3 đến tháng 9", ["từ tháng 3 đến tháng 9"]),  # months
        ("Thực hiện trong giai đoạn nào?", "giai đoạn 2025 - 2027", ["giai đoạn 2025 - 2027"]),  # years are asked for
        ("Khi nào tổng kết?", "kế hoạch năm 2025 được tổng kết", []),  # the year tells which plan
        ("Khi nào tổng kết?", "Thời gian: năm 2025", ["năm 2025"]),  # under its label it is the time
        ("Khi nào tổng kết?", "tổng kết vào năm 2025", ["vào năm 2025"]),  # a word before it makes it a time
        ("Mấy giờ khai mạc?", "khai mạc lúc 7 giờ 30", ["7 giờ 30"]),
        ("Mấy giờ khai mạc?", "khai mạc ngày 20/5/2025", []),  # a day is no hour
    ],
)
def test_a_time_is_as_fine_as_the_question_asks(question, text, times):
    assert found(AnswerType.TIME, question, text) == times


@pytest.mark.parametrize(
    ("question", "text", "amounts"),
    [
        ("Tặng bao nhiêu cờ thi đua?", "tặng 25 Cờ thi đua", ["25"]),  # another case
        ("Có bao nhiêu hộ dân?", "trồng 40 cây", []),  # counts something else
        ("Co bao nhieu ho dan?", "có 70 hộ dân", ["70"]),  # the question without diacritics
        ("Tặng bao nhiêu tập thể?", "tặng 02 (hai) tập thể", ["02"]),  # in words behind it
        ("Tặng bao nhiêu tập thể?", "quy định tại khoản 3 tập thể", []),  # a place in a law
        ("Tỷ lệ phiếu là bao nhiêu?", "đạt từ 80% trở lên", ["80"]),
        ("Tỷ lệ phiếu là bao nhiêu?", "có 80 phiếu", []),  # no share
        ("Tiền thưởng là bao nhiêu?", "mức 1.500.000 đồng", ["1.500.000"]),
        ("Tiền thưởng là bao nhiêu?", "0,6 lần mức lương cơ sở", ["0,6"]),  # a multiple of the base salary
        ("Tiền thưởng là bao nhiêu?", "tặng cho 12 người", []),  # no money
    ],
)
def test_an_amount_counts_what_the_question_counts(question, text, amounts):
    assert found(AnswerType.AMOUNT, question, text) == amounts


@pytest.mark.parametrize(
    ("kind", "text", "is_labelled"),
    [
        (AnswerType.TIME, "Thời gian thực hiện: tháng 3", True),
        (AnswerType.TIME, "họp ngày 20/5/2025", False),
        (AnswerType.UNIT, "Đơn vị chủ trì: Sở Nội vụ", True),
        (AnswerType.UNIT, "Sở Nội vụ đi thăm các xã", False),
        (AnswerType.AMOUNT, "Chủ trì: 12", False),  # a kind without labels
    ],
)
def test_a_label_says_what_stands_behind_it(kind, text, is_labelled):
    assert wanted(kind, "").is_labelled(text) is is_labelled


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("gửi báo cáo trước ngày 15/11", True),
        ("từ ngày 01/7/2025 không còn cấp huyện", False),  # a beginning is no limit
    ],
)
def test_a_limit_is_asked_for_not_a_beginning(text, is_found):
    assert bool(wanted(AnswerType.TIME, "han nop ho so la khi nao").found_in(text)) is is_found


@pytest.mark.parametrize(
    ("text", "is_labelled"),
    [
        ("2. Thời gian thực hiện: Từ tháng 10/2025", True),
        ("Từ nay đến hết năm 2025. 3. Thời gian", True),  # the heading above, given behind the text
        ("đẩy nhanh tiến độ, ra sức thi đua nhiệm kỳ 2026 - 2031.", False),  # the word alone
        ("hoàn thành thắng lợi nhiệm vụ năm 2025", False),
    ],
)
def test_a_time_is_labelled_where_the_plan_announces_it(text, is_labelled):
    assert wanted(AnswerType.TIME, "khi nao").is_labelled(text) is is_labelled


@pytest.mark.parametrize(
    ("question", "text", "amounts"),
    [
        ("Được tặng mấy lần?", "Mỗi người chỉ được tặng một lần.", ["một "]),  # a number in words
        ("duoc tang may lan", "Mỗi người được tặng hai lần.", ["hai "]),
        ("Có mấy loại hình?", "2. Các loại hình sau đây", []),  # the number of the clause counts nothing
    ],
)
def test_a_count_may_be_written_in_words(question, text, amounts):
    assert found(AnswerType.AMOUNT, question, text) == amounts
