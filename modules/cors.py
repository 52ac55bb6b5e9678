"""OPTIONS of the API, answered without the function (FR-042).

A MOCK integration returns the CORS headers for the deployment's own origin, which the stage knows
as its variable `origin`. A reference to it in a response would be one of the deployment's, too, and
so hand `create_before_destroy` on to the distribution and what that needs (api.py). As every method
this one demands the API key, which the distribution sends.
"""

import cdktf_cdktf_provider_aws as aws
from cdktf import TerraformResource
from constructs import Construct

from modules.synth.hcl import document

HEADERS = {
    "Origin": "stageVariables.origin",
    "Methods": "'GET,HEAD,POST,PUT,PATCH,DELETE,OPTIONS'",
    "Headers": "'Authorization,Content-Type,Last-Event-ID'",
    "Credentials": "'true'",
}
"""Values as API Gateway maps them (its developer guide, "Parameter mapping source reference")."""


def answer_options(
    scope: Construct, id_: str, *, rest_api_id: str, resource_id: str
) -> list[TerraformResource]:
    """Creates `aws_api_gateway_method.<id>` with all that answers it, and returns what a deployment
    must wait for."""
    headers = {
        f"method.response.header.Access-Control-Allow-{name}": value
        for name, value in HEADERS.items()
    }
    method = aws.api_gateway_method.ApiGatewayMethod(
        scope,
        f"{id_}:method",
        rest_api_id=rest_api_id,
        resource_id=resource_id,
        http_method="OPTIONS",
        authorization="NONE",
        api_key_required=True,
    )
    integration = aws.api_gateway_integration.ApiGatewayIntegration(
        scope,
        f"{id_}:integration",
        rest_api_id=rest_api_id,
        resource_id=resource_id,
        http_method=method.http_method,
        type="MOCK",
        request_templates={"application/json": document({"statusCode": 204})},
        # With binary_media_types */* a MOCK integration cannot read its own template otherwise, and
        # answers 500.
        content_handling="CONVERT_TO_TEXT",
    )
    declared = aws.api_gateway_method_response.ApiGatewayMethodResponse(
        scope,
        f"{id_}:method_response",
        rest_api_id=rest_api_id,
        resource_id=resource_id,
        http_method=method.http_method,
        status_code="204",
        response_parameters=dict.fromkeys(headers, True),
    )
    response = aws.api_gateway_integration_response.ApiGatewayIntegrationResponse(
        scope,
        f"{id_}:integration_response",
        rest_api_id=rest_api_id,
        resource_id=resource_id,
        http_method=method.http_method,
        status_code="204",
        response_parameters=headers,
        depends_on=[integration, declared],
    )
    return [integration, response]
