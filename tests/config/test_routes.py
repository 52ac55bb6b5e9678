"""One grammar for a row of the route table: API Gateway, CloudFront, the handler (FR-045)."""

from pathlib import Path

import pytest

from config import Api, ConfigError, Route, load
from tests.config.test_schema import MINIMAL, write


@pytest.mark.parametrize(
    ("path", "api_paths", "path_patterns"),
    [
        ("/health", ["/health"], ["/health"]),
        ("/mcp/*", ["/mcp", "/mcp/{proxy+}"], ["/mcp", "/mcp/*"]),
        ("/api/*", ["/api", "/api/{proxy+}"], ["/api", "/api/*"]),
        ("/oauth/*", ["/oauth", "/oauth/{proxy+}"], ["/oauth", "/oauth/*"]),
        ("/v1/chat", ["/v1/chat"], ["/v1/*"]),
        ("/api/files/*", ["/api/files", "/api/files/{proxy+}"], ["/api/*"]),
    ],
)
def test_a_row_with_a_star_is_the_path_and_all_below_it_everywhere(
    path: str, api_paths: list[str], path_patterns: list[str]
) -> None:
    route = Route(path=path)
    assert route.api_paths == api_paths
    assert route.path_patterns == path_patterns


def test_the_handler_is_told_the_buffered_resources_and_their_timeouts() -> None:
    routes = [Route(path="/api/*", mode="buffered"), Route(path="/api/agents/*")]
    assert Api(routes=routes).buffered_routes == {"/api": 29, "/api/{proxy+}": 29}
    assert Api(routes=routes, stream_everything=True).buffered_routes == {}


def test_a_buffered_route_over_29_seconds_says_that_a_quota_must_have_been_raised(
    tmp_path: Path,
) -> None:
    row = "[[api.routes]]\npath = '/api/x'\nmode = 'buffered'\ntimeout_seconds = 60\n"
    with pytest.raises(ConfigError, match="/api/x: timeout_seconds = 60: .* quota L-E5AE38E3"):
        load(write(tmp_path, MINIMAL + row))
    raised = MINIMAL + "[api]\nbuffered_timeout_quota = 60\n" + row
    assert load(write(tmp_path, raised)).api.buffered_routes == {"/api/x": 60}
