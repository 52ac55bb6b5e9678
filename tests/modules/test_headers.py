"""The headers that the distribution adds, and a policy that LibreChat's client works with."""

from typing import Any

from config import Frontend
from modules.headers import security_headers
from tests.conftest import named, synthesized


def headers(**settings: Any) -> dict[str, Any]:
    made = synthesized(
        lambda scope: security_headers(scope, "headers", name="chat", settings=Frontend(**settings))
    )
    policy = named(made, "aws_cloudfront_response_headers_policy.headers")
    assert policy["name"] == "chat"
    return policy["security_headers_config"]  # type: ignore[no-any-return]


def directives(**settings: Any) -> dict[str, set[str]]:
    text = headers(**settings)["content_security_policy"]["content_security_policy"]
    return {
        name: set(sources)
        for name, *sources in (directive.split() for directive in text.split("; "))
    }


def test_browsers_are_held_to_tls_sniff_nothing_and_frame_it_nowhere_else() -> None:
    made = headers()
    assert made["strict_transport_security"]["access_control_max_age_sec"] == 31_536_000
    assert made["content_type_options"] == {"override": True}
    assert made["frame_options"]["frame_option"] == "SAMEORIGIN"
    assert made["referrer_policy"]["referrer_policy"] == "strict-origin-when-cross-origin"
    assert all(header["override"] is True for header in made.values())


def test_what_is_not_named_comes_from_the_own_origin_and_plugins_from_nowhere() -> None:
    made = directives()
    assert made["default-src"] == made["base-uri"] == made["frame-ancestors"] == {"'self'"}
    assert made["object-src"] == {"'none'"}


def test_scripts_come_from_the_own_origin_and_the_two_hosts_that_the_client_may_load_from() -> None:
    """index.html sets the theme inline; heic-to evaluates text in its worker; Turnstile and the tag
    manager are options."""
    assert directives()["script-src"] == {
        "'self'",
        "'unsafe-inline'",
        "'unsafe-eval'",
        "https://challenges.cloudflare.com",
        "https://www.googletagmanager.com",
    }


def test_the_clients_features_are_admitted() -> None:
    made = directives()
    assert {"data:", "blob:", "https:"} <= made[
        "img-src"
    ]  # avatars, previews of uploads, presigned URLs
    assert {"blob:"} <= made["worker-src"] and {"blob:", "data:"} <= made[
        "media-src"
    ]  # HEIC, speech
    assert {"https:", "blob:"} <= made["frame-src"]  # artifacts in Sandpack's frames
    assert {"https:", "wss:"} <= made["connect-src"]
    assert {"'unsafe-inline'"} <= made["style-src"] and {"data:"} <= made["font-src"]


def test_nothing_comes_over_plain_http_and_no_script_from_just_anywhere() -> None:
    made = directives()
    assert not any("http:" in sources or "*" in sources for sources in made.values())
    assert "https:" not in made["script-src"] and "data:" not in made["script-src"]


def test_a_policy_of_ones_own_replaces_it() -> None:
    assert directives(content_security_policy="default-src 'none'") == {"default-src": {"'none'"}}
