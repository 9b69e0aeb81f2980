"""The catalogue file: two writers, nested writes, errors, migrations, a read-only folder."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from gallery_app.catalogue import connection as connection_module
from gallery_app.catalogue import migrate as migrate_module
from gallery_app.catalogue.catalogue import Catalogue
from gallery_app.catalogue.connection import Connection
from gallery_app.catalogue.migrate import migrate
from gallery_app.errors import SurroundingsError, UserError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a ?#%'é" / "catalogue.sqlite"  # a name that a URI must escape


@pytest.fixture
def connection(path: Path) -> Iterator[Connection]:
    path.parent.mkdir()
    made = Connection(path)
    yield made
    made.close()


@pytest.fixture
def numbers(connection: Connection) -> Connection:
    with connection.write() as db:
        db.execute("CREATE TABLE numbers (n INTEGER UNIQUE)")
    return connection


def count(connection: Connection) -> int:
    found: int = connection.read("SELECT COUNT(*) FROM numbers")[0][0]
    return found


def insert(connection: Connection, *numbers: int, then: type[BaseException] | None = None) -> None:
    with connection.write() as db:
        db.executemany("INSERT INTO numbers VALUES (?)", [(number,) for number in numbers])
        if then:
            raise then


def test_two_writers_lose_nothing(numbers: Connection):
    def write(start: int) -> None:
        for number in range(start, 400, 2):
            with numbers.write() as db:
                db.execute("SELECT COUNT(*) FROM numbers").fetchall()  # a read that becomes a write
                insert(numbers, number)

    with ThreadPoolExecutor(2) as pool:
        for writer in [pool.submit(write, start) for start in range(2)]:
            writer.result()
    assert count(numbers) == 400


def test_a_write_inside_a_write_joins_it(numbers: Connection):
    def outer() -> None:
        with numbers.write() as db:
            insert(numbers, 1)
            assert db.in_transaction
            insert(numbers, 2, then=RuntimeError)

    with pytest.raises(RuntimeError):
        outer()
    assert count(numbers) == 0


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt, GeneratorExit])
def test_an_error_takes_everything_back(numbers: Connection, error: type[BaseException]):
    with pytest.raises(error):
        insert(numbers, 1, then=error)
    assert count(numbers) == 0
    insert(numbers, 1)
    assert count(numbers) == 1


def test_bugs_stay_bugs(numbers: Connection):
    with pytest.raises(sqlite3.IntegrityError):
        insert(numbers, 1, 1)
    with pytest.raises(sqlite3.OperationalError):
        numbers.read("SELECT locked FROM full")


def test_a_locked_catalogue_is_the_surroundings(
    numbers: Connection, path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(connection_module, "BUSY_TIMEOUT_MS", 10)
    impatient = Connection(path)
    with numbers.write(), pytest.raises(SurroundingsError, match="in use"), impatient.write():
        pass
    impatient.close()


def test_a_full_disk_is_the_surroundings(numbers: Connection):
    pages = numbers.read("PRAGMA page_count")[0][0]
    numbers.read(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(SurroundingsError, match="is full"):
        insert(numbers, *range(10_000))
    assert count(numbers) == 0


def test_a_damaged_file_is_left_alone(path: Path):
    path.parent.mkdir()
    path.write_bytes(b"no database at all" * 100)
    with pytest.raises(UserError, match="damaged"):
        Catalogue.open(path)
    assert path.read_bytes().startswith(b"no database")


def test_a_folder_that_is_not_there_is_the_surroundings(path: Path):
    with pytest.raises(SurroundingsError, match="cannot be written"):
        Catalogue.open(path)


def test_a_new_file_gets_all_migrations(connection: Connection):
    migrate(connection)
    assert connection.read("PRAGMA user_version")[0][0] == max(migrate_module._steps())
    assert connection.read("PRAGMA journal_mode")[0][0] == "wal"
    assert connection.read("SELECT COUNT(*) FROM photos")[0][0] == 0
    migrate(connection)


@pytest.mark.parametrize(
    ("sql", "says"),
    [("PRAGMA user_version = 99", "newer Handful"), ("CREATE TABLE x (y)", "another program")],
)
def test_newer_and_foreign_files_are_refused_untouched(path: Path, sql: str, says: str):
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as db:
        db.execute(sql)
    before = path.read_bytes()
    with pytest.raises(UserError, match=says):
        Catalogue.open(path)
    assert path.read_bytes()[100:] == before[100:]  # the header may say WAL now


def test_a_migration_is_never_half_applied(connection: Connection, monkeypatch: pytest.MonkeyPatch):
    broken = {1: "CREATE TABLE one (x); -- a comment; with a semicolon\nCREATE TABLE one (x);"}
    monkeypatch.setattr(migrate_module, "_steps", lambda: broken)
    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        migrate(connection)
    assert connection.read("SELECT * FROM sqlite_master") == []
    assert connection.read("PRAGMA user_version")[0][0] == 0


def test_the_old_catalogue_is_backed_up_before_a_migration(
    connection: Connection, path: Path, monkeypatch: pytest.MonkeyPatch
):
    migrate(connection)
    steps = migrate_module._steps()
    newer = {**steps, max(steps) + 1: "CREATE TABLE extra (x)"}
    monkeypatch.setattr(migrate_module, "_steps", lambda: newer)
    migrate(connection)
    assert connection.read("SELECT * FROM extra") == []
    [backup] = (path.parent / "backups").iterdir()
    with closing(sqlite3.connect(backup)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (max(steps),)
        assert not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'extra'").fetchall()


def test_processes_may_make_one_catalogue_together(path: Path):
    path.parent.mkdir()
    code = (
        "import sys; from pathlib import Path; "
        "from gallery_app.catalogue.catalogue import Catalogue; "
        "Catalogue.open(Path(sys.argv[1])).close()"
    )
    makers = [
        subprocess.Popen([sys.executable, "-c", code, path], stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    assert [maker.communicate()[1] for maker in makers] == ["", "", ""]


@pytest.fixture
def protected(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalogue that may be read only, as the tests' user root would otherwise not see it."""
    path.parent.mkdir()
    Catalogue.open(path).close()
    access = os.access
    monkeypatch.setattr(os, "access", lambda file, mode: mode != os.W_OK and access(file, mode))
    return path


def test_a_read_only_catalogue_can_be_read(protected: Path):
    catalogue = Catalogue.open(protected)
    assert catalogue.find(()) == []
    with pytest.raises(SurroundingsError, match="cannot be written"):
        catalogue.tags.ensure("A")
    assert [file.name for file in protected.parent.iterdir()] == [protected.name]
    catalogue.close()


def test_a_read_only_copy_of_a_catalogue_at_work_holds_its_last_writes(
    protected: Path, monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as unprotected:
        unprotected.setattr(os, "access", lambda file, mode: True)
        writer = Catalogue.open(protected)
        writer.tags.ensure("A")
    copy = protected.parent / "copy"
    copy.mkdir()
    for file in protected.parent.glob(f"{protected.name}*"):
        shutil.copy(file, copy)
    reader = Catalogue.open(copy / protected.name)
    assert [row["path"] for row in reader.connection.read("SELECT path FROM tags")] == ["A"]
    reader.close()
    writer.close()
