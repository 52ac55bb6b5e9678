"""Terraform itself accepts what is synthesized: the real AWS provider checks every resource, and the registry
modules' interfaces every argument of theirs."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cdktf import App
from packaging.version import Version

from config import load
from local.provider_at_hand import lower, lower_hcl
from local.registry import QUIET, environment, provider_mirror, reachable, registry
from modules.stack import LibreChatStack
from tests.conftest import need

ROOT = Path(__file__).parent.parent
ENVIRONMENTS = sorted(path.stem for path in (ROOT / "environments").glob("*.toml"))
FILES = {"json": "cdk.tf.json", "hcl": "cdk.tf"}


@pytest.fixture(scope="session")
def synthesized(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """All environments as `python main.py` writes them, as JSON and as HCL: the directories of the stacks."""
    directories = {}
    for kind in FILES:
        directories[kind] = tmp_path_factory.mktemp(kind)
        variables = {
            "CDKTF_OUTDIR": str(directories[kind]),
            "SYNTH_HCL_OUTPUT": str(kind == "hcl").lower(),
        }
        subprocess.run(
            [sys.executable, "main.py"], cwd=ROOT, env=os.environ | QUIET | variables, check=True
        )
    return {kind: directory / "stacks" for kind, directory in directories.items()}


@pytest.mark.parametrize("kind", FILES)
@pytest.mark.parametrize("name", ENVIRONMENTS)
def test_terraform_accepts_the_stack(
    name: str, kind: str, synthesized: dict[str, Path], tmp_path: Path
) -> None:
    directory = tmp_path / "stack"
    shutil.copytree(synthesized[kind] / f"librechat-{name}", directory)
    file = directory / FILES[kind]
    text = file.read_text()
    file.write_text(
        lower_hcl(text) if kind == "hcl" else json.dumps(lower(json.loads(text)), indent=2)
    )
    assert diagnostics(directory, tmp_path) == []


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


def test_terraform_accepts_a_stack_with_every_option(tmp_path: Path) -> None:
    text = (
        (ROOT / "environments/dev.toml").read_text().replace("config_file = ", "# config_file = ")
    )
    secrets = '[librechat.secrets]\nREDIS_USERNAME = "/x/REDIS_USERNAME"\nREDIS_PASSWORD = "/x/REDIS_PASSWORD"'
    top, tables = OPTIONS.split("[alarms]")
    file = tmp_path / "all.toml"
    file.write_text(top + text.replace("[librechat.secrets]", secrets) + "[alarms]" + tables)
    app = App(outdir=str(tmp_path))
    LibreChatStack(app, load(file))
    app.synth()
    stack = tmp_path / "stacks" / "librechat-all"
    made = lower(json.loads((stack / "cdk.tf.json").read_text()))
    assert {"aws_budgets_budget", "aws_lambda_alias", "aws_api_gateway_account"} <= set(
        made["resource"]
    )
    (stack / "cdk.tf.json").write_text(json.dumps(made))
    assert diagnostics(stack, tmp_path) == []


def diagnostics(directory: Path, tmp_path: Path) -> list[dict[str, Any]]:
    """What `terraform validate` says of a stack."""
    need(shutil.which("terraform"), "terraform")
    need(
        reachable() or provider_mirror(),
        "an AWS provider (no registry answers, and no filesystem mirror was found)",
    )
    with registry(tmp_path) as cli_config:

        def terraform(*command: str) -> subprocess.CompletedProcess[str]:
            return subprocess.run(
                ["terraform", f"-chdir={directory}", *command],
                env=os.environ | environment(cli_config),
                capture_output=True,
                text=True,
            )

        initialized = terraform("init", "-backend=false", "-input=false", "-no-color")
        assert initialized.returncode == 0, initialized.stderr
        found: list[dict[str, Any]] = json.loads(terraform("validate", "-json").stdout)[
            "diagnostics"
        ]

    # CDKTF quotes the addresses of `depends_on` in HCL, as Terraform did before 0.12: deprecated, not wrong.
    return [d for d in found if d["summary"] != "Quoted references are deprecated"]


def test_the_hcl_says_what_the_json_says(synthesized: dict[str, Path]) -> None:
    """The HCL is what colleagues review: read back, it is the JSON, which is what `cdktf deploy` applies."""
    parser = ROOT / "node_modules" / "@cdktf" / "hcl2json"
    need(parser.exists(), "node_modules/@cdktf/hcl2json")
    script = """
        const { parse } = require(process.argv[1]);
        const fs = require("fs");
        const read = (file) => parse("cdk.tf", fs.readFileSync(file, "utf8"));
        Promise.all(process.argv.slice(2).map(read)).then((all) => console.log(JSON.stringify(all)));
    """
    files = [str(synthesized["hcl"] / f"librechat-{name}" / "cdk.tf") for name in ENVIRONMENTS]
    done = subprocess.run(
        ["node", "-e", script, str(parser), *files], capture_output=True, text=True, check=True
    )

    for name, hcl in zip(ENVIRONMENTS, json.loads(done.stdout), strict=True):
        file = synthesized["json"] / f"librechat-{name}" / "cdk.tf.json"
        assert plain(hcl) == plain(json.loads(file.read_text())), name


def plain(value: Any) -> Any:
    """Without what the two write differently and Terraform reads alike: a block is a list of one or the one, no block
    is an empty list or nothing, a number may be quoted, a text of several lines ends in a heredoc's line break,
    and JSON alone carries CDKTF's own notes (`//`)."""
    match value:
        case dict():
            return {key: plain(item) for key, item in value.items() if key != "//" and item != []}
        case [single]:
            return plain(single)
        case list():
            return [plain(item) for item in value]
        case int() | float() if not isinstance(value, bool):
            return str(value)
        case str():
            return value.rstrip("\n")
        case _:
            return value


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
    version: str, modes: set[str], longest: int, synthesized: dict[str, Path]
) -> None:
    stack = json.loads((synthesized["json"] / "librechat-prod" / "cdk.tf.json").read_text())
    hcl = (synthesized["hcl"] / "librechat-prod" / "cdk.tf").read_text()

    lowered, lowered_hcl = lower(stack, Version(version)), lower_hcl(hcl, Version(version))

    integrations = lowered["resource"]["aws_api_gateway_integration"].values()
    assert {i["response_transfer_mode"] for i in integrations if "response_transfer_mode" in i} - {
        "BUFFERED"
    } == modes
    assert max(i.get("timeout_milliseconds", 0) for i in integrations) == longest
    assert (
        set(re.findall(r'^response_transfer_mode = "(\w+)"', lowered_hcl, re.MULTILINE))
        - {"BUFFERED"}
        == modes
    )
    assert (
        max(map(int, re.findall(r"^timeout_milliseconds = (\d+)", lowered_hcl, re.MULTILINE)))
        == longest
    )
    # and nothing else
    for integration in (*integrations, *stack["resource"]["aws_api_gateway_integration"].values()):
        integration.pop("response_transfer_mode", None)
        integration.pop("timeout_milliseconds", None)
    if version < "6.28":
        assert lowered["terraform"]["required_providers"]["aws"].pop("version") == version
        stack["terraform"]["required_providers"]["aws"].pop("version")
    assert lowered == stack
    changed = set(hcl.splitlines()) - set(lowered_hcl.splitlines())
    assert all(
        re.match(r"response_transfer_mode|timeout_milliseconds|version = ", line)
        for line in changed
    )
