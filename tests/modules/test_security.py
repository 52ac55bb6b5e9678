"""What a security reviewer asks for, of the whole stacks: checkov, and the same controls where
checkov does not look, which is inside the registry modules."""

import json
import re
import subprocess
import sys
import tempfile
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from config import Environment
from tests.conftest import ROOT, named
from tests.modules.test_stack import changed, synth

SKIPS = ROOT / ".checkov.yaml"
ON_BY_A_KEY = {
    "CKV_AWS_158",
    "CKV_AWS_136",
    "CKV_AWS_173",
    "CKV_AWS_338",
    "CKV_AWS_115",
    "CKV_AWS_76",
}
ANY_RESOURCE = {"DescribeVpc", "Traces"}
"""Statements whose actions know no resources (AWS's service authorization reference)."""


@pytest.fixture(params=["dev", "prod"])
def name(request: pytest.FixtureRequest) -> str:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture
def stack(name: str, stacks: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return stacks[name]


def modules(stack: dict[str, Any], source: str) -> list[dict[str, Any]]:
    return [
        m for m in stack["module"].values() if m["source"] == f"terraform-aws-modules/{source}/aws"
    ]


# checkov


@cache
def failed(text: str) -> frozenset[str]:
    """The ids of the checks that a stack fails when none is skipped."""
    command = [
        str(Path(sys.executable).with_name("checkov")),
        "--framework",
        "terraform_json",
        "--skip-download",
    ]
    stack = json.loads(text)
    stack["terraform"].pop("required_version", None)  # which checkov 3.2 does not take in JSON
    with tempfile.TemporaryDirectory() as directory:
        (Path(directory) / "cdk.tf.json").write_text(json.dumps(stack))
        result = subprocess.run(
            [
                *command,
                "--compact",
                "--quiet",
                "--output",
                "json",
                "--soft-fail",
                "--file",
                f"{directory}/cdk.tf.json",
            ],
            capture_output=True,
            check=True,
            text=True,
            cwd=directory,
        )
    report = json.loads(result.stdout)
    assert report["summary"]["passed"] > 100 and report["summary"]["parsing_errors"] == 0
    return frozenset(check["check_id"] for check in report["results"]["failed_checks"])


def skipped() -> set[str]:
    return set(re.findall(r"^  - (\w+)$", SKIPS.read_text(), re.MULTILINE))


def test_no_check_of_checkov_fails_but_those_that_are_skipped_with_a_reason(
    stack: dict[str, Any],
) -> None:
    assert failed(json.dumps(stack)) <= skipped()


def test_no_check_is_skipped_without_need(stacks: dict[str, dict[str, Any]]) -> None:
    assert set().union(*(failed(json.dumps(stack)) for stack in stacks.values())) == skipped()


def test_every_skip_has_its_reason_above_it() -> None:
    lines = SKIPS.read_text().splitlines()
    for before, line in pairwise(lines):
        if line.startswith("  - "):
            assert re.match(r"  # .{30,}", before), line


def test_production_passes_what_a_key_turns_on(stacks: dict[str, dict[str, Any]]) -> None:
    assert failed(json.dumps(stacks["dev"])) >= ON_BY_A_KEY
    assert not ON_BY_A_KEY & failed(json.dumps(stacks["prod"]))


# IAM


def test_every_statement_names_its_actions_and_resources(stack: dict[str, Any]) -> None:
    """FR-029, FR-033: least privilege, in every policy of the stack."""
    documents = stack["data"]["aws_iam_policy_document"]
    assert len(documents) >= 3
    for address, document in documents.items():
        for statement in document["statement"]:
            if statement.get("effect") == "Deny":
                continue
            assert not any("*" in action for action in statement["actions"]), address
            for resource in statement.get("resources", []):
                assert resource != "*" or statement["sid"] in ANY_RESOURCE, (
                    address,
                    statement["sid"],
                )
            for principal in statement.get("principals", []):
                assert principal["type"] == "Service", (address, principal)


def test_only_trust_policies_name_no_resource_and_each_trusts_one_service(
    stack: dict[str, Any],
) -> None:
    for document in stack["data"]["aws_iam_policy_document"].values():
        for statement in document["statement"]:
            if "resources" not in statement:
                assert statement["actions"] == ["sts:AssumeRole"]
                ((principal,),) = [p["identifiers"] for p in statement["principals"]]
                assert principal == "lambda.amazonaws.com"


def test_no_role_has_a_managed_policy(stack: dict[str, Any]) -> None:
    assert "aws_iam_role_policy_attachment" not in stack["resource"]
    assert all(
        "managed_policy_arns" not in role for role in stack["resource"]["aws_iam_role"].values()
    )


def test_a_function_is_invoked_by_this_api_alone(stack: dict[str, Any]) -> None:
    for permission in stack["resource"]["aws_lambda_permission"].values():
        assert permission["principal"] == "apigateway.amazonaws.com"
        assert permission["source_arn"] == "${aws_api_gateway_rest_api.api.execution_arn}/*/*"


# Buckets


def test_buckets_are_private_tls_only_encrypted_owned_and_forget_broken_uploads(
    stack: dict[str, Any],
) -> None:
    buckets = modules(stack, "s3-bucket")
    assert len(buckets) == 2
    for bucket in buckets:
        for block in (
            "block_public_acls",
            "block_public_policy",
            "ignore_public_acls",
            "restrict_public_buckets",
        ):
            assert bucket[block] is True
        assert bucket["attach_deny_insecure_transport_policy"] is True
        default = bucket["server_side_encryption_configuration"]["rule"][
            "apply_server_side_encryption_by_default"
        ]
        assert default["sse_algorithm"] in ("AES256", "aws:kms")
        assert (bucket["control_object_ownership"], bucket["object_ownership"]) == (
            True,
            "BucketOwnerEnforced",
        )
        assert any(
            rule.get("abort_incomplete_multipart_upload_days") for rule in bucket["lifecycle_rule"]
        )
        assert all(rule["enabled"] for rule in bucket["lifecycle_rule"])


def test_the_bucket_of_user_files_is_versioned_and_the_clients_is_not(
    name: str, stack: dict[str, Any]
) -> None:
    """FR-002, FR-034."""
    files = named(stack, "module.backend_files")
    assert files["versioning"] == {"enabled": "true"}
    days = [
        r["noncurrent_version_expiration"]["days"]
        for r in files["lifecycle_rule"]
        if "expiration" in r
    ]
    assert days == [{"dev": 30, "prod": 90}[name]]
    assert "versioning" not in named(stack, "module.frontend_bucket")


# Distribution


def test_every_behavior_of_the_distribution_demands_tls_and_adds_the_security_headers(
    stack: dict[str, Any],
) -> None:
    (distribution,) = modules(stack, "cloudfront")
    policy = "${aws_cloudfront_response_headers_policy.frontend_headers.id}"
    for behavior in (
        distribution["default_cache_behavior"],
        *distribution["ordered_cache_behavior"],
    ):
        assert behavior["viewer_protocol_policy"] == "redirect-to-https"
        assert behavior["response_headers_policy_id"] == policy
    assert distribution["http_version"] == "http2and3"
    assert distribution["origin"]["api"]["custom_origin_config"]["origin_ssl_protocols"] == [
        "TLSv1.2"
    ]


def test_production_limits_what_one_address_may_ask(stacks: dict[str, dict[str, Any]]) -> None:
    """An address of IPv6 costs nothing, so that none is answered where addresses are counted."""
    prod = named(stacks["prod"], "module.frontend_distribution")
    assert (prod["web_acl_id"], prod["is_ipv6_enabled"]) == (
        "${aws_wafv2_web_acl.web_acl.arn}",
        False,
    )
    assert list(stacks["prod"]["resource"]["aws_route53_record"]) == ["frontend_a"]
    dev = named(stacks["dev"], "module.frontend_distribution")
    assert ("web_acl_id" in dev, dev["is_ipv6_enabled"]) == (False, True)


def test_a_domain_of_ones_own_takes_tls_1_2_2021(stacks: dict[str, dict[str, Any]]) -> None:
    """FR-021."""
    certificate = named(stacks["prod"], "module.frontend_distribution")["viewer_certificate"]
    assert certificate["minimum_protocol_version"] == "TLSv1.2_2021"


def test_a_web_acl_and_access_logs_are_there_where_they_are_named(
    environments: dict[str, Environment],
) -> None:
    plain = named(synth(environments["dev"]), "module.frontend_distribution")
    assert "web_acl_id" not in plain and "logging_config" not in plain
    acl = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/chat/1"
    made = synth(
        changed(environments["dev"], "frontend", web_acl_arn=acl, access_logs_bucket="logs")
    )
    distribution = named(made, "module.frontend_distribution")
    assert distribution["web_acl_id"] == acl
    assert distribution["logging_config"] == {
        "bucket": "logs.s3.amazonaws.com",
        "prefix": "librechat-dev/",
    }


# API


def test_every_method_demands_the_distributions_key_and_requests_are_throttled_and_traced(
    stack: dict[str, Any],
) -> None:
    """FR-046."""
    assert all(
        method["api_key_required"] is True
        for method in stack["resource"]["aws_api_gateway_method"].values()
    )
    assert named(stack, "aws_api_gateway_usage_plan.api")["throttle_settings"]["rate_limit"] == 100
    assert named(stack, "aws_api_gateway_stage.api")["xray_tracing_enabled"] is True
    functions = stack["resource"]["aws_lambda_function"].values()
    assert all(function["tracing_config"] == {"mode": "Active"} for function in functions)


# Redis


def test_redis_is_encrypted_in_transit_and_at_rest_in_private_subnets(
    stack: dict[str, Any],
) -> None:
    (redis,) = modules(stack, "elasticache")
    assert (redis["transit_encryption_enabled"], redis["at_rest_encryption_enabled"]) == (
        True,
        True,
    )
    assert (
        redis["subnet_ids"]
        == named(stack, "aws_lambda_function.backend_api")["vpc_config"]["subnet_ids"]
    )
    assert "auth_token" not in redis  # it would be in Terraform's state


def test_a_redis_password_is_in_parameter_store_alone(environments: dict[str, Environment]) -> None:
    dev = environments["dev"]
    names = {
        "REDIS_USERNAME": "/librechat/dev/REDIS_USERNAME",
        "REDIS_PASSWORD": "/librechat/dev/REDIS_PASSWORD",
    }
    model = dev.model_dump()
    model["librechat"]["secrets"] |= names
    model["redis"]["user_group_id"] = "librechat-dev"
    made = synth(Environment.model_validate(model))
    assert named(made, "module.redis")["user_group_ids"] == ["librechat-dev"]
    variables = named(made, "aws_lambda_function.backend_api")["environment"]["variables"]
    assert json.loads(variables["HANDLER_SECRET_PARAMETERS"]).items() >= names.items()
    assert "REDIS_PASSWORD" not in variables


# Repository, logs, key


def test_images_cannot_be_changed_and_are_scanned(stack: dict[str, Any]) -> None:
    """FR-012."""
    repository = named(stack, "aws_ecr_repository.ecr")
    assert repository["image_tag_mutability"] == "IMMUTABLE"
    assert repository["image_scanning_configuration"] == {"scan_on_push": True}


def test_every_log_group_forgets_after_a_time(name: str, stack: dict[str, Any]) -> None:
    groups = stack["resource"]["aws_cloudwatch_log_group"].values()
    assert {group["retention_in_days"] for group in groups} == {{"dev": 30, "prod": 365}[name]}


def test_one_key_is_for_all_that_takes_one(
    environments: dict[str, Environment], stacks: dict[str, Any]
) -> None:
    key = environments["prod"].kms_key_arn
    prod = stacks["prod"]
    assert {
        group["kms_key_id"] for group in prod["resource"]["aws_cloudwatch_log_group"].values()
    } == {key}
    assert {
        function["kms_key_arn"] for function in prod["resource"]["aws_lambda_function"].values()
    } == {key}
    assert named(prod, "aws_ecr_repository.ecr")["encryption_configuration"][0]["kms_key"] == key
    assert named(prod, "module.redis")["kms_key_arn"] == key
    for bucket in modules(prod, "s3-bucket"):
        rule = bucket["server_side_encryption_configuration"]["rule"]
        assert rule["apply_server_side_encryption_by_default"]["kms_master_key_id"] == key
    topics = prod["resource"]["aws_sns_topic"]
    assert {id_: topic.get("kms_master_key_id") for id_, topic in topics.items()} == {
        "monitoring_alarms": key,
        "monitoring_us_east_1": None,  # a key is of one region
    }
    statements = {
        s["sid"]: s for s in named(prod, "data.aws_iam_policy_document.backend_role")["statement"]
    }
    assert statements["Key"]["resources"] == [key]
    assert "kms" not in json.dumps(stacks["dev"])


# Production


def test_production_has_two_redis_nodes_with_failover_and_snapshots(
    stacks: dict[str, dict[str, Any]],
) -> None:
    redis = named(stacks["prod"], "module.redis")
    assert (
        redis["num_cache_clusters"],
        redis["automatic_failover_enabled"],
        redis["multi_az_enabled"],
    ) == (2, True, True)
    assert redis["snapshot_retention_limit"] == 14
    assert redis["final_snapshot_identifier"] == "librechat-prod-redis-final"


def test_production_destroys_no_data(stacks: dict[str, dict[str, Any]]) -> None:
    prod = stacks["prod"]
    assert [bucket["force_destroy"] for bucket in modules(prod, "s3-bucket")] == [False, False]
    assert named(prod, "aws_ecr_repository.ecr")["force_delete"] is False
    for address in ("aws_ecr_repository.ecr", "aws_cloudwatch_log_group.backend_api"):
        assert named(prod, address)["lifecycle"] == {"prevent_destroy": True}


def test_a_development_environment_goes_with_all_that_is_in_it(
    stacks: dict[str, dict[str, Any]],
) -> None:
    """SC-005."""
    dev = stacks["dev"]
    assert [bucket["force_destroy"] for bucket in modules(dev, "s3-bucket")] == [True, True]
    assert named(dev, "aws_ecr_repository.ecr")["force_delete"] is True
    assert "prevent_destroy" not in json.dumps(dev) and "final_snapshot" not in json.dumps(dev)
