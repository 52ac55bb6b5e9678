"""OPTIONS of the API (FR-042)."""

from tests.conftest import named
from tests.modules.test_api import api


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
