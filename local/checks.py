"""What `make local` needs of this machine, checked before anything is started: one clear message each."""

import os
import re
import shutil
import socket
import subprocess
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import docker
from docker.errors import DockerException

from local.aws import registry_program

LEAST_GB = 1.5
SANDBOX_GB = 0.5  # LibreChat takes 230 to 480 MB
MOST_SANDBOXES = 10


class Unfit(Exception):
    """Something that this machine lacks, and what to do about it."""


@dataclass(frozen=True)
class Machine:
    engine: str
    cpus: int
    free_gb: float

    @property
    def sandboxes(self) -> int:
        """How many this machine has memory for."""
        return max(2, min(MOST_SANDBOXES, int((self.free_gb - 0.5) / SANDBOX_GB)))


def check(port: int) -> Machine:
    """The machine, if it can do it; raises Unfit."""
    for program, where in (
        ("terraform", "https://developer.hashicorp.com/terraform/install"),
        ("node", "https://nodejs.org, version 20 or newer"),
    ):
        if not shutil.which(program):
            raise Unfit(f"{program} is not on this machine: {where}")
    version = subprocess.run(["node", "--version"], capture_output=True, text=True).stdout
    if int((re.match(r"v(\d+)", version) or ["", "0"])[1]) < 20:
        raise Unfit(f"Node is {version.strip()}: version 20 or newer is needed")
    if not registry_program():
        raise Unfit(
            "No image registry: install Docker's reference one, called docker-registry "
            "(apt install docker-registry) or registry"
        )
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise Unfit(f"Port {port} cannot be had ({error.strerror}): say PORT=…") from None
    try:
        engine = docker.from_env(timeout=20)
        info = engine.info()
        engine.close()
    except (DockerException, OSError) as error:
        raise Unfit(
            f"The Docker engine does not answer: {error}\n"
            "Start it (Docker Desktop, colima start, systemctl start docker), or set DOCKER_HOST."
        ) from None
    machine = Machine(info["ServerVersion"], info["NCPU"], free_gb(info["MemTotal"]))
    if machine.free_gb < LEAST_GB:
        raise Unfit(
            f"{machine.free_gb:.1f} GB of memory are free, and {LEAST_GB} are needed: "
            "close something, or give the engine more"
        )
    return machine


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
