"""What the front of `make local` says of itself, below /_local: for tests and the bench."""

import json
import os
import re
import signal
import ssl
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any

from local.deploy import ROOT


def start_local(
    directory: Path, environments: Path, image: str, port: int, *options: str
) -> tuple[subprocess.Popen[str], list[str]]:
    """Starts `make local` of dev, and returns when it can be used: the process, and its lines, to
    which those that follow are added."""
    options = ("--port", str(port), "--directory", str(directory), *options)
    process = subprocess.Popen(
        [sys.executable, "-m", "local", "dev", "--environments", str(environments), *options],
        cwd=ROOT,
        env=os.environ | {"LIBRECHAT_IMAGE": image},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    lines: list[str] = []
    for line in process.stdout or ():
        lines.append(line)
        print(line, end="", file=sys.stderr)
        if line.startswith("Ctrl-C ends it"):
            break
    else:
        last = "".join(lines[-40:])
        raise RuntimeError(f"make local ended with code {process.wait()}:\n{last}")
    Thread(target=lambda: lines.extend(process.stdout or ()), daemon=True).start()
    return process, lines


def stop_local(process: subprocess.Popen[str]) -> None:
    """Ctrl-C, if it still runs."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGINT)
        process.wait(60)


@dataclass
class Front:
    """A front that runs; `directory` is its environment's, below `.local`."""

    url: str
    directory: Path

    @property
    def certificate(self) -> Path:
        return self.directory / "tls" / "server.pem"

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])

    def call(self, method: str, path: str) -> Any:
        """The answer of /_local/<path>, parsed."""
        trusted = ssl.create_default_context(cafile=str(self.directory / "tls" / "ca.pem"))
        request = urllib.request.Request(f"{self.url}/_local/{path}", method=method)
        with urllib.request.urlopen(request, context=trusted) as answer:
            return json.load(answer)

    @property
    def record(self) -> dict[str, Any]:
        """What the page shows: sandboxes with their states, requests, totals."""
        found: dict[str, Any] = self.call("GET", "record")
        return found

    def requests(self, path: str, since: int = 0) -> list[dict[str, Any]]:
        """Those whose path matches, after the request with that id."""
        found = self.record["requests"]
        return [one for one in found if re.search(path, one["path"]) and one["id"] > since]

    @property
    def mark(self) -> int:
        """The last request's id."""
        return max((one["id"] for one in self.record["requests"]), default=0)

    def states(self) -> dict[int, str]:
        """Of each sandbox, by its number."""
        boxes = self.record["sandboxes"]
        return {box["number"]: box["states"][-1]["state"] for box in boxes}

    def all_frozen(self) -> None:
        """Until nothing is under way."""
        until(lambda: set(self.states().values()) <= {"frozen", "gone"}, said=self.states)

    def give_up(self) -> None:
        """All sandboxes, so that the next request finds none."""
        self.all_frozen()
        self.call("POST", "give-up")
        until(lambda: set(self.states().values()) <= {"gone"}, said=self.states)


def until(
    condition: Callable[[], object], seconds: float = 60, said: Callable[[], object] = str
) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"waited in vain: {said()}"
        time.sleep(0.1)
