"""Builds the Lambda image and pushes it to ECR (FR-006, FR-012, FR-016).

    REGION            of the repository
    REPOSITORY_URL    <registry>/<name>
    IMAGE_TAG         hash of all that the image is made of; the repository is immutable, so that an image
                      with this tag is this image
    CONTEXT           build context, relative to the working directory
    LIBRECHAT_IMAGE   build argument: what the image is built FROM
    ARCHITECTURE      arm64 or x86_64, as Lambda calls them

A tag that ECR has already costs one API call, and no Docker. Layers that the engine or the registry has are
neither built nor sent again, so that a deploy after a broken one goes on from there.
"""

import base64
import os
import re
import time
from collections.abc import Iterable, Iterator
from typing import Any

from botocore.exceptions import ClientError
from docker import DockerClient
from docker.errors import APIError, DockerException
from requests.exceptions import RequestException
from urllib3.exceptions import HTTPError

from publish.step import Failure, aws, engine, reason, run, value

PLATFORMS = {"arm64": "arm64", "x86_64": "amd64"}
"""Lambda's word for an architecture → Docker's."""

REPORT_SECONDS = 5


def main() -> None:
    repository, tag = value("REPOSITORY_URL"), value("IMAGE_TAG")
    ecr = aws("ecr")
    if digest := pushed(ecr, repository, tag):
        print(f"{repository}:{tag} is there already: {digest}")
        return
    client = engine()
    build(client, f"{repository}:{tag}")
    push(client, ecr, repository, tag)
    for _ in range(10):  # ECR may need a moment to list what it took
        if digest := pushed(ecr, repository, tag):
            break
        time.sleep(1)
    else:
        raise Failure(
            f"The push of {repository}:{tag} ended well, but ECR does not list the image. Deploy again."
        )
    print(f"Pushed {repository}:{tag}: {digest}")


def pushed(ecr: Any, repository: str, tag: str) -> str | None:
    """The digest of the image with this tag in ECR."""
    try:
        found = ecr.describe_images(
            repositoryName=repository.partition("/")[2], imageIds=[{"imageTag": tag}]
        )
    except ecr.exceptions.ImageNotFoundException:
        return None
    except ClientError as error:
        raise Failure(
            f"ECR does not say what is in {repository}: {reason(error)}\n"
            "The deploying identity needs ecr:DescribeImages on this repository."
        ) from None
    return str(found["imageDetails"][0]["imageDigest"])


def build(client: DockerClient, name: str) -> None:
    """Builds the image by the engine's API, its output shown as it comes."""
    context, base, architecture = value("CONTEXT"), value("LIBRECHAT_IMAGE"), value("ARCHITECTURE")
    if architecture not in PLATFORMS:
        raise Failure(f"ARCHITECTURE is {architecture!r}; Lambda runs {' and '.join(PLATFORMS)}.")
    if not os.path.isfile(os.path.join(context, "Dockerfile")):
        raise Failure(f"CONTEXT is {context!r}, which holds no Dockerfile.")
    wanted = PLATFORMS[architecture]
    print(f"Building {name} from {base} for linux/{wanted}")
    try:
        show(
            client.api.build(
                path=context,
                tag=name,
                # Not by `platform`: with it this API refuses to copy from the stage that runs on the engine's own platform.
                buildargs={
                    "LIBRECHAT_IMAGE": base,
                    "BUILDPLATFORM": f"linux/{client.version()['Arch']}",
                    "TARGETPLATFORM": f"linux/{wanted}",
                },
                rm=True,
                forcerm=True,
                decode=True,
            )
        )
        built = client.images.get(name).attrs["Architecture"]
    except ENGINE_ERRORS as error:
        raise Failure(
            f"The build failed: {words(error)}\n{advice(client, error, base, architecture)}"
        ) from None
    if built != wanted:
        raise Failure(
            f"The build made a linux/{built} image. {wrong_platform(client, base, architecture)}"
        )


def push(client: DockerClient, ecr: Any, repository: str, tag: str) -> None:
    """Pushes the image, its progress shown."""
    print(f"Pushing {repository}:{tag}")
    try:
        show(client.api.push(repository, tag, auth_config=login(ecr), stream=True, decode=True))
    except ENGINE_ERRORS as error:
        if pushed(ecr, repository, tag):
            return  # another deploy pushed the same content in between, and the tag is immutable
        text = words(error)
        if any(
            word in text.lower()
            for word in ("denied", "unauthorized", "no basic auth", "not authorized", "403")
        ):
            todo = (
                "The deploying identity needs, on this repository: ecr:BatchCheckLayerAvailability, "
                "ecr:InitiateLayerUpload, ecr:UploadLayerPart, ecr:CompleteLayerUpload, ecr:PutImage, "
                "ecr:BatchGetImage."
            )
        else:
            todo = (
                "The layers that arrived are kept: deploy again, and the push goes on from there."
            )
        raise Failure(f"The push to {repository} failed: {text}\n{todo}") from None


def login(ecr: Any) -> dict[str, str]:
    """ECR's login for the engine, good for 12 hours; it stays in memory, out of ~/.docker/config.json."""
    try:
        token = ecr.get_authorization_token()["authorizationData"][0]["authorizationToken"]
    except ClientError as error:
        raise Failure(
            f"ECR gives no login: {reason(error)}\nThe deploying identity needs ecr:GetAuthorizationToken."
        ) from None
    username, _, password = base64.b64decode(token).decode().partition(":")
    return {"username": username, "password": password}


class StreamError(Exception):
    """An error that the engine reports inside its stream of events, after it answered 200."""


def show(events: Iterable[dict[str, Any]]) -> None:
    """Prints what the engine reports: build output as it is, pulls and pushes as a line every few seconds."""
    transfers: dict[str, tuple[int, int]] = {}
    states: dict[str, str] = {}
    reported = time.monotonic()
    for event in events:
        if error := event.get("error"):
            raise StreamError(error.strip())
        if text := event.get("stream", "").rstrip():
            print(text)
        status, layer = event.get("status", ""), event.get("id", "")
        detail = event.get("progressDetail") or {}
        if "current" in detail:
            transfers[layer] = (detail["current"], max(detail.get("total", 0), detail["current"]))
        elif status and layer:
            states[layer] = status
        elif status:
            print(status)
        if transfers and time.monotonic() - reported >= REPORT_SECONDS:
            reported = time.monotonic()
            print(f"  {summary(transfers)}")
    if sum(total for _, total in transfers.values()) >= 1e6:
        print(f"  {summary(transfers)}")
    for line in skipped(states):
        print(f"  {line}")


def summary(transfers: dict[str, tuple[int, int]]) -> str:
    done, total = (sum(numbers) / 1e6 for numbers in zip(*transfers.values(), strict=True))
    return f"{done:.0f} of {total:.0f} MB in {len(transfers)} layers"


def skipped(states: dict[str, str]) -> Iterator[str]:
    for state in ("Layer already exists", "Already exists"):
        if count := sum(status == state for status in states.values()):
            yield f"{count} layers were there already"


ENGINE_ERRORS = (StreamError, DockerException, RequestException, HTTPError, OSError)
"""All that goes wrong with the engine: what it reports, what it refuses, and its connection breaking off."""


def words(error: BaseException) -> str:
    """The engine's own explanation, without the URL of its socket."""
    return str(
        error.explanation if isinstance(error, APIError) and error.explanation else error
    ).strip()


def advice(client: DockerClient, error: BaseException, base: str, architecture: str) -> str:
    """What to do about a build that failed."""
    if not isinstance(error, StreamError | APIError):
        return "The Docker engine went away. See that `docker info` works, then deploy again."
    text = words(error).lower()
    if (
        "exec format error" in text
        or "no match for platform" in text
        or "match the specified platform" in text
    ):
        return wrong_platform(client, base, architecture)
    if re.search(
        "manifest unknown|access denied|unauthorized|no basic auth|no such host|/manifests/|/v2/",
        text,
    ):
        return (
            f"The base image {base} is not to be had: check `image` under [librechat] in the environment "
            "file, and the network; a private registry needs a `docker login`."
        )
    if "no space left" in text:
        return "The engine's disk is full: `docker system prune` frees what is not in use. Then deploy again."
    return "The lines above show the step that failed. Mend it and deploy again: steps that were built are kept."


def wrong_platform(client: DockerClient, base: str, architecture: str) -> str:
    host = client.version().get("Arch", "?")
    wanted = PLATFORMS[architecture]
    return (
        f"This engine runs linux/{host}, and the function is to run on {architecture} (linux/{wanted}).\n"
        f"Either {base} has no linux/{wanted} variant, or the engine cannot run one: install the emulation "
        f"(`docker run --privileged --rm tonistiigi/binfmt --install {wanted}`), or choose the other "
        "architecture in the environment file."
    )


if __name__ == "__main__":
    run(main)
