"""Fetch one file: ``python -m ssl_core.embed.download URL FILE [--sha256 HEX]``.

Standard output carries JSON lines ``{"step", "done", "total"}`` in megabytes, then ``{"file"}``.
A failure is one sentence on standard error; exit code 1 when the home or the network is to blame,
3 when the disk is.

``huggingface_hub`` (2.4) is not used: it begins a cut-off download anew (each goes to a file of
its own, which is deleted when it fails) and compares no checksum.
"""

import argparse
import http.client
import json
import os
import re
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from email.message import Message
from pathlib import Path
from typing import IO

from ssl_core.errors import CoreError
from ssl_core.model_card import file_sha256

_PATIENCE_S = 30.0  # without a byte
_CHUNK = 1 << 18
_MB = 1_000_000
_RESUMED, _NOTHING_LEFT = 206, 416
_SHA256 = re.compile(r'"?([0-9a-f]{64})"?')

Tell = Callable[[int, int], None]


class DownloadError(CoreError):
    """A file cannot be had from its home."""


def download(url: str, target: Path, sha256: str | None, tell: Tell) -> None:
    """Fetch a file, going on where a former try was cut off, and check it.

    Args:
        url: Where it lies.
        target: Where it shall lie; until it is whole and checked, as ``target`` + ``.part``.
        sha256: Of the file; None to take the hub's word, the header ``X-Linked-ETag`` with which it
            sends one on to the file.
        tell: Called with bytes done and in all, 0 while unknown.

    Raises:
        DownloadError: No network, no such file, cut off, or another file than the published one.
        OSError: It cannot be written.
    """
    part = target.with_name(f"{target.name}.part")
    told = _fetch(url, part, tell)
    wanted = sha256 or told
    if wanted is None:
        raise DownloadError(f"{url} came without a checksum, so it cannot be trusted.")
    found = file_sha256(part)
    if found != wanted:
        part.unlink()
        raise DownloadError(
            f"What came from {url} is not the published file (its SHA-256 is {found[:12]}…, not "
            f"{wanted[:12]}…); it was deleted, so try again."
        )
    part.replace(target)


def _fetch(url: str, part: Path, tell: Tell) -> str | None:
    """Bring ``part`` to its full length; return the hub's SHA-256, if it told one."""
    done = part.stat().st_size if part.exists() else 0
    way = _Way()
    answer = _open(url, done, way)
    if answer is None:
        return way.sha256
    with answer:
        done = done if answer.status == _RESUMED else 0
        length = answer.headers["Content-Length"]
        total = done + int(length) if length else 0
        with part.open("ab" if done else "wb") as file:
            tell(done, total)
            for chunk in _chunks(answer, url):
                file.write(chunk)
                done += len(chunk)
                tell(done, total)
            file.flush()
            os.fsync(file.fileno())
    if done < total:
        raise DownloadError(
            f"{url} was cut off after {done / _MB:.1f} of {total / _MB:.1f} MB; try again, and it "
            "goes on from there."
        )
    return way.sha256


class _Way(urllib.request.HTTPRedirectHandler):
    """Follows the home's redirections and notes the checksum that the hub gives with one."""

    sha256: str | None = None

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: Message,
        newurl: str,
    ) -> urllib.request.Request | None:
        told = _SHA256.fullmatch(str(headers["X-Linked-ETag"]))
        self.sha256 = told[1] if told else self.sha256
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


def _open(url: str, done: int, way: _Way) -> http.client.HTTPResponse | None:
    """Ask for the bytes after the first ``done``; None when there are none."""
    request = urllib.request.Request(url, headers={"Range": f"bytes={done}-"} if done else {})
    try:
        answer: http.client.HTTPResponse = urllib.request.build_opener(way).open(
            request, timeout=_PATIENCE_S
        )
    except urllib.error.HTTPError as error:
        with error:
            if error.code == _NOTHING_LEFT:
                return None
            why = f"HTTP {error.code} {error.reason}"
            raise DownloadError(f"{url} cannot be had ({why}).") from error
    except (OSError, http.client.HTTPException) as error:
        raise _unreachable(url, error) from error
    return answer


def _chunks(answer: http.client.HTTPResponse, url: str) -> Iterator[bytes]:
    try:
        while chunk := answer.read1(_CHUNK):
            yield chunk
    except (OSError, http.client.HTTPException) as error:
        raise _unreachable(url, error) from error


def _unreachable(url: str, error: Exception) -> DownloadError:
    reason = getattr(error, "reason", error)  # what urllib wraps
    why = getattr(reason, "strerror", None) or reason
    return DownloadError(f"{url} cannot be reached ({why}).")


def main(arguments: list[str] | None = None) -> int:
    """Fetch one file and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m ssl_core.embed.download")
    parser.add_argument("url")
    parser.add_argument("file", type=Path)
    parser.add_argument("--sha256")
    options = parser.parse_args(arguments)
    try:
        download(options.url, options.file, options.sha256, _Megabytes(options.url).tell)
    except CoreError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except OSError as error:
        sys.stderr.write(
            f"{options.file} cannot be written ({error.strerror or error}); free some space and "
            "try again.\n"
        )
        return 3
    _say(file=str(options.file))
    return 0


class _Megabytes:
    """Tells whole megabytes, each once."""

    def __init__(self, url: str) -> None:
        self._step = f"Fetching {url.rpartition('/')[2]}, megabytes"
        self._told = -1

    def tell(self, done: int, total: int) -> None:
        if done // _MB != self._told:
            self._told = done // _MB
            _say(step=self._step, done=self._told, total=-(-total // _MB))


def _say(**facts: object) -> None:
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
