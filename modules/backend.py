"""The backend: the Lambda function that runs LibreChat, its role, security group, log group and the
bucket of user files.

Defaults: private subnets of the existing VPC (FR-020); 2,048 MB and 900 s (FR-049); a role that may
read the named parameters and the one config object, use the files bucket, write its logs and join
the VPC, nothing else (FR-029, FR-033); egress to what is named (FR-047); secrets by the names of
their parameters (FR-024); a bucket of user files that answers the own origin alone (FR-030,
FR-031), from which what was deleted can be restored for a month. The logs' retention, traces and
the KMS key come from the stack (baseline.py).
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

import cdktf_cdktf_provider_aws as aws
from cdktf import TerraformAsset
from constructs import Construct

import config
from modules.bucket import private_bucket
from modules.egress import Egress, Peer
from modules.policy import Statement, allow, deny
from modules.role import Role, join_vpc
from modules.synth.hcl import document

CONFIG_KEY = "config/librechat.yaml"


class Backend(Construct):
    """Creates `aws_lambda_function.<id>_api`, which streams or buffers as the route has it
    (FR-045), and what it needs."""

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
        function: config.Function,
        buffered_routes: Mapping[str, int],
        file_version_days: int,
        kms_key_arn: str | None,
    ) -> None:
        """`origin` is the deployment's own (`https://…`); `peers` are the ways out, by name;
        `buffered_routes` are API Gateway's resources that take a whole answer, with the seconds
        that API Gateway waits for it."""
        super().__init__(scope, id_)
        self._account = f"{region}:{account_id}"
        self.function_name = f"{name}-api"
        self.function_arn = f"arn:aws:lambda:{self._account}:function:{self.function_name}"
        self.log_group_name = f"/aws/lambda/{self.function_name}"
        bucket = self._bucket_name = f"{name}-files-{account_id}"
        self._subnet_ids = network.private_subnet_ids
        self.files = private_bucket(
            self, "files", name=bucket, cors_origin=origin, noncurrent_days=file_version_days
        )
        variables = librechat.variables | librechat.handler_variables
        variables["HANDLER_BUFFERED_ROUTES"] = document(buffered_routes)
        variables |= {"DOMAIN_CLIENT": origin, "DOMAIN_SERVER": origin}
        variables |= {"USE_REDIS": "true", "REDIS_URI": redis_uri}
        variables["AWS_BUCKET_NAME"] = self.files.s3_bucket_id_output
        if librechat.config_file:
            variables |= self._upload(librechat.config_file)
        elif librechat.config_s3_uri:
            variables["HANDLER_CONFIG_S3_URI"] = librechat.config_s3_uri
        self.egress = Egress(self, "this:egress", name=name, vpc_id=network.vpc_id, peers=peers)
        groups = [self.egress.security_group.id]
        self.log_group = aws.cloudwatch_log_group.CloudwatchLogGroup(
            self, "api", name=self.log_group_name
        )
        self.role = Role(
            self, "this:role", name=name, statements=self._statements(librechat, kms_key_arn)
        )
        self.function = aws.lambda_function.LambdaFunction(
            self,
            "api:function",
            function_name=self.function_name,
            role=self.role.role.arn,
            package_type="Image",
            image_uri=image_uri,
            image_config={"command": ["handler.handler"]},
            architectures=[function.architecture],
            memory_size=function.memory_mb,
            timeout=function.timeout_seconds,
            reserved_concurrent_executions=function.reserved_concurrency or None,
            environment={"variables": variables},
            vpc_config={"subnet_ids": network.private_subnet_ids, "security_group_ids": groups},
            logging_config={"log_format": "Text", "log_group": self.log_group.name},
            # Lambda checks at creation that the role may join the VPC.
            depends_on=[self.role.policy],
        )
        self.independent = [self.files, self.log_group, self.role.role, *self.egress.independent]

    def _upload(self, config_file: Path) -> dict[str, str]:
        """Uploads librechat.yaml from the disk (FR-026); returns the handler's variables."""
        asset = TerraformAsset(self, "config", path=str(config_file.resolve()))
        uploaded = aws.s3_object.S3Object(
            self,
            "config:object",
            bucket=self.files.s3_bucket_id_output,
            key=CONFIG_KEY,
            source=asset.path,
            source_hash=asset.asset_hash,
        )
        return {
            "HANDLER_CONFIG_S3_URI": f"s3://{uploaded.bucket}/{uploaded.key}",
            "HANDLER_CONFIG_VERSION": asset.asset_hash,  # a changed one restarts the function
        }

    def _statements(
        self, librechat: config.LibreChat, kms_key_arn: str | None
    ) -> Iterator[Statement]:
        """What LibreChat and its handler may do, and nothing else (FR-029, FR-033).

        Every resource is named by text: the document is known in the plan, whatever else changes.
        """
        logs = f"arn:aws:logs:{self._account}:log-group:{self.log_group_name}:*"
        yield allow("logs:CreateLogStream", "logs:PutLogEvents", on=[logs], sid="Logs")
        parameters = f"arn:aws:ssm:{self._account}:parameter"
        secrets = [f"{parameters}{parameter}" for parameter in librechat.secrets.values()]
        yield allow("ssm:GetParameters", on=secrets, sid="Secrets")
        files = f"arn:aws:s3:::{self._bucket_name}"
        objects = [f"{files}/*"]
        yield allow("s3:GetObject", "s3:PutObject", "s3:DeleteObject", on=objects, sid="Files")
        yield allow("s3:ListBucket", on=[files], sid="FilesBucket")
        # X-Ray knows no resources here (AWS's service authorization reference).
        yield allow("xray:PutTraceSegments", "xray:PutTelemetryRecords", on=["*"], sid="Traces")
        yield from join_vpc(self._account, self.function_arn, self._subnet_ids)
        uploaded = f"s3://{self._bucket_name}/{CONFIG_KEY}" if librechat.config_file else None
        if uri := uploaded or librechat.config_s3_uri:
            config_file = [uri.replace("s3://", "arn:aws:s3:::")]
            yield allow("s3:GetObject", on=config_file, sid="Config")
            yield deny("s3:PutObject", "s3:DeleteObject", on=config_file, sid="ConfigIsReadOnly")
        if kms_key_arn:
            yield allow("kms:Decrypt", "kms:GenerateDataKey", on=[kms_key_arn], sid="Key")
