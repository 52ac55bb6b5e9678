"""API Gateway's access logs: one JSON line for each request, with its transfer mode and latencies,
without query or cookies.

Opt-in, since API Gateway writes logs only once its CloudWatch role is set, and there is one for an
account and region: `account_role` sets it. The log group's retention and key come from the stack
(baseline.py).
"""

import cdktf_cdktf_provider_aws as aws
from cdktf import TerraformResource
from cdktf_cdktf_provider_aws.api_gateway_stage import ApiGatewayStage
from constructs import Construct

from modules.policy import trust_policy
from modules.synth.hcl import document

WRITE_LOGS = "arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs"
FIELDS = {
    "requestId": "requestId",
    "time": "requestTimeEpoch",
    "ip": "identity.sourceIp",
    "method": "httpMethod",
    "path": "path",
    "status": "status",
    "error": "error.message",
    "responseLength": "responseLength",
    "latency": "responseLatency",
    "transferMode": "integration.responseTransferMode",
    "timeToAllHeaders": "integration.timeToAllHeaders",
    "timeToFirstContent": "integration.timeToFirstContent",
    "integrationLatency": "integration.latency",
    "integrationStatus": "integration.integrationStatus",
    "traceId": "xrayTraceId",
}
"""What a line says, by the names of API Gateway's `$context` variables."""


class AccessLogs(Construct):
    """Creates the log group of `stage`, and the account's role if asked to."""

    def __init__(
        self, scope: Construct, id_: str, *, name: str, stage: ApiGatewayStage, account_role: bool
    ) -> None:
        super().__init__(scope, id_)
        group = aws.cloudwatch_log_group.CloudwatchLogGroup(
            self, "this:group", name=f"/aws/apigateway/{name}"
        )
        line = {field: f"$context.{variable}" for field, variable in FIELDS.items()}
        stage.put_access_log_settings(destination_arn=group.arn, format=document(line))
        self.independent: list[TerraformResource] = [group]
        if account_role:
            account = self._account_role(name)
            # The stage is refused before the role is there.
            address = f"aws_api_gateway_account.{account.friendly_unique_id}"
            stage.depends_on = [*(stage.depends_on or ()), address]

    def _account_role(self, name: str) -> TerraformResource:
        trust = trust_policy(self, "assume", service="apigateway.amazonaws.com")
        role = aws.iam_role.IamRole(
            self, "this:role", name=f"{name}-api-logs", assume_role_policy=trust
        )
        self.independent.append(role)
        attachment = aws.iam_role_policy_attachment.IamRolePolicyAttachment(
            self, "this:write", role=role.name, policy_arn=WRITE_LOGS
        )
        return aws.api_gateway_account.ApiGatewayAccount(
            self, "this:account", cloudwatch_role_arn=role.arn, depends_on=[attachment]
        )
