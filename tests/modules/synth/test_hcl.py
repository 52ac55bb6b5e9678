"""The HCL says what the JSON says, as a person would have written it. Terraform is the judge of
what a text means."""

import json
import os
import re
import shutil
import subprocess
import tempfile
import unicodedata
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from local.registry import QUIET
from modules.synth.hcl import Blocks, Shape, block, document, expression, files
from modules.synth.literal import literal
from tests.conftest import need

# What Terraform, HCL and JSON give a meaning to.
MARKERS = [
    *("${", "$${", "$$${", "%{", "%%{", "${a.b}", "%{ if true }", "$", "%", "{", "}", "~}", "#{"),
    *(
        '"',
        "'",
        "\\",
        '\\"',
        "\\n",
        "\n",
        "\r\n",
        "\t",
        " ",
        "  ",
        "\n\n",
        "<<EOT\n",
        "EOT",
        "EOT\n",
    ),
    *("/*", "//", "#", "=", "[1]", '{"a":1}', '{"a": 1}', '["<&>"]', "null", "for", "é", "\u2028"),
    *("\x00", "\x07", "\x85", "\ufeff", "𝄞", "a\u0301", "\u0301", "\u00a0"),
]
# Without two characters that Terraform 1.11 itself mistakes in JSON: a byte-order mark first in
# a text is lost, and a carriage return alone hides the escape behind it.
TEXTS = (
    st.lists(st.sampled_from(MARKERS) | st.text(max_size=5), max_size=8)
    .map("".join)
    .map(lambda text: re.sub(r"\r(?!\n)|\ufeff", "", text))
)
NUMBERS = st.integers(-(10**20), 10**20) | st.floats(-1e9, 1e9, width=32)
SCALARS = TEXTS | NUMBERS | st.booleans() | st.none()
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=10,
)
EXPRESSIONS = st.sampled_from(
    ['"a"', "1 + 1", "true", '"}"', '"${"in"}n$${er"', 'upper("x\\"}")', "{ a = 1 }.a", "[1]\n[0]"]
)
TEMPLATES = st.lists(st.tuples(TEXTS, EXPRESSIONS), max_size=3).map(
    lambda pairs: "".join(f"{literal(text)}${{{expression}}}" for text, expression in pairs)
)
A_FEW = settings(
    max_examples=int(os.environ.get("FUZZ", 5)),
    deadline=None,
    derandomize="FUZZ" not in os.environ,
    database=None,
    phases=[
        Phase.explicit,
        Phase.generate,
    ],  # a run of Terraform each: too slow to shrink what fails
    suppress_health_check=list(HealthCheck),
)


def outputs(file: str, text: str) -> dict[str, Any]:
    """What Terraform reads in a file of outputs."""
    need(shutil.which("terraform"), "terraform")
    with tempfile.TemporaryDirectory() as directory:
        Path(directory, file).write_text(text, encoding="utf-8")

        def terraform(*command: str) -> str:
            done = subprocess.run(
                ["terraform", f"-chdir={directory}", *command],
                env=os.environ | QUIET,
                capture_output=True,
                text=True,
            )
            assert done.returncode == 0, f"{text}\n{done.stderr}"
            return done.stdout

        terraform("apply", "-auto-approve", "-input=false", "-no-color")
        read = json.loads(terraform("output", "-json"))
        return {name: output["value"] for name, output in read.items()}


def both(values: list[Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What Terraform reads of values in JSON, and of the same in HCL; null has no output."""
    stack = {"output": {f"v{index}": {"value": value} for index, value in enumerate(values)}}
    hcl = files({**stack, "terraform": {}}, Shape({}, {}, {}))
    return outputs("a.tf.json", json.dumps(stack)), outputs("a.tf", hcl["outputs.tf"])


def differences(read: dict[str, Any], expected: dict[str, Any]) -> list[Any]:
    return [(read.get(name), value) for name, value in expected.items() if read.get(name) != value]


def composed(value: Any) -> Any:
    """As Terraform keeps text: NFC (https://pkg.go.dev/github.com/zclconf/go-cty/cty#StringVal)."""
    match value:
        case str():
            return unicodedata.normalize("NFC", value)
        case list():
            return [composed(item) for item in value]
        case dict():
            return {composed(key): composed(item) for key, item in value.items()}
    return value


@A_FEW
@given(st.lists(VALUES, min_size=30, max_size=60))
@example(["$${", "%%{", "a\n  b\n", "  a\n", "\n", "a\n\n", "EOT\n", "\ta\nb\n", "a\n \u0301b\n"])
@example([{"for": 1, "a-b": 2, "${x}": 3, "1a": 4, "true": 5, "": 6}, 1e-7, -5, 10**25])
def test_every_value_reaches_terraform_as_it_is(values: list[Any]) -> None:
    values = [composed(value) for value in values if value is not None]
    expected = {f"v{index}": value for index, value in enumerate(values)}

    in_json, in_hcl = both([literal(value) for value in values])

    assert differences(in_json, expected) == []
    assert differences(in_hcl, expected) == []


@A_FEW
@given(st.lists(TEMPLATES, min_size=30, max_size=60))
@example(
    [
        "${~ 1 ~}",
        " ${~ 1 ~} ",
        "%{ if true }a%{ else }b%{ endif }",
        '${"$${a"}',
        "${1}\n",
        "a ${1}\n",
    ]
)
def test_every_template_means_the_same_in_hcl(templates: list[str]) -> None:
    in_json, in_hcl = both(list(templates))

    assert differences(in_hcl, in_json) == []


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("${aws_iam_role.backend.arn}", "aws_iam_role.backend.arn"),
        ("${aws_iam_role.backend.arn}:*", '"${aws_iam_role.backend.arn}:*"'),
        ('say "hi" \\ bye', '"say \\"hi\\" \\\\ bye"'),
        ("a\nb", '"a\\nb"'),
        (["a", 1, None, True], '["a", 1, null, true]'),
        ({"a": "b", "c/d": {}}, '{\n  a     = "b"\n  "c/d" = {}\n}'),
        (document({"a": ["<b>", {"c": 1}]}), 'jsonencode({\n  a = ["<b>", { c = 1 }]\n})'),
        ('{"a": 1}', '"{\\"a\\": 1}"'),  # jsonencode would write no space
        ('{"a":"\\u0024{b}"}', '"{\\"a\\":\\"\\\\u0024{b}\\"}"'),  # no expression
    ],
)
def test_values_are_written_as_a_person_would(value: object, written: str) -> None:
    assert expression(value) == written


def test_a_resource_is_laid_out_as_terraform_fmt_does() -> None:
    content = {
        "//": {"metadata": {}},
        "depends_on": ["terraform_data.preflight"],
        "provider": "aws.us_east_1",
        "code": "a {\n  b\n}\n",
        "memory_size": 2048,
        "timeout": 900,
        "environment": {"variables": {"A": "${module.redis.uri}", "LONG": "x"}},
        "ingress": [],
        "rule": [{"id": "a"}, {"id": "b", "filter": {"prefix": "c"}}],
        "lifecycle": {"create_before_destroy": True, "ignore_changes": ["tags"]},
        "provisioner": [{"local-exec": {"command": "true", "when": "destroy"}}],
    }
    blocks: Blocks = {"environment": {}, "ingress": {}, "rule": {"filter": {}}}

    assert block('resource "aws_x" "y"', content, blocks) == dedent("""\
        resource "aws_x" "y" {
          provider = aws.us_east_1

          memory_size = 2048
          timeout     = 900

          code = <<-EOT
            a {
              b
            }
          EOT

          environment {
            variables = {
              A    = module.redis.uri
              LONG = "x"
            }
          }

          rule {
            id = "a"
          }

          rule {
            id = "b"

            filter {
              prefix = "c"
            }
          }

          provisioner "local-exec" {
            command = "true"
            when    = destroy
          }

          lifecycle {
            create_before_destroy = true
            ignore_changes        = [tags]
          }

          depends_on = [terraform_data.preflight]
        }
        """)


def test_each_construct_has_a_file_and_says_what_it_is() -> None:
    stack = {
        "terraform": {"backend": {"s3": {"bucket": "b"}}},
        "resource": {
            "aws_x": {"api": {"id": "4135"}, "api_part": {}, "api_last": {}},
            "aws_y": {"preflight": {}},
        },
        "module": {"redis": {"version": "1", "source": "s", "nodes": 1}},
        "output": {"url": {"value": "${module.redis.uri}"}},
    }
    paths = {
        "aws_x.api": "stack/api/x",
        "aws_x.api_part": "stack/api/part/x",
        "aws_x.api_last": "stack/api/last",
        "module.redis": "stack/redis/this",
        "aws_y.preflight": "stack/preflight",
        "output.url": "stack/url",
    }
    comments = {"stack/api": "The API (FR-009).", "stack/api/part": "A part of it."}

    written = files(stack, Shape({}, paths, comments, {"4135": "Managed"}))

    assert written == {
        "terraform.tf": 'terraform {\n  backend "s3" {\n    bucket = "b"\n  }\n}\n',
        "main.tf": 'resource "aws_y" "preflight" {}\n',
        "api.tf": '# The API (FR-009).\n\nresource "aws_x" "api" {\n  id = "4135" # Managed\n}\n\n'
        '# A part of it.\n\nresource "aws_x" "api_part" {}\n\nresource "aws_x" "api_last" {}\n',
        "redis.tf": 'module "redis" {\n  source  = "s"\n  version = "1"\n\n  nodes = 1\n}\n',
        "outputs.tf": 'output "url" {\n  value = module.redis.uri\n}\n',
    }
