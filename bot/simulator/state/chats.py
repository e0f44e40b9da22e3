"""One chat: who is in it and what was said."""

from dataclasses import dataclass, field
from enum import StrEnum

from bot.simulator.errors import Json


class ChatKind(StrEnum):
    """The kinds of chat that exist here."""

    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"


class Membership(StrEnum):
    """What somebody is in a chat; a blocked bot is `kicked`."""

    CREATOR = "creator"
    ADMINISTRATOR = "administrator"
    MEMBER = "member"
    LEFT = "left"
    KICKED = "kicked"

    @property
    def present(self) -> bool:
        """Whether they take part."""
        return self not in (Membership.LEFT, Membership.KICKED)


@dataclass(frozen=True, slots=True)
class StoredMessage:
    """A message as the bot sees it, and what only the server knows of it."""

    body: Json
    by_bot: bool
    edited: bool = False

    @property
    def id(self) -> int:
        """Its number in the chat."""
        number: int = self.body["message_id"]
        return number

    @property
    def date(self) -> int:
        """When it was sent."""
        seconds: int = self.body["date"]
        return seconds


@dataclass(slots=True)
class Chat:
    """A dialogue or a group."""

    id: int
    kind: ChatKind
    title: str = ""
    username: str = ""
    # Whether the person ever wrote: bots can't write first.
    started: bool = False
    bot: Membership = Membership.LEFT
    members: dict[int, Membership] = field(default_factory=dict)
    messages: dict[int, StoredMessage] = field(default_factory=dict)
    last_message_id: int = 0
    migrated_to: int | None = None
    reply_keyboard: Json | None = None
    menu_button: Json | None = None

    @property
    def private(self) -> bool:
        """Whether it is a dialogue of one person with the bot."""
        return self.kind is ChatKind.PRIVATE

    def next_message_id(self) -> int:
        """Numbers messages from 1."""
        self.last_message_id += 1
        return self.last_message_id

    def keep(self, message: StoredMessage) -> None:
        """Stores or replaces a message."""
        self.messages[message.id] = message

    def as_group(self) -> Json:
        """The Chat object of a group."""
        chat: Json = {"id": self.id, "type": str(self.kind), "title": self.title}
        return chat | ({"username": self.username} if self.username else {})
