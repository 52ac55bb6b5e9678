"""API Gateway's access logs, where they are turned on."""

import json
from typing import Any

from config import Environment
from tests.conftest import named
from tests.modules.test_stack import changed, synth


def api(environment: Environment, **settings: Any) -> dict[str, Any]:
    return synth(changed(environment, "api", **settings))


def test_they_are_off_until_the_accounts_role_is_known_to_be_there(
    environments: dict[str, Environment],
) -> None:
    made = api(environments["dev"])
    assert "access_log_settings" not in named(made, "aws_api_gateway_stage.api")
    assert "aws_api_gateway_account" not in made["resource"]


def test_a_line_has_transfer_mode_and_latencies_and_nothing_that_users_wrote(
    environments: dict[str, Environment],
) -> None:
    made = api(environments["dev"], access_logs=True)
    settings = named(made, "aws_api_gateway_stage.api")["access_log_settings"]
    assert settings["destination_arn"] == "${aws_cloudwatch_log_group.api_logs.arn}"
    line = json.loads(settings["format"])
    assert line["transferMode"] == "$context.integration.responseTransferMode"
    assert line["timeToAllHeaders"] == "$context.integration.timeToAllHeaders"
    assert line["timeToFirstContent"] == "$context.integration.timeToFirstContent"
    assert {"latency", "integrationLatency", "status", "path", "requestId"} <= set(line)
    assert not any(
        word in settings["format"].lower()
        for word in ("query", "cookie", "authorization", "useragent")
    )


def test_their_group_is_kept_for_the_stacks_time(environments: dict[str, Environment]) -> None:
    made = api(environments["dev"], access_logs=True)
    group = named(made, "aws_cloudwatch_log_group.api_logs")
    assert (group["name"], group["retention_in_days"]) == ("/aws/apigateway/librechat-dev", 30)


def test_the_accounts_role_is_set_only_where_that_is_asked_for(
    environments: dict[str, Environment],
) -> None:
    """There is one for an account and region: two environments would take it from each other."""
    assert "aws_api_gateway_account" not in api(environments["dev"], access_logs=True)["resource"]
    made = api(environments["dev"], access_logs=True, account_role=True)
    account = named(made, "aws_api_gateway_account.api_logs")
    assert account["cloudwatch_role_arn"] == "${aws_iam_role.api_logs.arn}"
    (statement,) = named(made, "data.aws_iam_policy_document.api_logs_assume")["statement"]
    assert statement["principals"] == [
        {"type": "Service", "identifiers": ["apigateway.amazonaws.com"]}
    ]
    attached = named(made, "aws_iam_role_policy_attachment.api_logs")
    assert attached["policy_arn"].endswith("/AmazonAPIGatewayPushToCloudWatchLogs")
    # The stage is refused before the role is there.
    stage = named(made, "aws_api_gateway_stage.api")
    assert "aws_api_gateway_account.api_logs" in stage["depends_on"]
