"""`make deploy ENV=dev` and `make destroy ENV=dev` (SC-001, SC-005): Terraform, with what it does
in a few lines.

What can be wrong on this machine is found first: the environment file, programs, credentials. Then
the plan is shown and asked about; while it is carried out there is a line for each publishing step
and for what takes long. The whole output is in terraform.librechat-<environment>.log.
"""

import argparse
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from config import Environment
from publish.errors import PublishError
from publish.step import run
from tools.environment import environment_named, renamed_from, require_account
from tools.outputs import outputs_table
from tools.programs import require_programs
from tools.progress import Plan, apply_plan, make_plan
from tools.screen import Screen
from tools.terraform import Terraform, TerraformError

STAYS = (
    "What the stack did not create stays: the database, SSM parameters, a KMS key, a logs bucket,\n"
    "a final snapshot of Redis, and the state."
)


def main() -> None:
    parser = argparse.ArgumentParser(prog="make deploy")
    parser.add_argument("environment")
    parser.add_argument("--destroy", action="store_true", help="remove all of it")
    parser.add_argument("--yes", action="store_true", help="do not ask")
    given = parser.parse_args()
    screen, environment = Screen(), environment_named(given.environment)
    again = f"make {'destroy' if given.destroy else 'deploy'} ENV={environment.name}"
    if not (given.yes or sys.stdin.isatty()):
        raise PublishError(f"There is no terminal to ask on: `{again} YES=1` does not ask.")
    terraform = prepare(screen, environment)
    try:
        plan, warnings = carry_out(
            terraform, screen, is_destroy=given.destroy, is_asked=not given.yes
        )
    except TerraformError as error:
        raise TerraformError(
            f"{error}\nThe whole output is in {terraform.log}.\n`{again}` goes on from here."
        ) from None
    if given.destroy:
        screen.line(f"{terraform.stack} is gone")
        print(f"\n{STAYS}")
        return
    screen.line(f"deployed: {plan.summary(is_done=True)}")
    outputs = terraform.outputs()
    print("\n".join(["", *warnings, outputs_table(outputs)]))
    if plan.goes_live:
        print("\nNext:\n" + "\n".join(f"- {step}" for step in next_steps(environment, outputs)))


def prepare(screen: Screen, environment: Environment) -> Terraform:
    """Checks what a deploy needs on this machine, and gets Terraform ready. Raises PublishError."""
    terraform = Terraform(environment)
    print(f"{terraform.stack} in account {environment.account_id}, {environment.region}")
    screen.status("checking programs and credentials")
    require_programs(terraform.programs)
    require_account(environment)
    screen.status("synthesizing")
    terraform.log.unlink(missing_ok=True)
    terraform.synthesize()
    screen.line("synthesized")
    screen.status("installing Terraform's modules and providers")
    terraform.init()
    screen.line("modules and providers are there")
    if not terraform.outputs() and (note := renamed_from(environment.name)):
        screen.line(note)
    screen.status("planning")
    return terraform


def carry_out(
    terraform: Terraform, screen: Screen, *, is_destroy: bool, is_asked: bool
) -> tuple[Plan, list[str]]:
    """Plans, asks, and applies; returns the plan and the warnings of the publishing steps.

    Raises PublishError where it is not agreed to, and TerraformError.
    """
    with tempfile.TemporaryDirectory() as directory:
        # For this command alone: a plan may hold the API's key, as the state does.
        file = str(Path(directory, "plan"))
        plan = make_plan(terraform, screen, file, *(["-destroy"] if is_destroy else []))
        screen.line(f"planned: {plan.summary(is_done=False)}")
        if not plan.changes:
            return plan, []
        for line in plan.lines():
            print(f"        {line}")
        if is_asked:
            confirm(terraform.environment, is_destroy=is_destroy)
        return plan, apply_plan(terraform, screen, file, plan)


def confirm(environment: Environment, *, is_destroy: bool) -> None:
    """Asks on the terminal. Raises PublishError unless it is agreed to."""
    answer, question = "yes", "Do this? Type yes: "
    if is_destroy:
        answer = environment.name
        question = f"Remove all of it, with the users' files? Type {answer}: "
    try:
        typed = input(question).strip()
    except EOFError:
        typed = ""
    if typed != answer:
        raise PublishError("Nothing was changed.")


REGISTRATION = 'ALLOW_REGISTRATION = "{value}" in environments/{name}.toml'


def next_steps(environment: Environment, outputs: Mapping[str, Any]) -> list[str]:
    """What a person does after the first deploy."""
    url, variables, name = outputs["url"], environment.librechat.variables, environment.name
    steps = []
    if variables.get("ALLOW_REGISTRATION", "").lower() == "true":
        steps += [
            f"Open {url}/register: the first account is the administrator's.",
            "Then close registration, which is open to everybody on the internet:\n"
            f"  {REGISTRATION.format(value='false', name=name)}, and `make deploy ENV={name}`.",
        ]
    elif "OPENID_ISSUER" in variables:
        callback = variables.get("OPENID_CALLBACK_URL", "/oauth/openid/callback")
        steps.append(f"Name {url}{callback} to your identity provider as the callback URL.")
    else:
        steps.append(
            f"Registration is closed. For the first account, the administrator's, set\n"
            f"  {REGISTRATION.format(value='true', name=name)} for one deploy,\n"
            f"  and register at {url}/register."
        )
    if environment.alarms.emails:
        steps.append("Confirm the alarms' subscription, which AWS has sent by e-mail.")
    return [*steps, f"Follow its logs: `make logs ENV={name}`."]


if __name__ == "__main__":
    run(main)
