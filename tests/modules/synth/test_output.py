"""What is written beside the JSON: HCL that can be applied in its stead, and the lock file."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from cdktf import App, DataResource, LocalBackend, TerraformOutput
from constructs import Construct

from local.registry import QUIET
from modules.synth.addresses import ReadableStack
from modules.synth.literal import literal
from modules.synth.output import LOCK, use_lock, write_hcl
from tests.conftest import need

TEXT = 'a "quoted" ${expression} and %{directive},\na \\ and\n  <<-EOT\nEOT\n'


class Part(Construct):
    """Keeps a text (FR-001). What follows is not said."""

    def __init__(self, scope: Construct, id_: str) -> None:
        super().__init__(scope, id_)
        self.kept = DataResource(self, "this", input={"text": literal(TEXT)})


Part.__module__ = "modules.part"  # as the constructs of this project


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """A stack whose state is a file beside the output, written."""
    app = App(outdir=str(tmp_path), skip_validation=True)
    stack = ReadableStack(app, "stack")
    LocalBackend(stack, path="../../kept.tfstate")
    kept = Part(stack, "part").kept
    stack.add_override("terraform.required_version", ">= 1.5.7")
    TerraformOutput(stack, "text", value=kept.output)
    app.synth()
    write_hcl(stack, tmp_path / "stacks" / "stack", names={})
    return tmp_path / "stacks" / "stack"


def terraform(directory: Path, *command: str) -> str:
    need(shutil.which("terraform"), "terraform")
    done = subprocess.run(
        ["terraform", f"-chdir={directory}", *command, "-no-color"],
        env=os.environ | QUIET,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_what_the_json_created_is_the_hcls_and_text_is_as_it_was(
    directory: Path, tmp_path: Path
) -> None:
    terraform(directory, "init")
    terraform(directory, "apply", "-auto-approve")
    terraform(directory / "hcl", "init")

    planned = terraform(directory / "hcl", "plan")

    assert "No changes." in planned
    assert [path.name for path in tmp_path.rglob("*.tfstate") if ".terraform" not in str(path)] == [
        "kept.tfstate"
    ]
    read = json.loads(terraform(directory / "hcl", "output", "-json"))
    assert read["text"]["value"] == {"text": TEXT}


def test_a_file_of_hcl_says_what_its_construct_is(directory: Path) -> None:
    assert (directory / "hcl/part.tf").read_text().startswith("# Keeps a text (FR-001).\n\n")
    assert "make synth" in (directory / "hcl/terraform.tf").read_text()


def test_what_is_no_longer_there_has_no_file(directory: Path, tmp_path: Path) -> None:
    (directory / "hcl/gone.tf").write_text("")
    stack = ReadableStack(App(outdir=str(tmp_path), skip_validation=True), "stack")

    write_hcl(stack, directory, names={})

    assert not (directory / "hcl/gone.tf").exists()


def test_a_lock_file_that_was_kept_is_there_for_the_next_init(
    directory: Path, tmp_path: Path
) -> None:
    kept = tmp_path / f"dev{LOCK}"
    use_lock(kept, directory)
    assert not (directory / LOCK).exists()

    kept.write_text("# kept\n")
    use_lock(kept, directory)

    assert (directory / LOCK).read_text() == (directory / "hcl" / LOCK).read_text() == "# kept\n"
