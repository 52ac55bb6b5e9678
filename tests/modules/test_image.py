"""The Lambda image (FR-006, FR-012)."""

from typing import Any

import pytest

from config import Environment
from tests.conftest import named
from tests.modules.test_stack import changed, synth


@pytest.fixture(params=["dev", "prod"])
def stack(request: pytest.FixtureRequest, stacks: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return stacks[request.param]


def test_the_function_is_pinned_to_the_digest_that_was_pushed(stack: dict[str, Any]) -> None:
    """FR-012."""
    uri = "${aws_ecr_repository.ecr.repository_url}@${data.aws_ecr_image.image.image_digest}"
    assert {f["image_uri"] for f in stack["resource"]["aws_lambda_function"].values()} == {uri}
    assert named(stack, "data.aws_ecr_image.image")["depends_on"] == ["terraform_data.image"]


def test_a_new_librechat_version_changes_image_and_client_and_a_new_architecture_the_image_alone(
    environments: dict[str, Environment],
) -> None:
    """FR-006, FR-012."""

    def triggers(environment: Environment) -> tuple[Any, Any]:
        made = synth(environment)
        return tuple(
            named(made, f"terraform_data.{id_}")["triggers_replace"] for id_ in ("image", "client")
        )

    image, client = triggers(environments["dev"])
    newer = triggers(
        changed(environments["dev"], "librechat", image="ghcr.io/danny-avila/librechat-api:v0.8.2")
    )
    other = triggers(changed(environments["dev"], "function", architecture="x86_64"))
    assert newer[0] != image and newer[1] != client
    assert other[0] != image and other[1] == client
    assert triggers(environments["dev"]) == (image, client)
