"""Whether parts of the window have room."""

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from gallery_app.gui.views.chips import Chip


def outside(panel: QWidget) -> list[str]:
    """Name the parts of a panel that stick out of it."""
    found = []
    for part in panel.findChildren(QWidget):
        if not part.isVisible() or not isinstance(part, QLabel | QPushButton | Chip):
            continue
        left = part.mapTo(panel, part.rect().topLeft()).x()
        if left < 0 or left + part.width() > panel.width():
            found.append(f"{type(part).__name__} “{part.accessibleName() or part.objectName()}”")
    return found
