"""Who may call the API: CloudFront alone, by a key that the distribution sends (FR-046).

API Gateway generates the key: it is the one generated credential in Terraform's state. All requests
come with it, so the throttle of its usage plan is the API's.
"""

from cdktf_cdktf_provider_aws.api_gateway_api_key import ApiGatewayApiKey
from cdktf_cdktf_provider_aws.api_gateway_stage import ApiGatewayStage
from cdktf_cdktf_provider_aws.api_gateway_usage_plan import (
    ApiGatewayUsagePlan,
    ApiGatewayUsagePlanApiStages,
    ApiGatewayUsagePlanThrottleSettings,
)
from cdktf_cdktf_provider_aws.api_gateway_usage_plan_key import ApiGatewayUsagePlanKey
from constructs import Construct


class ApiKey(Construct):
    """Creates `aws_api_gateway_api_key.<id>`; `admit_to` makes a stage take it."""

    def __init__(self, scope: Construct, id_: str, *, name: str) -> None:
        super().__init__(scope, id_)
        self._name = name
        self.key = ApiGatewayApiKey(self, "this:key", name=name, description="For CloudFront")
        self.value = self.key.value
        self.independent = [self.key]

    def admit_to(self, stage: ApiGatewayStage, *, rate: int, burst: int) -> None:
        """Creates the usage plan: `rate` requests a second, `burst` at once before that counts."""
        usage_plan = ApiGatewayUsagePlan(
            self,
            "this:usage_plan",
            name=self._name,
            api_stages=[
                ApiGatewayUsagePlanApiStages(api_id=stage.rest_api_id, stage=stage.stage_name)
            ],
            throttle_settings=ApiGatewayUsagePlanThrottleSettings(
                rate_limit=rate, burst_limit=burst
            ),
        )
        ApiGatewayUsagePlanKey(
            self,
            "this:usage_plan_key",
            key_id=self.key.id,
            key_type="API_KEY",
            usage_plan_id=usage_plan.id,
        )
