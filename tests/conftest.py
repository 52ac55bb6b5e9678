"""What all tests share. Importing `modules` first prepares CDKTF before a test file imports it
(lazy_provider.py)."""

import json
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import modules  # noqa: F401  isort: skip
from cdktf import Testing

from config import Network, load
from local.aws import AWS, emulated_aws, registry_program
from modules.stack import LibreChatStack

NETWORK = Network(
    vpc_id="vpc-0a1b2c3d4e5f60718",
    private_subnet_ids=["subnet-0a1b2c3d4e5f60718", "subnet-0b1c2d3e4f5061728"],
)
ROOT = Path(__file__).parent.parent

Testing.__test__ = False  # a name that pytest would collect

# A shell starts background commands with Ctrl-C ignored, which the tests of Ctrl-C would inherit.
signal.signal(signal.SIGINT, signal.default_int_handler)


def need(part: object, name: str) -> None:
    """Skips the test where the machine lacks a part of it; in CI, which has them all, that is a
    failure."""
    if not part:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"{name} is not on this machine")


def synthesized(fn: Callable[[Any], object]) -> dict[str, Any]:
    """The Terraform of what `fn` creates in a scope, parsed."""
    terraform: dict[str, Any] = json.loads(Testing.synth_scope(fn))
    return terraform


def named(terraform: dict[str, Any], address: str) -> dict[str, Any]:
    """What stands at an address: `aws_lambda_function.backend_api`, `module.redis`,
    `data.aws_ecr_image.image`."""
    kind, _, rest = address.partition(".")
    element: dict[str, Any] = (
        terraform[kind] if kind in ("module", "data") else terraform["resource"][kind]
    )
    for part in rest.split("."):
        element = element[part]
    return element


@pytest.fixture(scope="module")
def aws() -> Iterator[AWS]:
    """An AWS account for one test file, empty at first."""
    need(registry_program(), "docker-registry")
    with emulated_aws() as account:
        yield account


@pytest.fixture(scope="session")
def environments() -> dict[str, Any]:
    """The committed environments, loaded."""
    return {path.stem: load(path) for path in sorted(ROOT.glob("environments/*.toml"))}


@pytest.fixture(scope="session")
def stacks(environments: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The Terraform of the committed environments, by name; treat as read-only."""
    app = Testing.app()
    return {
        name: json.loads(Testing.synth(LibreChatStack(app, environment)))
        for name, environment in environments.items()
    }
