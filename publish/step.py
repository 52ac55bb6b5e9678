"""What the publishing steps share: inputs by environment variable, one clear message for a failure, clients.

Terraform runs a step as a `local-exec` provisioner and shows its output line by line; a step that exits with
a code other than 0 taints its resource, so that the next deploy runs it again. Each step goes on from what is
there.
"""

import os
import sys
from collections.abc import Callable
from typing import Any

import boto3
import docker
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from docker.errors import DockerException

ENGINE_NEEDED = (
    "The Docker engine does not answer: {error}\n"
    "Start it (Docker Desktop, colima start, systemctl start docker), see that `docker info` works for this "
    "user, or set DOCKER_HOST, then deploy again."
)


class Failure(Exception):
    """What went wrong and what to do about it, for the person who deploys."""


def run(step: Callable[[], None]) -> None:
    """Runs a step; whatever ends it, ends it with one message and an exit code."""
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    try:
        step()
    except Failure as failure:
        sys.exit(f"\nError: {failure}")
    except ClientError as error:
        sys.exit(f"\nError: AWS refused {error.operation_name}: {reason(error)}")
    except BotoCoreError as error:
        sys.exit(
            f"\nError: AWS was not reached: {error}\nCheck network and credentials, then deploy again."
        )
    except KeyboardInterrupt:
        sys.exit("\nInterrupted. The next deploy goes on from here.")


def value(name: str) -> str:
    """An input of the step."""
    if not (found := os.environ.get(name)):
        raise Failure(
            f"The environment variable {name} is not set. Terraform sets it when it runs this step."
        )
    return found


def aws(service: str, **settings: Any) -> Any:
    """A client for the deployment's region; it rides out throttling and a network that comes and goes."""
    config = Config(retries={"mode": "standard", "total_max_attempts": 5}, **settings)
    return boto3.client(service, region_name=value("REGION"), config=config)


def reason(error: ClientError) -> str:
    """AWS's own words for a refusal."""
    return (
        f"{error.response['Error'].get('Message', '')} ({error.response['Error'].get('Code', '?')})"
    )


def engine() -> docker.DockerClient:
    """The Docker engine of the user's current context or DOCKER_HOST.

    The timeout is the longest silence of a build step, not of the build.
    """
    try:
        client = docker.from_env(timeout=1800)
        client.ping()
    except (DockerException, OSError) as error:
        raise Failure(ENGINE_NEEDED.format(error=error)) from None
    return client
