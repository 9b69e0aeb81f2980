"""The user's writes: each one undoable, each one said."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from gallery_app.domain.changes import Changes
from gallery_app.domain.suggestion import Verdict
from gallery_app.domain.tag import clean_tag, leaf
from gallery_app.errors import UserError
from gallery_app.gui.bridge import Bridge, Library


class Edits(QObject):
    """Tags, verdicts and names, written beside the window.

    Signals:
        said: A sentence about what was done, and whether it can be undone.
        accepted: Many suggestions were accepted at once.
        taught: Tags or verdicts changed, so the machine may suggest anew.
    """

    said = Signal(str, bool)
    accepted = Signal()
    taught = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge

    def tag(self, tag: str, ids: Sequence[int]) -> None:
        """Tag photos; the words are cleaned first, and refused with a sentence."""
        try:
            name = clean_tag(tag)
        except UserError as error:
            self._bridge.failed.emit(str(error))
            return
        said = self.tr("Tagged %n photo(s) “{tag}”", "", len(ids)).format(tag=leaf(name))
        self._write(lambda library: library.tag(name, ids), said)

    def untag(self, tag: str, ids: Sequence[int]) -> None:
        """Take a tag off photos."""
        said = self.tr("Took “{tag}” off %n photo(s)", "", len(ids)).format(tag=leaf(tag))
        self._write(lambda library: library.untag(tag, ids), said)

    def answer(self, verdict: Verdict, tag: str, ids: Sequence[int], *, quietly: bool = False) -> None:
        """Answer a suggestion.

        Args:
            verdict: Yes tags the photos, no is kept for good, skip asks again later.
            tag: The suggested tag.
            ids: The photos.
            quietly: Whether to say nothing; the review screen shows each answer itself.
        """
        words = {
            Verdict.YES: self.tr("Tagged “{tag}”"),
            Verdict.NO: self.tr("“{tag}” will not be suggested here again"),
            Verdict.SKIP: self.tr("“{tag}” will be asked later"),
        }
        said = "" if quietly else words[verdict].format(tag=leaf(tag))
        self._write(lambda library: library.answer(verdict, tag, ids), said)

    def accept(self, minimum: float, tag: str | None) -> None:
        """Accept every suggestion with at least this probability, of one tag or of all."""

        def done(changes: Changes) -> None:
            self.said.emit(self.tr("Accepted %n suggestion(s)", "", changes.count), True)
            self.accepted.emit()
            self.taught.emit()

        self._bridge.write(lambda library: library.accept(minimum, tag), done)

    def name_cluster(self, cluster_id: int, name: str) -> None:
        """Name a cluster and tag its photos."""

        def done(changes: Changes) -> None:
            words = self.tr("Tagged %n photo(s) “{tag}”", "", changes.count)
            self.said.emit(words.format(tag=leaf(name)), True)
            self.taught.emit()

        self._bridge.write(lambda library: library.name_cluster(cluster_id, name), done)

    def remove_folder(self, folder_id: int) -> None:
        """Forget a folder's photos; its files stay untouched."""
        said = self.tr("Removed the folder from the library; its files are untouched")

        def done(_changes: Changes) -> None:
            self.said.emit(said, False)

        self._bridge.write(lambda library: library.remove_folder(folder_id), done)

    def undo(self) -> None:
        """Take back the last write."""

        def done(answer: tuple[str, Changes]) -> None:
            what, _changes = answer
            self.said.emit(self.tr("Undone: {what}").format(what=what), False)
            self.taught.emit()

        self._bridge.write(lambda library: library.undo(), done)

    def _write(self, work: Callable[[Library], Changes], said: str) -> None:
        def done(_changes: Changes) -> None:
            if said:
                self.said.emit(said, True)
            self.taught.emit()

        self._bridge.write(work, done)
