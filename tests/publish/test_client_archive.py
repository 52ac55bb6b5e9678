"""publish/client_archive.py: what an image's archive of the client may hold (FR-001)."""

import io
import os
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from publish.client_archive import MAX_BYTES, MAX_FILES, extract_archive, save_archive
from publish.errors import ArchiveRefused


def member(name: str, *, type: bytes = tarfile.REGTYPE, size: int = 0) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.type, entry.size, entry.linkname = type, size, "index.html"
    return entry


def archive(*members: tarfile.TarInfo) -> io.BytesIO:
    """An archive whose files consist of the letter x."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as tar:
        for entry in members:
            tar.addfile(entry, io.BytesIO(b"x" * entry.size))
    file.seek(0)
    return file


def extracted(directory: Path) -> dict[str, str]:
    files = [path for path in directory.rglob("*") if path.is_file()]
    return {str(path.relative_to(directory)): path.read_text() for path in files}


def test_files_come_out_with_their_directories(tmp_path: Path) -> None:
    directory = member("dist/assets", type=tarfile.DIRTYPE)
    extract_archive(archive(directory, member("dist/assets/a.js", size=3)), tmp_path)
    assert extracted(tmp_path) == {"dist/assets/a.js": "xxx"}


@pytest.mark.parametrize(
    "type", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE]
)
def test_a_link_or_device_is_refused_by_name(tmp_path: Path, type: bytes) -> None:
    with pytest.raises(ArchiveRefused, match="'dist/logo.svg' is a link or a device"):
        extract_archive(archive(member("dist/logo.svg", type=type)), tmp_path)
    assert extracted(tmp_path) == {}


@pytest.mark.parametrize("name", ["/etc/cron.d/job", "../job", "dist/../../job"])
def test_a_path_that_leads_out_is_refused_by_name(tmp_path: Path, name: str) -> None:
    inside = tmp_path / "inside"
    with pytest.raises(ArchiveRefused, match=f"'{name}' leads out of the archive"):
        extract_archive(archive(member(name, size=1)), inside)
    assert extracted(tmp_path) == {}


def test_more_bytes_than_a_client_has_are_refused_before_they_are_written(tmp_path: Path) -> None:
    header = member("dist/large.js", size=MAX_BYTES + 1).tobuf()
    with pytest.raises(ArchiveRefused, match="its files have more than 1,000 MB"):
        extract_archive(io.BytesIO(header), tmp_path)
    assert extracted(tmp_path) == {}


def test_more_files_than_a_client_has_are_refused(tmp_path: Path) -> None:
    one = member("dist/a.js").tobuf()
    with pytest.raises(ArchiveRefused, match="it has more than 20,000 files"):
        extract_archive(io.BytesIO(one * (MAX_FILES + 1)), tmp_path)


def test_an_archive_that_does_not_end_is_given_up() -> None:
    def endless() -> Iterator[bytes]:
        chunk = bytes(16_000_000)
        while True:
            yield chunk

    with open(os.devnull, "wb") as nowhere:
        with pytest.raises(ArchiveRefused, match="its archive is larger than 1,041 MB"):
            save_archive(endless(), nowhere)


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArchiveRefused, match="its archive cannot be read"):
        extract_archive(io.BytesIO(b"no tar at all"), tmp_path)
