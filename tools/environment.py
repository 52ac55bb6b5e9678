"""The environment that a command of the Makefile is for, and the account that it is in."""

from pathlib import Path

from config import ConfigError, Environment, load_all
from publish.aws import aws_client, aws_errors
from publish.errors import AwsError, PublishError

ENVIRONMENTS = Path("environments")


def environment_named(name: str) -> Environment:
    """The environment of `environments/<name>.toml`.

    Raises PublishError where there is none of that name, or where its file cannot be used.
    """
    if name.endswith(".toml"):
        raise PublishError(f"An environment is named without .toml: ENV={Path(name).stem}")
    try:
        [environment] = load_all(ENVIRONMENTS, name)
    except ConfigError as error:
        raise PublishError(f"{error}{left_behind(name)}") from None
    return environment


def left_behind(name: str) -> str:
    """What to do with the stack of an environment whose file is gone."""
    file = ENVIRONMENTS / f"{name}.toml"
    if file.exists() or not state_file(name).exists():
        return ""
    return (
        f"\n{state_file(name)} says that this environment was deployed. To remove it, bring the\n"
        f"file back (`git log --all -- {file}`) and run `make destroy ENV={name}`."
    )


def state_file(name: str) -> Path:
    """The local state of an environment that names no bucket for it."""
    return Path(f"terraform.librechat-{name}.tfstate")


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
