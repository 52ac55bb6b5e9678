"""Text that stays text: Terraform takes `${…}` and `%{…}` in any value for expressions."""

from typing import Any, TypeVar

from pydantic import BaseModel

T = TypeVar("T")


def literal(value: T) -> T:
    """The value with every text in it, keys too, written so that Terraform reads it as it stands.

    For what an environment file says, before it meets CDKTF's tokens, which look like such
    expressions.
    """
    return _literal(value)  # type: ignore[no-any-return]


def _literal(value: Any) -> Any:
    match value:
        case str():
            return value.replace("${", "$${").replace("%{", "%%{")
        case dict():
            return {_literal(key): _literal(item) for key, item in value.items()}
        case list() | tuple():
            return type(value)(map(_literal, value))
        case BaseModel():
            return value.model_copy(update={name: _literal(item) for name, item in value})
    return value
