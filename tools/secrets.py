"""Creates the SSM parameters with an environment's secrets (FR-024): the command behind `make secrets
ENV=dev`.

What LibreChat wants random is made random, in the format it wants; what only people know (`MONGO_URI`, API
keys) is asked for on a terminal, without echo. Nothing that exists is overwritten, and no value is printed.
This file is not called `secrets.py`, because that would hide Python's own module from all that the steps
beside it import.
"""

import getpass
import os
import secrets
import sys
from pathlib import Path
from typing import Any

from config import ConfigError, load
from publish.preflight import types
from publish.step import Failure, aws, run

RANDOM_BYTES = {
    "CREDS_KEY": 32,
    "CREDS_IV": 16,
    "JWT_SECRET": 32,
    "JWT_REFRESH_SECRET": 32,
    "OPENID_SESSION_SECRET": 32,
}
"""Secrets of LibreChat's own, written as twice as many hexadecimal digits."""


def main() -> None:
    if len(sys.argv) != 2:
        raise Failure("Which environment? `make secrets ENV=dev`")
    try:
        environment = load(Path("environments") / f"{sys.argv[1]}.toml")
    except ConfigError as error:
        raise Failure(str(error)) from None
    os.environ["REGION"] = environment.region
    ssm = aws("ssm")
    if (account := aws("sts").get_caller_identity()["Account"]) != environment.account_id:
        raise Failure(
            f"These credentials are for account {account}, the environment is in {environment.account_id}."
        )
    wanted = environment.librechat.secrets
    there = types(ssm, list(wanted.values()))
    missing = []
    for variable, name in wanted.items():
        if name in there:
            note = (
                ""
                if there[name] == "SecureString"
                else f", but as a {there[name]}: it must be a SecureString"
            )
            print(f"{name} is there{note}")
            if note:
                missing.append(name)
        elif found := value_of(variable):
            put(ssm, name, found, environment.kms_key_arn)
            print(f"{name} created")
        else:
            missing.append(name)
            print(f"{name} is missing: only you know its value")
    if missing:
        raise Failure(
            f"{len(missing)} of {len(wanted)} secrets are not ready: {', '.join(missing)}\n"
            "Run this on a terminal and it asks for them, or put them as SecureString parameters yourself."
        )


def value_of(variable: str) -> str:
    """A new value for a variable; empty if nobody knows one."""
    if size := RANDOM_BYTES.get(variable):
        return secrets.token_hex(size)
    if not sys.stdin.isatty():
        return ""
    found = getpass.getpass(f"{variable} (not shown; empty to leave it out): ").strip()
    if variable == "MONGO_URI" and found and not found.startswith(("mongodb://", "mongodb+srv://")):
        print("A MONGO_URI begins with mongodb:// or mongodb+srv://")
        return ""
    return found


def put(ssm: Any, name: str, value: str, kms_key_arn: str | None) -> None:
    """Without a key it is encrypted with the one that AWS manages for Parameter Store."""
    key = {"KeyId": kms_key_arn} if kms_key_arn else {}
    try:
        ssm.put_parameter(Name=name, Value=value, Type="SecureString", Overwrite=False, **key)
    except ssm.exceptions.ParameterAlreadyExists:
        print(f"{name} was created by somebody else just now; that value stays")


if __name__ == "__main__":
    run(main)
