"""Nothing is fetched from the network unless the user says so."""

import sys

from gallery_app.domain.encoder import KnownFacts
from gallery_app.errors import UserError


def ask_before_fetching(known: KnownFacts, *, yes: bool) -> None:
    """Show what would be fetched, and ask on a terminal unless ``yes`` was said already.

    Raises:
        UserError: The answer is no, or there is nobody to ask.
    """
    sys.stderr.write(
        f"{known.title}, {known.size / 1e6:.1f} MB from {known.url}\n"
        f"Licence: {known.licence}, {known.licence_url}\n"
    )
    if yes:
        return
    if not sys.stdin.isatty():
        raise UserError("Nothing was fetched; add --yes to fetch it.")
    sys.stderr.write("Fetch it? [y/N] ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() not in {"y", "yes"}:
        raise UserError("Nothing was fetched.")
