"""Metrics that are made of the handler's log lines: no agent and no code in the function."""

import re
from typing import NamedTuple

from cdktf_cdktf_provider_aws.cloudwatch_log_metric_filter import CloudwatchLogMetricFilter
from constructs import Construct


class LogMetric(NamedTuple):
    """The number at `field` of the lines of `event` or, without a field, their count; of those
    lines alone that meet `condition`."""

    name: str
    event: str
    field: str | None = None
    condition: str | None = None

    @property
    def pattern(self) -> str:
        """As CloudWatch Logs filters JSON."""
        conditions = [f'$.event = "{self.event}"', self.condition]
        return "{ " + " && ".join(filter(None, conditions)) + " }"


LOG_METRICS = (
    LogMetric("ColdStart", "cold_start", "totalMs"),
    LogMetric("ColdStartSecrets", "cold_start", "secretsMs"),
    LogMetric("ColdStartConfig", "cold_start", "configMs"),
    LogMetric("ColdStartHealth", "cold_start", "healthMs"),
    LogMetric("StartFailed", "start_failed"),
    LogMetric("Respawn", "respawn"),
    LogMetric("StreamFirstByte", "request", "firstByteMs", '$.mode = "stream"'),
    LogMetric("BufferedFirstByte", "request", "firstByteMs", '$.mode = "buffered"'),
    LogMetric("Drained", "request", "drainMs", "$.drainMs > 0"),
    LogMetric("NotAnswered", "request", condition='$.outcome != "ok"'),
)


def create_log_metrics(scope: Construct, *, name: str, log_group_name: str) -> None:
    """Creates `aws_cloudwatch_log_metric_filter.<scope>_<metric>` for each, in the namespace
    `name`."""
    for metric in LOG_METRICS:
        id_ = snake_case(metric.name)
        CloudwatchLogMetricFilter(
            scope,
            f"{id_}:filter",
            name=f"{name}-{id_}",
            log_group_name=log_group_name,
            pattern=metric.pattern,
            metric_transformation={
                "namespace": name,
                "name": metric.name,
                "value": f"$.{metric.field}" if metric.field else "1",
                "unit": "Milliseconds" if metric.field else "Count",
            },
        )


def snake_case(name: str) -> str:
    """`ColdStart` → `cold_start`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
