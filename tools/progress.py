"""A plan and what comes of it in a few lines, read off Terraform's messages."""

import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from tools.screen import Screen, duration
from tools.terraform import INTERRUPTED, Event, Terraform, TerraformError

ACTIONS = {
    "replace": ("to replace", "replaced"),
    "delete": ("to destroy", "destroyed"),
    "update": ("to change", "changed"),
    "create": ("to create", "created"),
}
"""Terraform's actions, the most dangerous first, as they are said before and after."""
SHOWN_CHANGES = 30
"""Of more resources than these only those that hold data are listed."""
SHOWN_DETAILS = 12
"""The last lines of a step's own output that are shown when it fails."""
SLOW_SECONDS = 60
"""What takes longer gets a line when it is done."""
HOLD_DATA = (
    "module.redis.aws_elasticache_replication_group.",
    "module.backend_files.aws_s3_bucket.",
    "aws_ecr_repository.",
)
CLIENT = "terraform_data.client"
STEP = "terraform_data."
"""The publishing steps' addresses. Of what they print, what is indented is shown for a moment."""


@dataclass
class Plan:
    """What a deploy would do: address → action."""

    changes: dict[str, str] = field(default_factory=dict)
    goes_live: bool = False
    """The client is published for the first time, perhaps after deploys that failed."""

    @property
    def steps(self) -> int:
        """A replacement is two: one is destroyed and one created."""
        return len(self.changes) + sum(action == "replace" for action in self.changes.values())

    def summary(self, *, is_done: bool) -> str:
        counts = Counter(self.changes.values())
        parts = [
            f"{counts[action]} {words[is_done]}"
            for action, words in ACTIONS.items()
            if counts[action]
        ]
        return ", ".join(parts) or "no changes"

    def lines(self) -> list[str]:
        """What it changes, by address."""
        shown = []
        for action, (to_do, _) in ACTIONS.items():
            addresses = [address for address, what in self.changes.items() if what == action]
            for address in addresses:
                is_lost = action in ("replace", "delete") and address.startswith(HOLD_DATA)
                if is_lost or len(addresses) <= SHOWN_CHANGES:
                    shown.append(f"{to_do:11} {address}{'  (its data is lost)' * is_lost}")
        return shown


def make_plan(terraform: Terraform, screen: Screen, file: str, *options: str) -> Plan:
    """Plans and saves the plan to a file. Raises TerraformError."""
    plan, errors, read = Plan(), list[str](), 0
    try:
        for event in terraform.events("plan", "-json", "-input=false", f"-out={file}", *options):
            kind = event.get("type")
            if kind == "refresh_start":
                read += 1
            elif kind == "planned_change":
                change = event["change"]
                address, action = change["resource"]["addr"], change["action"]
                if action in ACTIONS:
                    plan.changes[address] = action
                if address == CLIENT and (action == "create" or change.get("reason") == "tainted"):
                    plan.goes_live = True
            elif kind == "diagnostic" and event["diagnostic"]["severity"] == "error":
                errors.append(diagnostic_text(event["diagnostic"]))
            screen.status(f"planning, {read} resources compared" if read else "planning")
    except TerraformError as error:
        raise TerraformError("\n\n".join(errors) or str(error)) from None
    return plan


def apply_plan(terraform: Terraform, screen: Screen, file: str, plan: Plan) -> list[str]:
    """Carries out a saved plan and returns the publishing steps' warnings.

    Raises TerraformError that says how far it came.
    """
    progress = Progress(screen, plan.steps)
    try:
        for event in terraform.events("apply", "-json", "-input=false", file):
            progress.take(event)
    except TerraformError as error:
        failures = "\n\n".join(progress.errors) or str(error)
        raise TerraformError(f"{failures}\n\n{progress.count} when it ended.") from None
    return progress.warnings


class Progress:
    """What is done and what is going on while a plan is carried out."""

    def __init__(self, screen: Screen, steps: int) -> None:
        self.screen, self.steps, self.done = screen, steps, 0
        self.running: dict[str, float] = {}
        """Address → when it began."""
        self.outputs: dict[str, list[str]] = defaultdict(list)
        """Address of a publishing step → what it printed."""
        self.errors: list[str] = []
        self.warnings: list[str] = []

    @property
    def count(self) -> str:
        return f"{self.done} of {self.steps} done"

    def take(self, event: Event) -> None:
        """Notes a message and shows what it brings."""
        kind, hook = event.get("type"), event.get("hook", {})
        address = hook.get("resource", {}).get("addr", "")
        if kind == "apply_start" and hook["action"] != "read":
            self.running[address] = time.monotonic()
        elif kind in ("apply_complete", "apply_errored") and hook["action"] != "read":
            self.running.pop(address, None)
            self.done += kind == "apply_complete"
            if hook["elapsed_seconds"] >= SLOW_SECONDS:
                took = duration(hook["elapsed_seconds"])
                self.screen.line(f"{short(address)}: {hook['action']} took {took}")
        elif kind == "provision_progress":
            self.take_output(address, hook["output"])
        elif kind == "diagnostic" and event["diagnostic"]["severity"] == "error":
            self.errors.append(self.error_text(event["diagnostic"]))
        elif event is INTERRUPTED:
            self.screen.line(
                "stopping: what has begun is ended in order; Ctrl-C again breaks it off"
            )
        self.screen.status(self.status())

    def take_output(self, address: str, line: str) -> None:
        lines = self.outputs[address]
        if not line.strip() or (not lines and line.startswith("Executing: [")):
            return
        lines.append(line)
        is_failing = any(line.startswith("Error:") for line in lines)
        if not line.startswith(" ") and not is_failing:
            self.screen.line(f"{short(address)}: {line}")
        if line.startswith("Warning:"):
            self.warnings.append(line)

    def status(self) -> str:
        now = time.monotonic()
        running = [
            f"{short(address)} {duration(now - began)}{self.detail(address)}"
            for address, began in self.running.items()
        ]
        return ", ".join([self.count, *running])

    def detail(self, address: str) -> str:
        lines = self.outputs.get(address)
        return f" ({lines[-1].strip()})" if lines else ""

    def error_text(self, diagnostic: Event) -> str:
        """A failed step is explained by what it printed, anything else by Terraform."""
        address = diagnostic.get("address", "")
        lines = self.outputs.get(address, [])
        starts = [n for n, line in enumerate(lines) if line.startswith("Error:")]
        if not starts:  # no step, or one that was killed
            return diagnostic_text(diagnostic)
        details = [line for line in lines[: starts[0]] if line.startswith(" ")]
        message = [*details[-SHOWN_DETAILS:], *lines[starts[0] :]]
        return "\n".join([f"{short(address)}:", *message])


def short(address: str) -> str:
    return address.removeprefix(STEP)


def diagnostic_text(diagnostic: Event) -> str:
    """An error of Terraform's: what, where, and its explanation."""
    text = f"Error: {diagnostic['summary']}"
    snippet = diagnostic.get("snippet") or {}
    if place := diagnostic.get("address") or snippet.get("context"):
        text += f"\n  in {place}"
    if detail := diagnostic.get("detail", "").strip():
        text += f"\n{detail}"
    return text
