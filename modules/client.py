"""LibreChat's client, published by the deploy (FR-001, FR-043)."""

from pathlib import Path

from cdktf import ITerraformDependable, TerraformAsset
from constructs import Construct

from modules.run_script import run_script


class Client(Construct):
    """Creates `terraform_data.<id>`, which uploads the client to its bucket: the one in the image,
    or a local build."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        region: str,
        bucket: str,
        keep_stale_days: int,
        librechat_image: str,
        image_uri: str,
        directory: Path | None,
        after: ITerraformDependable,
    ) -> None:
        """`bucket` is a bucket's name; `directory` is a local build, instead of the one in
        `image_uri`; `after` is what serves this client, and must be there first."""
        super().__init__(scope, id_)
        if directory:
            build = TerraformAsset(self, "this:directory", path=str(directory.resolve()))
            source, version = {"DIRECTORY": build.path}, build.asset_hash
        else:
            source, version = {"IMAGE": image_uri}, librechat_image
        self.script = run_script(
            self,
            "this:script",
            script="frontend",
            environment={
                "REGION": region,
                "BUCKET": bucket,
                "KEEP_STALE_DAYS": str(keep_stale_days),
                **source,
            },
            triggers={"client": version, "bucket": bucket, "keep_stale_days": str(keep_stale_days)},
            depends_on=[after],
        )
