"""`make outputs ENV=dev`: the URL and the names of what is deployed."""

import sys
from collections.abc import Mapping
from typing import Any

from publish.errors import PublishError
from publish.step import run
from tools.environment import environment_named
from tools.programs import require_programs
from tools.terraform import Terraform


def main() -> None:
    environment = environment_named(sys.argv[1])
    terraform = Terraform(environment)
    require_programs(terraform.programs)
    if not (terraform.directory / ".terraform").is_dir():
        terraform.synthesize()
        terraform.init()
    outputs = terraform.outputs()
    if not outputs:
        raise PublishError(
            f"Nothing of {environment.name} is deployed; `make deploy ENV={environment.name}` does."
        )
    print(outputs_table(outputs))


def outputs_table(outputs: Mapping[str, Any]) -> str:
    """A line for each output."""
    width = max(map(len, outputs), default=0)
    return "\n".join(
        f"{name:{width}}  {', '.join(value) if isinstance(value, list) else value}"
        for name, value in outputs.items()
    )


if __name__ == "__main__":
    run(main, interrupted="")
