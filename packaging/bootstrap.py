"""Makes `.venv` ready: `python3 packaging/bootstrap.py [--for-tests]`; standard library only.

Says nothing and does next to nothing when all is up to date.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import system_libraries

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "handful-installed"  # we made it; what was installed last, if that went well
PROJECT = ROOT / "pyproject.toml"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
REFERENCES = ROOT / "packaging" / "references.txt"
TRANSLATIONS = ROOT / "resources" / "translations"
BUILDER = ROOT / "packaging" / "translations.py"

NEEDED_BYTES = 7_000_000_000  # torch and CUDA make up nearly all of it
_NETWORK_TROUBLE = re.compile(
    r"NewConnectionError|ConnectTimeout|ReadTimeout|ConnectionError|ConnectionResetError"
    r"|ProtocolError|IncompleteRead|ProxyError|SSLError|name resolution|Connection broken"
    r"|HTTP error 5\d\d|HTTP error 429|\b50[234] (Server|Bad|Service|Gateway)"
)
_BIG_DOWNLOAD = re.compile(r"\s*(?:Downloading|Using cached) (\S+).* \((\d{2,}(?:\.\d+)? MB)\)")
_LINES_OF_FAILURE = 15


class SetUpError(Exception):
    """Setting up failed; the message says why and what to do."""


def main(arguments: Sequence[str]) -> int:
    """Set up and return the exit code."""
    try:
        _make_environment()
        _install()
        system_libraries.provide(VENV)
        _build_languages()
        if "--for-tests" in arguments:
            system_libraries.provide_test_programs()
    except (SetUpError, system_libraries.MissingLibrariesError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("Stopped; run it again to go on.\n")
        return 130
    return 0


def _make_environment() -> None:
    if _runs([str(PYTHON), "-m", "pip", "--version"]):
        return
    if not _is_ours():
        raise SetUpError(
            f"In {VENV} pip does not run, and this set-up did not make it, so it stays as it is; "
            "mend it, or move it away and run this again."
        )
    _say(f"Making {VENV} with Python {sys.version.split()[0]} …")
    shutil.rmtree(VENV, ignore_errors=True)
    VENV.mkdir(exist_ok=True)
    STAMP.touch()  # first, so that what breaks off here is known as ours
    if not _runs([sys.executable, "-m", "venv", str(VENV)]):
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        raise SetUpError(
            f"{sys.executable} cannot make a virtual environment; on Debian and Ubuntu run: "
            f"sudo apt-get install python{version}-venv"
        )


def _is_ours() -> bool:
    """Tell whether what is in the way may be cleared: never through a link, and only our own."""
    return not VENV.is_symlink() and (STAMP.is_file() or not os.path.lexists(PYTHON))


def _install() -> None:
    wanted = _fingerprint()
    before = STAMP.read_text(encoding="ascii") if STAMP.is_file() else ""
    if before == wanted:
        return
    if STAMP.is_file():
        STAMP.write_text("", encoding="ascii")
    if not before:
        _check_room()
        _say("Installing what Handful needs into .venv: about 3 GB to download, once …")
    else:
        _say("pyproject.toml changed; bringing .venv up to date …")
    code, output = _pip_install()
    if code and _NETWORK_TROUBLE.search(output):
        _say("The network failed; trying once more …")
        code, output = _pip_install()
    if code:
        tail = "\n".join(output.splitlines()[-_LINES_OF_FAILURE:])
        raise SetUpError(f"{tail}\n{_reason(output)}")
    STAMP.write_text(wanted, encoding="ascii")


def _build_languages() -> None:
    for ts in TRANSLATIONS.glob("*.ts"):
        qm = ts.with_suffix(".qm")
        stale = not qm.is_file() or qm.stat().st_mtime < ts.stat().st_mtime
        if stale and not _runs([str(PYTHON), str(BUILDER), "--release"]):
            raise SetUpError(f"{ts} cannot be built; run {PYTHON} {BUILDER} --release to see why.")


def _fingerprint() -> str:
    digest = hashlib.sha256(str(ROOT).encode())  # a moved checkout is installed again
    for file in (PROJECT, CONSTRAINTS, REFERENCES):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _check_room() -> None:
    free = shutil.disk_usage(VENV).free
    there = sum(file.lstat().st_size for file in VENV.rglob("*"))  # of a set-up that broke off
    if free + there < NEEDED_BYTES:
        raise SetUpError(
            f"{VENV} needs about {NEEDED_BYTES / 1e9:.0f} GB, and its disk has "
            f"{free / 1e9:.1f} GB free; make room and run it again."
        )


def _pip_install() -> tuple[int, str]:
    """Install the project, and what it is compared with; returns pip's exit code and words."""
    code, said = _pip("--constraint", str(CONSTRAINTS), "--editable", f"{ROOT}[dev,demo]")
    if code:
        return code, said
    # Without what they themselves depend on, of which nothing here is used.
    code, more = _pip("--no-deps", "--requirement", str(REFERENCES))
    return code, said + more


def _pip(*wanted: str) -> tuple[int, str]:
    command = [
        *(str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check"),
        *("--progress-bar", "off", *wanted),
    ]
    said = []
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT
    ) as pip:
        for line in pip.stdout or ():
            said.append(line)
            if big := _BIG_DOWNLOAD.match(line):
                _say(f"  {Path(big[1]).name} ({big[2]})")
            elif line.startswith("Installing collected"):
                _say("  unpacking …")
    return pip.returncode, "".join(said)


def _reason(output: str) -> str:
    if _NETWORK_TROUBLE.search(output):
        return "The download failed twice; check the network and run it again."
    if "No space left" in output:
        return f"The disk is full; {VENV} needs about {NEEDED_BYTES / 1e9:.0f} GB."
    return "pip could not install Handful (above is what it said)."


def _runs(command: Sequence[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
