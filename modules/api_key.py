"""Who may call the API: CloudFront alone, by a key that the distribution sends (FR-046).

API Gateway generates the key: it is the one generated credential in Terraform's state. All requests
come with it, so the throttle of its usage plan is the API's.
"""

import cdktf_cdktf_provider_aws as aws
from cdktf_cdktf_provider_aws.api_gateway_stage import ApiGatewayStage
from constructs import Construct


class ApiKey(Construct):
    """Creates `aws_api_gateway_api_key.<id>`; `admit_to` makes a stage take it."""

    def __init__(self, scope: Construct, id_: str, *, name: str) -> None:
        super().__init__(scope, id_)
        self._name = name
        self.key = aws.api_gateway_api_key.ApiGatewayApiKey(
            self, "this:key", name=name, description="For CloudFront"
        )
        self.value = self.key.value

    def admit_to(self, stage: ApiGatewayStage, *, rate: int, burst: int) -> None:
        """Creates the usage plan: `rate` requests a second, `burst` at once before that counts."""
        limits = {"rate_limit": rate, "burst_limit": burst}
        plans = aws.api_gateway_usage_plan
        served = plans.ApiGatewayUsagePlanApiStages(
            api_id=stage.rest_api_id, stage=stage.stage_name
        )
        plan = plans.ApiGatewayUsagePlan(
            self, "this:usage_plan", name=self._name, api_stages=[served], throttle_settings=limits
        )
        key_id, plan_id = self.key.id, plan.id
        aws.api_gateway_usage_plan_key.ApiGatewayUsagePlanKey(
            self, "this:usage_plan_key", key_id=key_id, key_type="API_KEY", usage_plan_id=plan_id
        )
