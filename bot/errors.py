"""What can go wrong at the edges.

BotError
├── SettingsError    a setting is missing or wrong; names it and the remedy
├── TokenError       Telegram does not accept the bot's token
└── ConnectionLost   the Bot API server cannot be reached
"""


class BotError(Exception):
    """Base of everything that this package raises; its message is for the operator."""


class SettingsError(BotError):
    """A setting is missing or wrong."""


class TokenError(BotError):
    """The bot's token is missing or refused."""


class ConnectionLost(BotError):
    """The Bot API server cannot be reached."""
