"""Alarms on what users feel, and who is told of them."""

import re
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.modules.monitoring.made import monitoring

RUNBOOK = (ROOT / "docs/runbook.md").read_text()


def alarms(made: dict[str, Any]) -> dict[str, dict[str, Any]]:
    prefix = "librechat-dev-"
    return {
        alarm["alarm_name"].removeprefix(prefix): alarm
        for alarm in made["resource"]["aws_cloudwatch_metric_alarm"].values()
    }


@pytest.mark.parametrize(
    ("alarm", "namespace", "metric", "statistic", "threshold"),
    [
        ("errors", "AWS/Lambda", "Errors", "Sum", 3),
        ("throttles", "AWS/Lambda", "Throttles", "Sum", 1),
        ("duration", "AWS/Lambda", "Duration", "Maximum", 810_000),  # nine tenths of the timeout
        ("cold-start", "librechat-dev", "ColdStart", "Maximum", 5_000),
        ("api-5xx", "AWS/ApiGateway", "5XXError", "Sum", 5),
        ("api-latency", "AWS/ApiGateway", "Latency", "p50", 10_000),
        ("cloudfront-5xx", "AWS/CloudFront", "5xxErrorRate", "Average", 5),
        ("redis-cpu-001", "AWS/ElastiCache", "EngineCPUUtilization", "Average", 80),
        ("redis-memory-001", "AWS/ElastiCache", "DatabaseMemoryUsagePercentage", "Maximum", 80),
        ("redis-evictions-001", "AWS/ElastiCache", "Evictions", "Sum", 1),
        ("redis-connections-001", "AWS/ElastiCache", "CurrConnections", "Maximum", 52_000),
    ],
)
def test_what_users_feel_is_an_alarm(
    alarm: str, namespace: str, metric: str, statistic: str, threshold: float
) -> None:
    made = alarms(monitoring())[alarm]
    assert (made["namespace"], made["metric_name"]) == (namespace, metric)
    assert made.get("statistic", made.get("extended_statistic")) == statistic
    assert (made["threshold"], made["comparison_operator"]) == (
        threshold,
        "GreaterThanOrEqualToThreshold",
    )
    assert made["treat_missing_data"] == "notBreaching"


def test_limits_can_be_set() -> None:
    made = alarms(monitoring(cold_start_ms=8_000, api_latency_ms=700))
    assert (made["cold-start"]["threshold"], made["api-latency"]["threshold"]) == (8_000, 700)


def test_each_redis_node_has_its_alarms() -> None:
    made = alarms(monitoring(redis_nodes=2))
    nodes = {made[f"redis-cpu-00{n}"]["dimensions"]["CacheClusterId"] for n in (1, 2)}
    assert nodes == {"librechat-dev-redis-001", "librechat-dev-redis-002"}


def test_the_functions_alarms_are_on_the_function() -> None:
    made = alarms(monitoring())
    for kind in ("errors", "throttles", "duration"):
        assert made[kind]["dimensions"] == {"FunctionName": "librechat-dev-api"}


def test_every_alarm_tells_the_topic_that_it_began_and_that_it_is_over() -> None:
    for name, alarm in alarms(monitoring()).items():
        topic = "monitoring_us_east_1" if name == "cloudfront-5xx" else "monitoring_alarms"
        assert alarm["alarm_actions"] == alarm["ok_actions"] == [f"${{aws_sns_topic.{topic}.arn}}"]


def test_cloudfronts_alarm_and_its_topic_are_where_cloudfronts_metrics_are() -> None:
    """Its metrics are in us-east-1 alone, and an alarm acts in its own region alone."""
    made = monitoring()
    elsewhere = alarms(made)["cloudfront-5xx"]
    assert elsewhere["dimensions"] == {"DistributionId": "E1", "Region": "Global"}
    assert elsewhere["provider"] == "aws.us_east_1"
    assert made["resource"]["aws_sns_topic"]["monitoring_us_east_1"]["provider"] == "aws.us_east_1"
    assert [name for name, alarm in alarms(made).items() if "provider" in alarm] == [
        "cloudfront-5xx"
    ]


def test_in_us_east_1_itself_there_is_one_topic() -> None:
    made = monitoring(region="us-east-1", emails=["a@example.com"])
    assert list(made["resource"]["aws_sns_topic"]) == ["monitoring_alarms"]
    assert len(made["resource"]["aws_sns_topic_subscription"]) == 1
    assert "provider" not in alarms(made)["cloudfront-5xx"]


def test_nobody_is_told_until_somebody_is_named() -> None:
    assert "aws_sns_topic_subscription" not in monitoring()["resource"]
    made = monitoring(emails=["a@example.com", "b@example.com"])["resource"][
        "aws_sns_topic_subscription"
    ]
    assert sorted(
        (s["endpoint"], s["protocol"], "us_east_1" in s["topic_arn"]) for s in made.values()
    ) == [(f"{who}@example.com", "email", elsewhere) for who in "ab" for elsewhere in (False, True)]


def test_every_alarm_has_its_section_in_the_runbook() -> None:
    headings = {
        h.lower().replace(" ", "-") for h in re.findall(r"^#+ (.+)$", RUNBOOK, re.MULTILINE)
    }
    for name, alarm in alarms(monitoring()).items():
        section = re.search(r"docs/runbook\.md#([\w-]+)$", alarm["alarm_description"])
        assert section and section[1] in headings, name
