"""From files to environments: every encoding and mistake has its answer, and what one environment
owns no other takes (FR-048)."""

import subprocess
import sys
from pathlib import Path

import pytest

from config import ConfigError, load, load_all
from tests.config.test_schema import DOMAIN, MINIMAL, write
from tests.conftest import ROOT

STATE = '[state]\nbucket = "terraform-state"\nkey = "librechat.tfstate"\n'


def own(name: str, text: str = MINIMAL) -> str:
    """The text with parameters of this environment's own."""
    return text.replace('"/x/', f'"/{name}/')


def test_config_is_read_without_cdktf_and_starts_no_process() -> None:
    script = (
        "import sys, subprocess\n"
        "def refuse(*_, **__): raise AssertionError('a process')\n"
        "subprocess.Popen = refuse\n"
        "import config, threading\n"
        "assert not {'cdktf', 'jsii', 'boto3', 'modules'} & set(sys.modules)\n"
        "assert threading.active_count() == 1\n"
    )
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True)


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = write(tmp_path, MINIMAL)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert load(path) == load(write(tmp_path, MINIMAL))


def test_a_file_that_is_not_utf_8_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "dev.toml"
    path.write_bytes(b"# one\n# M\xfcnchen\n")
    with pytest.raises(ConfigError, match=r"dev\.toml: line 2: byte 0xfc is not UTF-8; save"):
        load(path)


@pytest.mark.parametrize(
    "twice", ['region = "eu-west-1"\nregion = "eu-west-2"', "[redis]\nnodes = 1\n[redis]"]
)
def test_a_key_that_is_given_twice_is_named_with_its_line(tmp_path: Path, twice: str) -> None:
    path = write(tmp_path, f"{twice}\n")
    with pytest.raises(ConfigError, match=r"a key or table is given twice.*\(line [23], "):
        load(path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[redis]\nnode = 2", "redis.node = 2: unknown key; allowed: .*; did you mean nodes?"),
        ("[frontent]\nx = 1", "frontent: unknown key; .*; did you mean frontend?"),
        ("[redis]\nnodes = '2'", "redis.nodes = '2': must be a whole number, without quotes"),
        ("[redis]\nnodes = 2.5", "redis.nodes = 2.5: must be a whole number"),
        ("[redis]\ntransit_encryption = 'yes'", "must be true or false, without quotes"),
        ("redis = 1", "redis = 1: must be a table"),
        ("[alarms]\nemails = 'a@example.com'", "alarms.emails = 'a@example.com': must be a list"),
        ("[librechat.variables]\nMAX = 5", "librechat.variables.MAX: must be text, in quotes"),
    ],
)
def test_a_mistake_is_answered_in_plain_words(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        load(write(tmp_path, f"{MINIMAL}\n{text}" if "[" in text else f"{text}\n{MINIMAL}"))


def test_an_environment_that_is_not_there_is_named_with_the_closest(tmp_path: Path) -> None:
    write(tmp_path, own("prod"), "prod")
    with pytest.raises(ConfigError, match=r"prd\.toml: there is no such file; .* mean prod\?"):
        load_all(tmp_path, "prd")


def test_a_directory_without_environments_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="there is no environment file"):
        load_all(tmp_path)


def test_a_fault_of_another_environment_does_not_stop_the_named_one(tmp_path: Path) -> None:
    write(tmp_path, own("dev"), "dev")
    write(tmp_path, "nonsense", "prod")
    assert [environment.name for environment in load_all(tmp_path, "dev")] == ["dev"]
    with pytest.raises(ConfigError, match=r"prod\.toml"):
        load_all(tmp_path)


@pytest.mark.parametrize("named", [None, "dev"])
def test_two_environments_with_one_state_are_refused(tmp_path: Path, named: str | None) -> None:
    write(tmp_path, own("dev") + STATE, "dev")
    write(tmp_path, own("prod") + STATE, "prod")
    said = r"dev\.toml and .*prod\.toml: state\.key = 'librechat\.tfstate': both keep their state"
    with pytest.raises(ConfigError, match=said):
        load_all(tmp_path, named)


def test_two_environments_in_one_bucket_have_states_of_their_own(tmp_path: Path) -> None:
    bucket = '[state]\nbucket = "terraform-state"\n'
    write(tmp_path, own("dev") + bucket, "dev")
    write(tmp_path, own("prod") + bucket, "prod")
    keys = [environment.state_key for environment in load_all(tmp_path)]
    assert keys == ["librechat/dev.tfstate", "librechat/prod.tfstate"]


def test_two_environments_with_one_parameter_are_refused_unless_both_mean_it(
    tmp_path: Path,
) -> None:
    """One MONGO_URI is one database, one JWT_SECRET is one login."""
    one_database = own("prod").replace("/prod/MONGO_URI", "/dev/MONGO_URI")
    write(tmp_path, own("dev"), "dev")
    write(tmp_path, one_database, "prod")
    with pytest.raises(ConfigError, match=r"librechat\.secrets\.MONGO_URI = '/dev/MONGO_URI'"):
        load_all(tmp_path)
    write(tmp_path, 'shared = ["MONGO_URI"]\n' + own("dev"), "dev")
    with pytest.raises(ConfigError, match=r"shared = \['MONGO_URI'\] in both"):
        load_all(tmp_path)
    write(tmp_path, 'shared = ["MONGO_URI"]\n' + one_database, "prod")
    assert len(load_all(tmp_path)) == 2


def test_the_same_names_in_another_account_or_region_are_not_shared(tmp_path: Path) -> None:
    write(tmp_path, MINIMAL, "dev")
    write(tmp_path, MINIMAL.replace("eu-west-1", "us-east-1"), "other")
    assert len(load_all(tmp_path)) == 2


def test_a_domain_belongs_to_one_environment(tmp_path: Path) -> None:
    domain = DOMAIN.format(region="us-east-1", account="123456789012")
    write(tmp_path, own("dev") + domain, "dev")
    write(tmp_path, own("prod") + domain, "prod")
    with pytest.raises(ConfigError, match=r"domain\.name = 'chat\.example\.com'"):
        load_all(tmp_path)


def test_the_accounts_role_belongs_to_one_environment(tmp_path: Path) -> None:
    role = "[api]\naccess_logs = true\naccount_role = true\n"
    write(tmp_path, own("dev") + role, "dev")
    write(tmp_path, own("prod") + role, "prod")
    with pytest.raises(ConfigError, match=r"api\.account_role = true"):
        load_all(tmp_path)


def test_what_is_shared_must_be_a_secret_that_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="shared: OPENAI_API_KEY is not named"):
        load(write(tmp_path, 'shared = ["OPENAI_API_KEY"]\n' + MINIMAL))
