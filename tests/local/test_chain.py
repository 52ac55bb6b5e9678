"""The whole chain of one machine, used as a user does: `make local` as a process, a browser in
front of it (SC-002 to SC-004, SC-007), with both shapes of a chat (FR-051).

LIBRECHAT_IMAGE runs the same tests against a real LibreChat; what only the double has is then left
out by name.
"""

import contextlib
import os
import re
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import docker
import pytest
from docker.errors import DockerException
from playwright.sync_api import Browser, BrowserContext, Page, TimeoutError

from local.aws import free_port
from tests.conftest import ROOT, need
from tests.local.browser import Chat, browser, chromium, window
from tests.local.front import Front, start_local, stop_local, until

REAL = os.environ.get("LIBRECHAT_IMAGE", "")
IDLE_SECONDS, TIMEOUT_SECONDS = 600, 30
EMAIL = f"ann{int(time.time())}@example.com"
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000080000000808020000004b6d29dc000000114944415478da63"
    "38639c8615310c2d0900f9465941deaf8ee90000000049454e44ae426082"
)
"""A PNG of 8 by 8 pixels."""
TOO_LARGE = 5_400_000  # bytes

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")


@dataclass
class Chain(Front):
    """`make local` while it runs."""

    process: subprocess.Popen[str]
    started_in: float
    lines: list[str] = field(default_factory=list)

    def containers(self) -> dict[str, str]:
        """State of each of its containers, by name."""
        engine = docker.from_env()
        label = f"librechat.local=librechat-dev-{self.port}"
        found = engine.api.containers(all=True, filters={"label": label})
        engine.close()
        return {one["Names"][0].removeprefix("/"): one["State"] for one in found}

    def sandboxes(self) -> dict[str, str]:
        """The same without those that only hold a place in the network."""
        return {name: at for name, at in self.containers().items() if "-place-" not in name}


def start(directory: Path, environments: Path, image: str, port: int) -> Chain:
    began = time.monotonic()
    options = ("--sandboxes", "6", "--idle-seconds", str(IDLE_SECONDS))
    process, lines = start_local(directory, environments, image, port, *options)
    url = f"https://localhost:{port}"
    return Chain(url, directory / "dev", process, time.monotonic() - began, lines)


@pytest.fixture(scope="module")
def environments(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`dev`, with a short deadline."""
    directory = tmp_path_factory.mktemp("environments")
    for file in (ROOT / "environments").iterdir():
        (directory / file.name).write_bytes(file.read_bytes())
    dev = directory / "dev.toml"
    text = dev.read_text().replace("\n# [function]", "\n[function]", 1)
    assert "\n[function]" in text
    dev.write_text(
        text.replace("\n[function]", f"\n[function]\ntimeout_seconds = {TIMEOUT_SECONDS} #")
    )
    return directory


@pytest.fixture(scope="module")
def image() -> str:
    try:
        docker.from_env().ping()
    except DockerException:
        need(None, "a running Docker engine")
    if REAL:
        return REAL
    name = "librechat-shaped:chain"
    script = ROOT / "lambda_image" / "test" / "base-image.sh"
    subprocess.run(["sh", script, name, "v0.8.7"], check=True, capture_output=True)
    return name


@pytest.fixture(scope="module")
def chain(
    environments: Path, image: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Chain]:
    need(chromium(), "chromium")
    running = start(tmp_path_factory.mktemp("local"), environments, image, free_port())
    yield running
    stop_local(running.process)


@pytest.fixture(scope="module")
def chromium_here(chain: Chain) -> Iterator[Browser]:
    with browser(chain.certificate, chain.port) as launched:
        yield launched


@pytest.fixture(scope="module")
def session(chain: Chain, chromium_here: Browser) -> Iterator[BrowserContext]:
    """Somebody who has signed in."""
    context = window(chromium_here)
    chat = Chat(context.new_page(), chain.url)
    chat.register(EMAIL)
    chat.sign_in(EMAIL)
    chat.page.goto("about:blank")  # it stays, and asks for nothing
    yield context
    context.close()


@pytest.fixture
def page(session: BrowserContext) -> Iterator[Page]:
    opened = session.new_page()
    yield opened
    for each in session.pages[1:]:  # the first keeps the session's own
        each.close()


@pytest.fixture
def chat(page: Page, chain: Chain) -> Chat:
    """The client, open, with nothing under way."""
    opened = Chat(page, chain.url)
    opened.open()
    chain.all_frozen()
    return opened


GENERATIONS = ["/c/new"] if REAL else ["/c/new?direct", "/c/new"]
"""v0.8.2-rc1 answers in the POST; later versions by a stream of its own, through Redis."""


# The client


def test_the_client_loads_under_the_deployed_headers_without_a_violation(
    chain: Chain, page: Page
) -> None:
    """SC-002."""
    chat = Chat(page, chain.url)
    with page.expect_response(chain.url + "/c/new") as got:
        chat.open()
    headers = got.value.headers

    assert "default-src 'self'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-cache"
    assert chat.violations == []
    entry = page.evaluate("performance.getEntriesByType('navigation')[0].nextHopProtocol")
    assert entry == "h2"


def test_assets_are_compressed_and_kept_for_a_year(chain: Chain, page: Page) -> None:
    """SC-002, FR-043."""
    answers: dict[str, dict[str, str]] = {}
    page.on("response", lambda got: answers.update({got.url: got.headers}))
    Chat(page, chain.url).open()
    assets = [headers for url, headers in answers.items() if re.search(r"/assets/index\.", url)]

    assert assets
    for headers in assets:
        assert headers["cache-control"] == "public, max-age=31536000, immutable"
        assert headers["content-encoding"] == "br"


def test_the_bucket_answers_the_distribution_alone(chain: Chain, page: Page) -> None:
    """FR-014."""
    port = chain.port
    bucket = "librechat-dev-frontend-123456789012"
    answer = page.goto(f"https://{bucket}.aws.localhost:{port}/index.html")

    assert answer
    assert answer.status == 403


def test_health_is_answered_through_the_whole_chain(chain: Chain, page: Page) -> None:
    """SC-003."""
    answer = page.goto(chain.url + "/health")

    assert answer
    assert (answer.status, answer.text()) == (200, "OK")
    [request] = chain.requests("^/health$")[-1:]
    assert request["route"] == "/health"


def test_what_is_not_there_is_404(chain: Chain, page: Page) -> None:
    answer = page.goto(chain.url + "/assets/none.12345678.js")

    assert answer
    assert answer.status == 404


# Answers


@pytest.mark.parametrize("path", GENERATIONS)
def test_an_answer_appears_word_by_word(chain: Chain, chat: Chat, path: str) -> None:
    """SC-004: no two words together."""
    chat.open(path)
    chat.ask("wait 2 words 12 every 300")
    chat.await_answer("word12")
    seen = chat.seen

    assert [change["words"] for change in seen] == list(range(1, 13))
    gaps = [after["at"] - before["at"] for before, after in pairwise(seen)]
    assert min(gaps) > 20, gaps


@pytest.mark.parametrize("path", GENERATIONS)
def test_stop_ends_an_answer_and_the_next_question_is_answered(chat: Chat, path: str) -> None:
    chat.open(path)
    chat.ask("words 60 every 200")
    chat.await_answer("word3")
    chat.stop()
    chat.await_end()
    time.sleep(1)
    count = len(re.findall(r"word\d+", chat.answer))
    time.sleep(1)

    assert len(re.findall(r"word\d+", chat.answer)) == count < 40
    chat.ask("words 3")
    chat.await_answer("word3")


@pytest.mark.parametrize("path", GENERATIONS)
def test_an_answer_goes_on_after_a_reload(chain: Chain, chat: Chat, path: str) -> None:
    """v0.8.2-rc1 cannot take up a stream again: it shows the answer once it is whole."""
    chat.open(path)
    chat.ask("words 1")
    chat.await_answer("word1")
    chat.await_end()
    chat.page.wait_for_url(re.compile("/c/[0-9a-f-]{36}"))
    chat.ask("words 40 every 200")
    chat.await_answer("word5")
    chat.page.reload()
    chat.page.wait_for_selector("#prompt-textarea")
    with contextlib.suppress(TimeoutError):
        chat.await_answer("word40", 20)
        return
    chain.all_frozen()
    chat.page.reload()

    chat.await_answer("word40")


def test_a_second_tab_shows_the_same_conversation(chain: Chain, chat: Chat) -> None:
    chat.ask("words 4")
    chat.await_answer("word4")
    chat.await_end()
    second = Chat(chat.page.context.new_page(), chain.url)
    second.open(chat.page.url.removeprefix(chain.url))

    second.await_answer("word4")


def test_a_deep_link_opens_its_conversation(
    chain: Chain, chat: Chat, chromium_here: Browser
) -> None:
    """FR-003."""
    chat.ask("words 5")
    chat.await_answer("word5")
    chat.await_end()
    chat.page.wait_for_url(re.compile("/c/[0-9a-f-]{36}"))
    link = chat.page.url.removeprefix(chain.url)
    context = window(chromium_here)
    later = Chat(context.new_page(), chain.url)
    later.sign_in(EMAIL)
    later.open(link)

    later.await_answer("word5")
    context.close()


@pytest.mark.skipif("0.8.2-rc1" in REAL, reason="the answer of v0.8.2-rc1 is the request's own")
def test_a_resumable_answer_goes_through_two_sandboxes(chain: Chain, chat: Chat) -> None:
    mark = chain.mark
    chat.ask("words 20 every 100")
    chat.await_answer("word20")

    [asked] = [one for one in chain.requests("/agents/chat/", mark) if one["method"] == "POST"]
    [followed] = chain.requests("/agents/chat/stream/", mark)
    assert asked["sandbox"] != followed["sandbox"]
    assert followed["mode"] == "stream"


def test_a_file_is_uploaded_and_shown(chat: Chat) -> None:
    """FR-030: into S3, through a signed URL of it."""
    with chat.page.expect_response("**/api/files/images"):
        chat.attach("eight.png", PICTURE)
    chat.ask("words 1")

    chat.page.wait_for_function(
        "() => document.querySelector('img[alt=\"eight.png\"]')?.naturalWidth === 8", timeout=30_000
    )


def test_who_attaches_more_than_lambda_can_take_is_told_what_it_can(chat: Chat) -> None:
    """LibreChat's client reads librechat.yaml and does not send it; the double shows the 413."""
    chat.attach("large.png", bytes(TOO_LARGE))

    chat.page.wait_for_selector("text=/4 MB/")


def test_a_request_that_lambda_cannot_take_is_refused_with_what_it_can(chat: Chat) -> None:
    """6 MB with the event around it, in base64."""
    sent = "fetch('/api/files', {method: 'POST', body: new Uint8Array(size)})"
    told = f"async (size) => {{ const r = await {sent}; return [r.status, await r.json()] }}"

    status, answer = chat.page.evaluate(told, TOO_LARGE)

    assert (status, "4 MB" in answer["message"]) == (413, True)


# Sandboxes


def test_a_session_outlives_a_freeze(chain: Chain, chat: Chat) -> None:
    chat.ask("words 2")
    chat.await_answer("word2")
    chat.await_end()
    # The page asks for things of its own at any time, which thaw one again.
    until(lambda: set(chain.sandboxes().values()) == {"paused"}, said=chain.sandboxes)
    time.sleep(8)
    chat.ask("words 6")
    chat.await_answer("word6")

    assert chat.page.url.startswith(chain.url + "/c/")


def test_a_cold_start_shows_that_it_waits_and_then_the_answer(chain: Chain, chat: Chat) -> None:
    chain.give_up()
    mark = chain.mark
    chat.ask("words 60 every 400")
    chat.page.wait_for_selector(".agent-turn", timeout=5_000)
    before = chat.answer
    chat.await_answer("word2")
    shown = chat.answer

    assert "word" not in before
    assert "word60" not in shown, "nothing came before the whole"
    assert any(one["cold"] for one in chain.requests("/agents/chat", mark) if "cold" in one)


@pytest.mark.parametrize("path", GENERATIONS)
def test_an_answer_that_is_over_before_a_sandbox_has_started_to_stream_it_is_shown(
    chain: Chain, chat: Chat, path: str
) -> None:
    """v0.8.7 forgets a stream that has ended, and answers 404 to who comes later."""
    chat.open(path)
    chain.give_up()
    chat.ask("words 3")
    chat.await_answer("word3")
    chat.await_end()


@pytest.mark.parametrize("path", GENERATIONS[:1])
def test_librechat_killed_in_mid_answer_says_so_and_the_next_question_is_answered(
    chain: Chain, chat: Chat, path: str
) -> None:
    chat.open(path)
    mark = chain.mark
    chat.ask("words 60 every 200")
    chat.await_answer("word5")
    [asked] = [one for one in chain.requests("/agents/chat", mark) if one["method"] == "POST"]
    kill_librechat(chain, asked["sandbox"])

    if "0.8.7" in REAL:  # it ends the answer where it was when its sandbox is asked again
        chat.await_end()
    elif REAL:
        chat.await_answer("broke off")
        chat.await_end()
    else:
        chat.page.wait_for_selector("[role=alert]:has-text('broke off')", timeout=20_000)
    chat.ask("words 7")
    chat.await_answer("word7")


def kill_librechat(chain: Chain, number: int) -> None:
    """LibreChat's process in a sandbox, not the runtime's."""
    [box] = [name for name in chain.sandboxes() if name.endswith(f"-{number}")]
    rows = docker.from_env().api.top(box)["Processes"]
    [pid] = [int(row[1]) for row in rows if "server/index.js" in row[-1]]
    os.kill(pid, signal.SIGKILL)


@pytest.mark.parametrize("path", GENERATIONS[:1])
def test_an_answer_past_the_deadline_ends_with_a_message(chat: Chat, path: str) -> None:
    chat.open(path)
    chat.ask(f"wait {TIMEOUT_SECONDS + 10} words 3")

    if "0.8.7" in REAL:  # it shows an empty answer, and takes the next question
        chat.await_end(TIMEOUT_SECONDS + 15)
        return
    chat.page.wait_for_selector(
        "[role=alert], .agent-turn >> text=/time|error/i", timeout=1000 * (TIMEOUT_SECONDS + 15)
    )


# The page that shows it


def test_the_page_shows_sandboxes_requests_and_what_the_chat_would_have_cost(
    chain: Chain, chat: Chat
) -> None:
    chat.ask("words 3")
    chat.await_answer("word3")
    chain.all_frozen()
    shown = chat.page.context.new_page()
    shown.goto(chain.url + "/_local")
    shown.wait_for_selector("[data-kind=Chat]")

    assert shown.locator("[data-kind=Chat]").first.inner_text().count("$0.000") == 1
    assert shown.locator("tr[data-path*='/agents/chat'][data-mode=stream]").count() >= 1
    assert shown.locator("[data-sandbox][data-state=frozen]").count() >= 1
    assert float(shown.locator("#gbseconds").inner_text()) > 0


def test_the_page_is_live(chain: Chain, chat: Chat) -> None:
    shown = chat.page.context.new_page()
    shown.goto(chain.url + "/_local")
    shown.wait_for_selector("[data-sandbox]")
    chat.ask("words 30 every 200")

    shown.wait_for_selector("[data-sandbox][data-state=busy]")
    shown.wait_for_selector("tr[data-path*='/agents/chat']")


def test_frozen_sandboxes_are_given_up_on_demand(chain: Chain, chat: Chat) -> None:
    chain.all_frozen()
    shown = chat.page
    shown.goto(chain.url + "/_local")
    shown.wait_for_selector("[data-state=frozen]")
    shown.click("#give-up")

    shown.wait_for_function("() => document.getElementById('now').textContent === '0'")
    until(lambda: chain.sandboxes() == {})


# Sign-out, and the end


def test_sign_out_ends_the_session(chain: Chain, chromium_here: Browser) -> None:
    context = window(chromium_here)
    chat = Chat(context.new_page(), chain.url)
    chat.sign_in(EMAIL)
    chat.page.click("[data-testid=nav-user]")
    if REAL:
        chat.page.click("text=Log out")
    chat.page.wait_for_selector("#email")
    chat.page.goto(chain.url + "/c/new")

    chat.page.wait_for_selector("#email")
    context.close()


def test_logs_are_cloudwatchs_with_the_sandboxs_number(chain: Chain) -> None:
    log = "".join(chain.lines)

    assert re.search(
        r"^sandbox \d+ \| START RequestId: [0-9a-f-]{36} Version: \$LATEST$", log, re.M
    )
    assert re.search(
        r"^sandbox \d+ \| REPORT RequestId: \S+ Duration: [\d.]+ ms Billed Duration: \d+ ms "
        r"Memory Size: 2048 MB Max Memory Used: \d+ MB Init Duration: [\d.]+ ms$",
        log,
        re.M,
    )


def test_ctrl_c_leaves_nothing_running_and_a_second_start_takes_seconds(
    chain: Chain, environments: Path, image: str
) -> None:
    stop_local(chain.process)
    port = chain.port

    assert chain.process.returncode == 0
    assert chain.containers() == {}
    engine = docker.from_env()
    assert engine.networks.list(names=[f"librechat-dev-{port}"]) == []
    engine.close()
    assert (
        str(chain.directory)
        not in subprocess.run(["ps", "ax"], capture_output=True, text=True).stdout
    )
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(("127.0.0.1", port))

    again = start(chain.directory.parent, environments, image, port)
    try:
        assert any("nothing has changed" in line for line in again.lines)
        assert again.started_in < chain.started_in / 2
    finally:
        stop_local(again.process)
