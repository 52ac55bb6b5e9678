"""What keeps sandboxes started, both off by default: provisioned concurrency, and a schedule that
asks for the health.

Provisioned concurrency belongs to an alias of a published version, so requests go to the alias; it
costs by the hour. The schedule costs cents and keeps one idle sandbox from being given up, for as
long as Lambda likes.
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
    """Creates what was asked for. `invoked_arn` is what to invoke, as a reference: the alias where
    sandboxes are provisioned, else the function; `function_arn` is the same ARN as text."""

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
        """`provisioned_concurrency` is in sandboxes; 0 turns it, or the schedule, off."""
        super().__init__(scope, id_)
        self.invoked_arn, self.function_arn = function.arn, function_arn
        self.independent: list[TerraformResource] = []
        if provisioned_concurrency:
            self.invoked_arn = self._provision(function, provisioned_concurrency)
            self.function_arn = f"{function_arn}:{ALIAS}"
        if every_minutes:
            self._schedule(name, every_minutes)

    def _provision(self, function: LambdaFunction, sandboxes: int) -> str:
        """Returns the alias's ARN."""
        function.publish = True
        alias = aws.lambda_alias.LambdaAlias(
            self,
            "this:alias",
            name=ALIAS,
            function_name=function.function_name,
            function_version=function.version,
        )
        aws.lambda_provisioned_concurrency_config.LambdaProvisionedConcurrencyConfig(
            self,
            "this:provisioned",
            function_name=alias.function_name,
            qualifier=alias.name,
            provisioned_concurrent_executions=sandboxes,
        )
        return alias.arn

    def _schedule(self, name: str, minutes: int) -> None:
        rule = aws.cloudwatch_event_rule.CloudwatchEventRule(
            self,
            "this:rule",
            name=f"{name}-warm",
            schedule_expression=f"rate({minutes} minute{'s' if minutes > 1 else ''})",
        )
        self.independent.append(rule)
        aws.cloudwatch_event_target.CloudwatchEventTarget(
            self, "this:target", rule=rule.name, arn=self.invoked_arn, input=document(HEALTH)
        )
        aws.lambda_permission.LambdaPermission(
            self,
            "this:permission",
            function_name=self.invoked_arn,
            action="lambda:InvokeFunction",
            principal="events.amazonaws.com",
            source_arn=rule.arn,
        )
