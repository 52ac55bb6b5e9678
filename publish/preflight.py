"""Checks what a deploy needs and does not create, before anything is created (FR-024).

    REGION
    ENVIRONMENT               for the message: which `make secrets` helps
    SECRET_PARAMETERS         JSON object: variable → name of the SSM parameter with its value
    FUNCTION_NAME             of the function, whose own reservation counts as free
    RESERVED_CONCURRENCY      sandboxes that are to be reserved for it, 0 for none
    PROVISIONED_CONCURRENCY   sandboxes that are to be kept started, 0 for none

Secrets must be there, the account's quota must have room, and the Docker engine must answer: the
image is built with it, and the client taken out of it.
"""

import json
from typing import Any

from publish.aws import aws_client, aws_errors
from publish.engine import connect_engine
from publish.errors import PublishError
from publish.quota import check_quota
from publish.step import required_env, required_number, run

NAMES_LIMIT = 10
"""Parameters that one GetParameters takes."""


def main() -> None:
    region = required_env("REGION")
    parameters: dict[str, str] = json.loads(required_env("SECRET_PARAMETERS"))
    require_secrets(aws_client("ssm", region), region, parameters)
    check_quota(
        aws_client("lambda", region),
        region,
        required_env("FUNCTION_NAME"),
        required_number("RESERVED_CONCURRENCY"),
        required_number("PROVISIONED_CONCURRENCY"),
    )
    connect_engine().close()
    print(f"{len(parameters)} secrets are ready, and the Docker engine answers")


def require_secrets(ssm: Any, region: str, parameters: dict[str, str]) -> None:
    """Raises PublishError that names each secret without a SecureString parameter."""
    types = parameter_types(ssm, list(parameters.values()))
    faults = []
    for variable, name in parameters.items():
        if name not in types:
            faults.append(f"  {variable}: {name} does not exist")
        elif types[name] != "SecureString":
            faults.append(f"  {variable}: {name} is a {types[name]}, and must be a SecureString")
    if faults:
        raise PublishError(
            f"{len(faults)} of {len(parameters)} secrets are not ready in SSM, {region}:\n"
            + "\n".join(faults)
            + f"\n`make secrets ENV={required_env('ENVIRONMENT')}` creates the missing ones. "
            "Nothing was created yet."
        )


def parameter_types(ssm: Any, names: list[str]) -> dict[str, str]:
    """Type of each SSM parameter that exists. Nothing is decrypted. Raises AwsError."""
    types: dict[str, str] = {}
    wanted = sorted(set(names))
    advice = "The deploying identity needs ssm:GetParameters on those in the environment file."
    for start in range(0, len(wanted), NAMES_LIMIT):
        with aws_errors("SSM does not say which parameters exist", advice):
            answer = ssm.get_parameters(Names=wanted[start : start + NAMES_LIMIT])
        types |= {parameter["Name"]: parameter["Type"] for parameter in answer["Parameters"]}
    return types


if __name__ == "__main__":
    run(main)
