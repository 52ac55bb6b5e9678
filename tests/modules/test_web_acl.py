"""One visitor cannot use up the API for all: a limit for each address, in us-east-1."""

from typing import Any

from modules.web_acl import WebAcl
from tests.conftest import named, synthesized


def web_acl(rate_limit: int) -> dict[str, Any]:
    stack = synthesized(lambda scope: WebAcl(scope, "web_acl", name="chat", rate_limit=rate_limit))
    return named(stack, "aws_wafv2_web_acl.web_acl")


def test_an_address_above_the_limit_is_blocked_and_all_others_are_allowed() -> None:
    acl = web_acl(2000)
    assert acl["scope"] == "CLOUDFRONT"
    assert acl["default_action"] == {"allow": {}}
    (rule,) = acl["rule"]
    assert rule["action"] == {"block": {}}
    assert rule["statement"]["rate_based_statement"] == {
        "aggregate_key_type": "IP",
        "limit": 2000,
        "evaluation_window_sec": 300,
    }


def test_what_it_blocks_can_be_seen() -> None:
    acl = web_acl(10)
    for config in (acl["visibility_config"], acl["rule"][0]["visibility_config"]):
        assert config["cloudwatch_metrics_enabled"] is True
        assert config["sampled_requests_enabled"] is True
