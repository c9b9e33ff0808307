import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sentences import sentences


def cut(text):
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "UBND TP. Hà Nội ban hành kế hoạch.",
        "Chiều nay, Q. Hai Bà họp tại P. Một.",
        "KT. CHỦ TỊCH",
        "TM. ỦY BAN NHÂN DÂN",
        "Đ/c. Nguyễn Văn An dự.",
        "Thăm hỏi, tặng quà v.v. Hội phụ trách.",
        "Ths. Trần Bình trình bày.",
        "Công văn số. 12 đã gửi.",
        "1. Mục đích của phong trào",
        "a. Đối với tập thể",
        "I. MỤC ĐÍCH, YÊU CẦU",
        "IV.2. Kinh phí",
        "1.1. Tổ chức lễ phát động",
        "Điều 5. Nguyên tắc xét tặng",
        "Chương II. Danh hiệu",
        "### Điều 5. Nguyên tắc xét tặng",  # a Markdown heading
        "Mức thưởng là 2.530.000 đồng.",
        "Ngày 01.4. 2024 thì khai mạc.",
        "Phong trào “Cùng nhau tiến lên. Không ai dừng lại” bắt đầu.",  # a slogan is one name
        "Các đơn vị (xem Phụ lục I. Danh sách kèm theo) đăng ký.",
        "Ông Trần B. Minh được khen.",
        "Kính gửi: Các phòng; Các ban; Các đội.",  # semicolons within a line join
        "Hội nghị kết thúc... trong không khí vui tươi.",  # goes on in lower case
    ],
)
def test_one_sentence_stays_whole(text):
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Lễ đã xong. Mọi người ra về.", ["Lễ đã xong.", "Mọi người ra về."]),
        ("Họp năm 2024. Trong đó có khen thưởng.", ["Họp năm 2024.", "Trong đó có khen thưởng."]),
        ("Đến bao giờ? Chưa rõ!", ["Đến bao giờ?", "Chưa rõ!"]),
        ("Ông nói: “Cố gắng lên.” Mọi người vỗ tay.", ["Ông nói: “Cố gắng lên.”", "Mọi người vỗ tay."]),
        ("Thực hiện nghiêm túc./. Nơi nhận như trên", ["Thực hiện nghiêm túc./.", "Nơi nhận như trên"]),
        ("Xong việc. 2. Nội dung tiếp theo", ["Xong việc.", "2. Nội dung tiếp theo"]),  # a label after a cut
        ("Đã rõ. “Thi đua” là tên gọi.", ["Đã rõ.", "“Thi đua” là tên gọi."]),
        ("Xong. đang làm tiếp", ["Xong. đang làm tiếp"]),  # no new beginning without a capital
        ("Gồm:\n- Bằng khen;\n- Giấy khen.", ["Gồm:", "- Bằng khen;", "- Giấy khen."]),
        ("Gồm:\na) cờ;\nb) bằng khen.", ["Gồm:", "a) cờ;", "b) bằng khen."]),  # labels in lower case
        ("Các đơn vị tổ chức\nthực hiện tốt.", ["Các đơn vị tổ chức\nthực hiện tốt."]),  # a line broken by the page
        ("KẾ HOẠCH\nTổ chức phong trào", ["KẾ HOẠCH", "Tổ chức phong trào"]),
        ("thẳng hàng\n\nđoạn mới", ["thẳng hàng", "đoạn mới"]),  # an empty line always cuts
        ("Sở Nội vụ\n|\nchủ trì", ["Sở Nội vụ", "chủ trì"]),  # a flattened table; the bar is no sentence
        ("  Một.  Hai.  ", ["Một.", "Hai."]),
        ("", []),
        (" \n|\n … ", []),
    ],
)
def test_text_is_cut_at_the_end_of_sentences_and_items(text, pieces):
    assert cut(text) == pieces


def test_a_quotation_longer_than_an_aside_is_cut_into_its_sentences():
    long = "“" + "Câu này khá dài và nói về thi đua. " * 12 + "Hết.”"
    assert len(cut(long)) == 13


@given(st.text('aĐ1.;:?!…()“”"|-\n \t/'))
def test_every_letter_and_digit_is_in_exactly_one_sentence(text):
    covered = [place for start, end in sentences(text) for place in range(start, end)]
    assert len(covered) == len(set(covered))
    assert {place for place, character in enumerate(text) if character.isalnum()} <= set(covered)


@given(st.text())
def test_spans_are_in_order_and_without_outer_white_space(text):
    spans = sentences(text)
    assert spans == sorted(spans)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
