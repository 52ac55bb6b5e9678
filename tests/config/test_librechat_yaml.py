"""A librechat.yaml that would end LibreChat, or open it to its users, is refused before it is
uploaded (FR-026)."""

from pathlib import Path

import pytest

from config import ConfigError, load
from tests.config.test_schema import MINIMAL, write
from tests.conftest import ROOT

SERVERS = "mcpServers: {}\n"
RC1 = "ghcr.io/danny-avila/librechat-api:v0.8.2-rc1"
NEWER = "ghcr.io/danny-avila/librechat-api:v0.8.7"


def load_with(directory: Path, yaml: str, image: str = RC1) -> None:
    (directory / "librechat.yaml").write_text(yaml)
    table = f'[librechat]\nconfig_file = "librechat.yaml"\nimage = "{image}"\n'
    load(write(directory, MINIMAL.replace("[librechat.secrets]", f"{table}[librechat.secrets]")))


@pytest.mark.parametrize(
    ("yaml", "said"),
    [
        ("version: 1\n  cache: [", r"librechat\.yaml: line 2: is not valid YAML, which ends Libre"),
        ("- a\n- b\n", "must be a mapping of keys"),
        (SERVERS, r"interface\.mcpServers\.create is missing beside mcpServers: write false"),
        (SERVERS + "interface: {}\n", r"interface\.mcpServers\.create is missing"),
        (
            SERVERS + "interface:\n  mcpServers:\n    create: true\n",
            r"interface\.mcpServers\.create = True: must be false with v0\.8\.2-rc1",
        ),
    ],
)
def test_a_file_that_ends_librechat_or_opens_it_is_refused(
    tmp_path: Path, yaml: str, said: str
) -> None:
    with pytest.raises(ConfigError, match=said):
        load_with(tmp_path, yaml)


@pytest.mark.parametrize(
    ("yaml", "image"),
    [
        ("version: 1.3.1\n", RC1),
        (SERVERS + "interface:\n  mcpServers:\n    create: false\n", RC1),
        (SERVERS + "interface:\n  mcpServers:\n    create: true\n", NEWER),
    ],
)
def test_any_other_file_passes(tmp_path: Path, yaml: str, image: str) -> None:
    load_with(tmp_path, yaml, image)


def test_the_shipped_file_has_safe_defaults() -> None:
    """Users create no MCP servers and call no address; files fit into a request of Lambda."""
    text = (ROOT / "environments/librechat.yaml").read_text()
    assert "create: false" in text
    assert '- "none.invalid"' in text
    assert "fileSizeLimit: 4" in text
