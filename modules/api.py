"""The API: a Regional REST API (v1) whose routes stream from Lambda or are buffered (FR-009 to
FR-011, FR-018, FR-042, FR-045, FR-046).

Defaults: every method demands the API key that the distribution alone sends (api_key.py); OPTIONS
is answered without the function; every change of what is deployed makes a new deployment.
"""

from collections.abc import Sequence

import cdktf_cdktf_provider_aws as aws
from cdktf import TerraformResource
from cdktf_cdktf_provider_aws.lambda_alias import LambdaAlias
from constructs import Construct

import config
from modules.api_key import ApiKey
from modules.synth.hcl import document
from modules.synth.resources_hash import resources_hash

NOT_DEPLOYED = ("account", "api_key", "deployment", "stage", "usage_plan", "usage_plan_key")
"""API Gateway's resources that need no new deployment; clients see a change of any other only
after one."""

INVOCATIONS = {
    "stream": "2021-11-15/functions/{arn}/response-streaming-invocations",
    "buffered": "2015-03-31/functions/{arn}/invocations",
}
"""Lambda's Invoke API by a route's mode, as an integration's URI names it."""

ALLOW = "method.response.header.Access-Control-Allow-"
CORS = {
    f"{ALLOW}Origin": "stageVariables.origin",
    f"{ALLOW}Methods": "'GET,HEAD,POST,PUT,PATCH,DELETE,OPTIONS'",
    f"{ALLOW}Headers": "'Authorization,Content-Type,Last-Event-ID'",
    f"{ALLOW}Credentials": "'true'",
}
"""CORS headers, as API Gateway maps them (its developer guide, "Parameter mapping source
reference"). The stage knows the deployment's own origin as its variable `origin`: a reference to it
here would be one of the deployment's, too, and so hand `create_before_destroy` on to the
distribution and what that needs."""


class Api(Construct):
    """Creates the REST API; `deploy` adds the routes, the deployment and the stage.

    Two steps, since the function is told the distribution's name, and the distribution is told this
    API's.
    """

    def __init__(
        self, scope: Construct, id_: str, *, name: str, region: str, settings: config.Api
    ) -> None:
        super().__init__(scope, id_)
        self._region, self._settings = region, settings
        self.rest_api = aws.api_gateway_rest_api.ApiGatewayRestApi(
            self,
            "this:rest_api",
            name=name,
            endpoint_configuration={"types": ["REGIONAL"]},
            # Uploads are binary, and which answers are is not known before: all pass as they come.
            binary_media_types=["*/*"],
            lifecycle={"create_before_destroy": True},
        )
        # Not the stage's invoke URL: the distribution would then wait for the stage.
        self.domain_name = f"{self.rest_api.id}.execute-api.{region}.amazonaws.com"
        self.origin_path = f"/{settings.stage_name}"
        self.key = ApiKey(self, "this:key", name=name)
        self.independent = [self.rest_api, self.key.key]
        self._resource_ids = {"": self.rest_api.root_resource_id}
        self._integrations: list[TerraformResource] = []

    def deploy(
        self, *, routes: Sequence[config.Route], alias: LambdaAlias, alias_arn: str, origin: str
    ) -> None:
        """Routes each row of the table to the function's alias, and deploys.

        `alias_arn` is the alias's ARN as text. The deployment is created before its predecessor is
        destroyed, and Terraform hands that on to all that it refers to: by a reference to the
        function, and to Redis, whose names are fixed, so that they could not be replaced. `origin`
        is the one that CORS admits.
        """
        for route in routes:
            invocation = INVOCATIONS[route.mode].format(arn=alias_arn)
            for path in route.api_paths:
                self._add_route(path, route, invocation)
                self._answer_options(path)
        permission = aws.lambda_permission.LambdaPermission(
            self,
            "this:permission",
            function_name=alias.function_name,
            qualifier=alias.name,
            source_arn=f"{self.rest_api.execution_arn}/*/*",
            action="lambda:InvokeFunction",
            principal="apigateway.amazonaws.com",
        )
        self.deployment = aws.api_gateway_deployment.ApiGatewayDeployment(
            self,
            "this:deployment",
            rest_api_id=self.rest_api.id,
            triggers={"definition": resources_hash(self, "aws_api_gateway_", but=NOT_DEPLOYED)},
            depends_on=self._integrations,
            lifecycle={"create_before_destroy": True},
        )
        self.stage = aws.api_gateway_stage.ApiGatewayStage(
            self,
            "this:stage",
            rest_api_id=self.rest_api.id,
            stage_name=self._settings.stage_name,
            deployment_id=self.deployment.id,
            variables={"origin": origin},
            depends_on=[permission],  # no request comes before the function admits it
        )
        self.key.admit_to(
            self.stage, rate=self._settings.throttle_rate, burst=self._settings.throttle_burst
        )

    def _resource_id(self, path: str) -> str:
        """The id of a path's resource; it and those above it are created once."""
        if path not in self._resource_ids:
            parent, _, part = path.rpartition("/")
            id_, parent_id = f"{config.resource_name(path)}:resource", self._resource_id(parent)
            self._resource_ids[path] = aws.api_gateway_resource.ApiGatewayResource(
                self, id_, rest_api_id=self.rest_api.id, parent_id=parent_id, path_part=part
            ).id
        return self._resource_ids[path]

    def _add_method(self, id_: str, path: str, http_method: str) -> str:
        """Returns the method's reference to its own name, by which the others wait for it."""
        method = aws.api_gateway_method.ApiGatewayMethod(
            self,
            f"{id_}:method",
            rest_api_id=self.rest_api.id,
            resource_id=self._resource_id(path),
            http_method=http_method,
            authorization="NONE",
            api_key_required=True,
        )
        return method.http_method

    def _add_route(self, path: str, route: config.Route, invocation: str) -> None:
        id_ = config.resource_name(path)
        integration = aws.api_gateway_integration.ApiGatewayIntegration(
            self,
            f"{id_}:integration",
            rest_api_id=self.rest_api.id,
            resource_id=self._resource_id(path),
            http_method=self._add_method(id_, path, "ANY"),
            type="AWS_PROXY",
            integration_http_method="POST",
            uri=f"arn:aws:apigateway:{self._region}:lambda:path/{invocation}",
            response_transfer_mode=route.mode.upper(),
            timeout_milliseconds=route.timeout_ms,
        )
        self._integrations.append(integration)

    def _answer_options(self, path: str) -> None:
        """A MOCK integration answers OPTIONS with the CORS headers (FR-042)."""
        id_ = f"{config.resource_name(path)}_options"
        rest_api_id, resource_id = self.rest_api.id, self._resource_id(path)
        http_method = self._add_method(id_, path, "OPTIONS")
        integration = aws.api_gateway_integration.ApiGatewayIntegration(
            self,
            f"{id_}:integration",
            rest_api_id=rest_api_id,
            resource_id=resource_id,
            http_method=http_method,
            type="MOCK",
            request_templates={"application/json": document({"statusCode": 204})},
            # With binary_media_types */* a MOCK integration cannot read its own template otherwise,
            # and answers 500.
            content_handling="CONVERT_TO_TEXT",
        )
        declared = aws.api_gateway_method_response.ApiGatewayMethodResponse(
            self,
            f"{id_}:method_response",
            rest_api_id=rest_api_id,
            resource_id=resource_id,
            http_method=http_method,
            status_code="204",
            response_parameters=dict.fromkeys(CORS, True),
        )
        response = aws.api_gateway_integration_response.ApiGatewayIntegrationResponse(
            self,
            f"{id_}:integration_response",
            rest_api_id=rest_api_id,
            resource_id=resource_id,
            http_method=http_method,
            status_code="204",
            response_parameters=CORS,
            depends_on=[integration, declared],
        )
        self._integrations += [integration, response]
