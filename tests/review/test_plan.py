"""`make plan`: what a deploy would change, and nothing else on the screen."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from local.registry import QUIET
from review.plan import described, main, replaced
from tests.conftest import ROOT, need


def change(*actions: str, before: Any = None, after: Any = None, **more: Any) -> dict[str, Any]:
    return {
        "address": f"aws_x.{'_'.join(actions)}",
        "change": {"actions": list(actions), "before": before, "after": after, **more},
    }


def test_each_change_is_a_line_with_its_attributes_below() -> None:
    update = change("update", before={"a": 1, "b": {"c": "x"}}, after={"a": 1, "b": {"c": "y"}})
    replace = change(
        "delete",
        "create",
        before={"a": 1},
        after={},
        after_unknown={"a": True},
        replace_paths=[["a"]],
    )
    plan = {
        "resource_changes": [update, replace, change("create"), change("no-op"), change("read")]
    }

    assert list(described(plan)) == [
        "1 to change in place, 1 to replace (removed first), 1 to create",
        "",
        "  ~ aws_x.update",
        "      b.c: x → y",
        "  ∓ aws_x.delete_create, for a",
        "      a: 1 → (known after the apply)",
        "  + aws_x.create",
    ]
    assert replaced(plan) == [("aws_x.delete_create", "for a")]


def test_what_terraform_marks_as_sensitive_is_not_shown() -> None:
    hidden = change(
        "update",
        before={"key": {"value": "secret-1"}, "list": ["secret-2"]},
        after={"key": {"value": "secret-3"}, "list": ["secret-4"]},
        before_sensitive={"key": True, "list": [True]},
        after_sensitive={"key": {"value": True}, "list": [True]},
    )
    said = "\n".join(described({"resource_changes": [hidden]}))
    assert "secret" not in said and "(sensitive)" in said


def test_no_change_is_said() -> None:
    assert list(described({"resource_changes": [change("no-op")]})) == [
        "nothing: what is there is what is synthesized"
    ]


@pytest.fixture
def stack(tmp_path: Path) -> Path:
    """A stack of what Terraform itself has."""
    need(shutil.which("terraform"), "terraform")
    directory = tmp_path / "stack"
    directory.mkdir()
    resource = {"terraform_data": {"kept": {"input": "a", "triggers_replace": "1"}}}
    (directory / "cdk.tf.json").write_text(json.dumps({"resource": resource}))
    return directory


def run(stack: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "review.plan", str(stack)],
        cwd=ROOT,
        env=os.environ | QUIET,
        capture_output=True,
        text=True,
    )


def test_a_real_plan_is_shown_kept_and_changes_nothing(stack: Path) -> None:
    done = run(stack)

    assert done.stdout == "stack: 1 to create\n\n  + terraform_data.kept\n" and not done.stderr
    assert json.loads((stack / "plan.json").read_text())["resource_changes"]
    assert not list(stack.glob("*.tfstate"))


def test_what_terraform_says_is_wrong_is_said(stack: Path) -> None:
    (stack / "cdk.tf.json").write_text('{"resource": {"terraform_data": {"kept": {"inputs": 1}}}}')

    done = run(stack)

    assert done.returncode == 1 and not done.stdout
    assert "terraform plan in" in done.stderr and "inputs" in done.stderr


def test_without_terraform_it_is_asked_for(stack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SystemExit, match="terraform is not on PATH"):
        main([str(stack)])
