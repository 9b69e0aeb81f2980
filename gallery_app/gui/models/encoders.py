"""Which encoders there are, which one serves, and those that can be fetched."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from gallery_app.domain.changes import Changes
from gallery_app.domain.encoder import EncoderFacts, KnownFacts
from gallery_app.errors import HandfulError
from gallery_app.gui.bridge import Bridge, Library
from gallery_app.gui.language import said
from gallery_app.gui.models.watched import Watched
from gallery_app.jobs.running import RunningJob


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the library says of encoders.

    Attributes:
        encoders: Those of the library, the oldest first.
        before: The one that served before the one in use.
        known: Well-known ones, here or not.
        photos: Photos in the library.
        tagged: Photos with a tag.
        no_gpu: Why the graphics card is not used, a clause; "" when it is.
        read: Whether the library has answered yet.
    """

    encoders: tuple[EncoderFacts, ...] = ()
    before: str | None = None
    known: tuple[KnownFacts, ...] = ()
    photos: int = 0
    tagged: int = 0
    no_gpu: str = ""
    read: bool = False

    @property
    def in_use(self) -> EncoderFacts | None:
        """The encoder in use, None before the first."""
        return next((encoder for encoder in self.encoders if encoder.active), None)

    @property
    def others(self) -> list[EncoderFacts]:
        """The library's other encoders."""
        return [encoder for encoder in self.encoders if not encoder.active]


class Encoders(Watched, QObject):
    """Follows the library's encoders; fetches and switches.

    Signals:
        shown: `shelf` is new.
        moved: A fetch moved on, started or ended.
        said: A sentence about what was done.

    Attributes:
        shelf: What there is.
        fetched: Names of encoders that came since the window was opened and were not used yet.
        troubles: Why a fetch failed, by name.
    """

    shown = Signal()
    moved = Signal()
    said = Signal(str)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._fetches: dict[str, RunningJob] = {}
        self._switch: RunningJob | None = None
        self.shelf = Shelf()
        self.fetched: set[str] = set()
        self.troubles: dict[str, str] = {}
        bridge.progressed.connect(self._on_progressed)
        bridge.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read everything again."""
        self._bridge.ask(_read, self._show)

    def fetch_of(self, name: str) -> RunningJob | None:
        """Return the job that fetches a known encoder, None when none does."""
        return self._fetches.get(name)

    @property
    def switching(self) -> bool:
        """Whether photos are being looked at with an encoder that is to be taken into use."""
        return self._switch is not None

    def get(self, name: str, *, accepted: bool) -> None:
        """Fetch a known encoder; the one in use goes on serving."""
        title = next(known.title for known in self.shelf.known if known.name == name)
        self.troubles.pop(name, None)

        def done(facts: EncoderFacts) -> None:
            self.fetched.add(facts.name)
            self.said.emit(self.tr("{title} is here").format(title=title))

        def refuse(error: HandfulError) -> None:
            self.troubles[name] = said(str(error))
            self.moved.emit()

        def over() -> None:
            del self._fetches[name]
            self.moved.emit()
            self.refresh()

        self._fetches[name] = self._bridge.start(
            self.tr("Fetching {title}").format(title=title),
            lambda library: library.get_encoder(name, use=False, accepted=accepted),
            done,
            refuse,
            over,
        )
        self.moved.emit()

    def use(self, name: str) -> None:
        """Look at every photo with another encoder, then take it into use."""

        def done(_suggestions: int) -> None:
            self.fetched.discard(name)
            self.said.emit(self.tr("The encoder in use is now {name}").format(name=name))

        def over() -> None:
            self._switch = None
            self.moved.emit()
            self.refresh()

        self._switch = self._bridge.start(
            self.tr("Looking at the photos with {name}").format(name=name),
            lambda library: library.switch_encoder(name),
            done,
            over=over,
        )
        self.moved.emit()

    def go_back(self) -> None:
        """Take the encoder before into use again."""
        if self.shelf.before is not None:
            self.use(self.shelf.before)

    def _on_progressed(self) -> None:
        if self._fetches:
            self.moved.emit()

    def _on_changed(self, changes: Changes) -> None:
        if self.watched and changes.encoder and self.shelf.encoders:
            self.refresh()

    def _show(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.shown.emit()


def _read(library: Library) -> Shelf:
    counts = library.counts()
    return Shelf(
        tuple(library.encoders()),
        library.encoder_before(),
        tuple(library.known_encoders()),
        counts.photos,
        counts.photos - counts.untagged,
        said(library.why_no_gpu()),
        read=True,
    )
