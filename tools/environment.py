"""The environment that a command of the Makefile is for, and the account that it is in."""

from pathlib import Path

from config import ConfigError, Environment, load_all
from publish.aws import aws_client, aws_errors
from publish.errors import AwsError, PublishError

ENVIRONMENTS = Path("environments")
LOCK = ".terraform.lock.hcl"


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
    if file.exists():
        return ""
    if not (left := trace(name)):
        return (
            "\nWas it deployed, and is its file gone or renamed? docs/runbook.md says what to do: "
            "“When an\nenvironment's file is gone, or has another name”."
        )
    return (
        f"\n{left} was left by its deploys. What they made can only be changed or removed with\n"
        f"its file: bring it back (`git log --all -- {file}`), then `make destroy ENV={name}`.\n"
        "Was it renamed? Another name is another stack: docs/configure.md, “rename an environment”."
    )


def renamed_from(name: str) -> str:
    """What to know before the first deploy of an environment, where another one's file is gone:
    perhaps it has become this one's."""
    places = [*Path().glob("terraform.librechat-*.tfstate"), *ENVIRONMENTS.glob(f"*{LOCK}")]
    names = {it.name.removeprefix("terraform.librechat-").split(".")[0] for it in places}
    left = {it: trace(it) for it in sorted(names) if not (ENVIRONMENTS / f"{it}.toml").exists()}
    return "\n".join(
        f"Note: {file} was left by deploys of {it}, which has no file any more. "
        f"Was it renamed\nto {name}? This makes a second stack, and that of {it} stays: "
        "docs/configure.md, “rename an environment”."
        for it, file in left.items()
        if file
    )


def trace(name: str) -> Path | None:
    """What deploys of an environment have left: its local state or, with the state in S3, its lock
    file. None where they have left nothing, or where all is destroyed."""
    state, lock = state_file(name), lock_file(name)
    if state.exists():
        return None if '"resources": []' in state.read_text(encoding="utf-8") else state
    return lock if lock.exists() else None


def state_file(name: str) -> Path:
    """The local state of an environment that names no bucket for it."""
    return Path(f"terraform.librechat-{name}.tfstate")


def lock_file(name: str) -> Path:
    """The versions of its providers, kept beside its file for the next `terraform init`."""
    return ENVIRONMENTS / f"{name}{LOCK}"


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
