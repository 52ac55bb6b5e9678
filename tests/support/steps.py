"""Runs a publishing step as Terraform does, in a process of its own, or, where that shows the same,
in this one."""

import importlib
import io
import os
import subprocess
import sys
from contextlib import redirect_stdout
from pathlib import Path
from unittest.mock import patch

from publish.step import run

ROOT = Path(__file__).parents[2]

# Architectures as Lambda names them: this machine's, and another, which images call OTHER_PLATFORM.
OWN, OTHER, OTHER_PLATFORM = (
    ("arm64", "x86_64", "amd64")
    if os.uname().machine == "aarch64"
    else ("x86_64", "arm64", "arm64")
)


def start(step: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """The step as a process."""
    return subprocess.run(
        [sys.executable, "-m", f"publish.{step}"],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def call(step: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """The step's own code with that environment; what it prints, and how it would exit.

    It saves most of a second.
    """
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with patch.dict(os.environ, environment), redirect_stdout(out):
        code: object = None
        try:
            run(importlib.import_module(f"publish.{step}").main)
        except SystemExit as exit:
            code = exit.code
    out.seek(0)
    stderr = f"{code}\n" if isinstance(code, str) else ""
    return subprocess.CompletedProcess(
        [step], 1 if stderr else int(str(code or 0)), out.read(), stderr
    )


def the_error(result: subprocess.CompletedProcess[str]) -> str:
    """The one message of a step that failed, without a stack trace."""
    assert result.returncode == 1, result.stdout
    assert "Traceback" not in result.stderr
    assert result.stderr.count("Error:") == 1
    return result.stderr
