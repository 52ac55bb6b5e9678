"""The programs that a command needs: `python3 -m tools.programs node terraform` checks them.

Each that is missing or too old is named, with what to install.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass

from publish.errors import PublishError
from publish.step import run


@dataclass(frozen=True)
class Program:
    """A program and the oldest version that works."""

    title: str
    version: tuple[int, ...]
    command: tuple[str, ...]
    install: str


NODE = Program("Node.js", (20,), ("node", "--version"), "https://nodejs.org (22 is recommended)")
TERRAFORM = Program(
    "Terraform",
    (1, 5, 7),
    ("terraform", "version"),
    "https://developer.hashicorp.com/terraform/install",
)
PROGRAMS = {
    "node": NODE,
    "npm": Program("npm", (9,), ("npm", "--version"), "it comes with Node.js, https://nodejs.org"),
    "terraform": TERRAFORM,
    "terraform-1.10": Program(  # the first that locks a state in S3 by a file in the bucket
        "Terraform", (1, 10), TERRAFORM.command, f"{TERRAFORM.install}, or name a dynamodb_table"
    ),
}


def main() -> None:
    require_programs(sys.argv[1:])


def require_programs(names: Iterable[str]) -> None:
    """Raises PublishError that names every program which is missing or too old."""
    faults = [fault for name in names if (fault := program_fault(PROGRAMS[name]))]
    if faults:
        raise PublishError("\n".join(faults))


def program_fault(program: Program) -> str:
    """What is wrong with a program, and what to do; empty where it can be used."""
    wanted = ".".join(map(str, program.version))
    needed = f"{program.title} {wanted} or newer is needed"
    path = shutil.which(program.command[0])
    if path is None:
        return f"{needed}, and `{program.command[0]}` is not on PATH. Install it: {program.install}"
    answer = subprocess.run(
        program.command, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False
    )
    found = re.search(r"\bv?(\d+(?:\.\d+)+)", answer.stdout)
    if answer.returncode or not found:
        return f"{needed}, and {path} does not run:\n{(answer.stderr or answer.stdout).strip()}"
    if tuple(map(int, found[1].split("."))) < program.version:
        return f"{needed}; {path} is {found[1]}. Install it: {program.install}"
    return ""


if __name__ == "__main__":
    run(main, interrupted="")
