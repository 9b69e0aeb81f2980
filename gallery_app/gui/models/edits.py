"""The user's writes: each one undoable, each one said."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from gallery_app.domain.changes import Changes
from gallery_app.domain.part import Part
from gallery_app.domain.suggestion import Verdict
from gallery_app.domain.tag import clean_tag, leaf
from gallery_app.errors import UserError
from gallery_app.gui.bridge import Bridge, Library
from gallery_app.gui.language import said

Write = Callable[[Library], Changes]


class Edits(QObject):
    """Tags, verdicts and names, written beside the window, one after the other.

    Signals:
        wrote: A sentence about what was done; it can be undone.
        said: A sentence about what cannot.
        accepted: From which probability on suggestions were accepted.
        taught: Tags or verdicts changed, so the machine may suggest anew.
        turned: Photos were turned, also back by an undo, so they look otherwise to the encoder.
        brought_back: An undo brought photos back, to be looked at again.
        switched_back: An undo took this encoder into use again, to look at what came since.
        renamed: A tag, and what it is called now.
        undone: The act that was taken back.
    """

    wrote = Signal(str)
    said = Signal(str)
    accepted = Signal(float)
    taught = Signal()
    turned = Signal()
    brought_back = Signal()
    switched_back = Signal(str)
    renamed = Signal(str, str)
    undone = Signal(int)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge

    def tag(self, tag: str, ids: Sequence[int]) -> None:
        """Tag photos; the words are cleaned first, and refused with a sentence."""
        name = self._clean(tag)
        if name:
            self.write(lambda library: library.tag(name, ids), lambda n: self._tagged(n, name))

    def tag_part(self, tag: str, photo_id: int, part: Part) -> None:
        """Tag a photo for a part of it; the words are cleaned first, as for `tag`."""
        name = self._clean(tag)
        if name:
            words = self.tr("Tagged this part “{tag}”").format(tag=leaf(name))
            self.write(
                lambda library: library.teaching.tag_part(name, photo_id, part), lambda _n: words
            )

    def _clean(self, tag: str) -> str:
        try:
            return clean_tag(tag)
        except UserError as error:
            self._bridge.failed.emit(said(str(error)))
            return ""

    def tag_by_folders(self, folder_id: int) -> None:
        """Tag the photos of a folder with the names of the folders that they lie in."""
        self.write(
            lambda library: library.curation.tag_by_folders(folder_id),
            lambda n: self.tr("Put %Ln tags on photos", "", n),
        )

    def untag(self, tag: str, ids: Sequence[int]) -> None:
        """Take a tag off photos."""
        self.write(
            lambda library: library.untag(tag, ids),
            lambda n: self.tr("Took “{tag}” off %Ln photos", "", n).format(tag=leaf(tag)),
        )

    def answer(self, verdict: Verdict, tag: str, ids: Sequence[int]) -> None:
        """Answer a suggestion: yes tags the photos, no is kept for good, skip asks later."""
        words = {
            Verdict.YES: self.tr("Tagged “{tag}”"),
            Verdict.NO: self.tr("“{tag}” will not be suggested here again"),
            Verdict.SKIP: self.tr("“{tag}” will be asked later"),
        }
        self.write(
            lambda library: library.answer(verdict, tag, ids),
            lambda _n: words[verdict].format(tag=leaf(tag)),
        )

    def answer_quietly(self, verdict: Verdict, tag: str, ids: Sequence[int]) -> None:
        """Answer a question of a screen that shows each answer itself."""
        self.write(lambda library: library.answer(verdict, tag, ids), lambda _n: "")

    def accept(self, minimum: float, tag: str | None) -> None:
        """Accept every suggestion with at least this probability, of one tag or of all."""

        def say(number: int) -> str:
            self.accepted.emit(minimum)
            return self.tr("Accepted %Ln suggestions", "", number)

        self.write(lambda library: library.accept(minimum, tag), say)

    def replace_tag(self, tag: str, by: str, ids: Sequence[int]) -> None:
        """Put another tag in place of one."""
        self.write(
            lambda library: library.teaching.replace(tag, by, ids), lambda n: self._tagged(n, by)
        )

    def merge_tags(self, tag: str, into: str) -> None:
        """Make one tag of two."""
        words = self.tr("“{tag}” is part of “{into}” now").format(tag=leaf(tag), into=leaf(into))
        self.write(lambda library: library.teaching.merge(tag, into), lambda _n: words)

    def rename_tag(self, tag: str, name: str) -> None:
        """Give a tag another name; the words are cleaned first, as for `tag`."""
        new = self._clean(name)

        def say(_number: int) -> str:
            self.renamed.emit(tag, new)
            return self.tr("“{tag}” is “{name}” now").format(tag=tag, name=new)

        if new and new != tag:
            self.write(lambda library: library.teaching.rename(tag, new), say)

    def delete_tag(self, tag: str) -> None:
        """Take a tag, and all below it, off every photo."""
        words = self.tr("Deleted the tag “{tag}”; its photos stay").format(tag=leaf(tag))
        self.write(lambda library: library.teaching.drop(tag), lambda _n: words)

    def set_exclusive(self, tag: str, *, on: bool) -> None:
        """Say whether a photo carries one child of a tag at most."""
        words = self.tr("Only one of “{tag}” goes on a photo now")
        off = self.tr("Several of “{tag}” may go on a photo now")
        self.write(
            lambda library: library.teaching.set_exclusive(tag, on=on),
            lambda _n: (words if on else off).format(tag=leaf(tag)),
        )

    def undo_run(self, model: str) -> None:
        """Take off every tag that was accepted in bulk from one run."""
        self.write(
            lambda library: library.teaching.undo_run(model),
            lambda n: self.tr("Took back %Ln tags", "", n),
        )

    def name_cluster(self, cluster_id: int, name: str) -> None:
        """Name a cluster and tag its photos."""
        self.write(
            lambda library: library.name_cluster(cluster_id, name),
            lambda n: self._tagged(n, name),
        )

    def remove_folder(self, folder_id: int) -> None:
        """Forget a folder's photos; its files stay untouched."""
        words = self.tr("Removed the folder from the library; its files are untouched")
        self.write(lambda library: library.curation.remove_folder(folder_id), lambda _n: words)

    def undo(self) -> None:
        """Take back the last write."""

        def done(answer: tuple[str, Changes]) -> None:
            self.said.emit(self.tr("Undone: {what}").format(what=said(answer[0])))
            self._follow(answer[1])
            if answer[1].encoder:
                self.switched_back.emit(answer[1].encoder)
            if answer[1].photos:
                self.brought_back.emit()
            self.undone.emit(answer[1].act)

        self._bridge.write(lambda library: library.undo(), done)

    def redo(self) -> None:
        """Do again what was taken back last."""

        def done(answer: tuple[str, Changes]) -> None:
            self.wrote.emit(self.tr("Redone: {what}").format(what=said(answer[0])))
            self._follow(answer[1])

        self._bridge.write(lambda library: library.redo(), done)

    def _tagged(self, number: int, tag: str) -> str:
        return self.tr("Tagged %Ln photos “{tag}”", "", number).format(tag=leaf(tag))

    def write(self, work: Write, sentence: Callable[[int], str]) -> None:
        """Write what can be undone, and say so.

        Args:
            work: The write.
            sentence: Called with how much it changed; "" says nothing.
        """

        def done(changes: Changes) -> None:
            words = sentence(changes.count)
            if words:
                self.wrote.emit(words)
            self._follow(changes)

        self._bridge.write(work, done)

    def _follow(self, changes: Changes) -> None:
        if changes.suggestions:
            self.taught.emit()
        if changes.turned:
            self.turned.emit()
