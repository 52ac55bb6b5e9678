"""`main.py`: environments in, one stack each out (FR-048)."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from cdktf import Annotations
from constructs import Construct

import main
from config import Environment
from local.registry import QUIET
from modules.stack import LibreChatStack
from tests.conftest import ROOT, named, need


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


def test_the_command_line_writes_the_same(project: Path) -> None:
    cdktf = ROOT / "node_modules/.bin/cdktf"
    need(cdktf.exists(), "node_modules/.bin/cdktf")
    main.main(str(project / "out"))
    command = [str(cdktf), "synth", "--output", str(project / "cdktf")]
    app = ["--app", f"{sys.executable} -O main.py"]
    subprocess.run([*command, *app], cwd=ROOT, env=os.environ | QUIET | {"CI": "1"}, check=True)

    for name in stacks(project):
        written, by_cdktf = (
            json.loads((project / out / "stacks" / name / "cdk.tf.json").read_text())
            for out in ("out", "cdktf")
        )
        assert written == by_cdktf


def test_the_command_lines_own_hcl_can_be_had(tmp_path: Path) -> None:
    variables = {"SYNTH_HCL_OUTPUT": "true", "CDKTF_OUTDIR": str(tmp_path)}  # `cdktf synth --hcl`
    command = [sys.executable, "-O", "main.py"]
    subprocess.run(command, cwd=ROOT, env=os.environ | QUIET | variables, check=True)
    assert (tmp_path / "stacks/librechat-dev/cdk.tf").is_file()


def test_what_is_not_synthesized_is_left_alone(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    main.main(str(project / "out"))
    prod = project / "out/stacks/librechat-prod"
    (prod / ".terraform").mkdir()
    (prod / ".terraform.lock.hcl").write_text("# prod's\n")
    before = {path: path.stat().st_mtime_ns for path in prod.rglob("*")}
    monkeypatch.setenv("ENVIRONMENT", "dev")

    main.main(str(project / "out"))

    assert {path: path.stat().st_mtime_ns for path in prod.rglob("*")} == before


def test_what_cdktf_finds_wrong_is_said_without_a_traceback(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Faulty(LibreChatStack):
        def __init__(self, scope: Construct, env: Environment) -> None:
            super().__init__(scope, env)
            Annotations.of(self.redis).add_error("is too red")

    monkeypatch.setattr(main, "LibreChatStack", Faulty)
    with pytest.raises(SystemExit, match=r"librechat-dev/redis\] is too red"):
        main.main(str(project / "out"))


def test_text_stays_text(project: Path) -> None:
    """`${` and `%{` in an environment file are no expressions."""
    file = project / "environments/dev.toml"
    title = '${file("/etc/passwd")} %{ if true }'
    text = file.read_text().replace('"LibreChat (dev)"', f"'{title}'")
    file.write_text(text + f"\n[tags]\nTeam = '{title}'\n")

    main.main(str(project / "out"))

    stack = json.loads((project / "out/stacks/librechat-dev/cdk.tf.json").read_text())
    function = named(stack, "aws_lambda_function.backend_api")
    tags = stack["provider"]["aws"][0]["default_tags"][0]["tags"]
    escaped = '$${file("/etc/passwd")} %%{ if true }'
    assert (function["environment"]["variables"]["APP_TITLE"], tags["Team"]) == (escaped, escaped)


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
