"""The dashboard: one for a deployment, in the order in which one looks: what users feel first,
causes below."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from cdktf_cdktf_provider_aws.cloudwatch_dashboard import CloudwatchDashboard
from constructs import Construct

from modules.monitoring.metrics import PERIOD_SECONDS, US_EAST_1, Metric, Metrics
from modules.synth.hcl import document

WIDTH, HEIGHT = 12, 6
"""Of a graph; the dashboard's grid is 24 wide."""


class Line(NamedTuple):
    """A statistic of a metric; without a label CloudWatch names it after the metric."""

    metric: Metric
    statistic: str
    label: str | None = None
    region: str | None = None

    @property
    def body(self) -> list[Any]:
        """As a dashboard's source has it."""
        options = {"stat": self.statistic, "label": self.label, "region": self.region}
        dimensions = [part for pair in self.metric.dimensions.items() for part in pair]
        given = {name: option for name, option in options.items() if option}
        return [self.metric.namespace, self.metric.name, *dimensions, given]


class Graph(NamedTuple):
    title: str
    unit: str
    lines: list[Line]


def create_dashboard(
    scope: Construct, id_: str, *, name: str, region: str, metrics: Metrics, node_ids: Sequence[str]
) -> CloudwatchDashboard:
    """Creates `aws_cloudwatch_dashboard.<id>`; `node_ids` are Redis's."""
    graphs = [
        *what_users_feel(metrics),
        *function_graphs(metrics),
        distribution_graph(metrics),
        *redis_graphs(metrics, node_ids),
    ]
    widgets = [
        {
            "type": "metric",
            "x": index % 2 * WIDTH,
            "y": index // 2 * HEIGHT,
            "width": WIDTH,
            "height": HEIGHT,
            "properties": {
                "title": graph.title,
                "region": region,
                "period": PERIOD_SECONDS,
                "metrics": [line.body for line in graph.lines],
                "yAxis": {"left": {"label": graph.unit, "showUnits": False, "min": 0}},
            },
        }
        for index, graph in enumerate(graphs)
    ]
    body = document({"widgets": widgets})
    return CloudwatchDashboard(scope, id_, dashboard_name=name, dashboard_body=body)


def what_users_feel(metrics: Metrics) -> list[Graph]:
    first_byte = metrics.handler("StreamFirstByte")
    latency = metrics.api("Latency")
    requests = metrics.distribution("Requests")
    return [
        Graph(
            "Streaming: first byte",
            "ms",
            [Line(first_byte, statistic, label=statistic) for statistic in ("p50", "p90", "p99")],
        ),
        Graph(
            "Errors that users see",
            "count",
            [
                Line(metrics.api("5XXError"), "Sum"),
                Line(metrics.api("4XXError"), "Sum"),
                Line(metrics.handler("NotAnswered"), "Sum"),
                Line(metrics.handler("Respawn"), "Sum"),
                Line(metrics.handler("StartFailed"), "Sum"),
            ],
        ),
        Graph(
            "API",
            "ms",
            [
                Line(latency, "p50"),
                Line(latency, "p90"),
                Line(metrics.api("IntegrationLatency"), "p50"),
            ],
        ),
        Graph(
            "Requests",
            "count",
            [Line(metrics.api("Count"), "Sum"), Line(requests, "Sum", region=US_EAST_1)],
        ),
    ]


def function_graphs(metrics: Metrics) -> list[Graph]:
    return [
        Graph(
            "Cold start, phases",
            "ms",
            [
                Line(metrics.handler("ColdStart"), "Maximum", label="all"),
                Line(metrics.handler("ColdStartSecrets"), "Maximum", label="Secrets"),
                Line(metrics.handler("ColdStartConfig"), "Maximum", label="Config"),
                Line(metrics.handler("ColdStartHealth"), "Maximum", label="Health"),
            ],
        ),
        Graph(
            "Function: sandboxes, errors, throttles",
            "count",
            [
                Line(metrics.function("ConcurrentExecutions"), "Maximum"),
                Line(metrics.function("Errors"), "Sum"),
                Line(metrics.function("Throttles"), "Sum"),
            ],
        ),
        Graph(
            "Function: duration, and work after the answer",
            "ms",
            [
                Line(metrics.function("Duration"), "p90", label="duration"),
                Line(metrics.handler("Drained"), "p90", label="drained"),
                Line(metrics.handler("BufferedFirstByte"), "p90", label="buffered, first byte"),
            ],
        ),
    ]


def distribution_graph(metrics: Metrics) -> Graph:
    return Graph(
        "CloudFront: errors",
        "%",
        [
            Line(metrics.distribution("5xxErrorRate"), "Average", region=US_EAST_1),
            Line(metrics.distribution("4xxErrorRate"), "Average", region=US_EAST_1),
        ],
    )


def redis_graphs(metrics: Metrics, node_ids: Sequence[str]) -> list[Graph]:
    def lines(metric: str, statistic: str) -> list[Line]:
        return [Line(metrics.redis(metric, node_id), statistic) for node_id in node_ids]

    return [
        Graph(
            "Redis: load",
            "%",
            [
                *lines("EngineCPUUtilization", "Average"),
                *lines("DatabaseMemoryUsagePercentage", "Maximum"),
            ],
        ),
        Graph(
            "Redis: connections and evictions",
            "count",
            [*lines("CurrConnections", "Maximum"), *lines("Evictions", "Sum")],
        ),
    ]
