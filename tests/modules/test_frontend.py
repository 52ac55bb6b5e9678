"""Bucket and distribution, client and API (FR-002 to FR-004, FR-013 to FR-015, FR-021 to
FR-023)."""

import json
import shutil
import subprocess
from typing import Any

import pytest

import config
from config import Domain
from modules.frontend import SPA_ROUTING, UPLOAD_LIMIT, Frontend
from tests.conftest import named, need, synthesized

API: dict[str, Any] = {
    "api_domain_name": "abc.execute-api.eu-west-1.amazonaws.com",
    "api_origin_path": "/live",
    "api_key": "${aws_api_gateway_api_key.k.value}",
}
DOMAIN = Domain(
    name="chat.example.com",
    certificate_arn="arn:aws:acm:us-east-1:123456789012:certificate/1",
    hosted_zone_id="Z1",
)


def frontend(
    *,
    name: str = "chat",
    web_acl_arn: str | None = None,
    domain: Domain | None = None,
    settings: config.Frontend | None = None,
) -> dict[str, Any]:
    return synthesized(
        lambda scope: Frontend(
            scope,
            "frontend",
            name=name,
            region="eu-west-1",
            account_id="123456789012",
            **API,
            api_paths=["/api/*", "/oauth/*", "/health"],
            web_acl_arn=web_acl_arn,
            domain=domain,
            settings=settings or config.Frontend(),
        )
    )


def distribution(**arguments: Any) -> dict[str, Any]:
    return named(frontend(**arguments), "module.frontend_distribution")


def test_the_module_is_pinned_exactly() -> None:
    """FR-004, FR-017."""
    made = distribution()
    assert (made["source"], made["version"]) == ("terraform-aws-modules/cloudfront/aws", "4.2.0")


def test_the_access_control_is_created_since_the_module_does_not_by_itself() -> None:
    """FR-014. Left unset, the origin's reference resolves to none and the private bucket answers
    403."""
    made = distribution()
    assert made["create_origin_access_control"] is True
    ((name, control),) = made["origin_access_control"].items()
    assert made["origin"]["frontend"]["origin_access_control"] == name
    assert (control["origin_type"], control["signing_behavior"], control["signing_protocol"]) == (
        "s3",
        "always",
        "sigv4",
    )


def test_the_access_control_is_named_after_the_environment() -> None:
    names = [
        set(distribution(name=name)["origin_access_control"])
        for name in ("librechat-dev", "librechat-prod")
    ]
    assert not names[0] & names[1]


def test_no_behavior_forwards_values_beside_its_cache_policy() -> None:
    """The module does by default, and AWS rejects the distribution."""
    made = distribution()
    behaviors = [made["default_cache_behavior"], *made["ordered_cache_behavior"]]
    assert all(behavior["use_forwarded_values"] is False for behavior in behaviors)
    assert all(behavior["cache_policy_id"] for behavior in behaviors)


def test_the_api_is_reached_below_its_stage_with_its_key() -> None:
    """FR-011, FR-046. Without the path, /api/x would ask for a stage named api."""
    origin = distribution()["origin"]["api"]
    assert (origin["domain_name"], origin["origin_path"]) == (API["api_domain_name"], "/live")
    assert origin["custom_header"] == [{"name": "x-api-key", "value": API["api_key"]}]
    assert origin["custom_origin_config"]["origin_protocol_policy"] == "https-only"


def test_a_model_may_think_for_a_minute_before_the_first_token() -> None:
    assert distribution()["origin"]["api"]["custom_origin_config"]["origin_read_timeout"] == 60
    assert (
        distribution(settings=config.Frontend(origin_read_timeout=120))["origin"]["api"][
            "custom_origin_config"
        ]["origin_read_timeout"]
        == 120
    )


def test_api_paths_go_to_the_api_uncached_uncompressed_with_all_that_the_viewer_sent() -> None:
    """FR-013, FR-015, SC-004."""
    behaviors = distribution()["ordered_cache_behavior"]
    assert [behavior["path_pattern"] for behavior in behaviors] == ["/api/*", "/oauth/*", "/health"]
    for behavior in behaviors:
        assert behavior["target_origin_id"] == "api"
        assert (
            behavior["cache_policy_id"] == "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
        )  # CachingDisabled
        assert (
            behavior["origin_request_policy_id"] == "b689b0a8-53d0-40ab-baf2-68738e2966ac"
        )  # AllViewerExceptHostHeader
        assert behavior["compress"] is False
        assert set(behavior["allowed_methods"]) == {
            "GET",
            "HEAD",
            "OPTIONS",
            "PUT",
            "POST",
            "PATCH",
            "DELETE",
        }


def test_everything_else_goes_to_the_bucket_cached_and_compressed_over_http_2_and_3() -> None:
    """FR-014, SC-002."""
    made = distribution()
    behavior = made["default_cache_behavior"]
    assert (behavior["target_origin_id"], behavior["compress"]) == ("frontend", True)
    assert behavior["cache_policy_id"] == "658327ea-f89d-4fab-a63d-7e88639e58f6"  # CachingOptimized
    assert (made["http_version"], made["is_ipv6_enabled"], made["default_root_object"]) == (
        "http2and3",
        True,
        "index.html",
    )
    assert behavior["viewer_protocol_policy"] == "redirect-to-https"


def test_browsers_may_be_held_to_http_1_1_for_fewer_sandboxes_a_page_load() -> None:
    made = distribution(settings=config.Frontend(http_version="http1.1"))
    assert made["http_version"] == "http1.1"


def test_client_routes_are_served_by_a_function_and_never_by_an_error_rewrite() -> None:
    """FR-003: an error of the API keeps its status."""
    made = frontend()
    assert "custom_error_response" not in named(made, "module.frontend_distribution")
    behavior = named(made, "module.frontend_distribution")["default_cache_behavior"]
    assert behavior["function_association"] == {
        "viewer-request": {"function_arn": "${aws_cloudfront_function.frontend_spa.arn}"}
    }
    function = named(made, "aws_cloudfront_function.frontend_spa")
    assert (function["publish"], function["runtime"], function["code"]) == (
        True,
        "cloudfront-js-2.0",
        SPA_ROUTING,
    )


def test_the_function_rewrites_client_routes_alone() -> None:
    """FR-003, run in a real JavaScript engine."""
    uris = [
        "/",
        "/c/123",
        "/login",
        "/share/a.b/c",
        "/assets/index.4f2a.js",
        "/index.html",
        "/manifest.webmanifest",
    ]
    answers = answers_of(SPA_ROUTING, [{"uri": uri} for uri in uris])
    assert [answer["uri"] for answer in answers] == ["/index.html"] * 4 + uris[4:]


def test_what_lambda_cannot_take_is_refused_before_with_a_message_that_says_what_it_can() -> None:
    """API Gateway's own 413 cannot be changed (AWS)."""
    made = frontend()
    for behavior in named(made, "module.frontend_distribution")["ordered_cache_behavior"]:
        assert behavior["function_association"] == {
            "viewer-request": {"function_arn": "${aws_cloudfront_function.frontend_uploads.arn}"}
        }
    assert named(made, "aws_cloudfront_function.frontend_uploads")["code"] == UPLOAD_LIMIT

    most = 4 * 1024 * 1024
    passed: list[dict[str, Any]] = [
        {"headers": {}},
        {"headers": {"content-length": {"value": "0"}}},
        {"headers": {"content-length": {"value": str(most)}}},
    ]
    *answers, refused = answers_of(
        UPLOAD_LIMIT, [*passed, {"headers": {"content-length": {"value": str(most + 1)}}}]
    )
    assert answers == passed
    assert (refused["statusCode"], refused["headers"]) == (
        413,
        {"content-type": {"value": "application/json"}},
    )
    assert "4 MB" in json.loads(refused["body"])["message"]


def answers_of(function: str, requests: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the CloudFront function makes of each, in a real JavaScript engine."""
    need(node := shutil.which("node"), "node")
    call = f"{json.dumps(requests)}.map(request => handler({{request}}))"
    code = f"{function}\nconsole.log(JSON.stringify({call}))"
    answer = subprocess.run([str(node), "-e", code], capture_output=True, check=True, text=True)
    answers: list[dict[str, Any]] = json.loads(answer.stdout)
    return answers


def test_the_bucket_admits_this_one_distribution() -> None:
    """FR-014, FR-002."""
    made = frontend()
    bucket = named(made, "module.frontend_bucket")
    assert bucket["attach_policy"] is True
    assert bucket["policy"] == "${data.aws_iam_policy_document.frontend_bucket_policy.json}"
    (statement,) = named(made, "data.aws_iam_policy_document.frontend_bucket_policy")["statement"]
    assert statement["principals"] == [
        {"type": "Service", "identifiers": ["cloudfront.amazonaws.com"]}
    ]
    assert statement["condition"] == [
        {
            "test": "StringEquals",
            "variable": "AWS:SourceArn",
            "values": ["${module.frontend_distribution.cloudfront_distribution_arn}"],
        }
    ]
    assert made["module"]["frontend_distribution"]["origin"]["frontend"]["domain_name"].startswith(
        bucket["bucket"]
    )


def test_a_domain_brings_tls_1_2_its_certificate_and_alias_records() -> None:
    """FR-021, FR-022, FR-023."""
    made = frontend(domain=DOMAIN)
    module = named(made, "module.frontend_distribution")
    assert module["aliases"] == ["chat.example.com"]
    assert module["viewer_certificate"] == {
        "acm_certificate_arn": DOMAIN.certificate_arn,
        "minimum_protocol_version": "TLSv1.2_2021",
        "ssl_support_method": "sni-only",
    }
    records = made["resource"]["aws_route53_record"]
    assert {record["type"] for record in records.values()} == {"A", "AAAA"}
    for record in records.values():
        assert (record["zone_id"], record["name"]) == ("Z1", "chat.example.com")
        assert (
            record["alias"]["name"]
            == "${module.frontend_distribution.cloudfront_distribution_domain_name}"
        )


def test_without_a_domain_the_distributions_own_name_is_used() -> None:
    """FR-021."""
    made = frontend()
    assert named(made, "module.frontend_distribution")["viewer_certificate"] == {
        "cloudfront_default_certificate": True
    }
    assert "aws_route53_record" not in made["resource"]


@pytest.mark.parametrize(
    ("domain", "origin"),
    [
        (DOMAIN, "https://chat.example.com"),
        (None, "https://${module.frontend_distribution.cloudfront_distribution_domain_name}"),
    ],
)
def test_its_origin_is_what_browsers_see(domain: Domain | None, origin: str) -> None:
    from cdktf import TerraformOutput

    def create(scope: Any) -> None:
        made = Frontend(
            scope,
            "f",
            name="n",
            region="eu-west-1",
            account_id="1",
            **API,
            api_paths=["/api/*"],
            web_acl_arn=None,
            domain=domain,
            settings=config.Frontend(),
        )
        TerraformOutput(scope, "origin", value=made.origin)

    assert synthesized(create)["output"]["origin"]["value"] == origin.replace("frontend_", "f_")


def test_ipv6_is_off_where_requests_are_counted_by_address() -> None:
    """Every visitor has a /64 of IPv6 at least, which is a new address for each request."""
    made = frontend(domain=DOMAIN)
    assert named(made, "module.frontend_distribution")["is_ipv6_enabled"] is True
    assert set(made["resource"]["aws_route53_record"]) == {"frontend_a", "frontend_aaaa"}
    made = frontend(domain=DOMAIN, settings=config.Frontend(rate_limit=2000), web_acl_arn="arn:1")
    distribution = named(made, "module.frontend_distribution")
    assert (distribution["is_ipv6_enabled"], distribution["web_acl_id"]) == (False, "arn:1")
    assert set(made["resource"]["aws_route53_record"]) == {"frontend_a"}
