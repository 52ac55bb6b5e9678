"""The backend: one or two Lambda functions of one image, their role, security group, log groups and the bucket of user
files.

Defaults: private subnets of the existing VPC (FR-020); 2,048 MB and 900 s (FR-049); a role that may read the named
parameters and the one config object, use the files bucket, write its logs and join the VPC, nothing else (FR-029,
FR-033); egress to what is named (FR-047), every rule a resource of its own (FR-019); secrets by the names of their
parameters (FR-024); user files that were deleted can be restored for a month. The logs' retention, traces
and the KMS key come from the stack's aspect (modules/baseline.py).
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import cdktf_cdktf_provider_aws as aws
from cdktf import TerraformAsset
from constructs import Construct

import config
from modules.bucket import private_bucket
from modules.policy import Statement, policy

HANDLERS = {"api": "handler.handler", "buffered": "handler.buffered"}
INTERFACE_ACTIONS = [f"ec2:{verb}NetworkInterface" for verb in ("Create", "Delete")]
ADDRESS_ACTIONS = [f"ec2:{verb}PrivateIpAddresses" for verb in ("Assign", "Unassign")]


class Peer(NamedTuple):
    """What the functions may reach: a TCP port, behind a security group or at IPv4 networks."""

    port: int
    security_group_id: str | None = None
    cidr_blocks: Sequence[str] = ()


class Backend(Construct):
    """Creates the functions: `api` streams, `buffered` answers whole (None unless asked for), both from `image_uri`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        name: str,
        region: str,
        account_id: str,
        image_uri: str,
        network: config.Network,
        origin: str,
        redis_uri: str,
        peers: Mapping[str, Peer],
        librechat: config.LibreChat,
        function: config.Function | None = None,
        buffered: bool = True,
        file_version_days: int = 30,
        kms_key_arn: str | None = None,
    ) -> None:
        """`origin` is the deployment's own (`https://…`); `peers` are the egress rules by name."""
        super().__init__(scope, id_)
        self._name, self._arn_prefix, self._key = name, f"{region}:{account_id}", kms_key_arn
        function = function or config.Function()
        bucket = f"{name}-files-{account_id}"
        self.files = private_bucket(
            self, "files", name=bucket, cors_origin=origin, noncurrent_days=file_version_days
        )
        environment = {
            **librechat.variables,
            **librechat.handler_variables,
            "DOMAIN_CLIENT": origin,
            "DOMAIN_SERVER": origin,
            "USE_REDIS": "true",
            "REDIS_URI": redis_uri,
            "AWS_BUCKET_NAME": self.files.s3_bucket_id_output,
        }
        config_s3_uri = librechat.config_s3_uri
        if librechat.config_file:
            config_s3_uri, environment["HANDLER_CONFIG_VERSION"] = self._upload(
                librechat.config_file
            )
        if config_s3_uri:
            environment["HANDLER_CONFIG_S3_URI"] = config_s3_uri
        self.security_group = aws.security_group.SecurityGroup(
            self,
            "this:security_group",
            name=name,
            description="LibreChat functions",
            vpc_id=network.vpc_id,
        )
        for peer_name, peer in peers.items():
            self._admit(peer_name, peer)
        modes = list(HANDLERS) if buffered else ["api"]
        self.log_groups = {
            mode: aws.cloudwatch_log_group.CloudwatchLogGroup(
                self, mode, name=f"/aws/lambda/{name}-{mode}"
            )
            for mode in modes
        }
        lambda_itself = policy(
            self, "assume_role", Statement("", ["sts:AssumeRole"], service="lambda.amazonaws.com")
        )
        self.role = aws.iam_role.IamRole(
            self, "this:role", name=name, assume_role_policy=lambda_itself
        )
        allowed = policy(
            self, "role", *self._permissions(librechat.secrets.values(), config_s3_uri)
        )
        permissions = aws.iam_role_policy.IamRolePolicy(
            self, "this:role_policy", name=name, role=self.role.name, policy=allowed
        )
        vpc_config = {
            "subnet_ids": network.private_subnet_ids,
            "security_group_ids": [self.security_group.id],
        }
        self.functions = {
            mode: aws.lambda_function.LambdaFunction(
                self,
                f"{mode}:function",
                function_name=f"{name}-{mode}",
                role=self.role.arn,
                package_type="Image",
                image_uri=image_uri,
                image_config={"command": [HANDLERS[mode]]},
                architectures=[function.architecture],
                memory_size=function.memory_mb,
                timeout=function.timeout_seconds,
                reserved_concurrent_executions=function.reserved_concurrency or None,
                environment={"variables": environment},
                vpc_config=vpc_config,
                logging_config={"log_format": "Text", "log_group": self.log_groups[mode].name},
                depends_on=[
                    permissions
                ],  # Lambda checks at creation that the role may join the VPC
            )
            for mode in modes
        }
        self.api, self.buffered = self.functions["api"], self.functions.get("buffered")

    def _upload(self, config_file: Path) -> tuple[str, str]:
        """librechat.yaml from the disk (FR-026): its URI, and a version whose change restarts the functions."""
        asset = TerraformAsset(self, "config", path=str(config_file.resolve()))
        uploaded = aws.s3_object.S3Object(
            self,
            "config:object",
            bucket=self.files.s3_bucket_id_output,
            key="config/librechat.yaml",
            source=asset.path,
            source_hash=asset.asset_hash,
        )
        return f"s3://{uploaded.bucket}/{uploaded.key}", asset.asset_hash

    def _admit(self, id_: str, peer: Peer) -> None:
        """Egress to a peer, and the matching ingress where it has a security group (FR-041, FR-047)."""
        group, port = (
            self.security_group.id,
            {"ip_protocol": "tcp", "from_port": peer.port, "to_port": peer.port},
        )
        rule: dict[str, Any] = {"security_group_id": group, "description": id_, **port}
        targets: list[dict[str, Any]] = [{"cidr_ipv4": cidr} for cidr in peer.cidr_blocks]
        if peer.security_group_id:
            targets.append({"referenced_security_group_id": peer.security_group_id})
            ingress = {
                **rule,
                "security_group_id": peer.security_group_id,
                "description": self._name,
            }
            aws.vpc_security_group_ingress_rule.VpcSecurityGroupIngressRule(
                self, f"{id_}:ingress", referenced_security_group_id=group, **ingress
            )
        for index, target in enumerate(targets):
            aws.vpc_security_group_egress_rule.VpcSecurityGroupEgressRule(
                self, f"{id_}_{index}:egress" if index else f"{id_}:egress", **rule, **target
            )

    def _permissions(
        self, parameters: Iterable[str], config_s3_uri: str | None
    ) -> Iterable[Statement]:
        files = self.files.s3_bucket_arn_output
        logs = [f"{group.arn}:*" for group in self.log_groups.values()]
        yield Statement("Logs", ["logs:CreateLogStream", "logs:PutLogEvents"], logs)
        secrets = [f"arn:aws:ssm:{self._arn_prefix}:parameter{name}" for name in parameters]
        yield Statement("Secrets", ["ssm:GetParameters"], secrets)
        yield Statement(
            "Files", ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], [f"{files}/*"]
        )
        yield Statement("FilesBucket", ["s3:ListBucket"], [files])
        if config_s3_uri:
            librechat_yaml = [f"arn:aws:s3:::{config_s3_uri.removeprefix('s3://')}"]
            yield Statement("Config", ["s3:GetObject"], librechat_yaml)
            yield Statement(
                "ConfigIsReadOnly", ["s3:PutObject", "s3:DeleteObject"], librechat_yaml, "Deny"
            )
        if self._key:
            yield Statement("Key", ["kms:Decrypt", "kms:GenerateDataKey"], [self._key])
        # X-Ray knows no resources here (service authorization reference).
        yield Statement("Traces", ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], ["*"])
        # As AWS has it (developer guide, "Giving Lambda functions access to resources in an Amazon VPC"): describing
        # cannot be narrowed, the rest names all of the account's resources, since the interfaces are yet to be.
        yield Statement(
            "DescribeVpc", ["ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets"], ["*"]
        )
        yield Statement(
            "JoinVpc", INTERFACE_ACTIONS + ADDRESS_ACTIONS, [f"arn:aws:ec2:{self._arn_prefix}:*/*"]
        )
        # Lambda itself needs those two, the code that runs in the functions does not.
        functions = [
            f"arn:aws:lambda:{self._arn_prefix}:function:{self._name}-{mode}"
            for mode in self.log_groups
        ]
        condition = ("ArnEquals", "lambda:SourceFunctionArn", functions)
        yield Statement("NotFromTheFunction", ["ec2:*"], ["*"], "Deny", condition=condition)
