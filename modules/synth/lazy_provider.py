"""Loads the AWS provider package lazily, on both sides of jsii: a synth takes two seconds, not
fifteen.

`cdktf-cdktf-provider-aws` holds 2,200 modules, one a resource type; a stack uses some thirty. As
shipped, both sides load all:

- Python: the package's `__init__` ends in `from . import x` for each of them, and importing any of
  them imports the package first. Here it is run without those lines; a submodule is imported when
  it is asked for: `aws.sns_topic.SnsTopic(…)` where not every stack has one.
- Node, where jsii runs the JavaScript original: its `lib/index.js` is `exports.x = require("./x")`
  for each of them. `lazy_provider.cjs` makes those lines getters (node_half.py: how it gets there).

Two smaller things beside: Node loads `archiver` when CDKTF has something to zip, and Python ends
without a last search for cycles among all these classes.

What is synthesized stays the same (tests/modules/synth/test_lazy_provider.py). Where there are no
such lines, in another version say, that side says so and loads all. PROVIDER_AS_SHIPPED=1 turns all
of it off. It can go when the provider's bindings load lazily by themselves: Python's side does in
CDK Terrain 0.24 (`cdktn-provider-aws`), Node's does not yet.
"""

import atexit
import gc
import importlib
import os
import re
import sys
import warnings
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType

from jsii.errors import JSIIError

from modules.synth import node_half

PACKAGE = "cdktf_cdktf_provider_aws"
NODE_HALF = Path(__file__).with_suffix(".cjs")
SUBMODULE = re.compile(r"^from \. import \w+$", re.MULTILINE)


def load_lazily() -> None:
    """Prepares both sides; to be called before the provider is imported."""
    if PACKAGE in sys.modules or os.environ.get("PROVIDER_AS_SHIPPED"):
        return
    atexit.register(gc.freeze)
    sys.meta_path.insert(0, Finder(PACKAGE))
    try:
        node_half.load(NODE_HALF)
    except (JSIIError, RuntimeError) as error:
        warnings.warn(f"Node loads all of {PACKAGE}: {error}", RuntimeWarning, stacklevel=2)


class Finder:
    """Finds one package, to be loaded lazily."""

    def __init__(self, package: str) -> None:
        self.package = package

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """As Python's import asks for it."""
        spec = PathFinder.find_spec(name, path, target) if name == self.package else None
        if spec and isinstance(spec.loader, SourceFileLoader):
            spec.loader = Lazily(name, spec.loader.path)
        return spec


class Lazily(SourceFileLoader):
    """Runs a package's `__init__` without the lines that import its submodules."""

    def get_code(self, fullname: str) -> CodeType | None:
        source = self.get_data(self.path).decode("utf-8")
        lazy, found = SUBMODULE.subn("", source)
        if not found:
            said = f"{self.path}: no line to load lazily, so all of the package is loaded"
            warnings.warn(said, RuntimeWarning, stacklevel=2)
            return super().get_code(fullname)
        return self.source_to_code(lazy.encode(), self.path)

    def exec_module(self, module: ModuleType) -> None:
        super().exec_module(module)

        def submodule(attribute: str) -> ModuleType:
            try:
                return importlib.import_module(f"{self.name}.{attribute}")
            except ModuleNotFoundError:
                said = f"module {self.name!r} has no attribute {attribute!r}"
                raise AttributeError(said) from None

        # Not `module`: the package has put another in its place, of its public names
        # (publication.publish).
        sys.modules[self.name].__getattr__ = submodule  # type: ignore[method-assign]
