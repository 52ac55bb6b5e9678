"""What Terraform itself is told: which provider, in which account, and where its state is."""

from cdktf import LocalBackend, S3Backend, TerraformStack
from cdktf_cdktf_provider_aws.provider import AwsProvider, AwsProviderDefaultTags

import config
from modules.monitoring.metrics import US_EAST_1

AWS_PROVIDER = ">= 6.28.0, < 7.0.0"
"""The first release that lets a streamed integration take 15 minutes; the bindings themselves pin
6.25.0, which does not."""


def create_providers(stack: TerraformStack, env: config.Environment) -> AwsProvider | None:
    """Creates the provider of the environment's region and, where that is another, the one of
    us-east-1, which it returns: CloudFront has its metrics there, and its web ACLs.

    Both refuse to work in another account, and tag all that they create.
    """
    tags = {"Project": "librechat", "Environment": env.name, **env.tags}
    default_tags = [AwsProviderDefaultTags(tags=tags)]
    AwsProvider(
        stack,
        "aws",
        region=env.region,
        allowed_account_ids=[env.account_id],
        default_tags=default_tags,
    )
    stack.add_override("terraform.required_providers.aws.version", AWS_PROVIDER)
    if env.region == US_EAST_1:
        return None
    return AwsProvider(
        stack,
        "aws_us_east_1",
        alias="us_east_1",
        region=US_EAST_1,
        allowed_account_ids=[env.account_id],
        default_tags=default_tags,
    )


def keep_state(stack: TerraformStack, env: config.Environment) -> None:
    """In S3, locked, or in a local file for a first try."""
    locked_by_file = env.state is not None and env.state.dynamodb_table is None
    # 1.10 is the first that locks a state in S3 by a file, 1.5.7 the first that is tried here.
    stack.add_override("terraform.required_version", ">= 1.10.0" if locked_by_file else ">= 1.5.7")
    if env.state is None:
        # Outside cdktf.out, which a synth may clear, and relative, so that the output is the same
        # on every machine.
        LocalBackend(stack, path=f"../../../terraform.librechat-{env.name}.tfstate")
        return
    S3Backend(
        stack,
        bucket=env.state.bucket,
        key=env.state.key or f"librechat/{env.name}.tfstate",
        region=env.state.region or env.region,
        encrypt=True,
        dynamodb_table=env.state.dynamodb_table,
    )
    if locked_by_file:
        # Newer than the bindings.
        stack.add_override("terraform.backend.s3.use_lockfile", True)
