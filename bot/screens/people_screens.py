"""What administrators see: requests with their buttons, who may use the bot, the pause, the audit."""

from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo

from bot import people_messages as messages
from bot.access_messages import ROLES
from bot.markup import bold, escaped
from bot.moment_words import clock_in_digits, until_in_words
from bot.records.audit import AuditEntry
from bot.records.groups import Group
from bot.records.pairing import PairingRequest
from bot.records.people import Change, Person, Role
from bot.records.switch import Paused
from bot.screens.access_screens import with_code
from bot.screens.actions import Verb, action
from bot.screens.people_commands import REFUSE, read_target
from bot.screens.screen import Button, Screen
from corpus.written_date import written_date

MOST_REQUESTS_SHOWN = 10  # with their buttons they fill a phone several times


def request_screen(request: PairingRequest, now: datetime, zone: tzinfo) -> Screen:
    """To every admin, as soon as somebody new asks to be let in."""
    paragraphs = [
        bold(messages.request_heading(is_of_group=request.is_of_group)),
        _request_lines(request, now, zone),
        *([] if request.is_of_group else [escaped(messages.check_first())]),
    ]
    return Screen("\n\n".join(paragraphs), _decision_rows(request))


def pending_screen(requests: Sequence[PairingRequest], now: datetime, zone: tzinfo) -> Screen:
    """/duyet without a code: the oldest ten requests, each with its buttons, which bear the code."""
    if not requests:
        return Screen(escaped(messages.nothing_pending()))
    shown = requests[:MOST_REQUESTS_SHOWN]
    paragraphs = [
        bold(messages.pending_heading(len(requests))),
        *(_request_lines(request, now, zone) for request in shown),
        escaped(messages.check_first()),
    ]
    if beyond := len(requests) - len(shown):
        paragraphs.append(escaped(messages.pending_beyond(beyond)))
    rows = [row for request in shown for row in _decision_rows(request, request.code)]
    return Screen("\n\n".join(paragraphs), tuple(rows))


def person_approved_screen(person: Person) -> Screen:
    """To the admin, in place of the request."""
    return Screen(escaped(messages.person_approved(_full_name(person.name, person.username), person.role)))


def group_approved_by_code_screen(group: Group) -> Screen:
    """To the admin, in place of the request."""
    return Screen(escaped(messages.group_approved(_called(group.title))))


def request_refused_screen(request: PairingRequest) -> Screen:
    """To the admin, in place of the request."""
    return Screen(escaped(messages.request_refused(_full_name(request.name, request.username))))


def code_unknown_screen(code: str) -> Screen:
    """To the admin: wrong, too old, or another admin was quicker."""
    return Screen(with_code(messages.code_unknown(code), code))


def approval_usage_screen() -> Screen:
    """To the admin who typed something that is no code."""
    return Screen(escaped(messages.approval_usage()))


def people_screen(people: Sequence[Person], groups: Sequence[Group], zone: tzinfo) -> Screen:
    """/nguoidung: all who are let in, by role, then the groups."""
    blocks = [bold(messages.people_heading(len(people), len(groups)))]
    for role in reversed(Role):
        lines = [_person_line(person, zone) for person in people if person.role is role]
        if lines:
            blocks.append("\n".join([bold(messages.PEOPLE_HEADINGS[role]), *lines]))
    if groups:
        lines = [_line(_called(group.title), group.chat_id, _day(group.since, zone)) for group in groups]
        blocks.append("\n".join([bold(messages.GROUPS_HEADING), *lines]))
    return Screen("\n\n".join(blocks))


def revoke_usage_screen() -> Screen:
    """/thuhoi of nobody, or of something that is neither an id nor an @name."""
    return Screen(escaped(messages.revoke_usage()))


def role_usage_screen() -> Screen:
    """/vaitro of nobody, or without a role."""
    return Screen(escaped(messages.role_usage()))


def revocation_screen(change: Change, person: Person | None) -> Screen:
    """What came of /thuhoi; `person` as it was before."""
    return Screen(escaped(messages.revocation(change, _name_of(person))))


def role_change_screen(change: Change, person: Person | None, role: Role) -> Screen:
    """What came of giving a person another role; `person` as it was before."""
    return Screen(escaped(messages.role_change(change, _name_of(person), role)))


def group_revocation_screen(group: Group | None) -> Screen:
    """What came of /thuhoi of a group."""
    if group is None:
        return Screen(escaped(messages.group_unknown()))
    return Screen(escaped(messages.group_revoked(_called(group.title))))


def pause_screen(paused: Paused, by: Person | None, now: datetime, zone: tzinfo) -> Screen:
    """/tamdung: that the pause begins now, or since when and by whom it has stood."""
    if paused.since == now:
        return Screen(escaped(messages.pause_begun()))
    name = _name_of(by) if by else messages.id_of(paused.by)
    return Screen(escaped(messages.pause_stands(name, clock_in_digits(paused.since, zone))))


def resume_screen(*, was_paused: bool) -> Screen:
    """/tieptuc."""
    return Screen(escaped(messages.pause_ended(was_paused=was_paused)))


def audit_screen(entries: Sequence[AuditEntry], names: Mapping[int, str], zone: tzinfo) -> Screen:
    """/nhatky: one line a thing done, the newest first; people and groups by name where `names` has them."""
    if not entries:
        return Screen(escaped(messages.audit_empty()))
    lines = [_audit_line(entry, names, zone) for entry in entries]
    return Screen("\n\n".join([bold(messages.audit_heading(len(entries))), "\n".join(lines)]))


def _request_lines(request: PairingRequest, now: datetime, zone: tzinfo) -> str:
    until = until_in_words(request.expires_at, now, zone)
    name = _full_name(request.name, request.username)
    identity = messages.id_of(request.applicant_id)
    return f"{bold(name)}, {escaped(identity)}\n{with_code(messages.request_code(request.code, until), request.code)}"


def _decision_rows(request: PairingRequest, marked: str = "") -> tuple[tuple[Button, ...], ...]:
    """The buttons of one request; in a list of several each bears the code that it is about."""
    behind = f" {marked}" if marked else ""
    refuse = Button(f"{messages.REFUSE}{behind}", action(Verb.PAIRING, request.code, REFUSE))
    approve = action(Verb.PAIRING, request.code, Role.USER)
    if request.is_of_group:
        return ((Button(f"{messages.APPROVE_GROUP}{behind}", approve), refuse),)
    as_trainer = Button(f"{messages.APPROVE_AS_TRAINER}{behind}", action(Verb.PAIRING, request.code, Role.TRAINER))
    return ((Button(f"{messages.APPROVE}{behind}", approve), refuse), (as_trainer,))


def _person_line(person: Person, zone: tzinfo) -> str:
    since = messages.BY_SETTINGS if person.since is None else _day(person.since, zone)
    return _line(_full_name(person.name, person.username), person.user_id, since)


def _line(name: str, identity: int, since: str) -> str:
    return f"– {escaped(name)}, {escaped(messages.id_of(identity))}, {escaped(since)}"


def _audit_line(entry: AuditEntry, names: Mapping[int, str], zone: tzinfo) -> str:
    actor = names.get(entry.actor_id) or messages.id_of(entry.actor_id)
    about = ", ".join(_in_words(word, names) for word in entry.about.split())
    done = f"{messages.AUDITED[entry.kind]} ({about})" if about else messages.AUDITED[entry.kind]
    return escaped(f"{clock_in_digits(entry.at, zone)} {actor}: {done}")


def _in_words(word: str, names: Mapping[int, str]) -> str:
    """What an entry is about: the name of an id that is known, the name of a role, or the word itself."""
    if word in set(Role):
        return ROLES[Role(word)]
    identity = read_target(word)
    return (names.get(identity) if isinstance(identity, int) else None) or word


def _name_of(person: Person | None) -> str:
    return _full_name(person.name, person.username) if person else messages.NAMELESS


def _full_name(name: str, username: str) -> str:
    """The name as given, then the @name, which nobody else has at this time."""
    return f"{_called(name)} (@{username})" if username else _called(name)


def _called(name: str) -> str:
    return name or messages.NAMELESS


def _day(moment: datetime, zone: tzinfo) -> str:
    return messages.since_day(written_date(moment.astimezone(zone).date()))
