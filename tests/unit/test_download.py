"""One file from a server on this machine: whole, cut off, damaged, gone, offline, no room."""

import hashlib
import json
import socket
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from ssl_core.embed.download import DownloadError, download, main
from tests.hub import Hub, running

CONTENT = np.random.default_rng(0).bytes(3_000_000)
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with running(Hub(content=CONTENT)) as served:
        yield served


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "weights.pth"


def fetch(url: str, target: Path, sha256: str | None = SHA256) -> list[tuple[int, int]]:
    told: list[tuple[int, int]] = []
    download(url, target, sha256, lambda done, total: told.append((done, total)))
    return told


def part_of(target: Path) -> Path:
    return target.with_name(f"{target.name}.part")


def test_a_whole_file(hub: Hub, target: Path):
    told = fetch(hub.url, target)
    assert target.read_bytes() == CONTENT
    assert told[0] == (0, len(CONTENT))
    assert told[-1] == (len(CONTENT), len(CONTENT))
    assert told == sorted(told)
    assert list(target.parent.iterdir()) == [target]


def test_a_download_that_was_cut_off_goes_on_where_it_stopped(hub: Hub, target: Path):
    hub.cut_after = 1_000_000
    with pytest.raises(DownloadError, match=r"cut off after 1\.0 of 3\.0 MB; try again"):
        fetch(hub.url, target)
    assert not target.exists()
    assert part_of(target).read_bytes() == CONTENT[:1_000_000]
    hub.cut_after = None
    told = fetch(hub.url, target)
    assert told[0] == (1_000_000, len(CONTENT))
    assert hub.asked == ["", "bytes=1000000-"]
    assert hub.sent == len(CONTENT)
    assert target.read_bytes() == CONTENT


def test_a_server_that_cannot_begin_in_the_middle(hub: Hub, target: Path):
    part_of(target).write_bytes(CONTENT[:500_000])
    hub.ranges = False
    fetch(hub.url, target)
    assert target.read_bytes() == CONTENT


def test_a_download_that_was_killed_before_it_was_checked(hub: Hub, target: Path):
    part_of(target).write_bytes(CONTENT)
    fetch(hub.url, target)
    assert target.read_bytes() == CONTENT
    assert hub.sent == 0


@pytest.mark.parametrize("begun", [b"", b"another file's beginning", CONTENT + b"too long"])
def test_another_file_than_the_published_one_is_deleted(hub: Hub, target: Path, begun: bytes):
    if begun:
        part_of(target).write_bytes(begun)
    else:
        hub.content = CONTENT[:-1] + b"x"
    with pytest.raises(DownloadError, match=r"is not the published file.*it was deleted"):
        fetch(hub.url, target)
    assert list(target.parent.iterdir()) == []


def test_the_hub_s_own_checksum_is_taken_where_none_is_published(hub: Hub, target: Path):
    hub.linked = f'"{SHA256}"'
    hub.cut_after = 1_000_000
    with pytest.raises(DownloadError, match="cut off"):
        fetch(f"{hub.url}/moved", target, None)
    hub.cut_after = None
    fetch(f"{hub.url}/moved", target, None)  # the range is asked for behind the redirection too
    assert (target.read_bytes(), hub.sent) == (CONTENT, len(CONTENT))
    target.unlink()
    hub.linked = f'"{"0" * 64}"'
    with pytest.raises(DownloadError, match="is not the published file"):
        fetch(f"{hub.url}/moved", target, None)
    hub.linked = '"5-md5"'
    with pytest.raises(DownloadError, match="without a checksum"):
        fetch(f"{hub.url}/moved", target, None)
    assert not target.exists()


def test_a_file_that_is_not_there(hub: Hub, target: Path):
    with pytest.raises(DownloadError, match=r"/gone cannot be had \(HTTP 404 Not Found\)"):
        fetch(f"{hub.url}/gone", target)
    assert list(target.parent.iterdir()) == []


def test_no_network(target: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("no_proxy", "*")
    with socket.socket() as unheard:
        unheard.bind(("127.0.0.1", 0))  # bound, but nobody listens
        url = f"http://127.0.0.1:{unheard.getsockname()[1]}/weights.pth"
        with pytest.raises(DownloadError, match=r"cannot be reached \(Connection refused\)"):
            fetch(url, target)


def test_the_child_tells_megabytes_and_blames_rightly(
    hub: Hub, target: Path, capsys: pytest.CaptureFixture[str]
):
    arguments = [hub.url, str(target), "--sha256", SHA256]
    assert main(arguments) == 0
    *steps, last = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(step["done"], step["total"]) for step in steps] == [(n, 3) for n in range(4)]
    assert last == {"file": str(target)}
    assert main([f"{hub.url}/gone", *arguments[1:]]) == 1
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is full")
def test_a_full_disk_is_told(hub: Hub, target: Path, capsys: pytest.CaptureFixture[str]):
    part_of(target).symlink_to("/dev/full")
    assert main([hub.url, str(target), "--sha256", SHA256]) == 3
    message = capsys.readouterr().err
    assert f"{target} cannot be written (No space left on device)" in message
