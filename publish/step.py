"""How a step runs: its inputs are environment variables, and whatever ends it is one message.

Terraform runs a step as a `local-exec` provisioner and shows its output line by line. A step that
exits with a code other than 0 taints its resource, so that the next deploy runs it again. Each step
goes on from what is there.
"""

import os
import sys
from collections.abc import Callable

from publish.aws import aws_errors
from publish.errors import PublishError


def run(step: Callable[[], None], interrupted: str = "The next deploy goes on from here.") -> None:
    """Runs a step. Exits with code 1 and one message when it fails or is interrupted."""
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    try:
        with aws_errors("AWS refused a call"):
            step()
    except PublishError as error:
        # What another program reported has its own "Error:", perhaps below its last lines.
        reported = any(line.startswith("Error:") for line in str(error).splitlines())
        sys.exit(f"\n{error}" if reported else f"\nError: {error}")
    except OSError as error:
        sys.exit(f"\nError: this machine refused something: {error}")
    except KeyboardInterrupt:
        sys.exit(f"\nInterrupted. {interrupted}".rstrip())


def required_env(name: str) -> str:
    """An input of the step. Raises PublishError where it is missing or empty."""
    if not (value := os.environ.get(name)):
        raise PublishError(
            f"The environment variable {name} is not set. Terraform sets it when it runs this step."
        )
    return value


def required_number(name: str) -> int:
    """An input that is a whole number, 0 or more. Raises PublishError for anything else."""
    value = required_env(name)
    if not value.isdecimal():
        raise PublishError(f"{name} is {value!r}; it must be a whole number, 0 or more.")
    return int(value)
