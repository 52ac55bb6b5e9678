"""publish/preflight.py against an emulated SSM (FR-024)."""

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from local.aws import AWS, REGION, aws_account  # noqa: F401
from tests.support.steps import call, the_error

NAMES = {
    name: f"/librechat/dev/{name}"
    for name in ("CREDS_KEY", "CREDS_IV", "JWT_SECRET", "JWT_REFRESH_SECRET", "MONGO_URI")
}
NO_ENGINE = "unix:///nowhere/docker.sock"

Step = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def ssm(aws: AWS) -> Iterator[Any]:
    ssm = aws.client("ssm")
    yield ssm
    pages = list(ssm.get_paginator("describe_parameters").paginate())
    for parameter in (parameter for page in pages for parameter in page["Parameters"]):
        ssm.delete_parameter(Name=parameter["Name"])


@pytest.fixture
def preflight(aws: AWS) -> Step:
    def run(names: dict[str, str] = NAMES, **settings: str) -> subprocess.CompletedProcess[str]:
        inputs = {"REGION": REGION, "SECRET_PARAMETERS": json.dumps(names), "ENVIRONMENT": "dev"}
        return call("preflight", aws.environment | inputs | settings)

    return run


def put(ssm: Any, name: str, type: str = "SecureString") -> None:
    ssm.put_parameter(Name=name, Value="its-value", Type=type)


def test_a_deploy_whose_secrets_are_missing_says_which(ssm: Any, preflight: Step) -> None:
    put(ssm, "/librechat/dev/CREDS_KEY")
    put(ssm, "/librechat/dev/CREDS_IV", type="String")

    result = preflight()

    assert result.returncode == 1
    assert re.findall(r"^  (\w+): /librechat/dev/\1 (.*)$", result.stderr, re.MULTILINE) == [
        ("CREDS_IV", "is a String, and must be a SecureString"),
        ("JWT_SECRET", "does not exist"),
        ("JWT_REFRESH_SECRET", "does not exist"),
        ("MONGO_URI", "does not exist"),
    ]
    assert "make secrets ENV=dev" in result.stderr
    assert "its-value" not in result.stdout + result.stderr


def test_a_deploy_whose_secrets_are_there_goes_on_and_nothing_was_decrypted(
    aws: AWS, ssm: Any, preflight: Step
) -> None:
    """More than ten, for GetParameters takes no more at once."""
    names = {f"KEY_{n}": f"/librechat/dev/KEY_{n}" for n in range(23)}
    for name in names.values():
        put(ssm, name)
    mark = len(aws.calls)

    result = preflight(names)

    assert result.returncode == 0, result.stderr
    assert result.stdout == "23 secrets are ready, and the Docker engine answers\n"
    assert aws.calls[mark:] == ["ssm GetParameters"] * 3


def test_a_deploy_without_a_docker_engine_is_told_so_before_anything_is_created(
    ssm: Any, preflight: Step
) -> None:
    for name in NAMES.values():
        put(ssm, name)

    error = the_error(preflight(DOCKER_HOST=NO_ENGINE))

    assert "The Docker engine does not answer" in error
    assert "`docker info`" in error


def test_without_the_right_to_ask_it_names_the_right(aws: AWS, preflight: Step) -> None:
    with aws.when("ssm GetParameters"):
        result = preflight()

    assert "ssm:GetParameters" in the_error(result)
