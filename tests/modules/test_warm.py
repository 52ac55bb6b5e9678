"""What keeps sandboxes started: off by default (FR-045: of both functions)."""

import json
from typing import Any

from config import Environment
from tests.conftest import ROOT, named
from tests.modules.test_stack import changed, synth


def function(environment: Environment, **settings: Any) -> dict[str, Any]:
    return synth(changed(environment, "function", **settings))


def test_nothing_is_kept_started_by_default(stacks: dict[str, dict[str, Any]]) -> None:
    for stack in stacks.values():
        assert not {
            "aws_lambda_alias",
            "aws_lambda_provisioned_concurrency_config",
            "aws_cloudwatch_event_rule",
        } & set(stack["resource"])
        assert all("publish" not in f for f in stack["resource"]["aws_lambda_function"].values())


def test_provisioned_sandboxes_are_an_aliass_and_the_api_asks_the_alias(
    environments: dict[str, Environment],
) -> None:
    """They belong to a published version: what asks the function itself would miss them."""
    made = function(environments["dev"], provisioned_concurrency=2)
    for id_ in ("api", "buffered"):
        assert named(made, f"aws_lambda_function.backend_{id_}")["publish"] is True
        alias = named(made, f"aws_lambda_alias.warm_{id_}")
        assert alias["function_version"] == f"${{aws_lambda_function.backend_{id_}.version}}"
        kept = named(made, f"aws_lambda_provisioned_concurrency_config.warm_{id_}")
        assert kept["provisioned_concurrent_executions"] == 2
        assert kept["qualifier"] == f"${{aws_lambda_alias.warm_{id_}.name}}"
    uris = {
        i["response_transfer_mode"]: i["uri"]
        for i in made["resource"]["aws_api_gateway_integration"].values()
        if i["type"] == "AWS_PROXY"
    }
    assert (
        "/functions/${aws_lambda_alias.warm_api.arn}/response-streaming-invocations"
        in uris["STREAM"]
    )
    assert "/functions/${aws_lambda_alias.warm_buffered.arn}/invocations" in uris["BUFFERED"]
    permitted = {p["function_name"] for p in made["resource"]["aws_lambda_permission"].values()}
    assert permitted == {
        "${aws_lambda_alias.warm_api.arn}",
        "${aws_lambda_alias.warm_buffered.arn}",
    }


def test_a_schedule_asks_each_function_for_its_health(environments: dict[str, Environment]) -> None:
    made = function(environments["dev"], warm_every_minutes=5)
    rule = named(made, "aws_cloudwatch_event_rule.warm")
    assert rule["schedule_expression"] == "rate(5 minutes)"
    targets = made["resource"]["aws_cloudwatch_event_target"]
    assert {target["arn"] for target in targets.values()} == {
        "${aws_lambda_function.backend_api.arn}",
        "${aws_lambda_function.backend_buffered.arn}",
    }
    for id_ in ("api", "buffered"):
        permission = named(made, f"aws_lambda_permission.warm_{id_}")
        assert (permission["principal"], permission["source_arn"]) == (
            "events.amazonaws.com",
            "${aws_cloudwatch_event_rule.warm.arn}",
        )


def test_one_minute_is_singular_as_eventbridge_has_it(environments: dict[str, Environment]) -> None:
    made = function(environments["dev"], warm_every_minutes=1)
    assert named(made, "aws_cloudwatch_event_rule.warm")["schedule_expression"] == "rate(1 minute)"


def test_its_event_is_one_that_the_handler_takes(environments: dict[str, Environment]) -> None:
    """The handler refuses what has no method or path (toRequest)."""
    made = function(environments["dev"], warm_every_minutes=5)
    event = json.loads(named(made, "aws_cloudwatch_event_target.warm_api")["input"])
    assert (event["httpMethod"], event["path"]) == ("GET", "/health")
    handler = (ROOT / "lambda_image/handler.mjs").read_text()
    assert "event?.httpMethod" in handler and "event.path" in handler
