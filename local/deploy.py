"""`cdktf deploy` onto an emulated account: the run that a user makes, with its output shortened."""

import hashlib
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from textwrap import shorten

from local.aws import AWS
from local.doubles import modules
from local.registry import environment, registry
from publish.errors import PublishError

ROOT = Path(__file__).parent.parent
CDKTF = ROOT / "node_modules" / ".bin" / "cdktf"
OF_THIS_PROJECT = ("main.py", "Pipfile.lock", "config", "modules", "publish", "lambda_image")
OF_THIS_MACHINE = ("emulated_app.py", "moto_gaps.py", "provider_at_hand.py", "module_doubles")
INPUTS = (*OF_THIS_PROJECT, *(f"local/{name}" for name in OF_THIS_MACHINE))
NOT_INPUTS = {"node_modules", "__pycache__", "test", "build", "bench"}
SHOWN = re.compile(
    r"\(local-exec\): +(?P<step>(Step \d|Building|Pushing|Pushed|Pulling|Publish|\d+ (files|of)).*)"
    r"|(?P<end>Apply complete!.*destroyed)"
)
CREATED = re.compile(r"Creation complete after|Modifications complete after")


def digest(directory: Path) -> str:
    """Of all that a deploy is made of: this project's files, and the environment files in
    `directory`."""
    found = hashlib.sha256()
    files = [path for part in INPUTS for path in sorted([ROOT / part, *(ROOT / part).rglob("*")])]
    for file in [*files, *sorted(directory.rglob("*"))]:
        if file.is_file() and not NOT_INPUTS & set(file.parts):
            found.update(f"{file.name}\0{file.stat().st_size}\0".encode() + file.read_bytes())
    return found.hexdigest()


def deploy(aws: AWS, name: str, directory: Path, say: Callable[[str], None]) -> None:
    """Deploys environment `name`, whose files are in `directory`/environments; synthesized files
    and a local state go to `directory`, all of the output to deploy.log in it. Raises
    PublishError."""
    stack = f"librechat-{name}"
    app = f"{sys.executable} -m local.emulated_app"
    command = [str(CDKTF), "deploy", stack, "--auto-approve", "--skip-provider-lock"]
    command += ["--output", str(directory / "cdktf.out"), "--app", app]
    with registry(directory, modules()) as cli_config:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={
                **os.environ,
                **aws.environment,
                **environment(cli_config),
                "ENVIRONMENT": name,
                "ENVIRONMENTS": str(directory / "environments"),
                "CI": "true",  # no spinner
                "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        lines: list[str] = []
        try:
            with (directory / "deploy.log").open("w") as log:
                for raw in process.stdout or ():
                    lines.append(re.sub(r"\x1b\[[0-9;]*m", "", raw))
                    log.write(lines[-1])
                    if shown := progress(lines):
                        say(shown)
            code = process.wait()
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
    if code:
        log_file = directory / "deploy.log"
        raise PublishError(f"{error_of(lines)}\nThe deploy's whole output is in {log_file}.")


def progress(lines: list[str]) -> str:
    """What the last line says of the deploy's progress; nothing most of the time."""
    if found := SHOWN.search(lines[-1]):
        return shorten(found["step"] or found["end"], 100, placeholder=" …")
    if CREATED.search(lines[-1]):
        count = sum(bool(CREATED.search(line)) for line in lines)
        return f"{count} resources" if count % 25 == 0 else ""
    return ""


def error_of(lines: list[str]) -> str:
    """Terraform's or the app's own words, without the frame around them."""
    text = "".join(re.sub(r"^librechat-\S+ +|[│╷╵]", "", line) for line in lines)
    found = re.search(r"^\s*Error: \w.*", text, re.MULTILINE | re.DOTALL)
    return (found[0][:2000] if found else text[-2000:]).strip()
