"""The files of LibreChat's built client, and how each is served (FR-043)."""

import hashlib
import mimetypes
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from publish.errors import PublishError

YEAR = "public, max-age=31536000, immutable"
HOUR = "public, max-age=3600"
REVALIDATE = "no-cache"

HASHED = re.compile(r"assets/.*\.(?![a-z]{8}\.)[A-Za-z0-9_-]{8}\.\w+|workbox-[0-9a-f]{8}\.js")
"""LibreChat's Vite configuration names its output `assets/[name].[hash].js`; the hash is 8
characters of base64url. The service worker's library is `workbox-<hash>.js`, in hexadecimal.

Eight lower-case letters may as well be a word (`pdf.polyfill.js`): such a file is short-lived.
"""

RELEASE_ORDER = (
    {"manifest.json", "manifest.webmanifest", "registerSW.js", "sw-heal.js"},
    {"sw.js"},
    {"index.html"},
)
"""Fixed names that say which release is live, in the order in which they must go live.

`sw.js` imports `sw-heal.js` (LibreChat 0.8.7), which a browser may take from its cache. The service
worker may come before `index.html`, because LibreChat's does not precache that.
"""

TYPES = mimetypes.MimeTypes()
"""Python's own table, not the machine's, so that every machine publishes the same."""

for _type, _extension in (
    ("text/javascript", ".js"),
    ("text/javascript", ".mjs"),
    ("application/json", ".map"),
    ("application/manifest+json", ".webmanifest"),
    ("application/wasm", ".wasm"),
    ("font/otf", ".otf"),
    ("font/ttf", ".ttf"),
    ("font/woff", ".woff"),
    ("font/woff2", ".woff2"),
    ("image/svg+xml", ".svg"),
    ("image/vnd.microsoft.icon", ".ico"),
    ("image/webp", ".webp"),
):
    TYPES.add_type(_type, _extension)

TEXT_TYPES = ("application/json", "application/manifest+json", "image/svg+xml")
"""Types beside `text/*` that need a character set."""


@dataclass(frozen=True)
class ClientFile:
    """A file of the build and how it is served."""

    path: Path
    key: str

    @property
    def rank(self) -> int:
        """When it is uploaded: files of one rank in parallel, the ranks one after the other."""
        for rank, names in enumerate(RELEASE_ORDER, start=2):
            if self.key in names:
                return rank
        return 0 if HASHED.fullmatch(self.key) else 1

    @property
    def cache_control(self) -> str:
        return {0: YEAR, 1: HOUR}.get(self.rank, REVALIDATE)

    @property
    def content_type(self) -> str:
        type_ = TYPES.guess_type(self.key)[0] or "application/octet-stream"
        is_text = type_.startswith("text/") or type_ in TEXT_TYPES
        return f"{type_}; charset=utf-8" if is_text else type_

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.path.read_bytes()).hexdigest()


RANKS = range(2 + len(RELEASE_ORDER))


def client_files(directory: Path) -> list[ClientFile]:
    """The files to publish, without `.gz` and `.br` siblings: CloudFront compresses by itself.

    Raises PublishError for a directory without index.html.
    """
    if not (directory / "index.html").is_file():
        raise PublishError(
            f"{directory} holds no index.html, so it is no built client. Nothing was changed."
        )
    paths = {
        path.relative_to(directory).as_posix(): path
        for path in sorted(directory.rglob("*"))
        if path.is_file()
    }

    def is_compressed_sibling(key: str, path: Path) -> bool:
        return path.suffix in (".gz", ".br") and key.removesuffix(path.suffix) in paths

    return [
        ClientFile(path, key) for key, path in paths.items() if not is_compressed_sibling(key, path)
    ]
