"""What holds for every resource of a stack, whoever adds it: tags, encryption, retention, traces, protection from deletion.

An aspect of CDKTF is called before the Terraform is written. This one goes by what a construct's type can be told
(`kms_key_id`, `retention_in_days`, `force_destroy`, …) and not by a list of resources: what a construct added later leaves
open is set here, and what it decides against these rules ends the synthesis with an error that names it.
"""

from collections.abc import Iterable

import cdktf_cdktf_provider_aws as aws
import jsii
from cdktf import Annotations, Aspects, IAspect, TerraformResourceLifecycle, TerraformStack
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction
from cdktf_cdktf_provider_aws.provider import AwsProvider
from constructs import Construct, IConstruct

from imports.s3_bucket import S3Bucket

ENCRYPTED = ("encrypted", "storage_encrypted", "at_rest_encryption_enabled")
KEYS = ("kms_key_arn", "kms_key_id", "kms_master_key_id")
EMPTIED = ("force_destroy", "force_delete")
OTHERS = ("retention_in_days", "final_snapshot_identifier", "xray_tracing_enabled")


@jsii.implements(IAspect)
class Baseline:
    """`Baseline.of(stack, …)`. Tags are the providers' default tags: one without them is an error."""

    @classmethod
    def of(
        cls,
        stack: TerraformStack,
        *,
        log_retention_days: int = 30,
        kms_key_arn: str | None = None,
        deletion_protection: bool = False,
    ) -> None:
        """Adds it to a construct of its own. On the stack, CDKTF would call it for each construct, and a call from Node to Python
        for each is a tenth of a synthesis; here it is called once and looks at all of them."""
        aspect = cls(stack, log_retention_days, kms_key_arn, deletion_protection)
        Aspects.of(Construct(stack, "baseline")).add(aspect)

    def __init__(
        self,
        stack: TerraformStack,
        log_retention_days: int,
        kms_key_arn: str | None,
        deletion_protection: bool,
    ) -> None:
        self.stack, self.log_retention_days, self.kms_key_arn = (
            stack,
            log_retention_days,
            kms_key_arn,
        )
        self.deletion_protection = deletion_protection

    def visit(self, node: IConstruct) -> None:
        """Called by CDKTF before it writes the stack, whatever was added to it by then."""
        for construct in self.stack.node.find_all():
            self._hold(construct)

    def _hold(self, node: IConstruct) -> None:
        """What it asks of the type costs nothing, what it asks of `node` a call to Node."""
        settings = _settings(type(node))
        if isinstance(node, AwsProvider) and not node.default_tags_input:
            _error(
                node,
                "default_tags are missing: every resource is tagged with its project and environment",
            )
        if type(node).__module__.endswith("aws.s3_bucket") and not isinstance(node, S3Bucket):
            _error(
                node,
                "is a bare bucket: create it with modules.bucket.private_bucket, which closes and encrypts it",
            )
        for encrypted in settings & set(ENCRYPTED):
            if _given(node, encrypted) is False:
                _error(node, f"{encrypted} is false: everything is encrypted at rest")
            setattr(node, encrypted, True)
        if "retention_in_days" in settings:
            if _given(node, "retention_in_days") == 0:
                _error(node, "retention_in_days is 0: logs are not kept for ever")
            elif _given(node, "retention_in_days") is None:
                node.retention_in_days = self.log_retention_days  # type: ignore[attr-defined]
        if isinstance(node, LambdaFunction):
            node.put_tracing_config(mode="Active")
        if "xray_tracing_enabled" in settings:
            node.xray_tracing_enabled = True  # type: ignore[attr-defined]
        if self.kms_key_arn:
            self._encrypt(node, settings, self.kms_key_arn)
        if self.deletion_protection:
            self._protect(node, settings)

    def _encrypt(self, node: IConstruct, settings: set[str], key: str) -> None:
        if isinstance(node, S3Bucket):
            # A bucket key asks KMS once for many objects, which is most of what KMS would cost.
            algorithm = {"sse_algorithm": "aws:kms", "kms_master_key_id": key}
            rule = {
                "apply_server_side_encryption_by_default": algorithm,
                "bucket_key_enabled": True,
            }
            node.server_side_encryption_configuration = {"rule": rule}
        if isinstance(node, aws.ecr_repository.EcrRepository):
            configuration = aws.ecr_repository.EcrRepositoryEncryptionConfiguration(
                encryption_type="KMS", kms_key=key
            )
            node.put_encryption_configuration([configuration])
        for name in settings & set(KEYS):
            # A key is of one region, that of the default provider.
            if _given(node, name) is None and getattr(node, "provider", None) is None:
                setattr(node, name, key)

    def _protect(self, node: IConstruct, settings: set[str]) -> None:
        for name in settings & set(EMPTIED):
            setattr(node, name, False)
        if settings & {"force_delete", "retention_in_days"}:
            # One of these is enough: Terraform refuses a destroy as a whole, before it begins.
            node.lifecycle = TerraformResourceLifecycle(prevent_destroy=True)  # type: ignore[attr-defined]
        if "final_snapshot_identifier" in settings and not _given(
            node, "final_snapshot_identifier"
        ):
            of = node.replication_group_id  # type: ignore[attr-defined]
            node.final_snapshot_identifier = f"{of}-final"  # type: ignore[attr-defined]


_KNOWN: dict[type, set[str]] = {}


def _settings(type_: type) -> set[str]:
    """The names above that a construct's type has; of resources and modules, not of data sources, which only read."""
    if type_ not in _KNOWN:
        names: Iterable[str] = (*ENCRYPTED, *KEYS, *EMPTIED, *OTHERS)
        is_data = type_.__name__.startswith("Data")
        _KNOWN[type_] = set() if is_data else {name for name in names if hasattr(type_, name)}
    return _KNOWN[type_]


def _given(node: IConstruct, name: str) -> object:
    """What the construct was told: resources say so under `<name>_input`, modules under the name itself."""
    return getattr(node, f"{name}_input" if hasattr(type(node), f"{name}_input") else name)


def _error(node: IConstruct, text: str) -> None:
    Annotations.of(node).add_error(text)
