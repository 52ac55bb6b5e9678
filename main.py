"""Environments in, one stack each out: `environments/<environment>.toml` becomes the stack
`librechat-<environment>` (FR-048).

ENVIRONMENT names a single one of them; without it all are synthesized. `make synth` and
`cdktf deploy` run this.
"""

import os
import sys
from pathlib import Path

import modules  # noqa: F401  first: it makes what follows cheap

# isort: split
from cdktf import App

from config import ConfigError, load_all
from modules.frontend import MANAGED_POLICIES
from modules.stack import LibreChatStack
from modules.synth.output import LOCK, use_lock, write_hcl

ENVIRONMENTS = Path("environments")


def main(outdir: str | None = None) -> None:
    """Synthesizes into `outdir`, by default the one that `cdktf` names.

    A mistake in an environment file ends it before anything is written.
    """
    try:
        environments = load_all(ENVIRONMENTS, os.environ.get("ENVIRONMENT") or None)
    except ConfigError as error:
        sys.exit(str(error))
    # CDKTF's validations would run `terraform version` once for each `terraform_data`, to see that
    # it is 1.4 or newer.
    app = App(outdir=outdir, skip_validation=True)
    stacks = [LibreChatStack(app, environment) for environment in environments]
    try:
        app.synth()
    except RuntimeError as error:  # Node's, with what is wrong and where
        sys.exit(str(error))
    for environment, stack in zip(environments, stacks, strict=True):
        directory = Path(app.outdir, "stacks", stack.node.id)
        write_hcl(stack, directory, names=MANAGED_POLICIES)
        use_lock(ENVIRONMENTS / f"{environment.name}{LOCK}", directory)


if __name__ == "__main__":
    main()
