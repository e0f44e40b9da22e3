"""What a person sees: messages, answers to presses, inline results."""

from dataclasses import dataclass

from bot.simulator.errors import Json
from bot.simulator.state.chats import StoredMessage
from bot.simulator.text.entities import utf16_slice


@dataclass(frozen=True, slots=True)
class Shown:
    """A message as it stood when it was looked at."""

    body: Json
    by_bot: bool
    edited: bool = False

    @classmethod
    def of(cls, message: StoredMessage) -> "Shown":
        """The present state of a stored message."""
        return cls(message.body, message.by_bot, message.edited)

    @property
    def id(self) -> int:
        """Its number in the chat."""
        return int(self.body["message_id"])

    @property
    def chat_id(self) -> int:
        """The chat that it is in."""
        return int(self.body["chat"]["id"])

    @property
    def text(self) -> str:
        """Its text or caption; a file alone has none."""
        return str(self.body.get("text") or self.body.get("caption") or "")

    @property
    def entities(self) -> list[Json]:
        """The entities of its text or caption."""
        found: list[Json] = self.body.get("entities") or self.body.get("caption_entities") or []
        return found

    @property
    def rows(self) -> list[list[Json]]:
        """The inline keyboard."""
        rows: list[list[Json]] = self.body.get("reply_markup", {}).get("inline_keyboard", [])
        return rows

    @property
    def buttons(self) -> list[str]:
        """The labels of the inline keyboard, row by row."""
        return [button["text"] for row in self.rows for button in row]

    @property
    def document(self) -> Json | None:
        """The Document object, if there is one."""
        return self.body.get("document")

    @property
    def photo(self) -> Json | None:
        """The largest PhotoSize object, if there is a photo."""
        sizes: list[Json] = self.body.get("photo") or []
        return sizes[-1] if sizes else None

    def marked(self, kind: str) -> list[str]:
        """The stretches of text that carry an entity of this kind."""
        return [
            utf16_slice(self.text, entity["offset"], entity["length"])
            for entity in self.entities
            if entity["type"] == kind
        ]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the bot answered to a press."""

    text: str = ""
    show_alert: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class InlineResult:
    """One thing that the bot offers inline."""

    query_id: str
    id: str
    title: str
    description: str = ""
