"""Alarms, topic, dashboard, metrics of the handler's log lines, saved queries, budget."""

import json
import re
from typing import Any

import pytest
from cdktf_cdktf_provider_aws.provider import AwsProvider

import config
from modules.monitoring import METRICS, QUERIES, Monitoring
from tests.conftest import ROOT, synthesized

RUNBOOK = (ROOT / "docs/runbook.md").read_text()
HANDLER = (ROOT / "lambda_image/handler.mjs").read_text()


def monitoring(*, redis_nodes: int = 1, region: str = "eu-west-1", **alarms: Any) -> dict[str, Any]:
    def create(scope: Any) -> None:
        Monitoring(
            scope,
            "monitoring",
            name="librechat-dev",
            region=region,
            account_id="123456789012",
            functions={"api": "librechat-dev-api", "buffered": "librechat-dev-buffered"},
            log_groups={
                "api": "/aws/lambda/librechat-dev-api",
                "buffered": "/aws/lambda/librechat-dev-buffered",
            },
            timeout_seconds=900,
            stage_name="live",
            distribution_id="E1",
            redis_nodes=[f"librechat-dev-redis-00{number}" for number in range(1, redis_nodes + 1)],
            us_east_1=None
            if region == "us-east-1"
            else AwsProvider(scope, "aws_us_east_1", alias="us_east_1", region="us-east-1"),
            settings=config.Alarms(**alarms),
        )

    return synthesized(create)


def alarms(made: dict[str, Any]) -> dict[str, dict[str, Any]]:
    prefix = "librechat-dev-"
    return {
        alarm["alarm_name"].removeprefix(prefix): alarm
        for alarm in made["resource"]["aws_cloudwatch_metric_alarm"].values()
    }


def body(made: dict[str, Any]) -> dict[str, Any]:
    """The dashboard, out of Terraform's jsonencode."""
    (dashboard,) = made["resource"]["aws_cloudwatch_dashboard"].values()
    text = re.fullmatch(r"\$\{jsonencode\((.*)\)\}", dashboard["dashboard_body"])
    assert text
    parsed: dict[str, Any] = json.loads(re.sub(r'("[^"]*") = ', r"\1: ", text[1]))
    return parsed


@pytest.mark.parametrize(
    ("alarm", "namespace", "metric", "statistic", "threshold"),
    [
        ("errors-api", "AWS/Lambda", "Errors", "Sum", 3),
        ("throttles-buffered", "AWS/Lambda", "Throttles", "Sum", 1),
        (
            "duration-api",
            "AWS/Lambda",
            "Duration",
            "Maximum",
            810_000,
        ),  # nine tenths of the timeout
        ("cold-start", "librechat-dev", "ColdStart", "Maximum", 10_000),
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
    made = alarms(monitoring(cold_start_ms=5_000, api_latency_ms=700))
    assert (made["cold-start"]["threshold"], made["api-latency"]["threshold"]) == (5_000, 700)


def test_each_function_and_each_redis_node_has_its_alarms() -> None:
    made = alarms(monitoring(redis_nodes=2))
    assert {made[f"redis-cpu-00{n}"]["dimensions"]["CacheClusterId"] for n in (1, 2)} == {
        "librechat-dev-redis-001",
        "librechat-dev-redis-002",
    }
    functions = {made[f"errors-{id_}"]["dimensions"]["FunctionName"] for id_ in ("api", "buffered")}
    assert functions == {"librechat-dev-api", "librechat-dev-buffered"}


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


def test_metrics_are_made_of_the_lines_that_the_handler_writes() -> None:
    """The contract with lambda_image/handler.mjs: its events, and the fields that it logs with them."""
    for metric in METRICS:
        assert f"'{metric.event}'" in HANDLER, metric
        for field in (metric.field, *re.findall(r"\$\.(\w+)", metric.condition)):
            assert field is None or re.search(rf"\b{field}\b", HANDLER), metric


def test_the_cold_starts_phases_first_byte_drained_time_and_respawns_are_metrics() -> None:
    made = monitoring()["resource"]["aws_cloudwatch_log_metric_filter"]
    assert made["monitoring_api_cold_start"] == made["monitoring_api_cold_start"] | {
        "log_group_name": "/aws/lambda/librechat-dev-api",
        "pattern": '{ $.event = "cold_start" }',
        "metric_transformation": {
            "namespace": "librechat-dev",
            "name": "ColdStart",
            "value": "$.totalMs",
            "unit": "Milliseconds",
        },
    }
    by_name = {f["metric_transformation"]["name"]: f for f in made.values()}
    values = {name: f["metric_transformation"]["value"] for name, f in by_name.items()}
    assert values == {
        "ColdStart": "$.totalMs",
        "ColdStartSecrets": "$.secretsMs",
        "ColdStartConfig": "$.configMs",
        "ColdStartHealth": "$.healthMs",
        "StartFailed": "1",
        "Respawn": "1",
        "StreamFirstByte": "$.firstByteMs",
        "BufferedFirstByte": "$.firstByteMs",
        "Drained": "$.drainMs",
        "NotAnswered": "1",
    }
    assert by_name["NotAnswered"]["pattern"] == '{ $.event = "request" && $.outcome != "ok" }'
    assert (
        "monitoring_buffered_stream_first_byte" not in made
        and "monitoring_api_buffered_first_byte" not in made
    )


def test_the_runbooks_questions_are_saved_queries_over_all_functions() -> None:
    made = monitoring()["resource"]["aws_cloudwatch_query_definition"].values()
    assert {query["name"] for query in made} == {
        f"librechat-dev/{question}" for question in QUERIES
    }
    assert {"why-is-this-slow", "who-got-an-error", "what-did-the-cold-start-do"} <= set(QUERIES)
    for query in made:
        assert query["log_group_names"] == [
            "/aws/lambda/librechat-dev-api",
            "/aws/lambda/librechat-dev-buffered",
        ]
    assert all(question in RUNBOOK for question in QUERIES)


def test_the_queries_ask_for_fields_that_the_handler_logs() -> None:
    for question in ("why-is-this-slow", "who-got-an-error", "what-did-the-cold-start-do"):
        fields = re.search(r"display (.*)$", QUERIES[question])
        assert fields
        for field in fields[1].split(", "):
            assert field.startswith("@") or re.search(rf"\b{field}\b", HANDLER), field


def test_one_dashboard_shows_first_what_users_feel() -> None:
    made = body(monitoring(redis_nodes=2))
    first, *_ = made["widgets"]
    assert first["properties"]["title"] == "Streaming: first byte"
    assert [metric[:2] for metric in first["properties"]["metrics"]] == [
        ["librechat-dev", "StreamFirstByte"]
    ] * 3
    text = json.dumps(made)
    for metric in (
        "5XXError",
        "Latency",
        "ConcurrentExecutions",
        "Drained",
        "5xxErrorRate",
        "Evictions",
        "ColdStartHealth",
    ):
        assert metric in text
    assert "librechat-dev-redis-002" in text


def test_the_dashboard_reads_cloudfronts_metrics_in_us_east_1_and_all_others_at_home() -> None:
    for widget in body(monitoring())["widgets"]:
        assert widget["properties"]["region"] == "eu-west-1"
        for metric in widget["properties"]["metrics"]:
            options = metric[-1]
            assert options.get("region") == ("us-east-1" if metric[0] == "AWS/CloudFront" else None)


def test_widgets_do_not_overlap() -> None:
    widgets = body(monitoring())["widgets"]
    assert len({(widget["x"], widget["y"]) for widget in widgets}) == len(widgets)
    assert all(widget["x"] + widget["width"] <= 24 for widget in widgets)


def test_a_budget_is_there_where_an_amount_is() -> None:
    assert "aws_budgets_budget" not in monitoring()["resource"]
    made = monitoring(monthly_budget_usd=200, emails=["a@example.com"])
    (budget,) = made["resource"]["aws_budgets_budget"].values()
    assert (budget["limit_amount"], budget["limit_unit"], budget["time_unit"]) == (
        "200",
        "USD",
        "MONTHLY",
    )
    assert [
        (n["notification_type"], n["threshold"], n["subscriber_email_addresses"])
        for n in budget["notification"]
    ] == [("ACTUAL", 80, ["a@example.com"]), ("FORECASTED", 100, ["a@example.com"])]
