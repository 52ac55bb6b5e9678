"""Who may call the API (FR-046)."""

from typing import Any

import pytest

from config import DEFAULT_ROUTES
from config import Api as Settings
from tests.conftest import named
from tests.modules.test_api import api


def test_every_method_demands_the_key_and_the_plan_admits_it() -> None:
    """FR-046."""
    made = api(DEFAULT_ROUTES)
    methods = made["resource"]["aws_api_gateway_method"].values()
    assert len(methods) == 34 and all(method["api_key_required"] is True for method in methods)
    assert (
        named(made, "aws_api_gateway_usage_plan_key.api")["key_id"]
        == "${aws_api_gateway_api_key.api.id}"
    )
    assert named(made, "aws_api_gateway_usage_plan.api")["api_stages"] == [
        {
            "api_id": "${aws_api_gateway_stage.api.rest_api_id}",
            "stage": "${aws_api_gateway_stage.api.stage_name}",
        }
    ]
    assert "value" not in named(made, "aws_api_gateway_api_key.api")  # API Gateway generates it


@pytest.mark.parametrize(
    ("settings", "limits"), [({}, (100, 200)), ({"throttle_rate": 5, "throttle_burst": 9}, (5, 9))]
)
def test_what_all_users_ask_together_is_throttled(
    settings: dict[str, Any], limits: tuple[int, int]
) -> None:
    """All requests come with the distribution's key, so that its usage plan's throttle is the
    API's."""
    plan = named(api(settings=Settings(**settings)), "aws_api_gateway_usage_plan.api")
    assert plan["throttle_settings"] == {"rate_limit": limits[0], "burst_limit": limits[1]}
