"""The deployment's own name in Route 53 (FR-022)."""

import cdktf_cdktf_provider_aws as aws
from constructs import Construct

import config
from imports.cloudfront import Cloudfront


def alias_records(
    scope: Construct, *, domain: config.Domain, distribution: Cloudfront, ipv6: bool
) -> None:
    """Creates `aws_route53_record.<scope>_a` and, for IPv6, `…_aaaa`, which lead to the
    distribution."""
    for type_ in ("A", "AAAA") if ipv6 else ("A",):
        aws.route53_record.Route53Record(
            scope,
            type_.lower(),
            zone_id=domain.hosted_zone_id,
            name=domain.name,
            type=type_,
            alias=aws.route53_record.Route53RecordAlias(
                name=distribution.cloudfront_distribution_domain_name_output,
                zone_id=distribution.cloudfront_distribution_hosted_zone_id_output,
                evaluate_target_health=False,
            ),
        )
