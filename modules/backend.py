"""The backend: one or two Lambda functions of one image, their role, security group, log groups and the bucket of user files.

Defaults: private subnets of the existing VPC (FR-020); 2,048 MB and 900 s (FR-049); a role that may read the named parameters and the
one config object, use the files bucket, write its logs and join the VPC, nothing else (FR-029, FR-033); egress to what is named
(FR-047), every rule a resource of its own (FR-019); secrets by the names of their parameters (FR-024).
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cdktf import TerraformAsset
from cdktf_cdktf_provider_aws.cloudwatch_log_group import CloudwatchLogGroup
from cdktf_cdktf_provider_aws.data_aws_iam_policy_document import (
    DataAwsIamPolicyDocument,
    DataAwsIamPolicyDocumentStatement,
    DataAwsIamPolicyDocumentStatementCondition,
    DataAwsIamPolicyDocumentStatementPrincipals,
)
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy import IamRolePolicy
from cdktf_cdktf_provider_aws.lambda_function import (
    LambdaFunction,
    LambdaFunctionEnvironment,
    LambdaFunctionImageConfig,
    LambdaFunctionLoggingConfig,
    LambdaFunctionVpcConfig,
)
from cdktf_cdktf_provider_aws.s3_object import S3Object
from cdktf_cdktf_provider_aws.security_group import SecurityGroup
from cdktf_cdktf_provider_aws.vpc_security_group_egress_rule import VpcSecurityGroupEgressRule
from cdktf_cdktf_provider_aws.vpc_security_group_ingress_rule import VpcSecurityGroupIngressRule
from constructs import Construct

from modules.bucket import private_bucket

JOIN_VPC = (
    *("CreateNetworkInterface", "DeleteNetworkInterface"),
    *("AssignPrivateIpAddresses", "UnassignPrivateIpAddresses"),
)


@dataclass(frozen=True, kw_only=True)
class Peer:
    """What the functions may reach: a TCP port, behind a security group or at IPv4 networks."""

    port: int
    security_group_id: str | None = None
    cidr_blocks: Sequence[str] = ()


class Backend(Construct):
    """Creates the functions; `api` streams, `buffered` answers whole (None unless asked for), both from `image_uri`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        name: str,
        region: str,
        account_id: str,
        image_uri: str,
        vpc_id: str,
        subnet_ids: Sequence[str],
        origin: str,
        redis_uri: str,
        peers: Mapping[str, Peer],
        secrets: Mapping[str, str],
        variables: Mapping[str, str] | None = None,
        config_s3_uri: str | None = None,
        config_file: Path | None = None,
        buffered: bool = True,
        memory_mb: int = 2048,
        timeout_seconds: int = 900,
        architecture: str = "arm64",
        log_retention_days: int = 30,
        force_destroy: bool = True,
    ) -> None:
        """`origin` is the deployment's own (`https://…`); `peers` are the egress rules by name; `secrets` maps LibreChat's variables
        to parameter names; `variables` are all others, and win over none of those that are derived here."""
        super().__init__(scope, id_)
        self._name, self._region, self._account_id = name, region, account_id
        self.files = private_bucket(
            self, "files", name=f"{name}-files-{account_id}", force_destroy=force_destroy, cors_origin=origin
        )
        self.security_group = SecurityGroup(
            self, "this:security_group", name=name, description="LibreChat functions", vpc_id=vpc_id
        )
        self._rules(peers)
        if config_file:
            config_s3_uri, version = self._upload(config_file)
            variables = {**(variables or {}), "CONFIG_VERSION": version}
        handlers = (
            {"api": "handler.handler", "buffered": "handler.buffered"}
            if buffered
            else {"api": "handler.handler"}
        )
        self.log_groups = {
            id_: CloudwatchLogGroup(
                self, id_, name=f"/aws/lambda/{name}-{id_}", retention_in_days=log_retention_days
            )
            for id_ in handlers
        }
        self.role = IamRole(
            self,
            "this:role",
            name=name,
            description="LibreChat functions",
            assume_role_policy=DataAwsIamPolicyDocument(
                self,
                "assume_role",
                statement=[
                    DataAwsIamPolicyDocumentStatement(
                        actions=["sts:AssumeRole"],
                        principals=[
                            DataAwsIamPolicyDocumentStatementPrincipals(
                                type="Service", identifiers=["lambda.amazonaws.com"]
                            )
                        ],
                    )
                ],
            ).json,
        )
        policy = IamRolePolicy(
            self,
            "this:role_policy",
            name=name,
            role=self.role.name,
            policy=DataAwsIamPolicyDocument(
                self, "role", statement=self._permissions(tuple(handlers), secrets.values(), config_s3_uri)
            ).json,
        )
        environment = {
            **(variables or {}),
            "DOMAIN_CLIENT": origin,
            "DOMAIN_SERVER": origin,
            "USE_REDIS": "true",
            "REDIS_URI": redis_uri,
            "AWS_BUCKET_NAME": self.files.s3_bucket_id_output,
            "SECRET_PARAMETERS": json.dumps(dict(secrets), separators=(",", ":"), sort_keys=True),
            **({"CONFIG_S3_URI": config_s3_uri} if config_s3_uri else {}),
        }
        self.functions = {
            id_: LambdaFunction(
                self,
                f"{id_}:function",
                function_name=f"{name}-{id_}",
                description=f"LibreChat, {'streamed' if id_ == 'api' else 'buffered'} routes",
                role=self.role.arn,
                package_type="Image",
                image_uri=image_uri,
                image_config=LambdaFunctionImageConfig(command=[handler]),
                architectures=[architecture],
                memory_size=memory_mb,
                timeout=timeout_seconds,
                environment=LambdaFunctionEnvironment(variables=environment),
                vpc_config=LambdaFunctionVpcConfig(
                    subnet_ids=list(subnet_ids), security_group_ids=[self.security_group.id]
                ),
                logging_config=LambdaFunctionLoggingConfig(
                    log_format="Text", log_group=self.log_groups[id_].name
                ),
                # Lambda checks at creation that the role may join the VPC.
                depends_on=[policy],
            )
            for id_, handler in handlers.items()
        }
        self.api = self.functions["api"]
        self.buffered = self.functions.get("buffered")

    def _upload(self, config_file: Path) -> tuple[str, str]:
        """librechat.yaml from the disk (FR-026): its URI, and a version whose change restarts the functions."""
        asset = TerraformAsset(self, "config", path=str(config_file.resolve()))
        config = S3Object(
            self,
            "config:object",
            bucket=self.files.s3_bucket_id_output,
            key="config/librechat.yaml",
            source=asset.path,
            source_hash=asset.asset_hash,
            content_type="application/yaml",
        )
        return f"s3://{config.bucket}/{config.key}", asset.asset_hash

    def _rules(self, peers: Mapping[str, Peer]) -> None:
        """Egress to each peer, and the matching ingress where it has a security group (FR-041, FR-047)."""
        for id_, peer in peers.items():
            port: dict[str, Any] = {"ip_protocol": "tcp", "from_port": peer.port, "to_port": peer.port}
            if peer.security_group_id:
                VpcSecurityGroupEgressRule(
                    self,
                    f"{id_}:egress",
                    security_group_id=self.security_group.id,
                    referenced_security_group_id=peer.security_group_id,
                    description=id_,
                    **port,
                )
                VpcSecurityGroupIngressRule(
                    self,
                    f"{id_}:ingress",
                    security_group_id=peer.security_group_id,
                    referenced_security_group_id=self.security_group.id,
                    description=self._name,
                    **port,
                )
            for index, cidr in enumerate(peer.cidr_blocks):
                VpcSecurityGroupEgressRule(
                    self,
                    f"{id_}_{index}:egress" if index else f"{id_}:egress",
                    security_group_id=self.security_group.id,
                    cidr_ipv4=cidr,
                    description=id_,
                    **port,
                )

    def _permissions(
        self, functions: Sequence[str], parameters: Iterable[str], config_s3_uri: str | None
    ) -> list[DataAwsIamPolicyDocumentStatement]:
        def arn(service: str, resource: str) -> str:
            return f"arn:aws:{service}:{self._region}:{self._account_id}:{resource}"

        files = self.files.s3_bucket_arn_output
        statements = {
            "Logs": (
                ["logs:CreateLogStream", "logs:PutLogEvents"],
                [f"{group.arn}:*" for group in self.log_groups.values()],
            ),
            "Secrets": (["ssm:GetParameters"], [arn("ssm", f"parameter{name}") for name in parameters]),
            "Files": (["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], [f"{files}/*"]),
            "FilesBucket": (["s3:ListBucket"], [files]),
            # As AWS has it (developer guide, "Giving Lambda functions access to resources in an Amazon VPC"): describing
            # cannot be narrowed, the rest names all of the account's resources, since the interfaces are yet to be.
            "JoinVpc": ([f"ec2:{verb}" for verb in JOIN_VPC], [arn("ec2", "*/*")]),
            "DescribeVpc": (["ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets"], ["*"]),
        }
        # Lambda itself needs the leave to join the VPC, the code that runs in the function does not.
        the_function = DataAwsIamPolicyDocumentStatementCondition(
            test="ArnEquals",
            variable="lambda:SourceFunctionArn",
            values=[arn("lambda", f"function:{self._name}-{function}") for function in functions],
        )
        denials = [("NotFromTheFunction", ["ec2:*"], ["*"], [the_function])]
        if config_s3_uri:
            config = [f"arn:aws:s3:::{config_s3_uri.removeprefix('s3://')}"]
            statements["Config"] = (["s3:GetObject"], config)
            denials.append(("ConfigIsReadOnly", ["s3:PutObject", "s3:DeleteObject"], config, []))
        return [
            *(
                DataAwsIamPolicyDocumentStatement(sid=sid, actions=actions, resources=resources)
                for sid, (actions, resources) in statements.items()
            ),
            *(
                DataAwsIamPolicyDocumentStatement(
                    sid=sid, effect="Deny", actions=actions, resources=resources, condition=condition
                )
                for sid, actions, resources, condition in denials
            ),
        ]
