"""Every hostile input that the tests send to the bot; always the same ones, in the same order."""

from tests.system.hostile_controls import hostile_controls
from tests.system.hostile_input import HostileInput, asked
from tests.system.hostile_texts import hostile_texts
from tests.system.hostile_updates import hostile_updates


def hostile_inputs() -> list[HostileInput]:
    """All of them, apart in description or content."""
    texts = [asked(family, description, text) for family, description, text in hostile_texts()]
    return [*texts, *hostile_controls(), *hostile_updates()]
