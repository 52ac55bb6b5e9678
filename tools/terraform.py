"""Terraform in the synthesized directory of one environment.

All that it says goes into a log file; a caller shows what is worth a line on the screen.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, Any

from config import Environment
from publish.errors import PublishError
from tools.environment import LOCK, lock_file

OUT = Path("cdktf.out")

Event = dict[str, Any]
"""A message of Terraform: https://developer.hashicorp.com/terraform/internals/machine-readable-ui"""
SILENCE: Event = {}
"""Stands for a second without a message."""
INTERRUPTED: Event = {"type": "interrupted"}
"""Stands for Ctrl-C."""

Lines = SimpleQueue[str | Event | None]


class TerraformError(PublishError):
    """Terraform or the synthesis ended with an error; the text is what it said."""


class Terraform:
    """Terraform for an environment; `log` is the file with all that it says."""

    def __init__(self, environment: Environment) -> None:
        self.environment = environment
        self.stack = f"librechat-{environment.name}"
        self.directory = OUT / "stacks" / self.stack
        self.log = Path(f"terraform.{self.stack}.log")
        self.variables = os.environ | {
            # The publishing steps run `python3`, which must be the one with their packages.
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}",
            "CDKTF_OUTDIR": str(OUT),
            "CHECKPOINT_DISABLE": "1",
            "ENVIRONMENT": environment.name,
            "TF_IN_AUTOMATION": "1",
        }

    @property
    def programs(self) -> list[str]:
        """What it needs on this machine, by the names of tools/programs.py: a state in S3 without a
        DynamoDB table is locked by a file."""
        state = self.environment.state
        by_file = state is not None and state.dynamodb_table is None
        return ["node", "terraform-1.10" if by_file else "terraform"]

    def synthesize(self) -> None:
        """Writes the environment's Terraform. Raises TerraformError."""
        OUT.mkdir(exist_ok=True)
        self.run([sys.executable, "-O", "main.py"], Path())

    def init(self) -> None:
        """Installs modules and providers, in the versions of last time. Raises TerraformError."""
        self.run(["terraform", "init", "-input=false", "-no-color"], self.directory)
        lock = self.directory / LOCK
        if lock.is_file():
            shutil.copyfile(lock, lock_file(self.environment.name))

    def outputs(self) -> dict[str, Any]:
        """The outputs of what is deployed, by name; none before the first deploy.

        Raises TerraformError, also where the state is that of another environment: its file has
        another name now, and still the key of the state.
        """
        text = self.run(["terraform", "output", "-json", "-no-color"], self.directory)
        outputs = {name: output["value"] for name, output in json.loads(text).items()}
        stack = outputs.get("function_name", self.stack).removesuffix("-api")
        if stack != self.stack:
            raise TerraformError(
                f"The state is that of {stack}, which {self.stack} would take the place of: files\n"
                f"of users, Redis and all. Was environments/{self.environment.name}.toml renamed? "
                "Give it its name back;\ndocs/configure.md, “rename an environment”, says how to."
            )
        return outputs

    def run(self, command: Sequence[str], directory: Path) -> str:
        """Runs a command to its end and returns its output. Raises TerraformError."""
        with subprocess.Popen(
            command,
            cwd=directory,
            env=self.variables,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            try:
                output, errors = process.communicate()
            except KeyboardInterrupt:
                process.communicate()  # it has Ctrl-C as well, and lets go of the state's lock
                raise
        with self.open_log() as log:
            log.write(f"$ {' '.join(command)}\n{output}{errors}")
        if process.returncode:
            raise TerraformError(error_text(errors or output))
        return output

    def events(self, *arguments: str) -> Iterator[Event]:
        """Runs a command of Terraform that takes `-json`, and yields its messages.

        Ctrl-C reaches Terraform too, which then ends in order: INTERRUPTED is yielded and more
        messages follow. Raises TerraformError where it ends with an exit code other than 0.
        """
        command = ["terraform", *arguments]
        with (
            self.open_log() as log,
            subprocess.Popen(
                command,
                cwd=self.directory,
                env=self.variables,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            ) as process,
        ):
            assert process.stdout
            lines: Lines = SimpleQueue()
            with interrupts_noted(lines, process):
                Thread(target=read, args=(process.stdout, lines), daemon=True).start()
                log.write(f"$ {' '.join(command)}\n")
                while (line := next_line(lines)) is not None:
                    if isinstance(line, str):
                        log.write(line)
                        log.flush()
                    yield parsed(line) if isinstance(line, str) else line
        if process.returncode:
            raise TerraformError(f"Terraform ended with exit code {process.returncode}.")

    def open_log(self) -> IO[str]:
        """The log, for its owner alone."""
        return open(self.log, "a", encoding="utf-8", opener=owner_only)


def error_text(output: str) -> str:
    """The errors in an output, without warnings before them and the frames around them."""
    text = re.sub(r"^[│╷╵] ?", "", output, flags=re.MULTILINE)
    errors = re.search(r"^Error: .*", text, re.MULTILINE | re.DOTALL)
    return (errors[0] if errors else text).strip()


def owner_only(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


@contextmanager
def interrupts_noted(lines: Lines, process: subprocess.Popen[str]) -> Iterator[None]:
    """Inside the block Ctrl-C, which the whole process group gets, only adds INTERRUPTED to the
    lines, and an end that is asked of this process alone is asked of Terraform as well."""

    def interrupted(*_: object) -> None:
        lines.put(INTERRUPTED)

    def terminated(*_: object) -> None:
        lines.put(INTERRUPTED)
        process.send_signal(signal.SIGINT)

    before = signal.signal(signal.SIGINT, interrupted), signal.signal(signal.SIGTERM, terminated)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before[0])
        signal.signal(signal.SIGTERM, before[1])


def read(stream: IO[str], lines: Lines) -> None:
    for line in stream:
        lines.put(line)
    lines.put(None)


def next_line(lines: Lines) -> str | Event | None:
    """What Terraform says next, SILENCE after a second without, None at its end."""
    try:
        return lines.get(timeout=1)
    except Empty:
        return SILENCE


def parsed(line: str) -> Event:
    try:
        event = json.loads(line)
    except ValueError:
        return SILENCE
    return event if isinstance(event, dict) else SILENCE
