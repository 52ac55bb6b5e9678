"""Where each requirement is met: the constructs whose docstrings cite it, their resources, and
the tests that cite it."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

CITED = re.compile(r"(FR|SC)-(\d+)([a-z]?)(?:\s+to\s+(?:FR|SC)-(\d+))?")


class Requirement(NamedTuple):
    """A number, what it demands, the files that cite it, the resources of the constructs among
    them, and the tests."""

    number: str
    text: str
    files: list[str]
    resources: list[str]
    tests: list[str]


def cited(text: str) -> set[str]:
    """The numbers in a text; `FR-009 to FR-011` are three."""
    found = set()
    for kind, first, letter, last in CITED.findall(text):
        numbers = range(int(first), int(last or first) + 1)
        found |= {f"{kind}-{number:03}{letter}" for number in numbers}
    return found


def requirements(root: Path, addresses: Mapping[str, str]) -> Iterator[Requirement]:
    """All that a project lists or cites. `addresses` are the construct paths of a stack's elements,
    by address.

    A construct's resources are those whose path begins with the name of its file:
    `modules/redis.py`, `…/redis/this`.
    """
    code = [*root.glob("config/*.py"), *root.glob("modules/**/*.py"), *root.glob("publish/*.py")]
    code += [*root.glob("lambda_image/*.*js"), *root.glob("lambda_image/src/**/*.*js")]
    rooms = ("local", "review", "tools", "bench")
    code += [
        root / "lambda_image/Dockerfile",
        *(it for r in rooms for it in root.glob(f"{r}/*.py")),
    ]
    listed = (root / "docs/requirements.md").read_text(encoding="utf-8")
    by_number = {
        number: Requirement(number, text, [], [], [])
        for number, text in re.findall(r"^\| ((?:FR|SC)-\S+) \| (.*) \|$", listed, re.MULTILINE)
    }

    def of(number: str) -> Requirement:
        return by_number.setdefault(number, Requirement(number, "", [], [], []))

    for file in sorted(code):
        name = str(file.relative_to(root))
        for number in cited(file.read_text(encoding="utf-8")):
            of(number).files.append(name)
            of(number).resources.extend(_resources(file, root, addresses))
    for file in sorted(root.glob("tests/**/test_*.py")):
        for number, test in _tests(file):
            of(number).tests.append(
                f"{file.relative_to(root)}::{test}" if test else str(file.relative_to(root))
            )
    for file in sorted(root.glob("lambda_image/test/*.test.mjs")):
        for number in cited(file.read_text(encoding="utf-8")):
            of(number).tests.append(str(file.relative_to(root)))
    yield from (by_number[number] for number in sorted(by_number))


def _resources(file: Path, root: Path, addresses: Mapping[str, str]) -> list[str]:
    parts = file.relative_to(root).with_suffix("").parts
    if parts[0] != "modules" or len(parts) < 2:
        return []
    construct = parts[1]
    return [
        address
        for address, path in addresses.items()
        if any(part.split(":")[0] == construct for part in path.split("/")[1:])
    ]


def _tests(file: Path) -> Iterator[tuple[str, str]]:
    """The numbers that a file of tests cites, each with the test that does, or none where the
    file as a whole does."""
    source = file.read_text(encoding="utf-8")
    tree = ast.parse(source)
    for number in cited(ast.get_docstring(tree) or ""):
        yield number, ""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            for number in cited(ast.get_source_segment(source, node) or ""):
                yield number, node.name
