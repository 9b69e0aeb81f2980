"""The window: joins models, views and actions, and shows the right screen."""

from PySide6.QtCore import QByteArray, QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from gallery_app.domain.arrangement import Grouping
from gallery_app.domain.counts import Counts
from gallery_app.domain.query import quoted
from gallery_app.domain.suggestion import Verdict
from gallery_app.domain.tag import leaf
from gallery_app.gui import theme
from gallery_app.gui.actions import Actions
from gallery_app.gui.bridge import Bridge, Library, Runner
from gallery_app.gui.dialogs.export import ExportDialog
from gallery_app.gui.dialogs.question import Question, ask
from gallery_app.gui.dialogs.settings import SettingsDialog
from gallery_app.gui.looking import Looking
from gallery_app.gui.models.export import ExportPlan
from gallery_app.gui.models.model_set import ModelSet
from gallery_app.gui.models.place import Screen, Spot
from gallery_app.gui.models.waiting import Waiting
from gallery_app.gui.models.words import fill
from gallery_app.gui.teaching import Teaching
from gallery_app.gui.views.first_run import dropped_folders
from gallery_app.gui.views.inspector import Inspector
from gallery_app.gui.views.job_bar import JobBar
from gallery_app.gui.views.notifier import Notifier
from gallery_app.gui.views.panels import Panels
from gallery_app.gui.views.screens import Screens
from gallery_app.gui.views.sidebar import SidebarView
from gallery_app.gui.views.toast import Toast
from gallery_app.gui.views.top_bar import TopBar
from gallery_app.settings import load_settings, save_settings

WITH_INSPECTOR = {Screen.WALL, Screen.VIEWER, Screen.COMPARE, Screen.SIMILAR}
MENUS = (
    "Library",
    "Edit",
    "Photos",
    "Rating",
    "Albums",
    "View",
    "Sections",
    "Viewer",
    "Go",
    "Theme",
    "Help",
)
WITH_ZOOM = {Screen.WALL, Screen.SIMILAR}


class MainWindow(QMainWindow):
    """Handful on one library.

    Args:
        library: Open; closed by the caller, after the window.
        runner: Running; stopped by the caller, after the window.

    Signals:
        opened: The photos are on the wall; what takes long may begin.
    """

    opened = Signal()

    def __init__(self, library: Library, runner: Runner) -> None:
        super().__init__()
        self.setWindowTitle("Handful")
        self.setAcceptDrops(True)
        self.resize(1280, 800)
        self.setMinimumSize(880, 560)
        self._directory = library.directory
        self._settings = load_settings(library.directory)
        self._empty = False
        self.bridge = Bridge(library, runner, self)
        self.models = ModelSet(self.bridge, self)
        self._ask_first()
        self._set_theme(self._settings.theme)
        self.gestures = Actions(self.bridge, self.models.place, self.models.selection, self)
        self._build()
        self._join_places()
        self._join_photos()
        self._join_edits()
        self._join_machine()
        self._join_groups()
        self._restore()
        self._show_spot(Spot())

    def catch_up(self) -> None:
        """Go on where the last session ended."""
        self.gestures.work.catch_up()
        self.models.training.catch_up(go_on=self._settings.training)
        self._settings.training = False  # one that takes the program down is not begun for ever
        save_settings(self._directory, self._settings)

    def _ask_first(self) -> None:
        """Have the photos looked up while the window is built; all other questions wait."""
        wall = self.models.wall
        wall.group_by(Grouping(self._settings.grouping))
        wall.stack_bursts(on=self._settings.stacks)
        wall.show(Spot().query)
        once = Qt.ConnectionType.SingleShotConnection
        wall.shown.connect(self.bridge.count, once)
        wall.shown.connect(self.opened, once)

    # Building

    def _build(self) -> None:
        models, gestures = self.models, self.gestures
        self.screens = Screens(models, self)
        self.sidebar = SidebarView(models.sidebar, self)
        self.inspector = Inspector(models.inspection, models.tag_names, models.thumbnails, self)
        menu = gestures.menu(*MENUS)
        self.top = TopBar(models.completions, menu, gestures.menu("Sections"), self)
        widths = self._settings.sidebar_width, self._settings.inspector_width
        self.split = Panels(self.sidebar, self.screens, self.inspector, widths, self)
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.job_bar = JobBar(models.jobs, self)
        column.addWidget(self.top)
        column.addWidget(self.split, 1)
        column.addWidget(self.job_bar)
        self.setCentralWidget(middle)
        self.toast = Toast(self.screens)
        self.notifier = Notifier(self)
        self._photo_menu = gestures.menu("Photos", "Rating", "Albums", photos=True)

    def _join_places(self) -> None:
        place, screens = self.models.place, self.screens
        place.moved.connect(self._show_spot)
        self.sidebar.tree.gone.connect(place.go)
        self.sidebar.tree.folder_menu_asked.connect(self._open_folder_menu)
        self.sidebar.tree.album_menu_asked.connect(self._open_album_menu)
        self.top.back_asked.connect(place.back)
        self.top.search.searched.connect(place.search)
        self.models.wall.refused.connect(self.top.search.refuse)
        self.models.wall.shown.connect(self.top.search.accept)
        screens.wall_page.timeline.spanned.connect(place.search)
        screens.wall_page.all_asked.connect(lambda: place.go(Spot()))
        screens.clusters.cards.opened.connect(
            lambda group, title: place.go(Spot(Screen.WALL, f"cluster:{group}", title))
        )
        screens.similar.left.connect(place.back)
        self.inspector.tag_opened.connect(
            lambda tag: place.go(Spot(Screen.WALL, f"tag:{quoted(tag)}", leaf(tag)))
        )
        self.inspector.all_tags_asked.connect(self.gestures["ticks"].trigger)
        self.inspector.similar_asked.connect(self.gestures.find_similar)
        self.gestures.panel_toggled.connect(self._toggle_panel)
        self.gestures.entry_asked.connect(self._focus_entry)
        self.gestures.theme_asked.connect(self._set_theme)
        self.gestures.grouping_asked.connect(self._group_by)
        self.gestures.settings_asked.connect(self._open_settings)
        self.gestures.export_asked.connect(self._open_export)
        self.gestures.quit_asked.connect(self.close)
        beginner, checklist = self.models.beginner, self.sidebar.checklist
        beginner.moved.connect(checklist.show_steps)
        checklist.dismissed.connect(beginner.dismiss)
        checklist.asked.connect(self._take_step)
        self.top.sidebar_asked.connect(lambda: self._toggle_panel("sidebar"))
        self.top.inspector_asked.connect(lambda: self._toggle_panel("inspector"))

    def _join_photos(self) -> None:
        self.looking = Looking(self.models, self.screens, self.gestures, self)
        self.looking.followed.connect(self._show_count)
        self.teaching = Teaching(
            self.bridge, self.models, self.screens, self.sidebar.tree, self.gestures, self
        )
        for wall in (self.screens.wall_page.wall, self.screens.similar.wall):
            wall.menu_asked.connect(self._photo_menu.popup)
            wall.zoomed.connect(self.top.show_zoom)
            self.top.zoomed.connect(wall.zoom_to)
        self.models.wall.shown.connect(self._refresh_wall)
        self.bridge.counted.connect(self._on_counted)

    def _join_edits(self) -> None:
        edits, work = self.gestures.edits, self.gestures.work
        selection, inspector, screens = self.models.selection, self.inspector, self.screens
        inspector.tagged.connect(lambda tag: edits.tag(tag, selection.ids))
        inspector.untagged.connect(lambda tag: edits.untag(tag, selection.ids))
        inspector.accepted.connect(lambda tag: edits.answer(Verdict.YES, tag, selection.ids))
        inspector.refused.connect(lambda tag: edits.answer(Verdict.NO, tag, selection.ids))
        for name in ("pick", "reject"):
            getattr(inspector, f"{name}ed").connect(self.gestures[name].trigger)
        inspector.where_asked.connect(self.looking.point_out)
        inspector.rated.connect(lambda stars: self.gestures[f"rate{stars}"].trigger())
        for entry in (inspector.entry, self.top.search):
            entry.left.connect(screens.take_keys)
        self.models.sidebar.photos_dropped.connect(edits.tag)
        self.models.sidebar.photos_put.connect(self.gestures.curating.add_to)
        self.models.clusters.named.connect(edits.name_cluster)
        screens.clusters.group_asked.connect(work.group)
        screens.first_run.choose_asked.connect(self.gestures.choose_folder)
        screens.first_run.dropped.connect(work.add_folders)
        edits.switched_back.connect(self.models.encoders.use)
        edits.wrote.connect(self.toast.offer_undo)
        encoding = self.models.encoders.said, self.models.training.said
        for teller in (edits.said, work.said, *encoding, self.bridge.failed):
            teller.connect(self.toast.say)
        self.toast.undo_asked.connect(edits.undo)
        for listener in (self.toast.say, self.notifier.tell):
            self.models.jobs.long_over.connect(listener)

    def _join_groups(self) -> None:
        page, grouping = self.screens.clusters, self.gestures.grouping
        page.cards.merged.connect(grouping.merge)
        page.cards.split.connect(grouping.split)
        page.cards.dismissed.connect(grouping.dismiss)
        page.panel.taken_out.connect(grouping.take_out)
        page.panel.split_asked.connect(grouping.split)

    def _join_machine(self) -> None:
        encoder, lying, wall = self.screens.encoder, self.screens.lying, self.models.wall
        encoder.file_asked.connect(self.gestures.choose_encoder)
        duplicates = self.screens.duplicates
        duplicates.keep_asked.connect(self.gestures.keep_best)
        duplicates.refused.connect(self.gestures.tidying.refuse)
        lying.answered.connect(self.gestures.curating.answer_lying)
        lying.all_upright.connect(self.gestures.curating.set_upright)
        canvas = self.screens.map.canvas
        canvas.lassoed.connect(
            lambda ids: self.models.place.go(
                Spot(title=self.tr("From the Map"), photo_ids=tuple(ids))
            )
        )
        cards = lying.cards.opened, duplicates.cards.opened
        for opened in (encoder.photo_opened, *cards, canvas.opened):
            opened.connect(lambda photo_id: self.looking.open(photo_id, wall))

    def _restore(self) -> None:
        stored = self._settings
        self.restoreGeometry(QByteArray.fromHex(stored.geometry.encode()))
        self.top.show_zoom(stored.zoom)
        self._group_by(stored.grouping)
        self.models.beginner.active = stored.first_steps
        self.models.sidebar.duplicates = stored.duplicates

    # Where we are

    def _show_spot(self, spot: Spot) -> None:
        self.screens.show_screen(spot.screen, first_run=self._empty)
        titles = {
            Screen.WALL: spot.title or (self.tr("Search") if spot.query else self.tr("All Photos")),
            Screen.VIEWER: spot.title or self.tr("All Photos"),
            Screen.COMPARE: self.tr("Side by Side"),
            Screen.SIMILAR: self.tr("Similar Photos"),
            Screen.CLUSTERS: self.tr("Groups"),
            Screen.REVIEW: self.tr("Review"),
            Screen.PROBLEMS: self.tr("Problems"),
            Screen.ENCODER: self.tr("Encoder"),
            Screen.LYING: self.tr("On Their Side"),
            Screen.DUPLICATES: self.tr("Duplicates"),
            Screen.ASK: self.tr("Ask Me"),
            Screen.HEALTH: self.tr("Tag Health"),
            Screen.MAP: self.tr("Map"),
        }
        if self._empty and spot.screen == Screen.WALL:
            self.top.show_welcome()
        else:
            self.top.show_place(
                titles[spot.screen],
                can_go_back=bool(spot.photo_ids)
                or spot.screen in {Screen.VIEWER, Screen.COMPARE, Screen.SIMILAR},
                can_zoom=spot.screen in WITH_ZOOM,
                can_inspect=spot.screen in WITH_INSPECTOR,
            )
        self.sidebar.tree.show_spot(spot)
        self._show_panels()
        self._load(spot)
        self.looking.follow()

    def _load(self, spot: Spot) -> None:
        if spot.screen == Screen.WALL:
            self._load_wall(spot)
        elif spot.screen == Screen.CLUSTERS:
            self.models.clusters.refresh()
        elif spot.screen == Screen.LYING:
            self.models.lying.refresh()
        elif spot.screen == Screen.DUPLICATES:
            self.models.duplicates.refresh()
        elif spot.screen == Screen.MAP:
            self.models.map.refresh()
        elif spot.screen == Screen.PROBLEMS:
            self.models.problems.refresh()
        self.looking.load(spot)
        self.teaching.load(spot)

    def _load_wall(self, spot: Spot) -> None:
        self.top.search.show_query(spot.query)
        if spot.photo_ids:
            self._load_chosen(spot.photo_ids)
        elif self.models.wall.query != spot.query:
            self.screens.wall_page.wall.start_over()
            self.models.wall.show(spot.query)

    def _load_chosen(self, photo_ids: tuple[int, ...]) -> None:
        """Show the photos of a lasso on the wall, selected, so that they can be tagged at once."""
        if self.models.wall.query is not None or self.models.wall.chosen != photo_ids:
            self.screens.wall_page.wall.start_over()
            self.models.wall.show_chosen(photo_ids)
            self.screens.wall_page.wall.selectAll()

    def _show_count(self) -> None:
        screen, chosen = self.models.place.spot.screen, len(self.models.selection.ids)
        total = self.models.wall.total
        words = ""
        if screen == Screen.WALL and not self._empty:
            words = self.tr("%Ln photos", "", total)
            if chosen:
                words = fill(self.tr("{n:,} of {total:,} selected"), n=chosen, total=total)
                words += self._closed_stacks()
        self.top.show_count(words)

    def _closed_stacks(self) -> str:
        """Say that photos out of sight are selected too."""
        number = self.screens.wall_page.wall.closed_stacks()
        return self.tr(", all shots of %Ln stacks", "", number) if number else ""

    # Following the library

    def _on_counted(self, counts: Counts) -> None:
        empty = not counts.photos and not self.bridge.busy
        if empty != self._empty:
            self._empty = empty
            self._show_spot(self.models.place.spot)
        self._refresh_wall()

    def _refresh_wall(self) -> None:
        found = self.models.wall.rowCount() > 0
        self.screens.wall_page.show_state(
            self.models.wall.query or "", photos=found, looking=self.bridge.busy
        )
        self._show_count()

    # Panels, menus, entries

    def _show_panels(self) -> None:
        screen = self.models.place.spot.screen
        bare = self._empty and screen == Screen.WALL
        self.split.show_panels(
            sidebar=self._settings.sidebar and not bare,
            inspector=self._settings.inspector and screen in WITH_INSPECTOR and not bare,
        )
        self.screens.wall_page.show_timeline(wanted=self._settings.timeline)
        self.models.wall.stack_bursts(on=self._settings.stacks)
        self.gestures["stacks"].setChecked(self._settings.stacks)

    def _group_by(self, grouping: str) -> None:
        self._settings.grouping = grouping
        self.gestures[f"by-{grouping}"].setChecked(True)
        self.models.wall.group_by(Grouping(grouping))

    def _toggle_panel(self, name: str) -> None:
        setattr(self._settings, name, not getattr(self._settings, name))
        self._show_panels()

    def _focus_entry(self, name: str) -> None:
        if name == "search":
            self.top.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.top.search.selectAll()
        elif self.models.place.spot.screen == Screen.VIEWER:
            self.screens.viewer.take_tag()
        elif self.models.selection.ids:
            self._settings.inspector = True
            self._show_panels()
            self.inspector.entry.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _take_step(self, name: str) -> None:
        """Go where a step of the checklist is taken."""
        if name == "tag":
            self.gestures["untagged"].trigger()
            self.toast.say(self.tr("Select a few photos of one thing, press T and name it"))
        else:
            self.gestures["review" if name == "review" else "groups"].trigger()

    def _open_settings(self) -> None:
        dialog = SettingsDialog(self._settings, self._directory, self.models.encoders, self)
        dialog.theme_chosen.connect(lambda mode: self.gestures[mode].trigger())
        dialog.panel_toggled.connect(self._toggle_panel)
        dialog.language_chosen.connect(lambda code: setattr(self._settings, "language", code))
        dialog.open()

    def _open_export(self) -> None:
        plan, waiting = ExportPlan(self.bridge), Waiting(self.bridge)
        dialog = ExportDialog(plan, waiting, self.looking.scopes(), self)
        dialog.photo_asked.connect(lambda photo_id: self.looking.open(photo_id, self.models.wall))
        dialog.open()

    def _set_theme(self, mode: str) -> None:
        self._settings.theme = mode
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, mode)

    def _open_folder_menu(self, folder_id: int, spot: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.gestures["rescan"])
        menu.addAction(
            self.tr("Tag photos by their folders"),
            lambda: self.gestures.edits.tag_by_folders(folder_id),
        )
        menu.addAction(self.tr("Remove from the library…"), lambda: self._remove_folder(folder_id))
        menu.popup(spot)

    def _open_album_menu(self, album_id: int, name: str, spot: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        gestures = self.gestures
        menu.addAction(self.tr("Rename…"), lambda: gestures.rename_album(album_id, name))
        menu.addAction(self.tr("Delete the album"), lambda: gestures.curating.delete(album_id))
        menu.popup(spot)

    def _remove_folder(self, folder_id: int) -> None:
        question = Question(
            self.tr("Remove from the library"),
            self.tr("Remove the folder?"),
            self.tr(
                "Handful forgets its photos and their tags; Undo brings them back. "
                "The files stay untouched."
            ),
            self.tr("Remove the folder"),
        )
        ask(question, lambda: self.gestures.edits.remove_folder(folder_id), self)

    # Qt's side

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Welcome folders."""
        if dropped_folders(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Add the folders."""
        self.gestures.work.add_folders(dropped_folders(event))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Remember how the window was, and let nothing more in."""
        self._settings.geometry = bytes(self.saveGeometry().toHex().data()).decode()
        self._settings.first_steps = self.models.beginner.active
        self._settings.duplicates = self.models.sidebar.duplicates
        self._settings.training = self.models.training.at_work
        self._settings.zoom = self.screens.wall_page.wall.zoom
        self._settings.sidebar_width, self._settings.inspector_width = self.split.widths
        save_settings(self._directory, self._settings)
        self.bridge.close()
        super().closeEvent(event)
