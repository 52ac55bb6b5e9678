"""A Terraform module registry on loopback, for machines that do not reach the public one.

It speaks the module registry protocol
(https://developer.hashicorp.com/terraform/internals/module-registry-protocol) for the modules of
`local/module_interfaces/`: one JSON file a module, with its source, version, variables and outputs
as read off the module's own release. What a module consists of is pluggable: `interface_only`
(default) writes its variables, with their types and defaults, and its outputs, so that Terraform
checks the name and type of every argument and needs no provider; `from_directory` serves whatever
lies in a directory, such as the modules' real sources.

    with registry(tmp_path) as cli_config:
        subprocess.run(["terraform", "init"], env=os.environ | environment(cli_config))
"""

import functools
import io
import json
import os
import re
import tarfile
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

HOST = "registry.terraform.io"
INTERFACES = Path(__file__).parent / "module_interfaces"

# No call home, and no banner about the age of Node.
QUIET = {
    "CHECKPOINT_DISABLE": "1",
    "TF_IN_AUTOMATION": "1",
    "JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION": "20",
}

Source = Callable[[dict[str, Any]], Mapping[str, bytes]]
"""Makes a module's files (path in the module → content) from its interface."""


def interfaces() -> dict[str, dict[str, Any]]:
    """The modules that the stack uses, by their name in the registry (`s3-bucket`)."""
    return {path.stem: json.loads(path.read_text()) for path in sorted(INTERFACES.glob("*.json"))}


def interface_only(interface: dict[str, Any]) -> dict[str, bytes]:
    """Variables and outputs, nothing else.

    The module's provider requirements are left out on purpose: there is no resource to need them,
    and elasticache's hashicorp/random would have to be installed.
    """
    blocks = [
        f'variable "{name}" {{\n  type    = {variable["type"]}\n'
        + (f"  default = {_literal(variable['default'])}\n" if "default" in variable else "")
        + "}\n"
        for name, variable in interface["variables"].items()
    ]
    blocks += [f'output "{name}" {{\n  value = null\n}}\n' for name in interface["outputs"]]
    return {"main.tf": "\n".join(blocks).encode()}


def from_directory(directory: Path) -> Source:
    """Serves `<directory>/<module name>/…` as it stands."""

    def files(interface: dict[str, Any]) -> dict[str, bytes]:
        root = directory / interface["source"].split("/")[1]
        if not root.is_dir():
            raise FileNotFoundError(
                f"{root}: no such directory; it should hold the module {interface['source']}"
            )
        return {
            str(path.relative_to(root)): path.read_bytes()
            for path in sorted(root.rglob("*"))
            if path.is_file()
        }

    return files


@contextmanager
def registry(directory: Path, source: Source = interface_only) -> Iterator[Path]:
    """Serves the modules while the block runs; yields the Terraform CLI config that leads to them.

    The config is written to `directory`. Providers come from what `provider_mirror` finds; without
    it Terraform downloads them as usual.
    """
    routes: dict[str, tuple[int, dict[str, str], bytes]] = {}
    for interface in interfaces().values():
        base = f"/v1/modules/{interface['source']}"
        versions = {"modules": [{"versions": [{"version": interface["version"]}]}]}
        routes[f"{base}/versions"] = (
            200,
            {"Content-Type": "application/json"},
            json.dumps(versions).encode(),
        )
        routes[f"{base}/{interface['version']}/download"] = (
            204,
            {"X-Terraform-Get": "./module.tar.gz"},
            b"",
        )
        routes[f"{base}/{interface['version']}/module.tar.gz"] = (
            200,
            {},
            _archive(source(interface)),
        )

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, headers, body = routes.get(self.path.split("?")[0], (404, {}, b""))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if status != 204:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Terraform says itself what it looks up."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            url = f"http://127.0.0.1:{server.server_port}/v1/modules/"
            config = f'host "{HOST}" {{\n  services = {{ "modules.v1" = "{url}" }}\n}}\n'
            if mirror := provider_mirror():
                filesystem_mirror = f'filesystem_mirror {{\n    path = "{mirror}"\n  }}'
                config += f"provider_installation {{\n  {filesystem_mirror}\n}}\n"
            cli_config = directory / "terraform.rc"
            cli_config.write_text(config)
            yield cli_config
        finally:
            server.shutdown()


def environment(cli_config: Path) -> dict[str, str]:
    """What `terraform` and `cdktf` need in their environment to follow that config."""
    return {"TF_CLI_CONFIG_FILE": str(cli_config), **QUIET}


@functools.cache
def reachable() -> bool:
    """Whether the public registry answers."""
    try:
        with urllib.request.urlopen(
            f"https://{HOST}/.well-known/terraform.json", timeout=5
        ) as response:
            return bool(response.status == 200)
    except (urllib.error.URLError, OSError):
        return False


@functools.cache
def provider_mirror() -> Path | None:
    """A filesystem mirror that holds the AWS provider; None where Terraform can download it.

    A machine without a registry may hold one anywhere, so the disk is searched for Terraform's own
    layout (a second).
    """
    if reachable():
        return None
    skipped = {"proc", "sys", "dev", "node_modules", "site-packages", ".git", ".terraform"}
    for path, directories, _ in os.walk("/"):
        if path.endswith(f"/{HOST}/hashicorp/aws"):
            return Path(path).parents[2]
        directories[:] = (
            sorted(name for name in directories if name not in skipped)
            if path.count("/") < 10
            else []
        )
    return None


def _literal(value: object) -> str:
    """A JSON literal is an HCL expression once its template markers are escaped."""
    return re.sub(r"([$%])\{", r"\1\1{", json.dumps(value))


def _archive(files: Mapping[str, bytes]) -> bytes:
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w:gz") as tar:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            entry.mode = 0o644
            tar.addfile(entry, io.BytesIO(content))
    return archive.getvalue()
