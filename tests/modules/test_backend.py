"""The functions, what they may do and where they may go (FR-019, FR-020, FR-024 to FR-034, FR-040, FR-041, FR-047, FR-049)."""

import json
from pathlib import Path
from typing import Any

import pytest

import config
from modules.backend import Backend, Peer
from tests.conftest import NETWORK, named, synthesized

SECRETS = {name: f"/x/{name}" for name in config.REQUIRED_SECRETS}
PEERS = {
    "https": Peer(port=443, cidr_blocks=["0.0.0.0/0"]),
    "redis": Peer(port=6379, security_group_id="sg-redis"),
    "database": Peer(port=27017, cidr_blocks=["10.0.0.0/20", "10.1.0.0/20"]),
    "service_rag": Peer(port=8000, security_group_id="sg-rag"),
}


def backend(
    *,
    librechat: dict[str, Any] | None = None,
    function: dict[str, Any] | None = None,
    buffered: bool = True,
    **more: Any,
) -> dict[str, Any]:
    return synthesized(
        lambda scope: Backend(
            scope,
            "backend",
            name="librechat-dev",
            region="eu-west-1",
            account_id="123456789012",
            image_uri="repository@sha256:1",
            network=NETWORK,
            origin="https://chat.example.com",
            redis_uri="rediss://redis:6379",
            peers=PEERS,
            librechat=config.LibreChat(secrets=SECRETS, **(librechat or {})),
            function=config.Function(**(function or {})),
            buffered=buffered,
            **more,
        )
    )


def variables(made: dict[str, Any], function: str = "api") -> dict[str, str]:
    found: dict[str, str] = named(made, f"aws_lambda_function.backend_{function}")["environment"][
        "variables"
    ]
    return found


def statements(made: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {
        s["sid"]: s for s in named(made, "data.aws_iam_policy_document.backend_role")["statement"]
    }


def test_two_functions_of_one_image_stream_and_buffer() -> None:
    """FR-045."""
    functions = backend()["resource"]["aws_lambda_function"]
    assert {id_: f["image_config"]["command"] for id_, f in functions.items()} == {
        "backend_api": ["handler.handler"],
        "backend_buffered": ["handler.buffered"],
    }
    assert {(f["package_type"], f["image_uri"]) for f in functions.values()} == {
        ("Image", "repository@sha256:1")
    }
    assert variables(backend()) == variables(backend(), "buffered")


def test_one_function_is_enough_where_everything_streams() -> None:
    """FR-045."""
    assert list(backend(buffered=False)["resource"]["aws_lambda_function"]) == ["backend_api"]


def test_functions_have_2048_mb_and_900_s_unless_told_otherwise() -> None:
    """FR-049."""
    function = named(backend(), "aws_lambda_function.backend_api")
    assert (function["memory_size"], function["timeout"], function["architectures"]) == (
        2048,
        900,
        ["arm64"],
    )
    function = named(
        backend(function={"memory_mb": 3072, "timeout_seconds": 300, "architecture": "x86_64"}),
        "aws_lambda_function.backend_api",
    )
    assert (function["memory_size"], function["timeout"], function["architectures"]) == (
        3072,
        300,
        ["x86_64"],
    )


def test_functions_run_in_the_private_subnets_with_their_own_group() -> None:
    """FR-020, FR-028."""
    made = backend()
    assert named(made, "aws_lambda_function.backend_api")["vpc_config"] == {
        "security_group_ids": ["${aws_security_group.backend.id}"],
        "subnet_ids": NETWORK.private_subnet_ids,
    }
    assert named(made, "aws_security_group.backend")["vpc_id"] == NETWORK.vpc_id


def test_egress_goes_to_what_is_named_and_nowhere_else() -> None:
    """FR-047, FR-041."""
    made = backend()
    rules = made["resource"]["aws_vpc_security_group_egress_rule"].values()
    assert sorted(
        (
            r["from_port"],
            r["to_port"],
            r["ip_protocol"],
            r.get("cidr_ipv4") or r["referenced_security_group_id"],
        )
        for r in rules
    ) == [
        (443, 443, "tcp", "0.0.0.0/0"),
        (6379, 6379, "tcp", "sg-redis"),
        (8000, 8000, "tcp", "sg-rag"),
        (27017, 27017, "tcp", "10.0.0.0/20"),
        (27017, 27017, "tcp", "10.1.0.0/20"),
    ]
    assert {r["security_group_id"] for r in rules} == {"${aws_security_group.backend.id}"}


def test_a_peer_with_a_group_gets_the_rule_that_admits_the_functions() -> None:
    """FR-040, FR-047."""
    rules = backend()["resource"]["aws_vpc_security_group_ingress_rule"]
    assert {id_: (r["security_group_id"], r["from_port"]) for id_, r in rules.items()} == {
        "backend_redis": ("sg-redis", 6379),
        "backend_service_rag": ("sg-rag", 8000),
    }
    assert {r["referenced_security_group_id"] for r in rules.values()} == {
        "${aws_security_group.backend.id}"
    }


def test_no_rule_is_inline() -> None:
    """FR-019."""
    assert not {"ingress", "egress"} & set(named(backend(), "aws_security_group.backend"))


def test_the_role_may_do_what_is_needed_and_nothing_else() -> None:
    """FR-029, FR-033."""
    made = statements(backend(librechat={"config_s3_uri": "s3://configs/prod/librechat.yaml"}))
    files = "${module.backend_files.s3_bucket_arn}"
    assert {
        sid: (s["actions"], s["resources"]) for sid, s in made.items() if s.get("effect") != "Deny"
    } == {
        "Logs": (
            ["logs:CreateLogStream", "logs:PutLogEvents"],
            [f"${{aws_cloudwatch_log_group.backend_{id_}.arn}}:*" for id_ in ("api", "buffered")],
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
            ["arn:aws:ec2:eu-west-1:123456789012:*/*"],
        ),
        "DescribeVpc": (["ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets"], ["*"]),
        "Traces": (["xray:PutTraceSegments", "xray:PutTelemetryRecords"], ["*"]),
    }


def test_every_allowed_action_is_named_and_only_describing_the_vpc_and_tracing_take_any_resource() -> (
    None
):
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


def test_secrets_reach_the_function_by_the_names_of_their_parameters() -> None:
    """FR-024."""
    assert json.loads(variables(backend())["HANDLER_SECRET_PARAMETERS"]) == SECRETS


def test_the_function_is_told_its_domain_redis_and_bucket() -> None:
    """FR-027, FR-030, FR-039. AWS_REGION comes from Lambda."""
    assert (
        variables(backend()).items()
        >= {
            "DOMAIN_CLIENT": "https://chat.example.com",
            "DOMAIN_SERVER": "https://chat.example.com",
            "USE_REDIS": "true",
            "REDIS_URI": "rediss://redis:6379",
            "AWS_BUCKET_NAME": "${module.backend_files.s3_bucket_id}",
        }.items()
    )


def test_any_variable_reaches_the_function() -> None:
    """FR-025."""
    made = variables(backend(librechat={"variables": {"APP_TITLE": "Chat", "TRUST_PROXY": "3"}}))
    assert (made["APP_TITLE"], made["TRUST_PROXY"]) == ("Chat", "3")


def test_the_handlers_settings_reach_it() -> None:
    """FR-027, FR-028a, FR-044."""
    assert (
        variables(
            backend(
                librechat={
                    "config_s3_uri": "s3://bucket/librechat.yaml",
                    "config_replace_host": "old.example.com",
                    "health_tries": 10,
                }
            )
        ).items()
        >= {
            "HANDLER_HEALTH_TRIES": "10",
            "HANDLER_HEALTH_INTERVAL_MS": "500",
            "HANDLER_SSE_PING_SECONDS": "15",
            "HANDLER_CONFIG_REPLACE_HOST": "old.example.com",
        }.items()
    )


def test_librechat_yaml_is_read_where_it_lies() -> None:
    """FR-026."""
    assert "HANDLER_CONFIG_S3_URI" not in variables(backend())
    assert (
        variables(backend(librechat={"config_s3_uri": "s3://bucket/librechat.yaml"}))[
            "HANDLER_CONFIG_S3_URI"
        ]
        == "s3://bucket/librechat.yaml"
    )


def test_a_local_librechat_yaml_is_uploaded_and_a_changed_one_restarts_the_functions(
    tmp_path: Path,
) -> None:
    """FR-026."""
    file = tmp_path / "librechat.yaml"
    versions = []
    for text in ("version: 1", "version: 2", "version: 1"):
        file.write_text(text)
        made = backend(librechat={"config_file": file})
        config = named(made, "aws_s3_object.backend_config")
        assert config["key"] == "config/librechat.yaml"
        uri = "${aws_s3_object.backend_config.bucket}/${aws_s3_object.backend_config.key}"
        assert variables(made)["HANDLER_CONFIG_S3_URI"] == f"s3://{uri}"
        assert statements(made)["Config"]["resources"] == [f"arn:aws:s3:::{uri}"]
        assert variables(made)["HANDLER_CONFIG_VERSION"] == config["source_hash"]
        assert "version:" not in json.dumps(made)
        versions.append(config["source_hash"])
    assert versions[0] == versions[2] != versions[1]


def test_the_function_may_not_change_its_own_config(tmp_path: Path) -> None:
    (tmp_path / "librechat.yaml").touch()
    made = statements(backend(librechat={"config_file": tmp_path / "librechat.yaml"}))
    deny = made["ConfigIsReadOnly"]
    assert (deny["effect"], deny["actions"]) == ("Deny", ["s3:PutObject", "s3:DeleteObject"])
    assert deny["resources"] == made["Config"]["resources"]


def test_user_files_have_a_bucket_of_their_own_for_the_deployments_origin() -> None:
    """FR-031, FR-034."""
    bucket = named(backend(), "module.backend_files")
    assert bucket["bucket"] == "librechat-dev-files-123456789012"
    cors = named(backend(), "aws_s3_bucket_cors_configuration.backend_files")
    assert cors["cors_rule"][0]["allowed_origins"] == ["https://chat.example.com"]


def test_a_key_may_be_used_where_there_is_one() -> None:
    """It is that of the files, and of SecureStrings that were made with it."""
    key = "arn:aws:kms:eu-west-1:123456789012:key/1"
    assert "Key" not in statements(backend())
    allowed = statements(backend(kms_key_arn=key))["Key"]
    assert (allowed["actions"], allowed["resources"]) == (
        ["kms:Decrypt", "kms:GenerateDataKey"],
        [key],
    )


def test_concurrency_is_reserved_only_where_that_is_asked_for() -> None:
    """A new account has 10 in all and must keep them unreserved."""
    functions = backend()["resource"]["aws_lambda_function"].values()
    assert not any("reserved_concurrent_executions" in function for function in functions)
    functions = backend(function={"reserved_concurrency": 20})["resource"][
        "aws_lambda_function"
    ].values()
    assert {function["reserved_concurrent_executions"] for function in functions} == {20}


@pytest.mark.parametrize("days", [30, 90])
def test_user_files_that_were_deleted_or_overwritten_can_be_restored_for_a_time(days: int) -> None:
    bucket = named(
        backend() if days == 30 else backend(file_version_days=days), "module.backend_files"
    )
    assert bucket["versioning"] == {"enabled": "true"}
    assert bucket["lifecycle_rule"][1]["noncurrent_version_expiration"] == {"days": days}


def test_logs_go_to_groups_that_are_made_first() -> None:
    made = backend()
    assert (
        named(made, "aws_cloudwatch_log_group.backend_api")["name"]
        == "/aws/lambda/librechat-dev-api"
    )
    assert named(made, "aws_lambda_function.backend_api")["logging_config"] == {
        "log_format": "Text",
        "log_group": "${aws_cloudwatch_log_group.backend_api.name}",
    }
