"""A private S3 bucket from terraform-aws-modules/s3-bucket/aws (FR-005), typed and
pinned exactly (FR-017).

Defaults: public access blocked, requests without TLS refused, objects encrypted and owned by the
bucket's owner, uploads that broke off removed after a day; where asked for, deleted and overwritten
objects kept for a while. A destroy empties the bucket (SC-005) unless deletion protection is on
(baseline.py). The module ignores keys that it does not know inside its untyped inputs
(`lifecycle_rule`, …), so those are written here alone.
"""

from typing import Any

import cdktf_cdktf_provider_aws as aws
from constructs import Construct

from imports.s3_bucket import S3Bucket

UPLOADS = {"id": "incomplete-uploads", "enabled": True, "abort_incomplete_multipart_upload_days": 1}
VERSIONS = {"id": "versions", "enabled": True, "expiration": {"expired_object_delete_marker": True}}
AES256 = {"rule": {"apply_server_side_encryption_by_default": {"sse_algorithm": "AES256"}}}


def private_bucket(
    scope: Construct,
    id_: str,
    *,
    name: str,
    policy: str | None = None,
    cors_origin: str | None = None,
    noncurrent_days: int | None = None,
) -> S3Bucket:
    """Creates a bucket and returns its module.

    `policy` is a bucket policy in JSON: a bucket has one policy, so the module joins it with the
    one that demands TLS. `cors_origin` is the one origin that browsers may load and upload objects
    from. `noncurrent_days` versions the bucket and keeps what is deleted or overwritten for so
    long. Else `versioning` is left out, since `{enabled = false}` would create a suspended
    versioning resource (FR-002).
    """
    lifecycle: list[dict[str, Any]] = [UPLOADS]
    if noncurrent_days:
        noncurrent = {"noncurrent_version_expiration": {"days": noncurrent_days}}
        lifecycle.append({**VERSIONS, **noncurrent})
    bucket = S3Bucket(
        scope,
        id_,
        bucket=name,
        force_destroy=True,
        block_public_acls=True,
        block_public_policy=True,
        ignore_public_acls=True,
        restrict_public_buckets=True,
        control_object_ownership=True,
        object_ownership="BucketOwnerEnforced",
        attach_deny_insecure_transport_policy=True,
        attach_policy=True if policy else None,
        policy=policy,
        server_side_encryption_configuration=AES256,
        versioning={"enabled": "true"} if noncurrent_days else None,
        lifecycle_rule=lifecycle,
    )
    if cors_origin:
        # Not the module's `cors_rule`: the module counts it, so that it must be known before the
        # apply, which an origin that is the distribution's own name is not.
        cors = aws.s3_bucket_cors_configuration
        rule = cors.S3BucketCorsConfigurationCorsRule(
            allowed_origins=[cors_origin],
            allowed_methods=["GET", "PUT", "POST"],
            allowed_headers=["*"],
            expose_headers=["ETag"],
            max_age_seconds=3600,
        )
        cors.S3BucketCorsConfiguration(
            scope, f"{id_}:cors", bucket=bucket.s3_bucket_id_output, cors_rule=[rule]
        )
    return bucket
