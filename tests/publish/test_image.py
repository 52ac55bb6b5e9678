"""publish/image.py, with the real Docker engine and a real registry behind the emulated ECR."""

import io
import os
import signal
import socket
import subprocess
import tarfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import Any

import docker
import pytest
from docker.errors import DockerException

from local.aws import AWS, PASSWORD, REGION, cut
from tests.conftest import need
from tests.support.steps import OTHER, OTHER_PLATFORM, OWN, start, the_error

UNIX_SOCKET = Path("/var/run/docker.sock")
REPOSITORY = "librechat-image-test"


@pytest.fixture(scope="module")
def engine() -> Iterator[docker.DockerClient]:
    try:
        client = docker.from_env()
        client.ping()
    except DockerException:
        need(None, "a running Docker engine")
    yield client
    client.close()


@pytest.fixture(scope="module")
def base(engine: docker.DockerClient) -> Iterator[str]:
    """A base image of one file; there is no program in it."""
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w") as tar:
        entry = tarfile.TarInfo("file")
        entry.size = 3_000_000
        tar.addfile(entry, io.BytesIO(os.urandom(entry.size)))
    name = f"publish-test-base-{uuid.uuid4().hex[:8]}"
    engine.api.import_image_from_data(archive.getvalue(), repository=name, tag="1")
    yield f"{name}:1"
    for image in engine.images.list(filters={"reference": f"*/{REPOSITORY}"}):
        engine.images.remove(image.id, force=True)
    for tag in [
        tag for image in engine.images.list(filters={"reference": name}) for tag in image.tags
    ]:
        engine.images.remove(tag, force=True)


@pytest.fixture
def repository(aws: AWS) -> Iterator[str]:
    ecr = aws.client("ecr")
    created = ecr.create_repository(repositoryName=REPOSITORY, imageTagMutability="IMMUTABLE")
    yield created["repository"]["repositoryUri"]
    ecr.delete_repository(repositoryName=REPOSITORY, force=True)


Image = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def image(aws: AWS, base: str, repository: str, tmp_path: Path) -> Image:
    """Runs the step on a build context of one file, new in every test."""
    (tmp_path / "Dockerfile").write_text(
        "ARG LIBRECHAT_IMAGE\nFROM ${LIBRECHAT_IMAGE}\nCOPY handler.mjs /opt/handler.mjs\n"
    )
    (tmp_path / "handler.mjs").write_text(uuid.uuid4().hex)
    settings = {
        "REGION": REGION,
        "REPOSITORY_URL": repository,
        "IMAGE_TAG": "content-hash",
        "CONTEXT": str(tmp_path),
        "LIBRECHAT_IMAGE": base,
        "ARCHITECTURE": OWN,
    }

    def run(**changes: str) -> subprocess.CompletedProcess[str]:
        return start("image", aws.environment | settings | changes)

    return run


def images(aws: AWS) -> list[Any]:
    return list(aws.client("ecr").describe_images(repositoryName=REPOSITORY)["imageDetails"])


def test_the_image_is_built_and_pushed_with_its_progress_shown(aws: AWS, image: Image) -> None:
    """FR-016."""
    result = image()

    assert result.returncode == 0, result.stderr
    assert images(aws)[0]["imageTags"] == ["content-hash"]
    assert images(aws)[0]["imageDigest"] in result.stdout
    assert "Step 3/3 : COPY handler.mjs" in result.stdout
    assert "MB in" in result.stdout
    assert PASSWORD not in result.stdout


def test_an_image_that_is_there_costs_one_call_and_no_docker(aws: AWS, image: Image) -> None:
    image()
    mark = len(aws.calls)

    result = image(DOCKER_HOST="unix:///nowhere/docker.sock", IMAGE_TAG="content-hash")

    assert result.returncode == 0, result.stderr
    assert "is there already: sha256:" in result.stdout
    assert aws.calls[mark:] == ["ecr DescribeImages"]


def test_without_a_docker_engine_it_says_how_to_start_one(aws: AWS, image: Image) -> None:
    error = the_error(image(DOCKER_HOST="unix:///nowhere/docker.sock"))

    assert "The Docker engine does not answer" in error
    assert "Start it" in error
    assert images(aws) == []


def test_an_engine_that_cannot_make_the_architecture_is_told_from_a_broken_build(
    aws: AWS, image: Image, tmp_path: Path
) -> None:

    error = the_error(image(ARCHITECTURE=OTHER))

    assert f"the function is to run on {OTHER}" in error
    assert "--install" in error
    assert images(aws) == []


def test_an_image_for_another_architecture_copies_from_a_stage_of_the_engines_own(
    engine: docker.DockerClient, aws: AWS, base: str, image: Image, tmp_path: Path
) -> None:
    foreign = f"{base}-{OTHER_PLATFORM}"
    (tmp_path / "Foreign").write_text("FROM scratch\nCOPY handler.mjs /\n")
    engine.images.build(
        path=str(tmp_path),
        dockerfile="Foreign",
        platform=f"linux/{OTHER_PLATFORM}",
        tag=foreign,
        rm=True,
    )
    (tmp_path / "Dockerfile").write_text(
        "ARG LIBRECHAT_IMAGE\nARG BUILDPLATFORM\nARG TARGETPLATFORM\n"
        f"FROM --platform=${{BUILDPLATFORM}} {base} AS tools\nCOPY handler.mjs /handler.mjs\n"
        "FROM --platform=${TARGETPLATFORM} ${LIBRECHAT_IMAGE}\n"
        "COPY --from=tools /handler.mjs /opt/handler.mjs\n"
    )

    result = image(ARCHITECTURE=OTHER, LIBRECHAT_IMAGE=foreign)

    assert result.returncode == 0, result.stderr
    pushed = engine.images.get(f"{aws.registry}/{REPOSITORY}:content-hash")
    assert pushed.attrs["Architecture"] == OTHER_PLATFORM


def test_a_build_that_fails_shows_its_step_and_the_next_deploy_goes_on(
    aws: AWS, image: Image, tmp_path: Path
) -> None:
    good = (tmp_path / "Dockerfile").read_text()
    (tmp_path / "Dockerfile").write_text(good + "RUN make\n")

    result = image()

    assert "The build failed" in the_error(result)
    assert "Step 4/4 : RUN make" in result.stdout
    assert images(aws) == []

    (tmp_path / "Dockerfile").write_text(good)
    mended = image()

    assert mended.returncode == 0, mended.stderr
    assert mended.stdout.count("Using cache") == 1, "the steps that were built are kept"


def test_a_base_image_that_does_not_exist_points_at_the_configuration(
    aws: AWS, image: Image
) -> None:
    error = the_error(image(LIBRECHAT_IMAGE="127.0.0.1:1/no-such-image:v0"))

    assert "127.0.0.1:1/no-such-image:v0 cannot be pulled" in error
    assert "environment file" in error


@contextmanager
def dying_engine(last_words: bytes) -> Iterator[str]:
    """The engine, until it has said `last_words`."""
    need(UNIX_SOCKET.is_socket(), f"a Docker engine at {UNIX_SOCKET}")
    server = socket.create_server(("127.0.0.1", 0))

    def pass_on(source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                target.sendall(data)
                if last_words in data:
                    break
        for end in (source, target):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def serve() -> None:
        with suppress(OSError):
            while True:
                client, _ = server.accept()
                real = socket.socket(socket.AF_UNIX)
                real.connect(str(UNIX_SOCKET))
                Thread(target=pass_on, args=(client, real), daemon=True).start()
                Thread(target=pass_on, args=(real, client), daemon=True).start()

    Thread(target=serve, daemon=True).start()
    yield f"tcp://127.0.0.1:{server.getsockname()[1]}"
    server.close()


def test_an_engine_that_dies_while_it_builds_is_named(image: Image) -> None:
    with dying_engine(b"Step 3/3") as address:
        error = the_error(image(DOCKER_HOST=address))

    assert "The Docker engine went away" in error
    assert image().returncode == 0


def test_without_the_right_to_push_it_names_the_rights(aws: AWS, image: Image) -> None:
    with aws.when("registry POST .*/blobs/uploads"):
        error = the_error(image())

    assert "The push to" in error
    assert PASSWORD not in error
    assert "not authorized" in error
    assert "ecr:InitiateLayerUpload" in error
    assert images(aws) == []
    assert image().returncode == 0


def test_without_the_right_to_log_in_it_names_the_right(aws: AWS, image: Image) -> None:
    with aws.when("ecr GetAuthorizationToken"):
        assert "ecr:GetAuthorizationToken" in the_error(image())


def test_without_the_right_to_read_the_repository_it_builds_nothing(aws: AWS, image: Image) -> None:
    with aws.when("ecr DescribeImages"):
        result = image()

    assert "ecr:DescribeImages" in the_error(result)
    assert "Building" not in result.stdout


def test_a_push_that_broke_off_half_way_goes_on_without_sending_layers_again(
    aws: AWS, image: Image
) -> None:
    with aws.when("registry PUT .*/manifests/", cut):
        error = the_error(image())

    assert "deploy again, and the push goes on from there" in error
    assert images(aws) == []

    mark = len(aws.calls)
    assert image().returncode == 0
    assert aws.calls_since(mark, "registry PATCH") == []
    assert len(images(aws)) == 1


def test_the_same_content_pushed_by_somebody_else_meanwhile_is_no_failure(
    aws: AWS, image: Image
) -> None:
    def somebody_else() -> None:
        aws.client("ecr").put_image(
            repositoryName=REPOSITORY,
            imageManifest='{"layers": []}',
            imageManifestMediaType="application/vnd.docker.distribution.manifest.v2+json",
            imageTag="content-hash",
            imageDigest="sha256:" + "0" * 64,
        )

    with aws.when("registry PUT .*/manifests/", somebody_else, times=1):
        result = image()

    assert result.returncode == 0, result.stderr
    assert "sha256:" + "0" * 64 in result.stdout


def test_ctrl_c_ends_it_with_one_line(aws: AWS, image: Image, tmp_path: Path) -> None:
    def ctrl_c() -> None:
        [child] = subprocess.run(
            ["pgrep", "-P", str(os.getpid()), "-f", "publish.image"],
            capture_output=True,
            text=True,
            check=False,
        ).stdout.split()
        os.kill(int(child), signal.SIGINT)

    with aws.when("registry POST .*/blobs/uploads", ctrl_c, times=1):
        error = image()

    assert error.returncode == 1
    assert error.stderr.strip() == "Interrupted. The next deploy goes on from here."
