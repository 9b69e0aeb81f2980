"""Teaching: joins the screens that review, ask and doubt, and the menus of tags."""

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from gallery_app.domain.query import quoted
from gallery_app.domain.suggestion import Verdict
from gallery_app.domain.tag import SEPARATOR, leaf
from gallery_app.domain.teaching import ModelRun, Split
from gallery_app.gui.actions import Actions
from gallery_app.gui.bridge import Bridge
from gallery_app.gui.dialogs.name import ask_name
from gallery_app.gui.dialogs.runs import RunsDialog
from gallery_app.gui.models.answers import Answers
from gallery_app.gui.models.model_set import ModelSet
from gallery_app.gui.models.place import Screen, Spot
from gallery_app.gui.views.screens import Screens
from gallery_app.gui.views.sidebar import SidebarTree
from gallery_app.gui.views.tag_menu import TagMenu


class Teaching(QObject):
    """Answers go to the library, and what the library learns comes back to the screens."""

    def __init__(
        self,
        bridge: Bridge,
        models: ModelSet,
        screens: Screens,
        tags: SidebarTree,
        gestures: Actions,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._window = parent
        self._models = models
        self._gestures = gestures
        self._join_review(screens)
        self._join_health(screens)
        tags.tag_menu_asked.connect(self._open_tag_menu)
        gestures.run_asked.connect(self._ask_run)
        gestures.edits.renamed.connect(self._follow_tag)

    def _join_review(self, screens: Screens) -> None:
        edits, work = self._gestures.edits, self._gestures.work
        review, asking, page = self._models.review, self._models.asking, screens.review
        page.question.where_asked.connect(self._models.pointer.point_out)
        self._models.pointer.found.connect(page.question.show_telling)
        self._models.pointer.refused.connect(page.question.offer_where)
        for model in (review, asking):
            answers = Answers(edits, self._bridge, self)
            model.answered.connect(answers.give)
            model.taken_back.connect(answers.take_back)
            answers.undone.connect(model.reopen)
        page.accepted.connect(lambda least, tag: edits.accept(least, tag or None))
        page.suggest_asked.connect(work.suggest)
        edits.accepted.connect(review.accepted_from)
        work.learnt.connect(page.refresh)
        screens.ask.review_asked.connect(lambda: self._models.place.go(Spot(Screen.REVIEW)))

    def _join_health(self, screens: Screens) -> None:
        edits, health = self._gestures.edits, self._models.health
        health.kept.connect(lambda tag, one: edits.answer_quietly(Verdict.YES, tag, [one]))
        health.removed.connect(lambda tag, one: edits.answer(Verdict.NO, tag, [one]))
        health.replaced.connect(edits.replace_tag)
        health.merged.connect(edits.merge_tags)
        screens.health.split_asked.connect(self._name_second_part)

    def load(self, spot: Spot) -> None:
        """Show what a spot asks for on its screen."""
        if spot.screen == Screen.REVIEW:
            self._models.review.load(spot.tag, fringe=spot.fringe)
        elif spot.screen == Screen.ASK:
            self._models.asking.start()
        elif spot.screen == Screen.HEALTH:
            self._models.health.load()

    def _open_tag_menu(self, tag: str, children: bool, where: QPoint) -> None:  # noqa: FBT001 - a signal's
        def show(exclusive: list[str]) -> None:
            menu = TagMenu(tag, children=children, exclusive=exclusive, parent=self._window)
            menu.review_asked.connect(
                lambda fringe: self._models.place.go(Spot(Screen.REVIEW, tag=tag, fringe=fringe))
            )
            menu.exclusive_set.connect(lambda on: self._gestures.edits.set_exclusive(tag, on=on))
            menu.rename_asked.connect(lambda: self._ask_new_name(tag))
            menu.deleted.connect(lambda: self._gestures.edits.delete_tag(tag))
            menu.popup(where)

        self._bridge.ask(lambda library: library.teaching.exclusive(), show)

    def _ask_new_name(self, tag: str) -> None:
        ask_name(
            self._window,
            self.tr("Rename the tag; / puts it below another"),
            self.tr("Rename"),
            lambda name: self._gestures.edits.rename_tag(tag, name),
            names=self._models.tag_names.stringList(),
            name=tag,
        )

    def _follow_tag(self, tag: str, name: str) -> None:
        """Go on showing the photos of a tag that is called otherwise now."""
        place = self._models.place
        if place.spot.query == f"tag:{quoted(tag)}":
            place.go(Spot(query=f"tag:{quoted(name)}", title=leaf(name)))

    def _name_second_part(self, row: int) -> None:
        health = self._models.health
        doubt = health.row(row)
        if isinstance(doubt, Split):
            ask_name(
                self._window,
                self.tr("Name the second part of “{tag}”").format(tag=leaf(doubt.tag)),
                self.tr("Split"),
                lambda name: health.split(row, name),
                name=doubt.tag + SEPARATOR,
            )

    def _ask_run(self) -> None:
        def show(runs: list[ModelRun]) -> None:
            dialog = RunsDialog(runs, self._window)
            dialog.chosen.connect(self._gestures.edits.undo_run)
            dialog.open()

        self._bridge.ask(lambda library: library.teaching.runs(), show)
