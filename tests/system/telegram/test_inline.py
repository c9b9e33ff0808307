"""Inline mode: an answer for any chat, to those who are let in."""

SIGNER = "Đặng Thị Hải Yến"


def test_who_is_let_in_sends_an_answer_into_any_chat(running):
    group = running.chat.group("Chỗ khác", running.an, running.stranger)
    running.an.asks_inline("KH 21 ai ký?")
    offered = running.chat.bot.offers("KH 21 ai ký?")
    assert offered.is_personal
    assert offered.cache_seconds == 0
    sent = running.an.chooses("KH 21", to=group)
    assert SIGNER in sent.shown
    assert "Nguồn" in sent.shown
    running.chat.bot.stays_quiet(to=group)


def test_a_stranger_is_offered_nothing_but_the_way_in(running):
    running.stranger.asks_inline("KH 21 ai ký?")
    offered = running.chat.bot.offers()
    assert offered.results == []
    assert "Xin quyền sử dụng bot" in str(offered.button)


def test_who_is_still_typing_is_answered_once_for_the_last_words(running):
    queries = []
    for typed in ("KH 21 ai", "KH 21 ai k", "KH 21 ai ký"):
        running.an.asks_inline(typed)
        queries.append(running.chat.last_query)
    assert running.chat.bot.offers("KH 21 ai ký").results
    assert [query.is_answered for query in queries] == [False, False, True]


def test_words_too_few_for_a_question_bring_nothing(running):
    running.an.asks_inline("KH 21")
    assert running.chat.bot.offers().results == []


def test_what_the_library_cannot_answer_exactly_is_not_offered(running):
    running.an.asks_inline("KH 57 gửi báo cáo khi nào")
    assert running.chat.bot.offers().results == []


def test_a_revoked_person_is_offered_nothing_at_once(running):
    running.stranger.says("/start")
    running.lan.presses("Duyệt")
    running.chat.bot.answers_with("đã được duyệt", to=running.stranger)
    running.lan.says(f"/thuhoi {running.stranger.user_id}")
    running.chat.bot.answers_with("Đã thu hồi")
    running.stranger.asks_inline("KH 21 ai ký?")
    assert running.chat.bot.offers().results == []
