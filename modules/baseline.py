"""What holds for every resource of a stack, whoever adds it: tags, encryption, retention, traces,
protection from deletion.

It goes by what a construct's type can be told (`kms_key_id`, `retention_in_days`, `force_destroy`,
…) and not by a list of resources: what a construct added later leaves open is set here, and what it
decides against these rules ends the synthesis with an error that names it.
"""

from functools import cache

from cdktf import Annotations, TerraformResourceLifecycle, TerraformStack
from cdktf_cdktf_provider_aws.ecr_repository import (
    EcrRepository,
    EcrRepositoryEncryptionConfiguration,
)
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction
from cdktf_cdktf_provider_aws.provider import AwsProvider
from constructs import IConstruct

from imports.s3_bucket import S3Bucket

ENCRYPTED = ("encrypted", "storage_encrypted", "at_rest_encryption_enabled")
KEYS = ("kms_key_arn", "kms_key_id", "kms_master_key_id")
EMPTIED = ("force_destroy", "force_delete")
OTHERS = ("retention_in_days", "final_snapshot_identifier", "xray_tracing_enabled")


def apply_baseline(
    stack: TerraformStack,
    *,
    log_retention_days: int,
    kms_key_arn: str | None,
    deletion_protection: bool,
) -> None:
    """Applies the rules to all that the stack has by now: to be called before it is written.

    Tags are the providers' default tags: a provider without them is an error.
    """
    for construct in stack.node.find_all():
        # What is asked of the type costs nothing, what is asked of the construct a call to Node.
        settings = settings_of(type(construct))
        refuse(construct)
        encrypt_at_rest(construct, settings)
        keep_logs(construct, settings, log_retention_days)
        trace(construct, settings)
        if kms_key_arn:
            encrypt_with(construct, settings, kms_key_arn)
        if deletion_protection:
            protect(construct, settings)


def refuse(construct: IConstruct) -> None:
    """What a stack may not hold."""
    if isinstance(construct, AwsProvider) and not construct.default_tags_input:
        error(
            construct,
            "default_tags are missing: every resource is tagged with its project and environment",
        )
    if type(construct).__module__.endswith("aws.s3_bucket") and not isinstance(construct, S3Bucket):
        error(
            construct,
            "is a bare bucket: create it with modules.bucket.private_bucket, which closes and "
            "encrypts it",
        )


def encrypt_at_rest(construct: IConstruct, settings: frozenset[str]) -> None:
    for name in settings.intersection(ENCRYPTED):
        if given(construct, name) is False:
            error(construct, f"{name} is false: everything is encrypted at rest")
        setattr(construct, name, True)


def keep_logs(construct: IConstruct, settings: frozenset[str], days: int) -> None:
    if "retention_in_days" not in settings:
        return
    if given(construct, "retention_in_days") is None:
        construct.retention_in_days = days  # type: ignore[attr-defined]
    elif given(construct, "retention_in_days") == 0:
        error(construct, "retention_in_days is 0: logs are not kept for ever")


def trace(construct: IConstruct, settings: frozenset[str]) -> None:
    if isinstance(construct, LambdaFunction):
        construct.put_tracing_config(mode="Active")
    if "xray_tracing_enabled" in settings:
        construct.xray_tracing_enabled = True  # type: ignore[attr-defined]


def encrypt_with(construct: IConstruct, settings: frozenset[str], key: str) -> None:
    if isinstance(construct, S3Bucket):
        construct.server_side_encryption_configuration = {
            "rule": {
                "apply_server_side_encryption_by_default": {
                    "sse_algorithm": "aws:kms",
                    "kms_master_key_id": key,
                },
                # Asks KMS once for many objects, which is most of what KMS would cost.
                "bucket_key_enabled": True,
            }
        }
    if isinstance(construct, EcrRepository):
        encryption = EcrRepositoryEncryptionConfiguration(encryption_type="KMS", kms_key=key)
        construct.put_encryption_configuration([encryption])
    for name in settings.intersection(KEYS):
        # A key is of one region, that of the default provider.
        if given(construct, name) is None and getattr(construct, "provider", None) is None:
            setattr(construct, name, key)


def protect(construct: IConstruct, settings: frozenset[str]) -> None:
    for name in settings.intersection(EMPTIED):
        setattr(construct, name, False)
    if settings & {"force_delete", "retention_in_days"}:
        # One of these is enough: Terraform refuses a destroy as a whole, before it begins.
        lifecycle = TerraformResourceLifecycle(prevent_destroy=True)
        construct.lifecycle = lifecycle  # type: ignore[attr-defined]
    snapshot = "final_snapshot_identifier"
    if snapshot in settings and not given(construct, snapshot):
        replication_group = construct.replication_group_id  # type: ignore[attr-defined]
        setattr(construct, snapshot, f"{replication_group}-final")


@cache
def settings_of(type_: type) -> frozenset[str]:
    """Those of the names above that a construct's type has; of resources and modules, not of data
    sources, which only read."""
    if type_.__name__.startswith("Data"):
        return frozenset()
    names = (*ENCRYPTED, *KEYS, *EMPTIED, *OTHERS)
    return frozenset(name for name in names if hasattr(type_, name))


def given(construct: IConstruct, name: str) -> object:
    """What a construct was told: a resource says it as `<name>_input`, a module as `<name>`."""
    told = f"{name}_input"
    return getattr(construct, told if hasattr(type(construct), told) else name)


def error(construct: IConstruct, text: str) -> None:
    """Ends the synthesis, with the construct's path and this text."""
    Annotations.of(construct).add_error(text)
