"""`make plan ENV=dev`: what a deploy would change, before it, address by address; nothing is
changed.

Terraform compares the synthesized stack with its state and with what is there. Values that
Terraform marks as sensitive are not shown. The plan stays beside the stack, for `make review`.
"""

import argparse
import hashlib
import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from publish.step import run
from review.changes import ABSENT, Change, changes
from tools.environment import environment_named, renamed_from, require_account
from tools.programs import require_programs
from tools.screen import Screen
from tools.terraform import Terraform

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
            lines += [f"      {it}" for it in _changes(change)]
    if not counted:
        yield "nothing: what is there is what is synthesized"
        return
    yield ", ".join(f"{number} {WORDS.get(sign, sign)}" for sign, number in counted.items())
    yield ""
    yield from lines


def _changes(change: dict[str, Any]) -> Iterator[Change]:
    """Attribute by attribute; of what is replaced without all that AWS will only fill in anew."""
    forcing = _forcing(change)
    for it in changes(*_shown(change)):
        if it.after != UNKNOWN or change["actions"] == ["update"] or it.attribute in forcing:
            yield it


def replaced(plan: dict[str, Any]) -> list[tuple[str, str]]:
    """What a deploy would replace: address, and the attributes that no update can change."""
    return [
        (it["address"], _because(it["change"]).strip(" ,"))
        for it in plan.get("resource_changes", ())
        if {"create", "delete"} <= set(it["change"]["actions"])
    ]


def _because(change: dict[str, Any]) -> str:
    paths = _forcing(change)
    return f", for {', '.join(paths)}" if paths else ""


def _forcing(change: dict[str, Any]) -> list[str]:
    """The attributes that no update can change."""
    return [".".join(map(str, path)) for path in change.get("replace_paths", ())]


def _shown(change: dict[str, Any]) -> tuple[Any, Any]:
    """Before and after, without what is not to be shown: of a secret, whether it is another."""
    before, after = change["before"], change["after"]
    hidden = _masked(before, change.get("before_sensitive"), HIDDEN)
    after = _masked(after, change.get("after_sensitive"), HIDDEN, other=before)
    return hidden, _masked(after, change.get("after_unknown"), UNKNOWN)


def _without_secrets(change: dict[str, Any]) -> dict[str, Any]:
    before, after = _shown(change)
    kept = ("actions", "replace_paths")
    return {"before": before, "after": after, **{key: change[key] for key in kept if key in change}}


def _masked(value: Any, mask: Any, text: str, other: Any = ABSENT) -> Any:
    """The value with `text` wherever the mask, of the same shape, is true; where an `other` one of
    this shape has another value there, the text says so."""
    if mask is True:
        is_same = other in (ABSENT, value) or not (other or value)
        return text if is_same else f"{text[:-1]}, another)"
    if isinstance(mask, dict) and mask:
        kept = value if isinstance(value, dict) else {}
        its = other if isinstance(other, dict) else {}
        return {
            key: _masked(kept.get(key), mask.get(key), text, its.get(key, ABSENT))
            for key in {*kept, *mask}
        }
    if isinstance(mask, list) and isinstance(value, list) and mask:
        masks = [*mask, *[None] * len(value)]
        others = [*(other if isinstance(other, list) else []), *[ABSENT] * len(value)]
        return [
            _masked(item, inner, text, its_other)
            for item, inner, its_other in zip(value, masks, others, strict=False)
        ]
    return value


def planned(terraform: Terraform) -> dict[str, Any]:
    """Plans, keeps the plan beside the stack, and returns it. Raises TerraformError."""
    with tempfile.TemporaryDirectory() as directory:
        # For this command alone: it holds the API's key, as the state does.
        file = str(Path(directory, "plan"))
        plan = ["terraform", "plan", "-input=false", "-no-color", f"-out={file}"]
        terraform.run(plan, terraform.directory)
        show = ["terraform", "show", "-json", "-no-color", file]
        made: dict[str, Any] = json.loads(terraform.run(show, terraform.directory))
    kept = [{**it, "change": _without_secrets(it["change"])} for it in made["resource_changes"]]
    shown = {"of": digest(terraform.directory), "resource_changes": kept}
    (terraform.directory / FILE).write_text(json.dumps(shown), "utf-8")
    return made


def digest(directory: Path) -> str:
    """Of a synthesized stack; a plan is of this one and no other."""
    return hashlib.sha256((directory / "cdk.tf.json").read_bytes()).hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser(prog="make plan")
    parser.add_argument("environment")
    environment = environment_named(parser.parse_args().environment)
    screen, terraform = Screen(), Terraform(environment)
    screen.status("checking programs and credentials")
    require_programs(terraform.programs)
    require_account(environment)
    screen.status("synthesizing")
    terraform.log.unlink(missing_ok=True)
    terraform.synthesize()
    screen.status("installing Terraform's modules and providers")
    terraform.init()
    screen.status("comparing with what is there")
    note = "" if terraform.outputs() else renamed_from(environment.name)
    plan = planned(terraform)
    screen.clear()
    print(f"{terraform.stack}: " + "\n".join([*described(plan), *(["", note] if note else [])]))


if __name__ == "__main__":
    run(main, interrupted="Nothing was changed.")
