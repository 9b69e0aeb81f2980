"""Use it without a library: ``python -m ssl_core embed|score|train FOLDER ...``."""

import argparse
import json
import sys
import warnings
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from ssl_core.embed.embedder import Embedder
from ssl_core.embed.folder import embed_photos, photos_in
from ssl_core.errors import CoreError, EncoderError, TrainingError
from ssl_core.model_card import encoder_name, load_card
from ssl_core.recipes import RECIPES, Recipe
from ssl_core.run_spec import AUTO, BACKBONES, DEVICES, METHODS

SURROUNDINGS = 3


def main(arguments: list[str] | None = None) -> int:
    """Run one command.

    Returns:
        The exit code: 0 done, 1 the user can mend it, 3 the disk is full or cannot be written to.
    """
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
    except CoreError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except OSError as error:
        sys.stderr.write(f"{error.filename or options.out}: {error.strerror or error}.\n")
        return SURROUNDINGS
    return 0


def _embed(options: argparse.Namespace) -> None:
    embedder = _embedder(options.encoder)
    if not options.out.parent.is_dir():
        raise EncoderError(f"{options.out.parent} is not a folder; give --out a file in one.")
    found = embed_photos(photos_in(options.folder), embedder, _left_out)
    np.savez(options.out, paths=np.array(found.paths), vectors=found.vectors)
    sys.stdout.write(f"{len(found.paths)} vectors written to {options.out}\n")


def _score(options: argparse.Namespace) -> None:
    # scikit-learn's and scipy's seconds are for this command alone.
    from ssl_core.scores.folder import score_photos

    embedder = _embedder(options.encoder)
    photos = photos_in(options.folder)
    scores = score_photos(photos, embedder, _left_out, classes=options.classes)
    sys.stdout.write(json.dumps({"encoder": embedder.card.name} | scores) + "\n")


def _train(options: argparse.Namespace) -> None:
    if find_spec("torch") is None:
        raise TrainingError(
            "Training needs PyTorch, which is not installed; run: pip install torch torchvision"
        )
    from ssl_core.train.orders import Orders
    from ssl_core.train.settings import Asked
    from ssl_core.train.worker import tell, train_folder

    # torch warns about its own insides, and nobody who reads our standard error can act on it.
    warnings.simplefilter("ignore")
    recipe = RECIPES.get(options.recipe, Recipe(title="", method=AUTO))
    length_given = options.minutes is not None or options.epochs is not None
    asked = Asked(
        folder=options.folder,
        out=options.out,
        name=options.name or encoder_name(options.out.name),
        method=options.method or recipe.method,
        start=options.start or recipe.start,
        backbone=options.backbone or recipe.backbone,
        device=options.device,
        beside=options.beside,
        epochs=options.epochs if length_given else recipe.epochs,
        minutes=options.minutes if length_given else recipe.minutes,
        seed=options.seed,
        resume=options.resume,
    )
    tell(**train_folder(asked, Orders(sys.stdin)))


def _embedder(card_path: Path) -> Embedder:
    card = load_card(card_path)
    return Embedder(card, card_path.parent / card.onnx)


def _left_out(why: str) -> None:
    sys.stderr.write(f"{why}\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m ssl_core")
    commands = parser.add_subparsers(dest="command", required=True)
    embed = commands.add_parser("embed", help="turn a folder of photos into vectors")
    embed.set_defaults(run=_embed)
    score = commands.add_parser("score", help="score an encoder on a folder of photos")
    score.set_defaults(run=_score)
    train = commands.add_parser("train", help="make an encoder of one's own from photos")
    train.set_defaults(run=_train)
    for command in (embed, score, train):
        command.add_argument("folder", type=Path, help="or a file that lists photos, one a line")
    for command in (embed, score):
        command.add_argument("--encoder", type=Path, required=True, help="a model card, NAME.json")
    embed.add_argument("--out", type=Path, required=True, help="the .npz file to write")
    score.add_argument("--classes", action="store_true", help="a photo's folder is its class")
    _add_training(train)
    return parser


def _add_training(train: argparse.ArgumentParser) -> None:
    titles = "; ".join(f"{name}: {recipe.title}" for name, recipe in RECIPES.items())
    train.add_argument("--recipe", choices=RECIPES, help=f"{titles}. What else is given goes first")
    train.add_argument("--method", choices=(AUTO, *METHODS), help=f"{AUTO} when left out")
    train.add_argument(
        "--from", dest="start", help="default, scratch, a model card or a checkpoint"
    )
    train.add_argument(
        "--beside", type=Path, help="card of the encoder to be better than; that of --from"
    )
    train.add_argument("--backbone", choices=BACKBONES, help="what to build from scratch")
    length = train.add_mutually_exclusive_group()
    length.add_argument("--minutes", type=float)
    length.add_argument("--epochs", type=int)
    train.add_argument("--device", choices=("auto", *DEVICES), default="auto")
    train.add_argument("--seed", type=int, default=0, help="of what is drawn by chance")
    train.add_argument("--out", type=Path, required=True, help="folder for the new encoder")
    train.add_argument("--name", help="the new encoder's name; the folder's when left out")
    train.add_argument("--resume", action="store_true", help="go on with the training in --out")


if __name__ == "__main__":
    sys.exit(main())
