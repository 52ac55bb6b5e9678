"""What a synth writes beside the JSON that CDKTF writes: the stack's HCL and the lock file of its
last init."""

import inspect
import json
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from cdktf import TerraformElement
from constructs import IConstruct

from modules.synth.addresses import ReadableStack
from modules.synth.hcl import Shape, files

LOCK = ".terraform.lock.hcl"
HEAD = """\
# {name}: written by `make synth`; change its environment file, not this.
#
# Its resources, addresses and state are those of ../cdk.tf.json, which `make deploy` applies,
# and this can be applied in its stead: `terraform init && terraform apply` here, with the
# project's Python environment first on PATH for the publishing steps.

"""


def write_hcl(stack: ReadableStack, directory: Path, names: Mapping[str, str]) -> None:
    """Writes `hcl/` into the directory of a stack that is synthesized, from its cdk.tf.json.

    `names` are comments for values that say nothing by themselves. There is no cdk.tf.json after
    `cdktf synth --hcl`, which writes HCL of CDKTF's own; then this does nothing.
    """
    file = directory / "cdk.tf.json"
    if not file.exists():
        return
    terraform = json.loads(file.read_text(encoding="utf-8"))
    if local := terraform["terraform"]["backend"].get("local"):
        local["path"] = f"../{local['path']}"  # one directory deeper, the same state
    comments = dict(_comments(stack)) | dict(_paths_of_the_api(terraform["resource"]))
    shape = Shape(**json.loads(stack.shape()), comments=comments, names=names)

    target = directory / "hcl"
    target.mkdir(exist_ok=True)
    for old in target.glob("*.tf"):
        old.unlink()
    for name, text in files(terraform, shape).items():
        head = HEAD.format(name=stack.node.id) if name == "terraform.tf" else ""
        (target / name).write_text(head + text, encoding="utf-8")
    assets = target / "assets"
    if (directory / "assets").is_dir() and not assets.is_symlink():
        assets.symlink_to("../assets")


def use_lock(lock: Path, directory: Path) -> None:
    """Gives the next `terraform init` the provider versions of the last one, where that left its
    lock file in `lock`."""
    if lock.is_file():
        for place in (directory, directory / "hcl"):
            shutil.copyfile(lock, place / LOCK)


def _comments(scope: IConstruct) -> Iterator[tuple[str, str]]:
    """What the constructs of this project say of themselves, by their path."""
    for child in scope.node.children:
        is_ours = type(child).__module__.startswith("modules.")
        if is_ours and not isinstance(child, TerraformElement):
            yield child.node.path, _comment(type(child))
            yield from _comments(child)


def _paths_of_the_api(resources: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What is at each path of an API (FR-045), to stand above the seven resources that make it."""
    parts = resources.get("aws_api_gateway_resource", {})
    ids = {f"${{aws_api_gateway_resource.{name}.id}}": name for name in parts}
    answers = {
        ids[it["resource_id"]]: f": {it.get('response_transfer_mode', 'BUFFERED')}, "
        f"{it.get('timeout_milliseconds', 29_000) / 1000:g} s"
        for it in resources.get("aws_api_gateway_integration", {}).values()
        if it["type"] == "AWS_PROXY" and it["resource_id"] in ids
    }

    def path(name: str) -> str:
        above = ids.get(parts[name]["parent_id"])
        return f"{path(above) if above else ''}/{parts[name]['path_part']}"

    for name, part in parts.items():
        yield part["//"]["metadata"]["path"], path(name) + answers.get(name, "")


def _comment(construct: type) -> str:
    """What the construct's file says of it first, and the requirements that the rest cites."""
    own, module = (inspect.getdoc(it) or "" for it in (construct, inspect.getmodule(construct)))
    paragraph = " ".join((module or own).split("\n\n")[0].split())
    sentence = re.match(r".*?[.](?=\s|$)|.*", paragraph)
    said = sentence[0] if sentence else ""
    others = sorted(set(re.findall(REQUIREMENT, own + module)) - set(re.findall(REQUIREMENT, said)))
    return f"{said} Also {', '.join(others)}." if others else said


REQUIREMENT = r"(?:FR|SC)-\d+[a-z]?"
