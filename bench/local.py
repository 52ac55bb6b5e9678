"""Measures how the deployed chain feels in a browser, on the chain of one machine (`make local`),
as SC-002, SC-004 and SC-008 have it: a page until one can type, and the click until the first word,
with sandboxes that are warm and with none.

    python bench/local.py [https://localhost:8443 .local/dev]

Without arguments it starts a chain and ends it; with them it takes one that runs.

LIBRECHAT_IMAGE says of what; without it, a server in LibreChat's shape, whose figures are the
chain's own, without LibreChat's start. Each figure is the median of the rounds. What is billed is
what the function would be, in GB-seconds.
"""

import argparse
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import BrowserContext

from local.aws import free_port
from tests.local.browser import Chat, browser, window
from tests.local.front import Front

EXPECTED_SECONDS = {("page", "cold"): 5, ("first word", "warm"): 3}


@contextmanager
def started() -> Iterator[tuple[str, Path]]:
    """The chain of a directory of its own."""
    with tempfile.TemporaryDirectory() as directory:
        port = free_port()
        command = [sys.executable, "-m", "local", "dev", "--port", str(port)]
        process = subprocess.Popen(
            [*command, "--directory", directory],
            cwd=ROOT,
            env=os.environ | {"LIBRECHAT_IMAGE": image()},
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        try:
            for line in process.stdout or ():
                if line.startswith("Ctrl-C ends it"):
                    break
            else:
                sys.exit(f"make local ended with code {process.wait()}")
            drained = f"cat <&{process.stdout.fileno()} >/dev/null"  # type: ignore[union-attr]
            reader = subprocess.Popen(["sh", "-c", drained], pass_fds=[process.stdout.fileno()])  # type: ignore[union-attr]
            yield f"https://localhost:{port}", Path(directory) / "dev"
            reader.terminate()
        finally:
            os.killpg(process.pid, signal.SIGINT)
            process.wait(60)


def image() -> str:
    if given := os.environ.get("LIBRECHAT_IMAGE"):
        return given
    script = ROOT / "lambda_image" / "test" / "base-image.sh"
    name = "librechat-shaped:bench"
    subprocess.run(["sh", script, name, "v0.8.7"], check=True, capture_output=True)
    return name


def measure(front: Front, url: str, context: BrowserContext, *, cold: bool) -> dict[str, Any]:
    """One page and one answer, with what they took and cost."""
    found: dict[str, Any] = {}
    page = context.new_page()
    chat = Chat(page, url)

    def part(name: str, work: Callable[[], float]) -> None:
        front.all_frozen()
        if cold:
            front.give_up()
        before = front.record
        seconds = work()
        front.all_frozen()
        after = front.record
        known = {box["number"] for box in before["sandboxes"]}
        found[name] = {
            "seconds": seconds,
            "sandboxes": sum(box["number"] not in known for box in after["sandboxes"]),
            "requests": after["totals"]["invocations"] - before["totals"]["invocations"],
            "gb_seconds": after["totals"]["gbSeconds"] - before["totals"]["gbSeconds"],
        }

    def load() -> float:
        began = time.monotonic()
        chat.open()
        return time.monotonic() - began

    def ask() -> float:
        began = time.monotonic()
        chat.ask("words 20 every 50")
        chat.await_answer("word1")
        seconds = time.monotonic() - began
        chat.await_answer("word20")
        chat.await_end()
        return seconds

    part("page", load)
    part("first word", ask)
    page.close()
    return found


def table(rounds: dict[str, list[dict[str, Any]]]) -> str:
    lines = [
        "|  | seconds | sandboxes started | requests to Lambda | GB-s billed |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for what in ("page", "first word"):
        for how, found in rounds.items():

            def middle(key: str, what: str = what, found: Any = found) -> Any:
                return statistics.median(one[what][key] for one in found)

            title = {"page": "page until one can type", "first word": "click to the first word"}
            lines.append(
                f"| {title[what]}, {how} | {middle('seconds'):.2f} | {middle('sandboxes'):.0f} "
                f"| {middle('requests'):.0f} | {middle('gb_seconds'):.1f} |"
            )
    return "\n".join(lines)


def run(url: str, directory: Path, count: int) -> int:
    front = Front(url, directory)
    rounds: dict[str, list[dict[str, Any]]] = {"warm": [], "cold": []}
    port = int(url.rpartition(":")[2])
    with browser(directory / "tls" / "server.pem", port) as launched:
        context = window(launched)
        chat = Chat(context.new_page(), url)
        email = f"bench{int(time.time())}@example.com"
        chat.register(email)
        chat.sign_in(email)
        measure(front, url, context, cold=False)
        for _ in range(count):
            for how in rounds:
                rounds[how].append(measure(front, url, context, cold=how == "cold"))
    print(table(rounds))
    missed = 0
    for (what, how), seconds in EXPECTED_SECONDS.items():
        took = statistics.median(one[what]["seconds"] for one in rounds[how])
        if took > seconds:
            print(f"{what}, {how}: {took:.2f} s, expected at most {seconds} (SC-008)")
            missed = 1
    return missed


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("url", nargs="?")
    parser.add_argument("directory", nargs="?", type=Path, default=ROOT / ".local" / "dev")
    parser.add_argument("--rounds", type=int, default=3)
    said = parser.parse_args()
    if said.url:
        return run(said.url, said.directory, said.rounds)
    with started() as (url, directory):
        return run(url, directory, said.rounds)


if __name__ == "__main__":
    sys.exit(main())
