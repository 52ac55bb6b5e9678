"""A browser and LibreChat's page in it, as tests and the bench use the chain of one machine."""

import base64
import hashlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from playwright.sync_api import Browser, BrowserContext, FilePayload, Page, sync_playwright

from tests.local import alone
from tests.local.alone import outside

QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
ALONE = ("unshare", "--map-root-user", "--net")
PASSWORD = "Correct-horse-9"


def chromium() -> str | None:
    """The distribution's browser."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next(filter(None, map(shutil.which, names)), None)


@contextmanager
def browser(certificate: Path, port: int) -> Iterator[Browser]:
    """Chromium, which takes that certificate for a good one, as a browser does that trusts its
    authority.

    It is in a network of its own, with that one port (alone.py), where the machine lets a user make
    one.
    """
    key = x509.load_pem_x509_certificate(certificate.read_bytes()).public_key()
    digest = hashlib.sha256(key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo))
    trusted = base64.b64encode(digest.digest()).decode()
    arguments = [*QUIET, f"--ignore-certificate-errors-spki-list={trusted}"]
    with ExitStack() as stack:
        directory = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        program = chromium()
        if subprocess.run([*ALONE, "true"], capture_output=True).returncode == 0:
            stack.enter_context(outside(directory / "chain", port))
            words = [*ALONE, sys.executable, alone.__file__, str(directory / "chain"), str(port)]
            wrapper = directory / "browser"
            wrapper.write_text(f'#!/bin/sh\nexec {shlex.join([*words, str(program)])} "$@"\n')
            wrapper.chmod(0o755)
            program = str(wrapper)
        playwright = stack.enter_context(sync_playwright())
        launched = playwright.chromium.launch(executable_path=program, args=arguments)
        stack.callback(launched.close)
        yield launched


ONLINE = "Object.defineProperty(Navigator.prototype, 'onLine', { get: () => true });"
"""A network of loopback alone counts as offline; LibreChat's client then asks for nothing."""


def window(launched: Browser, **settings: Any) -> BrowserContext:
    """Windows that share their cookies with each other and with nobody else."""
    context = launched.new_context(**settings)
    context.add_init_script(ONLINE)
    return context


WATCH = """() => {
  window.seen = [];
  let last = 0;
  const look = () => {
    const answer = [...document.querySelectorAll('.agent-turn')].at(-1);
    const words = (answer?.innerText.match(/\\bword\\d+/g) ?? []).length;
    if (words !== last) window.seen.push({ words, at: performance.now() });
    last = words;
  };
  const changes = { childList: true, subtree: true, characterData: true };
  new MutationObserver(look).observe(document.body, changes);
  window.restart = () => { window.seen = []; last = 0; };
}"""
"""Notes how many words of the last answer the page shows, at each change of it."""


class Chat:
    """LibreChat in a page; what it looks for is there in LibreChat's own client, and in the one of
    the double."""

    def __init__(self, page: Page, url: str) -> None:
        self.page, self.url = page, url
        self.violations: list[str] = []
        page.on("console", self._note)

    def _note(self, message: Any) -> None:
        if re.search("content security policy|refused to", message.text, re.IGNORECASE):
            self.violations.append(message.text)

    def open(self, path: str = "/c/new") -> None:
        self.page.goto(self.url + path)
        self.page.wait_for_selector("#prompt-textarea", timeout=60_000)
        self.page.evaluate(WATCH)

    def register(self, email: str) -> None:
        """By the API; LibreChat's page asks for the same."""
        name = email.partition("@")[0]
        asked = {"name": name, "username": name, "email": email, "password": PASSWORD}
        self.page.goto(self.url + "/login")
        answer = self.page.evaluate(
            """async (asked) => {
                for (let i = 0; i < 20; i++) {
                    const headers = { 'content-type': 'application/json' };
                    const body = JSON.stringify(asked);
                    const sent = { method: 'POST', headers, body };
                    const { status } = await fetch('/api/auth/register', sent);
                    if (status !== 503) return status;
                    await new Promise((done) => setTimeout(done, 1000));
                }
            }""",
            asked | {"confirm_password": PASSWORD},
        )
        assert answer == 200, f"registration was answered {answer}"

    def sign_in(self, email: str) -> None:
        self.page.goto(self.url + "/login")
        self.page.fill("#email", email, timeout=60_000)
        self.page.fill("#password", PASSWORD)
        self.page.click("[data-testid=login-button]")
        self.page.wait_for_selector("#prompt-textarea", timeout=60_000)
        self.page.evaluate(WATCH)

    def attach(self, name: str, picture: bytes) -> None:
        """A PNG to what is asked next."""
        file: FilePayload = {"name": name, "mimeType": "image/png", "buffer": picture}
        self.page.set_input_files("input[type=file]", file)

    def ask(self, text: str) -> None:
        self.page.evaluate("window.restart()")
        self.page.fill("#prompt-textarea", text)
        self.page.wait_for_selector("[data-testid=send-button]:enabled")  # its files are sent
        self.page.keyboard.press("Enter")

    @property
    def answer(self) -> str:
        """The text of the last answer so far."""
        return str(self.page.evaluate(LAST_ANSWER))

    def await_answer(self, pattern: str, seconds: float = 60) -> None:
        """Until the last answer has a text that matches."""
        at_last = f"() => new RegExp({pattern!r}).test(({LAST_ANSWER})())"
        self.page.wait_for_function(at_last, timeout=seconds * 1000)

    def await_end(self, seconds: float = 60) -> None:
        """Until another question can be asked."""
        self.page.wait_for_selector(
            "button[aria-label='Stop generating']", state="hidden", timeout=seconds * 1000
        )

    def stop(self) -> None:
        self.page.click("button[aria-label='Stop generating']")

    @property
    def seen(self) -> list[dict[str, float]]:
        """How many words there were, each time that it changed."""
        changes: list[dict[str, float]] = self.page.evaluate("window.seen")
        return changes


LAST_ANSWER = "() => [...document.querySelectorAll('.agent-turn')].at(-1)?.innerText ?? ''"
