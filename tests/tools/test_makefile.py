"""The Makefile's own answers: they come before anything is set up."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT, need

THERE = "(there are: dev prod)"


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The project as it is cloned, with nothing set up."""
    need(shutil.which("make"), "make")
    for file in ("Makefile", "Pipfile.lock"):
        shutil.copy(ROOT / file, tmp_path)
    shutil.copytree(ROOT / "environments", tmp_path / "environments")
    return tmp_path


def make(clone: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return subprocess.run(
        ["make", *arguments],
        cwd=clone,
        env=inherited | environment,
        capture_output=True,
        text=True,
        check=False,
    )


NAMED = ["new", "secrets", "plan", "deploy", "outputs", "logs", "destroy", "review", "cost"]


@pytest.mark.parametrize("command", NAMED)
@pytest.mark.parametrize("given", [[], ["ENV="]])
def test_a_command_for_one_environment_asks_which(
    clone: Path, command: str, given: list[str]
) -> None:
    result = make(clone, command, *given)

    assert result.returncode == 2
    assert f"say which environment: make {command} ENV=dev {THERE}" in result.stderr
    assert not (clone / ".venv").exists()


@pytest.mark.parametrize("command", ["deploy", "synth", "destroy"])
def test_an_environment_before_make_is_told_where_to_stand(clone: Path, command: str) -> None:
    result = make(clone, command, ENV="dev")

    assert result.returncode == 2
    assert f"ENV=dev stands before make; write it behind: make {command} ENV=dev" in result.stderr


def test_the_shells_own_variable_env_is_nobodys_business(clone: Path) -> None:
    assert make(clone, ENV="/root/.shrc").returncode == 0


@pytest.mark.parametrize("given", ["env=dev", "ENVIRONMENT=dev", "CHAT=500"])
def test_a_misspelled_variable_is_named_with_those_that_there_are(clone: Path, given: str) -> None:
    result = make(clone, "cost", "ENV=dev", given)

    assert result.returncode == 2
    assert (
        f"there is no variable {given.split('=')[0]}; there are: ENV FROM TO YES" in result.stderr
    )


@pytest.mark.parametrize(
    ("goals", "message"),
    [
        (["deploy", "dev"], "an environment is named as a variable: make deploy ENV=dev"),
        (["nonsense"], "there is no command nonsense; make alone lists them"),
        (["synth", "depoly"], "there is no command depoly"),
    ],
)
def test_what_is_no_command_is_named_before_another_runs(
    clone: Path, goals: list[str], message: str
) -> None:
    result = make(clone, *goals)

    assert result.returncode == 2
    assert message in result.stderr
    assert not (clone / ".venv").exists()


def test_every_command_has_a_line_in_the_list_or_is_part_of_one(clone: Path) -> None:
    makefile = (ROOT / "Makefile").read_text()
    commands = re.search(r"^COMMANDS := ((?:.*\\\n)*.*)$", makefile, re.MULTILINE)
    assert commands
    assert set(commands[1].replace("\\", "").split()) == set(
        re.findall(r"^([a-z]+):", makefile, re.MULTILINE)
    )


def test_a_new_environment_needs_one_to_follow(clone: Path) -> None:
    assert "make new ENV=qa FROM=dev" in make(clone, "new", "ENV=qa").stderr


def test_no_python_or_an_old_one_is_said_before_anything_is_set_up(clone: Path) -> None:
    old = clone / "old-python"
    old.write_text("#!/bin/sh\n[ \"$1\" = -c ] && echo 'Error: Python 3.11 …' >&2 && exit 1\n")
    old.chmod(0o755)

    missing, too_old = (
        make(clone, "synth", "PYTHON=no-python"),
        make(clone, "synth", f"PYTHON={old}"),
    )

    assert "Python 3.11 or newer is needed, and no-python is not on PATH" in missing.stderr
    assert too_old.returncode == missing.returncode == 2
    assert not (clone / ".venv").exists()


def test_without_a_command_all_are_listed(clone: Path) -> None:
    listed = make(clone).stdout
    assert {f"make {name} " in listed for name in (*NAMED, "synth", "test", "check")} == {True}
