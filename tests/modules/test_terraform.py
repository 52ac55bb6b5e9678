"""What Terraform itself is told."""

from typing import Any

import pytest

from config import Environment
from tests.modules.test_stack import changed, synth


@pytest.fixture(params=["dev", "prod"])
def stack(request: pytest.FixtureRequest, stacks: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return stacks[request.param]


def test_the_provider_may_be_newer_than_the_bindings_and_stays_in_its_account(
    stack: dict[str, Any],
) -> None:
    """FR-010: 6.25.0, which the bindings pin, refuses 900,000 ms."""
    assert stack["terraform"]["required_providers"]["aws"]["version"] == ">= 6.28.0, < 7.0.0"
    providers = stack["provider"]["aws"]
    # CloudFront's metrics, and therefore its alarm, are in us-east-1.
    assert [provider["region"] for provider in providers] == ["eu-west-1", "us-east-1"]
    assert all(provider["allowed_account_ids"] == ["123456789012"] for provider in providers)


def test_state_is_a_local_file_outside_the_output_until_a_bucket_is_named(
    stacks: dict[str, dict[str, Any]],
) -> None:
    assert stacks["dev"]["terraform"]["backend"] == {
        "local": {"path": "../../../terraform.librechat-dev.tfstate"}
    }
    assert stacks["prod"]["terraform"]["backend"] == {
        "s3": {
            "bucket": "example-terraform-state",
            "key": "librechat/prod.tfstate",
            "region": "eu-west-1",
            "encrypt": True,
            "use_lockfile": True,
        }
    }


def test_state_can_be_locked_by_a_dynamodb_table(environments: dict[str, Environment]) -> None:
    backend = synth(changed(environments["prod"], "state", dynamodb_table="locks"))["terraform"][
        "backend"
    ]["s3"]
    assert backend["dynamodb_table"] == "locks" and "use_lockfile" not in backend
