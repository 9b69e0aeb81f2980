import hashlib

import pytest

from gallery_app.files.fingerprint import content_hash


@pytest.mark.parametrize("size", [0, 1, (1 << 20) - 1, 1 << 20, (1 << 21) + 7])
def test_is_the_blake2b_of_the_bytes(tmp_path, size):
    data = bytes(range(251)) * (size // 251 + 1)
    (tmp_path / "a").write_bytes(data[:size])
    expected = hashlib.blake2b(data[:size], digest_size=16).hexdigest()
    assert content_hash(tmp_path / "a") == expected
    assert len(expected) == 32


def test_does_not_depend_on_name_or_time(tmp_path):
    for name in ("a.jpg", "b.png"):
        (tmp_path / name).write_bytes(b"same")
    assert content_hash(tmp_path / "a.jpg") == content_hash(tmp_path / "b.png")
