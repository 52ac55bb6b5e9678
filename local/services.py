"""What LibreChat needs beside AWS: Redis with TLS, and a database that speaks MongoDB's protocol.

Each is a program of this machine where there is one, else its official image where the engine can
pull it.
"""

import contextlib
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import docker
from docker.errors import DockerException, ImageNotFound

from local.aws import free_port, wait_for_port
from local.certificates import Certificate
from local.network import Network
from publish.errors import PublishError

REDIS_IMAGE, MONGO_IMAGE = "redis:7-alpine", "mongo:8.0"
DATABASE = "LibreChat"


@contextmanager
def redis(network: Network, host: str, port: int, tls: Certificate, data: Path) -> Iterator[None]:
    """Redis with TLS, found by sandboxes as `host:port`, which is what the account's ElastiCache
    says; keeps its data."""
    data.mkdir(parents=True, exist_ok=True)
    options = ["--port", "0", "--tls-port", str(port), "--tls-auth-clients", "no"]
    options += ["--protected-mode", "no"]  # which admits loopback alone
    options += ["--save", "60", "1", "--appendonly", "no", "--maxmemory", "256mb"]
    if program := shutil.which("redis-server"):
        files = ["--tls-cert-file", str(tls.cert), "--tls-key-file", str(tls.key)]
        files += ["--tls-ca-cert-file", str(tls.ca), "--dir", str(data)]
        command = [program, *options, *files, "--bind", network.listen]
        network.lead_here(host)
        with process(command, data / "redis.log", network.listen, port):
            yield
        return
    files = ["--tls-cert-file", "/tls/server.pem", "--tls-key-file", "/tls/server.key"]
    files += ["--tls-ca-cert-file", "/tls/ca.pem", "--dir", "/data"]
    command = ["redis-server", *options, *files]
    volumes = {str(tls.cert.parent): "/tls", str(data): "/data"}
    with container(network, REDIS_IMAGE, command, host, volumes):
        yield


@contextmanager
def database(network: Network, data: Path, say: Callable[[str], None]) -> Iterator[str]:
    """A MongoDB-compatible database that keeps its data; yields its URI as sandboxes reach it."""
    data.mkdir(parents=True, exist_ok=True)
    host = "database.local"
    if pulled(MONGO_IMAGE):
        with container(network, MONGO_IMAGE, ["mongod", "--quiet"], host, {str(data): "/data/db"}):
            yield f"mongodb://{host}:27017/{DATABASE}"
        return
    program = Path(sys.executable).parent / "secantusd-py"
    if not program.exists():
        raise PublishError(
            f"No database: the image {MONGO_IMAGE} cannot be pulled, and "
            "secantusdb is not installed. "
            "Say MONGO_URI=mongodb://… for one of your own."
        )
    say(f"{MONGO_IMAGE} cannot be pulled: SecantusDB stands in for it")
    port = free_port()
    network.lead_here(host)
    command = [str(program), "--host", network.listen, "--port", str(port)]
    command += ["--storage-path", str(data), "--log-level", "WARNING", "--cache-size", "256M"]
    with process(command, data.parent / "database.log", network.listen, port):
        yield f"mongodb://{host}:{port}/{DATABASE}"


@contextmanager
def process(command: Sequence[str], log: Path, host: str, port: int) -> Iterator[None]:
    """A program that listens at a port; ended with the block."""
    with log.open("wb") as opened:
        # In a session of its own: Ctrl-C is for the command in front, which then ends this.
        started = subprocess.Popen(
            command, stdout=opened, stderr=subprocess.STDOUT, start_new_session=True
        )
    try:
        try:
            wait_for_port(port, 20, host)
        except OSError:
            words = log.read_text(errors="replace").strip()[-500:]
            raise PublishError(f"{Path(command[0]).name} did not start: {words}") from None
        yield
    finally:
        started.terminate()
        try:
            started.wait(10)
        except subprocess.TimeoutExpired:
            started.kill()
            started.wait()


def pulled(image: str) -> bool:
    """Whether the engine has an image, or could pull it now."""
    engine = docker.from_env(timeout=600)
    try:
        engine.images.get(image)
        return True
    except ImageNotFound:
        with contextlib.suppress(DockerException):
            engine.images.pull(image)
            return True
        return False
    finally:
        engine.close()


@contextmanager
def container(
    network: Network, image: str, command: Sequence[str], host: str, volumes: dict[str, str]
) -> Iterator[None]:
    """A container in the sandboxes' network, found by its host name; removed with the block."""
    if not pulled(image):
        raise PublishError(
            f"The image {image} cannot be pulled, and this machine has no such program."
        )
    engine = docker.from_env(timeout=60)
    binds = {source: {"bind": target, "mode": "rw"} for source, target in volumes.items()}
    made = engine.containers.create(image, list(command), volumes=binds, labels=network.labels)
    try:
        network.network.connect(made, aliases=[host])
        made.start()
        yield
    finally:
        made.remove(force=True)
        engine.close()
