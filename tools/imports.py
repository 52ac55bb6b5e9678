"""`make imports`: regenerates imports/ from the registry modules that cdktf.json names.

The modules come from the public registry where that answers, else from their interfaces in local/.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from local.registry import HOST, INTERFACES, QUIET, environment, reachable, registry

CDKTF_GET = ["node_modules/.bin/cdktf", "get", "--log-level", "ERROR"]


def main() -> int:
    if reachable():
        print(f"Modules from {HOST}", flush=True)
        return subprocess.run(CDKTF_GET, env=os.environ | QUIET).returncode
    print(f"{HOST} does not answer: modules from {INTERFACES.name}/, on loopback", flush=True)
    with tempfile.TemporaryDirectory() as directory, registry(Path(directory)) as cli_config:
        return subprocess.run(CDKTF_GET, env=os.environ | environment(cli_config)).returncode


if __name__ == "__main__":
    sys.exit(main())
