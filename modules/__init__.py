"""The constructs, and what has to be in place before CDKTF is used: import this package before
`cdktf`.

It starts Node, in which CDKTF runs; what needs neither is in `config`.
"""

import os

from modules.synth.lazy_provider import load_lazily

# Node 20 is supported here (README.md); jsii would print a banner at every start.
os.environ.setdefault("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20")
load_lazily()

from cdktf import Testing

from modules.synth.synth_scope import synth_scope

Testing.synth_scope = staticmethod(synth_scope)  # type: ignore[assignment,method-assign]
