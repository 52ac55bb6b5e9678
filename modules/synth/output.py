"""What a synth writes beside the JSON that CDKTF writes: the stack's HCL and the lock file of its
last init."""

import inspect
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from cdktf import TerraformElement
from constructs import IConstruct

from modules.synth.addresses import ReadableStack
from modules.synth.hcl import Shape, files

LOCK = ".terraform.lock.hcl"
MANAGED_POLICIES = {
    "4135ea2d-6df8-44a3-9df3-4b5a84be39ad": "Managed-CachingDisabled",
    "658327ea-f89d-4fab-a63d-7e88639e58f6": "Managed-CachingOptimized",
    "b689b0a8-53d0-40ab-baf2-68738e2966ac": "Managed-AllViewerExceptHostHeader",
}
"""CloudFront's, the same in every account, by id."""

HEAD = """\
# {name}: written by `make synth`; change its environment file, not this.
#
# Its resources, addresses and state are those of ../cdk.tf.json, which `make deploy` applies,
# and this can be applied in its stead: `terraform init && terraform apply` here, with the
# project's Python environment first on PATH for the publishing steps.

"""


def write_hcl(stack: ReadableStack, directory: Path) -> None:
    """Writes `hcl/` into the directory of a stack that is synthesized, from its cdk.tf.json.

    There is none after `cdktf synth --hcl`, which writes HCL of CDKTF's own; then this does nothing.
    """
    file = directory / "cdk.tf.json"
    if not file.exists():
        return
    terraform = json.loads(file.read_text(encoding="utf-8"))
    if local := terraform["terraform"]["backend"].get("local"):
        local["path"] = f"../{local['path']}"  # one directory deeper, the same state
    shape = Shape(
        **json.loads(stack.shape()), comments=dict(_comments(stack)), names=MANAGED_POLICIES
    )

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
        if isinstance(child, TerraformElement):
            continue
        if type(child).__module__.startswith("modules."):
            yield child.node.path, _comment(type(child))
        yield from _comments(child)


def _comment(construct: type) -> str:
    """The first sentence of its docstring, or of its module's where that alone names
    requirements; then the rest of them."""
    own, module = (inspect.getdoc(it) or "" for it in (construct, inspect.getmodule(construct)))
    text = own if re.search(REQUIREMENT, own) or not module else module
    paragraph = " ".join(text.split("\n\n")[0].split())
    sentence = re.match(r".*?[.](?=\s|$)|.*", paragraph)
    said = sentence[0] if sentence else ""
    others = sorted(set(re.findall(REQUIREMENT, own + module)) - set(re.findall(REQUIREMENT, said)))
    return f"{said} Also {', '.join(others)}." if others else said


REQUIREMENT = r"(?:FR|SC)-\d+[a-z]?"
