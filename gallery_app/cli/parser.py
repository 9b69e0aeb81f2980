"""The command line's grammar; a contract that scripts rely on."""

import argparse
import re
from collections.abc import Sequence
from pathlib import Path

from gallery_app import __version__
from gallery_app.domain.part import Part
from gallery_app.domain.query import quoted
from gallery_app.domain.suggestion import REVIEW_FROM
from gallery_app.domain.training import AUTO, USUAL_MINUTES
from gallery_app.paths import default_library

_VALUE_WITH_SPACES = re.compile(r'(-?\w+:)([^":]*\s[^":]*)')


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Parse the command line; the chosen command is in ``command``, None for the window.

    Exits with 2 and usage on standard error when it is wrong.
    """
    parser = _make_parser()
    for word in arguments:
        if any("\ud800" <= character <= "\udfff" for character in word):  # bytes that are no text
            parser.error(f"{word!r} is not valid text; rename the file")
    options, unknown = parser.parse_known_args(arguments)
    if options.command == "photos" and not any(word.startswith("--") for word in unknown):
        # "-tag:dog" is no option; the words of a query must all hold, in whichever order
        options.query = " ".join(map(_as_typed, options.query + unknown))
    elif unknown:
        parser.error(f"unrecognized arguments: {' '.join(unknown)}")
    return options


def _as_typed(word: str) -> str:
    """Put back the quotes that the shell took: ``tag:"New York"`` arrives as ``tag:New York``.

    A whole query in one word ("tag:dog -p0") stays as it is.
    """
    match = _VALUE_WITH_SPACES.fullmatch(word)
    return match[1] + quoted(match[2]) if match and " -" not in word else word


def _make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="handful", description="Label a handful of photos; Handful files the rest."
    )
    parser.add_argument("--version", action="version", version=f"Handful {__version__}")
    parser.add_argument(
        "--library", type=Path, default=default_library(), help="folder of the library"
    )
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    add = commands.add_parser("add", help="add folders: scan, thumbnails, vectors")
    add.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    commands.add_parser("rescan", help="look through all added folders again")
    photos = commands.add_parser("photos", help="list photos", add_help=False)
    photos.add_argument("--help", action="help", help="show this help message and exit")
    photos.add_argument("query", nargs="*", help="e.g. tag:beach -tag:dog 2019..2021 folder:Italy")
    commands.add_parser("problems", help="list files that cannot be read")
    _add_tag_commands(commands)
    _add_suggestion_commands(commands)
    commands.add_parser("clusters", help="group similar photos")
    similar = commands.add_parser("similar", help="list the photos most like one")
    similar.add_argument("path", type=Path)
    similar.add_argument("-n", dest="limit", type=_positive, default=20)
    _add_part(similar, "like what is in this box")
    commands.add_parser("duplicates", help="list exact and near duplicates")
    turned = commands.add_parser("turned", help="list photos that seem to lie on their side")
    answer = turned.add_mutually_exclusive_group()
    answer.add_argument("--yes", nargs="+", type=Path, metavar="PATH", help="show these upright")
    answer.add_argument("--no", nargs="+", type=Path, metavar="PATH", help="these do not")
    _add_curation_commands(commands)
    _add_encoder_commands(commands)
    _add_train_command(commands)
    _add_export_commands(commands)
    commands.add_parser("undo", help="take back the last tag, accept or export action")
    organise = commands.add_parser("organise", help="all of it in one go")
    organise.add_argument("folder", type=Path)
    organise.add_argument("--tags", type=Path, required=True, help="CSV with path,tag")
    organise.add_argument("--out", type=Path, help="folder for what is exported")
    commands.add_parser("doctor", help="check versions, GPU, encoders, paths, free space")
    return parser


def _add_tag_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    tag = commands.add_parser("tag", help="tag photos").add_subparsers(
        dest="action", required=True, metavar="ACTION"
    )
    for name, what in (("add", "put a tag on photos"), ("remove", "take a tag off photos")):
        action = tag.add_parser(name, help=what)
        action.add_argument("tag", help="e.g. Places/Paris")
        action.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        if name == "add":
            _add_part(action, "the tag is about this box, and learnt from what is in it")
    rename = tag.add_parser("rename", help="give a tag another name, or another place in the tree")
    rename.add_argument("tag")
    rename.add_argument("name", help="e.g. Places/Paris; one that is there takes its photos too")
    delete = tag.add_parser("delete", help="take a tag, and all below it, off every photo")
    delete.add_argument("tag")
    tag.add_parser("list", help="list tags and their numbers of photos")
    exclusive = tag.add_parser("exclusive", help="say that a photo carries one of its children")
    exclusive.add_argument("tag", help="the parent, e.g. Kind")
    exclusive.add_argument("state", choices=["on", "off"])
    folders = tag.add_parser("folders", help="tag photos by the names of their folders")
    folders.add_argument("folder", type=Path, help="one that was added")
    imported = tag.add_parser("import", help="take tags from a CSV with path,tag")
    imported.add_argument("file", type=Path)


def _add_suggestion_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    suggest = commands.add_parser("suggest", help="learn from the tags and propose more")
    suggest.add_argument("--tag", help="only this tag")
    suggest.add_argument("--min", type=_probability, help=f"least probability ({REVIEW_FROM})")
    suggest.add_argument("--all", action="store_true", help="every pair of at least 0.01")
    accept = commands.add_parser("accept", help="turn likely suggestions into tags")
    accept.add_argument("--min", type=_probability, required=True, help="least probability")
    accept.add_argument("--tag", help="only this tag")
    runs = commands.add_parser("runs", help="list the runs that accepted suggestions came from")
    runs.add_argument("--undo", metavar="MODEL", help="take back all that one run filled in")
    ask = commands.add_parser("ask", help="list the photos most worth an answer")
    ask.add_argument("-n", dest="count", type=_positive, default=10)
    tags = commands.add_parser("tags", help="look after the tags").add_subparsers(
        dest="action", required=True, metavar="ACTION"
    )
    tags.add_parser("health", help="list likely mistakes, tags that are two, tags that are one")
    why = commands.add_parser("why", help="say what speaks for a tag on a photo")
    why.add_argument("path", type=Path)
    why.add_argument("tag")
    why.add_argument("--part", action="store_true", help="also which part of it speaks most")
    verdict = commands.add_parser("verdict", help="answer a suggestion")
    verdict.add_argument("answer", choices=["yes", "no", "skip"])
    verdict.add_argument("tag")
    verdict.add_argument("paths", nargs="+", type=Path, metavar="PATH")


def _add_curation_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    album = commands.add_parser("album", help="put photos into albums").add_subparsers(
        dest="action", required=True, metavar="ACTION"
    )
    album.add_parser("list", help="list albums and saved searches")
    for name, what in (("add", "put photos in, a new one if need be"), ("remove", "take them out")):
        action = album.add_parser(name, help=what)
        action.add_argument("name")
        action.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    search = album.add_parser("search", help="save a search as an album")
    search.add_argument("name")
    search.add_argument("query")
    album.add_parser("delete", help="delete an album, none of its photos").add_argument("name")
    rate = commands.add_parser("rate", help="give photos stars, pick or reject them")
    rate.add_argument("stars", choices=["0", "1", "2", "3", "4", "5", "pick", "reject"])
    rate.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    turn = commands.add_parser("turn", help="show photos turned; their files stay as they are")
    turn.add_argument("way", choices=["left", "right", "around"])
    turn.add_argument("paths", nargs="+", type=Path, metavar="PATH")


def _add_encoder_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    encoders = commands.add_parser(
        "encoders", help="list, fetch, add, compare or choose encoders"
    ).add_subparsers(dest="action", required=True, metavar="ACTION")
    encoders.add_parser("list", help="list encoders")
    encoders.add_parser("known", help="list well-known encoders that can be fetched")
    get = encoders.add_parser("get", help="fetch a well-known encoder")
    get.add_argument("name", help="one of those that “encoders known” lists")
    get.add_argument("--use", action="store_true", help="make it the active one")
    get.add_argument("--yes", action="store_true", help="do not ask before fetching")
    get.add_argument("--accept-licence", action="store_true", help="agree to its licence")
    add = encoders.add_parser("add", help="add an ONNX file or a DINO checkpoint")
    add.add_argument("file", type=Path)
    add.add_argument("--use", action="store_true", help="make it the active one")
    use = encoders.add_parser("use", help="make an encoder the active one")
    use.add_argument("name")
    compare = encoders.add_parser("compare", help="measure two encoders on the same photos")
    compare.add_argument("first", metavar="A")
    compare.add_argument("second", metavar="B")


def _add_train_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    train = commands.add_parser("train", help="learn an encoder of your own from your photos")
    train.add_argument("--method", default=AUTO, help="auto (tries what fits), or one of them")
    train.add_argument("--from", dest="start", metavar="ENCODER|scratch", help="default: in use")
    length = train.add_mutually_exclusive_group()
    length.add_argument("--minutes", type=_minutes, help=f"how long ({USUAL_MINUTES:g})")
    length.add_argument("--epochs", type=_positive, help="or how many passes over the photos")
    train.add_argument("--device", choices=["auto", "cpu", "cuda"], default="auto")
    train.add_argument("--photos", metavar="QUERY", default="", help="only those it finds")
    train.add_argument("--resume", action="store_true", help="go on with the one interrupted")


def _add_export_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    export = commands.add_parser("export", help="hand tags to other programs")
    export.add_argument("format", choices=["xmp", "csv", "json", "vectors"])
    export.add_argument("--out", type=Path, help="file; for xmp a folder")
    export.add_argument("--dry-run", action="store_true", help="only say what would change")
    export.add_argument("--min", type=_probability, help="also suggestions of this probability")
    some = export.add_mutually_exclusive_group()
    some.add_argument("--photos", metavar="QUERY", default="", help="only those it finds")
    some.add_argument(
        "--waiting", action="store_true", help="only sidecars that could not be written before"
    )


def _add_part(command: argparse.ArgumentParser, what: str) -> None:
    box = "left,top,width,height in fractions of the photo"
    command.add_argument("--part", type=_part, metavar="BOX", help=f"{what}: {box}")


def _part(text: str) -> Part:
    try:
        part = Part(*map(float, text.split(",")))
    except (TypeError, ValueError):
        part = Part(0, 0, 0, 0)
    sides = (*part, part.left + part.width, part.top + part.height)
    if not all(0 <= side <= 1 for side in sides) or part.width * part.height == 0:
        raise argparse.ArgumentTypeError(f"{text} is no box such as 0.1,0.2,0.5,0.5")
    return part


def _probability(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{text} is not between 0 and 1")
    return value


def _minutes(text: str) -> float:
    value = float(text)
    if not 0 < value < float("inf"):
        raise argparse.ArgumentTypeError(f"{text} is not above 0")
    return value


def _positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"{text} is not 1 or more")
    return value
