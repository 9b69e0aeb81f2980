"""Settings, about and the crash report, as they are opened and used."""

import logging

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableWidget
from pytestqt.qtbot import QtBot

from gallery_app.gui.dialogs.about import About
from gallery_app.gui.dialogs.crash_report import CrashReport
from gallery_app.gui.dialogs.settings import SettingsDialog
from gallery_app.gui.main_window import MainWindow
from gallery_app.library import Library
from gallery_app.log import log
from gallery_app.settings import load_settings


def test_settings_hold_at_once(qtbot: QtBot, window: MainWindow, library: Library):
    window.gestures["settings"].trigger()
    qtbot.waitUntil(lambda: window.findChild(SettingsDialog) is not None)
    dialog = window.findChild(SettingsDialog)
    dialog.theme.setFocus()
    qtbot.keyClick(dialog.theme, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.theme, Qt.Key.Key_Down)
    assert window._settings.theme == "dark"
    dialog.panels["timeline"].setFocus()
    qtbot.keyClick(dialog.panels["timeline"], Qt.Key.Key_Space)
    assert not window._settings.timeline
    qtbot.keyClick(dialog.panels["stacks"], Qt.Key.Key_Space)
    assert not window.gestures["stacks"].isChecked()
    qtbot.waitUntil(lambda: "CPU" in dialog.device.text())
    dialog.theme.setCurrentIndex(1)
    dialog.accept()
    window.close()
    assert not load_settings(library.directory).stacks


def test_about_lists_versions_and_licences(qtbot: QtBot, window: MainWindow):
    window.gestures["about"].trigger()
    table = window.findChild(About).findChild(QTableWidget)
    rows = {table.item(row, 0).text(): table.item(row, 2).text() for row in range(table.rowCount())}
    assert rows["pillow"] == "MIT-CMU"
    assert rows["exiv2"] == "GPL-3.0-or-later"
    assert len(rows) > 15
    window.findChild(About).accept()


def test_the_crash_report_names_no_photo_unless_ticked(qtbot: QtBot, window: MainWindow):
    try:
        raise ValueError("Aunt Mary.jpg is odd")
    except ValueError:
        log().exception("The job “Adding Italy” failed")
    log().log(logging.WARNING, "Something harmless")
    window.gestures["report"].trigger()
    qtbot.waitUntil(lambda: window.findChild(CrashReport) is not None)
    dialog = window.findChild(CrashReport)
    shown = dialog.text.toPlainText()
    assert "test_window_help.py" in shown
    assert shown.endswith("\nValueError")
    assert "Italy" not in shown
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == shown
    dialog.names.setFocus()
    qtbot.keyClick(dialog.names, Qt.Key.Key_Space)
    assert "Adding Italy" in dialog.text.toPlainText()
    assert "Aunt Mary.jpg" in dialog.text.toPlainText()
    dialog.accept()
