"""Which unit, or group of units, the name in a text means."""

import time

import pytest

from corpus.unit_name import Cover, covers, unit_key

SAME, GROUP, NO = Cover.SAME, Cover.GROUP, Cover.NO

# The name in the text, the unit asked for, how the one stands to the other.
NAMES = [
    ("Sở Nội vụ", "Sở Nội vụ", SAME),
    ("Sở Nội vụ", "SNV", SAME),
    ("SNV", "so noi vu", SAME),  # typed without diacritics
    ("Sở Nội vụ tỉnh Đắk Lắk", "Sở Nội vụ", SAME),
    ("Sở Nội vụ", "Sở Nội vụ tỉnh Đắk Lắk", SAME),
    ("Sở Nội vụ tỉnh Đắk Lắk", "Sở Nội vụ Hà Nội", NO),  # another province's
    ("Công an Hà Nội", "Công an thành phố Hà Nội", SAME),
    ("Giám đốc Sở Nội vụ", "Sở Nội vụ", SAME),  # its head answers for it
    ("Trưởng phòng Nội vụ", "Phòng Nội vụ", SAME),
    ("Sở Nội vụ (Ban Thi đua - Khen thưởng)", "Sở Nội vụ", SAME),
    ("Sở Nội vụ chủ trì", "Sở Nội vụ", SAME),
    ("Sở Nội vụ, Sở Tài chính", "Sở Tài chính", SAME),
    ("Sở Nội vụ và Sở Tài chính", "Sở Nội vụ", SAME),
    ("Sở Tài chính", "Sở Tài chính - Kế hoạch", NO),
    ("Sở Tài chính - Kế hoạch", "Sở Tài chính", NO),
    ("Sở Nội vụ", "Phòng Nội vụ", NO),
    ("Sở Khoa học và Công nghệ", "Sở KH&CN", SAME),
    ("Sở KHCN", "Sở Khoa học và Công nghệ", SAME),
    ("Sở Văn hóa, Thể thao và Du lịch", "Sở VHTT&DL", SAME),
    ("Sở Văn hóa, Thể thao và Du lịch", "Sở VH,TT&DL", SAME),
    ("Sở Văn hoá và Thể thao", "Sở Văn hóa và Thể thao", SAME),  # two places of the tone mark
    ("Sở Giáo dục và Đào tạo", "Sở GD&ĐT", SAME),
    ("Sở Nông nghiệp và Môi trường", "sở nn&mt", SAME),  # "môi" is not "mọi"
    ("Uỷ ban nhân dân tỉnh", "UBND tỉnh", SAME),
    ("UBND tỉnh Đắk Lắk", "Ủy ban nhân dân tỉnh", SAME),
    ("UBND TP. Hà Nội", "UBND Thành phố", SAME),
    ("Chủ tịch UBND tỉnh", "UBND tỉnh", SAME),
    ("UBND tỉnh", "UBND thành phố Hà Nội", NO),
    ("HĐND tỉnh", "UBND tỉnh", NO),
    ("UBND phường Mai Dịch", "UBND phường Mai Dịch", SAME),
    ("UBND P. Mai Dịch", "phường Mai Dịch", SAME),
    ("UBND phường Mai Dịch", "UBND phường Nghĩa Tân", NO),
    ("UBND phường Mai Dịch", "UBND phường", SAME),  # who asks so means his own
    ("UBND phường", "UBND phường Mai Dịch", GROUP),
    ("các sở, ban, ngành", "Sở Nội vụ", GROUP),
    ("Thủ trưởng các sở, ban, ngành", "Sở Nội vụ", GROUP),
    ("các sở ban ngành", "SNV", GROUP),  # without commas
    ("Các Sở, ban, ngành, UBND xã, phường", "Sở Nội vụ", GROUP),
    ("Các Sở, ban, ngành, UBND xã, phường", "UBND phường", GROUP),
    ("Các Sở, ban, ngành, UBND xã, phường", "UBND phường Mai Dịch", GROUP),
    ("Các Sở, ban, ngành, UBND xã, phường", "Công an tỉnh", GROUP),
    ("Các Sở, ban, ngành, UBND xã, phường", "UBND tỉnh", NO),
    ("các sở, ngành liên quan", "Sở Tư pháp", GROUP),
    ("Các sở, ngành có liên quan và UBND các xã, phường", "UBND xã Sơn Hạ", GROUP),
    ("các sở, ban, ngành tỉnh", "Thanh tra tỉnh", GROUP),
    ("các sở, ban, ngành", "UBND phường Mai Dịch", NO),
    ("các sở, ban, ngành", "Phòng Nội vụ", NO),  # a division of a district
    ("các sở, ban, ngành", "Bộ Nội vụ", NO),
    ("các sở, ban, ngành", "các sở, ban, ngành", SAME),
    ("các sở, ban, ngành, UBND các xã", "các sở, ban, ngành", SAME),  # all of what is asked for is named
    ("các sở", "các sở, ban, ngành", NO),
    ("các cơ quan, đơn vị, địa phương", "Sở Nội vụ", GROUP),
    ("các cơ quan, đơn vị, địa phương", "UBND phường Mai Dịch", GROUP),
    ("các cơ quan, đơn vị, địa phương", "phòng Nội vụ", GROUP),
    ("các cơ quan, đơn vị, địa phương", "UBND tỉnh", NO),  # it is the one that is reported to
    ("cơ quan, đơn vị thuộc tỉnh", "Sở Nội vụ", GROUP),
    ("các đơn vị thuộc Sở Nội vụ", "Sở Tài chính", NO),
    ("các phòng, ban thuộc Sở", "Phòng Nội vụ", GROUP),
    ("UBND các xã, phường", "UBND phường", GROUP),
    ("UBND các xã, phường", "UBND phường Mai Dịch", GROUP),
    ("UBND các xã, phường", "UBND tỉnh", NO),
    ("UBND tỉnh", "UBND các xã", NO),
    ("UBND các xã, phường", "Công an phường", NO),
    ("Công an các xã, phường", "Công an phường Mai Dịch", GROUP),
    ("UBND cấp xã", "UBND đặc khu Phú Quý", GROUP),
    ("UBND các xã", "UBND phường Mai Dịch", NO),
    ("Ủy ban nhân dân 04 xã", "UBND xã Gia Thuận", GROUP),
    ("các xã, phường", "UBND phường Mai Dịch", GROUP),
    ("các xã, phường", "phuong mai dich", GROUP),
    ("UBND các huyện, thị xã, thành phố", "UBND thành phố Vinh", GROUP),
    ("UBND các huyện, thị xã, thành phố", "UBND thành phố Hà Nội", NO),
    ("UBND quận, huyện", "UBND quận Cầu Giấy", GROUP),
    ("các bộ, ban, ngành, địa phương", "Bộ Nội vụ", GROUP),
    ("các bộ, ban, ngành, địa phương", "UBND tỉnh Đắk Lắk", GROUP),  # beside ministries a địa phương is a province
    ("các bộ, ban, ngành, địa phương", "Sở Nội vụ", NO),
    ("Mặt trận Tổ quốc Việt Nam tỉnh và các đoàn thể", "Hội Cựu chiến binh tỉnh", GROUP),
    ("Mặt trận Tổ quốc và các tổ chức chính trị - xã hội", "Liên đoàn Lao động tỉnh", GROUP),
    ("các trường", "Trường THCS Mai Dịch", GROUP),
    ("các Cụm, Khối thi đua", "Cụm thi đua số 1", GROUP),
    ("các thôn, tổ dân phố", "tổ dân phố số 5", GROUP),
    ("Văn phòng HĐND và UBND", "UBND phường", NO),
    ("Phòng Văn hóa - Xã hội", "Phòng Văn hóa - Xã hội", SAME),  # "xã hội" is no commune
    ("Hội đồng Thi đua - Khen thưởng tỉnh", "HĐTĐKT", SAME),
    ("Bảo hiểm xã hội Thành phố", "BHXH thành phố", SAME),
    ("cá nhân, tập thể", "Sở Nội vụ", NO),
    ("Các cơ quan, đơn vị được giao nhiệm vụ trong Kế hoạch", "Sở Nội vụ", GROUP),
    ("chính quyền địa phương, lực lượng xung kích", "UBND xã Sơn Hạ", GROUP),
    ("các cơ quan, đơn vị", "Bệnh viện Đa khoa tỉnh", GROUP),
    ("các cơ quan, đơn vị", "hồ sơ khen thưởng", NO),  # no unit at all
    ("", "Sở Nội vụ", NO),
    ("Sở Nội vụ", "", NO),
]


@pytest.mark.parametrize(("named", "asked", "cover"), NAMES)
def test_a_name_is_the_unit_asked_for_or_its_group_or_neither(named, asked, cover):
    assert covers(named, asked) is cover


@pytest.mark.parametrize(("named", "asked", "cover"), NAMES)
def test_what_is_found_under_a_name_is_found_under_its_key(named, asked, cover):
    assert cover is NO or covers(unit_key(named), asked) is not NO


@pytest.mark.parametrize("name", sorted({name for named, asked, _ in NAMES for name in (named, asked)}))
def test_the_key_of_a_key_is_itself(name):
    assert unit_key(unit_key(name)) == unit_key(name)


@pytest.mark.parametrize(
    "names",
    [
        ("Sở Nội vụ", "SNV", "SỞ NỘI VỤ", "Sở nội vụ tỉnh Cà Mau"),
        ("UBND các xã, phường", "Uỷ ban nhân dân các phường, xã", "UBND xã, phường"),
        ("Sở Khoa học và Công nghệ", "Sở KH&CN", "Sở KH & CN"),
        ("các sở, ban, ngành", "Các Sở, ban, ngành liên quan", "sở ban ngành"),
    ],
)
def test_names_of_one_unit_have_one_key(names):
    assert len({unit_key(name) for name in names}) == 1


@pytest.mark.parametrize(
    "text", ["các " * 250_000, "a&" * 500_000, "(" * 1_000_000, "xã, " * 250_000, "của " * 250_000]
)
def test_a_megabyte_of_anything_is_read_in_a_second(text):
    started = time.perf_counter()
    covers(text, "Sở Nội vụ")
    assert time.perf_counter() - started < 1.0
