"""Numbered SQL files bring a catalogue up to date; the old one is backed up first."""

from importlib.resources import files

from gallery_app.catalogue.connection import Connection
from gallery_app.errors import SurroundingsError, UserError


def migrate(connection: Connection) -> None:
    """Bring the catalogue to the newest version.

    Raises:
        UserError: The catalogue was made by a newer Handful, or is not a catalogue.
        SurroundingsError: It cannot be backed up or written.
    """
    steps = _steps()
    newest = max(steps)
    version = _version(connection)
    if version > newest:
        raise UserError(
            f"The catalogue {connection.path} was made by a newer Handful (version {version}, "
            f"this one knows {newest}); update Handful to open it."
        )
    if 0 < version < newest:
        _back_up(connection, version)
    if version < newest:
        _apply(connection, steps)


def _version(connection: Connection) -> int:
    # One statement: between two, another process may make the catalogue.
    version, is_empty = connection.read(
        "SELECT user_version, NOT EXISTS (SELECT 1 FROM sqlite_master) FROM pragma_user_version"
    )[0]
    if version == 0 and not is_empty:
        raise UserError(
            f"{connection.path} is an SQLite file of another program; choose another folder for "
            "the library.",
            command="handful --library FOLDER",
        )
    return int(version)


def _back_up(connection: Connection, version: int) -> None:
    folder = connection.path.parent / "backups"
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise SurroundingsError(
            f"{folder} cannot be made ({error.strerror}), and without a backup the catalogue is "
            "not brought up to date."
        ) from error
    connection.backup(folder / f"{connection.path.stem}-v{version}.sqlite")


def _steps() -> dict[int, str]:
    folder = files("gallery_app.catalogue") / "migrations"
    return {
        int(entry.name[:4]): entry.read_text("utf-8")
        for entry in folder.iterdir()
        if entry.name.endswith(".sql")
    }


def _apply(connection: Connection, steps: dict[int, str]) -> None:
    # All in one transaction: nobody else ever sees a catalogue between two versions.
    with connection.write() as db:
        # Another process may have migrated while we waited for the lock.
        version = db.execute("PRAGMA user_version").fetchone()[0]
        for number in range(version + 1, max(steps) + 1):
            for statement in _statements(steps[number]):
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {number}")


def _statements(sql: str) -> list[str]:
    # executescript() would commit first, and a half-made catalogue must never be left behind.
    bare = "\n".join(line.split("--", 1)[0] for line in sql.splitlines())
    return [statement for statement in bare.split(";") if statement.strip()]
