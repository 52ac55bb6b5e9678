"""The repository of the Lambda image (FR-012)."""

import json
from typing import Any

from modules.ecr import Ecr
from tests.conftest import named, synthesized


def ecr() -> dict[str, Any]:
    return synthesized(lambda scope: Ecr(scope, "ecr", name="api"))


def test_tags_are_immutable_and_images_are_scanned_on_push() -> None:
    repository = named(ecr(), "aws_ecr_repository.ecr")
    assert repository["image_tag_mutability"] == "IMMUTABLE"
    assert repository["image_scanning_configuration"] == {"scan_on_push": True}


def test_it_is_destroyed_with_its_images() -> None:
    """SC-005."""
    assert named(ecr(), "aws_ecr_repository.ecr")["force_delete"] is True


def test_old_images_expire() -> None:
    policy = named(ecr(), "aws_ecr_lifecycle_policy.ecr")
    # The name is the same after a replacement, and the policy would not be made anew.
    assert policy["repository"] == "${aws_ecr_repository.ecr.id}"
    (rule,) = json.loads(policy["policy"])["rules"]
    assert (rule["selection"]["countNumber"], rule["action"]) == (10, {"type": "expire"})
