"""The REST API: routes that stream or are buffered, behind a key (FR-009 to FR-011, FR-042, FR-045,
FR-046)."""

import json
from typing import Any

import pytest
from cdktf_cdktf_provider_aws.api_gateway_gateway_response import ApiGatewayGatewayResponse
from cdktf_cdktf_provider_aws.lambda_alias import LambdaAlias

from config import DEFAULT_ROUTES, Route
from config import Api as Settings
from modules.api import Api
from tests.conftest import named, synthesized

STREAM, BUFFERED = Route(path="/api/agents/*"), Route(path="/health", mode="buffered")
FUNCTION_ARN = "arn:aws:lambda:eu-west-1:123456789012:function:"


def api(
    routes: Any = (STREAM, BUFFERED),
    *,
    name: str = "f",
    origin: str = "https://chat.example.com",
    extend: Any = None,
    settings: Any = None,
) -> dict[str, Any]:
    def create(scope: Any) -> None:
        made = Api(scope, "api", name="chat", region="eu-west-1", settings=settings or Settings())
        alias = LambdaAlias(
            scope, "live", name="live", function_name=name, function_version="$LATEST"
        )
        made.deploy(
            routes=routes, alias=alias, alias_arn=f"{FUNCTION_ARN}{name}:live", origin=origin
        )
        if extend:
            extend(made)

    return synthesized(create)


def definition(terraform: dict[str, Any]) -> str:
    trigger: str = named(terraform, "aws_api_gateway_deployment.api")["triggers"]["definition"]
    return trigger


def test_it_is_a_regional_rest_api() -> None:
    """FR-009, FR-018."""
    assert named(api(), "aws_api_gateway_rest_api.api")["endpoint_configuration"] == {
        "types": ["REGIONAL"]
    }


def test_a_streamed_route_takes_the_streaming_uri_the_mode_and_fifteen_minutes() -> None:
    """FR-010, SC-004."""
    for address in ("api_agents", "api_agents_proxy"):
        integration = named(api(), f"aws_api_gateway_integration.{address}")
        assert (integration["type"], integration["integration_http_method"]) == (
            "AWS_PROXY",
            "POST",
        )
        assert integration["response_transfer_mode"] == "STREAM"
        assert integration["timeout_milliseconds"] == 900_000
        assert integration["uri"] == (
            "arn:aws:apigateway:eu-west-1:lambda:path/2021-11-15/functions/"
            f"{FUNCTION_ARN}f:live/response-streaming-invocations"
        )


def test_a_buffered_route_takes_the_plain_uri_of_the_same_function() -> None:
    """FR-045: what streamifyResponse writes is no valid answer of a buffered integration."""
    integration = named(api(), "aws_api_gateway_integration.api_health")
    assert (integration["response_transfer_mode"], integration["timeout_milliseconds"]) == (
        "BUFFERED",
        29_000,
    )
    assert integration["uri"].endswith(f"/2015-03-31/functions/{FUNCTION_ARN}f:live/invocations")


def test_a_star_covers_the_path_itself_and_all_below_it() -> None:
    """FR-045."""
    resources = api()["resource"]["aws_api_gateway_resource"]
    assert set(resources) == {"api", "api_agents", "api_agents_proxy", "api_health"}
    assert resources["api"]["parent_id"] == "${aws_api_gateway_rest_api.api.root_resource_id}"
    assert resources["api_agents"]["parent_id"] == "${aws_api_gateway_resource.api.id}"
    assert resources["api_agents_proxy"]["path_part"] == "{proxy+}"


def test_the_default_table_gives_every_path_its_resource_once() -> None:
    resources = api(DEFAULT_ROUTES)["resource"]["aws_api_gateway_resource"]
    parts = [(resource["parent_id"], resource["path_part"]) for resource in resources.values()]
    assert len(parts) == len(set(parts)) == 17


def test_one_stage_deploys_and_the_permission_is_for_this_api_alone() -> None:
    """FR-011."""
    made = api()
    assert list(made["resource"]["aws_api_gateway_stage"]) == ["api"]
    assert named(made, "aws_api_gateway_stage.api")["stage_name"] == "live"
    permission = named(made, "aws_lambda_permission.api")
    assert permission["principal"] == "apigateway.amazonaws.com"
    assert permission["function_name"] == "${aws_lambda_alias.live.function_name}"
    assert permission["qualifier"] == "${aws_lambda_alias.live.name}"
    assert permission["source_arn"] == "${aws_api_gateway_rest_api.api.execution_arn}/*/*"


def test_requests_come_only_once_the_function_admits_them() -> None:
    """Else an alias that is new would refuse them while its permission is still to come."""
    assert named(api(), "aws_api_gateway_stage.api")["depends_on"] == ["aws_lambda_permission.api"]


def test_the_origin_does_not_wait_for_the_stage() -> None:
    """Built from the stage's invoke URL it would close a cycle."""
    seen: list[str] = []
    synthesized(
        lambda scope: seen.append(
            Api(scope, "api", name="n", region="eu-west-1", settings=Settings()).origin_path
        )
    )
    assert seen == ["/live"]


@pytest.mark.parametrize(
    "change",
    [
        {"routes": [STREAM]},
        {"routes": [STREAM, Route(path="/health", mode="stream")]},
        {"routes": [STREAM, Route(path="/health", mode="buffered", timeout_seconds=20)]},
        {"routes": [Route(path="/api/agents/*", timeout_seconds=600), BUFFERED]},
        {"routes": [STREAM, BUFFERED, Route(path="/api/new")]},
        {"extend": lambda made: made.rest_api.add_override("binary_media_types", ["image/png"])},
        {
            "extend": lambda made: ApiGatewayGatewayResponse(
                made, "default_5xx", rest_api_id=made.rest_api.id, response_type="DEFAULT_5XX"
            )
        },
    ],
    ids=[
        "route removed",
        "mode",
        "buffered timeout",
        "stream timeout",
        "route added",
        "override",
        "extension",
    ],
)
def test_every_change_of_what_is_deployed_makes_a_new_deployment(change: dict[str, Any]) -> None:
    assert definition(api(**change)) != definition(api())


def test_no_change_makes_no_new_deployment() -> None:
    """Nor does another origin: it is the stage's."""
    assert definition(api()) == definition(api(origin="https://other.example.com"))
    assert definition(api()) == definition(api())
    assert len(definition(api())) == 64


def test_another_function_makes_a_new_deployment() -> None:
    assert definition(api()) != definition(api(name="g"))


def test_the_deployment_does_not_refer_to_the_function() -> None:
    """It is replaced by create_before_destroy, which Terraform hands on to all that it refers to:
    to the function and to Redis, whose names are fixed, so that they could not be replaced."""
    made = api()
    deployed = [named(made, "aws_api_gateway_deployment.api")]
    deployed += made["resource"]["aws_api_gateway_integration"].values()
    assert "aws_lambda" not in json.dumps(deployed)


def test_the_deployment_waits_for_every_integration_and_replaces_without_a_gap() -> None:
    made = api()
    deployment = named(made, "aws_api_gateway_deployment.api")
    assert deployment["lifecycle"] == {"create_before_destroy": True}
    integrations = {
        f"aws_api_gateway_integration.{id_}"
        for id_ in made["resource"]["aws_api_gateway_integration"]
    }
    responses = {
        f"aws_api_gateway_integration_response.{id_}"
        for id_ in made["resource"]["aws_api_gateway_integration_response"]
    }
    assert set(deployment["depends_on"]) == integrations | responses


def test_options_is_answered_by_a_mock_for_the_deployments_own_origin() -> None:
    """FR-042."""
    made = api()
    integration = named(made, "aws_api_gateway_integration.api_agents_proxy_options")
    assert (integration["type"], integration["http_method"]) == (
        "MOCK",
        "${aws_api_gateway_method.api_agents_proxy_options.http_method}",
    )
    response = named(made, "aws_api_gateway_integration_response.api_agents_proxy_options")
    parameters = response["response_parameters"]
    allowed = parameters["method.response.header.Access-Control-Allow-Origin"]
    assert allowed == "stageVariables.origin"
    stage = named(made, "aws_api_gateway_stage.api")
    assert stage["variables"] == {"origin": "https://chat.example.com"}
    declared = named(made, "aws_api_gateway_method_response.api_agents_proxy_options")
    assert set(declared["response_parameters"]) == set(parameters)


def test_a_mock_reads_its_template_as_text_since_all_media_types_are_binary() -> None:
    made = api()
    assert named(made, "aws_api_gateway_rest_api.api")["binary_media_types"] == ["*/*"]
    options = [
        value
        for key, value in made["resource"]["aws_api_gateway_integration"].items()
        if "options" in key
    ]
    assert options and all(
        integration["content_handling"] == "CONVERT_TO_TEXT" for integration in options
    )
