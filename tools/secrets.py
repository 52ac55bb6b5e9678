"""`make secrets ENV=dev`: creates the SSM parameters with an environment's secrets (FR-024).

What LibreChat wants random is made random, in the format it wants; what only people know
(`MONGO_URI`, API keys) is asked for on a terminal, without echo. Nothing that exists is
overwritten, and no value is printed.
"""

import getpass
import secrets
import sys
from typing import Any

from publish.aws import aws_client, aws_errors
from publish.errors import PublishError
from publish.preflight import parameter_types
from publish.step import run
from tools.environment import environment_named, require_account

RANDOM_BYTES = {
    "CREDS_KEY": 32,
    "CREDS_IV": 16,
    "JWT_SECRET": 32,
    "JWT_REFRESH_SECRET": 32,
    "OPENID_SESSION_SECRET": 32,
}
"""Secrets of LibreChat's own, written as twice as many hexadecimal digits."""

MONGO_SCHEMES = ("mongodb://", "mongodb+srv://")


def main() -> None:
    environment = environment_named(sys.argv[1])
    require_account(environment)
    ssm = aws_client("ssm", environment.region)
    wanted = environment.librechat.secrets
    types = parameter_types(ssm, list(wanted.values()))
    missing = []
    for variable, name in wanted.items():
        if types.get(name) == "SecureString":
            print(f"{name} is there")
        elif name in types:
            print(f"{name} is there, but as a {types[name]}: it must be a SecureString")
            missing.append(name)
        elif value := new_value(variable):
            create_parameter(ssm, name, value, environment.kms_key_arn)
        else:
            print(f"{name} is missing: only you know its value")
            missing.append(name)
    if missing:
        raise PublishError(
            f"{len(missing)} of {len(wanted)} secrets are not ready: {', '.join(missing)}\n"
            "Run this on a terminal and it asks for them, or create them yourself as SecureString\n"
            "parameters."
        )


def new_value(variable: str) -> str:
    """A random value, or what is typed on the terminal; empty where nobody knows one."""
    if size := RANDOM_BYTES.get(variable):
        return secrets.token_hex(size)
    if not sys.stdin.isatty():
        return ""
    typed = getpass.getpass(f"{variable} (not shown; empty to leave it out): ").strip()
    if variable == "MONGO_URI" and typed and not typed.startswith(MONGO_SCHEMES):
        print(f"A MONGO_URI begins with {' or '.join(MONGO_SCHEMES)}")
        return ""
    return typed


def create_parameter(ssm: Any, name: str, value: str, kms_key_arn: str | None) -> None:
    """Without a key it is encrypted with the one that AWS manages for Parameter Store."""
    key = {"KeyId": kms_key_arn} if kms_key_arn else {}
    advice = f"The deploying identity needs ssm:PutParameter on {name}."
    with aws_errors(f"SSM does not create {name}", advice):
        try:
            ssm.put_parameter(Name=name, Value=value, Type="SecureString", Overwrite=False, **key)
            print(f"{name} created")
        except ssm.exceptions.ParameterAlreadyExists:
            print(f"{name} was created by somebody else just now; that value stays")


if __name__ == "__main__":
    run(main, interrupted="")
