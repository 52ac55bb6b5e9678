"""Metrics that are made of the handler's log lines."""

import re

from modules.monitoring.log_metrics import LOG_METRICS
from tests.conftest import ROOT
from tests.modules.monitoring.made import monitoring

HANDLER = "\n".join(file.read_text() for file in (ROOT / "lambda_image/src").glob("*.mjs"))


def test_metrics_are_made_of_the_lines_that_the_handler_writes() -> None:
    """The contract with lambda_image/src: its events, and the fields that it logs with
    them."""
    for metric in LOG_METRICS:
        assert f"'{metric.event}'" in HANDLER, metric
        for field in (metric.field, *re.findall(r"\$\.(\w+)", metric.condition or "")):
            assert field is None or re.search(rf"\b{field}\b", HANDLER), metric


def test_the_cold_starts_phases_first_byte_drained_time_and_respawns_are_metrics() -> None:
    made = monitoring()["resource"]["aws_cloudwatch_log_metric_filter"]
    assert made["monitoring_cold_start"] == made["monitoring_cold_start"] | {
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
    first_byte = by_name["StreamFirstByte"]["pattern"]
    assert first_byte == '{ $.event = "request" && $.mode = "stream" }'
