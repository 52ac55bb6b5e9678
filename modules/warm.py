"""What keeps sandboxes started, both off by default: provisioned concurrency, and a schedule that asks for the health.

Provisioned concurrency belongs to an alias of a published version, so requests go to the alias (`targets`); it costs by the hour.
The schedule costs cents and keeps one idle sandbox of each function from being given up, for as long as Lambda likes.
"""

import json
from collections.abc import Mapping
from typing import Any

import cdktf_cdktf_provider_aws as aws
from cdktf import TerraformResource
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction
from constructs import Construct

HEALTH = {"httpMethod": "GET", "path": "/health", "headers": {}}
"""As API Gateway would ask (FR-028a): the handler answers no other events."""


class Warm(Construct):
    """`targets` are what to invoke, by the function's id: an alias where sandboxes are provisioned, else the function;
    `roots` what depends on nothing else."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        name: str,
        functions: Mapping[str, LambdaFunction],
        provisioned_concurrency: int = 0,
        every_minutes: int = 0,
    ) -> None:
        super().__init__(scope, id_)
        self.targets: dict[str, Any] = dict(functions)
        if provisioned_concurrency:
            for mode, function in functions.items():
                self.targets[mode] = self._provision(mode, function, provisioned_concurrency)
        self.roots = [self._ask(name, every_minutes)] if every_minutes else []

    def _provision(self, mode: str, function: LambdaFunction, sandboxes: int) -> Any:
        function.publish = True
        alias = aws.lambda_alias.LambdaAlias(
            self,
            f"{mode}:alias",
            name="live",
            function_name=function.function_name,
            function_version=function.version,
        )
        aws.lambda_provisioned_concurrency_config.LambdaProvisionedConcurrencyConfig(
            self,
            f"{mode}:provisioned",
            function_name=alias.function_name,
            qualifier=alias.name,
            provisioned_concurrent_executions=sandboxes,
        )
        return alias

    def _ask(self, name: str, minutes: int) -> TerraformResource:
        rule = aws.cloudwatch_event_rule.CloudwatchEventRule(
            self,
            "this:rule",
            name=f"{name}-warm",
            schedule_expression=f"rate({minutes} minute{'s' if minutes > 1 else ''})",
        )
        for mode, target in self.targets.items():
            arn = target.arn
            aws.cloudwatch_event_target.CloudwatchEventTarget(
                self, f"{mode}:target", rule=rule.name, arn=arn, input=json.dumps(HEALTH)
            )
            aws.lambda_permission.LambdaPermission(
                self,
                f"{mode}:permission",
                function_name=arn,
                action="lambda:InvokeFunction",
                principal="events.amazonaws.com",
                source_arn=rule.arn,
            )
        return rule
