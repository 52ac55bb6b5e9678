"""`make new ENV=qa FROM=dev`: writes an environment file after another one's, with its own names.

Its own are the SSM parameters, the state's key and, since one distribution alone may have it, the
domain, which is left out for its owner to fill in. Nothing is overwritten.
"""

import argparse
import re

from config import ConfigError, load_all
from publish.errors import PublishError
from publish.step import run
from tools.environment import ENVIRONMENTS, environment_named

TABLE = re.compile(r"^(?:# ?)?\[+([^\]]+)\]")
PAIR = re.compile(r"^((?:# ?)?)([A-Za-z_]\w*)(\s*=\s*)\"([^\"]*)\"")


def main() -> None:
    parser = argparse.ArgumentParser(prog="make new")
    parser.add_argument("environment")
    parser.add_argument("--after", required=True, metavar="ENVIRONMENT")
    given = parser.parse_args()
    model, name = environment_named(given.after), given.environment
    file, source = ENVIRONMENTS / f"{name}.toml", ENVIRONMENTS / f"{model.name}.toml"
    text = renamed(source.read_text(encoding="utf-8-sig"), model.name, name, model.shared)
    try:
        with file.open("x", encoding="utf-8") as new:
            new.write(text)
    except FileExistsError:
        raise PublishError(f"{file} is there already; nothing was changed.") from None
    try:
        load_all(ENVIRONMENTS, name)
    except ConfigError as error:
        file.unlink()
        raise PublishError(f"{error}\n{file} was not written.") from None
    print(f"{file} is written, after {source}.")
    for number, line in enumerate(text.splitlines(), start=1):
        if re.search(rf"\b{model.name}\b", line) and not line.startswith("#"):
            print(f"  line {number} still says {model.name}: {line}")
    if model.domain:
        print("  [domain] is commented out: fill in a name of its own, with its certificate.")
    if "MONGO_URI" not in model.shared:
        print("  MONGO_URI, which make secrets asks for, must name a database of its own.")
    print(f"Look through it, then: make secrets ENV={name} && make deploy ENV={name}")


def renamed(text: str, old: str, new: str, shared: list[str]) -> str:
    """The text of an environment file for another environment."""
    lines, table = [], ""
    for line in text.splitlines():
        if found := TABLE.match(line):
            table = found[1].strip()
        is_pair = PAIR.match(line)
        if table == "domain" or (table == "api" and re.match(r"account_role\s*=\s*true", line)):
            line = line if line.startswith("#") or not line.strip() else f"# {line}"
        elif table == "librechat.secrets" and is_pair and is_pair[2] not in shared:
            line = PAIR.sub(lambda pair: pair_with(pair, own_parameter(pair, old, new)), line)
        elif table == "state" and is_pair and is_pair[2] == "key":
            line = PAIR.sub(lambda pair: pair_with(pair, own_key(pair[4], old, new)), line)
        for mark in ("librechat-{}", "ENV={}", "({})"):
            line = line.replace(mark.format(old), mark.format(new))
        lines.append(line)
    return "\n".join(lines) + "\n"


def pair_with(pair: re.Match[str], value: str) -> str:
    return f'{pair[1]}{pair[2]}{pair[3]}"{value}"'


def own_parameter(pair: re.Match[str], old: str, new: str) -> str:
    """The parameter's name with the environment's in it: /librechat/qa/MONGO_URI."""
    parts = pair[4].split("/")
    if old not in parts:
        return f"/librechat/{new}/{pair[2]}"
    return "/".join(new if part == old else part for part in parts)


def own_key(key: str, old: str, new: str) -> str:
    """The state's key with the environment's name in it."""
    replaced = re.sub(rf"(?<![A-Za-z0-9]){re.escape(old)}(?![A-Za-z0-9])", new, key)
    return replaced if replaced != key else f"librechat/{new}.tfstate"


if __name__ == "__main__":
    run(main, interrupted="")
