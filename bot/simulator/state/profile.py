"""What people see of the bot: names, descriptions, commands."""

import json
from dataclasses import dataclass, field

from bot.simulator.errors import Json
from bot.simulator.settings import Settings

DEFAULT_SCOPE: Json = {"type": "default"}


@dataclass(slots=True)
class Profile:
    """Texts per language, commands per scope and language; "" is every other language."""

    settings: Settings
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    menu_button: Json = field(default_factory=lambda: {"type": "commands"})

    def name(self, language: str) -> str:
        """The bot's name for a reader of this language."""
        return _for(self.names, language) or self.settings.bot_name

    def description(self, language: str) -> str:
        """What stands in an empty chat."""
        return _for(self.descriptions, language) or self.settings.bot_description

    def as_user(self) -> Json:
        """The User object of the bot inside messages."""
        return {
            "id": self.settings.bot_id,
            "is_bot": True,
            "first_name": self.name(""),
            "username": self.settings.bot_username,
        }

    def as_me(self) -> Json:
        """What getMe returns."""
        return self.as_user() | {
            "can_join_groups": True,
            "can_read_all_group_messages": not self.settings.privacy_mode,
            "supports_inline_queries": self.settings.inline_queries,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }

    def commands_for(self, chat_id: int, private: bool, language: str) -> list[Json]:
        """The menu that this reader sees: the narrowest scope wins, then their language."""
        wide = {"type": "all_private_chats" if private else "all_group_chats"}
        for scope in ({"type": "chat", "chat_id": chat_id}, wide, DEFAULT_SCOPE):
            for code in (language, ""):
                if commands := self.commands.get((scope_key(scope), code)):
                    return commands
        return []


def scope_key(scope: Json) -> str:
    """The same for the same scope, whatever the order of its fields."""
    return json.dumps({key: str(value) for key, value in scope.items()}, sort_keys=True)


def _for(texts: dict[str, str], language: str) -> str:
    return texts.get(language) or texts.get("", "")
