"""Where the keys of the vault come from: DATA_KEYS, or a file beside the database that only its owner can read."""

import base64
import binascii
import os
import secrets
from collections.abc import Iterable
from pathlib import Path

from bot.errors import SettingsError
from bot.vault import KEY_BYTES

FILE = "data.keys"


def read_keys(setting: str, folder: Path) -> list[bytes]:
    """The keys, newest first; makes the file where there is neither. SettingsError names a bad key's place."""
    if setting:
        return _keys(setting.split(","), "DATA_KEYS")
    path = folder / FILE
    if not path.exists():
        _make(path)
    return _keys(path.read_text(encoding="utf-8-sig", errors="replace").split(), str(path))


def new_key() -> str:
    """A fresh key as DATA_KEYS takes it."""
    return base64.urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)).decode()


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # Never readable by others, not even for a moment.
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(new_key() + "\n")


def _keys(written: Iterable[str], where: str) -> list[bytes]:
    keys = [_key(one.strip(), f"{where}, key {number}") for number, one in enumerate(written, start=1)]
    if not keys:
        raise SettingsError(f"{where}: has no key: remove the file to have one made, or put the old key back")
    return keys


def _key(written: str, where: str) -> bytes:
    try:
        key = base64.urlsafe_b64decode(written)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        raise SettingsError(f"{where}: is not {KEY_BYTES} bytes in base64: correct it")
    return key
