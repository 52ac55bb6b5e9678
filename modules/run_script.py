"""How a step of the deploy that is no AWS resource runs: as a `terraform_data` resource (FR-001,
FR-016).

It runs a script of `publish/` when its triggers change, and only then. Scripts and inputs are
assets of the synthesized stack, which therefore deploys without this project: `terraform apply`
with its Python environment on PATH.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from shutil import copy2
from tempfile import TemporaryDirectory
from typing import cast

from cdktf import (
    DataResource,
    ITerraformDependable,
    LocalExecProvisioner,
    TerraformAsset,
    TerraformStack,
)
from constructs import Construct

ROOT = Path(__file__).parent.parent
_staged: list[TemporaryDirectory[str]] = []
"""CDKTF copies assets when it synthesizes; these go when the process ends."""


def run_script(
    scope: Construct,
    id_: str,
    *,
    script: str,
    environment: Mapping[str, str],
    triggers: Mapping[str, str],
    depends_on: Sequence[ITerraformDependable] = (),
) -> DataResource:
    """Creates `terraform_data.<id>`, which runs `python3 -m publish.<script>` with these variables,
    none of them secret."""
    scripts = _scripts(TerraformStack.of(scope))
    return DataResource(
        scope,
        id_,
        triggers_replace=dict(triggers),
        depends_on=list(depends_on),
        provisioners=[
            LocalExecProvisioner(
                type="local-exec",
                command=f"python3 -m publish.{script}",
                environment={"PYTHONPATH": scripts.path, **environment},
            )
        ],
    )


def _scripts(stack: TerraformStack) -> TerraformAsset:
    """The package `publish`, once in a stack."""
    there = cast(TerraformAsset | None, stack.node.try_find_child("publish"))
    return there or files_asset(stack, "publish", ROOT, (ROOT / "publish").glob("*.py"))


def files_asset(scope: Construct, id_: str, root: Path, files: Iterable[Path]) -> TerraformAsset:
    """Returns a directory of the synthesized stack that holds these files at their places below
    `root`, and nothing that lies beside them (caches, tests)."""
    staged = TemporaryDirectory()
    _staged.append(staged)
    content = hashlib.sha256()
    for file in sorted(files):
        place = file.relative_to(root)
        copy = Path(staged.name) / place
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy2(file, copy)
        content.update(f"{place}\0{file.stat().st_size}\0".encode() + file.read_bytes())
    return TerraformAsset(scope, id_, path=staged.name, asset_hash=content.hexdigest()[:32])
