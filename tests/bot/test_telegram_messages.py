import pytest

from bot import telegram_messages as messages
from tests.bot.message_form import faults_of

# https://core.telegram.org/bots/api#botcommand
LONGEST_MEANING = 256


@pytest.mark.parametrize(
    "message",
    [
        messages.delivery_uncertain(),
        messages.still_working(),
        messages.answered_anew(),
        messages.unknown_command(),
        messages.file_not_expected(),
        messages.file_not_fetched(),
        messages.conversation_begins_anew(),
        messages.forgotten(0, 0),
        messages.forgotten(12, 0),
        messages.forgotten(12, 2),
        messages.button_is_too_old(),
        messages.question_is_missing(),
        messages.feedback_thanks("Sai"),
        messages.feedback_wants_words(),
        messages.comment_thanks(),
        messages.not_for_you(),
        messages.group_follows_by_trainers(),
        messages.bot_description(),
    ],
)
def test_a_message_is_well_formed_vietnamese_text(message):
    assert faults_of(message) == []


@pytest.mark.parametrize("commands", [messages.USER_COMMANDS, messages.GROUP_COMMANDS, messages.ADMIN_COMMANDS])
def test_a_menu_has_names_and_meanings_that_telegram_takes(commands):
    for name, meaning in commands.items():
        assert name.isascii()
        assert name.islower()
        assert 0 < len(meaning) <= LONGEST_MEANING


def test_help_lists_the_commands_of_administrators_to_them_alone():
    assert "/tamdung" in messages.help_text(is_admin=True)
    assert "/tamdung" not in messages.help_text(is_admin=False)
    assert "/nhac" in messages.help_text(is_admin=False)
