"""What is kept about people: found by digest, sealed, unreadable without the key."""

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import SealBroken, SettingsError
from bot.keys import FILE, new_key, read_keys
from bot.vault import Vault

OLD, NEW = bytes(range(32)), bytes(range(32, 64))


@given(st.text(), st.binary(max_size=40))
def test_what_is_sealed_opens_in_its_place_only(text: str, place: bytes) -> None:
    vault = Vault([NEW])
    sealed = vault.seal(text, place)
    assert vault.open(sealed, place) == text
    with pytest.raises(SealBroken):
        vault.open(sealed, place + b"x")


def test_nothing_of_the_text_shows() -> None:
    sealed = Vault([NEW]).seal("Anna Ozola, 123456789", b"")
    assert b"Anna" not in sealed
    assert b"123456789" not in sealed


def test_the_same_text_is_sealed_differently_each_time() -> None:
    vault = Vault([NEW])
    assert vault.seal("Anna", b"") != vault.seal("Anna", b"")


def test_an_older_key_still_opens_and_finds() -> None:
    before, after = Vault([OLD]), Vault([NEW, OLD])
    assert after.open(before.seal("Anna", b"row"), b"row") == "Anna"
    assert before.digest("7") in after.digests("7")
    assert after.digest("7") != before.digest("7")


def test_without_its_key_a_text_stays_shut() -> None:
    sealed = Vault([OLD]).seal("Anna", b"row")
    with pytest.raises(SealBroken, match="put the key that it was written with back into DATA_KEYS"):
        Vault([NEW]).open(sealed, b"row")


@pytest.mark.parametrize("broken", [b"", b"short", bytes(100)])
def test_rubbish_is_refused(broken: bytes) -> None:
    with pytest.raises(SealBroken):
        Vault([NEW]).open(broken, b"row")


def test_a_digest_is_32_bytes_and_no_plain_hash() -> None:
    assert len(Vault([NEW]).digest("7")) == 32
    assert Vault([NEW]).digest("7") != Vault([OLD]).digest("7")


def test_a_key_is_made_once_for_its_owner_only(tmp_path: Path) -> None:
    [key] = read_keys("", tmp_path / "var")
    assert read_keys("", tmp_path / "var") == [key]
    assert stat.S_IMODE((tmp_path / "var" / FILE).stat().st_mode) == 0o600


def test_keys_of_the_setting_come_newest_first(tmp_path: Path) -> None:
    first, second = new_key(), new_key()
    keys = read_keys(f"{first}, {second}", tmp_path)
    assert keys == [read_keys(first, tmp_path)[0], read_keys(second, tmp_path)[0]]
    assert not (tmp_path / FILE).exists()


@pytest.mark.parametrize("setting", ["secret", "c2hvcnQ=", "ключ", f"{'A' * 43}=,", ","])
def test_a_bad_key_is_named_without_being_shown(tmp_path: Path, setting: str) -> None:
    with pytest.raises(SettingsError, match=r"DATA_KEYS, key \d: is not 32 bytes in base64: correct it") as caught:
        read_keys(setting, tmp_path)
    assert "secret" not in str(caught.value)


def test_a_key_file_saved_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    key = new_key()
    (tmp_path / FILE).write_text(key, encoding="utf-8-sig")
    assert read_keys("", tmp_path) == read_keys(key, tmp_path)


def test_a_key_file_of_other_letters_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("ключ", encoding="cp1251")
    with pytest.raises(SettingsError, match=r"data\.keys, key 1: is not 32 bytes in base64: correct it"):
        read_keys("", tmp_path)


def test_an_empty_key_file_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("\n", encoding="ascii")
    with pytest.raises(SettingsError, match="has no key: remove the file"):
        read_keys("", tmp_path)
