"""The alarms: what users feel, as a table. What each means and what to do then: docs/runbook.md."""

from collections.abc import Sequence
from typing import NamedTuple

from cdktf import TerraformProvider
from cdktf_cdktf_provider_aws.cloudwatch_metric_alarm import CloudwatchMetricAlarm
from constructs import Construct

import config
from modules.monitoring.metrics import PERIOD_SECONDS, Metric, Metrics

REDIS_CONNECTIONS = 65_000
"""What a node admits (maxclients):
https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/ParameterGroups.Redis.html"""


class Alarm(NamedTuple):
    """An alarm on a metric whose statistic is at or over `threshold` in each of `periods`.

    `kind` is its section in the runbook; `node` tells those of one kind apart.
    """

    kind: str
    description: str
    metric: Metric
    statistic: str
    threshold: float
    periods: int = 1
    node: str = ""


def alarms(metrics: Metrics, *, settings: config.Alarms, timeout_seconds: int) -> list[Alarm]:
    """Those of function and API; `timeout_seconds` is the function's."""
    near_timeout_ms = 0.9 * timeout_seconds * 1000
    return [
        Alarm("errors", "Answers broke off", metrics.function("Errors"), "Sum", 3),
        Alarm(
            "throttles",
            "Users are refused: no sandbox is free",
            metrics.function("Throttles"),
            "Sum",
            1,
        ),
        Alarm(
            "duration",
            "Answers come near the timeout",
            metrics.function("Duration"),
            "Maximum",
            near_timeout_ms,
        ),
        Alarm(
            "cold-start",
            "A start takes long",
            metrics.handler("ColdStart"),
            "Maximum",
            settings.cold_start_ms,
        ),
        Alarm("api-5xx", "Users get errors from the API", metrics.api("5XXError"), "Sum", 5),
        # The median: streamed answers are long by right, the many short requests around each are
        # not.
        Alarm(
            "api-latency",
            "Half of all requests are slow",
            metrics.api("Latency"),
            "p50",
            settings.api_latency_ms,
            periods=3,
        ),
    ]


def distribution_alarm(metrics: Metrics) -> Alarm:
    """It acts in us-east-1, where CloudFront's metrics are."""
    return Alarm(
        "cloudfront-5xx",
        "5 % of what visitors ask of CloudFront fails",
        metrics.distribution("5xxErrorRate"),
        "Average",
        5,
        periods=2,
    )


def redis_alarms(metrics: Metrics, node_ids: Sequence[str]) -> list[Alarm]:
    """Those of each node."""
    found = []
    for id_ in node_ids:
        cpu = metrics.redis("EngineCPUUtilization", id_)
        memory = metrics.redis("DatabaseMemoryUsagePercentage", id_)
        evictions = metrics.redis("Evictions", id_)
        connections = metrics.redis("CurrConnections", id_)
        full = 0.8 * REDIS_CONNECTIONS
        node = id_.rpartition("-")[2]
        found += [
            Alarm("redis-cpu", "Redis is busy", cpu, "Average", 80, periods=3, node=node),
            Alarm("redis-memory", "Redis fills up", memory, "Maximum", 80, node=node),
            Alarm("redis-evictions", "Redis drops data", evictions, "Sum", 1, node=node),
            Alarm(
                "redis-connections", "Redis will refuse", connections, "Maximum", full, node=node
            ),
        ]
    return found


def create_alarm(
    scope: Construct,
    alarm: Alarm,
    *,
    name: str,
    topic_arn: str,
    provider: TerraformProvider | None = None,
) -> CloudwatchMetricAlarm:
    """Creates `aws_cloudwatch_metric_alarm.<scope>_<kind>`; the topic is told when it begins and
    when it is over. No data is no alarm: nobody is there, or there is nothing to count."""
    id_ = f"{alarm.kind}-{alarm.node}" if alarm.node else alarm.kind
    percentile = alarm.statistic.startswith("p")
    return CloudwatchMetricAlarm(
        scope,
        f"{id_}:alarm",
        alarm_name=f"{name}-{id_}",
        alarm_description=f"{alarm.description}. What to do: docs/runbook.md#{alarm.kind}",
        namespace=alarm.metric.namespace,
        metric_name=alarm.metric.name,
        dimensions=dict(alarm.metric.dimensions),
        statistic=None if percentile else alarm.statistic,
        extended_statistic=alarm.statistic if percentile else None,
        comparison_operator="GreaterThanOrEqualToThreshold",
        threshold=alarm.threshold,
        period=PERIOD_SECONDS,
        evaluation_periods=alarm.periods,
        treat_missing_data="notBreaching",
        alarm_actions=[topic_arn],
        ok_actions=[topic_arn],
        provider=provider,
    )
