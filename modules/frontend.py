"""The frontend: a private bucket behind a CloudFront distribution that also carries the API (FR-002
to FR-004, FR-013 to FR-015, FR-021 to FR-023).

Defaults: the bucket admits this one distribution, by Origin Access Control; TLS 1.2 or better,
HTTP/2 and 3, IPv6, compression for the client and none for the API, whose answers are never cached
nor buffered; client routes get `index.html` by a function on the viewer's request, so that errors
of the API keep their status; another one refuses what is too large for Lambda (FR-030), with an
error that says what is allowed. The module ignores keys that it does not know inside its untyped
inputs (`origin`, `*_cache_behavior`, …), so those are written here alone.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import cdktf_cdktf_provider_aws as aws
from cdktf_cdktf_provider_aws.cloudfront_function import CloudfrontFunction
from constructs import Construct

import config
from imports.cloudfront import Cloudfront
from modules.bucket import private_bucket
from modules.headers import security_headers
from modules.policy import Condition, Principals, Statement, policy_document

# AWS-managed policies, the same in every account.
CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
CACHING_OPTIMIZED = "658327ea-f89d-4fab-a63d-7e88639e58f6"
ALL_VIEWER_EXCEPT_HOST_HEADER = "b689b0a8-53d0-40ab-baf2-68738e2966ac"
MANAGED_POLICIES = {
    CACHING_DISABLED: "Managed-CachingDisabled",
    CACHING_OPTIMIZED: "Managed-CachingOptimized",
    ALL_VIEWER_EXCEPT_HOST_HEADER: "Managed-AllViewerExceptHostHeader",
}
"""By what AWS calls them."""

SIGNING = {"origin_type": "s3", "signing_behavior": "always", "signing_protocol": "sigv4"}
TLS_1_2 = {"ssl_support_method": "sni-only", "minimum_protocol_version": "TLSv1.2_2021"}
"""With the distribution's own name CloudFront takes no other minimum of TLS than its default."""

BEHAVIOR = {"viewer_protocol_policy": "redirect-to-https", "use_forwarded_values": False}
"""`use_forwarded_values` is on by default; AWS then rejects the values beside a cache policy."""
CLIENT = {"target_origin_id": "frontend", "cache_policy_id": CACHING_OPTIMIZED, "compress": True}
API = {
    "target_origin_id": "api",
    "allowed_methods": ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"],
    "cache_policy_id": CACHING_DISABLED,
    "origin_request_policy_id": ALL_VIEWER_EXCEPT_HOST_HEADER,
    "compress": False,  # compression would hold back what is streamed (SC-004)
}

SPA_ROUTING = Path(__file__).with_name("spa_routing.js").read_text(encoding="utf-8")
UPLOAD_LIMIT = Path(__file__).with_name("upload_limit.js").read_text(encoding="utf-8")


def at_viewer(function: CloudfrontFunction) -> dict[str, Any]:
    """A behavior's keys that run the function on the viewer's request."""
    return {"function_association": {"viewer-request": {"function_arn": function.arn}}}


class Frontend(Construct):
    """Creates bucket, distribution, functions and DNS records; `origin` is the deployment's own,
    `https://<domain>`."""

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
        web_acl_arn: str | None,
        domain: config.Domain | None,
        settings: config.Frontend,
    ) -> None:
        """`api_key` is what the API admits (FR-046); `api_paths` are the path patterns that go to
        it."""
        super().__init__(scope, id_)
        bucket_name, access_control = f"{name}-frontend-{account_id}", f"{name}-frontend"
        bucket_domain = f"{bucket_name}.s3.{region}.amazonaws.com"
        certificate: dict[str, Any] = {"cloudfront_default_certificate": True}
        if domain:
            certificate = {"acm_certificate_arn": domain.certificate_arn, **TLS_1_2}
        bucket = settings.access_logs_bucket
        logs = {"bucket": f"{bucket}.s3.amazonaws.com", "prefix": f"{name}/"} if bucket else None
        self.headers = security_headers(self, "headers", name=name, settings=settings)
        spa_routing = self._viewer_function("spa", name, SPA_ROUTING)
        upload_limit = self._viewer_function("uploads", name, UPLOAD_LIMIT)
        behavior = {**BEHAVIOR, "response_headers_policy_id": self.headers.id}
        ipv6 = not settings.rate_limit  # which counts addresses, of which IPv6 has too many
        self.distribution = Cloudfront(
            self,
            "distribution",
            comment=name,
            aliases=[domain.name] if domain else [],
            viewer_certificate=certificate,
            default_root_object="index.html",
            http_version=settings.http_version,
            is_ipv6_enabled=ipv6,
            price_class=settings.price_class,
            web_acl_id=web_acl_arn,
            logging_config=logs,
            # Off by default, and then `origin_access_control` would resolve to none. The key is the
            # control's name, which is unique in an account.
            create_origin_access_control=True,
            origin_access_control={access_control: {"description": name, **SIGNING}},
            origin={
                "frontend": {"domain_name": bucket_domain, "origin_access_control": access_control},
                "api": {
                    "domain_name": api_domain_name,
                    "origin_path": api_origin_path,
                    "custom_header": [{"name": "x-api-key", "value": api_key}],
                    "custom_origin_config": {
                        "origin_protocol_policy": "https-only",
                        "origin_ssl_protocols": ["TLSv1.2"],
                        "http_port": 80,
                        "https_port": 443,
                        "origin_read_timeout": settings.origin_read_timeout,
                        "origin_keepalive_timeout": 60,
                    },
                },
            },
            default_cache_behavior={**behavior, **CLIENT, **at_viewer(spa_routing)},
            ordered_cache_behavior=[
                {**behavior, **API, **at_viewer(upload_limit), "path_pattern": pattern}
                for pattern in api_paths
            ],
        )
        self.domain_name = self.distribution.cloudfront_distribution_domain_name_output
        self.origin = f"https://{domain.name if domain else self.domain_name}"
        self.bucket = private_bucket(
            self, "bucket", name=bucket_name, policy=self._bucket_policy(bucket_name)
        )
        if domain:
            self._alias_records(domain, ("A", "AAAA") if ipv6 else ("A",))
        self.independent = [self.headers, spa_routing, upload_limit, self.bucket, self.distribution]

    def _viewer_function(self, id_: str, name: str, code: str) -> CloudfrontFunction:
        return CloudfrontFunction(
            self, id_, name=f"{name}-{id_}", runtime="cloudfront-js-2.0", publish=True, code=code
        )

    def _bucket_policy(self, bucket_name: str) -> str:
        """Admits this distribution alone (FR-014)."""
        own_arn = self.distribution.cloudfront_distribution_arn_output
        read_objects = Statement(
            sid="Cloudfront",
            # With leave to list, a missing object is a 404; without it a 403.
            actions=["s3:GetObject", "s3:ListBucket"],
            resources=[f"arn:aws:s3:::{bucket_name}", f"arn:aws:s3:::{bucket_name}/*"],
            principals=[Principals(type="Service", identifiers=["cloudfront.amazonaws.com"])],
            condition=[Condition(test="StringEquals", variable="AWS:SourceArn", values=[own_arn])],
        )
        return policy_document(self, "bucket_policy", read_objects)

    def _alias_records(self, domain: config.Domain, types: Sequence[str]) -> None:
        """The domain's records, which lead to the distribution (FR-022)."""
        zone_id = self.distribution.cloudfront_distribution_hosted_zone_id_output
        alias = {"name": self.domain_name, "zone_id": zone_id, "evaluate_target_health": False}
        for type_ in types:
            aws.route53_record.Route53Record(
                self,
                type_.lower(),
                zone_id=domain.hosted_zone_id,
                name=domain.name,
                type=type_,
                alias=alias,
            )
