"""The photographs to shoot again: those that ship inside scikit-image and scikit-learn."""

from collections.abc import Callable
from importlib.resources import files

from PIL import Image

# Tag, package, file. Textures and a page are among them, because they are easily confused.
_SOURCES = (
    ("People/Astronaut", "skimage.data", "astronaut.png"),
    ("Animals/Cat", "skimage.data", "chelsea.png"),
    ("Things/Coffee", "skimage.data", "coffee.png"),
    ("Things/Coins", "skimage.data", "coins.png"),
    ("Things/Motorcycle", "skimage.data", "motorcycle_left.png"),
    ("Things/Page", "skimage.data", "page.png"),
    ("Ground/Grass", "skimage.data", "grass.png"),
    ("Ground/Gravel", "skimage.data", "gravel.png"),
    ("Space/Moon", "skimage.data", "moon.png"),
    ("Space/Rocket", "skimage.data", "rocket.jpg"),
    ("Plants/Dahlia", "sklearn.datasets.images", "flower.jpg"),
    ("Places/Pagoda", "sklearn.datasets.images", "china.jpg"),
)


def subjects() -> dict[str, Callable[[], Image.Image]]:
    """Return, by tag, a function that opens the photograph of each subject; nothing is fetched."""
    return {tag: _opener(package, name) for tag, package, name in _SOURCES}


def _opener(package: str, name: str) -> Callable[[], Image.Image]:
    def open_photo() -> Image.Image:
        with files(package).joinpath(name).open("rb") as file, Image.open(file) as photo:
            return photo.convert("RGB")

    return open_photo
