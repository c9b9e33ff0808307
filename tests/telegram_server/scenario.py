"""Conversations written as prose: people act, the bot is waited for, and a failure prints the chat.

chat = Scenario(server)
an = chat.person("An", 7)
an.says("/start")
chat.bot.answers_with("Chào")
an.presses("Xem Điều 35")
chat.bot.edits_to("Điều 35")
"""

from collections.abc import Callable

from tests.telegram_server.chats import Chat, Message
from tests.telegram_server.people import button_of
from tests.telegram_server.server import BotApiServer
from tests.telegram_server.telegram import InlineQuery, Press

FIRST_GROUP_ID = -1_000_000_001


class Scenario:
    """One conversation, in private chats and groups.

    What the bot is expected to do counts from the last act of a person in that chat on. `settled` tells that the bot
    has nothing left to do; without it an update that the bot has confirmed counts as handled.
    """

    def __init__(self, server: BotApiServer, settled: Callable[[], bool] = lambda: True) -> None:
        self.server = server
        self.settled = settled
        self.bot = Bot(self)
        self.place: Chat | None = None
        self.last_press: Press | None = None
        self.last_query: InlineQuery | None = None
        self._groups = 0
        self._seen: dict[int, int] = {}  # chat -> how much of telegram.shown was there before the last act
        self._met: dict[Message, int] = {}  # what was found already, as it stood then

    def person(self, first_name: str, user_id: int, username: str = "") -> "Person":
        self.server.telegram.user(user_id, first_name, username)
        return Person(self, user_id, first_name)

    def group(self, title: str, *people: "Person", kind: str = "supergroup", chat_id: int | None = None) -> Chat:
        """A group with these people and the bot in it."""
        self._groups += 1
        ids = [person.user_id for person in people]
        return self.server.people.group(chat_id or FIRST_GROUP_ID - self._groups, title, *ids, kind=kind)

    def begins(self, chat: Chat) -> None:
        """Somebody is about to act: what the bot does in this chat counts from here on."""
        self.place = chat
        self._seen[chat.id] = len(self.server.telegram.shown)

    def private(self, user_id: int) -> Chat:
        with self.server.telegram.changed:
            return self.server.telegram.private_chat(user_id)

    def found(self, chat: Chat, is_meant: Callable[[Message], object]) -> tuple[int, Message] | None:
        shown = self.server.telegram.shown
        for place in range(self._seen.get(chat.id, 0), len(shown)):
            message = shown[place]
            if message.chat is chat and self._met.get(message) != message.revision and is_meant(message):
                return place, message
        return None

    def wait_for(self, chat: Chat, is_meant: Callable[[Message], object], what: str) -> Message:
        """The first that the bot showed in the chat and that is meant; the next one is looked for after it."""
        self.server.wait_until(lambda _: self.found(chat, is_meant), f"in chat {chat.id}, the bot {what}")
        with self.server.telegram.changed:
            found = self.found(chat, is_meant)
            assert found is not None
            place, message = found
            self._seen[chat.id] = place + 1
            self._met[message] = message.revision
            return message

    def transcript(self, chat: "Chat | Person") -> str:
        return self.server.transcript(chat.user_id if isinstance(chat, Person) else chat.id)


class Person:
    """Acts in the private chat with the bot, or in the group `to`."""

    def __init__(self, scenario: Scenario, user_id: int, first_name: str) -> None:
        self._scenario = scenario
        self._people = scenario.server.people
        self.user_id = user_id
        self.first_name = first_name

    def _chat(self, to: Chat | None) -> Chat:
        return to or self._scenario.private(self.user_id)

    def says(self, text: str, *, to: Chat | None = None, reply_to: Message | None = None) -> Message:
        chat = self._chat(to)
        self._scenario.begins(chat)
        return self._people.says(self.user_id, text, chat_id=chat.id, reply_to=reply_to)

    def says_at_once(self, *texts: str, to: Chat | None = None) -> list[Message]:
        """Several messages, before the bot can have answered the first."""
        chat = self._chat(to)
        self._scenario.begins(chat)
        return [self._people.says(self.user_id, text, chat_id=chat.id) for text in texts]

    def replies(self, text: str, *, to: Chat | None = None) -> Message:
        """A reply to what the bot said last in the chat."""
        chat = self._chat(to)
        [*_, last] = [message for message in self._scenario.server.messages_in(chat.id) if not message.is_deleted]
        return self.says(text, to=to, reply_to=last)

    def edits(self, text: str, *, to: Chat | None = None, message: Message | None = None) -> None:
        """The person's last message in the chat, or the one given, says this now."""
        chat = self._chat(to)
        own = [known for known in chat.messages.values() if known.sender.id == self.user_id]
        self._scenario.begins(chat)
        self._people.edits(message or own[-1], text)

    def presses(self, label_part: str, *, to: Chat | None = None, under: Message | None = None) -> None:
        """The newest button with this in its label, once there is one."""
        chat = self._chat(to)
        server = self._scenario.server

        def found() -> Message | None:
            candidates = [under] if under else reversed(chat.messages.values())
            return next((it for it in candidates if not it.is_deleted and button_of(it, label_part)), None)

        server.wait_until(lambda _: found(), f"a button {label_part!r} in chat {chat.id}")
        message = found()
        assert message is not None
        self._scenario.begins(chat)
        self._scenario.last_press = self._people.presses(message, label_part, self.user_id)

    def sends_file(self, name: str, content: bytes, caption: str = "", *, to: Chat | None = None) -> Message:
        chat = self._chat(to)
        self._scenario.begins(chat)
        return self._people.sends_file(self.user_id, name, content, caption=caption, chat_id=chat.id)

    def asks_inline(self, query: str) -> None:
        self._scenario.last_query = self._people.asks_inline(self.user_id, query)

    def chooses(self, title_part: str, *, to: Chat | None = None) -> Message:
        """Sends into the chat what the bot offered to the person's inline query."""
        query = self._scenario.last_query
        assert query is not None, "nothing was asked inline yet"
        chat = self._chat(to)
        self._scenario.begins(chat)
        return self._people.chooses(query, title_part, chat_id=chat.id)

    def blocks_the_bot(self) -> None:
        self._people.blocks(self.user_id)

    def unblocks_the_bot(self) -> None:
        self._people.unblocks(self.user_id)


class Bot:
    """What the bot is expected to do; in the chat where somebody acted last, or in `to`."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario

    def _chat(self, to: "Chat | Person | None") -> Chat:
        if isinstance(to, Person):
            return self._scenario.private(to.user_id)
        chat = to or self._scenario.place
        assert chat is not None, "nobody has acted yet"
        return chat

    def answers_with(
        self,
        *parts: str,
        buttons: tuple[str, ...] = (),
        without: tuple[str, ...] = (),
        to: "Chat | Person | None" = None,
    ) -> Message:
        """A message, or an edit of one, that shows all the parts and buttons and none of `without`."""

        def is_meant(message: Message) -> bool:
            return _shows(message, parts, buttons) and not any(part in message.shown for part in without)

        return self._scenario.wait_for(self._chat(to), is_meant, f"answers with {parts} {buttons}")

    def edits_to(self, *parts: str, to: "Chat | Person | None" = None) -> Message:
        """A message that it had sent before shows all the parts now."""
        return self._scenario.wait_for(
            self._chat(to), lambda it: it.edited_at is not None and _shows(it, parts, ()), f"edits a message to {parts}"
        )

    def sends_file(self, name_part: str, *caption_parts: str, to: "Chat | Person | None" = None) -> Message:
        return self._scenario.wait_for(
            self._chat(to),
            lambda it: it.file is not None and name_part in it.file.name and _shows(it, caption_parts, ()),
            f"sends a file {name_part!r} {caption_parts}",
        )

    def notices(self, *parts: str) -> Press:
        """The press was answered, with a notice that holds the parts."""
        press = self._scenario.last_press
        assert press is not None, "nothing was pressed yet"
        self._scenario.server.wait_until(
            lambda _: press.answered_at is not None and all(part in press.notice for part in parts),
            f"the bot notices {parts} (now: {press.notice!r})",
        )
        return press

    def offers(self, *titles: str) -> InlineQuery:
        """The inline query was answered, and each of the parts is in the title of a result."""
        query = self._scenario.last_query
        assert query is not None, "nothing was asked inline yet"
        self._scenario.server.wait_until(
            lambda _: (
                query.is_answered
                and all(any(title in str(result.get("title")) for result in query.results) for title in titles)
            ),
            f"the bot offers {titles} (now: {[result.get('title') for result in query.results]})",
        )
        return query

    def types(self, *, to: "Chat | Person | None" = None) -> None:
        chat = self._chat(to)
        self._scenario.server.wait_until(lambda _: "typing" in chat.actions, f"the bot types in chat {chat.id}")

    def stays_quiet(self, *, to: "Chat | Person | None" = None) -> None:
        """The bot took every update, has settled, and showed nothing in the chat."""
        chat = self._chat(to)
        server = self._scenario.server
        server.wait_until(
            lambda it: it.telegram.mailbox.count_waiting() == 0 and self._scenario.settled(), "the bot has settled"
        )
        found = self._scenario.found(chat, lambda _: True)
        assert found is None, f"the bot was not quiet in chat {chat.id}:\n{server.transcript(chat.id)}"


def _shows(message: Message, parts: tuple[str, ...], buttons: tuple[str, ...]) -> bool:
    return all(part in message.shown for part in parts) and all(button_of(message, label) for label in buttons)
