"""What the AWS provider at hand cannot know, in one place.

The stack requires a provider from 6.28.0 on (modules/stack.py). A machine without the registry
may have an older one alone. So that the real provider can still check all the rest of a stack,
`lower` takes out exactly what the older one does not know, by its version:

- its version, from `required_providers`
- before 6.25.0: `response_transfer_mode` of an API Gateway integration
- before 6.28.0: a `timeout_milliseconds` over 300,000

Where the provider is new enough, or Terraform can download one, a stack stays as it is.
"""

import copy
import re
from typing import Any

from packaging.specifiers import SpecifierSet
from packaging.version import Version

from local.registry import HOST, provider_mirror


def version_at_hand() -> Version | None:
    """The newest AWS provider of the filesystem mirror; None where Terraform downloads what a stack
    requires."""
    mirror = provider_mirror()
    if not mirror:
        return None
    names = (path.name for path in (mirror / HOST / "hashicorp" / "aws").iterdir())
    found = (
        re.search(r"\d+\.\d+\.\d+", name) for name in names
    )  # unpacked: 6.28.0/, packed: …_6.28.0_linux_amd64.zip
    return max((Version(match[0]) for match in found if match), default=None)


def lower(stack: dict[str, Any], version: Version | None = None) -> dict[str, Any]:
    """A synthesized stack (cdk.tf.json) that the provider at hand can check; `stack` itself is not
    changed."""
    version = version or version_at_hand()
    stack = copy.deepcopy(stack)
    provider = stack["terraform"]["required_providers"]["aws"]
    if version is None or version in SpecifierSet(provider["version"]):
        return stack
    provider["version"] = str(version)
    for integration in stack["resource"].get("aws_api_gateway_integration", {}).values():
        if version < Version("6.25.0"):
            integration.pop("response_transfer_mode", None)
        if version < Version("6.28.0") and integration.get("timeout_milliseconds", 0) > 300_000:
            integration["timeout_milliseconds"] = 300_000
    return stack
