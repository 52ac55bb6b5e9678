"""A deployment's monitoring, synthesized."""

from typing import Any

from cdktf_cdktf_provider_aws.provider import AwsProvider

import config
from modules.monitoring import Monitoring
from tests.conftest import synthesized


def monitoring(*, redis_nodes: int = 1, region: str = "eu-west-1", **alarms: Any) -> dict[str, Any]:
    def create(scope: Any) -> None:
        Monitoring(
            scope,
            "monitoring",
            name="librechat-dev",
            region=region,
            account_id="123456789012",
            function_name="librechat-dev-api",
            log_group_name="/aws/lambda/librechat-dev-api",
            timeout_seconds=900,
            stage_name="live",
            distribution_id="E1",
            redis_node_ids=[
                f"librechat-dev-redis-00{number}" for number in range(1, redis_nodes + 1)
            ],
            us_east_1=None
            if region == "us-east-1"
            else AwsProvider(scope, "aws_us_east_1", alias="us_east_1", region="us-east-1"),
            settings=config.Alarms(**alarms),
        )

    return synthesized(create)
