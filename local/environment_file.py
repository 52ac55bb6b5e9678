"""The environment file of a local run: the user's own, with what a machine without AWS must have
otherwise."""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from local.aws import ACCOUNT, REGION

KEY = "OPENAI_API_KEY"
SIGN_IN = ("ALLOW_REGISTRATION", "ALLOW_EMAIL_LOGIN", "ALLOW_UNVERIFIED_EMAIL_LOGIN")


def of_this_account(text: str) -> str:
    """The file with the emulated account's id for the user's own, in ARNs, too."""
    return text.replace(tomllib.loads(text)["account_id"], ACCOUNT)


def local_environment(
    text: str, name: str, *, image: str, architecture: str, has_key: bool
) -> tuple[str, list[str]]:
    """The file as TOML, and what differs from the user's own, in words.

    The image is the given one and runs on this machine's architecture; a domain of the user's own
    is left out, since a browser finds only localhost here; the models' key becomes a secret like
    the others, so that a first chat needs none.
    """
    file = tomllib.loads(text)
    file["region"] = REGION
    differs = [f"the image is {image}, for {architecture}"]
    file["librechat"]["image"] = image
    file.setdefault("function", {})["architecture"] = architecture
    if domain := file.pop("domain", None):
        differs.append(f"https://{domain['name']} is this machine's localhost")
    variables = file["librechat"].setdefault("variables", {})
    variables |= dict.fromkeys(SIGN_IN, "true")
    differs.append("anybody on this machine may register, by e-mail and password")
    variables.pop(KEY, None)
    file["librechat"].setdefault("secrets", {})[KEY] = f"/librechat/{name}/{KEY}"
    if has_key:
        differs.append(f"{KEY} is yours: chats go to OpenAI, and cost")
    else:
        variables["OPENAI_MODELS"] = "local-model"
        differs.append(f"answers come from a model on this machine; {KEY}=… takes OpenAI's")
    return as_toml(file), differs


def as_toml(file: Mapping[str, Any]) -> str:
    """The text of an environment file that says this."""
    return "".join(f"{key} = {_toml(value)}\n" for key, value in file.items())


def _toml(value: Any) -> str:
    """A value on one line; JSON's strings, numbers, booleans and lists are TOML's, too."""
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{json.dumps(key)} = {_toml(at)}' for key, at in value.items())} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)


def secret_names(text: str) -> dict[str, str]:
    """Variable → name of the parameter that holds its value."""
    secrets: dict[str, str] = tomllib.loads(text)["librechat"]["secrets"]
    return secrets


def files_beside(source: Path, target: Path) -> None:
    """Copies what an environment file refers to beside itself: librechat.yaml and the like."""
    for file in source.iterdir():
        if file.is_file() and file.suffix != ".toml":
            (target / file.name).write_bytes(file.read_bytes())
