"""The Docker engine by its API; what it says while it works is shown as it comes.

Whatever goes wrong with it is an EngineError, or an EngineGone where its connection broke off.
"""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import docker
from docker import DockerClient
from docker.errors import APIError, DockerException
from requests.exceptions import RequestException
from urllib3.exceptions import HTTPError

from publish.errors import EngineError, EngineGone

ANSWER_SECONDS = 20
SILENCE_SECONDS = 1800
"""The longest that a build step may be silent; a build may take longer."""
REPORT_SECONDS = 5

START_IT = (
    "Start it (Docker Desktop, `colima start`, `systemctl start docker`) and see that\n"
    "`docker info` works for this user, or set DOCKER_HOST. Then try again."
)


def connect_engine() -> DockerClient:
    """The engine of the user's current context or of DOCKER_HOST.

    Raises EngineError where it does not answer within 20 seconds.
    """
    try:
        probe = docker.from_env(timeout=ANSWER_SECONDS)
        probe.ping()
        probe.close()
        return docker.from_env(timeout=SILENCE_SECONDS)
    except (DockerException, RequestException, OSError) as error:
        raise EngineError(f"The Docker engine does not answer: {error}\n{START_IT}") from None


@contextmanager
def engine_errors() -> Iterator[None]:
    """Raises EngineError for what the engine refuses in the block, EngineGone if it breaks off."""
    try:
        yield
    except APIError as error:
        raise EngineError(engine_message(error)) from None
    except (DockerException, RequestException, HTTPError, OSError) as error:
        raise EngineGone(
            f"The Docker engine went away: {error}\nSee that `docker info` works, then try again."
        ) from None


def engine_message(error: APIError) -> str:
    """The engine's own explanation, without the URL of its socket."""
    return str(error.explanation or error).strip()


def show_progress(events: Iterable[dict[str, Any]]) -> None:
    """Prints a build's output, indented, and a pull or push as a line every few seconds.

    Raises EngineError for an error among the events, which come after the engine answered 200.
    """
    transfers: dict[str, tuple[int, int]] = {}
    states: dict[str, str] = {}
    reported = time.monotonic()
    for event in events:
        if error := event.get("error"):
            raise EngineError(error.strip())
        for line in event.get("stream", "").splitlines():
            if line.strip():
                print(f"  {line}")
        status, layer = event.get("status", ""), event.get("id", "")
        detail = event.get("progressDetail") or {}
        if "current" in detail:
            transfers[layer] = (detail["current"], max(detail.get("total", 0), detail["current"]))
        elif status and layer:
            states[layer] = status
        elif status:
            print(f"  {status}")
        if transfers and time.monotonic() - reported >= REPORT_SECONDS:
            reported = time.monotonic()
            print(f"  {transferred(transfers)}")
    if sum(total for _, total in transfers.values()) >= 1e6:
        print(f"  {transferred(transfers)}")
    if present := sum(state.lower().endswith("already exists") for state in states.values()):
        print(f"  {present} layers were there already")


def transferred(transfers: dict[str, tuple[int, int]]) -> str:
    """`12 of 340 MB in 7 layers`."""
    done, total = (sum(sizes) / 1e6 for sizes in zip(*transfers.values(), strict=True))
    return f"{done:.0f} of {total:.0f} MB in {len(transfers)} layers"
