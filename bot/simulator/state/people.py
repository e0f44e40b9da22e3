"""The people who write to the bot."""

from dataclasses import dataclass

from bot.simulator.errors import Json


@dataclass(slots=True)
class Person:
    """One Telegram account of a human."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = "en"
    deactivated: bool = False

    def as_user(self) -> Json:
        """The User object."""
        user: Json = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        return user | self._named() | {"language_code": self.language_code}

    def as_private_chat(self) -> Json:
        """The Chat object of the dialogue with this person."""
        return {"id": self.id, "type": "private", "first_name": self.first_name} | self._named()

    def _named(self) -> Json:
        names = {"last_name": self.last_name, "username": self.username}
        return {key: value for key, value in names.items() if value}
