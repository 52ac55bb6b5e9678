"""The steps of a deploy that are no AWS resource: checks, image, client (FR-001, FR-016).

Each is a `terraform_data` resource that runs a script of `publish/` when its triggers change, and only then. Scripts and inputs are
assets of the synthesized stack, which therefore deploys without this project: `terraform apply` with its Python environment on PATH.
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
from cdktf_cdktf_provider_aws.data_aws_ecr_image import DataAwsEcrImage
from cdktf_cdktf_provider_aws.ecr_repository import EcrRepository
from constructs import Construct

ROOT = Path(__file__).parent.parent
_staged: list[
    TemporaryDirectory[str]
] = []  # CDKTF copies assets when it synthesizes; at exit these go


def asset(scope: Construct, id_: str, files: Iterable[Path], *, below: str = ".") -> TerraformAsset:
    """A directory of the synthesized stack with these files, `below` a directory of their own if that is named, and nothing that
    lies beside them (caches, tests)."""
    staged = TemporaryDirectory()
    _staged.append(staged)
    directory = Path(staged.name) / below
    directory.mkdir(exist_ok=True)
    digest = hashlib.sha256()
    for file in sorted(files):
        copy2(file, directory)
        digest.update(f"{file.name}\0{file.stat().st_size}\0".encode() + file.read_bytes())
    return TerraformAsset(scope, id_, path=staged.name, asset_hash=digest.hexdigest()[:32])


def step(
    scope: Construct,
    id_: str,
    *,
    script: str,
    environment: Mapping[str, str],
    triggers: Mapping[str, str],
    depends_on: Sequence[ITerraformDependable] = (),
) -> DataResource:
    """Creates `terraform_data.<id>`, which runs `python3 -m publish.<script>` with these variables, none of them secret."""
    stack = TerraformStack.of(scope)
    scripts = cast(TerraformAsset | None, stack.node.try_find_child("publish"))
    if scripts is None:
        scripts = asset(stack, "publish", (ROOT / "publish").glob("*.py"), below="publish")
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


class Image(Construct):
    """Builds the Lambda image and pushes it when its content, the base image or the architecture changed; `uri` is pinned
    by digest (FR-006, FR-012)."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        region: str,
        repository: EcrRepository,
        librechat_image: str,
        architecture: str,
    ) -> None:
        super().__init__(scope, id_)
        source = ROOT / "lambda_image"
        allowed = [
            line[1:]
            for line in (source / ".dockerignore").read_text().split()
            if line.startswith("!")
        ]
        patterns = ("Dockerfile", ".dockerignore", *allowed)
        context = asset(
            self, "context", {file for pattern in patterns for file in source.glob(pattern)}
        )
        tag = hashlib.sha256(
            f"{context.asset_hash}\0{librechat_image}\0{architecture}".encode()
        ).hexdigest()[:32]
        self.step = step(
            self,
            "this:step",
            script="image",
            environment={
                "REGION": region,
                "REPOSITORY_URL": repository.repository_url,
                "IMAGE_TAG": tag,
                "CONTEXT": context.path,
                "LIBRECHAT_IMAGE": librechat_image,
                "ARCHITECTURE": architecture,
            },
            triggers={"repository": repository.repository_url, "tag": tag},
        )
        pushed = DataAwsEcrImage(
            self,
            "this:pushed",
            repository_name=repository.name,
            image_tag=tag,
            depends_on=[self.step],
        )
        self.uri = f"{repository.repository_url}@{pushed.image_digest}"
