"""The frontend: a private bucket behind a CloudFront distribution that also carries the API (FR-002 to FR-004, FR-013 to FR-015,
FR-021 to FR-023).

Defaults: the bucket admits this one distribution, by Origin Access Control; TLS 1.2 or better, HTTP/2 and 3, IPv6, compression for the
client and none for the API, whose answers are never cached nor buffered; client routes get `index.html` by a function on the viewer's
request, so that errors of the API keep their status. The module ignores keys that it does not know inside its untyped inputs
(`origin`, `*_cache_behavior`, …), so those are written here alone.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import cdktf_cdktf_provider_aws as aws
from constructs import Construct

import config
from imports.cloudfront import Cloudfront
from modules.bucket import private_bucket
from modules.headers import security_headers
from modules.policy import Statement, policy

# AWS-managed policies, the same in every account.
CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
CACHING_OPTIMIZED = "658327ea-f89d-4fab-a63d-7e88639e58f6"
ALL_VIEWER_EXCEPT_HOST_HEADER = "b689b0a8-53d0-40ab-baf2-68738e2966ac"

SPA_ROUTING = Path(__file__).with_name("spa_routing.js").read_text(encoding="utf-8")

TLS = {"ssl_support_method": "sni-only", "minimum_protocol_version": "TLSv1.2_2021"}
HTTPS = {
    "origin_protocol_policy": "https-only",
    "origin_ssl_protocols": ["TLSv1.2"],
    "https_port": 443,
}
SIGNED = {"origin_type": "s3", "signing_behavior": "always", "signing_protocol": "sigv4"}
# Values are forwarded by default, and then AWS rejects them beside a cache policy.
BEHAVIOR: dict[str, Any] = {
    "viewer_protocol_policy": "redirect-to-https",
    "use_forwarded_values": False,
}
ALL_METHODS = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"]


class Frontend(Construct):
    """Creates bucket, distribution, function and DNS records; `origin` is the deployment's own, `https://<domain>`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        name: str,
        region: str,
        account_id: str,
        api_domain_name: str,
        api_origin_path: str,
        api_key: str,
        api_paths: Sequence[str],
        domain: config.Domain | None = None,
        settings: config.Frontend | None = None,
    ) -> None:
        """`api_key` is what the API admits (FR-046); `api_paths` are the path patterns that go to it."""
        super().__init__(scope, id_)
        settings = settings or config.Frontend()
        bucket_name, oac, logs = (
            f"{name}-frontend-{account_id}",
            f"{name}-frontend",
            settings.access_logs_bucket,
        )
        self.spa_function = aws.cloudfront_function.CloudfrontFunction(
            self,
            "spa",
            name=f"{name}-spa",
            runtime="cloudfront-js-2.0",
            publish=True,
            code=SPA_ROUTING,
        )
        # With its own certificate CloudFront takes no other minimum than its default.
        certificate: dict[str, Any] = {"cloudfront_default_certificate": True}
        if domain:
            certificate = {"acm_certificate_arn": domain.certificate_arn, **TLS}
        site = {
            "domain_name": f"{bucket_name}.s3.{region}.amazonaws.com",
            "origin_access_control": oac,
        }
        timeouts = {
            "origin_read_timeout": settings.origin_read_timeout,
            "origin_keepalive_timeout": 60,
        }
        api = {
            "domain_name": api_domain_name,
            "origin_path": api_origin_path,
            "custom_header": [{"name": "x-api-key", "value": api_key}],
            "custom_origin_config": {**HTTPS, **timeouts, "http_port": 80},
        }
        self.headers = security_headers(self, "headers", name, settings)
        behavior = BEHAVIOR | {"response_headers_policy_id": self.headers.id}
        api_behavior = behavior | {
            "target_origin_id": "api",
            "allowed_methods": ALL_METHODS,
            "cache_policy_id": CACHING_DISABLED,
            "origin_request_policy_id": ALL_VIEWER_EXCEPT_HOST_HEADER,
            # Compression would hold back what is streamed (SC-004).
            "compress": False,
        }
        self.distribution = Cloudfront(
            self,
            "distribution",
            comment=name,
            aliases=[domain.name] if domain else [],
            viewer_certificate=certificate,
            default_root_object="index.html",
            http_version="http2and3",
            is_ipv6_enabled=True,
            price_class=settings.price_class,
            web_acl_id=settings.web_acl_arn,
            logging_config={"bucket": f"{logs}.s3.amazonaws.com", "prefix": f"{name}/"}
            if logs
            else None,
            # Off by default, and then `origin_access_control` would resolve to none. Its key is its name, which is
            # unique in an account.
            create_origin_access_control=True,
            origin_access_control={oac: {"description": name, **SIGNED}},
            origin={"frontend": site, "api": api},
            default_cache_behavior=behavior
            | {
                "target_origin_id": "frontend",
                "cache_policy_id": CACHING_OPTIMIZED,
                "compress": True,
                "function_association": {"viewer-request": {"function_arn": self.spa_function.arn}},
            },
            ordered_cache_behavior=[
                {"path_pattern": pattern, **api_behavior} for pattern in api_paths
            ],
        )
        own_name = self.distribution.cloudfront_distribution_domain_name_output
        self.origin = f"https://{domain.name if domain else own_name}"
        # With leave to list, a missing object is a 404; without it a 403.
        actions, arn = ["s3:GetObject", "s3:ListBucket"], f"arn:aws:s3:::{bucket_name}"
        this_one = (
            "StringEquals",
            "AWS:SourceArn",
            [self.distribution.cloudfront_distribution_arn_output],
        )
        cloudfront = Statement(
            "Cloudfront",
            actions,
            [arn, f"{arn}/*"],
            service="cloudfront.amazonaws.com",
            condition=this_one,
        )
        admitted = policy(self, "bucket_policy", cloudfront)
        self.bucket = private_bucket(self, "bucket", name=bucket_name, policy=admitted)
        if domain:
            zone_id = self.distribution.cloudfront_distribution_hosted_zone_id_output
            alias = {"name": own_name, "zone_id": zone_id, "evaluate_target_health": False}
            record: dict[str, Any] = {
                "zone_id": domain.hosted_zone_id,
                "name": domain.name,
                "alias": alias,
            }
            for type_ in ("A", "AAAA"):
                aws.route53_record.Route53Record(self, type_.lower(), type=type_, **record)
