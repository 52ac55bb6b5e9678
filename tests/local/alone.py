"""Runs a browser in a network of its own, with nothing in it but this machine's chain.

    unshare --map-root-user --net python alone.py SOCKET PORT chromium …

Chromium ends all that it loads when any network interface of the machine comes or goes
(ERR_NETWORK_CHANGED), and other tests start containers meanwhile. What it sends to PORT on loopback
goes through SOCKET, a Unix socket, to the same port outside (`outside`).
"""

import fcntl
import os
import socket
import socketserver
import struct
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

SIOCSIFFLAGS, IFF_UP, IFF_RUNNING = 0x8914, 1, 64


def relay(one: socket.socket, other: socket.socket) -> None:
    """Both ways, until either ends."""

    def pump(source: socket.socket, target: socket.socket) -> None:
        try:
            while data := source.recv(1 << 16):
                target.sendall(data)
        except OSError:
            pass
        for end in (source, target):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    back = threading.Thread(target=pump, args=(other, one), daemon=True)
    back.start()
    pump(one, other)
    back.join()


class Server(socketserver.ThreadingMixIn, socketserver.BaseServer):
    daemon_threads = True


@contextmanager
def outside(path: Path, port: int) -> Iterator[None]:
    """The end of the socket that is in the machine's own network."""

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            with suppress(ConnectionRefusedError):  # the browser sees its connection closed
                with socket.create_connection(("127.0.0.1", port)) as there:
                    relay(self.request, there)

    class Relay(Server, socketserver.UnixStreamServer):
        pass

    with Relay(str(path), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield
        server.shutdown()


def inside(path: str, port: int) -> None:
    """The other end: loopback, brought up, and PORT on it."""
    with socket.socket() as probe:
        request = struct.pack("16sH22x", b"lo", IFF_UP | IFF_RUNNING)
        fcntl.ioctl(probe, SIOCSIFFLAGS, request)

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            with socket.socket(socket.AF_UNIX) as there:
                there.connect(path)
                relay(self.request, there)

    class Relay(Server, socketserver.TCPServer):
        allow_reuse_address = True

    server = Relay(("127.0.0.1", port), Handler)
    if os.fork() == 0:
        # Away from the pipes by which the browser is driven; it ends with the browser, whose parent
        # it is not.
        parent = os.getppid()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for descriptor in (0, 3, 4):
            try:
                os.close(descriptor)
            except OSError:
                pass
        while os.getppid() == parent:
            threading.Event().wait(0.5)
        os._exit(0)


if __name__ == "__main__":
    inside(sys.argv[1], int(sys.argv[2]))
    os.execvp(sys.argv[3], sys.argv[3:])
