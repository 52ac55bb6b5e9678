"""The deployment's own name, where it has one: an existing certificate (FR-021, FR-023) and the
records that lead to the distribution (FR-022)."""

from typing import Any

import cdktf_cdktf_provider_aws as aws
from constructs import Construct

import config
from imports.cloudfront import Cloudfront


def viewer_certificate(domain: config.Domain | None) -> dict[str, Any]:
    """Returns the distribution's certificate: with its own CloudFront takes no other minimum of TLS
    than its default."""
    if domain is None:
        return {"cloudfront_default_certificate": True}
    return {
        "acm_certificate_arn": domain.certificate_arn,
        "ssl_support_method": "sni-only",
        "minimum_protocol_version": "TLSv1.2_2021",
    }


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
