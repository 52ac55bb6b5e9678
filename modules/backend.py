"""The backend: the Lambda function that runs LibreChat, its role, security group, log group and the
bucket of user files.

Defaults: private subnets of the existing VPC (FR-020); 2,048 MB and 900 s (FR-049); a role that may
read the named parameters and the one config object, use the files bucket, write its logs and join
the VPC, nothing else (FR-029, FR-033); egress to what is named (FR-047); secrets by the names of
their parameters (FR-024); user files that were deleted can be restored for a month. The logs'
retention, traces and the KMS key come from the stack (baseline.py).
"""

from collections.abc import Mapping
from pathlib import Path

from cdktf import TerraformAsset
from cdktf_cdktf_provider_aws.cloudwatch_log_group import CloudwatchLogGroup
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction
from cdktf_cdktf_provider_aws.s3_object import S3Object
from constructs import Construct

import config
from modules.bucket import private_bucket
from modules.egress import Egress, Peer
from modules.role import Role
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
        account = f"{region}:{account_id}"
        bucket_name = f"{name}-files-{account_id}"
        self.function_name = f"{name}-api"
        self.function_arn = f"arn:aws:lambda:{account}:function:{self.function_name}"
        self.log_group_name = f"/aws/lambda/{self.function_name}"

        self.files = private_bucket(
            self, "files", name=bucket_name, cors_origin=origin, noncurrent_days=file_version_days
        )
        environment = {
            **librechat.variables,
            **librechat.handler_variables,
            "HANDLER_BUFFERED_ROUTES": document(buffered_routes),
            "DOMAIN_CLIENT": origin,
            "DOMAIN_SERVER": origin,
            "USE_REDIS": "true",
            "REDIS_URI": redis_uri,
            "AWS_BUCKET_NAME": self.files.s3_bucket_id_output,
        }
        config_object = (librechat.config_s3_uri or "").removeprefix("s3://")
        if librechat.config_file:
            config_object = f"{bucket_name}/{CONFIG_KEY}"
            environment |= self._upload(librechat.config_file)
        elif config_object:
            environment["HANDLER_CONFIG_S3_URI"] = f"s3://{config_object}"

        self.egress = Egress(self, "this:egress", name=name, vpc_id=network.vpc_id, peers=peers)
        self.log_group = CloudwatchLogGroup(self, "api", name=self.log_group_name)
        self.role = Role(
            self,
            "this:role",
            name=name,
            account=account,
            function_arn=self.function_arn,
            log_group_name=self.log_group_name,
            files_bucket=bucket_name,
            parameters=librechat.secrets.values(),
            config_object=config_object,
            kms_key_arn=kms_key_arn,
        )
        self.function = LambdaFunction(
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
            environment={"variables": environment},
            vpc_config={
                "subnet_ids": network.private_subnet_ids,
                "security_group_ids": [self.egress.security_group.id],
            },
            logging_config={"log_format": "Text", "log_group": self.log_group.name},
            # Lambda checks at creation that the role may join the VPC.
            depends_on=[self.role.policy],
        )
        self.independent = [self.files, self.log_group, self.role.role, *self.egress.independent]

    def _upload(self, config_file: Path) -> dict[str, str]:
        """Uploads librechat.yaml from the disk (FR-026); returns the handler's variables."""
        asset = TerraformAsset(self, "config", path=str(config_file.resolve()))
        uploaded = S3Object(
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
