"""Terraform's JSON as HCL, written as a person would have written it.

What CDKTF writes as HCL has no comment and no blank line, quotes every reference and escapes no
text; libraries that write HCL (python-hcl2 8.1 is the one that is kept) want their strings quoted
and escaped by the caller. So this is a writer of our own, from the JSON syntax
(https://developer.hashicorp.com/terraform/language/syntax/json):

- a text that is one expression, `"${aws_iam_role.backend.arn}"`, is the bare expression
- a JSON document as `document` writes it is `jsonencode({…})`, for which Terraform writes the
  same document
- lines that end in a line break are a heredoc
- it is laid out as `terraform fmt` does

Which attributes are blocks is the caller's to say: the JSON does not tell. A plan of the HCL is
the plan of the JSON.
"""

import json
import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

WIDTH = 100

Blocks = Mapping[str, Any]
"""The nested blocks of a block by name, each with those that it holds itself."""


class Kind(NamedTuple):
    """What Terraform itself knows of a kind of block: the arguments that come first, those whose
    text is a reference or a keyword, and blocks."""

    first: Sequence[str] = ()
    bare: Sequence[str] = ()
    blocks: Blocks = MappingProxyType({})


EACH = ("for_each", "count", "provider")
KINDS = {
    "resource": Kind(EACH, ("provider", "depends_on"), {"lifecycle": {}, "connection": {}}),
    "data": Kind(EACH, ("provider", "depends_on"), {"lifecycle": {}}),
    "module": Kind(
        ("for_each", "count", "source", "version", "providers"), ("providers", "depends_on")
    ),
    "provider": Kind(("alias",)),
    "output": Kind((), ("depends_on",), {"precondition": {}}),
    "variable": Kind((), ("type",), {"validation": {}}),
    "moved": Kind((), ("from", "to")),
    "import": Kind((), ("provider", "to")),
    "lifecycle": Kind(
        (), ("ignore_changes", "replace_triggered_by"), {"precondition": {}, "postcondition": {}}
    ),
    "provisioner": Kind((), ("when", "on_failure"), {"connection": {}}),
    "dynamic": Kind((), ("iterator",)),
}
NESTED = ("lifecycle", "provisioner", "dynamic")
LAST = ("connection", "provisioner", "lifecycle"), ("depends_on",)

IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
RESERVED = {"for", "if", "in", "null", "true", "false"}
ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
TEMPLATE = re.compile(r"[$%]+\{")
# What a heredoc's indentation is measured by differs from character to character, but not
# before these.
HEREDOC = re.compile(r"(?:(?:[ \t]*[!-~].*)?\n)+")


class Part(NamedTuple):
    """A piece of a template: text as it stands in it, or an expression (`${…}`) or directive
    (`%{…}`)."""

    text: str
    marker: str = ""


def document(value: object) -> str:
    """A JSON document, character for character as Terraform's `jsonencode` writes it.

    Keys are sorted, there are no spaces, and `<`, `>` and `&` are escaped. References in it must
    be to texts.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return re.sub("[<>&\u2028\u2029]", lambda match: f"\\u{ord(match[0]):04x}", text)


def parts(template: str) -> list[Part]:
    """The pieces of a template. `$${` and `%%{` are text. An expression that does not end is
    text, too."""
    found, start, position = [], 0, 0
    while match := TEMPLATE.search(template, position):
        position = match.end()
        if match[0][-3:-2] == match[0][-2]:  # doubled
            continue
        opened, end = position - 2, _end_of_expression(template, position)
        if end is None:
            break
        if opened > start:
            found.append(Part(template[start:opened]))
        found.append(Part(template[position:end].strip(), template[opened]))
        start = position = end + 1
    if start < len(template):
        found.append(Part(template[start:]))
    return found


def _end_of_expression(text: str, position: int) -> int | None:
    """Where the brace is that closes the expression which begins at `position`; None where there
    is none."""
    depth = 1
    while position < len(text):
        character = text[position]
        if character == '"':
            position = _end_of_string(text, position + 1)
        elif character == "{":
            depth += 1
        elif character == "}":
            depth -= 1
            if depth == 0:
                return position
        position += 1
    return None


def _end_of_string(text: str, position: int) -> int:
    """Where the quote is that closes the string of an expression which begins at `position`."""
    while position < len(text) and text[position] != '"':
        if text[position] == "\\":
            position += 1
        elif text[position] in "$%" and text[position + 1 : position + 2] == "{":
            if text[position - 1] != text[position]:
                position = _end_of_expression(text, position + 2) or len(text)
            else:
                position += 1
        position += 1
    return position


def text(template: str) -> str:
    """A template as a bare expression or in quotes."""
    pieces = parts(template)
    if (
        len(pieces) == 1
        and pieces[0].marker == "$"
        and "~" not in pieces[0].text[:1] + pieces[0].text[-1:]
    ):
        expression = pieces[0].text
        return f"({expression})" if "\n" in expression else expression
    return '"' + "".join(map(_quoted, pieces)) + '"'


def _quoted(part: Part) -> str:
    if part.marker:
        return f"{part.marker}{{{part.text}}}"
    return "".join(
        ESCAPES.get(character) or (character if character.isprintable() else _code_point(character))
        for character in part.text
    )


def _code_point(character: str) -> str:
    point = ord(character)
    return f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"


def _heredoc(template: str, depth: int) -> str | None:
    """Lines as a heredoc; None where its rules would change them."""
    lines = template.split("\n")
    pieces = parts(template)
    if (
        not HEREDOC.fullmatch(template)
        or not template.replace("\n", "").replace("\t", "").isprintable()
        or all(line[0] in " \t" for line in lines if line)
        or any("\n" in piece.text for piece in pieces if piece.marker)
    ):
        return None
    name, number = "EOT", 1
    while any(line.strip() == name for line in lines):
        name, number = f"EOT{number}", number + 1
    indent = "  " * (depth + 1)
    indented = [indent + line if line.strip() else line for line in lines[:-1]]
    return "\n".join([f"<<-{name}", *indented, f"{'  ' * depth}{name}"])


def _parsed(template: str) -> Any:
    """What a document holds that `document` wrote; None of any other text."""
    if template[:1] not in "{[" or "\\u0024" in template or "\\u0025" in template:
        return None
    try:
        value = json.loads(template)
    except ValueError:
        return None
    same = bool(value) and not re.search(r"\d[.eE]\d|\\[bf]", template)
    return value if same and document(value) == template else None


def expression(value: Any, depth: int = 0, column: int = 0, *, item: bool = False) -> str:
    """A value as an expression whose first line begins at `column`; further lines are indented by
    `depth`.

    `item`: it stands among others, where a heredoc cannot end and a short object needs no lines
    of its own.
    """
    match value:
        case None | bool() | int() | float():
            return json.dumps(value)
        case str() if (parsed := _parsed(value)) is not None:
            return f"jsonencode({expression(parsed, depth, column + len('jsonencode('))})"
        case str():
            return (None if item else _heredoc(value, depth)) or text(value)
        case []:
            return "[]"
        case list():
            return _list(value, depth, column)
        case {}:
            pass
    return _object(value, depth, column, item) if value else "{}"


def _list(items: Sequence[Any], depth: int, column: int) -> str:
    written = [expression(value, depth + 1, 2 * depth + 2, item=True) for value in items]
    line = f"[{', '.join(written)}]"
    objects = len(items) > 1 and all(isinstance(value, dict) for value in items)
    if "\n" not in line and column + len(line) <= WIDTH and not objects:
        return line
    indent = "  " * depth
    return "[\n" + "".join(f"{indent}  {value},\n" for value in written) + f"{indent}]"


def _object(value: Mapping[str, Any], depth: int, column: int, item: bool) -> str:
    flat = not any(isinstance(inner, (dict, list)) for inner in value.values())
    if item and flat and len(value) <= 4:
        pairs = ", ".join(f"{_key(key)} = {expression(value[key], item=True)}" for key in value)
        if column + len(pairs) + 4 < WIDTH and "\n" not in pairs:
            return f"{{ {pairs} }}"
    indent = "  " * (depth + 1)
    written = [
        (_key(key), expression(inner, depth + 1, len(indent) + len(_key(key)) + 3))
        for key, inner in value.items()
    ]
    written.sort(key=lambda pair: "\n" in pair[1])
    return "{\n" + "".join(f"{indent}{line}\n" for line in _aligned(written)) + f"{'  ' * depth}}}"


def _key(key: str) -> str:
    if IDENTIFIER.fullmatch(key) and key not in RESERVED:
        return key
    written = text(key)
    return written if written.startswith('"') else f"({written})"


def _aligned(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    """`key = value` with the equals signs of neighbours in one column; an open bracket ends a
    neighbourhood."""
    neighbours: list[tuple[str, str]] = []

    def lines() -> Iterator[str]:
        widest = max((len(key) for key, _ in neighbours), default=0)
        yield from (f"{key:{widest}} = {value}" for key, value in neighbours)
        neighbours.clear()

    for key, value in pairs:
        if "\n" in value and not value.startswith("<<"):
            yield from lines()
            yield f"{key} = {value}"
        else:
            neighbours.append((key, value))
    yield from lines()


def _bare(value: Any, depth: int, column: int) -> str:
    """References and keywords, which the JSON has as text."""
    if isinstance(value, list):
        written = [_bare(item, depth, 0) for item in value]
        line = f"[{', '.join(written)}]"
        if column + len(line) <= WIDTH:
            return line
        indent = "  " * depth
        return "[\n" + "".join(f"{indent}  {item},\n" for item in written) + f"{indent}]"
    if isinstance(value, dict):
        indent = "  " * (depth + 1)
        pairs = _aligned((key, _bare(item, 0, 0)) for key, item in value.items())
        return "{\n" + "".join(f"{indent}{line}\n" for line in pairs) + f"{'  ' * depth}}}"
    pieces = parts(str(value))
    return pieces[0].text if len(pieces) == 1 else str(value)


def block(header: str, content: Mapping[str, Any], blocks: Blocks, depth: int = 0) -> str:
    """`header { … }`, indented. `blocks` are those of the resource, Terraform's own come by the
    header."""
    name = header.split()[0]
    kind = KINDS.get(name, Kind()) if depth == 0 or name in NESTED else Kind()
    indent, inner = "  " * depth, _body(content, kind, {**kind.blocks, **blocks}, depth + 1)
    return f"{indent}{header} {{\n{inner}{indent}}}\n" if inner else f"{indent}{header} {{}}\n"


def _body(content: Mapping[str, Any], kind: Kind, blocks: Blocks, depth: int) -> str:
    """Arguments, then blocks; what Terraform's own come first and last; blank lines around what
    takes several."""
    ordered = {*kind.first, *sum(LAST, ()), "//"}
    between = [name for name in content if name not in ordered]
    paragraphs: list[str] = []
    for names in (kind.first, between, *LAST):
        group = [name for name in names if name in content]
        is_block = {name for name in group if name in blocks or name in ("provisioner", "dynamic")}
        paragraphs += _arguments(
            {name: content[name] for name in group if name not in is_block}, kind, depth
        )
        for name in group:
            if name in is_block:
                paragraphs += _nested(name, content[name], blocks, depth)
    return "\n".join(paragraphs)


def _arguments(content: Mapping[str, Any], kind: Kind, depth: int) -> Iterator[str]:
    """Paragraphs: those of a line each, then each that takes several."""
    indent, written = "  " * depth, list[tuple[str, str]]()
    for name, value in content.items():
        if name not in kind.bare or value not in ([], {}, None):
            write = _bare if name in kind.bare else expression
            written.append((name, write(value, depth, len(indent) + len(name) + 3)))
    lines = [(name, text) for name, text in written if "\n" not in text]
    for paragraph in [lines, *([pair] for pair in written if pair not in lines)]:
        if paragraph:
            yield "".join(f"{indent}{line}\n" for line in _aligned(paragraph))


def _nested(name: str, value: Any, blocks: Blocks, depth: int) -> Iterator[str]:
    """The JSON has one block or a list of them, under labels where the kind has labels."""
    for content in value if isinstance(value, list) else [value]:
        if name not in ("provisioner", "dynamic"):
            yield block(name, content, blocks[name], depth)
            continue
        for label, inner in content.items():
            inside = {"content": blocks.get(label, {})} if name == "dynamic" else {}
            yield block(f'{name} "{label}"', inner, inside, depth)


class Shape(NamedTuple):
    """What the JSON of a stack does not tell: `blocks` by type (`aws_lambda_function`,
    `data.aws_ecr_image`, `provider.aws`), the construct `paths` of all elements by address, in
    the order in which they were made, `comments` by the path of the construct or element that they
    are about, and `names` of values that say nothing by themselves."""

    blocks: Mapping[str, Blocks]
    paths: Mapping[str, str]
    comments: Mapping[str, str]
    names: Mapping[str, str] = MappingProxyType({})


def files(stack: Mapping[str, Any], shape: Shape) -> dict[str, str]:
    """The .tf files of a stack (a parsed cdk.tf.json) by name: one a construct, `main.tf` for
    what belongs to none, `terraform.tf` and `outputs.tf`."""
    written = dict(_elements(stack, shape.blocks))
    result: dict[str, list[str]] = {"terraform": [_terraform(stack["terraform"])], "main": []}
    result["terraform"] += [
        block(f'provider "{name}"', one, shape.blocks.get(f"provider.{name}", {}))
        for name, providers in stack.get("provider", {}).items()
        for one in providers
    ]
    said: set[str] = set()
    order = {address: index for index, address in enumerate(shape.paths)}
    for address in sorted(written, key=lambda address: order.get(address, len(order))):
        path = shape.paths.get(address, "")
        file = "outputs" if address.startswith("output.") else _file(path)
        texts = result.setdefault(file, [])
        about = [it for it in shape.comments if f"{path}/".startswith(f"{it}/")]
        if about and (nearest := max(about, key=len)) not in said:
            texts.append(_comment(shape.comments[nearest]))
            said.add(nearest)
        texts.append(written[address])
    return {
        f"{name}.tf": _named("\n".join(texts), shape.names)
        for name, texts in result.items()
        if texts
    }


def _named(text: str, names: Mapping[str, str]) -> str:
    """With a comment behind each value that has a name."""
    for value, name in names.items():
        text = re.sub(rf'^(.+ = "{re.escape(value)}")$', rf"\1 # {name}", text, flags=re.MULTILINE)
    return text


def _file(path: str) -> str:
    """`librechat-dev/backend:functions/role` → `backend`; `librechat-dev/preflight` → `main`."""
    _, *between, _ = path.split("/") if path.count("/") > 1 else ("", "")
    return re.sub(r"\W+", "_", between[0].split(":")[0]) if between else "main"


def _elements(stack: Mapping[str, Any], blocks: Mapping[str, Blocks]) -> Iterator[tuple[str, str]]:
    """Each element of a stack, written, by its address."""
    for kind, prefix in (("resource", ""), ("data", "data.")):
        for type_, elements in stack.get(kind, {}).items():
            for name, content in elements.items():
                header = f'{kind} "{type_}" "{name}"'
                yield (
                    f"{prefix}{type_}.{name}",
                    block(header, content, blocks.get(prefix + type_, {})),
                )
    for kind in ("module", "variable", "output"):
        prefix = "var" if kind == "variable" else kind
        for name, content in stack.get(kind, {}).items():
            yield f"{prefix}.{name}", block(f'{kind} "{name}"', content, {})
    for name, value in stack.get("locals", {}).items():
        yield f"local.{name}", block("locals", {name: value}, {})
    for kind in ("moved", "import"):
        for index, content in enumerate(stack.get(kind, ())):
            yield f"{kind}.{index}", block(kind, content, {})


def _terraform(settings: Mapping[str, Any]) -> str:
    content = dict(settings)
    blocks: dict[str, Blocks] = {"required_providers": {}, "cloud": {"workspaces": {}}}
    for label, backend in content.pop("backend", {}).items():
        content[f'backend "{label}"'] = backend
        blocks[f'backend "{label}"'] = {}
    return block("terraform", content, blocks)


def _comment(said: str) -> str:
    return textwrap.indent(textwrap.fill(said, WIDTH - 2, break_on_hyphens=False), "# ") + "\n"
