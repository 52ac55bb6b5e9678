"""tools/secrets.py against an emulated SSM (FR-024)."""

import os
import pty
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from local.aws import AWS
from tools.secrets import RANDOM_BYTES

ROOT = Path(__file__).parents[2]
NAMES = {
    name: f"/librechat/dev/{name}"
    for name in ("CREDS_KEY", "CREDS_IV", "JWT_SECRET", "JWT_REFRESH_SECRET", "MONGO_URI")
}
MONGO_URI = "mongodb://somebody:a-password-of-theirs@database.local:27017/chat"


@pytest.fixture
def ssm(aws: AWS) -> Iterator[Any]:
    ssm = aws.client("ssm")
    yield ssm
    pages = list(ssm.get_paginator("describe_parameters").paginate())
    for parameter in (parameter for page in pages for parameter in page["Parameters"]):
        ssm.delete_parameter(Name=parameter["Name"])


def values(ssm: Any) -> dict[str, str]:
    found = ssm.get_parameters(Names=list(NAMES.values()), WithDecryption=True)["Parameters"]
    assert {parameter["Type"] for parameter in found} <= {"SecureString"}
    return {parameter["Name"].rpartition("/")[2]: parameter["Value"] for parameter in found}


Step = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def make_secrets(aws: AWS, tmp_path: Path) -> Step:
    """`make secrets ENV=dev` in a directory of its own, without a terminal unless one is given."""
    shutil.copytree(ROOT / "environments", tmp_path / "environments")

    def run(
        environment: str = "dev", stdin: int = subprocess.DEVNULL
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "tools.secrets", environment],
            env=os.environ | aws.environment | {"PYTHONPATH": str(ROOT)},
            cwd=tmp_path,
            stdin=stdin,
            capture_output=True,
            text=True,
            check=False,
            start_new_session=True,
        )

    return run


def put(ssm: Any, name: str, value: str) -> None:
    ssm.put_parameter(Name=name, Value=value, Type="SecureString")


def test_make_secrets_creates_what_is_random_and_names_what_only_people_know(
    ssm: Any, make_secrets: Step
) -> None:
    result = make_secrets()

    made = values(ssm)
    assert {name: len(value) for name, value in made.items()} == {
        "CREDS_KEY": 64,
        "CREDS_IV": 32,
        "JWT_SECRET": 64,
        "JWT_REFRESH_SECRET": 64,
    }
    assert all(re.fullmatch("[0-9a-f]+", value) for value in made.values())
    assert len(set(made.values())) == len(made)
    assert result.returncode == 1
    assert "1 of 5 secrets are not ready: /librechat/dev/MONGO_URI" in result.stderr
    assert not any(value in result.stdout + result.stderr for value in made.values())


def test_make_secrets_encrypts_with_the_environments_key_where_there_is_one(
    ssm: Any, make_secrets: Step
) -> None:
    make_secrets("dev")
    make_secrets("prod")
    parameters = ssm.describe_parameters()["Parameters"]
    keys = {parameter["Name"]: parameter["KeyId"] for parameter in parameters}
    assert keys["/librechat/prod/CREDS_KEY"].startswith("arn:aws:kms:eu-west-1:123456789012:key/")
    assert keys["/librechat/dev/CREDS_KEY"] == "alias/aws/ssm"


def test_make_secrets_never_overwrites(ssm: Any, make_secrets: Step) -> None:
    put(ssm, "/librechat/dev/CREDS_KEY", "mine")
    make_secrets()
    first = values(ssm)
    put(ssm, "/librechat/dev/MONGO_URI", MONGO_URI)

    result = make_secrets()

    assert result.returncode == 0, result.stderr
    assert first["CREDS_KEY"] == "mine"
    assert values(ssm) == first | {"MONGO_URI": MONGO_URI}
    assert result.stdout == "".join(f"{name} is there\n" for name in NAMES.values())


def test_make_secrets_leaves_a_value_that_somebody_creates_at_the_same_moment(
    aws: AWS, ssm: Any, make_secrets: Step
) -> None:
    with aws.when(
        "ssm PutParameter", lambda: put(ssm, "/librechat/dev/CREDS_KEY", "theirs"), times=1
    ):
        make_secrets()

    assert values(ssm)["CREDS_KEY"] == "theirs"


def test_make_secrets_asks_on_a_terminal_and_echoes_nothing(
    aws: AWS, ssm: Any, make_secrets: Step, tmp_path: Path
) -> None:
    make_secrets()
    pid, terminal = pty.fork()
    if pid == 0:  # the command, on a terminal of its own
        os.chdir(tmp_path)
        command = [sys.executable, "-m", "tools.secrets", "dev"]
        os.execve(command[0], command, os.environ | aws.environment | {"PYTHONPATH": str(ROOT)})
    shown = read_until(terminal, "empty to leave it out): ")
    os.write(terminal, f"{MONGO_URI}\n".encode())
    shown += read_until(terminal, None)

    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0, shown
    assert values(ssm)["MONGO_URI"] == MONGO_URI
    assert "a-password-of-theirs" not in shown
    assert "/librechat/dev/MONGO_URI created" in shown


def read_until(terminal: int, words: str | None) -> str:
    shown = ""
    while words is None or words not in shown:
        try:
            shown += os.read(terminal, 4096).decode()
        except OSError:  # its end, on Linux
            break
    return shown


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        ("no-such", "environments/no-such.toml: there is no such file"),
        (
            "elsewhere",
            "are for account 123456789012; account_id of the environment elsewhere is 21",
        ),
    ],
)
def test_make_secrets_touches_nothing_without_an_environment_of_this_account(
    ssm: Any, make_secrets: Step, tmp_path: Path, environment: str, message: str
) -> None:
    there = (ROOT / "environments" / "dev.toml").read_text()
    (tmp_path / "environments" / "elsewhere.toml").write_text(
        there.replace("123456789012", "210987654321")
    )

    result = make_secrets(environment)

    assert result.returncode == 1
    assert message in result.stderr
    assert ssm.describe_parameters()["Parameters"] == []


def test_its_random_values_have_the_digits_that_the_handler_demands() -> None:
    sources = [*ROOT.glob("lambda_image/*.mjs"), *ROOT.glob("lambda_image/src/*.mjs")]
    demanded = [
        found[1]
        for source in sources
        if (found := re.search(r"HEX_DIGITS = \{([^}]*)\}", source.read_text()))
    ]
    assert len(demanded) == 1
    digits = {name: int(number) for name, number in re.findall(r"(\w+): (\d+)", demanded[0])}
    assert digits == {name: 2 * RANDOM_BYTES[name] for name in ("CREDS_KEY", "CREDS_IV")}
