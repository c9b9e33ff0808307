"""What is typed around a question in chats, taken away before anything is decided."""

import pytest

from bot.conversation.chat_words import without_particles


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("ai ký v", "ai ký"),
        ("ai ký thế nhỉ?", "ai ký?"),
        ("Dạ, cho em hỏi thêm, ai ký vậy ạ", "ai ký"),
        ("dạ thưa anh, hạn khi nào ạ", "hạn khi nào"),
        ("gửi ở đâu z", "gửi ở đâu"),
        ("hết hạn chưa bạn ơi", "hết hạn chưa"),
        ("kh 21 á", "kh 21"),
        ("tháng 5 thì s", "tháng 5 thì sao"),
        ("còn hiệu lực hông", "còn hiệu lực không"),
        ("ký ngày?", "ký ngày nào?"),
        ("hồ sơ gồm gì vậy ad", "hồ sơ gồm gì"),
        # no particles
        ("điểm a", "điểm a"),
        ("phụ lục v", "phụ lục v"),
        ("hạng nhì", "hạng nhì"),
        ("ạ", "ạ"),
        ("còn Sở Nội vụ", "còn Sở Nội vụ"),
    ],
)
def test_particles_are_taken_away_and_clipped_words_written_in_full(typed, plain):
    assert without_particles(typed) == plain
