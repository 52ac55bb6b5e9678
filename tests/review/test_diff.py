"""`make diff`: what changes in the synthesized Terraform between two commits, by address."""

import copy
import subprocess
from pathlib import Path
from typing import Any

import pytest

from review.changes import changes
from review.diff import differences, main

# A project whose Terraform is its file.
MAIN = """
import os, pathlib
out = pathlib.Path(os.environ["CDKTF_OUTDIR"], "stacks", "librechat-dev")
out.mkdir(parents=True)
out.joinpath("cdk.tf.json").write_text(pathlib.Path("stack.json").read_text())
"""


def test_elements_are_new_gone_or_different(stacks: dict[str, Any]) -> None:
    before, after = stacks["dev"], copy.deepcopy(stacks["dev"])
    function = after["resource"]["aws_lambda_function"]["backend_api"]
    function["memory_size"] = 4096
    function["environment"]["variables"]["NEW"] = "1"
    after["resource"]["aws_x"] = {"y": {}}
    del after["module"]["redis"]

    assert list(differences(before, after)) == [
        "  ~ aws_lambda_function.backend_api",
        "      environment.variables.NEW: nothing → 1",
        "      memory_size: 2048 → 4096",
        "  + aws_x.y",
        "  - module.redis",
    ]


def test_a_change_is_said_in_one_line() -> None:
    (change,) = changes({"a": "x" * 100}, {"a": ["y\n"]})
    assert str(change) == f'a: {"x" * 50}… (100 characters) → ["y\\n"]'


def test_of_two_long_texts_what_differs_is_said() -> None:
    arn = "arn:aws:apigateway:eu-west-1:lambda:path/functions/arn:aws:lambda:api{}/invocations/{}"
    before, after = ({"uri": arn.format(alias, "x" * 40)} for alias in ("", ":live"))
    assert [str(it) for it in changes(before, after)] == [
        "uri: …s/arn:aws:lambda:api/invocations/xxxxxxx… → "
        "…s/arn:aws:lambda:api:live/invocations/xxxxxxx…"
    ]


def test_of_a_list_what_is_gone_and_what_is_new_is_said() -> None:
    before, after = {"a": ["x", "y"]}, {"a": ["x", "z", "w"]}
    assert [str(it) for it in changes(before, after)] == [
        "a: y → nothing",
        "a: nothing → z",
        "a: nothing → w",
    ]
    assert [str(it) for it in changes({"a": ["x"]}, {"a": ["x", "x"]})] == ['a: ["x"] → ["x", "x"]']


def test_commits_are_compared_with_each_other_and_with_the_working_tree(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    stack = '{"resource": {"aws_x": {"y": {"a": %d}}}}'

    def commit(number: int) -> None:
        (tmp_path / "stack.json").write_text(stack % number)
        for command in (["add", "."], ["commit", "-qm", str(number)]):
            git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.com"]
            subprocess.run([*git, *command], check=True)

    (tmp_path / "main.py").write_text(MAIN)
    subprocess.run(["git", "init", "-q"], check=True)
    commit(1)
    commit(2)
    (tmp_path / "stack.json").write_text(stack % 3)

    main([])
    main(["--from", "HEAD~1", "--to", "HEAD"])
    main(["--from", "HEAD", "--to", "HEAD"])

    said = capsys.readouterr().out
    assert said == (
        "librechat-dev:\n  ~ aws_x.y\n      a: 2 → 3\n"
        "librechat-dev:\n  ~ aws_x.y\n      a: 1 → 2\n"
        "librechat-dev: nothing changes\n"
    )
    with pytest.raises(SystemExit, match="nowhere"):
        main(["--from", "nowhere"])
