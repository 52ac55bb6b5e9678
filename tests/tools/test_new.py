"""`make new ENV=qa FROM=dev`: an environment file with its own names (FR-048)."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from config import load_all
from tests.conftest import ROOT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "environments", tmp_path / "environments")
    return tmp_path


def new(project: Path, name: str, after: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tools.new", name, "--after", after],
        env={"PYTHONPATH": str(ROOT), "PATH": "/nowhere"},
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )


def change(project: Path, name: str, old: str, text: str) -> None:
    file = project / "environments" / f"{name}.toml"
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, text, 1))


@pytest.mark.parametrize("after", ["dev", "prod"])
def test_a_new_environment_shares_no_name_with_the_one_that_it_follows(
    project: Path, after: str
) -> None:
    result = new(project, "qa", after)

    assert result.returncode == 0, result.stderr
    environments = {env.name: env for env in load_all(project / "environments")}
    one, other = environments["qa"], environments[after]
    assert set(one.librechat.secrets) == set(other.librechat.secrets)
    assert set(one.librechat.secrets.values()).isdisjoint(other.librechat.secrets.values())
    assert one.librechat.secrets["JWT_SECRET"] == "/librechat/qa/JWT_SECRET"
    assert one.state_key != other.state_key
    assert one.domain is None
    assert (one.network, one.database) == (other.network, other.database)


def test_what_still_has_the_other_name_is_pointed_at(project: Path) -> None:
    result = new(project, "qa", "prod")

    assert 'still says prod: RAG_API_URL = "http://rag-api.prod.local:8000"' in result.stdout
    assert "[domain] is commented out" in result.stdout
    assert (
        "MONGO_URI, which make secrets asks for, must name a database of its own" in result.stdout
    )
    assert "make secrets ENV=qa && make deploy ENV=qa" in result.stdout


def test_a_parameter_a_state_key_and_a_role_without_the_name_become_its_own(project: Path) -> None:
    change(project, "dev", "/librechat/dev/CREDS_KEY", "/chat/creds-key")
    change(project, "dev", "# [api]\n", "[api]\naccount_role = true\naccess_logs = true\n")
    with (project / "environments/dev.toml").open("a") as file:
        file.write('[state]\nbucket = "my-terraform-state"\nkey = "chat.tfstate"\n')

    result = new(project, "qa", "dev")

    assert result.returncode == 0, result.stderr
    [qa] = load_all(project / "environments", "qa")
    assert qa.librechat.secrets["CREDS_KEY"] == "/librechat/qa/CREDS_KEY"
    assert qa.state_key == "librechat/qa.tfstate"
    assert (qa.api.access_logs, qa.api.account_role) == (True, False)


def test_a_secret_that_is_shared_on_purpose_stays_shared(project: Path) -> None:
    change(project, "dev", 'region = "', 'shared = ["MONGO_URI"]\nregion = "')

    result = new(project, "qa", "dev")

    assert result.returncode == 0, result.stderr
    [qa] = load_all(project / "environments", "qa")
    assert qa.librechat.secrets["MONGO_URI"] == "/librechat/dev/MONGO_URI"
    assert "database of its own" not in result.stdout


@pytest.mark.parametrize(
    ("name", "after", "message"),
    [
        ("dev", "prod", "environments/dev.toml is there already; nothing was changed"),
        ("qa", "dve", "there is no such file; the environments are dev, prod; did you mean dev?"),
        ("QA", "dev", "name = 'QA': must be 1 to 16 of a-z, 0-9 and '-'"),
        ("../qa", "dev", "environments/../qa.toml was not written"),
        ("no/such/directory", "dev", "environments/no/such/directory.toml"),
    ],
)
def test_nothing_is_overwritten_and_nothing_half_written(
    project: Path, name: str, after: str, message: str
) -> None:
    before = {path: path.read_text() for path in project.rglob("*") if path.is_file()}

    result = new(project, name, after)

    assert result.returncode == 1
    assert message in result.stderr
    assert "Traceback" not in result.stderr
    assert {path: path.read_text() for path in project.rglob("*") if path.is_file()} == before
