"""The API: a Regional REST API (v1) whose routes stream from Lambda or are buffered (FR-009 to
FR-011, FR-018, FR-042, FR-045, FR-046).

Defaults: every method demands the API key that the distribution alone sends (api_key.py); OPTIONS
is answered without the function (cors.py); every change of what is deployed makes a new deployment.
"""

from collections.abc import Sequence

import cdktf_cdktf_provider_aws as aws
from cdktf import TerraformResource, TerraformResourceLifecycle
from constructs import Construct

import config
from modules.api_key import ApiKey
from modules.cors import answer_options
from modules.synth.resources_hash import resources_hash

NOT_DEPLOYED = ("account", "api_key", "deployment", "stage", "usage_plan", "usage_plan_key")
"""API Gateway's resources that need no new deployment; clients see a change of any other only
after one."""

INVOCATIONS = {
    "stream": "2021-11-15/functions/{arn}/response-streaming-invocations",
    "buffered": "2015-03-31/functions/{arn}/invocations",
}
"""Lambda's Invoke API by a route's mode, as an integration's URI names it."""


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
            lifecycle=TerraformResourceLifecycle(create_before_destroy=True),
        )
        # Not the stage's invoke URL: the distribution would then wait for the stage.
        self.domain_name = f"{self.rest_api.id}.execute-api.{region}.amazonaws.com"
        self.origin_path = f"/{settings.stage_name}"
        self.key = ApiKey(self, "this:key", name=name)
        self.independent = [self.rest_api, *self.key.independent]
        self._resource_ids = {"": self.rest_api.root_resource_id}
        self._integrations: list[TerraformResource] = []

    def deploy(
        self, *, routes: Sequence[config.Route], function_arn: str, invoked_arn: str, origin: str
    ) -> None:
        """Routes each row of the table to the function, and deploys.

        `function_arn` is the ARN as text and `invoked_arn` the same as a reference. The deployment
        is created before its predecessor is destroyed, and Terraform hands that on to all that it
        refers to: by a reference to the function, and to Redis, whose names are fixed, so that
        they could not be replaced. `origin` is the one that CORS admits.
        """
        for route in routes:
            for path in route.api_paths:
                self._add_route(path, route, function_arn)
                self._integrations += answer_options(
                    self,
                    f"{config.resource_name(path)}_options",
                    rest_api_id=self.rest_api.id,
                    resource_id=self._resource_id(path),
                )
        permission = aws.lambda_permission.LambdaPermission(
            self,
            "this:permission",
            function_name=invoked_arn,
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
            lifecycle=TerraformResourceLifecycle(create_before_destroy=True),
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
            resource = aws.api_gateway_resource.ApiGatewayResource(
                self,
                f"{config.resource_name(path)}:resource",
                rest_api_id=self.rest_api.id,
                parent_id=self._resource_id(parent),
                path_part=part,
            )
            self._resource_ids[path] = resource.id
        return self._resource_ids[path]

    def _add_route(self, path: str, route: config.Route, function_arn: str) -> None:
        id_ = config.resource_name(path)
        method = aws.api_gateway_method.ApiGatewayMethod(
            self,
            f"{id_}:method",
            rest_api_id=self.rest_api.id,
            resource_id=self._resource_id(path),
            http_method="ANY",
            authorization="NONE",
            api_key_required=True,
        )
        invocation = INVOCATIONS[route.mode].format(arn=function_arn)
        integration = aws.api_gateway_integration.ApiGatewayIntegration(
            self,
            f"{id_}:integration",
            rest_api_id=self.rest_api.id,
            resource_id=self._resource_id(path),
            http_method=method.http_method,
            type="AWS_PROXY",
            integration_http_method="POST",
            uri=f"arn:aws:apigateway:{self._region}:lambda:path/{invocation}",
            response_transfer_mode=route.mode.upper(),
            timeout_milliseconds=route.timeout_ms,
        )
        self._integrations.append(integration)
