"""Checks what a deploy needs and does not create, before anything is created (FR-024).

REGION
SECRET_PARAMETERS   JSON object: environment variable → name of the SSM parameter with its value
IMAGE_BUILD         "true": a Docker engine must answer
ENVIRONMENT         for the message: which `make secrets` helps
"""

import json
import os
from typing import Any

from botocore.exceptions import ClientError

from publish.step import Failure, aws, engine, reason, run, value


def main() -> None:
    parameters: dict[str, str] = json.loads(value("SECRET_PARAMETERS"))
    environment = os.environ.get("ENVIRONMENT", "<environment>")
    found = types(aws("ssm"), list(parameters.values()))
    faults = [
        f"  {variable}: {name} "
        + (f"is a {found[name]}, and must be a SecureString" if name in found else "does not exist")
        for variable, name in parameters.items()
        if found.get(name) != "SecureString"
    ]
    if faults:
        raise Failure(
            f"{len(faults)} of {len(parameters)} secrets are not ready in SSM, {value('REGION')}:\n"
            + "\n".join(faults)
            + f"\n`make secrets ENV={environment}` creates the missing ones. Nothing was created yet."
        )
    if os.environ.get("IMAGE_BUILD") == "true":
        engine().close()
    print(f"{len(parameters)} secrets are ready")


def types(ssm: Any, names: list[str]) -> dict[str, str]:
    """Type of each SSM parameter that exists. Nothing is decrypted; no value is looked at."""
    found: dict[str, str] = {}
    wanted = sorted(set(names))
    for start in range(0, len(wanted), 10):  # GetParameters takes 10 names
        try:
            answer = ssm.get_parameters(Names=wanted[start : start + 10], WithDecryption=False)
        except ClientError as error:
            raise Failure(
                f"SSM does not say which parameters exist: {reason(error)}\n"
                "The deploying identity needs ssm:GetParameters on those that the environment file names."
            ) from None
        found |= {parameter["Name"]: parameter["Type"] for parameter in answer["Parameters"]}
    return found


if __name__ == "__main__":
    run(main)
