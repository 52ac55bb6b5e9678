"""A hash of a part of a stack, as a trigger of what must follow its changes.

It can go when `aws_api_gateway_deployment` follows the changes of what it deploys by itself
(hashicorp/terraform-provider-aws#162): Terraform's own idiom, `sha1(jsonencode([…]))`, names every
resource by hand.
"""

from collections.abc import Iterable
from pathlib import Path

import jsii
from constructs import Construct

from modules.synth import node_half

TEXT = {"primitive": "string"}
OF = {
    "name": "of",
    "static": True,
    "parameters": node_half.parameters(
        scope={"fqn": "constructs.Construct"},
        prefix=TEXT,
        but={"collection": {"kind": "array", "elementtype": TEXT}},
    ),
    "returns": {"type": TEXT},
}
CLASSES = {"ResourcesHash": {"methods": [OF]}}
ASSEMBLY = node_half.load(Path(__file__).with_suffix(".cjs"), CLASSES)


def resources_hash(scope: Construct, prefix: str, *, but: Iterable[str]) -> str:
    """Returns a token: the SHA-256, in hexadecimal digits, of all resources in the stack of `scope`
    whose Terraform type begins with `prefix`, `but` those whose type ends in one of these names.

    It is taken when the stack is synthesized, so that what is added or overridden later counts.
    """
    hash_: str = jsii.sinvoke(_ResourcesHash, "of", [scope, prefix, list(but)])
    return hash_


class _ResourcesHash(metaclass=jsii.JSIIMeta, jsii_type=f"{ASSEMBLY}.ResourcesHash"):
    pass
