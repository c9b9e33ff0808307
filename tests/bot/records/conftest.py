import pytest

from bot.records.records import open_records


@pytest.fixture
def records(tmp_path):
    """Records in a file of their own, as a bot opens them."""
    with open_records(tmp_path / "bot.sqlite3") as opened:
        yield opened
