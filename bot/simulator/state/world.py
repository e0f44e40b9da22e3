"""The whole simulated Telegram in one object."""

from dataclasses import dataclass, field

from bot.simulator.clock import Clock
from bot.simulator.errors import Json, SimulatorError
from bot.simulator.events import EventLog
from bot.simulator.faults import Faults
from bot.simulator.rates import Rates
from bot.simulator.settings import Settings
from bot.simulator.state.calls import RecordedCall
from bot.simulator.state.chats import Chat, ChatKind, Membership, StoredMessage
from bot.simulator.state.files import FileStore
from bot.simulator.state.people import Person
from bot.simulator.state.profile import Profile
from bot.simulator.state.queries import Queries
from bot.simulator.state.updates import UpdateQueue

FIRST_GROUP_ID = 5_000_001
SUPERGROUP_BASE = -1_000_000_000_000


@dataclass(slots=True)
class World:
    """Everything that the methods and the people act upon."""

    settings: Settings
    clock: Clock
    profile: Profile
    updates: UpdateQueue
    queries: Queries
    rates: Rates
    events: EventLog = field(default_factory=EventLog)
    faults: Faults = field(default_factory=Faults)
    files: FileStore = field(default_factory=FileStore)
    people: dict[int, Person] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    # inline_message_id -> chat and message
    inline_messages: dict[str, tuple[int, int]] = field(default_factory=dict)
    calls: list[RecordedCall] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    @classmethod
    def create(cls, settings: Settings) -> "World":
        """An empty Telegram with one bot."""
        clock = Clock()
        return cls(
            settings,
            clock,
            Profile(settings),
            UpdateQueue(clock),
            Queries(clock, settings.query_lifetime),
            Rates(clock),
        )

    def add_person(self, person: Person) -> Chat:
        """A new account and its still empty dialogue with the bot."""
        if person.id in self.people or person.id == self.settings.bot_id:
            raise SimulatorError(f"user id {person.id} is taken")
        self.people[person.id] = person
        chat = Chat(person.id, ChatKind.PRIVATE, members={person.id: Membership.MEMBER})
        self.chats[chat.id] = chat
        return chat

    def add_group(self, title: str, kind: ChatKind, username: str = "") -> Chat:
        """A new group without members."""
        number = FIRST_GROUP_ID + len(self.chats)
        chat = Chat(SUPERGROUP_BASE - number if kind is ChatKind.SUPERGROUP else -number, kind, title, username, True)
        self.chats[chat.id] = chat
        return chat

    def person(self, user_id: int) -> Person:
        """A known person."""
        try:
            return self.people[user_id]
        except KeyError:
            raise SimulatorError(f"no user with id {user_id}") from None

    def chat(self, chat_id: int) -> Chat:
        """A known chat."""
        try:
            return self.chats[chat_id]
        except KeyError:
            raise SimulatorError(f"no chat with id {chat_id}") from None

    def chat_json(self, chat: Chat) -> Json:
        """The Chat object inside messages."""
        return self.people[chat.id].as_private_chat() if chat.private else chat.as_group()

    def new_body(self, chat: Chat, sender: Json) -> Json:
        """The beginning of a new message."""
        return {
            "message_id": chat.next_message_id(),
            "from": sender,
            "chat": self.chat_json(chat),
            "date": self.clock.today(),
        }

    def show(self, chat: Chat, message: StoredMessage, kind: str = "message") -> None:
        """Stores a new or changed message and lets everybody in the chat see it."""
        chat.keep(message)
        self.events.add(kind, chat.id, {"message": message.body, "by_bot": message.by_bot, "edited": message.edited})

    def warn(self, text: str) -> None:
        """Notes what real Telegram would pass over in silence."""
        self.warnings.append(text)
