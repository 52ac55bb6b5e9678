"""docs/requirements.md is what the code cites: every number that stands in code has its line."""

import re

from tests.conftest import ROOT

NUMBER = r"(?:FR|SC)-\d{3}a?"
ROOMS = (
    *("config", "modules", "publish", "review", "tools", "local", "bench"),
    *("tests", "lambda_image"),
)
LISTED = set(
    re.findall(rf"^\| ({NUMBER}) \|", (ROOT / "docs/requirements.md").read_text(), re.MULTILINE)
)


def cited() -> set[str]:
    """The numbers in code and tests; "FR-035 to FR-039" cites those between as well."""
    numbers: set[str] = set()
    files = [path for room in ROOMS for path in (ROOT / room).rglob("*")]
    for path in [*files, ROOT / "main.py"]:
        if path.suffix not in (".py", ".mjs", ".cjs", ".js") or "node_modules" in path.parts:
            continue
        text = path.read_text(encoding="utf-8")
        numbers |= set(re.findall(NUMBER, text))
        for kind, first, last in re.findall(r"(FR|SC)-(\d{3}) to (?:FR|SC)-(\d{3})", text):
            between = {f"{kind}-{number:03}" for number in range(int(first), int(last) + 1)}
            numbers |= between & LISTED
    return numbers


def test_every_requirement_that_the_code_cites_has_its_line() -> None:
    assert cited() - LISTED == set()


def test_every_requirement_is_cited_where_it_is_met() -> None:
    assert LISTED - cited() == set()
