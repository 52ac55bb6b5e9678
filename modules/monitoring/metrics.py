"""The metrics of one deployment, for alarms and dashboard: each is named here alone."""

from collections.abc import Mapping
from typing import NamedTuple

US_EAST_1 = "us-east-1"
"""Where CloudFront has its metrics, and nowhere else."""

PERIOD_SECONDS = 300
"""The interval that alarms evaluate and the dashboard shows."""


class Metric(NamedTuple):
    """A metric as CloudWatch names it."""

    namespace: str
    name: str
    dimensions: Mapping[str, str]


class Metrics(NamedTuple):
    """Makes metrics by what they are of. `name` is the deployment's: its API has it, and the
    namespace of the handler's metrics."""

    name: str
    function_name: str
    stage_name: str
    distribution_id: str

    def handler(self, metric: str) -> Metric:
        """One of those that are made of the handler's log lines (log_metrics.py)."""
        return Metric(self.name, metric, {})

    def function(self, metric: str) -> Metric:
        return Metric("AWS/Lambda", metric, {"FunctionName": self.function_name})

    def api(self, metric: str) -> Metric:
        dimensions = {"ApiName": self.name, "Stage": self.stage_name}
        return Metric("AWS/ApiGateway", metric, dimensions)

    def distribution(self, metric: str) -> Metric:
        dimensions = {"DistributionId": self.distribution_id, "Region": "Global"}
        return Metric("AWS/CloudFront", metric, dimensions)

    def redis(self, metric: str, node_id: str) -> Metric:
        return Metric("AWS/ElastiCache", metric, {"CacheClusterId": node_id})
