"""What `make local` needs of this machine, checked before anything starts, a message each."""

import os
import re
import socket
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from local.aws import registry_program
from publish.engine import connect_engine
from publish.errors import PublishError
from tools.programs import require_programs

LEAST_GB = 1.5
SANDBOX_GB = 0.5  # LibreChat takes 230 to 480 MB
MOST_SANDBOXES = 10


@dataclass(frozen=True)
class Machine:
    engine: str
    cpus: int
    free_gb: float

    @property
    def sandboxes(self) -> int:
        """How many this machine has memory and CPUs for: several that start at once share these,
        and each would take longer than Lambda's init phase."""
        by_memory = int((self.free_gb - 0.5) / SANDBOX_GB)
        return max(2, min(MOST_SANDBOXES, 2 * self.cpus, by_memory))


def check(port: int) -> Machine:
    """The machine, if it can do it; raises PublishError for the first thing that it lacks."""
    require_programs(["node", "terraform"])
    if not registry_program():
        raise PublishError(
            "An image registry is needed. Install Docker's reference one, called\n"
            "docker-registry (apt install docker-registry) or registry."
        )
    require_port(port)
    engine = connect_engine()
    info = engine.info()
    engine.close()
    machine = Machine(info["ServerVersion"], info["NCPU"], free_gb(info["MemTotal"]))
    if machine.free_gb < LEAST_GB:
        raise PublishError(
            f"{machine.free_gb:.1f} GB of memory are free, and {LEAST_GB} are needed: close\n"
            "something, or give the engine's machine more."
        )
    return machine


def require_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise PublishError(
                f"Port {port} cannot be had: {error.strerror}. Another one: make local PORT=…"
            ) from None


def free_gb(total: int) -> float:
    """Memory that sandboxes can have; of an engine in a virtual machine, half of that."""
    meminfo = Path("/proc/meminfo")
    if not meminfo.exists():
        return total / 2**31
    found = re.search(r"MemAvailable: +(\d+) kB", meminfo.read_text())
    return int(found[1]) / 2**20 if found else total / 2**31


def engine_address() -> dict[str, str | int]:
    """Of the engine's API, for the front: a socket, or a host and a port."""
    url = urlsplit(os.environ.get("DOCKER_HOST") or "unix:///var/run/docker.sock")
    if url.scheme == "unix":
        return {"socketPath": url.path}
    return {"host": url.hostname or "127.0.0.1", "port": url.port or 2375}
