"""Use it without a library: ``python -m ssl_core embed FOLDER --encoder CARD.json --out FILE``."""

import argparse
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from ssl_core.embed.embedder import Embedder
from ssl_core.embed.preprocess import crop
from ssl_core.errors import CoreError, EncoderError
from ssl_core.model_card import ModelCard, load_card

_BATCH = 32
_SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".bmp", ".gif"})


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return the exit code."""
    options = _parser().parse_args(arguments)
    try:
        written = embed_folder(options.folder, options.encoder, options.out)
    except CoreError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except OSError as error:
        sys.stderr.write(f"{error.filename or options.out}: {error.strerror or error}.\n")
        return 1
    sys.stdout.write(f"{written} vectors written to {options.out}\n")
    return 0


def embed_folder(folder: Path, card_path: Path, out: Path) -> int:
    """Encode a folder's photos into an ``.npz`` with ``paths`` and ``vectors`` (N, D) float32.

    Files that cannot be opened as photos are named on standard error and left out.

    Returns:
        N.

    Raises:
        EncoderError: No folder, no photos, or no usable encoder.
    """
    card = load_card(card_path)
    embedder = Embedder(card, card_path.parent / card.onnx)
    if not folder.is_dir():
        raise EncoderError(f"{folder} is not a folder; give a folder of photos.")
    if not out.parent.is_dir():
        raise EncoderError(f"{out.parent} is not a folder; give --out a file in one.")
    found = sorted(path for path in folder.rglob("*") if path.suffix.lower() in _SUFFIXES)
    paths: list[str] = []
    vectors: list[NDArray[np.float32]] = []
    for start in range(0, len(found), _BATCH):
        tried = [(str(path), _crop(path, card)) for path in found[start : start + _BATCH]]
        opened = [(path, square) for path, square in tried if square is not None]
        if opened:
            paths.extend(path for path, _ in opened)
            vectors.append(embedder.embed(np.stack([square for _, square in opened])))
    if not paths:
        raise EncoderError(f"{folder} holds no photos that can be opened.")
    np.savez(out, paths=np.array(paths), vectors=np.concatenate(vectors))
    return len(paths)


def _crop(path: Path, card: ModelCard) -> NDArray[np.uint8] | None:
    try:
        with Image.open(path) as photo:
            photo.draft("RGB", (2 * card.resize, 2 * card.resize))
            return crop(ImageOps.exif_transpose(photo).convert("RGB"), card)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        sys.stderr.write(f"{path} is left out: {error}\n")
        return None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m ssl_core")
    commands = parser.add_subparsers(dest="command", required=True)
    embed = commands.add_parser("embed", help="turn a folder of photos into vectors")
    embed.add_argument("folder", type=Path)
    embed.add_argument("--encoder", type=Path, required=True, help="a model card, NAME.json")
    embed.add_argument("--out", type=Path, required=True, help="the .npz file to write")
    return parser


if __name__ == "__main__":
    sys.exit(main())
