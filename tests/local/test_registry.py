import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from local.registry import environment, from_directory, interface_only, interfaces, registry
from tests.conftest import need

ROOT = Path(__file__).parents[2]
CDKTF = ROOT / "node_modules" / ".bin" / "cdktf"


def terraform(directory: Path, cli_config: Path, *command: str) -> subprocess.CompletedProcess[str]:
    need(shutil.which("terraform"), "terraform")
    return subprocess.run(
        ["terraform", f"-chdir={directory}", *command, "-no-color"],
        env=os.environ | environment(cli_config),
        capture_output=True,
        text=True,
    )


def files(directory: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(directory)): path.read_bytes()
        for path in directory.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_imports_is_what_cdktf_get_generates_for_the_pinned_modules(tmp_path: Path) -> None:
    """FR-017: the bindings carry the exact versions of cdktf.json, and are those that `make
    imports` writes."""
    need(CDKTF.exists(), "node_modules/.bin/cdktf")
    need(shutil.which("terraform"), "terraform")
    shutil.copy(ROOT / "cdktf.json", tmp_path)

    with registry(tmp_path) as cli_config:
        command = [str(CDKTF), "get", "--log-level", "ERROR"]
        subprocess.run(command, cwd=tmp_path, env=os.environ | environment(cli_config), check=True)

    assert files(tmp_path / "imports") == files(ROOT / "imports")


def test_the_versions_of_cdktf_json_are_those_of_the_interfaces() -> None:
    modules = json.loads((ROOT / "cdktf.json").read_text())["terraformModules"]
    pinned = {module["source"]: module["version"] for module in modules}

    assert pinned == {
        interface["source"]: interface["version"] for interface in interfaces().values()
    }
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in pinned.values())


def test_the_bindings_are_small_and_name_no_machine() -> None:
    generated = files(ROOT / "imports")

    assert sum(map(len, generated.values())) < 600_000
    for name, content in generated.items():
        assert not re.search(rb"/(tmp|home|root|Users)/|127\.0\.0\.1|localhost", content), name


SOURCE = "terraform-aws-modules/"
MODULES: dict[str, dict[str, object]] = {
    "bucket": {"source": f"{SOURCE}s3-bucket/aws", "version": "4.11.0", "force_destroy": True},
    "redis": {
        "source": f"{SOURCE}elasticache/aws",
        "version": "1.10.3",
        "subnet_ids": ["subnet-1"],
    },
    "cdn": {
        "source": f"{SOURCE}cloudfront/aws",
        "version": "4.2.0",
        "origin": {"s3": {"origin_id": 1}},
    },
}


def configuration(**changes: dict[str, object]) -> str:
    modules = {name: module | changes.get(name, {}) for name, module in MODULES.items()}
    return json.dumps(
        {"module": modules, "output": {"bucket": {"value": "${module.bucket.s3_bucket_id}"}}}
    )


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        ({}, None),
        ({"bucket": {"force_destory": True}}, 'No argument or block type is named "force_destory"'),
        ({"bucket": {"force_destroy": "perhaps"}}, "a bool is required"),
        ({"redis": {"subnet_ids": "subnet-1"}}, "list of string required"),
        ({"cdn": {"version": "4.1.0"}}, "There is no available version of module"),
        (
            {"cdn": {"aliases": "${module.bucket.no_such_output}"}},
            'attribute named "no_such_output"',
        ),
    ],
)
def test_terraform_checks_arguments_by_the_interface_alone(
    wrong: dict[str, dict[str, object]], complaint: str | None, tmp_path: Path
) -> None:
    (tmp_path / "main.tf.json").write_text(configuration(**wrong))

    with registry(tmp_path) as cli_config:
        runs = [
            terraform(tmp_path, cli_config, "init"),
            terraform(tmp_path, cli_config, "validate"),
        ]

    said = " ".join(re.sub(r"[│╷╵]", "", runs[0].stderr + runs[1].stderr).split())
    assert complaint in said if complaint else [run.returncode for run in runs] == [0, 0], said


def test_a_directory_of_sources_is_served_as_it_stands(tmp_path: Path) -> None:
    for name, interface in interfaces().items():
        (tmp_path / "sources" / name / "nested").mkdir(parents=True)
        for path, content in interface_only(interface).items():
            (tmp_path / "sources" / name / path).write_bytes(content)
        (tmp_path / "sources" / name / "nested" / "note").write_text(name)
    (tmp_path / "main.tf.json").write_text(configuration())

    with registry(tmp_path, from_directory(tmp_path / "sources")) as cli_config:
        assert terraform(tmp_path, cli_config, "init").returncode == 0

    assert (
        tmp_path / ".terraform" / "modules" / "redis" / "nested" / "note"
    ).read_text() == "elasticache"


def test_a_module_missing_from_the_directory_is_named(tmp_path: Path) -> None:
    with pytest.raises(
        FileNotFoundError, match="cloudfront: .* terraform-aws-modules/cloudfront/aws"
    ):
        with registry(tmp_path, from_directory(tmp_path)):
            pass
