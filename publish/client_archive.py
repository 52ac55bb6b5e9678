"""Takes LibreChat's built client out of the image (FR-001)."""

import shutil
import tarfile
import tempfile
from collections.abc import Generator, Iterable
from contextlib import closing
from pathlib import Path, PurePosixPath
from typing import IO, Any

from docker import DockerClient
from docker.errors import ImageNotFound

from publish.engine import connect_engine, engine_errors, show_progress
from publish.errors import ArchiveRefused, EngineError, PublishError
from publish.registry import registry_login

CLIENT = "/app/client/dist"

MAX_FILES = 20_000
MAX_BYTES = 1_000_000_000
"""Far more than a built client has (LibreChat 0.8.7: 340 files, 27 MB), far less than would
fill a disk."""


def take_client(image: str, ecr: Any, directory: Path) -> Path:
    """Extracts the client into the directory and returns where it is. Raises PublishError.

    It is read from a container that never runs: the image may be for another architecture.
    """
    engine = connect_engine()
    try:
        with tempfile.TemporaryFile() as archive:
            with closing(client_archive(engine, image, ecr)) as chunks:
                save_archive(chunks, archive)
            extract_archive(archive, directory)
    except (EngineError, ArchiveRefused) as error:
        raise PublishError(
            f"The client was not taken out of {image}: {error}\n"
            f"The image must hold it at {CLIENT}; else name a build of your own as `directory`\n"
            "under [frontend]. Then deploy again."
        ) from None
    return directory / PurePosixPath(CLIENT).name


def client_archive(engine: DockerClient, image: str, ecr: Any) -> Generator[bytes, None, None]:
    """The client in the image as a tar. Pulls the image where the engine lacks it.

    Raises EngineError, and AwsError where ECR gives no login.
    """
    with engine_errors():
        try:
            engine.images.get(image)
        except ImageNotFound:
            print(f"Pulling {image}")
            # By the registry's digest the reference is complete; a tag would be refused beside it.
            login = registry_login(ecr)
            show_progress(engine.api.pull(image, auth_config=login, stream=True, decode=True))
        container = engine.containers.create(image, "never run")
        try:
            chunks, _ = container.get_archive(CLIENT)
            yield from chunks
        finally:
            container.remove(force=True)


def save_archive(chunks: Iterable[bytes], archive: IO[bytes]) -> None:
    """Writes the archive to a file, to its beginning. Raises ArchiveRefused if it is too large."""
    # A tar has a header of half a kilobyte, and often a second one for a long name, for each file.
    limit = MAX_BYTES + 2048 * MAX_FILES
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > limit:
            raise ArchiveRefused(f"its archive is larger than {limit / 1e6:,.0f} MB")
        archive.write(chunk)
    archive.seek(0)


def extract_archive(archive: IO[bytes], directory: Path) -> None:
    """Extracts files and directories, and nothing else, to below the directory.

    Raises ArchiveRefused for a link or a device, for a path that is absolute or leads out of the
    directory, for too many files and for too many bytes.
    """
    files = size = 0
    try:
        with tarfile.open(fileobj=archive, mode="r:") as tar:
            for member in tar:
                path = PurePosixPath(member.name)
                if path.is_absolute() or ".." in path.parts:
                    raise ArchiveRefused(f"{member.name!r} leads out of the archive")
                if member.isdir():
                    continue
                content = tar.extractfile(member) if member.isfile() else None
                if content is None:
                    raise ArchiveRefused(f"{member.name!r} is a link or a device, not a file")
                files, size = files + 1, size + member.size
                if files > MAX_FILES:
                    raise ArchiveRefused(f"it has more than {MAX_FILES:,} files")
                if size > MAX_BYTES:
                    raise ArchiveRefused(f"its files have more than {MAX_BYTES / 1e6:,.0f} MB")
                target = directory / path
                target.parent.mkdir(parents=True, exist_ok=True)
                with target.open("wb") as file:
                    shutil.copyfileobj(content, file)
    except tarfile.TarError as error:
        raise ArchiveRefused(f"its archive cannot be read: {error}") from None
