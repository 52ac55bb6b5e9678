"""`make deploy` and `make destroy`: real Terraform on a stack of scripts, the account emulated."""

import json
import os
import pty
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from config import load
from local.aws import AWS
from tests.conftest import ROOT, need
from tools.deploy import next_steps
from tools.progress import Plan

OUTPUT = {"value": "https://chat.example.com"}
MAIN = """
import os, pathlib, shutil
name = os.environ["ENVIRONMENT"]
directory = pathlib.Path(os.environ["CDKTF_OUTDIR"], "stacks", f"librechat-{name}")
directory.mkdir(parents=True, exist_ok=True)
shutil.copy("stack.json", directory / "cdk.tf.json")
"""
CLOSING = [
    "The whole output is in terraform.librechat-dev.log.",
    "`make deploy ENV=dev` goes on from here.",
]
Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose stack is `stack.json`: see `write`."""
    need(shutil.which("terraform"), "terraform")
    shutil.copytree(ROOT / "environments", tmp_path / "environments")
    (tmp_path / "main.py").write_text(MAIN)
    write(tmp_path, client="echo 'Uploading it'; echo '  a detail'; echo 'It is there'")
    return tmp_path


def write(project: Path, **scripts: str) -> None:
    """The stack: a publishing step for each script, and a URL."""
    steps = {
        name: {"triggers_replace": [script], "provisioner": [{"local-exec": {"command": script}}]}
        for name, script in scripts.items()
    }
    backend = {"local": {"path": "../../../terraform.librechat-dev.tfstate"}}
    stack = {
        "terraform": {"backend": backend},
        "resource": {"terraform_data": steps},
        "output": {"url": OUTPUT},
    }
    (project / "stack.json").write_text(json.dumps(stack))


@pytest.fixture
def deploy(aws: AWS, project: Path) -> Command:
    def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        given = arguments or ("dev", "--yes")
        return run_module(aws, project, "tools.deploy", *given, **environment)

    return run


def run_module(
    aws: AWS, project: Path, module: str, *arguments: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    """A command of the Makefile, as it runs it."""
    return subprocess.run(
        [sys.executable, "-m", module, *arguments],
        env=surroundings(aws) | environment,
        cwd=project,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "tools.deploy", *arguments]


def surroundings(aws: AWS) -> dict[str, str]:
    return os.environ | aws.environment | {"PYTHONPATH": str(ROOT)}


def said(output: str) -> list[str]:
    """The lines that stay, without the time before them."""
    return [
        line[8:] if line[:6].strip().replace(":", "").isdecimal() else line
        for line in output.splitlines()
    ]


def test_a_first_deploy_says_what_it_does_the_url_and_what_comes_next(deploy: Command) -> None:
    result = deploy()

    assert result.returncode == 0, result.stderr
    assert said(result.stdout) == [
        "librechat-dev in account 123456789012, eu-west-1",
        "synthesized",
        "modules and providers are there",
        "planned: 1 to create",
        "        to create   terraform_data.client",
        "client: Uploading it",
        "client: It is there",
        "deployed: 1 created",
        "",
        "url  https://chat.example.com",
        "",
        "Next:",
        "- Registration is closed. For the first account, the administrator's, set",
        '  ALLOW_REGISTRATION = "true" in environments/dev.toml for one deploy,',
        "  and register at https://chat.example.com/register.",
        "- Follow its logs: `make logs ENV=dev`.",
    ]


@pytest.mark.parametrize(
    ("name", "old", "new", "steps"),
    [
        (
            "dev",
            'ALLOW_REGISTRATION = "false"',
            'ALLOW_REGISTRATION = "true"',
            ["Open https://x/register: the first account is", "Then close registration", "Follow"],
        ),
        (
            "prod",
            "",
            "",
            [
                "Name https://x/oauth/openid/callback to your identity provider",
                "Confirm the alarms' subscription",
                "Follow",
            ],
        ),
    ],
)
def test_what_comes_next_follows_from_the_environment(
    project: Path, name: str, old: str, new: str, steps: list[str]
) -> None:
    file = project / "environments" / f"{name}.toml"
    file.write_text(file.read_text().replace(old, new))

    shown = next_steps(load(file), {"url": "https://x"})

    assert [step.startswith(begin) for step, begin in zip(shown, steps, strict=True)] == [True] * 3


def test_a_first_deploy_that_failed_leaves_what_comes_next_to_the_one_that_succeeds(
    deploy: Command, project: Path
) -> None:
    write(project, image="true", client="echo 'Error: no'; exit 1")
    assert "Next:" not in deploy().stdout
    write(project, image="true", client="true")

    result = deploy()

    assert result.returncode == 0, result.stderr
    assert "Next:" in result.stdout


def test_a_second_deploy_says_that_nothing_changed(deploy: Command) -> None:
    deploy()

    result = deploy()

    assert result.returncode == 0
    assert "planned: no changes" in result.stdout
    assert "Next" not in result.stdout


def test_a_steps_warning_is_repeated_at_the_end(deploy: Command, project: Path) -> None:
    write(project, preflight="echo 'Warning: 10 sandboxes are few'; echo 'Raise the quota'")

    shown = said(deploy().stdout)

    assert "preflight: Warning: 10 sandboxes are few" in shown
    assert "preflight: Raise the quota" in shown
    assert shown.index("Warning: 10 sandboxes are few") > shown.index("deployed: 1 created")


def test_of_a_large_plan_only_what_loses_data_is_listed() -> None:
    plan = Plan({f"aws_iam_role.r{n}": "delete" for n in range(40)})
    plan.changes["module.backend_files.aws_s3_bucket.this"] = "delete"
    plan.changes["module.redis.aws_elasticache_replication_group.this"] = "replace"
    plan.changes["aws_lambda_function.backend_api"] = "update"

    assert plan.summary(is_done=False) == "1 to replace, 41 to destroy, 1 to change"
    assert plan.lines() == [
        "to replace  module.redis.aws_elasticache_replication_group.this  (its data is lost)",
        "to destroy  module.backend_files.aws_s3_bucket.this  (its data is lost)",
        "to change   aws_lambda_function.backend_api",
    ]
    assert plan.steps == 44


def test_what_is_not_shown_is_in_the_log_for_its_owner_alone(
    deploy: Command, project: Path
) -> None:
    deploy()

    log = project / "terraform.librechat-dev.log"
    assert "a detail" in log.read_text()
    assert log.stat().st_mode & 0o077 == 0


def test_a_step_that_fails_is_explained_once_by_what_it_said(
    deploy: Command, project: Path
) -> None:
    write(
        project,
        image="echo '  Step 4/4 : RUN make'; echo 'Error: The build failed' >&2;"
        "echo '  make: not found' >&2; exit 1",
        other="true",
    )

    result = deploy()

    assert result.returncode == 1
    assert result.stderr.strip().splitlines() == [
        "image:",
        "  Step 4/4 : RUN make",
        "Error: The build failed",
        "  make: not found",
        "",
        "1 of 2 done when it ended.",
        *CLOSING,
    ]


def test_an_error_of_terraform_has_its_address_and_its_explanation(
    deploy: Command, project: Path
) -> None:
    stack = json.loads((project / "stack.json").read_text())
    stack["resource"]["terraform_data"]["client"]["lifecycle"] = {
        "precondition": [{"condition": "${path.module == 1}", "error_message": "One is not two."}]
    }
    (project / "stack.json").write_text(json.dumps(stack))

    result = deploy()

    assert result.returncode == 1
    assert result.stderr.strip().splitlines() == [
        "Error: Resource precondition failed",
        "  in resource.terraform_data.client.lifecycle.precondition[0]",
        "One is not two.",
        *CLOSING,
    ]


@pytest.mark.parametrize(
    ("arguments", "environment", "message"),
    [
        (["dve", "--yes"], {}, "the environments are dev, prod; did you mean dev?"),
        (["dev"], {}, "There is no terminal to ask on: `make deploy ENV=dev YES=1` does not ask."),
        (["dev", "--yes"], {"AWS_ACCESS_KEY_ID": ""}, "There are no AWS credentials to use"),
        (["dev", "--yes"], {"AWS_PROFILE": "nobody"}, "The config profile (nobody)"),
        (["dev", "--yes"], {"PATH": "/nowhere"}, "Terraform 1.5.7 or newer is needed, and `terraf"),
        (["dev", "--yes"], {"PATH": "/nowhere"}, "Node.js 20 or newer is needed, and `node` is no"),
    ],
)
def test_what_is_wrong_on_this_machine_is_said_before_anything_is_written(
    deploy: Command, project: Path, arguments: list[str], environment: dict[str, str], message: str
) -> None:
    result = deploy(*arguments, **environment)

    assert result.returncode == 1
    assert message in result.stderr
    assert "Traceback" not in result.stderr
    assert not (project / "cdktf.out").exists()


@pytest.mark.parametrize("command", ["review.plan", "tools.deploy", "tools.outputs"])
def test_every_command_wants_the_terraform_that_its_state_needs(
    aws: AWS, project: Path, command: str
) -> None:
    """prod's state is in S3, where Terraform locks it by a file from 1.10 on."""
    options = ["--yes"] if command == "tools.deploy" else []

    result = run_module(aws, project, command, "prod", *options, PATH="/nowhere")

    assert "Terraform 1.10 or newer is needed, and `terraf" in result.stderr


def test_credentials_of_another_account_are_refused_with_both_accounts(
    deploy: Command, project: Path
) -> None:
    file = project / "environments" / "dev.toml"
    file.write_text(file.read_text().replace('"123456789012"', '"210987654321"'))

    result = deploy()

    assert (
        "are for account 123456789012; account_id of the environment dev is 2109" in result.stderr
    )
    assert not (project / "cdktf.out").exists()


def test_an_error_of_terraforms_init_has_no_frames(deploy: Command, project: Path) -> None:
    stack = json.loads((project / "stack.json").read_text())
    stack["module"] = {"redis": {"source": "./no-such-directory"}}
    (project / "stack.json").write_text(json.dumps(stack))

    result = deploy()

    assert result.stderr.startswith("\nError: Unreadable module directory")
    assert "│" not in result.stderr


def test_what_the_synthesis_refuses_is_said_once(deploy: Command, project: Path) -> None:
    (project / "main.py").write_text("import sys; sys.exit('environments/dev.toml: not so')")

    result = deploy()

    assert result.stderr.strip() == "Error: environments/dev.toml: not so"


class Terminal:
    """A command on a terminal of its own."""

    def __init__(self, aws: AWS, project: Path, *arguments: str) -> None:
        self.shown = ""
        self.pid, self.file = pty.fork()
        if self.pid == 0:
            os.chdir(project)
            program = command(*arguments)
            os.execve(program[0], program, surroundings(aws))

    def wait_for(self, text: str | None) -> None:
        while text is None or text not in self.shown:
            try:
                self.shown += os.read(self.file, 4096).decode()
            except OSError:  # its end, on Linux
                break

    def type(self, text: str) -> None:
        os.write(self.file, text.encode())

    def end(self) -> int:
        self.wait_for(None)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def test_on_a_terminal_it_asks_first_and_does_nothing_without_a_yes(
    aws: AWS, project: Path
) -> None:
    terminal = Terminal(aws, project, "dev")
    terminal.wait_for("Type yes: ")
    terminal.type("no\n")

    assert terminal.end() == 1
    assert "Nothing was changed." in terminal.shown
    assert not (project / "terraform.librechat-dev.tfstate").exists()


def test_ctrl_c_lets_terraform_end_in_order_and_the_next_deploy_goes_on(
    aws: AWS, project: Path, deploy: Command
) -> None:
    write(project, image="echo Building; sleep 60", other="true")
    terminal = Terminal(aws, project, "dev", "--yes")
    terminal.wait_for("image: Building")
    terminal.type("\x03")

    began = time.monotonic()
    code = terminal.end()

    assert time.monotonic() - began < 30
    assert code == 1
    assert "stopping: what has begun is ended in order" in terminal.shown
    assert re.search(r"[01] of 2 done when it ended\.", terminal.shown)
    assert "Traceback" not in terminal.shown
    assert not (project / ".terraform.librechat-dev.tfstate.lock.info").exists()
    write(project, image="true", other="true")
    assert deploy().returncode == 0


def test_ctrl_c_waits_for_a_command_to_end_in_order(aws: AWS, project: Path) -> None:
    (project / "main.py").write_text(
        "import pathlib, time\n"
        "try:\n    pathlib.Path('begun').touch(); time.sleep(60)\n"
        "except KeyboardInterrupt:\n    time.sleep(2); pathlib.Path('ended').touch()\n"
    )
    terminal = Terminal(aws, project, "dev", "--yes")
    while not (project / "begun").exists():
        time.sleep(0.1)
    terminal.type("\x03")

    assert terminal.end() == 1
    assert (project / "ended").exists()
    assert "Interrupted." in terminal.shown
    assert "Traceback" not in terminal.shown


def test_an_end_asked_of_the_command_alone_is_passed_on_to_terraform(
    aws: AWS, project: Path
) -> None:
    write(project, image="echo Building; exec sleep 20")
    process = subprocess.Popen(
        command("dev", "--yes"),
        env=surroundings(aws),
        cwd=project,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    for line in process.stdout or ():
        if "image: Building" in line:
            process.send_signal(signal.SIGTERM)
            break
    _, errors = process.communicate()

    assert process.returncode == 1
    assert "0 of 1 done when it ended." in errors


def test_outputs_prints_the_url_of_what_is_deployed(
    aws: AWS, project: Path, deploy: Command
) -> None:
    before = run_module(aws, project, "tools.outputs", "dev")
    deploy()
    after = run_module(aws, project, "tools.outputs", "dev")

    assert before.returncode == 1
    assert "Nothing of dev is deployed; `make deploy ENV=dev` does." in before.stderr
    assert after.stdout == "url  https://chat.example.com\n"


def lose(project: Path, name: str, new_name: str = "") -> None:
    """Removes or renames an environment file; its secrets get the new name, as their owner
    would."""
    file = project / "environments" / f"{name}.toml"
    if new_name:
        text = file.read_text().replace(f"/librechat/{name}/", f"/librechat/{new_name}/")
        file.with_stem(new_name).write_text(text)
    file.unlink()


@pytest.mark.parametrize(
    ("command", "left"),
    [
        ("review.plan prod", "terraform.librechat-prod.tfstate"),
        ("tools.deploy prod --yes", "terraform.librechat-prod.tfstate"),
        ("tools.deploy prod --destroy --yes", "environments/prod.terraform.lock.hcl"),
        ("tools.outputs prod", "environments/prod.terraform.lock.hcl"),
    ],
)
def test_an_environment_without_its_file_is_missed_where_it_was_deployed(
    aws: AWS, project: Path, command: str, left: str
) -> None:
    """With the state in S3 the lock file is what there is of it."""
    lose(project, "prod")
    (project / left).write_text('{"resources": [{}]}')

    result = run_module(aws, project, *command.split())

    assert result.returncode == 1
    assert "environments/prod.toml: there is no such file; the environments are dev" in (
        result.stderr
    )
    assert f"{left} was left by its deploys." in result.stderr
    assert "`git log --all -- environments/prod.toml`), then `make destroy ENV=prod`" in (
        result.stderr
    )
    assert "Was it renamed? Another name is another stack: docs/configure.md" in result.stderr


def test_an_environment_that_was_destroyed_is_missed_by_nobody(
    project: Path, deploy: Command
) -> None:
    deploy()
    deploy("dev", "--destroy", "--yes")
    lose(project, "dev")

    error = deploy().stderr
    assert "was left by" not in error
    assert "Was it deployed, and is its file gone or renamed? docs/runbook.md says" in error


PLAN_AND_DEPLOY = ("review.plan qa", "tools.deploy qa --yes")


def test_a_renamed_file_is_noticed_before_its_first_deploy(
    aws: AWS, project: Path, deploy: Command
) -> None:
    deploy()
    lose(project, "dev", "qa")
    stack = json.loads((project / "stack.json").read_text())
    stack["terraform"]["backend"]["local"]["path"] = "../../../terraform.librechat-qa.tfstate"
    (project / "stack.json").write_text(json.dumps(stack))

    before = [run_module(aws, project, *command.split()) for command in PLAN_AND_DEPLOY]
    after = deploy("qa", "--yes")

    for result in before:
        assert "terraform.librechat-dev.tfstate was left by deploys of dev" in result.stdout
        assert "This makes a second stack, and that of dev stays" in result.stdout
    assert "Note:" not in after.stdout


def test_a_renamed_file_that_still_names_the_old_state_is_refused(
    aws: AWS, project: Path, deploy: Command
) -> None:
    """A deploy would replace the stack that the state is of, and lose what it holds."""
    stack = json.loads((project / "stack.json").read_text())
    stack["output"]["function_name"] = {"value": "librechat-dev-api"}
    (project / "stack.json").write_text(json.dumps(stack))
    deploy()
    lose(project, "dev", "qa")
    state = (project / "terraform.librechat-dev.tfstate").read_text()

    refused = [run_module(aws, project, *command.split()) for command in PLAN_AND_DEPLOY]

    for result in refused:
        assert result.returncode == 1
        assert "The state is that of librechat-dev, which librechat-qa would" in result.stderr
        assert "Was environments/qa.toml renamed? Give it its name back" in result.stderr
    assert (project / "terraform.librechat-dev.tfstate").read_text() == state


def test_destroy_asks_for_the_name_and_says_what_stays(
    aws: AWS, project: Path, deploy: Command
) -> None:
    deploy()
    terminal = Terminal(aws, project, "dev", "--destroy")
    terminal.wait_for("Type dev: ")
    terminal.type("dev\n")

    assert terminal.end() == 0, terminal.shown
    assert "planned: 1 to destroy" in terminal.shown
    assert "librechat-dev is gone" in terminal.shown
    assert "What the stack did not create stays" in terminal.shown
    state: dict[str, Any] = json.loads((project / "terraform.librechat-dev.tfstate").read_text())
    assert state["resources"] == []
