"""The API: a Regional REST API (v1) whose routes stream from Lambda or are buffered (FR-009 to FR-011, FR-018, FR-042,
FR-045, FR-046).

Defaults: every method demands the API key that the distribution alone sends; OPTIONS is answered by a MOCK integration
with CORS headers for the deployment's own origin; every change of what is deployed makes a new deployment. All requests
come with the distribution's key, so the throttle of its usage plan is the API's.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import cdktf_cdktf_provider_aws as aws
from cdktf import TerraformResource, TerraformResourceLifecycle
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction
from constructs import Construct

import config
from modules.synth.digest import digest_of

DEPLOYED = (
    *(
        "rest_api",
        "rest_api_policy",
        "gateway_response",
        "authorizer",
        "model",
        "request_validator",
    ),
    *("resource", "method", "method_response", "integration", "integration_response"),
)
"""The types of API Gateway resources whose changes clients see only after a new deployment."""

METHODS, HEADERS = (
    "GET,HEAD,POST,PUT,PATCH,DELETE,OPTIONS",
    "Authorization,Content-Type,Last-Event-ID",
)
INVOKE: Mapping[str, Any] = {
    "action": "lambda:InvokeFunction",
    "principal": "apigateway.amazonaws.com",
}
KEY_REQUIRED: Mapping[str, Any] = {"authorization": "NONE", "api_key_required": True}
REPLACED_WITHOUT_A_GAP = TerraformResourceLifecycle(create_before_destroy=True)


class Api(Construct):
    """Creates the REST API and its key; `deploy` adds the routes to the functions, the deployment and the stage.

    Two steps, since the functions are told the distribution's name, and the distribution is told this API's.
    """

    def __init__(
        self, scope: Construct, id_: str, *, name: str, region: str, settings: config.Api
    ) -> None:
        super().__init__(scope, id_)
        self.region, self.settings = region, settings
        self.rest_api = aws.api_gateway_rest_api.ApiGatewayRestApi(
            self,
            "this:rest_api",
            name=name,
            endpoint_configuration={"types": ["REGIONAL"]},
            # Uploads are binary, and which answers are is not known before: everything is passed on as it came.
            binary_media_types=["*/*"],
            lifecycle=REPLACED_WITHOUT_A_GAP,
        )
        self.key = aws.api_gateway_api_key.ApiGatewayApiKey(
            self, "this:key", name=name, description="For CloudFront"
        )
        self._rest_api_id = self.rest_api.id
        # Not the stage's invoke URL: the distribution would then wait for the functions, which wait for its name.
        self.domain_name = f"{self._rest_api_id}.execute-api.{region}.amazonaws.com"
        self.origin_path = f"/{self.settings.stage_name}"
        self._resource_ids = {"": self.rest_api.root_resource_id}
        self._integrations: list[TerraformResource] = []

    def deploy(
        self,
        *,
        routes: Sequence[config.Route],
        stream: LambdaFunction,
        buffered: LambdaFunction | None,
        origin: str,
    ) -> None:
        """Routes each row of the table to the function that serves its mode, and deploys.

        `buffered` may be None where no row is buffered; else ValueError. `origin` is the one that CORS admits.
        """
        functions = {"stream": stream, "buffered": buffered}
        arns = {mode: function.arn for mode, function in functions.items() if function}
        for route in routes:
            if route.mode not in arns:
                raise ValueError(
                    f"route {route.path}: mode {route.mode!r} needs a function that answers it"
                )
            prefix = route.path.removesuffix("/*")
            for path in (
                (prefix, f"{prefix}/{{proxy+}}") if route.path.endswith("/*") else (prefix,)
            ):
                self._integrate(path, route, arns[route.mode])
                self._preflight(path, origin)
        source = f"{self.rest_api.execution_arn}/*/*"
        for mode, arn in arns.items():
            aws.lambda_permission.LambdaPermission(
                self, f"{mode}:permission", function_name=arn, source_arn=source, **INVOKE
            )
        self.deployment = aws.api_gateway_deployment.ApiGatewayDeployment(
            self,
            "this:deployment",
            rest_api_id=self._rest_api_id,
            # The definition is text: it names a function by its address. A function that is replaced has a new ARN.
            triggers={
                "definition": digest_of(self, [f"aws_api_gateway_{type_}" for type_ in DEPLOYED]),
                **arns,
            },
            depends_on=self._integrations,
            lifecycle=REPLACED_WITHOUT_A_GAP,
        )
        at: dict[str, Any] = {
            "rest_api_id": self._rest_api_id,
            "stage_name": self.settings.stage_name,
        }
        self.stage = aws.api_gateway_stage.ApiGatewayStage(
            self, "this:stage", **at, deployment_id=self.deployment.id
        )
        plan = aws.api_gateway_usage_plan
        stages = [
            plan.ApiGatewayUsagePlanApiStages(api_id=self._rest_api_id, stage=self.stage.stage_name)
        ]
        usage: dict[str, Any] = {"api_stages": stages, "throttle_settings": self.settings.throttle}
        admitted = plan.ApiGatewayUsagePlan(
            self, "this:usage_plan", name=self.rest_api.name, **usage
        )
        aws.api_gateway_usage_plan_key.ApiGatewayUsagePlanKey(
            self,
            "this:usage_plan_key",
            key_id=self.key.id,
            key_type="API_KEY",
            usage_plan_id=admitted.id,
        )

    def _at(self, path: str) -> dict[str, Any]:
        """The resource at a path, as its methods name it; it and those above it are created once."""
        if path not in self._resource_ids:
            parent, _, part = path.rpartition("/")
            above: dict[str, Any] = {
                "rest_api_id": self._rest_api_id,
                "parent_id": self._at(parent)["resource_id"],
            }
            resource = aws.api_gateway_resource.ApiGatewayResource(
                self, f"{config.resource_name(path)}:resource", **above, path_part=part
            )
            self._resource_ids[path] = resource.id
        return {"rest_api_id": self._rest_api_id, "resource_id": self._resource_ids[path]}

    def _integrate(self, path: str, route: config.Route, function_arn: str) -> None:
        streams, id_, at = route.mode == "stream", config.resource_name(path), self._at(path)
        method = aws.api_gateway_method.ApiGatewayMethod(
            self, f"{id_}:method", **at, http_method="ANY", **KEY_REQUIRED
        )
        version, suffix = (
            ("2021-11-15", "response-streaming-invocations")
            if streams
            else ("2015-03-31", "invocations")
        )
        integration = aws.api_gateway_integration.ApiGatewayIntegration(
            self,
            f"{id_}:integration",
            **at,
            http_method=method.http_method,
            type="AWS_PROXY",
            integration_http_method="POST",
            uri=f"arn:aws:apigateway:{self.region}:lambda:path/{version}/functions/{function_arn}/{suffix}",
            response_transfer_mode="STREAM" if streams else "BUFFERED",
            timeout_milliseconds=route.timeout_ms,
        )
        self._integrations.append(integration)

    def _preflight(self, path: str, origin: str) -> None:
        """OPTIONS, answered without a function (FR-042)."""
        allowed = {"Origin": origin, "Methods": METHODS, "Headers": HEADERS, "Credentials": "true"}
        parameters = {
            f"method.response.header.Access-Control-Allow-{name}": f"'{allowed[name]}'"
            for name in allowed
        }
        id_, at = f"{config.resource_name(path)}_options", self._at(path)
        options = aws.api_gateway_method.ApiGatewayMethod(
            self, f"{id_}:method", **at, http_method="OPTIONS", **KEY_REQUIRED
        )
        at["http_method"] = options.http_method
        integration = aws.api_gateway_integration.ApiGatewayIntegration(
            self,
            f"{id_}:integration",
            **at,
            type="MOCK",
            request_templates={"application/json": '{"statusCode": 204}'},
            # With binary_media_types */* a MOCK integration cannot read its own template otherwise, and answers 500.
            content_handling="CONVERT_TO_TEXT",
        )
        at["status_code"] = "204"
        declared = aws.api_gateway_method_response.ApiGatewayMethodResponse(
            self,
            f"{id_}:method_response",
            **at,
            response_parameters=dict.fromkeys(parameters, True),
        )
        at["depends_on"] = [integration, declared]
        response = aws.api_gateway_integration_response.ApiGatewayIntegrationResponse(
            self, f"{id_}:integration_response", **at, response_parameters=parameters
        )
        self._integrations += [integration, response]
