"""What keeps sandboxes started: off by default."""

import json
from typing import Any

from config import Environment
from tests.conftest import ROOT, named
from tests.modules.test_stack import changed, synth


def function(environment: Environment, **settings: Any) -> dict[str, Any]:
    return synth(changed(environment, "function", **settings))


def test_nothing_is_kept_started_by_default(stacks: dict[str, dict[str, Any]]) -> None:
    for stack in stacks.values():
        assert not {"aws_lambda_provisioned_concurrency_config", "aws_cloudwatch_event_rule"} & set(
            stack["resource"]
        )
        assert all("publish" not in f for f in stack["resource"]["aws_lambda_function"].values())
        assert named(stack, "aws_lambda_alias.warm")["function_version"] == "$LATEST"


def test_provisioned_sandboxes_are_those_of_the_version_that_the_alias_leads_to(
    environments: dict[str, Environment],
) -> None:
    made = function(environments["dev"], provisioned_concurrency=2)
    assert named(made, "aws_lambda_function.backend_api")["publish"] is True
    alias = named(made, "aws_lambda_alias.warm")
    assert alias["function_version"] == "${aws_lambda_function.backend_api.version}"
    kept = named(made, "aws_lambda_provisioned_concurrency_config.warm")
    assert kept["provisioned_concurrent_executions"] == 2
    assert kept["qualifier"] == "${aws_lambda_alias.warm.name}"


def test_whoever_asks_the_function_asks_its_alias_and_goes_on_when_sandboxes_are_provisioned(
    environments: dict[str, Environment],
) -> None:
    """Else the API's leave to invoke would be replaced, and its routes point to an alias that is
    not there yet, or no more."""
    off = function(environments["dev"], warm_every_minutes=5)
    on = function(environments["dev"], warm_every_minutes=5, provisioned_concurrency=2)
    for kind in (
        "aws_api_gateway_integration",
        "aws_api_gateway_deployment",
        "aws_api_gateway_stage",
        "aws_lambda_permission",
        "aws_cloudwatch_event_target",
        "aws_cloudwatch_log_group",
    ):
        assert off["resource"][kind] == on["resource"][kind]
    uris = [i["uri"] for i in on["resource"]["aws_api_gateway_integration"].values() if "uri" in i]
    assert uris
    assert all("function:librechat-dev-api:live/" in uri for uri in uris)
    for permission in on["resource"]["aws_lambda_permission"].values():
        assert permission["qualifier"] == "${aws_lambda_alias.warm.name}"


def test_the_log_group_stays_when_modes_change(environments: dict[str, Environment]) -> None:
    before = synth(environments["dev"])
    after = synth(changed(environments["dev"], "api", stream_everything=True))
    kinds = ("aws_cloudwatch_log_group", "aws_cloudwatch_log_metric_filter")
    assert all(before["resource"][kind] == after["resource"][kind] for kind in kinds)


def test_a_schedule_asks_the_function_for_its_health(environments: dict[str, Environment]) -> None:
    made = function(environments["dev"], warm_every_minutes=5)
    rule = named(made, "aws_cloudwatch_event_rule.warm")
    assert rule["schedule_expression"] == "rate(5 minutes)"
    target = named(made, "aws_cloudwatch_event_target.warm")
    assert target["arn"] == "${aws_lambda_alias.warm.arn}"
    permission = named(made, "aws_lambda_permission.warm")
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
    event = json.loads(named(made, "aws_cloudwatch_event_target.warm")["input"])
    assert (event["httpMethod"], event["path"]) == ("GET", "/health")
    handler = (ROOT / "lambda_image/src/translate.mjs").read_text()
    assert "event?.httpMethod" in handler and "event.path" in handler
