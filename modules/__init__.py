"""The constructs, and what has to be in place before CDKTF is used: import this package before `cdktf`."""

from modules.lazy_provider import load_lazily

load_lazily()

from cdktf import Testing

from modules.testing import synth_scope

Testing.synth_scope = staticmethod(synth_scope)  # type: ignore[assignment,method-assign]
