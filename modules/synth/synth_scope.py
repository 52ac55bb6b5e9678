"""`Testing.synth_scope(lambda scope: …)`, made to work from Python.

It can go when hashicorp/terraform-cdk#2871 is mended; CDK Terrain 0.24 has the same fault.
"""

from collections.abc import Callable

from cdktf import Testing

from modules.synth.addresses import ReadableStack


def synth_scope(fn: Callable[[ReadableStack], object]) -> str:
    """The Terraform JSON of what `fn` creates in a stack of its own.

    The method as shipped fails from Python whatever it is given: jsii passes no function to
    JavaScript ("Cannot pass function as argument"), and an object with a method arrives as an
    object, which it then calls ("fn is not a function"). This does what it does, by calls that
    Python can make; `modules/__init__.py` puts it in its place. Names in the result are those of
    the project's stacks: `ReadableStack`.
    """
    stack = ReadableStack(Testing.app(), "stack")
    fn(stack)
    return Testing.synth(stack)
