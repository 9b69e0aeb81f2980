"""What each way of training does, in plain words."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from gallery_app.domain.training import AUTO
from ssl_core.run_spec import METHODS


@dataclass(frozen=True, slots=True)
class MethodWords:
    """A method as people read of it.

    Attributes:
        name: "auto", or one of `ssl_core.run_spec.METHODS`.
        title: Its name in the field.
        sentence: What it does, in one sentence.
        story: The same for who wants to know more, a paragraph or two.
        paper: Where it comes from, "" for our own.
        on_vectors: Whether it learns from stored vectors alone, so that it needs an encoder to go
            on from, and has no pictures to show.
    """

    name: str
    title: str
    sentence: str
    story: str
    paper: str = ""
    on_vectors: bool = False


def method_words() -> list[MethodWords]:
    """Return the methods that can be run here, the automatic choice first."""
    here = (AUTO, *METHODS)
    return [_translated(words) for words in METHOD_WORDS if words.name in here]


def words_of(name: str) -> MethodWords:
    """Return the words of one method.

    Raises:
        StopIteration: There is no such method.
    """
    return next(words for words in method_words() if words.name == name)


def _translated(words: MethodWords) -> MethodWords:
    def tr(text: str) -> str:
        return QCoreApplication.translate("Methods", text)

    return replace(words, title=tr(words.title), sentence=tr(words.sentence), story=tr(words.story))


METHOD_WORDS = (
    MethodWords(
        AUTO,
        "Automatic",
        "Tries what fits your photos, this computer and the time, and keeps the best.",
        "The cheapest ways come first, the longer ones while there is time left. Each result is "
        "measured, and the best one is put beside the encoder in use. If none is better, nothing "
        "changes. Choose this unless you want to try one way by itself.",
        on_vectors=True,
    ),
    MethodWords(
        "neighbours",
        "Neighbours",
        "Photos that are each other's nearest draw closer. Takes seconds, needs no pixels.",
        "The encoder in use already knows roughly which of your photos are alike. This way takes "
        "photos that are mutually nearest as the same kind of thing, and learns one more layer "
        "that draws them together and pushes the rest apart. It never opens a photo, so it is by "
        "far the quickest, and it helps most where a tag has only one or two photos.",
        "After Dwibedi et al. 2021, With a Little Help from My Friends",
        on_vectors=True,
    ),
    MethodWords(
        "simclr",
        "SimCLR",
        "Two crops of one photo should look alike, and unlike crops of all others.",
        "Each photo is cut twice, at random, and the colours are changed a little. The machine "
        "must find out which two crops belong together among all the others. To do so it has to "
        "see what a photo shows, whatever the framing and the light. Photos of one burst are never "
        "set against each other. More photos at a time help, so it likes a graphics card.",
        "Chen et al. 2020, A Simple Framework for Contrastive Learning; "
        "Yeh et al. 2021, Decoupled Contrastive Learning",
    ),
    MethodWords(
        "dino",
        "DINO",
        "A pupil who sees a part should say what a teacher says who sees the whole.",
        "Two networks look at the same photo. The teacher sees most of it, the pupil also gets "
        "small pieces, and should come to the same opinion. The teacher is the pupil's own slow "
        "average, so both grow together. What comes out groups photos well without any tags. It "
        "needs more time than the others.",
        "Caron et al. 2021, Emerging Properties in Self-Supervised Vision Transformers",
    ),
    MethodWords(
        "geometric",
        "Geometric",
        "Guesses how a photo was turned or mirrored.",
        "Each photo is turned by quarters and mirrored, and the machine must say how. It can do so "
        "only if it knows how things usually stand: sky above, people upright. What it has learnt "
        "also finds photos of yours that lie on their side. As an encoder it is weaker than SimCLR "
        "or DINO.",
        "Gidaris et al. 2018, Unsupervised Representation Learning by Predicting Image Rotations",
    ),
    MethodWords(
        "jigsaw",
        "Jigsaw",
        "Puts nine shuffled pieces of a photo back in order.",
        "A photo is cut into nine pieces with gaps between them, and shuffled. The machine must "
        "find the order again, and so learns which parts of things belong together. An older task: "
        "weaker than SimCLR or DINO, and nice to watch.",
        "Noroozi and Favaro 2016, Unsupervised Learning by Solving Jigsaw Puzzles",
    ),
    MethodWords(
        "colorization",
        "Colorization",
        "Gives a grey photo its colours back.",
        "The colours are taken away, and the machine must guess them: grass is green, but a car "
        "may be anything. It learns what things are from what colour they tend to have in your "
        "photos. Photos that are grey by themselves are left out.",
        "Zhang et al. 2016, Colorful Image Colorization",
    ),
    MethodWords(
        "inpainting",
        "Inpainting",
        "Fills in blocks that were cut out of a photo.",
        "Blocks are cut out, and the machine must paint what was there. It needs to understand "
        "what surrounds the gap. The pictures look blurred; what counts is what it learns on the "
        "way.",
        "Pathak et al. 2016, Context Encoders",
    ),
)
