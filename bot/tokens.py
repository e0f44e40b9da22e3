"""The bot's token, as the operator has set it."""

from bot.errors import TokenError
from bot.settings import Settings

REMEDY = "put the token that @BotFather gave you into .env as BOT_TOKEN=123456:ABC..."


def the_token(settings: Settings) -> str:
    """The token; TokenError where there is none."""
    token = settings.bot_token.get_secret_value()
    if not token:
        raise TokenError(f"BOT_TOKEN is missing: {REMEDY}")
    return token
