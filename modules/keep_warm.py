"""By what the function is invoked, and what keeps its sandboxes started, both off by default:
provisioned concurrency, and a schedule that asks for the health.

Only an alias can have provisioned concurrency. So all that invokes the function, and its leave to,
names the alias from the first deploy on: nothing of it changes when sandboxes are provisioned or no
longer, and no request is refused meanwhile. The alias leads to the function as it is, or, with
provisioned concurrency, which belongs to a version, to the version that is published last.
Provisioned concurrency costs by the hour. The schedule costs cents and keeps one idle sandbox from
being given up, for as long as Lambda likes.
"""

import cdktf_cdktf_provider_aws as aws
from cdktf import TerraformResource
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction
from constructs import Construct

from modules.synth.hcl import document

HEALTH = {"httpMethod": "GET", "path": "/health", "headers": {}}
"""As API Gateway would ask (FR-028a): the handler answers no other events."""
ALIAS = "live"


class KeepWarm(Construct):
    """Creates `aws_lambda_alias.<id>`, and what was asked for. `alias` is to be invoked; its ARN is
    `alias_arn`, as text."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        name: str,
        function: LambdaFunction,
        function_arn: str,
        provisioned_concurrency: int,
        every_minutes: int,
    ) -> None:
        """`function_arn` is the function's as text; `provisioned_concurrency` is in sandboxes; 0
        turns it, or the schedule, off."""
        super().__init__(scope, id_)
        self.alias = aws.lambda_alias.LambdaAlias(
            self,
            "this:alias",
            name=ALIAS,
            function_name=function.function_name,
            function_version="$LATEST",
        )
        self.alias_arn = f"{function_arn}:{ALIAS}"
        self.independent: list[TerraformResource] = []
        if provisioned_concurrency:
            function.publish = True
            self.alias.function_version = function.version
            aws.lambda_provisioned_concurrency_config.LambdaProvisionedConcurrencyConfig(
                self,
                "this:provisioned",
                function_name=self.alias.function_name,
                qualifier=self.alias.name,
                provisioned_concurrent_executions=provisioned_concurrency,
            )
        if every_minutes:
            self._schedule(name, every_minutes)

    def _schedule(self, name: str, minutes: int) -> None:
        rule = aws.cloudwatch_event_rule.CloudwatchEventRule(
            self,
            "this:rule",
            name=f"{name}-warm",
            schedule_expression=f"rate({minutes} minute{'s' if minutes > 1 else ''})",
        )
        self.independent.append(rule)
        aws.cloudwatch_event_target.CloudwatchEventTarget(
            self, "this:target", rule=rule.name, arn=self.alias.arn, input=document(HEALTH)
        )
        aws.lambda_permission.LambdaPermission(
            self,
            "this:permission",
            function_name=self.alias.function_name,
            qualifier=self.alias.name,
            action="lambda:InvokeFunction",
            principal="events.amazonaws.com",
            source_arn=rule.arn,
        )
