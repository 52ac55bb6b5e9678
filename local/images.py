"""LibreChat's image on this machine's engine."""

from collections.abc import Callable

import docker

from local.services import pulled
from publish.errors import PublishError

ARCHITECTURES = {"amd64": "x86_64", "arm64": "arm64", "aarch64": "arm64"}
"""Docker's word for an architecture → Lambda's."""


def available(image: str, say: Callable[[str], None]) -> None:
    """Pulls the image unless the engine has it; raises PublishError."""
    say(f"looking for {image}")
    if not pulled(image):
        raise PublishError(
            f"The image {image} is not on this engine and cannot be pulled. Say "
            "LIBRECHAT_IMAGE=… for one that is here, or make one in LibreChat's shape:\n"
            "  sh lambda_image/test/base-image.sh librechat-shaped:1 v0.0.1"
        )


def identified(image: str) -> str:
    """A name that stands for this very image. One that was built here may be built again under its
    name, and then a deploy would find nothing changed."""
    engine = docker.from_env()
    try:
        found = engine.images.get(image)
        if found.attrs["RepoDigests"]:
            return image
        repository, _, tag = image.rpartition(":") if ":" in image else (image, "", "latest")
        own = f"{tag}-{found.id.removeprefix('sha256:')[:8]}"
        found.tag(repository, own)
        return f"{repository}:{own}"
    finally:
        engine.close()


def engine_architecture() -> str:
    """Of the engine, as Lambda calls it."""
    engine = docker.from_env()
    try:
        return ARCHITECTURES[engine.version()["Arch"]]
    finally:
        engine.close()
