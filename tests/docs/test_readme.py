"""What the README says is so."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

README = (ROOT / "README.md").read_text()


@pytest.mark.parametrize("code", re.findall(r"```python\n(.*?)```", README, re.DOTALL))
def test_its_python_runs(code: str) -> None:
    exec(compile(code, "README.md", "exec"), {})


@pytest.mark.parametrize(
    "document",
    [ROOT / "README.md", *sorted(ROOT.glob("docs/*.md")), *ROOT.glob("lambda_image/*.md")],
)
def test_its_links_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", document.read_text())
    assert [
        link for link in links if "://" not in link and not (document.parent / link).exists()
    ] == []


def test_its_commands_exist() -> None:
    named = set(re.findall(r"`?make ([a-z]+)", README)) - {"alone"}
    listed = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert named <= set(re.findall(r"^make (\w+)", listed, re.MULTILINE))


def test_it_names_the_pinned_versions() -> None:
    pinned = re.findall(
        r'"source": "[^"]*/([\w-]+)/aws", "version": "([^"]+)"', (ROOT / "cdktf.json").read_text()
    )
    assert len(pinned) == 3
    assert all(f"{name} {version}" in README for name, version in pinned)
