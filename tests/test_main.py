"""`main.py`: environments in, one stack each out (FR-048)."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import main
from tests.conftest import ROOT


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A working directory with the committed environments."""
    shutil.copytree(ROOT / "environments", tmp_path / "environments")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ENVIRONMENT", raising=False)
    yield tmp_path


def stacks(project: Path) -> set[str]:
    return {path.parent.name for path in (project / "out/stacks").glob("*/cdk.tf.json")}


def test_every_environment_becomes_a_stack(project: Path) -> None:
    main.main(str(project / "out"))
    assert stacks(project) == {"librechat-dev", "librechat-prod"}


def test_one_environment_can_be_named(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENVIRONMENT", "dev")
    main.main(str(project / "out"))
    assert stacks(project) == {"librechat-dev"}


def test_two_synths_write_the_same_bytes(project: Path) -> None:
    for out in ("out", "again"):
        main.main(str(project / out))
    files = [
        path.relative_to(project / "out") for path in (project / "out").rglob("*") if path.is_file()
    ]
    assert len(files) > 20
    for file in files:
        assert (project / "out" / file).read_bytes() == (project / "again" / file).read_bytes(), (
            file
        )


def test_the_output_stands_on_its_own(project: Path) -> None:
    """Every step's command and input is in the stack's directory, and nothing that does not belong
    there."""
    main.main(str(project / "out"))
    directory = project / "out/stacks/librechat-dev"
    stack = json.loads((directory / "cdk.tf.json").read_text())
    for data in stack["resource"]["terraform_data"].values():
        provisioner = data["provisioner"][0]["local-exec"]
        step = provisioner["command"].removeprefix("python3 -m ").replace(".", "/")
        assert (directory / provisioner["environment"]["PYTHONPATH"] / f"{step}.py").is_file()
    context = (
        directory
        / stack["resource"]["terraform_data"]["image"]["provisioner"][0]["local-exec"][
            "environment"
        ]["CONTEXT"]
    )
    assert {"Dockerfile", "src", "package-lock.json"} <= {path.name for path in context.iterdir()}
    assert not [
        path
        for path in directory.rglob("*")
        if path.name in ("node_modules", "__pycache__", "test")
    ]


def test_a_config_error_ends_it_before_anything_is_written(project: Path) -> None:
    """All files are read first: a fault in one environment writes none of the others."""
    file = project / "environments/prod.toml"
    file.write_text(file.read_text().replace("nodes = 2", "nodes = 20"))
    with pytest.raises(SystemExit) as error:
        main.main(str(project / "out"))
    assert error.value.code == ("environments/prod.toml: redis.nodes = 20: must be 6 or less")
    assert not (project / "out").exists()


def test_an_environment_that_is_not_there_is_named_with_those_that_are(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ENVIRONMENT", "staging")
    with pytest.raises(
        SystemExit,
        match=r"environments/staging\.toml: there is no such file; the environments are dev, prod",
    ):
        main.main(str(project / "out"))
    assert not (project / "out").exists()
