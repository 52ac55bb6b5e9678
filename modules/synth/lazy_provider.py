"""Loads the AWS provider package lazily, on both sides of jsii: a synth takes two seconds, not
fifteen.

`cdktf-cdktf-provider-aws` holds 2,200 modules, one a resource type; a stack uses some thirty. As
shipped, both sides load all:

- Python: the package's `__init__` ends in `from . import x` for each of them, and importing any of
  them imports the package first. Here a module object with the package's own spec, not executed,
  stands in for it; the submodules are then found by its `__path__`, and imported when they are
  used: `aws.sns_topic.SnsTopic(…)` where not every stack has one.
- Node, where jsii runs the JavaScript original: its `lib/index.js` is `exports.x = require("./x")`
  for each of them. `lazy_provider.cjs` makes them getters (node_half.py: how it gets there).

Two smaller things beside: Node loads `archiver` when CDKTF has something to zip, and Python ends
without a last search for cycles among all these classes.

What is synthesized stays the same (tests/modules/synth/test_lazy_provider.py). Where a side does
not look as described here, another version say, that side loads as shipped. PROVIDER_AS_SHIPPED=1
turns all of it off. It can go when the provider's bindings load lazily by themselves: Python's side
does in CDK Terrain 0.24 (`cdktn-provider-aws`), Node's does not yet.
"""

import atexit
import gc
import importlib.util
import os
import re
import sys
from pathlib import Path
from types import ModuleType

from jsii.errors import JSIIError

from modules.synth import node_half

PACKAGE = "cdktf_cdktf_provider_aws"
NODE_HALF = Path(__file__).with_suffix(".cjs")

# How the package's __init__ ends: everything that it defines itself, and nothing but submodules.
ONLY_SUBMODULES = re.compile(
    r"\nfrom \._jsii import \*\n"
    r"\n__all__ = \[\n(    \"\w+\",\n)*\]\n"
    r"\npublication\.publish\(\)\n"
    r"\n(#.*\n)?(from \. import \w+\n)+\Z"
)


def load_lazily() -> None:
    """Prepares both sides; to be called before the provider is imported."""
    if PACKAGE in sys.modules or os.environ.get("PROVIDER_AS_SHIPPED"):
        return
    atexit.register(gc.freeze)
    if package := stand_in(PACKAGE):
        sys.modules[PACKAGE] = package
    try:
        node_half.load(NODE_HALF)
    except (JSIIError, RuntimeError):  # refused: Node loads as shipped
        pass


def stand_in(name: str) -> ModuleType | None:
    """The package without what its `__init__` does; its submodules are attributes all the same."""
    spec = importlib.util.find_spec(name)
    if not (
        spec
        and spec.origin
        and ONLY_SUBMODULES.search(Path(spec.origin).read_text(encoding="utf-8"))
    ):
        return None
    package = importlib.util.module_from_spec(spec)

    def submodule(attribute: str) -> ModuleType:
        try:
            return importlib.import_module(f"{name}.{attribute}")
        except ModuleNotFoundError:
            raise AttributeError(f"module {name!r} has no attribute {attribute!r}") from None

    package.__getattr__ = submodule  # type: ignore[method-assign]
    return package
