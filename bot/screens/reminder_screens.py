"""What /nhac and its buttons show: what a chat follows, and how it is reminded.

The arguments of `Verb.SUBSCRIBE`; an id is that of a subscription, which must be of the chat that presses:

    d KEY       the chat follows the document with this key, or no longer does
    l           what the chat follows
    s ID        how one is set
    y ID        one that was offered or ended begins
    x ID        it ends
    f ID PACE   its digest: day, week or none
    b ID DAYS   so many days before a deadline: 7-3-1; or none

Who may subscribe, in groups only some, is decided by the caller.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot import reminder_messages as messages
from bot import screen_messages
from bot.markup import bold, escaped
from bot.messages import NEAREST_BY_NUMBER, designation, document_not_held
from bot.records.notices import Notices
from bot.records.subscriptions import Digest, Pace, Subject, Subscription, Subscriptions, Wish
from bot.reminders.coming import ComingDeadlines
from bot.reminders.office_hours import OfficeHours
from bot.reminders.telling import document_rows, told_by_day
from bot.reminders.wishes import Meant, document_wish, meant_by
from bot.screens.actions import Verb, action
from bot.screens.buttons import Row, cut_label, in_rows
from bot.screens.screen import Button, Screen

# A document's few deadlines are told one by one; a unit has many, and a list a week keeps them in view.
FIRST_PACE = {
    Subject.DOCUMENT: Pace(Digest.NONE, (7, 1)),
    Subject.UNIT: Pace(Digest.WEEKLY, (7, 1)),
    Subject.TOPIC: Pace(Digest.WEEKLY, (7, 1)),
}
DAYS_OFFERED: tuple[tuple[int, ...], ...] = ((7, 3, 1), (7, 1), (1,), ())
LOOKED_AHEAD = timedelta(days=90)
MOST_SHOWN = 3
_DIGESTS = {"none": Digest.NONE, "day": Digest.DAILY, "week": Digest.WEEKLY}
# With its mark or without any: "tất cả" and "Bộ Nội vụ" stop nothing.
_STOPPING = re.compile(r"(?:tắt|tat|hủy|huỷ|huy)(?: (?:nhắc|nhac|hết|het|theo dõi|theo doi))*(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, where and when."""

    chat_id: int
    user_id: int
    now: datetime


@dataclass(frozen=True, slots=True)
class ReminderScreens:
    """Over the subscriptions of all chats and one library."""

    subscriptions: Subscriptions
    deadlines: ComingDeadlines
    office: OfficeHours

    def command(self, words: str, asker: Asker) -> Screen:
        """The screen for what stands behind /nhac: nothing, "tắt", or what is to be followed."""
        words = " ".join(words.split())
        if not words:
            return self._list(asker)
        if stopping := _STOPPING.match(words):
            return self._stop(words[stopping.end() :].strip(), asker)
        library, meant = self.deadlines.holdings.library, self._meant(words, asker)
        if meant.certain is not None:
            return self._follow(meant.certain, asker)
        rows = tuple(self._offer(one, asker) for one in meant.choices)
        if meant.not_held:
            nearest = [head for one in meant.choices if (head := library.head(one.about))]
            return Screen(escaped(document_not_held(meant.not_held, nearest, NEAREST_BY_NUMBER)), rows)
        if meant.unbound_unit:
            return Screen(escaped(messages.no_deadline_of_unit(meant.unbound_unit)), rows)
        if rows:
            return Screen(escaped(messages.which_is_meant(words)), rows)
        return Screen(escaped(f"{messages.nothing_fits(words)}\n\n{messages.USAGE}"))

    def pressed(self, arguments: Sequence[str], asker: Asker) -> Screen | None:
        """The screen behind a button of `Verb.SUBSCRIBE`; None for arguments that no button of ours has."""
        match arguments:
            case ["l"]:
                return self._list(asker)
            case ["d", key]:
                return self._follow_document(key, asker)
            case [verb, number, *more] if number.isascii() and number.isdecimal() and len(number) < 16:
                return self._of_subscription(verb, int(number), more, asker)
        return None

    def _meant(self, words: str, asker: Asker) -> Meant:
        holdings = self.deadlines.holdings
        return meant_by(words, holdings.library, holdings.register, self.office.today(asker.now))

    def _of_subscription(self, verb: str, number: int, more: Sequence[str], asker: Asker) -> Screen | None:
        found = self.subscriptions.get(number, asker.chat_id)
        match verb, more:
            case ("s" | "x" | "f" | "b", _) if found is None or not found.is_active:
                return Screen(escaped(messages.subscription_is_gone()), ((_all_button(),),))
            case "y", [] if found is not None:
                return self._follow(found.wish, asker, found.pace)
            case "s", [] if found is not None:
                return self._settings(found)
            case "x", [] if found is not None:
                self.subscriptions.end(number, asker.chat_id, asker.now)
                return self._stopped([found])
            case "f", [pace] if found is not None and pace in _DIGESTS:
                return self._changed(found, replace(found.pace, digest=_DIGESTS[pace]), asker)
            case "b", [days] if found is not None and (wanted := _days(days)) is not None:
                return self._changed(found, replace(found.pace, days_before=wanted), asker)
        return Screen(escaped(messages.subscription_is_gone())) if verb == "y" and not more else None

    def _follow_document(self, key: str, asker: Asker) -> Screen:
        """The button of a card, whose label stays "Theo dõi": pressed again it shows how the document is followed."""
        document = self.deadlines.holdings.head(key)
        if document is None:
            return Screen(escaped(screen_messages.document_is_gone()))
        return self._follow(document_wish(document), asker)

    def _follow(self, wish: Wish, asker: Asker, pace: Pace | None = None) -> Screen:
        """The chat follows it, at the pace that it has already; with what is due next."""
        before = self.subscriptions.of_wish(asker.chat_id, wish)
        wanted = pace or (before.pace if before else FIRST_PACE[wish.what])
        if before is not None and before.is_active:
            return self._settings(before)
        made = self.subscriptions.add(asker.chat_id, asker.user_id, wish, wanted, asker.now)
        if made is None:
            return Screen(escaped(messages.too_many()), ((_all_button(),),))
        today, holdings = self.office.today(asker.now), self.deadlines.holdings
        coming = self.deadlines.of(wish, today, today + LOOKED_AHEAD)
        parts = [f"{escaped(messages.following(self._name(made)))}\n{escaped(_capitalised(self._pace(made)))}."]
        if coming:
            shown = coming[:MOST_SHOWN]
            parts.append(bold(messages.next_deadlines(len(shown))))
            parts.append(told_by_day(shown, today, holdings.calendar, holdings.register, quotes=False))
        else:
            parts.append(escaped(messages.no_coming_deadline()))
        setting = (_button(messages.SETTINGS, "s", made.id), _button(messages.STOP, "x", made.id))
        rows = (setting, *document_rows(one.held.document for one in coming[:MOST_SHOWN]))
        return Screen("\n\n".join(parts), rows)

    def _stop(self, words: str, asker: Asker) -> Screen:
        """Everything stopped, or what the words mean; what was stopped can be begun again."""
        if not words:
            return self._stopped(self.subscriptions.end_all(asker.chat_id, asker.now))
        meant = self._meant(words, asker)
        wishes = [one for one in (meant.certain, *meant.choices) if one is not None]
        found = [one for wish in wishes if (one := self.subscriptions.of_wish(asker.chat_id, wish))]
        ended = [one for one in found if self.subscriptions.end(one.id, asker.chat_id, asker.now)]
        return self._stopped(ended) if ended else Screen(escaped(messages.not_followed(words)), ((_all_button(),),))

    def _stopped(self, ended: Sequence[Subscription]) -> Screen:
        rows = [(_button(messages.follow(self._short_name(one)), "y", one.id),) for one in ended]
        return Screen(escaped(messages.stopped([self._name(one) for one in ended])), (*rows, (_all_button(),)))

    def _list(self, asker: Asker) -> Screen:
        followed = self.subscriptions.of_chat(asker.chat_id)
        if not followed:
            return Screen(escaped(messages.nothing_followed()))
        lines = [f"• {escaped(_capitalised(self._name(one)))}: {escaped(self._pace(one))}." for one in followed]
        rows = tuple((_button(self._short_name(one), "s", one.id),) for one in followed)
        return Screen("\n".join([bold(messages.list_heading(len(followed))), *lines]), rows)

    def _changed(self, found: Subscription, pace: Pace, asker: Asker) -> Screen:
        changed = self.subscriptions.change(found.id, asker.chat_id, pace, asker.now)
        return self._settings(changed or found)

    def _settings(self, one: Subscription) -> Screen:
        title = bold(messages.settings_of(self._name(one)))
        return Screen(f"{title}\n{escaped(_capitalised(self._pace(one)))}.", self._setting_rows(one))

    def _setting_rows(self, one: Subscription) -> tuple[Row, ...]:
        digests = [
            _button(f"{_mark(one.pace.digest is digest)}{messages.DIGEST_LABELS[digest]}", "f", one.id, letter)
            for letter, digest in _DIGESTS.items()
        ]
        days = [
            _button(
                f"{_mark(one.pace.days_before == offered)}{messages.days_label(offered)}",
                *("b", one.id, "-".join(map(str, offered)) or "none"),
            )
            for offered in DAYS_OFFERED
        ]
        return (*in_rows(days), *in_rows(digests), (_button(messages.STOP, "x", one.id), _all_button()))

    def _offer(self, wish: Wish, asker: Asker) -> Row:
        offered = self.subscriptions.offer(asker.chat_id, asker.user_id, wish, FIRST_PACE[wish.what], asker.now)
        return (_button(_capitalised(self._name(offered)), "y", offered.id),)

    def _name(self, one: Subscription) -> str:
        return messages.name_of(one.wish.what, self._short_name(one))

    def _short_name(self, one: Subscription) -> str:
        if one.wish.what is not Subject.DOCUMENT:
            return one.wish.about
        head = self.deadlines.holdings.library.head(one.wish.about)
        return designation(head) if head is not None else one.wish.about

    def _pace(self, one: Subscription) -> str:
        return messages.pace(one.pace.digest, one.pace.days_before, self.office.hour)


def uncertain_notice_screen(notices: Notices, key: str, chat_id: int) -> Screen:
    """The notice of a hint (`Verb.REMINDER`), which may already stand in the chat."""
    found = notices.of_key(key, chat_id)
    return Screen(escaped(messages.notice_is_gone())) if found is None else Screen(found.html, found.rows)


def _days(written: str) -> tuple[int, ...] | None:
    """The days of a button; None when none of ours offers them."""
    wanted = () if written == "none" else tuple(int(one) for one in written.split("-") if one.isdecimal())
    return wanted if wanted in DAYS_OFFERED and ("-".join(map(str, wanted)) or "none") == written else None


def _button(label: str, *arguments: object) -> Button:
    return Button(cut_label(label), action(Verb.SUBSCRIBE, *arguments))


def _all_button() -> Button:
    return _button(messages.ALL, "l")


def _mark(is_chosen: bool) -> str:
    return messages.CHOSEN if is_chosen else ""


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
