"""What can go wrong at the edges.

BotError
├── SettingsError    a setting is missing or wrong; names it and the remedy
├── TokenError       Telegram does not accept the bot's token
├── ConnectionLost   the Bot API server cannot be reached
├── DatabaseError    the database cannot be opened
├── PublishError     an update cannot be published as it was asked for
├── LetterError      a letter cannot be made as it was asked for
└── SealBroken       a row of the database cannot be decrypted
"""


class BotError(Exception):
    """Base of everything that this package raises; its message is for the operator."""


class SettingsError(BotError):
    """A setting is missing or wrong."""


class TokenError(BotError):
    """The bot's token is missing or refused."""


class ConnectionLost(BotError):
    """The Bot API server cannot be reached."""


class DatabaseError(BotError):
    """The database cannot be opened or written."""


class LetterError(BotError):
    """A letter cannot be made as it was asked for."""


class SealBroken(BotError):
    """None of the keys opens a text, or it belongs to another place."""


class PublishError(BotError):
    """An update cannot be published as it was asked for."""
