"""What is checked before anything is created (FR-024)."""

import re
from typing import Any

import pytest
from cdktf import TerraformHclModule
from constructs import Construct

from config import Function
from modules.checks import Checks
from tests.conftest import synthesized
from tests.modules.test_stack import elements, references


@pytest.fixture(params=["dev", "prod"])
def stack(request: pytest.FixtureRequest, stacks: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return stacks[request.param]


def test_nothing_is_created_before_the_checks(stack: dict[str, Any]) -> None:
    """FR-024: a deploy whose parameters are missing says which, before anything is created."""
    graph = {address: references(element) for address, element in elements(stack).items()}

    def waits(address: str) -> bool:
        return address == "terraform_data.preflight" or any(
            waits(needed) for needed in graph[address] - {address}
        )

    assert [a for a in graph if not a.startswith("data.") and not waits(a)] == []
    # A module's resources wait for what each of them needs. They all need a `create` input, which
    # is known: a depends_on would make what the module reads unknown in the plan.
    for name, module in stack["module"].items():
        created = [
            module[key] for key in module if re.fullmatch("create(_bucket|_distribution)?", key)
        ]
        assert created == ["${[true, terraform_data.preflight.id][0]}"], name
        assert "depends_on" not in module


def test_a_module_whose_input_nobody_named_is_an_error() -> None:
    """Else its resources would be created before the checks passed."""

    class Added(Construct):
        def __init__(self, scope: Construct) -> None:
            super().__init__(scope, "added")
            module = TerraformHclModule(self, "vpc", source="terraform-aws-modules/vpc/aws")
            self.independent = [module]

    def create(scope: Any) -> None:
        checks = Checks(
            scope,
            "preflight",
            region="eu-west-1",
            environment="dev",
            secrets={"A": "/a"},
            function_name="librechat-dev-api",
            function=Function(),
        )
        checks.precede([Added(scope)])

    with pytest.raises(TypeError, match=r"added/vpc: CREATE in modules/checks\.py"):
        synthesized(create)
