"""The environment that a command is for, `ENV=dev` of make."""

import difflib
import os
from pathlib import Path

from config import ConfigError, Environment, load
from publish.aws import aws_client, aws_errors
from publish.errors import AwsError, PublishError

ENVIRONMENTS = Path("environments")


def the_environment() -> Environment:
    """The environment that ENVIRONMENT names, which make sets from ENV=dev.

    Raises PublishError where there is none of that name or its file cannot be used.
    """
    name = os.environ.get("ENVIRONMENT", "")
    file = ENVIRONMENTS / f"{name}.toml"
    names = sorted(path.stem for path in ENVIRONMENTS.glob("*.toml"))
    if name not in names:
        close = difflib.get_close_matches(name, names, n=1)
        hint = f"; did you mean {close[0]}?" if close else ""
        message = f"{file}: there is no such file; the environments are {', '.join(names)}{hint}"
        raise PublishError(message + left_behind(name))
    try:
        return load(file)
    except ConfigError as error:
        raise PublishError(str(error)) from None


def left_behind(name: str) -> str:
    """What to do where an environment without a file has a state beside the project."""
    state = Path(f"terraform.librechat-{name}.tfstate")
    if not state.exists():
        return ""
    return (
        f"\n{state} is the state of a stack of that name. To remove the stack, bring the file back "
        f"(`git log --all -- {ENVIRONMENTS}/{name}.toml`)\nand run `make destroy ENV={name}`; "
        "renaming an environment is in docs/runbook.md."
    )


def require_account(environment: Environment) -> None:
    """Raises AwsError where the credentials are missing, invalid or for another account."""
    with aws_errors("AWS does not say whose these credentials are"):
        sts = aws_client("sts", environment.region)
        account = sts.get_caller_identity()["Account"]
    if account != environment.account_id:
        raise AwsError(
            f"These credentials are for account {account}; account_id of the environment "
            f"{environment.name} is {environment.account_id}.\n"
            "Choose others with AWS_PROFILE, or correct the environment file."
        )
