"""What differs between two values, said attribute by attribute: of a plan, or of two synthesized
stacks."""

import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, NamedTuple

ABSENT = object()


class Change(NamedTuple):
    """An attribute (`environment.variables.TITLE`) and what it says before and after, as text."""

    attribute: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.attribute}: {self.before} → {self.after}"


def changes(before: Any, after: Any, attribute: str = "") -> Iterator[Change]:
    """The changes, attribute by attribute, in documents of JSON as well; of a list whose length
    changed, what is no longer in it and what is new."""
    before, after = document(before), document(after)
    if isinstance(before, dict) and isinstance(after, dict):
        for key in sorted({*before, *after}):
            inner = f"{attribute}.{key}" if attribute else str(key)
            yield from changes(before.get(key, ABSENT), after.get(key, ABSENT), inner)
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for index, (old, new) in enumerate(zip(before, after, strict=True)):
            inner = attribute if len(before) == 1 else f"{attribute}[{index}]"
            yield from changes(old, new, inner)
    elif isinstance(before, list) and isinstance(after, list):
        gone = [Change(attribute, said(it), said(ABSENT)) for it in before if it not in after]
        new = [Change(attribute, said(ABSENT), said(it)) for it in after if it not in before]
        yield from [*gone, *new] or [Change(attribute, said(before), said(after))]
    elif before != after:
        yield Change(attribute, said(before), said(after))


def document(value: Any) -> Any:
    """What a text says that is a document of JSON, such as a policy; any other value as it is."""
    if isinstance(value, str) and value.startswith(("{", "[")):
        with suppress(ValueError):
            return json.loads(value)
    return value


def said(value: Any) -> str:
    """A value in at most 70 characters."""
    if value is ABSENT or value is None:
        return "nothing"
    text = value if isinstance(value, str) and value.isprintable() else json.dumps(value)
    if len(text) <= 70:
        return text or '""'
    return f"{text[:50]}… ({len(text)} characters)"
