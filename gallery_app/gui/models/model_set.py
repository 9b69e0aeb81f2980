"""All models of one window, joined."""

from PySide6.QtCore import QObject

from gallery_app.gui.bridge import Bridge
from gallery_app.gui.models.asking import AskMe
from gallery_app.gui.models.before_after import BeforeAfter
from gallery_app.gui.models.beginner import Beginner
from gallery_app.gui.models.clusters import Clusters
from gallery_app.gui.models.compared import Compared
from gallery_app.gui.models.completions import Completions
from gallery_app.gui.models.duplicates import DuplicateGroups
from gallery_app.gui.models.encoders import Encoders
from gallery_app.gui.models.health import Health
from gallery_app.gui.models.inspection import Inspection
from gallery_app.gui.models.jobs import Jobs
from gallery_app.gui.models.lying import LyingPhotos
from gallery_app.gui.models.photo_map import Map
from gallery_app.gui.models.photo_wall import PhotoWall
from gallery_app.gui.models.place import Place
from gallery_app.gui.models.pointer import Pointer
from gallery_app.gui.models.previews import Previews
from gallery_app.gui.models.problems import Problems
from gallery_app.gui.models.review import Review
from gallery_app.gui.models.selection import Selection
from gallery_app.gui.models.sidebar import Sidebar
from gallery_app.gui.models.similar import SimilarWall
from gallery_app.gui.models.tag_names import TagNames
from gallery_app.gui.models.thumbnails import Thumbnails
from gallery_app.gui.models.training import Training


class ModelSet(QObject):
    """What the views of one window show; each model keeps itself up to date."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.place = Place(self)
        self.selection = Selection(self)
        self.thumbnails = Thumbnails(bridge, self)
        self.previews = Previews(bridge, self)
        self.wall = PhotoWall(bridge, self)
        self.compared = Compared(bridge, self)
        self.similar = SimilarWall(bridge, self)
        self.sidebar = Sidebar(bridge, self)
        self.tag_names = TagNames(bridge, self)
        self.completions = Completions(bridge, self)
        self.inspection = Inspection(bridge, self.selection, self)
        self.pointer = Pointer(bridge, self)
        self.clusters = Clusters(bridge, self)
        self.review = Review(bridge, self)
        self.asking = AskMe(bridge, self)
        self.health = Health(bridge, self)
        self.problems = Problems(bridge, self)
        self.lying = LyingPhotos(bridge, self)
        self.duplicates = DuplicateGroups(bridge, self)
        self.duplicates.shown.connect(self._count_duplicates)
        self.duplicates.counted.connect(self.sidebar.show_duplicates)
        self.map = Map(bridge, self)
        self.encoders = Encoders(bridge, self)
        self.training = Training(bridge, self)
        self.before_after = BeforeAfter(bridge, self)
        self.beginner = Beginner(bridge, self)
        self.jobs = Jobs(bridge, self)

    def _count_duplicates(self) -> None:
        if not self.duplicates.looking:
            self.sidebar.show_duplicates(self.duplicates.rowCount())
