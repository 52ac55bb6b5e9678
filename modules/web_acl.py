"""The web ACL: a limit of requests for each address, so that one visitor cannot use up the API for
all.

The API's throttle counts all requests together, since all of them come from CloudFront. AWS WAF
counts by address, and answers 403 to one that is above the limit until its rate falls. It has no
key for an IPv6 network, though every visitor has at least a /64, which is a new address for each
request: with this ACL the distribution answers on IPv4 alone (modules/frontend.py).
"""

import cdktf_cdktf_provider_aws as aws
from cdktf_cdktf_provider_aws.provider import AwsProvider
from constructs import Construct

WINDOW_SECONDS = 300
"""AWS WAF looks back so far from each request."""


class WebAcl(Construct):
    """Creates an ACL of scope CLOUDFRONT, which AWS keeps in us-east-1; `arn` is for the
    distribution."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        name: str,
        rate_limit: int,
        us_east_1: AwsProvider | None = None,
    ) -> None:
        """`rate_limit` is in requests of one address in five minutes, 10 or more; `us_east_1` is
        None where that is the stack's own region."""
        super().__init__(scope, id_)
        waf = aws.wafv2_web_acl  # a large module, loaded here and not by every synthesis
        rule = waf.Wafv2WebAclRule(
            name="rate-by-address",
            priority=0,
            action=waf.Wafv2WebAclRuleAction(block=waf.Wafv2WebAclRuleActionBlock()),
            # Untyped in the bindings, since a statement may hold others: Terraform's own keys.
            statement={
                "rate_based_statement": {
                    "aggregate_key_type": "IP",
                    "limit": rate_limit,
                    "evaluation_window_sec": WINDOW_SECONDS,
                }
            },
            visibility_config=waf.Wafv2WebAclRuleVisibilityConfig(
                metric_name=f"{name}-rate-by-address",
                cloudwatch_metrics_enabled=True,
                sampled_requests_enabled=True,
            ),
        )
        self.web_acl = waf.Wafv2WebAcl(
            self,
            "this:web_acl",
            name=name,
            description="Limits the requests of each address",
            scope="CLOUDFRONT",
            provider=us_east_1,
            default_action=waf.Wafv2WebAclDefaultAction(allow=waf.Wafv2WebAclDefaultActionAllow()),
            rule=[rule],
            visibility_config=waf.Wafv2WebAclVisibilityConfig(
                metric_name=name, cloudwatch_metrics_enabled=True, sampled_requests_enabled=True
            ),
        )
        self.arn = self.web_acl.arn
        self.independent = [self.web_acl]
