import pytest

from bot.titles import titles_in


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("CSTĐ cơ sở", "“Chiến sĩ thi đua cơ sở”"),  # abbreviated
        ("chien si thi dua toan quoc", "Chiến sĩ thi đua toàn quốc"),  # typed without diacritics
        ("chiến sỹ thi đua cấp tỉnh", "Chiến sĩ thi đua bộ, ban, ngành, tỉnh"),  # another spelling, one of its levels
        ("TTLĐXS", "Tập thể lao động xuất sắc"),
        ("Đơn vị quyết thắng", "Tập thể lao động xuất sắc"),  # its name in the forces
        ("bằng khen của UBND tỉnh", "Bằng khen của bộ, ban, ngành, tỉnh"),
        ("xã, phường, đặc khu tiêu biểu", "phường tiêu biểu"),
        ("cờ thi đua CP", "Cờ thi đua của Chính phủ"),
        ("cờ TĐCP", "Cờ thi đua của Chính phủ"),
    ],
)
def test_names_of_one_title_are_the_same(one, other):
    assert titles_in(one)
    assert titles_in(one) & titles_in(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Chiến sĩ thi đua cơ sở", "Chiến sĩ thi đua toàn quốc"),
        ("Lao động tiên tiến", "Tập thể lao động tiên tiến"),  # one name ends with the other
        ("Cờ thi đua của Chính phủ", "Cờ thi đua của bộ"),
        ("Bằng khen của Thủ tướng Chính phủ", "Giấy khen"),
        ("Công dân danh dự Thủ đô", "Công dân Thủ đô ưu tú"),
    ],
)
def test_titles_that_sound_alike_are_told_apart(one, other):
    assert titles_in(one)
    assert titles_in(other)
    assert not titles_in(one) & titles_in(other)


@pytest.mark.parametrize("text", ["phong trào thi đua", "chiến sĩ công an", "khen thưởng đột xuất", ""])
def test_other_words_name_no_title(text):
    assert titles_in(text) == frozenset()
