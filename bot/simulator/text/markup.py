"""The complaint that all markups share."""


class MarkupError(ValueError):
    """Why a text can't be parsed, in Telegram's words."""
