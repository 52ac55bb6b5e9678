"""The client, published by the deploy (FR-001, FR-043)."""

from pathlib import Path
from typing import Any

import pytest

from config import Environment
from tests.conftest import named
from tests.modules.test_stack import changed, synth


@pytest.fixture(params=["dev", "prod"])
def stack(request: pytest.FixtureRequest, stacks: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return stacks[request.param]


def test_the_client_follows_the_function_that_serves_it(stack: dict[str, Any]) -> None:
    """FR-001, FR-043."""
    client = named(stack, "terraform_data.client")
    assert set(client["depends_on"]) == {
        f"aws_lambda_function.{f}" for f in stack["resource"]["aws_lambda_function"]
    }
    environment = client["provisioner"][0]["local-exec"]["environment"]
    assert environment["IMAGE"] == named(stack, "aws_lambda_function.backend_api")["image_uri"]


def test_a_local_build_of_the_client_can_be_given_instead(
    environments: dict[str, Environment], tmp_path: Path
) -> None:
    """FR-001."""
    (tmp_path / "index.html").write_text("<html>")
    made = synth(changed(environments["dev"], "frontend", directory=tmp_path))
    environment = named(made, "terraform_data.client")["provisioner"][0]["local-exec"][
        "environment"
    ]
    assert environment["DIRECTORY"].startswith("assets/client/") and "IMAGE" not in environment
