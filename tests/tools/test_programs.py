"""tools/programs.py: a program that is missing or too old is named, with what to do."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT


def programs(path: Path, *names: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tools.programs", *names],
        cwd=ROOT,
        env=os.environ | {"PATH": str(path)},
        capture_output=True,
        text=True,
        check=False,
    )


def install(path: Path, name: str, script: str) -> None:
    (path / name).write_text(f"#!/bin/sh\n{script}\n")
    (path / name).chmod(0o755)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("node", "v20.0.0"),
        ("node", "v24.1.0"),
        ("npm", "10.8.2"),
        ("terraform", "Terraform v1.5.7\non linux_amd64"),
        ("terraform-1.10", "Terraform v1.10.0"),
    ],
)
def test_a_version_that_works_is_not_mentioned(tmp_path: Path, name: str, says: str) -> None:
    install(tmp_path, name.partition("-")[0], f"echo '{says}'")

    result = programs(tmp_path, name)

    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("name", "script", "message"),
    [
        ("node", "echo v18.20.4", r"Node.js 20 or newer is needed; .*/node is 18.20.4"),
        ("node", "echo v9.1.0", r"Node.js 20 or newer is needed; .*/node is 9.1.0"),
        ("terraform", "echo Terraform v1.5.6", r"Terraform 1.5.7 or newer .* is 1.5.6"),
        ("terraform-1.10", "echo Terraform v1.9.8", r"is 1.9.8.* or name a dynamodb_table"),
        ("terraform", "echo broken >&2; exit 1", r"/terraform does not run:\nbroken"),
        ("node", "exec /no/such/interpreter", r"/node does not run:"),
    ],
)
def test_a_version_that_is_too_old_is_named_with_what_to_install(
    tmp_path: Path, name: str, script: str, message: str
) -> None:
    install(tmp_path, name.partition("-")[0], script)

    result = programs(tmp_path, name)

    assert result.returncode == 1
    assert re.search(message, result.stderr)
    assert "Traceback" not in result.stderr


def test_all_that_are_missing_are_named_at_once(tmp_path: Path) -> None:
    result = programs(tmp_path, "node", "npm", "terraform")

    assert result.returncode == 1
    assert re.findall(r"`(\w+)` is not on PATH", result.stderr) == ["node", "npm", "terraform"]


@pytest.mark.parametrize("tool", ["secrets", "new", "logs", "outputs", "deploy"])
def test_a_tool_starts_no_node_and_loads_no_cdktf(tool: str) -> None:
    script = f"import sys, tools.{tool}; sys.exit('jsii' in sys.modules or 'cdktf' in sys.modules)"
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True, env={"PATH": "/nowhere"})
