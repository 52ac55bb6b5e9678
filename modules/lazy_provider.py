"""Loads the AWS provider package lazily, on both sides of jsii: a synth takes one second, not fifteen.

`cdktf-cdktf-provider-aws` holds 2,200 modules, one a resource type; a stack uses some thirty. As shipped,
both sides load all:

- Python: the package's `__init__` ends in `from . import x` for each of them, and importing any of them
  imports the package first. Here a module object with the package's own spec, not executed, stands in for it;
  the submodules are then found by its `__path__`, and imported when they are used.
- Node, where jsii runs the JavaScript original: its `lib/index.js` is `exports.x = require("./x")` for each
  of them. `lazy_provider.cjs`, preloaded by NODE_OPTIONS into jsii's process and no other, makes them
  getters.

What is synthesized stays the same (tests/test_lazy_provider.py). Where a side does not look as described
here, another version say, that side loads as shipped. So does Node's when `cdktf` was imported before this
package: jsii's process runs by then. PROVIDER_AS_SHIPPED=1 turns both off.
"""

import importlib.util
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

PACKAGE = "cdktf_cdktf_provider_aws"
PRELOAD = Path(__file__).with_suffix(".cjs")

# How the package's __init__ ends: everything that it defines itself, and nothing but submodules.
ONLY_SUBMODULES = re.compile(
    r"\nfrom \._jsii import \*\n"
    r"\n__all__ = \[\n(    \"\w+\",\n)*\]\n"
    r"\npublication\.publish\(\)\n"
    r"\n(#.*\n)?(from \. import \w+\n)+\Z"
)


def load_lazily() -> None:
    """Prepares both sides; to be called before `cdktf` or the provider is imported."""
    if os.environ.get("PROVIDER_AS_SHIPPED"):
        return
    if PACKAGE not in sys.modules and (package := stand_in(PACKAGE)):
        sys.modules[PACKAGE] = package
    # Importing cdktf starts jsii's process, which inherits these variables; Python's environment has them
    # only here.
    preload = str(PRELOAD).replace("\\", "\\\\").replace('"', '\\"')
    options = f'{os.environ.get("NODE_OPTIONS", "")} --require="{preload}"'.lstrip()
    with _environment(NODE_OPTIONS=options, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION="20"):
        import cdktf  # noqa: F401


def stand_in(name: str) -> ModuleType | None:
    """The package without what its `__init__` does, but for its submodules as attributes, imported when asked
    for."""
    spec = importlib.util.find_spec(name)
    if not (spec and spec.origin and ONLY_SUBMODULES.search(Path(spec.origin).read_text(encoding="utf-8"))):
        return None
    package = importlib.util.module_from_spec(spec)

    def submodule(attribute: str) -> ModuleType:
        try:
            return importlib.import_module(f"{name}.{attribute}")
        except ModuleNotFoundError:
            raise AttributeError(f"module {name!r} has no attribute {attribute!r}") from None

    package.__getattr__ = submodule  # type: ignore[method-assign]
    return package


@contextmanager
def _environment(**variables: str) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
