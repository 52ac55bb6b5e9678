"""`make review ENV=dev`: one page for whoever approves an environment, as HTML and as Markdown
(SC-009).

All of it is read off the synthesized stack and the project's files: the architecture as a
picture, what is reachable by whom, costs, what a deploy would change (where `make plan` has left
a plan), what is replaced by what, checkov's result, and every requirement with what meets it.
"""

import argparse
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import NamedTuple

from review.cost import Assumptions, Prices, UnknownPrice, amount, estimate
from review.diagram import diagram
from review.plan import FILE, described, digest, replaced
from review.plot import plot
from review.replacements import replacements
from review.requirements import requirements
from review.stack import Stack, Statement

ROOT = Path(__file__).parent.parent
CHATS = (0, 50, 100, 200, 400, 600, 800, 1000)


class Section(NamedTuple):
    """A heading with text, a picture (SVG), a table, lines as they are; each may be missing."""

    title: str
    text: str = ""
    picture: str = ""
    columns: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    lines: Sequence[str] = ()


def sections(stack: Stack, directory: Path, chats: float) -> Iterator[Section]:
    """The page of a stack that is synthesized into `directory`."""
    counted = Counter(address.split(".")[0] for address in stack.addresses())
    yield Section(
        "Architecture",
        f"{sum(counted.values())} resources, data sources and modules in {stack.region}, account "
        f"{stack.account}. Drawn from the synthesized stack.",
        diagram(stack),
    )
    yield from _reachable(stack)
    yield from _costs(stack, chats)
    yield _plan(directory)
    yield _replaced_by(stack)
    yield _checkov(directory)
    rows = [
        (
            it.number,
            it.text or "-",
            ", ".join(it.files) or "-",
            ", ".join(f"{n} {type_}" for type_, n in _types(it.resources)) or "-",
            ", ".join(test.split("::")[-1].replace("_", " ") for test in it.tests) or "-",
        )
        for it in requirements(ROOT, stack.addresses())
    ]
    yield Section(
        "Requirements",
        "Every requirement of docs/requirements.md: where it is met, the resources of the "
        "constructs among these files, and the tests.",
        columns=("number", "requirement", "met in", "resources", "tests"),
        rows=rows,
    )


def _types(addresses: Sequence[str]) -> list[tuple[str, int]]:
    """How many of which type; those of API Gateway are one."""
    names = [
        re.sub(
            r"^aws_(api_gateway)?.*", lambda m: "api_gateway_*" if m[1] else m[0].split(".")[0], it
        )
        for it in addresses
    ]
    return Counter(name.split(".")[0] for name in names).most_common()


def _reachable(stack: Stack) -> Iterator[Section]:
    hosts = ", ".join(stack.names) or "the distribution's own name"
    limits = [
        f"An address with more than {it.most:,} requests in {it.minutes:g} minutes is refused."
        for it in stack.rate_limits()
    ]
    yield Section(
        "Reachable from the internet",
        f"CloudFront alone, at {hosts}. Everything else demands the key that CloudFront adds, "
        f"is in the VPC or is private. {' '.join(limits) or 'No address has a limit of its own.'}",
        columns=("path", "goes to", "methods", "answers"),
        rows=[
            (it.path, it.origin, it.methods, "cached" if it.cached else "never cached")
            for it in stack.behaviors()
        ],
    )
    yield Section(
        "The API's paths",
        "OPTIONS is answered by API Gateway itself.",
        columns=("path", "transfer", "at most", "answered by", "needs the key"),
        rows=[
            (it.path, it.mode, f"{it.seconds:g} s", it.function, "yes" if it.needs_key else "NO")
            for it in stack.routes()
        ],
    )
    yield Section(
        "Ports",
        "The rules of the security groups; what is not here is closed.",
        columns=("from", "to", "port", "rule", "what for"),
        rows=[(it.source, it.target, it.ports, it.direction, it.name) for it in stack.rules()],
    )
    yield Section(
        "Who may do what",
        "Policy statements and permissions of the stack.",
        columns=("who", "effect", "actions", "on", "if"),
        rows=[_row(it) for it in (*stack.permissions(), *stack.statements())],
    )


def _row(it: Statement) -> Sequence[str]:
    who = it.principals or f"{it.document.rpartition('.')[2]}: {it.sid}".removesuffix(": ")
    return (
        who,
        it.effect,
        ", ".join(it.actions),
        ", ".join(it.resources) or "-",
        it.condition or "-",
    )


def _costs(stack: Stack, chats: float) -> Iterator[Section]:
    prices, assumed = Prices(), Assumptions()
    try:
        points = [
            (n, sum(line.usd for line in estimate(dict(stack.terraform), prices, n, assumed)))
            for n in CHATS
        ]
        bills = [list(estimate(dict(stack.terraform), prices, n, assumed)) for n in (0, chats)]
    except UnknownPrice as error:
        yield Section("Costs", str(error))
        return
    idle = {line.what: line.usd for line in bills[0]}
    rows = [
        (it.what, f"{idle[it.what]:,.2f}" if it.what in idle else "-", f"{it.usd:,.2f}", it.how)
        for it in bills[1]
    ]
    sums = (f"{sum(line.usd for line in bill):,.2f}" for bill in bills)
    yield Section(
        "Costs",
        f"USD a month at list prices of {prices.dates}, without database, NAT and the models' own "
        "bills.",
        plot(points, "chats a day", "USD a month"),
        ("part", "idle", f"{chats:g} chats a day", "how"),
        [*rows, ("**sum**", *(f"**{it}**" for it in sums), "")],
    )


def _plan(directory: Path) -> Section:
    title, file = "What a deploy would change", directory / FILE
    if not file.is_file():
        return Section(
            title, "Not planned yet: `make plan` with this environment, then this again."
        )
    plan = json.loads(file.read_text(encoding="utf-8"))
    if plan["of"] != digest(directory):
        return Section(title, "The last plan is of another stack: `make plan`, then this again.")
    return Section(
        title,
        "What is replaced, and for what, stands below."
        if replaced(plan)
        else "Nothing is replaced.",
        columns=("resource", "replaced"),
        rows=replaced(plan),
        lines=list(described(plan)),
    )


def _replaced_by(stack: Stack) -> Section:
    addresses = stack.addresses()
    return Section(
        "What is replaced by what",
        "Changes of the environment file that cannot be made in place; from the runbook, whose "
        "table is held to plans by a test. With `deletion_protection` a plan that would lose data "
        "is refused.",
        columns=("a change of", "replaces", "and so"),
        rows=[
            (it.change, it.replaces or "-", it.consequence)
            for it in replacements()
            if it.concerns(addresses)
        ],
    )


def _checkov(directory: Path) -> Section:
    """checkov on the HCL, with the project's skips and the reasons that stand above them."""
    title = "checkov"
    skips = [
        (id_, reason)
        for reason, id_ in re.findall(
            r"((?:^  #(?! --).*\n)+)  - (\w+)$",
            (ROOT / ".checkov.yaml").read_text(encoding="utf-8"),
            re.MULTILINE,
        )
    ]
    rows = [
        (id_, " ".join(re.sub(r"^  # ?", "", reason, flags=re.MULTILINE).split()))
        for id_, reason in skips
    ]
    command = [sys.executable, "-m", "checkov.main", "--directory", str(directory / "hcl")]
    command += ["--config-file", str(ROOT / ".checkov.yaml"), "--output", "json"]
    done = subprocess.run(
        command, capture_output=True, text=True, env=os.environ | {"LOG_LEVEL": "ERROR"}
    )
    try:
        report = json.loads(done.stdout)
    except ValueError:
        return Section(
            title,
            "checkov could not be run: `make test` installs it.",
            "",
            ("skipped", "why"),
            rows,
        )
    summary, failed = report["summary"], report["results"]["failed_checks"]
    lines = [f"{it['check_id']} {it['resource']}: {it['check_name']}" for it in failed]
    text = (
        f"{summary['passed']} checks pass, {summary['failed']} fail. Skipped, each with its reason:"
    )
    return Section(title, text, "", ("skipped", "why"), rows, lines)


def markdown(name: str, parts: Sequence[Section], picture: str) -> str:
    """The page for a pull request; `picture` is the file of the first section's."""
    texts = [f"# {name}\n"]
    for index, part in enumerate(parts):
        texts.append(f"## {part.title}\n")
        if part.text:
            texts.append(f"{part.text}\n")
        if part.picture and index == 0:
            texts.append(f"![{part.title}]({picture})\n")
        if part.lines:
            texts.append("```\n" + "\n".join(part.lines) + "\n```\n")
        if part.rows:
            cells = [part.columns, ["---"] * len(part.columns), *part.rows]
            rows = (" | ".join(str(cell).replace("|", "\\|") for cell in row) for row in cells)
            texts.append("\n".join(f"| {row} |" for row in rows) + "\n")
    return "\n".join(texts)


STYLE = """
:root { color-scheme: light dark; --ink: #16202c; --soft: #5b6b7d; --line: #dde4ec;
  --paper: #fff; --tint: #f7f9fb; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6edf3; --soft: #9aa8b7; --line: #2b3643; --paper: #10161d; --tint: #161e27; }
}
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 15px/1.55 -apple-system, 'Segoe UI', Inter, Roboto, sans-serif; }
main { max-width: 1180px; margin: 0 auto; padding: 40px 24px 96px; }
h1 { font-size: 30px; margin: 0; }
h2 { font-size: 20px; margin: 56px 0 8px; }
p { max-width: 76ch; color: var(--soft); margin: 6px 0 16px; }
a { color: #7a3df0; text-decoration: none; }
nav { display: flex; flex-wrap: wrap; gap: 6px 18px; margin-top: 12px; }
svg { width: 100%; height: auto; border: 1px solid var(--line); border-radius: 18px; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 13.5px; }
th, td { text-align: left; vertical-align: top; padding: 7px 14px 7px 0;
  border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
th { color: var(--soft); font-weight: 600; white-space: nowrap; }
td:first-child { min-width: 12ch; font-weight: 600; }
pre { background: var(--tint); border: 1px solid var(--line); border-radius: 12px;
  padding: 14px 18px; overflow-x: auto; font-size: 12.5px; }
"""


def html(name: str, parts: Sequence[Section]) -> str:
    """The page for a browser, in one file."""

    def said(text: str) -> str:
        text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(text))
        return re.sub(r"`(.+?)`", r"<code>\1</code>", text)

    def part(section: Section) -> str:
        texts = [f'<h2 id="{_id(section)}">{escape(section.title)}</h2>']
        texts += [f"<p>{said(section.text)}</p>"] if section.text else []
        texts += [section.picture] if section.picture else []
        texts += [f"<pre>{escape(chr(10).join(section.lines))}</pre>"] if section.lines else []
        if section.rows:
            head = "".join(f"<th>{escape(column)}</th>" for column in section.columns)
            rows = ("".join(f"<td>{said(str(cell))}</td>" for cell in row) for row in section.rows)
            table = "\n".join(f"<tr>{row}</tr>" for row in rows)
            texts.append(f'<div class="wide"><table><tr>{head}</tr>\n{table}</table></div>')
        return "\n".join(texts)

    links = " ".join(f'<a href="#{_id(it)}">{escape(it.title)}</a>' for it in parts)
    body = "\n".join(map(part, parts))
    return f"""\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{escape(name)}: review</title>
<style>{STYLE}</style>
<main><h1>{escape(name)}</h1><nav>{links}</nav>
{body}
</main>
</html>
"""


def _id(section: Section) -> str:
    return re.sub(r"\W+", "-", section.title.lower())


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("stack", type=Path, help="cdktf.out/stacks/librechat-<environment>")
    parser.add_argument("--chats", default="500", help="chats a day (500)")
    given = parser.parse_args(arguments)
    directory: Path = given.stack
    chats = amount("CHATS", given.chats)
    try:
        terraform = json.loads((directory / "cdk.tf.json").read_text(encoding="utf-8"))
    except OSError as error:
        sys.exit(f"{error.filename}: {error.strerror}")
    stack = Stack(terraform)
    parts = list(sections(stack, directory, chats))
    written = {
        "html": html(stack.name, parts),
        "md": markdown(stack.name, parts, f"{stack.name}.svg"),
        "svg": parts[0].picture,
    }
    target = directory.parent.parent / "review"
    target.mkdir(exist_ok=True)
    for ending, text in written.items():
        file = target / f"{stack.name}.{ending}"
        file.write_text(text, encoding="utf-8")
        print(file)


if __name__ == "__main__":
    main()
