"""What is checked of a librechat.yaml on this disk before it is uploaded (FR-026): what would end
LibreChat's process, or open it to its users."""

from pathlib import Path
from typing import Any

import yaml


def faults(file: Path, image: str) -> list[str]:
    """What is wrong with the file for this LibreChat image, each with what to do; none is fine."""
    try:
        content = yaml.safe_load(file.read_bytes())
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f"line {mark.line + 1}: " if mark else ""
        problem = getattr(error, "problem", None) or "cannot be read"
        return [f"{line}is not valid YAML, which ends LibreChat at its start: {problem}"]
    if not isinstance(content, dict):
        return ["must be a mapping of keys, like version: 1.3.1"]
    return list(_mcp_faults(content, image))


def _mcp_faults(content: dict[str, Any], image: str) -> list[str]:
    """With `mcpServers` v0.8.2-rc1 lets every user create a server, unless it is told otherwise,
    and a server may be any program, which then runs beside everybody's requests."""
    if "mcpServers" not in content:
        return []
    interface = content.get("interface")
    mcp = interface.get("mcpServers") if isinstance(interface, dict) else None
    create = mcp.get("create") if isinstance(mcp, dict) else None
    if create is False:
        return []
    if create is None:
        return [
            "interface.mcpServers.create is missing beside mcpServers: write false, else "
            "v0.8.2-rc1 lets every user run any program in the function"
        ]
    if "v0.8.2-rc1" in image:
        return [
            f"interface.mcpServers.create = {create!r}: must be false with v0.8.2-rc1, which lets "
            "every user who may create a server run any program in the function"
        ]
    return []
