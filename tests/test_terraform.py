"""Terraform itself accepts what is synthesized, as JSON and as HCL: the real AWS provider checks
every resource, and the registry modules' interfaces every argument of theirs."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
from cdktf import App
from packaging.version import Version

from config import load
from local.doubles import modules
from local.provider_at_hand import lower
from local.registry import environment, provider_mirror, reachable, registry
from modules.stack import LibreChatStack
from modules.synth.output import write_hcl
from tests.conftest import ROOT, need

ENVIRONMENTS = sorted(path.stem for path in (ROOT / "environments").glob("*.toml"))


def synthesized(file: Path, outdir: Path) -> Path:
    """The directory of an environment's stack, for the provider at hand, as JSON and as HCL."""
    app = App(outdir=str(outdir), skip_validation=True)
    stack = LibreChatStack(app, load(file))
    app.synth()
    directory = outdir / "stacks" / stack.node.id
    terraform = directory / "cdk.tf.json"
    terraform.write_text(json.dumps(lower(json.loads(terraform.read_text())), indent=2))
    write_hcl(stack, directory, names={})
    return directory


class Terraform:
    """Terraform in a directory, with doubles of the modules, a local state and no AWS account."""

    # Merged into the configuration:
    # https://developer.hashicorp.com/terraform/language/files/override
    OFFLINE: ClassVar[dict[str, Any]] = {
        "access_key": "none",
        "secret_key": "none",
        "skip_credentials_validation": True,
    }
    OFFLINE |= {"skip_requesting_account_id": True, "allowed_account_ids": []}

    def __init__(self, directory: Path, cli_config: Path) -> None:
        self.directory, self.environment = directory, os.environ | environment(cli_config)
        providers = [self.OFFLINE, {"alias": "us_east_1", **self.OFFLINE}]
        override = {"terraform": {"backend": {"local": {}}}, "provider": {"aws": providers}}
        (directory / "override.tf.json").write_text(json.dumps(override))
        self.run("init", "-input=false")

    def run(self, *command: str) -> str:
        done = subprocess.run(
            ["terraform", f"-chdir={self.directory}", *command, "-no-color"],
            env=self.environment,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def diagnostics(self) -> list[dict[str, Any]]:
        """What `terraform validate` says."""
        found: list[dict[str, Any]] = json.loads(self.run("validate", "-json"))["diagnostics"]
        return found

    def plan(self) -> dict[str, Any]:
        """What a first apply would create, and of what each expression is made."""
        self.run("plan", "-input=false", "-out=plan")
        plan: dict[str, Any] = json.loads(self.run("show", "-json", "plan"))
        changes = {key: plan[key] for key in ("resource_changes", "output_changes")}
        return {**changes, "references": references(plan["configuration"]["root_module"])}


def references(value: Any) -> Any:
    """An expression's references and nothing else of it: the rest is in the plan."""
    match value:
        case {"references": names}:
            return sorted(names)
        case dict():
            kept = {key: references(item) for key, item in value.items() if key != "constant_value"}
            return {key: item for key, item in kept.items() if item not in ({}, [], None)}
        case list():
            return [references(item) for item in value]
    return value


@pytest.fixture(scope="session")
def cli_config(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    need(shutil.which("terraform"), "terraform")
    need(
        reachable() or provider_mirror(),
        "an AWS provider (no registry answers, and no filesystem mirror was found)",
    )
    with registry(tmp_path_factory.mktemp("registry"), modules()) as file:
        yield file


@pytest.mark.parametrize("name", ENVIRONMENTS)
def test_the_hcl_is_valid_without_a_warning_formatted_and_plans_what_the_json_plans(
    name: str, cli_config: Path, tmp_path: Path
) -> None:
    directory = synthesized(ROOT / f"environments/{name}.toml", tmp_path)
    subprocess.run(["terraform", "fmt", "-check", "-diff", str(directory / "hcl")], check=True)
    for file in (directory / "hcl").glob("*.tf"):
        # A document in quotes, and a reference in them that is all there is.
        assert not re.search(r'= "[{[]\\"|"\$\{[\w.]+\}"', file.read_text()), file.name
    in_json, in_hcl = (Terraform(it, cli_config) for it in (directory, directory / "hcl"))

    assert in_json.diagnostics() == in_hcl.diagnostics() == []
    assert in_hcl.plan() == in_json.plan()


OPTIONS = """
kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/1"
deletion_protection = true
[alarms]
emails = ["oncall@example.com"]
monthly_budget_usd = 100
[function]
reserved_concurrency = 20
provisioned_concurrency = 2
warm_every_minutes = 5
[api]
access_logs = true
account_role = true
[redis]
nodes = 2
snapshot_retention_days = 7
user_group_id = "librechat"
[frontend]
web_acl_arn = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/chat/1"
access_logs_bucket = "example-logs"
content_security_policy = "default-src 'self'"
"""


def test_terraform_accepts_a_stack_with_every_option(cli_config: Path, tmp_path: Path) -> None:
    text = (
        (ROOT / "environments/dev.toml").read_text().replace("config_file = ", "# config_file = ")
    )
    users = (f'REDIS_{name} = "/x/REDIS_{name}"' for name in ("USERNAME", "PASSWORD"))
    secrets = "\n".join(["[librechat.secrets]", *users])
    top, tables = OPTIONS.split("[alarms]")
    file = tmp_path / "all.toml"
    file.write_text(top + text.replace("[librechat.secrets]", secrets) + "[alarms]" + tables)
    directory = synthesized(file, tmp_path)
    made = json.loads((directory / "cdk.tf.json").read_text())
    assert {"aws_budgets_budget", "aws_lambda_alias", "aws_api_gateway_account"} <= set(
        made["resource"]
    )

    in_json, in_hcl = (Terraform(it, cli_config) for it in (directory, directory / "hcl"))

    assert in_json.diagnostics() == in_hcl.diagnostics() == []
    assert in_hcl.plan() == in_json.plan()


@pytest.mark.parametrize(
    ("version", "modes", "longest"),
    [
        ("5.100.0", set(), 300_000),
        ("6.24.0", set(), 300_000),
        ("6.25.0", {"STREAM"}, 300_000),
        ("6.28.0", {"STREAM"}, 900_000),
        ("6.99.0", {"STREAM"}, 900_000),
    ],
)
def test_only_what_the_provider_at_hand_cannot_know_is_lowered(
    version: str, modes: set[str], longest: int, stacks: dict[str, dict[str, Any]]
) -> None:
    stack = json.loads(json.dumps(stacks["prod"]))

    lowered = lower(stack, Version(version))

    integrations = lowered["resource"]["aws_api_gateway_integration"].values()
    assert {i["response_transfer_mode"] for i in integrations if "response_transfer_mode" in i} - {
        "BUFFERED"
    } == modes
    assert max(i.get("timeout_milliseconds", 0) for i in integrations) == longest
    # and nothing else
    for integration in (*integrations, *stack["resource"]["aws_api_gateway_integration"].values()):
        integration.pop("response_transfer_mode", None)
        integration.pop("timeout_milliseconds", None)
    if version < "6.28":
        assert lowered["terraform"]["required_providers"]["aws"].pop("version") == version
        stack["terraform"]["required_providers"]["aws"].pop("version")
    assert lowered == stack
