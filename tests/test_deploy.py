"""The whole of it: `make deploy` and `cdktf deploy` onto an emulated AWS, with the real CLI,
Terraform, AWS provider, Docker engine and registry. `make emulate` runs this file with its output
shown.

`dev` is deployed from nothing, as its user does, deployed again, changed in five ways and
destroyed. Beside it, in the same account and at the same time, `prod` is deployed through one
failure after another. Each state is a fixture, made once, that ends with what boto3 reads back; the
tests compare. What provider 5.100.0 cannot set (`response_transfer_mode`, timeouts over 300 s) is
read from the synthesized stack.
"""

import itertools
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, get_args

import docker
import pytest
from docker.errors import DockerException
from pydantic import BaseModel

from config import Environment
from local.aws import ACCOUNT, AWS, PASSWORD, REGION
from local.deployer_policy import policy
from local.doubles import modules
from local.environment_file import as_toml
from local.existing import with_existing
from local.registry import environment, provider_mirror, reachable, registry
from review.replacements import replacements
from tests.conftest import ROOT, need
from tests.support.steps import OWN

CDKTF = ROOT / "node_modules" / ".bin" / "cdktf"
MAIN = """
import sys

sys.path.insert(0, "app")
from local.emulated_app import run

run()
"""
"""The emulated app in the place of the project's own, which is in app/."""
SECRET = "the-value-of-"
NAME = "librechat-"


@dataclass
class Run:
    """One run of the command line."""

    code: int
    output: str
    calls: Sequence[str]
    plan: dict[str, Any] = field(default_factory=dict)

    @property
    def replaced(self) -> set[str]:
        """What a plan replaces, but for the publishing steps; a module's by its type."""
        return {
            re.sub(r"^(module(?:\.\w+){2}).*", r"\1", change["address"])
            for change in self.plan["resource_changes"]
            if len(change["change"]["actions"]) == 2 and change["type"] != "terraform_data"
        }

    @property
    def summary(self) -> str:
        found = re.search(
            r"No changes\.|\d+ added, \d+ changed, \d+ destroyed|Resources: \d+ destroyed",
            self.output,
        )
        return found[0] if found else ""

    def writes(self) -> set[str]:
        """The AWS services on which something was changed."""
        operations = "GET|HEAD|Get|List|Describe|BatchGet|CallerIdentity|LookupEvents|Filter"
        reads = rf"\w+ ({operations})|sts |registry |ecr "
        return {call.split()[0] for call in self.calls if not re.match(reads, call)}


class Project:
    """A copy of this project, as a user has it, with one environment in the emulated account."""

    def __init__(
        self, aws: AWS, directory: Path, name: str, cli_config: Path, images: Callable[[str], str]
    ) -> None:
        self.aws, self.directory, self.name = aws, directory, name
        for part in (
            "cdktf.json",
            "imports",
            "config",
            "modules",
            "publish",
            "lambda_image",
            "local",
            "environments",
            "tools",
        ):
            source = ROOT / part
            skipped = shutil.ignore_patterns("node_modules", "__pycache__", "test", "build")
            if source.is_dir():
                shutil.copytree(source, directory / part, ignore=skipped)
            else:
                directory.mkdir(exist_ok=True)
                shutil.copy(source, directory)
        (directory / "app").mkdir()
        shutil.copy(ROOT / "main.py", directory / "app")
        (directory / "main.py").write_text(MAIN)
        self.file = directory / "environments" / f"{name}.toml"
        self.file.write_text(owned(aws, self.file.read_text(), images))
        self.stack = directory / "cdktf.out" / "stacks" / f"{NAME}{name}"
        self.key = f"{NAME}{name}"
        self.environment = {
            **os.environ,
            **aws.environment,
            "AWS_ACCESS_KEY_ID": self.key,  # tells the calls of two environments apart
            **environment(cli_config),
            "ENVIRONMENT": name,
            "ENVIRONMENTS": "environments",
            "CI": "true",  # no spinner
            # Else both environments write to one cache of providers, at the same time.
            "CDKTF_DISABLE_PLUGIN_CACHE_ENV": "true",
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        }

    def change(self, old: str, new: str, file: str = "") -> None:
        path = self.directory / file if file else self.file
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new, 1))

    def cdktf(self, command: str) -> Run:
        """`cdktf deploy` or `destroy`, its output shown as it comes."""
        lock = ["--skip-provider-lock"] if command == "deploy" else []  # it would ask the registry
        app = ["--app", f"{sys.executable} main.py"]
        return self.run(
            [str(CDKTF), command, f"{NAME}{self.name}", "--auto-approve", *lock, *app],
            self.directory,
        )

    def make(self, command: str, *options: str) -> Run:
        """`make deploy` and the like, as the Makefile runs them."""
        return self.run(
            [sys.executable, "-m", f"tools.{command}", self.name, *options], self.directory
        )

    def plan(self, changes: Mapping[str, Any]) -> Run:
        """What a deploy would do were these keys of the environment file others. It is not done,
        and the file is as before."""
        text = self.file.read_text()
        file = tomllib.loads(text)
        for key, value in changes.items():
            *tables, name = key.split(".")
            table = file
            for part in tables:
                table = table.setdefault(part, {})
            table[name] = value
        self.file.write_text(as_toml(file))
        self.environment["CDKTF_OUTDIR"] = "cdktf.out"
        try:
            synth = self.run([sys.executable, "main.py"], self.directory)
            assert synth.code == 0, synth.output
            options = ("-refresh=false", "-lock=false", "-input=false", "-out=changed.plan")
            planned = self.terraform("plan", *options)
            if planned.code == 0:
                show = ["terraform", "show", "-json", "changed.plan"]  # long: not to be seen
                planned.plan = json.loads(
                    subprocess.check_output(show, cwd=self.stack, env=self.environment)
                )
            return planned
        finally:
            del self.environment["CDKTF_OUTDIR"]
            self.file.write_text(text)

    def terraform(self, *command: str) -> Run:
        """Terraform alone, in the synthesized directory."""
        return self.run(["terraform", *command, "-no-color"], self.stack)

    def run(self, command: list[str], directory: Path) -> Run:
        mark, lines = len(self.aws.calls), []
        print(f"\n$ {' '.join(command)}  # {self.name}", flush=True)
        self.process = subprocess.Popen(
            command,
            cwd=directory,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        for line in self.process.stdout or ():
            lines.append(re.sub(r"\x1b\[[0-9;]*m", "", line))
            print(lines[-1], end="", flush=True)
        code = self.process.wait()
        return Run(
            code, "".join(lines), [call for call in self.aws.calls[mark:] if self.key in call.by]
        )

    def kill(self) -> None:
        """Command line, Terraform, provider and step at once, as a machine that loses power."""
        os.killpg(self.process.pid, signal.SIGKILL)


def owned(aws: AWS, text: str, images: Callable[[str], str]) -> str:
    """An environment file whose existing things and secrets exist in the account."""
    text, ssm = with_existing(aws, text, {}), aws.client("ssm")
    for parameter in re.findall(r'^[A-Z_]+ = "(/librechat/.+)"', text, re.MULTILINE):
        ssm.put_parameter(Name=parameter, Value=f"{SECRET}{parameter}", Type="SecureString")
    text = re.sub(
        r"(?m)^(\[function\]\n)|\Z", rf'[function]\narchitecture = "{OWN}"\n', text, count=1
    )
    return text.replace("[librechat]\n", f'[librechat]\nimage = "{images("v0.8.2-rc1")}"\n')


@pytest.fixture(scope="module")
def images(aws: AWS) -> Iterator[Callable[[str], str]]:
    """Makes an image in LibreChat's shape for a version, and returns its name."""
    try:
        engine = docker.from_env()
        engine.ping()
    except DockerException:
        need(None, "a running Docker engine")
    made: set[str] = set()

    def image(version: str) -> str:
        name = f"librechat-emulated:{version}"
        if name not in made:
            script = ROOT / "lambda_image" / "test" / "base-image.sh"
            subprocess.run(["sh", script, name, version], check=True, capture_output=True)
            made.add(name)
        return name

    yield image
    for name in engine.images.list(filters={"reference": f"{aws.registry}/*"}):
        engine.images.remove(name.id, force=True)
    engine.close()


@pytest.fixture(scope="module")
def cli_config(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Leads Terraform to the modules: real ones from the registry or MODULE_SOURCES, else
    doubles."""
    need(shutil.which("terraform"), "terraform")
    need(CDKTF.exists(), "node_modules/.bin/cdktf")
    need(reachable() or provider_mirror(), "the AWS provider")
    with registry(tmp_path_factory.mktemp("registry"), modules()) as config:
        yield config


@pytest.fixture(scope="module")
def dev(
    aws: AWS,
    cli_config: Path,
    images: Callable[[str], str],
    tmp_path_factory: pytest.TempPathFactory,
) -> Project:
    return Project(aws, tmp_path_factory.mktemp("deploy") / "dev", "dev", cli_config, images)


@pytest.fixture(scope="module", autouse=True)
def prod_in_the_background(
    aws: AWS,
    cli_config: Path,
    images: Callable[[str], str],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Future[dict[str, Any]]]:
    """`prod`, deployed through one failure after another, while the tests of `dev` go on."""
    project = Project(aws, tmp_path_factory.mktemp("deploy") / "prod", "prod", cli_config, images)
    with ThreadPoolExecutor(1) as pool:
        yield pool.submit(through_failures, aws, project)


def through_failures(aws: AWS, project: Project) -> dict[str, Any]:
    runs: dict[str, Any] = {"project": project}
    ssm, missing = aws.client("ssm"), "/librechat/prod/OPENID_CLIENT_SECRET"
    ssm.delete_parameter(Name=missing)
    runs["missing"] = project.cdktf("deploy")
    runs["created without secrets"] = names(aws, "prod")
    ssm.put_parameter(Name=missing, Value=f"{SECRET}{missing}", Type="SecureString")
    with aws.when("registry POST", by=project.key):
        runs["push refused"] = project.cdktf("deploy")
    with aws.when("lambda POST /2015-03-31/functions", by=project.key):
        runs["call refused"] = project.cdktf("deploy")
    with aws.when(f"s3 PUT /librechat-prod-frontend-{ACCOUNT}/", by=project.key, skip=4):
        runs["upload refused"] = project.cdktf("deploy")
    runs["site after it"] = site(aws, "prod")
    runs["healed"] = project.cdktf("deploy")
    runs["names"] = names(aws, "prod")
    runs["site"] = site(aws, "prod")
    runs["again"] = project.cdktf("deploy")
    runs["planned"] = {
        keys: project.plan({"deletion_protection": False, **change})
        for keys, change in REPLACING.items()
    }
    runs["protected"] = project.plan({"kms_key_arn": REPLACING["kms_key_arn"]["kms_key_arn"]})
    return runs


OTHER = "0123456789abcdef0"
REPLACING: dict[str, dict[str, Any]] = {
    "network.vpc_id": {"network.vpc_id": f"vpc-{OTHER}"},
    "database.security_group_id": {"database.security_group_id": f"sg-{OTHER}"},
    "services.*.security_group_id": {"services.rag_api.security_group_id": f"sg-{OTHER}"},
    "domain.name": {"domain.name": "other.example.com"},
    "domain.hosted_zone_id": {"domain.hosted_zone_id": "Z0123456789ABCDEFGHIK"},
    "redis.engine_version": {"redis.engine_version": "7.0"},
    "redis.transit_encryption": {"redis.transit_encryption": False},
    "api.stage_name": {"api.stage_name": "next"},
    "api.routes": {"api.routes": [{"path": "/api/*", "mode": "stream"}]},
    "alarms.emails": {"alarms.emails": ["other@example.com"]},
    "kms_key_arn": {
        "kms_key_arn": f"arn:aws:kms:{REGION}:{ACCOUNT}:key/00000000-0000-0000-0000-000000000000"
    },
    "every other key": {
        "log_retention_days": 400,
        "tags.Team": "chat",
        "network.private_subnet_ids": [f"subnet-{OTHER}", "subnet-0123456789abcdef1"],
        "database.port": 27018,
        "domain.certificate_arn": f"arn:aws:acm:us-east-1:{ACCOUNT}:certificate/other",
        "services.rag_api.port": 8001,
        "librechat.image": "librechat-emulated:v0.8.2",
        "librechat.config_s3_uri": "s3://example-librechat-config/prod/other.yaml",
        "librechat.config_replace_host": "other.example.com",
        "librechat.secrets.CREDS_KEY": "/librechat/prod/OTHER_KEY",
        "librechat.secrets.REDIS_USERNAME": "/librechat/prod/REDIS_USERNAME",
        "librechat.secrets.REDIS_PASSWORD": "/librechat/prod/REDIS_PASSWORD",
        "librechat.variables.APP_TITLE": "Other",
        "librechat.health_tries": 61,
        "librechat.health_interval_ms": 600,
        "librechat.sse_ping_seconds": 14,
        "librechat.drain_seconds": 60,
        "librechat.pack": False,
        "function.memory_mb": 4096,
        "function.timeout_seconds": 600,
        "function.architecture": "arm64" if OWN == "x86_64" else "x86_64",
        "function.reserved_concurrency": 50,
        "function.provisioned_concurrency": 1,
        "function.warm_every_minutes": 5,
        "redis.node_type": "cache.t4g.medium",
        "redis.nodes": 3,
        "redis.snapshot_retention_days": 7,
        "redis.user_group_id": "librechat-prod",
        "api.throttle_rate": 50,
        "api.throttle_burst": 100,
        "api.access_logs": False,
        "frontend.keep_stale_days": 31,
        "frontend.price_class": "PriceClass_All",
        "frontend.http_version": "http2",
        "frontend.origin_read_timeout": 59,
        "frontend.rate_limit": 3000,
        "frontend.access_logs_bucket": "example-logs",
        "frontend.content_security_policy": "default-src 'self'",
        "files.noncurrent_version_days": 60,
        "alarms.cold_start_ms": 20_000,
        "alarms.api_latency_ms": 20_000,
        "alarms.monthly_budget_usd": 100,
    },
}
"""Changes of prod's environment file, each of a row of the runbook's table."""

NOT_CHANGED = {
    "name",  # the file's name: another stack
    "region",
    "account_id",
    "deletion_protection",  # off in all of these
    "shared",  # a word about another environment
    "state",
    "database.cidr_blocks",  # in place of a security group
    "services",
    "librechat.config_file",  # in place of an object
    "api.stream_everything",  # as routes
    "api.buffered_timeout_quota",  # what a route may have
    "api.account_role",  # prod has none
    "frontend.directory",  # in place of the client in the image
    "frontend.web_acl_arn",  # in place of a rate limit
}
"""Keys that none of them changes, and why."""


# What boto3 reads back


def names(aws: AWS, environment: str) -> set[str]:
    """Everything in the account that is named after an environment."""
    lists = (
        ("s3", "list_buckets", "Buckets", "Name"),
        ("ecr", "describe_repositories", "repositories", "repositoryName"),
        ("lambda", "list_functions", "Functions", "FunctionName"),
        ("logs", "describe_log_groups", "logGroups", "logGroupName"),
        ("logs", "describe_query_definitions", "queryDefinitions", "name"),
        ("iam", "list_roles", "Roles", "RoleName"),
        ("apigateway", "get_rest_apis", "items", "name"),
        ("apigateway", "get_api_keys", "items", "name"),
        ("apigateway", "get_usage_plans", "items", "name"),
        ("ec2", "describe_security_groups", "SecurityGroups", "GroupName"),
        ("elasticache", "describe_replication_groups", "ReplicationGroups", "ReplicationGroupId"),
        (
            "elasticache",
            "describe_cache_subnet_groups",
            "CacheSubnetGroups",
            "CacheSubnetGroupName",
        ),
        ("cloudwatch", "describe_alarms", "MetricAlarms", "AlarmName"),
        ("cloudwatch", "list_dashboards", "DashboardEntries", "DashboardName"),
        ("sns", "list_topics", "Topics", "TopicArn"),
    )
    found = set()
    for service, operation, items, name in lists:
        answer = getattr(aws.client(service), operation)()
        found |= {f"{service} {operation} {item[name]}" for item in answer.get(items, ())}
    front = aws.client("cloudfront")
    for distribution in front.list_distributions()["DistributionList"].get("Items", ()):
        found.add(f"cloudfront distribution {distribution['Comment']}")
    for function in front.list_functions()["FunctionList"].get("Items", ()):
        found.add(f"cloudfront function {function['Name']}")
    for control in front.list_origin_access_controls()["OriginAccessControlList"].get("Items", ()):
        found.add(f"cloudfront access control {control['Name']}")
    acls = aws.client("wafv2", "us-east-1").list_web_acls(Scope="CLOUDFRONT")
    found |= {f"wafv2 web ACL {acl['Name']}" for acl in acls["WebACLs"]}
    budgets = aws.client("budgets").describe_budgets(AccountId=ACCOUNT)
    found |= {f"budget {budget['BudgetName']}" for budget in budgets["Budgets"]}
    return {name for name in found if f"{NAME}{environment}" in name}


def site(aws: AWS, environment: str) -> dict[str, tuple[str, str, str]]:
    """The frontend bucket: content, type and lifetime of each object."""
    s3, bucket = aws.client("s3"), f"{NAME}{environment}-frontend-{ACCOUNT}"
    objects = {}
    for item in s3.list_objects_v2(Bucket=bucket).get("Contents", ()):
        found = s3.get_object(Bucket=bucket, Key=item["Key"])
        content = found["Body"].read().decode(errors="replace")
        objects[item["Key"]] = (content, found["ContentType"], found["CacheControl"])
    return objects


def state(aws: AWS) -> dict[str, Any]:
    """What the changes of `dev` below may change, and what they must not."""
    functions = aws.client("lambda")
    api = next(
        api
        for api in aws.client("apigateway").get_rest_apis()["items"]
        if api["name"] == f"{NAME}dev"
    )
    stage = aws.client("apigateway").get_stages(restApiId=api["id"])["item"][0]
    return {
        "functions": {"api": functions.get_function(FunctionName=f"{NAME}dev-api")},
        "deployment": stage["deploymentId"],
        "images": aws.client("ecr").describe_images(repositoryName=f"{NAME}dev-api")[
            "imageDetails"
        ],
        "site": site(aws, "dev"),
        "api": api,
    }


def digests(read: dict[str, Any]) -> set[str]:
    return {
        function["Code"]["ImageUri"].partition("@")[2] for function in read["functions"].values()
    }


# The states of `dev`


@pytest.fixture(scope="module")
def first(aws: AWS, dev: Project) -> tuple[Run, dict[str, Any]]:
    run = dev.make("deploy", "--yes")
    assert run.code == 0, run.output[-5000:]
    assert aws.gaps == []
    return run, state(aws)


@pytest.fixture(scope="module")
def second(aws: AWS, dev: Project, first: Any) -> tuple[Run, Run, dict[str, Any]]:
    run = dev.cdktf("deploy")
    alone = dev.terraform("plan", "-detailed-exitcode", "-input=false", "-out=saved.plan")
    return run, alone, state(aws)


@pytest.fixture(scope="module")
def settings_planned(dev: Project, second: Any) -> Run:
    """A plan of another secret and another librechat.yaml."""
    config = dev.directory / "environments" / "librechat.yaml"
    text = config.read_text()
    config.write_text(f"{text}\n# changed\n")
    planned = dev.plan({"librechat.secrets.ADDED": "/librechat/dev/ADDED"})
    config.write_text(text)
    return planned


@pytest.fixture(scope="module")
def handler_changed(
    aws: AWS, dev: Project, settings_planned: Any
) -> tuple[Run, Run, dict[str, Any]]:
    handler = dev.directory / "lambda_image" / "src" / "handler.mjs"
    handler.write_text(handler.read_text() + "\n// changed\n")
    with aws.when("registry P", dev.kill, by=dev.key, times=1):
        killed = dev.cdktf("deploy")
    return killed, dev.cdktf("deploy"), state(aws)


@pytest.fixture(scope="module")
def route_changed(aws: AWS, dev: Project, handler_changed: Any) -> tuple[Run, dict[str, Any]]:
    rows = "".join(
        f'[[api.routes]]\npath = "{path}"\nmode = "{mode}"\n'
        for path, mode in ROUTES.items()
        if path != "/api/files/*"
    )
    changed = '[[api.routes]]\npath = "/api/files/*"\nmode = "stream"\ntimeout_seconds = 120\n'
    dev.file.write_text(f"{dev.file.read_text()}\n{rows}{changed}")
    return dev.cdktf("deploy"), state(aws)


@pytest.fixture(scope="module")
def upgraded(
    aws: AWS, dev: Project, images: Callable[[str], str], route_changed: Any
) -> tuple[Run, dict[str, Any]]:
    dev.change("v0.8.2-rc1", images("v0.8.2").partition(":")[2])
    return dev.cdktf("deploy"), state(aws)


@pytest.fixture(scope="module")
def switched_on(aws: AWS, dev: Project, upgraded: Any) -> tuple[Run, dict[str, Any]]:
    """What costs, and is off by default; and what else is changed where it is."""
    dev.change("[function]\narch", "[function]\n" + "\n".join(SWITCHES["function"]) + "\narch")
    dev.change("# port = 27017\n", "\n".join([*SWITCHES["database"], ""]))
    for table in ("alarms", "frontend", "api"):
        dev.change(f"# [{table}]", "\n".join([f"[{table}]", *SWITCHES[table], "#"]))
    return dev.cdktf("deploy"), callers(aws)


SWITCHES = {
    "function": [
        "provisioned_concurrency = 1",
        "warm_every_minutes = 5",
        "reserved_concurrency = 20",
    ],
    "database": ["port = 27018"],
    "alarms": ['emails = ["oncall@example.com"]', "monthly_budget_usd = 100"],
    "frontend": ["rate_limit = 2000", "content_security_policy = \"default-src 'self'\""],
    "api": ["access_logs = true", "account_role = true"],
}


@pytest.fixture(scope="module")
def redis_replaced(aws: AWS, dev: Project, switched_on: Any) -> tuple[Run, dict[str, Any]]:
    """All of it off again, and another engine, to which Redis cannot be changed."""
    for switch in itertools.chain(*SWITCHES.values()):
        dev.change(f"{switch}\n", "")
    dev.change("[function]\narch", '[redis]\nengine_version = "7.0"\n[function]\narch')
    return dev.cdktf("deploy"), callers(aws)


def callers(aws: AWS) -> dict[str, Any]:
    """How the API reaches dev's function, and what it is led to."""
    functions = aws.client("lambda")
    policy = functions.get_policy(FunctionName=f"{NAME}dev-api", Qualifier="live")["Policy"]
    alias = functions.get_alias(FunctionName=f"{NAME}dev-api", Name="live")
    return {
        "leave": [
            statement
            for statement in json.loads(policy)["Statement"]
            if statement["Principal"]["Service"] == "apigateway.amazonaws.com"
        ],
        "version": alias["FunctionVersion"],
        **state(aws),
    }


@pytest.fixture(scope="module")
def prod(prod_in_the_background: Future[dict[str, Any]]) -> dict[str, Any]:
    return prod_in_the_background.result()


@pytest.fixture(scope="module")
def destroyed(
    aws: AWS, dev: Project, redis_replaced: Any, prod: Any
) -> tuple[Run, dict[str, set[str]]]:
    s3 = aws.client("s3")
    s3.put_object(
        Bucket=f"librechat-dev-files-{ACCOUNT}", Key="uploads/somebody/a.txt", Body=b"a user's file"
    )
    run = dev.cdktf("destroy")
    return run, {name: names(aws, name) for name in ("dev", "prod")}


# From nothing

ROUTES = {
    "/api/agents/*": "stream",
    "/api/assistants/*": "stream",
    "/api/ask/*": "stream",
    "/api/chat/*": "stream",
    "/api/files/*": "stream",
    "/api/convos/*": "stream",
    "/api/*": "buffered",
    "/oauth/*": "buffered",
    "/health": "buffered",
}


def test_one_command_deploys_all_of_it_from_nothing(
    dev: Project, first: tuple[Run, dict[str, Any]]
) -> None:
    """SC-001, FR-016. What is shown is what is done, the build while it runs, the URL and what
    comes next."""
    run, _ = first
    lines = [
        line[8:] if re.match(r" +\d+:\d\d  ", line) else line for line in run.output.splitlines()
    ]

    assert lines[0] == f"librechat-dev in account {ACCOUNT}, {REGION}"
    assert [line for line in lines if re.fullmatch(r"planned: \d{3} to create", line)]
    assert [line for line in lines if re.fullmatch(r"deployed: \d{3} created", line)]
    assert [line for line in lines if line.startswith("image: Building the image from librechat-")]
    url = next(line for line in lines if line.startswith("url "))
    assert re.fullmatch(r"url +https://[a-z0-9]+\.cloudfront\.net", url)
    assert lines[lines.index("Next:") + 1].startswith("- Registration is closed.")
    assert lines[-1] == "- Follow its logs: `make logs ENV=dev`."
    assert len(lines) < 40
    assert (dev.directory / "environments/dev.terraform.lock.hcl").is_file(), "for the next init"


def test_its_outputs_are_the_names_of_what_is_there(
    dev: Project, first: tuple[Run, dict[str, Any]]
) -> None:
    run = dev.make("outputs")

    assert run.code == 0, run.output
    said = dict(line.split(maxsplit=1) for line in run.output.splitlines())
    assert said["api_id"] == first[1]["api"]["id"]
    assert said["files_bucket"] == f"librechat-dev-files-{ACCOUNT}"
    assert run.output in first[0].output


def test_the_functions_run_the_pushed_image_by_digest_with_their_environment(
    aws: AWS, first: tuple[Run, dict[str, Any]]
) -> None:
    """FR-006, FR-012, FR-020, FR-024, FR-025, FR-039, FR-049."""
    _, read = first
    [image] = read["images"]
    commands = {}

    for kind, function in read["functions"].items():
        configuration = function["Configuration"]
        commands[kind] = configuration["ImageConfigResponse"]["ImageConfig"]["Command"]
        variables = configuration["Environment"]["Variables"]
        assert (
            function["Code"]["ImageUri"]
            == f"{aws.registry}/librechat-dev-api@{image['imageDigest']}"
        )
        assert (configuration["MemorySize"], configuration["Timeout"]) == (2048, 900)
        assert len(configuration["VpcConfig"]["SubnetIds"]) == 2
        assert variables["APP_TITLE"] == "LibreChat (dev)"
        assert variables["REDIS_URI"].startswith("rediss://")
        assert variables["AWS_BUCKET_NAME"] == f"librechat-dev-files-{ACCOUNT}"
        assert (
            json.loads(variables["HANDLER_SECRET_PARAMETERS"])["CREDS_KEY"]
            == "/librechat/dev/CREDS_KEY"
        )
        assert (
            variables["DOMAIN_CLIENT"]
            == variables["DOMAIN_SERVER"]
            == f"https://{distribution(aws)['DomainName']}"
        )
    assert commands == {"api": ["handler.handler"]}


def distribution(aws: AWS, environment: str = "dev") -> dict[str, Any]:
    items = aws.client("cloudfront").list_distributions()["DistributionList"]["Items"]
    return next(item for item in items if item["Comment"] == f"{NAME}{environment}")


def test_every_route_has_its_transfer_mode(
    aws: AWS, dev: Project, first: tuple[Run, dict[str, Any]]
) -> None:
    """FR-010, FR-042, FR-045, FR-046. The mode is in the URI that AWS has, and in the stack as
    synthesized."""
    _, read = first
    resources = aws.client("apigateway").get_resources(
        restApiId=read["api"]["id"], limit=500, embed=["methods"]
    )
    modes = {}
    for resource in resources["items"]:
        methods = resource.get("resourceMethods", {})
        if "ANY" not in methods:
            continue
        uri = methods["ANY"]["methodIntegration"]["uri"]
        streams = "2021-11-15" in uri and uri.endswith("/response-streaming-invocations")
        modes[resource["path"]] = "stream" if streams else "buffered"
        assert streams or uri.endswith("/invocations")
        assert f"{NAME}dev-api:live/" in uri
        assert methods["ANY"]["apiKeyRequired"]
        assert methods["OPTIONS"]["methodIntegration"]["type"] == "MOCK"

    expected = {}
    for path, mode in ROUTES.items():
        expected[path.removesuffix("/*")] = mode
        if path.endswith("/*"):
            expected[path.replace("*", "{proxy+}")] = mode
    assert modes == expected
    synthesized = json.loads((dev.stack / "as-synthesized.json").read_text())["resource"]
    for integration in synthesized["aws_api_gateway_integration"].values():
        if "uri" in integration:
            streams = integration["uri"].endswith("/response-streaming-invocations")
            assert integration["response_transfer_mode"] == ("STREAM" if streams else "BUFFERED")
            assert integration["timeout_milliseconds"] == (900_000 if streams else 29_000)


def test_the_bucket_admits_the_distribution_alone(aws: AWS, first: Any) -> None:
    """FR-014, FR-002."""
    s3, bucket = aws.client("s3"), f"librechat-dev-frontend-{ACCOUNT}"
    statements = json.loads(s3.get_bucket_policy(Bucket=bucket)["Policy"])["Statement"]

    [allowed] = [statement for statement in statements if statement["Effect"] == "Allow"]
    assert allowed["Principal"] == {"Service": "cloudfront.amazonaws.com"}
    assert allowed["Condition"]["StringEquals"] == {"AWS:SourceArn": distribution(aws)["ARN"]}
    assert all(s3.get_public_access_block(Bucket=bucket)["PublicAccessBlockConfiguration"].values())
    assert "Status" not in s3.get_bucket_versioning(Bucket=bucket)


def test_the_distribution_sends_the_api_to_api_gateway_and_the_rest_to_the_bucket(
    aws: AWS, first: tuple[Run, dict[str, Any]]
) -> None:
    """FR-003, FR-011, FR-013 to FR-015."""
    _, read = first
    id_ = distribution(aws)["Id"]
    config = aws.client("cloudfront").get_distribution_config(Id=id_)["DistributionConfig"]
    origins = {origin["Id"]: origin for origin in config["Origins"]["Items"]}
    behaviors = {
        behavior["PathPattern"]: behavior for behavior in config["CacheBehaviors"]["Items"]
    }

    assert set(behaviors) == {"/api", "/api/*", "/oauth", "/oauth/*", "/health"}
    for behavior in behaviors.values():
        origin = origins[behavior["TargetOriginId"]]
        assert origin["DomainName"] == f"{read['api']['id']}.execute-api.{REGION}.amazonaws.com"
        assert origin["OriginPath"] == "/live"
        assert origin["CustomHeaders"]["Items"][0]["HeaderName"] == "x-api-key"
        assert not behavior["Compress"]
        assert "ForwardedValues" not in behavior
    default = config["DefaultCacheBehavior"]
    assert origins[default["TargetOriginId"]]["DomainName"].startswith(
        f"librechat-dev-frontend-{ACCOUNT}.s3."
    )
    assert origins[default["TargetOriginId"]]["OriginAccessControlId"]
    assert default["FunctionAssociations"]["Items"][0]["EventType"] == "viewer-request"


def test_the_functions_reach_what_is_named_and_redis_admits_them(aws: AWS, first: Any) -> None:
    """FR-019, FR-040, FR-041, FR-047."""
    groups = aws.client("ec2").describe_security_groups()["SecurityGroups"]
    [functions] = [group for group in groups if group["GroupName"] == "librechat-dev"]
    [redis] = [group for group in groups if group["GroupName"].startswith("librechat-dev-redis")]

    assert functions["IpPermissions"] == []
    assert sorted(rule["FromPort"] for rule in functions["IpPermissionsEgress"]) == [
        443,
        6379,
        27017,
    ]
    [admitted] = redis["IpPermissions"]
    assert (admitted["FromPort"], admitted["ToPort"]) == (6379, 6379)
    assert [pair["GroupId"] for pair in admitted["UserIdGroupPairs"]] == [functions["GroupId"]]


def test_the_client_is_live_with_its_headers(first: tuple[Run, dict[str, Any]]) -> None:
    """FR-001, FR-043."""
    _, read = first
    page, kind, lasting = read["site"]["index.html"]
    scripts = re.findall(r'(?:src|href)="/(assets/[^"]+)"', page)

    assert 'content="v0.8.2-rc1"' in page
    assert (kind, lasting) == ("text/html; charset=utf-8", "no-cache")
    assert scripts
    assert all(
        read["site"][script][2] == "public, max-age=31536000, immutable" for script in scripts
    )
    assert not any(key.endswith(".gz") for key in read["site"])


def test_librechat_yaml_is_where_the_functions_look(
    aws: AWS, first: tuple[Run, dict[str, Any]]
) -> None:
    """FR-026."""
    variables = first[1]["functions"]["api"]["Configuration"]["Environment"]["Variables"]
    bucket, _, key = variables["HANDLER_CONFIG_S3_URI"].removeprefix("s3://").partition("/")

    uploaded = aws.client("s3").get_object(Bucket=bucket, Key=key)["Body"].read()
    assert uploaded == (ROOT / "environments" / "librechat.yaml").read_bytes()


# Again, and changed


def test_a_second_deploy_changes_nothing_and_builds_nothing(
    second: tuple[Run, Run, dict[str, Any]],
) -> None:
    """SC-001."""
    run, _, _ = second

    assert run.code == 0
    assert run.summary == "No changes."
    assert not [call for call in run.calls if call.startswith("registry")]
    assert run.writes() == set()


def test_terraform_alone_finds_nothing_to_change_in_the_synthesized_directory(
    second: tuple[Run, Run, dict[str, Any]],
) -> None:
    _, alone, _ = second

    assert alone.code == 0, alone.output


def test_a_deploy_killed_while_it_pushes_is_healed_by_the_next(
    handler_changed: tuple[Run, Run, dict[str, Any]], second: tuple[Run, Run, dict[str, Any]]
) -> None:
    killed, run, _ = handler_changed

    assert killed.code == -signal.SIGKILL
    assert run.code == 0, run.output[-3000:]


def test_a_change_in_the_handler_updates_the_functions_and_nothing_else(
    handler_changed: tuple[Run, Run, dict[str, Any]], second: tuple[Run, Run, dict[str, Any]]
) -> None:
    _, run, read = handler_changed
    before = second[2]

    assert run.writes() == {"lambda"}
    assert len(read["images"]) == 2
    assert digests(read).isdisjoint(digests(before))
    assert len(digests(read)) == 1
    assert read["deployment"] == before["deployment"]
    assert read["site"] == before["site"]


def test_a_change_in_one_route_makes_a_new_deployment_of_the_api(
    route_changed: tuple[Run, dict[str, Any]], handler_changed: tuple[Run, Run, dict[str, Any]]
) -> None:
    run, read = route_changed
    before = handler_changed[2]

    assert run.code == 0, run.output[-3000:]
    assert run.writes() == {"apigateway"}
    assert read["deployment"] != before["deployment"]
    assert digests(read) == digests(before)


def test_a_new_librechat_version_brings_image_and_client_together(
    upgraded: tuple[Run, dict[str, Any]], route_changed: tuple[Run, dict[str, Any]]
) -> None:
    """FR-043: assets of the release before stay for browsers that still have its page."""
    run, read = upgraded
    before = route_changed[1]

    assert run.code == 0, run.output[-3000:]
    assert digests(read).isdisjoint(digests(before))
    assert 'content="v0.8.2"' in read["site"]["index.html"][0]
    assert {key for key in before["site"] if key.startswith("assets/")} <= set(read["site"])
    assert read["deployment"] == before["deployment"]


def test_provisioned_sandboxes_come_and_go_without_a_gap_for_callers(
    upgraded: tuple[Run, dict[str, Any]],
    switched_on: tuple[Run, dict[str, Any]],
    redis_replaced: tuple[Run, dict[str, Any]],
) -> None:
    """API Gateway's leave to invoke stays, and so does what it invokes: the alias, which leads to a
    version before sandboxes are provisioned for it, and to the function as it is only after they
    are gone."""
    (on, with_them), (off, without) = switched_on, redis_replaced

    assert on.code == 0, on.output[-3000:]
    assert off.code == 0, off.output[-3000:]
    assert (with_them["version"], without["version"]) == ("1", "$LATEST")
    assert with_them["leave"] == without["leave"] != []
    assert with_them["deployment"] == without["deployment"] == upgraded[1]["deployment"]
    alias = f"lambda PUT /2015-03-31/functions/{NAME}dev-api/aliases/live"
    sandboxes = f"/2019-09-30/functions/{NAME}dev-api/provisioned-concurrency"
    assert on.calls.index(alias) < on.calls.index(f"lambda PUT {sandboxes}")
    assert off.calls.index(f"lambda DELETE {sandboxes}") < off.calls.index(alias)


def test_redis_is_replaced_where_it_cannot_be_changed(
    aws: AWS, redis_replaced: tuple[Run, dict[str, Any]]
) -> None:
    """Its name is fixed: the old one goes before the new one comes."""
    run, _ = redis_replaced

    assert run.calls.index("elasticache DeleteReplicationGroup") < run.calls.index(
        "elasticache CreateReplicationGroup"
    )
    groups = aws.client("elasticache").describe_cache_clusters()["CacheClusters"]
    [engine] = [g["EngineVersion"] for g in groups if g["ReplicationGroupId"] == f"{NAME}dev-redis"]
    assert engine.startswith("7.0")


# Before a change


def test_the_runbook_says_what_each_change_of_the_environment_file_replaces(
    prod: dict[str, Any],
) -> None:
    said = {key: set(row.addresses) for row in replacements() for key in row.keys}

    for keys, planned in prod["planned"].items():
        assert planned.code == 0, f"{keys}: {planned.output}"
    for keys, planned in prod["planned"].items():
        known = {
            next((pattern for pattern in said[keys] if fnmatch(address, pattern)), address)
            for address in planned.replaced
        }
        assert known == said[keys], keys


def test_what_has_a_fixed_name_goes_before_its_successor_comes(prod: dict[str, Any]) -> None:
    """Else AWS refuses the successor, which has the same name."""
    created_first = {
        change["address"]
        for planned in prod["planned"].values()
        for change in planned.plan["resource_changes"]
        if change["change"]["actions"] == ["create", "delete"]
    }
    assert created_first <= {
        "aws_api_gateway_deployment.api",
        "terraform_data.preflight",
        "module.redis.aws_security_group.this[0]",  # its name is only a prefix
    }


def test_every_key_of_the_environment_file_is_changed_there() -> None:
    def keys(model: type[BaseModel], prefix: str = "") -> Iterator[str]:
        for name, at in model.model_fields.items():
            table = next(
                (
                    t
                    for t in (at.annotation, *get_args(at.annotation))
                    if hasattr(t, "model_fields")
                ),
                None,
            )
            if table and f"{prefix}{name}" not in NOT_CHANGED and name != "routes":
                yield from keys(table, f"{prefix}{name}.")
            else:
                yield prefix + name

    changed = {key for change in REPLACING.values() for key in change}
    assert {
        key
        for key in keys(Environment)
        if key not in NOT_CHANGED | changed and not any(c.startswith(f"{key}.") for c in changed)
    } == set()


def test_what_is_protected_is_not_replaced(prod: dict[str, Any]) -> None:
    """A repository with the images to roll back to, for one; nothing is begun."""
    refused = prod["protected"]

    assert refused.code != 0
    assert "Instance cannot be destroyed" in refused.output
    assert "aws_ecr_repository.ecr" in refused.output


def test_policies_stay_known_in_the_plan_when_a_secret_or_librechat_yaml_changes(
    settings_planned: Run,
) -> None:
    """SC-009: whoever approves reads what the role and the buckets admit."""
    assert settings_planned.code == 0, settings_planned.output
    changes = {change["address"]: change["change"] for change in planned_changes(settings_planned)}
    role = changes["aws_iam_role_policy.backend"]

    assert "aws_s3_object.backend_config" in changes
    assert "parameter/librechat/dev/ADDED" in role["after"]["policy"]
    assert not role["after_unknown"].get("policy")
    assert not [address for address in changes if "bucket_policy" in address]


def planned_changes(run: Run) -> list[dict[str, Any]]:
    return [c for c in run.plan["resource_changes"] if c["change"]["actions"] != ["no-op"]]


# Through failures


def test_a_deploy_without_its_secrets_names_them_and_creates_nothing(prod: dict[str, Any]) -> None:
    """FR-024."""
    run = prod["missing"]

    assert run.code != 0
    assert "OPENID_CLIENT_SECRET: /librechat/prod/OPENID_CLIENT_SECRET does not exist" in squeezed(
        run
    )
    assert "make secrets ENV=prod" in squeezed(run)
    assert prod["created without secrets"] == set()


@pytest.mark.parametrize(
    ("failure", "message"),
    [
        (
            "push refused",
            "The deploying identity needs, on this repository: ecr:BatchCheckLayerAvailability",
        ),
        ("call refused", "creating Lambda Function (librechat-prod-"),
        (
            "upload refused",
            "The release that was live is still whole. Deploy again, and the upload goes on",
        ),
    ],
)
def test_a_failure_ends_the_deploy_with_a_message(
    prod: dict[str, Any], failure: str, message: str
) -> None:
    run = prod[failure]

    assert run.code != 0
    assert message in squeezed(run)
    assert "Traceback" not in run.output


def squeezed(run: Run) -> str:
    """The output without the frames and line breaks of Terraform and cdktf."""
    return " ".join(
        re.sub(
            r"[│╷╵]|librechat-\w+  +|terraform_data\.\w+ \(local-exec\):", " ", run.output
        ).split()
    )


def test_an_upload_refused_in_the_middle_leaves_no_page_without_its_assets(
    prod: dict[str, Any],
) -> None:
    assert 0 < len(prod["site after it"]) < len(prod["site"])
    assert "index.html" not in prod["site after it"]


def test_the_next_deploy_heals_and_the_one_after_it_has_nothing_to_do(prod: dict[str, Any]) -> None:
    assert prod["healed"].code == 0, prod["healed"].output[-3000:]
    assert "index.html" in prod["site"]
    assert prod["again"].summary == "No changes."


def test_what_broke_off_is_not_built_twice(prod: dict[str, Any]) -> None:
    """The image was pushed with the second attempt; later ones found it there."""
    assert not [call for call in prod["upload refused"].calls if call.startswith("registry P")]
    assert not [call for call in prod["healed"].calls if call.startswith("registry P")]


def test_production_is_behind_a_web_acl_and_answers_on_ipv4_alone(
    aws: AWS, prod: dict[str, Any]
) -> None:
    waf = aws.client("wafv2", "us-east-1")
    [listed] = [
        acl
        for acl in waf.list_web_acls(Scope="CLOUDFRONT")["WebACLs"]
        if acl["Name"] == f"{NAME}prod"
    ]
    acl = waf.get_web_acl(Name=listed["Name"], Id=listed["Id"], Scope="CLOUDFRONT")["WebACL"]
    read = aws.client("cloudfront").get_distribution(Id=distribution(aws, "prod")["Id"])
    distributed = read["Distribution"]["DistributionConfig"]

    assert distributed["WebACLId"] == acl["ARN"]
    assert distributed["IsIPV6Enabled"] is False
    [rule] = acl["Rules"]
    assert rule["Statement"]["RateBasedStatement"]["Limit"] == 2000
    assert rule["Action"] == {"Block": {}}


# Side by side


def test_two_environments_in_one_account_share_no_name(
    aws: AWS, prod: dict[str, Any], upgraded: tuple[Run, dict[str, Any]]
) -> None:
    """FR-048."""
    theirs = names(aws, "prod")

    assert theirs == prod["names"]
    assert {name.replace("librechat-dev", "") for name in names(aws, "dev")} & {
        name.replace("librechat-prod", "") for name in theirs
    }
    assert names(aws, "dev").isdisjoint(theirs)


def test_no_secret_is_in_the_state_the_plan_the_synthesized_files_or_the_output(
    aws: AWS,
    dev: Project,
    prod: dict[str, Any],
    upgraded: tuple[Run, dict[str, Any]],
    first: tuple[Run, Any],
) -> None:
    """FR-024. The API's own key, which API Gateway generates, is in the state, of which a saved
    plan has a copy (FR-046)."""
    key = aws.client("apigateway").get_api_keys(includeValues=True, nameQuery="librechat-dev")[
        "items"
    ][0]["value"]
    output = "".join(
        run.output for run in (first[0], upgraded[0], *prod.values()) if isinstance(run, Run)
    )
    written = {**files(dev.directory), **files(prod["project"].directory)}
    bucket = aws.client("s3")
    for item in bucket.list_objects_v2(Bucket="example-terraform-state")["Contents"]:
        written[item["Key"]] = bucket.get_object(Bucket="example-terraform-state", Key=item["Key"])[
            "Body"
        ].read()

    assert any(name.endswith("tfstate") for name in written)
    assert any("plan" in name for name in written)
    for secret in (SECRET, PASSWORD):
        own = "local/aws.py"  # where it is made, in the copies
        assert [
            name
            for name, content in written.items()
            if secret.encode() in content and own not in name
        ] == []
        assert secret not in output
    assert key not in output
    holders = [name for name, content in written.items() if key.encode() in content]
    assert all("tfstate" in name or ".plan/" in name for name in holders), holders


def files(directory: Path) -> dict[str, bytes]:
    """Every file below, and every file in an archive below: Terraform's plan is one."""
    found = {}
    for path in directory.rglob("*"):
        if path.is_file() and ".terraform/providers" not in str(path):
            found[str(path)] = path.read_bytes()
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as archive:
                    found |= {f"{path}/{name}": archive.read(name) for name in archive.namelist()}
    return found


# Whoever deploys


def test_the_policy_for_whoever_deploys_allows_what_was_called_and_nothing_else(
    aws: AWS, destroyed: Any
) -> None:
    """docs/deployer-policy.json, which what is generated here replaces where it differs."""
    committed = json.loads((ROOT / "docs" / "deployer-policy.json").read_text())
    ours = [c for c in aws.calls if NAME in c.by]
    generated = policy(ours)
    new = ROOT / "cdktf.out" / "deployer-policy.json"
    new.parent.mkdir(exist_ok=True)
    new.write_text(json.dumps(generated, indent=2) + "\n")

    assert generated == committed, f"{new} is what was called: cp it to docs/, and read the diff"
    assert len(re.sub(r"\s", "", json.dumps(committed))) <= 10_240, "the limit of a role's own"


# To nothing


def test_destroy_removes_all_of_it_with_files_in_the_buckets_and_images_in_the_repository(
    destroyed: tuple[Run, dict[str, set[str]]],
) -> None:
    """SC-005."""
    run, left = destroyed

    assert run.code == 0, run.output[-3000:]
    assert left["dev"] == set()


def test_destroying_one_environment_leaves_the_other_and_its_secrets(
    aws: AWS, prod: dict[str, Any], destroyed: tuple[Run, dict[str, set[str]]]
) -> None:
    assert destroyed[1]["prod"] == prod["names"]
    parameters = aws.client("ssm").get_parameters_by_path(Path="/librechat/dev")["Parameters"]
    assert len(parameters) == 5, "the stack did not create them, so it does not remove them"
