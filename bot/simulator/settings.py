"""What can be chosen about the simulated Telegram."""

from dataclasses import dataclass

# Shaped like a token, so that every client library accepts it; it opens nothing.
DEFAULT_TOKEN = "4242:simulator-is-not-a-secret"  # noqa: S105


@dataclass(frozen=True, slots=True)
class Settings:
    """Times in seconds; the defaults are Telegram's own where they are known."""

    token: str = DEFAULT_TOKEN
    bot_name: str = "Solidarity Bot"
    bot_username: str = "solidarity_demo_bot"
    bot_description: str = ""
    privacy_mode: bool = True
    inline_queries: bool = True
    inline_feedback: bool = True
    # Telegram doesn't say how long a button press may stay unanswered; about a minute was seen.
    query_lifetime: float = 60.0
    # How long Telegram throttles a second 409 and a repeated short poll.
    conflict_pause: float = 3.0
    repeated_poll_pause: float = 3.0
    # As with a self-hosted Bot API server in local mode: webhooks over HTTP, to any port, on any address.
    local_webhooks: bool = False
    webhook_first_retry: float = 1.0
    webhook_last_retry: float = 60.0
    webhook_timeout: float = 30.0

    @property
    def bot_id(self) -> int:
        """The number before the colon of the token."""
        return int(self.token.partition(":")[0])
