"""The API: a Regional REST API (v1) whose routes stream from Lambda or are buffered (FR-009 to FR-011, FR-018, FR-042, FR-045, FR-046).

Defaults: every method demands the API key that the distribution alone sends; OPTIONS is answered by a MOCK integration with CORS
headers for the deployment's own origin; every change of what is deployed makes a new deployment.
"""

import hashlib
import json
from collections.abc import Sequence

import jsii
from cdktf import (
    IResolveContext,
    IStringProducer,
    Lazy,
    TerraformResource,
    TerraformResourceLifecycle,
    TerraformStack,
)
from cdktf_cdktf_provider_aws.api_gateway_api_key import ApiGatewayApiKey
from cdktf_cdktf_provider_aws.api_gateway_deployment import ApiGatewayDeployment
from cdktf_cdktf_provider_aws.api_gateway_integration import ApiGatewayIntegration
from cdktf_cdktf_provider_aws.api_gateway_integration_response import ApiGatewayIntegrationResponse
from cdktf_cdktf_provider_aws.api_gateway_method import ApiGatewayMethod
from cdktf_cdktf_provider_aws.api_gateway_method_response import ApiGatewayMethodResponse
from cdktf_cdktf_provider_aws.api_gateway_resource import ApiGatewayResource
from cdktf_cdktf_provider_aws.api_gateway_rest_api import ApiGatewayRestApi
from cdktf_cdktf_provider_aws.api_gateway_stage import ApiGatewayStage
from cdktf_cdktf_provider_aws.api_gateway_usage_plan import ApiGatewayUsagePlan, ApiGatewayUsagePlanApiStages
from cdktf_cdktf_provider_aws.api_gateway_usage_plan_key import ApiGatewayUsagePlanKey
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction
from cdktf_cdktf_provider_aws.lambda_permission import LambdaPermission
from constructs import Construct

from modules.config import Route, resource_name

DEPLOYED = (
    *("rest_api", "rest_api_policy", "gateway_response", "authorizer", "model", "request_validator"),
    *("resource", "method", "method_response", "integration", "integration_response"),
)
"""The types of API Gateway resources whose changes clients see only after a new deployment."""


class Api(Construct):
    """Creates the REST API and its key; `deploy` adds the routes to the functions, the deployment and the stage.

    Two steps, since the functions are told the distribution's name, and the distribution is told this API's.
    """

    def __init__(
        self, scope: Construct, id_: str, *, name: str, region: str, stage_name: str = "live"
    ) -> None:
        super().__init__(scope, id_)
        self.region, self.stage_name = region, stage_name
        self.rest_api = ApiGatewayRestApi(
            self,
            "this:rest_api",
            name=name,
            description="LibreChat",
            endpoint_configuration={"types": ["REGIONAL"]},
            # Uploads are binary, and which answers are is not known before: everything is passed on as it came.
            binary_media_types=["*/*"],
            lifecycle=TerraformResourceLifecycle(create_before_destroy=True),
        )
        self.key = ApiGatewayApiKey(
            self, "this:key", name=name, description="Sent by the CloudFront distribution to its API origin"
        )
        # Not the stage's invoke URL: the distribution would then wait for the functions, which wait for its name.
        self.domain_name = f"{self.rest_api.id}.execute-api.{region}.amazonaws.com"
        self.origin_path = f"/{stage_name}"
        self._rest_api_id = self.rest_api.id
        self._resource_ids = {"": self.rest_api.root_resource_id}
        self._integrations: list[TerraformResource] = []

    def deploy(
        self, *, routes: Sequence[Route], stream: LambdaFunction, buffered: LambdaFunction | None, origin: str
    ) -> None:
        """Routes each row of the table to the function that serves its mode, and deploys.

        `buffered` may be None where no row is buffered. `origin` is the one that CORS admits.
        """
        functions = {"stream": stream, "buffered": buffered}
        for route in routes:
            function = functions[route.mode]
            if function is None:
                raise ValueError(f"route {route.path}: mode {route.mode!r} needs a function that answers it")
            prefix = route.path.removesuffix("/*")
            for path in (prefix, f"{prefix}/{{proxy+}}") if route.path.endswith("/*") else (prefix,):
                self._method(path, route, function)
                self._preflight(path, origin)
        for id_, target in functions.items():
            if target and any(route.mode == id_ for route in routes):
                LambdaPermission(
                    self,
                    f"{id_}:permission",
                    statement_id="AllowApiGateway",
                    action="lambda:InvokeFunction",
                    function_name=target.function_name,
                    principal="apigateway.amazonaws.com",
                    source_arn=f"{self.rest_api.execution_arn}/*/*",
                )
        self.deployment = ApiGatewayDeployment(
            self,
            "this:deployment",
            rest_api_id=self.rest_api.id,
            # The definition is text: it names a function by its address. A function that is replaced has a new ARN.
            triggers={
                "definition": Lazy.string_value(_Definition(self)),
                **{mode: function.arn for mode, function in functions.items() if function},
            },
            depends_on=self._integrations,
            lifecycle=TerraformResourceLifecycle(create_before_destroy=True),
        )
        self.stage = ApiGatewayStage(
            self,
            "this:stage",
            rest_api_id=self.rest_api.id,
            deployment_id=self.deployment.id,
            stage_name=self.stage_name,
        )
        plan = ApiGatewayUsagePlan(
            self,
            "this:usage_plan",
            name=self.rest_api.name,
            description="Admits the CloudFront distribution's key",
            api_stages=[ApiGatewayUsagePlanApiStages(api_id=self.rest_api.id, stage=self.stage.stage_name)],
        )
        ApiGatewayUsagePlanKey(
            self, "this:usage_plan_key", key_id=self.key.id, key_type="API_KEY", usage_plan_id=plan.id
        )

    def _resource_id(self, path: str) -> str:
        """The id of the resource at a path; creates it, and those above it, once."""
        if path not in self._resource_ids:
            parent, _, part = path.rpartition("/")
            resource = ApiGatewayResource(
                self,
                f"{resource_name(path)}:resource",
                rest_api_id=self._rest_api_id,
                parent_id=self._resource_id(parent),
                path_part=part,
            )
            self._resource_ids[path] = resource.id
        return self._resource_ids[path]

    def _method(self, path: str, route: Route, function: LambdaFunction) -> None:
        method = ApiGatewayMethod(
            self,
            f"{resource_name(path)}:method",
            rest_api_id=self._rest_api_id,
            resource_id=self._resource_id(path),
            http_method="ANY",
            authorization="NONE",
            api_key_required=True,
        )
        version, suffix = (
            ("2021-11-15", "response-streaming-invocations")
            if route.mode == "stream"
            else ("2015-03-31", "invocations")
        )
        integration = ApiGatewayIntegration(
            self,
            f"{resource_name(path)}:integration",
            rest_api_id=self._rest_api_id,
            resource_id=self._resource_id(path),
            http_method=method.http_method,
            type="AWS_PROXY",
            integration_http_method="POST",
            uri=f"arn:aws:apigateway:{self.region}:lambda:path/{version}/functions/{function.arn}/{suffix}",
            response_transfer_mode="STREAM" if route.mode == "stream" else "BUFFERED",
            timeout_milliseconds=route.timeout_ms,
        )
        self._integrations.append(integration)

    def _preflight(self, path: str, origin: str) -> None:
        """OPTIONS, answered without a function (FR-042)."""
        headers = {
            "Access-Control-Allow-Origin": origin,
            "Access-Control-Allow-Methods": "GET,HEAD,POST,PUT,PATCH,DELETE,OPTIONS",
            "Access-Control-Allow-Headers": "Authorization,Content-Type,Last-Event-ID",
            "Access-Control-Allow-Credentials": "true",
        }
        parameters = {f"method.response.header.{header}": f"'{value}'" for header, value in headers.items()}
        id_ = f"{resource_name(path)}_options"
        resource_id = self._resource_id(path)
        options = ApiGatewayMethod(
            self,
            f"{id_}:method",
            rest_api_id=self._rest_api_id,
            resource_id=resource_id,
            http_method="OPTIONS",
            authorization="NONE",
            api_key_required=True,
        ).http_method
        integration = ApiGatewayIntegration(
            self,
            f"{id_}:integration",
            rest_api_id=self._rest_api_id,
            resource_id=resource_id,
            http_method=options,
            type="MOCK",
            request_templates={"application/json": json.dumps({"statusCode": 204})},
            # With binary_media_types */* a MOCK integration cannot read its own template otherwise, and answers 500.
            content_handling="CONVERT_TO_TEXT",
        )
        response = ApiGatewayMethodResponse(
            self,
            f"{id_}:method_response",
            rest_api_id=self._rest_api_id,
            resource_id=resource_id,
            http_method=options,
            status_code="204",
            response_parameters=dict.fromkeys(parameters, True),
        )
        integration_response = ApiGatewayIntegrationResponse(
            self,
            f"{id_}:integration_response",
            rest_api_id=self._rest_api_id,
            resource_id=resource_id,
            http_method=options,
            status_code=response.status_code,
            response_parameters=parameters,
            depends_on=[integration],
        )
        self._integrations += [integration, integration_response]


@jsii.implements(IStringProducer)
class _Definition:
    """A hash of all that a deployment makes live, taken when the stack is synthesized: what was added or overridden
    after `deploy` counts, too."""

    def __init__(self, scope: Construct) -> None:
        self._stack = TerraformStack.of(scope)
        self._resolving = False

    def produce(self, context: IResolveContext) -> str:
        # The stack is resolved with this value in it, and it is also resolved once only to find references.
        if self._resolving or context.preparing:
            return ""
        self._resolving = True
        resources = self._stack.to_terraform()["resource"]
        self._resolving = False
        deployed = {type_: resources.get(f"aws_api_gateway_{type_}") for type_ in DEPLOYED}
        return hashlib.sha256(json.dumps(deployed, sort_keys=True).encode()).hexdigest()
