"""Builds the Lambda image and pushes it to ECR (FR-006, FR-012, FR-016).

    REGION            of the repository
    REPOSITORY_URL    <registry>/<name>
    IMAGE_TAG         hash of all that the image is made of; the repository is immutable, so that an
                      image with this tag is this image
    CONTEXT           build context, relative to the working directory
    LIBRECHAT_IMAGE   build argument: what the image is built FROM
    ARCHITECTURE      arm64 or x86_64, as Lambda calls them

A tag that ECR has already costs one API call, and no Docker. Layers that the engine or the registry
has are neither built nor sent again, so that a deploy after a broken one goes on from there.
"""

import re
import time
from pathlib import Path
from typing import Any

from docker import DockerClient

from publish.aws import aws_client
from publish.engine import connect_engine, engine_errors, show_progress
from publish.errors import EngineError, EngineGone, PublishError
from publish.registry import image_digest, registry_login
from publish.step import required_env, run

PLATFORMS = {"arm64": "arm64", "x86_64": "amd64"}
"""Lambda's word for an architecture → Docker's."""

LISTED_TRIES = 10
"""ECR may need a moment, about a second a try, to list what it took."""

PUSH_RIGHTS = (
    "The deploying identity needs, on this repository: ecr:BatchCheckLayerAvailability,\n"
    "ecr:InitiateLayerUpload, ecr:UploadLayerPart, ecr:CompleteLayerUpload, ecr:PutImage,\n"
    "ecr:BatchGetImage."
)


def main() -> None:
    repository, tag = required_env("REPOSITORY_URL"), required_env("IMAGE_TAG")
    ecr = aws_client("ecr", required_env("REGION"))
    if digest := image_digest(ecr, repository, tag):
        print(f"{repository}:{tag} is there already: {digest}")
        return
    engine = connect_engine()
    build(engine, f"{repository}:{tag}")
    push(engine, ecr, repository, tag)
    for _ in range(LISTED_TRIES):
        if digest := image_digest(ecr, repository, tag):
            print(f"Pushed: {digest}")
            return
        time.sleep(1)
    raise PublishError(
        f"The push of {repository}:{tag} ended well, but ECR does not list the image. Deploy again."
    )


def build(engine: DockerClient, name: str) -> None:
    """Builds the image by the engine's API. Raises PublishError."""
    context, architecture = required_env("CONTEXT"), required_env("ARCHITECTURE")
    base = required_env("LIBRECHAT_IMAGE")
    if architecture not in PLATFORMS:
        raise PublishError(
            f"ARCHITECTURE is {architecture!r}; Lambda runs {' and '.join(PLATFORMS)}."
        )
    if not (Path(context) / "Dockerfile").is_file():
        raise PublishError(f"CONTEXT is {context!r}, which holds no Dockerfile.")
    platform = PLATFORMS[architecture]
    with engine_errors():
        engine_platform = engine.version()["Arch"]
    print(f"Building the image from {base} for linux/{platform}")
    try:
        with engine_errors():
            events = engine.api.build(
                path=context,
                tag=name,
                # Not by `platform`: with it this API refuses to copy from the stage that runs on
                # the engine's own platform.
                buildargs={
                    "LIBRECHAT_IMAGE": base,
                    "BUILDPLATFORM": f"linux/{engine_platform}",
                    "TARGETPLATFORM": f"linux/{platform}",
                },
                rm=True,
                forcerm=True,
                decode=True,
            )
            show_progress(events)
            built = engine.images.get(name).attrs["Architecture"]
    except EngineGone:
        raise
    except EngineError as error:
        advice = build_advice(str(error), base, architecture, engine_platform)
        raise PublishError(f"The build failed: {error}\n{advice}") from None
    if built != platform:
        advice = platform_advice(base, architecture, engine_platform)
        raise PublishError(f"The build made a linux/{built} image. {advice}")


def push(engine: DockerClient, ecr: Any, repository: str, tag: str) -> None:
    """Pushes the image. Raises PublishError."""
    login = registry_login(ecr)
    print(f"Pushing it to {repository}, tag {tag}")
    try:
        with engine_errors():
            show_progress(
                engine.api.push(repository, tag, auth_config=login, stream=True, decode=True)
            )
    except EngineError as error:
        if image_digest(ecr, repository, tag):
            return  # another deploy pushed the same content in between, and the tag is immutable
        advice = "The layers that arrived are kept: deploy again, and the push goes on from there."
        if re.search("denied|unauthorized|no basic auth|not authorized|403", str(error).lower()):
            advice = PUSH_RIGHTS
        raise PublishError(f"The push to {repository} failed: {error}\n{advice}") from None


def build_advice(message: str, base: str, architecture: str, engine_platform: str) -> str:
    """What to do about a build that failed with the engine's message."""
    text = message.lower()
    if re.search("exec format error|no match for platform|match the specified platform", text):
        return platform_advice(base, architecture, engine_platform)
    if re.search(
        "manifest unknown|access denied|unauthorized|no basic auth|no such host|/manifests/|/v2/",
        text,
    ):
        return (
            f"The base image {base} cannot be pulled: check `image` under [librechat] in the\n"
            "environment file, and the network. A private registry needs a `docker login`."
        )
    if "no space left" in text:
        return (
            "The engine's disk is full: `docker system prune` frees what is not in use.\n"
            "Then deploy again."
        )
    return (
        "The lines above show the step that failed. Fix it and deploy again: the steps that were\n"
        "built are kept."
    )


def platform_advice(base: str, architecture: str, engine_platform: str) -> str:
    """What to do about an engine that cannot build for the function's architecture."""
    wanted = PLATFORMS[architecture]
    return (
        f"This engine runs linux/{engine_platform}; the function is to run on {architecture} "
        f"(linux/{wanted}).\n"
        f"Either {base} has no linux/{wanted} variant, or the engine cannot run one.\n"
        f"Install the emulation:\n"
        f"  docker run --privileged --rm tonistiigi/binfmt --install {wanted}\n"
        "or choose the other architecture in the environment file."
    )


if __name__ == "__main__":
    run(main)
