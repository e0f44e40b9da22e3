from pathlib import Path

import pytest

from knowledge.cache import load_cached
from knowledge.errors import InvalidKnowledge
from knowledge.loader import load
from tests import content


def test_what_is_read_back_is_what_was_kept(tmp_path: Path) -> None:
    folder = content.write(tmp_path / "content", content.cases())
    first, again = load_cached(folder, tmp_path / "var"), load_cached(folder, tmp_path / "var")
    assert again == first
    assert first.cases == load(folder).cases


def test_a_changed_file_is_read_anew_and_checked(tmp_path: Path) -> None:
    folder = content.write(tmp_path / "content", content.cases())
    load_cached(folder, tmp_path / "var")
    cases = content.cases()
    cases["portovik"]["related"] = ["nobody"]
    content.write(folder, cases)
    with pytest.raises(InvalidKnowledge):
        load_cached(folder, tmp_path / "var")


def test_a_damaged_file_is_replaced(tmp_path: Path) -> None:
    folder = content.write(tmp_path / "content", content.cases())
    load_cached(folder, tmp_path / "var")
    (tmp_path / "var" / "knowledge.json").write_bytes(b"{")
    assert list(load_cached(folder, tmp_path / "var").cases) == ["orlova", "portovik"]
    assert (tmp_path / "var" / "knowledge.json").stat().st_size > 1000


def test_nothing_has_to_be_kept(tmp_path: Path) -> None:
    folder = content.write(tmp_path / "content", content.cases())
    (tmp_path / "var").write_text("in the way")
    assert list(load_cached(folder, tmp_path / "var").cases) == ["orlova", "portovik"]
