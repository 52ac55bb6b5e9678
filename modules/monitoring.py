"""Monitoring: alarms on what users feel, a topic that tells of them, one dashboard, metrics from the handler's log lines, the
runbook's questions as saved queries, a budget. What each alarm means and what to do then: docs/runbook.md.

Defaults: no agent and no code in the functions: metric filters read the JSON lines that the handler writes anyway. Nobody is
told until `alarms.emails` names someone, or something else subscribes to the topics. CloudFront's metrics are in us-east-1
alone, and an alarm acts in its own region alone; so its alarm, and a topic for it, are there (`us_east_1`).
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import cdktf_cdktf_provider_aws as aws
from cdktf import Fn, TerraformProvider, TerraformResource
from constructs import Construct

import config

US_EAST_1 = "us-east-1"
REDIS_CONNECTIONS = 65_000
"""What a node admits: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/ParameterGroups.Redis.html (maxclients)"""


class Metric(NamedTuple):
    """A metric made of the handler's log lines: those of `event`, the number at `field` or, without one, their count."""

    name: str
    event: str
    field: str | None = None
    condition: str = ""
    function: str | None = None  # of this function alone; else of all

    @property
    def id_(self) -> str:
        """`ColdStart` → `cold_start`."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", self.name).lower()


METRICS = (
    Metric("ColdStart", "cold_start", "totalMs"),
    Metric("ColdStartSecrets", "cold_start", "secretsMs"),
    Metric("ColdStartConfig", "cold_start", "configMs"),
    Metric("ColdStartHealth", "cold_start", "healthMs"),
    Metric("StartFailed", "start_failed"),
    Metric("Respawn", "respawn"),
    Metric("StreamFirstByte", "request", "firstByteMs", function="api"),
    Metric("BufferedFirstByte", "request", "firstByteMs", function="buffered"),
    Metric("Drained", "request", "drainMs", condition=" && $.drainMs > 0"),
    Metric("NotAnswered", "request", condition=' && $.outcome != "ok"'),
)


class Alarm(NamedTuple):
    """An alarm on a metric that is at or over `threshold` in each of `periods` times five minutes.

    `kind` is its section in the runbook; `of` tells those of one kind apart.
    """

    kind: str
    says: str
    namespace: str
    metric: str
    dimensions: Mapping[str, str]
    statistic: str
    threshold: float
    periods: int = 1
    of: str = ""


QUERIES = {
    "why-is-this-slow": (
        'filter event = "request" | sort durationMs desc | limit 50'
        " | display @timestamp, method, path, status, mode, coldStart, firstByteMs, durationMs, drainMs, requestId"
    ),
    "who-got-an-error": (
        'filter event = "request" and (status >= 500 or outcome != "ok") | sort @timestamp desc | limit 100'
        " | display @timestamp, status, outcome, method, path, durationMs, coldStart, requestId, @logStream"
    ),
    "what-did-the-cold-start-do": (
        'filter event in ["cold_start", "start_failed", "respawn"] | sort @timestamp desc | limit 100'
        " | display @timestamp, event, totalMs, secretsMs, configMs, healthMs, step, error, reason, @logStream"
    ),
    # LibreChat's lines have no `event`; they name the user where LibreChat knows one.
    "what-did-librechat-say": (
        'filter not ispresent(event) and level in ["error", "warn"] | sort @timestamp desc | limit 100'
        " | display @timestamp, level, message, @logStream"
    ),
    "how-much-memory-and-time": (
        'filter @type = "REPORT" | stats count() as invocations, max(@maxMemoryUsed / 1000000) as memoryMB,'
        " pct(@duration, 50) as p50, pct(@duration, 95) as p95, sum(@billedDuration) / 1000 as billedSeconds by bin(1h)"
    ),
}


class Monitoring(Construct):
    """Creates alarms, topics, dashboard, metric filters and queries; `topic` is where alarms of this region arrive,
    `roots` what depends on nothing else.

    `functions` and `log_groups` are names by the function's id (`api`, `buffered`); `redis_nodes` the ids of the clusters that
    make up the replication group. `us_east_1` is the provider of that region, None where `region` is that region.
    """

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        name: str,
        region: str,
        account_id: str,
        functions: Mapping[str, str],
        log_groups: Mapping[str, str],
        timeout_seconds: int,
        stage_name: str,
        distribution_id: str,
        redis_nodes: Sequence[str],
        us_east_1: TerraformProvider | None,
        settings: config.Alarms | None = None,
    ) -> None:
        super().__init__(scope, id_)
        settings = settings or config.Alarms()
        self.name, self.region = name, region
        self.stage = {"ApiName": name, "Stage": stage_name}
        self.distribution = {"DistributionId": distribution_id, "Region": "Global"}
        self.functions, self.redis_nodes = functions, redis_nodes

        self.roots: list[TerraformResource] = []
        self.topic = self._topic("alarms", settings.emails)
        here = self.topic.arn
        self.alarms = [
            self._alarm(alarm, here) for alarm in self._of_this_region(settings, timeout_seconds)
        ]
        elsewhere = self._topic("us_east_1", settings.emails, us_east_1).arn if us_east_1 else here
        self.alarms.append(
            self._alarm(
                Alarm(
                    "cloudfront-5xx",
                    "5 % of what visitors ask of CloudFront fails",
                    "AWS/CloudFront",
                    "5xxErrorRate",
                    self.distribution,
                    "Average",
                    5,
                    periods=2,
                ),
                elsewhere,
                us_east_1,
            )
        )
        self._metric_filters(log_groups)
        for question, query in QUERIES.items():
            aws.cloudwatch_query_definition.CloudwatchQueryDefinition(
                self,
                f"{question}:query",
                name=f"{name}/{question}",
                log_group_names=list(log_groups.values()),
                query_string=query.replace(" | ", "\n| "),
            )
        # Terraform's jsonencode: CDKTF's HCL does not escape the quotes of a text that has a reference in it.
        body = Fn.jsonencode({"widgets": self._widgets()})
        aws.cloudwatch_dashboard.CloudwatchDashboard(
            self, "this:dashboard", dashboard_name=name, dashboard_body=body
        )
        if settings.monthly_budget_usd:
            self._budget(settings.monthly_budget_usd, settings.emails, account_id)

    def _topic(
        self, id_: str, emails: Sequence[str], provider: TerraformProvider | None = None
    ) -> Any:
        topic = aws.sns_topic.SnsTopic(
            self, f"{id_}:topic", name=f"{self.name}-alarms", provider=provider
        )
        self.roots.append(topic)
        for index, email in enumerate(emails):
            aws.sns_topic_subscription.SnsTopicSubscription(
                self,
                f"{id_}_{index}:email",
                topic_arn=topic.arn,
                protocol="email",
                endpoint=email,
                provider=provider,
            )
        return topic

    def _of_this_region(self, settings: config.Alarms, timeout_seconds: int) -> list[Alarm]:
        alarms, nearly = [], 0.9 * timeout_seconds * 1000
        for id_, function in self.functions.items():
            its = {"FunctionName": function}
            alarms += [
                Alarm("errors", "Answers broke off", "AWS/Lambda", "Errors", its, "Sum", 3, of=id_),
                Alarm(
                    "throttles",
                    "Users are refused for want of sandboxes",
                    "AWS/Lambda",
                    "Throttles",
                    its,
                    "Sum",
                    1,
                    of=id_,
                ),
                Alarm(
                    "duration",
                    "Answers near the timeout",
                    "AWS/Lambda",
                    "Duration",
                    its,
                    "Maximum",
                    nearly,
                    of=id_,
                ),
            ]
        gateway, limit = "AWS/ApiGateway", settings.api_latency_ms
        alarms += [
            Alarm(
                "cold-start",
                "A start takes long",
                self.name,
                "ColdStart",
                {},
                "Maximum",
                settings.cold_start_ms,
            ),
            Alarm(
                "api-5xx",
                "Users get errors from the API",
                gateway,
                "5XXError",
                self.stage,
                "Sum",
                5,
            ),
            # The median: streamed answers are long by right, the many short requests around each are not.
            Alarm(
                "api-latency",
                "Half of all requests are slow",
                gateway,
                "Latency",
                self.stage,
                "p50",
                limit,
                periods=3,
            ),
        ]
        full = 0.8 * REDIS_CONNECTIONS
        for node in self.redis_nodes:
            cache, its, number = (
                "AWS/ElastiCache",
                {"CacheClusterId": node},
                node.rpartition("-")[2],
            )
            memory = "DatabaseMemoryUsagePercentage"
            alarms += [
                Alarm(
                    "redis-cpu",
                    "Redis is busy",
                    cache,
                    "EngineCPUUtilization",
                    its,
                    "Average",
                    80,
                    periods=3,
                    of=number,
                ),
                Alarm(
                    "redis-memory", "Redis fills up", cache, memory, its, "Maximum", 80, of=number
                ),
                Alarm(
                    "redis-evictions",
                    "Redis drops data",
                    cache,
                    "Evictions",
                    its,
                    "Sum",
                    1,
                    of=number,
                ),
                Alarm(
                    "redis-connections",
                    "Redis will refuse",
                    cache,
                    "CurrConnections",
                    its,
                    "Maximum",
                    full,
                    of=number,
                ),
            ]
        return alarms

    def _alarm(
        self, alarm: Alarm, topic_arn: str, provider: TerraformProvider | None = None
    ) -> Any:
        id_ = f"{alarm.kind}-{alarm.of}" if alarm.of else alarm.kind
        percentile = alarm.statistic.startswith("p")
        return aws.cloudwatch_metric_alarm.CloudwatchMetricAlarm(
            self,
            f"{id_}:alarm",
            alarm_name=f"{self.name}-{id_}",
            alarm_description=f"{alarm.says}. What to do: docs/runbook.md#{alarm.kind}",
            namespace=alarm.namespace,
            metric_name=alarm.metric,
            dimensions=dict(alarm.dimensions),
            statistic=None if percentile else alarm.statistic,
            extended_statistic=alarm.statistic if percentile else None,
            comparison_operator="GreaterThanOrEqualToThreshold",
            threshold=alarm.threshold,
            period=300,
            evaluation_periods=alarm.periods,
            treat_missing_data="notBreaching",  # nobody there, or nothing to count
            alarm_actions=[topic_arn],
            ok_actions=[topic_arn],
            provider=provider,
        )

    def _metric_filters(self, log_groups: Mapping[str, str]) -> None:
        for id_, group in log_groups.items():
            for metric in METRICS:
                if metric.function in (None, id_):
                    aws.cloudwatch_log_metric_filter.CloudwatchLogMetricFilter(
                        self,
                        f"{id_}_{metric.id_}:filter",
                        name=f"{self.name}-{metric.id_}",
                        log_group_name=group,
                        pattern=f'{{ $.event = "{metric.event}"{metric.condition} }}',
                        metric_transformation={
                            "namespace": self.name,
                            "name": metric.name,
                            "value": f"$.{metric.field}" if metric.field else "1",
                            "unit": "Milliseconds" if metric.field else "Count",
                        },
                    )

    def _widgets(self) -> list[dict[str, Any]]:
        """Twelve wide, two in a row, in the order in which one looks: what users feel first, causes below."""
        own, functions = self.name, self.functions.items()

        def of(
            namespace: str, metric: str, dimensions: Mapping[str, str], **options: Any
        ) -> list[Any]:
            pairs = [part for pair in dimensions.items() for part in pair]
            return [namespace, metric, *pairs, options]

        def api(metric: str, **options: Any) -> list[Any]:
            return of("AWS/ApiGateway", metric, self.stage, **options)

        def edge(metric: str, stat: str) -> list[Any]:
            return of("AWS/CloudFront", metric, self.distribution, stat=stat, region=US_EAST_1)

        def redis(metric: str, **options: Any) -> list[list[Any]]:
            return [
                of("AWS/ElastiCache", metric, {"CacheClusterId": node}, **options)
                for node in self.redis_nodes
            ]

        rows: list[tuple[str, str, list[list[Any]]]] = [
            (
                "Streaming: first byte",
                "ms",
                [
                    [own, "StreamFirstByte", {"stat": stat, "label": stat}]
                    for stat in ("p50", "p90", "p99")
                ],
            ),
            (
                "Errors that users see",
                "count",
                [
                    api("5XXError", stat="Sum"),
                    api("4XXError", stat="Sum"),
                    *(
                        [own, metric, {"stat": "Sum"}]
                        for metric in ("NotAnswered", "Respawn", "StartFailed")
                    ),
                ],
            ),
            (
                "API",
                "ms",
                [
                    api("Latency", stat="p50"),
                    api("Latency", stat="p90"),
                    api("IntegrationLatency", stat="p50"),
                ],
            ),
            ("Requests", "count", [api("Count", stat="Sum"), edge("Requests", "Sum")]),
            (
                "Cold start, phases",
                "ms",
                [
                    [own, f"ColdStart{phase}", {"stat": "Maximum", "label": phase or "all"}]
                    for phase in ("", "Secrets", "Config", "Health")
                ],
            ),
            (
                "Functions: sandboxes, errors, throttles",
                "count",
                [
                    of(
                        "AWS/Lambda",
                        metric,
                        {"FunctionName": function},
                        stat=stat,
                        label=f"{id_} {metric}",
                    )
                    for metric, stat in (
                        ("ConcurrentExecutions", "Maximum"),
                        ("Errors", "Sum"),
                        ("Throttles", "Sum"),
                    )
                    for id_, function in functions
                ],
            ),
            (
                "Functions: duration, and work after the answer",
                "ms",
                [
                    *(
                        of("AWS/Lambda", "Duration", {"FunctionName": it}, stat="p90", label=id_)
                        for id_, it in functions
                    ),
                    [own, "Drained", {"stat": "p90", "label": "drained"}],
                    [own, "BufferedFirstByte", {"stat": "p90", "label": "buffered, first byte"}],
                ],
            ),
            (
                "CloudFront: errors",
                "%",
                [edge("5xxErrorRate", "Average"), edge("4xxErrorRate", "Average")],
            ),
            (
                "Redis: load",
                "%",
                [
                    *redis("EngineCPUUtilization", stat="Average"),
                    *redis("DatabaseMemoryUsagePercentage", stat="Maximum"),
                ],
            ),
            (
                "Redis: connections and evictions",
                "count",
                [*redis("CurrConnections", stat="Maximum"), *redis("Evictions", stat="Sum")],
            ),
        ]
        return [
            {
                "type": "metric",
                **{"x": index % 2 * 12, "y": index // 2 * 6, "width": 12, "height": 6},
                "properties": {
                    "title": title,
                    "region": self.region,
                    "period": 300,
                    "metrics": metrics,
                    "yAxis": {"left": {"label": unit, "showUnits": False, "min": 0}},
                },
            }
            for index, (title, unit, metrics) in enumerate(rows)
        ]

    def _budget(self, amount: int, emails: Sequence[str], account_id: str) -> None:
        """The account's: a budget for tagged resources stays at zero until somebody activates the tag for billing."""
        of = aws.budgets_budget
        budget = of.BudgetsBudget(
            self,
            "this:budget",
            name=self.name,
            account_id=account_id,
            budget_type="COST",
            limit_amount=str(amount),
            limit_unit="USD",
            time_unit="MONTHLY",
            notification=[
                of.BudgetsBudgetNotification(
                    comparison_operator="GREATER_THAN",
                    notification_type=type_,
                    threshold=threshold,
                    threshold_type="PERCENTAGE",
                    subscriber_email_addresses=list(emails),
                )
                for type_, threshold in (("ACTUAL", 80), ("FORECASTED", 100))
            ],
        )
        self.roots.append(budget)
