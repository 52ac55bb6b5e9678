"""Terraform addresses that a reviewer can read: `aws_lambda_function.backend_api`, not a name with a hash."""

import functools
import re
from typing import cast

from cdktf import (
    TerraformDataSource,
    TerraformElement,
    TerraformLocal,
    TerraformModule,
    TerraformOutput,
    TerraformRemoteState,
    TerraformResource,
    TerraformStack,
    TerraformVariable,
)
from constructs import Construct, Node


class ReadableStack(TerraformStack):
    """A stack whose Terraform names are the constructs' paths, no two elements of it at one address.

    CDKTF appends a hash of the path to each name, since it cannot know whether two paths come out alike. Here
    that is an error which names both, so that the hash can go. `logical_id` has the rules.
    """

    def __init__(self, scope: Construct, id_: str) -> None:
        super().__init__(scope, id_)
        self._below = len(self.node.path) + 1
        self._paths: dict[str, str] = {}

    def _allocate_logical_id(self, tf_element: Node | TerraformElement) -> str:
        """Called by CDKTF once for an element, the first time its name is needed."""
        element = tf_element.scopes[-1] if isinstance(tf_element, Node) else tf_element
        # A construct's text is its path, in one call to Node instead of two; these two kinds are written as references.
        written_otherwise = isinstance(element, TerraformLocal | TerraformVariable)
        path = element.node.path if written_otherwise else cast(Construct, element).to_string()
        name = logical_id(path[self._below :])
        self._claim(_address(element, name), path, "construct id")
        return name

    def prepare_stack(self) -> None:
        """Called by CDKTF before it writes the stack. Providers are known by their alias, never by a name."""
        super().prepare_stack()
        for provider in self.all_providers():
            address = ".".join(filter(None, ("provider", provider.terraform_resource_type, provider.alias)))
            self._claim(address, provider.node.path, "alias")

    def _claim(self, address: str, path: str, told_apart_by: str) -> None:
        if self._paths.setdefault(address, path) != path:
            raise ValueError(
                f"{address}: the Terraform address of both {self._paths[address]!r} and {path!r}; "
                f"give one of the two another {told_apart_by}"
            )


def logical_id(path: str) -> str:
    """The Terraform name of what stands at a construct path below its stack: the components, joined by "_".

    - A component `this` is left out: Terraform's own convention for the one of its kind in a module.
    - What follows a ":" in a component is left out. Constructs need different ids in one scope, Terraform
      only within one type: `api/agents:method` and `api/agents:integration` are both `api_agents`.
    - A component that begins with the name so far does not repeat it: `api/api_agents` is `api_agents`.

    >>> logical_id("api/api_agents:method/this")
    'api_agents'
    """
    name = ""
    for component in path.split("/"):
        part = re.sub(r"\W+", "_", component.partition(":")[0], flags=re.ASCII)
        if part in ("this", ""):
            continue
        name = f"{name}_{part}" if name and part != name and not part.startswith(f"{name}_") else part
    name = name or "this"
    return f"_{name}" if name[0].isdigit() else name


@functools.cache
def _type(class_: type[TerraformElement]) -> str | None:
    """What a generated class says of itself: asked of jsii's process once, not for each element."""
    return getattr(class_, "TF_RESOURCE_TYPE", None)


def _address(element: object, name: str) -> str:
    match element:
        case TerraformResource():
            return f"{_type(type(element)) or element.terraform_resource_type}.{name}"
        case TerraformDataSource():
            return f"data.{_type(type(element)) or element.terraform_resource_type}.{name}"
        case TerraformRemoteState():
            return f"data.terraform_remote_state.{name}"
        case TerraformModule():
            return f"module.{name}"
        case TerraformOutput():
            return f"output.{name}"
        case TerraformVariable():
            return f"var.{name}"
        case TerraformLocal():
            return f"local.{name}"
        case _:
            return f"{type(element).__name__}.{name}"
