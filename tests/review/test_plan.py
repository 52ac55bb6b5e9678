"""`make plan`: what a deploy would change, and nothing else on the screen."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from config import Environment
from review.plan import described, planned, replaced
from tests.conftest import need
from tools.terraform import Terraform, TerraformError


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
    assert "secret-" not in said and "list: (sensitive) → (sensitive, another)" in said


def test_a_secret_that_stays_is_no_change() -> None:
    same = {"origin": [{"key": "secret"}], "list": ["secret", 1]}
    masks = {"origin": True, "list": [True]}
    change_ = change(
        "update", before=same, after=same, before_sensitive=masks, after_sensitive=masks
    )
    assert list(described({"resource_changes": [change_]}))[2:] == ["  ~ aws_x.update"]


def test_of_a_policy_its_statements_are_compared() -> None:
    """SC-009: whoever approves sees the one parameter that is added."""
    before, after = (
        json.dumps(
            {"Statement": [{"Sid": "Secrets", "Resource": [f"parameter/{n}" for n in names]}]}
        )
        for names in ("AB", "ACB")
    )
    update = change("update", before={"policy": before}, after={"policy": after})
    assert list(described({"resource_changes": [update]}))[3:] == [
        "      policy.Statement.Resource: nothing → parameter/C"
    ]


def test_of_what_is_replaced_the_reason_is_said_and_not_what_aws_fills_in() -> None:
    replace = change(
        "delete",
        "create",
        before={"arn": "a", "engine_version": "7.1", "zone": ""},
        after={"engine_version": "7.0", "zone": "b"},
        after_unknown={"arn": True},
        replace_paths=[["engine_version"]],
    )
    assert list(described({"resource_changes": [replace]}))[2:] == [
        "  ∓ aws_x.delete_create, for engine_version",
        "      engine_version: 7.1 → 7.0",
        '      zone: "" → b',
    ]


def test_no_change_is_said() -> None:
    assert list(described({"resource_changes": [change("no-op")]})) == [
        "nothing: what is there is what is synthesized"
    ]


@pytest.fixture
def terraform(
    environments: dict[str, Environment], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Terraform:
    """Of a stack that Terraform itself has all for."""
    need(shutil.which("terraform"), "terraform")
    monkeypatch.chdir(tmp_path)
    terraform = Terraform(environments["dev"])
    terraform.directory.mkdir(parents=True)
    write(terraform, {"kept": {"input": '${sensitive("hidden")}', "triggers_replace": "1"}})
    terraform.run(["terraform", "init", "-input=false"], terraform.directory)
    return terraform


def write(terraform: Terraform, resources: dict[str, Any]) -> None:
    stack = {"resource": {"terraform_data": resources}}
    (terraform.directory / "cdk.tf.json").write_text(json.dumps(stack))


def test_a_real_plan_is_kept_without_secrets_and_changes_nothing(terraform: Terraform) -> None:
    made = planned(terraform)

    assert list(described(made)) == ["1 to create", "", "  + terraform_data.kept"]
    kept = (terraform.directory / "plan.json").read_text()
    assert list(described(json.loads(kept))) == list(described(made))
    assert "hidden" not in kept
    assert {path.name for path in terraform.directory.iterdir()} == {"cdk.tf.json", "plan.json"}


def test_what_terraform_finds_wrong_is_an_error(terraform: Terraform) -> None:
    write(terraform, {"kept": {"inputs": 1}})

    with pytest.raises(TerraformError, match="inputs"):
        planned(terraform)
