"""The few character references that Telegram's HTML knows."""

import re

NAMED = {b"lt": "<", b"gt": ">", b"amp": "&", b"quot": '"'}
# A longer word that only begins like a name, as in "?a=1&lty=2", stays as it is.
REFERENCE = re.compile(rb"&(?:(lt|gt|amp|quot)(?![A-Za-z])|#(\d{1,7})(?!\d)|#[xX]([0-9a-fA-F]{1,6})(?![0-9a-fA-F]));?")
SURROGATES = range(0xD800, 0xE000)
LAST_CODE_POINT = 0x10FFFF


def character(reference: re.Match[bytes]) -> str:
    """The character meant, or the reference itself where there is no such character."""
    name, decimal, hexadecimal = reference.groups()
    if name:
        return NAMED[name]
    code = int(decimal) if decimal else int(hexadecimal, 16)
    if code == 0 or code > LAST_CODE_POINT or code in SURROGATES:
        return reference[0].decode()
    return chr(code)


def unescaped(data: bytes) -> str:
    """An attribute's value with its references resolved."""
    return REFERENCE.sub(lambda found: character(found).encode(), data).decode()
