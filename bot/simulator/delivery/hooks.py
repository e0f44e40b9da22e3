"""What a bot says about its webhook, checked."""

import ipaddress
import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from bot.simulator.errors import ApiError, bad_request
from bot.simulator.settings import Settings
from bot.simulator.state.calls import Call

PORTS = (443, 80, 88, 8443)
SECRET_LENGTH = 256
SECRET = re.compile(r"[A-Za-z0-9_-]*")
MOST_CONNECTIONS = 100
USUAL_CONNECTIONS = 40


@dataclass(frozen=True, slots=True)
class Hook:
    """Where updates go, and the secret that goes with them."""

    url: str = ""
    secret: str = field(default="", repr=False)
    max_connections: int = USUAL_CONNECTIONS


def checked_hook(call: Call, settings: Settings) -> Hook:
    """The webhook that the call asks for.

    :raises ApiError: for an address or a secret that Telegram refuses.
    """
    url, secret = call.text("url"), call.text("secret_token")
    if len(secret) > SECRET_LENGTH:
        raise bad_request("secret token is too long")
    if not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    if url and not settings.local_webhooks:
        _check_public(url)
    connections = call.number("max_connections") or USUAL_CONNECTIONS
    return Hook(url, secret, min(max(connections, 1), MOST_CONNECTIONS))


def _check_public(url: str) -> None:
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
        port = parts.port or PORTS[0]
    except ValueError as error:
        raise _bad("invalid webhook URL specified") from error
    if parts.scheme != "https":
        raise _bad("An HTTPS URL must be provided for webhook")
    if port not in PORTS:
        raise _bad("Webhook can be set up only on ports 80, 88, 443 or 8443")
    host = parts.hostname or ""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        if host == "localhost":
            raise _bad("IP address 127.0.0.1 is reserved") from None
        return
    if not address.is_global:
        raise _bad(f"IP address {address} is reserved")


def _bad(reason: str) -> ApiError:
    return bad_request(f"bad webhook: {reason}")


def is_loopback(url: str) -> bool:
    """Whether the address is on this computer; updates never go anywhere else."""
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
