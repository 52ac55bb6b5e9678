"""The stack: one environment, whole (FR-016). Wiring, and nothing else: what is made is said in the
constructs."""

from cdktf import TerraformOutput
from constructs import Construct

import config
from modules.access_logs import AccessLogs
from modules.api import Api
from modules.backend import Backend
from modules.baseline import apply_baseline
from modules.checks import Checks
from modules.client import Client
from modules.ecr import Ecr
from modules.egress import Peer
from modules.frontend import Frontend
from modules.image import Image
from modules.keep_warm import KeepWarm
from modules.monitoring import Monitoring
from modules.redis import PORT, Redis
from modules.synth.addresses import ReadableStack
from modules.synth.literal import literal
from modules.terraform import create_providers, keep_state
from modules.web_acl import WebAcl


class LibreChatStack(ReadableStack):
    """LibreChat on AWS for one environment: `librechat-<environment>`."""

    def __init__(self, scope: Construct, env: config.Environment) -> None:
        env = literal(env)
        name = f"librechat-{env.name}"
        super().__init__(scope, name)
        self._env = env
        us_east_1 = create_providers(self, env)
        keep_state(self, env)

        self.ecr = Ecr(self, "ecr", name=f"{name}-api")
        self.redis = Redis(
            self, "redis", name=f"{name}-redis", network=env.network, settings=env.redis
        )
        self.api = Api(self, "api", name=name, region=env.region, settings=env.api)
        web_acl_arn = env.frontend.web_acl_arn
        if env.frontend.rate_limit:
            web_acl = WebAcl(
                self, "web_acl", name=name, rate_limit=env.frontend.rate_limit, us_east_1=us_east_1
            )
            web_acl_arn = web_acl.arn
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
            web_acl_arn=web_acl_arn,
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
        peers = {
            "https": Peer(port=443, cidr_blocks=["0.0.0.0/0"]),
            "redis": Peer(port=PORT, security_group_id=self.redis.security_group_id),
            "database": peer_of(env.database),
        }
        peers |= {f"service_{id_}": peer_of(service) for id_, service in env.services.items()}
        self.backend = Backend(
            self,
            "backend:function",  # "backend" is the id that CDKTF gives Terraform's backend
            name=name,
            region=env.region,
            account_id=env.account_id,
            image_uri=self.image.uri,
            network=env.network,
            origin=self.frontend.origin,
            redis_uri=self.redis.uri,
            peers=peers,
            librechat=env.librechat,
            function=env.function,
            buffered_routes=env.api.buffered_routes,
            file_version_days=env.files.noncurrent_version_days,
            kms_key_arn=env.kms_key_arn,
        )
        self.keep_warm = KeepWarm(
            self,
            "warm",
            name=name,
            function=self.backend.function,
            function_arn=self.backend.function_arn,
            provisioned_concurrency=env.function.provisioned_concurrency,
            every_minutes=env.function.warm_every_minutes,
        )
        self.api.deploy(
            routes=env.api.effective_routes,
            alias=self.keep_warm.alias,
            alias_arn=self.keep_warm.alias_arn,
            origin=self.frontend.origin,
        )
        if env.api.access_logs:
            AccessLogs(
                self, "api_logs", name=name, stage=self.api.stage, account_role=env.api.account_role
            )
        self.monitoring = Monitoring(
            self,
            "monitoring",
            name=name,
            region=env.region,
            account_id=env.account_id,
            function_name=self.backend.function_name,
            log_group_name=self.backend.log_group.name,
            timeout_seconds=env.function.timeout_seconds,
            stage_name=env.api.stage_name,
            distribution_id=self.frontend.distribution.cloudfront_distribution_id_output,
            redis_node_ids=self.redis.node_ids,
            us_east_1=us_east_1,
            settings=env.alarms,
        )
        self.client = Client(
            self,
            "client",
            region=env.region,
            bucket=self.frontend.bucket.s3_bucket_id_output,
            keep_stale_days=env.frontend.keep_stale_days,
            librechat_image=env.librechat.image,
            image_uri=self.image.uri,
            directory=env.frontend.directory,
            after=self.backend.function,
        )
        self.checks = Checks(
            self,
            "preflight",
            region=env.region,
            environment=env.name,
            secrets=env.librechat.secrets,
            function_name=self.backend.function_name,
            function=env.function,
        )
        self._outputs()

    def before_synth(self) -> None:
        """What holds for all that is in the stack by now, whoever added it."""
        self.checks.precede(self.node.children)
        apply_baseline(
            self,
            log_retention_days=self._env.log_retention_days,
            kms_key_arn=self._env.kms_key_arn,
            deletion_protection=self._env.deletion_protection,
        )

    def _outputs(self) -> None:
        distribution_id = self.frontend.distribution.cloudfront_distribution_id_output
        redis_endpoint = self.redis.module.replication_group_primary_endpoint_address_output
        for id_, description, value in (
            ("url", "Where LibreChat answers", self.frontend.origin),
            ("distribution_id", "The CloudFront distribution", distribution_id),
            ("api_id", "The REST API", self.api.rest_api.id),
            ("function_name", "The Lambda function", self.backend.function.function_name),
            (
                "repository_url",
                "The ECR repository of the Lambda image",
                self.ecr.repository.repository_url,
            ),
            ("frontend_bucket", "The client's bucket", self.frontend.bucket.s3_bucket_id_output),
            ("files_bucket", "The bucket of user files", self.backend.files.s3_bucket_id_output),
            ("redis_endpoint", "Redis, primary endpoint", redis_endpoint),
        ):
            TerraformOutput(self, id_, description=description, value=value)


def peer_of(peer: config.Peer) -> Peer:
    """A peer of the environment file, as the security group takes it."""
    return Peer(
        port=peer.port, security_group_id=peer.security_group_id, cidr_blocks=peer.cidr_blocks
    )
