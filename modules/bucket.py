"""A private S3 bucket from terraform-aws-modules/s3-bucket/aws (FR-005), typed.

Defaults: public access blocked, requests without TLS refused, objects encrypted and owned by the bucket's owner, uploads
that broke off removed after a day; where asked for, deleted and overwritten objects kept for a while. The module ignores
keys that it does not know inside its untyped inputs (`cors_rule`, `lifecycle_rule`, …), so those are written here alone.
"""

from typing import Any

from constructs import Construct

from imports.s3_bucket import S3Bucket

BLOCKED = ("block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets")
PRIVATE: dict[str, Any] = dict.fromkeys((*BLOCKED, "control_object_ownership"), True)
CORS = {"allowed_methods": ["GET", "PUT", "POST"], "allowed_headers": ["*"], "expose_headers": ["ETag"]}


def private_bucket(
    scope: Construct,
    id_: str,
    *,
    name: str,
    force_destroy: bool = True,
    policy: str | None = None,
    cors_origin: str | None = None,
    noncurrent_days: int | None = None,
) -> S3Bucket:
    """Creates a bucket and returns its module.

    `policy` is a bucket policy in JSON: a bucket has one policy, so the module joins it with the one that demands TLS.
    `cors_origin` is the one origin that browsers may load and upload objects from. `noncurrent_days` versions
    the bucket and keeps what is deleted or overwritten so long. Else `versioning` is left out, since `{enabled = false}`
    would create a suspended versioning resource (FR-002).
    """
    rules: list[dict[str, Any]] = [{"id": "incomplete-uploads", "abort_incomplete_multipart_upload_days": 1}]
    if noncurrent_days:
        expired = {"expiration": {"expired_object_delete_marker": True}}
        rules.append({"id": "versions", "noncurrent_version_expiration": {"days": noncurrent_days}, **expired})
    encryption = {"apply_server_side_encryption_by_default": {"sse_algorithm": "AES256"}}
    return S3Bucket(
        scope,
        id_,
        bucket=name,
        force_destroy=force_destroy,
        **PRIVATE,
        object_ownership="BucketOwnerEnforced",
        attach_deny_insecure_transport_policy=True,
        attach_policy=True if policy else None,
        policy=policy,
        server_side_encryption_configuration={"rule": encryption},
        versioning={"enabled": "true"} if noncurrent_days else None,
        lifecycle_rule=[{"enabled": True, **rule} for rule in rules],
        cors_rule=[{"allowed_origins": [cors_origin], **CORS, "max_age_seconds": 3600}] if cors_origin else None,
    )
