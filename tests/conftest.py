"""What all tests share. Importing `modules` first prepares CDKTF before a test file imports it
(lazy_provider.py)."""

import os

import pytest

import modules  # noqa: F401  isort: skip
from cdktf import Testing

Testing.__test__ = False  # a name that pytest would collect


def need(part: object, name: str) -> None:
    """Skips the test where the machine lacks a part of it; in CI, which has them all, that is a failure."""
    if not part:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"{name} is not on this machine")
