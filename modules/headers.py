"""The response headers that the distribution adds to every answer: HSTS, no sniffing, no framing, a
content security policy.

The policy lets LibreChat's client work with all its features. It is LibreChat's own, which later
versions can send themselves (`packages/api/src/security/csp.ts`, pull request 14446), with two
differences, as seen in the client's source at v0.8.2-rc1:

- 'unsafe-inline' for scripts: `index.html` sets the theme by an inline script. A nonce needs a
  server that writes the page, and a hash would break the page with the next release of the client.
- 'unsafe-eval': photos from iPhones are converted by `heic-to` in a worker, whose ordinary build
  compiles WebAssembly and evaluates text. LibreChat's hosts for Turnstile and Google's tag manager
  are named, as 'strict-dynamic' is not there to admit them.

https: for images (avatars, images in answers, presigned URLs of the files bucket), connections (the
same, SharePoint) and frames (artifacts run in Sandpack's frames on codesandbox.io or on a host that
the administrator names; Turnstile, SharePoint) is LibreChat's choice, too: a narrower list was
tried there and reverted, as it broke features (pull requests 7377 and 7419). Where fewer features
are in use, `frontend.content_security_policy` has a stricter one.
"""

from cdktf_cdktf_provider_aws.cloudfront_response_headers_policy import (
    CloudfrontResponseHeadersPolicy,
)
from constructs import Construct

import config

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'self'",
        "base-uri 'self'",
        "object-src 'none'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval'"
        " https://challenges.cloudflare.com https://www.googletagmanager.com",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob: https:",
        "font-src 'self' data:",
        "connect-src 'self' https: wss:",
        "media-src 'self' data: blob: https:",
        "frame-src 'self' https: blob: data:",
        "worker-src 'self' blob:",
        "manifest-src 'self'",
        "form-action 'self' https:",
        "frame-ancestors 'self'",
    )
)


def security_headers(
    scope: Construct, id_: str, *, name: str, settings: config.Frontend
) -> CloudfrontResponseHeadersPolicy:
    """Creates `aws_cloudfront_response_headers_policy.<id>` and returns it."""
    return CloudfrontResponseHeadersPolicy(
        scope,
        id_,
        name=name,
        security_headers_config={
            "content_security_policy": {
                "content_security_policy": (
                    settings.content_security_policy or CONTENT_SECURITY_POLICY
                ),
                "override": True,
            },
            "content_type_options": {"override": True},
            "frame_options": {"frame_option": "SAMEORIGIN", "override": True},
            "referrer_policy": {
                "referrer_policy": "strict-origin-when-cross-origin",
                "override": True,
            },
            "strict_transport_security": {
                "access_control_max_age_sec": 31_536_000,
                "override": True,
            },
        },
    )
