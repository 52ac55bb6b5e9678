"""The function, its variables and the bucket of user files (FR-020, FR-024 to FR-028, FR-030 to
FR-034, FR-049)."""

import json
from pathlib import Path
from typing import Any

import pytest

import config
from modules.backend import Backend
from modules.egress import Peer
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
    file_version_days: int = 30,
    kms_key_arn: str | None = None,
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
            buffered_routes={"/health": 29},
            file_version_days=file_version_days,
            kms_key_arn=kms_key_arn,
        )
    )


def variables(made: dict[str, Any]) -> dict[str, str]:
    function = named(made, "aws_lambda_function.backend_api")
    found: dict[str, str] = function["environment"]["variables"]
    return found


def test_one_function_streams_and_buffers() -> None:
    """FR-045: the handler is told which of API Gateway's resources take a whole answer."""
    made = backend()
    assert list(made["resource"]["aws_lambda_function"]) == ["backend_api"]
    function = named(made, "aws_lambda_function.backend_api")
    assert function["image_config"]["command"] == ["handler.handler"]
    assert (function["package_type"], function["image_uri"]) == ("Image", "repository@sha256:1")
    assert json.loads(variables(made)["HANDLER_BUFFERED_ROUTES"]) == {"/health": 29}


def test_the_function_has_2048_mb_and_900_s_unless_told_otherwise() -> None:
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


def test_the_function_runs_in_the_private_subnets_with_its_own_group() -> None:
    """FR-020, FR-028."""
    made = backend()
    assert named(made, "aws_lambda_function.backend_api")["vpc_config"] == {
        "security_group_ids": ["${aws_security_group.backend.id}"],
        "subnet_ids": NETWORK.private_subnet_ids,
    }
    assert named(made, "aws_security_group.backend")["vpc_id"] == NETWORK.vpc_id


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
        assert variables(made)["HANDLER_CONFIG_VERSION"] == config["source_hash"]
        assert "version:" not in json.dumps(made)
        versions.append(config["source_hash"])
    assert versions[0] == versions[2] != versions[1]


def test_user_files_have_a_bucket_of_their_own_for_the_deployments_origin() -> None:
    """FR-031, FR-034."""
    bucket = named(backend(), "module.backend_files")
    assert bucket["bucket"] == "librechat-dev-files-123456789012"
    cors = named(backend(), "aws_s3_bucket_cors_configuration.backend_files")
    assert cors["cors_rule"][0]["allowed_origins"] == ["https://chat.example.com"]


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
