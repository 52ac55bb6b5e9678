"""Monitoring: alarms on what users feel, a topic that tells of them, one dashboard, metrics from
the handler's log lines, the runbook's questions as saved queries, a budget. What each alarm means
and what to do then: docs/runbook.md.

Defaults: no agent and no code in the function. Nobody is told until `alarms.emails` names someone,
or something else subscribes to the topics. CloudFront's metrics are in us-east-1 alone, and an
alarm acts in its own region alone; so its alarm, and a topic for it, are there.
"""

from collections.abc import Sequence

import cdktf_cdktf_provider_aws as aws
from cdktf import TerraformProvider, TerraformResource
from cdktf_cdktf_provider_aws.sns_topic import SnsTopic
from constructs import Construct

import config
from modules.monitoring.alarms import alarms, create_alarm, distribution_alarm, redis_alarms
from modules.monitoring.budget import create_budget
from modules.monitoring.dashboard import create_dashboard
from modules.monitoring.log_metrics import create_log_metrics
from modules.monitoring.metrics import Metrics
from modules.monitoring.queries import create_queries


class Monitoring(Construct):
    """Creates all of it; `topic` is where alarms of this region arrive."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        name: str,
        region: str,
        account_id: str,
        function_name: str,
        log_group_name: str,
        timeout_seconds: int,
        stage_name: str,
        distribution_id: str,
        redis_node_ids: Sequence[str],
        us_east_1: TerraformProvider | None,
        settings: config.Alarms,
    ) -> None:
        """`timeout_seconds` is the function's; `redis_node_ids` are the cache clusters of the
        replication group. `us_east_1` is the provider of that region, None where `region` is it."""
        super().__init__(scope, id_)
        metrics = Metrics(name, function_name, stage_name, distribution_id)
        self.independent: list[TerraformResource] = []
        self.topic = self._topic("alarms", name=name, emails=settings.emails)
        topic_of_us_east_1 = self.topic
        if us_east_1:
            topic_of_us_east_1 = self._topic(
                "us_east_1", name=name, emails=settings.emails, provider=us_east_1
            )

        for alarm in (
            *alarms(metrics, settings=settings, timeout_seconds=timeout_seconds),
            *redis_alarms(metrics, redis_node_ids),
        ):
            create_alarm(self, alarm, name=name, topic_arn=self.topic.arn)
        create_alarm(
            self,
            distribution_alarm(metrics),
            name=name,
            topic_arn=topic_of_us_east_1.arn,
            provider=us_east_1,
        )
        create_log_metrics(self, name=name, log_group_name=log_group_name)
        create_queries(self, name=name, log_group_name=log_group_name)
        create_dashboard(
            self,
            "this:dashboard",
            name=name,
            region=region,
            metrics=metrics,
            node_ids=redis_node_ids,
        )
        if settings.monthly_budget_usd:
            budget = create_budget(
                self,
                "this:budget",
                name=name,
                account_id=account_id,
                monthly_usd=settings.monthly_budget_usd,
                emails=settings.emails,
            )
            self.independent.append(budget)

    def _topic(
        self,
        id_: str,
        *,
        name: str,
        emails: Sequence[str],
        provider: TerraformProvider | None = None,
    ) -> SnsTopic:
        topic = SnsTopic(self, f"{id_}:topic", name=f"{name}-alarms", provider=provider)
        self.independent.append(topic)
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
