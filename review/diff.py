"""`make diff [ENV=dev] [FROM=HEAD] [TO=<commit>]`: what changes in the synthesized Terraform,
address by address.

Each side is synthesized from its commit, with that commit's code and environments, in a directory
of its own; without TO the other side is the working tree.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from review.changes import changes

SINGLE = ("terraform", "provider")


def elements(stack: Mapping[str, Any]) -> dict[str, Any]:
    """What a stack (a parsed cdk.tf.json) consists of, by address."""
    found: dict[str, Any] = {name: stack[name] for name in SINGLE if name in stack}
    for kind, prefix in (("resource", ""), ("data", "data.")):
        for type_, named in stack.get(kind, {}).items():
            found |= {f"{prefix}{type_}.{name}": content for name, content in named.items()}
    for kind in ("module", "output", "locals", "variable"):
        found |= {f"{kind}.{name}": content for name, content in stack.get(kind, {}).items()}
    return {address: _plain(content) for address, content in found.items()}


def _plain(content: Any) -> Any:
    return {k: v for k, v in content.items() if k != "//"} if isinstance(content, dict) else content


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    """Lines about the elements that are new, gone or different."""
    old, new = elements(before), elements(after)
    for address in sorted({*old, *new}):
        if address not in old:
            yield f"  + {address}"
        elif address not in new:
            yield f"  - {address}"
        elif old[address] != new[address]:
            yield f"  ~ {address}"
            yield from (f"      {change}" for change in changes(old[address], new[address]))


def synthesized(project: Path, outdir: Path) -> dict[str, dict[str, Any]]:
    """The stacks of a project by name; ends the program with its own words where it cannot be
    synthesized."""
    outdir.mkdir()
    done = subprocess.run(
        [sys.executable, "-O", "main.py"],
        cwd=project,
        env=os.environ | {"CDKTF_OUTDIR": str(outdir)},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    if done.returncode:
        sys.exit(f"{project}: {done.stderr.strip()}")
    files = sorted(outdir.glob("stacks/*/cdk.tf.json"))
    return {file.parent.name: json.loads(file.read_text(encoding="utf-8")) for file in files}


def checked_out(commit: str, directory: Path) -> Path:
    """The files of a commit in a directory."""
    directory.mkdir()
    archive = subprocess.run(["git", "archive", commit], capture_output=True)
    if archive.returncode:
        sys.exit(archive.stderr.decode().strip())
    subprocess.run(["tar", "-x", "-C", str(directory)], input=archive.stdout, check=True)
    return directory


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--from", dest="old", default="HEAD", help="a commit (HEAD)")
    parser.add_argument("--to", dest="new", help="another (the working tree)")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as directory:
        work = Path(directory)
        project = checked_out(given.new, work / "new") if given.new else Path.cwd()
        before = synthesized(checked_out(given.old, work / "old"), work / "before")
        after = synthesized(project, work / "after")
    for name in sorted({*before, *after}):
        lines = list(differences(before.get(name, {}), after.get(name, {})))
        print("\n".join([f"{name}:", *lines]) if lines else f"{name}: nothing changes")


if __name__ == "__main__":
    main()
