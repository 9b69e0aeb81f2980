"""Every gesture of the window, in one table: title, keys, tip, what it does."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal
from PySide6.QtGui import QAction, QActionGroup, QDesktopServices, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from gallery_app.domain.duplicates import Choice
from gallery_app.gui.bridge import Bridge
from gallery_app.gui.dialogs.about import About
from gallery_app.gui.dialogs.crash_report import CrashReport
from gallery_app.gui.dialogs.name import ask_name
from gallery_app.gui.dialogs.shortcuts import Shortcuts
from gallery_app.gui.dialogs.tag_ticks import TagTicksDialog
from gallery_app.gui.dialogs.wastebasket import ask_to_throw_away
from gallery_app.gui.gesture import Gesture
from gallery_app.gui.models.curating import Curating
from gallery_app.gui.models.edits import Edits
from gallery_app.gui.models.grouping import GroupEdits
from gallery_app.gui.models.place import Place, Screen, Spot
from gallery_app.gui.models.selection import Selection
from gallery_app.gui.models.tag_ticks import TagTicks
from gallery_app.gui.models.tidying import Tidying
from gallery_app.gui.models.work import Work
from gallery_app.gui.photo_gestures import PHOTO_GESTURES
from gallery_app.gui.view_gestures import VIEW_GESTURES

ZOOM_STEP = 1.25


class Actions(QObject):
    """Turns gestures into calls.

    Signals:
        panel_toggled: "sidebar", "inspector", "timeline" or "stacks".
        entry_asked: "tag" or "search" shall take the keys.
        zoom_asked: A factor.
        theme_asked: "system", "light" or "dark".
        viewer_asked: What a gesture of the viewer is called, or "stack" on the wall.
        grouping_asked: A `Grouping` for the wall.
        settings_asked: Show the settings.
        export_asked: Show what an export would change.
        run_asked: Take back a run of suggestions.
        quit_asked: Close the window.
    """

    panel_toggled = Signal(str)
    entry_asked = Signal(str)
    zoom_asked = Signal(float)
    theme_asked = Signal(str)
    viewer_asked = Signal(str)
    grouping_asked = Signal(str)
    settings_asked = Signal()
    export_asked = Signal()
    run_asked = Signal()
    quit_asked = Signal()

    def __init__(self, bridge: Bridge, place: Place, selection: Selection, parent: QWidget) -> None:
        super().__init__(parent)
        self.window = parent
        self._bridge = bridge
        self.place = place
        self._selection = selection
        self.edits = Edits(bridge, self)
        self.curating = Curating(self.edits, self)
        self.grouping = GroupEdits(self.edits, bridge, self)
        self.tidying = Tidying(self.edits, bridge, self)
        self.work = Work(bridge, self)
        self.edits.taught.connect(self.work.learn_soon)
        self.edits.turned.connect(self.work.understand_soon)
        self.edits.brought_back.connect(self.work.look_again)
        self._choices: dict[str, QActionGroup] = {}
        self._made = {gesture.name: self._make(gesture) for gesture in GESTURES}

    def __getitem__(self, name: str) -> QAction:
        """Return the Qt action of a gesture."""
        return self._made[name]

    def _make(self, gesture: "Gesture") -> QAction:
        made = QAction(gesture.words(gesture.title), self)
        made.setShortcuts([QKeySequence(keys) for keys in gesture.keys.split()])
        made.setToolTip(gesture.words(gesture.tip))
        made.triggered.connect(lambda: gesture.handler(self))
        made.setCheckable(gesture.ticked or bool(gesture.choice))
        if gesture.choice:
            choice = self._choices.setdefault(gesture.choice, QActionGroup(self))
            choice.addAction(made)
        self.window.addAction(made)
        return made

    def menu(self, *groups: str, photos: bool = False) -> QMenu:
        """Return a menu with a submenu for each group of gestures.

        Args:
            groups: Their names.
            photos: Only what can be done to photos; the first group is spread out then, as is one
                that comes alone.
        """
        made = QMenu(self.window)
        made.setToolTipsVisible(True)
        for group in groups:
            held = [g for g in GESTURES if g.group == group and (g.on_photos or not photos)]
            spread = group == groups[0] and (photos or len(groups) == 1)
            if photos and group == groups[1]:
                made.addSeparator()
            below = made if spread else made.addMenu(Gesture.words(group))
            below.setToolTipsVisible(True)
            for gesture in held:
                below.addAction(self._made[gesture.name])
        return made

    # Files

    def choose_folder(self) -> None:
        """Let the user choose a folder to add."""
        folder = QFileDialog.getExistingDirectory(self.window, self.tr("Add a folder of photos"))
        if folder:
            self.work.add_folders([Path(folder)])

    def choose_table(self) -> None:
        """Let the user choose a table of tags."""
        title, kinds = self.tr("Import tags (path,tag)"), self.tr("Tables (*.csv)")
        file, _ = QFileDialog.getOpenFileName(self.window, title, "", kinds)
        if file:
            self.work.import_tags(Path(file))

    def choose_encoder(self) -> None:
        """Let the user choose an encoder."""
        title = self.tr("Add an encoder")
        kinds = self.tr("Encoders (*.onnx *.pth *.pt *.safetensors)")
        file, _ = QFileDialog.getOpenFileName(self.window, title, "", kinds)
        if file:
            self.work.add_encoder(Path(file))

    # Albums

    def add_to_album(self) -> None:
        """Ask for an album, and put the chosen photos there."""
        ids = self._selection.ids
        if ids:
            self._bridge.ask(
                lambda library: library.curation.albums(),
                lambda albums: ask_name(
                    self.window,
                    self.tr("Add to album"),
                    self.tr("Add"),
                    lambda name: self.curating.add(name, ids),
                    names=[album.name for album in albums if album.query is None],
                ),
            )

    def make_album(self) -> None:
        """Ask for a name, and make an album."""
        ask_name(self.window, self.tr("New album"), self.tr("Make"), self.curating.make)

    def rename_album(self, album_id: int, name: str) -> None:
        """Ask for another name of an album."""
        ask_name(
            self.window,
            self.tr("Rename the album"),
            self.tr("Rename"),
            lambda new: self.curating.rename(album_id, new),
            name=name,
        )

    def save_search(self) -> None:
        """Ask for a name, and keep the search under it."""
        query = self.place.spot.query
        if query:
            ask_name(
                self.window,
                self.tr("Save this search"),
                self.tr("Save"),
                lambda name: self.curating.save_search(name, query),
            )

    # Photos

    def mark(self, write: Callable[[Curating, Sequence[int]], None]) -> None:
        """Do something to the chosen photos."""
        write(self.curating, self._selection.ids)

    def keep_best(self, choices: Sequence[Choice]) -> None:
        """Ask, then move the others of each choice to the wastebasket."""
        number = sum(len(choice.others) for choice in choices)
        ask_to_throw_away(number, lambda: self.tidying.keep(choices), self.window)

    def choose_cover(self) -> None:
        """Let the chosen photo stand for its burst."""
        if len(self._selection.ids) == 1:
            self.curating.choose_cover(self._selection.ids[0])
        else:
            self.edits.said.emit(self.tr("Open the stack (S) and select the photo to show on top"))

    def tick_tags(self) -> None:
        """Show the tags of the chosen photos with ticks."""
        ids = self._selection.ids
        if ids:
            ticks = TagTicks(self._bridge, self.edits, ids)
            TagTicksDialog(ticks, len(ids), self.window).open()

    def find_similar(self) -> None:
        """Show photos like the chosen one."""
        if self._selection.ids:
            self.place.go(Spot(Screen.SIMILAR, photo_id=self._selection.ids[0]))

    def look(self) -> None:
        """Look at the chosen photo."""
        if self._selection.ids:
            spot = self.place.spot
            self.place.go(Spot(Screen.VIEWER, spot.query, spot.title, self._selection.ids[0]))

    def show_in_folder(self) -> None:
        """Open the folder of the chosen photo in the file manager."""
        ids = self._selection.ids[:1]
        self._bridge.ask(lambda library: library.photos(ids), _open_folders)

    def report(self) -> None:
        """Show the last mistake, to be copied."""
        self._bridge.ask(
            lambda library: library.last_mistake(),
            lambda mistake: CrashReport(mistake, self.window).open(),
        )

    def help(self) -> None:
        """List every key."""
        lines = [(gesture.words(gesture.group), self._made[gesture.name]) for gesture in GESTURES]
        Shortcuts(lines, self.window).open()


def _go(screen: Screen, query: str = "", title: str = "") -> Callable[[Actions], None]:
    """Return what goes to a screen; the title is as the sidebar says it."""
    named = partial(QCoreApplication.translate, "Sidebar", title)
    return lambda actions: actions.place.go(Spot(screen, query, named()))


def _open_folders(photos: list) -> None:
    for photo in photos:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(photo.path.parent)))


# fmt: off
GESTURES = (
    Gesture("add", "Library", "Add a folder…", "Ctrl+O",
            "Photos stay where they are.", Actions.choose_folder),
    Gesture("rescan", "Library", "Look for changes", "F5",
            "Find new, changed and vanished photos.", lambda a: a.work.rescan()),
    Gesture("group", "Library", "Find groups", "Ctrl+G",
            "Put photos of the same thing together.", lambda a: a.work.group()),
    Gesture("suggest", "Library", "Learn again", "Ctrl+R",
            "Learn from your tags and suggest anew.", lambda a: a.work.suggest()),
    Gesture("runs", "Library", "Take back a run of suggestions…", "",
            "Everything accepted in bulk from it.", lambda a: a.run_asked.emit()),
    Gesture("import", "Library", "Import tags…", "Ctrl+I",
            "From a table with the columns path and tag.", Actions.choose_table),
    Gesture("export", "Library", "Export tags…", "Ctrl+E",
            "To XMP sidecars, CSV or JSON, after a look at what would change.",
            lambda a: a.export_asked.emit()),
    Gesture("encoder", "Library", "Add an encoder…", "",
            "An ONNX file or a DINO checkpoint.", Actions.choose_encoder),
    Gesture("look", "Photos", "Open", "Ctrl+Return",
            "Look at one photo.", Actions.look, on_photos=True),
    Gesture("tag", "Photos", "Add a tag…", "T",
            "For the selected photos.", lambda a: a.entry_asked.emit("tag"), on_photos=True),
    Gesture("similar", "Photos", "Find similar photos", "L",
            "Ranked by how alike they are.", Actions.find_similar, on_photos=True),
    Gesture("folder", "Photos", "Show in folder", "Ctrl+Shift+O",
            "Open the file manager there.", Actions.show_in_folder, on_photos=True),
    Gesture("undo", "Edit", "Undo", "Ctrl+Z",
            "Take back the last change, and say what it was.",
            lambda a: a.edits.undo()),
    Gesture("redo", "Edit", "Redo", "Ctrl+Shift+Z Ctrl+Y",
            "Do again what was taken back last.",
            lambda a: a.edits.redo()),
    Gesture("search", "View", "Search", "Ctrl+F /",
            "By tag, date, folder, camera or name.", lambda a: a.entry_asked.emit("search")),
    Gesture("larger", "View", "Larger photos", "+ =",
            "Zoom the wall in.", lambda a: a.zoom_asked.emit(ZOOM_STEP)),
    Gesture("smaller", "View", "Smaller photos", "-",
            "Zoom the wall out.", lambda a: a.zoom_asked.emit(1 / ZOOM_STEP)),
    Gesture("sidebar", "View", "Sidebar", "Ctrl+B",
            "Show or hide it.", lambda a: a.panel_toggled.emit("sidebar")),
    Gesture("inspector", "View", "Inspector", "I",
            "Show or hide it.", lambda a: a.panel_toggled.emit("inspector")),
    Gesture("system", "Theme", "Light or dark like the desktop", "",
            "Follow the desktop.", lambda a: a.theme_asked.emit("system")),
    Gesture("light", "Theme", "Light", "",
            "Always light.", lambda a: a.theme_asked.emit("light")),
    Gesture("dark", "Theme", "Dark", "",
            "Always dark.", lambda a: a.theme_asked.emit("dark")),
    Gesture("all", "Go", "All Photos", "Ctrl+1",
            "Everything, newest first.", _go(Screen.WALL)),
    Gesture("untagged", "Go", "Untagged", "Ctrl+2",
            "Photos without a tag.", _go(Screen.WALL, "is:untagged", "Untagged")),
    Gesture("review", "Go", "Review", "Ctrl+3",
            "Answer suggestions with Y, N, S; Z takes back.", _go(Screen.REVIEW)),
    Gesture("groups", "Go", "Groups", "Ctrl+4",
            "Enter names, M merges, S splits, N: no group; comma: coarser, full stop: finer.",
            _go(Screen.CLUSTERS)),
    Gesture("problems", "Go", "Problems", "Ctrl+5",
            "Files that could not be read.", _go(Screen.PROBLEMS)),
    Gesture("lying", "Go", "On Their Side", "Ctrl+7",
            "Photos to set upright with Y, or to leave with N.", _go(Screen.LYING)),
    Gesture("duplicates", "Go", "Duplicates", "Ctrl+8",
            "Keep the best of several copies.", _go(Screen.DUPLICATES)),
    Gesture("encoder-screen", "Go", "Encoder", "Ctrl+6",
            "Train one on your photos, or get a well-known one.", _go(Screen.ENCODER)),
    Gesture("ask", "Go", "Ask Me", "Ctrl+9",
            "Answer what teaches Handful most.", _go(Screen.ASK)),
    Gesture("health", "Go", "Tag Health", "Ctrl+0",
            "Tags of yours that may be wrong.", _go(Screen.HEALTH)),
    Gesture("map", "Go", "Map", "Ctrl+M",
            "All photos at once; Shift+drag draws a lasso, Space a ring, Home shows all.",
            _go(Screen.MAP)),
    Gesture("back", "Go", "Back", "Esc",
            "Return to where you were.", lambda a: a.place.back()),
    Gesture("help", "Help", "Keyboard", "? F1",
            "This list.", Actions.help),
    Gesture("settings", "Library", "Settings…", "Ctrl+,",
            "Light or dark, panels, where the library lies.", lambda a: a.settings_asked.emit()),
    Gesture("report", "Help", "Crash report…", "",
            "The last mistake in the log, to be copied; nothing is sent.", Actions.report),
    Gesture("about", "Help", "About Handful", "",
            "Version and licence.", lambda a: About(a.window).open()),
    Gesture("quit", "Help", "Quit", "Ctrl+Q",
            "Jobs go on at the next start.", lambda a: a.quit_asked.emit()),
    *PHOTO_GESTURES,
    *VIEW_GESTURES,
)
# fmt: on
