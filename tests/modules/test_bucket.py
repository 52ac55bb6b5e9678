"""A private bucket by default (FR-005); the traps of the module it wraps."""

from typing import Any

from modules.bucket import private_bucket
from tests.conftest import named, synthesized


def bucket(**arguments: Any) -> dict[str, Any]:
    return named(
        synthesized(lambda scope: private_bucket(scope, "b", name="files", **arguments)), "module.b"
    )


def test_the_module_is_pinned_exactly() -> None:
    """FR-017, FR-005: ~> 4.0."""
    assert (bucket()["source"], bucket()["version"]) == (
        "terraform-aws-modules/s3-bucket/aws",
        "4.11.0",
    )


def test_public_access_is_blocked_four_ways() -> None:
    blocks = (
        "block_public_acls",
        "block_public_policy",
        "ignore_public_acls",
        "restrict_public_buckets",
    )
    assert all(bucket()[block] is True for block in blocks)


def test_requests_without_tls_are_refused_and_objects_are_encrypted_and_owned() -> None:
    made = bucket()
    assert made["attach_deny_insecure_transport_policy"] is True
    assert made["server_side_encryption_configuration"] == {
        "rule": {"apply_server_side_encryption_by_default": {"sse_algorithm": "AES256"}}
    }
    assert (made["control_object_ownership"], made["object_ownership"]) == (
        True,
        "BucketOwnerEnforced",
    )


def test_uploads_that_broke_off_are_removed() -> None:
    assert bucket()["lifecycle_rule"][0]["abort_incomplete_multipart_upload_days"] == 1


def test_versioning_is_left_out_since_false_would_make_a_suspended_versioning_resource() -> None:
    """FR-002."""
    assert "versioning" not in bucket()
    assert len(bucket()["lifecycle_rule"]) == 1


def test_a_versioned_bucket_forgets_versions_and_what_marks_them_deleted() -> None:
    made = bucket(noncurrent_days=30)
    assert made["versioning"] == {"enabled": "true"}  # the module's type is a map of strings
    incomplete, versions = made["lifecycle_rule"]
    assert incomplete["abort_incomplete_multipart_upload_days"] == 1
    assert versions["enabled"] is True and versions["noncurrent_version_expiration"] == {"days": 30}
    assert versions["expiration"] == {"expired_object_delete_marker": True}


def test_a_policy_is_attached_and_not_only_written() -> None:
    assert "attach_policy" not in bucket()
    made = bucket(policy="{}")
    assert (made["attach_policy"], made["policy"]) == (True, "{}")


def test_only_the_given_origin_may_load_and_upload_from_a_browser() -> None:
    """FR-030. By a resource of its own: the module must know the number of its rules before the
    apply, and does not while the origin is the distribution's own name."""
    assert "aws_s3_bucket_cors_configuration" not in synthesized(
        lambda scope: private_bucket(scope, "b", name="files")
    ).get("resource", {})
    made = synthesized(
        lambda scope: private_bucket(
            scope, "b", name="files", cors_origin="https://chat.example.com"
        )
    )
    cors = named(made, "aws_s3_bucket_cors_configuration.b")
    assert cors["bucket"] == "${module.b.s3_bucket_id}"
    assert cors["cors_rule"][0]["allowed_origins"] == ["https://chat.example.com"]
    assert cors["cors_rule"][0]["max_age_seconds"] == 3600
    assert "cors_rule" not in named(made, "module.b")


def test_objects_go_with_the_bucket() -> None:
    """FR-002, SC-005."""
    assert bucket()["force_destroy"] is True
