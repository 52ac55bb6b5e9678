"""Closes Lambda's Runtime API to Python programs that LibreChat starts.

guard.cjs puts this directory on their PYTHONPATH, and Python imports a module of this name at its
start. The audit hook (PEP 578) sees every connection of the `socket` module before it is made,
so those of asyncio, urllib, requests and httpx, and cannot be removed.
"""

import os
import sys
from typing import Any

HOST, _, PORT = os.environ.get("GUARD_RUNTIME_API", "127.0.0.1:9001").rpartition(":")


def refuse_runtime_api(event: str, args: tuple[Any, ...]) -> None:
    """Raises PermissionError for a connection to the Runtime API."""
    if event != "socket.connect":
        return
    address = args[1]
    if not isinstance(address, tuple) or str(address[1]) != PORT:
        return  # a UNIX socket, or another port
    import errno

    for found in resolve(address[0]):
        if found == HOST.strip("[]") or is_this_machine(found):
            message = f"Lambda's Runtime API ({found}:{PORT}) is closed to LibreChat and its tools"
            raise PermissionError(errno.EACCES, message)


def resolve(host: str) -> list[str]:
    """Addresses of a name. An empty one is this machine, as for the kernel."""
    import socket

    try:
        found = socket.getaddrinfo(host or "0.0.0.0", None, type=socket.SOCK_STREAM)
    except OSError:
        return []  # nor can anybody connect to it
    return [str(address[0]).removeprefix("::ffff:") for *_, address in found]


def is_this_machine(address: str) -> bool:
    """Whether it can be bound: the kernel lets nobody bind an address of another machine."""
    import errno
    import socket

    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        try:
            probe.bind((address, 0))
        except OSError as error:
            return error.errno != errno.EADDRNOTAVAIL
    return True


sys.addaudithook(refuse_runtime_api)
