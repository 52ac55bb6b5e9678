"""A hash of a part of a stack, as a trigger of what must follow its changes."""

from collections.abc import Iterable
from pathlib import Path

import jsii
from constructs import Construct

from modules.synth import node_half

OF = {
    "name": "of",
    "static": True,
    "parameters": node_half.parameters(
        scope={"fqn": "constructs.Construct"},
        types={"collection": {"kind": "array", "elementtype": {"primitive": "string"}}},
    ),
    "returns": {"type": {"primitive": "string"}},
}
ASSEMBLY = node_half.load(Path(__file__).with_suffix(".cjs"), {"Digest": {"methods": [OF]}})


def digest_of(scope: Construct, types: Iterable[str]) -> str:
    """Returns a token: the SHA-256, in hexadecimal digits, of all resources of these Terraform types in the stack of `scope`.

    It is taken when the stack is synthesized, so that what is added or overridden later counts, too.
    """
    digest: str = jsii.sinvoke(_Digest, "of", [scope, list(types)])
    return digest


class _Digest(metaclass=jsii.JSIIMeta, jsii_type=f"{ASSEMBLY}.Digest"):
    pass
