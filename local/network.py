"""The network that sandboxes share with this machine's own servers, on the Docker engine."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import docker


@dataclass
class Network:
    """`listen` is where servers on this machine listen for sandboxes, `reach` the address that
    these know them by."""

    name: str
    listen: str
    reach: str
    labels: dict[str, str]
    network: Any
    hosts: dict[str, str] = field(default_factory=dict)
    """Host names that lead sandboxes to this machine, with the addresses in their network."""

    def lead_here(self, host: str) -> None:
        own = self.listen == self.reach
        self.hosts[host] = self.reach if own else "host-gateway"


@contextmanager
def network(name: str) -> Iterator[Network]:
    """Creates it, without what an earlier run may have left; removes it, and every container of
    this run, with the block."""
    engine = docker.from_env(timeout=60)
    labels = {"librechat.local": name}
    clear(engine, name)
    made = engine.networks.create(name, driver="bridge", labels=labels)
    try:
        made.reload()
        gateway = made.attrs["IPAM"]["Config"][0]["Gateway"]
        # An engine in a virtual machine, as on macOS: its gateway is no address of this machine.
        here = is_own(gateway)
        listen, reach = (gateway, gateway) if here else ("127.0.0.1", "host.docker.internal")
        yield Network(name, listen=listen, reach=reach, labels=labels, network=made)
    finally:
        clear(engine, name)
        engine.close()


def clear(engine: docker.DockerClient, name: str) -> None:
    """Removes the containers and the network of that name."""
    for left in engine.containers.list(all=True, filters={"label": f"librechat.local={name}"}):
        left.remove(force=True)
    for old in engine.networks.list(filters={"label": f"librechat.local={name}"}):
        old.remove()


def is_own(address: str) -> bool:
    """Whether a server on this machine can listen at an address."""
    with socket.socket() as probe:
        try:
            probe.bind((address, 0))
        except OSError:
            return False
    return True
