"""Tells people who look elsewhere that something is over, through the desktop."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

SHOWN_MS = 15_000


class Notifier:
    """Speaks while the window is not in front; the toast speaks when it is.

    Args:
        window: The window.
    """

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._tray = QSystemTrayIcon(window.windowIcon(), window)
        self._hide = QTimer(window, interval=SHOWN_MS, singleShot=True)
        self._hide.timeout.connect(self._tray.hide)

    def tell(self, words: str) -> None:
        """Mark the window for the desktop, and show a message where it can show one."""
        if self._window.isActiveWindow():
            return
        QApplication.alert(self._window)
        if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
            self._tray.show()  # a message needs an icon beside the clock, for as long as it stays
            self._tray.showMessage("Handful", words, self._window.windowIcon(), SHOWN_MS)
            self._hide.start()
