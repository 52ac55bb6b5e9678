"""The Lambda image, built and pushed by the deploy (FR-006, FR-012, FR-016)."""

import hashlib

from cdktf import TerraformAsset
from cdktf_cdktf_provider_aws.data_aws_ecr_image import DataAwsEcrImage
from cdktf_cdktf_provider_aws.ecr_repository import EcrRepository
from constructs import Construct

from modules.run_script import ROOT, files_asset, run_script

CONTEXT = ROOT / "lambda_image"


class Image(Construct):
    """Creates `terraform_data.<id>`, which builds and pushes the image when its content, the base
    image or the architecture changed; `uri` is pinned by digest."""

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
        context = build_context(self)
        content = f"{context.asset_hash}\0{librechat_image}\0{architecture}"
        tag = hashlib.sha256(content.encode()).hexdigest()[:32]
        self.script = run_script(
            self,
            "this:script",
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
            depends_on=[self.script],
        )
        self.uri = f"{repository.repository_url}@{pushed.image_digest}"


def build_context(scope: Construct) -> TerraformAsset:
    """What a build reads: the Dockerfile, and what `.dockerignore` excepts, directories with all
    that is in them."""
    lines = (CONTEXT / ".dockerignore").read_text().split()
    patterns = ["Dockerfile", ".dockerignore"]
    patterns += [line.removeprefix("!") for line in lines if line.startswith("!")]
    found = [path for pattern in patterns for path in CONTEXT.glob(pattern)]
    below = [path for directory in found if directory.is_dir() for path in directory.rglob("*")]
    files = {
        path for path in [*found, *below] if path.is_file() and "__pycache__" not in path.parts
    }
    return files_asset(scope, "context", CONTEXT, files)
