"""What a change of an environment file replaces, as the runbook's table says it, which
tests/test_deploy.py holds true by plans."""

import re
from collections.abc import Collection
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

RUNBOOK = Path(__file__).parent.parent / "docs" / "runbook.md"
HEADING = "### What a change of the environment file replaces"
ROW = re.compile(r"^\| (.+?) \| (.*?) \| (.+) \|$", re.MULTILINE)


class Replacement(NamedTuple):
    """A row: which keys, the addresses that go with them (`*` stands for several of a kind), and
    what that means for users."""

    change: str
    replaces: str
    consequence: str

    @property
    def keys(self) -> list[str]:
        return _quoted(self.change) or [self.change]

    @property
    def addresses(self) -> list[str]:
        return _quoted(self.replaces)

    def concerns(self, stack: Collection[str]) -> bool:
        """Whether what goes, if anything does, is in a stack, which is given by its addresses."""
        return not self.addresses or any(
            fnmatch(it, address) or address.startswith(f"{it}.")
            for it in stack
            for address in self.addresses
        )


def replacements() -> list[Replacement]:
    """The rows of the table."""
    section = RUNBOOK.read_text(encoding="utf-8").split(HEADING)[1].split("\n#")[0]
    return [Replacement(*row) for row in ROW.findall(section)[1:]]


def _quoted(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)
