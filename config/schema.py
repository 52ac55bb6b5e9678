"""The typed, validated model of one environment file, `environments/<environment>.toml` (FR-048).

`load(path)` returns an `Environment` or raises `ConfigError`, whose text names the file and, for every fault, the key, the value
and what is allowed. Values that may be secrets are never repeated. The docstring under each field is its documentation.
"""

import re
import tomllib
from ipaddress import IPv4Network
from pathlib import Path
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)

REQUIRED_SECRETS = ("CREDS_KEY", "CREDS_IV", "JWT_SECRET", "JWT_REFRESH_SECRET", "MONGO_URI")
"""Without these LibreChat does not start, or starts with values that are published."""

STACK_VARIABLES = frozenset(
    [
        "DOMAIN_CLIENT",
        "DOMAIN_SERVER",
        "USE_REDIS",
        "REDIS_URI",
        "AWS_BUCKET_NAME",
        "SECRET_PARAMETERS",
        "CONFIG_S3_URI",
        "CONFIG_REPLACE_HOST",
        "CONFIG_VERSION",
        "CONFIG_PATH",
        "HEALTH_TRIES",
        "HEALTH_INTERVAL_MS",
        "SSE_PING_SECONDS",
        "DRAIN_SECONDS",
    ]
)
"""Variables that the stack derives from what it creates, or from a key of its own."""

LAMBDA_VARIABLES = re.compile(
    r"AWS_(REGION|DEFAULT_REGION|EXECUTION_ENV|LAMBDA_.*|ACCESS_KEY(_ID)?|SECRET_ACCESS_KEY|SESSION_TOKEN)"
    r"|_HANDLER|_X_AMZN_TRACE_ID|LAMBDA_(TASK_ROOT|RUNTIME_DIR)"
)
"""Reserved by Lambda: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html"""

SECRET_NAME = re.compile(
    r"(^|_)(KEY|SECRET|PASSWORD|TOKEN|IV|CREDENTIALS|PASSPHRASE)_?\d*$|^MONGO_URI$|APIKEY$"
)
CREDENTIALS_IN_URL = re.compile(r"://[^/\s:@]*:[^/\s@]+@")
VARIABLES_LIMIT = 4096
"""Bytes of a function's environment: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html"""


class ConfigError(Exception):
    """An environment file that cannot be used; the text is meant for its author."""


def _matching(pattern: str, meaning: str) -> AfterValidator:
    """A validator for text whose message says what is allowed in words rather than as a pattern."""

    def validate(value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise ValueError(f"must be {meaning}")
        return value

    return AfterValidator(validate)


def _id(prefix: str) -> AfterValidator:
    return _matching(
        rf"{prefix}-([0-9a-f]{{8}}|[0-9a-f]{{17}})", f"an id like {prefix}-0a1b2c3d4e5f60718"
    )


def _network(value: str) -> str:
    try:
        return str(IPv4Network(value))
    except ValueError:
        raise ValueError("must be an IPv4 network in CIDR notation, like 10.0.0.0/16") from None


VpcId = Annotated[str, _id("vpc")]
SubnetId = Annotated[str, _id("subnet")]
SecurityGroupId = Annotated[str, _id("sg")]
Cidr = Annotated[str, AfterValidator(_network)]
Port = Annotated[int, Field(ge=1, le=65535)]
Region = Annotated[str, _matching(r"[a-z]{2}(-[a-z]+)+-\d", "a region like eu-west-1")]
HostName = Annotated[
    str,
    _matching(
        r"([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}",
        "a host name in lower case, like chat.example.com",
    ),
]
VariableName = Annotated[
    str, _matching(r"[A-Za-z][A-Za-z0-9_]*", "a name of letters, digits and '_'")
]
ParameterName = Annotated[
    str,
    _matching(
        r"/[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+){0,14}",
        "the name of an SSM parameter, like /librechat/dev/JWT_SECRET, never its value",
    ),
]
RoutePath = Annotated[
    str,
    _matching(
        r"(/[A-Za-z0-9._~-]+)+(/\*)?",
        "a path like /health, or /api/files/* for /api/files and all below it",
    ),
]
BucketName = Annotated[
    str,
    _matching(
        r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]",
        "a bucket name: 3 to 63 characters of a-z, 0-9, '.' and '-'",
    ),
]
LocalPath = Annotated[Path, Field(strict=False)]


class Model(BaseModel):
    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, use_attribute_docstrings=True
    )


class Network(Model):
    """The VPC that is there already (FR-020)."""

    vpc_id: VpcId
    """The VPC, for example `"vpc-0a1b2c3d4e5f60718"`."""
    private_subnet_ids: Annotated[list[SubnetId], Field(min_length=1)]
    """Its private subnets, with a route to the internet by NAT; two or more in different zones for production."""


class Peer(Model):
    """Something in the network that the function may reach: by its security group or by address."""

    port: Port
    """TCP port, 1 to 65535."""
    security_group_id: SecurityGroupId | None = None
    """Its security group. The stack adds the ingress rule that admits the function (FR-047)."""
    cidr_blocks: Annotated[list[Cidr], Field(min_length=1)] | None = None
    """Its IPv4 networks, where it has no security group in this account, for example `["10.0.32.0/20"]`."""

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
    hosted_zone_id: Annotated[
        str, _matching(r"Z[A-Z0-9]{1,31}", "an id like Z0123456789ABCDEFGHIJ")
    ]
    """The Route 53 zone that gets the A and AAAA alias records (FR-022)."""


class LibreChat(Model):
    """The application."""

    image: str = "ghcr.io/danny-avila/librechat-api:v0.8.2-rc1"
    """The API image, with a tag or, better, a digest (FR-006)."""
    config_file: LocalPath | None = None
    """`librechat.yaml` on this disk, relative to the environment file; the deploy uploads it (FR-026)."""
    config_s3_uri: (
        Annotated[
            str,
            _matching(
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
    """Any other LibreChat variable, in clear (FR-025). Numbers and booleans are strings here, as in `.env`."""
    health_tries: Annotated[int, Field(ge=1, le=600)] = 60
    """How often the start asks for LibreChat's health (FR-028a). Default 60."""
    health_interval_ms: Annotated[int, Field(ge=50, le=10_000)] = 500
    """Milliseconds between two of them. Default 500."""
    sse_ping_seconds: Annotated[int, Field(ge=0, le=110)] = 15
    """A silent answer gets a ping event after so many seconds; 0 for none. It must stay below `frontend.origin_read_timeout`."""
    drain_seconds: Annotated[int, Field(ge=0, le=300)] = 60
    """How long, at most, work that goes on after an answer may hold the function (FR-044). Default 60."""

    @field_validator("secrets")
    @classmethod
    def required_secrets_are_named(cls, secrets: dict[str, str]) -> dict[str, str]:
        missing = [name for name in REQUIRED_SECRETS if name not in secrets]
        if missing:
            raise ValueError(
                f"LibreChat needs the secrets {', '.join(REQUIRED_SECRETS)}; missing: {', '.join(missing)}"
            )
        return secrets

    @field_validator("variables")
    @classmethod
    def variables_are_neither_secret_nor_taken(
        cls, variables: dict[str, str], info: ValidationInfo
    ) -> dict[str, str]:
        for name, value in variables.items():
            # LibreChat's own word for "each user brings a key" is no secret.
            if (
                SECRET_NAME.search(name) and value not in ("", "user_provided")
            ) or CREDENTIALS_IN_URL.search(value):
                raise ValueError(
                    f"{name} looks like a secret (its value is not repeated here); "
                    "store it in an SSM SecureString parameter and name that under librechat.secrets"
                )
            if name in STACK_VARIABLES:
                raise ValueError(
                    f"{name} is set by the stack; allowed is any variable that the stack does not derive"
                )
            if LAMBDA_VARIABLES.fullmatch(name):
                raise ValueError(f"{name} is reserved by Lambda")
            if name in info.data.get("secrets", {}):
                raise ValueError(
                    f"{name} is named under librechat.secrets as well; allowed is one of the two"
                )
        if (
            sum(len(name) + len(value.encode()) for name, value in variables.items())
            > VARIABLES_LIMIT * 3 // 4
        ):
            raise ValueError(
                f"a function's environment holds {VARIABLES_LIMIT} bytes, a quarter of it the stack's own"
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
        """The settings above that the handler reads, as the variables that it reads them from."""
        return {
            "HEALTH_TRIES": str(self.health_tries),
            "HEALTH_INTERVAL_MS": str(self.health_interval_ms),
            "SSE_PING_SECONDS": str(self.sse_ping_seconds),
            "DRAIN_SECONDS": str(self.drain_seconds),
            **(
                {"CONFIG_REPLACE_HOST": self.config_replace_host}
                if self.config_replace_host
                else {}
            ),
        }


class Function(Model):
    """The Lambda functions' size (FR-049)."""

    memory_mb: Annotated[int, Field(ge=512, le=10_240)] = 2048
    """Memory in MB, 512 to 10240; 1769 is one CPU. Default 2048."""
    timeout_seconds: Annotated[int, Field(ge=30, le=900)] = 900
    """Seconds, 30 to 900 (Lambda's limit). Default 900."""
    architecture: Literal["arm64", "x86_64"] = "arm64"
    """`"arm64"` (a fifth cheaper) or `"x86_64"`. Default `"arm64"`."""
    reserved_concurrency: Annotated[int, Field(ge=0, le=10_000)] = 0
    """Sandboxes that each function may have at once, and that no other function of the account may take: a guard against a
    bill, since a chat holds one for as long as it streams. 0 for none, the default: an account must keep some unreserved, and a
    new one has 10 in all, of which nothing can be reserved."""
    provisioned_concurrency: Annotated[int, Field(ge=0, le=1000)] = 0
    """Sandboxes of each function that are kept started, so that nobody waits for a cold start; 0 for none, the default. One of
    2,048 MB costs about 18 USD a month on arm64 (`make cost`), whether it is used or not, and counts against the account."""
    warm_every_minutes: Annotated[int, Field(ge=0, le=60)] = 0
    """Asks each function for its health so often, which keeps one sandbox of each from being given up: it costs cents and
    promises nothing, as Lambda may replace a sandbox at any time. 5 is usual; 0 for never, the default."""


class Redis(Model):
    """The ElastiCache replication group, cluster mode off (FR-035 to FR-039)."""

    node_type: Annotated[
        str, _matching(r"cache\.[a-z0-9]+\.[a-z0-9]+", "a node type like cache.t4g.micro")
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
        Annotated[str, _matching(r"[a-z][a-z0-9-]{0,39}", "an id like librechat-prod")] | None
    ) = None
    """An ElastiCache user group that is there already, whose users alone may connect: name `REDIS_USERNAME` and
    `REDIS_PASSWORD` under `librechat.secrets`. So the password is in Parameter Store alone, where an AUTH token, which
    Terraform would have to set, would be in its state (docs/runbook.md). Default: whoever reaches Redis may use it."""


class Route(Model):
    """One row of the route table (FR-045)."""

    path: RoutePath
    """`/health` is that path alone, `/api/files/*` is `/api/files` and all below it; the longest match wins."""
    mode: Literal["stream", "buffered"] = "stream"
    """`"stream"`: token by token, up to 15 minutes; `"buffered"`: the whole answer at once, up to 6 MB."""
    timeout_seconds: Annotated[int, Field(ge=1)] | None = None
    """Seconds until API Gateway gives up: at most 900 for stream (the default), 300 for buffered (default 29, and more than
    29 only after a raised quota)."""

    @model_validator(mode="after")
    def timeout_within_the_mode(self) -> Self:
        limit = 900 if self.mode == "stream" else 300
        if self.timeout_seconds is not None and self.timeout_seconds > limit:
            raise ValueError(
                f"timeout_seconds = {self.timeout_seconds}: API Gateway allows at most {limit} seconds for mode {self.mode!r}"
            )
        return self

    @property
    def timeout_ms(self) -> int:
        return 1000 * (self.timeout_seconds or (900 if self.mode == "stream" else 29))


def resource_name(path: str) -> str:
    """The Terraform name of a path's resources: `/api/agents/{proxy+}` → `api_agents_proxy`."""
    return re.sub(r"[^A-Za-z0-9]+", "_", path).strip("_")


STREAMED = ("agents", "assistants", "ask", "chat", "files", "convos")
DEFAULT_ROUTES = [
    *(Route(path=f"/api/{name}/*") for name in STREAMED),
    *(Route(path=path, mode="buffered") for path in ("/api/*", "/oauth/*", "/health")),
]


class Api(Model):
    """API Gateway."""

    stage_name: Annotated[
        str, _matching(r"[A-Za-z0-9_-]{1,128}", "1 to 128 letters, digits, '_' and '-'")
    ] = "live"
    """The one stage; clients never see it (FR-011). Default `"live"`."""
    stream_everything: bool = False
    """Stream the buffered routes, too, so that one function serves them all. Default false."""
    routes: Annotated[list[Route], Field(min_length=1)] = DEFAULT_ROUTES
    """The route table; a table given here replaces the default one (FR-045)."""
    throttle_rate: Annotated[int, Field(ge=1, le=10_000)] = 100
    """Requests a second, over all users, above which the API answers 429. Default 100."""
    throttle_burst: Annotated[int, Field(ge=1, le=5_000)] = 200
    """Requests at once before the rate counts; opening LibreChat takes about 20. Default 200."""
    access_logs: bool = False
    """Write a line for each request, with its transfer mode and latencies, never its query. API Gateway can only do so once its
    CloudWatch role is set, which is one for an account and region: it is there, or see the next key. Default false."""
    account_role: bool = False
    """Set that role here. In one environment of an account and region alone: another, or its destroy, would change it
    for all. Default false."""

    @model_validator(mode="after")
    def role_is_for_access_logs(self) -> Self:
        if self.account_role and not self.access_logs:
            raise ValueError("account_role = True: is for access_logs = true")
        return self

    @property
    def throttle(self) -> dict[str, int]:
        return {"rate_limit": self.throttle_rate, "burst_limit": self.throttle_burst}

    @field_validator("routes")
    @classmethod
    def routes_do_not_overlap(cls, routes: list[Route]) -> list[Route]:
        rows: dict[str, str] = {}
        names: dict[str, str] = {}
        for route in routes:
            own = route.path.removesuffix("/*")
            if own in rows:
                raise ValueError(
                    f"{route.path} overlaps {rows[own]}; allowed is one row for a path"
                )
            rows[own] = route.path
            while own:
                if names.setdefault(resource_name(own), own) != own:
                    raise ValueError(
                        f"{own} and {names[resource_name(own)]} would share one Terraform address"
                    )
                own = own.rpartition("/")[0]
        return routes

    @property
    def effective_routes(self) -> list[Route]:
        """The table with `stream_everything` applied: buffered rows, and their timeouts, become streamed ones."""
        if not self.stream_everything:
            return self.routes
        return [
            route if route.mode == "stream" else Route(path=route.path) for route in self.routes
        ]

    @property
    def path_patterns(self) -> list[str]:
        """What the distribution sends to the API: the first parts of the routes' paths (FR-013)."""
        firsts = [(route.path, "/" + route.path.split("/")[1]) for route in self.routes]
        return list(
            dict.fromkeys(first if path == first else f"{first}/*" for path, first in firsts)
        )


class Frontend(Model):
    """The client, its bucket and its distribution."""

    directory: LocalPath | None = None
    """A built client on this disk, relative to the environment file, instead of the one in the image (FR-001)."""
    keep_stale_days: Annotated[int, Field(ge=1, le=365)] = 30
    """Days that assets of earlier releases stay for clients still open (FR-043). Default 30."""
    price_class: Literal["PriceClass_100", "PriceClass_200", "PriceClass_All"] = "PriceClass_100"
    """CloudFront's edge locations: 100 is North America and Europe. Default `"PriceClass_100"`."""
    origin_read_timeout: Annotated[int, Field(ge=1, le=120)] = 60
    """Seconds of silence from the API before CloudFront gives up; more than 60 needs a raised quota. Default 60."""
    web_acl_arn: str | None = None
    """An existing WAF web ACL of scope CLOUDFRONT, that is in us-east-1. Default: none."""
    access_logs_bucket: BucketName | None = None
    """An existing bucket for CloudFront's access logs, one that takes ACLs (`BucketOwnerPreferred`), as CloudFront demands; they
    hold visitors' addresses and the paths of their conversations. Default: none are written."""
    content_security_policy: (
        Annotated[str, _matching(r"[\x20-\x7e]{1,4096}", "one line of ASCII")] | None
    ) = None
    """Replaces the default policy, which is what LibreChat's client needs with all its features (modules/headers.py)."""


class Files(Model):
    """The bucket of user files (FR-034)."""

    noncurrent_version_days: Annotated[int, Field(ge=1, le=3650)] = 30
    """Days that a deleted or overwritten file can be restored. Default 30."""


class Alarms(Model):
    """Who is told of what (docs/runbook.md has what to do then). The alarms are there without this table."""

    emails: list[Annotated[str, _matching(r"[^@\s]+@[^@\s]+\.[^@\s]+", "an e-mail address")]] = []
    """Each gets a message, from two regions (CloudFront's alarm is in us-east-1), that asks to confirm. Default: nobody."""
    cold_start_ms: Annotated[int, Field(ge=1000, le=600_000)] = 20_000
    """A start of LibreChat that takes so many milliseconds is an alarm. Default 20000."""
    api_latency_ms: Annotated[int, Field(ge=100, le=900_000)] = 10_000
    """Half of all requests in a quarter of an hour taking so many milliseconds is an alarm. Default 10000."""
    monthly_budget_usd: Annotated[int, Field(ge=0)] = 0
    """USD of the whole account a month: `emails` are told at 80 % of it, and when the forecast exceeds it. It cannot be this
    stack's alone: a budget by tag stays at zero until somebody activates the tag for billing. 0 for none, the default."""

    @model_validator(mode="after")
    def budget_tells_somebody(self) -> Self:
        if self.monthly_budget_usd and not self.emails:
            raise ValueError(
                f"monthly_budget_usd = {self.monthly_budget_usd}: needs emails, someone to tell"
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
    """A DynamoDB table for the lock, for Terraform before 1.10. Default: a lock file in the bucket (Terraform 1.10 or newer)."""


class Environment(Model):
    """One environment: everything that `main.py` needs to build its stack."""

    name: Annotated[
        str,
        _matching(r"(?=.{1,16}$)[a-z](-?[a-z0-9])*", "1 to 16 of a-z, 0-9 and '-', a letter first"),
    ]
    """The file's name without `.toml`; all names in the account begin with `librechat-<name>`."""
    region: Region
    """The region, for example `"eu-west-1"`."""
    account_id: Annotated[str, _matching(r"\d{12}", "an AWS account id of 12 digits, as a string")]
    """The account; the provider refuses to work in any other."""
    network: Network
    database: Database
    domain: Domain | None = None
    services: dict[
        Annotated[str, _matching(r"[a-z][a-z0-9_]*", "a name of a-z, 0-9 and '_', a letter first")],
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
    """A customer managed KMS key of this account and region for all that takes one: buckets, image repository, functions'
    variables, logs, Redis, alarms' topic; also the one of the SSM parameters, if they have one. Its key policy must admit
    the services (docs/runbook.md). Default: keys that AWS owns or manages; everything is encrypted at rest either way."""
    log_retention_days: Literal[1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731] = 30
    """Days that logs are kept; the values are CloudWatch's. Default 30."""
    deletion_protection: bool = False
    """True refuses what destroys data: a destroy fails before it begins, buckets and image repository are never emptied, and a
    Redis that is replaced leaves a snapshot. False, the default, lets a destroy remove everything (SC-005)."""
    state: State | None = None
    tags: dict[str, str] = {}
    """Tags for every resource, beside `Project` and `Environment`."""

    @model_validator(mode="after")
    def arns_fit(self) -> Self:
        certificate = self.domain.certificate_arn if self.domain else None
        for key, arn, service, region, resource in (
            ("domain.certificate_arn", certificate, "acm", "us-east-1", "certificate/"),
            (
                "frontend.web_acl_arn",
                self.frontend.web_acl_arn,
                "wafv2",
                "us-east-1",
                "global/webacl/",
            ),
            ("kms_key_arn", self.kms_key_arn, "kms", self.region, "key/"),
        ):
            if arn is not None:
                _require_arn(key, arn, service, region, self.account_id, resource)
        return self

    @model_validator(mode="after")
    def redis_users_have_passwords(self) -> Self:
        named = {"REDIS_USERNAME", "REDIS_PASSWORD"} & set(self.librechat.secrets)
        if self.redis.user_group_id and len(named) < 2:
            raise ValueError(
                "redis.user_group_id: needs REDIS_USERNAME and REDIS_PASSWORD under librechat.secrets"
            )
        if self.redis.user_group_id and not self.redis.transit_encryption:
            raise ValueError(
                "redis.user_group_id: needs redis.transit_encryption = true, as AWS has it"
            )
        if named and not self.redis.user_group_id:
            raise ValueError(
                f"librechat.secrets: {', '.join(sorted(named))} needs redis.user_group_id, whose users they are"
            )
        return self

    @model_validator(mode="after")
    def provisioned_fits_into_reserved(self) -> Self:
        reserved, provisioned = (
            self.function.reserved_concurrency,
            self.function.provisioned_concurrency,
        )
        if 0 < reserved < provisioned:
            raise ValueError(
                f"function.provisioned_concurrency = {provisioned}: at most function.reserved_concurrency = {reserved}"
            )
        return self

    @model_validator(mode="after")
    def ping_comes_before_the_timeout(self) -> Self:
        if self.librechat.sse_ping_seconds >= self.frontend.origin_read_timeout:
            raise ValueError(
                f"librechat.sse_ping_seconds = {self.librechat.sse_ping_seconds}: must be less than "
                f"frontend.origin_read_timeout = {self.frontend.origin_read_timeout}, else CloudFront ends silent answers"
            )
        return self


def _require_arn(
    key: str, arn: str, service: str, region: str, account_id: str, resource: str
) -> None:
    expected = f"arn:aws:{service}:{region}:{account_id}:{resource}"
    if not re.fullmatch(re.escape(expected) + r"[A-Za-z0-9/_-]+", arn):
        raise ValueError(
            f"{key} = {arn!r}: must be an ARN of this account in {region}: {expected}…"
        )


def _shown(key: str, value: Any) -> str:
    """` = value` for a message, unless the value is a table, a list or possibly a secret."""
    if key.startswith(("librechat.variables", "librechat.secrets")) or SECRET_NAME.search(
        key.rpartition(".")[2].upper()
    ):
        return ""
    if not isinstance(value, str | int | float | bool) or (
        isinstance(value, str) and CREDENTIALS_IN_URL.search(value)
    ):
        return ""
    return f" = {value!r}"


def _keys_allowed_at(loc: tuple[int | str, ...]) -> list[str]:
    """The keys of the table that holds `loc`, the place of an unknown key; rows and named services are passed through."""
    model: Any = Environment
    for part in loc[:-1]:
        if field := model.model_fields.get(part):
            # The model itself, or the one inside `X | None`, `list[X]` and `dict[…, X]`.
            types = [field.annotation, *get_args(field.annotation)]
            model = next((type_ for type_ in types if hasattr(type_, "model_fields")), model)
    return sorted(set(model.model_fields) - ({"name"} if model is Environment else set()))


def _describe(fault: Any) -> str:
    loc: tuple[int | str, ...] = fault["loc"]
    key = ".".join(str(part) for part in loc if part != "[key]")
    error = fault.get("ctx", {}).get("error")
    if fault["type"] == "extra_forbidden":
        said = f"unknown key; allowed: {', '.join(_keys_allowed_at(loc))}"
    elif fault["type"] == "missing":
        said = "missing"
    else:
        said = str(error) if error else fault["msg"]
    if fault["type"] != "missing":
        key += _shown(key, fault["input"])
    return f"{key}: {said}" if key else said


def load(path: Path) -> Environment:
    """Returns the environment described by a TOML file, whose name (without `.toml`) is the environment's.

    Paths in it are relative to its directory; those returned are not. Raises ConfigError.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: is no valid TOML: {error}") from None
    if "name" in data:
        raise ConfigError(f"{path}: name: unknown key; an environment is named by its file")
    try:
        environment = Environment.model_validate({"name": path.stem, **data})
    except ValidationError as error:
        raise ConfigError(
            "\n".join(f"{path}: {_describe(fault)}" for fault in error.errors())
        ) from None
    file, directory = environment.librechat.config_file, environment.frontend.directory
    if file and not (path.parent / file).is_file():
        raise ConfigError(
            f"{path}: librechat.config_file = {str(file)!r}: must be a file, relative to {path.parent}/"
        )
    if directory and not (path.parent / directory / "index.html").is_file():
        raise ConfigError(
            f"{path}: frontend.directory = {str(directory)!r}: must be a directory with an index.html, relative to {path.parent}/"
        )
    return environment.model_copy(
        update={
            "librechat": environment.librechat.model_copy(
                update={"config_file": file and path.parent / file}
            ),
            "frontend": environment.frontend.model_copy(
                update={"directory": directory and path.parent / directory}
            ),
        }
    )
