"""publish/preflight.py against an emulated SSM (FR-024)."""

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from local.aws import ACCOUNT, AWS, REGION
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
        inputs = {
            "REGION": REGION,
            "ENVIRONMENT": "dev",
            "SECRET_PARAMETERS": json.dumps(names),
            "FUNCTION_NAME": "librechat-dev-api",
            "RESERVED_CONCURRENCY": "0",
            "PROVISIONED_CONCURRENCY": "0",
        }
        return call("preflight", aws.environment | inputs | settings)

    return run


def put(ssm: Any, name: str, type: str = "SecureString") -> None:
    ssm.put_parameter(Name=name, Value="its-value", Type=type)


def put_all(ssm: Any) -> None:
    for name in NAMES.values():
        put(ssm, name)


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
    assert aws.calls_since(mark, "ssm") == ["ssm GetParameters"] * 3


def test_a_deploy_without_a_docker_engine_is_told_so_before_anything_is_created(
    ssm: Any, preflight: Step
) -> None:
    put_all(ssm)

    error = the_error(preflight(DOCKER_HOST=NO_ENGINE))

    assert "The Docker engine does not answer" in error
    assert "`docker info`" in error


def test_without_the_right_to_ask_it_names_the_right(aws: AWS, preflight: Step) -> None:
    with aws.when("ssm GetParameters"):
        result = preflight()

    assert "ssm:GetParameters" in the_error(result)


# The account's quota of concurrent executions

REQUEST = (
    "aws service-quotas request-service-quota-increase --service-code lambda "
    "--quota-code L-B99A9384 --desired-value 1000 --region eu-west-1"
)
QUOTA = "MOTO_LAMBDA_CONCURRENCY_QUOTA"


def test_a_quota_of_a_new_account_is_warned_of_with_the_link_and_the_command(
    ssm: Any, preflight: Step
) -> None:
    put_all(ssm)

    result = preflight(**{QUOTA: "10"})

    assert result.returncode == 0, result.stderr
    assert "Warning: the account's quota allows 10 sandboxes at once, and one page" in result.stdout
    assert "servicequotas/home/services/lambda/quotas/L-B99A9384" in result.stdout
    assert REQUEST in result.stdout
    assert not [line for line in result.stdout.splitlines() if line.startswith(" ")]


def test_a_quota_with_room_is_not_mentioned(ssm: Any, preflight: Step) -> None:
    put_all(ssm)

    result = preflight(RESERVED_CONCURRENCY="900", PROVISIONED_CONCURRENCY="20")

    assert result.stdout == "5 secrets are ready, and the Docker engine answers\n", result.stderr


@pytest.mark.parametrize("kind", ["reserved", "provisioned"])
@pytest.mark.parametrize(("quota", "wanted", "room"), [("10", "1", 0), ("1000", "901", 900)])
def test_concurrency_that_the_quota_has_no_room_for_is_refused_before_anything_is_created(
    ssm: Any, preflight: Step, kind: str, quota: str, wanted: str, room: int
) -> None:
    put_all(ssm)

    error = the_error(preflight(**{QUOTA: quota, f"{kind.upper()}_CONCURRENCY": wanted}))

    assert f"function.{kind}_concurrency = {wanted}: this account has room for {room}" in error
    assert REQUEST in error
    assert "Nothing was created yet" in error


def test_a_reservation_below_a_page_load_is_warned_of(ssm: Any, preflight: Step) -> None:
    put_all(ssm)

    result = preflight(RESERVED_CONCURRENCY="5")

    assert "function.reserved_concurrency allows 5 sandboxes at once" in result.stdout
    assert REQUEST not in result.stdout


def test_a_quota_that_may_not_be_asked_for_stops_nothing(
    aws: AWS, ssm: Any, preflight: Step
) -> None:
    put_all(ssm)

    with aws.when("lambda GET .*account-settings"):
        result = preflight()

    assert result.returncode == 0, result.stderr
    assert "Warning: the quota of concurrent executions is unknown" in result.stdout
    assert "lambda:GetAccountSettings" in result.stdout


def test_what_is_reserved_for_the_function_itself_counts_as_room(
    aws: AWS, ssm: Any, preflight: Step
) -> None:
    put_all(ssm)
    role = aws.client("iam").create_role(RoleName="role", AssumeRolePolicyDocument="{}")
    functions = aws.client("lambda")
    for name in ("librechat-dev-api", "of-somebody-else"):
        functions.create_function(
            FunctionName=name,
            Role=role["Role"]["Arn"],
            Code={"ImageUri": f"{ACCOUNT}.dkr.ecr.eu-west-1.amazonaws.com/x@sha256:{'0' * 64}"},
            PackageType="Image",
        )
        functions.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=300)

    assert preflight(RESERVED_CONCURRENCY="600").returncode == 0
    error = the_error(preflight(RESERVED_CONCURRENCY="601"))

    assert "room for 600" in error
    assert "300 of them are reserved for other functions" in error
    for name in ("librechat-dev-api", "of-somebody-else"):
        functions.delete_function(FunctionName=name)
