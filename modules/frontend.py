"""The frontend: a private bucket behind a CloudFront distribution that also carries the API (FR-002 to FR-004, FR-013 to FR-015,
FR-021 to FR-023).

Defaults: the bucket admits this one distribution, by Origin Access Control; TLS 1.2 or better, HTTP/2 and 3, IPv6, compression for the
client and none for the API, whose answers are never cached nor buffered; client routes get `index.html` by a function on the viewer's
request, so that errors of the API keep their status. The module ignores keys that it does not know inside its untyped inputs
(`origin`, `*_cache_behavior`, …), so those are written here alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cdktf_cdktf_provider_aws.cloudfront_function import CloudfrontFunction
from cdktf_cdktf_provider_aws.data_aws_iam_policy_document import (
    DataAwsIamPolicyDocument,
    DataAwsIamPolicyDocumentStatement,
    DataAwsIamPolicyDocumentStatementCondition,
    DataAwsIamPolicyDocumentStatementPrincipals,
)
from cdktf_cdktf_provider_aws.route53_record import Route53Record, Route53RecordAlias
from constructs import Construct

from imports.cloudfront import Cloudfront
from modules.bucket import private_bucket

# AWS-managed policies, the same in every account.
CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
CACHING_OPTIMIZED = "658327ea-f89d-4fab-a63d-7e88639e58f6"
ALL_VIEWER_EXCEPT_HOST_HEADER = "b689b0a8-53d0-40ab-baf2-68738e2966ac"
SECURITY_HEADERS = "67f7725c-6f97-4210-82d7-5512b31e9d03"

SPA_FUNCTION = """\
// Client routes, such as /c/123 and /login, have no file extension in their last part: all are index.html.
function handler(event) {
  var request = event.request;
  if (request.uri.split('/').pop().indexOf('.') === -1) {
    request.uri = '/index.html';
  }
  return request;
}
"""


@dataclass(frozen=True, kw_only=True)
class ApiOrigin:
    """Where the distribution finds the API, and the key that the API admits (FR-046)."""

    domain_name: str
    path: str
    key: str


@dataclass(frozen=True, kw_only=True)
class Domain:
    """A host name with its certificate in us-east-1 and its Route 53 zone."""

    name: str
    certificate_arn: str
    hosted_zone_id: str


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
        api: ApiOrigin,
        api_paths: Sequence[str],
        domain: Domain | None = None,
        price_class: str = "PriceClass_100",
        origin_read_timeout: int = 60,
        force_destroy: bool = True,
    ) -> None:
        """`api_paths` are the path patterns that go to the API; `origin_read_timeout` (seconds) is how long it may be silent."""
        super().__init__(scope, id_)
        bucket_name = f"{name}-frontend-{account_id}"
        self.spa_function = CloudfrontFunction(
            self,
            "spa",
            name=f"{name}-spa",
            comment="Client routes are index.html",
            runtime="cloudfront-js-2.0",
            publish=True,
            code=SPA_FUNCTION,
        )
        oac = f"{name}-frontend"  # also the access control's name, which is unique in an account
        site, backend = "frontend", "api"
        self.distribution = Cloudfront(
            self,
            "distribution",
            comment=name,
            aliases=[domain.name] if domain else [],
            default_root_object="index.html",
            http_version="http2and3",
            is_ipv6_enabled=True,
            price_class=price_class,
            wait_for_deployment=True,
            # Off by default, and then `origin_access_control` below would resolve to none.
            create_origin_access_control=True,
            origin_access_control={
                oac: {
                    "description": name,
                    "origin_type": "s3",
                    "signing_behavior": "always",
                    "signing_protocol": "sigv4",
                }
            },
            origin={
                site: {
                    "domain_name": f"{bucket_name}.s3.{region}.amazonaws.com",
                    "origin_access_control": oac,
                },
                backend: {
                    "domain_name": api.domain_name,
                    "origin_path": api.path,
                    "custom_header": [{"name": "x-api-key", "value": api.key}],
                    "custom_origin_config": {
                        "http_port": 80,
                        "https_port": 443,
                        "origin_protocol_policy": "https-only",
                        "origin_ssl_protocols": ["TLSv1.2"],
                        "origin_read_timeout": origin_read_timeout,
                        "origin_keepalive_timeout": 60,
                    },
                },
            },
            default_cache_behavior=_behavior(
                target=site,
                cache_policy_id=CACHING_OPTIMIZED,
                response_headers_policy_id=SECURITY_HEADERS,
                compress=True,
                viewer_request_function_arn=self.spa_function.arn,
            ),
            ordered_cache_behavior=[
                {
                    "path_pattern": pattern,
                    **_behavior(
                        target=backend,
                        cache_policy_id=CACHING_DISABLED,
                        origin_request_policy_id=ALL_VIEWER_EXCEPT_HOST_HEADER,
                        # Compression would hold back what is streamed (SC-004).
                        compress=False,
                        methods=("GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"),
                    ),
                }
                for pattern in api_paths
            ],
            viewer_certificate={
                "acm_certificate_arn": domain.certificate_arn,
                "ssl_support_method": "sni-only",
                "minimum_protocol_version": "TLSv1.2_2021",
            }
            if domain
            # With its own certificate CloudFront accepts no other minimum than its default.
            else {"cloudfront_default_certificate": True},
        )
        self.origin = f"https://{domain.name if domain else self.distribution.cloudfront_distribution_domain_name_output}"
        self.bucket = private_bucket(
            self,
            "bucket",
            name=bucket_name,
            force_destroy=force_destroy,
            policy=self._bucket_policy(bucket_name),
        )
        if domain:
            for type_ in ("A", "AAAA"):
                Route53Record(
                    self,
                    type_.lower(),
                    zone_id=domain.hosted_zone_id,
                    name=domain.name,
                    type=type_,
                    alias=Route53RecordAlias(
                        name=self.distribution.cloudfront_distribution_domain_name_output,
                        zone_id=self.distribution.cloudfront_distribution_hosted_zone_id_output,
                        evaluate_target_health=False,
                    ),
                )

    def _bucket_policy(self, bucket_name: str) -> str:
        """Admits this one distribution (FR-014). With leave to list, a missing object is a 404, without it a 403."""
        return DataAwsIamPolicyDocument(
            self,
            "bucket_policy",
            statement=[
                DataAwsIamPolicyDocumentStatement(
                    sid="OnlyThisDistribution",
                    actions=["s3:GetObject", "s3:ListBucket"],
                    resources=[f"arn:aws:s3:::{bucket_name}", f"arn:aws:s3:::{bucket_name}/*"],
                    principals=[
                        DataAwsIamPolicyDocumentStatementPrincipals(
                            type="Service", identifiers=["cloudfront.amazonaws.com"]
                        )
                    ],
                    condition=[
                        DataAwsIamPolicyDocumentStatementCondition(
                            test="StringEquals",
                            variable="AWS:SourceArn",
                            values=[self.distribution.cloudfront_distribution_arn_output],
                        )
                    ],
                )
            ],
        ).json


def _behavior(
    *,
    target: str,
    cache_policy_id: str,
    compress: bool,
    methods: Sequence[str] = ("GET", "HEAD", "OPTIONS"),
    origin_request_policy_id: str | None = None,
    response_headers_policy_id: str | None = None,
    viewer_request_function_arn: str | None = None,
) -> dict[str, Any]:
    """A cache behavior in the keys that the module reads."""
    behavior: dict[str, Any] = {
        "target_origin_id": target,
        "viewer_protocol_policy": "redirect-to-https",
        "allowed_methods": list(methods),
        "cached_methods": ["GET", "HEAD"],
        "compress": compress,
        "cache_policy_id": cache_policy_id,
        # On by default, and then rejected by AWS beside a cache policy.
        "use_forwarded_values": False,
    }
    if origin_request_policy_id:
        behavior["origin_request_policy_id"] = origin_request_policy_id
    if response_headers_policy_id:
        behavior["response_headers_policy_id"] = response_headers_policy_id
    if viewer_request_function_arn:
        behavior["function_association"] = {"viewer-request": {"function_arn": viewer_request_function_arn}}
    return behavior
