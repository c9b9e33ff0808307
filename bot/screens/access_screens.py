"""What people and groups see of their access: the code of a stranger, what an admin decided, the pause, the quota."""

from datetime import datetime, tzinfo

from bot import access_messages as messages
from bot.markup import bold, escaped
from bot.moment_words import since_in_words, until_in_words, wait_in_words
from bot.records.ownership import Claim
from bot.records.pairing import PairingRequest, RefusedUntil
from bot.records.people import Role
from bot.records.switch import Paused
from bot.screens.screen import Screen


def stranger_screen(asked: PairingRequest | RefusedUntil, now: datetime, zone: tzinfo) -> Screen:
    """The answer to anything from somebody who is not let in: the code to hand on, or from when to ask again."""
    if isinstance(asked, RefusedUntil):
        return _plain(messages.must_wait(since_in_words(asked.moment, now, zone)))
    until = until_in_words(asked.expires_at, now, zone)
    return _html(
        escaped(messages.stranger_greeting()),
        with_code(messages.code_is(asked.code), asked.code),
        escaped(messages.hand_code_on(until)),
    )


def group_screen(asked: PairingRequest | RefusedUntil, now: datetime, zone: tzinfo) -> Screen:
    """The answer in a group that is not approved."""
    if isinstance(asked, RefusedUntil):
        return _plain(messages.group_must_wait(since_in_words(asked.moment, now, zone)))
    until = until_in_words(asked.expires_at, now, zone)
    return _html(with_code(messages.group_not_approved(asked.code, until), asked.code))


def no_admin_screen() -> Screen:
    """The answer to a stranger while nobody could approve anybody."""
    return _html(escaped(messages.stranger_greeting()), escaped(messages.no_admin_yet()))


def claim_screen(claim: Claim) -> Screen:
    """What came of sending the code of the terminal."""
    match claim:
        case Claim.CLAIMED:
            return _html(
                bold(messages.you_are_owner()), escaped(messages.bot_is_closed()), escaped(messages.owner_commands())
            )
        case Claim.WRONG:
            return _plain(messages.owner_code_wrong())
        case Claim.CLOSED:
            return _plain(messages.owner_code_closed())


def approved_screen(role: Role) -> Screen:
    """To a person who is let in now."""
    return _plain(messages.you_are_approved(role))


def refused_screen() -> Screen:
    """To a person who is not."""
    return _plain(messages.you_are_refused())


def revoked_screen() -> Screen:
    """To a person who was."""
    return _plain(messages.you_are_revoked())


def new_role_screen(role: Role) -> Screen:
    """To a person who may do more, or less, from now on."""
    return _plain(messages.your_role_is(role))


def group_approved_screen() -> Screen:
    """In a group where questions are answered from now on."""
    return _plain(messages.group_is_approved())


def group_revoked_screen() -> Screen:
    """In a group where they are not any more."""
    return _plain(messages.group_is_revoked())


def paused_screen(paused: Paused) -> Screen:
    """Instead of an answer while the bot is paused."""
    return _plain(messages.paused_for_now(paused.reason))


def quota_screen(free_again: datetime, now: datetime, zone: tzinfo, *, is_group: bool) -> Screen:
    """Instead of an answer to somebody who has asked as much as one may; when one may ask again."""
    said = messages.group_quota_met if is_group else messages.quota_met
    return _plain(said(since_in_words(free_again, now, zone), wait_in_words(free_again, now)))


def with_code(sentence: str, code: str) -> str:
    """The sentence as HTML, its code so that a tap copies it."""
    return escaped(sentence).replace(code, f"<code>{code}</code>")


def _plain(sentence: str) -> Screen:
    return Screen(escaped(sentence))


def _html(*paragraphs: str) -> Screen:
    return Screen("\n\n".join(paragraphs))
