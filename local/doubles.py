"""The registry modules for an emulated deploy: the real ones where they are at hand, else doubles.

`MODULE_SOURCES` may name a directory with the real modules' releases (`s3-bucket/`, `cloudfront/`,
`elasticache/`). A double is a module's real variables and outputs, with this project's own
resources behind them (`module_doubles/<name>/main.tf`); an output that it does not make is null.
"""

import os
import re
from pathlib import Path
from typing import Any

from local.registry import Source, from_directory, interface_only

DOUBLES = Path(__file__).parent / "module_doubles"


def modules() -> Source:
    """What the loopback registry serves."""
    sources = os.environ.get("MODULE_SOURCES")
    return from_directory(Path(sources)) if sources else double


def double(interface: dict[str, Any]) -> dict[str, bytes]:
    main = (DOUBLES / interface["source"].split("/")[1] / "main.tf").read_bytes()
    made = {name.decode() for name in re.findall(rb'^output "(\w+)"', main, re.MULTILINE)}
    rest = {"variables": interface["variables"], "outputs": set(interface["outputs"]) - made}
    return {"main.tf": main, "interface.tf": interface_only(rest)["main.tf"]}
