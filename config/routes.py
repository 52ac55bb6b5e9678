"""The route table (FR-045), `/health` in it (SC-003): its rows, and what each means to API Gateway,
CloudFront and the handler.

A row `/x` is that path alone; a row `/x/*` is `/x` and all below it, everywhere.
"""

import re
from collections.abc import Iterable
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from config.types import Model, matching

Mode = Literal["stream", "buffered"]

LONGEST_SECONDS: dict[Mode, int] = {"stream": 900, "buffered": 300}
"""API Gateway's limits; of a buffered integration only after a raised quota."""
DEFAULT_SECONDS: dict[Mode, int] = {"stream": 900, "buffered": 29}
"""29 s is the quota "Maximum integration timeout" (L-E5AE38E3) of an account that raised none."""

RoutePath = Annotated[
    str,
    matching(
        r"(/[A-Za-z0-9._~-]+)+(/\*)?",
        "a path like /health, or /api/files/* for /api/files and all below it",
    ),
]


class Route(Model):
    """One row of the route table."""

    path: RoutePath
    """`/health` is that path alone, `/api/files/*` is `/api/files` and all below it; the longest
    match wins."""
    mode: Mode = "stream"
    """`"stream"`: token by token, up to 15 minutes; `"buffered"`: the whole answer at once, up to
    6 MB."""
    timeout_seconds: Annotated[int, Field(ge=1)] | None = None
    """Seconds until API Gateway gives up: at most 900 for stream (the default), 300 for buffered
    (default 29; for more, see `api.buffered_timeout_quota`)."""

    @model_validator(mode="after")
    def timeout_within_the_mode(self) -> Self:
        longest = LONGEST_SECONDS[self.mode]
        if self.timeout_seconds is not None and self.timeout_seconds > longest:
            raise ValueError(
                f"timeout_seconds = {self.timeout_seconds}: API Gateway allows at most {longest} "
                f"seconds for mode {self.mode!r}"
            )
        return self

    @property
    def seconds(self) -> int:
        """Until API Gateway gives up."""
        return self.timeout_seconds or DEFAULT_SECONDS[self.mode]

    @property
    def timeout_ms(self) -> int:
        """The same as API Gateway takes it."""
        return 1000 * self.seconds

    @property
    def base(self) -> str:
        """The path without `/*`."""
        return self.path.removesuffix("/*")

    @property
    def api_paths(self) -> list[str]:
        """API Gateway's resources: `/x`, and for `/x/*` also `/x/{proxy+}`."""
        return [self.base] if self.base == self.path else [self.base, f"{self.base}/{{proxy+}}"]

    @property
    def path_patterns(self) -> list[str]:
        """CloudFront's patterns. A row deeper than one part is covered by all below its first
        part, so that a table of many rows needs few behaviors."""
        first = "/" + self.path.split("/")[1]
        if self.base != first:
            return [f"{first}/*"]
        return [first] if self.base == self.path else [first, f"{first}/*"]


def resource_name(path: str) -> str:
    """The Terraform name of a path's resources: `/api/agents/{proxy+}` → `api_agents_proxy`."""
    return re.sub(r"[^A-Za-z0-9]+", "_", path).strip("_")


def reject_overlaps(routes: Iterable[Route]) -> None:
    """Raises ValueError for two rows of one path, or two paths of one Terraform name."""
    rows: dict[str, str] = {}
    names: dict[str, str] = {}
    for route in routes:
        if route.base in rows:
            raise ValueError(
                f"{route.path} overlaps {rows[route.base]}; allowed is one row for a path"
            )
        rows[route.base] = route.path
        path = route.base
        while path:
            namesake = names.setdefault(resource_name(path), path)
            if namesake != path:
                raise ValueError(f"{path} and {namesake} would share one Terraform address")
            path = path.rpartition("/")[0]


_STREAMED = ("agents", "assistants", "ask", "chat", "files", "convos")
_BUFFERED = ("/api/*", "/oauth/*", "/health")
DEFAULT_ROUTES = [
    *(Route(path=f"/api/{name}/*") for name in _STREAMED),
    *(Route(path=path, mode="buffered") for path in _BUFFERED),
]
