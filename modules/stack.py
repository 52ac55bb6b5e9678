"""The stack: one environment, whole (FR-016). Only wiring; what is made is said in the constructs."""

from typing import Any

from cdktf import (
    Fn,
    LocalBackend,
    S3Backend,
    TerraformAsset,
    TerraformModule,
    TerraformOutput,
    TerraformResource,
)
from cdktf_cdktf_provider_aws.provider import AwsProvider, AwsProviderDefaultTags
from constructs import Construct

from config import Environment
from modules.access_logs import AccessLogs
from modules.api import Api
from modules.backend import Backend, Peer
from modules.baseline import Baseline
from modules.ecr import Ecr
from modules.frontend import Frontend
from modules.monitoring import US_EAST_1, Monitoring
from modules.publish import Image, step
from modules.redis import PORT, Redis
from modules.synth.addresses import ReadableStack
from modules.warm import Warm

AWS_PROVIDER = ">= 6.28.0, < 7.0.0"
"""The first release that lets a streamed integration take 15 minutes; the bindings themselves pin 6.25.0, which does not."""


class LibreChatStack(ReadableStack):
    """LibreChat on AWS for one environment: `librechat-<environment>`."""

    def __init__(self, scope: Construct, env: Environment) -> None:
        name = f"librechat-{env.name}"
        super().__init__(scope, name)
        self._terraform(env, name)

        self.ecr = Ecr(self, "ecr", name=f"{name}-api")
        self.redis = Redis(
            self, "redis", name=f"{name}-redis", network=env.network, settings=env.redis
        )
        self.api = Api(self, "api", name=name, region=env.region, settings=env.api)
        routes = env.api.effective_routes
        self.frontend = Frontend(
            self,
            "frontend",
            name=name,
            region=env.region,
            account_id=env.account_id,
            api_domain_name=self.api.domain_name,
            api_origin_path=self.api.origin_path,
            api_key=self.api.key.value,
            api_paths=env.api.path_patterns,
            domain=env.domain,
            settings=env.frontend,
        )
        self.image = Image(
            self,
            "image",
            region=env.region,
            repository=self.ecr.repository,
            librechat_image=env.librechat.image,
            architecture=env.function.architecture,
        )
        self.backend = Backend(
            self,
            "backend:functions",  # "backend" is the id that CDKTF gives Terraform's backend
            name=name,
            region=env.region,
            account_id=env.account_id,
            image_uri=self.image.uri,
            network=env.network,
            origin=self.frontend.origin,
            redis_uri=self.redis.uri,
            peers={
                "https": Peer(port=443, cidr_blocks=["0.0.0.0/0"]),
                "redis": Peer(port=PORT, security_group_id=self.redis.security_group_id),
                "database": Peer(**env.database.model_dump(exclude_none=True)),
                **{
                    f"service_{id_}": Peer(**peer.model_dump(exclude_none=True))
                    for id_, peer in env.services.items()
                },
            },
            librechat=env.librechat,
            function=env.function,
            buffered=any(route.mode == "buffered" for route in routes),
            file_version_days=env.files.noncurrent_version_days,
            kms_key_arn=env.kms_key_arn,
        )
        self.warm = Warm(
            self,
            "warm",
            name=name,
            functions=self.backend.functions,
            provisioned_concurrency=env.function.provisioned_concurrency,
            every_minutes=env.function.warm_every_minutes,
        )
        targets, self.roots = self.warm.targets, [self.frontend.headers, *self.warm.roots]
        self.api.deploy(
            routes=routes,
            stream=targets["api"],
            buffered=targets.get("buffered"),
            origin=self.frontend.origin,
        )
        if env.api.access_logs:
            logs = AccessLogs(
                self, "api_logs", name=name, stage=self.api.stage, account_role=env.api.account_role
            )
            self.roots += logs.roots
        self.monitoring = Monitoring(
            self,
            "monitoring",
            name=name,
            region=env.region,
            account_id=env.account_id,
            functions={mode: f"{name}-{mode}" for mode in self.backend.functions},
            log_groups={mode: group.name for mode, group in self.backend.log_groups.items()},
            timeout_seconds=env.function.timeout_seconds,
            stage_name=env.api.stage_name,
            distribution_id=self.frontend.distribution.cloudfront_distribution_id_output,
            # As ElastiCache names the members of a replication group.
            redis_nodes=[f"{name}-redis-{number:03}" for number in range(1, env.redis.nodes + 1)],
            us_east_1=self.us_east_1,
            settings=env.alarms,
        )
        self.roots += self.monitoring.roots
        Baseline.of(
            self,
            log_retention_days=env.log_retention_days,
            kms_key_arn=env.kms_key_arn,
            deletion_protection=env.deletion_protection,
        )
        self._publish_client(env)
        self._check_first(env)
        self._outputs()

    def _publish_client(self, env: Environment) -> None:
        """The client of this LibreChat, after the functions that serve it (FR-001, FR-043)."""
        if env.frontend.directory:
            build = TerraformAsset(self, "client", path=str(env.frontend.directory.resolve()))
            client, where = build.asset_hash, {"DIRECTORY": build.path}
        else:
            client, where = env.librechat.image, {"IMAGE": self.image.uri}
        bucket, days = self.frontend.bucket.s3_bucket_id_output, str(env.frontend.keep_stale_days)
        step(
            self,
            "client:step",
            script="frontend",
            environment={"REGION": env.region, "BUCKET": bucket, "KEEP_STALE_DAYS": days, **where},
            triggers={"client": client, "bucket": bucket, "keep_stale_days": days},
            depends_on=list(self.backend.functions.values()),
        )

    def _check_first(self, env: Environment) -> None:
        """Nothing is created before what the deploy needs was found: everything else depends on what depends on this."""
        concurrency = {
            "RESERVED_CONCURRENCY": str(env.function.reserved_concurrency),
            "PROVISIONED_CONCURRENCY": str(env.function.provisioned_concurrency),
        }
        check = step(
            self,
            "preflight",
            script="preflight",
            environment={
                "REGION": env.region,
                "ENVIRONMENT": env.name,
                # Not as text: what begins with "{" CDKTF writes as an object in HCL.
                "SECRET_PARAMETERS": Fn.jsonencode(env.librechat.secrets),
                "FUNCTION_NAME": f"{self.node.id}-api",
                **concurrency,
            },
            triggers={**env.librechat.secrets, **concurrency},
        )
        roots: list[TerraformResource | TerraformModule] = [
            self.ecr.repository,
            self.redis.module,
            self.api.rest_api,
        ]
        roots += [
            self.api.key,
            self.frontend.spa_function,
            self.backend.security_group,
            self.backend.role,
        ]
        roots += [self.backend.files, *self.backend.log_groups.values(), *self.roots]
        # Inside a module, what needs no other input begins at once: the bucket itself, the access control.
        roots += [self.frontend.bucket, self.frontend.distribution]
        for root in roots:
            # By an override: CDKTF 0.21 garbles a module's own `depends_on` in HCL.
            root.add_override("depends_on", [f"terraform_data.{check.friendly_unique_id}"])

    def _terraform(self, env: Environment, name: str) -> None:
        """Provider and state."""
        tags = AwsProviderDefaultTags(
            tags={"Project": "librechat", "Environment": env.name, **env.tags}
        )
        account: dict[str, Any] = {"allowed_account_ids": [env.account_id], "default_tags": [tags]}
        AwsProvider(self, "aws", region=env.region, **account)
        self.us_east_1 = None
        if env.region != US_EAST_1:
            self.us_east_1 = AwsProvider(
                self, "aws_us_east_1", alias="us_east_1", region=US_EAST_1, **account
            )
        self.add_override("terraform.required_providers.aws.version", AWS_PROVIDER)
        if env.state is None:
            # Outside cdktf.out, which a synth may clear, and relative, so that the output is the same on every machine.
            LocalBackend(self, path=f"../../../terraform.{name}.tfstate")
            return
        S3Backend(
            self,
            bucket=env.state.bucket,
            key=env.state.key or f"librechat/{env.name}.tfstate",
            region=env.state.region or env.region,
            encrypt=True,
            dynamodb_table=env.state.dynamodb_table,
        )
        if env.state.dynamodb_table is None:
            self.add_override(
                "terraform.backend.s3.use_lockfile", True
            )  # newer than the bindings: Terraform 1.10

    def _outputs(self) -> None:
        functions = self.backend.functions.values()
        outputs = {
            "url": ("Where LibreChat answers", self.frontend.origin),
            "distribution_id": (
                "The CloudFront distribution",
                self.frontend.distribution.cloudfront_distribution_id_output,
            ),
            "api_id": ("The REST API", self.api.rest_api.id),
            "function_names": (
                "The Lambda functions",
                [function.function_name for function in functions],
            ),
            "repository_url": (
                "The ECR repository of the Lambda image",
                self.ecr.repository.repository_url,
            ),
            "frontend_bucket": ("The client's bucket", self.frontend.bucket.s3_bucket_id_output),
            "files_bucket": ("The bucket of user files", self.backend.files.s3_bucket_id_output),
            "redis_endpoint": (
                "Redis, primary endpoint",
                self.redis.module.replication_group_primary_endpoint_address_output,
            ),
        }
        for id_, (description, value) in outputs.items():
            TerraformOutput(self, id_, description=description, value=value)
