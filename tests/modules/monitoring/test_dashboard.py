"""The dashboard."""

import json
from typing import Any

from tests.modules.monitoring.made import monitoring


def body(made: dict[str, Any]) -> dict[str, Any]:
    (dashboard,) = made["resource"]["aws_cloudwatch_dashboard"].values()
    parsed: dict[str, Any] = json.loads(dashboard["dashboard_body"])
    return parsed


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
