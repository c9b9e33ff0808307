"""Who is at the door: what somebody may do in the place where they speak, asked anew each time."""

import asyncio
from dataclasses import dataclass

from bot.records.people import People, Role
from bot.records.records import Records
from bot.telegram.incoming import Place, Sender


@dataclass(frozen=True, slots=True)
class Visitor:
    """A sender in a place. In an approved group everybody may ask there; all else needs a role of one's own."""

    sender: Sender
    place: Place
    role: Role | None
    is_in_approved_group: bool

    @property
    def may_ask(self) -> bool:
        """Whether questions are answered."""
        return self.role is not None if self.place.is_private else self.is_in_approved_group

    def may(self, needed: Role) -> bool:
        """Whether the sender has this role, wherever it is said."""
        return self.role is not None and self.role.may(needed)

    @property
    def memory_key(self) -> int:
        """In a group everybody has a conversation of their own, so that nobody's follow-up meets another's topic."""
        return 0 if self.place.is_private else self.sender.user_id


class Gate:
    """Reads the records at each visit: who is revoked is out at once."""

    def __init__(self, records: Records, people: People) -> None:
        self._records = records
        self._people = people

    async def visitor(self, sender: Sender, place: Place) -> Visitor:
        """The sender as known at this moment."""
        return await asyncio.to_thread(self._visitor, sender, place)

    def _visitor(self, sender: Sender, place: Place) -> Visitor:
        role = self._people.role_of(sender.user_id)
        if role is not None:
            self._people.note_seen(sender.user_id, sender.name, sender.username)
        is_approved = not place.is_private and self._records.groups.is_group_approved(place.chat_id)
        return Visitor(sender, place, role, is_approved)
