"""Hides who somebody is: a digest to look a row up, and a sealed text that only the keys open."""

import hmac
import os
from collections.abc import Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.errors import SealBroken

KEY_BYTES = 32
# What NIST SP 800-38D recommends for GCM.
_NONCE_BYTES = 12


class Vault:
    """Keys of 32 bytes, newest first: the first seals, all of them open."""

    def __init__(self, keys: Sequence[bytes]) -> None:
        self._seals = [AESGCM(_derived(key, b"seal")) for key in keys]
        self._lookups = [_derived(key, b"lookup") for key in keys]

    def digest(self, text: str) -> bytes:
        """What stands for a text in the database: HMAC-SHA256 by the newest key."""
        return self.digests(text)[0]

    def digests(self, text: str) -> list[bytes]:
        """The digests by every key: a row that was written under an older one is still found."""
        return [hmac.digest(key, text.encode(), "sha256") for key in self._lookups]

    def seal(self, text: str, place: bytes) -> bytes:
        """The text, encrypted by AES-256-GCM; it opens only together with the same `place`."""
        nonce = os.urandom(_NONCE_BYTES)
        return nonce + self._seals[0].encrypt(nonce, text.encode(), place)

    def open(self, sealed: bytes, place: bytes) -> str:
        """What was sealed; SealBroken when no key opens it."""
        nonce, encrypted = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
        for seal in self._seals:
            try:
                return seal.decrypt(nonce, encrypted, place).decode()
            except (InvalidTag, ValueError):
                continue
        raise SealBroken("a row cannot be decrypted: put the key that it was written with back into DATA_KEYS")


def _derived(key: bytes, purpose: bytes) -> bytes:
    """A key for one purpose only (RFC 5869)."""
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=b"solidarity-bot " + purpose).derive(key)
