"""An AWS on this machine: moto's server, its gaps for this stack filled, a real registry for ECR.

    with emulated_aws() as aws:
        subprocess.run(["cdktf", "deploy", ...], env=os.environ | aws.environment)
        aws.client("s3").list_buckets()

What moto does not do is filled in by moto_gaps.py. ECR's registry is a real one, behind a front
that has ECR's login, its repositories and immutable tags, and that tells moto of each image.

`aws.calls` lists every call that arrived (`s3 PUT /bucket/key`, `ecr DescribeImages`, `registry PUT
/v2/…`), and with `aws.when(pattern, act)` a test refuses one, cuts its connection, or does
something at that very moment. What is to outlive the process is kept in a directory (kept.py).
"""

import base64
import http.client
import io
import json
import logging
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from typing import Any
from urllib.parse import parse_qs

import boto3

from local import kept, moto_gaps

ACCOUNT = moto_gaps.ACCOUNT
REGION = "eu-west-1"
PASSWORD = "registry-password-of-this-machine"


class Refused(Exception):
    """Raised by an `act`: the call is answered with AccessDenied."""


class Cut(Exception):
    """Raised by an `act`: the connection is closed without an answer."""


def refuse() -> None:
    raise Refused("is not authorized to perform this action")


def cut() -> None:
    raise Cut


class Call(str):
    """What was called; `by` is the access key that it was signed with, or the repository of a call
    to the registry, `query` that of its URL."""

    by: str = ""
    query: str = ""


@dataclass
class Trap:
    pattern: re.Pattern[str]
    by: str
    act: Callable[[], None]
    skip: int
    times: int


@dataclass
class AWS:
    """One emulated account."""

    endpoint: str = ""
    registry: str = ""
    calls: list[Call] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    traps: list[Trap] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)

    @property
    def environment(self) -> dict[str, str]:
        """What the provider, boto3 and the command line need to talk to this account alone."""
        return {
            "AWS_ENDPOINT_URL": self.endpoint,
            "AWS_ACCESS_KEY_ID": "AKIAIOSFODNN7EXAMPLE",
            "AWS_SECRET_ACCESS_KEY": "example",
            "AWS_REGION": REGION,
            "AWS_EC2_METADATA_DISABLED": "true",
            "AWS_CONFIG_FILE": os.devnull,
            "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
            "NO_PROXY": "127.0.0.1,localhost",
            "no_proxy": "127.0.0.1,localhost",
        }

    def client(self, service: str, region: str = REGION) -> Any:
        return boto3.client(
            service,
            region_name=region,
            endpoint_url=self.endpoint,
            aws_access_key_id="AKIAIOSFODNN7EXAMPLE",
            aws_secret_access_key="example",
        )

    def arrived(self, what: str, by: str, query: str = "") -> None:
        """Notes a call, and springs the first trap that is set for it."""
        call = Call(what)
        call.by, call.query = by, query
        with self.lock:
            self.calls.append(call)
            for trap in self.traps:
                if trap.pattern.match(call) and trap.by in call.by:
                    trap.skip -= 1
                    if trap.skip < 0 < trap.times:
                        trap.times -= 1
                        break
            else:
                return
        trap.act()

    @contextmanager
    def when(
        self,
        pattern: str,
        act: Callable[[], None] = refuse,
        *,
        by: str = "",
        skip: int = 0,
        times: int = 1_000_000,
    ) -> Iterator[Trap]:
        """While the block runs, `act` happens at each matching call but the first `skip`."""
        trap = Trap(re.compile(pattern), by, act, skip, times)
        self.traps.append(trap)
        try:
            yield trap
        finally:
            self.traps.remove(trap)

    def calls_since(self, mark: int, pattern: str) -> list[str]:
        return [call for call in self.calls[mark:] if re.match(pattern, call)]


@contextmanager
def emulated_aws(
    directory: Path | None = None, *, registry_port: int = 0, distribution_domain: str = ""
) -> Iterator[AWS]:
    """Starts the account; one at a time in a process, for moto keeps it in the process.

    It is empty and leaves nothing, unless `directory` keeps it from one run to the next; then the
    registry, whose address is in what the account holds, needs the same `registry_port` each time.
    Distributions are at `distribution_domain` instead of a name of CloudFront's.
    """
    from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
    from werkzeug.serving import WSGIRequestHandler, make_server

    class Quiet(WSGIRequestHandler):
        protocol_version = "HTTP/1.1"

        def log(self, type: str, message: str, *args: object) -> None:
            """The calls are in `aws.calls`."""

    os.environ.setdefault("MOTO_S3_CUSTOM_ENDPOINTS", "")
    os.environ.setdefault("MOTO_IAM_LOAD_MANAGED_POLICIES", "true")
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    moto_gaps.fill()
    moto_gaps.distribution_domain = distribution_domain
    aws = AWS()
    with ExitStack() as stack:
        server = make_server(
            "127.0.0.1",
            0,
            Front(aws, DomainDispatcherApplication(create_backend_app)),
            threaded=True,
            request_handler=Quiet,
        )
        aws.endpoint = f"http://127.0.0.1:{server.server_port}"
        Thread(target=server.serve_forever, daemon=True).start()
        stack.callback(server.shutdown)
        reset(aws)
        stack.callback(reset, aws)
        if directory:
            directory.mkdir(parents=True, exist_ok=True)
            kept.load(directory / "account.pickle")
            stack.callback(kept.save, directory / "account.pickle")
        aws.registry = stack.enter_context(ecr_registry(aws, directory, registry_port))
        fill_ecr(aws.registry)
        yield aws


def reset(aws: AWS) -> None:
    connection = http.client.HTTPConnection(aws.endpoint.removeprefix("http://"))
    connection.request("POST", "/moto-api/reset")
    assert connection.getresponse().status == 200


Answer = tuple[str, list[tuple[str, str]], bytes]
"""Status, headers and body."""


class Front:
    """Names each call, as `service Operation` or, for REST protocols, `service METHOD /path`, and
    springs traps.

    A call that is sent again gets the answer that the first one got, and has no second effect. The
    SDK for Go closes a connection now and then whose answer came within a millisecond, before it
    has read it, and sends the call again (aws/aws-sdk-go-v2, issue 2737); a second CreateStage
    would be refused, a second AddPermission left for ever.
    """

    def __init__(self, aws: AWS, app: Any) -> None:
        self.aws, self.app = aws, app
        self.answers: dict[str, Answer] = {}
        self.turn = Lock()  # moto reads what another thread is changing

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        signed = re.search(
            r"Credential=([^/]+)/\d+/[^/]*/([^/]+)/", environ.get("HTTP_AUTHORIZATION", "")
        )
        if not signed:
            return self.app(environ, start_response)  # type: ignore[no-any-return]
        invocation = environ.get("HTTP_AMZ_SDK_INVOCATION_ID")
        if invocation in self.answers:
            sent_body(environ)
            status, headers, body = self.answers[invocation]
        else:
            status, headers, body = self.answer(environ, *signed.groups())
            if invocation and not status.startswith("5"):
                self.answers[invocation] = (status, headers, body)
        start_response(status, headers)
        return [body]

    def answer(self, environ: dict[str, Any], key: str, service: str) -> Answer:
        if target := environ.get("HTTP_X_AMZ_TARGET"):
            call = target.rpartition(".")[2]
        elif "x-www-form-urlencoded" in environ.get("CONTENT_TYPE", ""):
            sent = sent_body(environ)
            environ["wsgi.input"] = _Body(sent)
            call = parse_qs(sent.decode())["Action"][0]
        else:
            call = f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']}"
        begun: list[Any] = []
        try:
            self.aws.arrived(f"{service} {call}", key, environ.get("QUERY_STRING", ""))
            with self.turn:
                body = b"".join(self.app(environ, lambda *begins: begun.extend(begins)))
        except Refused as refusal:
            return self.access_denied(environ, service, str(refusal))
        except NotImplementedError as gap:
            self.aws.gaps.append(f"{service} {call}: {gap}")
            return self.access_denied(environ, service, f"moto: {gap}")
        status, headers = begun[:2]
        if status.startswith("5"):
            self.aws.gaps.append(f"{service} {call}: {status}, {body.decode(errors='replace')}")
        return status, headers, body

    def access_denied(self, environ: dict[str, Any], service: str, message: str) -> Answer:
        """Refuses in the service's own protocol."""
        sent_body(environ)
        headers = [("Content-Type", "text/xml"), ("x-amzn-errortype", "AccessDeniedException")]
        if service == "s3":
            body = f"<Error><Code>AccessDenied</Code><Message>{message}</Message></Error>"
        elif service in ("ecr", "ssm", "logs", "lambda", "apigateway"):
            headers[0] = ("Content-Type", "application/json")
            body = json.dumps({"__type": "AccessDeniedException", "message": message})
        else:
            error = f"<Error><Code>AccessDenied</Code><Message>{message}</Message></Error>"
            body = f"<ErrorResponse>{error}<RequestId>0</RequestId></ErrorResponse>"
        return "403 Forbidden", [*headers, ("Content-Length", str(len(body)))], body.encode()


def sent_body(environ: dict[str, Any]) -> bytes:
    body: bytes = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    return body


class _Body:
    def __init__(self, content: bytes) -> None:
        self.stream = io.BytesIO(content)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)


def fill_ecr(registry: str) -> None:
    """Repositories live in the registry on loopback, which takes ECR's login."""
    from moto.core.responses import ActionResult
    from moto.ecr import models, responses

    if not hasattr(models.Repository, "uri_of_aws"):
        created = models.Repository.__init__

        def create(self: Any, *args: Any, **named: Any) -> None:
            created(self, *args, **named)
            self.uri = f"{models.Repository.uri_of_aws}/{self.name}"  # type: ignore[attr-defined]

        models.Repository.__init__ = create  # type: ignore[method-assign]
    models.Repository.uri_of_aws = registry  # type: ignore[attr-defined]

    def token(self: Any) -> ActionResult:
        return ActionResult(
            {
                "authorizationData": [
                    {
                        "authorizationToken": base64.b64encode(f"AWS:{PASSWORD}".encode()).decode(),
                        "expiresAt": time.time() + 12 * 3600,
                        "proxyEndpoint": f"http://{registry}",
                    }
                ]
            }
        )

    responses.ECRResponse.get_authorization_token = token  # type: ignore[method-assign]


# ECR's registry


def registry_program() -> str | None:
    """The registry's reference implementation: docker-registry in Debian, else registry."""
    return shutil.which("docker-registry") or shutil.which("registry")


@contextmanager
def ecr_registry(aws: AWS, kept_in: Path | None, front_port: int) -> Iterator[str]:
    """A real registry, with a front that behaves as ECR's does; yields the address for images."""
    with ExitStack() as stack:
        directory = (kept_in or Path(stack.enter_context(tempfile.TemporaryDirectory()))) / "images"
        directory.mkdir(exist_ok=True)
        port = free_port()
        config = directory / "config.yml"
        config.write_text(
            json.dumps(
                {
                    "version": "0.1",
                    "log": {"level": "error", "accesslog": {"disabled": True}},
                    "storage": {
                        "filesystem": {"rootdirectory": str(directory)},
                        "delete": {"enabled": True},
                    },
                    "http": {"addr": f"127.0.0.1:{port}"},
                }
            )
        )
        program = registry_program()
        assert program, "docker-registry is not installed"
        process = subprocess.Popen(
            [program, "serve", str(config)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        stack.callback(process.wait)
        stack.callback(process.terminate)
        wait_for_port(port)
        front = ThreadingHTTPServer(("127.0.0.1", front_port), registry_front(aws, port))
        Thread(target=front.serve_forever, daemon=True).start()
        stack.callback(front.server_close)
        stack.callback(front.shutdown)
        yield f"127.0.0.1:{front.server_port}"


def registry_front(aws: AWS, port: int) -> type[BaseHTTPRequestHandler]:
    """A handler that checks what ECR checks, passes on to the registry at `port`, and tells moto of
    each image."""
    from moto.ecr.models import ecr_backends

    ecr = ecr_backends[ACCOUNT][REGION]
    login = "Basic " + base64.b64encode(f"AWS:{PASSWORD}".encode()).decode()

    class RegistryFront(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle(self) -> None:
            # The engine tries TLS first; a handshake is no HTTP request and would be waited for.
            if self.connection.recv(1, socket.MSG_PEEK) not in (b"\x16", b""):
                super().handle()

        def log_message(self, format: str, *args: object) -> None:
            """The calls are in `aws.calls`."""

        def any_method(self) -> None:
            try:
                path = self.path.split("?")[0]
                aws.arrived(f"registry {self.command} {path}", path)
            except Refused as refusal:
                return self.error(403, "DENIED", f"User: arn:aws:iam::{ACCOUNT}:user/ci {refusal}")
            except Cut:
                self.close_connection = True
                self.connection.shutdown(socket.SHUT_RDWR)
                return None
            if self.headers.get("Authorization") != login:
                return self.error(
                    401, "UNAUTHORIZED", "Not Authorized", {"WWW-Authenticate": 'Basic realm="ecr"'}
                )
            matched = re.match(r"/v2/(.+)/(manifests|blobs)/([^/?]+)", self.path)
            if not matched:
                return self.forward()
            repository, kind, reference = matched.groups()
            if repository not in ecr.repositories:
                return self.error(
                    404, "NAME_UNKNOWN", f"The repository with name '{repository}' does not exist"
                )
            if kind == "blobs":
                return self.forward()
            if self.command == "PUT":
                return self.put_manifest(ecr.repositories[repository], reference)
            if image_of(ecr.repositories[repository], reference) is None:
                return self.error(404, "MANIFEST_UNKNOWN", "Requested image not found")
            return self.forward()

        do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = any_method

        def put_manifest(self, repository: Any, reference: str) -> None:
            tag = None if ":" in reference else reference
            if tag and image_of(repository, tag) and repository.is_tag_immutable():
                return self.error(
                    400, "TAG_INVALID", f"The image tag '{tag}' already exists and is immutable"
                )
            manifest = b"".join(self.body())
            media_type = self.headers["Content-Type"]

            def stored(digest: str) -> None:
                text: Any = tag  # none for an image that is pushed by its digest
                ecr.put_image(repository.name, manifest.decode(), text, media_type, digest)

            return self.forward([manifest], stored)

        def forward(
            self, body: Iterable[bytes] | None = None, stored: Callable[[str], Any] | None = None
        ) -> None:
            """Passes the request on and the answer back; `stored` hears the digest before the
            client does."""
            upstream = http.client.HTTPConnection("127.0.0.1", port)
            dropped = {"authorization", "transfer-encoding", "content-length", "connection"}
            headers = {
                name: value for name, value in self.headers.items() if name.lower() not in dropped
            }
            sends = self.command in ("POST", "PUT", "PATCH")
            upstream.request(
                self.command,
                self.path,
                body=(body or self.body()) if sends else None,
                headers=headers | ({"Transfer-Encoding": "chunked"} if sends else {}),
                encode_chunked=sends,
            )
            answer = upstream.getresponse()
            if stored and answer.status < 300:
                stored(answer.headers["Docker-Content-Digest"])
            self.send_response(answer.status)
            for name, value in answer.getheaders():
                if name.lower() not in ("connection", "transfer-encoding", "date", "server"):
                    self.send_header(name, value)
            if answer.headers.get("Content-Length") is None:
                self.send_header("Connection", "close")
                self.close_connection = True
            self.end_headers()
            shutil.copyfileobj(answer, self.wfile)
            upstream.close()

        def body(self) -> Iterator[bytes]:
            """The request's body; the engine sends layers in chunks of unknown number."""
            if self.headers.get("Transfer-Encoding", "").lower() == "chunked":
                while size := int(self.rfile.readline().split(b";")[0], 16):
                    yield self.rfile.read(size)
                    self.rfile.readline()
                self.rfile.readline()
                return
            left = int(self.headers.get("Content-Length") or 0)
            while left:
                chunk = self.rfile.read(min(left, 1 << 20))
                left -= len(chunk)
                yield chunk

        def error(
            self, status: int, code: str, message: str, headers: dict[str, str] | None = None
        ) -> None:
            body = json.dumps({"errors": [{"code": code, "message": message}]}).encode()
            self.send_response(status)
            for name, value in {
                **(headers or {}),
                "Content-Type": "application/json",
                "Content-Length": str(len(body)),
                "Connection": "close",  # the request's body was not read
            }.items():
                self.send_header(name, value)
            self.close_connection = True
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

    return RegistryFront


def image_of(repository: Any, reference: str) -> Any:
    """The image in moto's books with that tag or digest."""
    for image in repository.images:
        if reference in (*image.image_tags, image.get_image_digest()):
            return image
    return None


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def wait_for_port(port: int, seconds: float = 10, host: str = "127.0.0.1") -> None:
    deadline = time.monotonic() + seconds
    while True:
        try:
            socket.create_connection((host, port), 1).close()
            return
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
