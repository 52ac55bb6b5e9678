"""TOML into an `Environment`, or ConfigError: a text for the file's author that names the file and,
for every fault, the key, the value and what is allowed. Values that may be secrets are never
repeated."""

import itertools
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, get_args

from pydantic import ValidationError

from config import librechat_yaml
from config.schema import Environment
from config.secrets import has_secret_shape, is_secret_name
from config.types import did_you_mean


class ConfigError(Exception):
    """Environment files that cannot be used; the text is meant for their author."""


def load(path: Path) -> Environment:
    """Returns the environment described by a TOML file, whose name (without `.toml`) is the
    environment's.

    Paths in it are relative to its directory; those returned are not. Raises ConfigError.
    """
    data = _parse(path)
    if "name" in data:
        raise ConfigError(f"{path}: name: unknown key; an environment is named by its file")
    try:
        environment = Environment.model_validate({"name": path.stem, **data})
    except ValidationError as error:
        faults = (f"{path}: {_describe(fault)}" for fault in error.errors())
        raise ConfigError("\n".join(faults)) from None
    return _with_absolute_paths(path, environment)


def load_all(directory: Path, name: str | None = None) -> list[Environment]:
    """Returns the environments of a directory, or the named one alone.

    Raises ConfigError where there is none of that name, where a file cannot be used, or where two
    environments share what must be one's own, the named one and another included.
    """
    files = sorted(directory.glob("*.toml"))
    names = [file.stem for file in files]
    if not files:
        raise ConfigError(
            f"{directory}: there is no environment file; dev.toml describes the environment dev"
        )
    if name and name not in names:
        raise ConfigError(
            f"{directory}/{name}.toml: there is no such file; the environments are "
            f"{', '.join(names)}{did_you_mean(name, names)}"
        )
    environments = {}
    for file in files:
        try:
            environments[file.stem] = load(file)
        except ConfigError:
            # A fault of another environment is no reason to refuse this one.
            if name in (None, file.stem):
                raise
    _reject_sharing(directory, environments.values(), name)
    return [environments[name]] if name else list(environments.values())


def _parse(path: Path) -> dict[str, Any]:
    try:
        text = path.read_bytes().decode("utf-8-sig")  # an editor's byte-order mark does no harm
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ConfigError(
            f"{path}: line {line}: byte 0x{error.object[error.start]:02x} is not UTF-8; save the "
            "file as UTF-8"
        ) from None
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        fault, _, place = str(error).rpartition(" (at ")
        position = place.removesuffix(")") or "its end"
        if fault == "Cannot overwrite a value" or re.fullmatch(r"Cannot declare .* twice", fault):
            fault = "a key or table is given twice; allowed is once"
        raise ConfigError(f"{path}: is not valid TOML: {fault} ({position})") from None


def _with_absolute_paths(path: Path, environment: Environment) -> Environment:
    librechat, frontend = environment.librechat, environment.frontend
    folder = path.parent
    if librechat.config_file and not (folder / librechat.config_file).is_file():
        raise ConfigError(
            f"{path}: librechat.config_file = {str(librechat.config_file)!r}: must be a file, "
            f"relative to {folder}/"
        )
    if librechat.config_file:
        file = folder / librechat.config_file
        if found := librechat_yaml.faults(file, librechat.image):
            raise ConfigError("\n".join(f"{file}: {fault}" for fault in found))
    if frontend.directory and not (folder / frontend.directory / "index.html").is_file():
        raise ConfigError(
            f"{path}: frontend.directory = {str(frontend.directory)!r}: must be a directory with "
            f"an index.html, relative to {folder}/"
        )
    if librechat.config_file:
        config_file = folder / librechat.config_file
        librechat = librechat.model_copy(update={"config_file": config_file})
    if frontend.directory:
        frontend = frontend.model_copy(update={"directory": folder / frontend.directory})
    return environment.model_copy(update={"librechat": librechat, "frontend": frontend})


def _reject_sharing(directory: Path, environments: Iterable[Environment], name: str | None) -> None:
    """Raises ConfigError for what two environments would take from each other."""
    faults = [
        f"{directory}/{one.name}.toml and {directory}/{other.name}.toml: {fault}"
        for one, other in itertools.combinations(environments, 2)
        if name in (None, one.name, other.name)
        for fault in _shared(one, other)
    ]
    if faults:
        raise ConfigError("\n".join(faults))


def _shared(one: Environment, other: Environment) -> Iterable[str]:
    buckets = {environment.state and environment.state.bucket for environment in (one, other)}
    if len(buckets) == 1 and one.state and one.state_key == other.state_key:
        yield (
            f"state.key = {one.state_key!r}: both keep their state there, and each would destroy "
            "what the other made; allowed is a key of its own for each"
        )
    if one.domain and other.domain and one.domain.name == other.domain.name:
        yield f"domain.name = {one.domain.name!r}: a name belongs to one distribution"
    if (one.account_id, one.region) != (other.account_id, other.region):
        return
    if one.api.account_role and other.api.account_role:
        yield (
            "api.account_role = true: the role is one for an account and region; allowed is one "
            "environment that sets it"
        )
    parameters = {parameter: variable for variable, parameter in other.librechat.secrets.items()}
    for variable, parameter in one.librechat.secrets.items():
        its_variable = parameters.get(parameter)
        if its_variable and not (variable in one.shared and its_variable in other.shared):
            yield (
                f"librechat.secrets.{variable} = {parameter!r}: both name this parameter; allowed "
                f"is one for each, or shared = [{variable!r}] in both where it is meant"
            )


# What pydantic finds, as the file's author would say it; `{…}` are its own facts.
_MESSAGES = {
    "missing": "missing",
    "string_type": 'must be text, in quotes: "…"',
    "int_type": "must be a whole number, without quotes",
    "bool_type": "must be true or false, without quotes",
    "list_type": "must be a list: […]",
    "dict_type": "must be a table",
    "model_type": "must be a table",
    "path_type": 'must be a path, in quotes: "…"',
    "literal_error": "must be {expected}",
    "greater_than_equal": "must be {ge} or more",
    "less_than_equal": "must be {le} or less",
    "too_short": "must have at least {min_length} of them",
}


def _describe(fault: Any) -> str:
    loc: tuple[int | str, ...] = fault["loc"]
    key = ".".join(str(part) for part in loc if part != "[key]")
    context = fault.get("ctx", {})
    if fault["type"] == "extra_forbidden":
        allowed = _keys_allowed_at(loc)
        hint = did_you_mean(str(loc[-1]), allowed)
        message = f"unknown key; allowed: {', '.join(allowed)}{hint}"
    elif "error" in context:
        message = str(context["error"])
    else:
        message = _MESSAGES.get(fault["type"], fault["msg"]).format(**context)
    if fault["type"] != "missing":
        key += _shown(key, fault["input"])
    return f"{key}: {message}" if key else message


def _shown(key: str, value: Any) -> str:
    """` = value` for a message, unless the value is a table, a list or possibly a secret."""
    if key.startswith(("librechat.variables", "librechat.secrets")):
        return ""
    if is_secret_name(key.rpartition(".")[2]) or not isinstance(value, str | int | float | bool):
        return ""
    return "" if has_secret_shape(str(value)) else f" = {value!r}"


def _keys_allowed_at(loc: tuple[int | str, ...]) -> list[str]:
    """The keys of the table that holds `loc`, the place of an unknown key; rows and named services
    are passed through."""
    model: Any = Environment
    for part in loc[:-1]:
        if field := model.model_fields.get(part):
            # The model itself, or the one inside `X | None`, `list[X]` and `dict[…, X]`.
            types = [field.annotation, *get_args(field.annotation)]
            model = next((type_ for type_ in types if hasattr(type_, "model_fields")), model)
    return sorted(set(model.model_fields) - ({"name"} if model is Environment else set()))
