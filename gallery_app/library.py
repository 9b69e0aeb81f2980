"""The library: the one façade that the window and the command line both talk to."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from functools import partial
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from gallery_app.browsing import Browsing
from gallery_app.catalogue.catalogue import Catalogue
from gallery_app.catalogue.photos import Folder
from gallery_app.catalogue.problems import Problem
from gallery_app.catalogue.tags import Origin, PhotoTag, TagCount
from gallery_app.clustering import Clustering
from gallery_app.curation import Curation
from gallery_app.domain.changes import Changes, photos_in_words
from gallery_app.domain.cluster import Cluster
from gallery_app.domain.counts import Counts
from gallery_app.domain.encoder import EncoderFacts, KnownFacts
from gallery_app.domain.photo import Photo
from gallery_app.domain.query import parse_query
from gallery_app.domain.suggestion import REVIEW_FROM, Suggestion, Verdict
from gallery_app.domain.tag import clean_tag
from gallery_app.domain.training import (
    Comparison,
    TrainingNews,
    TrainReport,
    TrainRequest,
    UnfinishedTraining,
)
from gallery_app.errors import UserError
from gallery_app.files.reader import read_preview
from gallery_app.jobs import encoders as encoders_job
from gallery_app.jobs.bursts import find_bursts
from gallery_app.jobs.cluster.assign import assign
from gallery_app.jobs.cluster.group import cluster
from gallery_app.jobs.embed import embed
from gallery_app.jobs.export.export import export
from gallery_app.jobs.export.request import ExportReport, ExportRequest
from gallery_app.jobs.export.undo import restore
from gallery_app.jobs.import_tags import ImportReport, import_tags
from gallery_app.jobs.job import Job, finish, under_way
from gallery_app.jobs.scan import AddReport, checked_folder, scan
from gallery_app.jobs.similar import Duplicates, Likeness
from gallery_app.jobs.surroundings import Surroundings
from gallery_app.jobs.tagging.suggest import suggest
from gallery_app.jobs.train.training import Training
from gallery_app.jobs.turned import find_turned
from gallery_app.log import last_mistake, log_to
from gallery_app.mapping import Mapping
from gallery_app.paths import LibraryPaths
from gallery_app.teaching import Teaching, existing_tag
from gallery_app.tidying import Tidying
from ssl_core.embed.known import KNOWN, KnownEncoder


class Library:
    """One library of photos: a folder with a catalogue, thumbnails and encoders.

    Reads and short writes answer at once and may be called from any thread. Everything slow is
    a job: a generator of `Progress`, to be run by `jobs.runner` or `jobs.job.finish`.
    """

    def __init__(
        self, directory: Path, catalogue: Catalogue, known: Sequence[KnownEncoder] = KNOWN
    ) -> None:
        """Join what a library consists of; ``known`` are the encoders that can be fetched."""
        self.directory = directory
        self._known = known
        self._catalogue = catalogue
        self._listeners: list[Callable[[Changes], None]] = []
        self._place = Surroundings.of(directory, catalogue, self._announce)
        self._likeness = Likeness(self._place)
        adopt = partial(self.switch_encoder, undoable=False)
        self._training = Training(self._place, partial(embed, self._place), adopt)
        self.curation = Curation(catalogue, self._announce)
        self.browsing = Browsing(catalogue, self._likeness)
        self.teaching = Teaching(self._place)
        self.clustering = Clustering(self._place)
        self.mapping = Mapping(self._place)
        self.tidying = Tidying(self._place, self._likeness)

    @classmethod
    def open(cls, directory: Path) -> "Library":
        """Open the library in a folder, making it when new.

        Raises:
            UserError: The catalogue is damaged, foreign or newer than this Handful.
            SurroundingsError: The folder cannot be written, or the catalogue is locked.
        """
        paths = LibraryPaths.ready(directory)
        catalogue = Catalogue.open(paths.catalogue)
        log_to(paths.logs)
        return cls(paths.directory, catalogue)

    def close(self) -> None:
        """End the worker processes and close the catalogue."""
        self._place.close()
        self._catalogue.close()

    def listen(self, listener: Callable[[Changes], None]) -> None:
        """Call ``listener`` after every write, on the thread that wrote."""
        self._listeners.append(listener)

    # --- Reads ---

    def photo_ids(self, query: str = "") -> list[int]:
        """Return the ids of the photos that a query finds, newest capture first.

        Raises:
            QueryError: The query is not understood; ``position`` says where.
        """
        return self._catalogue.find(parse_query(query))

    def photos(self, ids: Sequence[int]) -> list[Photo]:
        """Return photos in the order of their ids."""
        return self._catalogue.photos.get(ids)

    def find_photo(self, path: Path) -> Photo:
        """Return the photo whose file is ``path``; links to it and ".." in it are understood.

        Raises:
            UserError: No photo of the library lies there.
        """
        given = path.expanduser().absolute()
        for spot in (given, given.parent.resolve() / given.name, given.resolve()):
            photo = self._catalogue.photos.at(spot)
            if photo is not None:
                return photo
        raise UserError(f"{path} is not in the library; add its folder first.")

    def tags_of(self, ids: Sequence[int]) -> dict[int, list[PhotoTag]]:
        """Return the tags of photos, with where each came from."""
        return self._catalogue.tags.of(ids)

    def tags(self) -> list[TagCount]:
        """Return every tag that photos carry, and how many do, by path."""
        return self._catalogue.tags.all()

    def suggestions_of(self, photo_id: int) -> list[Suggestion]:
        """Return the open suggestions of a photo, best first, each with its reasons."""
        return self._catalogue.suggestions.of(photo_id)

    def suggestions(self, tag: str | None = None, minimum: float = REVIEW_FROM) -> list[Suggestion]:
        """Return open suggestions, best first.

        Args:
            tag: Only this tag.
            minimum: Least probability.

        Raises:
            UserError: There is no such tag.
        """
        tag_id = None if tag is None else existing_tag(self._catalogue.tags, tag)
        return self._catalogue.suggestions.open(tag_id, minimum)

    def clusters(self) -> list[Cluster]:
        """Return the groups found by the last run of `group`, biggest first."""
        return self.clustering.clusters()

    def similar(self, photo_id: int, limit: int = 200) -> list[tuple[int, float]]:
        """Return (photo id, cosine) of the photos most like one, most alike first.

        Raises:
            UserError: The photo has no vector yet.
        """
        return self._likeness.similar(photo_id, limit)

    def neighbours_under(
        self, encoder_name: str, photo_id: int, limit: int = 12
    ) -> list[tuple[int, float]]:
        """Return what `similar` would with another encoder in use.

        Raises:
            UserError: There is no such encoder, or it has not seen the photo yet.
        """
        encoder = self._catalogue.encoders.named(encoder_name)
        return self._likeness.similar(photo_id, limit, encoder)

    def duplicates(self) -> list[Duplicates]:
        """Return groups of photos that are the same, exactly or nearly."""
        return self._likeness.duplicates()

    def last_mistake(self) -> str:
        """Return what the log tells of the last mistake that Handful made; "" when of none."""
        return last_mistake(self._place.paths.logs)

    def problems(self) -> list[Problem]:
        """Return the files that cannot be read as photos."""
        return self._catalogue.problems.all()

    def folders(self) -> list[Folder]:
        """Return the added folders."""
        return self._catalogue.photos.folders()

    def counts(self) -> Counts:
        """Return the numbers beside the sidebar's entries."""
        return self._catalogue.counts(REVIEW_FROM)

    def thumbnail(self, photo: Photo) -> Path:
        """Return where the photo's thumbnail lies; it is there when ``has_thumbnail``."""
        return self._place.thumbnails.path(photo.content_hash)

    def preview(self, photo_id: int, side: int) -> tuple[bytes, int, int]:
        """Decode a photo for the viewer, in a worker process; blocks.

        Args:
            photo_id: The photo.
            side: Its long side in pixels, at most.

        Returns:
            BGRA rows, width, height.

        Raises:
            PhotoError: It cannot be read.
        """
        photo = self._catalogue.photos.get([photo_id])[0]
        return self._place.readers.call(read_preview, str(photo.path), side, photo.turn)

    def why_no_gpu(self) -> str:
        """Return why the GPU is not used, a short clause; "" when it is. Blocks."""
        return finish(self._place.computer.run("Looking for the GPU", encoders_job.why_no_gpu))

    def encoders(self) -> list[EncoderFacts]:
        """Return the encoders and what would run them here; blocks."""
        return encoders_job.all_facts(self._place)

    def known_encoders(self) -> list[KnownFacts]:
        """Return the well-known encoders that `get_encoder` fetches."""
        return encoders_job.known_facts(self._place, self._known)

    def encoder_before(self) -> str | None:
        """Return the encoder that served before the one in use; `switch_encoder` goes back."""
        before = self._catalogue.encoders.before()
        return before.name if before else None

    def latest_training(self, after: int = 0) -> TrainingNews | None:
        """Return what the newest training told since the last look; None before the first.

        Args:
            after: The ``read`` of the last look at the same run; 0 for all of it.
        """
        return self._training.latest(after)

    def unfinished_training(self) -> UnfinishedTraining | None:
        """Return the newest training if it was interrupted; `resume_training` goes on with it."""
        return self._training.unfinished()

    # --- Short writes, each an act that undo takes back ---

    def tag(self, tag: str, photo_ids: Iterable[int]) -> Changes:
        """Put a tag on photos."""
        name, ids, added = clean_tag(tag), list(photo_ids), set[int]()
        with self._catalogue.acts.recording(lambda: f"tagged {photos_in_words(added)} “{name}”"):
            added |= self._catalogue.put_tag(name, ids, Origin("hand"))
        return self._tagged(added)

    def untag(self, tag: str, photo_ids: Iterable[int]) -> Changes:
        """Take a tag off photos; that is also a "no", so it is not proposed again."""
        tag_id, ids = existing_tag(self._catalogue.tags, tag), list(photo_ids)
        removed: set[int] = set()
        with self._catalogue.acts.recording(lambda: f"untagged {photos_in_words(removed)} “{tag}”"):
            removed |= self._catalogue.tags.remove(tag_id, ids)
            self._catalogue.verdicts.give(Verdict.NO, tag_id, removed)
        return self._tagged(removed)

    def answer(self, verdict: Verdict, tag: str, photo_ids: Iterable[int]) -> Changes:
        """Record the user's answer: yes tags the photos, no untags them and is never asked again.

        Raises:
            UserError: ``tag`` is not a tag.
        """
        ids, touched = list(photo_ids), set[int]()
        words = f"{verdict} to “{tag}” for "
        with self._catalogue.acts.recording(lambda: words + photos_in_words(touched)) as act:
            tag_id = self._catalogue.tags.ensure(tag)
            touched |= self._catalogue.verdicts.give(verdict, tag_id, ids)
            if verdict is Verdict.YES:
                touched |= self._tag_as_suggested(tag_id, ids)
            elif verdict is Verdict.NO:
                touched |= self._catalogue.tags.remove(tag_id, ids)
        return self._tagged(touched, act=act)

    def accept(self, minimum: float, tag: str | None = None) -> Changes:
        """Turn every open suggestion of at least ``minimum`` into a tag."""
        photos, count = set[int](), 0
        with self._catalogue.acts.recording(
            lambda: f"accepted {'1 suggestion' if count == 1 else f'{count} suggestions'}"
        ):
            found = self.teaching.acceptable(tag, minimum)
            found.sort(key=attrgetter("tag", "model"))
            for (name, model), of_tag in groupby(found, key=attrgetter("tag", "model")):
                tag_id = self._catalogue.tags.ensure(name)
                rows = [(s.photo_id, s.probability) for s in of_tag]
                added = self._catalogue.tags.add(tag_id, rows, Origin("accepted", model))
                photos |= added
                count += len(added)
        return self._tagged(photos, count)

    def name_cluster(self, cluster_id: int, name: str) -> Changes:
        """Name a group and tag its members with the name.

        Raises:
            UserError: The name is not a tag, or the group is no more.
        """
        tag = clean_tag(name)
        with self._catalogue.acts.recording(lambda: f"named a group “{tag}”"):
            self._catalogue.clusters.rename(cluster_id, tag)
            tag_id = self._catalogue.tags.ensure(tag)
            rows = [(photo_id, None) for photo_id in self._catalogue.clusters.members(cluster_id)]
            added = self._catalogue.tags.add(tag_id, rows, Origin("cluster"))
        return self._tagged(added, clusters=True)

    def undo(self) -> tuple[str, Changes]:
        """Take back the last act; return its title and what changed.

        Raises:
            UserError: There is nothing to undo, or the encoder before is gone.
        """
        act = self._catalogue.acts.last()
        encoders_job.check_encoder_before(self._place, act.steps)
        files = restore(self._place, act.steps)
        changes = self._catalogue.take_back(act)
        files += self.tidying.bring_back(act.steps)
        return act.title + files, self._announce(changes)

    def redo(self) -> tuple[str, Changes]:
        """Do the act again that this program took back last; return its title and what changed.

        Raises:
            UserError: There is nothing to redo, something else was done since, or it was more
                than a write to the catalogue.
        """
        title, changes = self._catalogue.redo()
        return title, self._announce(changes)

    def use_encoder(self, name: str, *, undoable: bool = True) -> Changes:
        """Make another encoder the active one. Tags, verdicts and old vectors stay."""
        act = self._catalogue.acts.recording(lambda: f"took the encoder “{name}” into use")
        with act if undoable else nullcontext():
            self._catalogue.encoders.use(name)
        return self._announce(Changes(suggestions=True, clusters=True, encoder=name))

    # --- Jobs ---

    def add_folders(self, paths: Sequence[Path]) -> Job[AddReport]:
        """Add folders: find their photos, make thumbnails and vectors.

        Raises:
            UserError: A folder is not there, is a file, or cannot be read.
        """
        wanted = [checked_folder(path) for path in paths]
        for path in wanted:
            self._catalogue.photos.add_folder(path)
        folders = [f for f in self.folders() if any(f.path.is_relative_to(w) for w in wanted)]
        return (yield from self._look(folders))

    def rescan(self) -> Job[AddReport]:
        """Look through all added folders again; those that are not there keep their photos."""
        return (yield from self._look(self.folders()))

    def understand(self) -> Job[int]:
        """Encode what is not encoded as it is shown, photos that were turned; returns how many."""
        encoder = yield from encoders_job.ensure_encoder(self._place)
        return (yield from embed(self._place, encoder))

    def group(self) -> Job[int]:
        """Group the photos anew; returns how many groups there are."""
        encoder = yield from encoders_job.ensure_encoder(self._place)
        return (yield from cluster(self._place, encoder))

    def suggest(self) -> Job[int]:
        """Learn from tags and verdicts and propose tags anew; returns how many."""
        encoder = yield from encoders_job.ensure_encoder(self._place)
        return (yield from suggest(self._place, encoder))

    def find_turned(self) -> Job[int]:
        """Look for photos that lie on their side; an encoder must have learnt to tell."""
        return find_turned(self._place)

    def export(self, request: ExportRequest) -> Job[ExportReport]:
        """Hand the tags to other programs."""
        return (yield from export(self._place, request))

    def import_tags(self, table: Path) -> Job[ImportReport]:
        """Take tags from a CSV with the columns ``path,tag``."""
        return (yield from import_tags(self._place, table))

    def add_encoder(self, file: Path, *, use: bool) -> Job[EncoderFacts]:
        """Add an encoder from an ONNX file or a DINO checkpoint; with ``use``, make it active."""
        return self._brought(encoders_job.import_encoder(self._place, file), use=use)

    def get_encoder(self, name: str, *, use: bool, accepted: bool = False) -> Job[EncoderFacts]:
        """Fetch a well-known encoder, because the user asked for it; with ``use``, switch to it.

        Raises:
            UserError: At once: it is not known, or its licence must be ``accepted`` first.
            SurroundingsError: No network, or no space; the next try goes on from there.
        """
        known = encoders_job.chosen(self._place, self._known, name, accepted=accepted)
        return self._brought(encoders_job.fetch_encoder(self._place, known), use=use)

    def train(self, request: TrainRequest) -> Job[TrainReport]:
        """Train an encoder on one's own photos; adopt it only if it measures better.

        Cancelling it leaves a training that can go on. It is ended early, and keeps what is
        learnt, by `jobs.runner.RunningJob.stop`.

        Raises:
            UserError: It cannot be done as asked.
        """
        return self._training.start(request)

    def resume_training(self) -> Job[TrainReport]:
        """Go on with the training that was interrupted.

        Raises:
            UserError: There is none.
        """
        return self._training.resume()

    def compare_encoders(self, first: str, second: str) -> Job[Comparison]:
        """Measure two encoders on the photos that both have seen, after encoding what is missing.

        Raises:
            UserError: There is no such encoder, or no photo.
        """
        return self._training.compare(first, second)

    def switch_encoder(self, name: str, *, undoable: bool = True) -> Job[int]:
        """Take an encoder into use: encode what it has not seen, then group and suggest anew.

        The one before serves until all is encoded. Tags, verdicts and old vectors stay. It is no
        act when not ``undoable``: undo is for what the user did last, whenever a training ends.

        Returns:
            How many suggestions there are.

        Raises:
            UserError: There is no such encoder, or its files are gone.
        """
        yield from embed(self._place, encoders_job.usable(self._place, name))
        self.use_encoder(name, undoable=undoable)
        yield from self.group()
        return (yield from self.suggest())

    # --- Inside ---

    def _look(self, folders: list[Folder]) -> Job[AddReport]:
        # A new library's encoder is converted while the photos are found and read.
        preparing = under_way(encoders_job.ensure_encoder(self._place))
        try:
            report = yield from scan(self._place, folders)
            encoder = yield from preparing
        finally:
            preparing.close()
        made = yield from embed(self._place, encoder)
        yield from assign(self._place, encoder)
        yield from find_bursts(self._place, encoder)
        yield from self.mapping.place_new()
        counts = self.counts()
        report.problems = counts.problems
        # Some turned out to be problems when their pixels were decoded.
        report.new &= set(self._catalogue.find(()))
        return AddReport(counts.photos, report, counts.vectors, made)

    def _tagged(
        self, photo_ids: set[int], count: int | None = None, *, act: int = 0, clusters: bool = False
    ) -> Changes:
        return self._announce(
            Changes(
                tagged=frozenset(photo_ids),
                tags=True,
                suggestions=True,
                clusters=clusters,
                act=act,
                count=len(photo_ids) if count is None else count,
            )
        )

    def _announce(self, changes: Changes) -> Changes:
        for listener in self._listeners:
            listener(changes)
        return changes

    def _tag_as_suggested(self, tag_id: int, ids: list[int]) -> set[int]:
        """Put a tag on photos, with what the machine said of each."""
        chances = self._catalogue.suggestions.chances(tag_id, ids)
        model = next((model for _, model in chances.values()), None)  # one run wrote them all
        rows = [(photo_id, chances.get(photo_id, (None, ""))[0]) for photo_id in ids]
        return self._catalogue.tags.add(tag_id, rows, Origin("accepted", model))

    def _brought(self, bringing: Job[str], *, use: bool) -> Job[EncoderFacts]:
        name = yield from bringing
        if use:
            yield from self.switch_encoder(name)
        return encoders_job.facts_of(self._place, self._catalogue.encoders.named(name))
