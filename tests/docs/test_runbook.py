"""What docs/runbook.md says can be done: its keys, commands, links and names are the project's."""

import fnmatch
import re
from typing import Any, get_args

from config import Environment
from tests.conftest import ROOT
from tests.modules.test_stack import elements

RUNBOOK = (ROOT / "docs/runbook.md").read_text()


def table(name: str) -> Any:
    annotation = Environment.model_fields[name].annotation
    return next(
        (type_ for type_ in (annotation, *get_args(annotation)) if hasattr(type_, "model_fields")),
        None,
    )


def test_every_key_that_it_names_is_one_of_the_config() -> None:
    named = re.findall(r"`([a-z_]+)\.(?!yaml)([a-z_]+)[` ]", RUNBOOK)
    found = [(name, key) for name, key in named if name in Environment.model_fields]
    assert len(found) >= 15
    for name, key in found:
        assert key in table(name).model_fields, f"{name}.{key}"
    for key in ("kms_key_arn", "deletion_protection"):
        assert f"`{key}" in RUNBOOK and key in Environment.model_fields


def test_every_make_target_that_it_names_is_there() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"(?:`|&& |\$ )make ([a-z]+)", RUNBOOK))
    assert {"deploy", "destroy", "cost"} <= named <= targets


def test_every_link_within_it_leads_to_a_heading() -> None:
    headings = {
        h.lower().replace(" ", "-") for h in re.findall(r"^#+ (.+)$", RUNBOOK, re.MULTILINE)
    }
    links = re.findall(r"\]\(#([^)]+)\)", RUNBOOK)
    assert links and set(links) <= headings


def test_every_address_that_it_names_is_in_the_stack(stacks: dict[str, dict[str, Any]]) -> None:
    """`*` stands for several of a kind."""
    addresses = set(re.findall(r"\b((?:aws_\w+|module)\.\w+\*?)", RUNBOOK))
    there = elements(stacks["prod"])
    assert len(addresses) >= 10
    assert [address for address in addresses if not fnmatch.filter(there, address)] == []


def test_the_client_is_rolled_back_with_the_variables_that_the_step_reads() -> None:
    command = re.search(r"\$ (.*)publish\.frontend", RUNBOOK)
    assert command
    step = (ROOT / "publish/frontend.py").read_text()
    for variable in re.findall(r"([A-Z_]+)=", command[1]):
        assert re.search(rf"^    {variable}\b", step, re.MULTILINE), variable  # in its docstring


def test_links_to_files_last_as_long_as_it_says() -> None:
    """LibreChat's own default, two minutes, is shorter than pages stay open."""
    dockerfile = (ROOT / "lambda_image/Dockerfile").read_text()
    assert re.search(r"\bS3_URL_EXPIRY_SECONDS=3600\b", dockerfile)
    assert "signed for an hour" in RUNBOOK
