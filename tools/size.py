"""Counts the constructs' lines of code, without blank lines, comments and docstrings: fewer than 500 (SC-006).

What the design document covers is S3, CloudFront, API Gateway, Lambda, ECR and Redis; the other files of `modules/` are printed beside.
"""

import ast
import sys
import tokenize
from pathlib import Path

LIMIT = 500
COVERED = {"api.py", "backend.py", "bucket.py", "ecr.py", "frontend.py", "policy.py", "redis.py"}
NOT_CODE = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENDMARKER,
}


def lines_of_code(file: Path) -> int:
    with tokenize.open(file) as source:
        tokens = [
            token
            for token in tokenize.generate_tokens(source.readline)
            if token.type not in NOT_CODE
        ]
    lines = {line for token in tokens for line in range(token.start[0], token.end[0] + 1)}
    for node in ast.walk(ast.parse(file.read_text())):
        # A string that stands alone: the docstring of a module, class or function, or of an attribute.
        if (
            isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Constant)
            and isinstance(node.value.value, str)
        ):
            lines -= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return len(lines)


def main() -> None:
    sizes = {file.name: lines_of_code(file) for file in sorted(Path("modules").glob("*.py"))}
    covered = sum(size for name, size in sizes.items() if name in COVERED)
    for name, size in sizes.items():
        print(f"{size:5}  modules/{name}{'' if name in COVERED else '  (beyond)'}")
    print(
        f"{covered:5}  lines of code in the constructs that the design document covers; fewer than {LIMIT} (SC-006)"
    )
    if covered >= LIMIT:
        sys.exit(f"modules/: {covered} lines of code, at least {covered - LIMIT + 1} too many")


if __name__ == "__main__":
    main()
