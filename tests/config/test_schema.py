"""One file of typed, validated config an environment; a wrong value is named and nothing goes on
(FR-048)."""

from pathlib import Path
from typing import get_args

import pytest

from config import DEFAULT_ROUTES, ConfigError, Environment, load
from tests.conftest import ROOT

MINIMAL = """
region = "eu-west-1"
account_id = "123456789012"
[network]
vpc_id = "vpc-0a1b2c3d4e5f60718"
private_subnet_ids = ["subnet-0a1b2c3d4e5f60718"]
[database]
security_group_id = "sg-0a1b2c3d4e5f60718"
[librechat.secrets]
CREDS_KEY = "/x/CREDS_KEY"
CREDS_IV = "/x/CREDS_IV"
JWT_SECRET = "/x/JWT_SECRET"
JWT_REFRESH_SECRET = "/x/JWT_REFRESH_SECRET"
MONGO_URI = "/x/MONGO_URI"
"""
DOMAIN = """
[domain]
name = "chat.example.com"
certificate_arn = "arn:aws:acm:{region}:{account}:certificate/12345678"
hosted_zone_id = "Z0123456789ABCDEFGHIJ"
"""


def write(directory: Path, text: str, name: str = "dev") -> Path:
    path = directory / f"{name}.toml"
    path.write_text(text)
    return path


def test_the_committed_environments_are_valid(environments: dict[str, Environment]) -> None:
    assert set(environments) == {"dev", "prod"}
    assert environments["dev"].domain is None
    assert environments["prod"].domain is not None
    assert environments["prod"].redis.nodes == 2


def test_a_minimal_file_gets_the_required_defaults(tmp_path: Path) -> None:
    environment = load(write(tmp_path, MINIMAL))
    assert (environment.function.memory_mb, environment.function.timeout_seconds) == (
        2048,
        900,
    )  # FR-049
    assert environment.librechat.image == "ghcr.io/danny-avila/librechat-api:v0.8.2-rc1"  # FR-006
    assert (
        environment.librechat.health_tries * environment.librechat.health_interval_ms == 30_000
    )  # FR-028a
    assert (environment.redis.nodes, environment.redis.transit_encryption) == (
        1,
        True,
    )  # FR-037, FR-039
    assert environment.domain is None  # FR-021
    assert environment.database.port == 27017


def test_the_default_route_table_is_that_of_the_requirements() -> None:
    """FR-045, FR-010."""
    table = {route.path: (route.mode, route.timeout_ms) for route in DEFAULT_ROUTES}
    streamed = ("agents", "assistants", "ask", "chat", "files", "convos")
    assert table == {
        **{f"/api/{name}/*": ("stream", 900_000) for name in streamed},
        **{path: ("buffered", 29_000) for path in ("/api/*", "/oauth/*", "/health")},
    }


def test_one_setting_streams_everything(tmp_path: Path) -> None:
    """FR-045."""
    routes = load(write(tmp_path, MINIMAL + "[api]\nstream_everything = true")).api.effective_routes
    assert {(route.mode, route.timeout_ms) for route in routes} == {("stream", 900_000)}
    assert [route.path for route in routes] == [route.path for route in DEFAULT_ROUTES]


def test_the_distribution_sends_the_first_parts_of_the_routes_to_the_api(tmp_path: Path) -> None:
    """FR-013."""
    assert load(write(tmp_path, MINIMAL)).api.path_patterns == [
        "/api/*",
        "/api",
        "/oauth",
        "/oauth/*",
        "/health",
    ]


def test_everything_of_the_design_document_can_be_expressed(
    environments: dict[str, Environment],
) -> None:
    prod = environments["prod"]
    assert prod.services["rag_api"].port == 8000
    assert prod.services["rag_api"].security_group_id
    assert prod.librechat.config_s3_uri and prod.librechat.config_replace_host
    assert prod.state and prod.state.bucket


@pytest.mark.parametrize(
    ("old", "new", "key", "allowed"),
    [
        (
            '"vpc-0a1b2c3d4e5f60718"',
            '"vpc-123"',
            "network.vpc_id = 'vpc-123'",
            "an id like vpc-0a1b2c3d4e5f60718",
        ),
        (
            '["subnet-0a1b2c3d4e5f60718"]',
            '["net-1"]',
            "network.private_subnet_ids.0 = 'net-1'",
            "an id like subnet-",
        ),
        ('["subnet-0a1b2c3d4e5f60718"]', "[]", "network.private_subnet_ids", "at least 1 of them"),
        (
            '"sg-0a1b2c3d4e5f60718"',
            '"0a1b"',
            "database.security_group_id = '0a1b'",
            "an id like sg-",
        ),
        ('"123456789012"', '"12345"', "account_id = '12345'", "12 digits"),
        ('"123456789012"', "123456789012", "account_id = 123456789012", "must be text, in quotes"),
        ('"eu-west-1"', '"Ireland"', "region = 'Ireland'", "a region like eu-west-1"),
        ('"eu-west-1"', '"eu-wets-1"', "region = 'eu-wets-1'", "did you mean eu-west-1?"),
        ('"eu-west-1"', '"cn-north-1"', "region = 'cn-north-1'", "is in the partition aws-cn"),
        (
            '"eu-west-1"',
            '"us-gov-west-1"',
            "region = 'us-gov-west-1'",
            "is in the partition aws-us-gov",
        ),
        (
            '5f60718"]',
            '5f60718", "subnet-0a1b2c3d4e5f60718"]',
            "network.private_subnet_ids",
            "each subnet once",
        ),
        (
            "[network]",
            "[network]\nvpc = 1",
            "network.vpc = 1",
            "unknown key; allowed: private_subnet_ids, vpc_id",
        ),
        (
            "[network]",
            "colour = 'red'\n[network]",
            "colour = 'red'",
            "unknown key; allowed: account_id, alarms, api, database",
        ),
        ("[network]", "name = 'x'\n[network]", "name", "an environment is named by its file"),
        ('region = "eu-west-1"', "", "region", "missing"),
        ('JWT_SECRET = "/x/JWT_SECRET"', "", "librechat.secrets", "missing: JWT_SECRET"),
        (
            '"/x/JWT_SECRET"',
            '"hunter2"',
            "librechat.secrets.JWT_SECRET",
            "the name of an SSM parameter",
        ),
        (
            "CREDS_IV =",
            "REDIS_PASSWORD = '/x/y'\nCREDS_IV =",
            "REDIS_PASSWORD",
            "needs redis.user_group_id",
        ),
        (
            "[network]",
            "kms_key_arn = 'arn:aws:kms:us-east-1:123456789012:key/1'\n[network]",
            "kms_key_arn",
            "arn:aws:kms:eu-west-1:123456789012:key/",
        ),
        ("[network]", "log_retention_days = 31\n[network]", "log_retention_days = 31", "30, 60"),
    ],
)
def test_a_wrong_value_is_named_with_file_key_value_and_what_is_allowed(
    tmp_path: Path, old: str, new: str, key: str, allowed: str
) -> None:
    assert old in MINIMAL
    assert_refused(write(tmp_path, MINIMAL.replace(old, new, 1)), key, allowed)


@pytest.mark.parametrize(
    ("tables", "key", "allowed"),
    [
        ("[redis]\nnodes = 2", "redis.nodes = 2", "two network.private_subnet_ids"),
        ("[frontend]\nrate_limit = 5", "frontend.rate_limit = 5", "must be 10 or more"),
        ("[frontend]\nrate_limit = 50\nweb_acl_arn = 'x'", "frontend", "exclude each other"),
        (
            "[services.rag]\nport = 1\nprot = 2",
            "services.rag.prot = 2",
            "allowed: cidr_blocks, port",
        ),
        (
            "[services.rag]\nport = 70000\ncidr_blocks = ['10.0.0.0/8']",
            "services.rag.port = 70000",
            "65535",
        ),
        ("[services.rag]\nport = 80", "services.rag", "either security_group_id or cidr_blocks"),
        (
            "[services.rag]\nport = 80\ncidr_blocks = ['10.0.0.1/8']",
            "services.rag.cidr_blocks.0 = '10.0.0.1/8'",
            "10.0.0.0/16",
        ),
        ("[redis]\nnodes = 9", "redis.nodes = 9", "must be 6 or less"),
        ("[redis]\nnodes = '2'", "redis.nodes = '2'", "must be a whole number, without quotes"),
        ("[function]\nmemory_mb = 128", "function.memory_mb = 128", "512"),
        ("[function]\ntimeout_seconds = 901", "function.timeout_seconds = 901", "900"),
        (
            "[function]\narchitecture = 'arm'",
            "function.architecture = 'arm'",
            "'arm64' or 'x86_64'",
        ),
        ("[alarms]\nmonthly_budget_usd = 50", "alarms", "needs alarms.emails"),
        ("[alarms]\nemails = ['ops']", "alarms.emails.0 = 'ops'", "an e-mail address"),
        (
            "[redis]\nuser_group_id = 'chat'",
            "redis.user_group_id",
            "REDIS_USERNAME and REDIS_PASSWORD",
        ),
        (
            "[function]\nreserved_concurrency = 2\nprovisioned_concurrency = 3",
            "function.provisioned_concurrency = 3",
            "at most function.reserved_concurrency = 2",
        ),
        (
            "[frontend]\nweb_acl_arn = 'arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/x/1'",
            "frontend.web_acl_arn",
            "us-east-1:123456789012:global/webacl/",
        ),
        (
            '[frontend]\ncontent_security_policy = "a\\nb"',
            "frontend.content_security_policy",
            "one line of ASCII",
        ),
        ("[api]\naccount_role = true", "api", "is for access_logs = true"),
        (
            "[[api.routes]]\npath = '/api/x/*'\ntimeout_seconds = 901",
            "timeout_seconds = 901",
            "at most 900 seconds for mode 'stream'",
        ),
        (
            "[[api.routes]]\npath = '/api/x'\nmode = 'buffered'\ntimeout_seconds = 301",
            "timeout_seconds = 301",
            "at most 300",
        ),
        (
            "[[api.routes]]\npath = '/api/x'\n[[api.routes]]\npath = '/api/x/*'",
            "api.routes",
            "/api/x/* overlaps /api/x",
        ),
        (
            "[[api.routes]]\npath = '/api/a-b/x'\n[[api.routes]]\npath = '/api/a_b'",
            "api.routes",
            "/api/a_b and /api/a-b would share one Terraform address",
        ),
        (
            "[[api.routes]]\npath = '/api/x/'",
            "api.routes.0.path = '/api/x/'",
            "a path like /health",
        ),
        (
            "[[api.routes]]\npath = '/api/{id}'",
            "api.routes.0.path = '/api/{id}'",
            "a path like /health",
        ),
        (
            "[[api.routes]]\npath = '/x'\nmode = 'sse'",
            "api.routes.0.mode = 'sse'",
            "'stream' or 'buffered'",
        ),
        ("[frontend]\norigin_read_timeout = 10", "librechat.sse_ping_seconds = 15", "less than"),
        (
            "[librechat]\nconfig_replace_host = 'a.example.com'",
            "librechat",
            "needs config_file or config_s3_uri",
        ),
        (
            "[librechat]\nconfig_file = 'none.yaml'",
            "librechat.config_file = 'none.yaml'",
            "must be a file",
        ),
        (
            "[librechat]\nconfig_s3_uri = 'https://x/y'",
            "librechat.config_s3_uri = 'https://x/y'",
            "s3://bucket/librechat.yaml",
        ),
        ("[frontend]\ndirectory = 'dist'", "frontend.directory = 'dist'", "with an index.html"),
        ("[state]\nbucket = 'Bad_Bucket'", "state.bucket = 'Bad_Bucket'", "3 to 63 characters"),
    ],
)
def test_a_wrong_value_of_an_optional_key_is_named_the_same_way(
    tmp_path: Path, tables: str, key: str, allowed: str
) -> None:
    assert_refused(write(tmp_path, MINIMAL + tables), key, allowed)


def assert_refused(path: Path, key: str, allowed: str) -> None:
    with pytest.raises(ConfigError) as error:
        load(path)
    assert str(error.value).startswith(f"{path}: ")
    assert key in str(error.value)
    assert allowed in str(error.value)


@pytest.mark.parametrize(
    ("region", "account"), [("eu-west-1", "123456789012"), ("us-east-1", "210987654321")]
)
def test_a_certificate_elsewhere_than_in_us_east_1_of_this_account_is_refused(
    tmp_path: Path, region: str, account: str
) -> None:
    """FR-023."""
    with pytest.raises(
        ConfigError,
        match=r"domain\.certificate_arn = .*arn:aws:acm:us-east-1:123456789012:certificate/",
    ):
        load(write(tmp_path, MINIMAL + DOMAIN.format(region=region, account=account)))
    assert load(
        write(tmp_path, MINIMAL + DOMAIN.format(region="us-east-1", account="123456789012"))
    ).domain


def test_domain_certificate_and_zone_are_optional_together(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"domain\.hosted_zone_id: missing"):
        load(
            write(
                tmp_path,
                MINIMAL
                + DOMAIN.format(region="us-east-1", account="123456789012").rpartition("hosted")[0],
            )
        )


@pytest.mark.parametrize(
    "line",
    [
        "CREDS_KEY2 = 'zzsecretzz'",
        "CREDS_IV = 'zzsecretzz'",
        "OPENID_CLIENT_SECRET = 'zzsecretzz'",
        "EMAIL_PASSWORD = 'zzsecretzz'",
        "HF_TOKEN = 'zzsecretzz'",
        "OPENAI_API_KEY = 'zzsecretzz'",
        "SOME_URL = 'mongodb://user:zzsecretzz@host/db'",
        "NUMBER_KEY = 12345678901",
    ],
)  # fmt: skip
@pytest.mark.parametrize("table", ["[librechat.variables]", "[librechat]"])
def test_a_secret_in_clear_is_refused_and_never_repeated(
    tmp_path: Path, line: str, table: str
) -> None:
    """FR-024."""
    with pytest.raises(ConfigError) as error:
        load(
            write(
                tmp_path,
                MINIMAL.replace("[librechat.secrets]", f"{table}\n{line}\n[librechat.secrets]"),
            )
        )
    assert line.partition(" ")[0] in str(error.value)
    assert "zzsecretzz" not in str(error.value) and "12345678901" not in str(error.value).replace(
        "123456789012", ""
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("DOMAIN_CLIENT = 'https://x.example.com'", "set by the stack"),
        ("REDIS_URI = 'redis://x'", "set by the stack"),
        ("AWS_REGION = 'eu-west-1'", "reserved by Lambda"),
        ("HANDLER_HEALTH_TRIES = '3'", "one of the handler's"),
        ("MONGO_URI = 'mongodb://host/db'", "looks like a secret"),
        (f"LONG = '{'x' * 4000}'", "4096 bytes"),
        ("'A-B' = 'x'", "a name of letters, digits and '_'"),
    ],
)
def test_a_variable_that_cannot_be_set_is_refused(tmp_path: Path, line: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        load(write(tmp_path, MINIMAL + "[librechat.variables]\n" + line))


def test_any_other_variable_can_be_set(tmp_path: Path) -> None:
    """FR-025."""
    lines = (
        "APP_TITLE = 'Chat'\nOPENAI_API_KEY = 'user_provided'\n"
        "TRUST_PROXY = '3'\nMAX_TOKENS_ALLOWED = '5'"
    )
    variables = load(
        write(tmp_path, MINIMAL + "[librechat.variables]\n" + lines)
    ).librechat.variables
    assert variables["OPENAI_API_KEY"] == "user_provided" and len(variables) == 4


def test_broken_toml_is_named_with_its_line(tmp_path: Path) -> None:
    path = write(tmp_path, 'region = "eu-west-1"\naccount_id = zzsecretzz')
    with pytest.raises(ConfigError, match=rf"{path}: is not valid TOML: .*line 2") as error:
        load(path)
    assert "zzsecretzz" not in str(error.value)


def test_all_faults_of_a_file_are_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as error:
        load(write(tmp_path, MINIMAL.replace("eu-west-1", "x").replace("vpc-", "vpx-")))
    assert [line.split(": ")[1] for line in str(error.value).splitlines()] == [
        "region = 'x'",
        "network.vpc_id = 'vpx-0a1b2c3d4e5f60718'",
    ]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.toml: cannot be read: No such file"):
        load(tmp_path / "none.toml")


@pytest.mark.parametrize("name", ["Prod", "a_b", "x" * 17, "1st", "a-"])
def test_a_file_name_that_cannot_name_resources_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ConfigError, match="1 to 16 of a-z"):
        load(write(tmp_path, MINIMAL, name))


def test_paths_are_relative_to_the_environment_file(tmp_path: Path) -> None:
    (tmp_path / "librechat.yaml").write_text("version: 1.3.1")
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist/index.html").touch()
    environment = load(
        write(
            tmp_path,
            MINIMAL.replace(
                "[librechat.secrets]",
                "[librechat]\nconfig_file='librechat.yaml'\n[librechat.secrets]",
            )
            + "[frontend]\ndirectory = 'dist'",
        )
    )
    assert environment.librechat.config_file == tmp_path / "librechat.yaml"
    assert environment.frontend.directory == tmp_path / "dist"


def test_every_field_is_documented() -> None:
    seen, waiting = set(), [Environment]
    while waiting:
        model = waiting.pop()
        seen.add(model)
        for name, field in model.model_fields.items():
            models = [
                t
                for t in (field.annotation, *get_args(field.annotation))
                if hasattr(t, "model_fields")
            ]
            waiting += [t for t in models if t not in seen]
            assert field.description or (all(t.__doc__ for t in models) and models), (
                f"{model.__name__}.{name}"
            )
    assert len(seen) >= 12


def test_the_commented_keys_of_dev_toml_are_valid_when_they_are_uncommented(tmp_path: Path) -> None:
    text = (ROOT / "environments/dev.toml").read_text()
    lines = []
    for line in text.splitlines():
        bare = line.removeprefix("# ")
        key = bare.partition(" ")[0]
        exclusive = key in ("cidr_blocks", "config_s3_uri", "OPENAI_API_KEY", "config_replace_host")
        lines.append(
            bare
            if line.startswith("# ") and (bare.startswith("[") or " = " in bare) and not exclusive
            else line
        )
    (tmp_path / "librechat.yaml").write_text("version: 1.3.1")
    environment = load(write(tmp_path, "\n".join(lines)))
    assert environment.domain and environment.services and environment.state
