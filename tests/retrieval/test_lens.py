from pathlib import Path

import numpy as np
import pytest

from retrieval.errors import EncoderError
from retrieval.lens import Lens

VECTORS = np.array([[1, 0], [0.6, 0.8], [0, 0]], dtype=np.float32)
LENS = Lens(np.array([[0.5, 0], [0, 2]], dtype=np.float32))


def test_rows_are_mapped_and_have_length_one() -> None:
    # (0.6, 0.8) becomes (0.3, 1.6); a text without a known word stays at zero.
    expected = [[1, 0], [0.3 / np.sqrt(2.65), 1.6 / np.sqrt(2.65)], [0, 0]]
    np.testing.assert_allclose(LENS.seen(VECTORS), expected, rtol=1e-6)
    np.testing.assert_allclose(LENS.lengths(VECTORS), [0.5, np.sqrt(2.65), 0], rtol=1e-6)


def test_what_is_turned_compares_with_vectors_that_are_not_mapped() -> None:
    seen = LENS.seen(VECTORS[:2])
    cosines = VECTORS[:2] @ LENS.turned(seen).T / LENS.lengths(VECTORS[:2])[:, None]
    np.testing.assert_allclose(cosines, seen @ seen.T, rtol=1e-6)


def test_without_a_matrix_vectors_are_seen_as_they_are() -> None:
    np.testing.assert_array_equal(Lens().seen(VECTORS), VECTORS)
    np.testing.assert_array_equal(Lens().turned(VECTORS), VECTORS)
    np.testing.assert_allclose(Lens().lengths(VECTORS), [1, 1, 0], rtol=1e-6)


def test_is_the_same_when_read_back(tmp_path: Path) -> None:
    LENS.save(tmp_path / "lens.npy")
    assert Lens.load(tmp_path / "lens.npy").fingerprint == LENS.fingerprint
    assert LENS.fingerprint not in {Lens().fingerprint, Lens(np.eye(2, dtype=np.float32)).fingerprint}


@pytest.mark.parametrize("damage", [None, b"", b"garbage"])
def test_a_lens_that_cannot_be_read_names_the_file_and_the_remedy(tmp_path: Path, damage: bytes | None) -> None:
    path = tmp_path / "lens.npy"
    if damage is not None:
        path.write_bytes(damage)
    with pytest.raises(EncoderError, match=r"lens\.npy: .*reinstall the package"):
        Lens.load(path)
