"""`make cdktn`: the move to CDK Terrain is a rename (the whole of it runs in CI)."""

import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tools.cdktn import copied, differences, rename


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("from cdktf import App", "from cdktn import App"),
        ("import cdktf_cdktf_provider_aws as aws", "import cdktn_provider_aws as aws"),
        ('"base": "cdktf.TerraformStack"', '"base": "cdktn.TerraformStack"'),
        ('require("cdktf")', 'require("cdktn")'),
        ('=== "@cdktf/provider-aws"', '=== "@cdktn/provider-aws"'),
        ('"cdktf-cli": "0.21.0"', '"cdktn-cli": "0.21.0"'),
        ("node_modules/.bin/cdktf get", "node_modules/.bin/cdktn get"),
        ("cdktf.json and cdktf.out, CDKTF_OUTDIR", "cdktf.json and cdktf.out, CDKTF_OUTDIR"),
    ],
)
def test_names_are_renamed_and_what_stays_stays(before: str, after: str, tmp_path: Path) -> None:
    file = tmp_path / "file.py"
    file.write_text(before)

    rename(file)

    assert file.read_text() == after


def test_the_copy_is_the_working_tree_without_a_trace_of_the_old_name(tmp_path: Path) -> None:
    copied(ROOT, tmp_path)

    assert (tmp_path / "main.py").is_file() and not (tmp_path / "node_modules").exists()
    found = subprocess.run(
        [
            "grep",
            "-rlE",
            r"(from|import) cdktf|require\(.cdktf",
            "--include=*.py",
            "--include=*.cjs",
            "main.py",
            "config",
            "modules",
            "local",
            "tests/conftest.py",
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert found.stdout == ""


def test_only_the_version_and_the_providers_address_may_differ() -> None:
    def stack(version: str, source: str, size: int) -> dict[str, object]:
        return {
            "//": {"metadata": {"version": version}},
            "terraform": {"required_providers": {"aws": {"source": source}}},
            "resource": {"aws_x": {"y": {"size": size}}},
        }

    old = stack("0.21.0", "aws", 1)
    assert list(differences(old, stack("0.24.0", "hashicorp/aws", 1))) == []
    assert list(differences(old, stack("0.24.0", "hashicorp/aws", 2))) == [
        "resource.aws_x.y.size: 1 became 2"
    ]
