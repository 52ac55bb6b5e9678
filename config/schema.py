"""The page of keys: the typed model of an environment file, `environments/<environment>.toml`
(FR-048).

The text under each field is its documentation. `config.load` reads a file into an `Environment`.
"""

import json
import re
from typing import Annotated, Literal, Self

from pydantic import Field, ValidationInfo, field_validator, model_validator

from config.routes import DEFAULT_ROUTES, DEFAULT_SECONDS, Route, reject_overlaps
from config.secrets import is_secret
from config.types import (
    BucketName,
    Cidr,
    HostName,
    LocalPath,
    Model,
    ParameterName,
    Port,
    Region,
    SecurityGroupId,
    SubnetId,
    VariableName,
    VpcId,
    matching,
)

REQUIRED_SECRETS = ("CREDS_KEY", "CREDS_IV", "JWT_SECRET", "JWT_REFRESH_SECRET", "MONGO_URI")
"""Without these LibreChat does not start, or starts with values that are published."""

STACK_VARIABLES = frozenset(
    ["DOMAIN_CLIENT", "DOMAIN_SERVER", "USE_REDIS", "REDIS_URI", "AWS_BUCKET_NAME", "CONFIG_PATH"]
)
"""Variables of LibreChat that the stack derives from what it creates."""

HANDLER_PREFIX = "HANDLER_"
"""Variables of the handler (lambda_image/README.md), each from a key of its own; LibreChat's
process gets none of them."""

LAMBDA_VARIABLES = re.compile(
    r"AWS_(REGION|DEFAULT_REGION|EXECUTION_ENV|LAMBDA_.*|ACCESS_KEY(_ID)?|SECRET_ACCESS_KEY"
    r"|SESSION_TOKEN)|_HANDLER|_X_AMZN_TRACE_ID|LAMBDA_(TASK_ROOT|RUNTIME_DIR)"
)
"""Reserved by Lambda: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html"""

VARIABLES_LIMIT = 4096
"""Bytes of a function's environment, which Lambda measures as JSON text:
https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html"""


class Network(Model):
    """The VPC that is there already (FR-020)."""

    vpc_id: VpcId
    """The VPC, for example `"vpc-0a1b2c3d4e5f60718"`. It may be one that is shared with the
    account (AWS RAM)."""
    private_subnet_ids: Annotated[list[SubnetId], Field(min_length=1)]
    """Its private subnets, with a route to the internet by NAT; two or more in different zones for
    production."""

    @field_validator("private_subnet_ids")
    @classmethod
    def each_subnet_once(cls, subnet_ids: list[str]) -> list[str]:
        for subnet_id in subnet_ids:
            if subnet_ids.count(subnet_id) > 1:
                raise ValueError(f"{subnet_id} is named twice; allowed is each subnet once")
        return subnet_ids


class Peer(Model):
    """Something in the network that the function may reach: by its security group or by address."""

    port: Port
    """TCP port, 1 to 65535."""
    security_group_id: SecurityGroupId | None = None
    """Its security group. The stack adds the ingress rule that admits the function (FR-047)."""
    cidr_blocks: Annotated[list[Cidr], Field(min_length=1)] | None = None
    """Its IPv4 networks, where it has no security group in this account, for example
    `["10.0.32.0/20"]`."""

    @model_validator(mode="after")
    def one_way_to_reach_it(self) -> Self:
        if (self.security_group_id is None) == (self.cidr_blocks is None):
            raise ValueError("needs either security_group_id or cidr_blocks")
        return self


class Database(Peer):
    """The MongoDB-compatible database; `MONGO_URI`, a secret, says where it is."""

    port: Port = 27017
    """TCP port. Default 27017."""


class Domain(Model):
    """The deployment's own name. Without this table the distribution's name is used (FR-021)."""

    name: HostName
    """Host name, for example `"chat.example.com"`."""
    certificate_arn: str
    """An issued ACM certificate for it, in us-east-1, where CloudFront looks (FR-023)."""
    hosted_zone_id: Annotated[str, matching(r"Z[A-Z0-9]{1,31}", "an id like Z0123456789ABCDEFGHIJ")]
    """The Route 53 zone that gets the A and AAAA alias records (FR-022)."""


class LibreChat(Model):
    """The application."""

    image: Annotated[
        str,
        matching(
            r"[a-z0-9][\w.:/-]*(@sha256:[0-9a-f]{64})?",
            "an image like ghcr.io/danny-avila/librechat-api:v0.8.2-rc1",
        ),
    ] = "ghcr.io/danny-avila/librechat-api:v0.8.2-rc1"
    """The API image, with a tag or, better, a digest (FR-006)."""
    config_file: LocalPath | None = None
    """`librechat.yaml` on this disk, relative to the environment file; the deploy uploads it
    (FR-026)."""
    config_s3_uri: (
        Annotated[
            str,
            matching(
                r"s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[^\s?*]+",
                "a URI like s3://bucket/librechat.yaml",
            ),
        ]
        | None
    ) = None
    """`librechat.yaml` as an object that is there already, instead of `config_file`."""
    config_replace_host: HostName | None = None
    """A host name in `librechat.yaml` that is replaced by this deployment's (FR-027)."""
    secrets: dict[VariableName, ParameterName]
    """LibreChat variable to the name of the SSM SecureString parameter that holds it (FR-024)."""
    variables: dict[VariableName, str] = {}
    """Any other LibreChat variable, in clear (FR-025). Numbers and booleans are strings here, as
    in `.env`."""
    health_tries: Annotated[int, Field(ge=1, le=600)] = 60
    """How often the start asks whether LibreChat is ready (FR-028a). Default 60."""
    health_interval_ms: Annotated[int, Field(ge=50, le=10_000)] = 500
    """Milliseconds between two of them. Default 500."""
    sse_ping_seconds: Annotated[int, Field(ge=0, le=110)] = 15
    """A silent answer gets a ping event after so many seconds; 0 for none. It must stay below
    `frontend.origin_read_timeout`. Default 15."""
    drain_seconds: Annotated[int, Field(ge=0, le=900)] | None = None
    """How long, at most, work that goes on after an answer may hold the function (FR-044). Default:
    as long as the function may run."""
    pack: bool = True
    """Start LibreChat from the pack that the image's build made, a few times faster (FR-052); false
    starts it as it was shipped. Default true."""

    @field_validator("secrets")
    @classmethod
    def required_secrets_are_named(cls, secrets: dict[str, str]) -> dict[str, str]:
        missing = [name for name in REQUIRED_SECRETS if name not in secrets]
        if missing:
            raise ValueError(
                f"LibreChat needs the secrets {', '.join(REQUIRED_SECRETS)}; "
                f"missing: {', '.join(missing)}"
            )
        return secrets

    @field_validator("variables")
    @classmethod
    def variables_are_neither_secret_nor_taken(
        cls, variables: dict[str, str], info: ValidationInfo
    ) -> dict[str, str]:
        for name, value in variables.items():
            if is_secret(name, value):
                raise ValueError(
                    f"{name} looks like a secret (its value is not repeated here); store it in an "
                    "SSM SecureString parameter and name that under librechat.secrets"
                )
            if name in STACK_VARIABLES:
                raise ValueError(
                    f"{name} is set by the stack; allowed is any variable that the stack does not "
                    "derive"
                )
            if name.startswith(HANDLER_PREFIX):
                raise ValueError(
                    f"{name} is one of the handler's, which have keys of their own; allowed is any "
                    f"variable without the prefix {HANDLER_PREFIX}"
                )
            if LAMBDA_VARIABLES.fullmatch(name):
                raise ValueError(f"{name} is reserved by Lambda")
            if name in info.data.get("secrets", {}):
                raise ValueError(
                    f"{name} is named under librechat.secrets as well; allowed is one of the two"
                )
        return variables

    @model_validator(mode="after")
    def one_config(self) -> Self:
        if self.config_file and self.config_s3_uri:
            raise ValueError("config_file and config_s3_uri exclude each other")
        if self.config_replace_host and not (self.config_file or self.config_s3_uri):
            raise ValueError("config_replace_host needs config_file or config_s3_uri")
        return self

    @property
    def handler_variables(self) -> dict[str, str]:
        """The settings above that the handler reads, as its variables."""
        settings = {
            "SECRET_PARAMETERS": json.dumps(self.secrets, separators=(",", ":"), sort_keys=True),
            "HEALTH_TRIES": self.health_tries,
            "HEALTH_INTERVAL_MS": self.health_interval_ms,
            "SSE_PING_SECONDS": self.sse_ping_seconds,
            "DRAIN_SECONDS": self.drain_seconds,
            "CONFIG_REPLACE_HOST": self.config_replace_host,
            "PACK": None if self.pack else "off",
        }
        return {
            HANDLER_PREFIX + name: str(setting)
            for name, setting in settings.items()
            if setting is not None
        }


class Function(Model):
    """The Lambda function's size (FR-049)."""

    memory_mb: Annotated[int, Field(ge=512, le=10_240)] = 2048
    """Memory in MB, 512 to 10240; 1769 is one CPU. Default 2048."""
    timeout_seconds: Annotated[int, Field(ge=30, le=900)] = 900
    """Seconds, 30 to 900 (Lambda's limit). Default 900."""
    architecture: Literal["arm64", "x86_64"] = "arm64"
    """`"arm64"` (a fifth cheaper) or `"x86_64"`. Default `"arm64"`."""
    reserved_concurrency: Annotated[int, Field(ge=0, le=10_000)] = 0
    """Sandboxes that the function may have at once, and that no other function of the account may
    take: a guard against a bill, since a chat holds one for as long as it streams. 0 for none, the
    default: an account must keep some unreserved, and a new one has 10 in all, of which nothing can
    be reserved."""
    provisioned_concurrency: Annotated[int, Field(ge=0, le=1000)] = 0
    """Sandboxes that are kept started, so that nobody waits for a cold start; 0 for none, the
    default. Opening LibreChat takes 12 at once (`frontend.http_version`). One of 2,048 MB costs
    about 18 USD a month on arm64 (`make cost`), whether it is used or not, and counts against the
    account."""
    warm_every_minutes: Annotated[int, Field(ge=0, le=60)] = 0
    """Asks the function for its health so often, which keeps one sandbox from being given up: it
    costs cents and promises nothing, as Lambda may replace a sandbox at any time. 5 is usual; 0 for
    never, the default."""


class Redis(Model):
    """The ElastiCache replication group, cluster mode off (FR-035 to FR-039)."""

    node_type: Annotated[
        str, matching(r"cache\.[a-z0-9]+\.[a-z0-9]+", "a node type like cache.t4g.micro")
    ] = "cache.t4g.micro"
    """Node type. Default `"cache.t4g.micro"`."""
    nodes: Annotated[int, Field(ge=1, le=6)] = 1
    """Nodes, 1 to 6: two or more fail over between zones. Default 1."""
    engine_version: Literal["6.2", "7.0", "7.1"] = "7.1"
    """Redis version. Default `"7.1"`."""
    transit_encryption: bool = True
    """TLS between function and Redis (`rediss://`). Default true."""
    snapshot_retention_days: Annotated[int, Field(ge=0, le=35)] = 0
    """Days that daily snapshots are kept, 0 (none) to 35. Default 0."""
    user_group_id: (
        Annotated[str, matching(r"[a-z][a-z0-9-]{0,39}", "an id like librechat-prod")] | None
    ) = None
    """An ElastiCache user group that is there already, whose users alone may connect: name
    `REDIS_USERNAME` and `REDIS_PASSWORD` under `librechat.secrets`. So the password is in Parameter
    Store alone, where an AUTH token, which Terraform would have to set, would be in its state
    (docs/runbook.md). Default: whoever reaches Redis may use it."""


class Api(Model):
    """API Gateway."""

    stage_name: Annotated[
        str, matching(r"[A-Za-z0-9_-]{1,128}", "1 to 128 letters, digits, '_' and '-'")
    ] = "live"
    """The one stage; clients never see it (FR-011). Another name is another stage: a change of it
    is an outage of minutes (docs/runbook.md). Default `"live"`."""
    stream_everything: bool = False
    """Stream the buffered routes, too. Default false."""
    routes: Annotated[list[Route], Field(min_length=1)] = DEFAULT_ROUTES
    """The route table; a table given here replaces the default one (FR-045)."""
    buffered_timeout_quota: Annotated[int, Field(ge=29, le=300)] = 29
    """Seconds that the account's quota "Maximum integration timeout in milliseconds" (L-E5AE38E3)
    was raised to: no buffered route may have a longer timeout. Default 29, AWS's own."""
    throttle_rate: Annotated[int, Field(ge=1, le=10_000)] = 100
    """Requests a second, over all users, above which the API answers 429. Default 100."""
    throttle_burst: Annotated[int, Field(ge=1, le=5_000)] = 200
    """Requests at once before the rate counts; opening LibreChat takes about 20. Default 200."""
    access_logs: bool = False
    """Write a line for each request, with its transfer mode and latencies, never its query. API
    Gateway can only do so once its CloudWatch role is set, which is one for an account and region:
    it is there, or see the next key. Default false."""
    account_role: bool = False
    """Set that role here. In one environment of an account and region alone: another, or its
    destroy, would change it for all. Default false."""

    @model_validator(mode="after")
    def role_is_for_access_logs(self) -> Self:
        if self.account_role and not self.access_logs:
            raise ValueError("account_role = true: is for access_logs = true")
        return self

    @model_validator(mode="after")
    def timeouts_within_the_quota(self) -> Self:
        for route in self.effective_routes:
            if route.mode == "buffered" and route.seconds > self.buffered_timeout_quota:
                raise ValueError(
                    f"routes: {route.path}: timeout_seconds = {route.timeout_seconds}: a buffered "
                    f"route ends after {DEFAULT_SECONDS['buffered']} seconds unless the account's "
                    "quota L-E5AE38E3 (API Gateway, maximum integration timeout) was raised; "
                    "stream the route, or raise the quota and say so by buffered_timeout_quota"
                )
        return self

    @field_validator("routes")
    @classmethod
    def routes_do_not_overlap(cls, routes: list[Route]) -> list[Route]:
        reject_overlaps(routes)
        return routes

    @property
    def effective_routes(self) -> list[Route]:
        """The table with `stream_everything` applied: buffered rows, and their timeouts, become
        streamed ones."""
        if not self.stream_everything:
            return self.routes
        return [
            route if route.mode == "stream" else Route(path=route.path) for route in self.routes
        ]

    @property
    def buffered_routes(self) -> dict[str, int]:
        """API Gateway's resources of the buffered rows, with their timeouts in seconds: what the
        handler is told."""
        return {
            path: route.seconds
            for route in self.effective_routes
            if route.mode == "buffered"
            for path in route.api_paths
        }

    @property
    def path_patterns(self) -> list[str]:
        """What the distribution sends to the API (FR-013)."""
        return list(
            dict.fromkeys(pattern for route in self.routes for pattern in route.path_patterns)
        )


class Frontend(Model):
    """The client, its bucket and its distribution."""

    directory: LocalPath | None = None
    """A built client on this disk, relative to the environment file, instead of the one in the
    image (FR-001)."""
    keep_stale_days: Annotated[int, Field(ge=1, le=365)] = 30
    """Days that assets of earlier releases stay for clients still open (FR-043). Default 30."""
    price_class: Literal["PriceClass_100", "PriceClass_200", "PriceClass_All"] = "PriceClass_100"
    """CloudFront's edge locations: 100 is North America and Europe. Default `"PriceClass_100"`."""
    http_version: Literal["http2and3", "http2", "http1.1"] = "http2and3"
    """The newest HTTP that browsers may speak with CloudFront. Opening LibreChat sends 12 API
    requests at once, and each takes a sandbox; over `"http1.1"` a browser sends 6 at a time, so
    half as many sandboxes start. The price: all tabs of a browser share the 6, an answer that
    streams holds one or two, and when none is left everything waits, the page itself too. Default
    `"http2and3"`."""
    origin_read_timeout: Annotated[int, Field(ge=1, le=120)] = 60
    """Seconds of silence from the API before CloudFront gives up; more than 60 needs a raised
    quota. Default 60."""
    rate_limit: Annotated[int, Field(ge=10, le=2_000_000_000)] | None = None
    """Requests that one address may make in five minutes, above which CloudFront answers 403: a web
    ACL of AWS WAF, about 6 USD a month and 0.60 USD a million requests. The distribution then
    answers on IPv4 alone (docs/runbook.md says why). Opening LibreChat takes about 40, and an
    office may share one address. Default: none."""
    web_acl_arn: str | None = None
    """An existing WAF web ACL of scope CLOUDFRONT, that is in us-east-1, instead of `rate_limit`'s.
    Default: none."""
    access_logs_bucket: BucketName | None = None
    """An existing bucket for CloudFront's access logs, one that takes ACLs
    (`BucketOwnerPreferred`), as CloudFront demands; they hold visitors' addresses and the paths of
    their conversations. Default: none are written."""
    content_security_policy: (
        Annotated[str, matching(r"[\x20-\x7e]{1,4096}", "one line of ASCII")] | None
    ) = None
    """Replaces the default policy, which is what LibreChat's client needs with all its features
    (modules/headers.py)."""

    @model_validator(mode="after")
    def one_web_acl(self) -> Self:
        if self.rate_limit and self.web_acl_arn:
            raise ValueError(
                "rate_limit and web_acl_arn exclude each other: a distribution has one web ACL; "
                "add a rate rule to yours"
            )
        return self


class Files(Model):
    """The bucket of user files (FR-034)."""

    noncurrent_version_days: Annotated[int, Field(ge=1, le=3650)] = 30
    """Days that a deleted or overwritten file can be restored. Default 30."""


class Alarms(Model):
    """Who is told of what (docs/runbook.md has what to do then). The alarms are there without this
    table."""

    emails: list[Annotated[str, matching(r"[^@\s]+@[^@\s]+\.[^@\s]+", "an e-mail address")]] = []
    """Each gets a message, from two regions (CloudFront's alarm is in us-east-1), that asks to
    confirm. Default: nobody."""
    cold_start_ms: Annotated[int, Field(ge=1000, le=600_000)] = 5_000
    """A start of LibreChat that takes so many milliseconds is an alarm. From the pack one takes 1
    to 4 s (`make bench`, v0.8.7 the longest); with `librechat.pack = false` twice as much. Default
    5000."""
    api_latency_ms: Annotated[int, Field(ge=100, le=900_000)] = 10_000
    """Half of all requests in a quarter of an hour taking so many milliseconds is an alarm. Default
    10000."""
    monthly_budget_usd: Annotated[int, Field(ge=0)] = 0
    """USD of the whole account a month: `emails` are told at 80 % of it, and when the forecast
    exceeds it. It cannot be this stack's alone: a budget by tag stays at zero until somebody
    activates the tag for billing. 0 for none, the default."""

    @model_validator(mode="after")
    def budget_tells_somebody(self) -> Self:
        if self.monthly_budget_usd and not self.emails:
            raise ValueError(
                f"monthly_budget_usd = {self.monthly_budget_usd}: needs alarms.emails, the people "
                "to tell"
            )
        return self


class State(Model):
    """Terraform's state in S3. Without this table it is a local file, for a first try."""

    bucket: BucketName
    """An existing, versioned bucket."""
    key: str | None = None
    """The state's key. Default `librechat/<environment>.tfstate`."""
    region: Region | None = None
    """The bucket's region. Default: the environment's."""
    dynamodb_table: str | None = None
    """A DynamoDB table for the lock, for Terraform before 1.10. Default: a lock file in the bucket
    (Terraform 1.10 or newer)."""


class Environment(Model):
    """One environment: everything that `main.py` needs to build its stack."""

    name: Annotated[
        str,
        matching(r"(?=.{1,16}$)[a-z](-?[a-z0-9])*", "1 to 16 of a-z, 0-9 and '-', a letter first"),
    ]
    """The file's name without `.toml`; all names in the account begin with `librechat-<name>`."""
    region: Region
    """The region, for example `"eu-west-1"`."""
    account_id: Annotated[str, matching(r"\d{12}", "an AWS account id of 12 digits, as a string")]
    """The account; the provider refuses to work in any other."""
    network: Network
    database: Database
    domain: Domain | None = None
    services: dict[
        Annotated[str, matching(r"[a-z][a-z0-9_]*", "a name of a-z, 0-9 and '_', a letter first")],
        Peer,
    ] = {}
    """Cloud Map services and the like that LibreChat calls, by name (FR-028, FR-047)."""
    librechat: LibreChat
    function: Function = Function()
    redis: Redis = Redis()
    api: Api = Api()
    frontend: Frontend = Frontend()
    files: Files = Files()
    alarms: Alarms = Alarms()
    kms_key_arn: str | None = None
    """A customer managed KMS key of this account and region for all that takes one: buckets, image
    repository, function's variables, logs, Redis, alarms' topic; also the one of the SSM
    parameters, if they have one. Its key policy must admit the services (docs/runbook.md). Default:
    keys that AWS owns or manages; everything is encrypted at rest either way."""
    log_retention_days: Literal[1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731] = 30
    """Days that logs are kept; the values are CloudWatch's. Default 30."""
    deletion_protection: bool = False
    """True refuses what destroys data: a destroy fails before it begins, buckets and image
    repository are never emptied, and a Redis that is replaced leaves a snapshot. False, the
    default, lets a destroy remove everything (SC-005)."""
    state: State | None = None
    shared: list[VariableName] = []
    """Secrets, by their variables, whose SSM parameters another environment of the account names as
    well, for example `["MONGO_URI"]` for one database: both must say so. Default: none; two
    environments that share a parameter by mistake are refused."""
    tags: dict[str, str] = {}
    """Tags for every resource, beside `Project` and `Environment`."""

    @property
    def state_key(self) -> str:
        """Where the state lies in its bucket."""
        return (self.state and self.state.key) or f"librechat/{self.name}.tfstate"

    @model_validator(mode="after")
    def arns_fit(self) -> Self:
        certificate = self.domain.certificate_arn if self.domain else None
        web_acl = self.frontend.web_acl_arn
        for key, arn, service, region, resource in (
            ("domain.certificate_arn", certificate, "acm", "us-east-1", "certificate/"),
            ("frontend.web_acl_arn", web_acl, "wafv2", "us-east-1", "global/webacl/"),
            ("kms_key_arn", self.kms_key_arn, "kms", self.region, "key/"),
        ):
            expected = f"arn:aws:{service}:{region}:{self.account_id}:{resource}"
            if arn and not re.fullmatch(re.escape(expected) + r"[A-Za-z0-9/_-]+", arn):
                raise ValueError(
                    f"{key} = {arn!r}: must be an ARN of this account in {region}: {expected}…"
                )
        return self

    @model_validator(mode="after")
    def redis_users_have_passwords(self) -> Self:
        named = {"REDIS_USERNAME", "REDIS_PASSWORD"} & set(self.librechat.secrets)
        if self.redis.user_group_id and len(named) < 2:
            raise ValueError(
                "redis.user_group_id: needs REDIS_USERNAME and REDIS_PASSWORD under "
                "librechat.secrets"
            )
        if self.redis.user_group_id and not self.redis.transit_encryption:
            raise ValueError(
                "redis.user_group_id: needs redis.transit_encryption = true, as AWS has it"
            )
        if named and not self.redis.user_group_id:
            raise ValueError(
                f"librechat.secrets: {', '.join(sorted(named))} needs redis.user_group_id, whose "
                "users they are"
            )
        return self

    @model_validator(mode="after")
    def redis_fails_over_between_subnets(self) -> Self:
        subnets = len(self.network.private_subnet_ids)
        if self.redis.nodes > 1 and subnets < 2:
            raise ValueError(
                f"redis.nodes = {self.redis.nodes}: two or more nodes fail over between zones, "
                "which needs two network.private_subnet_ids in different zones; there is one"
            )
        return self

    @model_validator(mode="after")
    def provisioned_fits_into_reserved(self) -> Self:
        reserved = self.function.reserved_concurrency
        provisioned = self.function.provisioned_concurrency
        if 0 < reserved < provisioned:
            raise ValueError(
                f"function.provisioned_concurrency = {provisioned}: must be at most "
                f"function.reserved_concurrency = {reserved}"
            )
        return self

    @model_validator(mode="after")
    def ping_comes_before_the_timeout(self) -> Self:
        if self.librechat.sse_ping_seconds >= self.frontend.origin_read_timeout:
            raise ValueError(
                f"librechat.sse_ping_seconds = {self.librechat.sse_ping_seconds}: must be less "
                f"than frontend.origin_read_timeout = {self.frontend.origin_read_timeout}, else "
                "CloudFront ends silent answers"
            )
        return self

    @model_validator(mode="after")
    def shared_secrets_are_named(self) -> Self:
        for variable in self.shared:
            if variable not in self.librechat.secrets:
                raise ValueError(f"shared: {variable} is not named under librechat.secrets")
        return self

    @property
    def longest_variables(self) -> dict[str, str]:
        """The function's variables, those that are known after the apply alone with the longest
        values that AWS makes."""
        origin = f"https://{self.domain.name if self.domain else 'd' * 14 + '.cloudfront.net'}"
        files = f"librechat-{self.name}-files-{self.account_id}"
        return {
            **self.librechat.variables,
            **self.librechat.handler_variables,
            "HANDLER_BUFFERED_ROUTES": json.dumps(self.api.buffered_routes),
            "HANDLER_CONFIG_S3_URI": self.librechat.config_s3_uri
            or f"s3://{files}/config/librechat.yaml",
            "HANDLER_CONFIG_VERSION": "0" * 32,
            "DOMAIN_CLIENT": origin,
            "DOMAIN_SERVER": origin,
            "USE_REDIS": "true",
            "REDIS_URI": "rediss://master."
            f"librechat-{self.name}-redis.abcdef.apne1.cache.amazonaws.com:6379",
            "AWS_BUCKET_NAME": files,
        }

    @model_validator(mode="after")
    def variables_fit_into_the_function(self) -> Self:
        """Lambda measures the whole environment as JSON text, the stack's own variables
        included."""
        variables = self.longest_variables
        size = len(json.dumps(variables, ensure_ascii=False, separators=(",", ":")).encode())
        if size > VARIABLES_LIMIT:
            own = len(json.dumps(self.librechat.variables, ensure_ascii=False).encode())
            raise ValueError(
                f"librechat.variables: a function's environment holds {VARIABLES_LIMIT} bytes; "
                f"with the stack's own and the parameters' names this one has {size}, of which "
                f"{own} are librechat.variables: shorten them, or move settings into "
                "librechat.yaml"
            )
        return self
