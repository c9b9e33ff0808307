"""Who may use the bot: codes of strangers, what administrators decide about people and groups, the pause."""

import asyncio
from collections.abc import Iterable

from telegram.error import TelegramError

from bot.records.ownership import Claim
from bot.records.pairing import PairingRequest, RefusedUntil
from bot.records.people import Change, Person, Role
from bot.screens import access_screens, people_screens
from bot.screens.actions import Action
from bot.screens.people_commands import (
    Approval,
    Decision,
    RoleChange,
    read_approval,
    read_audit_lines,
    read_decision,
    read_role_change,
    read_target,
)
from bot.screens.screen import Screen
from bot.telegram.command_menu import offer_admin_commands, withdraw_admin_commands
from bot.telegram.desk import Desk
from bot.telegram.gate import Visitor
from bot.telegram.incoming import Joined, Place, Pressed, Said


class Access:
    """Everything that lets somebody in or out is done in the records first; telling those concerned comes after."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def stranger(self, visitor: Visitor) -> None:
        """Somebody who may not ask has the code to hand on, or learns that nobody could approve it yet."""
        desk, now = self._desk, self._desk.clock.now()
        desk.metrics.refusals.labels("access").inc()
        sender, place = visitor.sender, visitor.place
        if not await asyncio.to_thread(desk.people.admins):
            await desk.courier.say(place, access_screens.no_admin_screen())
            return
        asked: PairingRequest | RefusedUntil
        if place.is_private:
            asked = await asyncio.to_thread(
                desk.people.ask_for_pairing, sender.user_id, sender.name, sender.username, now
            )
            await desk.courier.say(place, access_screens.stranger_screen(asked, now, desk.clock.zone))
        else:
            asked = await asyncio.to_thread(
                desk.records.groups.ask_for_group_pairing, place.chat_id, place.title, sender.user_id, now
            )
            await desk.courier.say(place, access_screens.group_screen(asked, now, desk.clock.zone))
        if isinstance(asked, PairingRequest) and asked.asked_at == now:
            screen = people_screens.request_screen(asked, now, desk.clock.zone)
            await self._tell(await asyncio.to_thread(desk.people.admins), screen)

    async def claim(self, payload: str, visitor: Visitor) -> None:
        """The code of the terminal makes its sender the first admin."""
        desk, sender = self._desk, visitor.sender
        claim = await asyncio.to_thread(
            desk.ownership.claim, payload, sender.user_id, sender.name, sender.username, desk.clock.now()
        )
        if claim is Claim.CLAIMED:
            await offer_admin_commands(desk.bot, sender.user_id)
        await desk.courier.say(visitor.place, access_screens.claim_screen(claim))

    async def admin_began(self, visitor: Visitor) -> None:
        """An admin of the settings could not be reached before /start: now the menu and what waits is there."""
        desk = self._desk
        if not (visitor.place.is_private and visitor.may(Role.ADMIN)):
            return
        await offer_admin_commands(desk.bot, visitor.sender.user_id)
        now = desk.clock.now()
        if pending := await asyncio.to_thread(desk.people.pending, now):
            await desk.courier.say(visitor.place, people_screens.pending_screen(pending, now, desk.clock.zone))

    async def approve(self, said: Said, visitor: Visitor) -> None:
        """/duyet, with a code or without; in a group that is not approved, the group itself."""
        desk, now = self._desk, self._desk.clock.now()
        if not said.text.strip():
            if not visitor.place.is_private:
                await asyncio.to_thread(
                    desk.records.groups.approve, said.place.chat_id, said.place.title, said.sender.user_id, now
                )
                await desk.courier.say(visitor.place, access_screens.group_approved_screen())
                return
            pending = await asyncio.to_thread(desk.people.pending, now)
            await desk.courier.say(visitor.place, people_screens.pending_screen(pending, now, desk.clock.zone))
            return
        approval = read_approval(said.text)
        if approval is None:
            await desk.courier.say(visitor.place, people_screens.approval_usage_screen())
            return
        await desk.courier.say(visitor.place, await self._approved(approval, visitor))

    async def decide(self, pressed: Pressed, action: Action, visitor: Visitor) -> None:
        """A button under a request."""
        desk = self._desk
        await desk.courier.acknowledge(pressed.query_id)
        decision = read_decision(action)
        if decision is None:
            return
        screen = await self._decided(decision, visitor)
        await desk.courier.replace(pressed.place, pressed.message_id, screen)

    async def revoke(self, said: Said, visitor: Visitor) -> None:
        """/thuhoi: a person or a group is out at once."""
        desk, now = self._desk, self._desk.clock.now()
        target = read_target(said.text)
        if not said.text.strip():
            target = said.replied_person or (None if visitor.place.is_private else visitor.place.chat_id)
        if target is None:
            await desk.courier.say(visitor.place, people_screens.revoke_usage_screen())
            return
        if isinstance(target, int) and target < 0:
            group = await asyncio.to_thread(desk.records.groups.revoke, target, said.sender.user_id, now)
            await desk.courier.say(visitor.place, people_screens.group_revocation_screen(group))
            if group and target != visitor.place.chat_id:
                await self._tell([target], access_screens.group_revoked_screen())
            return
        change, person = await asyncio.to_thread(self._revoked, target, said.sender.user_id)
        await desk.courier.say(visitor.place, people_screens.revocation_screen(change, person))
        if change is Change.DONE and person:
            await withdraw_admin_commands(desk.bot, person.user_id)
            await self._tell([person.user_id], access_screens.revoked_screen())

    async def change_role(self, said: Said, visitor: Visitor) -> None:
        """/vaitro: a person may do more, or less, at once."""
        desk, wanted = self._desk, read_role_change(said.text)
        if wanted is None:
            await desk.courier.say(visitor.place, people_screens.role_usage_screen())
            return
        change, person = await asyncio.to_thread(self._role_changed, wanted, said.sender.user_id)
        await desk.courier.say(visitor.place, people_screens.role_change_screen(change, person, wanted.role))
        if change is Change.DONE and person:
            set_menu = offer_admin_commands if wanted.role is Role.ADMIN else withdraw_admin_commands
            await set_menu(desk.bot, person.user_id)
            await self._tell([person.user_id], access_screens.new_role_screen(wanted.role))

    async def people(self, said: Said, visitor: Visitor) -> None:
        """/nguoidung."""
        desk = self._desk
        everyone = await asyncio.to_thread(desk.people.everyone)
        groups = await asyncio.to_thread(desk.records.groups.everyone)
        await desk.courier.say(visitor.place, people_screens.people_screen(everyone, groups, desk.clock.zone))

    async def audit(self, said: Said, visitor: Visitor) -> None:
        """/nhatky."""
        desk = self._desk
        entries = await asyncio.to_thread(desk.records.audit.latest, read_audit_lines(said.text))
        names = await asyncio.to_thread(lambda: {**desk.people.names(), **desk.records.groups.names()})
        await desk.courier.say(visitor.place, people_screens.audit_screen(entries, names, desk.clock.zone))

    async def pause(self, said: Said, visitor: Visitor) -> None:
        """/tamdung: nothing is answered until /tieptuc."""
        desk, now = self._desk, self._desk.clock.now()
        paused = await asyncio.to_thread(desk.records.switch.pause, said.sender.user_id, now, said.text)
        by = await asyncio.to_thread(desk.people.get, paused.by)
        await desk.courier.say(visitor.place, people_screens.pause_screen(paused, by, now, desk.clock.zone))

    async def resume(self, said: Said, visitor: Visitor) -> None:
        """/tieptuc."""
        desk = self._desk
        was_paused = await asyncio.to_thread(desk.records.switch.resume, said.sender.user_id, desk.clock.now())
        await desk.courier.say(visitor.place, people_screens.resume_screen(was_paused=was_paused))

    async def joined(self, joined: Joined, visitor: Visitor) -> None:
        """Put into a group, the bot says what it needs to answer there; put out, it forgets nothing."""
        if joined.is_member and not joined.place.is_private and not visitor.is_in_approved_group:
            await self.stranger(visitor)

    async def _approved(self, approval: Approval, visitor: Visitor) -> Screen:
        desk, now, by = self._desk, self._desk.clock.now(), visitor.sender.user_id
        person = await asyncio.to_thread(desk.people.approve, approval.code, by, now, approval.role)
        if person is not None:
            if person.role is Role.ADMIN:
                await offer_admin_commands(desk.bot, person.user_id)
            await self._tell([person.user_id], access_screens.approved_screen(person.role))
            return people_screens.person_approved_screen(person)
        group = await asyncio.to_thread(desk.records.groups.approve_code, approval.code, by, now)
        if group is None:
            return people_screens.code_unknown_screen(approval.code)
        await self._tell([group.chat_id], access_screens.group_approved_screen())
        return people_screens.group_approved_by_code_screen(group)

    async def _decided(self, decision: Decision, visitor: Visitor) -> Screen:
        if decision.role is not None:
            return await self._approved(Approval(decision.code, decision.role), visitor)
        desk = self._desk
        request = await asyncio.to_thread(desk.people.refuse, decision.code, visitor.sender.user_id, desk.clock.now())
        if request is None:
            return people_screens.code_unknown_screen(decision.code)
        if not request.is_of_group:
            await self._tell([request.applicant_id], access_screens.refused_screen())
        return people_screens.request_refused_screen(request)

    def _revoked(self, target: int | str, by: int) -> tuple[Change, Person | None]:
        person = self._person(target)
        if person is None:
            return Change.UNKNOWN, None
        return self._desk.people.revoke(person.user_id, by, self._desk.clock.now()), person

    def _role_changed(self, wanted: RoleChange, by: int) -> tuple[Change, Person | None]:
        person = self._person(wanted.target)
        if person is None:
            return Change.UNKNOWN, None
        return self._desk.people.set_role(person.user_id, wanted.role, by, self._desk.clock.now()), person

    def _person(self, target: int | str) -> Person | None:
        people = self._desk.people
        return people.get(target) if isinstance(target, int) else people.by_username(target)

    async def _tell(self, chats: Iterable[int], screen: Screen) -> None:
        """Those who can be reached are told; who has never begun a chat, or has blocked the bot, cannot be."""
        for chat_id in chats:
            try:
                await self._desk.courier.say(Place(chat_id, is_private=chat_id > 0), screen)
            except TelegramError:
                self._desk.metrics.refusals.labels("unreachable").inc()
