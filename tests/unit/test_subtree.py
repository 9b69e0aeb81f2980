"""The folders that photos lie in, found by jumping from one to the next."""

from pathlib import Path

from gallery_app.library import Library
from tests.catalogues import facts, record


def test_folders_are_found_whatever_their_names(library: Library):
    paths = (
        "/photos/a.jpg", "/photos/a/1.jpg", "/photos/a b/2.jpg", "/photos/a/b/3.jpg",
        "/photos/a/b/4.jpg", "/photos/a-b.jpg", "/photos/50%_/deep/er/5.jpg", "/photos/Ünal/6.jpg",
        "/photos/z.jpg",
    )  # fmt: skip
    record(library._catalogue, {path: facts(path) for path in paths})
    found = {str(path): photos for path, photos in library.browsing.subfolders(Path("/photos"))}
    assert found == {
        "/photos/50%_": 1,
        "/photos/50%_/deep": 1,
        "/photos/50%_/deep/er": 1,
        "/photos/a": 3,
        "/photos/a/b": 2,
        "/photos/a b": 1,
        "/photos/Ünal": 1,
    }
    for path, photos in found.items():
        assert len(library.photo_ids(f'folder:"{path}"')) == photos
    assert dict(library.browsing.subfolders(Path("/photos/a"))) == {Path("/photos/a/b"): 2}
    assert library.browsing.subfolders(Path("/elsewhere")) == []
