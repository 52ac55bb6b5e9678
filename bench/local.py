"""Measures how the deployed chain feels in a browser, on the chain of one machine (`make local`),
as SC-002, SC-004 and SC-008 have it: a page until one can type, and the click until the first word,
with sandboxes that are warm, with none, and with none that starts from the pack.

    python bench/local.py [https://localhost:8443 .local/dev]

Without arguments it starts two chains and ends them; with them it takes one that runs.

LIBRECHAT_IMAGE says of what; without it, a server in LibreChat's shape, whose figures are the
chain's own, without LibreChat's start. Each figure is the median of the rounds. What is billed is
what the function would be, in GB-seconds.

Sandboxes that start at once share this machine's CPUs, and no more of them run than it has room for
(local/checks.py), so that requests of a page wait for one: seconds are far above AWS's, where each
sandbox has its own. How they compare, with the pack and without, cold and warm, is what they are
for.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import BrowserContext

from config import load
from local.aws import free_port
from tests.local.browser import Chat, browser, window
from tests.local.front import Front, start_local, stop_local

WARM, COLD, WITHOUT_PACK = "warm", "cold", "cold, without the pack"
EXPECTED_SECONDS = {("page", COLD): 5, ("first word", WARM): 3}
ANSWER, ANSWER_SECONDS = "words 40 every 500", 20
"""Longer than a start: v0.8.7 answers who asks for a stream that is over with 404."""


@contextmanager
def started(directory: Path, port: int, image: str, *, pack: bool) -> Iterator[str]:
    """The chain of `dev` in that directory; yields its URL."""
    environments = directory / ("environments" if pack else "environments-without-pack")
    shutil.copytree(ROOT / "environments", environments)
    if not pack:
        file = environments / "dev.toml"
        file.write_text(
            file.read_text().replace("\n[librechat]\n", "\n[librechat]\npack = false\n")
        )
        assert not load(file).librechat.pack
    process, _ = start_local(directory, environments, image, port)
    try:
        yield f"https://localhost:{port}"
    finally:
        stop_local(process)


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
        new = [box["states"] for box in after["sandboxes"] if box["number"] not in known]
        starts = [(states[1]["at"] - states[0]["at"]) / 1000 for states in new if len(states) > 1]
        found[name] = {
            "seconds": seconds,
            "sandboxes": len(new),
            "start": statistics.median(starts or [0]),
            "requests": after["totals"]["invocations"] - before["totals"]["invocations"],
            "gb_seconds": after["totals"]["gbSeconds"] - before["totals"]["gbSeconds"],
        }

    def load() -> float:
        began = time.monotonic()
        chat.open()
        return time.monotonic() - began

    def ask() -> float:
        began = time.monotonic()
        chat.ask(ANSWER)
        chat.await_answer(r"word\d")
        seconds = time.monotonic() - began
        chat.await_answer("word40")
        chat.await_end()
        return seconds

    part("page", load)
    part("first word", ask)
    page.close()
    return found


def table(rounds: dict[str, list[dict[str, Any]]]) -> str:
    titles = {
        "page": "page until one can type",
        "first word": f"click to the first word (of {ANSWER_SECONDS} s)",
    }
    lines = [
        "|  | seconds | sandboxes started | start of one, s | requests to Lambda | GB-s billed |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for what, title in titles.items():
        for how, found in rounds.items():

            def middle(key: str, what: str = what, found: Any = found) -> Any:
                return statistics.median(one[what][key] for one in found)

            start = f"{middle('start'):.1f}" if middle("sandboxes") else ""
            lines.append(
                f"| {title}, {how} | {middle('seconds'):.1f} | {middle('sandboxes'):.0f} | {start} "
                f"| {middle('requests'):.0f} | {middle('gb_seconds'):.1f} |"
            )
    return "\n".join(lines)


def run(url: str, directory: Path, count: int, hows: Sequence[str]) -> dict[str, Any]:
    """The rounds of each way, of a chain that runs."""
    front = Front(url, directory)
    rounds: dict[str, list[dict[str, Any]]] = {how: [] for how in hows}
    with browser(front.certificate, front.port) as launched:
        context = window(launched)
        chat = Chat(context.new_page(), url)
        email = f"bench{int(time.time())}@example.com"
        chat.register(email)
        chat.sign_in(email)
        measure(front, url, context, cold=False)
        for _ in range(count):
            for how in hows:
                rounds[how].append(measure(front, url, context, cold=how != WARM))
    return rounds


def missed(rounds: dict[str, Any]) -> list[str]:
    """What took longer than is expected."""
    words = []
    for (what, how), seconds in EXPECTED_SECONDS.items():
        took = statistics.median(one[what]["seconds"] for one in rounds[how])
        if took > seconds:
            words.append(f"{what}, {how}: {took:.2f} s, expected at most {seconds} (SC-008)")
    return words


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("url", nargs="?")
    parser.add_argument("directory", nargs="?", type=Path, default=ROOT / ".local" / "dev")
    parser.add_argument("--rounds", type=int, default=3)
    said = parser.parse_args()
    if said.url:
        rounds = run(said.url, said.directory, said.rounds, [WARM, COLD])
    else:
        rounds = {}
        with tempfile.TemporaryDirectory() as name:
            directory, port, base = Path(name), free_port(), image()
            for pack, hows in ((True, [WARM, COLD]), (False, [WITHOUT_PACK])):
                with started(directory, port, base, pack=pack) as url:
                    rounds |= run(url, directory / "dev", said.rounds, hows)
    print(table(rounds))
    too_slow = missed(rounds)
    for words in too_slow:
        print(words)
    return bool(too_slow)


if __name__ == "__main__":
    sys.exit(main())
