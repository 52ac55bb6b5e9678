"""The constructs, and what has to be in place before CDKTF is used: import this package before `cdktf`."""

import importlib
import os
from concurrent.futures import ThreadPoolExecutor

from modules.synth.lazy_provider import load_lazily

# Node 20 is supported here (README.md); jsii would print a banner at every start.
os.environ.setdefault("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20")


def _start_node() -> None:
    load_lazily()
    importlib.import_module("cdktf")


# Node takes a third of a second to start; what does without it is imported meanwhile.
with ThreadPoolExecutor(1) as background:
    started = background.submit(_start_node)
    importlib.import_module("config")
    started.result()

from cdktf import Testing

from modules.synth.synth_scope import synth_scope

Testing.synth_scope = staticmethod(synth_scope)  # type: ignore[assignment,method-assign]
