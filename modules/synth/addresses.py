"""Terraform addresses that a reviewer can read: `aws_lambda_function.backend_api`, not a name with
a hash.

It can go when CDKTF lets a stack name its elements without a hash; names are part of the product.
"""

from pathlib import Path

import jsii
from cdktf import TerraformStack
from constructs import Construct

from modules.synth import node_half

PARAMETERS = node_half.parameters(scope={"fqn": "constructs.Construct"}, id={"primitive": "string"})
READABLE_STACK = {
    "base": "cdktf.TerraformStack",
    "initializer": {"parameters": PARAMETERS},
    "methods": [
        {"name": "beforeSynth"},
        {"name": "shape", "returns": {"type": {"primitive": "string"}}},
    ],
}
ASSEMBLY = node_half.load(Path(__file__).with_suffix(".cjs"), {"ReadableStack": READABLE_STACK})


class ReadableStack(TerraformStack, metaclass=jsii.JSIIMeta, jsii_type=f"{ASSEMBLY}.ReadableStack"):
    """A stack whose Terraform names are the constructs' paths below it, their components joined by
    "_".

    - A component `this` is left out: it is Terraform's convention for the one of its kind in a
      module.
    - What follows a ":" in a component is left out. Constructs need different ids in one scope,
      Terraform only within one type: `api/agents:method` and `api/agents:integration` are both
      `api_agents`.
    - A component that begins with the name so far does not repeat it: `api/api_agents` is
      `api_agents`.

    CDKTF appends a hash of the path to each name, since it cannot know whether two paths come out
    alike. Here that ends the synthesis with an error that names the address and both paths, so that
    the hash can go. A provider's address is its alias.
    """

    def __init__(self, scope: Construct, id_: str) -> None:
        jsii.create(self.__class__, self, [scope, id_])

    @jsii.member(jsii_name="beforeSynth")
    def before_synth(self) -> None:
        """Called once before the stack is written, when all that belongs to it was added. Here it
        does nothing; a stack overrides it for what holds for all of its resources."""

    def shape(self) -> str:
        """What the HCL of the stack needs to know beside its JSON, as JSON: `blocks` and `paths` of
        hcl.Shape."""
        shape: str = jsii.invoke(self, "shape", [])
        return shape
