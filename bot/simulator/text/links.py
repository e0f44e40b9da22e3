"""Which links Telegram accepts, and the form in which it gives them back."""

import re
from urllib.parse import urlsplit

TELEGRAM_SCHEMES = frozenset({"tg", "ton", "tonsite"})
WEB_SCHEMES = frozenset({"http", "https"})
SCHEME = re.compile(r"^([a-zA-Z][a-zA-Z0-9+.-]*)://")
HOST = re.compile(r"^[\w-]+(\.[\w-]+)+$")


class LinkError(ValueError):
    """Why a link is refused, in Telegram's words."""


def checked_link(link: str) -> str:
    """The link as Telegram stores it.

    :raises LinkError: when Telegram would refuse it.
    """
    link = link.strip()
    scheme = SCHEME.match(link)
    if scheme is None:
        link = f"http://{link}"
    elif scheme[1].lower() in TELEGRAM_SCHEMES:
        return link
    elif scheme[1].lower() not in WEB_SCHEMES:
        raise LinkError("Unsupported URL protocol")
    return _web_link(link)


def _web_link(link: str) -> str:
    try:
        parts = urlsplit(link)
        port = parts.port
    except ValueError as error:
        raise LinkError("Wrong HTTP URL") from error
    host = parts.hostname or ""
    # Telegram refuses hosts without a dot, and so also localhost.
    if not HOST.match(host) or re.search(r"\s", link):
        raise LinkError("Wrong HTTP URL")
    place = host if port is None else f"{host}:{port}"
    rest = link.split("://", 1)[1][len(parts.netloc) :]
    if not rest.startswith("/"):
        rest = f"/{rest}"
    return f"{parts.scheme.lower()}://{place}{rest}"
