"""What can be set, and where things are."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from gallery_app.gui.language import CHOICES, LANGUAGES, SYSTEM
from gallery_app.gui.models.encoders import Encoders
from gallery_app.gui.theme import MODES
from gallery_app.gui.views.buttons import button, label
from gallery_app.gui.views.choice import Choice
from gallery_app.settings import Settings


class SettingsDialog(QDialog):
    """Looks, language, panels, the library's place, the device. All but the language holds at once.

    Signals:
        theme_chosen: "system", "light" or "dark".
        panel_toggled: "sidebar", "inspector", "timeline" or "stacks".
        language_chosen: One of `language.CHOICES`.
    """

    theme_chosen = Signal(str)
    panel_toggled = Signal(str)
    language_chosen = Signal(str)

    def __init__(
        self,
        settings: Settings,
        directory: Path,
        encoders: Encoders,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Settings"))
        self.setMinimumWidth(520)
        self.theme = Choice(self.tr("Light or dark"), self.tr("Holds at once"), self)
        self.theme.addItems([self.tr("Like the desktop"), self.tr("Light"), self.tr("Dark")])
        self.theme.setCurrentIndex(MODES.index(settings.theme))
        self.theme.currentIndexChanged.connect(lambda row: self.theme_chosen.emit(MODES[row]))
        later = self.tr("From the next start on")
        self.language = Choice(self.tr("Language"), later, self)
        self.language.addItems([self.tr("Like the desktop"), *LANGUAGES.values()])
        chosen = settings.language if settings.language in CHOICES else SYSTEM
        self.language.setCurrentIndex(CHOICES.index(chosen))
        self.language.currentIndexChanged.connect(
            lambda row: self.language_chosen.emit(CHOICES[row])
        )
        self.panels = {
            name: self._panel(name, words, on=getattr(settings, name))
            for name, words in (
                ("sidebar", self.tr("Sidebar")),
                ("inspector", self.tr("Inspector")),
                ("timeline", self.tr("Timeline under the wall")),
                ("stacks", self.tr("Bursts as stacks, not every shot by itself")),
            )
        }
        self.device = label(self.tr("Looking…"), "", self, wrap=True)
        self._encoders = encoders
        encoders.shown.connect(self._show_device)
        encoders.refresh()
        self._build(directory)

    def _show_device(self) -> None:
        shelf = self._encoders.shelf
        where = shelf.in_use.provider.removesuffix("ExecutionProvider") if shelf.in_use else ""
        words = where or self.tr("There is no encoder yet")
        self.device.setText(f"{words} ({shelf.no_gpu})" if shelf.no_gpu and where else words)

    def _panel(self, name: str, words: str, *, on: bool) -> QCheckBox:
        made = QCheckBox(words, self)
        made.setChecked(on)
        made.toggled.connect(lambda _on: self.panel_toggled.emit(name))
        return made

    def _build(self, directory: Path) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(12)
        form.addRow(self.tr("Light or dark"), self.theme)
        language = QVBoxLayout()
        language.addWidget(self.language)
        language.addWidget(label(self.language.toolTip(), "caption", self))
        form.addRow(self.tr("Language"), language)
        panels = QVBoxLayout()
        for each in self.panels.values():
            panels.addWidget(each)
        form.addRow(self.tr("Show"), panels)
        place = label(str(directory), "", self, wrap=True)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        place.setToolTip(self.tr("Another one is opened with: handful --library FOLDER"))
        look = button(self.tr("Show in folder"), "link", self)
        look.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(directory))))
        line = QHBoxLayout()
        line.addWidget(place, 1)
        line.addWidget(look)
        form.addRow(self.tr("Library"), line)
        form.addRow(self.tr("Encoder runs on"), self.device)
        close = button(self.tr("Close"), "main", self)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(20)
        column.addLayout(form)
        column.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
