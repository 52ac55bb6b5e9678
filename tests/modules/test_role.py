"""What the function may do (FR-029, FR-033)."""

import json
from pathlib import Path
from typing import Any

from tests.conftest import NETWORK, named
from tests.modules.test_backend import SECRETS, backend


def statements(made: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {
        s["sid"]: s for s in named(made, "data.aws_iam_policy_document.backend_role")["statement"]
    }


def test_the_role_may_do_what_is_needed_and_nothing_else() -> None:
    """FR-029, FR-033."""
    made = statements(backend(librechat={"config_s3_uri": "s3://configs/prod/librechat.yaml"}))
    files = "arn:aws:s3:::librechat-dev-files-123456789012"
    assert {
        sid: (s["actions"], s["resources"]) for sid, s in made.items() if s.get("effect") != "Deny"
    } == {
        "Logs": (
            ["logs:CreateLogStream", "logs:PutLogEvents"],
            ["arn:aws:logs:eu-west-1:123456789012:log-group:/aws/lambda/librechat-dev-api:*"],
        ),
        "Secrets": (
            ["ssm:GetParameters"],
            [f"arn:aws:ssm:eu-west-1:123456789012:parameter{name}" for name in SECRETS.values()],
        ),
        "Files": (["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], [f"{files}/*"]),
        "FilesBucket": (["s3:ListBucket"], [files]),
        "Config": (["s3:GetObject"], ["arn:aws:s3:::configs/prod/librechat.yaml"]),
        "JoinVpc": (
            [
                "ec2:CreateNetworkInterface",
                "ec2:DeleteNetworkInterface",
                "ec2:AssignPrivateIpAddresses",
                "ec2:UnassignPrivateIpAddresses",
            ],
            [
                "arn:aws:ec2:eu-west-1:123456789012:*/*",
                "arn:aws:ec2:eu-west-1:*:subnet/subnet-0a1b2c3d4e5f60718",
                "arn:aws:ec2:eu-west-1:*:subnet/subnet-0b1c2d3e4f5061728",
            ],
        ),
        "DescribeVpc": (["ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets"], ["*"]),
        "Traces": (["xray:PutTraceSegments", "xray:PutTelemetryRecords"], ["*"]),
    }


def test_every_allowed_action_is_named_and_only_two_statements_take_any_resource() -> None:
    for sid, statement in statements(backend()).items():
        if statement.get("effect") != "Deny":
            assert not any("*" in action for action in statement["actions"]), sid
            assert sid in ("DescribeVpc", "Traces") or "*" not in statement["resources"], sid


def test_the_code_in_the_function_may_not_use_what_lambda_needs_to_join_the_vpc() -> None:
    deny = statements(backend())["NotFromTheFunction"]
    assert (deny["effect"], deny["actions"]) == ("Deny", ["ec2:*"])
    (condition,) = deny["condition"]
    assert condition["variable"] == "lambda:SourceFunctionArn"
    functions = backend()["resource"]["aws_lambda_function"].values()
    assert condition["values"] == [
        f"arn:aws:lambda:eu-west-1:123456789012:function:{function['function_name']}"
        for function in functions
    ]


def test_the_subnets_may_belong_to_the_account_that_shares_the_vpc() -> None:
    """AWS RAM: a network interface is the function's account's, its subnet is not."""
    subnets = [f"arn:aws:ec2:eu-west-1:*:subnet/{id_}" for id_ in NETWORK.private_subnet_ids]
    assert set(subnets) <= set(statements(backend())["JoinVpc"]["resources"])


def test_what_the_role_may_do_is_known_before_anything_is_created(tmp_path: Path) -> None:
    """SC-009: a document that refers to a resource is unknown in the plan whenever that changes."""
    (tmp_path / "librechat.yaml").touch()
    made = backend(
        librechat={"config_file": tmp_path / "librechat.yaml"},
        kms_key_arn="arn:aws:kms:eu-west-1:123456789012:key/1",
    )
    assert "${" not in json.dumps(named(made, "data.aws_iam_policy_document.backend_role"))


def test_the_function_may_not_change_its_own_config(tmp_path: Path) -> None:
    (tmp_path / "librechat.yaml").touch()
    made = statements(backend(librechat={"config_file": tmp_path / "librechat.yaml"}))
    deny = made["ConfigIsReadOnly"]
    uploaded = "arn:aws:s3:::librechat-dev-files-123456789012/config/librechat.yaml"
    assert made["Config"]["resources"] == [uploaded]
    assert (deny["effect"], deny["actions"]) == ("Deny", ["s3:PutObject", "s3:DeleteObject"])
    assert deny["resources"] == made["Config"]["resources"]


def test_a_key_may_be_used_where_there_is_one() -> None:
    """It is that of the files, and of SecureStrings that were made with it."""
    key = "arn:aws:kms:eu-west-1:123456789012:key/1"
    assert "Key" not in statements(backend())
    allowed = statements(backend(kms_key_arn=key))["Key"]
    assert (allowed["actions"], allowed["resources"]) == (
        ["kms:Decrypt", "kms:GenerateDataKey"],
        [key],
    )
