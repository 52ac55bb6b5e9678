"""`make cdktn`: moves a copy of this project to CDK Terrain (`cdktn`), the community's
continuation of CDKTF, and tries it.

HashiCorp archived CDKTF in December 2025. The move is a rename, and this shows that it stays one:
it copies the tree, renames, installs the packages below, generates imports/ anew, runs the fast
tests, and compares what is synthesized. That must be equal but for the version that made it and
the provider's address ("aws" becomes "hashicorp/aws", which Terraform takes for the same).

To move for good: copy the tree that it leaves with `--keep`, and put the packages into Pipfile
and package.json.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PYTHON_PACKAGES = ["cdktn==0.24.0", "cdktn-provider-aws==25.8.1"]
NODE_PACKAGES = ["cdktn-cli@0.24.0", "node@22"]  # its command line needs Node 22.19 or newer

RENAMED = (
    ("cdktf_cdktf_provider_aws", "cdktn_provider_aws"),
    ("cdktf-cdktf-provider-aws", "cdktn-provider-aws"),
    ("@cdktf/", "@cdktn/"),
    (r"\bcdktf\b(?!\.(?:json|out))", "cdktn"),
)
"""Not the file names and variables that CDK Terrain keeps: cdktf.json, cdktf.out, CDKTF_OUTDIR."""

KEPT = ("imports/", "package-lock.json", "Pipfile", "README.md", "docs/", "tools/cdktn.py")
TESTS = ["tests/config", "tests/modules", "tests/review", "tests/test_main.py"]
NOT_THERE = [
    # Its Python package is lazy by itself: there are no lines to take out, and what is
    # loaded is counted otherwise.
    "test_lazy_provider",
    # They run the command line, checkov, or Terraform for each value: what the move does
    # not change.
    *("command_line", "checkov", "test_security", "every_value", "every_template"),
]


def copied(root: Path, target: Path) -> None:
    """The files that git knows, as they are in the working tree, renamed."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, check=True)
    for name in filter(None, listed.stdout.decode().split("\0")):
        if not (root / name).is_file():
            continue
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(root / name, target / name)
        if not name.startswith(KEPT):
            rename(target / name)


def rename(file: Path) -> None:
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return
    renamed = text
    for old, new in RENAMED:
        renamed = re.sub(old, new, renamed)
    if renamed != text:
        file.write_text(renamed, encoding="utf-8")


def differences(before: Any, after: Any, path: str = "") -> Iterator[str]:
    """What differs between two synthesized stacks, but for what is meant to."""
    if path in ("//.metadata.version", "terraform.required_providers.aws.source"):
        return
    if isinstance(before, dict) and isinstance(after, dict):
        for key in sorted({*before, *after}):
            inner = f"{path}.{key}" if path else key
            yield from differences(before.get(key), after.get(key), inner)
    elif before != after:
        yield f"{path}: {before!r} became {after!r}"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--keep", type=Path, help="leave the renamed tree in this new directory")
    given = parser.parse_args(arguments)
    root = Path.cwd()
    with tempfile.TemporaryDirectory() as directory:
        tree = given.keep.resolve() if given.keep else Path(directory) / "project"
        tree.mkdir()
        return Move(root, tree, Path(directory)).run()


class Move:
    """The steps, each with its time."""

    def __init__(self, root: Path, tree: Path, work: Path) -> None:
        self.root, self.tree, self.work = root, tree, work
        self.python = work / "venv" / "bin" / "python"
        node = work / "node_modules" / "node" / "bin"
        self.environment = os.environ | {
            "PATH": f"{node}{os.pathsep}{self.python.parent}{os.pathsep}{os.environ['PATH']}",
            "CHECKPOINT_DISABLE": "1",
        }

    def run(self) -> int:
        self.say("copy and rename", lambda: copied(self.root, self.tree))
        self.say("install " + ", ".join(PYTHON_PACKAGES), self.install_python)
        self.say("install " + ", ".join(NODE_PACKAGES), self.install_node)
        self.say("generate imports/", self.generate)
        self.say("run the fast tests", self.test)
        different = self.say("compare what is synthesized", lambda: list(self.compared()))
        print("\n".join(different) or "equal, but for the version and the provider's address")
        return 1 if different else 0

    def say(self, what: str, step: Any) -> Any:
        print(f"{what} … ", end="", flush=True)
        start = time.perf_counter()
        result = step()
        print(f"{time.perf_counter() - start:.0f} s", flush=True)
        return result

    def call(self, *command: str, cwd: Path | None = None, **environment: str) -> None:
        """Runs a command; what it said is shown where it fails."""
        done = subprocess.run(
            command,
            cwd=cwd or self.tree,
            env=self.environment | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        if done.returncode:
            sys.exit(f"\n{' '.join(command)}\n{done.stdout[-6000:]}")

    def install_python(self) -> None:
        """Into a venv that sees this project's packages, too."""
        self.call(sys.executable, "-m", "venv", str(self.work / "venv"), cwd=self.work)
        (here,) = (Path(it) for it in sys.path if it.endswith("site-packages"))
        (there,) = (self.work / "venv").glob("lib/python*/site-packages")
        (there / "project.pth").write_text(f"{here}\n")
        pip = [str(self.python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        self.call(*pip, "--no-compile", *PYTHON_PACKAGES, cwd=self.work)

    def install_node(self) -> None:
        npm = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(self.work)]
        self.call(*npm, "--ignore-scripts", *NODE_PACKAGES, cwd=self.work)
        # What the package's own script does: it takes the binary from the package of this platform.
        self.call("node", "installArchSpecificPackage.js", cwd=self.work / "node_modules" / "node")
        (self.tree / "node_modules").symlink_to(self.work / "node_modules")

    def generate(self) -> None:
        shutil.rmtree(self.tree / "imports")
        self.call(str(self.python), "-m", "tools.imports")

    def test(self) -> None:
        left_out = " and ".join(f"not {name}" for name in NOT_THERE)
        self.call(str(self.python), "-m", "pytest", "-q", "-x", "-n", "2", "-k", left_out, *TESTS)

    def compared(self) -> Iterator[str]:
        for project, python in ((self.root, sys.executable), (self.tree, str(self.python))):
            out = self.work / project.name
            out.mkdir(exist_ok=True)
            self.call(python, "-O", "main.py", cwd=project, CDKTF_OUTDIR=str(out / "out"))
        # CDKTF makes the last directory of its output itself.
        before, after = (self.work / it.name / "out" / "stacks" for it in (self.root, self.tree))
        for file in sorted(before.rglob("cdk.tf.json")):
            name = file.relative_to(before)
            stacks = (json.loads((it / name).read_text("utf-8")) for it in (before, after))
            yield from (f"{name.parent}: {line}" for line in differences(*stacks))
        for file in sorted(before.rglob("*.tf")):
            name = file.relative_to(before)
            renamed = (after / name).read_text("utf-8").replace('= "hashicorp/aws"', '= "aws"')
            if renamed != file.read_text("utf-8"):
                yield f"{name} differs"


if __name__ == "__main__":
    sys.exit(main())
