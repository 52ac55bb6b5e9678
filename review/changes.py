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
        yield Change(attribute, *said_of_both(before, after))


def document(value: Any) -> Any:
    """What a text says that is a document of JSON, such as a policy; any other value as it is."""
    if isinstance(value, str) and value.startswith(("{", "[")):
        with suppress(ValueError):
            return json.loads(value)
    return value


LONG, AROUND = 70, 20
"""In characters: what is shortened, and what is kept around the part that differs."""


def said_of_both(before: Any, after: Any) -> tuple[str, str]:
    """Both values; of two long texts, what differs and a little around it."""
    one, other = text(before), text(after)
    if max(len(one), len(other)) > LONG and {type(before), type(after)} == {str}:
        start = max(same(one, other) - AROUND, 0)
        end = max(same(one[start:][::-1], other[start:][::-1]) - AROUND, 0)
        one, other = (
            f"{'…' * (start > 0)}{it[start : len(it) - end]}{'…' * (end > 0)}"
            for it in (one, other)
        )
    return shortened(one), shortened(other)


def same(one: str, other: str) -> int:
    """So many characters at the beginning of both are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def said(value: Any) -> str:
    """A value in at most 70 characters."""
    return shortened(text(value))


def text(value: Any) -> str:
    if value is ABSENT or value is None:
        return "nothing"
    return (value if isinstance(value, str) and value.isprintable() else json.dumps(value)) or '""'


def shortened(said: str) -> str:
    return said if len(said) <= LONG else f"{said[:50]}… ({len(said)} characters)"
