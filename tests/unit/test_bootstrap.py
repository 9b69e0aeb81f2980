"""Setting up a fresh machine, with pip, apt-get and ldd played by hand."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import bootstrap
import pytest
import system_libraries


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout whose `.venv` is there, with nothing in it yet."""
    (tmp_path / ".venv").mkdir()
    for name in ("pyproject.toml", "constraints.txt", "references.txt"):
        (tmp_path / name).write_text("")
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    monkeypatch.setattr(bootstrap, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(bootstrap, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    monkeypatch.setattr(bootstrap, "STAMP", tmp_path / ".venv" / "stamp")
    monkeypatch.setattr(bootstrap, "PROJECT", tmp_path / "pyproject.toml")
    monkeypatch.setattr(bootstrap, "CONSTRAINTS", tmp_path / "constraints.txt")
    monkeypatch.setattr(bootstrap, "REFERENCES", tmp_path / "references.txt")
    monkeypatch.setattr(bootstrap, "_runs", lambda _: True)
    monkeypatch.setattr(system_libraries, "provide", lambda _: None)
    return tmp_path


class Pip:
    """Answers each installation with the next of some (exit code, output) pairs."""

    def __init__(self, *answers: tuple[int, str]) -> None:
        self.answers = list(answers)

    def __call__(self) -> tuple[int, str]:
        return self.answers.pop(0)


def test_installs_once_and_then_says_nothing(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "_pip_install", Pip((0, "")))
    assert bootstrap.main([]) == 0
    assert capsys.readouterr().out
    assert bootstrap.main([]) == 0
    assert capsys.readouterr() == ("", "")


def test_a_changed_project_is_installed_again(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pip = Pip((0, ""), (0, ""))
    monkeypatch.setattr(bootstrap, "_pip_install", pip)
    bootstrap.main([])
    (checkout / "pyproject.toml").write_text("changed")
    assert bootstrap.main([]) == 0
    assert not pip.answers


def test_tries_once_more_when_the_network_fails(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "_pip_install", Pip((1, "ReadTimeoutError: slow"), (0, "")))
    assert bootstrap.main([]) == 0
    assert "once more" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("output", "answers", "said"),
    [
        ("NewConnectionError: down", 2, "check the network"),
        ("ERROR: No matching distribution found for torch", 1, "pip could not install"),
        ("OSError: [Errno 28] No space left on device", 1, "The disk is full"),
    ],
)
def test_failure_is_told_and_tried_anew_next_time(
    checkout: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    output: str,
    answers: int,
    said: str,
) -> None:
    pip = Pip(*[(1, output)] * answers)
    monkeypatch.setattr(bootstrap, "_pip_install", pip)
    assert bootstrap.main([]) == 1
    assert said in capsys.readouterr().err
    assert not pip.answers
    assert not bootstrap.STAMP.exists()


def test_too_small_a_disk_is_told_before_the_download(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    usage = shutil.disk_usage(checkout)._replace(free=1_000_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    monkeypatch.setattr(bootstrap, "_pip_install", Pip())
    assert bootstrap.main([]) == 1
    assert "needs about 7 GB" in capsys.readouterr().err


class WithoutPip:
    """No pip runs; a new environment gets a file, and this is told how often one was made."""

    def __init__(self, *, fails: bool = False) -> None:
        self.made, self.fails = 0, fails

    def __call__(self, command: Sequence[str]) -> bool:
        if command[1:3] != ["-m", "venv"]:
            return False
        self.made += 1
        (bootstrap.VENV / "new").touch()
        return not self.fails


@pytest.mark.parametrize("there", ["nothing", "an empty folder", "ours", "ours, broken off"])
def test_an_environment_without_pip_is_made_anew(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, there: str
) -> None:
    venv = checkout / ".venv"
    if there == "nothing":
        venv.rmdir()
    elif there == "ours":
        bootstrap.STAMP.write_text("of an earlier set-up")
        (venv / "bin").mkdir()
        bootstrap.PYTHON.symlink_to("/gone/python3")
    runs = WithoutPip(fails=True)
    monkeypatch.setattr(bootstrap, "_runs", runs)
    if there == "ours, broken off":
        assert bootstrap.main([]) == 1
        (venv / "bin").mkdir()
        bootstrap.PYTHON.touch()
    runs.fails = False
    bootstrap._make_environment()
    assert (venv / "new").is_file()
    assert not (venv / "bin").exists()


@pytest.mark.parametrize("link", [False, True])
def test_somebody_elses_environment_stays_as_it_is(
    checkout: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    link: bool,  # noqa: FBT001
) -> None:
    venv = checkout / ".venv"
    if link:
        venv.rename(checkout / "shared")
        venv.symlink_to(checkout / "shared")
        bootstrap.STAMP.touch()  # ours, but another checkout's
    (venv / "bin").mkdir()
    bootstrap.PYTHON.touch()
    runs = WithoutPip()
    monkeypatch.setattr(bootstrap, "_runs", runs)
    assert bootstrap.main([]) == 1
    assert "mend it, or move it away" in capsys.readouterr().err
    assert (runs.made, bootstrap.PYTHON.is_file()) == (0, True)


LDD = """
/venv/libqxcb.so:
\tlinux-vdso.so.1 (0x00007ffd)
\tlibxcb-cursor.so.0 => not found
\tlibQt6Gui.so.6 => /venv/libQt6Gui.so.6 (0x00007f)
\tlibEGL.so.1 => not found
/venv/libqoffscreen.so:
\tlibEGL.so.1 => not found
"""


class Apt:
    """Notes every apt-get command and fails those in ``failing``."""

    def __init__(self, failing: Sequence[int] = ()) -> None:
        self.commands: list[list[str]] = []
        self.failing = failing

    def __call__(self, command: list[str]) -> bool:
        self.commands.append(command)
        return len(self.commands) - 1 not in self.failing


@pytest.fixture
def without_libraries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    plugins = tmp_path / "lib/python3.11/site-packages/PySide6/Qt/plugins/platforms"
    plugins.mkdir(parents=True)
    (plugins / "libqxcb.so").touch()
    monkeypatch.setattr(system_libraries.sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(system_libraries, "_output", lambda _: LDD)
    return tmp_path


def test_root_on_debian_gets_the_libraries(
    without_libraries: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    apt = Apt(failing=[0])
    monkeypatch.setattr(system_libraries, "_succeeds", apt)
    monkeypatch.setattr(system_libraries.os, "geteuid", lambda: 0)
    system_libraries.provide(without_libraries)
    install, update, again = apt.commands
    assert install[-2:] == ["libegl1", "libxcb-cursor0"]
    assert update == ["apt-get", "update"]
    assert again == install


def test_others_are_told_the_command(
    without_libraries: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system_libraries.os, "geteuid", lambda: 1000)
    with pytest.raises(system_libraries.MissingLibrariesError) as told:
        system_libraries.provide(without_libraries)
    assert "sudo apt-get install libegl1 libxcb-cursor0" in str(told.value)


def test_ldd_of_this_machine_is_understood(tmp_path: Path) -> None:
    if not shutil.which("ldd"):
        pytest.skip("ldd is absent")
    line = subprocess.run(["ldd", "/bin/sh"], capture_output=True, text=True, check=False).stdout
    assert "libc" in line
    assert not system_libraries._MISSING.findall(line)
