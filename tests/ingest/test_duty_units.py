"""Who acts, who helps and to whom something goes, as plans word it."""

import pytest

from ingest.duty_units import addressee_in, helpers_in, is_unit, labelled_units, split_units, subject_of


@pytest.mark.parametrize(
    ("sentence", "units"),
    [
        ("Sở Nội vụ chủ trì tham mưu", ("Sở Nội vụ",)),
        ("- Sở Tài chính chủ trì, phối hợp với Sở Nội vụ bố trí kinh phí", ("Sở Tài chính",)),
        ("2. Các sở, ban, ngành và UBND các xã báo cáo kết quả", ("Các sở, ban, ngành", "UBND các xã")),
        ("1. Các cơ quan, đơn vị, địa phương xây dựng kế hoạch", ("Các cơ quan, đơn vị, địa phương",)),
        ("Giao Sở Tư pháp theo dõi, đôn đốc", ("Sở Tư pháp",)),
        ("Đề nghị Ban Tuyên giáo và Dân vận Tỉnh ủy: Ban hành văn bản", ("Ban Tuyên giáo và Dân vận Tỉnh ủy",)),
        # what is a name and what a verb: "Tổ chức" in a name, "tổ chức" as an act
        ("Ban Tổ chức Tỉnh ủy tham mưu", ("Ban Tổ chức Tỉnh ủy",)),
        ("Sở Văn hóa, Thể thao và Du lịch tổ chức hội thi", ("Sở Văn hóa, Thể thao và Du lịch",)),
        ("Các cơ quan, tổ chức có liên quan gửi báo cáo", ("Các cơ quan, tổ chức có liên quan",)),
        # a unit told by what is given to it
        (
            "Các đơn vị được giao nhiệm vụ trong Kế hoạch này có trách nhiệm báo cáo",
            ("Các đơn vị được giao nhiệm vụ trong Kế hoạch này",),
        ),
        # circumstances end the name
        ("UBND các phường trong tháng 12 rà soát", ("UBND các phường",)),
    ],
)
def test_a_clause_names_who_acts_at_its_beginning(sentence, units):
    subject = subject_of(sentence)
    assert subject is not None
    assert subject.units == units


@pytest.mark.parametrize(
    "sentence",
    [
        "Báo cáo UBND tỉnh kết quả thực hiện",  # an act, not a newspaper
        "Hội nghị tổng kết tổ chức vào tháng 12",
        "Tổ chức đoàn kiểm tra ở cơ sở",  # an act, not an organisation
        "Định kỳ hằng năm tổ chức kiểm tra",
        "Phòng, chống lãng phí trong tổ chức phong trào",
        "Xã hội hóa nguồn lực",
        "Tổ chức tổng kết phong trào",
    ],
)
def test_words_like_those_of_units_name_nobody(sentence):
    assert subject_of(sentence) is None


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("4. Sở Nội vụ", True),
        ("Ủy ban nhân dân các xã, phường:", True),
        ("2. Sở Nội vụ và công tác thi đua năm 2026", False),
        ("Chế độ báo cáo", False),
    ],
)
def test_a_heading_is_a_unit_when_it_names_nothing_else(heading, expected):
    assert is_unit(heading) is expected


@pytest.mark.parametrize(
    ("named", "units"),
    [
        (
            "Sở Nội vụ; UBND xã, phường và các đơn vị liên quan",
            ("Sở Nội vụ", "UBND xã, phường", "các đơn vị liên quan"),
        ),
        ("Sở Tư pháp, Sở Văn hóa, Thể thao và Du lịch", ("Sở Tư pháp", "Sở Văn hóa, Thể thao và Du lịch")),
        ("Các sở, ban, ngành, đoàn thể", ("Các sở, ban, ngành, đoàn thể",)),
        ("Trung tâm Y tế (Sở Y tế, Công an) tỉnh", ("Trung tâm Y tế (Sở Y tế, Công an) tỉnh",)),
    ],
)
def test_a_list_of_units_is_split_between_names_and_not_within_one(named, units):
    assert split_units(named) == units


def test_what_is_said_of_labelled_units_is_no_part_of_their_names():
    said = "Sở Nội vụ chủ trì hướng dẫn; Các sở, UBND cấp xã thực hiện theo quy định"
    assert labelled_units(said) == ("Sở Nội vụ", "Các sở", "UBND cấp xã")


def test_helpers_stand_after_phoi_hop_voi():
    assert helpers_in("Sở Nội vụ chủ trì, phối hợp với Sở Tài chính, Ban Dân vận tham mưu") == (
        "Sở Tài chính",
        "Ban Dân vận",
    )


@pytest.mark.parametrize(
    ("clause", "addressee"),
    [
        ("định kỳ báo cáo UBND tỉnh (qua Sở Tư pháp) kết quả", "UBND tỉnh (qua Sở Tư pháp)"),
        ("gửi hồ sơ về Sở Nội vụ trước ngày 15/12", "Sở Nội vụ"),
        ("báo cáo kết quả về Ủy ban nhân dân thành phố để tổng hợp", "Ủy ban nhân dân thành phố"),
        ("báo cáo UBND Thành phố kết quả thông qua Sở Nội vụ trước ngày 15", "UBND Thành phố thông qua Sở Nội vụ"),
        ("tổ chức tổng kết phong trào", ""),
    ],
)
def test_a_clause_tells_to_whom_its_product_goes(clause, addressee):
    assert addressee_in(clause) == addressee
