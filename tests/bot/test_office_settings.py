import pytest

from bot.settings import Settings
from corpus.settings import IncorrectSettings


def test_an_empty_environment_has_no_admin_and_logs_no_question():
    office = Settings.from_environment({}).office
    assert office.admins == frozenset()
    assert (office.quota_user_hour, office.quota_user_day, office.quota_group_hour) == (60, 300, 120)
    assert (office.memory_days, office.records_days) == (30, 180)
    assert office.log_questions is False


def test_everything_that_is_written_is_read():
    written = {
        "TELEGRAM_ADMINS": "7, 8123456789",
        "QUOTA_USER_HOUR": "5",
        "QUOTA_USER_DAY": "6",
        "QUOTA_GROUP_HOUR": " 7 ",
        "MEMORY_DAYS": "8",
        "RECORDS_DAYS": "9",
        "LOG_QUESTIONS": "Yes",
    }
    office = Settings.from_environment(written).office
    assert office.admins == frozenset({7, 8123456789})
    assert (office.quota_user_hour, office.quota_user_day, office.quota_group_hour) == (5, 6, 7)
    assert (office.memory_days, office.records_days, office.log_questions) == (8, 9, True)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("TELEGRAM_ADMINS", "@an"),
        ("TELEGRAM_ADMINS", "0"),
        ("TELEGRAM_ADMINS", "-1001234567890"),  # a group
        ("TELEGRAM_ADMINS", "9" * 5000),  # no id is so long, and Python does not read it
        ("QUOTA_USER_HOUR", "0"),  # closes the bot to all: that is what /tamdung is for
        ("QUOTA_USER_DAY", "many"),
        ("QUOTA_GROUP_HOUR", "1.5"),
        ("MEMORY_DAYS", "-1"),
        ("RECORDS_DAYS", "9999999"),  # before the first day of the calendar
        ("LOG_QUESTIONS", "maybe"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(name, written):
    with pytest.raises(IncorrectSettings, match=name) as refusal:
        Settings.from_environment({name: written})
    assert len(refusal.value.problems) == 1


def test_the_records_lie_beside_the_library(tmp_path):
    settings = Settings.from_environment({"DATA_DIR": str(tmp_path)})
    assert settings.records_path == tmp_path / "bot.sqlite3"
