"""A person in the chats, for tests: they say, press, wait and look."""

from collections.abc import AsyncIterator, Callable
from time import monotonic
from typing import TypeAlias

from bot.simulator.actions import asking, membership, pressing, talking
from bot.simulator.events import Event
from bot.simulator.shown import Answer, InlineResult, Shown
from bot.simulator.state.chats import Chat
from bot.simulator.state.files import Upload
from bot.simulator.state.people import Person
from bot.simulator.state.world import World

# Long enough for a busy computer; a bot that takes longer has lost its person.
PATIENCE = 5.0
Wanted: TypeAlias = str | Callable[[Shown], bool] | None


class Client:
    """One person's Telegram. Without `chat`, everything is about their dialogue with the bot."""

    def __init__(self, world: World, person: Person) -> None:
        self._world = world
        self.person = person
        self._seen = 0

    @property
    def id(self) -> int:
        """The person's id, which is also the id of their dialogue with the bot."""
        return self.person.id

    async def start(self, payload: str = "") -> Shown:
        """Presses START, or opens a deep link with a payload."""
        return await self.say(f"/start {payload}".strip())

    async def say(self, text: str, *, chat: Chat | None = None, reply_to: Shown | None = None) -> Shown:
        """Writes; from here on, `wait_for` looks for what comes after."""
        self._look_ahead()
        answered = reply_to.id if reply_to else None
        return Shown.of(talking.say(self._world, self.person, self._in(chat), text, answered))

    async def send_photo(self, data: bytes, caption: str = "", *, chat: Chat | None = None) -> Shown:
        """Sends a picture."""
        self._look_ahead()
        upload = Upload("photo.png", data)
        return Shown.of(talking.send_photo(self._world, self.person, self._in(chat), upload, caption))

    async def send_document(self, name: str, data: bytes, caption: str = "", *, chat: Chat | None = None) -> Shown:
        """Sends a file."""
        self._look_ahead()
        upload = Upload(name, data)
        return Shown.of(talking.send_document(self._world, self.person, self._in(chat), upload, caption))

    async def send_sticker(self, emoji: str = "👍", *, chat: Chat | None = None) -> Shown:
        """Sends a sticker."""
        self._look_ahead()
        return Shown.of(talking.send_sticker(self._world, self.person, self._in(chat), emoji))

    async def send_voice(self, seconds: int = 3, *, chat: Chat | None = None) -> Shown:
        """Sends a voice message."""
        self._look_ahead()
        upload = Upload("voice.ogg", b"OggS", "audio/ogg")
        return Shown.of(talking.send_voice(self._world, self.person, self._in(chat), upload, seconds))

    async def press(self, message: Shown, label: str, *, within: float = PATIENCE) -> Answer | None:
        """Presses a callback button and returns the bot's answer; None when none came in time."""
        self._look_ahead()
        chat = self._world.chat(message.chat_id)
        button = pressing.find_button(chat.messages[message.id].body, label)
        opened = pressing.press(self._world, self.person, chat, message.id, button.get("callback_data", ""))
        async for event in self._events(within):
            if event.kind == "answer" and event.data["query_id"] == opened.id:
                return Answer(event.data["text"], event.data["show_alert"], event.data["url"])
        return None

    async def ask_inline(self, query: str, *, chat: Chat | None = None, within: float = PATIENCE) -> list[InlineResult]:
        """Types `@bot query` and returns what the bot offers; nothing when it stays silent."""
        self._look_ahead()
        asked = asking.ask(self._world, self.person, query, self._in(chat))
        async for event in self._events(within):
            if event.kind == "inline_results" and event.data["query_id"] == asked.id:
                return [
                    InlineResult(asked.id, result["id"], result["title"], result["description"])
                    for result in event.data["results"]
                ]
        return []

    async def choose(self, result: InlineResult, *, chat: Chat | None = None) -> Shown:
        """Sends an inline result into a chat."""
        self._look_ahead()
        place = self._in(chat)
        return Shown.of(asking.choose(self._world, self.person, result.query_id, result.id, place))

    async def wait_for(self, wanted: Wanted = None, *, chat: Chat | None = None, within: float = PATIENCE) -> Shown:
        """The next new or edited message of the bot that has the text, or satisfies the condition.

        :raises TimeoutError: naming what came instead.
        """
        others: list[str] = []
        place = self._in(chat)
        async for event in self._events(within):
            if event.chat_id != place.id or event.kind not in ("message", "edited"):
                continue
            if not event.data["by_bot"]:
                continue
            shown = Shown(event.data["message"], by_bot=True, edited=event.data["edited"])
            if _matches(shown, wanted):
                self._seen = event.number + 1
                return shown
            others.append(shown.text)
        raise TimeoutError(f"waited {within} s for {wanted!r}; came: {others}")

    def chat(self, chat: Chat | None = None) -> list[Shown]:
        """Everything in the chat now, oldest first."""
        return [Shown.of(message) for message in self._in(chat).messages.values()]

    def last(self, chat: Chat | None = None) -> Shown:
        """The last message in the chat."""
        return self.chat(chat)[-1]

    def block(self) -> None:
        """Blocks the bot."""
        membership.block(self._world, self.person)

    def unblock(self) -> None:
        """Unblocks the bot."""
        membership.unblock(self._world, self.person)

    def delete_account(self) -> None:
        """Leaves Telegram for good."""
        self.person.deactivated = True

    def set_language(self, code: str) -> None:
        """Changes the language of the person's Telegram."""
        self.person.language_code = code

    def _in(self, chat: Chat | None) -> Chat:
        return chat or self._world.chat(self.person.id)

    def _look_ahead(self) -> None:
        self._seen = len(self._world.events)

    async def _events(self, within: float) -> AsyncIterator[Event]:
        """Events from the last look on, as they come, until the patience ends."""
        log, number, end = self._world.events, self._seen, monotonic() + within
        while not log.closed:
            for event in log.since(number):
                number = event.number + 1
                yield event
            if (left := end - monotonic()) <= 0 or (len(log) == number and not await log.changed(left)):
                return


def _matches(shown: Shown, wanted: Wanted) -> bool:
    if wanted is None:
        return True
    return wanted in shown.text if isinstance(wanted, str) else wanted(shown)
