"""A refused pair of photo and tag never comes back, whatever happens to files and models."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from gallery_app.catalogue.catalogue import Catalogue
from gallery_app.domain.suggestion import Verdict
from tests.catalogues import facts, fill, record

PHOTOS = 3
TAGS = ("A", "B")

which = st.integers(0, PHOTOS - 1)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("refuse"), which, st.sampled_from(TAGS)),
        st.tuples(st.sampled_from(["move", "copy", "lose", "find"]), which, st.just("")),
        st.tuples(st.just("suggest"), st.just(0), st.sampled_from(["one model", "a later model"])),
    ),
    min_size=3,
    max_size=12,
)


class Story:
    """A catalogue of photos whose files are moved about, and what was refused, by contents."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        fill(catalogue, PHOTOS)
        self.paths = {n: [f"/photos/{n}.jpg"] for n in range(PHOTOS)}
        self.refused: set[tuple[int, str]] = set()
        self.written = 0

    def step(self, kind: str, photo: int, word: str) -> None:
        """Let one thing happen."""
        getattr(self, kind)(photo, word)

    def refuse(self, photo: int, tag: str) -> None:
        self.catalogue.verdicts.give(Verdict.NO, self._tag(tag), self._ids(photo)[:1])
        self.refused.add((photo, tag))

    def move(self, photo: int, _word: str) -> None:
        old = self.paths[photo].pop(0)
        self._write(photo, gone=[old])

    def copy(self, photo: int, _word: str) -> None:
        self._write(photo)

    def lose(self, photo: int, _word: str) -> None:
        self.catalogue.photos.set_missing(self._ids(photo), missing=True)

    def find(self, photo: int, _word: str) -> None:
        self.catalogue.photos.set_missing(self._ids(photo), missing=False)

    def suggest(self, _photo: int, model: str) -> None:
        """A model that learnt nothing from the answers: all tags for all photos."""
        ids = sorted(self.catalogue.photos.ids_by_path().values())
        rows = [(one, self._tag(tag), 0.9, ()) for one in ids for tag in TAGS]
        self.catalogue.suggestions.replace(rows, model)

    def offered(self) -> set[tuple[int, str]]:
        """What is open now, by contents."""
        content = {one: photo for photo in self.paths for one in self._ids(photo)}
        shown = self.catalogue.suggestions
        of_one = [each for one in content for each in shown.of(one)]
        return {(content[s.photo_id], s.tag) for s in [*shown.open(None, 0.0), *of_one]}

    def _write(self, photo: int, gone: list[str] | None = None) -> None:
        self.written += 1
        path = f"/photos/new-{self.written}.jpg"
        record(self.catalogue, {path: facts(str(photo))}, gone or [])
        self.paths[photo].append(path)

    def _ids(self, photo: int) -> list[int]:
        ids = self.catalogue.photos.ids_by_path()
        return [ids[path] for path in self.paths[photo]]

    def _tag(self, name: str) -> int:
        return self.catalogue.tags.ensure(name)


@given(steps)
@settings(max_examples=30)
def test_what_is_refused_stays_away_from_moved_copied_and_found_photos(happened):
    with tempfile.TemporaryDirectory() as folder:
        catalogue = Catalogue.open(Path(folder) / "catalogue.sqlite")
        try:
            story = Story(catalogue)
            for each in happened:
                story.step(*each)
                assert not story.offered() & story.refused
            for photo in range(PHOTOS):
                story.find(photo, "")
            story.suggest(0, "the last model")
            every = {(photo, tag) for photo in range(PHOTOS) for tag in TAGS}
            assert story.offered() == every - story.refused
        finally:
            catalogue.close()
