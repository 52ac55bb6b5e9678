"""`make plan ENV=dev`: what a deploy would change, before it, address by address; nothing is changed.

Terraform compares the synthesized stack with its state and with what is there. Values that Terraform marks as sensitive are
not shown. The plan stays beside the stack, for `make review`.
"""

import argparse
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from review.changes import changes

SIGNS = {
    ("create",): "+",
    ("read",): None,
    ("no-op",): None,
    ("update",): "~",
    ("delete",): "-",
    ("delete", "create"): "∓",
    ("create", "delete"): "±",
    ("forget",): "·",
}
WORDS = {
    "+": "to create",
    "~": "to change in place",
    "∓": "to replace (removed first)",
    "±": "to replace (created first)",
    "-": "to remove",
    "·": "to forget",
}
HIDDEN, UNKNOWN = "(sensitive)", "(known after the apply)"
FILE = "plan.json"


def described(plan: dict[str, Any]) -> Iterator[str]:
    """Lines about a plan (`terraform show -json`)."""
    counted: Counter[str] = Counter()
    lines = []
    for resource in plan.get("resource_changes", ()):
        change = resource["change"]
        sign = SIGNS.get(tuple(change["actions"]), "?")
        if sign is None:
            continue
        counted[sign] += 1
        lines.append(f"  {sign} {resource['address']}{_because(change)}")
        if sign in "~∓±":
            lines += [f"      {it}" for it in changes(*_shown(change))]
    if not counted:
        yield "nothing: what is there is what is synthesized"
        return
    yield ", ".join(f"{number} {WORDS.get(sign, sign)}" for sign, number in counted.items())
    yield ""
    yield from lines


def replaced(plan: dict[str, Any]) -> list[tuple[str, str]]:
    """What a deploy would replace: address, and the attributes that no update can change."""
    return [
        (it["address"], _because(it["change"]).strip(" ,"))
        for it in plan.get("resource_changes", ())
        if {"create", "delete"} <= set(it["change"]["actions"])
    ]


def _because(change: dict[str, Any]) -> str:
    paths = [".".join(map(str, path)) for path in change.get("replace_paths", ())]
    return f", for {', '.join(paths)}" if paths else ""


def _shown(change: dict[str, Any]) -> tuple[Any, Any]:
    """Before and after, without what is not to be shown."""
    after = _masked(change["after"], change.get("after_unknown"), UNKNOWN)
    return (
        _masked(change["before"], change.get("before_sensitive"), HIDDEN),
        _masked(after, change.get("after_sensitive"), f"{HIDDEN} "),
    )


def _masked(value: Any, mask: Any, text: str) -> Any:
    """The value with `text` wherever the mask, of the same shape, is true."""
    if mask is True:
        return text
    if isinstance(mask, dict) and mask:
        kept = value if isinstance(value, dict) else {}
        return {key: _masked(kept.get(key), mask.get(key), text) for key in {*kept, *mask}}
    if isinstance(mask, list) and isinstance(value, list) and mask:
        masks = [*mask, *[None] * len(value)]
        return [_masked(item, inner, text) for item, inner in zip(value, masks, strict=False)]
    return value


def plan(directory: Path) -> dict[str, Any]:
    """Plans the stack in a directory and returns the plan; ends the program with Terraform's words where it cannot."""

    def terraform(*command: str) -> str:
        done = subprocess.run(
            ["terraform", f"-chdir={directory}", *command],
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        if done.returncode:
            sys.exit(f"terraform {command[0]} in {directory}:\n{done.stderr.strip()}")
        return done.stdout

    try:
        terraform("init", "-input=false", "-no-color")
        terraform("plan", "-input=false", "-no-color", "-out=plan")
        shown = terraform("show", "-json", "plan")
    except FileNotFoundError:
        sys.exit("terraform is not on PATH: https://developer.hashicorp.com/terraform/install")
    (directory / FILE).write_text(shown, encoding="utf-8")
    planned: dict[str, Any] = json.loads(shown)
    return planned


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("stack", type=Path, help="cdktf.out/stacks/librechat-<environment>")
    directory = parser.parse_args(arguments).stack
    print(f"{directory.name}: " + "\n".join(described(plan(directory))))


if __name__ == "__main__":
    main()
